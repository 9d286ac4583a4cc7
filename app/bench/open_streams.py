"""Measures a service with many open streams: its memory, and how late an event reaches all of them."""

import asyncio
import time
from dataclasses import asdict
from pathlib import Path
from typing import Final

import httpx
import orjson

from app.bench.ground import Ground
from app.bench.load import percentile
from app.bench.measure import LoadFailedError
from app.bench.service import HOST
from app.bench.streams import StreamOrder, ready_file_of
from app.supervisor import ChildProcess

STREAMS: Final = 1_000
EVENTS: Final = 20
QUICK_STREAMS: Final = 100
QUICK_EVENTS: Final = 3
BETWEEN_SECONDS: Final = 0.25
SETTLED_SECONDS: Final = 1.0
LOOK_SECONDS: Final = 0.05
KIB_A_MIB: Final = 1024
LOG_CHARS: Final = 2_000


async def measure_streams(ground: Ground, *, streams: int = STREAMS, events: int = EVENTS) -> dict[str, float]:
    """Open streams in one process of the service, write events one after the other, see when each reader has them.

    Returns:
        `sse_open`; `sse_rss_mib` of the service with all of them and `sse_rss_kib_each`, what one adds;
        `sse_latency_ms_p50` and `sse_latency_ms_p95`, from sending the write until the event is at a reader.

    Raises:
        LoadFailedError: a stream did not open, or did not get its events in time.
    """
    pid, port = ground.processes["service"], ground.ours.port
    headers = {"Authorization": ground.ours.create_headers["Authorization"]}
    order = StreamOrder(port, await ground.feed_path(), streams, events, headers)
    folder = ground.generator.folder
    order_file, result_file, log_file = (folder / f"streams.{kind}" for kind in ("order", "result", "log"))
    order_file.write_bytes(orjson.dumps(asdict(order)))
    before = rss_kib(pid)
    async with ChildProcess(
        [str(order_file), str(result_file)], module="app.bench.streams", log_file=log_file
    ) as child:
        await _until_open(child, ready_file_of(result_file), log_file)
        await asyncio.sleep(SETTLED_SECONDS)
        after = rss_kib(pid)
        sent = await _write(ground, events)
        if await child.wait() != 0:
            raise LoadFailedError(f"streams did not get their events:\n{_end_of(log_file)}")
    arrivals = orjson.loads(result_file.read_bytes())["arrivals"]
    late = sorted((at - sent[number]) * 1000 for number, times in enumerate(arrivals) for at in times)
    return {
        "sse_open": float(streams),
        "sse_rss_mib": after / KIB_A_MIB,
        "sse_rss_kib_each": max(0.0, after - before) / streams,
        "sse_latency_ms_p50": percentile(late, 0.5),
        "sse_latency_ms_p95": percentile(late, 0.95),
    }


async def _until_open(child: ChildProcess, ready_file: Path, log_file: Path) -> None:
    while not await asyncio.to_thread(ready_file.exists):
        if child.exit_status is not None:
            raise LoadFailedError(f"streams did not open:\n{_end_of(log_file)}")
        await asyncio.sleep(LOOK_SECONDS)


def _end_of(log_file: Path) -> str:
    return log_file.read_text(encoding="utf-8", errors="replace")[-LOG_CHARS:]


async def _write(ground: Ground, events: int) -> list[float]:
    """Create a referral for each event; when each was sent, by the clock that all processes of the machine share."""
    ours, sent = ground.ours, []
    bodies = ours.bodies(ours.used, events)
    ours.used += events
    async with httpx.AsyncClient(base_url=f"http://{HOST}:{ours.port}", trust_env=False) as client:
        for number, body in enumerate(bodies):
            headers = {
                **ours.create_headers,
                "Content-Type": "application/json",
                "Idempotency-Key": f"streams-{number}-{ours.used}",
            }
            sent.append(time.monotonic())
            answer = await client.post(ours.create_path, content=body, headers=headers)
            if not answer.is_success:
                raise LoadFailedError(f"a create was refused: {answer.text}")
            ours.stock.append(answer.json()["id"])
            await asyncio.sleep(BETWEEN_SECONDS)
    return sent


def rss_kib(pid: int) -> float:
    """Resident memory of a process; 0 on systems without /proc."""
    try:
        text = Path(f"/proc/{pid}/status").read_text(encoding="ascii", errors="replace")
    except OSError:
        return 0.0
    return float(text.partition("VmRSS:")[2].split()[0])
