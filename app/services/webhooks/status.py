"""Whether the other sides of a referral were told of what happened in it, as far as a tenant of it may know."""

from app.domain.access import Principal
from app.domain.delivery_status import DeliveryStatus, counterparts, status_of
from app.domain.ports import Ports
from app.domain.referral import Referral


async def delivery_status(
    ports: Ports, principal: Principal, referral: Referral
) -> tuple[tuple[str, DeliveryStatus], ...]:
    """By the id of each counterpart of the caller, whether its computer was told; see `counterparts`.

    The referral is one that the caller was just shown. Counts of others' deliveries stay here: only their worst leaves.
    """
    sides = counterparts(referral, principal.tenant_id)
    async with ports.unit_of_work(None) as tx:
        heard = {found.tenant_id: found for found in await tx.webhooks.heard(referral.id, sides)}
    return tuple((str(side), status_of(heard.get(side))) for side in sides)
