"""The table `consumers`: places in feeds that the service keeps, with their leases."""

from typing import Any
from uuid import UUID

from app.adapters.database.session import Session
from app.domain.access import TenantId
from app.domain.consumers import Consumer, Lease
from app.domain.feed import FeedFilter

CONSUMERS_LOCK = 7_310_005

_COLUMNS = """
name, types, court_id, organisation_id, position, token, lease_position, lease_until, created_at, moved_at
"""
GET = f"SELECT {_COLUMNS} FROM consumers WHERE tenant_id = $1 AND name = $2"
GET_HELD = f"{GET} FOR UPDATE"
PAGE = f"SELECT {_COLUMNS} FROM consumers WHERE tenant_id = $1 ORDER BY name LIMIT $2"
HOLD = f"SELECT pg_advisory_xact_lock({CONSUMERS_LOCK}, hashtext($1::uuid::text))"
PUT = """
INSERT INTO consumers (tenant_id, name, types, court_id, organisation_id, position, token, lease_position, lease_until,
    created_at, moved_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
ON CONFLICT (tenant_id, name) DO UPDATE SET types = excluded.types, court_id = excluded.court_id,
    organisation_id = excluded.organisation_id, position = excluded.position, token = excluded.token,
    lease_position = excluded.lease_position, lease_until = excluded.lease_until, moved_at = excluded.moved_at
"""
REMOVE = "DELETE FROM consumers WHERE tenant_id = $1 AND name = $2"


class ConsumerRows:
    """Consumers of the transaction's tenant."""

    __slots__ = ("_session",)

    def __init__(self, session: Session) -> None:
        self._session = session

    async def get(self, tenant_id: TenantId, name: str, *, hold: bool = False) -> Consumer | None:
        """One consumer; with `hold` nobody else changes it until this transaction ends."""
        rows = await (
            self._session.rows(GET_HELD, tenant_id, name) if hold else self._session.rows(GET, tenant_id, name)
        )
        return _consumer(tenant_id, rows[0]) if rows else None

    async def page(self, tenant_id: TenantId, *, limit: int) -> tuple[Consumer, ...]:
        """Consumers by name."""
        return tuple(_consumer(tenant_id, row) for row in await self._session.rows(PAGE, tenant_id, limit))

    async def hold_all(self, tenant_id: TenantId) -> None:
        """Let nobody else make a consumer of this tenant until this transaction ends."""
        await self._session.run(HOLD, tenant_id)

    async def put(self, consumer: Consumer) -> None:
        """Write a consumer, new or over the one that is there."""
        lease = consumer.lease
        await self._session.run(
            PUT,
            consumer.tenant_id,
            consumer.name,
            list(consumer.wanted.types),
            consumer.wanted.court_id,
            consumer.wanted.organisation_id,
            consumer.position,
            None if lease is None else lease.token,
            None if lease is None else lease.position,
            None if lease is None else lease.until,
            consumer.created_at,
            consumer.moved_at,
        )

    async def remove(self, tenant_id: TenantId, name: str) -> None:
        """Remove a consumer."""
        await self._session.run(REMOVE, tenant_id, name)


def _consumer(tenant_id: TenantId, row: Any) -> Consumer:
    lease = None
    if row["token"] is not None:
        lease = Lease(UUID(int=row["token"].int), row["lease_position"], row["lease_until"])
    return Consumer(
        tenant_id,
        row["name"],
        FeedFilter(tuple(row["types"]), _id(row["court_id"]), _id(row["organisation_id"])),
        row["position"],
        lease,
        row["created_at"],
        row["moved_at"],
    )


def _id(value: UUID | None) -> TenantId | None:
    return None if value is None else TenantId(UUID(int=value.int))
