"""What lies under a referral, as it can be read.

What may tell of people is in `PartyView`, `TermView` and `AssignmentView`, nowhere else here; see `dossier.py` too.
"""

from typing import Any, Literal

from pydantic import Field

from app.domain.access import ActorRole
from app.domain.binding import BindingBasis
from app.domain.lifecycle.states import AgreementState, ClockState, EventType, Machine, SignerRole
from app.domain.periods import RuleId
from app.routers.schemas.common import (
    AgreementForm,
    AgreementSubject,
    ConsentKind,
    ContactMeans,
    ContactResult,
    Day,
    DefaultClause,
    Id,
    IdType,
    Instant,
    MediatorChangeReason,
    NoticeMeans,
    PartyKind,
    PartyRole,
    ProcedureKind,
    SessionCancelReason,
    SessionMode,
    SuccessionGround,
    View,
    Yuan,
)
from app.routers.schemas.receipt import Links


class PartyView(View):
    """A party with its data, masked unless revealed."""

    id: Id
    role: PartyRole
    kind: PartyKind
    represented_count: int
    succeeded_on: Day | None = Field(description="Day from which others stand in its place; it stays in the record.")
    succession_ground: SuccessionGround | None
    succeeds_id: Id | None = Field(description="Of an heir or successor: the party in whose place it stands.")
    name: str
    id_type: IdType | None
    id_number: str | None
    phone: str | None
    address: str | None


class PartyList(View):
    """All parties, in their order."""

    items: tuple[PartyView, ...]
    revealed: bool


class HistoryItem(View):
    """One event of the referral, as in the feed but without a position."""

    id: Id
    type: EventType
    referral_id: Id
    referral_version: int
    occurred_on: Day
    occurred_at: Instant
    recorded_at: Instant
    actor_role: ActorRole
    data: dict[str, Any] = Field(description="States before and after, codes, due dates, sources of law.")
    links: Links


class HistoryList(View):
    """A page of the referral's events, oldest first."""

    items: tuple[HistoryItem, ...]
    next: str | None = Field(description="Give it back as `after` for the next page; null on the last.")


class DeadlineView(View):
    """One legal period of the referral."""

    id: Id
    rule: RuleId
    region: Machine
    state: ClockState
    started_on: Day = Field(description="Day of the starting event; it is not counted.")
    raw_end_on: Day = Field(description="Last day before it is moved off rest days.")
    due_on: Day | None = Field(description="Last day, inclusive; null while paused.")
    provisional: bool = Field(description="True while the holiday notice of a year concerned is not published.")
    paused_on: Day | None
    paused_days: int
    closed_on: Day | None
    term_id: Id | None = Field(description="The instalment, where it is the clock of one.")


class ExclusionView(View):
    """Days that do not count in the trial term 审限, both inclusive: the extension of a mediation after filing."""

    from_on: Day = Field(description="The day after the raw end of the term without its extension.")
    to_on: Day = Field(description="Last day of the extension, or the day on which mediation was over before.")
    rule: RuleId


class DeadlineList(View):
    """All periods, oldest first."""

    items: tuple[DeadlineView, ...]
    trial_term_exclusions: tuple[ExclusionView, ...] = Field(
        description="After filing; the first fifteen or seven days count."
    )


class ConsentView(View):
    """What a party said on one matter; the latest of a kind stands."""

    id: Id
    party_id: Id
    kind: ConsentKind
    given: bool
    given_on: Day


class ConsentList(View):
    """All consents, oldest first."""

    items: tuple[ConsentView, ...]


class ContactView(View):
    """One question put to one party; what was said is not shown."""

    id: Id
    party_id: Id
    purpose: Literal["consultation", "contact"]
    contacted_on: Day
    means: ContactMeans
    result: ContactResult
    entered_in_error_on: Day | None = Field(description="Day on which it was marked as entered in error.")


class ContactList(View):
    """All contacts, oldest first."""

    items: tuple[ContactView, ...]


class SessionView(View):
    """One mediation session 调解场次."""

    id: Id
    number: int
    mode: SessionMode
    state: Literal["scheduled", "held", "missed", "cancelled"]
    scheduled_on: Day
    held_on: Day | None
    absent_party_ids: tuple[Id, ...]
    reason: SessionCancelReason | None = Field(description="Why it was cancelled.")
    entered_in_error_on: Day | None = Field(description="Day on which it was marked as entered in error.")


class SessionList(View):
    """All sessions by number."""

    items: tuple[SessionView, ...]


class AssignmentView(View):
    """One organisation's turn; current while `ended_on` is null."""

    id: Id
    organisation_id: Id
    offered_on: Day
    accepted_on: Day | None
    late: bool
    ended_on: Day | None
    ending: (
        Literal["declined", "taken_back", "replaced", "handed_back", "dispatched", "referred_back", "recalled"] | None
    )
    reason: str | None
    explanation: str | None = Field(description="Why it declined or handed it back. Reading it is recorded.")


class MediatorAssignmentView(View):
    """One mediator's turn."""

    id: Id
    mediator_id: Id
    assigned_on: Day
    lead: bool
    ended_on: Day | None
    reason: MediatorChangeReason | None = Field(description="Why the turn ended.")
    conflict: Literal["open", "waived"] | None = Field(
        description="A disclosed relation: still to be decided, or waived by all parties."
    )


class MediatorAssignmentList(View):
    """All mediators of the referral, oldest first."""

    items: tuple[MediatorAssignmentView, ...]


class AssignmentList(View):
    """Organisations and mediators that had the referral, oldest first."""

    items: tuple[AssignmentView, ...]
    mediators: tuple[MediatorAssignmentView, ...]


class TermView(View):
    """One promise of an agreement."""

    id: Id
    payer_party_id: Id | None
    amount: Yuan | None
    due_on: Day | None
    text: str | None
    account: str | None = Field(description="To which account it is paid, or how it is handed over.")


class SignatureView(View):
    """One signature or seal."""

    id: Id
    role: SignerRole
    party_id: Id | None
    signed_on: Day
    means: str
    representative_id: Id | None = Field(description="Who signed for the party; null where it signed itself.")


class SignerView(View):
    """Somebody whose signature is still needed."""

    role: SignerRole
    party_id: Id | None


class AgreementServiceView(View):
    """The present text was given to one party."""

    party_id: Id
    served_on: Day
    means: NoticeMeans


class AgreementView(View):
    """The agreement, its terms, who signed and who has yet to."""

    id: Id
    state: AgreementState
    partial: bool
    drafted_on: Day
    effective_on: Day | None
    performed_on: Day | None
    draft_number: int = Field(description="1 for the first text, one more for each amendment.")
    form: AgreementForm
    recorded_by: Id | None = Field(description="The mediator who recorded an oral agreement.")
    guarantor_ids: tuple[Id, ...] = Field(description="Parties who stand surety, each by consent of its own.")
    default_clause: DefaultClause
    planned: tuple[ProcedureKind, ...]
    subjects: tuple[AgreementSubject, ...] = Field(description="What it settles that no court confirms.")
    enforcement_promised: bool
    signing_clause: bool = Field(description="Whether it says that it is in force once signed.")
    recorded_on: Day | None = Field(description="Day on which the court put such an agreement on its record.")
    binding_from: Day | None = Field(description="Day from which nobody goes back on it; null while somebody may.")
    binding_basis: BindingBasis | None = Field(description="Why it binds, or that it does not yet.")
    served: tuple[AgreementServiceView, ...] = Field(description="Who was given the present text.")
    filed_on: Day | None = Field(description="Day on which a copy went to the court that referred.")
    breached_on: Day | None = Field(description="Day on which it was reported that a promise was not kept.")
    terms: tuple[TermView, ...]
    signatures: tuple[SignatureView, ...]
    missing: tuple[SignerView, ...]
