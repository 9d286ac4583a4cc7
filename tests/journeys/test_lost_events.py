"""Which ways of following a log lose events. Ours must lose none where the usual ones, on the same load, do.

Sixteen writers commit out of order and roll back one time in twenty. So that the controls do not depend on luck, each
losing way is also led into its trap by hand, step by step, with two connections.
"""

import asyncio
import random
from collections import Counter
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from uuid import UUID, uuid4

import asyncpg
import pytest

from app.adapters.database.engine import make_engine
from app.adapters.database.feed import CHECK_SECONDS, FeedPages, Heads
from app.adapters.database.roles import connected
from app.adapters.database.sequencer import place_batch
from app.domain.access import TenantId
from app.services.history import FeedPorts, feed_page
from tests.journeys.doors import ConsumerFollower, StreamFollower
from tests.stream import AS_SYSTEM, feed_of, insert, principal_of, tenant, two_connections

WRITERS = 16
LOAD_SECONDS = 3.0
LONGEST_DELAY_SECONDS = 0.008
ROLLBACK_SHARE = 0.05
READER_PAUSE_SECONDS = 0.002
SEQUENCER_PAUSE_SECONDS = 0.005
POLL_SECONDS = 0.05
LAST_POLL_SECONDS = 2 * CHECK_SECONDS
ENOUGH_SECONDS = 20
TAKE_XID = "; SELECT pg_current_xact_id()"

BY_SEQUENCE = "SELECT entry FROM events WHERE entry > $1 ORDER BY entry"
BY_SEQUENCE_BELOW_XMIN = (
    "SELECT entry FROM events WHERE entry > $1 "
    "AND xmin::text::bigint < pg_snapshot_xmin(pg_current_snapshot())::text::bigint ORDER BY entry"
)


@dataclass
class Follower:
    """Reads as so many do: what lies above the highest number that it has seen."""

    connection: asyncpg.Connection
    query: str
    last: int = 0
    seen: list[int] = field(default_factory=list)

    async def read(self, _wait_seconds=0.0):
        await self.connection.execute(AS_SYSTEM)
        rows = await self.connection.fetch(self.query, self.last)
        await self.connection.execute("COMMIT")
        self.seen += [row["entry"] for row in rows]
        self.last = max([self.last, *self.seen[-len(rows) :]])
        return len(rows)

    async def read_until_something_comes(self):
        async with asyncio.timeout(ENOUGH_SECONDS):
            while not await self.read():  # noqa: ASYNC110 - the database tells nobody
                await asyncio.sleep(0)


# By hand ---------------------------------------------------------------------------------------------------------


@asynccontextmanager
async def overtaken(urls, court):
    """The first connection has the higher transaction id and the lower entry; the second has just committed."""
    async with two_connections(urls) as (low, high):
        await high.execute(AS_SYSTEM + TAKE_XID)
        await low.execute(AS_SYSTEM + TAKE_XID)
        lower = await insert(low, [court])
        higher = await insert(high, [court])
        assert lower < higher
        await high.execute("COMMIT")
        yield low, lower, higher


@pytest.mark.parametrize("query", [BY_SEQUENCE, BY_SEQUENCE_BELOW_XMIN], ids=["sequence", "sequence below xmin"])
async def test_a_cursor_over_the_sequence_loses_what_commits_late(database_urls, query):
    async with overtaken(database_urls, tenant()) as (low, lower, higher), connected(database_urls.app_url) as own:
        follower = Follower(own, query)
        await follower.read_until_something_comes()
        await low.execute("COMMIT")

        found_later = await follower.read()

        assert (follower.seen, found_later) == ([higher], 0)
        assert lower in await own_entries(own)


async def test_the_sequencers_feed_keeps_what_commits_late(database_urls, engine):
    court = tenant()
    async with overtaken(database_urls, court) as (low, lower, higher), connected(database_urls.app_url) as own:
        await place_batch(engine)
        before = await feed_of(own, court)
        await low.execute("COMMIT")

        await place_batch(engine)

        assert before == [(1, higher)]
        assert await feed_of(own, court) == [(1, higher), (2, lower)]


async def own_entries(connection):
    await connection.execute(AS_SYSTEM)
    rows = await connection.fetch("SELECT entry FROM events")
    await connection.execute("COMMIT")
    return {row["entry"] for row in rows}


# Under load ------------------------------------------------------------------------------------------------------


@dataclass
class FeedFollower:
    """A client of ours: long polls, keeps the cursor, notes what it gets."""

    ports: FeedPorts
    court: TenantId
    seen: list[tuple[int, UUID]] = field(default_factory=list)
    cursor: str | None = None

    async def read(self, wait_seconds=POLL_SECONDS):
        page = await feed_page(
            self.ports, principal_of(self.court), after=self.cursor, limit=50, wait_seconds=wait_seconds
        )
        self.seen += [(item["position"], item["id"]) for item in page.items]
        self.cursor = page.next
        return len(page.items)


@pytest.mark.slow
@pytest.mark.parametrize("xid_early", [False, True], ids=["xid with the insert", "xid taken early"])
async def test_under_load_the_usual_cursors_lose_events_and_no_door_of_the_feed_loses_any(database_urls, xid_early):
    court = tenant()
    async with AsyncExitStack() as opened:
        followers = [
            Follower(await opened.enter_async_context(connected(database_urls.app_url)), query)
            for query in (BY_SEQUENCE, BY_SEQUENCE_BELOW_XMIN)
        ]
        client = await opened.enter_async_context(feed_client(database_urls, court))
        stream = StreamFollower(client.ports, court)
        consumed, deaths, dice = [], [], random.Random(int(xid_early))
        engine = await opened.enter_async_context(engine_of(database_urls))
        readers_of_one = [
            await ConsumerFollower(client.ports, court, engine, dice, consumed, deaths).made() for _ in range(2)
        ]
        clients = [client, stream, readers_of_one[0]]
        all_written, all_placed = asyncio.Event(), asyncio.Event()
        readers = [asyncio.create_task(follow(one, all_placed)) for one in [*followers, *clients, readers_of_one[1]]]
        sequencers = [asyncio.create_task(sequence(database_urls, all_written)) for _ in range(2)]

        rolled_back = await write_for(LOAD_SECONDS, database_urls, court, xid_early=xid_early)
        all_written.set()
        await asyncio.gather(*sequencers)
        all_placed.set()
        await asyncio.gather(*readers)

        written = await events_of(database_urls)
    by_sequence, below_xmin = (len(written) - len(set(follower.seen)) for follower in followers)
    assert len(written) > 200
    assert rolled_back > 0
    assert by_sequence > 0
    assert below_xmin > 0 or not xid_early
    assert deaths
    for each in clients:
        assert_nothing_lost(each, written)
    assert client.seen == stream.seen == consumed


def assert_nothing_lost(client, written):
    """All, once, dense, and each referral's events in the order of its versions."""
    positions = [position for position, _ in client.seen]
    assert positions == list(range(1, len(written) + 1))
    assert Counter(event_id for _, event_id in client.seen) == Counter(written.keys())
    latest: dict[UUID, int] = {}
    for _, event_id in client.seen:
        subject_id, version = written[event_id]
        assert version > latest.get(subject_id, 0)
        latest[subject_id] = version


async def write_for(seconds, urls, court, *, xid_early):
    """Write from all sides; how many transactions were rolled back."""
    end = asyncio.get_running_loop().time() + seconds
    counts = await asyncio.gather(
        *[writer(urls, court, random.Random(number), end, xid_early=xid_early) for number in range(WRITERS)]
    )
    return sum(counts)


async def writer(urls, court, dice, end, *, xid_early):
    referral_id, rolled_back, loop = uuid4(), 0, asyncio.get_running_loop()
    async with connected(urls.app_url) as connection:
        while loop.time() < end:
            await connection.execute(AS_SYSTEM + TAKE_XID if xid_early else AS_SYSTEM)
            await delay(dice)
            await insert(connection, [court], subject_id=referral_id)
            await delay(dice)
            fails = dice.random() < ROLLBACK_SHARE
            rolled_back += fails
            await connection.execute("ROLLBACK" if fails else "COMMIT")
    return rolled_back


async def delay(dice):
    """The work that a transaction does meanwhile: it is the load."""
    await asyncio.sleep(dice.uniform(0, LONGEST_DELAY_SECONDS))


async def follow(reader, all_placed):
    """Read while there is a load, and then until nothing comes any more."""
    while not all_placed.is_set():
        await reader.read()
        await asyncio.sleep(READER_PAUSE_SECONDS)
    while await reader.read(LAST_POLL_SECONDS):
        pass


async def sequence(urls, all_written):
    """Place until the writers are done and nothing waits."""
    engine = make_engine(urls.app_url, 1)
    while (await place_batch(engine)).count or not all_written.is_set():  # noqa: ASYNC110 - it polls, as in the worker
        await asyncio.sleep(SEQUENCER_PAUSE_SECONDS)
    await engine.dispose()


@asynccontextmanager
async def engine_of(urls):
    engine = make_engine(urls.app_url, 4)
    yield engine
    await engine.dispose()


@asynccontextmanager
async def feed_client(urls, court):
    heads, engine = Heads(urls.app_url), make_engine(urls.app_url, 1)
    await heads.start()
    yield FeedFollower(FeedPorts(heads, FeedPages(engine)), court)
    await heads.stop()
    await engine.dispose()


async def events_of(urls):
    """(subject, version) of all committed events, by id."""
    async with connected(urls.app_url) as connection:
        await connection.execute(AS_SYSTEM)
        rows = await connection.fetch("SELECT id, subject_id, version FROM events")
        await connection.execute("COMMIT")
    return {str(row["id"]): (row["subject_id"], row["version"]) for row in rows}
