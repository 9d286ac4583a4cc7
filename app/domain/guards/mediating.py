"""Conditions of mediation itself: mediators, the start, sessions, materials, the end and its report."""

from app.domain import commands as c
from app.domain.guards.routes import needs_route
from app.domain.guards.signing import missing_signers
from app.domain.guards.term import last_day, silent_since
from app.domain.guards.words import told_of
from app.domain.lifecycle.states import FILED_KINDS, AgreementState, ClockState, Closure, EndReason, Outcome
from app.domain.lifecycle.table import Guard, Situation
from app.domain.referral import MediatorAssignment, Party
from app.domain.registry_facts import MediatorFacts

_REASONS_BEFORE_START = frozenset(
    {EndReason.SETTLED_AND_WITHDREW, EndReason.PARTY_UNREACHABLE, EndReason.PARTY_UNWILLING, EndReason.OTHER}
)
_CONFLICTS = frozenset({"recusal", "conflict_disclosed"})
"""Codes of list `mediator_change_reason` after which the mediator does not come back."""

_OF_A_SESSION = c.HoldSession | c.MissSession | c.CancelSession


def _mediator_named(s: Situation) -> MediatorFacts | None:
    return s.command.mediator if isinstance(s.command, c.AssignMediator | c.ReplaceMediator) else None


def _mediator_available(s: Situation) -> bool:
    mediator = _mediator_named(s)
    return mediator is not None and mediator.active and mediator.organisation_id == s.referral.holder_id


def _mediator_new(s: Situation) -> bool:
    mediator = _mediator_named(s)
    if mediator is None:
        return False
    return all(m.mediator_id != mediator.id or m.ended_on is not None for m in s.referral.mediators)


def _mediator_free_of_conflict(s: Situation) -> bool:
    mediator = _mediator_named(s)
    if mediator is None:
        return False
    turns = (turn for turn in s.referral.mediators if turn.mediator_id == mediator.id and turn.reason in _CONFLICTS)
    return all(_recused_in_error(turn, s) for turn in turns)


def _recused_in_error(turn: MediatorAssignment, s: Situation) -> bool:
    """Whether the turn ended by a decision on a conflict that was entered in error."""
    return any(
        (x.mediator_id, x.decision, x.decided_on) == (turn.mediator_id, "recused", turn.ended_on)
        for x in s.referral.dossier.conflicts
        if x.entered_in_error_on is not None
    )


def _replaced_in_office(s: Situation) -> bool:
    if not isinstance(s.command, c.ReplaceMediator):
        return False
    wanted = s.command.replaced_id
    return any(m.mediator_id == wanted and m.ended_on is None for m in s.referral.mediators)


def _unidentified(s: Situation) -> tuple[Party, ...]:
    given = s.command.identities if isinstance(s.command, c.Start) else {}
    return tuple(party for party in s.referral.agreeing_parties if not party.has_identity and party.id not in given)


def _identities_known(s: Situation) -> bool:
    return isinstance(s.command, c.Start) and not _unidentified(s)


def _notices_given(s: Situation) -> bool:
    """The form of addresses for service is filled in before filing (OMR 17); after filing the court has it."""
    command = s.command
    if not isinstance(command, c.Start):
        return False
    addresses = command.service_address_form or s.referral.kind in FILED_KINDS
    return command.rights_notice_given and command.sham_warning_given and addresses


def _session_open(s: Situation) -> bool:
    if not isinstance(s.command, _OF_A_SESSION):
        return False
    wanted = s.command.session_id
    return any(x.id == wanted and x.state == "scheduled" for x in s.referral.sessions)


def _session_inside_term(s: Situation) -> bool:
    if not isinstance(s.command, c.ScheduleSession):
        return False
    last = last_day(s)
    return s.occurred_on <= s.command.scheduled_on and (last is None or s.command.scheduled_on <= last)


def _session_days(s: Situation) -> dict[str, object]:
    """The days on which a session can lie: none before the day on which it is scheduled."""
    last = last_day(s)
    return {"from": s.occurred_on.isoformat(), "until": None if last is None else last.isoformat()}


def _session_day_come(s: Situation) -> bool:
    if not isinstance(s.command, c.HoldSession | c.MissSession):
        return False
    wanted = s.command.session_id
    return all(x.scheduled_on <= s.occurred_on for x in s.referral.sessions if x.id == wanted)


def _reason_before_start(s: Situation) -> bool:
    return isinstance(s.command, c.End) and s.command.reason in _REASONS_BEFORE_START


def _reason_while_mediating(s: Situation) -> bool:
    established = {EndReason.TERM_EXPIRED, EndReason.REFUSED_TO_SIGN}
    return isinstance(s.command, c.End) and s.command.reason not in established


def _reason_after_expiry(s: Situation) -> bool:
    """The reasons of before the expiry, by whether mediation had started and stood still, and the expiry itself."""
    if not isinstance(s.command, c.End):
        return False
    if s.command.reason is EndReason.TERM_EXPIRED:
        return True
    if s.referral.suspension_reason is not None:  # Nothing was mediated from the suspension to the expiry.
        return _reason_before_start(s)
    started = s.referral.mediation_started_on is not None
    return _reason_while_mediating(s) if started else _reason_before_start(s)


def _partial_only_with_agreement(s: Situation) -> bool:
    return isinstance(s.command, c.End) and (not s.command.partial or s.command.reason is EndReason.AGREEMENT_REACHED)


def _settled(s: Situation) -> bool:
    """Nothing agreed awaits its signatures, or the referrer no longer waits for them."""
    if s.referral.closure is Closure.TAKEN_BACK or s.referral.outcome not in {Outcome.AGREED, Outcome.PARTLY_AGREED}:
        return True
    agreement = s.referral.agreement
    unsigned = {AgreementState.PENDING, AgreementState.REFUSED}
    return agreement is not None and agreement.state not in unsigned


def _signers_awaited(s: Situation) -> dict[str, object]:
    """Who has not signed yet; mediator and organisation stand for no party."""
    awaited = sorted(
        (role.value, "" if party_id is None else str(party_id))
        for role, party_id in missing_signers(s.referral, s.book.rules_off)
    )
    return {"missing_signers": [{"role": role, "party_id": party_id or None} for role, party_id in awaited]}


def _route_given(s: Situation) -> bool:
    return isinstance(s.command, c.ReportResult) and (not needs_route(s.referral) or s.command.route is not None)


def _settled_otherwise(s: Situation) -> bool:
    """The whole agreement is performed, or on the court's record; or the parties settled and the suit is withdrawn."""
    agreement = s.referral.agreement
    if s.referral.outcome is Outcome.SETTLED_AND_WITHDREW:
        return True
    if agreement is None or agreement.partial:
        return False
    return agreement.state is AgreementState.PERFORMED or agreement.recorded_on is not None


def _feedback_owed(s: Situation) -> bool:
    """Owed once, from the end report on; also when it comes late."""
    clock = s.referral.latest_clock("FEEDBACK")
    return clock is not None and clock.state is not ClockState.MET


MATERIALS_NEW = Guard("materials_already_received", lambda s: s.referral.materials_received_on is None)
MEDIATOR_AVAILABLE = Guard("mediator_not_available", _mediator_available, of_state=False)
MEDIATOR_NEW = Guard("mediator_already_assigned", _mediator_new, of_state=False)
MEDIATOR_FREE = Guard("mediator_recused", _mediator_free_of_conflict, of_state=False)
MEDIATOR_ASSIGNED = Guard("mediator_missing", lambda s: any(m.ended_on is None for m in s.referral.mediators))
REPLACED_IN_OFFICE = Guard("mediator_not_assigned", _replaced_in_office, of_state=False)
IDENTITIES_KNOWN = Guard(
    "identity_missing", _identities_known, of_state=False, facts=lambda s: told_of(s, _unidentified(s))
)
NOTICES_GIVEN = Guard("notices_missing", _notices_given, of_state=False)
SESSION_INSIDE_TERM = Guard(
    "outside_term", _session_inside_term, of_state=False, facts=_session_days, pointer="/scheduled_on"
)
SESSION_DAY_COME = Guard("session_not_yet", _session_day_come, of_state=False)
SESSION_OPEN = Guard("session_unknown", _session_open, of_state=False, pointer="/session_id")
REASON_BEFORE_START = Guard("end_reason_not_here", _reason_before_start, of_state=False)
REASON_WHILE_MEDIATING = Guard("end_reason_not_here", _reason_while_mediating, of_state=False)
REASON_AFTER_EXPIRY = Guard("end_reason_not_here", _reason_after_expiry, of_state=False)
PARTIAL_AGREEMENT = Guard("end_reason_not_here", _partial_only_with_agreement, of_state=False)
AGREEMENT_SETTLED = Guard("agreement_unsettled", _settled, facts=_signers_awaited)
AGREEMENT_UNSETTLED = Guard("outcome_settled", lambda s: not _settled(s))
REPORT_OVERDUE = Guard("report_awaited", lambda s: silent_since(s, s.referral.last_act_on))
ROUTE_GIVEN = Guard("route_required", _route_given, of_state=False)
NOT_YET_REPORTED = Guard("result_already_reported", lambda s: s.referral.reported_on is None)
SETTLED_OTHERWISE = Guard("other_means_not_open", _settled_otherwise)
FEEDBACK_OWED = Guard("feedback_not_due", _feedback_owed)
