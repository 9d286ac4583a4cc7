"""Actions of the agreement and its performance."""

from typing import Literal
from uuid import UUID

from pydantic import Field, ValidationInfo, field_validator

from app.domain.lifecycle.states import SignerRole
from app.routers.schemas.common import Id, LegalDate, Money, Prose, Request, SignatureMeans, refused
from app.routers.schemas.transitions.base import TERMS_MAX, Act, PartyIds


class TermOfAgreement(Request):
    """One promise of an agreement."""

    payer_party_id: Id | None = None
    amount: Money | None = None
    due_on: LegalDate | None = None
    text: Prose


class DraftAgreementRequest(Act):
    """The agreement is written down and awaits signatures."""

    action: Literal["draft_agreement"]
    terms: tuple[TermOfAgreement, ...] = Field(min_length=1, max_length=TERMS_MAX)


def _only_parties_have_one(party_id: UUID | None, info: ValidationInfo) -> UUID | None:
    if "role" in info.data and (info.data["role"] is SignerRole.PARTY) != (party_id is not None):
        raise refused("required" if party_id is None else "inconsistent")
    return party_id


class SignRequest(Act):
    """One signature or seal is put to the agreement; `party_id` exactly where a party signs."""

    action: Literal["sign"]
    role: SignerRole
    party_id: Id | None = Field(default=None, validate_default=True)
    means: SignatureMeans = Field(description="How it was signed or sealed.")

    _checked = field_validator("party_id")(_only_parties_have_one)


class RefuseToSignRequest(Act):
    """A party will not sign 拒绝签署."""

    action: Literal["refuse_to_sign"]
    party_id: Id


class RecordPerformanceRequest(Act):
    """The agreement is fully performed."""

    action: Literal["record_performance"]


class AmendAgreementRequest(Act):
    """The parties have changed the agreement, and all who must sign have signed the new text 变更协议."""

    action: Literal["amend_agreement"]
    terms: tuple[TermOfAgreement, ...] = Field(min_length=1, max_length=TERMS_MAX)
    agreed_by: PartyIds = Field(description="Everybody whom the old text or the new one binds.")
    means: SignatureMeans = Field(description="How it was signed or sealed.")


class ReportBreachRequest(Act):
    """A promise was not kept by its day 未履行."""

    action: Literal["report_breach"]
    party_id: Id = Field(description="Who owes it.")
