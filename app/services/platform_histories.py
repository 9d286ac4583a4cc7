"""What platforms have to know of events that stand in histories, where no feed gives them any more."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Final

from app.domain.court_platform import Outgoing, Platform
from app.domain.events import Event
from app.domain.feed import FeedEvent
from app.domain.platform_outbox import kinds_of
from app.domain.ports import Ports
from app.domain.referral import ReferralId
from app.services.platform_outbox import messages_for
from app.services.platforms import acting_for

HISTORY_MAX: Final = 500
"""Most events of one referral that are looked at, oldest first."""

Told = Mapping[ReferralId, tuple[tuple[FeedEvent, tuple[Outgoing, ...]], ...]]
"""By referral, its events of which a platform has to know, and what there is to be told of each."""


async def told_of(
    ports: Ports, platform: Platform, referral_ids: Iterable[ReferralId], *, since: datetime | None = None
) -> Told:
    """What there is to be told of these referrals; `since`: only of events that were recorded from then on."""
    return {referral_id: await _of_one(ports, platform, referral_id, since) for referral_id in referral_ids}


async def _of_one(
    ports: Ports, platform: Platform, referral_id: ReferralId, since: datetime | None
) -> tuple[tuple[FeedEvent, tuple[Outgoing, ...]], ...]:
    tenant_id = acting_for(platform).tenant_id
    async with ports.unit_of_work(tenant_id) as tx:
        history = await tx.referrals.history(referral_id, tenant_id, after_version=0, limit=HISTORY_MAX)
    events = [_as_fed(event) for event in history if since is None or event.recorded_at >= since]
    return tuple([(event, await messages_for(ports, platform, event)) for event in events if kinds_of(event, platform)])


def _as_fed(event: Event) -> FeedEvent:
    """An event of a history as a feed would give it."""
    return FeedEvent(
        position=0,
        id=event.id,
        subject_kind=event.subject_kind,
        subject_id=event.subject_id,
        version=event.version,
        type=event.type,
        occurred_on=event.occurred_on,
        occurred_at=event.occurred_at,
        recorded_at=event.recorded_at,
        body=event.body,
        actor=event.actor,
    )
