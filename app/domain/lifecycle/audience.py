"""Who receives the event of a step."""

from operator import attrgetter
from uuid import UUID

from app.domain.referral import Referral

_WATCHED = attrgetter("court_id", "referring_body_id", "holder_id", "holder_ancestor_ids", "procedures")
"""What says who sees a referral."""


def audience_of(before: Referral, after: Referral) -> tuple[UUID, ...]:
    """Whoever sees it after the step, then who saw it until then; most steps change nothing of that."""
    if _WATCHED(before) == _WATCHED(after):
        return after.audience
    return tuple(dict.fromkeys((*after.audience, *before.audience)))
