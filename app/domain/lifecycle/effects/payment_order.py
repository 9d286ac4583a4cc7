"""What the steps of a payment order write down."""

from collections.abc import Callable
from typing import Any

from app.domain import commands as c
from app.domain.lifecycle.effects.form import Facts, Result
from app.domain.lifecycle.effects.outcomes import changed, opened, other_court, stepped
from app.domain.lifecycle.states import Machine
from app.domain.lifecycle.step import Step
from app.domain.referral import Referral


def _applied(referral: Referral, command: c.ApplyForPaymentOrder, step: Step) -> Result:
    made, facts = opened(
        Machine.PAYMENT_ORDER,
        referral,
        step,
        applicant_ids=command.applicant_ids,
        debtor_id=command.debtor_id,
        amount=command.amount,
        court_id=other_court(referral, command),
    )
    told: Facts = {**facts, "debtor_id": str(command.debtor_id), "amount": f"{command.amount:.2f}"}
    if command.labour_payment is not None:
        told["labour_payment"] = command.labour_payment
    return made, told


def _served(referral: Referral, command: c.ServePaymentOrder, step: Step) -> Result:
    after, facts = stepped(referral, command, step)
    return after, {**facts, "means": command.means}


def _objected(referral: Referral, command: c.ObjectToPaymentOrder, step: Step) -> Result:
    after, facts = stepped(referral, command, step)
    return after, {**facts, "ground": command.ground}


def _noted(referral: Referral, command: c.ProcedureCommand, _step: Step) -> Result:
    return changed(referral, command)


def _sued(referral: Referral, command: c.DeemSuit, step: Step) -> Result:
    """The suit counts as filed on the day of the application for the order (CPLI 439)."""
    after, facts = stepped(referral, command, step)
    applied = [p.opened_on for p in referral.procedures if p.id == command.procedure_id]
    return after, {**facts, "filed_on": applied[0].isoformat()}


EFFECTS: dict[type[c.Command], Callable[[Referral, Any, Step], Result]] = {
    c.ApplyForPaymentOrder: _applied,
    c.AcceptPaymentOrder: stepped,
    c.RefusePaymentOrder: stepped,
    c.IssuePaymentOrder: stepped,
    c.RejectPaymentOrder: stepped,
    c.ServePaymentOrder: _served,
    c.ObjectToPaymentOrder: _objected,
    c.ReceiveEndingRuling: _noted,
    c.DeclineSuit: stepped,
    c.WithdrawPaymentOrder: stepped,
    c.MissOrderNotice: _noted,
    c.MissOrderDecision: _noted,
    c.MakeOrderEffective: stepped,
    c.EndUnservedOrder: stepped,
    c.DeemSuit: _sued,
}
