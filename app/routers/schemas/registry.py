"""The registry's part of the contract: how records are registered and shown. For changes see `registry_changes`."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field, ValidationInfo, field_validator

from app.domain.access import Scope, TenantKind
from app.domain.lifecycle.states import Body, Track
from app.domain.registry_facts import FEE_NOTICE_DAYS
from app.routers.schemas.common import (
    Capacity,
    CauseCode,
    ChannelForm,
    ChannelMode,
    ConfirmationAfterEntrustment,
    CourtLevel,
    Day,
    DuplicatePolicy,
    Expiry,
    Flag,
    Id,
    Identifier,
    IdType,
    Instant,
    LegalDate,
    Name,
    Prose,
    ReferringBodyKind,
    Request,
    RosterStatus,
    Short,
    View,
    checked_identity,
    refused,
)
from app.routers.schemas.lead_times import (
    DISPATCH_SAID,
    FEE_SAID,
    FULL_SAID,
    LEADS_SAID,
    STATEMENT_SAID,
    TERM_SAID,
    AcceptanceOnDispatch,
    FeeNoticeDays,
    FullOrganisation,
    LeadTimes,
    LeadTimeView,
    StatementBeforeFiling,
    TermOnReassignment,
)

TRACKS_MAX = 20
ROOTS_MAX = 200
HOURS_MAX = 100_000

Hours = Annotated[int, Field(strict=True, ge=0, le=HOURS_MAX)]
"""Whole hours."""


def _in_order(valid_to: date | None, info: ValidationInfo) -> date | None:
    first = info.data.get("valid_from")
    if valid_to is not None and first is not None and valid_to < first:
        raise refused("dates_reversed")
    return valid_to


class Dated(Request):
    """Valid from a first to a last day, both inclusive."""

    valid_from: LegalDate
    valid_to: LegalDate | None = None

    _checked = field_validator("valid_to")(_in_order)


class TrackRequest(Dated):
    """A track that the court uses for a time."""

    track: Track


class CourtRequest(Dated):
    """A court to be registered."""

    name: Name
    level: CourtLevel
    court_code: Short | None = Field(default=None, description="法院代字, as published in its case numbers.")
    region_code: Short | None = Field(default=None, description="GB/T 2260.")
    late_acceptance: Flag = Field(default=True, description="Whether it takes acceptances after the window closed.")
    duplicate_policy: DuplicatePolicy = Field(default="warn", description="What a likely duplicate meets.")
    confirmation_after_entrustment: ConfirmationAfterEntrustment = Field(
        default="refused", description="Whether an agreement reached after filing may be judicially confirmed."
    )
    term_on_reassignment: TermOnReassignment = Field(default="restart", description=TERM_SAID)
    fee_notice_days: FeeNoticeDays = Field(default=FEE_NOTICE_DAYS, description=FEE_SAID)
    lead_times: LeadTimes = Field(default=(), description=LEADS_SAID)
    suspension_pauses_term: Flag = Field(
        default=False, description="Whether the term stands still while mediation is suspended."
    )
    acceptance_on_dispatch: AcceptanceOnDispatch = Field(default="run_on", description=DISPATCH_SAID)
    full_organisation: FullOrganisation = Field(default="warn", description=FULL_SAID)
    statement_before_filing: StatementBeforeFiling = Field(default="refused", description=STATEMENT_SAID)
    tracks: tuple[TrackRequest, ...] = Field(min_length=1, max_length=TRACKS_MAX)


class ReferringBodyRequest(Dated):
    """A body that sends disputes without being a court, to be registered."""

    name: Name
    kind: ReferringBodyKind
    region: Short | None = None


class OrganisationRequest(Dated):
    """A mediation organisation to be registered."""

    name: Name
    kind: Body
    parent_id: Id | None = Field(default=None, description="The organisation above it, which sees what it sees.")
    region: Short | None = None
    charges: Flag = Field(default=False, description="Whether parties pay a fee; people's mediation is always free.")


class MediatorRequest(Dated):
    """A mediator of an organisation's public roster."""

    organisation_id: Id
    name: Name
    certificate_number: Short | None = None
    id_type: IdType | None = None
    id_number: Identifier | None = Field(
        default=None, description="Kept sealed and never shown; nobody mediates a matter in which this number stands."
    )

    _checked_number = field_validator("id_number")(checked_identity)


class RosterEntryRequest(Dated):
    """An organisation or a mediator to be listed by a court; exactly one of the two."""

    court_id: Id
    organisation_id: Id | None = None
    mediator_id: Id | None = None
    status: RosterStatus = "active"
    certificate_number: Short | None = None
    training_hours: Hours | None = Field(default=None, description="Hours of training on record, as known.")
    trained: Flag = Field(default=False, description="Whether the training that the court asks for is complete.")


class ChannelRequest(Dated):
    """An agreement between a court and an organisation to send and take disputes."""

    court_id: Id
    organisation_id: Id
    mode: ChannelMode
    form: ChannelForm
    strict: Flag = Field(default=False, description="Whether a cause outside the scope is refused, not warned about.")
    cause_roots: tuple[CauseCode, ...] = Field(
        default=(), max_length=ROOTS_MAX, description="Causes whose subtrees are the scope; none: every cause."
    )
    scope_text: Prose | None = None
    for_courts_below: Flag = Field(
        default=False, description="Between head offices: whether courts below may use it where they have none."
    )


class ClientRequest(Request):
    """A program of one tenant."""

    tenant_id: Id
    name: Name
    scopes: Annotated[tuple[Scope, ...], Field(min_length=1, max_length=len(Scope))]
    expires_at: Expiry | None = Field(default=None, description="When its first key ends; never, if not given.")


class KeyRequest(Request):
    """One more key for a client, so that keys can be changed without a gap."""

    expires_at: Expiry | None = Field(default=None, description="When it ends; never, if not given.")


class RevocationRequest(Request):
    """Nothing is said: the key in the address is closed for good."""


class Registered(View):
    """What was made; read it at Location."""

    id: Id


class KeyIssued(View):
    """A client and a new key of it."""

    id: Id = Field(description="The client.")
    key_id: str
    key: str | None = Field(description="The bearer key, this once; null in a repeated answer.")


class KeyRevoked(View):
    """A key that opens no door any more."""

    id: Id = Field(description="The client.")
    key_id: str


class RegistryRehearsal(View):
    """The write would have been made."""

    dry_run: Literal[True]


class TrackView(View):
    """A track and when it is used."""

    track: Track
    valid_from: Day
    valid_to: Day | None


class CourtView(View):
    """A court."""

    id: Id
    name: str
    level: CourtLevel
    court_code: str | None
    region_code: str | None
    late_acceptance: bool
    duplicate_policy: DuplicatePolicy
    confirmation_after_entrustment: ConfirmationAfterEntrustment
    term_on_reassignment: TermOnReassignment
    fee_notice_days: int
    lead_times: tuple[LeadTimeView, ...] = Field(description="Groups that are not named have the defaults.")
    suspension_pauses_term: bool
    acceptance_on_dispatch: AcceptanceOnDispatch
    full_organisation: FullOrganisation
    statement_before_filing: StatementBeforeFiling
    tracks: tuple[TrackView, ...]
    valid_from: Day
    valid_to: Day | None


class ReferringBodyView(View):
    """A referring body."""

    id: Id
    name: str
    kind: ReferringBodyKind
    region: str | None
    valid_from: Day
    valid_to: Day | None


class OrganisationView(View):
    """A mediation organisation."""

    id: Id
    name: str
    kind: Body
    parent_id: Id | None
    ancestor_ids: tuple[Id, ...] = Field(description="Nearest first.")
    child_ids: tuple[Id, ...] = Field(description="Those that are valid right below it on the day.")
    region: str | None
    charges: bool = Field(description="Whether parties pay a fee.")
    capacity: Capacity = Field(description="Whether it has room for more, as it says.")
    valid_from: Day
    valid_to: Day | None


class MediatorView(View):
    """A mediator."""

    id: Id
    organisation_id: Id
    name: str
    certificate_number: str | None
    id_type: IdType | None
    has_identity: bool = Field(description="Whether an identity number is on record; it is never shown.")
    valid_from: Day
    valid_to: Day | None


class RosterEntryView(View):
    """An entry in the roster of a court."""

    id: Id
    court_id: Id
    organisation_id: Id | None
    mediator_id: Id | None
    status: RosterStatus
    certificate_number: str | None
    training_hours: int | None
    trained: bool
    valid_from: Day
    valid_to: Day | None


class ChannelView(View):
    """A channel."""

    id: Id
    court_id: Id
    organisation_id: Id
    mode: ChannelMode
    form: ChannelForm
    strict: bool
    cause_roots: tuple[str, ...]
    scope_text: str | None
    court_scope: str | None = Field(
        description="Beginning of the region codes of the courts below that may use it; null: only its own court."
    )
    valid_from: Day
    valid_to: Day | None


class KeyView(View):
    """A key without its secret. `live`: whether it opens the door now."""

    id: str
    live: bool
    recorded_at: Instant
    expires_at: Instant | None
    revoked_at: Instant | None


class ClientView(View):
    """A client and its keys, oldest first."""

    id: Id
    tenant_id: Id
    name: str
    scopes: tuple[Scope, ...]
    recorded_at: Instant
    disabled_at: Instant | None
    keys: tuple[KeyView, ...]


Next = Annotated[str | None, Field(description="Give it back as `after` for the next page; null on the last.")]


class CourtList(View):
    """A page of courts."""

    items: tuple[CourtView, ...]
    next: Next


class ReferringBodyList(View):
    """A page of referring bodies."""

    items: tuple[ReferringBodyView, ...]
    next: Next


class OrganisationList(View):
    """A page of organisations."""

    items: tuple[OrganisationView, ...]
    next: Next


class MediatorList(View):
    """A page of mediators."""

    items: tuple[MediatorView, ...]
    next: Next


class RosterList(View):
    """A page of roster entries."""

    items: tuple[RosterEntryView, ...]
    next: Next


class ChannelList(View):
    """A page of channels."""

    items: tuple[ChannelView, ...]
    next: Next


class ClientList(View):
    """A page of clients."""

    items: tuple[ClientView, ...]
    next: Next


class MeView(View):
    """Whom the key stands for."""

    client_id: Id
    tenant_id: Id
    kind: TenantKind
    scopes: tuple[Scope, ...]
