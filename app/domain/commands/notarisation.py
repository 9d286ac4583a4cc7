"""Commands of an enforceable notarisation 公证赋强. The notary is no tenant: the organisation records its steps."""

from dataclasses import dataclass
from typing import ClassVar

from app.domain.commands.base import Command
from app.domain.commands.procedures import ProcedureCommand
from app.domain.lifecycle.states import Action
from app.domain.referral import PartyId


@dataclass(frozen=True, slots=True, kw_only=True)
class ApplyForNotarisation(Command):
    """Both parties apply 共同申请公证赋强. `enforcement_promised`: the debtor will accept enforcement."""

    action: ClassVar[Action] = Action.APPLY_FOR_NOTARISATION
    applicant_ids: tuple[PartyId, ...]
    enforcement_promised: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Notarise(ProcedureCommand):
    """The notary notarises the agreement with the promise 赋予强制执行效力."""

    action: ClassVar[Action] = Action.NOTARISE


@dataclass(frozen=True, slots=True, kw_only=True)
class RefuseNotarisation(ProcedureCommand):
    """The notary does not, reason of list `notarisation_refusal_reason`."""

    action: ClassVar[Action] = Action.REFUSE_NOTARISATION


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawNotarisation(ProcedureCommand):
    """The parties withdraw the application."""

    action: ClassVar[Action] = Action.WITHDRAW_NOTARISATION


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestCertificate(ProcedureCommand):
    """After a breach the creditor asks for the certificate 申请执行证书."""

    action: ClassVar[Action] = Action.REQUEST_CERTIFICATE
    applicant_ids: tuple[PartyId, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueCertificate(ProcedureCommand):
    """The notary issues the certificate 出具执行证书."""

    action: ClassVar[Action] = Action.ISSUE_CERTIFICATE


@dataclass(frozen=True, slots=True, kw_only=True)
class RefuseCertificate(ProcedureCommand):
    """The notary issues none, reason of list `certificate_refusal_reason`."""

    action: ClassVar[Action] = Action.REFUSE_CERTIFICATE
