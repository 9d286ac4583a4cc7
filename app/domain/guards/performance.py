"""Conditions of performance: when a promise was broken, whose it was, and when the parties may change the agreement."""

from app.domain import commands as c
from app.domain.guards.outcomes import LIVE_CONFIRMATION
from app.domain.guards.words import known
from app.domain.lifecycle.states import AgreementState, Machine
from app.domain.lifecycle.table import Guard, Situation
from app.domain.referral import PartyId, Referral, Term

_FIXED: dict[Machine, frozenset[str]] = {
    Machine.JUDICIAL_CONFIRMATION: LIVE_CONFIRMATION,
    Machine.MEDIATION_STATEMENT: frozenset({"requested", "made", "in_force"}),
    Machine.ARBITRATION_REVIEW: frozenset({"applied", "under_review", "made", "in_force"}),
    Machine.NOTARISATION: frozenset({"applied", "notarised", "certificate_requested", "certified"}),
    Machine.PAYMENT_ORDER: frozenset(
        {"applied", "correcting", "under_review", "issued", "served", "order_effective", "lapsed", "turned_to_suit"}
    ),
}
"""States in which a procedure rests on the text of the agreement, so that nobody changes it meanwhile."""


def payers(referral: Referral) -> frozenset[PartyId]:
    """Who promised to pay or to do something, as far as the terms name it."""
    terms = () if referral.agreement is None else referral.agreement.terms
    return frozenset(term.payer_party_id for term in terms if term.payer_party_id is not None)


def _over(s: Situation, term: Term) -> bool:
    return term.due_on is not None and term.due_on < s.occurred_on


def _day_over(s: Situation) -> bool:
    """A promise has passed its last day; where the terms name no day it may be asked for at any time."""
    agreement = s.referral.agreement
    if agreement is None:
        return False
    dated = [term for term in agreement.terms if term.due_on is not None]
    return not dated or any(_over(s, term) for term in dated)


def _owes(s: Situation) -> bool:
    """Who is said not to have performed is bound, and where the terms name payers, is one of them."""
    if not isinstance(s.command, c.ReportBreach):
        return False
    return s.command.party_id in (payers(s.referral) or s.referral.bound_party_ids)


def _text_free(s: Situation) -> bool:
    return all(p.state not in _FIXED.get(p.machine, frozenset()) for p in s.referral.procedures)


def _amended_by_all(s: Situation) -> bool:
    """Everybody whom the old text or the new one binds."""
    command = s.command
    if not isinstance(command, c.AmendAgreement):
        return False
    paying = {term.payer_party_id for term in command.terms if term.payer_party_id is not None}
    return known(s, *command.agreed_by, *paying) and s.referral.bound_party_ids | paying <= set(command.agreed_by)


def breached(s: Situation) -> bool:
    """Whether it was reported that a promise was not kept."""
    return s.referral.agreement is not None and s.referral.agreement.state is AgreementState.BREACHED


PERFORMANCE_DAY_OVER = Guard("performance_not_due", _day_over)
DEBTOR_OWES = Guard("debtor_not_bound", _owes, of_state=False)
TEXT_FREE = Guard("agreement_under_procedure", _text_free)
AMENDED_BY_ALL = Guard("agreement_of_all_missing", _amended_by_all, of_state=False)
