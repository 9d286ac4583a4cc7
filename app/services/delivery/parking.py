"""Telling that deliveries were parked: by the feed and to other endpoints, never to the one that was not reached."""

from collections.abc import Sequence

from app.domain.delivery_port import Standing
from app.domain.parked import parked_event
from app.domain.ports import Transaction
from app.services.delivery.post import Post
from app.services.delivery.sending import Done


async def tell_parked(post: Post, tx: Transaction, standing: Standing, parked: Sequence[Done]) -> None:
    """Write one event for each delivery that was parked; the endpoint is locked by this transaction."""
    ports = post.ports
    last = await tx.deliveries.last_word(standing.endpoint_id)
    now = ports.clock.legal_at(await tx.registry.clock_offset())
    events = []
    for done in parked:
        event = parked_event(
            done.task.head.event,
            endpoint_id=standing.endpoint_id,
            tenant_id=standing.tenant_id,
            reason=done.attempt.reason or "unknown",
            attempt_count=done.attempt.number,
            event_id=ports.mint(),
            now=now,
            recorded_at=ports.clock.recorded_at(),
            last=last,
        )
        events.append(event)
        last = (event.version, event.hash)
    await tx.deliveries.tell(events)
