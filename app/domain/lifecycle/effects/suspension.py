"""What a suspension, its result and the finding of a sham write down."""

from collections.abc import Callable
from typing import Any

from app.domain import commands as c
from app.domain.lifecycle.effects.form import Facts, Result, called_off, gone_on, noted
from app.domain.lifecycle.states import Closure, EndReason, Outcome
from app.domain.lifecycle.step import Step
from app.domain.referral import Referral
from app.domain.values import replace


def _suspended(referral: Referral, command: c.Suspend, step: Step) -> Result:
    stopped = replace(referral, suspended_from=referral.state, suspension_reason=command.reason, suspended_on=step.on)
    told, facts = noted(stopped, step, command.explanation)
    if command.party_id is not None:
        facts["party_id"] = str(command.party_id)
    return told, {"reason": command.reason, **facts}


def _resumed(referral: Referral, command: c.Resume, _step: Step) -> Result:
    facts: Facts = {"reason": referral.suspension_reason, "result": command.result}
    return gone_on(referral), facts


def _sham(referral: Referral, command: c.FindSham, step: Step) -> Result:
    ended = replace(
        called_off(gone_on(referral)),
        outcome=Outcome.NOT_AGREED,
        end_reason=EndReason.OTHER,
        closure=Closure.TRANSFERRED_SHAM,
        cancel_requested_on=None,
    )
    told, facts = noted(ended, step, command.explanation)
    return told, {"closure": Closure.TRANSFERRED_SHAM.value, "outcome": Outcome.NOT_AGREED.value, **facts}


EFFECTS: dict[type[c.Command], Callable[[Referral, Any, Step], Result]] = {
    c.Suspend: _suspended,
    c.Resume: _resumed,
    c.FindSham: _sham,
}
