"""What the use cases need of the registry's storage, as a Protocol. The adapters fulfil it; nothing here knows how."""

from datetime import date, datetime
from typing import Protocol
from uuid import UUID

from app.domain.access import ClientId, CourtId, OrganisationId, TenantId
from app.domain.identifiers import IdentityDocument
from app.domain.referral import MediatorId
from app.domain.registry import (
    Change,
    Channel,
    Client,
    Court,
    CourtTrack,
    Mediator,
    Noun,
    Organisation,
    ReferringBody,
    RosterEntry,
    Selection,
    StoredKey,
    Tenant,
    Validity,
)


class Registry(Protocol):
    """All records of the registry, legal clock. Open to every tenant."""

    async def hold(self) -> None:
        """Let nobody else write to the registry until this transaction ends: what is looked up here stays so."""
        ...

    async def add_court(self, court: Court, recorded_at: datetime) -> None:
        """A court and its tracks."""
        ...

    async def add_referring_body(self, body: ReferringBody, recorded_at: datetime) -> None:
        """A referring body."""
        ...

    async def add_organisation(self, organisation: Organisation, recorded_at: datetime) -> None:
        """An organisation; its amendments are added as changes."""
        ...

    async def add_operator(self, tenant_id: TenantId, name: str, recorded_at: datetime) -> None:
        """Raises NameTaken where the one operator is there already."""
        ...

    async def add_mediator(
        self, mediator: Mediator, recorded_at: datetime, document: IdentityDocument | None = None
    ) -> None:
        """Its organisation must be there. The number of the document is stored sealed, and as a keyed hash."""
        ...

    async def set_identity(self, mediator_id: MediatorId, document: IdentityDocument) -> None:
        """The mediator is known by this document from now on."""
        ...

    async def add_roster_entry(self, entry: RosterEntry, recorded_at: datetime) -> None:
        """Its court and whom it lists must be there."""
        ...

    async def add_channel(self, channel: Channel, recorded_at: datetime) -> None:
        """Its court and organisation must be there."""
        ...

    async def add_client(self, client: Client) -> None:
        """Its tenant must be there; keys are added apart."""
        ...

    async def add_change(self, noun: Noun, record_id: UUID, change: Change) -> None:
        """One line of a record's history; it can never be changed or taken away."""
        ...

    async def end_record(self, noun: Noun, record_id: UUID, valid_to: date) -> None:
        """The last day of a record; clients have none."""
        ...

    async def add_track(self, court_id: CourtId, used: CourtTrack) -> None:
        """A further track of a court."""
        ...

    async def end_track(self, used_id: UUID, valid_to: date) -> None:
        """The last day on which a court uses a track."""
        ...

    async def set_client(self, client: Client) -> None:
        """Name, scopes and state of a client."""
        ...

    async def add_key(
        self, client_id: ClientId, public_id: str, secret_text: str, recorded_at: datetime, expires_at: datetime | None
    ) -> None:
        """Store the hash of a key; the text itself is stored nowhere."""
        ...

    async def revoke_key(self, client_id: ClientId, public_id: str, revoked_at: datetime) -> bool:
        """Close a key for good; False where the client has no such key. A revoked key keeps its first time."""
        ...

    async def find_key(self, public_id: str) -> StoredKey | None:
        """A key by its public part, living or not."""
        ...

    async def tenant(self, tenant_id: TenantId) -> Tenant | None:
        """A tenant of any kind."""
        ...

    async def operator(self) -> Client | None:
        """The operator's first client; None before there is an operator."""
        ...

    async def name_owner(self, noun: Noun, name: str) -> UUID | None:
        """The record of the kind that has or had the name; a name stays with its first owner."""
        ...

    async def overlapping_channel(
        self, court_id: CourtId, organisation_id: OrganisationId, validity: Validity, *, but: UUID | None = None
    ) -> UUID | None:
        """Another channel of the two that has a day in common with the validity."""
        ...

    async def family(
        self, organisation_id: OrganisationId | None, parent_id: OrganisationId | None
    ) -> tuple[Organisation, ...]:
        """An organisation and all that ever stand below it, with all that ever stand above those or are the parent."""
        ...

    async def changes(self, noun: Noun, record_id: UUID, *, after_id: UUID | None, limit: int) -> tuple[Change, ...]:
        """The history of one record in the order in which it was entered."""
        ...

    async def courts(self, wanted: Selection) -> tuple[Court, ...]:
        """Courts by id."""
        ...

    async def referring_bodies(self, wanted: Selection) -> tuple[ReferringBody, ...]:
        """Referring bodies by id."""
        ...

    async def organisations(self, wanted: Selection) -> tuple[Organisation, ...]:
        """Organisations by id, each with those right below it on the day."""
        ...

    async def mediators(self, wanted: Selection) -> tuple[Mediator, ...]:
        """Mediators by id."""
        ...

    async def rosters(self, wanted: Selection) -> tuple[RosterEntry, ...]:
        """Roster entries by id."""
        ...

    async def channels(self, wanted: Selection) -> tuple[Channel, ...]:
        """Channels by id."""
        ...

    async def clients(self, wanted: Selection) -> tuple[Client, ...]:
        """Clients by id."""
        ...

    async def clock_offset(self) -> int:
        """Seconds that the legal clock is ahead of the system clock."""
        ...

    async def move_clock(self, *, before: int, after: int) -> bool:
        """Set the offset if it still is `before`; False where somebody else moved it."""
        ...
