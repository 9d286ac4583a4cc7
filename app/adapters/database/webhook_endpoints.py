"""Webhook endpoints, their secrets and what is on its way to them: one transaction, the eyes of one tenant."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

import orjson

from app.adapters.database import webhook_order, webhook_replays
from app.adapters.database import webhook_rows as r
from app.adapters.database.delivery_evidence import receipt_of
from app.adapters.database.session import Session
from app.domain.access import TenantId
from app.domain.delivery_status import Heard
from app.domain.ports import Sealer
from app.domain.receipts import Receipt
from app.domain.referral import ReferralId
from app.domain.webhook_port import Delivery, Health, Range, Replayed, Wanted
from app.domain.webhooks import Endpoint, EndpointId, Secret, SecretId


class WebhookRows:
    """The tables `webhook_endpoints` and `webhook_secrets`, and those of deliveries as far as their owner goes."""

    __slots__ = ("_sealer", "_session")

    def __init__(self, session: Session, sealer: Sealer) -> None:
        self._session = session
        self._sealer = sealer

    async def hold_lanes(self, tenant_id: TenantId, endpoint_id: EndpointId) -> None:
        """Lock all that waits for an endpoint."""
        await webhook_replays.hold(self._session, tenant_id, endpoint_id)

    async def keep_order(self, endpoint_id: EndpointId) -> None:
        """Keep the order of an endpoint as it is until the end."""
        await self._session.run(webhook_order.KEEP, endpoint_id)

    async def hold_order(self, endpoint_id: EndpointId) -> None:
        """Let nobody else line up or set going what goes to an endpoint."""
        await webhook_order.hold(self._session, endpoint_id)

    async def under_way(self, tenant_id: TenantId, endpoint_id: EndpointId, now: datetime) -> bool:
        """Whether something is being sent to an endpoint, or taken for it."""
        return await webhook_order.under_way(self._session, tenant_id, endpoint_id, now)

    async def line_up(self, tenant_id: TenantId, endpoint_id: EndpointId, now: datetime) -> None:
        """Put what waits into the lanes of the order that the endpoint has now."""
        await webhook_order.line_up(self._session, tenant_id, endpoint_id, now)

    async def head(self, tenant_id: TenantId) -> int:
        """Position of the last event of the tenant's feed."""
        return int(await self._session.value(r.HEAD, tenant_id))

    async def count(self, tenant_id: TenantId, since: datetime) -> tuple[int, int]:
        """Endpoints that are not removed, and new ones; one transaction of a tenant at a time goes on from here."""
        await self._session.run(r.HOLD_TENANT, tenant_id)
        row = (await self._session.rows(r.COUNT, tenant_id, since))[0]
        return row["kept"], row["made"]

    async def add(self, tenant_id: TenantId, endpoint: Endpoint) -> None:
        """A new endpoint."""
        errand = _errand(endpoint)
        head = (endpoint.from_position, *errand)
        times = (endpoint.version, endpoint.created_at, endpoint.changed_at)
        await self._session.run(r.ADD, tenant_id, endpoint.id, *self._settings(endpoint), *head, *times)

    async def page(
        self, tenant_id: TenantId, *, only: EndpointId | None = None, after_id: UUID | None = None, limit: int = 1
    ) -> tuple[Endpoint, ...]:
        """One endpoint, or a page of them by id."""
        rows = await self._session.rows(r.PAGE, tenant_id, only, after_id, limit)
        return tuple(r.endpoint_of(row[0], self._sealer) for row in rows)

    async def locked(self, tenant_id: TenantId, endpoint_id: EndpointId) -> Endpoint | None:
        """The endpoint, locked; two statements, so that the second sees what the lock waited for."""
        if await self._session.value(r.LOCK, tenant_id, endpoint_id) is None:
            return None
        return (await self.page(tenant_id, only=endpoint_id))[0]

    async def save(self, tenant_id: TenantId, endpoint: Endpoint) -> None:
        """What its owner may change."""
        head = (endpoint.filters_from, *_errand(endpoint))
        await self._session.run(
            r.SAVE, tenant_id, endpoint.id, *self._settings(endpoint), *head, endpoint.version, endpoint.changed_at
        )

    def _settings(self, endpoint: Endpoint) -> tuple[Any, ...]:
        return (
            endpoint.url,
            endpoint.description,
            endpoint.state.value,
            endpoint.state_reason,
            endpoint.payload.value,
            list(endpoint.types),
            list(endpoint.court_ids),
            list(endpoint.organisation_ids),
            self._sealed(endpoint.id, endpoint.headers),
            endpoint.rate_per_second,
            endpoint.timeout_seconds,
            None if endpoint.schedule_seconds is None else list(endpoint.schedule_seconds),
            endpoint.ordering.value,
            endpoint.park_after_hours,
            [kind.value for kind in endpoint.signing],
            endpoint.order_over.value,
        )

    def _sealed(self, endpoint_id: UUID, headers: Mapping[str, str]) -> bytes | None:
        if not headers:
            return None
        return self._sealer.encrypt(orjson.dumps(dict(headers)).decode(), r.headers_place(endpoint_id))

    async def add_secret(self, tenant_id: TenantId, endpoint_id: EndpointId, secret: Secret, text: str) -> None:
        """A secret, encrypted."""
        sealed = self._sealer.encrypt(text, r.secret_place(secret.id))
        given = (secret.id, secret.kind, sealed, secret.created_at, secret.ends_at)
        await self._session.run(r.ADD_ONE, tenant_id, endpoint_id, *given)

    async def end_secrets(
        self, tenant_id: TenantId, endpoint_id: EndpointId, ends_at: datetime, *, only: SecretId | None = None
    ) -> None:
        """When secrets stop to sign."""
        await self._session.run(r.END_SECRETS, tenant_id, endpoint_id, ends_at, only)

    async def open_breaker_again(self, tenant_id: TenantId, endpoint_id: EndpointId) -> None:
        """Forget what made the breaker open."""
        await self._session.run(r.CLOSE_BREAKER, tenant_id, endpoint_id)

    async def due_now(self, tenant_id: TenantId, endpoint_id: EndpointId, now: datetime) -> None:
        """Let everything that waits be tried at once."""
        await webhook_replays.due_now(self._session, tenant_id, endpoint_id, now)

    async def skip(self, tenant_id: TenantId, endpoint_id: EndpointId, now: datetime) -> int:
        """Leave out everything that waits."""
        return await webhook_replays.skip(self._session, tenant_id, endpoint_id, now)

    async def replay(self, tenant_id: TenantId, endpoint_id: EndpointId, wanted: Range, now: datetime) -> Replayed:
        """Set deliveries going again."""
        return await webhook_replays.replay(self._session, tenant_id, endpoint_id, wanted, now)

    async def park(self, tenant_id: TenantId, endpoint_id: EndpointId, position: int, now: datetime) -> bool:
        """Give up a delivery that waits."""
        return await webhook_replays.park(self._session, tenant_id, endpoint_id, position, now)

    async def deliveries(self, tenant_id: TenantId, endpoint_id: EndpointId, wanted: Wanted) -> tuple[Delivery, ...]:
        """A page of deliveries by position."""
        rows = await self._session.rows(
            r.DELIVERIES[wanted.state],
            tenant_id,
            endpoint_id,
            wanted.after,
            wanted.type,
            wanted.referral_id,
            wanted.since,
            wanted.limit,
        )
        return tuple(map(r.delivery_of, rows))

    async def attempts(
        self, tenant_id: TenantId, endpoint_id: EndpointId, *, position: int | None, after: int, limit: int
    ) -> tuple[Receipt, ...]:
        """Attempts of one delivery, or those of challenges and tests."""
        if position is None:
            rows = await self._session.rows(r.ERRANDS, tenant_id, endpoint_id, after, limit)
        else:
            rows = await self._session.rows(r.ATTEMPTS, tenant_id, endpoint_id, position, after, limit)
        return tuple(map(receipt_of, rows))

    async def chain(
        self, tenant_id: TenantId, endpoint_id: EndpointId, referral_id: ReferralId, *, after: int, limit: int
    ) -> tuple[Receipt, ...]:
        """Attempts at the events of one referral, behind a step of their chain."""
        rows = await self._session.rows(r.CHAIN, tenant_id, endpoint_id, referral_id, after, limit)
        return tuple(map(receipt_of, rows))

    async def health(self, tenant_id: TenantId, endpoint_id: EndpointId) -> Health | None:
        """How an endpoint of the tenant does."""
        rows = await self._session.rows(r.HEALTH, tenant_id, endpoint_id)
        return r.health_of(rows[0]) if rows else None

    async def health_of_all(self, *, after_id: UUID | None, limit: int) -> tuple[Health, ...]:
        """How the endpoints of all tenants do."""
        return tuple(map(r.health_of, await self._session.rows(r.HEALTH_OF_ALL, after_id, limit)))

    async def heard(self, referral_id: ReferralId, tenants: tuple[UUID, ...]) -> tuple[Heard, ...]:
        """What the computers of these tenants were told of a referral."""
        return tuple(map(r.heard_of, await self._session.rows(r.HEARD, referral_id, list(tenants))))


def _errand(endpoint: Endpoint) -> tuple[Any, ...]:
    errand = endpoint.errand
    return (None,) * 4 if errand is None else (errand.kind.value, errand.id, errand.due_at, errand.until)
