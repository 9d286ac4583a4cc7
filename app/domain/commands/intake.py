"""Commands before and around the offer: submitting, consulting, offering, taking, handing back, calling off."""

from dataclasses import dataclass
from typing import ClassVar

from app.domain.commands.base import Command
from app.domain.lifecycle.states import Action
from app.domain.referral import PartyId
from app.domain.registry_facts import ChannelFacts, OrganisationFacts


@dataclass(frozen=True, slots=True, kw_only=True)
class Submit(Command):
    """An application comes in 申请: to the court on its platform, or to the organisation itself."""

    action: ClassVar[Action] = Action.SUBMIT


@dataclass(frozen=True, slots=True, kw_only=True)
class Consult(Command):
    """Open a referral whose parties are still to be asked 征询意见."""

    action: ClassVar[Action] = Action.CONSULT


@dataclass(frozen=True, slots=True, kw_only=True)
class Delegate(Command):
    """Hand the dispute to an organisation 委派."""

    action: ClassVar[Action] = Action.DELEGATE
    organisation: OrganisationFacts
    channel: ChannelFacts | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Invite(Command):
    """A judge invites an organisation to help mediate a case 邀请调解; it is bound to help (CPL 98)."""

    action: ClassVar[Action] = Action.INVITE
    organisation: OrganisationFacts


@dataclass(frozen=True, slots=True, kw_only=True)
class Reassign(Command):
    """Choose another organisation 重新指定."""

    action: ClassVar[Action] = Action.REASSIGN
    organisation: OrganisationFacts
    channel: ChannelFacts | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordOpinion(Command):
    """What one party said when the court asked. `result` is a code of list `contact_result`."""

    action: ClassVar[Action] = Action.RECORD_OPINION
    party_id: PartyId
    means: str
    result: str
    statement: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordChoice(Command):
    """The parties jointly choose an organisation 共同选择."""

    action: ClassVar[Action] = Action.RECORD_CHOICE
    organisation: OrganisationFacts
    chosen_by: tuple[PartyId, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Return(Command):
    """Send the application back 退回, with a reason of list `return_reason` and advice to the party."""

    action: ClassVar[Action] = Action.RETURN
    reason: str
    advice: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Accept(Command):
    """The organisation takes the referral 接受."""

    action: ClassVar[Action] = Action.ACCEPT
    organisation: OrganisationFacts


@dataclass(frozen=True, slots=True, kw_only=True)
class Decline(Command):
    """The organisation refuses in writing, with a reason of list `decline_reason`."""

    action: ClassVar[Action] = Action.DECLINE
    reason: str
    explanation: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeBack(Command):
    """The court withdraws an offer that nobody has accepted 收回."""

    action: ClassVar[Action] = Action.TAKE_BACK


@dataclass(frozen=True, slots=True, kw_only=True)
class Close(Command):
    """The court closes a referral that no organisation holds."""

    action: ClassVar[Action] = Action.CLOSE


@dataclass(frozen=True, slots=True, kw_only=True)
class HandBack(Command):
    """The organisation gives an accepted referral back 退回, reason of list `hand_back_reason`."""

    action: ClassVar[Action] = Action.HAND_BACK
    reason: str
    explanation: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestCancel(Command):
    """The court asks for an accepted referral to be called off, reason of list `cancel_reason`."""

    action: ClassVar[Action] = Action.REQUEST_CANCEL
    reason: str
    explanation: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfirmCancel(Command):
    """The organisation agrees that the referral is called off."""

    action: ClassVar[Action] = Action.CONFIRM_CANCEL


@dataclass(frozen=True, slots=True, kw_only=True)
class RefuseCancel(Command):
    """The organisation goes on, and says why."""

    action: ClassVar[Action] = Action.REFUSE_CANCEL
    explanation: str
