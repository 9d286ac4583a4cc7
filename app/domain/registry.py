"""What the registry holds: courts, referring bodies, organisations, mediators, roster entries, channels, clients.

Everything is dated, nothing deleted: what changes later is an amendment with its first day. `as_of` gives a record as
it is on one day; `facts` says what is true of it then, and commands and guards see nothing else of the registry.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any, Final, TypeVar
from uuid import UUID

from app.domain.access import ClientId, CourtId, OrganisationId, Principal, ReferringBodyId, Scope, TenantId, TenantKind
from app.domain.errors import Refusal
from app.domain.lead_times import LeadTime
from app.domain.lifecycle.states import Body, Track
from app.domain.referral import MediatorId
from app.domain.registry_facts import (
    FEE_NOTICE_DAYS,
    ChannelFacts,
    CourtFacts,
    MediatorFacts,
    OrganisationFacts,
    ReferringBodyFacts,
)
from app.domain.values import each_day, replace


class Noun(StrEnum):
    """Kinds of record; the values are stored, and with hyphens they are addresses."""

    COURTS = "courts"
    REFERRING_BODIES = "referring_bodies"
    ORGANISATIONS = "organisations"
    MEDIATORS = "mediators"
    ROSTERS = "rosters"
    CHANNELS = "channels"
    CLIENTS = "clients"

    @property
    def path(self) -> str:
        """The address of all records of the kind."""
        return f"/v1/{self.value.replace('_', '-')}"


class ChangeKind(StrEnum):
    """What can happen to a record after it was registered; the values are stored and part of the contract."""

    RENAME = "rename"
    MOVE = "move"
    LINEAGE = "lineage"
    SET = "set"
    ADD_TRACK = "add_track"
    END_TRACK = "end_track"
    SET_STATUS = "set_status"
    TRAIN = "train"
    CERTIFY = "certify"
    IDENTIFY = "identify"
    RESCOPE = "rescope"
    SET_SCOPES = "set_scopes"
    DISABLE = "disable"
    ENABLE = "enable"
    END = "end"


AMENDING: Final = frozenset(
    {
        ChangeKind.RENAME,
        ChangeKind.MOVE,
        ChangeKind.LINEAGE,
        ChangeKind.SET,
        ChangeKind.SET_STATUS,
        ChangeKind.TRAIN,
        ChangeKind.CERTIFY,
        ChangeKind.RESCOPE,
    }
)
"""Changes whose details are fields of the record from a day on. All others are kept at the record itself."""


@dataclass(frozen=True, slots=True)
class Change:
    """One line of a record's history: from which day on, what, and which client entered it when.

    `lineage` is entered by the service: somebody above the organisation was moved.
    """

    id: UUID
    kind: ChangeKind
    valid_from: date
    details: Mapping[str, Any]
    client_id: ClientId
    recorded_at: datetime


@dataclass(frozen=True, slots=True)
class Amendment:
    """Fields of a record that have other values from a day on."""

    valid_from: date
    values: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Validity:
    """From a first to a last day, both inclusive; `valid_to` None is open."""

    valid_from: date
    valid_to: date | None = None

    def covers(self, day: date) -> bool:
        """Whether the day lies inside."""
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)

    def overlaps(self, other: "Validity") -> bool:
        """Whether the two have a day in common."""
        return self.covers(other.valid_from) or other.covers(self.valid_from)

    def checked(self, pointer: str = "/valid_to") -> "Validity":
        """Itself, refused with `dates_reversed` where the last day lies before the first."""
        if self.valid_to is not None and self.valid_to < self.valid_from:
            raise Refusal("dates_reversed", pointer=pointer)
        return self


@dataclass(frozen=True, slots=True)
class Tenant:
    """One court, organisation, referring body or operator, as the owner of clients; with its first name."""

    id: TenantId
    kind: TenantKind
    name: str


@dataclass(frozen=True, slots=True)
class CourtTrack:
    """A track that a court uses for a time."""

    id: UUID
    track: Track
    validity: Validity


@dataclass(frozen=True, slots=True)
class Court:
    """A court. For its settings see `CourtFacts`."""

    id: CourtId
    name: str
    level: str
    validity: Validity
    court_code: str | None = None
    region_code: str | None = None
    late_acceptance: bool = True
    duplicate_policy: str = "warn"
    confirmation_after_entrustment: str = "refused"
    term_on_reassignment: str = "restart"
    fee_notice_days: int = FEE_NOTICE_DAYS
    lead_times: tuple[LeadTime, ...] = ()
    suspension_pauses_term: bool = False
    acceptance_on_dispatch: str = "run_on"
    full_organisation: str = "warn"
    statement_before_filing: str = "refused"
    tracks: tuple[CourtTrack, ...] = ()
    amendments: tuple[Amendment, ...] = ()

    @each_day
    def facts(self, day: date) -> CourtFacts:
        """What is true of it on the day."""
        then = as_of(self, day)
        return CourtFacts(
            id=self.id,
            active=self.validity.covers(day),
            tracks=frozenset(used.track for used in self.tracks if used.validity.covers(day)),
            late_acceptance=then.late_acceptance,
            duplicate_policy=then.duplicate_policy,
            confirmation_after_entrustment=then.confirmation_after_entrustment,
            level=then.level,
            term_on_reassignment=then.term_on_reassignment,
            fee_notice_days=then.fee_notice_days,
            lead_times=then.lead_times,
            suspension_pauses_term=then.suspension_pauses_term,
            acceptance_on_dispatch=then.acceptance_on_dispatch,
            full_organisation=then.full_organisation,
            statement_before_filing=then.statement_before_filing,
        )


@dataclass(frozen=True, slots=True)
class ReferringBody:
    """A body that is no court and sends disputes to organisations. `kind`: code of list `referring_body_kind`."""

    id: ReferringBodyId
    name: str
    kind: str
    validity: Validity
    region: str | None = None
    amendments: tuple[Amendment, ...] = ()

    @each_day
    def facts(self, day: date) -> ReferringBodyFacts:
        """What is true of it on the day."""
        return ReferringBodyFacts(self.id, self.validity.covers(day), self.kind)


@dataclass(frozen=True, slots=True)
class Organisation:
    """A mediation organisation.

    Attributes:
        parent_id: The organisation above it.
        ancestor_ids: The organisations above it, nearest first.
        child_ids: The organisations right below it; empty where nobody asked for them.
        charges: Whether it asks the parties for a fee, which its public entry says (OMR 5); a people's one never does.
        capacity: Code of list `capacity`: whether it has room for more.
    """

    id: OrganisationId
    name: str
    kind: Body
    validity: Validity
    parent_id: OrganisationId | None = None
    ancestor_ids: tuple[OrganisationId, ...] = ()
    region: str | None = None
    amendments: tuple[Amendment, ...] = ()
    child_ids: tuple[OrganisationId, ...] = ()
    charges: bool = False
    capacity: str = "open"

    @each_day
    def facts(self, day: date) -> OrganisationFacts:
        """What is true of it on the day."""
        then = as_of(self, day)
        return OrganisationFacts(self.id, self.validity.covers(day), self.kind, then.ancestor_ids, then.capacity)


@dataclass(frozen=True, slots=True)
class Mediator:
    """A mediator of one organisation's public roster. `identity`: keyed hash of type and number of its document."""

    id: MediatorId
    organisation_id: OrganisationId
    name: str
    validity: Validity
    certificate_number: str | None = None
    id_type: str | None = None
    identity: str | None = None
    amendments: tuple[Amendment, ...] = ()

    @property
    def has_identity(self) -> bool:
        """Whether an identity number is on record."""
        return self.identity is not None

    @each_day
    def facts(self, day: date) -> MediatorFacts:
        """What is true of the mediator on the day."""
        return MediatorFacts(self.id, self.organisation_id, self.validity.covers(day))


@dataclass(frozen=True, slots=True)
class RosterEntry:
    """An entry 名册条目 in the roster of a court: of one organisation or of one mediator, never both.

    Attributes:
        status: Code of list `roster_status`.
        training_hours: Hours of training that are on record; None where nobody said.
        trained: Whether the training that the court asks for is complete.
    """

    id: UUID
    court_id: CourtId
    status: str
    validity: Validity
    organisation_id: OrganisationId | None = None
    mediator_id: MediatorId | None = None
    certificate_number: str | None = None
    training_hours: int | None = None
    trained: bool = False
    amendments: tuple[Amendment, ...] = ()


@dataclass(frozen=True, slots=True)
class Channel:
    """An agreement between a court and an organisation to send and take disputes.

    Attributes:
        mode: Code of list `channel_mode`.
        form: Code of list `channel_form`.
        strict: Whether a cause outside the scope is refused rather than warned about.
        cause_roots: Causes whose subtrees are the scope; empty: every cause.
        court_scope: Beginning of the region codes of the courts below that may use it too; None: only its own court.
    """

    id: UUID
    court_id: CourtId
    organisation_id: OrganisationId
    mode: str
    form: str
    strict: bool
    validity: Validity
    cause_roots: tuple[str, ...] = ()
    scope_text: str | None = None
    amendments: tuple[Amendment, ...] = ()
    court_scope: str | None = None


Dated = TypeVar("Dated", Court, ReferringBody, Organisation, Mediator, RosterEntry, Channel)


def as_of(record: Dated, day: date) -> Dated:
    """The record as it is on the day. Amendments come in the order of their days, later entries of one day last."""
    values: dict[str, Any] = {}
    for amendment in record.amendments:
        if amendment.valid_from <= day:
            values |= amendment.values
    return replace(record, **values)


@each_day
def open_channel(channels: tuple[Channel, ...], day: date) -> ChannelFacts | None:
    """The channel in force on the day; of several the one opened last. None where there is none."""
    return newest_channel(channels, day)


def newest_channel(channels: Iterable[Channel], day: date) -> ChannelFacts | None:
    """As `open_channel`, of channels that were just picked out."""
    covering = [channel for channel in channels if channel.validity.covers(day)]
    if not covering:
        return None
    newest = as_of(max(covering, key=lambda channel: (channel.validity.valid_from, channel.id)), day)
    return ChannelFacts(newest.id, newest.strict, newest.cause_roots, newest.mode)


@dataclass(frozen=True, slots=True)
class ClientKey:
    """An API key as others may see it. `id` is the public part; the secret is nowhere."""

    id: str
    recorded_at: datetime
    expires_at: datetime | None = None
    revoked_at: datetime | None = None

    def lives(self, now: datetime) -> bool:
        """Whether the key opens the door at that moment."""
        return self.revoked_at is None and (self.expires_at is None or now < self.expires_at)


@dataclass(frozen=True, slots=True)
class Client:
    """A program of one tenant and its keys, oldest first. While it is disabled none of them opens the door."""

    id: ClientId
    tenant_id: TenantId
    name: str
    scopes: frozenset[Scope]
    recorded_at: datetime
    keys: tuple[ClientKey, ...] = ()
    disabled_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class StoredKey:
    """A key with what is needed to check a caller against it: the hash of its secret and whom it stands for."""

    key: ClientKey
    secret_hash: bytes
    principal: Principal
    client_disabled: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """Which records of one kind a read is to bring, by id; each field narrows.

    Attributes:
        only: This one.
        after_id: Those behind this one.
        limit: At most so many.
        valid_on: Those that are valid on the day.
        day: The day on which parents and children are looked at.
        parent_id: Organisations right under this one on the day.
        court_id: Channels and roster entries of this court.
        organisation_id: Mediators, channels and roster entries of this organisation, those of its mediators included.
        mediator_id: Roster entries of this mediator.
    """

    only: UUID | None = None
    after_id: UUID | None = None
    limit: int = 1
    valid_on: date | None = None
    day: date = date.min
    parent_id: UUID | None = None
    court_id: UUID | None = None
    organisation_id: UUID | None = None
    mediator_id: UUID | None = None
