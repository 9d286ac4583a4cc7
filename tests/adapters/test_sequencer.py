"""The sequencer on a real database: dense, ordered, once, whoever else is at work."""

import asyncio
from uuid import UUID

import pytest

from app.adapters.database.roles import connected
from app.adapters.database.sequencer import (
    PLACED_CHANNEL,
    SEQUENCER_LOCK,
    Placed,
    heads_in,
    place_batch,
)
from app.domain.errors import Refusal
from tests.stream import AS_SYSTEM, feed_of, insert, tenant, two_connections, write


@pytest.fixture
async def connection(database_urls):
    async with connected(database_urls.app_url) as connection:
        yield connection


async def test_nothing_waiting_is_nothing_done(engine):
    assert await place_batch(engine) == Placed(0)


async def test_each_tenant_gets_dense_positions_in_the_order_of_entries(engine, connection):
    court, centre, partner = tenant(), tenant(), tenant()
    first, second, third = await write(connection, [court, centre], [court], [centre, court, partner])

    placed = await place_batch(engine)

    assert placed == Placed(3, {court: 3, centre: 2, partner: 1})
    assert await feed_of(connection, court) == [(1, first), (2, second), (3, third)]
    assert await feed_of(connection, centre) == [(1, first), (2, third)]
    assert await feed_of(connection, partner) == [(1, third)]


async def test_the_next_batch_goes_on_where_the_last_one_ended(engine, connection):
    court, centre = tenant(), tenant()
    entries = await write(connection, [court], [court, centre], [court])

    batches = [await place_batch(engine, 2), await place_batch(engine, 2), await place_batch(engine, 2)]

    assert batches == [Placed(2, {court: 2, centre: 1}), Placed(1, {court: 3}), Placed(0)]
    assert await feed_of(connection, court) == list(enumerate(entries, start=1))


async def test_a_latecomer_with_a_lower_entry_is_placed_behind_what_was_placed_before(engine, database_urls):
    court = tenant()
    async with two_connections(database_urls) as (slow, quick):
        await slow.execute(AS_SYSTEM)
        low = await insert(slow, [court])
        [high] = await write(quick, [court])
        before = await place_batch(engine)
        await slow.execute("COMMIT")

        after = await place_batch(engine)

        assert low < high
        assert (before, after) == (Placed(1, {court: 1}), Placed(1, {court: 2}))
        assert await feed_of(quick, court) == [(1, high), (2, low)]


async def test_a_batch_of_latecomers_still_raises_the_mark_of_its_heads(engine, database_urls):
    """Who asks for heads above the last mark must hear of a batch whose entries are all older."""
    court, centre = tenant(), tenant()
    async with two_connections(database_urls) as (slow, quick):
        await slow.execute(AS_SYSTEM)
        await insert(slow, [court])
        await write(quick, [centre])
        await place_batch(engine)
        mark = await quick.fetchval("SELECT max(batch) FROM feed_heads")
        await slow.execute("COMMIT")

        await place_batch(engine)

        assert await quick.fetch("SELECT tenant_id FROM feed_heads WHERE batch > $1", mark) == [(court,)]


async def test_a_rolled_back_event_leaves_no_gap(engine, connection):
    court = tenant()
    await connection.execute(AS_SYSTEM)
    await insert(connection, [court])
    await connection.execute("ROLLBACK")
    [kept] = await write(connection, [court])

    await place_batch(engine)

    assert await feed_of(connection, court) == [(1, kept)]


async def test_a_tenant_named_twice_in_an_audience_gets_the_event_once(engine, connection):
    court = tenant()
    [entry] = await write(connection, [court, court])

    await place_batch(engine)

    assert await feed_of(connection, court) == [(1, entry)]


async def test_an_event_for_nobody_is_done_with(engine, connection):
    await write(connection, [])

    assert await place_batch(engine) == Placed(1)
    assert await place_batch(engine) == Placed(0)


async def test_while_one_sequencer_works_another_does_nothing_and_does_not_wait(engine, database_urls):
    court = tenant()
    async with two_connections(database_urls) as (holder, writer):
        await write(writer, [court])
        await holder.execute(f"BEGIN; SELECT pg_advisory_xact_lock({SEQUENCER_LOCK})")

        idle = await asyncio.wait_for(place_batch(engine), 5)
        await holder.execute("ROLLBACK")

        assert idle == Placed(0)
        assert await place_batch(engine) == Placed(1, {court: 1})


async def test_many_sequencers_at_once_place_everything_once(engine, connection):
    court = tenant()
    entries = await write(connection, *[[court]] * 120)

    async def sequencer():
        while await connection_free_count() > 0:
            await place_batch(engine, 7)

    async def connection_free_count():
        async with engine.connect() as own:
            return (await own.exec_driver_sql("SELECT count(*) FROM unplaced")).scalar_one()

    await asyncio.gather(*[sequencer() for _ in range(4)])

    assert await feed_of(connection, court) == list(enumerate(entries, start=1))


async def test_a_batch_that_is_cut_off_leaves_everything_waiting(engine, connection, database_urls):
    """The server ends the sequencer's connection in the middle of its batch, which waits for a row."""
    court = tenant()
    [first] = await write(connection, [court])
    await place_batch(engine)
    [second] = await write(connection, [court])
    async with connected(database_urls.app_url) as blocker, connected(database_urls.superuser_url) as superuser:
        await blocker.execute("BEGIN; SELECT FROM feed_heads FOR UPDATE")
        cut_off = asyncio.create_task(place_batch(engine))
        pid = await waiting_for_a_lock(superuser)
        await superuser.fetch("SELECT pg_terminate_backend($1)", pid)
        with pytest.raises(Refusal, match="database_unavailable"):
            await cut_off
        await blocker.execute("ROLLBACK")

    assert await place_batch(engine) == Placed(1, {court: 2})
    assert await feed_of(connection, court) == [(1, first), (2, second)]


async def waiting_for_a_lock(superuser):
    pid = None
    async with asyncio.timeout(10):
        while pid is None:
            pid = await superuser.fetchval(
                "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"
            )
    return pid


async def test_one_notification_tells_all_new_heads(engine, database_urls):
    court, centre = tenant(), tenant()
    heard: asyncio.Queue[str] = asyncio.Queue()
    async with two_connections(database_urls) as (writer, listener):
        await listener.add_listener(PLACED_CHANNEL, lambda *told: heard.put_nowait(told[3]))
        await write(writer, [court, centre], [court])

        await place_batch(engine)
        await place_batch(engine)

        payload = await asyncio.wait_for(heard.get(), 5)
        await listener.fetchval("SELECT 1")
        assert heads_in(payload) == {court: 2, centre: 1}
        assert heard.empty()


@pytest.mark.parametrize(("count", "fits"), [(202, True), (203, False)])
async def test_a_batch_for_more_tenants_than_a_notification_holds_says_read_again(engine, database_urls, count, fits):
    heard: asyncio.Queue[str] = asyncio.Queue()
    heads = {tenant(): 1 for _ in range(count)}
    async with two_connections(database_urls) as (writer, listener):
        await listener.add_listener(PLACED_CHANNEL, lambda *told: heard.put_nowait(told[3]))
        await write(writer, list(heads))

        placed = await place_batch(engine)

        assert placed.heads == heads
        assert heads_in(await asyncio.wait_for(heard.get(), 5)) == (heads if fits else None)


async def test_without_the_system_principal_nobody_can_write_into_a_feed(connection):
    with pytest.raises(Exception, match="row-level security"):
        await connection.execute(f"INSERT INTO feed_entries VALUES ('{tenant()}', 1, 1)")


@pytest.mark.parametrize("payload", ["", "nonsense", ":", "a:1", f"{UUID(int=1)}:", f"{UUID(int=1)}:x,"])
def test_a_payload_that_nobody_here_wrote_means_read_again(payload):
    assert heads_in(payload) is None
