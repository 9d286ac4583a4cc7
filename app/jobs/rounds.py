"""Jobs: things that are done again and again, beside each other, until a process ends."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, field

from app.adapters.clock import SystemClock
from app.log import failure_line, job_line
from app.serving.metrics import JobTally

STOP_SECONDS = 5.0
BACKOFF_SECONDS = (0.2, 0.4, 0.8, 1.6, 3.2, 6.4, 10.0)

_monotonic_seconds = SystemClock().monotonic_seconds


@dataclass(frozen=True, slots=True)
class Round:
    """What one round of a job did.

    Attributes:
        done_count: Things that were done.
        lost_count: Things that another worker was quicker with.
        refused: Codes of refusals; each is a fault that somebody should look at.
        to_be_continued: Whether the next round follows at once, whatever this one did.
    """

    done_count: int
    lost_count: int = 0
    refused: tuple[str, ...] = ()
    to_be_continued: bool = False


NOTHING = Round(0)


@dataclass(frozen=True, slots=True)
class Job:
    """Something that is done again and again.

    Attributes:
        name: As it stands in the log.
        work: One round.
        batch: A round that did so many things is followed by the next at once.
        pause_seconds: Longest pause between two rounds.
        wake: Set by whoever knows that there is work.
    """

    name: str
    work: Callable[[], Awaitable[Round]]
    batch: int
    pause_seconds: float
    wake: asyncio.Event = field(default_factory=asyncio.Event)


async def run_jobs(
    jobs: list[Job], stop: asyncio.Event, *, stop_seconds: float = STOP_SECONDS, tally: JobTally | None = None
) -> None:
    """Run jobs beside each other until `stop` is set; a round that then takes longer than the time given is cut off."""
    counted = JobTally() if tally is None else tally
    running = [asyncio.create_task(_repeat(job, stop, counted), name=job.name) for job in jobs]
    await stop.wait()
    for job in jobs:
        job.wake.set()
    _, late = await asyncio.wait(running, timeout=stop_seconds)
    for task in late:
        task.cancel()
    await asyncio.gather(*running, return_exceptions=True)


async def _repeat(job: Job, stop: asyncio.Event, tally: JobTally) -> None:
    failures = 0
    while not stop.is_set():
        started = _monotonic_seconds()
        try:
            done = await job.work()
        except Exception as error:  # noqa: BLE001 - logged, and tried again after a pause
            failures += 1
            tally.add(job.name, seconds=_monotonic_seconds() - started, failed=1)
            failure_line("job failed", error, job=job.name, attempt=failures)
            await _pause(stop, BACKOFF_SECONDS[min(failures, len(BACKOFF_SECONDS)) - 1])
            continue
        failures, seconds = 0, _monotonic_seconds() - started
        tally.add(job.name, seconds=seconds, done=done.done_count, refused=len(done.refused))
        if done != NOTHING:
            _log(job, done, seconds)
        if done.done_count < job.batch and not done.to_be_continued:
            await _pause(job.wake, job.pause_seconds)
            job.wake.clear()


def _log(job: Job, done: Round, seconds: float) -> None:
    counts = {"done_count": done.done_count, "lost_count": done.lost_count, "refused_count": len(done.refused)}
    job_line(
        job.name,
        outcome=" ".join(sorted(set(done.refused))) or "done",
        duration_ms=seconds * 1000,
        **{name: count for name, count in counts.items() if count},
    )


async def _pause(until: asyncio.Event, seconds: float) -> None:
    with suppress(TimeoutError):
        await asyncio.wait_for(until.wait(), seconds)
