"""Every step that a tenant can take in a procedure."""

from typing import Annotated

from pydantic import Field

from app.routers.schemas.transitions.arbitration_review import (
    AcceptReviewRequest,
    MakeReviewStatementRequest,
    RecordReviewReceiptRequest,
    RefuseReviewRequest,
    RefuseReviewStatementRequest,
    WithdrawReviewRequest,
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
from app.routers.schemas.transitions.enforcement import EnforcementStep
from app.routers.schemas.transitions.notarisation import (
    IssueCertificateRequest,
    NotariseRequest,
    RefuseCertificateRequest,
    RefuseNotarisationRequest,
    RequestCertificateRequest,
    WithdrawNotarisationRequest,
)
from app.routers.schemas.transitions.payment_order import (
    AcceptPaymentOrderRequest,
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
    ConfirmAgreementRequest,
    DeemWithdrawnRequest,
    MakeStatementRequest,
    PermitWithdrawalRequest,
    RecordArbitrationAcceptedRequest,
    RecordArbitrationRefusedRequest,
    RecordFeePaidRequest,
    RecordStatementReceiptRequest,
    RefuseApplicationRequest,
    RefuseRegistrationRequest,
    RefuseStatementRequest,
    RefuseWithdrawalRequest,
    RegisterCaseRequest,
    RejectConfirmationRequest,
    RepudiateStatementRequest,
    TransferToTrialRequest,
    WithdrawApplicationRequest,
)

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
