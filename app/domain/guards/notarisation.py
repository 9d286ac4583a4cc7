"""Conditions of an enforceable notarisation: jointly, of a payment, with the debtor's promise; the certificate later.

Legal source: NAL 37, NDE 3, 5, 8.
"""

from app.domain import commands as c
from app.domain.guards.performance import breached
from app.domain.guards.words import known
from app.domain.lifecycle.states import Machine
from app.domain.lifecycle.table import Guard, Situation

_LIVE = frozenset({"applied", "notarised", "certificate_requested", "certified"})


def _none_live(s: Situation) -> bool:
    return all(p.state not in _LIVE for p in s.referral.procedures_of(Machine.NOTARISATION))


def _payment(s: Situation) -> bool:
    terms = () if s.referral.agreement is None else s.referral.agreement.terms
    return any(term.payer_party_id is not None and term.amount is not None for term in terms)


def _joint(s: Situation) -> bool:
    command = s.command
    if not isinstance(command, c.ApplyForNotarisation):
        return False
    return known(s, *command.applicant_ids) and s.referral.bound_party_ids <= set(command.applicant_ids)


NO_LIVE_NOTARISATION = Guard("procedure_already_open", _none_live)
PAYMENT_CONTENT = Guard("no_payment_content", _payment)
NOTARISED_JOINTLY = Guard("joint_application_required", _joint, of_state=False)
ENFORCEMENT_PROMISED = Guard(
    "enforcement_promise_missing",
    lambda s: isinstance(s.command, c.ApplyForNotarisation) and s.command.enforcement_promised,
    of_state=False,
)
BREACH_REPORTED = Guard("performance_not_breached", breached)
