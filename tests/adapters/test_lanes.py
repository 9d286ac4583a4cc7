"""Taking work costs what is taken, however much waits behind it, later, or for endpoints that are off."""

import asyncio
import json

import pytest

from app.adapters.database.lanes import (
    CLAIMING,
    TAKE,
    TARGETS,
    TARGETS_KEPT_MAX,
    WAITING,
    KeptTargets,
    target_of,
)
from app.adapters.database.roles import connected
from app.adapters.database.sequencer import QUEUED_CHANNEL, place_batch
from app.adapters.ids import new_id
from app.services import verification
from app.services.delivery.claiming import claim
from tests.factories import RING
from tests.post import Receivers, SteeredClock, a_round, an_endpoint, happen, post_on, referrals, rows, states
from tests.stream import AS_SYSTEM, tenant, write

BUFFERS_MAX = 1_000
BLOCKED = 100_000
_FILL = """
INSERT INTO deliveries (endpoint_id, position, tenant_id, entry, subject_id, first_due_at)
SELECT $1, 1000 + n, $2, 1, CASE WHEN n % 2 = 0 THEN $3 ELSE gen_random_uuid() END, now()
FROM generate_series(1, $4::integer) AS n
"""
_LANES = """
INSERT INTO lanes (endpoint_id, subject_id, tenant_id, head_position, next_due_at)
SELECT endpoint_id, subject_id, tenant_id, min(position), $2 FROM deliveries WHERE endpoint_id = $1 AND position > 1000
GROUP BY endpoint_id, subject_id, tenant_id
"""


@pytest.fixture
async def connection(database_urls):
    async with connected(database_urls.app_url) as connection:
        yield connection


async def buffers(connection, statement, *arguments):
    """Pages that a statement touches, as the application's role, planned as in its pool; nothing is kept."""
    await connection.execute(AS_SYSTEM)
    await connection.execute(
        f"SET LOCAL plan_cache_mode = force_generic_plan; SET LOCAL enable_seqscan = off; {CLAIMING}"
    )
    found = await connection.fetchval(f"EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) {statement}", *arguments)
    await connection.execute("ROLLBACK")
    plan = json.loads(found)[0]["Plan"]
    return plan["Shared Hit Blocks"] + plan["Shared Read Blocks"]


async def test_a_claim_touches_few_pages_beside_a_hundred_thousand_blocked_deliveries(engine, connection):
    """Half of them wait behind one head; of the rest a part is due later and a part belongs to a paused endpoint."""
    court, clock = tenant(), SteeredClock()
    active = await an_endpoint(connection, court)
    paused = await an_endpoint(connection, court, "https://paused.example/", state="paused")
    await happen(connection, engine, *referrals(60), audience=[court])
    for endpoint, due_at in ((active, clock.moment.replace(year=2099)), (paused, clock.moment)):
        await connection.execute(AS_SYSTEM)
        await connection.execute(_FILL, endpoint, court, referrals(1)[0], BLOCKED // 2)
        await connection.execute(_LANES, endpoint, due_at)
        await connection.execute("COMMIT")
    post = post_on(engine, Receivers(), clock)
    due = (await rows(connection, "SELECT endpoint_id FROM lanes GROUP BY endpoint_id")), clock.moment
    assert len(due[0]) == 2

    counts = {
        "waiting": await buffers(connection, WAITING, None, 128, clock.moment),
        "targets": await buffers(connection, TARGETS, [active, paused], clock.moment),
        "take": await buffers(connection, TAKE, [active], [50], [50], [clock.moment], active, clock.moment),
    }

    assert sum(counts.values()) <= BUFFERS_MAX, counts
    assert len((await claim(post, room=10, after_id=None)).tasks) == 10


async def test_who_listens_is_told_once_a_batch_that_queued_something(engine, connection, database_urls):
    court, centre = tenant(), tenant()
    await an_endpoint(connection, court)
    heard: asyncio.Queue[str] = asyncio.Queue()
    async with connected(database_urls.app_url) as listener:
        await listener.add_listener(QUEUED_CHANNEL, lambda *told: heard.put_nowait(told[3]))
        await write(connection, [centre])
        assert (await place_batch(engine)).queued_count == 0
        await write(connection, [court], [court])

        assert (await place_batch(engine)).queued_count == 2

        assert await asyncio.wait_for(heard.get(), 5) == ""
        assert heard.empty()


async def test_what_comes_while_a_lane_is_emptied_is_never_without_one(engine, connection, database_urls):
    """The last delivery of a lane is settled again and again at the moment at which the next one is queued."""
    court, cases, count = tenant(), referrals(2), 60
    await an_endpoint(connection, court)
    post = post_on(engine, Receivers())
    post.ports.clock._source.pass_time(hours=1)

    async def happening():
        async with connected(database_urls.app_url) as writer:
            for _ in range(count // len(cases)):
                await happen(writer, engine, *cases, audience=[court])

    async def delivering():
        while len([1 for _, state in await states(connection) if state == "delivered"]) < count:
            await a_round(post)

    async with asyncio.timeout(60):
        await asyncio.gather(happening(), delivering())

    assert await rows(connection, "SELECT 1 FROM lanes") == []
    assert [fault.code for fault in (await verification.verify(post.ports)).faults if fault.invariant == 4] == []


async def test_an_endpoint_is_read_anew_as_soon_as_anything_of_it_changes(connection):
    """Its secrets are not decrypted for every claim; those that sign are those of the moment all the same."""
    endpoint_id, clock = await an_endpoint(connection, tenant()), SteeredClock()

    async def read():
        return (await rows(connection, TARGETS, [endpoint_id], clock.now()))[0]

    kept = KeptTargets()
    first = kept.of(await read(), RING)
    assert kept.of(await read(), RING) is first
    for change in (
        "UPDATE webhook_endpoints SET url = 'https://b.example/'",
        "UPDATE webhook_endpoints SET last_success_at = now()",
        "UPDATE webhook_secrets SET ends_at = now() - interval '1 day'",
    ):
        await rows(connection, change)
        assert kept.of(await read(), RING) == target_of(await read(), RING) != first
    assert kept.of(await read(), RING).secrets == ()


async def test_no_more_endpoints_are_kept_than_stated(connection):
    endpoint_id, clock = await an_endpoint(connection, tenant()), SteeredClock()
    row = {**(await rows(connection, TARGETS, [endpoint_id], clock.now()))[0], "secrets": []}

    kept = KeptTargets()
    for _ in range(TARGETS_KEPT_MAX + 1):
        kept.of(row | {"id": new_id()}, RING)

    assert len(kept) <= TARGETS_KEPT_MAX
