"""The dossier: what people record around a referral. It moves no state; the lifecycle reads little of it.

Personal texts (names, addresses, claims in words, messages) are set only when new and must be written; a loaded dossier
never carries them. Ids are `PartyId` and its like, kept as plain UUIDs here so that this module imports no aggregate.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from app.domain.documents import Document


@dataclass(frozen=True, slots=True)
class RepresentativeDetails:
    """Personal data of a representative; encrypted by field before it is stored."""

    name: str
    id_type: str | None = None
    id_number: str | None = None
    phone: str | None = None


@dataclass(frozen=True, slots=True)
class Representative:
    """Somebody who acts for a party. `kind`, `authority`: codes; special authority 特别授权 is needed to settle."""

    id: UUID
    party_id: UUID
    kind: str
    authority: str
    from_on: date
    until_on: date | None = None
    details: RepresentativeDetails | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """One claim of one party. `amount` in yuan, `settled_amount` what was agreed on it."""

    id: UUID
    party_id: UUID
    kind: str
    amount: Decimal | None
    outcome: str
    made_on: date
    settled_on: date | None = None
    settled_amount: Decimal | None = None
    text: str | None = None
    entered_in_error_on: date | None = None


@dataclass(frozen=True, slots=True)
class ServiceAddress:
    """A confirmed address for service 送达地址确认书; the latest of a party and kind stands."""

    id: UUID
    party_id: UUID
    kind: str
    confirmed_on: date
    address: str | None = None


@dataclass(frozen=True, slots=True)
class Material:
    """One thing asked for or handed in. `source`: court, organisation, referring_body or party.

    Attributes:
        state: requested, supplied, received.
        sha256: Of the file, lower-case hex; the file itself lies elsewhere.
        title: What it is called, which may tell of people.
    """

    id: UUID
    kind: str
    source: str
    state: str
    party_id: UUID | None = None
    requested_on: date | None = None
    due_on: date | None = None
    supplied_on: date | None = None
    received_on: date | None = None
    sha256: str | None = None
    media_type: str | None = None
    title: str | None = None
    entered_in_error_on: date | None = None


@dataclass(frozen=True, slots=True)
class Notice:
    """One notice to one party. `result`: sent, received, failed."""

    id: UUID
    party_id: UUID
    kind: str
    means: str
    sent_on: date
    result: str
    result_on: date | None = None
    session_id: UUID | None = None
    entered_in_error_on: date | None = None


@dataclass(frozen=True, slots=True)
class Message:
    """One message between the tenants of a referral. `sender`: the actor role."""

    id: UUID
    sender: str
    topic: str
    sent_on: date
    reply_to: UUID | None = None
    text: str | None = None


@dataclass(frozen=True, slots=True)
class Urging:
    """One urging 催办 and its answer. `text`, `answer`: free words."""

    id: UUID
    sender: str
    topic: str
    urged_on: date
    reply_by: date
    answered_on: date | None = None
    text: str | None = None
    answer: str | None = None


@dataclass(frozen=True, slots=True)
class CaseNumber:
    """One number of the case; `kind` is court, platform, partner, mediation or archive."""

    id: UUID
    kind: str
    original: str
    normalised: str


@dataclass(frozen=True, slots=True)
class Conflict:
    """A check for a conflict of interest, a relation of a mediator that was disclosed, or another role in the case.

    Attributes:
        mediator_id: Whom it is about.
        raised_by: `check`, `role`, or a code of list `conflict_source`.
        decision: Code of list `conflict_state`.
        relation: Code of list `conflict_relation`; only of what was disclosed.
        role: Code of list `mediator_other_role`; only of another role.
        earlier_count, declared_count, own_count, namesake_count: What a check found; see `Encounters`.
    """

    id: UUID
    mediator_id: UUID
    raised_by: str
    raised_on: date
    decision: str
    relation: str | None = None
    role: str | None = None
    party_id: UUID | None = None
    earlier_count: int = 0
    declared_count: int = 0
    own_count: int = 0
    namesake_count: int = 0
    decided_on: date | None = None
    waived_by: tuple[UUID, ...] = ()
    entered_in_error_on: date | None = None


@dataclass(frozen=True, slots=True)
class Sharing:
    """Data of the parties that went from one tenant to another, or that one above the holder may read.

    Attributes:
        act: `dispatch`, `refer_back`, `recall` for what went with the referral, `grant` for what is read above.
        ground: Code of list `sharing_ground`.
        classes: Codes of list `data_class`.
    """

    id: UUID
    act: str
    from_id: UUID
    to_id: UUID
    ground: str
    classes: tuple[str, ...]
    shared_on: date


@dataclass(frozen=True, slots=True)
class Dossier:
    """All that was recorded around one referral, each oldest first."""

    case_numbers: tuple[CaseNumber, ...] = ()
    representatives: tuple[Representative, ...] = ()
    claims: tuple[Claim, ...] = ()
    service_addresses: tuple[ServiceAddress, ...] = ()
    materials: tuple[Material, ...] = ()
    notices: tuple[Notice, ...] = ()
    messages: tuple[Message, ...] = ()
    urgings: tuple[Urging, ...] = ()
    documents: tuple[Document, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    sharings: tuple[Sharing, ...] = ()

    @property
    def valid_conflicts(self) -> tuple[Conflict, ...]:
        """Those that were not entered in error."""
        return tuple(x for x in self.conflicts if x.entered_in_error_on is None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Particulars:
    """Plain facts of the case beside its parties; codes of the lists of the same names.

    Attributes:
        filed_on: Day on which the suit was filed 立案日期; required after filing.
        procedure_type: ordinary, summary or small_claims; required after filing: it decides the term.
        claim_amount: Yuan.
        preservation: Whether pre-suit preservation 诉前保全 was ordered, and `preserved_on` its day.
        sensitivities: Codes of list `sensitivity`, sorted.
        arbitration: For labour disputes: `arbitrated`, `wage_iou` (a written wage debt, LSI 15), or None for neither.
        business_status: What is happening just now, with its coded reason.
        clerk, judge, facts_and_reasons: Names of court staff and free words: set only when new, never loaded to decide.
    """

    filed_on: date | None = None
    procedure_type: str | None = None
    claim_amount: Decimal | None = None
    preservation: bool = False
    preserved_on: date | None = None
    priority: str = "normal"
    sensitivities: tuple[str, ...] = ()
    intake_source: str | None = None
    subsidy_payer: str | None = None
    arbitration: str | None = None
    business_status: str | None = None
    business_reason: str | None = None
    clerk: str | None = None
    judge: str | None = None
    facts_and_reasons: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ParticularsChange:
    """Fields of `Particulars` to be put right; None leaves a field as it is."""

    filed_on: date | None = None
    procedure_type: str | None = None
    claim_amount: Decimal | None = None
    preservation: bool | None = None
    preserved_on: date | None = None
    priority: str | None = None
    sensitivities: tuple[str, ...] | None = None
    intake_source: str | None = None
    subsidy_payer: str | None = None
    arbitration: str | None = None
    clerk: str | None = None
    judge: str | None = None
    facts_and_reasons: str | None = None


EMPTY_DOSSIER = Dossier()
NO_PARTICULARS = Particulars()
