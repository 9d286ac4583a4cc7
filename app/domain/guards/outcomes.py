"""Conditions of outcome procedures: confirmation, statement, withdrawal, trial, registration; what excludes what."""

from app.domain import commands as c
from app.domain.causes import is_excluded_from_confirmation
from app.domain.deadlines import due
from app.domain.guards.signing import agreement_effective, confirmation_setting
from app.domain.lifecycle.states import (
    FILED_KINDS,
    AgreementState,
    Closure,
    Machine,
    MediationState,
    Outcome,
    RegistrationState,
    StatementState,
    WithdrawalState,
)
from app.domain.lifecycle.table import Condition, Guard, Situation
from app.domain.referral import PartyId
from app.domain.registry_facts import CourtFacts

SERVICE_OF_STATEMENT = frozenset({"electronic", "personal"})
"""Means of list `notice_means` by which a mediation statement may be served: it takes the party's own signature."""

LIVE_CONFIRMATION = frozenset({"applied", "correcting", "under_review", "supplementing", "confirmed", "objected"})
"""States in which a confirmation is before the court, or stands."""

_REFUSED_FOR_GOOD = frozenset({"rejected", "revoked"})
_LIVE_REGISTRATION = frozenset({"handed_over", "correcting", "registered"})
_LIVE_ARBITRATION = frozenset({"referred", "taken_by_commission"})
_LIVE_STATEMENT = frozenset({"requested", "made", "in_force", "repudiated"})
_LIVE_EXIT: dict[Machine, frozenset[str]] = {
    Machine.JUDICIAL_CONFIRMATION: frozenset({"applied", "correcting", "under_review", "supplementing"}),
    Machine.MEDIATION_STATEMENT: frozenset({"requested", "made"}),
    Machine.SUIT_WITHDRAWAL: frozenset({"applied"}),
    Machine.TRANSFER_TO_TRIAL: frozenset({"fee_noticed", "fee_paid"}),
}
_EXIT_TAKEN: dict[Machine, frozenset[str]] = {
    Machine.MEDIATION_STATEMENT: frozenset({"in_force"}),
    Machine.SUIT_WITHDRAWAL: frozenset({"permitted"}),
    Machine.TRANSFER_TO_TRIAL: frozenset({"transferred", "deemed_withdrawn"}),
}
_GIVEN_UP = frozenset({StatementState.REFUSED, StatementState.REPUDIATED})


def _none_live(s: Situation, machine: Machine, live: frozenset[str]) -> bool:
    return all(p.state not in live for p in s.referral.procedures_of(machine))


def _no_live_confirmation(s: Situation) -> bool:
    return _none_live(s, Machine.JUDICIAL_CONFIRMATION, LIVE_CONFIRMATION)


def _none_rejected(s: Situation) -> bool:
    """A text that the court would not confirm is amended, mediated anew or sued upon (CPL 206)."""
    number = 1 if s.referral.agreement is None else s.referral.agreement.draft_number
    tried = s.referral.procedures_of(Machine.JUDICIAL_CONFIRMATION)
    return all(p.state not in _REFUSED_FOR_GOOD or (p.draft_number or 1) != number for p in tried)


def _no_live_statement(s: Situation) -> bool:
    return _none_live(s, Machine.MEDIATION_STATEMENT, _LIVE_STATEMENT)


def _not_applying(s: Situation) -> frozenset[PartyId]:
    applying = s.command.applicant_ids if isinstance(s.command, c.ApplyForConfirmation) else ()
    return s.referral.bound_party_ids - set(applying)


def _joint(s: Situation) -> bool:
    return isinstance(s.command, c.ApplyForConfirmation) and not _not_applying(s)


def _window_open(s: Situation) -> bool:
    """By the dates alone: an application that was refused or withdrawn in time does not end the window."""
    clock, agreement = s.referral.latest_clock("T12"), s.referral.agreement
    if clock is not None:
        return clock.due_on is not None and s.occurred_on <= clock.due_on
    if agreement is None or agreement.effective_on is None:
        return False
    return s.occurred_on <= due("T12", agreement.effective_on, s.book.calendar).due_on


def _confirmable(s: Situation) -> bool:
    cause = s.referral.cause_code
    return cause is None or not is_excluded_from_confirmation(s.book.causes, cause)


def _entrustment_allows(s: Situation) -> bool:
    setting = confirmation_setting(s)
    withdrawn = any(p.state == WithdrawalState.PERMITTED for p in s.referral.procedures_of(Machine.SUIT_WITHDRAWAL))
    return setting == "allowed" or (setting == "after_withdrawal" and withdrawn)


def _setting_facts(s: Situation) -> dict[str, object]:
    return {"setting": "confirmation_after_entrustment", "value": confirmation_setting(s)}


def _court_named(s: Situation) -> CourtFacts | None:
    named = c.ApplyForConfirmation | c.HandOver | c.ApplyForPaymentOrder
    return s.command.court if isinstance(s.command, named) else None


def _court_competent(s: Situation) -> bool:
    """A basic court, or the intermediate one to which the dispute would belong; which of the two the courts decide.

    Legal source: CPL 205.
    """
    court = _court_named(s)
    return court is not None and court.level in {"basic", "intermediate"}


def _named_court_active(s: Situation) -> bool:
    court = _court_named(s)
    return court is not None and court.active


def _only_referring_court(s: Situation) -> bool:
    court = _court_named(s)
    right = court is None or court.id == s.referral.court_id
    return right and isinstance(s.command, c.ApplyForConfirmation | c.HandOver)


def _registered_case(s: Situation) -> bool:
    if s.referral.kind in FILED_KINDS:
        return True
    return any(p.state == RegistrationState.REGISTERED for p in s.referral.procedures_of(Machine.CASE_REGISTRATION))


def _statement_setting(s: Situation) -> str:
    """What the referring court says of statements before filing; refused where it says nothing, or where none did."""
    return "refused" if s.book.court is None else s.book.court.statement_before_filing


def _statement_open(s: Situation) -> bool:
    return _registered_case(s) or _statement_setting(s) == "allowed"


def _statement_facts(s: Situation) -> dict[str, object]:
    return {"setting": "statement_before_filing", "value": _statement_setting(s)}


def _awaits_court(s: Situation) -> bool:
    """After filing an exit is taken once mediation is over, or was never held, and no exit was taken yet (W1 5, 6)."""
    referral = s.referral
    if referral.kind not in FILED_KINDS or referral.state is MediationState.MEDIATION_ENDED:
        return True
    left = all(_none_live(s, machine, taken) for machine, taken in _EXIT_TAKEN.items())
    return referral.closure in {Closure.RETURNED, Closure.TAKEN_BACK, Closure.TRANSFERRED_SHAM} and left


def _exit_free(s: Situation) -> bool:
    return all(_none_live(s, machine, live) for machine, live in _LIVE_EXIT.items())


def _settled_somehow(s: Situation) -> bool:
    return s.referral.outcome is Outcome.SETTLED_AND_WITHDREW or agreement_effective(s)


def _statement_came_to_nothing(s: Situation) -> bool:
    found = s.referral.procedures_of(Machine.MEDIATION_STATEMENT)
    return bool(found) and found[-1].state in _GIVEN_UP


def _leads_to_trial(s: Situation) -> bool:
    """No agreement on everything stands and is kept, or what was to give it force came to nothing.

    Legal source: IMR 21, OMR 21; CPL 102 (a statement gone back on), 206 (a confirmation that was rejected).
    """
    agreement = s.referral.agreement
    kept = {AgreementState.EFFECTIVE, AgreementState.PERFORMED}
    if agreement is None or agreement.partial or agreement.state not in kept:
        return True
    return _statement_came_to_nothing(s) or not _none_rejected(s)


def _means_allowed(s: Situation) -> bool:
    return isinstance(s.command, c.RecordStatementReceipt) and s.command.means in SERVICE_OF_STATEMENT


def _electronic_agreed(s: Situation) -> bool:
    command = s.command
    if not isinstance(command, c.RecordStatementReceipt):
        return False
    agreed = s.referral.word_of(command.party_id, s.occurred_on, "electronic_service")
    return command.means != "electronic" or bool(agreed)


def _bound_party(s: Situation) -> bool:
    command = s.command
    if not isinstance(command, c.RecordStatementReceipt | c.RepudiateStatement):
        return False
    return command.party_id in s.referral.bound_party_ids


def _not_yet_served(s: Situation) -> bool:
    if s.procedure is None or not isinstance(s.command, c.RecordStatementReceipt):
        return False
    return s.command.party_id not in s.procedure.served_party_ids


def _last_receipt(s: Situation) -> bool:
    if s.procedure is None or not isinstance(s.command, c.RecordStatementReceipt):
        return False
    return s.referral.bound_party_ids <= {*s.procedure.served_party_ids, s.command.party_id}


def _whole_dispute(s: Situation) -> bool:
    return s.referral.agreement is not None and not s.referral.agreement.partial


def _pay_day_to_come(s: Situation) -> bool:
    """A day is left after that of the notice. It was given outside of here, so its day is a fact, however late told."""
    if not isinstance(s.command, c.GiveFeeNotice):
        return False
    return s.command.pay_by is None or s.command.pay_by > s.occurred_on


def _pay_day_over(s: Situation) -> bool:
    return s.procedure is not None and s.procedure.pay_by is not None and s.occurred_on > s.procedure.pay_by


JOINT = Guard(
    "joint_application_required",
    _joint,
    of_state=False,
    facts=lambda s: {"party_ids": sorted(str(party_id) for party_id in _not_applying(s))},
    pointer="/applicant_ids",
)
WINDOW_OPEN = Guard("confirmation_window_closed", _window_open)
CONFIRMABLE = Guard("cause_not_confirmable", _confirmable)
NO_LIVE_CONFIRMATION = Guard("procedure_already_open", _no_live_confirmation)
NONE_REJECTED = Guard("confirmation_rejected", _none_rejected)
NO_LIVE_STATEMENT = Guard("procedure_already_open", _no_live_statement)
NO_LIVE_REGISTRATION = Guard(
    "procedure_already_open", lambda s: _none_live(s, Machine.CASE_REGISTRATION, _LIVE_REGISTRATION)
)
NO_LIVE_ARBITRATION = Guard(
    "procedure_already_open", lambda s: _none_live(s, Machine.LABOUR_ARBITRATION, _LIVE_ARBITRATION)
)
EXIT_FREE = Guard("procedure_already_open", _exit_free)
ENTRUSTMENT_ALLOWS = Guard("confirmation_after_entrustment", _entrustment_allows, facts=_setting_facts)
COURT_NAMED = Guard("court_required", lambda s: _court_named(s) is not None, of_state=False)
NAMED_COURT_ACTIVE = Guard("court_not_active", _named_court_active, of_state=False)
NAMED_COURT_COMPETENT = Guard("court_level_not_competent", _court_competent, of_state=False)
ONLY_REFERRING_COURT = Guard("only_referring_court", _only_referring_court, of_state=False)
REGISTERED_CASE = Guard("case_not_registered", _statement_open, facts=_statement_facts)
AWAITS_COURT = Guard("action_not_possible", _awaits_court)
SETTLED_SOMEHOW = Guard("mediation_without_agreement", _settled_somehow)
LEADS_TO_TRIAL = Guard("agreement_in_force", _leads_to_trial)
MEANS_ALLOWED = Guard("service_means_not_allowed", _means_allowed, of_state=False)
ELECTRONIC_AGREED = Guard("electronic_service_not_agreed", _electronic_agreed, of_state=False)
BOUND_PARTY = Guard("signer_not_required", _bound_party, of_state=False)
NOT_YET_SERVED = Guard("already_signed", _not_yet_served, of_state=False)
PAY_DAY_TO_COME = Guard("day_passed", _pay_day_to_come, of_state=False, pointer="/pay_by")
PAY_DAY_OVER = Guard("fee_still_payable", _pay_day_over)

LAST_RECEIPT = Condition("last_receipt", _last_receipt)
RECEIPTS_REMAIN = Condition("receipts_remain", lambda s: not _last_receipt(s))
WHOLE_DISPUTE = Condition("whole_dispute", _whole_dispute)
PART_OF_DISPUTE = Condition("part_of_dispute", lambda s: not _whole_dispute(s))
