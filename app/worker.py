"""Composition root 2: the loops that run beside the API.

Any number of workers may run on any number of hosts. Each loop ends between two rounds, never within one.
"""

import asyncio
import signal
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from datetime import timedelta
from functools import partial
from uuid import UUID

import asyncpg

from app.adapters.database.feed_retention import BATCH_LIMIT as FEED_BATCH
from app.adapters.database.feed_retention import remove_batch
from app.adapters.database.idempotency_retention import KEYS_LIMIT, forget_keys
from app.adapters.database.listener import Listener
from app.adapters.database.nudge import WRITTEN_CHANNEL
from app.adapters.database.sequencer import QUEUED_CHANNEL, place_batch
from app.domain.ports import Ports
from app.jobs.deliveries import delivery_jobs
from app.jobs.platforms import PlatformJob, platform_jobs
from app.jobs.rounds import Job, Round, run_jobs
from app.log import failure_line
from app.services.deadlines import sweep
from app.services.platforms import expiries
from app.services.recomputation import ChangedYears, recompute
from app.services.sweeping import Place, Sweep
from app.services.warnings import warn
from app.serving.metrics import MEDIA_TYPE, JobTally, Sources, exposition
from app.serving.metrics_server import metrics_served
from app.settings import Settings
from app.wiring import Wired, wired

LISTENER_CHECK_SECONDS = 5.0
FEED_PAUSE_SECONDS = 600.0
KEYS_PAUSE_SECONDS = 600.0
FEEDS_A_ROUND = 500
SIGNALS = (signal.SIGTERM, signal.SIGINT)


async def run_worker(settings: Settings) -> None:
    """Run all jobs until SIGTERM or SIGINT; a round in progress is finished, within five seconds.

    Raises:
        ValueError: no address of a database is set.
    """
    if settings.database_url is None:
        raise ValueError("DATABASE_URL is not set")
    url = settings.database_url.get_secret_value()
    written, queued, stop = asyncio.Event(), asyncio.Event(), asyncio.Event()
    with _stopped_by_signals(stop):
        async with (
            wired(settings, application_name="sutiao worker", nudge=written.set) as parts,
            _told(url, WRITTEN_CHANNEL, written),
            _told(url, QUEUED_CHANNEL, queued),
            delivery_jobs(settings, parts.ports, queued) as deliveries,
        ):
            tally = JobTally()
            ends = partial(expiries, parts.ports, parts.platforms)
            told = exposition(Sources(parts.engine, parts.ports.clock.system_now, jobs=tally, certificates=ends))
            async with metrics_served(settings.worker_metrics_port, told, MEDIA_TYPE):
                await run_jobs([*jobs_of(settings, parts, written), *deliveries], stop, tally=tally)


def jobs_of(settings: Settings, parts: Wired, written: asyncio.Event) -> list[Job]:
    """All jobs of a worker but those that deliver.

    Args:
        settings: Intervals and batches.
        parts: Engine and ports.
        written: Set when there may be events to place.
    """

    async def place() -> Round:
        return Round((await place_batch(parts.engine, settings.sequencer_batch)).count)

    run_out = Sweeper(parts.ports, settings.sweep_batch)
    anew = Sweeper(parts.ports, settings.sweep_batch, job="calendar", sweep=recompute)
    changed = Sweeper(parts.ports, settings.sweep_batch, job="changed_calendar", sweep=ChangedYears())
    tell = Sweeper(parts.ports, settings.sweep_batch, job="warnings", sweep=warn)

    async def forget_old_keys() -> Round:
        before = parts.ports.clock.system_now() - timedelta(days=settings.idempotency_days)
        return Round(await forget_keys(parts.engine, before=before))

    keys = Job("idempotency", forget_old_keys, KEYS_LIMIT, KEYS_PAUSE_SECONDS)
    kept_days = settings.feed_retention_days
    forget = Job("feed", Remover(parts, timedelta(days=kept_days)), FEED_BATCH, FEED_PAUSE_SECONDS)
    return [
        *([forget] if kept_days else []),
        *([keys] if settings.idempotency_days else []),
        Job("sequencer", place, settings.sequencer_batch, settings.sequencer_poll_ms / 1000, written),
        Job("deadlines", run_out, settings.sweep_batch, settings.sweep_interval_seconds),
        Job("calendar", anew, settings.sweep_batch, settings.sweep_interval_seconds),
        Job("changed_calendar", changed, settings.sweep_batch, settings.sweep_interval_seconds),
        Job("warnings", tell, settings.sweep_batch, settings.sweep_interval_seconds),
        *_platform_jobs(settings, parts),
    ]


def _platform_jobs(settings: Settings, parts: Wired) -> list[Job]:
    batch = settings.platform_batch
    return [
        Job(job.name, _of_platforms(job, parts, batch), batch, job.pause_seconds) for job in platform_jobs(settings)
    ]


def _of_platforms(job: PlatformJob, parts: Wired, limit: int) -> Callable[[], Awaitable[Round]]:
    async def one() -> Round:
        done_count, refused = await job.work(parts.ports, parts.platforms, limit)
        return Round(done_count, refused=refused)

    return one


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
async def _told(url: str, channel: str, event: asyncio.Event) -> AsyncIterator[None]:
    """For the length of the block every notification of the channel sets the event."""
    listener = Listener(
        url,
        channel,
        heard=lambda _payload: event.set(),
        check=_answers,
        check_seconds=LISTENER_CHECK_SECONDS,
    )
    listener.start()
    try:
        yield
    finally:
        await listener.stop()


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
