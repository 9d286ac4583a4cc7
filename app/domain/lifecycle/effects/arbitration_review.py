"""What the steps of an arbitration review write down."""

from collections.abc import Callable
from typing import Any

from app.domain import commands as c
from app.domain.lifecycle.effects.form import Result
from app.domain.lifecycle.effects.outcomes import changed, opened, stepped
from app.domain.lifecycle.states import Machine
from app.domain.lifecycle.step import Step
from app.domain.referral import Referral


def _applied(referral: Referral, command: c.ApplyForArbitrationReview, step: Step) -> Result:
    return opened(Machine.ARBITRATION_REVIEW, referral, step, applicant_ids=command.applicant_ids)


def _received(referral: Referral, command: c.RecordReviewReceipt, step: Step) -> Result:
    served = next(p.served_party_ids for p in referral.procedures if p.id == command.procedure_id)
    signed = (*served, command.party_id)
    after, facts = changed(referral, command, decided_on=step.on, served_party_ids=signed)
    return after, {**facts, "party_id": str(command.party_id), "means": command.means}


def _noted(referral: Referral, command: c.MissReview | c.ExtendArbitrationReview, _step: Step) -> Result:
    return changed(referral, command)


EFFECTS: dict[type[c.Command], Callable[[Referral, Any, Step], Result]] = {
    c.ApplyForArbitrationReview: _applied,
    c.AcceptReview: stepped,
    c.RefuseReview: stepped,
    c.WithdrawReview: stepped,
    c.MakeReviewStatement: stepped,
    c.RefuseReviewStatement: stepped,
    c.RecordReviewReceipt: _received,
    c.MissReview: _noted,
    c.ExtendArbitrationReview: _noted,
}
