"""Corrections of what was handed in, and time given to reviews, beside those of a judicial confirmation."""

from typing import Literal

from pydantic import Field

from app.routers.schemas.common import LegalDate
from app.routers.schemas.transitions.base import ProcedureAct


class RequestOrderCorrectionRequest(ProcedureAct):
    """The court asks for what an application for a payment order lacks 限期补正."""

    action: Literal["request_order_correction"]
    reply_by: LegalDate = Field(description="Last day for handing it in, inclusive.")


class GiveOrderCorrectionRequest(ProcedureAct):
    """The creditor has handed it in; the five days for the notice begin anew."""

    action: Literal["give_order_correction"]


class RequestFilingCorrectionRequest(ProcedureAct):
    """The court asks for what a complaint lacks 限期补正."""

    action: Literal["request_filing_correction"]
    reply_by: LegalDate = Field(description="Last day for handing it in, inclusive.")


class GiveFilingCorrectionRequest(ProcedureAct):
    """It is with the court; the seven days for the decision begin anew."""

    action: Literal["give_filing_correction"]


class ExtendArbitrationReviewRequest(ProcedureAct):
    """The director of the arbitration commission gives the review more days, once 延长审查."""

    action: Literal["extend_arbitration_review"]


class ExtendConfirmationReviewRequest(ProcedureAct):
    """The court's president gives the review more time 院长批准延长."""

    action: Literal["extend_confirmation_review"]
    until: LegalDate = Field(description="New last day, inclusive; it moves off rest days.")


Correction = (
    RequestOrderCorrectionRequest
    | GiveOrderCorrectionRequest
    | RequestFilingCorrectionRequest
    | GiveFilingCorrectionRequest
    | ExtendArbitrationReviewRequest
    | ExtendConfirmationReviewRequest
)
"""Every one of them."""
