"""What every write on an endpoint shares: one transaction, one answer under one key, one version."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Final, TypeVar
from uuid import UUID

from app.domain.access import Principal, Scope, TenantId, TenantKind
from app.domain.errors import Refusal
from app.domain.ports import Answer, Ports, Transaction
from app.domain.values import replace
from app.domain.webhooks import Endpoint, EndpointId
from app.services.envelope import Envelope, Outcome, settled

PATH: Final = "/v1/webhook-endpoints"
T = TypeVar("T")
OWNERS: Final = (TenantKind.COURT, TenantKind.ORGANISATION, TenantKind.REFERRING_BODY)


@dataclass(frozen=True, slots=True)
class Work:
    """One write under way. `now`: by the system clock."""

    ports: Ports
    tx: Transaction
    envelope: Envelope
    now: datetime

    @property
    def tenant_id(self) -> TenantId:
        """Whose endpoint it is."""
        return self.envelope.principal.tenant_id


def require_owner(principal: Principal) -> None:
    """Refuse with `scope_missing` or `not_your_role` whoever can have no endpoints."""
    principal.require(Scope.WEBHOOKS_MANAGE)
    principal.require_kind(*OWNERS)


async def written(ports: Ports, envelope: Envelope, write: Callable[[Work], Awaitable[Answer]]) -> Outcome:
    """One write under one key: allowed, not yet answered, carried out, answer kept; nothing stays of a dry run."""

    async def sought(_tx: Transaction) -> None:
        return None

    async def carried_out(work: Work, _sought: None) -> Answer:
        return await write(work)

    return await _written(ports, envelope, sought, carried_out)


async def on_endpoint(
    ports: Ports,
    envelope: Envelope,
    endpoint_id: UUID,
    write: Callable[[Work, Endpoint], Awaitable[Answer]],
    *,
    lanes: bool = False,
    order: bool = False,
) -> Outcome:
    """One write on an endpoint of the caller; refuses with `not_found` before anything else about it.

    `write` is handed the endpoint as it stands, which nobody else changes meanwhile, and asks for the version itself,
    behind what is wrong with the body. `lanes`: it moves what waits too, which is locked first, as the engine does.
    `order`: it may put what waits into another order, for which all who line something up are held off.
    """
    tenant_id, wanted = envelope.principal.tenant_id, EndpointId(endpoint_id)

    async def seek(tx: Transaction) -> Endpoint:
        if order:
            await tx.webhooks.hold_order(wanted)
        if lanes:
            await tx.webhooks.hold_lanes(tenant_id, wanted)
        endpoint = await tx.webhooks.locked(tenant_id, wanted)
        if endpoint is None:
            raise Refusal("not_found")
        return endpoint

    return await _written(ports, envelope, seek, write)


async def beside_endpoint(
    ports: Ports, envelope: Envelope, endpoint_id: UUID, write: Callable[[Work, Endpoint], Awaitable[Answer]]
) -> Outcome:
    """One write on what is on its way to an endpoint, which itself stays as it is; refuses with `not_found` first."""

    async def seek(tx: Transaction) -> Endpoint:
        await tx.webhooks.keep_order(EndpointId(endpoint_id))
        return await found(tx, envelope.principal, endpoint_id)

    return await _written(ports, envelope, seek, write)


async def _written(
    ports: Ports,
    envelope: Envelope,
    seek: Callable[[Transaction], Awaitable[T]],
    write: Callable[[Work, T], Awaitable[Answer]],
) -> Outcome:
    require_owner(envelope.principal)

    async def attempt() -> Outcome:
        async with ports.unit_of_work(envelope.principal.tenant_id) as tx:
            sought = await seek(tx)
            looked_up = envelope.look_up_key()
            kept = None if looked_up is None else await tx.idempotency.look_up(*looked_up)
            replayed = envelope.replay(kept)
            if replayed is not None:
                return replayed
            now = ports.clock.recorded_at()
            answer = await write(Work(ports, tx, envelope, now), sought)
            if envelope.dry_run:
                raise _Rehearsed
            await tx.idempotency.keep(envelope.keep(answer, now))
            return Outcome(answer)

    try:
        return await settled(attempt)
    except _Rehearsed:
        return Outcome(Answer(status=200, body={"dry_run": True}))


class _Rehearsed(Exception):
    """Ends the transaction of a dry run, so that nothing of it stays."""


async def existing(ports: Ports, principal: Principal, endpoint_id: UUID) -> Endpoint:
    """An endpoint of the caller; refuses with `scope_missing`, `not_your_role`, `not_found`."""
    require_owner(principal)
    async with ports.unit_of_work(principal.tenant_id) as tx:
        return await found(tx, principal, endpoint_id)


async def found(tx: Transaction, principal: Principal, endpoint_id: UUID) -> Endpoint:
    """The same within a transaction; refuses with `not_found`."""
    endpoints = await tx.webhooks.page(principal.tenant_id, only=EndpointId(endpoint_id))
    if not endpoints:
        raise Refusal("not_found")
    return endpoints[0]


async def saved(work: Work, endpoint: Endpoint) -> Endpoint:
    """The endpoint as the next version, written.

    Returns:
        That version.
    """
    following = replace(endpoint, version=endpoint.version + 1, changed_at=work.now)
    await work.tx.webhooks.save(work.tenant_id, following)
    return following


def receipt(endpoint: Endpoint, *, status: int = 200, changed: bool = True, **more: object) -> Answer:
    """The answer to a write: which endpoint, its version and state; nothing secret. `changed`: it made that version."""
    body = {"id": str(endpoint.id), "version": endpoint.version, "state": endpoint.state.value, **more}
    location = f"{PATH}/{endpoint.id}" if status == 201 else None  # noqa: PLR2004 - something was made
    return Answer(status=status, body=body, location=location, version=endpoint.version if changed else None)
