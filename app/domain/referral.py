"""The referral: one frozen aggregate of everything the lifecycle decides on.

It carries no personal data. Names, numbers, phones and addresses live in `PartyDetails`, which the adapters encrypt and
which no rule of the lifecycle reads.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import NewType
from uuid import UUID

from app.domain.access import CourtId, OrganisationId
from app.domain.lifecycle.states import (
    AgreementState,
    Body,
    ClockState,
    Closure,
    EndReason,
    Kind,
    Machine,
    MediationState,
    Outcome,
    Route,
    SignerRole,
    Stage,
    Track,
)

ReferralId = NewType("ReferralId", UUID)
PartyId = NewType("PartyId", UUID)
MediatorId = NewType("MediatorId", UUID)
ProcedureId = NewType("ProcedureId", UUID)
SessionId = NewType("SessionId", UUID)


@dataclass(frozen=True, slots=True)
class PartyDetails:
    """Personal data of one party as given; encrypted by field before it is stored.

    Attributes:
        name: Name as given.
        id_type: Code of list `id_type`, or None.
        id_number: Number of that document, checked at the edge, or None.
        phone: Phone number, or None.
        address: Postal address, or None.
    """

    name: str
    id_type: str | None = None
    id_number: str | None = None
    phone: str | None = None
    address: str | None = None


@dataclass(frozen=True, slots=True)
class Party:
    """One side or group. `represented_count` is 1 unless the party stands for a group.

    `details` is set only when the details are new and must be written; a loaded referral never carries them.
    """

    id: PartyId
    role: str
    kind: str
    represented_count: int
    has_identity: bool
    details: PartyDetails | None = None

    @property
    def must_agree(self) -> bool:
        """Whether consent and signature of this party are needed: applicants and respondents."""
        return self.role in {"applicant", "respondent"}


@dataclass(frozen=True, slots=True)
class Consent:
    """One party's word on one matter on one day; the latest of a kind stands."""

    id: UUID
    party_id: PartyId
    kind: str
    given: bool
    given_on: date


@dataclass(frozen=True, slots=True)
class Assignment:
    """One organisation's turn. At most one is current (`ended_on` is None).

    `explanation` (why it declined, in its own words) may tell of people: written once, loaded only to be shown.
    """

    id: UUID
    organisation_id: OrganisationId
    offered_on: date
    accepted_on: date | None = None
    late: bool = False
    ended_on: date | None = None
    ending: str | None = None
    reason: str | None = None
    explanation: str | None = None


@dataclass(frozen=True, slots=True)
class MediatorAssignment:
    """One mediator's turn; the first is the lead."""

    id: UUID
    mediator_id: MediatorId
    assigned_on: date
    lead: bool


@dataclass(frozen=True, slots=True)
class Contact:
    """One question put to one party. `statement` (what they said) is personal data: written once, never loaded."""

    id: UUID
    party_id: PartyId
    purpose: str
    contacted_on: date
    means: str
    result: str
    statement: str | None = None


@dataclass(frozen=True, slots=True)
class MediationSession:
    """One meeting 调解场次: scheduled, then held or missed."""

    id: SessionId
    number: int
    mode: str
    state: str
    scheduled_on: date
    held_on: date | None = None
    absent_party_ids: tuple[PartyId, ...] = ()


OPEN_CLOCK_STATES = frozenset({ClockState.RUNNING, ClockState.PAUSED})


@dataclass(frozen=True, slots=True)
class Clock:
    """One legal period of this referral.

    Attributes:
        rule: Id of the period, such as `T05`.
        started_on: Day of the starting event; it is not counted.
        raw_end_on: Last day before rolling.
        due_on: Last day, inclusive; None while paused, so that a paused clock has no due date in force.
        provisional: True when the calendar of a year concerned is not yet published.
        paused_on: First day of the present pause, or None.
        paused_days: Days of finished pauses.
        closed_on: Day on which the clock was met or missed.
    """

    id: UUID
    rule: str
    region: Machine
    state: ClockState
    started_on: date
    raw_end_on: date
    due_on: date | None
    provisional: bool
    paused_on: date | None = None
    paused_days: int = 0
    closed_on: date | None = None

    @property
    def is_open(self) -> bool:
        """Whether it runs or is paused."""
        return self.state in OPEN_CLOCK_STATES


@dataclass(frozen=True, slots=True)
class Term:
    """One promise of an agreement: who pays or does what, how much (yuan), by when."""

    id: UUID
    payer_party_id: PartyId | None
    amount: Decimal | None
    due_on: date | None
    text: str | None = None


@dataclass(frozen=True, slots=True)
class Agreement:
    """The agreement under this referral and its state.

    Attributes:
        effective_on: Day on which the last constitutive signature was given.
        window_from: Day from which the joint-application window counts: the earlier reading where two regimes apply.
    """

    id: UUID
    state: AgreementState
    partial: bool
    drafted_on: date
    effective_on: date | None = None
    window_from: date | None = None
    performed_on: date | None = None
    terms: tuple[Term, ...] = ()


@dataclass(frozen=True, slots=True)
class Signature:
    """One signature or seal on the agreement. `party_id` is None for mediator and organisation."""

    id: UUID
    role: SignerRole
    party_id: PartyId | None
    signed_on: date
    means: str


@dataclass(frozen=True, slots=True)
class Procedure:
    """One outcome procedure under the referral; `state` is a value of the state enum of its machine."""

    id: ProcedureId
    machine: Machine
    state: str
    opened_on: date
    applicant_ids: tuple[PartyId, ...] = ()
    decided_on: date | None = None
    reason: str | None = None
    case_number: str | None = None


@dataclass(frozen=True, slots=True)
class Referral:
    """One dispute handed from a court to an organisation, with all that the lifecycle needs to judge it.

    Attributes:
        version: Number of transitions so far; raised by every action and by nothing else.
        holder_id: The organisation that holds it now, or None.
        holder_ancestor_ids: Organisations above the holder, nearest first; they see what the holder sees.
        last_fact_on: Legal date of the latest fact.
        last_act_on: Legal date of the latest fact that somebody other than time caused.
        advice: What the court told the party on returning the application, which may tell of people: written once,
            loaded only to be shown.
        chain: Hash of the latest event, empty before the first.
    """

    id: ReferralId
    dispute_id: UUID
    kind: Kind
    track: Track
    court_id: CourtId
    cause_code: str | None
    cause_version: str | None
    on_court_platform: bool
    state: MediationState | None
    version: int
    opened_on: date
    last_fact_on: date
    last_act_on: date
    parties: tuple[Party, ...]
    body: Body | None = None
    channel_id: UUID | None = None
    holder_id: OrganisationId | None = None
    holder_ancestor_ids: tuple[OrganisationId, ...] = ()
    outcome: Outcome | None = None
    end_reason: EndReason | None = None
    closure: Closure | None = None
    route: Route | None = None
    materials_received_on: date | None = None
    advice: str | None = None
    chain: bytes = b""
    consents: tuple[Consent, ...] = ()
    assignments: tuple[Assignment, ...] = ()
    mediators: tuple[MediatorAssignment, ...] = ()
    contacts: tuple[Contact, ...] = ()
    sessions: tuple[MediationSession, ...] = ()
    clocks: tuple[Clock, ...] = ()
    agreement: Agreement | None = None
    signatures: tuple[Signature, ...] = ()
    procedures: tuple[Procedure, ...] = ()

    @property
    def audience(self) -> tuple[UUID, ...]:
        """Tenants that see the referral now: the court, the holder, the holder's ancestors."""
        holder = () if self.holder_id is None else (self.holder_id, *self.holder_ancestor_ids)
        return (self.court_id, *holder)

    @property
    def bound_party_ids(self) -> frozenset[PartyId]:
        """Parties whom the agreement binds, so that they sign and apply: the agreeing ones, and whoever is to pay."""
        terms = () if self.agreement is None else self.agreement.terms
        payers = {term.payer_party_id for term in terms if term.payer_party_id is not None}
        return frozenset(payers | {party.id for party in self.agreeing_parties})

    @property
    def agreeing_parties(self) -> tuple[Party, ...]:
        """Parties whose consent and signature are needed."""
        return tuple(party for party in self.parties if party.must_agree)

    def party(self, party_id: PartyId) -> Party | None:
        """The party of that id, or None."""
        return next((party for party in self.parties if party.id == party_id), None)

    def word_of(self, party_id: PartyId, by: date, kind: str = "mediate") -> bool | None:
        """The party's word on a matter as of a day: the latest by its date, of one day the one recorded last.

        None where the party has said nothing by then; silence is no consent.
        """
        words = [c for c in self.consents if c.party_id == party_id and c.kind == kind and c.given_on <= by]
        return max(reversed(words), key=lambda word: word.given_on).given if words else None

    def silent_by(self, day: date) -> tuple[Party, ...]:
        """Agreeing parties that have not consented to mediation by a day."""
        return tuple(party for party in self.agreeing_parties if not self.word_of(party.id, day))

    def clock(self, rule: str) -> Clock | None:
        """The open (running or paused) clock of that rule, or None."""
        return next((clock for clock in self.clocks if clock.rule == rule and clock.is_open), None)

    def latest_clock(self, rule: str) -> Clock | None:
        """The newest clock of that rule in any state, or None."""
        return next((clock for clock in reversed(self.clocks) if clock.rule == rule), None)

    def procedure(self, procedure_id: ProcedureId | None) -> Procedure | None:
        """The procedure of that id, or None."""
        return next((p for p in self.procedures if p.id == procedure_id), None)

    def procedures_of(self, machine: Machine) -> tuple[Procedure, ...]:
        """All procedures of one kind, oldest first."""
        return tuple(p for p in self.procedures if p.machine is machine)

    @property
    def current_assignment(self) -> Assignment | None:
        """The organisation's turn that is not over, or None."""
        return next((a for a in self.assignments if a.ended_on is None), None)

    @property
    def stage(self) -> Stage:
        """The derived stage: an open procedure first, then the mediation and agreement regions."""
        open_kinds = {p.machine for p in self.procedures if p.state in OPEN_PROCEDURE_STATES}
        if Machine.JUDICIAL_CONFIRMATION in open_kinds:
            return Stage.CONFIRMATION
        if Machine.CASE_REGISTRATION in open_kinds:
            return Stage.FILING
        if self.state is MediationState.MEDIATION_ENDED and self._agreement_alive:
            return Stage.AGREEMENT
        return STAGE_OF[self.state] if self.state is not None else Stage.INTAKE

    @property
    def _agreement_alive(self) -> bool:
        return self.agreement is not None and self.agreement.state is not AgreementState.REFUSED


OPEN_PROCEDURE_STATES = frozenset({"applied", "under_review", "handed_over"})
"""Procedure states from which a further step of the court is awaited."""

STAGE_OF: dict[MediationState, Stage] = {
    MediationState.CONSULTING: Stage.INTAKE,
    MediationState.RETURNED: Stage.CLOSED,
    MediationState.AWAITING_ACCEPTANCE: Stage.DELEGATED,
    MediationState.OVERDUE: Stage.DELEGATED,
    MediationState.UNASSIGNED: Stage.DELEGATED,
    MediationState.ACCEPTED: Stage.ACCEPTED,
    MediationState.CONTACTING: Stage.ACCEPTED,
    MediationState.MEDIATING: Stage.ACCEPTED,
    MediationState.APPRAISING: Stage.ACCEPTED,
    MediationState.TERM_EXPIRED: Stage.ACCEPTED,
    MediationState.MEDIATION_ENDED: Stage.MEDIATED,
    MediationState.CLOSED: Stage.CLOSED,
}


def due_dates(clocks: Iterable[Clock]) -> dict[str, date]:
    """Rule to last day, for the clocks that run."""
    return {c.rule: c.due_on for c in clocks if c.state is ClockState.RUNNING and c.due_on is not None}


@dataclass(frozen=True, slots=True)
class OnBehalfOf:
    """Whom a tenant acts for: a role and, where there is one, the party or mediator."""

    role: str
    id: UUID | None = None
