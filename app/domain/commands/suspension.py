"""Commands of a suspension: mediation stops for a while, goes on, or ends because it was a sham."""

from dataclasses import dataclass
from typing import ClassVar

from app.domain.commands.base import Command
from app.domain.lifecycle.states import Action
from app.domain.referral import PartyId


@dataclass(frozen=True, slots=True, kw_only=True)
class Suspend(Command):
    """Mediation stops 中止, reason of list `suspension_reason`; `party_id` where a party died or lost its capacity."""

    action: ClassVar[Action] = Action.SUSPEND
    reason: str
    party_id: PartyId | None = None
    explanation: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Resume(Command):
    """The review or the wait came to a result of list `suspension_result`; mediation goes on where it stood."""

    action: ClassVar[Action] = Action.RESUME
    result: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FindSham(Command):
    """The review found a sham 虚假调解; the matter is transferred."""

    action: ClassVar[Action] = Action.FIND_SHAM
    explanation: str | None = None
