"""Commands of an enforcement 执行: the creditor's application on an instrument, and what becomes of it at the court."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import ClassVar

from app.domain.commands.base import Command
from app.domain.commands.procedures import ProcedureCommand
from app.domain.lifecycle.states import Action
from app.domain.referral import PartyId, ProcedureId
from app.domain.registry_facts import CourtFacts


@dataclass(frozen=True, slots=True, kw_only=True)
class ApplyForEnforcement(Command):
    """The creditor applies alone 申请执行.

    Attributes:
        debtor_id: Against whom.
        basis_id: The procedure that gave the instrument; None for the only one that is in force.
        court_ground: Why that court, of list `enforcement_court_ground`.
        amount: Yuan, without what the law adds for delay; None where no money is asked for.
        court: The court; None for the one that made the instrument, or the referring one for other instruments.
        issuing_court: What the registry says of the court that made the instrument, where that is not the referring
            one.
    """

    action: ClassVar[Action] = Action.APPLY_FOR_ENFORCEMENT
    applicant_ids: tuple[PartyId, ...]
    debtor_id: PartyId
    court_ground: str
    basis_id: ProcedureId | None = None
    amount: Decimal | None = None
    court: CourtFacts | None = None
    issuing_court: CourtFacts | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AcceptEnforcement(ProcedureCommand):
    """The court takes the application 执行立案."""

    action: ClassVar[Action] = Action.ACCEPT_ENFORCEMENT


@dataclass(frozen=True, slots=True, kw_only=True)
class RefuseEnforcement(ProcedureCommand):
    """The court does not take it, reason of list `enforcement_refusal_reason`."""

    action: ClassVar[Action] = Action.REFUSE_ENFORCEMENT


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawEnforcement(ProcedureCommand):
    """The creditor withdraws the application before the court has taken it."""

    action: ClassVar[Action] = Action.WITHDRAW_ENFORCEMENT


@dataclass(frozen=True, slots=True, kw_only=True)
class SettleEnforcement(ProcedureCommand):
    """The parties settle while it is enforced 执行和解; enforcement rests. `perform_by`: last day of the settlement."""

    action: ClassVar[Action] = Action.SETTLE_ENFORCEMENT
    perform_by: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseEnforcementRound(ProcedureCommand):
    """No property was found: the court closes this round 终结本次执行程序."""

    action: ClassVar[Action] = Action.CLOSE_ENFORCEMENT_ROUND


@dataclass(frozen=True, slots=True, kw_only=True)
class RestoreEnforcement(ProcedureCommand):
    """Enforcement goes on 恢复执行: property was found, or a settlement was not kept."""

    action: ClassVar[Action] = Action.RESTORE_ENFORCEMENT


@dataclass(frozen=True, slots=True, kw_only=True)
class CompleteEnforcement(ProcedureCommand):
    """All was enforced, or the settlement performed 执行完毕."""

    action: ClassVar[Action] = Action.COMPLETE_ENFORCEMENT


@dataclass(frozen=True, slots=True, kw_only=True)
class EndEnforcement(ProcedureCommand):
    """The court ends it for good 终结执行, reason of list `enforcement_end_reason`."""

    action: ClassVar[Action] = Action.END_ENFORCEMENT


@dataclass(frozen=True, slots=True, kw_only=True)
class DenyEnforcement(ProcedureCommand):
    """The court rules that the instrument is not enforced 不予执行, reason of list `enforcement_denial_reason`."""

    action: ClassVar[Action] = Action.DENY_ENFORCEMENT
