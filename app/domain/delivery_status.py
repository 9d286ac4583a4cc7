"""What the other side's computer knows of a referral, computed from deliveries; never a column.

Design: a referral has a legal state, and beside it what was delivered. Who reads it learns of its counterpart whether
the notices arrived, and nothing of where they went.
"""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from app.domain.referral import Referral


class DeliveryStatus(StrEnum):
    """Whether a tenant's computer was told of what happened in a referral.

    not_configured  it has no endpoint that these events go to; it may read its feed
    waiting         something is on its way, or waits for an endpoint that is paused or not confirmed
    delivered       everything arrived at each of its endpoints
    failing         something was tried and did not arrive; it is tried again
    parked          something was given up and waits for a person
    """

    NOT_CONFIGURED = "not_configured"
    WAITING = "waiting"
    DELIVERED = "delivered"
    FAILING = "failing"
    PARKED = "parked"


@dataclass(frozen=True, slots=True)
class Heard:
    """Deliveries of one referral's events to the endpoints of one tenant that are not removed, counted.

    Attributes:
        tried_count: Of those that wait, how many were tried before.
    """

    tenant_id: UUID
    waiting_count: int
    tried_count: int
    delivered_count: int
    parked_count: int


def status_of(heard: Heard | None) -> DeliveryStatus:
    """The worst that is true of a tenant; what was skipped counts as settled by its owner."""
    if heard is None:
        return DeliveryStatus.NOT_CONFIGURED
    if heard.parked_count:
        return DeliveryStatus.PARKED
    if heard.tried_count:
        return DeliveryStatus.FAILING
    if heard.waiting_count:
        return DeliveryStatus.WAITING
    return DeliveryStatus.DELIVERED if heard.delivered_count else DeliveryStatus.NOT_CONFIGURED


def counterparts(referral: Referral, tenant_id: UUID) -> tuple[UUID, ...]:
    """The other sides of a referral for one of its tenants: who sent it, who holds it, courts of its procedures.

    Ancestors of the holder see the referral too, but are nobody's counterpart: what their computers know is theirs.
    """
    above = set(referral.holder_ancestor_ids)
    return tuple(side for side in referral.audience if side != tenant_id and side not in above)
