"""How many streams a process keeps open, in how much memory, and how late an event reaches all of them.

The readers are a process of its own, as those of the other loads: `python -m app.bench.streams ORDER RESULT`.
"""

import asyncio
import sys
import time
from dataclasses import asdict, dataclass, field
from pathlib import Path

import orjson
import uvloop

HOST = "127.0.0.1"
EVENT = b"\nevent: "
OPENED = b"retry: "
OPENING_AT_ONCE = 50
PATIENCE_SECONDS = 60.0


@dataclass(frozen=True, slots=True)
class StreamOrder:
    """What to open.

    Attributes:
        port: Port on the loopback interface.
        path: With the cursor behind which nothing is yet.
        headers: Sent with every request.
        streams: Connections.
        events: Events that each of them is to get.
    """

    port: int
    path: str
    streams: int
    events: int
    headers: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class StreamResult:
    """What came. `arrivals`: for each event the monotonic time, in seconds, at which each stream had it."""

    opened: int
    arrivals: list[list[float]]


async def read_streams(order: StreamOrder, ready_file: Path) -> StreamResult:
    """Open all streams, say so by a file, and wait until each has had its events."""
    head = "".join(f"{name}: {value}\r\n" for name, value in {"Host": HOST, **order.headers}.items())
    request = f"GET {order.path} HTTP/1.1\r\nAccept: text/event-stream\r\n{head}\r\n".encode()
    opening = asyncio.Semaphore(OPENING_AT_ONCE)

    async def opened() -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        async with opening:
            reader, writer = await asyncio.open_connection(HOST, order.port)
            writer.write(request)
            await reader.readuntil(OPENED)
            return reader, writer

    async with asyncio.timeout(PATIENCE_SECONDS):
        streams = await asyncio.gather(*[opened() for _ in range(order.streams)])
    await asyncio.to_thread(ready_file.touch)
    async with asyncio.timeout(PATIENCE_SECONDS):
        arrivals = await asyncio.gather(*[_arrivals(reader, order.events) for reader, _ in streams])
    for _, writer in streams:
        writer.close()
    return StreamResult(len(streams), [list(times) for times in zip(*arrivals, strict=True)])


async def _arrivals(reader: asyncio.StreamReader, events: int) -> list[float]:
    times = []
    for _ in range(events):
        await reader.readuntil(EVENT)
        times.append(time.monotonic())
    return times


def main(order_file: Path, result_file: Path) -> None:
    """Play an order and leave the result; a file beside it says when all streams are open."""
    order = StreamOrder(**orjson.loads(order_file.read_bytes()))
    result = uvloop.run(read_streams(order, ready_file_of(result_file)))
    result_file.write_bytes(orjson.dumps(asdict(result)))


def ready_file_of(result_file: Path) -> Path:
    """The file that says that all streams are open."""
    return result_file.with_suffix(".ready")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
