"""What the registry holds: courts, organisations, mediators, channels, clients. Everything is dated, nothing deleted.

`facts` says what is true of a record on one legal date; commands and guards see nothing else of the registry.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from app.domain.access import ClientId, CourtId, OrganisationId, Principal, Scope, TenantId, TenantKind
from app.domain.errors import Refusal
from app.domain.lifecycle.states import Body, Track
from app.domain.referral import MediatorId
from app.domain.registry_facts import ChannelFacts, CourtFacts, MediatorFacts, OrganisationFacts


@dataclass(frozen=True, slots=True)
class Validity:
    """From a first to a last day, both inclusive; `valid_to` None is open."""

    valid_from: date
    valid_to: date | None = None

    def covers(self, day: date) -> bool:
        """Whether the day lies inside."""
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)

    def checked(self, pointer: str = "/valid_to") -> "Validity":
        """Itself, refused with `dates_reversed` where the last day lies before the first."""
        if self.valid_to is not None and self.valid_to < self.valid_from:
            raise Refusal("dates_reversed", pointer=pointer)
        return self


@dataclass(frozen=True, slots=True)
class Tenant:
    """One court, organisation or operator, as the owner of clients."""

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
    """A court. `late_acceptance`: whether it takes acceptances after the window closed."""

    id: CourtId
    name: str
    level: str
    validity: Validity
    court_code: str | None = None
    region_code: str | None = None
    late_acceptance: bool = True
    tracks: tuple[CourtTrack, ...] = ()

    def facts(self, day: date) -> CourtFacts:
        """What is true of it on the day."""
        return CourtFacts(
            id=self.id,
            active=self.validity.covers(day),
            tracks=frozenset(used.track for used in self.tracks if used.validity.covers(day)),
            late_acceptance=self.late_acceptance,
        )


@dataclass(frozen=True, slots=True)
class Organisation:
    """A mediation organisation. `ancestor_ids`: the organisations above it, nearest first."""

    id: OrganisationId
    name: str
    kind: Body
    validity: Validity
    parent_id: OrganisationId | None = None
    ancestor_ids: tuple[OrganisationId, ...] = ()
    region: str | None = None

    def facts(self, day: date) -> OrganisationFacts:
        """What is true of it on the day."""
        return OrganisationFacts(self.id, self.validity.covers(day), self.kind, self.ancestor_ids)


@dataclass(frozen=True, slots=True)
class Mediator:
    """A mediator of one organisation's public roster."""

    id: MediatorId
    organisation_id: OrganisationId
    name: str
    validity: Validity
    certificate_number: str | None = None

    def facts(self, day: date) -> MediatorFacts:
        """What is true of the mediator on the day."""
        return MediatorFacts(self.id, self.organisation_id, self.validity.covers(day))


@dataclass(frozen=True, slots=True)
class Channel:
    """An agreement between a court and an organisation to send and take disputes.

    Attributes:
        mode: Code of list `channel_mode`.
        form: Code of list `channel_form`.
        strict: Whether a cause outside the scope is refused rather than warned about.
        cause_roots: Causes whose subtrees are the scope; empty: every cause.
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


def open_channel(channels: Iterable[Channel], day: date) -> ChannelFacts | None:
    """The channel in force on the day; of several the one opened last. None where there is none."""
    covering = [channel for channel in channels if channel.validity.covers(day)]
    if not covering:
        return None
    newest = max(covering, key=lambda channel: (channel.validity.valid_from, channel.id))
    return ChannelFacts(newest.id, newest.strict, newest.cause_roots)


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
    """A program of one tenant and its keys, oldest first."""

    id: ClientId
    tenant_id: TenantId
    name: str
    scopes: frozenset[Scope]
    recorded_at: datetime
    keys: tuple[ClientKey, ...] = ()


@dataclass(frozen=True, slots=True)
class StoredKey:
    """A key with what is needed to check a caller against it: the hash of its secret and whom it stands for."""

    key: ClientKey
    secret_hash: bytes
    principal: Principal
