"""What a decision can say: do this now, wait, or nothing is left to do."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any


@dataclass(frozen=True, slots=True)
class Step:
    """One write.

    Attributes:
        name: Name of the step within the referral; the Idempotency-Key is made of both, so a repeat is harmless.
        body: The request body, a function of case file and referral alone, so that a repeat is the same request.
        procedure_id: Set for a step of a procedure.
    """

    name: str
    body: Mapping[str, Any]
    procedure_id: str | None = None


@dataclass(frozen=True, slots=True)
class Wait:
    """Nothing now. `until`: the legal date on which to decide again, or None to wait for the other side."""

    until: date | None = None


@dataclass(frozen=True, slots=True)
class Done:
    """Nothing is left to do here, unless something happens."""


Decision = Step | Wait | Done


def on_day(day: date | None, today: date, step: Step) -> Decision:
    """The step if its day has come (None: at once), otherwise a wait for that day."""
    return step if day is None or day <= today else Wait(day)


def transition(action: str, /, **fields: Any) -> dict[str, Any]:
    """Body of a transition; fields that are None are left out."""
    return {"action": action, **{name: value for name, value in fields.items() if value is not None}}
