"""What the steps of an enforceable notarisation write down."""

from collections.abc import Callable
from typing import Any

from app.domain import commands as c
from app.domain.lifecycle.effects.form import Result
from app.domain.lifecycle.effects.outcomes import changed, opened, stepped
from app.domain.lifecycle.states import Machine
from app.domain.lifecycle.step import Step
from app.domain.referral import Referral


def _applied(referral: Referral, command: c.ApplyForNotarisation, step: Step) -> Result:
    return opened(Machine.NOTARISATION, referral, step, applicant_ids=command.applicant_ids)


def _requested(referral: Referral, command: c.RequestCertificate, step: Step) -> Result:
    """Its day is that of the request: asking for the certificate interrupts the time for enforcement (NDE 9)."""
    after, facts = changed(referral, command, decided_on=step.on, requested_on=step.on)
    return after, {**facts, "applicant_ids": [str(each) for each in command.applicant_ids]}


EFFECTS: dict[type[c.Command], Callable[[Referral, Any, Step], Result]] = {
    c.ApplyForNotarisation: _applied,
    c.Notarise: stepped,
    c.RefuseNotarisation: stepped,
    c.WithdrawNotarisation: stepped,
    c.RequestCertificate: _requested,
    c.IssueCertificate: stepped,
    c.RefuseCertificate: stepped,
}
