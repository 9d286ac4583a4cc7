"""The load generator: a process of its own with a raw HTTP/1.1 client, cheap enough not to be what is measured.

Run as `python -m app.bench.load ORDER RESULT`, both JSON files. Each client keeps one connection and sends its next
request when the answer to the last one is complete. Its own share of a core is part of the result.
"""

import asyncio
import gc
import resource
import sys
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from itertools import count
from pathlib import Path
from typing import cast

import orjson
import uvloop

HOST = "127.0.0.1"
HEAD_END = b"\r\n\r\n"
LENGTH = b"content-length:"
SLACK_SECONDS = 20.0
SAMPLE_BYTES = 400


@dataclass(frozen=True, slots=True)
class Order:
    """What to send.

    Attributes:
        port: Port on the loopback interface.
        method: HTTP method.
        paths: Paths to ask for; in turn, again and again, unless `once`.
        headers: Sent with every request.
        bodies: JSON bodies, in turn; empty for none.
        key_prefix: Starts the `Idempotency-Key` of each request, which is unique; None sends no such header.
        clients: Connections at once.
        seconds: Length of the measured part; requests sent later are not made.
        warm_seconds: Length of the part before it, which is not measured.
        most: Requests at most, warm-up included; None for as many as fit.
        once: Each path is asked for once, and the load ends when they are used up.
        collect_ids: Hand back `id` of every JSON answer.
    """

    port: int
    method: str
    paths: list[str]
    headers: dict[str, str] = field(default_factory=dict)
    bodies: list[str] = field(default_factory=list)
    key_prefix: str | None = None
    clients: int = 4
    seconds: float = 5.0
    warm_seconds: float = 0.5
    most: int | None = None
    once: bool = False
    collect_ids: bool = False


@dataclass(slots=True)
class Result:
    """What came back; times of the measured part only.

    Attributes:
        answers: Good answers measured.
        seconds: Length of the measured part as it was.
        p50_ms: Median time from sending a request to the last byte of its answer; p95 and p99 likewise.
        cpu_share: CPU time of the generator over `seconds`; 1.0 is one core.
        refused: Number of answers that were not 2xx by status, warm-up included.
        sample: Beginning of the first such answer.
        ids: What `collect_ids` asked for, warm-up included.
        used: Requests sent in all.
    """

    answers: int = 0
    seconds: float = 0.0
    p50_ms: float = 0.0
    p95_ms: float = 0.0
    p99_ms: float = 0.0
    cpu_share: float = 0.0
    refused: dict[str, int] = field(default_factory=dict)
    sample: str = ""
    ids: list[str] = field(default_factory=list)
    used: int = 0

    @property
    def per_second(self) -> float:
        """Answers per second."""
        return self.answers / self.seconds if self.seconds else 0.0


def requests_of(order: Order) -> Iterator[bytes]:
    """The requests, ready to be written, until there are no more to make."""
    fixed = "".join(f"{name}: {value}\r\n" for name, value in {"Host": f"{HOST}:{order.port}", **order.headers}.items())
    bodies = [_ending(body) for body in order.bodies] or [_ending("")]
    for number in count():
        if number == order.most or (order.once and number >= len(order.paths)):
            return
        path = order.paths[number % len(order.paths)]
        key = "" if order.key_prefix is None else f"Idempotency-Key: {order.key_prefix}-{number}\r\n"
        yield f"{order.method} {path} HTTP/1.1\r\n{fixed}{key}".encode() + bodies[number % len(bodies)]


def _ending(body: str) -> bytes:
    content = body.encode()
    kind = f"Content-Type: application/json\r\nContent-Length: {len(content)}\r\n" if content else ""
    return kind.encode() + b"\r\n" + content


def percentile(ordered: list[float], share: float) -> float:
    """The value that `share` of an ascending list does not exceed; 0 for an empty list."""
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))] if ordered else 0.0


class _Run:
    """What the clients of one load share."""

    def __init__(self, order: Order) -> None:
        self.order = order
        self.requests = requests_of(order)
        self.latencies: list[float] = []
        self.result = Result()
        self.begin = time.perf_counter() + order.warm_seconds
        self.end = self.begin + order.seconds
        self.finished = self.begin
        self.cpu_at_begin: float | None = None
        self.open = order.clients
        self.done: asyncio.Future[None] = asyncio.get_running_loop().create_future()

    def next_request(self, now: float) -> bytes | None:
        """The next request, or None when time or requests are used up."""
        if self.cpu_at_begin is None and now >= self.begin:
            self.cpu_at_begin = _cpu_seconds()
        request = next(self.requests, None) if now < self.end else None
        self.result.used += request is not None
        return request

    def answered(self, sent: float, now: float, head: bytes, body: bytes) -> None:
        """Count one complete answer."""
        if head[9:10] != b"2":
            self._refused(head, body)
            return
        if self.order.collect_ids:
            self.result.ids.append(orjson.loads(body)["id"])
        if sent >= self.begin:
            self.latencies.append(now - sent)
            self.finished = now

    def _refused(self, head: bytes, body: bytes) -> None:
        status = head[9:12].decode("ascii", "replace")
        self.result.refused[status] = self.result.refused.get(status, 0) + 1
        self.result.sample = self.result.sample or body[:SAMPLE_BYTES].decode("utf-8", "replace")

    def left(self, error: Exception | None) -> None:
        """A client has closed its connection."""
        self.open -= 1
        if self.done.done():
            return
        if error is not None:
            self.done.set_exception(error)
        elif self.open == 0:
            self.done.set_result(None)

    def summary(self) -> Result:
        """The result of a load that is over."""
        ordered = sorted(self.latencies)
        result = self.result
        result.answers = len(ordered)
        result.seconds = self.finished - self.begin
        result.p50_ms, result.p95_ms, result.p99_ms = (1000 * percentile(ordered, p) for p in (0.50, 0.95, 0.99))
        if self.cpu_at_begin is not None and result.seconds > 0:
            result.cpu_share = (_cpu_seconds() - self.cpu_at_begin) / result.seconds
        return result


class _Client(asyncio.Protocol):
    """One connection. The whole answer is expected to carry its length, as those of small JSON replies do."""

    def __init__(self, run: _Run) -> None:
        self._run = run
        self._received = b""
        self._missing = 0
        self._sent = 0.0
        self._waiting = False
        self._transport: asyncio.WriteTransport

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Send the first request."""
        self._transport = cast("asyncio.WriteTransport", transport)  # uvloop's own does not name its base.
        self._send(time.perf_counter())

    def data_received(self, data: bytes) -> None:
        """Once the answer is complete, count it and send the next request."""
        self._received = self._received + data if self._received else data
        head, found, body = self._received.partition(HEAD_END)
        if not found or len(body) < _length_of(head):
            return
        now = time.perf_counter()
        self._received, self._waiting = b"", False
        self._run.answered(self._sent, now, head, body)
        self._send(now)

    def connection_lost(self, exc: Exception | None) -> None:
        """A connection that closes before its answer fails the load."""
        unfinished = ConnectionError("the server closed a connection in the middle of an answer")
        self._run.left(exc or (unfinished if self._waiting else None))

    def _send(self, now: float) -> None:
        request = self._run.next_request(now)
        if request is None:
            self._transport.close()
            return
        self._sent, self._waiting = now, True
        self._transport.write(request)


def _length_of(head: bytes) -> int:
    lowered = head.lower()
    start = lowered.find(LENGTH)
    if start < 0:
        return 0
    return int(lowered[start + len(LENGTH) :].partition(b"\r\n")[0])


def _cpu_seconds() -> float:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


async def play(order: Order) -> Result:
    """Carry out an order against a server that is up.

    Raises:
        OSError: a connection could not be made, or broke.
        TimeoutError: answers did not come in time.
    """
    loop = asyncio.get_running_loop()
    run = _Run(order)
    async with asyncio.timeout(order.warm_seconds + order.seconds + SLACK_SECONDS):
        for _ in range(order.clients):
            await loop.create_connection(lambda: _Client(run), HOST, order.port)
        await run.done
    return run.summary()


def main(order_file: str, result_file: str) -> None:
    """Read an order, play it, write the result."""
    order = Order(**orjson.loads(Path(order_file).read_bytes()))
    gc.freeze()
    gc.disable()  # The load is short, and a pause of the generator would be read as one of the server.
    result = uvloop.run(play(order))
    Path(result_file).write_bytes(orjson.dumps(asdict(result)))


if __name__ == "__main__":
    main(*sys.argv[1:])
