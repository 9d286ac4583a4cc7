"""The registry's tables. Open to every tenant; who may write is decided by the use cases."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any, Final, TypeVar
from uuid import UUID

import orjson
from sqlalchemy import Table, func, insert, update

from app.adapters.database import registry_pages as p
from app.adapters.database import registry_rows as r
from app.adapters.database import tables as t
from app.adapters.database.referral_rows import PartyHashes
from app.adapters.database.rows import dumped
from app.adapters.database.session import Session
from app.adapters.secrets import field_context, hash_api_key
from app.domain import lead_times
from app.domain.access import ClientId, CourtId, OrganisationId, TenantId, TenantKind
from app.domain.identifiers import IdentityDocument
from app.domain.ports import Sealer
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

TABLES: Final[dict[Noun, Table]] = {
    Noun.COURTS: t.courts,
    Noun.REFERRING_BODIES: t.referring_bodies,
    Noun.ORGANISATIONS: t.organisations,
    Noun.MEDIATORS: t.mediators,
    Noun.ROSTERS: t.roster_entries,
    Noun.CHANNELS: t.channels,
}
"""Records that are dated by day."""

NAME_OWNER: Final = {
    noun: p.name_owner(TABLES[noun].name) for noun in (Noun.COURTS, Noun.REFERRING_BODIES, Noun.ORGANISATIONS)
}

OFFSET: Final = "SELECT offset_seconds FROM legal_clock"

T = TypeVar("T")


def _dates(validity: Validity) -> dict[str, Any]:
    return {"valid_from": validity.valid_from, "valid_to": validity.valid_to}


def _id_of(value: Any) -> UUID | None:
    return None if value is None else UUID(int=value.int)


class RegistryRows:
    """Courts, referring bodies, organisations, mediators, roster entries, channels, clients, legal clock."""

    __slots__ = ("_sealer", "_session")

    def __init__(self, session: Session, sealer: Sealer) -> None:
        self._session = session
        self._sealer = sealer

    async def hold(self) -> None:
        """Let nobody else write to the registry until this transaction ends."""
        await self._session.run(p.HOLD)

    async def add_court(self, court: Court, recorded_at: datetime) -> None:
        """A court and its tracks."""
        await self._add_tenant(court.id, TenantKind.COURT, court.name, recorded_at)
        row = {
            "id": court.id,
            "name": court.name,
            "level": court.level,
            "court_code": court.court_code,
            "region_code": court.region_code,
            "late_acceptance": court.late_acceptance,
            "duplicate_policy": court.duplicate_policy,
            "confirmation_after_entrustment": court.confirmation_after_entrustment,
            "term_on_reassignment": court.term_on_reassignment,
            "fee_notice_days": court.fee_notice_days,
            "lead_times": lead_times.told(court.lead_times),
            "suspension_pauses_term": court.suspension_pauses_term,
            "acceptance_on_dispatch": court.acceptance_on_dispatch,
            "full_organisation": court.full_organisation,
            "statement_before_filing": court.statement_before_filing,
            "recorded_at": recorded_at,
            **_dates(court.validity),
        }
        await self._session.core_count(insert(t.courts).values(**row))
        for used in court.tracks:
            await self.add_track(court.id, used)

    async def add_referring_body(self, body: ReferringBody, recorded_at: datetime) -> None:
        """A referring body."""
        await self._add_tenant(body.id, TenantKind.REFERRING_BODY, body.name, recorded_at)
        row = {
            "id": body.id,
            "name": body.name,
            "kind": body.kind,
            "region": body.region,
            "recorded_at": recorded_at,
            **_dates(body.validity),
        }
        await self._session.core_count(insert(t.referring_bodies).values(**row))

    async def add_organisation(self, organisation: Organisation, recorded_at: datetime) -> None:
        """An organisation as registered; its amendments are added as changes."""
        await self._add_tenant(organisation.id, TenantKind.ORGANISATION, organisation.name, recorded_at)
        row = {
            "id": organisation.id,
            "name": organisation.name,
            "kind": organisation.kind.value,
            "parent_id": organisation.parent_id,
            "ancestor_ids": list(organisation.ancestor_ids),
            "region": organisation.region,
            "charges": organisation.charges,
            "capacity": organisation.capacity,
            "recorded_at": recorded_at,
            **_dates(organisation.validity),
        }
        await self._session.core_count(insert(t.organisations).values(**row))

    async def add_operator(self, tenant_id: TenantId, name: str, recorded_at: datetime) -> None:
        """The one operator; a second becomes `NameTaken`."""
        await self._add_tenant(tenant_id, TenantKind.OPERATOR, name, recorded_at)

    async def _add_tenant(self, tenant_id: UUID, kind: TenantKind, name: str, recorded_at: datetime) -> None:
        row = {"id": tenant_id, "kind": kind.value, "name": name, "recorded_at": recorded_at}
        await self._session.core_count(insert(t.tenants).values(**row))

    async def add_mediator(
        self, mediator: Mediator, recorded_at: datetime, document: IdentityDocument | None = None
    ) -> None:
        """A mediator."""
        row = {
            "id": mediator.id,
            "organisation_id": mediator.organisation_id,
            "name": mediator.name,
            "certificate_number": mediator.certificate_number,
            "recorded_at": recorded_at,
            **_dates(mediator.validity),
            **({} if document is None else self._identity(mediator.id, document)),
        }
        await self._session.core_count(insert(t.mediators).values(**row))

    async def set_identity(self, mediator_id: MediatorId, document: IdentityDocument) -> None:
        """The document of a mediator."""
        row = self._identity(mediator_id, document)
        await self._session.core_count(update(t.mediators).where(t.mediators.c.id == mediator_id).values(**row))

    def _identity(self, mediator_id: MediatorId, document: IdentityDocument) -> dict[str, Any]:
        context = field_context("mediators", "id_number_sealed", mediator_id)
        return {
            "id_type": document.id_type,
            "id_number_sealed": self._sealer.encrypt(document.id_number, context),
            "id_number_hash": PartyHashes(self._sealer).number(document.id_type, document.id_number),
        }

    async def add_roster_entry(self, entry: RosterEntry, recorded_at: datetime) -> None:
        """A roster entry."""
        row = {
            "id": entry.id,
            "court_id": entry.court_id,
            "organisation_id": entry.organisation_id,
            "mediator_id": entry.mediator_id,
            "certificate_number": entry.certificate_number,
            "status": entry.status,
            "training_hours": entry.training_hours,
            "trained": entry.trained,
            "recorded_at": recorded_at,
            **_dates(entry.validity),
        }
        await self._session.core_count(insert(t.roster_entries).values(**row))

    async def add_channel(self, channel: Channel, recorded_at: datetime) -> None:
        """A channel."""
        row = {
            "id": channel.id,
            "court_id": channel.court_id,
            "organisation_id": channel.organisation_id,
            "mode": channel.mode,
            "form": channel.form,
            "strict": channel.strict,
            "cause_roots": list(channel.cause_roots),
            "scope_text": channel.scope_text,
            "court_scope": channel.court_scope,
            "recorded_at": recorded_at,
            **_dates(channel.validity),
        }
        await self._session.core_count(insert(t.channels).values(**row))

    async def add_client(self, client: Client) -> None:
        """A client without keys."""
        row = {
            "id": client.id,
            "tenant_id": client.tenant_id,
            "name": client.name,
            "scopes": sorted(scope.value for scope in client.scopes),
            "recorded_at": client.recorded_at,
        }
        await self._session.core_count(insert(t.clients).values(**row))

    async def add_change(self, noun: Noun, record_id: UUID, change: Change) -> None:
        """One line of a record's history."""
        row = {
            "id": change.id,
            "noun": noun.value,
            "record_id": record_id,
            "change": change.kind.value,
            "valid_from": change.valid_from,
            "details": orjson.loads(dumped(change.details)),
            "client_id": change.client_id,
            "recorded_at": change.recorded_at,
        }
        await self._session.core_count(insert(t.registry_changes).values(**row))

    async def end_record(self, noun: Noun, record_id: UUID, valid_to: date) -> None:
        """The last day of a record."""
        table = TABLES[noun]
        await self._session.core_count(update(table).where(table.c.id == record_id).values(valid_to=valid_to))

    async def add_track(self, court_id: CourtId, used: CourtTrack) -> None:
        """A further track of a court."""
        row = {"id": used.id, "court_id": court_id, "track": used.track.value, **_dates(used.validity)}
        await self._session.core_count(insert(t.court_tracks).values(**row))

    async def end_track(self, used_id: UUID, valid_to: date) -> None:
        """The last day on which a court uses a track."""
        tracks = t.court_tracks
        await self._session.core_count(update(tracks).where(tracks.c.id == used_id).values(valid_to=valid_to))

    async def set_client(self, client: Client) -> None:
        """Name, scopes and state of a client."""
        row = {
            "name": client.name,
            "scopes": sorted(scope.value for scope in client.scopes),
            "disabled_at": client.disabled_at,
        }
        await self._session.core_count(update(t.clients).where(t.clients.c.id == client.id).values(**row))

    async def add_key(
        self, client_id: ClientId, public_id: str, secret_text: str, recorded_at: datetime, expires_at: datetime | None
    ) -> None:
        """Store the hash of a key; the text itself is stored nowhere."""
        row = {
            "id": public_id,
            "client_id": client_id,
            "secret_hash": hash_api_key(secret_text),
            "recorded_at": recorded_at,
            "expires_at": expires_at,
        }
        await self._session.core_count(insert(t.client_keys).values(**row))

    async def revoke_key(self, client_id: ClientId, public_id: str, revoked_at: datetime) -> bool:
        """Close a key for good; False where the client has no such key."""
        key = t.client_keys.c
        closed = (
            update(t.client_keys)
            .where(key.id == public_id, key.client_id == client_id)
            .values(revoked_at=func.coalesce(key.revoked_at, revoked_at))
        )
        return await self._session.core_count(closed) == 1

    async def find_key(self, public_id: str) -> StoredKey | None:
        """A key by its public id."""
        document = await self._session.value(r.STORED_KEY, public_id)
        return None if document is None else r.stored_key_of(orjson.loads(document))

    async def tenant(self, tenant_id: TenantId) -> Tenant | None:
        """A tenant."""
        rows = await self._session.rows(p.TENANT, tenant_id)
        return Tenant(tenant_id, TenantKind(rows[0]["kind"]), rows[0]["name"]) if rows else None

    async def operator(self) -> Client | None:
        """The operator's first client."""
        document = await self._session.value(r.OPERATOR)
        return None if document is None else r.client_of(orjson.loads(document))

    async def name_owner(self, noun: Noun, name: str) -> UUID | None:
        """The record of the kind that has or had the name."""
        return _id_of(await self._session.value(NAME_OWNER[noun], noun.value, name))

    async def overlapping_channel(
        self, court_id: CourtId, organisation_id: OrganisationId, validity: Validity, *, but: UUID | None = None
    ) -> UUID | None:
        """Another channel of the two that has a day in common with the validity."""
        found = await self._session.value(
            p.OVERLAPPING, court_id, organisation_id, validity.valid_from, validity.valid_to, but
        )
        return _id_of(found)

    async def family(
        self, organisation_id: OrganisationId | None, parent_id: OrganisationId | None
    ) -> tuple[Organisation, ...]:
        """An organisation and all that ever stand below it, with all that ever stand above those or are the parent."""
        return await self._read(r.FAMILY, r.organisation_of, organisation_id, parent_id)

    async def changes(self, noun: Noun, record_id: UUID, *, after_id: UUID | None, limit: int) -> tuple[Change, ...]:
        """The history of one record in the order in which it was entered."""
        return await self._read(p.CHANGES, r.change_of, noun.value, record_id, after_id, limit)

    async def courts(self, wanted: Selection) -> tuple[Court, ...]:
        """Courts by id."""
        return await self._page(p.COURTS, r.court_of, wanted, wanted.valid_on)

    async def referring_bodies(self, wanted: Selection) -> tuple[ReferringBody, ...]:
        """Referring bodies by id."""
        return await self._page(p.REFERRING_BODIES, r.referring_body_of, wanted, wanted.valid_on)

    async def organisations(self, wanted: Selection) -> tuple[Organisation, ...]:
        """Organisations by id, each with those right below it on the day."""
        more = (wanted.valid_on, wanted.day, wanted.parent_id)
        return await self._page(p.ORGANISATIONS, r.organisation_of, wanted, *more)

    async def mediators(self, wanted: Selection) -> tuple[Mediator, ...]:
        """Mediators by id."""
        return await self._page(p.MEDIATORS, r.mediator_of, wanted, wanted.valid_on, wanted.organisation_id)

    async def rosters(self, wanted: Selection) -> tuple[RosterEntry, ...]:
        """Roster entries by id."""
        more = (wanted.valid_on, wanted.court_id, wanted.organisation_id, wanted.mediator_id)
        return await self._page(p.ROSTERS, r.roster_entry_of, wanted, *more)

    async def channels(self, wanted: Selection) -> tuple[Channel, ...]:
        """Channels by id."""
        more = (wanted.valid_on, wanted.court_id, wanted.organisation_id)
        return await self._page(p.CHANNELS, r.channel_of, wanted, *more)

    async def clients(self, wanted: Selection) -> tuple[Client, ...]:
        """Clients by id."""
        return await self._page(p.CLIENTS, r.client_of, wanted)

    async def _page(self, statement: str, build: Callable[[Any], T], wanted: Selection, *more: object) -> tuple[T, ...]:
        return await self._read(statement, build, wanted.only, wanted.after_id, wanted.limit, *more)

    async def _read(self, statement: str, build: Callable[[Any], T], *arguments: object) -> tuple[T, ...]:
        rows = await self._session.rows(statement, *arguments)
        return tuple(build(orjson.loads(row[0])) for row in rows)

    async def clock_offset(self) -> int:
        """Seconds that the legal clock is ahead of the system clock."""
        return int(await self._session.value(OFFSET))

    async def move_clock(self, *, before: int, after: int) -> bool:
        """Set the offset if it still is `before`; False where somebody else moved it."""
        clock = t.legal_clock
        moved = update(clock).where(clock.c.offset_seconds == before).values(offset_seconds=after)
        return await self._session.core_count(moved) == 1
