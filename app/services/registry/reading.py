"""Reads of the registry: a page or one record, each as it is on one day."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, Generic, TypeVar, cast
from uuid import UUID

from app.domain.access import Principal, Scope
from app.domain.errors import Refusal
from app.domain.ports import Ports, Registry
from app.domain.registry import (
    Channel,
    Client,
    Court,
    Mediator,
    Noun,
    Organisation,
    ReferringBody,
    RosterEntry,
    Selection,
    as_of,
)
from app.domain.values import replace

T = TypeVar("T")
Read = Callable[[Selection], Awaitable[tuple[T, ...]]]


@dataclass(frozen=True, slots=True)
class Reader(Generic[T]):
    """How one kind of record is read, and the scope that it takes."""

    noun: Noun
    scope: Scope
    read: Callable[[Registry], Read[T]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """What narrows a list; the fields are those of `Selection`."""

    parent_id: UUID | None = None
    court_id: UUID | None = None
    organisation_id: UUID | None = None
    mediator_id: UUID | None = None


_READ: Final = Scope.REGISTRY_READ
COURTS: Final[Reader[Court]] = Reader(Noun.COURTS, _READ, lambda registry: registry.courts)
REFERRING_BODIES: Final[Reader[ReferringBody]] = Reader(
    Noun.REFERRING_BODIES, _READ, lambda registry: registry.referring_bodies
)
ORGANISATIONS: Final[Reader[Organisation]] = Reader(Noun.ORGANISATIONS, _READ, lambda registry: registry.organisations)
MEDIATORS: Final[Reader[Mediator]] = Reader(Noun.MEDIATORS, _READ, lambda registry: registry.mediators)
ROSTERS: Final[Reader[RosterEntry]] = Reader(Noun.ROSTERS, _READ, lambda registry: registry.rosters)
CHANNELS: Final[Reader[Channel]] = Reader(Noun.CHANNELS, _READ, lambda registry: registry.channels)
CLIENTS: Final[Reader[Client]] = Reader(Noun.CLIENTS, Scope.CLIENTS_WRITE, lambda registry: registry.clients)
READERS: Final[dict[Noun, Reader[Any]]] = {
    reader.noun: reader for reader in (COURTS, REFERRING_BODIES, ORGANISATIONS, MEDIATORS, ROSTERS, CHANNELS, CLIENTS)
}


async def page(
    ports: Ports,
    principal: Principal,
    reader: Reader[T],
    *,
    after_id: UUID | None,
    limit: int,
    on: date | None = None,
    filters: Filters | None = None,
) -> tuple[T, ...]:
    """A page of records by id; the first page for `after_id` None.

    Args:
        ports: The outside.
        principal: Who asks.
        reader: The kind of record.
        after_id: Id to go on behind.
        limit: Most records.
        on: A legal date: only records that are valid then, as they then are. None: all of them, as they are today.
        filters: What narrows the list.
    """
    principal.require(reader.scope)
    day = await _day(ports, on)
    narrowed = filters or Filters()
    wanted = Selection(
        after_id=after_id,
        limit=limit,
        valid_on=on,
        day=day,
        parent_id=narrowed.parent_id,
        court_id=narrowed.court_id,
        organisation_id=narrowed.organisation_id,
        mediator_id=narrowed.mediator_id,
    )
    async with ports.unit_of_work(principal.tenant_id) as tx:
        records = await reader.read(tx.registry)(wanted)
    return tuple(_then(record, day) for record in records)


async def one(ports: Ports, principal: Principal, reader: Reader[T], record_id: UUID, *, on: date | None = None) -> T:
    """One record as it is on a legal date, today if none is given; refuses with `not_found`."""
    principal.require(reader.scope)
    day = await _day(ports, on)
    async with ports.unit_of_work(principal.tenant_id) as tx:
        return _then(await existing(reader.read(tx.registry), record_id, day=day), day)


async def _day(ports: Ports, on: date | None) -> date:
    return on or (await ports.clock.legal_now()).on


def _then(record: T, day: date) -> T:
    """The record on the day; clients have no history of days."""
    return record if isinstance(record, Client) else cast("T", as_of(cast("Court", record), day))


async def existing(read: Read[T], record_id: UUID, pointer: str | None = None, *, day: date = date.min) -> T:
    """The record of that id; refused with `not_found`, or with `unknown_reference` where a field names it."""
    records = await read(replace(Selection(day=day), only=record_id))
    if not records:
        raise Refusal("not_found" if pointer is None else "unknown_reference", pointer=pointer)
    return records[0]
