"""The referral as it can be read, without personal data."""

from typing import Literal

from pydantic import Field

from app.domain.delivery_status import DeliveryStatus
from app.domain.lifecycle.states import (
    Action,
    AgreementState,
    Body,
    Closure,
    EndReason,
    EventType,
    Kind,
    Machine,
    MediationState,
    Outcome,
    Route,
    Stage,
    Track,
)
from app.routers.schemas import parts
from app.routers.schemas.common import (
    BusinessStatus,
    BusinessStatusReason,
    Day,
    Id,
    Instant,
    IntakeSource,
    PartyKind,
    PartyRole,
    Priority,
    ProcedureType,
    Sensitivity,
    SubsidyPayer,
    SuccessionGround,
    SuspensionReason,
    View,
    Yuan,
)
from app.routers.schemas.dossier import (
    CaseNumberView,
    ClaimView,
    ConflictView,
    MaterialView,
    MessageView,
    NoticeView,
    RepresentativeView,
    SharingView,
    UrgingView,
)
from app.routers.schemas.problem import BlockedAction
from app.routers.schemas.procedure import ProcedureView
from app.routers.schemas.receipt import Due, Links


class CauseView(View):
    """A cause of action and its list."""

    code: str
    version: str


class PartyBrief(View):
    """A party without anything that names it."""

    id: Id
    role: PartyRole
    kind: PartyKind
    represented_count: int
    has_identity: bool
    succeeded_on: Day | None = Field(description="Day from which others stand in its place; it stays in the record.")
    succession_ground: SuccessionGround | None
    succeeds_id: Id | None = Field(description="Of an heir or successor: the party in whose place it stands.")


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
    court_id: Id | None = Field(description="The court that referred; null for `direct` and `transferred`.")
    referring_body_id: Id | None = Field(description="The body that transferred; only for `transferred`.")
    holder_id: Id | None
    chosen_organisation_id: Id | None = Field(
        description="Whom the parties chose jointly, until somebody is offered it."
    )
    channel_id: Id | None
    court_reference: str | None
    cause: CauseView | None
    claim_amount: Yuan | None
    on_court_platform: bool
    opened_on: Day
    materials_received_on: Day | None
    reported_on: Day | None = Field(description="After filing: day of the end report; the court then closes.")
    cancel_requested_on: Day | None = Field(description="While the court's request to call it off is open.")
    series_id: Id | None
    filed_on: Day | None
    procedure_type: ProcedureType | None
    preservation: bool
    preserved_on: Day | None
    priority: Priority
    sensitivities: tuple[Sensitivity, ...]
    intake_source: IntakeSource | None
    subsidy_payer: SubsidyPayer | None
    arbitration: Literal["arbitrated", "wage_iou"] | None
    business_status: BusinessStatus | None
    business_reason: BusinessStatusReason | None
    last_fact_on: Day
    recorded_at: Instant
    due: Due
    links: Links


class ProcedureStateView(View):
    """The state of one procedure."""

    id: Id
    machine: Machine
    state: str


class PastView(View):
    """The states after one version, as its event and those before it tell them; no personal data."""

    version: int
    event_type: EventType
    occurred_on: Day
    state: MediationState | None = Field(description="Null where no event had given one.")
    stage: Stage
    agreement_state: AgreementState | None = Field(description="Null before a draft.")
    procedures: tuple[ProcedureStateView, ...]
    due: Due


class SuspensionView(View):
    """A suspension 中止 that stands; mediation goes on, or ends, by a decision or when the term expires."""

    reason: SuspensionReason
    suspended_on: Day
    suspended_from: MediationState = Field(description="Where mediation goes on.")
    term_runs: bool = Field(description="Whether the term runs on, or stands still by the court's setting.")


class DeliveryStatusView(View):
    """Whether the computer of another side of the referral was told of what happened in it."""

    tenant_id: Id
    status: DeliveryStatus = Field(
        description="`not_configured`: no endpoint that these events went to, it may read its feed; `waiting`: on the "
        "way; `failing`: tried and not arrived yet; `parked`: given up until a person looks."
    )


class ExpandedView(View):
    """What `expand` asked for; null where it did not. Personal data are masked."""

    parties: tuple[parts.PartyView, ...] | None
    consents: tuple[parts.ConsentView, ...] | None
    case_numbers: tuple[CaseNumberView, ...] | None
    representatives: tuple[RepresentativeView, ...] | None
    claims: tuple[ClaimView, ...] | None
    materials: tuple[MaterialView, ...] | None
    contacts: tuple[parts.ContactView, ...] | None
    notices: tuple[NoticeView, ...] | None
    sessions: tuple[parts.SessionView, ...] | None
    messages: tuple[MessageView, ...] | None
    urgings: tuple[UrgingView, ...] | None
    conflicts: tuple[ConflictView, ...] | None
    sharings: tuple[SharingView, ...] | None
    deadlines: tuple[parts.DeadlineView, ...] | None
    agreement: parts.AgreementView | None = Field(description="Null before a draft too.")
    procedures: tuple[ProcedureView, ...] | None
    delivery_status: tuple[DeliveryStatusView, ...] | None = Field(description="Of your counterparts.")


class ReferralView(ReferralBrief):
    """One referral with what may be done next, and why not the rest."""

    case_numbers: tuple[CaseNumberView, ...]
    parties: tuple[PartyBrief, ...]
    procedures: tuple[ProcedureView, ...]
    return_advice: str | None = Field(
        description="What the court told the party on returning the application. Reading it is recorded."
    )
    suspension: SuspensionView | None = Field(description="Null unless mediation is suspended.")
    allowed_actions: tuple[Action, ...] = Field(description="What you may POST to its transitions now.")
    blocked_actions: tuple[BlockedAction, ...] = Field(description="What is yours to do in other circumstances.")
    expanded: ExpandedView | None = Field(description="Null unless `expand` was given.")
    as_of: PastView | None = Field(
        description="The states after the `version` asked for, else null; the rest of the answer is of now."
    )


class ReferralList(View):
    """A page, newest first. For keeping in step use the feed, not this list."""

    items: tuple[ReferralBrief, ...]
    next: str | None = Field(description="Give it back as `after` for the next page; null on the last.")
