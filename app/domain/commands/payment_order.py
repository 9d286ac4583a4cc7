"""Commands of a payment order 支付令: the creditor's application, the court's steps, and what time does to it."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import ClassVar

from app.domain.commands.base import Command
from app.domain.commands.procedures import ProcedureCommand
from app.domain.lifecycle.states import Action
from app.domain.referral import PartyId
from app.domain.registry_facts import CourtFacts


@dataclass(frozen=True, slots=True, kw_only=True)
class ApplyForPaymentOrder(Command):
    """The creditor applies alone 申请支付令.

    Attributes:
        amount: Yuan.
        no_counter_performance: The creditor owes nothing in return.
        debtor_reachable: The debtor is in China, not missing, and can be served.
        labour_payment: Of a labour dispute what is owed, of list `labour_payment`; else None.
        court: The court, where it is not the referring one.
    """

    action: ClassVar[Action] = Action.APPLY_FOR_PAYMENT_ORDER
    applicant_ids: tuple[PartyId, ...]
    debtor_id: PartyId
    amount: Decimal
    no_counter_performance: bool
    debtor_reachable: bool
    labour_payment: str | None = None
    court: CourtFacts | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AcceptPaymentOrder(ProcedureCommand):
    """The court accepts the application for a payment order."""

    action: ClassVar[Action] = Action.ACCEPT_PAYMENT_ORDER


@dataclass(frozen=True, slots=True, kw_only=True)
class RefusePaymentOrder(ProcedureCommand):
    """The court does not accept it, reason of list `payment_order_refusal_reason`."""

    action: ClassVar[Action] = Action.REFUSE_PAYMENT_ORDER


@dataclass(frozen=True, slots=True, kw_only=True)
class IssuePaymentOrder(ProcedureCommand):
    """The court issues the payment order 签发支付令."""

    action: ClassVar[Action] = Action.ISSUE_PAYMENT_ORDER


@dataclass(frozen=True, slots=True, kw_only=True)
class RejectPaymentOrder(ProcedureCommand):
    """The court rejects the application, reason of list `payment_order_refusal_reason`."""

    action: ClassVar[Action] = Action.REJECT_PAYMENT_ORDER


@dataclass(frozen=True, slots=True, kw_only=True)
class ServePaymentOrder(ProcedureCommand):
    """The debtor has received the order."""

    action: ClassVar[Action] = Action.SERVE_PAYMENT_ORDER
    means: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ObjectToPaymentOrder(ProcedureCommand):
    """The debtor objects, ground of list `payment_order_objection`; only what is valid lets the order lapse."""

    action: ClassVar[Action] = Action.OBJECT_TO_PAYMENT_ORDER
    ground: str
    written: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiveEndingRuling(ProcedureCommand):
    """The creditor has received the ruling that ends the procedure."""

    action: ClassVar[Action] = Action.RECEIVE_ENDING_RULING


@dataclass(frozen=True, slots=True, kw_only=True)
class DeclineSuit(ProcedureCommand):
    """The creditor says that it wants no suit 不同意起诉."""

    action: ClassVar[Action] = Action.DECLINE_SUIT


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawPaymentOrder(ProcedureCommand):
    """The creditor withdraws before the debtor received the order."""

    action: ClassVar[Action] = Action.WITHDRAW_PAYMENT_ORDER


@dataclass(frozen=True, slots=True, kw_only=True)
class MissOrderNotice(ProcedureCommand):
    """Time: nobody said in time whether the application is accepted."""

    action: ClassVar[Action] = Action.MISS_ORDER_NOTICE


@dataclass(frozen=True, slots=True, kw_only=True)
class MissOrderDecision(ProcedureCommand):
    """Time: the order was not issued in time."""

    action: ClassVar[Action] = Action.MISS_ORDER_DECISION


@dataclass(frozen=True, slots=True, kw_only=True)
class MakeOrderEffective(ProcedureCommand):
    """Time: no valid objection came; the order is in force."""

    action: ClassVar[Action] = Action.MAKE_ORDER_EFFECTIVE


@dataclass(frozen=True, slots=True, kw_only=True)
class EndUnservedOrder(ProcedureCommand):
    """Time: the order could not be served."""

    action: ClassVar[Action] = Action.END_UNSERVED_ORDER


@dataclass(frozen=True, slots=True, kw_only=True)
class DeemSuit(ProcedureCommand):
    """Time: the creditor was silent; it counts as having sued."""

    action: ClassVar[Action] = Action.DEEM_SUIT


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestOrderCorrection(ProcedureCommand):
    """The court asks for what is missing, by a day 限期补正."""

    action: ClassVar[Action] = Action.REQUEST_ORDER_CORRECTION
    reply_by: date


@dataclass(frozen=True, slots=True, kw_only=True)
class GiveOrderCorrection(ProcedureCommand):
    """The creditor has handed in what was missing; the five days begin anew."""

    action: ClassVar[Action] = Action.GIVE_ORDER_CORRECTION
