"""Commands of a judicial confirmation beside application and ruling: corrections, and objections to the ruling."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from app.domain.commands.procedures import ProcedureCommand
from app.domain.lifecycle.states import Action
from app.domain.referral import PartyId


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestCorrection(ProcedureCommand):
    """The court asks for what is missing, by a day 限期补正."""

    action: ClassVar[Action] = Action.REQUEST_CORRECTION
    reply_by: date


@dataclass(frozen=True, slots=True, kw_only=True)
class GiveCorrection(ProcedureCommand):
    """The parties have handed in what was missing 补正."""

    action: ClassVar[Action] = Action.GIVE_CORRECTION


@dataclass(frozen=True, slots=True, kw_only=True)
class DeemApplicationWithdrawn(ProcedureCommand):
    """The court takes the application as withdrawn, reason of list `deemed_withdrawal_reason` 按撤回申请处理."""

    action: ClassVar[Action] = Action.DEEM_APPLICATION_WITHDRAWN


@dataclass(frozen=True, slots=True, kw_only=True)
class ObjectToConfirmation(ProcedureCommand):
    """Somebody objects to the ruling 异议.

    Attributes:
        party_id: The party; None for an interested third party 利害关系人, who is no party here and is not named.
        since: Day on which the party received the ruling, or on which the third party knew or should have known.
    """

    action: ClassVar[Action] = Action.OBJECT_TO_CONFIRMATION
    party_id: PartyId | None = None
    since: date


@dataclass(frozen=True, slots=True, kw_only=True)
class DismissObjection(ProcedureCommand):
    """The court finds the objection unfounded; the ruling stands."""

    action: ClassVar[Action] = Action.DISMISS_OBJECTION


@dataclass(frozen=True, slots=True, kw_only=True)
class RevokeConfirmation(ProcedureCommand):
    """The court finds the objection founded and revokes the ruling, wholly or in part."""

    action: ClassVar[Action] = Action.REVOKE_CONFIRMATION


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtendConfirmationReview(ProcedureCommand):
    """The court's president gives the review more time 院长批准延长, until a day."""

    action: ClassVar[Action] = Action.EXTEND_CONFIRMATION_REVIEW
    until: date


@dataclass(frozen=True, slots=True, kw_only=True)
class MissApplicationDecision(ProcedureCommand):
    """Time: nobody decided in time whether the application is accepted."""

    action: ClassVar[Action] = Action.MISS_APPLICATION_DECISION


@dataclass(frozen=True, slots=True, kw_only=True)
class MissConfirmationRuling(ProcedureCommand):
    """Time: the confirmation was not ruled on in time."""

    action: ClassVar[Action] = Action.MISS_CONFIRMATION_RULING
