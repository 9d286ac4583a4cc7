"""Commands of an arbitration review 仲裁审查. The commission is no tenant: the organisation records what it did."""

from dataclasses import dataclass
from typing import ClassVar

from app.domain.commands.base import Command
from app.domain.commands.procedures import ProcedureCommand
from app.domain.lifecycle.states import Action
from app.domain.referral import PartyId


@dataclass(frozen=True, slots=True, kw_only=True)
class ApplyForArbitrationReview(Command):
    """Both parties apply to the labour arbitration commission 共同申请仲裁审查."""

    action: ClassVar[Action] = Action.APPLY_FOR_ARBITRATION_REVIEW
    applicant_ids: tuple[PartyId, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AcceptReview(ProcedureCommand):
    """The commission accepts the application."""

    action: ClassVar[Action] = Action.ACCEPT_REVIEW


@dataclass(frozen=True, slots=True, kw_only=True)
class RefuseReview(ProcedureCommand):
    """The commission does not accept it, reason of list `review_not_accept_reason`."""

    action: ClassVar[Action] = Action.REFUSE_REVIEW


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawReview(ProcedureCommand):
    """The parties withdraw the application."""

    action: ClassVar[Action] = Action.WITHDRAW_REVIEW


@dataclass(frozen=True, slots=True, kw_only=True)
class MakeReviewStatement(ProcedureCommand):
    """The commission makes a mediation statement with the content of the agreement."""

    action: ClassVar[Action] = Action.MAKE_REVIEW_STATEMENT


@dataclass(frozen=True, slots=True, kw_only=True)
class RefuseReviewStatement(ProcedureCommand):
    """The commission makes none, reason of list `review_refusal_reason`."""

    action: ClassVar[Action] = Action.REFUSE_REVIEW_STATEMENT


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordReviewReceipt(ProcedureCommand):
    """One party has signed for the commission's statement; the last signature gives it effect."""

    action: ClassVar[Action] = Action.RECORD_REVIEW_RECEIPT
    party_id: PartyId
    means: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MissReview(ProcedureCommand):
    """Time: the review was not finished in time."""

    action: ClassVar[Action] = Action.MISS_REVIEW


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtendArbitrationReview(ProcedureCommand):
    """The commission's director gives the review more days 延长审查, once; how many is a setting."""

    action: ClassVar[Action] = Action.EXTEND_ARBITRATION_REVIEW
