"""Opening a referral, the receipts of writes, and the referral as it can be read, without personal data."""

from typing import Annotated, Literal

from pydantic import Field, WithJsonSchema, field_validator

from app.domain.lifecycle.states import (
    Action,
    Body,
    Closure,
    EndReason,
    Kind,
    Machine,
    MediationState,
    Outcome,
    Route,
    Stage,
    Track,
)
from app.domain.periods import RuleId
from app.routers.schemas.common import (
    Address,
    CauseCode,
    ConsentKind,
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
    Request,
    Short,
    View,
    Yuan,
    checked_identity,
)
from app.routers.schemas.problem import BlockedAction
from app.routers.schemas.transition import PARTIES_MAX, Act

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
    return_advice: str | None = Field(
        description="What the court told the party on returning the application. Reading it is recorded."
    )
    allowed_actions: tuple[Action, ...] = Field(description="What you may POST to its transitions now.")
    blocked_actions: tuple[BlockedAction, ...] = Field(description="What is yours to do in other circumstances.")


class ReferralList(View):
    """A page, newest first. For keeping in step use the feed, not this list."""

    items: tuple[ReferralBrief, ...]
    next: str | None = Field(description="Give it back as `after` for the next page; null on the last.")
