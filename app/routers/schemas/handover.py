"""Packages that are handed over to a court."""

from pydantic import Field

from app.domain.handover import Purpose, Reason
from app.domain.lifecycle.states import AgreementState, Closure, EndReason, Kind, MediationState, Outcome, Track
from app.routers.schemas.common import Day, DocumentClass, Id, View


class PackagedDocumentView(View):
    """One document of the package."""

    id: Id
    document_class: DocumentClass
    media_type: str
    size_bytes: int
    sha256: str
    content: str = Field(description="Address of the content.")
    source: str = Field(description="Legal source that lets it pass.")


class KeptDocumentsView(View):
    """Documents that stay behind; which they are is not told."""

    document_class: DocumentClass
    reason: Reason
    count: int


class MissingView(View):
    """Something that the purpose needs and the record lacks."""

    code: str = Field(description="`document_` and a class, or a fact of the record.")
    source: str


class HandoverFactsView(View):
    """Facts of the record that go along; no names and no words of the negotiation."""

    number: str
    kind: Kind
    track: Track
    cause_code: str | None
    state: MediationState | None
    outcome: Outcome | None
    end_reason: EndReason | None
    closure: Closure | None
    opened_on: Day
    mediation_started_on: Day | None
    reported_on: Day | None
    agreement_state: AgreementState | None
    agreement_effective_on: Day | None
    party_ids_with_service_address: tuple[Id, ...]


class HandoverView(View):
    """A package: what goes, what is missing, and how much stays behind."""

    purpose: Purpose
    facts: HandoverFactsView
    documents: tuple[PackagedDocumentView, ...]
    missing: tuple[MissingView, ...]
    kept_back: tuple[KeptDocumentsView, ...]
    complete: bool = Field(description="Whether nothing is missing.")
