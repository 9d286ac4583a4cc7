"""Composition root 2: the loops that run beside the API.

Any number of workers may run on any number of hosts. Each loop ends between two rounds, never within one.
"""

import asyncio
import signal
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

import asyncpg

from app.adapters.clock import SystemClock
from app.adapters.database.engine import make_engine
from app.adapters.database.listener import Listener
from app.adapters.database.nudge import WRITTEN_CHANNEL
from app.adapters.database.sequencer import place_batch
from app.log import failure_line, job_line
from app.settings import Settings

WORKER_POOL_SIZE = 4
STOP_SECONDS = 5.0
LISTENER_CHECK_SECONDS = 5.0
BACKOFF_FIRST_SECONDS = 0.1
BACKOFF_MAX_SECONDS = 10.0
SIGNALS = (signal.SIGTERM, signal.SIGINT)

_monotonic_seconds = SystemClock().monotonic_seconds


@dataclass(frozen=True, slots=True)
class Job:
    """Something that is done again and again.

    Attributes:
        name: As it stands in the log.
        work: One round; how many things it did.
        batch: A round that did so many is followed by the next at once.
        pause_seconds: Longest pause between two rounds.
        wake: Set by whoever knows that there is work.
    """

    name: str
    work: Callable[[], Awaitable[int]]
    batch: int
    pause_seconds: float
    wake: asyncio.Event = field(default_factory=asyncio.Event)


async def run_worker(settings: Settings) -> None:
    """Run all jobs until SIGTERM or SIGINT; a round in progress is finished, within five seconds.

    Raises:
        ValueError: no address of a database is set.
    """
    if settings.database_url is None:
        raise ValueError("the worker needs DATABASE_URL")
    url = settings.database_url.get_secret_value()
    engine = make_engine(url, WORKER_POOL_SIZE, application_name="sutiao worker")

    async def place() -> int:
        return (await place_batch(engine, settings.sequencer_batch)).count

    sequencer = Job("sequencer", place, settings.sequencer_batch, settings.sequencer_poll_ms / 1000)
    listener = Listener(
        url,
        WRITTEN_CHANNEL,
        heard=lambda _payload: sequencer.wake.set(),
        check=_answers,
        check_seconds=LISTENER_CHECK_SECONDS,
    )
    stop = asyncio.Event()
    listener.start()
    try:
        with _stopped_by_signals(stop):
            await run_jobs([sequencer], stop)
    finally:
        await listener.stop()
        await engine.dispose()


async def run_jobs(jobs: list[Job], stop: asyncio.Event) -> None:
    """Run jobs beside each other until `stop` is set; rounds that last longer than five seconds more are cut off."""
    running = [asyncio.create_task(_repeat(job, stop), name=job.name) for job in jobs]
    await stop.wait()
    for job in jobs:
        job.wake.set()
    _, late = await asyncio.wait(running, timeout=STOP_SECONDS)
    for task in late:
        task.cancel()
    await asyncio.gather(*running, return_exceptions=True)


async def _repeat(job: Job, stop: asyncio.Event) -> None:
    failures = 0
    while not stop.is_set():
        started = _monotonic_seconds()
        try:
            count = await job.work()
        except Exception as error:  # noqa: BLE001 - logged, and tried again after a pause
            failures += 1
            failure_line("job failed", error, job=job.name, attempt=failures)
            await _pause(stop, min(BACKOFF_FIRST_SECONDS * 2**failures, BACKOFF_MAX_SECONDS))
            continue
        failures = 0
        if count:
            job_line(job.name, outcome="done", duration_ms=(_monotonic_seconds() - started) * 1000, done_count=count)
        if count < job.batch:
            await _pause(job.wake, job.pause_seconds)
            job.wake.clear()


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
