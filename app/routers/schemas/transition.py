"""Everything that a tenant can do to a referral or procedure, one named model an action.

A model says what is well-formed. Whether the action is possible here and now is the lifecycle's to decide.
"""

from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field, ValidationInfo, field_validator

from app.domain.lifecycle.states import EndReason, Route, SignerRole
from app.routers.schemas.common import (
    CaseNumberText,
    ContactMeans,
    ContactResult,
    DeclineReason,
    Flag,
    Id,
    Identifier,
    IdType,
    LegalDate,
    Money,
    NotAcceptReason,
    Prose,
    RegistrationRefusalReason,
    RejectReason,
    Request,
    ReturnReason,
    SessionMode,
    SignatureMeans,
    checked_identity,
    refused,
)

PARTIES_MAX = 200
TERMS_MAX = 100

PartyIds = Annotated[tuple[Id, ...], Field(min_length=1, max_length=PARTIES_MAX)]


class OnBehalfOf(Request):
    """Whom the tenant acts for; recorded, and never widens what it may do."""

    role: Literal["party", "representative", "mediator", "judge", "staff"]
    id: Id | None = Field(default=None, description="The party or mediator, where there is one.")


class Act(Request):
    """What every action has."""

    occurred_on: LegalDate | None = Field(
        default=None,
        description="Legal date on which it happened, today if not given; never before the fact that it follows.",
    )
    on_behalf_of: OnBehalfOf | None = None


class RecordOpinionRequest(Act):
    """The court records what one party said when asked 征询意见."""

    action: Literal["record_opinion"]
    party_id: Id
    means: ContactMeans
    result: ContactResult
    statement: Prose | None = Field(default=None, description="Personal data: kept encrypted, in no event.")


class DelegateAgainRequest(Act):
    """The court offers the referral to an organisation after consultation 委派."""

    action: Literal["delegate"]
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


class ReceiveMaterialsRequest(Act):
    """The organisation signs for the court's materials 材料签收."""

    action: Literal["receive_materials"]


class AssignMediatorRequest(Act):
    """The organisation names a mediator of its roster; the first is the lead."""

    action: Literal["assign_mediator"]
    mediator_id: Id


class ContactPartyRequest(Act):
    """The organisation tried to reach one party."""

    action: Literal["contact_party"]
    party_id: Id
    means: ContactMeans
    result: ContactResult
    statement: Prose | None = Field(default=None, description="Personal data: kept encrypted, in no event.")


class IdentityCheck(Request):
    """A document that was checked; the number is kept encrypted."""

    party_id: Id
    id_type: IdType
    id_number: Identifier

    _checked = field_validator("id_number")(checked_identity)


def _each_party_once(checks: tuple[IdentityCheck, ...]) -> tuple[IdentityCheck, ...]:
    if len({check.party_id for check in checks}) != len(checks):
        raise refused("not_unique")
    return checks


class StartRequest(Act):
    """Mediation begins: identities checked, notices given, service address form offered."""

    action: Literal["start"]
    rights_notice_given: Flag
    sham_warning_given: Flag
    service_address_form: Flag
    identities: tuple[IdentityCheck, ...] = Field(default=(), max_length=PARTIES_MAX)

    _checked = field_validator("identities")(_each_party_once)


class ScheduleSessionRequest(Act):
    """A session is set for a day."""

    action: Literal["schedule_session"]
    scheduled_on: LegalDate
    mode: SessionMode


class HoldSessionRequest(Act):
    """A scheduled session took place."""

    action: Literal["hold_session"]
    session_id: Id


class MissSessionRequest(Act):
    """A scheduled session did not take place because somebody stayed away."""

    action: Literal["miss_session"]
    session_id: Id
    absent_party_ids: PartyIds


class BeginAppraisalRequest(Act):
    """An appraisal is entrusted 诉前鉴定; its days do not count."""

    action: Literal["begin_appraisal"]
    agreed_by: PartyIds


class EndAppraisalRequest(Act):
    """The appraisal report is in."""

    action: Literal["end_appraisal"]


class ExtendTermRequest(Act):
    """All parties agree to a later end of the term."""

    action: Literal["extend_term"]
    until: LegalDate = Field(description="New last day, before it is moved off rest days.")
    agreed_by: PartyIds


class EndRequest(Act):
    """Mediation is over, for one of the statutory reasons."""

    action: Literal["end"]
    reason: EndReason
    partial: Flag = Field(default=False, description="True with an agreement on part of the claims.")


class ReportResultRequest(Act):
    """The end report; it closes the mediation region."""

    action: Literal["report_result"]
    route: Route | None = Field(default=None, description="The way on, where claims stay open.")


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
        raise refused("inconsistent")
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


class ApplyForConfirmationRequest(Act):
    """The parties apply together for judicial confirmation 共同申请司法确认."""

    action: Literal["apply_for_confirmation"]
    applicant_ids: PartyIds


class HandOverRequest(Act):
    """Complaint and materials go to the court for registration 转立案."""

    action: Literal["hand_over"]


class ProcedureAct(Act):
    """What every step of a procedure has."""

    case_number: CaseNumberText | None = Field(default=None, description="Number of the case at the court 案号.")


class AcceptApplicationRequest(ProcedureAct):
    """The court accepts the application for review."""

    action: Literal["accept_application"]


class RefuseApplicationRequest(ProcedureAct):
    """The court does not accept the application 不予受理."""

    action: Literal["refuse_application"]
    reason: NotAcceptReason


class WithdrawApplicationRequest(ProcedureAct):
    """The parties withdraw the application before the ruling."""

    action: Literal["withdraw_application"]


class ConfirmAgreementRequest(ProcedureAct):
    """The court rules the agreement valid 裁定有效."""

    action: Literal["confirm_agreement"]


class RejectConfirmationRequest(ProcedureAct):
    """The court rejects the application 裁定驳回."""

    action: Literal["reject_confirmation"]
    reason: RejectReason


class RegisterCaseRequest(ProcedureAct):
    """The court registers the case 立案."""

    action: Literal["register_case"]


class RefuseRegistrationRequest(ProcedureAct):
    """The court does not register the case 不予立案."""

    action: Literal["refuse_registration"]
    reason: RegistrationRefusalReason


ReferralTransition = Annotated[
    RecordOpinionRequest
    | DelegateAgainRequest
    | ReturnRequest
    | AcceptRequest
    | DeclineRequest
    | ReassignRequest
    | TakeBackRequest
    | CloseRequest
    | ReceiveMaterialsRequest
    | AssignMediatorRequest
    | ContactPartyRequest
    | StartRequest
    | ScheduleSessionRequest
    | HoldSessionRequest
    | MissSessionRequest
    | BeginAppraisalRequest
    | EndAppraisalRequest
    | ExtendTermRequest
    | EndRequest
    | ReportResultRequest
    | DraftAgreementRequest
    | SignRequest
    | RefuseToSignRequest
    | RecordPerformanceRequest
    | ApplyForConfirmationRequest
    | HandOverRequest,
    Field(discriminator="action"),
]

ProcedureTransition = Annotated[
    AcceptApplicationRequest
    | RefuseApplicationRequest
    | WithdrawApplicationRequest
    | ConfirmAgreementRequest
    | RejectConfirmationRequest
    | RegisterCaseRequest
    | RefuseRegistrationRequest,
    Field(discriminator="action"),
]
