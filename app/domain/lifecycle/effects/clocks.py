"""What is written down where last days are computed anew: the clocks, and in the event what they were and are."""

from collections.abc import Callable
from typing import Any

from app.domain import commands as c
from app.domain.lifecycle.effects.form import Facts, Result
from app.domain.lifecycle.step import Step
from app.domain.referral import Clock, Referral
from app.domain.values import replace


def _recomputed(referral: Referral, _command: c.RecomputeDeadlines, step: Step) -> Result:
    anew = {after.id: after for _, after in step.recomputed}
    facts: Facts = {
        "rules": [before.rule for before, _ in step.recomputed],
        "due_before": [_day(before) for before, _ in step.recomputed],
        "due_after": [_day(after) for _, after in step.recomputed],
    }
    return replace(referral, clocks=tuple(anew.get(clock.id, clock) for clock in referral.clocks)), facts


def _day(clock: Clock) -> str:
    return (clock.due_on or clock.raw_end_on).isoformat()


EFFECTS: dict[type[c.Command], Callable[[Referral, Any, Step], Result]] = {c.RecomputeDeadlines: _recomputed}
