"""Feeds on the database: pages of one tenant, and the heads of all tenants in memory.

A long poll waits for its tenant's head to move; it holds no connection and asks nothing while it waits.
"""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from datetime import datetime
from functools import cache
from uuid import UUID

import asyncpg
from sqlalchemy import TextClause, text
from sqlalchemy.ext.asyncio import AsyncEngine

from app.adapters.clock import SystemClock
from app.adapters.database.bounds import bound_of
from app.adapters.database.lending import meaning_of
from app.adapters.database.listener import Listener
from app.adapters.database.sequencer import PLACED_CHANNEL, heads_in
from app.adapters.database.transactions import as_tenant
from app.domain.access import TenantId
from app.domain.errors import Refusal
from app.domain.feed import SIFTED_MAX, SINCE_MARGIN, FeedEvent, FeedFilter, Sifted

CHECK_SECONDS = 1.0
STALE_SECONDS = 10.0
LOAD_SECONDS = 5.0
WAITER_LIMIT = 2_000
TENANT_WAITER_LIMIT = 50

_monotonic_seconds = SystemClock().monotonic_seconds

_PAGE = """
    SELECT page.position, events.id, events.subject_kind, events.subject_id, events.version, events.type,
           events.occurred_on, events.occurred_at, events.recorded_at, events.body, events.actor
    FROM (
        SELECT position, entry FROM feed_entries WHERE tenant_id = :tenant_id AND position > :after
        ORDER BY position LIMIT {bound}
    ) AS page JOIN events ON events.entry = page.entry
    ORDER BY page.position
    LIMIT :limit
"""
_HEAD = text("SELECT position FROM feed_heads WHERE tenant_id = :tenant_id")

_SIFT = text("""
    WITH looked_at AS MATERIALIZED (
        SELECT position, entry FROM feed_entries WHERE tenant_id = :tenant_id AND position > :after
        ORDER BY position LIMIT :looked_at_max
    )
    SELECT ends.first, ends.last, page.* FROM (
        SELECT min(position) AS first, max(position) AS last FROM looked_at
    ) AS ends LEFT JOIN (
        SELECT looked_at.position, events.id, events.subject_kind, events.subject_id, events.version, events.type,
               events.occurred_on, events.occurred_at, events.recorded_at, events.body, events.actor
        FROM looked_at JOIN events ON events.entry = looked_at.entry
        WHERE (cardinality(CAST(:types AS text[])) = 0 OR events.type LIKE ANY (CAST(:types AS text[])))
            AND events.audience @> CAST(:audience AS uuid[])
        ORDER BY looked_at.position LIMIT :limit
    ) AS page ON true
    ORDER BY page.position
""")
_FLOOR = text("SELECT position FROM feed_floors WHERE tenant_id = :tenant_id")
_ENDS = text("""
    SELECT min(position) - 1 AS floor, max(position) AS head FROM (
        (SELECT position FROM feed_entries WHERE tenant_id = :tenant_id ORDER BY position LIMIT 1)
        UNION ALL
        (SELECT position FROM feed_entries WHERE tenant_id = :tenant_id ORDER BY position DESC LIMIT 1)
    ) AS ends
""")
_RECORDED = text("""
    SELECT events.recorded_at FROM feed_entries JOIN events ON events.entry = feed_entries.entry
    WHERE feed_entries.tenant_id = :tenant_id AND feed_entries.position = :position
""")

# Batches commit one after the other, so a batch number that was seen stands for all before it.
_HEADS_SINCE = """
    SELECT epochs.epoch, head.tenant_id, head.position, head.batch
    FROM (SELECT coalesce(max(epoch), 0) AS epoch FROM feed_epochs) AS epochs
    LEFT JOIN feed_heads AS head ON head.batch > $1
"""


@cache
def _page(bound: int) -> TextClause:
    return text(_PAGE.format(bound=bound))


class FeedPages:
    """Reads feeds as their tenants: the `FeedReader` of the domain."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine

    async def page(self, tenant_id: TenantId, *, after: int, limit: int) -> tuple[FeedEvent, ...]:
        """At most `limit` events behind a position, in order; one statement."""
        async with _outage_refused(), as_tenant(self._engine, tenant_id) as connection:
            rows = await connection.execute(
                _page(bound_of(limit)), {"tenant_id": tenant_id, "after": after, "limit": limit}
            )
            return tuple(FeedEvent(*row) for row in rows)

    async def head_of(self, tenant_id: TenantId) -> int:
        """Position of the tenant's last event; 0 for an empty feed."""
        async with _outage_refused(), self._engine.connect() as connection:
            return await connection.scalar(_HEAD, {"tenant_id": tenant_id}) or 0

    async def sift(self, tenant_id: TenantId, *, after: int, limit: int, wanted: FeedFilter) -> Sifted:
        """At most `limit` events that pass the filter, out of the next `SIFTED_MAX` entries; one statement."""
        asked = {
            "tenant_id": tenant_id,
            "after": after,
            "limit": limit,
            "looked_at_max": SIFTED_MAX,
            "types": [_pattern(kind) for kind in wanted.types],
            "audience": [one for one in (wanted.court_id, wanted.organisation_id) if one is not None],
        }
        async with _outage_refused(), as_tenant(self._engine, tenant_id) as connection:
            rows = (await connection.execute(_SIFT, asked)).all()
        events = tuple(FeedEvent(*row[2:]) for row in rows if row.position is not None)
        last = events[-1].position if len(events) == limit else rows[0].last
        return Sifted(rows[0].first, after if last is None else last, events)

    async def floor_of(self, tenant_id: TenantId) -> int:
        """Position of the last entry that was removed for its age; 0 where none was."""
        async with _outage_refused(), as_tenant(self._engine, tenant_id) as connection:
            return await connection.scalar(_FLOOR, {"tenant_id": tenant_id}) or 0

    async def place_before(self, tenant_id: TenantId, instant: datetime) -> int:
        """A position behind which everything lies that was recorded at the instant or later; some 25 small reads.

        Positions are halved as if `recorded_at` grew with them. It nearly does: whatever lies before the place that is
        found was recorded before the instant, because no two entries are out of order by more than the margin.
        """
        wanted = instant - SINCE_MARGIN
        async with _outage_refused(), as_tenant(self._engine, tenant_id) as connection:
            ends = (await connection.execute(_ENDS, {"tenant_id": tenant_id})).one()
            low, high = (ends.floor, ends.head) if ends.head is not None else (0, 0)
            while low < high:
                middle = (low + high + 1) // 2
                recorded_at = await connection.scalar(_RECORDED, {"tenant_id": tenant_id, "position": middle})
                if recorded_at is None or recorded_at < wanted:
                    low = middle
                else:
                    high = middle - 1
            return low or await connection.scalar(_FLOOR, {"tenant_id": tenant_id}) or 0


def _pattern(kind: str) -> str:
    """A type of event as LIKE takes it: only a star at the end of a noun stands for anything."""
    escaped = kind.replace("_", r"\_")
    return f"{escaped[:-1]}%" if escaped.endswith(".*") else escaped


class Heads:
    """The last position of every tenant's feed, kept current by one listening connection a process.

    Args:
        url: Address of the application's role.
        waiter_limit: Most long polls that may wait at once.
        tenant_waiter_limit: Most of them of one tenant, so that nobody takes all places.
        monotonic_seconds: A clock that never steps back.
    """

    def __init__(
        self,
        url: str,
        *,
        waiter_limit: int = WAITER_LIMIT,
        tenant_waiter_limit: int = TENANT_WAITER_LIMIT,
        monotonic_seconds: Callable[[], float] = _monotonic_seconds,
    ) -> None:
        self._listener = Listener(
            url, PLACED_CHANNEL, heard=self._heard, check=self._reload, check_seconds=CHECK_SECONDS
        )
        self._monotonic_seconds = monotonic_seconds
        self._waiter_limit = waiter_limit
        self._tenant_waiter_limit = tenant_waiter_limit
        self._waiters: Counter[UUID] = Counter()
        self._stopped = False
        self._positions: dict[UUID, int] = {}
        self._moved: dict[UUID, asyncio.Event] = {}
        self._epoch = 0
        self._batch = 0
        self._read_at = float("-inf")
        self._loaded = asyncio.Event()

    async def start(self, *, load_seconds: float = LOAD_SECONDS) -> None:
        """Begin to listen, and wait so long for the first reading. Without a database it starts too: see `epoch`."""
        self._listener.start()
        with suppress(TimeoutError):
            await asyncio.wait_for(self._loaded.wait(), load_seconds)

    async def stop(self) -> None:
        """Let all who wait go, then close the connection."""
        self.release()
        await self._listener.stop()

    def release(self) -> None:
        """Answer all long polls now, and let nobody wait any more; for a process that is about to end."""
        self._stopped = True
        for tenant_id in list(self._moved):
            self._moved.pop(tenant_id).set()

    @property
    def waiter_count(self) -> int:
        """Long polls that wait at this moment."""
        return self._waiters.total()

    def epoch(self) -> int:
        """The present life of all feeds.

        Raises:
            Refusal: `database_unavailable` where the heads were not read for ten seconds.
        """
        if self._monotonic_seconds() - self._read_at > STALE_SECONDS:
            raise Refusal("database_unavailable")
        return self._epoch

    def position_of(self, tenant_id: TenantId) -> int:
        """Position of the tenant's last event as far as this process has heard; 0 for an empty feed."""
        return self._positions.get(tenant_id, 0)

    async def wait_beyond(self, tenant_id: TenantId, position: int, *, seconds: float) -> None:
        """Return when the tenant's feed ends behind the position, when the time is over, or where no place is left."""
        if not self._has_place(tenant_id):
            return
        self._waiters[tenant_id] += 1
        try:
            await self.wait_moved(tenant_id, position, seconds=seconds)
        finally:
            self._waiters[tenant_id] -= 1
            if not self._waiters[tenant_id]:
                del self._waiters[tenant_id]

    async def wait_moved(self, tenant_id: TenantId, position: int, *, seconds: float) -> None:
        """Return when the tenant's feed ends behind the position, when the time is over, or when the process ends."""
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                while self.position_of(tenant_id) <= position and not self._stopped:
                    await self._moved.setdefault(tenant_id, asyncio.Event()).wait()

    @property
    def stopped(self) -> bool:
        """Whether nobody may wait any more."""
        return self._stopped

    @property
    def feed_count(self) -> int:
        """Feeds of which this process has heard."""
        return len(self._positions)

    @property
    def position_sum(self) -> int:
        """Positions that were given in all feeds, as far as this process has heard."""
        return sum(self._positions.values())

    def _has_place(self, tenant_id: UUID) -> bool:
        return self.waiter_count < self._waiter_limit and self._waiters[tenant_id] < self._tenant_waiter_limit

    def _heard(self, payload: str) -> None:
        heads = heads_in(payload)
        if heads is None:
            self._listener.check_now()
            return
        for tenant_id, position in heads.items():
            self._move(tenant_id, position)

    async def _reload(self, connection: asyncpg.Connection) -> None:
        rows = await connection.fetch(_HEADS_SINCE, self._batch)
        if rows[0]["epoch"] != self._epoch:
            rows = await connection.fetch(_HEADS_SINCE, 0)
            self._epoch, self._batch = rows[0]["epoch"], 0
            self._positions.clear()
        for row in rows:
            if row["tenant_id"] is not None:
                self._move(row["tenant_id"], row["position"])
                self._batch = max(self._batch, row["batch"])
        self._read_at = self._monotonic_seconds()
        self._loaded.set()

    def _move(self, tenant_id: UUID, position: int) -> None:
        """Heads only grow within an epoch; an older answer may come behind a newer notification."""
        if position > self._positions.get(tenant_id, 0):
            self._positions[tenant_id] = position
            moved = self._moved.pop(tenant_id, None)
            if moved is not None:
                moved.set()


@asynccontextmanager
async def _outage_refused() -> AsyncIterator[None]:
    try:
        yield
    except Exception as error:
        meaning = meaning_of(error)
        if meaning is error:
            raise
        raise meaning from error
