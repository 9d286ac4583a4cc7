"""Conditions of a payment order: whose claim, for what, against whom, before which court, and what stands in its way.

Legal source: CPL 225 to 228, CPLI 425 to 441; LDMA 16 for labour disputes.
"""

from decimal import Decimal

from app.domain import commands as c
from app.domain.enforceable import ordered_amount
from app.domain.guards.performance import payers
from app.domain.guards.routes import is_labour_dispute
from app.domain.guards.words import known
from app.domain.instalments import NOTHING, left
from app.domain.lifecycle.states import AgreementState, Machine
from app.domain.lifecycle.table import Guard, Situation
from app.domain.referral import Referral, Term

LIVE_ORDER = frozenset(
    {"applied", "correcting", "under_review", "issued", "served", "order_effective", "lapsed", "turned_to_suit"}
)
"""States in which a payment order is before the court, in force, or a suit."""

ENDED_BY_SUIT = frozenset({"applied", "correcting", "under_review", "issued", "served", "lapsed"})
"""States in which a suit over the same claim ends it (CPLI 430)."""

_ON_CLAIM = LIVE_ORDER - {"lapsed"}
_PENDING = LIVE_ORDER - {"order_effective"}
_STATEMENT = frozenset({"requested", "made", "in_force"})
_SUIT = frozenset({"handed_over", "correcting", "registered"})
_VALID = frozenset({"debt_denied", "amount_disputed", "not_due"})


def to_perform(s: Situation) -> bool:
    """Whether an agreement is in force and not yet performed."""
    agreement = s.referral.agreement
    return agreement is not None and agreement.state in {AgreementState.EFFECTIVE, AgreementState.BREACHED}


def only_creditors(s: Situation) -> bool:
    """Whether known parties apply, none of whom is the debtor or owes money under the agreement."""
    command = s.command
    if not isinstance(command, c.ApplyForPaymentOrder | c.RequestCertificate):
        return False
    asking = set(command.applicant_ids)
    return bool(asking) and asking <= s.referral.bound_party_ids - payers(s.referral)


def _debtor(s: Situation) -> bool:
    return isinstance(s.command, c.ApplyForPaymentOrder) and known(s, s.command.debtor_id)


def _due(s: Situation, term: Term) -> bool:
    command = s.command
    if not isinstance(command, c.ApplyForPaymentOrder) or term.payer_party_id != command.debtor_id:
        return False
    return term.amount is not None and (term.due_on is None or term.due_on < s.occurred_on)


def _due_amount(s: Situation) -> Decimal:
    """What is due and was not performed, and no order in force is over it already."""
    agreement, command = s.referral.agreement, s.command
    if agreement is None or not isinstance(command, c.ApplyForPaymentOrder):
        return NOTHING
    due = sum((left(agreement, term) or NOTHING for term in agreement.terms if _due(s, term)), NOTHING)
    return due - ordered_amount(s.referral, command.debtor_id)


def _within_agreement(s: Situation) -> bool:
    """What was not agreed, such as interest or a penalty, is not ordered."""
    return isinstance(s.command, c.ApplyForPaymentOrder) and 0 < s.command.amount <= _due_amount(s)


def _conditions(s: Situation) -> bool:
    command = s.command
    return isinstance(command, c.ApplyForPaymentOrder) and command.no_counter_performance and command.debtor_reachable


def _labour_payment(s: Situation) -> bool:
    if not isinstance(s.command, c.ApplyForPaymentOrder):
        return False
    return s.command.labour_payment is not None or not is_labour_dispute(s)


def _basic_court(s: Situation) -> bool:
    """Whatever the amount; whether it is that of the debtor's domicile the court sees itself."""
    if not isinstance(s.command, c.ApplyForPaymentOrder):
        return False
    court = s.command.court or s.book.court
    return court is not None and court.level == "basic"


def _named_court_active(s: Situation) -> bool:
    if not isinstance(s.command, c.ApplyForPaymentOrder):
        return False
    return s.command.court is None or s.command.court.active


def _none_in(referral: Referral, machine: Machine, states: frozenset[str]) -> bool:
    return all(p.state not in states for p in referral.procedures_of(machine))


def _no_suit(s: Situation) -> bool:
    """A suit over open claims is none over the part that was agreed."""
    partial = s.referral.agreement is not None and s.referral.agreement.partial
    return partial or _none_in(s.referral, Machine.CASE_REGISTRATION, _SUIT)


def _served_to_debtor(s: Situation) -> bool:
    """Where it can not be served otherwise than by announcement, the procedure ends (CPLI 430)."""
    return isinstance(s.command, c.ServePaymentOrder) and s.command.means != "public"


def _valid_objection(s: Situation) -> bool:
    """In writing, about the debt itself; being unable to pay, or asking for time, is no objection."""
    return isinstance(s.command, c.ObjectToPaymentOrder) and s.command.written and s.command.ground in _VALID


def _before_end_of(rule: str, s: Situation) -> bool:
    clock = s.referral.clock(rule)
    return clock is None or clock.due_on is None or s.occurred_on <= clock.due_on


TO_PERFORM = Guard("agreement_not_to_perform", to_perform)
ONLY_CREDITORS = Guard("creditor_required", only_creditors, of_state=False)
DEBTOR_KNOWN = Guard("party_unknown", _debtor, of_state=False)
PAYMENT_DUE = Guard("payment_content_missing", lambda s: _due_amount(s) > 0, of_state=False)
WITHIN_AGREEMENT = Guard("amount_beyond_agreement", _within_agreement, of_state=False)
ORDER_CONDITIONS = Guard("payment_order_conditions", _conditions, of_state=False)
LABOUR_PAYMENT = Guard("labour_payment_only", _labour_payment, of_state=False)
ORDER_COURT_ACTIVE = Guard("court_not_active", _named_court_active, of_state=False)
ORDER_COURT_BASIC = Guard("court_not_basic", _basic_court, of_state=False)
NOT_PRESERVED = Guard("preservation_bars_payment_order", lambda s: not s.referral.particulars.preservation)
NO_STATEMENT_ON_CLAIM = Guard(
    "statement_on_same_claim", lambda s: _none_in(s.referral, Machine.MEDIATION_STATEMENT, _STATEMENT)
)
NO_ORDER_ON_CLAIM = Guard("payment_order_pending", lambda s: _none_in(s.referral, Machine.PAYMENT_ORDER, _ON_CLAIM))
NO_LIVE_ORDER = Guard("procedure_already_open", lambda s: _none_in(s.referral, Machine.PAYMENT_ORDER, _PENDING))
NO_SUIT_ON_CLAIM = Guard("suit_pending", _no_suit)
SERVED_TO_DEBTOR = Guard("service_means_not_allowed", _served_to_debtor, of_state=False)
OBJECTION_VALID = Guard("objection_not_valid", _valid_objection, of_state=False)
ORDER_OBJECTION_IN_TIME = Guard("order_objection_late", lambda s: _before_end_of("T21", s))
RULING_NOT_RECEIVED = Guard("ruling_already_received", lambda s: s.referral.clock("T23") is None)
SUIT_NOT_DEEMED = Guard("suit_already_deemed", lambda s: _before_end_of("T23", s))
