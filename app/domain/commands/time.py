"""Commands of time: what the end of a period does. Nobody else can give them."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from app.domain.commands.arbitration_review import MissReview
from app.domain.commands.base import Command
from app.domain.commands.confirmation import MissApplicationDecision, MissConfirmationRuling
from app.domain.commands.payment_order import (
    DeemSuit,
    EndUnservedOrder,
    MakeOrderEffective,
    MissOrderDecision,
    MissOrderNotice,
)
from app.domain.commands.registration import MissRegistrationDecision
from app.domain.lifecycle.states import Action


@dataclass(frozen=True, slots=True, kw_only=True)
class RunOverdue(Command):
    """Time: the acceptance window closed."""

    action: ClassVar[Action] = Action.RUN_OVERDUE


@dataclass(frozen=True, slots=True, kw_only=True)
class MissContact(Command):
    """Time: the other side was not contacted in time."""

    action: ClassVar[Action] = Action.MISS_CONTACT


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpireTerm(Command):
    """Time: the term of mediation ran out."""

    action: ClassVar[Action] = Action.EXPIRE_TERM


@dataclass(frozen=True, slots=True, kw_only=True)
class EndUnreported(Command):
    """Time: nothing was reported after expiry."""

    action: ClassVar[Action] = Action.END_UNREPORTED


@dataclass(frozen=True, slots=True, kw_only=True)
class LapseConfirmation(Command):
    """Time: the joint-application window closed."""

    action: ClassVar[Action] = Action.LAPSE_CONFIRMATION


@dataclass(frozen=True, slots=True, kw_only=True)
class MissChoice(Command):
    """Time: the parties made no joint choice; the court appoints."""

    action: ClassVar[Action] = Action.MISS_CHOICE


@dataclass(frozen=True, slots=True, kw_only=True)
class MissAppointment(Command):
    """Time: the court has not appointed anybody."""

    action: ClassVar[Action] = Action.MISS_APPOINTMENT


@dataclass(frozen=True, slots=True, kw_only=True)
class PassLabourTerm(Command):
    """Time: the fifteen days of labour mediation are over; either party may go to arbitration."""

    action: ClassVar[Action] = Action.PASS_LABOUR_TERM


@dataclass(frozen=True, slots=True, kw_only=True)
class MissReportBack(Command):
    """Time: the referring body was not told how it ended."""

    action: ClassVar[Action] = Action.MISS_REPORT_BACK


@dataclass(frozen=True, slots=True, kw_only=True)
class MissUrge(Command):
    """Time: an urging was not answered."""

    action: ClassVar[Action] = Action.MISS_URGE


@dataclass(frozen=True, slots=True, kw_only=True)
class LapsePreservation(Command):
    """Time: no suit was brought within thirty days of a pre-suit preservation, which is lifted."""

    action: ClassVar[Action] = Action.LAPSE_PRESERVATION


@dataclass(frozen=True, slots=True, kw_only=True)
class RecomputeDeadlines(Command):
    """Time: the notices that decide about provisional last days are loaded, so they are computed anew."""

    action: ClassVar[Action] = Action.RECOMPUTE_DEADLINES


@dataclass(frozen=True, slots=True, kw_only=True)
class FallDue(Command):
    """Time: the day of an instalment passed. `term_id`: which; None for the one whose clock ends first."""

    action: ClassVar[Action] = Action.FALL_DUE
    term_id: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MissPerformance(Command):
    """Time: no performance was recorded after the day of an instalment. `term_id`: as of `FallDue`."""

    action: ClassVar[Action] = Action.MISS_PERFORMANCE
    term_id: UUID | None = None


BY_CLOCK: dict[str, type[Command]] = {
    "T01": MissChoice,
    "T02": MissAppointment,
    "T03": RunOverdue,
    "T04": MissContact,
    "T05": ExpireTerm,
    "T06": ExpireTerm,
    "T07": ExpireTerm,
    "T08": ExpireTerm,
    "T08S": ExpireTerm,
    "T10": PassLabourTerm,
    "T12": LapseConfirmation,
    "T13": MissApplicationDecision,
    "T14": MissConfirmationRuling,
    "T18": MissReview,
    "T19": MissOrderNotice,
    "T20": MissOrderDecision,
    "T21": MakeOrderEffective,
    "T22": EndUnservedOrder,
    "T23": DeemSuit,
    "T24": MissRegistrationDecision,
    "T27": LapsePreservation,
    "T31": ExpireTerm,
    "REPORT": EndUnreported,
    "FEEDBACK": MissReportBack,
    "URGE": MissUrge,
    "PERFORM": FallDue,
    "BREACH": MissPerformance,
}
"""What time does when the clock of a rule runs out; a step of a procedure is one of the newest of its kind."""
