"""Everything that a tenant can do to a referral or procedure, one named model an action.

A model says what is well-formed. Whether the action is possible here and now is the lifecycle's to decide.
"""

from typing import Annotated

from pydantic import Field

from app.routers.schemas.transitions.agreement import (
    AgreementText,
    AgreementTransition,
    AmendAgreementRequest,
    DraftAgreementRequest,
    FileAgreementRequest,
    RecordPerformanceRequest,
    RecordSigningClauseRequest,
    RefuseToSignRequest,
    ReportBreachRequest,
    RepudiateAgreementRequest,
    ServeAgreementRequest,
    SignRequest,
    TermOfAgreement,
)
from app.routers.schemas.transitions.arbitration_review import ApplyForArbitrationReviewRequest
from app.routers.schemas.transitions.base import PARTIES_MAX, Act, OnBehalfOf, ProcedureAct
from app.routers.schemas.transitions.conflicts import ConflictAct
from app.routers.schemas.transitions.dispatch import DispatchAct
from app.routers.schemas.transitions.dossier import (
    AcknowledgeMaterialsRequest,
    AddCaseNumberRequest,
    AddClaimRequest,
    AddRepresentativeRequest,
    AmendRequest,
    AnswerUrgeRequest,
    EndRepresentativeRequest,
    JoinSeriesRequest,
    LeaveSeriesRequest,
    MaterialSource,
    RecordConsentRequest,
    RecordNoticeResultRequest,
    RecordServiceAddressRequest,
    RequestMaterialsRequest,
    SendMessageRequest,
    SendNoticeRequest,
    SetBusinessStatusRequest,
    SettleClaimRequest,
    SupplyMaterialsRequest,
    UrgeRequest,
    WithdrawDocumentRequest,
)
from app.routers.schemas.transitions.enforcement import ApplyForEnforcementRequest
from app.routers.schemas.transitions.intake import (
    AcceptRequest,
    CloseRequest,
    ConfirmCancelRequest,
    ConsultPartiesRequest,
    DeclineRequest,
    DelegateAgainRequest,
    HandBackRequest,
    InviteAgainRequest,
    ReassignRequest,
    RecordChoiceRequest,
    RecordOpinionRequest,
    RefuseCancelRequest,
    RequestCancelRequest,
    ReturnRequest,
    TakeBackRequest,
)
from app.routers.schemas.transitions.mediation import (
    AssignMediatorRequest,
    BeginAppraisalRequest,
    CancelSessionRequest,
    CloseByOtherMeansRequest,
    ContactPartyRequest,
    EndAppraisalRequest,
    EndRequest,
    ExtendTermRequest,
    HoldSessionRequest,
    IdentityCheck,
    MissSessionRequest,
    ReceiveMaterialsRequest,
    ReplaceMediatorRequest,
    ReportBackRequest,
    ReportResultRequest,
    ScheduleSessionRequest,
    StartRequest,
)
from app.routers.schemas.transitions.notarisation import ApplyForNotarisationRequest
from app.routers.schemas.transitions.payment_order import ApplyForPaymentOrderRequest
from app.routers.schemas.transitions.procedures import (
    ApplyForConfirmationRequest,
    ApplyForWithdrawalRequest,
    GiveFeeNoticeRequest,
    HandOverRequest,
    ReferToArbitrationRequest,
    RequestStatementRequest,
    ResumeTrialRequest,
)
from app.routers.schemas.transitions.record import CorrectPerformanceRequest, CorrectRecordRequest
from app.routers.schemas.transitions.reopening import ReopenRequest
from app.routers.schemas.transitions.steps import ProcedureTransition
from app.routers.schemas.transitions.succession import RecordSuccessionRequest
from app.routers.schemas.transitions.suspension import SuspensionAct

__all__ = [
    "PARTIES_MAX",
    "AcceptRequest",
    "AcknowledgeMaterialsRequest",
    "Act",
    "AddCaseNumberRequest",
    "AddClaimRequest",
    "AddRepresentativeRequest",
    "AgreementText",
    "AmendAgreementRequest",
    "AmendRequest",
    "AnswerUrgeRequest",
    "ApplyForArbitrationReviewRequest",
    "ApplyForConfirmationRequest",
    "ApplyForNotarisationRequest",
    "ApplyForPaymentOrderRequest",
    "ApplyForWithdrawalRequest",
    "AssignMediatorRequest",
    "BeginAppraisalRequest",
    "CancelSessionRequest",
    "CloseByOtherMeansRequest",
    "CloseRequest",
    "ConfirmCancelRequest",
    "ConsultPartiesRequest",
    "ContactPartyRequest",
    "CorrectPerformanceRequest",
    "CorrectRecordRequest",
    "DeclineRequest",
    "DelegateAgainRequest",
    "DraftAgreementRequest",
    "EndAppraisalRequest",
    "EndRepresentativeRequest",
    "EndRequest",
    "ExtendTermRequest",
    "FileAgreementRequest",
    "GiveFeeNoticeRequest",
    "HandBackRequest",
    "HandOverRequest",
    "HoldSessionRequest",
    "IdentityCheck",
    "InviteAgainRequest",
    "JoinSeriesRequest",
    "LeaveSeriesRequest",
    "MaterialSource",
    "MissSessionRequest",
    "OnBehalfOf",
    "ProcedureAct",
    "ProcedureTransition",
    "ReassignRequest",
    "ReceiveMaterialsRequest",
    "RecordChoiceRequest",
    "RecordConsentRequest",
    "RecordNoticeResultRequest",
    "RecordOpinionRequest",
    "RecordPerformanceRequest",
    "RecordServiceAddressRequest",
    "RecordSigningClauseRequest",
    "RecordSuccessionRequest",
    "ReferToArbitrationRequest",
    "ReferralTransition",
    "RefuseCancelRequest",
    "RefuseToSignRequest",
    "ReopenRequest",
    "ReplaceMediatorRequest",
    "ReportBackRequest",
    "ReportBreachRequest",
    "ReportResultRequest",
    "RepudiateAgreementRequest",
    "RequestCancelRequest",
    "RequestMaterialsRequest",
    "RequestStatementRequest",
    "ResumeTrialRequest",
    "ReturnRequest",
    "ScheduleSessionRequest",
    "SendMessageRequest",
    "SendNoticeRequest",
    "ServeAgreementRequest",
    "SetBusinessStatusRequest",
    "SettleClaimRequest",
    "SignRequest",
    "StartRequest",
    "SupplyMaterialsRequest",
    "TakeBackRequest",
    "TermOfAgreement",
    "UrgeRequest",
    "WithdrawDocumentRequest",
]

ReferralTransition = Annotated[
    ConsultPartiesRequest
    | RecordOpinionRequest
    | RecordChoiceRequest
    | DelegateAgainRequest
    | InviteAgainRequest
    | ReturnRequest
    | AcceptRequest
    | DeclineRequest
    | ReassignRequest
    | TakeBackRequest
    | CloseRequest
    | HandBackRequest
    | ReopenRequest
    | CorrectRecordRequest
    | CorrectPerformanceRequest
    | RequestCancelRequest
    | ConfirmCancelRequest
    | RefuseCancelRequest
    | ReceiveMaterialsRequest
    | AssignMediatorRequest
    | ReplaceMediatorRequest
    | ContactPartyRequest
    | StartRequest
    | ScheduleSessionRequest
    | HoldSessionRequest
    | MissSessionRequest
    | CancelSessionRequest
    | BeginAppraisalRequest
    | EndAppraisalRequest
    | ExtendTermRequest
    | EndRequest
    | ReportResultRequest
    | CloseByOtherMeansRequest
    | ReportBackRequest
    | AgreementTransition
    | ApplyForConfirmationRequest
    | HandOverRequest
    | RequestStatementRequest
    | ApplyForWithdrawalRequest
    | GiveFeeNoticeRequest
    | ResumeTrialRequest
    | ReferToArbitrationRequest
    | AddCaseNumberRequest
    | AddRepresentativeRequest
    | EndRepresentativeRequest
    | RecordSuccessionRequest
    | AddClaimRequest
    | SettleClaimRequest
    | RecordConsentRequest
    | RecordServiceAddressRequest
    | RequestMaterialsRequest
    | SupplyMaterialsRequest
    | AcknowledgeMaterialsRequest
    | SendNoticeRequest
    | RecordNoticeResultRequest
    | SendMessageRequest
    | UrgeRequest
    | AnswerUrgeRequest
    | AmendRequest
    | SetBusinessStatusRequest
    | JoinSeriesRequest
    | LeaveSeriesRequest
    | WithdrawDocumentRequest
    | ApplyForPaymentOrderRequest
    | ApplyForArbitrationReviewRequest
    | ApplyForNotarisationRequest
    | ApplyForEnforcementRequest
    | SuspensionAct
    | ConflictAct
    | DispatchAct,
    Field(discriminator="action"),
]
