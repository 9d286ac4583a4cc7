"""The command that marks an entry of the file as entered in error; nothing is deleted."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from app.domain.commands.base import Command
from app.domain.lifecycle.states import Action


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectRecord(Command):
    """An entry was made in error 录入有误. It stays, marked.

    `kind`: code of list `record_kind`; `reason`: of list `correction_reason`; `explanation`: words kept apart from the
    event.
    """

    action: ClassVar[Action] = Action.CORRECT_RECORD
    kind: str
    record_id: UUID
    reason: str
    explanation: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectPerformance(Command):
    """A performance was recorded in error: it counts no more, and stays, marked.

    `performance_id`: the record of an instalment; None for the record that the whole agreement was performed. `reason`:
    code of list `correction_reason`; `explanation`: words kept apart from the event.
    """

    action: ClassVar[Action] = Action.CORRECT_PERFORMANCE
    performance_id: UUID | None = None
    reason: str
    explanation: str
