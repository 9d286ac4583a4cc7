"""The registry's tables. Open to every tenant; who may write is decided by the use cases."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any, TypeVar
from uuid import UUID

import orjson
from sqlalchemy import func, insert, select, update
from sqlalchemy.dialects.postgresql import insert as upsert

from app.adapters.database import registry_rows as r
from app.adapters.database import tables as t
from app.adapters.database.session import Session
from app.adapters.secrets import hash_api_key
from app.domain.access import ClientId, TenantId, TenantKind
from app.domain.calendar import Calendar, DayKind
from app.domain.causes import Cause
from app.domain.codes import Code
from app.domain.registry import (
    Channel,
    Client,
    Court,
    Mediator,
    Organisation,
    StoredKey,
    Tenant,
    Validity,
)

COURTS = r.page_of(r.COURT)
ORGANISATIONS = r.page_of(r.ORGANISATION)
MEDIATORS = r.page_of(r.MEDIATOR)
CHANNELS = r.page_of(r.CHANNEL)
CLIENTS = r.page_of(r.CLIENT)
TENANT = "SELECT kind, name FROM tenants WHERE id = $1"
HOLD_CLIENT = "SELECT FROM clients WHERE id = $1 FOR UPDATE"
OFFSET = "SELECT offset_seconds FROM legal_clock"

T = TypeVar("T")


def _dates(validity: Validity) -> dict[str, Any]:
    return {"valid_from": validity.valid_from, "valid_to": validity.valid_to}


class RegistryRows:
    """Courts, organisations, mediators, channels, clients, code lists, calendar, legal clock."""

    __slots__ = ("_session",)

    def __init__(self, session: Session) -> None:
        self._session = session

    async def add_court(self, court: Court, recorded_at: datetime) -> None:
        """A court and its tracks; a name that is there already becomes `NameTaken`."""
        await self._add_tenant(court.id, TenantKind.COURT, court.name, recorded_at)
        row = {
            "id": court.id,
            "name": court.name,
            "level": court.level,
            "court_code": court.court_code,
            "region_code": court.region_code,
            "late_acceptance": court.late_acceptance,
            "recorded_at": recorded_at,
            **_dates(court.validity),
        }
        await self._session.core_count(insert(t.courts).values(**row))
        for used in court.tracks:
            track = {"id": used.id, "court_id": court.id, "track": used.track.value, **_dates(used.validity)}
            await self._session.core_count(insert(t.court_tracks).values(**track))

    async def add_organisation(self, organisation: Organisation, recorded_at: datetime) -> None:
        """An organisation; a name that is there already becomes `NameTaken`."""
        await self._add_tenant(organisation.id, TenantKind.ORGANISATION, organisation.name, recorded_at)
        row = {
            "id": organisation.id,
            "name": organisation.name,
            "kind": organisation.kind.value,
            "parent_id": organisation.parent_id,
            "ancestor_ids": list(organisation.ancestor_ids),
            "region": organisation.region,
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

    async def add_mediator(self, mediator: Mediator, recorded_at: datetime) -> None:
        """A mediator."""
        row = {
            "id": mediator.id,
            "organisation_id": mediator.organisation_id,
            "name": mediator.name,
            "certificate_number": mediator.certificate_number,
            "recorded_at": recorded_at,
            **_dates(mediator.validity),
        }
        await self._session.core_count(insert(t.mediators).values(**row))

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

    async def hold_client(self, client_id: ClientId) -> None:
        """Let nobody else change the client's keys until this transaction ends."""
        await self._session.run(HOLD_CLIENT, client_id)

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
        rows = await self._session.rows(TENANT, tenant_id)
        return Tenant(tenant_id, TenantKind(rows[0]["kind"]), rows[0]["name"]) if rows else None

    async def courts(
        self, *, only: UUID | None = None, after_id: UUID | None = None, limit: int = 1
    ) -> tuple[Court, ...]:
        """One court, or a page of them by id."""
        return await self._page(COURTS, r.court_of, only, after_id, limit)

    async def organisations(
        self, *, only: UUID | None = None, after_id: UUID | None = None, limit: int = 1
    ) -> tuple[Organisation, ...]:
        """One organisation, or a page of them by id."""
        return await self._page(ORGANISATIONS, r.organisation_of, only, after_id, limit)

    async def mediators(
        self, *, only: UUID | None = None, after_id: UUID | None = None, limit: int = 1
    ) -> tuple[Mediator, ...]:
        """One mediator, or a page of them by id."""
        return await self._page(MEDIATORS, r.mediator_of, only, after_id, limit)

    async def channels(
        self, *, only: UUID | None = None, after_id: UUID | None = None, limit: int = 1
    ) -> tuple[Channel, ...]:
        """One channel, or a page of them by id."""
        return await self._page(CHANNELS, r.channel_of, only, after_id, limit)

    async def clients(
        self, *, only: UUID | None = None, after_id: UUID | None = None, limit: int = 1
    ) -> tuple[Client, ...]:
        """One client, or a page of them by id."""
        return await self._page(CLIENTS, r.client_of, only, after_id, limit)

    async def _page(
        self, statement: str, build: Callable[[Any], T], only: UUID | None, after_id: UUID | None, limit: int
    ) -> tuple[T, ...]:
        rows = await self._session.rows(statement, only, after_id, limit)
        return tuple(build(orjson.loads(row[0])) for row in rows)

    async def load_code_lists(self, lists: Mapping[str, Sequence[Code]]) -> None:
        """Write labels and order of all lists; codes are never removed."""
        rows = [
            {"list": name, "code": code.code, "zh": code.zh, "en": code.en, "position": position}
            for name, codes in lists.items()
            for position, code in enumerate(codes, start=1)
        ]
        new = upsert(t.code_lists)
        labels = {name: new.excluded[name] for name in ("zh", "en", "position")}
        await self._session.core_count(new.on_conflict_do_update(index_elements=["list", "code"], set_=labels), rows)

    async def load_causes(self, causes: Sequence[Cause]) -> None:
        """Write one list of causes; rows that are there are kept."""
        rows = [
            {
                "version": cause.version,
                "code": cause.code,
                "number": cause.code,
                "name": cause.name,
                "level": cause.level,
                "parent_code": cause.parent_code,
            }
            for cause in causes
        ]
        await self._session.core_count(upsert(t.causes).on_conflict_do_nothing(), rows)

    async def load_calendar(self, calendar: Calendar) -> None:
        """Write years, notices and days; a day that a later notice changes is changed."""
        years = [{"year": year, "notices": list(calendar.notices.get(year, ()))} for year in sorted(calendar.years)]
        days = [{"day": day, "kind": kind.value, "name": ""} for day, kind in sorted(calendar.kinds.items())]
        year, day = upsert(t.calendar_years), upsert(t.calendar_days)
        by_year = year.on_conflict_do_update(index_elements=["year"], set_={"notices": year.excluded.notices})
        by_day = day.on_conflict_do_update(index_elements=["day"], set_={"kind": day.excluded.kind})
        if years:
            await self._session.core_count(by_year, years)
        if days:
            await self._session.core_count(by_day, days)

    async def calendar(self) -> Calendar:
        """The legal calendar as loaded."""
        years = await self._session.core_rows(select(t.calendar_years))
        days = await self._session.core_rows(select(t.calendar_days.c.day, t.calendar_days.c.kind))
        return Calendar(
            kinds={row.day: DayKind(row.kind) for row in days},
            years=frozenset(row.year for row in years),
            notices={row.year: tuple(row.notices) for row in years},
        )

    async def clock_offset(self) -> int:
        """Seconds that the legal clock is ahead of the system clock."""
        return int(await self._session.value(OFFSET))

    async def move_clock(self, *, before: int, after: int) -> bool:
        """Set the offset if it still is `before`; False where somebody else moved it."""
        clock = t.legal_clock
        moved = update(clock).where(clock.c.offset_seconds == before).values(offset_seconds=after)
        return await self._session.core_count(moved) == 1
