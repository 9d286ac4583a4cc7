"""The parts of a referral that the lifecycle reads and writes, each a frozen value. None carries personal data.

Names, numbers, phones and addresses live in `PartyDetails`, which the adapters encrypt and no rule reads.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import NewType
from uuid import UUID

from app.domain.access import CourtId, OrganisationId
from app.domain.lifecycle.states import AgreementState, Body, ClockState, Machine, SignerRole

ReferralId = NewType("ReferralId", UUID)
PartyId = NewType("PartyId", UUID)
MediatorId = NewType("MediatorId", UUID)
ProcedureId = NewType("ProcedureId", UUID)
SessionId = NewType("SessionId", UUID)
SeriesId = NewType("SeriesId", UUID)


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

    Attributes:
        succeeded_on: Day from which its heirs or successors stand in its place; it stays in the record.
        succession_ground: Code of list `succession_ground`.
        succeeds_id: Of an heir or successor: the party in whose place it stands.
    """

    id: PartyId
    role: str
    kind: str
    represented_count: int
    has_identity: bool
    details: PartyDetails | None = None
    succeeded_on: date | None = None
    succession_ground: str | None = None
    succeeds_id: PartyId | None = None

    @property
    def must_agree(self) -> bool:
        """Whether consent and signature of this party are needed: applicants and respondents that nobody succeeded."""
        return self.succeeded_on is None and self.role in {"applicant", "respondent"}


@dataclass(frozen=True, slots=True)
class Consent:
    """One party's word on one matter on one day; the latest of a kind stands."""

    id: UUID
    party_id: PartyId
    kind: str
    given: bool
    given_on: date


@dataclass(frozen=True, slots=True)
class Custody:
    """Where in the tree of a partner body an organisation had its turn; only what came through a head office has one.

    Attributes:
        level: 0 for the organisation that the court named, 1 for one that it dispatched to, and so on down.
        passed_by: The organisation that dispatched it down or referred it back up; None: whoever refers.
        body_above: Body of rules of the level above, to which it may go back.
        allowed_ids: Organisations that stand on no roster and to which the court allowed it to be dispatched.
    """

    level: int = 0
    passed_by: OrganisationId | None = None
    body_above: Body | None = None
    allowed_ids: tuple[OrganisationId, ...] = ()


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
    custody: Custody | None = None


@dataclass(frozen=True, slots=True)
class MediatorAssignment:
    """One mediator's turn; the first is the lead, and whoever replaces the lead. `reason`: why the turn ended.

    `conflict`: `open` while a disclosed relation awaits its decision, `waived` after all parties kept the mediator.
    """

    id: UUID
    mediator_id: MediatorId
    assigned_on: date
    lead: bool
    ended_on: date | None = None
    reason: str | None = None
    conflict: str | None = None


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
    entered_in_error_on: date | None = None


@dataclass(frozen=True, slots=True)
class MediationSession:
    """One meeting 调解场次: scheduled, then held, missed or cancelled (`reason`: why)."""

    id: SessionId
    number: int
    mode: str
    state: str
    scheduled_on: date
    held_on: date | None = None
    absent_party_ids: tuple[PartyId, ...] = ()
    reason: str | None = None
    entered_in_error_on: date | None = None


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
        warn_on: Next day on which it is called approaching; None where nothing is to be said any more.
        term_id: The promise whose day it is, where it is the clock of an instalment.
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
    warn_on: date | None = None
    term_id: UUID | None = None

    @property
    def is_open(self) -> bool:
        """Whether it runs or is paused."""
        return self.state in OPEN_CLOCK_STATES


@dataclass(frozen=True, slots=True)
class Term:
    """One promise of an agreement, which is one instalment: who pays or does what, how much (yuan), by when.

    `text`, and `account` to which it is paid, may tell of people: written once, loaded only to be shown.
    """

    id: UUID
    payer_party_id: PartyId | None
    amount: Decimal | None
    due_on: date | None
    text: str | None = None
    draft_number: int = 1
    account: str | None = None


@dataclass(frozen=True, slots=True)
class Performance:
    """What was recorded of one instalment being performed.

    Attributes:
        term_id: The instalment.
        performed_on: Day on which it was paid or done; `recorded_on` the legal date of the record.
        amount: Yuan; None where the promise is no payment.
        means: Code of list `performance_means`, or None.
        proof_sha256: Hash of the document that proves it, or None.
        confirmed_by: The party of the other side that confirmed it, or None.
        entered_in_error_on: Day on which the record was marked as made in error; it counts no more.
    """

    id: UUID
    term_id: UUID
    performed_on: date
    recorded_on: date
    amount: Decimal | None = None
    means: str | None = None
    proof_sha256: str | None = None
    confirmed_by: PartyId | None = None
    entered_in_error_on: date | None = None


@dataclass(frozen=True, slots=True)
class Breach:
    """An instalment that was not performed by its day. `by`: `report` of a party, or `time`."""

    term_id: UUID
    breached_on: date
    by: str


@dataclass(frozen=True, slots=True)
class AgreementService:
    """The agreement was given to one party 送达. `means`: code of list `notice_means`."""

    party_id: PartyId
    served_on: date
    means: str


@dataclass(frozen=True, slots=True)
class Agreement:
    """The agreement under this referral and its state.

    Attributes:
        draft_number: 1 for the first text, one more for each amendment; terms and signatures are those of this text.
        breached_on: Day on which it was said that a promise was not kept.
        form: `written`, or `oral` where the mediator `recorded_by` wrote it down.
        guarantor_ids: Parties who stand surety 担保人, each by consent of its own; they are not bound as parties are.
        default_clause: Code of list `default_clause`: what it says of a promise that is not kept.
        planned: Procedures that the parties mean to apply for, codes of list `procedure_kind`.
        subjects: What it settles that no court confirms, codes of list `agreement_subject`.
        enforcement_promised: Whether the debtor promises to accept enforcement, as notarisation needs.
        signing_clause: Whether it says that it is in force once signed; `recorded_on`: when the court recorded that.
        served: Who was given the present text, and `filed_on` the day on which a copy went to the court 备案.
        performances: What was recorded of its instalments, oldest first, those of earlier texts included.
        breaches: Which of them were not performed by their day.
        effective_on: Day on which the last constitutive signature was given.
        window_from: Day from which the joint-application window counts: the effective date, or the last party's
            signature where it came earlier and the agreement was made on the court platform, whose own rule on the
            effective date stands beside that of the body (IN_TWO_REGIMES).
    """

    id: UUID
    state: AgreementState
    partial: bool
    drafted_on: date
    effective_on: date | None = None
    window_from: date | None = None
    performed_on: date | None = None
    terms: tuple[Term, ...] = ()
    draft_number: int = 1
    breached_on: date | None = None
    form: str = "written"
    recorded_by: MediatorId | None = None
    guarantor_ids: tuple[PartyId, ...] = ()
    default_clause: str = "none"
    planned: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    enforcement_promised: bool = False
    signing_clause: bool = False
    recorded_on: date | None = None
    performances: tuple[Performance, ...] = ()
    breaches: tuple[Breach, ...] = ()
    served: tuple[AgreementService, ...] = ()
    filed_on: date | None = None


@dataclass(frozen=True, slots=True)
class Signature:
    """One signature or seal on the agreement.

    Attributes:
        party_id: Of a party or guarantor, None for the others.
        representative_id: Who signed for it, None where it signed itself.
    """

    id: UUID
    role: SignerRole
    party_id: PartyId | None
    signed_on: date
    means: str
    draft_number: int = 1
    representative_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Procedure:
    """One outcome procedure under the referral; `state` is a value of the state enum of its machine.

    Attributes:
        court_id: The court before which it runs, where that is not the referring court; it sees the referral.
        served_party_ids: Parties who signed for a mediation statement.
        fee_amount: Court fee asked for, yuan.
        pay_by: Last day for paying it, or for performing a settlement in enforcement.
        draft_number: Which text of the agreement it is about; None where there was none yet.
        debtor_id: Who is to pay, and `amount` how much, yuan, where a creditor applies.
        reply_by: Last day for a correction or supplement that was asked for.
        requested_on: Day on which the certificate of enforcement was asked for.
        basis_id: The procedure whose instrument is enforced, before a court of the ground `court_ground`.
    """

    id: ProcedureId
    machine: Machine
    state: str
    opened_on: date
    applicant_ids: tuple[PartyId, ...] = ()
    decided_on: date | None = None
    reason: str | None = None
    case_number: str | None = None
    court_id: CourtId | None = None
    served_party_ids: tuple[PartyId, ...] = ()
    fee_amount: Decimal | None = None
    pay_by: date | None = None
    draft_number: int | None = None
    reply_by: date | None = None
    debtor_id: PartyId | None = None
    amount: Decimal | None = None
    requested_on: date | None = None
    basis_id: ProcedureId | None = None
    court_ground: str | None = None


@dataclass(frozen=True, slots=True)
class OnBehalfOf:
    """Whom a tenant acts for: a role and, where there is one, the party or mediator."""

    role: str
    id: UUID | None = None
