"""Actions before and around the offer: consulting, offering, taking, handing back, calling off."""

from typing import Literal

from pydantic import Field

from app.routers.schemas.common import (
    CancelReason,
    ContactMeans,
    ContactResult,
    DeclineReason,
    HandBackReason,
    Id,
    Prose,
    ReturnReason,
)
from app.routers.schemas.transitions.base import Act, PartyIds


class ConsultPartiesRequest(Act):
    """Whoever has the application begins to ask the parties 征询意见."""

    action: Literal["consult"]


class RecordOpinionRequest(Act):
    """The court records what one party said when asked 征询意见."""

    action: Literal["record_opinion"]
    party_id: Id
    means: ContactMeans
    result: ContactResult
    statement: Prose | None = Field(default=None, description="Personal data: kept encrypted, in no event.")


class RecordChoiceRequest(Act):
    """The parties jointly choose an organisation 共同选择."""

    action: Literal["record_choice"]
    organisation_id: Id
    chosen_by: PartyIds


class DelegateAgainRequest(Act):
    """The court offers the referral to an organisation after consultation 委派."""

    action: Literal["delegate"]
    organisation_id: Id


class InviteAgainRequest(Act):
    """The court invites an organisation to help the judge: after consultation, or in another's place 邀请调解."""

    action: Literal["invite"]
    organisation_id: Id


class ReturnRequest(Act):
    """The court sends the application back 退回."""

    action: Literal["return"]
    reason: ReturnReason
    advice: Prose


class AcceptRequest(Act):
    """The organisation takes the referral 接受."""

    action: Literal["accept"]


class DeclineRequest(Act):
    """The organisation refuses in writing 不接受; it no longer sees the referral afterwards."""

    action: Literal["decline"]
    reason: DeclineReason
    explanation: Prose


class ReassignRequest(Act):
    """The court chooses another organisation 重新指定."""

    action: Literal["reassign"]
    organisation_id: Id


class TakeBackRequest(Act):
    """The court withdraws an offer that nobody has accepted 收回."""

    action: Literal["take_back"]


class CloseRequest(Act):
    """The court closes a referral that no organisation holds."""

    action: Literal["close"]


class HandBackRequest(Act):
    """The organisation gives an accepted referral back; it no longer sees the referral afterwards."""

    action: Literal["hand_back"]
    reason: HandBackReason
    explanation: Prose


class RequestCancelRequest(Act):
    """The court asks for an accepted referral to be called off."""

    action: Literal["request_cancel"]
    reason: CancelReason
    explanation: Prose | None = None


class ConfirmCancelRequest(Act):
    """The organisation agrees that the referral is called off; it no longer sees the referral afterwards."""

    action: Literal["confirm_cancel"]


class RefuseCancelRequest(Act):
    """The organisation goes on, and says why."""

    action: Literal["refuse_cancel"]
    explanation: Prose
