"""The worker's loops: they go on after failures, at once while there is more, and end between two rounds."""

import asyncio
import logging
import os
import signal
import sys
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from io import BytesIO
from uuid import uuid4

import pytest
import structlog

from app import log
from app.adapters.database.feed import Heads
from app.adapters.database.nudge import Nudge
from app.adapters.database.roles import connected
from app.adapters.database.sequencer import place_batch
from app.domain.access import ClientId
from app.domain.ports import Answer, Kept
from app.jobs.rounds import Job, Round, run_jobs
from app.settings import Settings
from app.wiring import wired
from app.worker import jobs_of, run_worker
from tests.stream import feed_of, tenant, write

ENOUGH_SECONDS = 30
STOPPED_SECONDS = 5


@pytest.fixture
def lines():
    """What is logged."""
    root, stream = logging.getLogger(), BytesIO()
    handlers, level = list(root.handlers), root.level
    log.configure("info", json=True, stream=stream)
    yield lambda: stream.getvalue().decode()
    structlog.reset_defaults()
    root.handlers[:] = handlers
    root.setLevel(level)


class Script:
    """A job's rounds, one after the other; sets `stop` when it is played to the end."""

    def __init__(self, *rounds):
        self.rounds = list(rounds)
        self.stop = asyncio.Event()

    async def __call__(self):
        this = self.rounds.pop(0)
        if not self.rounds:
            self.stop.set()
        if isinstance(this, Exception):
            raise this
        return this

    async def play(self, *, pause_seconds=0.0, batch=5):
        job = Job("script", self, batch, pause_seconds)
        await asyncio.wait_for(run_jobs([job], self.stop), ENOUGH_SECONDS)


async def test_a_full_round_is_followed_by_the_next_without_a_pause(lines):
    script = Script(Round(5), Round(5), Round(2))

    await script.play(pause_seconds=3600)

    assert script.rounds == []
    assert lines().count('"event":"job"') == 3


async def test_a_round_that_did_nothing_leaves_no_line(lines):
    await Script(Round(0), Round(0)).play()

    assert lines() == ""


async def test_a_failed_round_is_logged_and_tried_again(lines):
    script = Script(ValueError("a name that no log may hold"), Round(1))

    await script.play()

    assert script.rounds == []
    assert '"exception":"ValueError"' in lines()
    assert "a name" not in lines()


async def test_refusals_are_named_in_the_line(lines):
    await Script(Round(0, refused=("action_not_possible", "action_not_possible"))).play()

    assert '"outcome":"action_not_possible"' in lines()
    assert '"refused_count":2' in lines()


async def test_a_woken_job_does_not_wait_for_its_interval():
    rounds, stop = [], asyncio.Event()

    async def work():
        rounds.append(1)
        if len(rounds) == 2:
            stop.set()
        return Round(0)

    job = Job("sleeper", work, batch=1, pause_seconds=3600)
    running = asyncio.create_task(run_jobs([job], stop))
    await asyncio.sleep(0)
    job.wake.set()

    await asyncio.wait_for(running, ENOUGH_SECONDS)

    assert len(rounds) == 2


async def test_a_round_in_progress_is_finished_before_the_end():
    stop, entered, may_end, finished = (asyncio.Event() for _ in range(4))

    async def work():
        entered.set()
        await may_end.wait()
        finished.set()
        return Round(1)

    running = asyncio.create_task(run_jobs([Job("slow", work, 1, 3600)], stop))
    await entered.wait()
    stop.set()
    await asyncio.sleep(0)
    may_end.set()

    await asyncio.wait_for(running, ENOUGH_SECONDS)

    assert finished.is_set()


async def test_a_round_without_end_is_cut_off():
    stop, entered = asyncio.Event(), asyncio.Event()

    async def work():
        entered.set()
        return await asyncio.Future()

    running = asyncio.create_task(run_jobs([Job("endless", work, 1, 3600)], stop, stop_seconds=0.01))
    await entered.wait()

    stop.set()

    await asyncio.wait_for(running, ENOUGH_SECONDS)


@pytest.fixture
def settings(database_urls, tmp_path):
    return Settings(database_url=database_urls.app_url, data_dir=tmp_path)


async def test_the_jobs_of_a_worker_place_events_and_look_for_passed_deadlines(settings, database_urls):
    court, written = tenant(), asyncio.Event()
    async with connected(database_urls.app_url) as connection, wired(settings, application_name="test") as parts:
        [entry] = await write(connection, [court])

        rounds = {job.name: await job.work() for job in jobs_of(settings, parts, written)}

        jobs_without_work = (
            "idempotency",
            "deadlines",
            "calendar",
            "changed_calendar",
            "warnings",
            "inbox",
            "outbox",
            "reconciliation",
            "pull",
        )
        assert rounds == {"sequencer": Round(1), **dict.fromkeys(jobs_without_work, Round(0))}
        assert await feed_of(connection, court) == [(1, entry)]


async def test_a_worker_ends_when_it_is_signalled(settings, database_urls):
    running = asyncio.create_task(run_worker(settings))
    async with connected(database_urls.app_url) as connection:
        await listening(connection, 1)

    signal.raise_signal(signal.SIGTERM)

    await asyncio.wait_for(running, STOPPED_SECONDS)


async def test_a_worker_without_a_database_says_so():
    with pytest.raises(ValueError, match="DATABASE_URL"):
        await run_worker(Settings())


# Whole processes -------------------------------------------------------------------------------------------------


@pytest.mark.slow
async def test_two_workers_place_what_is_written_and_stop_when_they_are_asked(database_urls, tmp_path):
    court = tenant()
    heads, nudge = Heads(database_urls.app_url), Nudge(database_urls.app_url)
    await heads.start()
    nudge.start()
    async with (
        connected(database_urls.app_url) as connection,
        worker(database_urls, tmp_path) as first,
        worker(database_urls, tmp_path) as second,
    ):
        await write(connection, *[[court]] * 20)
        nudge()
        await heads.wait_beyond(court, 19, seconds=ENOUGH_SECONDS)
        placed = heads.position_of(court)
        await listening(connection, 2)

        first.send_signal(signal.SIGTERM)
        second.send_signal(signal.SIGINT)
        statuses = await asyncio.wait_for(asyncio.gather(first.wait(), second.wait()), STOPPED_SECONDS)

    assert placed == 20
    assert statuses == [0, 0]
    await nudge.stop()
    await heads.stop()


async def listening(connection, count):
    """Wait until so many workers are up."""
    query = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND application_name = $1"
    async with asyncio.timeout(ENOUGH_SECONDS):
        while await connection.fetchval(query, "sutiao sutiao_written") < count:  # noqa: ASYNC110 - a process starts
            await asyncio.sleep(0)


@asynccontextmanager
async def worker(urls, folder):
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "app.cli",
        "worker",
        stdin=asyncio.subprocess.DEVNULL,
        env={**os.environ, "DATABASE_URL": urls.app_url, "SUTIAO_DATA_DIR": str(folder)},
    )
    try:
        yield process
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()


async def test_a_worker_removes_old_entries_of_feed_after_feed_where_it_is_told_to(database_urls, engine, tmp_path):
    courts = [tenant() for _ in range(3)]
    async with connected(database_urls.app_url) as connection:
        await write(connection, courts, courts[:1], recorded_at=datetime(2020, 1, 1, tzinfo=UTC))
        await write(connection, courts, recorded_at=datetime.now(UTC))
        await place_batch(engine)
        settings = Settings(database_url=database_urls.app_url, data_dir=tmp_path, feed_retention_days=30)
        async with wired(settings, application_name="sutiao test") as parts:
            [remover] = [job.work for job in jobs_of(settings, parts, asyncio.Event()) if job.name == "feed"]
            rounds = [await remover() for _ in range(4)]
            kept = jobs_of(Settings(database_url=database_urls.app_url, data_dir=tmp_path), parts, asyncio.Event())

        assert sum(each.done_count for each in rounds) == 4
        assert [position for court in courts for position, _ in await feed_of(connection, court)] == [3, 2, 2]
    assert not rounds[-1].to_be_continued
    assert "feed" not in {job.name for job in kept}


async def test_a_worker_frees_old_idempotency_keys_where_it_is_told_to_and_counts_them(database_urls, tmp_path):
    settings = Settings(database_url=database_urls.app_url, data_dir=tmp_path, idempotency_days=30)
    async with wired(settings, application_name="sutiao test") as parts:
        now, client = parts.ports.clock.system_now(), ClientId(uuid4())
        for key, days in (("old", 31), ("older", 400), ("young", 29)):
            async with parts.ports.unit_of_work(None) as tx:
                answer = Answer(status=201, body={"id": str(uuid4())})
                await tx.idempotency.keep(Kept(client, key, b"x", answer, now - timedelta(days=days)))

        [forget] = [job.work for job in jobs_of(settings, parts, asyncio.Event()) if job.name == "idempotency"]
        rounds = [await forget(), await forget()]

        assert [each.done_count for each in rounds] == [2, 0]
        async with parts.ports.unit_of_work(None) as tx:
            found = {key: await tx.idempotency.look_up(client, key) for key in ("old", "older", "young")}
        assert [key for key, kept in found.items() if kept is not None] == ["young"]
        for_ever = settings.model_copy(update={"idempotency_days": 0})
        assert "idempotency" not in {job.name for job in jobs_of(for_ever, parts, asyncio.Event())}
