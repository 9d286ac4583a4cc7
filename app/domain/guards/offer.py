"""Conditions of opening and offering: court, track, particulars, organisation, body, channel, choice, taking."""

from app.domain import commands as c
from app.domain.causes import is_labour
from app.domain.guards.term import consents_leave_days, silent_since
from app.domain.lifecycle.states import FILED_KINDS, Body, Track
from app.domain.lifecycle.table import Condition, Guard, Situation
from app.domain.referral import LABOUR_MEDIATORS
from app.domain.registry_facts import OrganisationFacts
from app.domain.sources import SourceId
from app.domain.tracks import Ruling, TrackCondition

_NAMING = c.Delegate | c.Reassign | c.Accept | c.RecordChoice | c.Invite | c.Dispatch | c.AllowOrganisation
_OFFERING = c.Delegate | c.Reassign


def organisation_of(s: Situation) -> OrganisationFacts | None:
    """The organisation that the command is about: the one it names, or the one that was applied to."""
    if isinstance(s.command, _NAMING):
        return s.command.organisation
    return s.book.applied_to if isinstance(s.command, c.Submit) else None


def _court_active(s: Situation) -> bool:
    return s.book.court is not None and s.book.court.active


def _track_in_use(s: Situation) -> bool:
    return s.book.court is not None and s.referral.track in s.book.court.tracks


def _track_in_force(s: Situation) -> bool:
    return s.book.tracks is None or s.book.tracks.track_valid(s.referral.track, s.occurred_on)


def _missing_particulars(s: Situation) -> tuple[str, ...]:
    particulars = s.referral.particulars
    return tuple(name for name in ("filed_on", "procedure_type") if getattr(particulars, name) is None)


def _particulars_given(s: Situation) -> bool:
    return not _missing_particulars(s)


def _missing_facts(s: Situation) -> dict[str, object]:
    return {"missing": list(_missing_particulars(s))}


def _first_missing(s: Situation) -> str:
    return f"/{_missing_particulars(s)[0]}"


def _filed_before(s: Situation) -> bool:
    filed_on = s.referral.particulars.filed_on
    return filed_on is None or filed_on <= s.occurred_on


def _organisation_active(s: Situation) -> bool:
    organisation = organisation_of(s)
    return organisation is not None and organisation.active


def _body_for_track(s: Situation) -> bool:
    organisation = organisation_of(s)
    if organisation is None:
        return False
    if s.book.tracks is None:
        return True
    verdict = s.book.tracks.cell(s.referral.track, organisation.body, s.occurred_on)
    online = TrackCondition.COURT_PLATFORM_ONLY not in verdict.conditions or s.referral.on_court_platform
    return verdict.ruling is not Ruling.REFUSED and online


def _cause_for_body(s: Situation) -> bool:
    """Whether the cause, where one is stated, is not among those that the organisation's body may not take."""
    organisation, cause = organisation_of(s), s.referral.cause_code
    if organisation is None:
        return False
    if s.book.tracks is None or cause is None or SourceId.CMR_2 in s.book.rules_off:
        return True
    verdict = s.book.tracks.cell(s.referral.track, organisation.body, s.occurred_on)
    if TrackCondition.CAUSE_EXCLUDED_FOR_BODY not in verdict.conditions:
        return True
    return not s.book.tracks.excluded_cause(organisation.body, cause, s.occurred_on, s.book.causes)


def _body_facts(s: Situation) -> dict[str, object]:
    organisation = organisation_of(s)
    return {"track": s.referral.track.value, "body": None if organisation is None else organisation.body.value}


def _channel_open(s: Situation) -> bool:
    return isinstance(s.command, _OFFERING) and s.command.channel is not None


def _roots_of_channel(s: Situation) -> tuple[str, ...]:
    """The causes to which a strict channel is bound; none where it takes every cause."""
    channel = s.command.channel if isinstance(s.command, _OFFERING) else None
    return channel.cause_roots if channel is not None and channel.strict else ()


def _cause_stated(s: Situation) -> bool:
    return isinstance(s.command, _OFFERING) and (s.referral.cause_code is not None or not _roots_of_channel(s))


def _cause_in_scope(s: Situation) -> bool:
    if not isinstance(s.command, _OFFERING):
        return False
    cause, roots = s.referral.cause_code, _roots_of_channel(s)
    return not roots or (cause is not None and any(s.book.causes.is_within(cause, root) for root in roots))


def _roots_facts(s: Situation) -> dict[str, object]:
    return {"cause_roots": list(_roots_of_channel(s))}


def _as_chosen(s: Situation) -> bool:
    chosen = s.referral.chosen_organisation_id
    return isinstance(s.command, c.Delegate) and chosen in {None, s.command.organisation.id}


def _not_given_up_before(s: Situation) -> bool:
    if not isinstance(s.command, c.Reassign):
        return False
    named = s.command.organisation.id
    given_up = {a.organisation_id for a in s.referral.assignments if a.ending in {"declined", "handed_back"}}
    return named not in given_up


def is_late(s: Situation) -> bool:
    """Whether an acceptance comes after the acceptance window, whether or not time has recorded that yet."""
    clock = s.referral.latest_clock("T03")
    return clock is not None and clock.due_on is not None and s.occurred_on > clock.due_on


def _late_allowed(s: Situation) -> bool:
    return not is_late(s) or (s.book.court is not None and s.book.court.late_acceptance)


def _term_left(s: Situation) -> bool:
    """The term of labour mediation runs already, from the application; by the date, whether or not time has seen it.

    Every other term starts with an acceptance: one that is there already was that of an earlier organisation.
    """
    if s.referral.track is Track.COMMISSION_DELEGATED:
        return consents_leave_days(s)
    clock = s.referral.latest_clock("T10") if s.referral.term_rule == "T10" else None
    return clock is None or clock.due_on is None or s.occurred_on <= clock.due_on


def _labour_offer(s: Situation) -> bool:
    """The fifteen days of labour mediation belong to labour disputes, before whatever body the law names (LDMA 10, 14).

    By the cause; where none was stated, by the labour body that takes it. After filing the court's own terms apply.
    """
    organisation, cause = organisation_of(s), s.referral.cause_code
    waits = s.referral.track is Track.COMMISSION_DELEGATED  # Its ten days are the term (T31).
    if organisation is None or waits or s.referral.kind in FILED_KINDS:
        return False
    if cause is None:
        return organisation.body is Body.LABOUR
    return organisation.body in LABOUR_MEDIATORS and is_labour(s.book.causes, cause)


COURT_ACTIVE = Guard("court_not_active", _court_active)
TRACK_IN_USE = Guard("track_not_used_by_court", _track_in_use)
TRACK_IN_FORCE = Guard("track_not_in_force", _track_in_force, facts=lambda s: {"track": s.referral.track.value})
PARTICULARS_GIVEN = Guard("particulars_missing", _particulars_given, facts=_missing_facts, pointer=_first_missing)
FILED_BEFORE = Guard("filed_after_opening", _filed_before, pointer="/filed_on")
SENDER_KNOWN = Guard("referring_body_not_active", lambda s: s.referral.referring_body_id is not None)
ORGANISATION_ACTIVE = Guard("organisation_not_active", _organisation_active, of_state=False)
BODY_FOR_TRACK = Guard("body_not_for_track", _body_for_track, of_state=False, facts=_body_facts)
CAUSE_FOR_BODY = Guard("cause_excluded_for_body", _cause_for_body, of_state=False, facts=_body_facts)
CHANNEL_OPEN = Guard("channel_not_open", _channel_open, of_state=False)
CAUSE_STATED = Guard("cause_required", _cause_stated, of_state=False, facts=_roots_facts)
CAUSE_IN_SCOPE = Guard("cause_outside_channel", _cause_in_scope, of_state=False, facts=_roots_facts)
AS_CHOSEN = Guard(
    "joint_choice_made",
    _as_chosen,
    of_state=False,
    facts=lambda s: {"organisation_id": str(s.referral.chosen_organisation_id)},
)
NOT_GIVEN_UP_BEFORE = Guard("organisation_declined_before", _not_given_up_before, of_state=False)
LATE_ALLOWED = Guard("late_acceptance_closed", _late_allowed)
TERM_LEFT = Guard("term_over", _term_left)
CANCEL_NOT_REQUESTED = Guard("cancel_already_requested", lambda s: s.referral.cancel_requested_on is None)
CANCEL_UNANSWERED = Guard("cancel_awaits_answer", lambda s: silent_since(s, s.referral.cancel_requested_on))
CANCEL_REQUESTED = Guard("cancel_not_requested", lambda s: s.referral.cancel_requested_on is not None)

ONLINE_REFERRED = Condition("on_court_platform_before_filing", lambda s: s.referral.track is Track.PRE_FILING_2022)
LABOUR_OFFER = Condition("labour_dispute", _labour_offer)
