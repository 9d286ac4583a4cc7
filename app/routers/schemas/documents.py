"""Documents of a referral: what is said of one when it is put, and how they are shown."""

from typing import Annotated

from pydantic import Field

from app.domain.access import ActorRole
from app.routers.schemas.common import (
    Day,
    DocumentClass,
    DocumentWithdrawalReason,
    Flag,
    Id,
    LegalDate,
    Name,
    Request,
    View,
)
from app.routers.schemas.transitions import PARTIES_MAX


class DocumentParameters(Request):
    """What the parameters and the header Content-Disposition say of a document."""

    document_class: DocumentClass
    sealed_original: Flag = False
    signed_by: Annotated[tuple[Id, ...], Field(max_length=PARTIES_MAX)] = ()
    replaces_minutes: Flag = False
    occurred_on: LegalDate | None = None
    name: Name | None = None


class DocumentView(View):
    """One document."""

    id: Id
    document_class: DocumentClass
    media_type: str
    size_bytes: int
    sha256: str = Field(description="Of the content, in lower-case hex.")
    put_by: ActorRole = Field(description="Role of whoever put it.")
    put_by_id: Id
    put_on: Day
    sealed_original: bool = Field(description="Whether it is a scan of an original with a seal.")
    signed_by: tuple[Id, ...] = Field(description="Parties that signed it, where that matters.")
    replaces_minutes: bool = Field(description="Of a recording: whether it stands in place of minutes.")
    private: bool = Field(description="Whether nobody but whoever put it ever sees it.")
    withdrawn_on: Day | None
    withdrawal_reason: DocumentWithdrawalReason | None
    name: str | None = Field(description="Name of the file; covered unless revealed.")
    content: str = Field(description="Address of the content.")


class DocumentList(View):
    """All documents that you may see, oldest first."""

    items: tuple[DocumentView, ...]
    revealed: bool
