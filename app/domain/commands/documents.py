"""Commands on documents. The name of a file may tell of people and is encrypted when stored."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from app.domain.access import TenantId
from app.domain.commands.base import Command
from app.domain.lifecycle.states import Action
from app.domain.referral import PartyId


@dataclass(frozen=True, slots=True, kw_only=True)
class AddDocument(Command):
    """A file is put under the referral; its content lies in the document store under `document_id` already.

    `document_class` of list `document_class`; `sha256` of the content, lower-case hex; `put_by_id` the tenant.
    """

    action: ClassVar[Action] = Action.ADD_DOCUMENT
    document_id: UUID
    document_class: str
    media_type: str
    size_bytes: int
    sha256: str
    put_by_id: TenantId
    sealed_original: bool = False
    signed_by: tuple[PartyId, ...] = ()
    replaces_minutes: bool = False
    name: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawDocument(Command):
    """A document was put in error; it stays and is marked. `reason` of list `document_withdrawal_reason`."""

    action: ClassVar[Action] = Action.WITHDRAW_DOCUMENT
    document_id: UUID
    reason: str
