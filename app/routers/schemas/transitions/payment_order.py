"""The payment order 支付令: the creditor's application, and its steps."""

from typing import Literal

from pydantic import Field

from app.routers.schemas.common import (
    Flag,
    Id,
    LabourPayment,
    Money,
    NoticeMeans,
    PaymentOrderObjection,
    PaymentOrderRefusalReason,
)
from app.routers.schemas.transitions.base import Act, PartyIds, ProcedureAct


class ApplyForPaymentOrderRequest(Act):
    """The creditor applies alone for an order to pay what is due 申请支付令."""

    action: Literal["apply_for_payment_order"]
    applicant_ids: PartyIds = Field(description="The creditors.")
    debtor_id: Id
    amount: Money
    no_counter_performance: Flag = Field(description="The creditor owes nothing in return.")
    debtor_reachable: Flag = Field(description="The debtor is in China, not missing, and can be served.")
    labour_payment: LabourPayment | None = Field(default=None, description="In a labour dispute: what is owed.")
    court_id: Id | None = Field(
        default=None, description="The basic court of the debtor's domicile, where it is not the referring one."
    )


class AcceptPaymentOrderRequest(ProcedureAct):
    """The court accepts the application."""

    action: Literal["accept_payment_order"]


class RefusePaymentOrderRequest(ProcedureAct):
    """The court does not accept the application 不予受理."""

    action: Literal["refuse_payment_order"]
    reason: PaymentOrderRefusalReason


class IssuePaymentOrderRequest(ProcedureAct):
    """The court issues the order 签发支付令."""

    action: Literal["issue_payment_order"]


class RejectPaymentOrderRequest(ProcedureAct):
    """The court rejects the application by ruling 裁定驳回."""

    action: Literal["reject_payment_order"]
    reason: PaymentOrderRefusalReason


class ServePaymentOrderRequest(ProcedureAct):
    """The debtor has received the order."""

    action: Literal["serve_payment_order"]
    means: NoticeMeans


class ObjectToPaymentOrderRequest(ProcedureAct):
    """The debtor's objection is valid: the order lapses and the court ends the procedure."""

    action: Literal["object_to_payment_order"]
    ground: PaymentOrderObjection
    written: Flag


class ReceiveEndingRulingRequest(ProcedureAct):
    """The creditor has received the ruling that ends the procedure; seven days to decline a suit begin."""

    action: Literal["receive_ending_ruling"]


class DeclineSuitRequest(ProcedureAct):
    """The creditor says that it wants no suit 不同意起诉; silence is a suit."""

    action: Literal["decline_suit"]


class WithdrawPaymentOrderRequest(ProcedureAct):
    """The creditor withdraws before the debtor received the order."""

    action: Literal["withdraw_payment_order"]
