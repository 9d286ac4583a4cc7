"""Conditions of performance: when a promise was broken, whose it was, and when the parties may change the agreement."""

from app.domain import commands as c
from app.domain.guards.outcomes import LIVE_CONFIRMATION
from app.domain.guards.words import known
from app.domain.instalments import overdue, term_of
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


def broken(s: Situation) -> tuple[Term, ...]:
    """The promises that a report says were not kept: of that party, or the one that it names, and past their day."""
    agreement, command = s.referral.agreement, s.command
    if agreement is None or not isinstance(command, c.ReportBreach):
        return ()
    late = overdue(agreement, s.occurred_on, s.book.calendar, of=command.party_id)
    return tuple(term for term in late if command.term_id in {None, term.id})


def _day_over(s: Situation) -> bool:
    """A promise has passed its last day and is not performed; of an agreement without any promise it is the whole."""
    agreement = s.referral.agreement
    if agreement is None:
        return False
    if not agreement.terms:
        return agreement.state is AgreementState.EFFECTIVE
    return bool(overdue(agreement, s.occurred_on, s.book.calendar))


def _this_is_over(s: Situation) -> bool:
    agreement = s.referral.agreement
    return agreement is not None and (not agreement.terms or bool(broken(s)))


def _term_known(s: Situation) -> bool:
    if not isinstance(s.command, c.ReportBreach):
        return False
    return s.command.term_id is None or term_of(s.referral.agreement, s.command.term_id) is not None


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
THIS_IS_OVER = Guard("performance_not_due", _this_is_over, of_state=False)
BROKEN_KNOWN = Guard("instalment_unknown", _term_known, of_state=False, pointer="/term_id")
DEBTOR_OWES = Guard("debtor_not_bound", _owes, of_state=False)
TEXT_FREE = Guard("agreement_under_procedure", _text_free)
AMENDED_BY_ALL = Guard("agreement_of_all_missing", _amended_by_all, of_state=False)
