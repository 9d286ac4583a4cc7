"""Delivering again: one event, those between two positions or two instants, or only what did not arrive."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from app.domain import webhooks as w
from app.domain.errors import Refusal
from app.domain.ports import Answer, Ports
from app.domain.webhook_port import Range
from app.services.envelope import Envelope, Outcome, checked
from app.services.webhooks.logs import require_delivery
from app.services.webhooks.writing import Work, beside_endpoint, on_endpoint, receipt


@dataclass(frozen=True, slots=True)
class ReplayWish:
    """What is delivered again; see `Range`. Where nothing says where it begins: from the endpoint's beginning on."""

    first: int | None = None
    last: int | None = None
    since: datetime | None = None
    until: datetime | None = None
    missing: bool = False


async def replay(ports: Ports, envelope: Envelope, endpoint_id: UUID, wish: ReplayWish | Refusal) -> Outcome:
    """Set deliveries going again, oldest first, so many at most; the answer says behind which position to go on.

    Each keeps its one row and the id of its event, so that the receiver knows it again. The endpoint is locked, or one
    that is removed at this moment would get lanes that nobody ever empties. Refuses with `replay_range_empty`.
    """

    async def write(work: Work, endpoint: w.Endpoint) -> Answer:
        wanted = _range(checked(wish), endpoint)
        w.after(w.EndpointAction.REPLAY, endpoint.state)
        done = await work.tx.webhooks.replay(work.tenant_id, endpoint.id, wanted, work.now)
        return receipt(endpoint, changed=False, replayed_count=done.count, next_position=done.next_position)

    return await on_endpoint(ports, envelope, endpoint_id, write, lanes=True)


async def park(ports: Ports, envelope: Envelope, endpoint_id: UUID, position: int, wish: Refusal | None) -> Outcome:
    """Give up one delivery that waits, so that the next of its referral goes; it can be replayed.

    Refuses with `not_found` where there is no such delivery, `delivery_not_waiting` where it is under way or settled.
    """

    async def write(work: Work, endpoint: w.Endpoint) -> Answer:
        hooks, tenant_id = work.tx.webhooks, work.tenant_id
        await require_delivery(work.tx, tenant_id, endpoint.id, position)
        checked(wish)
        w.after(w.EndpointAction.PARK, endpoint.state)
        if not await hooks.park(tenant_id, endpoint.id, position, work.now):
            raise Refusal("delivery_not_waiting")
        return receipt(endpoint, changed=False, position=position)

    return await beside_endpoint(ports, envelope, endpoint_id, write)


def _range(wish: ReplayWish, endpoint: w.Endpoint) -> Range:
    """The range, refused with `replay_range_empty` where no end is named or the first lies behind the last."""
    if wish.first is None and wish.since is None and not wish.missing:
        raise Refusal("replay_range_empty")
    if wish.first is not None and wish.last is not None and wish.last < wish.first:
        raise Refusal("replay_range_empty", pointer="/to_position")
    if wish.since is not None and wish.until is not None and wish.until < wish.since:
        raise Refusal("replay_range_empty", pointer="/until")
    first = wish.first or (1 if wish.since is not None else endpoint.from_position + 1)
    return Range(first, wish.last, wish.since, wish.until, missing=wish.missing, limit=w.REPLAY_MAX)
