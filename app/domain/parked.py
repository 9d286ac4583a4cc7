"""The event that says that a delivery was parked. Its subject is the endpoint, which is not told itself."""

from collections.abc import Mapping
from datetime import datetime
from typing import Final
from uuid import UUID

from app.domain.access import ActorRole, TenantId
from app.domain.event_facts import COUNT, ID, TEXT, WORD, Shape, or_null
from app.domain.events import Event, seal
from app.domain.feed import FeedEvent
from app.domain.lifecycle.event_types import EventType
from app.domain.time import LegalNow

SUBJECT: Final = "endpoint"
"""Kind of subject; its id is that of the endpoint."""

BODY: Final[Mapping[str, Shape]] = {
    "endpoint_id": ID,
    "event_id": ID,
    "event_type": TEXT,
    "event_position": COUNT,
    "reason": WORD,
    "attempt_count": COUNT,
    "referral_id": or_null(ID),
    "referral_version": or_null(COUNT),
}
"""What stands under `data`."""


def parked_event(
    told: FeedEvent,
    *,
    endpoint_id: UUID,
    tenant_id: TenantId,
    reason: str,
    attempt_count: int,
    event_id: UUID,
    now: LegalNow,
    recorded_at: datetime,
    last: tuple[int, bytes],
) -> Event:
    """The event in the endpoint's own hash chain; only the endpoint's tenant hears of it.

    Args:
        told: What could not be delivered.
        endpoint_id: To which endpoint.
        tenant_id: Whose endpoint.
        reason: Code of the last attempt.
        attempt_count: Attempts that were made.
        event_id: Of the new event.
        now: Legal instant and date.
        recorded_at: Now on the system clock.
        last: Version and hash of the endpoint's newest event; 0 and nothing before the first.
    """
    of_referral = told.subject_kind == "referral"
    body = {
        "endpoint_id": str(endpoint_id),
        "event_id": str(told.id),
        "event_type": told.type,
        "event_position": told.position,
        "reason": reason,
        "attempt_count": attempt_count,
        "referral_id": str(told.subject_id) if of_referral else told.body.get("referral_id"),
        "referral_version": told.version if of_referral else told.body.get("referral_version"),
    }
    version, previous = last
    return seal(
        Event(
            id=event_id,
            subject_kind=SUBJECT,
            subject_id=endpoint_id,
            version=version + 1,
            type=EventType.DELIVERY_PARKED.value,
            occurred_on=now.on,
            occurred_at=now.instant,
            recorded_at=recorded_at,
            body=body,
            actor={"role": ActorRole.CLOCK.value, "tenant_id": None, "client_id": None},
            audience=(tenant_id,),
            previous=previous,
            hash=b"",
        )
    )
