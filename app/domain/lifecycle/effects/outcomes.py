"""What opening an outcome procedure and its steps write down."""

from collections.abc import Callable
from typing import Any

from app.domain import commands as c
from app.domain.guards import ENDED_BY_SUIT
from app.domain.guards.routes import filing_reasons
from app.domain.lifecycle.effects.form import Facts, Result
from app.domain.lifecycle.states import Action, Closure, Machine, PaymentOrderState
from app.domain.lifecycle.step import Step
from app.domain.referral import Procedure, ProcedureId, Referral
from app.domain.values import replace

CLOSURE_BY: dict[Action, Closure] = {
    Action.RECORD_STATEMENT_RECEIPT: Closure.MEDIATION_STATEMENT,
    Action.PERMIT_WITHDRAWAL: Closure.WITHDRAWN_AFTER_SETTLEMENT,
    Action.TRANSFER_TO_TRIAL: Closure.TO_TRIAL,
    Action.RESUME_TRIAL: Closure.TO_TRIAL,
    Action.DEEM_WITHDRAWN: Closure.DEEMED_WITHDRAWN,
}
"""How the mediation region closes with a line that closes it."""


def opened(machine: Machine, referral: Referral, step: Step, **given: Any) -> Result:
    """A new procedure on the present text of the agreement."""
    procedure = Procedure(
        id=ProcedureId(step.mint()),
        machine=machine,
        state=step.after,
        opened_on=step.on,
        draft_number=None if referral.agreement is None else referral.agreement.draft_number,
        **given,
    )
    facts: Facts = {"procedure_kind": machine.value}
    if procedure.court_id is not None:
        facts["court_id"] = str(procedure.court_id)
    return replace(referral, procedures=(*referral.procedures, procedure)), facts


def _applied(referral: Referral, command: c.ApplyForConfirmation, step: Step) -> Result:
    court_id = other_court(referral, command)
    applicants = command.applicant_ids
    after, facts = opened(Machine.JUDICIAL_CONFIRMATION, referral, step, applicant_ids=applicants, court_id=court_id)
    return after, {**facts, "oral": True} if command.oral else facts


def _handed_over(referral: Referral, command: c.HandOver, step: Step) -> Result:
    made, facts = opened(Machine.CASE_REGISTRATION, referral, step, court_id=other_court(referral, command))
    return made, {**facts, "reason": command.reason or filing_reasons(referral)[0]}


def other_court(referral: Referral, command: c.ApplyForConfirmation | c.HandOver | c.ApplyForPaymentOrder) -> Any:
    """The court named, where it is not the referring one."""
    return None if command.court is None or command.court.id == referral.court_id else command.court.id


def _statement(referral: Referral, command: c.RequestStatement, step: Step) -> Result:
    """Before the referring court, or before the one that registered the case."""
    registrations = referral.procedures_of(Machine.CASE_REGISTRATION)
    court_id = registrations[-1].court_id if registrations else None
    applicants = command.applicant_ids
    return opened(Machine.MEDIATION_STATEMENT, referral, step, applicant_ids=applicants, court_id=court_id)


def _withdrawal(referral: Referral, command: c.ApplyForWithdrawal, step: Step) -> Result:
    return opened(Machine.SUIT_WITHDRAWAL, referral, step, applicant_ids=command.applicant_ids)


def _fee_noticed(referral: Referral, command: c.GiveFeeNotice, step: Step) -> Result:
    pay_by = command.pay_by or step.pay_by
    made, facts = opened(Machine.TRANSFER_TO_TRIAL, referral, step, fee_amount=command.amount, pay_by=pay_by)
    return made, {**facts, "amount": str(command.amount), "pay_by": pay_by.isoformat()}


def _resumed(referral: Referral, _command: c.ResumeTrial, step: Step) -> Result:
    return opened(Machine.TRANSFER_TO_TRIAL, referral, step, decided_on=step.on)


def _arbitration(referral: Referral, _command: c.ReferToArbitration, step: Step) -> Result:
    return opened(Machine.LABOUR_ARBITRATION, referral, step)


def changed(referral: Referral, command: c.ProcedureCommand, **fields: Any) -> Result:
    """The procedure with what the step says of it; `fields` are those that only this kind of step sets."""

    def moved(procedure: Procedure) -> Procedure:
        if procedure.id != command.procedure_id:
            return procedure
        return replace(
            procedure,
            reason=command.reason or procedure.reason,
            case_number=command.case_number or procedure.case_number,
            **fields,
        )

    facts: Facts = {"procedure_kind": command.machine.value}
    if command.reason is not None:
        facts["reason"] = command.reason
    return replace(referral, procedures=tuple(moved(p) for p in referral.procedures)), facts


def stepped(referral: Referral, command: c.ProcedureCommand, step: Step) -> Result:
    """A step that decides something, on its day."""
    return changed(referral, command, decided_on=step.on)


def _served(referral: Referral, command: c.RecordStatementReceipt, step: Step) -> Result:
    after, facts = stepped(referral, command, step)

    def served(procedure: Procedure) -> Procedure:
        if procedure.id != command.procedure_id:
            return procedure
        return replace(procedure, served_party_ids=(*procedure.served_party_ids, command.party_id))

    facts |= {"party_id": str(command.party_id), "means": command.means}
    return replace(after, procedures=tuple(served(p) for p in after.procedures)), facts


def _repudiated(referral: Referral, command: c.RepudiateStatement, step: Step) -> Result:
    after, facts = stepped(referral, command, step)
    return after, {**facts, "party_id": str(command.party_id)}


def _registered(referral: Referral, command: c.RegisterCase, step: Step) -> Result:
    """A suit over the claim of the agreement ends a payment order that is not in force yet (CPLI 430)."""
    after, facts = stepped(referral, command, step)
    if referral.agreement is None or referral.agreement.partial:
        return after, facts
    pending = {p.id for p in after.procedures_of(Machine.PAYMENT_ORDER) if p.state in ENDED_BY_SUIT}
    if not pending:
        return after, facts

    def ended(procedure: Procedure) -> Procedure:
        if procedure.id not in pending:
            return procedure
        return replace(procedure, state=PaymentOrderState.ENDED.value, reason="suit_filed", decided_on=step.on)

    told = {**facts, "ended_procedure_ids": sorted(str(each) for each in pending)}
    return replace(after, procedures=tuple(ended(p) for p in after.procedures)), told


def _paid(referral: Referral, command: c.RecordFeePaid, step: Step) -> Result:
    after, facts = stepped(referral, command, step)
    return after, {**facts, "relief": command.relief}


EFFECTS: dict[type[c.Command], Callable[[Referral, Any, Step], Result]] = {
    c.ApplyForConfirmation: _applied,
    c.HandOver: _handed_over,
    c.RequestStatement: _statement,
    c.ApplyForWithdrawal: _withdrawal,
    c.GiveFeeNotice: _fee_noticed,
    c.ResumeTrial: _resumed,
    c.ReferToArbitration: _arbitration,
    c.AcceptApplication: stepped,
    c.RefuseApplication: stepped,
    c.WithdrawApplication: stepped,
    c.ConfirmAgreement: stepped,
    c.RejectConfirmation: stepped,
    c.RegisterCase: _registered,
    c.RefuseRegistration: stepped,
    c.MakeStatement: stepped,
    c.RefuseStatement: stepped,
    c.PermitWithdrawal: stepped,
    c.RefuseWithdrawal: stepped,
    c.TransferToTrial: stepped,
    c.DeemWithdrawn: stepped,
    c.RecordArbitrationAccepted: stepped,
    c.RecordArbitrationRefused: stepped,
    c.RecordStatementReceipt: _served,
    c.RepudiateStatement: _repudiated,
    c.RecordFeePaid: _paid,
}
