"""Documents of a referral: putting one, reading their list, reading a content.

A content is stored before the transaction that records it and after one that only looked, so no connection is held
while a disk works. Whatever fails in between leaves at most a content without a document, which the sweep removes.
"""

import hashlib
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from app.domain import commands as c
from app.domain.access import Principal
from app.domain.documents import Document, may_see
from app.domain.errors import Family, Refusal
from app.domain.masking import masked_text
from app.domain.ports import Ports, Sought
from app.domain.referral import OnBehalfOf, PartyId, ReferralId
from app.domain.values import replace
from app.services.envelope import Envelope, Outcome
from app.services.referral_reads import revealed, visible
from app.services.referrals import Wish, transition
from app.services.sharing import require_shared


@dataclass(frozen=True, slots=True, kw_only=True)
class NewDocument:
    """A document as it was sent; its content was checked against media type and hash already."""

    content: bytes = field(repr=False)
    document_class: str
    media_type: str
    name: str | None = None
    sealed_original: bool = False
    signed_by: tuple[PartyId, ...] = ()
    replaces_minutes: bool = False
    occurred_on: date | None = None
    on_behalf_of: OnBehalfOf | None = None


@dataclass(frozen=True, slots=True)
class DocumentsView:
    """Documents that the caller may see, names covered unless `revealed`; `version` is the referral's."""

    documents: tuple[Document, ...]
    revealed: bool
    version: int


@dataclass(frozen=True, slots=True)
class Content:
    """One document with its content."""

    document: Document
    content: bytes = field(repr=False)


class _NotStoredError(Exception):
    """Everything is decided and the content does not lie in the store yet; the attempt is undone and made again."""


async def add(ports: Ports, envelope: Envelope, referral_id: ReferralId, given: NewDocument | Refusal) -> Outcome:
    """Put a document under a visible referral; the answer is 200 with the receipt, which names the document.

    Refuses as every transition, and with `document_store_unavailable`; then nothing is recorded.
    """
    if isinstance(given, Refusal):
        return await transition(ports, envelope, referral_id, given)
    document_id = ports.mint()
    wish = _wish(given, envelope.principal, document_id)
    try:
        return await transition(ports, envelope, referral_id, replace(wish, before_write=_not_stored))
    except _NotStoredError:
        await ports.documents.put(document_id, given.content)
    try:
        outcome = await transition(ports, envelope, referral_id, wish)
    except Refusal as refusal:
        if refusal.sentence.family is not Family.UNAVAILABLE:  # Then nobody knows whether it was recorded.
            await ports.documents.remove(document_id)
        raise
    if outcome.replayed:
        await ports.documents.remove(document_id)
    return outcome


def _not_stored() -> None:
    raise _NotStoredError


def _wish(given: NewDocument, principal: Principal, document_id: UUID) -> Wish:
    command = c.AddDocument(
        document_id=document_id,
        document_class=given.document_class,
        media_type=given.media_type,
        size_bytes=len(given.content),
        sha256=hashlib.sha256(given.content).hexdigest(),
        put_by_id=principal.tenant_id,
        sealed_original=given.sealed_original,
        signed_by=given.signed_by,
        replaces_minutes=given.replaces_minutes,
        name=given.name,
    )
    return Wish(
        build=lambda _facts: command,
        occurred_on=given.occurred_on,
        on_behalf_of=given.on_behalf_of,
        with_dossier=True,
    )


async def listed(ports: Ports, principal: Principal, referral_id: ReferralId, *, reveal: bool = False) -> DocumentsView:
    """The documents of a visible referral that the caller may see, oldest first.

    Names of files in the clear only with scope `parties:reveal`, and then written down. Refuses with `not_found`,
    `scope_missing`.
    """
    async with ports.unit_of_work(principal.tenant_id) as tx:
        sought = Sought(tenant_id=principal.tenant_id, referral_id=referral_id)
        looked = await tx.referrals.load(sought)
        version = visible(looked, principal).referral.version
        await require_shared(ports, tx, principal, looked, ["documents"])
        if reveal:
            await revealed(ports, tx, principal, referral_id, "documents")
        known = (await tx.referrals.dossier(referral_id, principal.tenant_id, ("documents",))).documents
    mine = tuple(document for document in known if may_see(document, principal.tenant_id))
    return DocumentsView(mine if reveal else tuple(map(covered_document, mine)), reveal, version)


def covered_document(document: Document) -> Document:
    """The document with the name of its file covered."""
    if document.name is None:
        return document
    covered: Document = replace(document, name=masked_text("documents", "name_sealed", document.name))
    return covered


async def read(ports: Ports, principal: Principal, referral_id: ReferralId, document_id: UUID) -> Content:
    """One document with its content, which names people: it needs `parties:reveal`, and the reading is written down.

    Refuses with `not_found` for what the caller may not see, `scope_missing`, `document_content_missing`.
    """
    async with ports.unit_of_work(principal.tenant_id) as tx:
        sought = Sought(tenant_id=principal.tenant_id, referral_id=referral_id)
        looked = await tx.referrals.load(sought)
        visible(looked, principal)
        await require_shared(ports, tx, principal, looked, ["documents"])
        known = (await tx.referrals.dossier(referral_id, principal.tenant_id, ("documents",))).documents
        found = next((x for x in known if x.id == document_id and may_see(x, principal.tenant_id)), None)
        if found is None:
            raise Refusal("not_found")
        await revealed(ports, tx, principal, referral_id, "documents")
    return Content(found, await content_of(ports, found))


async def content_of(ports: Ports, document: Document) -> bytes:
    """The content of a document, refused with `document_content_missing` unless it has the recorded hash."""
    content = await ports.documents.content(document.id)
    if hashlib.sha256(content).hexdigest() != document.sha256:
        raise Refusal("document_content_missing")
    return content
