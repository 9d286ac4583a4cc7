"""Commands around the decision on filing: corrections of the complaint, and the end of the court's seven days."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from app.domain.commands.procedures import ProcedureCommand
from app.domain.lifecycle.states import Action


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestFilingCorrection(ProcedureCommand):
    """The court asks for what the complaint lacks, by a day 限期补正."""

    action: ClassVar[Action] = Action.REQUEST_FILING_CORRECTION
    reply_by: date


@dataclass(frozen=True, slots=True, kw_only=True)
class GiveFilingCorrection(ProcedureCommand):
    """What was missing is with the court; the seven days begin anew."""

    action: ClassVar[Action] = Action.GIVE_FILING_CORRECTION


@dataclass(frozen=True, slots=True, kw_only=True)
class MissRegistrationDecision(ProcedureCommand):
    """Time: nobody decided in time whether the case is registered."""

    action: ClassVar[Action] = Action.MISS_REGISTRATION_DECISION
