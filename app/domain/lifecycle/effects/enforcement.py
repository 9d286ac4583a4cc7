"""What the steps of an enforcement write down."""

from collections.abc import Callable
from typing import Any

from app.domain import commands as c
from app.domain.collected import after_enforcement
from app.domain.enforceable import instrument_of, left_under
from app.domain.guards.enforcement import court_of
from app.domain.lifecycle.effects.form import Facts, Result
from app.domain.lifecycle.effects.outcomes import changed, opened, stepped
from app.domain.lifecycle.states import Machine
from app.domain.lifecycle.step import Step
from app.domain.referral import Referral
from app.domain.values import replace


def _applied(referral: Referral, command: c.ApplyForEnforcement, step: Step) -> Result:
    """No court is put down where it is the referring one; a sum that is not named is all that is left."""
    basis = instrument_of(referral, command.basis_id)
    if basis is None:  # pragma: no cover - the guards have found it
        raise AssertionError
    court_id = court_of(referral, basis, command)
    amount = left_under(referral, basis, command.debtor_id) if command.amount is None else command.amount
    made, facts = opened(
        Machine.ENFORCEMENT,
        referral,
        step,
        applicant_ids=command.applicant_ids,
        debtor_id=command.debtor_id,
        amount=amount,
        basis_id=basis.id,
        court_ground=command.court_ground,
        court_id=None if court_id == referral.court_id else court_id,
    )
    told: Facts = {
        **facts,
        "instrument": basis.machine.value,
        "basis_id": str(basis.id),
        "debtor_id": str(command.debtor_id),
        "court_ground": command.court_ground,
    }
    return made, told if amount is None else {**told, "amount": f"{amount:.2f}"}


def _settled(referral: Referral, command: c.SettleEnforcement, step: Step) -> Result:
    after, facts = changed(referral, command, decided_on=step.on, pay_by=command.perform_by)
    return after, facts if command.perform_by is None else {**facts, "perform_by": command.perform_by.isoformat()}


def _completed(referral: Referral, command: c.CompleteEnforcement, step: Step) -> Result:
    """What was collected is performed: it is owed no more, and nobody records it a second time."""
    after, facts = stepped(referral, command, step)
    done, agreement = after.procedure(command.procedure_id), after.agreement
    if done is None or agreement is None:  # pragma: no cover - there is no enforcement without either
        return after, facts
    satisfied = after_enforcement(agreement, done, step.on, step.mint)
    made = satisfied.performances[len(agreement.performances) :]
    told: Facts = {**facts, "term_ids": [str(each.term_id) for each in made]} if made else facts
    return replace(after, agreement=satisfied), told


def _round_closed(referral: Referral, command: c.CloseEnforcementRound, step: Step) -> Result:
    """What was settled before is over; from here no time runs against the creditor (CPLI 517)."""
    return changed(referral, command, decided_on=step.on, pay_by=None)


EFFECTS: dict[type[c.Command], Callable[[Referral, Any, Step], Result]] = {
    c.ApplyForEnforcement: _applied,
    c.AcceptEnforcement: stepped,
    c.RefuseEnforcement: stepped,
    c.WithdrawEnforcement: stepped,
    c.SettleEnforcement: _settled,
    c.CloseEnforcementRound: _round_closed,
    c.RestoreEnforcement: stepped,
    c.CompleteEnforcement: _completed,
    c.EndEnforcement: stepped,
    c.DenyEnforcement: stepped,
}
