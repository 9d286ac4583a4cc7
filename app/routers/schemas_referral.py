"""Opening a referral, and what can be read of one. Personal data appears in `PartyView` and nowhere else."""

from typing import Annotated, Any, Literal

from pydantic import Field, WithJsonSchema, field_validator

from app.domain.access import ActorRole
from app.domain.lifecycle.states import (
    Action,
    AgreementState,
    Body,
    ClockState,
    Closure,
    EndReason,
    EventType,
    Kind,
    Machine,
    MediationState,
    Outcome,
    Route,
    SignerRole,
    Stage,
    Track,
)
from app.domain.periods import RuleId
from app.routers.schemas import (
    Address,
    CauseCode,
    ConsentKind,
    ContactMeans,
    ContactResult,
    Count,
    Day,
    Flag,
    Id,
    Identifier,
    IdType,
    Instant,
    LegalDate,
    Money,
    Name,
    PartyKind,
    PartyRole,
    Phone,
    Prose,
    Request,
    SessionMode,
    Short,
    View,
    Yuan,
    checked_identity,
)
from app.routers.schemas_problem import BlockedAction
from app.routers.schemas_transition import PARTIES_MAX, Act

CONSENTS_MAX = 12
CASE_NUMBERS_MAX = 20

Due = Annotated[
    dict[RuleId, Day],
    WithJsonSchema({"type": "object", "additionalProperties": {"type": "string", "format": "date"}}),
]
"""Running deadlines: rule to last day, inclusive."""

Links = dict[str, str]


class ConsentRequest(Request):
    """What a party said on one matter on one day."""

    kind: ConsentKind
    given: Flag
    given_on: LegalDate


class PartyRequest(Request):
    """One side or group. Everything that names a person is kept encrypted."""

    role: PartyRole
    kind: PartyKind
    name: Name
    represented_count: Count = Field(default=1, description="More than 1 where the party stands for a group.")
    id_type: IdType | None = None
    id_number: Identifier | None = Field(
        default=None, description="Resident numbers and credit codes are checked in full. Needed before the start."
    )
    phone: Phone | None = None
    address: Address | None = None
    consents: tuple[ConsentRequest, ...] = Field(default=(), max_length=CONSENTS_MAX)

    _checked = field_validator("id_number")(checked_identity)


class CauseRequest(Request):
    """A cause of action 案由 and the list that it is taken from."""

    code: CauseCode
    version: Short = "2026"


class CaseNumberRequest(Request):
    """A number under which somebody keeps the case. Court numbers 案号 are checked and normalised."""

    kind: Literal["court", "platform", "partner", "mediation", "archive"]
    number: Short


class OpeningRequest(Act):
    """What every new referral has."""

    parties: tuple[PartyRequest, ...] = Field(min_length=2, max_length=PARTIES_MAX)
    on_court_platform: Flag = Field(
        default=True, description="Whether it is mediated on the court platform; decides the track."
    )
    cause: CauseRequest | None = None
    claim_amount: Money | None = None
    court_reference: Short | None = Field(default=None, description="The court's own key for the referral.")
    case_numbers: tuple[CaseNumberRequest, ...] = Field(default=(), max_length=CASE_NUMBERS_MAX)


class DelegateRequest(OpeningRequest):
    """The court hands a dispute to an organisation before filing 委派."""

    action: Literal["delegate"]
    organisation_id: Id


class ConsultRequest(OpeningRequest):
    """The court takes a dispute in and asks the parties first 征询意见."""

    action: Literal["consult"]


Opening = Annotated[DelegateRequest | ConsultRequest, Field(discriminator="action")]


class Receipt(View):
    """The answer to a write; without personal data, so that it can be kept and repeated."""

    id: Id = Field(description="The referral.")
    number: str = Field(description="Readable number, such as ST2026-0000042.")
    version: int
    state: MediationState
    stage: Stage
    due: Due
    links: Links
    warnings: tuple[str, ...] = Field(description="Codes of what is allowed and yet worth a look.")
    session_id: Id | None = Field(default=None, description="Only where the action concerned a session.")
    mediator_id: Id | None = Field(default=None, description="Only where a mediator was assigned.")
    procedure_id: Id | None = Field(default=None, description="Only where the action concerned a procedure.")


class Rehearsal(View):
    """What a write with `dry_run=true` would have come to. Nothing was written, no key was used."""

    dry_run: Literal[True]
    id: Id | None = Field(default=None, description="Only where the referral is there already.")
    number: str | None
    version: int
    state: MediationState
    stage: Stage
    due: Due
    links: Links | None = Field(default=None, description="Only where the referral is there already.")
    warnings: tuple[str, ...]
    mediator_id: Id | None = Field(default=None, description="Only where a mediator would be assigned.")


class CauseView(View):
    """A cause of action and its list."""

    code: str
    version: str


class CaseNumberView(View):
    """A case number as given and as compared."""

    id: Id
    kind: str
    original: str
    normalised: str


class PartyBrief(View):
    """A party without anything that names it."""

    id: Id
    role: PartyRole
    kind: PartyKind
    represented_count: int
    has_identity: bool


class PartyView(View):
    """A party with its data, masked unless revealed."""

    id: Id
    role: PartyRole
    kind: PartyKind
    represented_count: int
    name: str
    id_type: IdType | None
    id_number: str | None
    phone: str | None
    address: str | None


class PartyList(View):
    """All parties, in their order."""

    items: tuple[PartyView, ...]
    revealed: bool


class ProcedureView(View):
    """One procedure under a referral; its version is the referral's."""

    id: Id
    referral_id: Id
    machine: Machine
    state: str
    opened_on: Day
    applicant_ids: tuple[Id, ...]
    decided_on: Day | None
    reason: str | None
    case_number: str | None
    version: int
    allowed_actions: tuple[Action, ...] = Field(description="What you may POST to its transitions now.")
    blocked_actions: tuple[BlockedAction, ...]
    links: Links


class ReferralBrief(View):
    """A referral as lists show it."""

    id: Id
    number: str
    dispute_id: Id
    version: int
    kind: Kind
    track: Track
    body: Body | None
    state: MediationState
    stage: Stage
    outcome: Outcome | None
    end_reason: EndReason | None
    closure: Closure | None
    route: Route | None
    court_id: Id
    holder_id: Id | None
    channel_id: Id | None
    court_reference: str | None
    cause: CauseView | None
    claim_amount: Yuan | None
    on_court_platform: bool
    opened_on: Day
    materials_received_on: Day | None
    last_fact_on: Day
    recorded_at: Instant
    due: Due
    links: Links


class ReferralView(ReferralBrief):
    """One referral with what may be done next, and why not the rest."""

    case_numbers: tuple[CaseNumberView, ...]
    parties: tuple[PartyBrief, ...]
    procedures: tuple[ProcedureView, ...]
    allowed_actions: tuple[Action, ...] = Field(description="What you may POST to its transitions now.")
    blocked_actions: tuple[BlockedAction, ...] = Field(description="What is yours to do in other circumstances.")


class ReferralList(View):
    """A page, newest first. For keeping in step use the feed, not this list."""

    items: tuple[ReferralBrief, ...]
    next: str | None = Field(description="Give it back as `after` for the next page; null on the last.")


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


class DeadlineList(View):
    """All periods, oldest first."""

    items: tuple[DeadlineView, ...]


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


class ContactList(View):
    """All contacts, oldest first."""

    items: tuple[ContactView, ...]


class SessionView(View):
    """One mediation session 调解场次."""

    id: Id
    number: int
    mode: SessionMode
    state: Literal["scheduled", "held", "missed"]
    scheduled_on: Day
    held_on: Day | None
    absent_party_ids: tuple[Id, ...]


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
    ending: Literal["declined", "taken_back", "replaced"] | None
    reason: str | None


class MediatorAssignmentView(View):
    """One mediator's turn."""

    id: Id
    mediator_id: Id
    assigned_on: Day
    lead: bool


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
    text: Prose


class SignatureView(View):
    """One signature or seal."""

    id: Id
    role: SignerRole
    party_id: Id | None
    signed_on: Day
    means: str


class SignerView(View):
    """Somebody whose signature is still needed."""

    role: SignerRole
    party_id: Id | None


class AgreementView(View):
    """The agreement, its terms, who signed and who has yet to."""

    id: Id
    state: AgreementState
    partial: bool
    drafted_on: Day
    effective_on: Day | None
    performed_on: Day | None
    terms: tuple[TermView, ...]
    signatures: tuple[SignatureView, ...]
    missing: tuple[SignerView, ...]


class ProcedureList(View):
    """All procedures, oldest first."""

    items: tuple[ProcedureView, ...]
