"""Documents of a referral: what kinds there are, who may put them, and which of them stay with whoever put them.

A document is a file with a hash. Its content lies in the document store; nothing of it stands in events or in the
record of the referral beside kind, size and hash. Whether others may ever see it is decided once, when it is put.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from app.domain.access import ActorRole
from app.domain.parts import Party, PartyId

CONFIDENTIAL: Final = frozenset({"private_notes", "offer", "caucus"})
"""Notes, offers and concessions, statements to the mediator alone: nobody but the organisation ever sees them.

Legal source: IMR 2, 22; OMR 18, 29; CPLI 107.
"""

ON_CONDITION: Final = frozenset({"undisputed_facts", "recording", "signed_minutes"})
"""What the court may have only where the law's condition holds on the day on which it is put."""

BY_ORGANISATION_ONLY: Final = CONFIDENTIAL | ON_CONDITION | {"end_report", "presiding_proof"}
"""What only the organisation that mediates can put."""

BY_COURT_ONLY: Final = frozenset({"court_document"})


@dataclass(frozen=True, slots=True)
class Document:
    """One document; never changed beside its withdrawal, never deleted.

    Attributes:
        document_class: Code of list `document_class`.
        sha256: Of the content, lower-case hex.
        put_by: Role of whoever put it, and `put_by_id` its tenant.
        sealed_original: Whether it is a scan of an original with a seal.
        signed_by: Parties that signed it, where that matters.
        replaces_minutes: Of a recording: whether it was made in place of written minutes.
        private_to: The only tenant that may ever see it; None where everybody may who sees the referral.
        withdrawn_on: Day on which it was marked as put in error, with its coded reason.
        name: Name of the file, which may tell of people: set only when new or to be shown.
    """

    id: UUID
    document_class: str
    media_type: str
    size_bytes: int
    sha256: str
    put_by: str
    put_by_id: UUID
    put_on: date
    sealed_original: bool = False
    signed_by: tuple[UUID, ...] = ()
    replaces_minutes: bool = False
    private_to: UUID | None = None
    withdrawn_on: date | None = None
    withdrawal_reason: str | None = None
    name: str | None = None


def may_put(document_class: str, role: ActorRole) -> bool:
    """Whether that role can put documents of that class."""
    if document_class in BY_ORGANISATION_ONLY:
        return role is ActorRole.ORGANISATION
    return role is ActorRole.COURT or document_class not in BY_COURT_ONLY


def stays_private(
    document_class: str,
    *,
    signed_by: Iterable[UUID],
    replaces_minutes: bool,
    agreeing: Iterable[Party],
    agreement_recorded: bool,
) -> bool:
    """Whether a document is for nobody but whoever puts it, as things stand on the day on which it is put.

    Confidential classes always. Undisputed facts unless every party signed them. Minutes unless every party signed them
    and an agreement is recorded, and a recording unless it replaced the minutes and an agreement is recorded: what was
    said in mediation that failed stays there. What is put before its condition holds is put again when it does.

    Args:
        document_class: Code of list `document_class`.
        signed_by: Ids of the parties that signed.
        replaces_minutes: Whether a recording was lawfully made in place of minutes.
        agreeing: Parties whose signatures are needed.
        agreement_recorded: Whether the referral has an agreement that nobody refused to sign.

    Legal source: OMR 18, 22; IMR 2, 22; DMR 23; CPLI 107.
    """
    if document_class in CONFIDENTIAL:
        return True
    signed = signed_by_all(signed_by, agreeing)
    opened = {
        "undisputed_facts": signed,
        "signed_minutes": signed and agreement_recorded,
        "recording": replaces_minutes and agreement_recorded,
    }
    return not opened.get(document_class, True)


def signed_by_all(signed_by: Iterable[UUID], agreeing: Iterable[Party]) -> bool:
    """Whether all parties whose word is needed have signed."""
    needed: set[PartyId] = {party.id for party in agreeing}
    return bool(needed) and needed <= set(signed_by)


def may_see(document: Document, tenant_id: UUID) -> bool:
    """Whether a tenant that sees the referral sees this document too."""
    return document.private_to in {None, tenant_id}
