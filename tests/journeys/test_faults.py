"""Killed processes and a lost database under load: nothing acknowledged is lost, nothing happens twice."""

import asyncio
import random
import shutil
import signal
from collections import defaultdict

import pytest

from app.adapters.database import migrate
from app.adapters.database.embedded import DATABASE, EmbeddedServer
from app.adapters.database.roles import make_roles, url_of_database
from tests.database_server import DatabaseUrls
from tests.journeys.load import CLIENTS, STEPS, Follower, Load, assert_said_in_form, until
from tests.journeys.processes import installed
from tests.run_folder import open_folder

SEED = 20260302
KILLS = 2
OUTAGES = 3
SOME = 24
LATEST_MOMENT_SECONDS = 0.5
TEST_SECONDS = 120.0

pytestmark = pytest.mark.slow


async def test_killed_api_and_worker_processes_lose_and_repeat_nothing(installation):
    load, followers = await prepared(installation)
    children, dice = (installation.apis[0], installation.worker), random.Random(SEED)

    async def faults():
        for _ in range(KILLS):
            await work(load, followers)
            await asyncio.gather(*[killed(child, dice.uniform(0, LATEST_MOMENT_SECONDS)) for child in children])
        await work(load, followers)

    await endure(load, followers, faults)

    assert load.counts["broken"] > load.counts["impatient"]
    await assert_nothing_lost_or_doubled(installation, load, followers)


async def test_a_lost_database_is_told_as_an_outage_and_survived_without_a_restart(server, installation):
    load, followers = await prepared(installation)
    children = (*installation.apis, installation.worker)
    started = [child.pid for child in children]

    async def faults():
        for _ in range(OUTAGES):
            await work(load, followers)
            await asyncio.to_thread(server.stop, immediate=True)
            await more(lambda: load.counts["unavailable"])
            await assert_outage_told(load.world)
            await asyncio.to_thread(server.start)
        await work(load, followers)

    await endure(load, followers, faults)

    assert [(child.pid, child.exit_status) for child in children] == [(pid, None) for pid in started]
    await assert_nothing_lost_or_doubled(installation, load, followers)


@pytest.fixture(scope="module")
async def server():
    """A server of these tests' own that keeps what it has acknowledged, migrated and ready."""
    folder = open_folder("sutiao-faults-")
    server = EmbeddedServer(folder / "var")
    await asyncio.to_thread(server.start)
    secret = server.passwords
    await make_roles(server.superuser_url, DATABASE, secret.owner, secret.app)
    await migrate.upgrade(server.owner_url)
    yield server
    await asyncio.to_thread(server.stop)
    shutil.rmtree(folder)


@pytest.fixture(scope="module")
async def installation(server, tmp_path_factory):
    """One API process and one worker; each test brings tenants of its own and leaves the processes running."""
    urls = DatabaseUrls(url_of_database(server.superuser_url, DATABASE), server.owner_url, server.app_url)
    async with installed(urls, tmp_path_factory.mktemp("faults"), with_worker=True) as running:
        yield running


# Load and faults -------------------------------------------------------------------------------------------------


async def prepared(installation):
    """A load, and a consumer of each side's feed."""
    world = await installation.world()
    return Load(world, SEED), [Follower(world.court), Follower(world.centre)]


async def endure(load, followers, faults):
    """Write, read and follow while the faults happen, and then until all is placed and was received."""
    async with asyncio.timeout(TEST_SECONDS), asyncio.TaskGroup() as group:
        readers = [group.create_task(one.follow()) for one in followers]
        readers.append(group.create_task(load.read()))
        writers = [group.create_task(load.write(number)) for number in range(CLIENTS)]
        await faults()
        load.end()
        await asyncio.wait(writers)
        await until(lambda: all(len(one.seen) >= len(load.answered) for one in followers))
        for reader in readers:
            reader.cancel()


async def killed(child, moment_seconds):
    """Kill a process after a moment, in the middle of its work, and start it again."""
    await asyncio.sleep(moment_seconds)
    assert await child.kill() == -signal.SIGKILL
    await child.start()


async def work(load, followers):
    """Wait until API and worker have both done something since now."""
    await more(lambda: len(load.answered))
    await more(lambda: min(len(one.seen) for one in followers))


async def more(progress):
    """Wait until something has grown."""
    start = progress()
    await until(lambda: progress() >= start + SOME)


async def assert_outage_told(world):
    """While the database is away: alive, not ready, and every write and read refused in form."""
    assert (await world.court.get("/livez")).status_code == 200
    for request in (
        world.court.get("/readyz"),
        world.court.get("/v1/referrals"),
        world.court.write("/v1/referrals", {"action": "delegate"}),
    ):
        assert_said_in_form(await request)


# What must be so afterwards ---------------------------------------------------------------------------------------


async def assert_nothing_lost_or_doubled(installation, load, followers):
    """Keys, referrals and events are exactly what was acknowledged; each feed tells them once and in order."""
    court, centre = load.world.court, load.world.centre
    written = set(load.answered.values())
    assert len(written) == len(load.answered)
    assert load.counts["replayed"] > 0
    assert await kept_answers(installation, court, centre) == load.answered
    listed = [item["id"] for item in await court.items("/v1/referrals")]
    assert sorted(listed) == sorted(referral_id for referral_id, version in written if version == 1)
    for follower in followers:
        feed = await follower.caller.items("/v1/events")
        assert_feed_is(feed, await events_for(installation, follower.caller), written)
        assert follower.seen == feed
    assert await installation.rows("SELECT entry FROM unplaced") == []
    status, said = await installation.verify()
    assert status == 0, said


def assert_feed_is(feed, events, written):
    """Dense from 1; each event of the audience once, as the table has it; within a referral by version."""
    assert [item["position"] for item in feed] == list(range(1, len(events) + 1))
    told = {item["id"]: (item["referral_id"], item["referral_version"]) for item in feed}
    assert told == events
    assert set(events.values()) == written
    versions = defaultdict(list)
    for item in feed:
        versions[item["referral_id"]].append(item["referral_version"])
    assert {tuple(found) for found in versions.values()} == {tuple(range(1, len(STEPS) + 2))}


async def events_for(installation, caller):
    """(referral, version) of every event that the tenant is audience of, by id."""
    rows = await installation.rows(
        "SELECT id::text, subject_id::text, version FROM events WHERE $1::uuid = ANY (audience)", caller.tenant_id
    )
    return {row["id"]: (row["subject_id"], row["version"]) for row in rows}


async def kept_answers(installation, *callers):
    """(referral, version) of every answer that is kept for these clients, by key."""
    rows = await installation.rows(
        "SELECT key, answer ->> 'id' AS id, version FROM idempotency_keys WHERE client_id = ANY ($1::uuid[])",
        [caller.client_id for caller in callers],
    )
    return {row["key"]: (row["id"], row["version"]) for row in rows}
