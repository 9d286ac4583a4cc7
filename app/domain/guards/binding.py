"""Conditions of going back on an agreement, and of giving it to the parties and to the court.

Legal source: CPL 102, CPLI 149 (before it is served with the statement), IMR 19, OMR 19, PML 29 (service, copy).
"""

from app.domain import commands as c
from app.domain.binding import binding
from app.domain.guards.words import known
from app.domain.lifecycle.states import Machine
from app.domain.lifecycle.table import Condition, Guard, Situation
from app.domain.values import replace

_BEFORE_COURT = frozenset({"requested", "made"})


def bound_for_good(s: Situation) -> bool:
    """Whether nobody can go back on the agreement any more."""
    found = binding(s.referral)
    return found is not None and found.from_on is not None


def _nothing_binds_beside(s: Situation) -> bool:
    """Whether the agreement binds for good no more once the procedure at hand has fallen."""
    others = tuple(p for p in s.referral.procedures if p != s.procedure)
    found = binding(replace(s.referral, procedures=others))
    return found is None or found.from_on is None


def _no_statement(s: Situation) -> bool:
    """A statement that was asked for is gone back on itself; what was made of the agreement before is over."""
    return all(p.state not in _BEFORE_COURT for p in s.referral.procedures_of(Machine.MEDIATION_STATEMENT))


def _no_withdrawal(s: Situation) -> bool:
    """The court decides first on a suit that is withdrawn because of the agreement; refused, the way back is open."""
    return all(p.state != "applied" for p in s.referral.procedures_of(Machine.SUIT_WITHDRAWAL))


def _of_bound_party(s: Situation) -> bool:
    return isinstance(s.command, c.RepudiateAgreement) and s.command.party_id in s.referral.bound_party_ids


def _not_received(s: Situation) -> bool:
    """Whoever signed for the statement has had it served and holds to it (PD_REPUDIATION)."""
    if s.procedure is None or not isinstance(s.command, c.RepudiateStatement):
        return False
    return s.command.party_id not in s.procedure.served_party_ids


def _clause_agreed(s: Situation) -> bool:
    """All who signed agreed that it is in force once signed (CPLI 151)."""
    return s.referral.agreement is not None and s.referral.agreement.signing_clause


def _to_party(s: Situation) -> bool:
    agreement = s.referral.agreement
    if agreement is None or not isinstance(s.command, c.ServeAgreement) or not known(s, s.command.party_id):
        return False
    return s.command.party_id in s.referral.bound_party_ids | set(agreement.guarantor_ids)


def _not_served(s: Situation) -> bool:
    agreement = s.referral.agreement
    if agreement is None or not isinstance(s.command, c.ServeAgreement):
        return False
    return all(each.party_id != s.command.party_id for each in agreement.served)


def _electronic_agreed(s: Situation) -> bool:
    if not isinstance(s.command, c.ServeAgreement):
        return False
    agreed = s.referral.word_of(s.command.party_id, s.occurred_on, "electronic_service")
    return s.command.means != "electronic" or s.referral.on_court_platform or bool(agreed)


def _not_filed(s: Situation) -> bool:
    return s.referral.agreement is not None and s.referral.agreement.filed_on is None


CLAUSE_AGREED = Guard("signing_clause_missing", _clause_agreed)
NOT_RECORDED = Guard(
    "agreement_binds", lambda s: s.referral.agreement is None or s.referral.agreement.recorded_on is None
)
NOT_BINDING = Guard("agreement_binds", lambda s: not bound_for_good(s))
BINDING = Guard("agreement_not_binding", bound_for_good)
NO_STATEMENT = Guard("statement_requested", _no_statement)
NO_WITHDRAWAL = Guard("withdrawal_pending", _no_withdrawal)
OF_BOUND_PARTY = Guard("signer_not_required", _of_bound_party, of_state=False, pointer="/party_id")
NOT_RECEIVED = Guard("statement_already_received", _not_received, of_state=False, pointer="/party_id")
TO_PARTY = Guard("signer_not_required", _to_party, of_state=False, pointer="/party_id")
NOT_SERVED = Guard("agreement_already_served", _not_served, of_state=False, pointer="/party_id")
SERVED_AS_AGREED = Guard("electronic_service_not_agreed", _electronic_agreed, of_state=False, pointer="/means")
NOT_FILED_YET = Guard("copy_already_filed", _not_filed)

BOUND = Condition("agreement_binds", bound_for_good)
UNBOUND = Condition("nothing_binds_any_more", _nothing_binds_beside)
