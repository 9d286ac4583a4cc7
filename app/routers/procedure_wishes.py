"""From a well-formed step of a procedure to what the use cases understand; one line an action, no decisions."""

from collections.abc import Mapping
from typing import Final

from app.domain import commands as c
from app.domain.lifecycle.states import Machine
from app.domain.referral import ProcedureId
from app.routers.schemas.transitions import ProcedureAct
from app.routers.schemas.transitions import arbitration_review as r
from app.routers.schemas.transitions import confirmation as j
from app.routers.schemas.transitions import corrections as k
from app.routers.schemas.transitions import enforcement as e
from app.routers.schemas.transitions import notarisation as n
from app.routers.schemas.transitions import payment_order as o
from app.routers.schemas.transitions import procedures as p
from app.routers.wishes import behalf_of, shared
from app.services.referrals import Wish


def procedure_wish_of(body: ProcedureAct, procedure_id: ProcedureId) -> Wish:
    """The step of a procedure that is asked for."""
    command, machine = STEPS[type(body)]
    made = command(procedure_id=procedure_id, machine=machine, **shared(command, body))
    return Wish(build=lambda _facts: made, occurred_on=body.occurred_on, on_behalf_of=behalf_of(body))


STEPS: Final[Mapping[type[ProcedureAct], tuple[type[c.ProcedureCommand], Machine]]] = {
    p.AcceptApplicationRequest: (c.AcceptApplication, Machine.JUDICIAL_CONFIRMATION),
    p.RefuseApplicationRequest: (c.RefuseApplication, Machine.JUDICIAL_CONFIRMATION),
    p.WithdrawApplicationRequest: (c.WithdrawApplication, Machine.JUDICIAL_CONFIRMATION),
    p.ConfirmAgreementRequest: (c.ConfirmAgreement, Machine.JUDICIAL_CONFIRMATION),
    p.RejectConfirmationRequest: (c.RejectConfirmation, Machine.JUDICIAL_CONFIRMATION),
    p.RegisterCaseRequest: (c.RegisterCase, Machine.CASE_REGISTRATION),
    p.RefuseRegistrationRequest: (c.RefuseRegistration, Machine.CASE_REGISTRATION),
    p.MakeStatementRequest: (c.MakeStatement, Machine.MEDIATION_STATEMENT),
    p.RefuseStatementRequest: (c.RefuseStatement, Machine.MEDIATION_STATEMENT),
    p.RecordStatementReceiptRequest: (c.RecordStatementReceipt, Machine.MEDIATION_STATEMENT),
    p.RepudiateStatementRequest: (c.RepudiateStatement, Machine.MEDIATION_STATEMENT),
    p.PermitWithdrawalRequest: (c.PermitWithdrawal, Machine.SUIT_WITHDRAWAL),
    p.RefuseWithdrawalRequest: (c.RefuseWithdrawal, Machine.SUIT_WITHDRAWAL),
    p.RecordFeePaidRequest: (c.RecordFeePaid, Machine.TRANSFER_TO_TRIAL),
    p.TransferToTrialRequest: (c.TransferToTrial, Machine.TRANSFER_TO_TRIAL),
    p.DeemWithdrawnRequest: (c.DeemWithdrawn, Machine.TRANSFER_TO_TRIAL),
    p.RecordArbitrationAcceptedRequest: (c.RecordArbitrationAccepted, Machine.LABOUR_ARBITRATION),
    p.RecordArbitrationRefusedRequest: (c.RecordArbitrationRefused, Machine.LABOUR_ARBITRATION),
    j.RequestCorrectionRequest: (c.RequestCorrection, Machine.JUDICIAL_CONFIRMATION),
    j.GiveCorrectionRequest: (c.GiveCorrection, Machine.JUDICIAL_CONFIRMATION),
    j.DeemApplicationWithdrawnRequest: (c.DeemApplicationWithdrawn, Machine.JUDICIAL_CONFIRMATION),
    j.ObjectToConfirmationRequest: (c.ObjectToConfirmation, Machine.JUDICIAL_CONFIRMATION),
    j.DismissObjectionRequest: (c.DismissObjection, Machine.JUDICIAL_CONFIRMATION),
    j.RevokeConfirmationRequest: (c.RevokeConfirmation, Machine.JUDICIAL_CONFIRMATION),
    k.ExtendConfirmationReviewRequest: (c.ExtendConfirmationReview, Machine.JUDICIAL_CONFIRMATION),
    k.ExtendArbitrationReviewRequest: (c.ExtendArbitrationReview, Machine.ARBITRATION_REVIEW),
    k.RequestOrderCorrectionRequest: (c.RequestOrderCorrection, Machine.PAYMENT_ORDER),
    k.GiveOrderCorrectionRequest: (c.GiveOrderCorrection, Machine.PAYMENT_ORDER),
    k.RequestFilingCorrectionRequest: (c.RequestFilingCorrection, Machine.CASE_REGISTRATION),
    k.GiveFilingCorrectionRequest: (c.GiveFilingCorrection, Machine.CASE_REGISTRATION),
    o.AcceptPaymentOrderRequest: (c.AcceptPaymentOrder, Machine.PAYMENT_ORDER),
    o.RefusePaymentOrderRequest: (c.RefusePaymentOrder, Machine.PAYMENT_ORDER),
    o.IssuePaymentOrderRequest: (c.IssuePaymentOrder, Machine.PAYMENT_ORDER),
    o.RejectPaymentOrderRequest: (c.RejectPaymentOrder, Machine.PAYMENT_ORDER),
    o.ServePaymentOrderRequest: (c.ServePaymentOrder, Machine.PAYMENT_ORDER),
    o.ObjectToPaymentOrderRequest: (c.ObjectToPaymentOrder, Machine.PAYMENT_ORDER),
    o.ReceiveEndingRulingRequest: (c.ReceiveEndingRuling, Machine.PAYMENT_ORDER),
    o.DeclineSuitRequest: (c.DeclineSuit, Machine.PAYMENT_ORDER),
    o.WithdrawPaymentOrderRequest: (c.WithdrawPaymentOrder, Machine.PAYMENT_ORDER),
    r.AcceptReviewRequest: (c.AcceptReview, Machine.ARBITRATION_REVIEW),
    r.RefuseReviewRequest: (c.RefuseReview, Machine.ARBITRATION_REVIEW),
    r.WithdrawReviewRequest: (c.WithdrawReview, Machine.ARBITRATION_REVIEW),
    r.MakeReviewStatementRequest: (c.MakeReviewStatement, Machine.ARBITRATION_REVIEW),
    r.RefuseReviewStatementRequest: (c.RefuseReviewStatement, Machine.ARBITRATION_REVIEW),
    r.RecordReviewReceiptRequest: (c.RecordReviewReceipt, Machine.ARBITRATION_REVIEW),
    n.NotariseRequest: (c.Notarise, Machine.NOTARISATION),
    n.RefuseNotarisationRequest: (c.RefuseNotarisation, Machine.NOTARISATION),
    n.WithdrawNotarisationRequest: (c.WithdrawNotarisation, Machine.NOTARISATION),
    n.RequestCertificateRequest: (c.RequestCertificate, Machine.NOTARISATION),
    n.IssueCertificateRequest: (c.IssueCertificate, Machine.NOTARISATION),
    n.RefuseCertificateRequest: (c.RefuseCertificate, Machine.NOTARISATION),
    e.AcceptEnforcementRequest: (c.AcceptEnforcement, Machine.ENFORCEMENT),
    e.RefuseEnforcementRequest: (c.RefuseEnforcement, Machine.ENFORCEMENT),
    e.WithdrawEnforcementRequest: (c.WithdrawEnforcement, Machine.ENFORCEMENT),
    e.SettleEnforcementRequest: (c.SettleEnforcement, Machine.ENFORCEMENT),
    e.CloseEnforcementRoundRequest: (c.CloseEnforcementRound, Machine.ENFORCEMENT),
    e.RestoreEnforcementRequest: (c.RestoreEnforcement, Machine.ENFORCEMENT),
    e.CompleteEnforcementRequest: (c.CompleteEnforcement, Machine.ENFORCEMENT),
    e.EndEnforcementRequest: (c.EndEnforcement, Machine.ENFORCEMENT),
    e.DenyEnforcementRequest: (c.DenyEnforcement, Machine.ENFORCEMENT),
}
