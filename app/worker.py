"""Composition root 2: the loops that run beside the API.

Any number of workers may run on any number of hosts. Each loop ends between two rounds, never within one.
"""

import asyncio
import signal
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager, suppress
from dataclasses import dataclass, field
from datetime import timedelta
from uuid import UUID

import asyncpg

from app.adapters.clock import SystemClock
from app.adapters.database.feed_retention import BATCH_LIMIT as FEED_BATCH
from app.adapters.database.feed_retention import remove_batch
from app.adapters.database.listener import Listener
from app.adapters.database.nudge import WRITTEN_CHANNEL
from app.adapters.database.sequencer import place_batch
from app.domain.ports import Ports
from app.log import failure_line, job_line
from app.metrics import MEDIA_TYPE, JobTally, Sources, exposition
from app.metrics_server import metrics_served
from app.services.deadlines import sweep
from app.services.recomputation import recompute
from app.services.sweeping import Place, Sweep
from app.services.warnings import warn
from app.settings import Settings
from app.wiring import Wired, wired

STOP_SECONDS = 5.0
LISTENER_CHECK_SECONDS = 5.0
FEED_PAUSE_SECONDS = 600.0
FEEDS_A_ROUND = 500
BACKOFF_SECONDS = (0.2, 0.4, 0.8, 1.6, 3.2, 6.4, 10.0)
SIGNALS = (signal.SIGTERM, signal.SIGINT)

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


async def run_worker(settings: Settings) -> None:
    """Run all jobs until SIGTERM or SIGINT; a round in progress is finished, within five seconds.

    Raises:
        ValueError: no address of a database is set.
    """
    if settings.database_url is None:
        raise ValueError("DATABASE_URL is not set")
    url = settings.database_url.get_secret_value()
    written, stop = asyncio.Event(), asyncio.Event()
    with _stopped_by_signals(stop):
        async with (
            wired(settings, application_name="sutiao worker", nudge=written.set) as parts,
            _told_of_writes(url, written),
        ):
            tally = JobTally()
            told = exposition(Sources(parts.engine, parts.ports.clock.system_now, jobs=tally))
            async with metrics_served(settings.worker_metrics_port, told, MEDIA_TYPE):
                await run_jobs(jobs_of(settings, parts, written), stop, tally=tally)


def jobs_of(settings: Settings, parts: Wired, written: asyncio.Event) -> list[Job]:
    """All jobs of a worker.

    Args:
        settings: Intervals and batches.
        parts: Engine and ports.
        written: Set when there may be events to place.
    """

    async def place() -> Round:
        return Round((await place_batch(parts.engine, settings.sequencer_batch)).count)

    run_out = Sweeper(parts.ports, settings.sweep_batch)
    anew = Sweeper(parts.ports, settings.sweep_batch, job="calendar", sweep=recompute)
    tell = Sweeper(parts.ports, settings.sweep_batch, job="warnings", sweep=warn)
    kept_days = settings.feed_retention_days
    forget = Job("feed", Remover(parts, timedelta(days=kept_days)), FEED_BATCH, FEED_PAUSE_SECONDS)
    return [
        *([forget] if kept_days else []),
        Job("sequencer", place, settings.sequencer_batch, settings.sequencer_poll_ms / 1000, written),
        Job("deadlines", run_out, settings.sweep_batch, settings.sweep_interval_seconds),
        Job("calendar", anew, settings.sweep_batch, settings.sweep_interval_seconds),
        Job("warnings", tell, settings.sweep_batch, settings.sweep_interval_seconds),
    ]


class Sweeper:
    """Sweeps clocks round after round: each goes on where the one before ended, and begins anew behind the last."""

    def __init__(
        self, ports: Ports, limit: int, *, job: str = "deadlines", sweep: Callable[..., Awaitable[Sweep]] = sweep
    ) -> None:
        self._ports = ports
        self._limit = limit
        self._job = job
        self._sweep = sweep
        self._behind: Place | None = None

    async def __call__(self) -> Round:
        """One round. A referral that fails is named in the log and passed over."""
        swept = await self._sweep(self._ports, limit=self._limit, after=self._behind)
        self._behind = swept.behind
        for referral_id, error in swept.failed:
            failure_line("deadline failed", error, job=self._job, referral_id=str(referral_id))
        refused = (*swept.refused, *["internal_error"] * len(swept.failed))
        return Round(swept.handled, swept.lost, refused, to_be_continued=swept.behind is not None)


class Remover:
    """Removes what is too old from feed after feed, and begins anew behind the last."""

    def __init__(self, parts: Wired, kept: timedelta) -> None:
        self._parts = parts
        self._kept = kept
        self._behind: UUID | None = None

    async def __call__(self) -> Round:
        """Batch after batch, until one is full or so many feeds were looked at."""
        done_count = 0
        for _ in range(FEEDS_A_ROUND):
            now = self._parts.ports.clock.system_now()
            batch = await remove_batch(self._parts.engine, before=now - self._kept, now=now, behind=self._behind)
            self._behind = batch.behind
            done_count += batch.count
            if batch.behind is None or batch.count:
                break
        return Round(done_count, to_be_continued=self._behind is not None or done_count >= FEED_BATCH)


@asynccontextmanager
async def _told_of_writes(url: str, written: asyncio.Event) -> AsyncIterator[None]:
    listener = Listener(
        url,
        WRITTEN_CHANNEL,
        heard=lambda _payload: written.set(),
        check=_answers,
        check_seconds=LISTENER_CHECK_SECONDS,
    )
    listener.start()
    try:
        yield
    finally:
        await listener.stop()


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


async def _answers(connection: asyncpg.Connection) -> None:
    await connection.fetchval("SELECT 1")


@contextmanager
def _stopped_by_signals(stop: asyncio.Event) -> Iterator[None]:
    loop = asyncio.get_running_loop()
    for number in SIGNALS:
        loop.add_signal_handler(number, stop.set)
    try:
        yield
    finally:
        for number in SIGNALS:
            loop.remove_signal_handler(number)
