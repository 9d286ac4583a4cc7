"""What may be handed over to a court, for which purpose: one table, one pure filter.

Whatever is not in the table stays behind. Notes, offers and separate talks are in no row of it and enter no package.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from app.domain.documents import CONFIDENTIAL, Document, signed_by_all
from app.domain.dossier import ServiceAddress
from app.domain.lifecycle.states import MediationState
from app.domain.referral import AGREEMENT_GONE, Referral
from app.domain.sources import SourceId as S


class Purpose(StrEnum):
    """What a package is for; codes of list `handover_purpose`."""

    TRIAL = "trial"
    CONFIRMATION = "confirmation"
    STATEMENT = "statement"
    SHAM_REVIEW = "sham_review"


class Reason(StrEnum):
    """Why a document is kept back.

    confidential           it is for nobody but whoever put it
    withdrawn              it was put in error
    not_signed_by_all      a party that must sign has not
    minutes_not_replaced   a recording that does not stand in place of minutes
    no_agreement           what was said in mediation goes on only behind an agreement
    not_for_this_purpose   the purpose does not need it
    """

    CONFIDENTIAL = "confidential"
    WITHDRAWN = "withdrawn"
    NOT_SIGNED_BY_ALL = "not_signed_by_all"
    MINUTES_NOT_REPLACED = "minutes_not_replaced"
    NO_AGREEMENT = "no_agreement"
    NOT_FOR_THIS_PURPOSE = "not_for_this_purpose"


@dataclass(frozen=True, slots=True)
class Passing:
    """A document of the package and the source that lets it pass."""

    document: Document
    source: str


@dataclass(frozen=True, slots=True)
class Kept:
    """A document that stays behind, and why."""

    document: Document
    reason: Reason


@dataclass(frozen=True, slots=True)
class Missing:
    """Something that the purpose needs and the record lacks."""

    code: str
    source: str


@dataclass(frozen=True, slots=True)
class Package:
    """What goes and what stays."""

    purpose: Purpose
    passing: tuple[Passing, ...]
    kept: tuple[Kept, ...]
    missing: tuple[Missing, ...]


P = Purpose
_FAILED, _AGREED, _COURT, _SHAM = (P.TRIAL,), (P.CONFIRMATION, P.STATEMENT), (P.TRIAL, P.STATEMENT), (P.SHAM_REVIEW,)
_ALL: Final = tuple(Purpose)

# fmt: off
_ROWS: Final[tuple[tuple[str, tuple[Purpose, ...], S], ...]] = (
    # class                      purposes              source
    ("complaint",                (*_COURT, *_SHAM),    S.OMR_21),
    ("application",              (*_AGREED, *_SHAM),   S.OMR_8),
    ("identity",                 _ALL,                 S.CPLI_354),
    ("evidence",                 _ALL,                 S.OMR_21),
    ("rights_notice",            _ALL,                 S.IMR_14),
    ("consent",                  _ALL,                 S.IMR_11),
    ("service_address",          _ALL,                 S.OMR_17),
    ("undisputed_facts",         _FAILED,              S.OMR_18),
    ("end_report",               (*_COURT, *_SHAM),    S.OMR_21),
    ("appraisal_report",         _ALL,                 S.OMR_26),
    ("agreement",                (*_AGREED, *_SHAM),   S.CPLI_354),
    ("presiding_proof",          _AGREED,              S.CPLI_354),
    ("confirmation_application", (P.CONFIRMATION,),    S.CPLI_354),
    ("signed_minutes",           _AGREED,              S.OMR_22),
    ("recording",                _AGREED,              S.OMR_22),
    ("court_document",           _ALL,                 S.OMR_21),
)
# fmt: on

TABLE: Final[Mapping[tuple[Purpose, str], str]] = {
    (purpose, document_class): source.value for document_class, purposes, source in _ROWS for purpose in purposes
}
"""Source that lets a class of documents pass for a purpose; what has no entry stays behind.

Legal source: IMR 21, 22; OMR 17, 18, 21, 22, 23, 26; CPLI 107, 354.
"""

_NEEDED: Final[Mapping[Purpose, tuple[tuple[str, S], ...]]] = {
    P.TRIAL: (("complaint", S.OMR_21), ("end_report", S.OMR_21)),
    P.CONFIRMATION: (
        ("confirmation_application", S.CPLI_354),
        ("agreement", S.CPLI_354),
        ("presiding_proof", S.CPLI_354),
        ("identity", S.CPLI_354),
    ),
    P.STATEMENT: (("agreement", S.CPL_100),),
    P.SHAM_REVIEW: (),
}
"""Documents without which a package is not complete."""


def package(purpose: Purpose, referral: Referral, documents: Iterable[Document]) -> Package:
    """The package for a purpose.

    Args:
        purpose: What it is for.
        referral: With parties, consents, agreement and addresses for service.
        documents: Those that the caller may see; others are counted elsewhere.
    """
    passing: list[Passing] = []
    kept: list[Kept] = []
    for document in documents:
        reason = kept_back(purpose, referral, document)
        if reason is None:
            passing.append(Passing(document, TABLE[purpose, document.document_class]))
        else:
            kept.append(Kept(document, reason))
    there = {each.document.document_class for each in passing}
    return Package(purpose, tuple(passing), tuple(kept), tuple(_missing(purpose, referral, there)))


def kept_back(purpose: Purpose, referral: Referral, document: Document) -> Reason | None:
    """Why a document stays behind; None where it goes."""
    if document.document_class in CONFIDENTIAL:
        return Reason.CONFIDENTIAL
    if document.withdrawn_on is not None:
        return Reason.WITHDRAWN
    if (purpose, document.document_class) not in TABLE:
        return Reason.NOT_FOR_THIS_PURPOSE
    condition = _CONDITIONS.get(document.document_class)
    unmet = None if condition is None else condition(referral, document)
    if unmet is None and document.private_to is not None:
        return Reason.CONFIDENTIAL
    return unmet


def hidden_reason(document_class: str) -> Reason:
    """Why documents of a class that the caller may not see stay behind, as far as it may be told."""
    return Reason.NOT_SIGNED_BY_ALL if document_class == "undisputed_facts" else Reason.CONFIDENTIAL


def agreement_stands(referral: Referral) -> bool:
    """Whether there is an agreement that nobody refused to sign."""
    return referral.agreement is not None and referral.agreement.state not in AGREEMENT_GONE


def _facts_signed(referral: Referral, document: Document) -> Reason | None:
    return None if signed_by_all(document.signed_by, referral.agreeing_parties) else Reason.NOT_SIGNED_BY_ALL


def _minutes_signed(referral: Referral, document: Document) -> Reason | None:
    if not signed_by_all(document.signed_by, referral.agreeing_parties):
        return Reason.NOT_SIGNED_BY_ALL
    return None if agreement_stands(referral) else Reason.NO_AGREEMENT


def _minutes_replaced(referral: Referral, document: Document) -> Reason | None:
    """A recording goes where the minutes that it replaces would."""
    agreed = (referral.word_of(x.id, document.put_on, "recording") for x in referral.agreeing_parties)
    if not (document.replaces_minutes and all(agreed)):
        return Reason.MINUTES_NOT_REPLACED
    return None if agreement_stands(referral) else Reason.NO_AGREEMENT


_CONDITIONS: Final[Mapping[str, Callable[[Referral, Document], Reason | None]]] = {
    "undisputed_facts": _facts_signed,
    "signed_minutes": _minutes_signed,
    "recording": _minutes_replaced,
}


def _missing(purpose: Purpose, referral: Referral, there: set[str]) -> Iterable[Missing]:
    """What the purpose needs: documents, then facts of the record."""
    for document_class, source in _NEEDED[purpose]:
        if document_class not in there:
            yield Missing(f"document_{document_class}", source.value)
    if purpose is Purpose.TRIAL and referral.state not in {MediationState.MEDIATION_ENDED, MediationState.CLOSED}:
        yield Missing("mediation_end", S.OMR_21.value)
    if purpose in _AGREED:
        if not agreement_stands(referral) or referral.agreement is None or referral.agreement.effective_on is None:
            yield Missing("effective_agreement", S.CPLI_354.value)
        if not _addresses_of_all(referral, referral.dossier.service_addresses) and "service_address" not in there:
            yield Missing("service_addresses", S.OMR_17.value)


def _addresses_of_all(referral: Referral, addresses: Iterable[ServiceAddress]) -> bool:
    confirmed = {address.party_id for address in addresses}
    return all(party.id in confirmed for party in referral.agreeing_parties)
