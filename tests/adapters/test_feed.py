"""Heads in memory and pages from the database, and that an idle answer asks the database nothing."""

import asyncio
from contextlib import suppress

import pytest
from sqlalchemy import event

from app.adapters.database.engine import make_engine
from app.adapters.database.feed import STALE_SECONDS, TENANT_WAITER_LIMIT, WAITER_LIMIT, FeedPages, Heads
from app.adapters.database.nudge import WRITTEN_CHANNEL, Nudge
from app.adapters.database.roles import connected
from app.adapters.database.sequencer import PLACED_CHANNEL, place_batch
from app.domain.cursor import Cursor, encode
from app.domain.errors import Refusal
from app.services.history import FeedPage, FeedPorts, feed_page
from tests.stream import principal_of, tenant, write

ENOUGH_SECONDS = 10
BEFORE_THE_CHECK_SECONDS = 0.8


@pytest.fixture
async def connection(database_urls):
    async with connected(database_urls.app_url) as connection:
        yield connection


@pytest.fixture
async def heads(database_urls):
    heads = Heads(database_urls.app_url)
    await heads.start()
    yield heads
    await heads.stop()


@pytest.fixture
def ports(heads, engine):
    return FeedPorts(heads, FeedPages(engine))


async def until(holds):
    """Let the others run until something holds."""
    async with asyncio.timeout(ENOUGH_SECONDS):
        while not holds():  # noqa: ASYNC110 - what is waited for tells nobody
            await asyncio.sleep(0)


async def reached(heads, tenant_id, position):
    """Wait as a long poll does; fails where the head does not come."""
    await heads.wait_beyond(tenant_id, position - 1, seconds=ENOUGH_SECONDS)
    assert heads.position_of(tenant_id) == position


# Heads -----------------------------------------------------------------------------------------------------------


async def test_heads_know_at_the_start_what_was_placed_before(engine, connection, database_urls):
    court = tenant()
    await write(connection, [court], [court])
    await place_batch(engine)
    heads = Heads(database_urls.app_url)

    await heads.start()

    assert (heads.epoch(), heads.position_of(court), heads.position_of(tenant())) == (1, 2, 0)
    await heads.stop()


async def test_a_head_moves_with_the_batch_that_moved_it(heads, engine, connection):
    court = tenant()
    await write(connection, [court])

    await place_batch(engine)

    await asyncio.wait_for(reached(heads, court, 1), BEFORE_THE_CHECK_SECONDS)


async def test_a_notification_without_names_makes_the_heads_be_read_again(heads, engine, connection):
    tenants = [tenant() for _ in range(400)]
    await write(connection, tenants)

    await place_batch(engine)

    await reached(heads, tenants[0], 1)
    assert {heads.position_of(one) for one in tenants} == {1}


async def test_a_head_whose_notification_was_lost_is_found_by_the_check(heads, engine, connection):
    """The head is moved by hand, without telling."""
    court = tenant()
    await connection.execute(f"INSERT INTO feed_heads VALUES ('{court}', 5, 77)")

    await reached(heads, court, 5)


async def test_a_batch_of_latecomers_is_found_by_the_check_too(heads, engine, connection):
    court, centre = tenant(), tenant()
    await connection.execute(f"INSERT INTO feed_heads VALUES ('{court}', 5, 77)")
    await reached(heads, court, 5)
    await connection.execute(f"INSERT INTO feed_heads VALUES ('{centre}', 1, 78)")

    await reached(heads, centre, 1)


async def test_a_lost_connection_is_made_again_and_nothing_is_missed(heads, engine, connection, database_urls):
    court = tenant()
    async with connected(database_urls.superuser_url) as superuser:
        ended = await superuser.fetchval(
            "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity "
            "WHERE datname = current_database() AND application_name = $1",
            f"sutiao {PLACED_CHANNEL}",
        )
    await write(connection, [court])
    await place_batch(engine)

    await reached(heads, court, 1)
    assert ended == 1


async def test_an_unreadable_notification_harms_nothing(heads, engine, connection):
    court = tenant()
    await connection.execute(f"NOTIFY {PLACED_CHANNEL}, 'nonsense'")
    await write(connection, [court])
    await place_batch(engine)

    await reached(heads, court, 1)


async def test_heads_that_were_not_read_for_long_refuse_to_speak(database_urls):
    seconds = [100.0]
    heads = Heads(database_urls.app_url, monotonic_seconds=lambda: seconds[0])
    await heads.start()
    await heads.stop()
    assert heads.epoch() == 1

    seconds[0] += STALE_SECONDS + 1

    with pytest.raises(Refusal, match="database_unavailable"):
        heads.epoch()


async def test_heads_start_without_a_database_and_refuse_until_there_is_one():
    heads = Heads("postgresql://nobody@127.0.0.1:1/none")

    await heads.start(load_seconds=0.05)

    with pytest.raises(Refusal, match="database_unavailable"):
        heads.epoch()
    await heads.stop()


async def test_a_new_epoch_forgets_the_old_heads(heads, connection, database_urls):
    court, centre = tenant(), tenant()
    await connection.execute(f"INSERT INTO feed_heads VALUES ('{court}', 900, 50)")
    await reached(heads, court, 900)

    async with connected(database_urls.owner_url) as owner:
        await owner.execute(
            f"BEGIN; UPDATE feed_heads SET position = 3, batch = 2 WHERE tenant_id = '{court}';"
            f"INSERT INTO feed_heads VALUES ('{centre}', 1, 3);"
            "INSERT INTO feed_epochs VALUES (2, now(), 'restored'); COMMIT"
        )

    await reached(heads, centre, 1)
    assert (heads.epoch(), heads.position_of(court)) == (2, 3)


# Waiting ---------------------------------------------------------------------------------------------------------


async def test_a_wait_that_brings_nothing_ends_with_its_time(heads):
    await asyncio.wait_for(heads.wait_beyond(tenant(), 0, seconds=0.01), ENOUGH_SECONDS)

    assert heads.waiter_count == 0


async def test_another_tenants_event_wakes_nobody_else(heads, engine, connection):
    court, centre = tenant(), tenant()
    waiting = asyncio.create_task(heads.wait_beyond(centre, 0, seconds=ENOUGH_SECONDS))
    await write(connection, [court])
    await place_batch(engine)
    await reached(heads, court, 1)

    assert not waiting.done()
    waiting.cancel()


async def test_all_who_wait_for_one_tenant_are_woken(heads, engine, connection):
    court = tenant()
    waiting = [asyncio.create_task(reached(heads, court, 1)) for _ in range(50)]
    await write(connection, [court])

    await place_batch(engine)

    await asyncio.wait_for(asyncio.gather(*waiting), ENOUGH_SECONDS)
    assert heads.waiter_count == 0


@pytest.mark.parametrize(
    ("limits", "same"), [({"waiter_limit": 2}, False), ({"tenant_waiter_limit": 2}, True)], ids=["all", "tenant"]
)
async def test_who_finds_no_place_waits_not_at_all_and_a_place_comes_free_again(database_urls, limits, same):
    heads, court = Heads(database_urls.app_url, **limits), tenant()
    await heads.start()
    places = [asyncio.create_task(heads.wait_beyond(court, 0, seconds=ENOUGH_SECONDS)) for _ in range(2)]
    await asyncio.sleep(0)
    late = court if same else tenant()

    await asyncio.wait_for(heads.wait_beyond(late, 0, seconds=60), ENOUGH_SECONDS)
    waiting_while_full = heads.waiter_count
    for one in places:
        one.cancel()
    await asyncio.wait(places)
    again = asyncio.create_task(heads.wait_beyond(late, 0, seconds=ENOUGH_SECONDS))
    await until(lambda: heads.waiter_count == 1)

    assert waiting_while_full == 2
    again.cancel()
    await asyncio.wait([again])
    assert heads.waiter_count == 0
    await heads.stop()


async def test_one_tenant_takes_no_place_from_another(heads):
    greedy, other = tenant(), tenant()
    places = [asyncio.create_task(heads.wait_beyond(greedy, 0, seconds=ENOUGH_SECONDS)) for _ in range(WAITER_LIMIT)]
    await until(lambda: sum(one.done() for one in places) == WAITER_LIMIT - TENANT_WAITER_LIMIT)

    waiting = asyncio.create_task(heads.wait_beyond(other, 0, seconds=ENOUGH_SECONDS))
    await until(lambda: heads.waiter_count == TENANT_WAITER_LIMIT + 1)

    assert not waiting.done()
    heads.release()
    await asyncio.wait([*places, waiting])


async def test_stopping_lets_all_who_wait_go(heads):
    waiting = asyncio.create_task(heads.wait_beyond(tenant(), 0, seconds=60))
    await asyncio.sleep(0)

    await heads.stop()

    await asyncio.wait_for(waiting, ENOUGH_SECONDS)


# Pages -----------------------------------------------------------------------------------------------------------


async def test_pages_follow_each_other_to_the_end(ports, engine, connection):
    court = tenant()
    await write(connection, *[[court]] * 5)
    await place_batch(engine)
    await reached(ports.heads, court, 5)
    principal, seen, after, sizes = principal_of(court), [], None, []

    for _ in range(4):
        page = await feed_page(ports, principal, after=after, limit=2)
        seen += [item["position"] for item in page.items]
        sizes.append((len(page.items), page.has_more))
        after = page.next

    assert seen == [1, 2, 3, 4, 5]
    assert sizes == [(2, True), (2, True), (1, False), (0, False)]
    assert after == encode(Cursor(court, 1, 5))


async def test_a_tenant_reads_its_own_feed_only(ports, engine, connection):
    court, centre = tenant(), tenant()
    await write(connection, [court], [court, centre])
    await place_batch(engine)
    await reached(ports.heads, court, 2)

    page = await feed_page(ports, principal_of(centre), after=None, limit=10)

    assert [item["position"] for item in page.items] == [1]
    assert not (await feed_page(ports, principal_of(tenant()), after=None, limit=10)).items


async def test_rows_of_another_tenant_are_out_of_reach_even_where_the_query_asks_for_them(engine, connection):
    court, centre = tenant(), tenant()
    await write(connection, [court])
    await place_batch(engine)

    await connection.execute(f"BEGIN; SET LOCAL sutiao.tenant = '{centre}'")
    rows = await connection.fetch("SELECT FROM feed_entries JOIN events USING (entry)")
    await connection.execute("ROLLBACK")

    assert rows == []


async def test_an_idle_answer_asks_no_database(ports, engine, connection):
    """It is given when the process has no connection left at all, neither in the pool nor the listening one."""
    court = tenant()
    await write(connection, [court])
    await place_batch(engine)
    await reached(ports.heads, court, 1)
    await ports.heads.stop()
    await engine.dispose()
    opened, idle = count_connections(engine), encode(Cursor(court, 1, 1))

    pages = [await feed_page(ports, principal_of(court), after=idle, limit=10) for _ in range(1000)]

    assert pages == [FeedPage((), idle, has_more=False)] * 1000
    assert opened == []
    assert await connections_of_the_process(connection) == 0


async def connections_of_the_process(connection):
    """The connection that asks has no name."""
    return await connection.fetchval(
        "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND application_name LIKE 'sutiao%'"
    )


async def test_a_long_poll_holds_no_connection_and_answers_when_something_comes(ports, engine, connection):
    court = tenant()
    opened = count_connections(engine)
    polls = [
        asyncio.create_task(feed_page(ports, principal_of(court), after=None, limit=10, wait_seconds=ENOUGH_SECONDS))
        for _ in range(20)
    ]
    await write(connection, [court])
    await until(lambda: ports.heads.waiter_count == 20)
    held_while_waiting = list(opened)

    await place_batch(engine)

    pages = await asyncio.wait_for(asyncio.gather(*polls), ENOUGH_SECONDS)
    assert held_while_waiting == []
    assert {page.items[0]["position"] for page in pages} == {1}


def count_connections(engine):
    """Grows by one with each connection that is taken from the pool."""
    taken = []
    event.listen(engine.sync_engine, "checkout", lambda *_: taken.append(1))
    return taken


async def test_a_long_poll_that_brings_nothing_is_an_empty_page_with_the_same_cursor(ports):
    court = tenant()

    page = await feed_page(ports, principal_of(court), after=None, limit=10, wait_seconds=0.01)

    assert page == FeedPage((), encode(Cursor(court, 1, 0)), has_more=False)


async def test_a_cursor_from_a_process_that_heard_more_is_believed_after_one_look(engine, connection, database_urls):
    """Two API processes: the second has not heard yet of what the first has given out."""
    court = tenant()
    deaf = Heads(database_urls.app_url)
    await deaf.start()
    await deaf.stop()
    await write(connection, [court])
    await place_batch(engine)
    ports = FeedPorts(deaf, FeedPages(engine))

    page = await feed_page(ports, principal_of(court), after=encode(Cursor(court, 1, 1)), limit=10)

    assert page.items == ()
    assert page.next == encode(Cursor(court, 1, 1))


async def test_a_cursor_from_beyond_the_end_of_the_feed_betrays_a_restored_database(ports):
    court = tenant()

    with pytest.raises(Refusal) as refused:
        await feed_page(ports, principal_of(court), after=encode(Cursor(court, 1, 9)), limit=10)

    assert refused.value.code == "feed_epoch_changed"
    assert refused.value.facts["cursor_position"] == 9


async def test_a_database_that_is_away_is_a_refusal_and_not_a_fault(heads):
    engine = make_engine("postgresql://nobody@127.0.0.1:1/none", 1)

    with pytest.raises(Refusal, match="database_unavailable"):
        await FeedPages(engine).page(tenant(), after=0, limit=1)
    with pytest.raises(Refusal, match="database_unavailable"):
        await FeedPages(engine).head_of(tenant())


async def test_a_pool_whose_connection_was_ended_recovers_after_one_refusal_at_most(engine, connection, database_urls):
    court = tenant()
    await write(connection, [court])
    await place_batch(engine)
    async with connected(database_urls.superuser_url) as superuser:
        await superuser.fetch(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
            "WHERE datname = current_database() AND application_name = 'sutiao'"
        )

    with suppress(Refusal):
        await FeedPages(engine).page(court, after=0, limit=10)

    assert [event.position for event in await FeedPages(engine).page(court, after=0, limit=10)] == [1]


# Nudge -----------------------------------------------------------------------------------------------------------


async def test_many_commits_are_one_nudge(database_urls, connection):
    heard: asyncio.Queue[str] = asyncio.Queue()
    await connection.add_listener(WRITTEN_CHANNEL, lambda *told: heard.put_nowait(told[3]))
    nudge = Nudge(database_urls.app_url, interval_ms=60_000)
    nudge.start()

    for _ in range(1000):
        nudge()

    assert await asyncio.wait_for(heard.get(), ENOUGH_SECONDS) == ""
    await until(lambda: nudge.sent_count == 1)
    assert heard.empty()
    await nudge.stop()


async def test_a_commit_during_the_interval_is_nudged_after_it(database_urls, connection):
    heard: asyncio.Queue[str] = asyncio.Queue()
    await connection.add_listener(WRITTEN_CHANNEL, lambda *told: heard.put_nowait(told[3]))
    nudge = Nudge(database_urls.app_url, interval_ms=20)
    nudge.start()
    nudge()
    await asyncio.wait_for(heard.get(), ENOUGH_SECONDS)

    nudge()

    await asyncio.wait_for(heard.get(), ENOUGH_SECONDS)
    await until(lambda: nudge.sent_count == 2)
    await nudge.stop()


async def test_a_nudge_that_reaches_nobody_harms_nobody():
    nudge = Nudge("postgresql://nobody@127.0.0.1:1/none")
    nudge.start()

    nudge()

    await until(lambda: nudge.failure_count > 0)
    assert nudge.sent_count == 0
    await nudge.stop()
