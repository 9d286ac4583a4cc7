"""What a process tells about itself, in the form of Prometheus: each process has a registry of its own.

No label holds anything of a tenant, a referral or a person, and every label has a bounded number of values.
"""

import asyncio
from collections.abc import Awaitable, Callable, Collection, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, ProcessCollector, generate_latest
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, HistogramMetricFamily
from prometheus_client.metrics_core import Metric
from prometheus_client.registry import Collector
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncEngine
from sqlalchemy.pool import QueuePool

from app.adapters.database.feed import Heads
from app.adapters.database.feed_lag import Lag, lag_of
from app.domain.errors import Refusal
from app.log import failure_line
from app.routers.tally import BOUNDS_SECONDS, Tally
from app.services.stream_places import StreamPlaces

MEDIA_TYPE: Final = CONTENT_TYPE_LATEST
LAG_SECONDS_MAX: Final = 2.0
"""Longest wait for the database; without its answer everything else is told."""

_JOB: Final = ("job",)


class JobTally:
    """Rounds of a worker's jobs: how many, what they did, how long they took."""

    def __init__(self) -> None:
        self._kept: dict[str, dict[str, float]] = {}

    def add(self, job: str, *, seconds: float, done: int = 0, refused: int = 0, failed: int = 0) -> None:
        """Count one round of a job."""
        kept = self._kept.setdefault(job, dict.fromkeys(("rounds", "done", "refused", "failed", "seconds"), 0.0))
        for name, value in {
            "rounds": 1,
            "done": done,
            "refused": refused,
            "failed": failed,
            "seconds": seconds,
        }.items():
            kept[name] += value

    def families(self) -> Iterator[Metric]:
        """The counts as metrics."""
        for name, meaning in (
            ("rounds", "Rounds of a job."),
            ("done", "Things that a job did."),
            ("refused", "Things that a job could not do."),
            ("failed", "Rounds that failed."),
            ("seconds", "Time in rounds."),
        ):
            family = CounterMetricFamily(f"sutiao_job_{name}", meaning, labels=_JOB)
            for job, kept in sorted(self._kept.items()):
                family.add_metric([job], kept[name])
            yield family


@dataclass(frozen=True, slots=True)
class Sources:
    """Where the numbers come from; what a process does not have is None."""

    engine: AsyncEngine
    now: Callable[[], datetime]
    tally: Tally | None = None
    heads: Heads | None = None
    places: StreamPlaces | None = None
    jobs: JobTally | None = None
    certificates: Callable[[], Awaitable[Collection[datetime]]] | None = None


def exposition(sources: Sources) -> Callable[[], Awaitable[bytes]]:
    """A function that gives all metrics of the process as text."""
    collector = _Collector(sources)
    registry = CollectorRegistry()
    registry.register(collector)
    ProcessCollector(registry=registry)

    async def told() -> bytes:
        collector.lag = await _lag(sources)
        collector.expires_at = await _expiry(sources)
        return generate_latest(registry)

    return told


async def _lag(sources: Sources) -> Lag | None:
    """None where the database does not answer in time."""
    try:
        async with asyncio.timeout(LAG_SECONDS_MAX):
            return await lag_of(sources.engine, sources.now())
    except (SQLAlchemyError, OSError, Refusal) as error:  # A time-out is an OSError.
        failure_line("lag not measured", error)
        return None


async def _expiry(sources: Sources) -> datetime | None:
    """None where no platform is shown a certificate, where that can not be told, and in processes that do not look."""
    if sources.certificates is None:
        return None
    try:
        async with asyncio.timeout(LAG_SECONDS_MAX):
            return min(await sources.certificates(), default=None)
    except (SQLAlchemyError, OSError, Refusal) as error:
        failure_line("certificates not looked at", error)
        return None


class _Collector(Collector):
    def __init__(self, sources: Sources) -> None:
        self._sources = sources
        self.lag: Lag | None = None
        self.expires_at: datetime | None = None

    def describe(self) -> Iterator[Metric]:
        """Nothing is asked at registration."""
        return iter(())

    def collect(self) -> Iterator[Metric]:
        """All metrics of the moment."""
        sources = self._sources
        yield from _of_feed(self.lag, sources.heads)
        yield from _of_pool(sources.engine)
        if sources.tally is not None:
            yield _of_requests(sources.tally)
        if sources.places is not None:
            yield _gauge("sutiao_feed_streams", "Open event streams.", sources.places.count)
        if sources.jobs is not None:
            yield from sources.jobs.families()
        if self.expires_at is not None:
            left = (self.expires_at - sources.now()).total_seconds()
            yield _gauge("sutiao_platform_certificate_seconds", "Until the first client certificate ends.", left)


def _gauge(name: str, meaning: str, value: float) -> Metric:
    return GaugeMetricFamily(name, meaning, value=value)


def _of_feed(lag: Lag | None, heads: Heads | None) -> Iterator[Metric]:
    yield _gauge("sutiao_database_up", "Whether the database answered.", lag is not None)
    if lag is not None:
        yield _gauge("feed_lag_seconds", "Age of the oldest committed event that has no position yet.", lag.seconds)
        yield _gauge("sutiao_feed_unplaced", "Events that wait for a position.", lag.count)
    if heads is not None:
        yield _gauge("sutiao_feed_waiters", "Long polls that wait.", heads.waiter_count)
        yield _gauge("sutiao_feeds", "Feeds of which this process has heard.", heads.feed_count)
        yield CounterMetricFamily("sutiao_feed_positions", "Positions that all feeds have.", value=heads.position_sum)


def _of_pool(engine: AsyncEngine) -> Iterator[Metric]:
    pool = engine.sync_engine.pool
    if isinstance(pool, QueuePool):
        family = GaugeMetricFamily("sutiao_pool_connections", "Connections of the pool.", labels=("state",))
        for state, value in (("in_use", pool.checkedout()), ("idle", pool.checkedin()), ("size", pool.size())):
            family.add_metric([state], value)
        yield family


def _of_requests(tally: Tally) -> Metric:
    family = HistogramMetricFamily(
        "sutiao_http_request_seconds",
        "Time from request to the end of its answer, waits and streams included.",
        labels=("method", "route", "status"),
    )
    for one in tally.counted():
        total, buckets = 0, []
        for bound, count in zip((*map(str, BOUNDS_SECONDS), "+Inf"), one.groups, strict=True):
            total += count
            buckets.append((bound, float(total)))
        family.add_metric([one.method, one.route, str(one.status)], buckets, one.seconds)
    return family
