"""What was delivered, what was tried, and how endpoints do. A tenant reads of its own; an operator only how all do."""

from uuid import UUID

from app.domain.access import Principal, Scope, TenantId, TenantKind
from app.domain.errors import Refusal
from app.domain.ports import Ports, Transaction
from app.domain.receipts import Receipt
from app.domain.webhook_port import Delivery, Health, Wanted
from app.domain.webhooks import EndpointId
from app.services.webhooks.writing import found, require_owner


async def deliveries(ports: Ports, principal: Principal, endpoint_id: UUID, wanted: Wanted) -> tuple[Delivery, ...]:
    """A page of the deliveries of an endpoint, by position; refuses with `not_found`."""
    require_owner(principal)
    async with ports.unit_of_work(principal.tenant_id) as tx:
        endpoint = await found(tx, principal, endpoint_id)
        return await tx.webhooks.deliveries(principal.tenant_id, endpoint.id, wanted)


async def attempts(
    ports: Ports, principal: Principal, endpoint_id: UUID, position: int, *, after: int, limit: int
) -> tuple[Receipt, ...]:
    """The attempts of one delivery, oldest first; refuses with `not_found` where there is no such delivery."""
    require_owner(principal)
    async with ports.unit_of_work(principal.tenant_id) as tx:
        endpoint = await found(tx, principal, endpoint_id)
        await require_delivery(tx, principal.tenant_id, endpoint.id, position)
        return await tx.webhooks.attempts(principal.tenant_id, endpoint.id, position=position, after=after, limit=limit)


async def require_delivery(tx: Transaction, tenant_id: TenantId, endpoint_id: EndpointId, position: int) -> None:
    """Refuse with `not_found` where the endpoint has no delivery at that position."""
    there = await tx.webhooks.deliveries(tenant_id, endpoint_id, Wanted(limit=1, after=position - 1))
    if not there or there[0].position != position:
        raise Refusal("not_found")


async def errands(
    ports: Ports, principal: Principal, endpoint_id: UUID, *, after: int, limit: int
) -> tuple[Receipt, ...]:
    """The attempts at challenges and tests of an endpoint, oldest first; refuses with `not_found`."""
    require_owner(principal)
    async with ports.unit_of_work(principal.tenant_id) as tx:
        endpoint = await found(tx, principal, endpoint_id)
        return await tx.webhooks.attempts(principal.tenant_id, endpoint.id, position=None, after=after, limit=limit)


async def health(ports: Ports, principal: Principal, endpoint_id: UUID) -> Health:
    """How one endpoint of the caller does; refuses with `not_found`."""
    require_owner(principal)
    async with ports.unit_of_work(principal.tenant_id) as tx:
        told = await tx.webhooks.health(principal.tenant_id, EndpointId(endpoint_id))
    if told is None:
        raise Refusal("not_found")
    return told


async def health_of_all(ports: Ports, principal: Principal, *, after_id: UUID | None, limit: int) -> tuple[Health, ...]:
    """How the endpoints of all tenants do, by id, removed ones left out; for an operator only."""
    principal.require(Scope.WEBHOOKS_HEALTH)
    principal.require_kind(TenantKind.OPERATOR)
    async with ports.unit_of_work(None) as tx:
        return await tx.webhooks.health_of_all(after_id=after_id, limit=limit)
