"""Steps of a judicial confirmation beside application and ruling: corrections, deemed withdrawal, objections."""

from typing import Literal

from pydantic import Field

from app.routers.schemas.common import DeemedWithdrawalReason, Id, LegalDate
from app.routers.schemas.transitions.base import ProcedureAct


class RequestCorrectionRequest(ProcedureAct):
    """The court asks for what is missing, by a day 限期补正; before acceptance, or while it reviews."""

    action: Literal["request_correction"]
    reply_by: LegalDate = Field(description="Last day for handing it in, inclusive.")


class GiveCorrectionRequest(ProcedureAct):
    """What was missing has been handed in 补正."""

    action: Literal["give_correction"]


class DeemApplicationWithdrawnRequest(ProcedureAct):
    """The court takes the application as withdrawn 按撤回申请处理."""

    action: Literal["deem_application_withdrawn"]
    reason: DeemedWithdrawalReason


class ObjectToConfirmationRequest(ProcedureAct):
    """Somebody objects to the ruling 异议: a party within fifteen days, an interested third party within six months."""

    action: Literal["object_to_confirmation"]
    party_id: Id | None = Field(
        default=None, description="The party that objects; left out for an interested third party 利害关系人."
    )
    since: LegalDate = Field(
        description="Day on which the party received the ruling, or the third party knew or should have known."
    )


class DismissObjectionRequest(ProcedureAct):
    """The court finds the objection unfounded; the ruling stands."""

    action: Literal["dismiss_objection"]


class RevokeConfirmationRequest(ProcedureAct):
    """The court finds the objection founded and revokes the ruling 撤销裁定."""

    action: Literal["revoke_confirmation"]
