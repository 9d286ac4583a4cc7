"""What each action writes down beside moving the state. Pure; keyed by command, so that the pages stay pages.

An effect returns the next referral and the codes and dates that the event carries. Nothing personal goes into either.
"""

from collections.abc import Callable
from typing import Any

from app.domain import commands as c
from app.domain.lifecycle import dossier_effects
from app.domain.lifecycle.effects import (
    arbitration_review,
    clocks,
    confirmation,
    conflicts,
    corrections,
    dispatch,
    enforcement,
    intake,
    mediation,
    notarisation,
    outcomes,
    payment_order,
    performance,
    succession,
    suspension,
)
from app.domain.lifecycle.effects.form import Result
from app.domain.lifecycle.effects.outcomes import CLOSURE_BY
from app.domain.lifecycle.step import Step
from app.domain.referral import Referral

__all__ = ["CLOSURE_BY", "effect_of"]

_EFFECTS: dict[type[c.Command], Callable[[Referral, Any, Step], Result]] = {
    **intake.EFFECTS,
    **mediation.EFFECTS,
    **outcomes.EFFECTS,
    **confirmation.EFFECTS,
    **performance.EFFECTS,
    **payment_order.EFFECTS,
    **arbitration_review.EFFECTS,
    **notarisation.EFFECTS,
    **enforcement.EFFECTS,
    **clocks.EFFECTS,
    **corrections.EFFECTS,
    **succession.EFFECTS,
    **suspension.EFFECTS,
    **conflicts.EFFECTS,
    **dispatch.EFFECTS,
    **dossier_effects.EFFECTS,
}


def effect_of(command: c.Command) -> Callable[[Referral, Any, Step], Result]:
    """The effect of a command; commands that only move state have the empty one."""
    return _EFFECTS.get(type(command), _nothing)


def _nothing(referral: Referral, _command: c.Command, _step: Step) -> Result:
    return referral, {}
