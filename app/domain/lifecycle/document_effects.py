"""What the actions on documents write down. Of a document that stays private its event tells the class alone.

An id, a hash or a size would tell those who may not see it of what it is: a short offer can be guessed by its hash.
"""

from collections.abc import Callable
from typing import Any, Final

from app.domain import commands as c
from app.domain.documents import Document, stays_private
from app.domain.lifecycle.step import Step
from app.domain.referral import AGREEMENT_GONE, Referral
from app.domain.values import replace

Facts = dict[str, object]


def _with(referral: Referral, documents: tuple[Document, ...]) -> Referral:
    dossier = replace(referral.dossier, documents=documents)
    return replace(referral, dossier=dossier)


def agreement_recorded(referral: Referral) -> bool:
    """Whether there is an agreement that nobody refused to sign."""
    return referral.agreement is not None and referral.agreement.state not in AGREEMENT_GONE


def _added(referral: Referral, command: c.AddDocument, step: Step) -> tuple[Referral, Facts]:
    private = stays_private(
        command.document_class,
        signed_by=command.signed_by,
        replaces_minutes=command.replaces_minutes,
        agreeing=referral.agreeing_parties,
        agreement_recorded=agreement_recorded(referral),
    )
    new = Document(
        id=command.document_id,
        document_class=command.document_class,
        media_type=command.media_type,
        size_bytes=command.size_bytes,
        sha256=command.sha256,
        put_by=step.actor,
        put_by_id=command.put_by_id,
        put_on=step.on,
        sealed_original=command.sealed_original,
        signed_by=command.signed_by,
        replaces_minutes=command.replaces_minutes,
        private_to=command.put_by_id if private else None,
        name=command.name,
    )
    facts = _told(new)
    if not private:
        facts |= {"sha256": new.sha256, "size_bytes": new.size_bytes}
    return _with(referral, (*referral.dossier.documents, new)), facts


def _withdrawn(referral: Referral, command: c.WithdrawDocument, step: Step) -> tuple[Referral, Facts]:
    known = {document.id: document for document in referral.dossier.documents}
    gone: Document = replace(known[command.document_id], withdrawn_on=step.on, withdrawal_reason=command.reason)
    known[gone.id] = gone
    return _with(referral, tuple(known.values())), {**_told(gone), "reason": command.reason}


def _told(document: Document) -> Facts:
    told: Facts = {"document_class": document.document_class}
    return told if document.private_to is not None else {"document_id": str(document.id), **told}


DOCUMENT_EFFECTS: Final[dict[type[c.Command], Callable[[Referral, Any, Step], tuple[Referral, Facts]]]] = {
    c.AddDocument: _added,
    c.WithdrawDocument: _withdrawn,
}
