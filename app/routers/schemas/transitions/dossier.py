"""Actions of the dossier: what people record around a referral. Free words are personal data, kept encrypted."""

from typing import Any, Literal, Self
from uuid import UUID

from pydantic import ConfigDict, Field, ValidationInfo, field_validator, model_validator

from app.routers.schemas.case import (
    CaseNumberRequest,
    ClaimRequest,
    RepresentativeRequest,
    Sensitivities,
    dated_if_ordered,
)
from app.routers.schemas.common import (
    Address,
    BusinessStatus,
    BusinessStatusReason,
    ClaimOutcome,
    ConsentKind,
    DocumentWithdrawalReason,
    Flag,
    Id,
    IntakeSource,
    LegalDate,
    MaterialKind,
    MediaType,
    MessageTopic,
    Money,
    Name,
    Narrative,
    NoticeKind,
    NoticeMeans,
    NoticeResult,
    Priority,
    ProcedureType,
    Prose,
    ServiceAddressKind,
    Sha256,
    SubsidyPayer,
    UrgeTopic,
    refused,
    service_address,
)
from app.routers.schemas.transitions.base import Act, MaterialIds

MaterialSource = Literal["court", "organisation", "referring_body", "party"]


class AddCaseNumberRequest(Act, CaseNumberRequest):
    """One more number of the case."""

    action: Literal["add_case_number"]


class AddRepresentativeRequest(Act, RepresentativeRequest):
    """Somebody acts for a party."""

    action: Literal["add_representative"]
    party_id: Id


class EndRepresentativeRequest(Act):
    """A representative no longer acts."""

    action: Literal["end_representative"]
    representative_id: Id


class AddClaimRequest(Act, ClaimRequest):
    """One more claim of a party."""

    action: Literal["add_claim"]
    party_id: Id


class SettleClaimRequest(Act):
    """What became of one claim."""

    action: Literal["settle_claim"]
    claim_id: Id
    outcome: ClaimOutcome
    amount: Money | None = Field(default=None, description="What was agreed on it.")


class RecordConsentRequest(Act):
    """One party gives or takes back its word on one matter, on the day of `occurred_on`."""

    action: Literal["record_consent"]
    party_id: Id
    kind: ConsentKind
    given: Flag


class RecordServiceAddressRequest(Act):
    """A confirmed address for service 送达地址确认书; the latest of a party and kind stands."""

    action: Literal["record_service_address"]
    party_id: Id
    kind: ServiceAddressKind
    address: Address = Field(
        description="With `sms` a telephone number; with `electronic` an e-mail address where it holds an @."
    )

    _checked = field_validator("address")(service_address)


def _only_of_parties(party_id: UUID | None, info: ValidationInfo) -> UUID | None:
    source = info.data.get("source")
    if source is not None and (source == "party") != (party_id is not None):
        raise refused("required" if party_id is None else "inconsistent")
    return party_id


def _asked_or_said(material_id: UUID | None, info: ValidationInfo) -> UUID | None:
    for name in ("kind", "source"):
        if material_id is None and info.data.get(name, "") is None:
            raise refused("required", beside=name)
    return material_id


class RequestMaterialsRequest(Act):
    """Something is asked for; `party_id` exactly where a party is to bring it."""

    action: Literal["request_materials"]
    kind: MaterialKind
    source: MaterialSource = Field(description="Who is to bring it.")
    party_id: Id | None = Field(default=None, validate_default=True)
    due_on: LegalDate | None = None
    title: Name | None = None

    _checked = field_validator("party_id")(_only_of_parties)


class SupplyMaterialsRequest(Act):
    """Something is handed in, on request or unasked; `party_id` exactly where a party brought it.

    On request, kind, source and party are those that were asked for and need not be given again.
    """

    action: Literal["supply_materials"]
    kind: MaterialKind | None = Field(default=None, description="Required without `material_id`.")
    source: MaterialSource | None = Field(default=None, description="Who brought it; required without `material_id`.")
    party_id: Id | None = Field(default=None, validate_default=True)
    material_id: Id | None = Field(default=None, validate_default=True, description="The request that it answers.")
    title: Name | None = None
    sha256: Sha256 | None = Field(default=None, description="Of the file, in lower-case hex; the file lies elsewhere.")
    media_type: MediaType | None = None

    _checked = field_validator("party_id")(_only_of_parties)
    _asked = field_validator("material_id")(_asked_or_said)


class AcknowledgeMaterialsRequest(Act):
    """Receipt of supplied materials 收讫."""

    action: Literal["acknowledge_materials"]
    material_ids: MaterialIds


class SendNoticeRequest(Act):
    """A notice went to a party."""

    action: Literal["send_notice"]
    party_id: Id
    kind: NoticeKind
    means: NoticeMeans
    session_id: Id | None = Field(default=None, description="The session that it is about.")


class RecordNoticeResultRequest(Act):
    """What became of a notice."""

    action: Literal["record_notice_result"]
    notice_id: Id
    result: NoticeResult


class SendMessageRequest(Act):
    """A message between court, organisation and referring body."""

    action: Literal["send_message"]
    topic: MessageTopic
    text: Prose
    reply_to: Id | None = Field(default=None, description="The message that it answers.")


class UrgeRequest(Act):
    """The court or referring body presses for something 催办."""

    action: Literal["urge"]
    topic: UrgeTopic
    text: Prose | None = None
    reply_by: LegalDate | None = Field(default=None, description="Last day for the answer, if not the usual one.")


class AnswerUrgeRequest(Act):
    """The organisation answers an urging."""

    action: Literal["answer_urge"]
    urge_id: Id
    text: Prose


_AMENDABLE = (
    "filed_on",
    "procedure_type",
    "claim_amount",
    "preservation",
    "preserved_on",
    "priority",
    "sensitivities",
    "intake_source",
    "subsidy_payer",
    "arbitration",
    "clerk",
    "judge",
    "facts_and_reasons",
)


def _something(schema: dict[str, Any]) -> None:
    schema["anyOf"] = [{"required": [name]} for name in _AMENDABLE]


class AmendRequest(Act):
    """Particulars of the referral are put right; what is not given, or null, stays as it is."""

    model_config = ConfigDict(json_schema_extra=_something)

    action: Literal["amend"]
    filed_on: LegalDate | None = None
    procedure_type: ProcedureType | None = None
    claim_amount: Money | None = None
    preservation: Flag | None = None
    preserved_on: LegalDate | None = None
    priority: Priority | None = None
    sensitivities: Sensitivities | None = None
    intake_source: IntakeSource | None = None
    subsidy_payer: SubsidyPayer | None = None
    arbitration: Literal["arbitrated", "wage_iou"] | None = None
    clerk: Name | None = None
    judge: Name | None = None
    facts_and_reasons: Narrative | None = None

    _ordered = field_validator("preserved_on")(dated_if_ordered)

    @model_validator(mode="after")
    def _changes_something(self) -> Self:
        if all(getattr(self, name) is None for name in _AMENDABLE):
            raise refused("required", expected=", ".join(_AMENDABLE))
        return self


class SetBusinessStatusRequest(Act):
    """What happens just now, beside the legal state."""

    action: Literal["set_business_status"]
    status: BusinessStatus
    reason: BusinessStatusReason | None = None


class JoinSeriesRequest(Act):
    """The referral is handled with others 纳入系列案."""

    action: Literal["join_series"]
    series_id: Id


class LeaveSeriesRequest(Act):
    """The referral is handled on its own again."""

    action: Literal["leave_series"]


class WithdrawDocumentRequest(Act):
    """A document was put in error; it stays and is marked. Whoever put it withdraws it."""

    action: Literal["withdraw_document"]
    document_id: Id
    reason: DocumentWithdrawalReason
