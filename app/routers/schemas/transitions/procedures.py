"""Actions that open a procedure on the referral, and the steps of an open one."""

from typing import Literal

from pydantic import Field

from app.routers.schemas.common import (
    ArbitrationRefusalReason,
    Flag,
    HandOverReason,
    Id,
    LegalDate,
    Money,
    NotAcceptReason,
    NoticeMeans,
    RegistrationRefusalReason,
    RejectReason,
    StatementRefusalReason,
    WithdrawalRefusalReason,
)
from app.routers.schemas.transitions.base import Act, PartyIds, ProcedureAct

_COURT = "The court, where none referred the dispute; it then sees the referral."


class ApplyForConfirmationRequest(Act):
    """The parties apply together for judicial confirmation 共同申请司法确认."""

    action: Literal["apply_for_confirmation"]
    applicant_ids: PartyIds
    court_id: Id | None = Field(default=None, description=_COURT)
    oral: Flag = Field(default=False, description="Made orally, and recorded.")


class HandOverRequest(Act):
    """Complaint and materials go to the court for registration 转立案."""

    action: Literal["hand_over"]
    court_id: Id | None = Field(default=None, description=_COURT)
    reason: HandOverReason | None = Field(
        default=None, description="Why it goes to a court; null for the nearest reason that the record shows."
    )


class RequestStatementRequest(Act):
    """The parties ask the court for a mediation statement 请求制作调解书."""

    action: Literal["request_statement"]
    applicant_ids: PartyIds


class ApplyForWithdrawalRequest(Act):
    """The plaintiff asks to withdraw the suit 申请撤诉."""

    action: Literal["apply_for_withdrawal"]
    applicant_ids: PartyIds


class GiveFeeNoticeRequest(Act):
    """The court asks for the court fee, warning what follows if it is not paid 交费通知."""

    action: Literal["give_fee_notice"]
    amount: Money
    pay_by: LegalDate | None = Field(
        default=None, description="Last day for paying, inclusive; absent: by the court's setting `fee_notice_days`."
    )


class ResumeTrialRequest(Act):
    """Trial goes on, with no fee to be asked for 恢复审理."""

    action: Literal["resume_trial"]


class ReferToArbitrationRequest(Act):
    """A labour dispute not yet arbitrated goes to arbitration first 告知仲裁."""

    action: Literal["refer_to_arbitration"]


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


class MakeStatementRequest(ProcedureAct):
    """The court has reviewed the agreement and made the mediation statement 制作调解书."""

    action: Literal["make_statement"]


class RefuseStatementRequest(ProcedureAct):
    """The court makes no mediation statement."""

    action: Literal["refuse_statement"]
    reason: StatementRefusalReason


class RecordStatementReceiptRequest(ProcedureAct):
    """One party has signed for the mediation statement 签收; the last signature gives it effect."""

    action: Literal["record_statement_receipt"]
    party_id: Id
    means: NoticeMeans


class RepudiateStatementRequest(ProcedureAct):
    """A party goes back on the mediation statement before it was served 反悔."""

    action: Literal["repudiate_statement"]
    party_id: Id


class PermitWithdrawalRequest(ProcedureAct):
    """The court permits the withdrawal of the suit 裁定准许撤诉."""

    action: Literal["permit_withdrawal"]


class RefuseWithdrawalRequest(ProcedureAct):
    """The court does not permit the withdrawal of the suit."""

    action: Literal["refuse_withdrawal"]
    reason: WithdrawalRefusalReason


class RecordFeePaidRequest(ProcedureAct):
    """The court fee is paid, or relief from it was granted."""

    action: Literal["record_fee_paid"]
    relief: Flag = Field(default=False, description="True where relief from the fee was granted 缓减免.")


class TransferToTrialRequest(ProcedureAct):
    """The case turns into the trial stage 转入审理."""

    action: Literal["transfer_to_trial"]


class DeemWithdrawnRequest(ProcedureAct):
    """The fee was not paid in time: the suit counts as withdrawn 按自动撤诉处理."""

    action: Literal["deem_withdrawn"]


class RecordArbitrationAcceptedRequest(ProcedureAct):
    """The arbitration commission has taken the case."""

    action: Literal["record_arbitration_accepted"]


class RecordArbitrationRefusedRequest(ProcedureAct):
    """The arbitration commission does not take the case."""

    action: Literal["record_arbitration_refused"]
    reason: ArbitrationRefusalReason
