"""Everything that a tenant can do to a referral or procedure, one named model an action.

A model says what is well-formed. Whether the action is possible here and now is the lifecycle's to decide.
"""

from typing import Annotated

from pydantic import Field

from app.routers.schemas.transitions.agreement import (
    AmendAgreementRequest,
    DraftAgreementRequest,
    RecordPerformanceRequest,
    RefuseToSignRequest,
    ReportBreachRequest,
    SignRequest,
    TermOfAgreement,
)
from app.routers.schemas.transitions.arbitration_review import (
    AcceptReviewRequest,
    ApplyForArbitrationReviewRequest,
    MakeReviewStatementRequest,
    RecordReviewReceiptRequest,
    RefuseReviewRequest,
    RefuseReviewStatementRequest,
    WithdrawReviewRequest,
)
from app.routers.schemas.transitions.base import (
    PARTIES_MAX,
    Act,
    OnBehalfOf,
    ProcedureAct,
)
from app.routers.schemas.transitions.confirmation import (
    DeemApplicationWithdrawnRequest,
    DismissObjectionRequest,
    GiveCorrectionRequest,
    ObjectToConfirmationRequest,
    RequestCorrectionRequest,
    RevokeConfirmationRequest,
)
from app.routers.schemas.transitions.corrections import Correction
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
from app.routers.schemas.transitions.enforcement import ApplyForEnforcementRequest, EnforcementStep
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
from app.routers.schemas.transitions.notarisation import (
    ApplyForNotarisationRequest,
    IssueCertificateRequest,
    NotariseRequest,
    RefuseCertificateRequest,
    RefuseNotarisationRequest,
    RequestCertificateRequest,
    WithdrawNotarisationRequest,
)
from app.routers.schemas.transitions.payment_order import (
    AcceptPaymentOrderRequest,
    ApplyForPaymentOrderRequest,
    DeclineSuitRequest,
    IssuePaymentOrderRequest,
    ObjectToPaymentOrderRequest,
    ReceiveEndingRulingRequest,
    RefusePaymentOrderRequest,
    RejectPaymentOrderRequest,
    ServePaymentOrderRequest,
    WithdrawPaymentOrderRequest,
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
from app.routers.schemas.transitions.record import CorrectRecordRequest
from app.routers.schemas.transitions.reopening import ReopenRequest

__all__ = [
    "PARTIES_MAX",
    "AcceptApplicationRequest",
    "AcceptPaymentOrderRequest",
    "AcceptRequest",
    "AcceptReviewRequest",
    "AcknowledgeMaterialsRequest",
    "Act",
    "AddCaseNumberRequest",
    "AddClaimRequest",
    "AddRepresentativeRequest",
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
    "ConfirmAgreementRequest",
    "ConfirmCancelRequest",
    "ConsultPartiesRequest",
    "ContactPartyRequest",
    "CorrectRecordRequest",
    "DeclineRequest",
    "DeclineSuitRequest",
    "DeemApplicationWithdrawnRequest",
    "DeemWithdrawnRequest",
    "DelegateAgainRequest",
    "DismissObjectionRequest",
    "DraftAgreementRequest",
    "EndAppraisalRequest",
    "EndRepresentativeRequest",
    "EndRequest",
    "ExtendTermRequest",
    "GiveCorrectionRequest",
    "GiveFeeNoticeRequest",
    "HandBackRequest",
    "HandOverRequest",
    "HoldSessionRequest",
    "IdentityCheck",
    "IssueCertificateRequest",
    "IssuePaymentOrderRequest",
    "JoinSeriesRequest",
    "LeaveSeriesRequest",
    "MakeReviewStatementRequest",
    "MakeStatementRequest",
    "MaterialSource",
    "MissSessionRequest",
    "NotariseRequest",
    "ObjectToConfirmationRequest",
    "ObjectToPaymentOrderRequest",
    "OnBehalfOf",
    "PermitWithdrawalRequest",
    "ProcedureAct",
    "ProcedureTransition",
    "ReassignRequest",
    "ReceiveEndingRulingRequest",
    "ReceiveMaterialsRequest",
    "RecordArbitrationAcceptedRequest",
    "RecordArbitrationRefusedRequest",
    "RecordChoiceRequest",
    "RecordConsentRequest",
    "RecordFeePaidRequest",
    "RecordNoticeResultRequest",
    "RecordOpinionRequest",
    "RecordPerformanceRequest",
    "RecordReviewReceiptRequest",
    "RecordServiceAddressRequest",
    "RecordStatementReceiptRequest",
    "ReferToArbitrationRequest",
    "ReferralTransition",
    "RefuseApplicationRequest",
    "RefuseCancelRequest",
    "RefuseCertificateRequest",
    "RefuseNotarisationRequest",
    "RefusePaymentOrderRequest",
    "RefuseRegistrationRequest",
    "RefuseReviewRequest",
    "RefuseReviewStatementRequest",
    "RefuseStatementRequest",
    "RefuseToSignRequest",
    "RefuseWithdrawalRequest",
    "RegisterCaseRequest",
    "RejectConfirmationRequest",
    "RejectPaymentOrderRequest",
    "ReopenRequest",
    "ReplaceMediatorRequest",
    "ReportBackRequest",
    "ReportBreachRequest",
    "ReportResultRequest",
    "RepudiateStatementRequest",
    "RequestCancelRequest",
    "RequestCertificateRequest",
    "RequestCorrectionRequest",
    "RequestMaterialsRequest",
    "RequestStatementRequest",
    "ResumeTrialRequest",
    "ReturnRequest",
    "RevokeConfirmationRequest",
    "ScheduleSessionRequest",
    "SendMessageRequest",
    "SendNoticeRequest",
    "ServePaymentOrderRequest",
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
    "WithdrawNotarisationRequest",
    "WithdrawPaymentOrderRequest",
    "WithdrawReviewRequest",
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
    | ReopenRequest
    | CorrectRecordRequest
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
    | WithdrawDocumentRequest
    | AmendAgreementRequest
    | ReportBreachRequest
    | ApplyForPaymentOrderRequest
    | ApplyForArbitrationReviewRequest
    | ApplyForNotarisationRequest
    | ApplyForEnforcementRequest,
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
    | RecordArbitrationRefusedRequest
    | RequestCorrectionRequest
    | GiveCorrectionRequest
    | DeemApplicationWithdrawnRequest
    | ObjectToConfirmationRequest
    | DismissObjectionRequest
    | RevokeConfirmationRequest
    | AcceptPaymentOrderRequest
    | RefusePaymentOrderRequest
    | IssuePaymentOrderRequest
    | RejectPaymentOrderRequest
    | ServePaymentOrderRequest
    | ObjectToPaymentOrderRequest
    | ReceiveEndingRulingRequest
    | DeclineSuitRequest
    | WithdrawPaymentOrderRequest
    | AcceptReviewRequest
    | RefuseReviewRequest
    | WithdrawReviewRequest
    | MakeReviewStatementRequest
    | RefuseReviewStatementRequest
    | RecordReviewReceiptRequest
    | NotariseRequest
    | RefuseNotarisationRequest
    | WithdrawNotarisationRequest
    | RequestCertificateRequest
    | IssueCertificateRequest
    | RefuseCertificateRequest
    | EnforcementStep
    | Correction,
    Field(discriminator="action"),
]
