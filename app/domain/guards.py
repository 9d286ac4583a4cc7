"""The named conditions of the lifecycle tables, one a legal rule. Pure; each answers for one refusal code."""

from datetime import date

from app.domain import commands as c
from app.domain.causes import is_excluded_from_confirmation
from app.domain.lifecycle.states import (
    AgreementState,
    Body,
    ClockState,
    Closure,
    EndReason,
    Machine,
    MediationState,
    Outcome,
    Route,
    SignerRole,
)
from app.domain.lifecycle.table import Condition, Guard, Situation
from app.domain.referral import Clock, PartyId, Referral, Signature

SEALED_BODIES = frozenset({Body.PEOPLE, Body.LABOUR, Body.COMMERCIAL})
"""Bodies whose written agreement needs the mediator's signature and the organisation's seal to take effect."""

_LIVE_CONFIRMATION = frozenset({"applied", "under_review", "confirmed"})
_LIVE_REGISTRATION = frozenset({"handed_over", "registered"})
_REASONS_BEFORE_START = frozenset({EndReason.PARTY_UNREACHABLE, EndReason.PARTY_UNWILLING, EndReason.OTHER})
_TO_COURT = frozenset({Closure.REGISTERED, Closure.RETURNED, Closure.TAKEN_BACK, Closure.PARTLY_AGREED})


def required_signers(referral: Referral) -> frozenset[tuple[SignerRole, PartyId | None]]:
    """Who must sign for the agreement to take effect, by the organisation's body of rules.

    Legal source: OMR 19, IMR 24 (the parties); PML 29, LDMA 14, and by caution the commercial regulation art. 22 (the
    mediator's signature and the organisation's seal too).
    """
    parties = {(SignerRole.PARTY, party_id) for party_id in referral.bound_party_ids}
    if referral.body in SEALED_BODIES:
        return frozenset(parties | {(SignerRole.MEDIATOR, None), (SignerRole.ORGANISATION, None)})
    return frozenset(parties)


def missing_signers(referral: Referral) -> frozenset[tuple[SignerRole, PartyId | None]]:
    """Required signers who have not signed yet."""
    return required_signers(referral) - {(s.role, s.party_id) for s in referral.signatures}


def _consent_of_a_party(s: Situation) -> bool:
    return any(s.referral.word_of(party.id, s.occurred_on) for party in s.referral.agreeing_parties)


def _nobody_refused(s: Situation) -> bool:
    return all(s.referral.word_of(party.id, s.occurred_on) is not False for party in s.referral.agreeing_parties)


def _silent_contacted(s: Situation) -> bool:
    """Whether, with this attempt, everybody who has not consented was asked."""
    now = {s.command.party_id} if isinstance(s.command, c.ContactParty) else set()
    asked = {contact.party_id for contact in s.referral.contacts if contact.purpose == "contact"}
    return {party.id for party in s.referral.silent_by(s.occurred_on)} <= asked | now


def last_party_signature(signatures: tuple[Signature, ...], fallback: date) -> date:
    """Day of the latest party signature: the earlier reading of the effective date where two regimes apply."""
    return max((s.signed_on for s in signatures if s.role is SignerRole.PARTY), default=fallback)


def _all_agree(s: Situation, agreed_by: tuple[PartyId, ...]) -> bool:
    return {party.id for party in s.referral.agreeing_parties} <= set(agreed_by)


def _known(s: Situation, *party_ids: PartyId) -> bool:
    return all(s.referral.party(party_id) is not None for party_id in party_ids)


def _in_scope(command: c.Delegate | c.Reassign, s: Situation) -> bool:
    channel = command.channel
    if channel is None or not channel.strict or not channel.cause_roots:
        return True
    cause = s.referral.cause_code
    return cause is not None and any(s.book.causes.is_within(cause, root) for root in channel.cause_roots)


def _court_active(s: Situation) -> bool:
    return s.book.court is not None and s.book.court.active


def _track_in_use(s: Situation) -> bool:
    return s.book.court is not None and s.referral.track in s.book.court.tracks


def _organisation_active(s: Situation) -> bool:
    command = s.command
    return isinstance(command, c.Delegate | c.Reassign | c.Accept) and command.organisation.active


def _channel_open(s: Situation) -> bool:
    return isinstance(s.command, c.Delegate | c.Reassign) and s.command.channel is not None


def _cause_in_scope(s: Situation) -> bool:
    return isinstance(s.command, c.Delegate | c.Reassign) and _in_scope(s.command, s)


def _not_declined_before(s: Situation) -> bool:
    if not isinstance(s.command, c.Reassign):
        return False
    return all(a.organisation_id != s.command.organisation.id or a.ending != "declined" for a in s.referral.assignments)


def is_late(s: Situation) -> bool:
    """Whether an acceptance comes after the acceptance window, whether or not time has recorded that yet."""
    clock = s.referral.latest_clock("T03")
    return clock is not None and clock.due_on is not None and s.occurred_on > clock.due_on


def _late_allowed(s: Situation) -> bool:
    return not is_late(s) or (s.book.court is not None and s.book.court.late_acceptance)


def _mediator_available(s: Situation) -> bool:
    command = s.command
    if not isinstance(command, c.AssignMediator) or command.mediator is None:
        return False
    return command.mediator.active and command.mediator.organisation_id == s.referral.holder_id


def _mediator_new(s: Situation) -> bool:
    command = s.command
    if not isinstance(command, c.AssignMediator) or command.mediator is None:
        return False
    return all(m.mediator_id != command.mediator.id for m in s.referral.mediators)


def _party_known(s: Situation) -> bool:
    command = s.command
    if isinstance(command, c.RecordOpinion | c.ContactParty | c.RefuseToSign):
        return _known(s, command.party_id)
    named = _named_parties(command)
    if named is not None:
        return _known(s, *named) and len(set(named)) == len(named)
    if isinstance(command, c.Start):
        return _known(s, *command.identities)
    if isinstance(command, c.DraftAgreement):
        return _known(s, *(t.payer_party_id for t in command.terms if t.payer_party_id is not None))
    return False


def _named_parties(command: c.Command | None) -> tuple[PartyId, ...] | None:
    if isinstance(command, c.MissSession):
        return command.absent_party_ids
    if isinstance(command, c.BeginAppraisal | c.ExtendTerm):
        return command.agreed_by
    return command.applicant_ids if isinstance(command, c.ApplyForConfirmation) else None


def _identities_known(s: Situation) -> bool:
    if not isinstance(s.command, c.Start):
        return False
    given = s.command.identities
    return all(party.has_identity or party.id in given for party in s.referral.agreeing_parties)


def _notices_given(s: Situation) -> bool:
    command = s.command
    return (
        isinstance(command, c.Start)
        and command.rights_notice_given
        and command.sham_warning_given
        and command.service_address_form
    )


def _term_running(s: Situation) -> bool:
    clock = s.referral.clock("T05")
    return clock is not None and clock.state is ClockState.RUNNING


def _session_open(s: Situation) -> bool:
    if not isinstance(s.command, c.HoldSession | c.MissSession):
        return False
    wanted = s.command.session_id
    return any(x.id == wanted and x.state == "scheduled" for x in s.referral.sessions)


def _session_inside_term(s: Situation) -> bool:
    if not isinstance(s.command, c.ScheduleSession):
        return False
    clock = s.referral.clock("T05")
    last = None if clock is None else clock.due_on
    return s.occurred_on <= s.command.scheduled_on and (last is None or s.command.scheduled_on <= last)


def _session_day_come(s: Situation) -> bool:
    if not isinstance(s.command, c.HoldSession | c.MissSession):
        return False
    wanted = s.command.session_id
    return all(x.scheduled_on <= s.occurred_on for x in s.referral.sessions if x.id == wanted)


def _agreed_by_all(s: Situation) -> bool:
    return isinstance(s.command, c.BeginAppraisal | c.ExtendTerm) and _all_agree(s, s.command.agreed_by)


def _before_expiry(s: Situation) -> bool:
    clock = s.referral.clock("T05")
    return clock is not None and clock.due_on is not None and s.occurred_on <= clock.due_on


def _ends_before(clock: Clock | None, until: date) -> bool:
    return clock is not None and clock.due_on is not None and clock.due_on < until


def _later_than_now(s: Situation) -> bool:
    clock = s.referral.clock("T05")
    return isinstance(s.command, c.ExtendTerm) and _ends_before(clock, s.command.until)


def _inside_term(s: Situation) -> bool:
    """What is reported after expiry happened inside the term, unless the report is the expiry itself."""
    if isinstance(s.command, c.End) and s.command.reason is EndReason.TERM_EXPIRED:
        return True
    clock = s.referral.latest_clock("T05")
    return clock is not None and clock.due_on is not None and s.occurred_on <= clock.due_on


def _term_open(s: Situation) -> bool:
    clock = s.referral.clock("T05")
    return clock is None or clock.due_on is None or s.occurred_on <= clock.due_on


def _reason_before_start(s: Situation) -> bool:
    return isinstance(s.command, c.End) and s.command.reason in _REASONS_BEFORE_START


def _reason_while_mediating(s: Situation) -> bool:
    return isinstance(s.command, c.End) and s.command.reason not in {
        EndReason.TERM_EXPIRED,
        EndReason.REFUSED_TO_SIGN,
    }


def _reason_after_expiry(s: Situation) -> bool:
    return isinstance(s.command, c.End) and s.command.reason is not EndReason.REFUSED_TO_SIGN


def _partial_only_with_agreement(s: Situation) -> bool:
    return isinstance(s.command, c.End) and (not s.command.partial or s.command.reason is EndReason.AGREEMENT_REACHED)


def _mediation_agreed(s: Situation) -> bool:
    return s.referral.outcome in {Outcome.AGREED, Outcome.PARTLY_AGREED}


def _settled(s: Situation) -> bool:
    if s.referral.outcome not in {Outcome.AGREED, Outcome.PARTLY_AGREED}:
        return True
    agreement = s.referral.agreement
    return agreement is not None and agreement.state is not AgreementState.PENDING


def _needs_route(referral: Referral) -> bool:
    return referral.outcome in {Outcome.NOT_AGREED, Outcome.PARTLY_AGREED}


def _route_given(s: Situation) -> bool:
    return isinstance(s.command, c.ReportResult) and (not _needs_route(s.referral) or s.command.route is not None)


def _route_fits(s: Situation) -> bool:
    return isinstance(s.command, c.ReportResult) and (_needs_route(s.referral) or s.command.route is None)


def _signer_required(s: Situation) -> bool:
    return isinstance(s.command, c.Sign) and (s.command.role, s.command.party_id) in required_signers(s.referral)


def _not_yet_signed(s: Situation) -> bool:
    command = s.command
    return isinstance(command, c.Sign) and all(
        (x.role, x.party_id) != (command.role, command.party_id) for x in s.referral.signatures
    )


def _refuser_required(s: Situation) -> bool:
    return isinstance(s.command, c.RefuseToSign) and (SignerRole.PARTY, s.command.party_id) in missing_signers(
        s.referral
    )


def _completes(s: Situation) -> bool:
    return isinstance(s.command, c.Sign) and missing_signers(s.referral) == {(s.command.role, s.command.party_id)}


def _joint(s: Situation) -> bool:
    return isinstance(s.command, c.ApplyForConfirmation) and s.referral.bound_party_ids <= set(s.command.applicant_ids)


def _window_open(s: Situation) -> bool:
    """By the dates alone: an application that was refused or withdrawn in time does not end the window."""
    clock = s.referral.latest_clock("T12")
    return clock is not None and clock.due_on is not None and s.occurred_on <= clock.due_on


def _confirmable(s: Situation) -> bool:
    cause = s.referral.cause_code
    return cause is None or not is_excluded_from_confirmation(s.book.causes, cause)


def _agreement_effective(s: Situation) -> bool:
    return s.referral.agreement is not None and s.referral.agreement.state in {
        AgreementState.EFFECTIVE,
        AgreementState.PERFORMED,
    }


def _no_live(s: Situation, machine: Machine, live: frozenset[str]) -> bool:
    return all(p.state not in live for p in s.referral.procedures_of(machine))


def _leads_to_registration(s: Situation) -> bool:
    referral = s.referral
    if referral.state not in {MediationState.CLOSED, MediationState.RETURNED} or referral.closure not in _TO_COURT:
        return False
    return referral.closure is not Closure.PARTLY_AGREED or referral.route is Route.FILING


COURT_ACTIVE = Guard("court_not_active", _court_active)
TRACK_IN_USE = Guard("track_not_used_by_court", _track_in_use)
ORGANISATION_ACTIVE = Guard("organisation_not_active", _organisation_active, of_state=False)
CHANNEL_OPEN = Guard("channel_not_open", _channel_open, of_state=False)
CAUSE_IN_SCOPE = Guard("cause_outside_channel", _cause_in_scope, of_state=False)
CONSENT_OF_A_PARTY = Guard("consent_missing", _consent_of_a_party)
NOBODY_REFUSED = Guard("party_refused", _nobody_refused)
NOT_DECLINED_BEFORE = Guard("organisation_declined_before", _not_declined_before, of_state=False)
LATE_ALLOWED = Guard("late_acceptance_closed", _late_allowed)
PARTY_KNOWN = Guard("party_unknown", _party_known, of_state=False)
MATERIALS_NEW = Guard("materials_already_received", lambda s: s.referral.materials_received_on is None)
MEDIATOR_AVAILABLE = Guard("mediator_not_available", _mediator_available, of_state=False)
MEDIATOR_NEW = Guard("mediator_already_assigned", _mediator_new, of_state=False)
MEDIATOR_ASSIGNED = Guard("mediator_missing", lambda s: bool(s.referral.mediators))
ALL_CONSENTED = Guard("consents_incomplete", lambda s: not s.referral.silent_by(s.occurred_on))
IDENTITIES_KNOWN = Guard("identity_missing", _identities_known, of_state=False)
NOTICES_GIVEN = Guard("notices_missing", _notices_given, of_state=False)
TERM_RUNNING = Guard("term_not_started", _term_running)
SESSION_INSIDE_TERM = Guard("outside_term", _session_inside_term, of_state=False)
SESSION_DAY_COME = Guard("session_not_yet", _session_day_come, of_state=False)
SESSION_OPEN = Guard("session_unknown", _session_open, of_state=False)
AGREED_BY_ALL = Guard("agreement_of_all_missing", _agreed_by_all, of_state=False)
BEFORE_EXPIRY = Guard("term_over", _before_expiry)
LATER_END = Guard("extension_not_later", _later_than_now, of_state=False)
INSIDE_TERM = Guard("outside_term", _inside_term, of_state=False)
TERM_OPEN = Guard("outside_term", _term_open)
REASON_BEFORE_START = Guard("end_reason_not_here", _reason_before_start, of_state=False)
REASON_WHILE_MEDIATING = Guard("end_reason_not_here", _reason_while_mediating, of_state=False)
REASON_AFTER_EXPIRY = Guard("end_reason_not_here", _reason_after_expiry, of_state=False)
PARTIAL_AGREEMENT = Guard("end_reason_not_here", _partial_only_with_agreement, of_state=False)
MEDIATION_AGREED = Guard("mediation_without_agreement", _mediation_agreed)
AGREEMENT_SETTLED = Guard("agreement_unsettled", _settled)
ROUTE_GIVEN = Guard("route_required", _route_given, of_state=False)
ROUTE_FITS = Guard("route_not_here", _route_fits, of_state=False)
SIGNER_REQUIRED = Guard("signer_not_required", _signer_required, of_state=False)
NOT_YET_SIGNED = Guard("already_signed", _not_yet_signed, of_state=False)
REFUSER_REQUIRED = Guard("signer_not_required", _refuser_required, of_state=False)
AGREEMENT_EFFECTIVE = Guard("mediation_without_agreement", _agreement_effective)
JOINT = Guard("joint_application_required", _joint, of_state=False)
WINDOW_OPEN = Guard("confirmation_window_closed", _window_open)
CONFIRMABLE = Guard("cause_not_confirmable", _confirmable)
NO_LIVE_CONFIRMATION = Guard(
    "procedure_already_open", lambda s: _no_live(s, Machine.JUDICIAL_CONFIRMATION, _LIVE_CONFIRMATION)
)
NO_LIVE_REGISTRATION = Guard(
    "procedure_already_open", lambda s: _no_live(s, Machine.CASE_REGISTRATION, _LIVE_REGISTRATION)
)
LEADS_TO_REGISTRATION = Guard("registration_not_open", _leads_to_registration)

ONE_SIDED = Condition("one_sided_consent", lambda s: bool(s.referral.silent_by(s.occurred_on)))
SILENT_CONTACTED = Condition("everybody_silent_contacted", _silent_contacted)
LAST_SIGNATURE = Condition("last_signature", _completes)
SIGNATURES_REMAIN = Condition("signatures_remain", lambda s: not _completes(s))


def due(rule: str) -> Guard:
    """The clock of the rule ran out before today."""

    def check(s: Situation) -> bool:
        clock = s.referral.clock(rule)
        return clock is not None and clock.due_on is not None and clock.due_on < s.now.on

    return Guard("action_not_possible", check)
