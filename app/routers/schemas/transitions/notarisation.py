"""The enforceable notarisation 公证赋强: the joint application, and what the notary did."""

from typing import Literal

from pydantic import Field

from app.routers.schemas.common import CertificateRefusalReason, Flag, NotarisationRefusalReason
from app.routers.schemas.transitions.base import Act, PartyIds, ProcedureAct


class ApplyForNotarisationRequest(Act):
    """Both parties apply to a notary 共同申请公证赋强."""

    action: Literal["apply_for_notarisation"]
    applicant_ids: PartyIds
    enforcement_promised: Flag = Field(description="The debtor has promised to accept enforcement.")


class NotariseRequest(ProcedureAct):
    """The notary notarises the agreement with the promise 赋予强制执行效力."""

    action: Literal["notarise"]


class RefuseNotarisationRequest(ProcedureAct):
    """The notary does not notarise it."""

    action: Literal["refuse_notarisation"]
    reason: NotarisationRefusalReason


class WithdrawNotarisationRequest(ProcedureAct):
    """The parties withdraw the application."""

    action: Literal["withdraw_notarisation"]


class RequestCertificateRequest(ProcedureAct):
    """After a breach the creditor asks for the certificate of enforcement 申请执行证书."""

    action: Literal["request_certificate"]
    applicant_ids: PartyIds = Field(description="The creditors.")


class IssueCertificateRequest(ProcedureAct):
    """The notary issues the certificate 出具执行证书."""

    action: Literal["issue_certificate"]


class RefuseCertificateRequest(ProcedureAct):
    """The notary issues no certificate: the creditor sues."""

    action: Literal["refuse_certificate"]
    reason: CertificateRefusalReason
