"""What a breach and a change of the agreement write down."""

from collections.abc import Callable
from typing import Any

from app.domain import commands as c
from app.domain.guards import required_signers
from app.domain.lifecycle.effects.form import Facts, Result
from app.domain.lifecycle.step import Step
from app.domain.referral import Referral, Signature, Term
from app.domain.values import replace


def _breached(referral: Referral, command: c.ReportBreach, step: Step) -> Result:
    agreement = None if referral.agreement is None else replace(referral.agreement, breached_on=step.on)
    facts: Facts = {"party_id": str(command.party_id), "breached_on": step.on.isoformat()}
    return replace(referral, agreement=agreement), facts


def _amended(referral: Referral, command: c.AmendAgreement, step: Step) -> Result:
    """A new text with terms and signatures of its own; those of the text before stay stored under its number."""
    before = referral.agreement
    if before is None:  # pragma: no cover - only an effective agreement is amended
        return referral, {}
    number = before.draft_number + 1
    terms = tuple(
        Term(step.mint(), t.payer_party_id, t.amount, t.due_on, t.text, draft_number=number) for t in command.terms
    )
    agreement = replace(
        before,
        terms=terms,
        draft_number=number,
        drafted_on=step.on,
        effective_on=step.on,
        window_from=step.on,
        breached_on=None,
    )
    amended = replace(referral, agreement=agreement)
    signers = sorted(required_signers(amended), key=lambda signer: (signer[0].value, str(signer[1])))
    signatures = tuple(
        Signature(step.mint(), role, party_id, step.on, command.means, draft_number=number)
        for role, party_id in signers
    )
    facts: Facts = {"draft_number": number, "term_count": len(terms), "effective_on": step.on.isoformat()}
    return replace(amended, signatures=signatures), facts


EFFECTS: dict[type[c.Command], Callable[[Referral, Any, Step], Result]] = {
    c.ReportBreach: _breached,
    c.AmendAgreement: _amended,
}
