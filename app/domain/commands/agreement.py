"""Commands of the agreement and its performance."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import ClassVar
from uuid import UUID

from app.domain.commands.base import Command
from app.domain.lifecycle.states import Action, SignerRole
from app.domain.referral import MediatorId, PartyId


@dataclass(frozen=True, slots=True)
class NewTerm:
    """One promise to be written into an agreement."""

    payer_party_id: PartyId | None
    amount: Decimal | None
    due_on: date | None
    text: str
    account: str | None = None


@dataclass(frozen=True, slots=True)
class Guarantor:
    """A party who stands surety, and whether it consents itself."""

    party_id: PartyId
    consented: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementText(Command):
    """What an agreement says, whether it is the first text or an amended one; see `Agreement`."""

    terms: tuple[NewTerm, ...]
    guarantors: tuple[Guarantor, ...] = ()
    default_clause: str = "none"
    planned: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    enforcement_promised: bool = False
    signing_clause: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftAgreement(AgreementText):
    """The agreement is written down and awaits signatures; an oral one is recorded by a mediator."""

    action: ClassVar[Action] = Action.DRAFT_AGREEMENT
    form: str = "written"
    recorded_by: MediatorId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sign(Command):
    """One signature or seal is put to the agreement. `representative_id`: who signed for the party, None for itself."""

    action: ClassVar[Action] = Action.SIGN
    role: SignerRole
    party_id: PartyId | None
    means: str
    representative_id: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RefuseToSign(Command):
    """A party will not sign 拒绝签署."""

    action: ClassVar[Action] = Action.REFUSE_TO_SIGN
    party_id: PartyId


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordPerformance(Command):
    """The agreement is fully performed; or, where `term_id` names one, an instalment or a part of it.

    Attributes:
        amount: Yuan; None for all that is still owed of the instalment.
        performed_on: Day on which it was paid or done; None for the legal date of the record.
        payer_party_id: Who performed; None for whoever promised.
        means: Code of list `performance_means`, or None.
        proof_sha256: Hash of the document that proves it.
        confirmed_by: The party of the other side that confirms it.
    """

    action: ClassVar[Action] = Action.RECORD_PERFORMANCE
    term_id: UUID | None = None
    amount: Decimal | None = None
    performed_on: date | None = None
    payer_party_id: PartyId | None = None
    means: str | None = None
    proof_sha256: str | None = None
    confirmed_by: PartyId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AmendAgreement(AgreementText):
    """The parties have changed the agreement and all who must sign have signed the new text 变更协议.

    Attributes:
        representative_ids: Who signed for their parties; the others signed themselves.
    """

    action: ClassVar[Action] = Action.AMEND_AGREEMENT
    agreed_by: tuple[PartyId, ...]
    means: str
    representative_ids: tuple[UUID, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RepudiateAgreement(Command):
    """After filing a party goes back on the agreement before it binds for good 反悔."""

    action: ClassVar[Action] = Action.REPUDIATE_AGREEMENT
    party_id: PartyId


@dataclass(frozen=True, slots=True, kw_only=True)
class ServeAgreement(Command):
    """The agreement was given to a party 送达."""

    action: ClassVar[Action] = Action.SERVE_AGREEMENT
    party_id: PartyId
    means: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FileAgreement(Command):
    """A copy of the agreement went to the court that referred 备案."""

    action: ClassVar[Action] = Action.FILE_AGREEMENT


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportBreach(Command):
    """A promise was not kept by its day 未履行. `party_id`: who owes it; `term_id`: which, if not all that are over."""

    action: ClassVar[Action] = Action.REPORT_BREACH
    party_id: PartyId
    term_id: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordSigningClause(Command):
    """The court has reviewed a clause by which the agreement is in force when signed, and put it on its record."""

    action: ClassVar[Action] = Action.RECORD_SIGNING_CLAUSE
