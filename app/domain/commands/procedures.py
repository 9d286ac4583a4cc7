"""Commands that open an outcome procedure, and the steps of an open one."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import ClassVar

from app.domain.commands.base import Command
from app.domain.lifecycle.states import Action, Machine
from app.domain.referral import PartyId, ProcedureId
from app.domain.registry_facts import CourtFacts


@dataclass(frozen=True, slots=True, kw_only=True)
class ApplyForConfirmation(Command):
    """The parties apply together for judicial confirmation 共同申请司法确认.

    `court`: where no court referred. `oral`: made orally and recorded, as CPLI 353 allows.
    """

    action: ClassVar[Action] = Action.APPLY_FOR_CONFIRMATION
    applicant_ids: tuple[PartyId, ...]
    court: CourtFacts | None = None
    oral: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOver(Command):
    """Complaint and materials go to the court for registration 转立案.

    Attributes:
        court: Where no court referred.
        reason: Why it goes to a court, of list `hand_over_reason`; None for the nearest that the record shows.
    """

    action: ClassVar[Action] = Action.HAND_OVER
    court: CourtFacts | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestStatement(Command):
    """The parties ask the court for a mediation statement 请求制作调解书."""

    action: ClassVar[Action] = Action.REQUEST_STATEMENT
    applicant_ids: tuple[PartyId, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ApplyForWithdrawal(Command):
    """The plaintiff asks to withdraw the suit 申请撤诉."""

    action: ClassVar[Action] = Action.APPLY_FOR_WITHDRAWAL
    applicant_ids: tuple[PartyId, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GiveFeeNotice(Command):
    """The court asks for the court fee, warning what follows if it is not paid 交费通知.

    Without `pay_by` the days count that the court has set for it.
    """

    action: ClassVar[Action] = Action.GIVE_FEE_NOTICE
    amount: Decimal
    pay_by: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ResumeTrial(Command):
    """Trial goes on, with no fee to be asked for 恢复审理."""

    action: ClassVar[Action] = Action.RESUME_TRIAL


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferToArbitration(Command):
    """A labour dispute not yet arbitrated goes to arbitration first 告知仲裁."""

    action: ClassVar[Action] = Action.REFER_TO_ARBITRATION


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcedureCommand(Command):
    """A step of one procedure. `reason`: a code, for refusals. `case_number`: normalised, where one was given."""

    procedure_id: ProcedureId
    machine: Machine
    reason: str | None = None
    case_number: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AcceptApplication(ProcedureCommand):
    """The court accepts the application for review."""

    action: ClassVar[Action] = Action.ACCEPT_APPLICATION


@dataclass(frozen=True, slots=True, kw_only=True)
class RefuseApplication(ProcedureCommand):
    """The court does not accept the application, reason of list `not_accept_reason`."""

    action: ClassVar[Action] = Action.REFUSE_APPLICATION


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawApplication(ProcedureCommand):
    """The parties withdraw before the ruling."""

    action: ClassVar[Action] = Action.WITHDRAW_APPLICATION


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfirmAgreement(ProcedureCommand):
    """The court rules the agreement valid."""

    action: ClassVar[Action] = Action.CONFIRM_AGREEMENT


@dataclass(frozen=True, slots=True, kw_only=True)
class RejectConfirmation(ProcedureCommand):
    """The court rejects the application, reason of list `reject_reason`."""

    action: ClassVar[Action] = Action.REJECT_CONFIRMATION


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterCase(ProcedureCommand):
    """The court registers the case."""

    action: ClassVar[Action] = Action.REGISTER_CASE


@dataclass(frozen=True, slots=True, kw_only=True)
class RefuseRegistration(ProcedureCommand):
    """The court does not register, reason of list `registration_refusal_reason`."""

    action: ClassVar[Action] = Action.REFUSE_REGISTRATION


@dataclass(frozen=True, slots=True, kw_only=True)
class MakeStatement(ProcedureCommand):
    """The court has reviewed the agreement and made the mediation statement."""

    action: ClassVar[Action] = Action.MAKE_STATEMENT


@dataclass(frozen=True, slots=True, kw_only=True)
class RefuseStatement(ProcedureCommand):
    """The court makes no statement, reason of list `statement_refusal_reason`."""

    action: ClassVar[Action] = Action.REFUSE_STATEMENT


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordStatementReceipt(ProcedureCommand):
    """One party has signed for the statement 签收; the last signature gives it effect."""

    action: ClassVar[Action] = Action.RECORD_STATEMENT_RECEIPT
    party_id: PartyId
    means: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RepudiateStatement(ProcedureCommand):
    """A party goes back on it before it was served 反悔."""

    action: ClassVar[Action] = Action.REPUDIATE_STATEMENT
    party_id: PartyId


@dataclass(frozen=True, slots=True, kw_only=True)
class PermitWithdrawal(ProcedureCommand):
    """The court permits the withdrawal 裁定准许撤诉."""

    action: ClassVar[Action] = Action.PERMIT_WITHDRAWAL


@dataclass(frozen=True, slots=True, kw_only=True)
class RefuseWithdrawal(ProcedureCommand):
    """The court does not permit it, reason of list `withdrawal_refusal_reason`."""

    action: ClassVar[Action] = Action.REFUSE_WITHDRAWAL


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordFeePaid(ProcedureCommand):
    """The court fee is paid, or relief from it was granted."""

    action: ClassVar[Action] = Action.RECORD_FEE_PAID
    relief: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TransferToTrial(ProcedureCommand):
    """The case turns into the trial stage 转入审理."""

    action: ClassVar[Action] = Action.TRANSFER_TO_TRIAL


@dataclass(frozen=True, slots=True, kw_only=True)
class DeemWithdrawn(ProcedureCommand):
    """The fee was not paid in time: the suit counts as withdrawn 按自动撤诉处理."""

    action: ClassVar[Action] = Action.DEEM_WITHDRAWN


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordArbitrationAccepted(ProcedureCommand):
    """The arbitration commission has taken the case."""

    action: ClassVar[Action] = Action.RECORD_ARBITRATION_ACCEPTED


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordArbitrationRefused(ProcedureCommand):
    """The commission does not take it, reason of list `arbitration_refusal_reason`."""

    action: ClassVar[Action] = Action.RECORD_ARBITRATION_REFUSED
