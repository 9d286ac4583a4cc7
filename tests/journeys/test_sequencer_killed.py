"""A sequencer that is killed in the middle of its work loses nothing, repeats nothing and leaves no gap."""

import asyncio
import os
import random
import signal
import sys
from contextlib import AsyncExitStack, asynccontextmanager
from uuid import uuid4

import pytest

from app.adapters.database.roles import connected
from app.adapters.database.sequencer import place_batch
from tests.post import an_endpoint, rows, states
from tests.stream import AS_SYSTEM, feed_of, insert, tenant

WRITERS = 4
KILLS = 4
LONGEST_LIFE_SECONDS = 0.25
READY_SECONDS = 30
WRITER_PAUSE_SECONDS = 0.001


@pytest.mark.slow
async def test_the_others_go_on_where_a_killed_sequencer_was_cut_off(database_urls, engine):
    """Several compete all the time; one after the other is killed while it works, until one is left."""
    court, centre, dice, over = tenant(), tenant(), random.Random(7), asyncio.Event()
    async with connected(database_urls.app_url) as connection:
        await an_endpoint(connection, court)
    async with AsyncExitStack() as opened:
        sequencers = [await opened.enter_async_context(sequencer_process(database_urls)) for _ in range(KILLS + 1)]
        for sequencer in sequencers:
            await told(sequencer, b"r")
        writers = [asyncio.create_task(write_until(over, database_urls, [court, centre])) for _ in range(WRITERS)]
        for sequencer in sequencers[:KILLS]:
            await told(sequencer, b".")
            await asyncio.sleep(dice.uniform(0, LONGEST_LIFE_SECONDS))
            sequencer.kill()
            assert await sequencer.wait() == -signal.SIGKILL
        await told(sequencers[-1], b".")
        over.set()
        written = [entry for entries in await asyncio.gather(*writers) for entry in entries]
        assert sequencers[-1].returncode is None
    await drain(engine)

    async with connected(database_urls.app_url) as connection:
        feeds = [await feed_of(connection, one) for one in (court, centre)]
        waiting = await connection.fetchval("SELECT count(*) FROM unplaced")
        queued = await states(connection)
        lanes = await rows(connection, "SELECT head_position FROM lanes")
    assert waiting == 0
    assert len(written) > 100
    for feed in feeds:
        assert [position for position, _ in feed] == list(range(1, len(written) + 1))
        assert sorted(entry for _, entry in feed) == sorted(written)
    assert feeds[0] == feeds[1]
    assert queued == [(position, "waiting") for position, _ in feeds[0]]
    assert (len(lanes), min(lane["head_position"] for lane in lanes)) == (WRITERS, 1)


@asynccontextmanager
async def sequencer_process(urls):
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "tests.journeys.sequencer_process",
        stdout=asyncio.subprocess.PIPE,
        env={**os.environ, "DATABASE_URL": urls.app_url},
    )
    try:
        yield process
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()


async def told(process, mark):
    """Wait for what the process says next."""
    assert process.stdout is not None
    assert await asyncio.wait_for(process.stdout.read(1), READY_SECONDS) == mark


async def write_until(over, urls, audience):
    """Write one event after the other; entries of the committed ones."""
    entries, referral_id = [], uuid4()
    async with connected(urls.app_url) as connection:
        while not over.is_set():
            await connection.execute(AS_SYSTEM)
            entries.append(await insert(connection, audience, subject_id=referral_id))
            await connection.execute("COMMIT")
            await asyncio.sleep(WRITER_PAUSE_SECONDS)
    return entries


async def drain(engine):
    """The lock of a killed process ends with its connection, so nobody needs to wait for it."""
    async with asyncio.timeout(READY_SECONDS):
        async with engine.connect() as connection:
            while (await connection.exec_driver_sql("SELECT count(*) FROM unplaced")).scalar_one():
                await place_batch(engine)
