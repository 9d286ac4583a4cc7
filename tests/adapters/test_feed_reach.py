"""Filters, look-ups by time, retention and epochs of feeds on the real database."""

import asyncio
from contextlib import asynccontextmanager
from datetime import timedelta

import pytest
from pydantic import SecretStr

from app.adapters.database.engine import make_engine
from app.adapters.database.feed import FeedPages, Heads
from app.adapters.database.feed_retention import remove_batch
from app.adapters.database.roles import connected
from app.adapters.database.sequencer import place_batch
from app.bootstrap import new_feed_epoch
from app.domain.cursor import Cursor, encode
from app.domain.errors import Refusal
from app.domain.feed import SIFTED_MAX, SINCE_MARGIN, FeedFilter
from app.services.history import FeedPorts, feed_page
from app.settings import Settings
from tests.conftest import cloned
from tests.stream import AS_SYSTEM, MOMENT, feed_of, principal_of, tenant, write

DAY = timedelta(days=1)
ENOUGH_SECONDS = 10


@pytest.fixture
async def connection(database_urls):
    async with connected(database_urls.app_url) as connection:
        yield connection


@pytest.fixture
async def pages(engine):
    return FeedPages(engine)


async def placed(engine, connection, *audiences, **changes):
    await write(connection, *audiences, **changes)
    while (await place_batch(engine)).count:
        pass


async def positions(pages, court, after=0, limit=50, **wanted):
    found = await pages.sift(court, after=after, limit=limit, wanted=FeedFilter(**wanted))
    return [event.position for event in found.events], found.first, found.last


# Filters ---------------------------------------------------------------------------------------------------------


async def test_a_filter_looks_at_so_many_entries_and_says_how_far_it_came(engine, connection, pages):
    court, centre, other = tenant(), tenant(), tenant()
    await placed(engine, connection, [court, centre])
    await placed(engine, connection, [court, other], event_type="referral.taken_back")
    await placed(engine, connection, [court, centre], event_type="referral.taken_back")
    await placed(engine, connection, [court, centre], event_type="session.held")

    assert await positions(pages, court, types=("referral.*",)) == ([1, 2, 3], 1, 4)
    assert await positions(pages, court, types=("referral.taken_back", "session.held")) == ([2, 3, 4], 1, 4)
    assert await positions(pages, court, types=("referral.taken_back",), limit=1) == ([2], 1, 2)
    assert await positions(pages, court, types=("referral.taken_back",), after=2) == ([3], 3, 4)
    assert await positions(pages, court, organisation_id=centre, types=("referral.*",)) == ([1, 3], 1, 4)
    assert await positions(pages, court, organisation_id=centre, court_id=other) == ([], 1, 4)
    assert await positions(pages, court, types=("claim.*",), after=4) == ([], None, 4)
    assert await positions(pages, centre, court_id=court) == ([1, 2, 3], 1, 3)
    assert await positions(pages, court, types=("referral.takenxback",)) == ([], 1, 4)


async def test_the_work_of_one_request_is_bounded_however_rare_the_type(engine, connection, pages, database_urls):
    court = tenant()
    async with connected(database_urls.superuser_url) as superuser:
        await placed(engine, connection, [court])
        many = f"INSERT INTO feed_entries SELECT '{court}', n, 1 FROM generate_series(2, {SIFTED_MAX + 5}) AS n"
        await superuser.execute(many)

    assert await positions(pages, court, types=("claim.*",)) == ([], 1, SIFTED_MAX)
    assert await positions(pages, court, after=SIFTED_MAX, types=("claim.*",)) == ([], SIFTED_MAX + 1, SIFTED_MAX + 5)


# By time ---------------------------------------------------------------------------------------------------------


async def test_a_time_finds_everything_from_then_on_though_neighbours_are_out_of_order(engine, connection, pages):
    court = tenant()
    for number in range(40):  # Of every two neighbours the second was recorded nearly a margin before the first.
        late = SINCE_MARGIN * 0.9 if number % 2 else timedelta()
        await placed(engine, connection, [court], recorded_at=MOMENT + number * SINCE_MARGIN / 4 - late)
    events = await pages.page(court, after=0, limit=50)

    for number in range(-2, 44):
        instant = MOMENT + number * SINCE_MARGIN / 4
        place = await pages.place_before(court, instant)
        before = [event for event in events if event.position <= place]
        assert all(event.recorded_at < instant for event in before)
        assert place >= number - 14

    assert await pages.place_before(tenant(), MOMENT) == 0


# Retention -------------------------------------------------------------------------------------------------------


async def removed(engine, before, **bounds):
    """Everything that is removed by rounds over all feeds; how much."""
    count, behind = 0, None
    while True:
        batch = await remove_batch(engine, before=before, now=before, behind=behind, **bounds)
        count, behind = count + batch.count, batch.behind
        if behind is None and not batch.count:
            return count


async def test_old_entries_go_from_the_front_and_readers_are_told_where_the_feed_begins(
    engine, connection, pages, database_urls
):
    court, centre = tenant(), tenant()
    for number in (0, 1, 2, 9, 3, 9):  # The fifth is old, but stands behind one that is not.
        await placed(engine, connection, [court], recorded_at=MOMENT + number * DAY)
    await placed(engine, connection, [centre], recorded_at=MOMENT)
    heads = Heads(database_urls.app_url)
    await heads.start()
    ports, reader = FeedPorts(heads, pages), principal_of(court)

    count = await removed(engine, MOMENT + 4 * DAY, limit=2)

    assert count == 4
    assert [position for position, _ in await feed_of(connection, court)] == [4, 5, 6]
    assert (await pages.floor_of(court), await pages.floor_of(centre), await pages.floor_of(tenant())) == (3, 1, 0)
    assert await pages.place_before(court, MOMENT) == 3
    assert await pages.place_before(centre, MOMENT) == 1
    with pytest.raises(Refusal, match="cursor_expired") as refused:
        await feed_page(ports, reader, after=encode(Cursor(court, 1, 1)), limit=10)
    page = await feed_page(ports, reader, after=refused.value.facts["oldest"], limit=10)
    assert [item["position"] for item in page.items] == [4, 5, 6]
    with pytest.raises(Refusal, match="cursor_expired"):
        await feed_page(ports, reader, after=encode(Cursor(court, 1, 0)), limit=10, wanted=FeedFilter(("claim.*",)))
    assert [item["position"] for item in (await feed_page(ports, reader, after=None, limit=1)).items] == [4]
    empty = await feed_page(ports, principal_of(centre), after=None, limit=1)
    assert (empty.items, empty.next) == ((), encode(Cursor(centre, 1, 1)))
    await placed(engine, connection, [centre])
    assert [position for position, _ in await feed_of(connection, centre)] == [2]
    assert await connection.fetchval("SELECT count(*) FROM events") == 0  # Without eyes nothing is seen,
    await connection.execute(AS_SYSTEM)
    assert await connection.fetchval("SELECT count(*) FROM events") == 8  # and as the system: all are there.
    await connection.execute("COMMIT")
    await heads.stop()


async def test_a_floor_is_its_tenants_own(engine, connection):
    court = tenant()
    await placed(engine, connection, [court])
    await removed(engine, MOMENT + DAY)

    await connection.execute(f"BEGIN; SET LOCAL sutiao.tenant = '{tenant()}'")
    rows = await connection.fetch("SELECT FROM feed_floors")
    await connection.execute("ROLLBACK")

    assert rows == []


# A restored database ---------------------------------------------------------------------------------------------


@asynccontextmanager
async def reading(urls, court):
    """A reader of a database: its pages, as one process serves them."""
    heads, engine = Heads(urls.app_url), make_engine(urls.app_url, 2)
    await heads.start()
    ports = FeedPorts(heads, FeedPages(engine))

    async def read(after=None, since=None):
        return await feed_page(ports, principal_of(court), after=after, limit=50, since=since)

    yield read, heads
    await heads.stop()
    await engine.dispose()


async def test_the_drill_after_a_restore_loses_no_event_that_the_database_still_has(
    engine, connection, database_urls, database_server, tmp_path
):
    """docs/operations.md: back up, go on, restore, begin a new epoch; readers come back by time."""
    court = tenant()
    await placed(engine, connection, [court], [court], recorded_at=MOMENT)
    await engine.dispose()
    await connection.close()
    async for restored in cloned(database_server, template=database_urls.app_url.rpartition("/")[2].partition("?")[0]):
        async with connected(database_urls.app_url) as going_on:  # What happens behind the backup is lost with it.
            await placed(engine, going_on, [court], [court], recorded_at=MOMENT + DAY)
        async with reading(database_urls, court) as (read, _):
            kept = (await read()).next

        async with reading(restored, court) as (read, heads), connected(restored.app_url) as anew:
            restored_engine = make_engine(restored.app_url, 1)
            await placed(restored_engine, anew, *[[court]] * 3, recorded_at=MOMENT + 2 * DAY)
            await heads.wait_moved(court, 4, seconds=ENOUGH_SECONDS)
            unnoticed = await read(kept)  # Position 4 is there again, with another event: the silent loss.
            settings = Settings(database_url=SecretStr(restored.app_url), data_dir=tmp_path)
            assert await new_feed_epoch(settings, "drill") == 2
            async with asyncio.timeout(ENOUGH_SECONDS):
                while heads.epoch() != 2:  # noqa: ASYNC110 - what is waited for tells nobody
                    await asyncio.sleep(0)
            with pytest.raises(Refusal, match="feed_epoch_changed") as refused:
                await read(kept)
            back = await read(since=MOMENT + DAY)
            await restored_engine.dispose()

    assert [item["position"] for item in unnoticed.items] == [5]
    assert refused.value.facts["way_back"] == "/v1/events?since={instant}"
    assert [item["position"] for item in back.items] == [3, 4, 5]
