"""Events for tests of the stream: written as a business transaction writes them, without a referral behind them."""

import itertools
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, date, datetime
from uuid import UUID, uuid4

import asyncpg

from app.adapters.database.roles import connected
from app.domain.access import ClientId, Principal, Scope, TenantId, TenantKind
from app.domain.events import Event, seal

AS_SYSTEM = "BEGIN; SET LOCAL sutiao.principal = 'system'"
MOMENT = datetime(2026, 3, 2, 1, 2, 3, 456789, tzinfo=UTC)

_INSERT = """
    WITH event AS (
        INSERT INTO events (id, subject_kind, subject_id, version, type, occurred_on, occurred_at, recorded_at, body,
                            actor, audience, previous, hash)
        VALUES ($1, 'referral', $2, $3, $4, $5, $6, $7, '{"action": "accept"}', '{"role": "court"}', $8, '', '\\x00')
        RETURNING entry
    ), waiting AS (
        INSERT INTO unplaced (entry) SELECT entry FROM event
    )
    SELECT entry FROM event
"""
_versions = itertools.count(1)


def tenant() -> TenantId:
    return TenantId(uuid4())


def principal_of(tenant_id, *scopes):
    return Principal(ClientId(uuid4()), tenant_id, TenantKind.COURT, frozenset(scopes or {Scope.FEED_READ}))


def an_event(**changes) -> Event:
    event = Event(
        id=uuid4(),
        subject_kind="referral",
        subject_id=uuid4(),
        version=3,
        type="referral.accepted",
        occurred_on=date(2026, 3, 2),
        occurred_at=MOMENT,
        recorded_at=MOMENT,
        body={"action": "accept"},
        actor={"role": "court", "tenant_id": None, "client_id": None},
        audience=(uuid4(),),
        previous=b"",
        hash=b"",
    )
    return seal(replace(event, **changes))


async def insert(
    connection: asyncpg.Connection,
    audience,
    *,
    subject_id: UUID | None = None,
    event_type="referral.accepted",
    recorded_at=MOMENT,
) -> int:
    """Write an event and its waiting entry in the open transaction; its entry."""
    return await connection.fetchval(
        _INSERT,
        uuid4(),
        subject_id or uuid4(),
        next(_versions),
        event_type,
        date(2026, 3, 2),
        MOMENT,
        recorded_at,
        list(audience),
    )


async def write(connection: asyncpg.Connection, *audiences, **changes) -> list[int]:
    """One committed transaction for each audience; their entries. For changes see `insert`."""
    entries = []
    for audience in audiences:
        await connection.execute(AS_SYSTEM)
        entries.append(await insert(connection, audience, **changes))
        await connection.execute("COMMIT")
    return entries


async def feed_of(connection: asyncpg.Connection, tenant_id) -> list[tuple[int, int]]:
    """(position, entry) of a tenant's whole feed."""
    await connection.execute(AS_SYSTEM)
    rows = await connection.fetch(
        "SELECT position, entry FROM feed_entries WHERE tenant_id = $1 ORDER BY position", tenant_id
    )
    await connection.execute("COMMIT")
    return [(row["position"], row["entry"]) for row in rows]


@asynccontextmanager
async def two_connections(urls):
    async with connected(urls.app_url) as first, connected(urls.app_url) as second:
        yield first, second
