"""The check of a living database: clean when it is, and each kind of damage is found."""

import asyncio

import pytest

from app.adapters.database.roles import connected
from app.domain.lifecycle.states import MediationState
from app.services import verification
from tests.factories import a_world, brought_to, opened, ports_on, time_passes, with_effective_agreement


@pytest.fixture
def ports(engine):
    return ports_on(engine)


@pytest.fixture
async def world(ports):
    return await a_world(ports)


async def damage(urls, *statements):
    """What only somebody with all powers can do: switch the guards off, and change what is written."""
    async with connected(urls.superuser_url) as superuser:
        await superuser.execute("SET session_replication_role = replica")
        for statement in statements:
            await superuser.execute(statement)


async def found(ports):
    return {(fault.invariant, fault.code) for fault in (await verification.verify(ports)).faults}


async def test_a_database_with_every_state_in_it_is_clean(ports, world):
    for state in MediationState:
        await brought_to(ports, world, state)
    await with_effective_agreement(ports, world)

    report = await verification.verify(ports)

    assert report.faults == ()
    assert report.counts["referrals"] == len(MediationState) + 1
    assert report.counts["events"] == report.counts["unplaced"]


async def test_an_empty_database_is_clean(ports):
    assert (await verification.verify(ports)).clean


async def test_the_check_sees_one_moment_while_others_write(ports, world):
    """Referral and events are read by two statements; a write between them is no fault."""
    await opened(ports, world)

    async def write():
        for _ in range(10):
            await brought_to(ports, world, MediationState.ACCEPTED)

    writing = asyncio.create_task(write())
    reports = [await verification.verify(ports) for _ in range(10)]
    await writing

    assert all(report.clean for report in reports)


PLACE = """
INSERT INTO feed_entries (tenant_id, position, entry)
SELECT a.tenant_id, row_number() OVER (PARTITION BY a.tenant_id ORDER BY e.entry), e.entry
FROM events AS e CROSS JOIN LATERAL unnest(e.audience) AS a (tenant_id);
INSERT INTO feed_heads (tenant_id, position, batch) SELECT tenant_id, max(position), max(entry) FROM feed_entries
GROUP BY tenant_id;
DELETE FROM unplaced
"""


async def test_placed_events_are_clean(ports, world, database_urls):
    await with_effective_agreement(ports, world)
    await damage(database_urls, PLACE)

    assert await found(ports) == set()


REMOVE = """
DELETE FROM feed_entries WHERE position < 3;
INSERT INTO feed_floors SELECT tenant_id, 2, now() FROM feed_heads WHERE position >= 2
"""


async def test_feeds_whose_oldest_entries_were_removed_are_clean(ports, world, database_urls):
    await with_effective_agreement(ports, world)
    await damage(database_urls, PLACE, REMOVE)

    assert await found(ports) == set()


@pytest.mark.parametrize(
    ("statement", "fault"),
    [
        (
            "UPDATE events SET body = jsonb_set(body, '{facts}', '{\"late\": true}') WHERE version = 2",
            (2, "content_differs"),
        ),
        ("UPDATE events SET occurred_on = occurred_on - 1 WHERE version = 2", (2, "content_differs")),
        ("UPDATE events SET actor = jsonb_set(actor, '{role}', '\"court\"') WHERE version = 2", (2, "content_differs")),
        ("UPDATE events SET audience = audience[1:1] WHERE version = 2", (2, "content_differs")),
        ("UPDATE events SET previous = '\\x00' WHERE version = 3", (2, "previous_differs")),
        ("DELETE FROM events WHERE version = 2", (2, "version_gap")),
        ("DELETE FROM events WHERE version = (SELECT max(version) FROM events)", (2, "chain_end_differs")),
        ("DELETE FROM events WHERE version = (SELECT max(version) FROM events)", (1, "version_differs")),
        ("UPDATE events SET actor = actor - 'role' WHERE version = 1", (2, "event_incomplete")),
        ("UPDATE events SET subject_id = gen_random_uuid() WHERE version = 1", (1, "event_without_referral")),
        ("UPDATE referrals SET state = 'overdue'", (1, "state_differs")),
        ("UPDATE referrals SET version = 99", (1, "version_differs")),
        ("UPDATE agreements SET state = 'performed'", (1, "state_differs")),
        (
            "UPDATE feed_entries SET position = position + 1 WHERE position = (SELECT max(position) FROM feed_entries)",
            (3, "positions_not_dense"),
        ),
        ("UPDATE feed_heads SET position = position + 1", (3, "head_differs")),
        (
            "DELETE FROM feed_entries WHERE position = (SELECT max(position) FROM feed_entries)",
            (3, "event_missing_in_feed"),
        ),
        ("UPDATE feed_entries SET entry = 1 WHERE position = 2", (3, "event_twice_in_feed")),
        ("INSERT INTO unplaced VALUES (1)", (3, "event_placed_and_waiting")),
        ("INSERT INTO feed_entries VALUES (gen_random_uuid(), 1, 1)", (3, "feed_of_another")),
        ("INSERT INTO feed_entries SELECT tenant_id, 99, 10000 FROM feed_heads LIMIT 1", (3, "feed_of_another")),
        (
            "UPDATE feed_entries SET entry = 3 - entry WHERE entry IN (1, 2)",
            (3, "feed_out_of_version_order"),
        ),
        (
            (
                "DELETE FROM feed_entries WHERE position < 3;"
                "INSERT INTO feed_floors SELECT tenant_id, 1, now() FROM feed_heads"
            ),
            (3, "removed_without_floor"),
        ),
        (
            (
                "INSERT INTO consumers SELECT tenant_id, 'x', '{}', NULL, NULL, 999, NULL, NULL, NULL, now(), now() "
                "FROM feed_heads LIMIT 1"
            ),
            (3, "consumer_beyond_feed"),
        ),
        ("UPDATE idempotency_keys SET version = 77 WHERE version = 2", (5, "answer_without_effect")),
        ("UPDATE idempotency_keys SET version = 1 WHERE version = 2", (5, "effect_of_two_keys")),
        (
            "UPDATE referrals SET state = 'closed'; UPDATE clocks SET state = 'running', closed_on = NULL",
            (6, "open_clock_of_closed_region"),
        ),
        ("UPDATE clocks SET viewers = viewers[1:1]", (0, "viewers_differ_below")),
        (
            "UPDATE disputes SET viewers = viewers; UPDATE referrals SET viewers = viewers[1:1]",
            (0, "viewers_are_not_the_audience"),
        ),
    ],
)
async def test_damage_is_found(ports, world, database_urls, statement, fault):
    await with_effective_agreement(ports, world)
    await damage(database_urls, PLACE)

    await damage(database_urls, statement)

    assert fault in await found(ports)


async def test_the_report_is_bounded(ports, world, database_urls):
    """A wreck of many rows does not fill the memory of who checks it."""
    for _ in range(3):
        await opened(ports, world)
    await damage(
        database_urls,
        "INSERT INTO feed_entries SELECT gen_random_uuid(), 1, n FROM generate_series(1000, 1040) AS n",
        "UPDATE referrals SET version = 99, state = 'closed'",
    )

    report = await verification.verify(ports, faults_max=2)

    codes = [fault.code for fault in report.faults]
    assert codes.count("feed_of_another") == 2
    assert sum(fault.invariant == 1 for fault in report.faults) == 2


async def test_a_referral_that_time_moved_is_clean(ports, world):
    await brought_to(ports, world, MediationState.MEDIATING)
    await time_passes(ports, world, days=90)

    assert (await verification.verify(ports)).clean
