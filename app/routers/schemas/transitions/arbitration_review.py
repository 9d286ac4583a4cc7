"""The arbitration review 仲裁审查: the joint application, and what the commission did."""

from typing import Literal

from app.routers.schemas.common import Id, NoticeMeans, ReviewNotAcceptReason, ReviewRefusalReason
from app.routers.schemas.transitions.base import Act, PartyIds, ProcedureAct


class ApplyForArbitrationReviewRequest(Act):
    """Both parties apply to the labour arbitration commission 共同申请仲裁审查."""

    action: Literal["apply_for_arbitration_review"]
    applicant_ids: PartyIds


class AcceptReviewRequest(ProcedureAct):
    """The commission accepts the application."""

    action: Literal["accept_review"]


class RefuseReviewRequest(ProcedureAct):
    """The commission does not accept the application 不予受理."""

    action: Literal["refuse_review"]
    reason: ReviewNotAcceptReason


class WithdrawReviewRequest(ProcedureAct):
    """The parties withdraw the application."""

    action: Literal["withdraw_review"]


class MakeReviewStatementRequest(ProcedureAct):
    """The commission makes a mediation statement of the agreement 制作调解书."""

    action: Literal["make_review_statement"]


class RefuseReviewStatementRequest(ProcedureAct):
    """The commission makes no statement."""

    action: Literal["refuse_review_statement"]
    reason: ReviewRefusalReason


class RecordReviewReceiptRequest(ProcedureAct):
    """One party has signed for the commission's statement 签收; the last signature gives it effect."""

    action: Literal["record_review_receipt"]
    party_id: Id
    means: NoticeMeans
