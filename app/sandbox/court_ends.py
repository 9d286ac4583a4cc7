"""How a simulated court ends what it entrusted after filing: statement, withdrawal, other means, trial. Pure."""

from datetime import date

from app.sandbox.casefile import Arbitration, CourtPart, Trial
from app.sandbox.steps import Decision, Step, Wait, on_day, transition
from app.sandbox.view import TRIAL, WITHDRAWAL, ReferralView


def after_filing(case: CourtPart, view: ReferralView, today: date) -> Decision:
    """The result was reported; the court records how the case ends, from whatever its file plans."""
    if case.other_means_on is not None:
        return on_day(case.other_means_on, today, Step("other_means", transition("close_by_other_means")))
    if case.withdrawal is not None:
        return _withdrawal(case, view, today)
    if case.trial is not None:
        return _trial(case.trial, view, today)
    return Wait()


def _withdrawal(case: CourtPart, view: ReferralView, today: date) -> Decision:
    plan, found = case.withdrawal, view.procedure(WITHDRAWAL)
    if plan is None:
        return Wait()
    if found is None:
        plaintiffs = [party.id for party in view.parties if party.role == "applicant"]
        body = transition("apply_for_withdrawal", applicant_ids=plaintiffs)
        return on_day(plan.applied_on, today, Step("apply_for_withdrawal", body))
    if found[1] != "applied":
        return Wait()
    name = f"{plan.decision}_withdrawal"
    return on_day(plan.decide_on, today, Step(name, transition(name, reason=plan.reason), found[0]))


def _trial(plan: Trial, view: ReferralView, today: date) -> Decision:
    if plan.resume_on is not None:
        return on_day(plan.resume_on, today, Step("resume_trial", transition("resume_trial")))
    found = view.procedure(TRIAL)
    if found is None:
        pay_by = None if plan.pay_by is None else plan.pay_by.isoformat()
        body = transition("give_fee_notice", amount=str(plan.fee_yuan), pay_by=pay_by)
        return on_day(plan.notice_on, today, Step("give_fee_notice", body))
    procedure_id, state = found
    if state == "fee_noticed" and plan.paid_on is None:
        return on_day(plan.transfer_on, today, Step("deem_withdrawn", transition("deem_withdrawn"), procedure_id))
    if state == "fee_noticed":
        return on_day(plan.paid_on, today, Step("record_fee_paid", transition("record_fee_paid"), procedure_id))
    return on_day(plan.transfer_on, today, Step("transfer_to_trial", transition("transfer_to_trial"), procedure_id))


def statement(case: CourtPart, view: ReferralView, procedure_id: str, state: str, today: date) -> Decision:
    """What the court does with a request for a mediation statement."""
    plan = case.statement
    if plan is None:
        return Wait()
    if state == "requested":
        name = f"{plan.decision}_statement"
        return on_day(plan.decide_on, today, Step(name, transition(name, reason=plan.reason), procedure_id))
    served = set(view.labels("record_statement_receipt"))
    receipt = next((receipt for receipt in plan.receipts if receipt.party not in served), None)
    if receipt is None:
        return Wait()
    body = transition("record_statement_receipt", party_id=view.party_id(receipt.party), means=receipt.means)
    return on_day(receipt.on, today, Step(f"receipt.{receipt.party}", body, procedure_id))


def arbitration(plan: Arbitration, procedure_id: str, today: date) -> Decision:
    """What is learned of the arbitration commission."""
    name = f"record_arbitration_{plan.decision}"
    return on_day(plan.decide_on, today, Step(name, transition(name, reason=plan.reason), procedure_id))
