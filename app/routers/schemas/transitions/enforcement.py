"""The enforcement 执行: the creditor's application on an instrument, and the court's steps."""

from typing import Literal

from pydantic import Field

from app.routers.schemas.common import (
    EnforcementCourtGround,
    EnforcementDenialReason,
    EnforcementEndReason,
    EnforcementRefusalReason,
    Id,
    LegalDate,
    Money,
)
from app.routers.schemas.transitions.base import Act, PartyIds, ProcedureAct


class ApplyForEnforcementRequest(Act):
    """The creditor applies alone, after a breach 申请执行. Out of time is no refusal: the receipt warns."""

    action: Literal["apply_for_enforcement"]
    applicant_ids: PartyIds = Field(description="The creditors.")
    debtor_id: Id
    court_ground: EnforcementCourtGround
    basis_id: Id | None = Field(
        default=None,
        description="The procedure that gave the instrument: confirmation, statement, payment order, arbitration "
        "review or notarisation. Null for the only one in force. An agreement alone is not enforceable.",
    )
    amount: Money | None = Field(default=None, description="Money asked for, without what the law adds for delay.")
    court_id: Id | None = Field(
        default=None,
        description="Null for the court that made the instrument, or the referring one for other instruments.",
    )


class AcceptEnforcementRequest(ProcedureAct):
    """The court takes the application 执行立案."""

    action: Literal["accept_enforcement"]


class RefuseEnforcementRequest(ProcedureAct):
    """The court does not take the application 不予受理."""

    action: Literal["refuse_enforcement"]
    reason: EnforcementRefusalReason


class WithdrawEnforcementRequest(ProcedureAct):
    """The creditor withdraws before the court has taken the application."""

    action: Literal["withdraw_enforcement"]


class SettleEnforcementRequest(ProcedureAct):
    """The parties settle while it is enforced 执行和解; enforcement rests."""

    action: Literal["settle_enforcement"]
    perform_by: LegalDate | None = Field(default=None, description="Last day for performing the settlement, inclusive.")


class CloseEnforcementRoundRequest(ProcedureAct):
    """No property was found: the court closes this round 终结本次执行程序."""

    action: Literal["close_enforcement_round"]


class RestoreEnforcementRequest(ProcedureAct):
    """Enforcement goes on 恢复执行: property was found, or a settlement was not kept."""

    action: Literal["restore_enforcement"]


class CompleteEnforcementRequest(ProcedureAct):
    """All was enforced, or the settlement performed 执行完毕."""

    action: Literal["complete_enforcement"]


class EndEnforcementRequest(ProcedureAct):
    """The court ends it for good 终结执行."""

    action: Literal["end_enforcement"]
    reason: EnforcementEndReason


class DenyEnforcementRequest(ProcedureAct):
    """The court rules that the instrument is not enforced 不予执行, as when the debtor raised the time bar."""

    action: Literal["deny_enforcement"]
    reason: EnforcementDenialReason


EnforcementStep = (
    AcceptEnforcementRequest
    | RefuseEnforcementRequest
    | WithdrawEnforcementRequest
    | SettleEnforcementRequest
    | CloseEnforcementRoundRequest
    | RestoreEnforcementRequest
    | CompleteEnforcementRequest
    | EndEnforcementRequest
    | DenyEnforcementRequest
)
"""Every step of an open enforcement."""
