"""Which referrals a list is to show. Every field narrows it; None leaves it open."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.domain.access import CourtId, OrganisationId
from app.domain.lifecycle.states import Kind, MediationState, Stage, Track
from app.domain.parts import SeriesId


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """What is looked for in a list of referrals.

    Attributes:
        cause_codes: Any of these: a branch of the list of causes, spelled out.
        court_id: The court that referred.
        organisation_id: The present holder.
        opened_from: First day of opening, inclusive.
        opened_to: Last day of opening, inclusive.
        due_before: Some running clock ends before this day.
        serial: That of its number, such as 42 of `ST2026-0000042`.
        case_number: A number of the case, normalised.
        court_reference: The reference of whoever opened it.
        oldest_first: The order; newest first otherwise.
    """

    kind: Kind | None = None
    track: Track | None = None
    state: MediationState | None = None
    stage: Stage | None = None
    cause_codes: frozenset[str] | None = None
    court_id: CourtId | None = None
    organisation_id: OrganisationId | None = None
    opened_from: date | None = None
    opened_to: date | None = None
    due_before: date | None = None
    serial: int | None = None
    case_number: str | None = None
    court_reference: str | None = None
    priority: str | None = None
    business_status: str | None = None
    series_id: SeriesId | None = None
    dispute_id: UUID | None = None
    oldest_first: bool = False


EVERYTHING = Selection()
