"""Actions of the agreement and its performance."""

from decimal import Decimal
from typing import Any, Literal, TypeAlias
from uuid import UUID

from pydantic import Field, ValidationInfo, field_validator

from app.domain.lifecycle.states import SignerRole
from app.routers.schemas.common import (
    AgreementForm,
    AgreementSubject,
    DefaultClause,
    Flag,
    Id,
    LegalDate,
    Money,
    NoticeMeans,
    PerformanceMeans,
    ProcedureKind,
    Prose,
    Request,
    Sha256,
    Short,
    SignatureMeans,
    refused,
)
from app.routers.schemas.transitions.base import PARTIES_MAX, TERMS_MAX, Act, PartyIds, SomeParties

PLANNED_MAX = 20


class TermOfAgreement(Request):
    """One promise of an agreement."""

    payer_party_id: Id | None = None
    amount: Money | None = None
    due_on: LegalDate | None = None
    text: Prose
    account: Short | None = Field(default=None, description="To which account it is paid, or how it is handed over.")

    @field_validator("amount")
    @classmethod
    def _something_is_promised(cls, amount: Decimal | None) -> Decimal | None:
        if amount == 0:  # What is no payment has no amount.
            raise refused("out_of_range", expected="more than 0")
        return amount


class GuarantorOfAgreement(Request):
    """A party of the referral who stands surety 担保人."""

    party_id: Id
    consented: Flag = Field(description="Whether it consents itself; without that it is no guarantor.")


class AgreementText(Act):
    """What an agreement says; what is planned is checked before anybody signs."""

    terms: tuple[TermOfAgreement, ...] = Field(min_length=1, max_length=TERMS_MAX)
    guarantors: tuple[GuarantorOfAgreement, ...] = Field(
        default=(), max_length=PARTIES_MAX, description="They may sign for themselves and are not bound as parties are."
    )
    default_clause: DefaultClause = Field(default="none", description="What it says of a promise that is not kept.")
    planned: tuple[ProcedureKind, ...] = Field(
        default=(), max_length=PLANNED_MAX, description="What the parties mean to apply for with it."
    )
    subjects: tuple[AgreementSubject, ...] = Field(
        default=(), max_length=PLANNED_MAX, description="What it settles that no court confirms."
    )
    enforcement_promised: Flag = Field(
        default=False, description="Whether the debtor promises to accept enforcement, as notarisation needs."
    )
    signing_clause: Flag = Field(
        default=False,
        description="Whether it says that it is in force once signed; after filing the court records that.",
    )


class DraftAgreementRequest(AgreementText):
    """The agreement is written down and awaits signatures; an oral one is recorded by a mediator.

    Before a people's mediation committee an oral agreement is in force from the day on which it is reached, once the
    mediator has signed the record; before other bodies the parties sign it as well.
    """

    action: Literal["draft_agreement"]
    form: AgreementForm = "written"
    recorded_by: Id | None = Field(default=None, description="The mediator who recorded an oral agreement.")


_WITH_PARTY = frozenset({SignerRole.PARTY, SignerRole.GUARANTOR})


def _only_parties_have_one(party_id: UUID | None, info: ValidationInfo) -> UUID | None:
    if "role" in info.data and (info.data["role"] in _WITH_PARTY) != (party_id is not None):
        raise refused("required" if party_id is None else "inconsistent")
    return party_id


class SignRequest(Act):
    """One signature or seal is put to the agreement; `party_id` exactly where a party or a guarantor signs."""

    action: Literal["sign"]
    role: SignerRole
    party_id: Id | None = Field(default=None, validate_default=True)
    means: SignatureMeans = Field(description="How it was signed or sealed.")
    representative_id: Id | None = Field(
        default=None, description="Who signs for the party, with special authority; without it the party signs itself."
    )

    _checked = field_validator("party_id")(_only_parties_have_one)

    @field_validator("representative_id")
    @classmethod
    def _only_parties_are_represented(cls, representative_id: UUID | None, info: ValidationInfo) -> UUID | None:
        if representative_id is not None and info.data.get("role", SignerRole.PARTY) not in _WITH_PARTY:
            raise refused("inconsistent")
        return representative_id


class RefuseToSignRequest(Act):
    """A party will not sign 拒绝签署."""

    action: Literal["refuse_to_sign"]
    party_id: Id


def _of_one_instalment(value: Any, info: ValidationInfo) -> Any:
    if value is not None and info.data.get("term_id") is None:
        raise refused("inconsistent", beside="term_id")
    return value


class RecordPerformanceRequest(Act):
    """The agreement is fully performed; or, where `term_id` is given, one instalment or a part of it.

    An instalment is recorded on proof or with the other side's confirmation, and never beyond what is left of it.
    """

    action: Literal["record_performance"]
    term_id: Id | None = Field(default=None, description="The instalment, as in `GET …/performance`; null for all.")
    amount: Money | None = Field(default=None, description="Yuan; all that is left of the instalment if not given.")
    performed_on: LegalDate | None = Field(
        default=None, description="Day on which it was paid or done; the legal date of the record if not given."
    )
    payer_party_id: Id | None = Field(default=None, description="Who performed; whoever promised it if not given.")
    means: PerformanceMeans | None = None
    proof_sha256: Sha256 | None = Field(default=None, description="SHA-256 of the document that proves it.")
    confirmed_by: Id | None = Field(default=None, description="The party of the other side that confirmed it.")

    _one = field_validator("amount", "performed_on", "payer_party_id", "means", "proof_sha256", "confirmed_by")(
        _of_one_instalment
    )


class AmendAgreementRequest(AgreementText):
    """The parties have changed the agreement, and all who must sign have signed the new text 变更协议."""

    action: Literal["amend_agreement"]
    agreed_by: PartyIds = Field(description="Everybody whom the old text or the new one binds.")
    means: SignatureMeans = Field(description="How it was signed or sealed.")
    representative_ids: SomeParties = Field(
        default=(), description="Who signed for their parties, with special authority; the others signed themselves."
    )


class RepudiateAgreementRequest(Act):
    """After filing a party goes back on the agreement before it binds for good 反悔."""

    action: Literal["repudiate_agreement"]
    party_id: Id


class ServeAgreementRequest(Act):
    """The agreement was given to a party 送达."""

    action: Literal["serve_agreement"]
    party_id: Id
    means: NoticeMeans


class FileAgreementRequest(Act):
    """A copy of the agreement went to the court that referred 备案."""

    action: Literal["file_agreement"]


class RecordSigningClauseRequest(Act):
    """The court reviewed the clause by which signing puts the agreement in force, and put it on its record."""

    action: Literal["record_signing_clause"]


class ReportBreachRequest(Act):
    """A promise was not kept by its day 未履行."""

    action: Literal["report_breach"]
    party_id: Id = Field(description="Who owes it.")
    term_id: Id | None = Field(
        default=None, description="The instalment; all of that party that are past their day if not given."
    )


AgreementTransition: TypeAlias = (
    DraftAgreementRequest
    | SignRequest
    | RefuseToSignRequest
    | RecordPerformanceRequest
    | AmendAgreementRequest
    | ReportBreachRequest
    | RepudiateAgreementRequest
    | ServeAgreementRequest
    | FileAgreementRequest
    | RecordSigningClauseRequest
)
"""Everything that is done to an agreement and its performance."""
