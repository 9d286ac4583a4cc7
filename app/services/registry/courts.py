"""Courts: the tracks that they use and how they are set, by date."""

from dataclasses import dataclass
from datetime import date
from typing import Any, Final
from uuid import UUID

from app.domain.access import CourtId, Scope
from app.domain.codes import checked_code
from app.domain.errors import Refusal
from app.domain.lead_times import LeadTime, told
from app.domain.lead_times import checked as checked_leads
from app.domain.lifecycle.states import Track
from app.domain.ports import Answer, Ports
from app.domain.registry import ChangeKind, Court, CourtTrack, Noun, Validity
from app.domain.registry_facts import FEE_NOTICE_DAYS
from app.services.envelope import Envelope, Outcome, checked
from app.services.registry.writing import Work, created, require_free_name, require_valid, written


@dataclass(frozen=True, slots=True)
class NewTrack:
    """A track that a court uses for a time."""

    track: Track
    validity: Validity


@dataclass(frozen=True, slots=True, kw_only=True)
class NewCourt:
    """A court to be registered; for its settings see `CourtFacts`."""

    name: str
    level: str
    validity: Validity
    tracks: tuple[NewTrack, ...]
    court_code: str | None = None
    region_code: str | None = None
    late_acceptance: bool = True
    duplicate_policy: str = "warn"
    confirmation_after_entrustment: str = "refused"
    term_on_reassignment: str = "restart"
    fee_notice_days: int = FEE_NOTICE_DAYS
    lead_times: tuple[LeadTime, ...] = ()
    suspension_pauses_term: bool = False
    acceptance_on_dispatch: str = "run_on"
    full_organisation: str = "warn"
    statement_before_filing: str = "refused"


@dataclass(frozen=True, slots=True)
class AddTrack:
    """From a day on the court uses a track."""

    used: NewTrack


@dataclass(frozen=True, slots=True)
class EndTrack:
    """The last day on which the court uses a track."""

    track: Track
    valid_to: date


@dataclass(frozen=True, slots=True, kw_only=True)
class SetCourt:
    """From a day on the court is set otherwise; None leaves a setting as it is."""

    valid_from: date
    late_acceptance: bool | None = None
    duplicate_policy: str | None = None
    confirmation_after_entrustment: str | None = None
    term_on_reassignment: str | None = None
    fee_notice_days: int | None = None
    lead_times: tuple[LeadTime, ...] | None = None
    suspension_pauses_term: bool | None = None
    acceptance_on_dispatch: str | None = None
    full_organisation: str | None = None
    statement_before_filing: str | None = None


async def register_court(ports: Ports, envelope: Envelope, wish: NewCourt | Refusal) -> Outcome:
    """Register a court and the tracks that it uses."""

    async def write(work: Work) -> Answer:
        new = checked(wish)
        checked_code("court_level", new.level, "/level")
        _check_settings(new)
        await require_free_name(work.tx, Noun.COURTS, new.name)
        court = Court(
            id=CourtId(ports.mint()),
            name=new.name,
            level=new.level,
            validity=new.validity.checked(),
            court_code=new.court_code,
            region_code=new.region_code,
            late_acceptance=new.late_acceptance,
            duplicate_policy=new.duplicate_policy,
            confirmation_after_entrustment=new.confirmation_after_entrustment,
            term_on_reassignment=new.term_on_reassignment,
            fee_notice_days=new.fee_notice_days,
            lead_times=checked_leads(new.lead_times),
            suspension_pauses_term=new.suspension_pauses_term,
            acceptance_on_dispatch=new.acceptance_on_dispatch,
            full_organisation=new.full_organisation,
            statement_before_filing=new.statement_before_filing,
            tracks=tuple(
                CourtTrack(ports.mint(), used.track, used.validity.checked(f"/tracks/{n}/valid_to"))
                for n, used in enumerate(new.tracks)
            ),
        )
        for n, used in enumerate(court.tracks):
            _require_unused(court.tracks[:n], used.track, used.validity, f"/tracks/{n}/valid_from")
        await work.tx.registry.add_court(court, work.recorded_at)
        return created(Noun.COURTS, court.id)

    return await written(ports, envelope, Scope.REGISTRY_WRITE, write)


CODED_SETTINGS: Final = (
    *("duplicate_policy", "confirmation_after_entrustment", "term_on_reassignment"),
    *("acceptance_on_dispatch", "full_organisation", "statement_before_filing"),
)
"""Settings whose values are codes of the lists of their names."""

FEE_NOTICE_DAYS_MAX: Final = 365


def _check_settings(wish: NewCourt | SetCourt) -> None:
    for name in CODED_SETTINGS:
        value = getattr(wish, name)
        if value is not None:
            checked_code(name, value, f"/{name}")
    if wish.fee_notice_days is not None and not 1 <= wish.fee_notice_days <= FEE_NOTICE_DAYS_MAX:
        raise Refusal("parameter_invalid", pointer="/fee_notice_days")


def _require_unused(tracks: tuple[CourtTrack, ...], track: Track, validity: Validity, pointer: str) -> None:
    if any(used.track is track and used.validity.overlaps(validity) for used in tracks):
        raise Refusal("track_already_used", pointer=pointer)


async def add_track(work: Work, court: Court, wish: AddTrack) -> UUID:
    """The court uses a further track, or one again; refuses with `track_already_used`."""
    validity = wish.used.validity.checked()
    require_valid(court, validity.valid_from)
    _require_unused(court.tracks, wish.used.track, validity, "/valid_from")
    used = CourtTrack(work.ports.mint(), wish.used.track, validity)
    await work.tx.registry.add_track(court.id, used)
    details = {"track": used.track.value, "valid_to": validity.valid_to}
    return await work.note(Noun.COURTS, court.id, ChangeKind.ADD_TRACK, validity.valid_from, details)


async def end_track(work: Work, court: Court, wish: EndTrack) -> UUID:
    """The court uses the track no longer; refuses with `track_not_used_by_court` where it does not on that day."""
    in_use = [used for used in court.tracks if used.track is wish.track and used.validity.covers(wish.valid_to)]
    if not in_use:
        raise Refusal("track_not_used_by_court", pointer="/valid_to")
    await work.tx.registry.end_track(in_use[0].id, wish.valid_to)
    details = {"track": wish.track.value, "valid_to": wish.valid_to}
    return await work.note(Noun.COURTS, court.id, ChangeKind.END_TRACK, wish.valid_to, details)


async def set_court(work: Work, court: Court, wish: SetCourt) -> UUID:
    """The court is set otherwise from the day on."""
    _check_settings(wish)
    require_valid(court, wish.valid_from)
    given: dict[str, Any] = {
        "late_acceptance": wish.late_acceptance,
        "duplicate_policy": wish.duplicate_policy,
        "confirmation_after_entrustment": wish.confirmation_after_entrustment,
        "term_on_reassignment": wish.term_on_reassignment,
        "fee_notice_days": wish.fee_notice_days,
        "lead_times": None if wish.lead_times is None else told(checked_leads(wish.lead_times)),
        "suspension_pauses_term": wish.suspension_pauses_term,
        "acceptance_on_dispatch": wish.acceptance_on_dispatch,
        "full_organisation": wish.full_organisation,
        "statement_before_filing": wish.statement_before_filing,
    }
    details = {name: value for name, value in given.items() if value is not None}
    return await work.note(Noun.COURTS, court.id, ChangeKind.SET, wish.valid_from, details)
