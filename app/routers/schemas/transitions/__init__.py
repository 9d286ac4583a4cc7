"""Everything that a tenant can do to a referral or procedure, one named model an action.

A model says what is well-formed. Whether the action is possible here and now is the lifecycle's to decide.
"""

from typing import Annotated

from pydantic import Field

from app.routers.schemas.transitions.agreement import (
    DraftAgreementRequest,
    RecordPerformanceRequest,
    RefuseToSignRequest,
    SignRequest,
    TermOfAgreement,
)
from app.routers.schemas.transitions.base import (
    PARTIES_MAX,
    Act,
    OnBehalfOf,
    ProcedureAct,
)
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
from app.routers.schemas.transitions.intake import (
    AcceptRequest,
    CloseRequest,
    ConfirmCancelRequest,
    ConsultPartiesRequest,
    DeclineRequest,
    DelegateAgainRequest,
    HandBackRequest,
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
from app.routers.schemas.transitions.procedures import (
    AcceptApplicationRequest,
    ApplyForConfirmationRequest,
    ApplyForWithdrawalRequest,
    ConfirmAgreementRequest,
    DeemWithdrawnRequest,
    GiveFeeNoticeRequest,
    HandOverRequest,
    MakeStatementRequest,
    PermitWithdrawalRequest,
    RecordArbitrationAcceptedRequest,
    RecordArbitrationRefusedRequest,
    RecordFeePaidRequest,
    RecordStatementReceiptRequest,
    ReferToArbitrationRequest,
    RefuseApplicationRequest,
    RefuseRegistrationRequest,
    RefuseStatementRequest,
    RefuseWithdrawalRequest,
    RegisterCaseRequest,
    RejectConfirmationRequest,
    RepudiateStatementRequest,
    RequestStatementRequest,
    ResumeTrialRequest,
    TransferToTrialRequest,
    WithdrawApplicationRequest,
)

__all__ = [
    "PARTIES_MAX",
    "AcceptApplicationRequest",
    "AcceptRequest",
    "AcknowledgeMaterialsRequest",
    "Act",
    "AddCaseNumberRequest",
    "AddClaimRequest",
    "AddRepresentativeRequest",
    "AmendRequest",
    "AnswerUrgeRequest",
    "ApplyForConfirmationRequest",
    "ApplyForWithdrawalRequest",
    "AssignMediatorRequest",
    "BeginAppraisalRequest",
    "CancelSessionRequest",
    "CloseByOtherMeansRequest",
    "CloseRequest",
    "ConfirmAgreementRequest",
    "ConfirmCancelRequest",
    "ConsultPartiesRequest",
    "ContactPartyRequest",
    "DeclineRequest",
    "DeemWithdrawnRequest",
    "DelegateAgainRequest",
    "DraftAgreementRequest",
    "EndAppraisalRequest",
    "EndRepresentativeRequest",
    "EndRequest",
    "ExtendTermRequest",
    "GiveFeeNoticeRequest",
    "HandBackRequest",
    "HandOverRequest",
    "HoldSessionRequest",
    "IdentityCheck",
    "JoinSeriesRequest",
    "LeaveSeriesRequest",
    "MakeStatementRequest",
    "MaterialSource",
    "MissSessionRequest",
    "OnBehalfOf",
    "PermitWithdrawalRequest",
    "ProcedureAct",
    "ProcedureTransition",
    "ReassignRequest",
    "ReceiveMaterialsRequest",
    "RecordArbitrationAcceptedRequest",
    "RecordArbitrationRefusedRequest",
    "RecordChoiceRequest",
    "RecordConsentRequest",
    "RecordFeePaidRequest",
    "RecordNoticeResultRequest",
    "RecordOpinionRequest",
    "RecordPerformanceRequest",
    "RecordServiceAddressRequest",
    "RecordStatementReceiptRequest",
    "ReferToArbitrationRequest",
    "ReferralTransition",
    "RefuseApplicationRequest",
    "RefuseCancelRequest",
    "RefuseRegistrationRequest",
    "RefuseStatementRequest",
    "RefuseToSignRequest",
    "RefuseWithdrawalRequest",
    "RegisterCaseRequest",
    "RejectConfirmationRequest",
    "ReplaceMediatorRequest",
    "ReportBackRequest",
    "ReportResultRequest",
    "RepudiateStatementRequest",
    "RequestCancelRequest",
    "RequestMaterialsRequest",
    "RequestStatementRequest",
    "ResumeTrialRequest",
    "ReturnRequest",
    "ScheduleSessionRequest",
    "SendMessageRequest",
    "SendNoticeRequest",
    "SetBusinessStatusRequest",
    "SettleClaimRequest",
    "SignRequest",
    "StartRequest",
    "SupplyMaterialsRequest",
    "TakeBackRequest",
    "TermOfAgreement",
    "TransferToTrialRequest",
    "UrgeRequest",
    "WithdrawApplicationRequest",
    "WithdrawDocumentRequest",
]

ReferralTransition = Annotated[
    ConsultPartiesRequest
    | RecordOpinionRequest
    | RecordChoiceRequest
    | DelegateAgainRequest
    | ReturnRequest
    | AcceptRequest
    | DeclineRequest
    | ReassignRequest
    | TakeBackRequest
    | CloseRequest
    | HandBackRequest
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
    | DraftAgreementRequest
    | SignRequest
    | RefuseToSignRequest
    | RecordPerformanceRequest
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
    | WithdrawDocumentRequest,
    Field(discriminator="action"),
]

ProcedureTransition = Annotated[
    AcceptApplicationRequest
    | RefuseApplicationRequest
    | WithdrawApplicationRequest
    | ConfirmAgreementRequest
    | RejectConfirmationRequest
    | RegisterCaseRequest
    | RefuseRegistrationRequest
    | MakeStatementRequest
    | RefuseStatementRequest
    | RecordStatementReceiptRequest
    | RepudiateStatementRequest
    | PermitWithdrawalRequest
    | RefuseWithdrawalRequest
    | RecordFeePaidRequest
    | TransferToTrialRequest
    | DeemWithdrawnRequest
    | RecordArbitrationAcceptedRequest
    | RecordArbitrationRefusedRequest,
    Field(discriminator="action"),
]
