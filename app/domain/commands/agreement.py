"""Commands of the agreement and its performance."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import ClassVar

from app.domain.commands.base import Command
from app.domain.lifecycle.states import Action, SignerRole
from app.domain.referral import PartyId


@dataclass(frozen=True, slots=True)
class NewTerm:
    """One promise to be written into an agreement."""

    payer_party_id: PartyId | None
    amount: Decimal | None
    due_on: date | None
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftAgreement(Command):
    """The agreement is written down and awaits signatures."""

    action: ClassVar[Action] = Action.DRAFT_AGREEMENT
    terms: tuple[NewTerm, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sign(Command):
    """One signature or seal is put to the agreement."""

    action: ClassVar[Action] = Action.SIGN
    role: SignerRole
    party_id: PartyId | None
    means: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RefuseToSign(Command):
    """A party will not sign 拒绝签署."""

    action: ClassVar[Action] = Action.REFUSE_TO_SIGN
    party_id: PartyId


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordPerformance(Command):
    """The agreement is fully performed."""

    action: ClassVar[Action] = Action.RECORD_PERFORMANCE


@dataclass(frozen=True, slots=True, kw_only=True)
class AmendAgreement(Command):
    """The parties have changed the agreement and all who must sign have signed the new text 变更协议."""

    action: ClassVar[Action] = Action.AMEND_AGREEMENT
    terms: tuple[NewTerm, ...]
    agreed_by: tuple[PartyId, ...]
    means: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportBreach(Command):
    """A promise was not kept by its day 未履行. `party_id`: who owes it."""

    action: ClassVar[Action] = Action.REPORT_BREACH
    party_id: PartyId
