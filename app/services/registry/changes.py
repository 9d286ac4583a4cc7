"""What happens to a record after it was registered: one way for every kind of it, dated, and kept for good.

Nothing is deleted, nothing overwritten silently: each change adds a line to the record's history, which tells from
which day on what holds, who entered it and when.
"""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final
from uuid import UUID

from app.domain.access import Principal, Scope
from app.domain.errors import Refusal
from app.domain.ports import Answer, Ports
from app.domain.registry import Change, ChangeKind, Channel, Client, Noun
from app.domain.values import replace
from app.services.envelope import Envelope, Outcome
from app.services.registry import channels, clients, courts, mediators, organisations
from app.services.registry.reading import READERS, existing
from app.services.registry.writing import Work, require_free_name, require_valid, written


@dataclass(frozen=True, slots=True)
class Rename:
    """From a day on a record has another name; a client at once, without a day."""

    name: str
    valid_from: date = date.min


@dataclass(frozen=True, slots=True)
class EndRecord:
    """The last day of a record. It may be told again: the last word counts."""

    valid_to: date


Wish = (
    Rename
    | EndRecord
    | organisations.Move
    | organisations.SetCapacity
    | courts.AddTrack
    | courts.EndTrack
    | courts.SetCourt
    | mediators.SetStatus
    | mediators.Train
    | mediators.Certify
    | mediators.Identify
    | channels.Rescope
    | clients.SetScopes
    | clients.Disable
    | clients.Enable
)
"""Everything that can be asked; the contract says which of it fits which kind of record."""

History = tuple[Change, ...]

NAMED_ONCE: Final = frozenset({Noun.COURTS, Noun.REFERRING_BODIES, Noun.ORGANISATIONS})
"""Kinds of record whose names are not given twice."""


async def change_record(ports: Ports, envelope: Envelope, noun: Noun, record_id: UUID, wish: Wish | Refusal) -> Outcome:
    """Change one record; refuses with `not_found` where there is none."""
    reader = READERS[noun]

    async def write(work: Work) -> Answer:
        record = await existing(reader.read(work.tx.registry), record_id)
        if isinstance(wish, Refusal):
            raise wish
        change_id = await _carried_out(work, noun, record, wish)
        body = {"id": str(record_id), "change_id": str(change_id)}
        return Answer(status=201, body=body, location=f"{noun.path}/{record_id}")

    return await written(ports, envelope, scope_of(noun), write)


def scope_of(noun: Noun) -> Scope:
    """The scope that writing to records of the kind takes."""
    return Scope.CLIENTS_WRITE if noun is Noun.CLIENTS else Scope.REGISTRY_WRITE


async def _carried_out(work: Work, noun: Noun, record: Any, wish: Wish) -> UUID:
    if isinstance(wish, Rename):
        return await _rename(work, noun, record, wish)
    if isinstance(wish, EndRecord):
        return await _end(work, noun, record, wish)
    return await _HANDLERS[type(wish)](work, record, wish)


_HANDLERS: Final[Mapping[type[Any], Callable[[Work, Any, Any], Awaitable[UUID]]]] = {
    organisations.Move: organisations.move,
    organisations.SetCapacity: organisations.set_capacity,
    courts.AddTrack: courts.add_track,
    courts.EndTrack: courts.end_track,
    courts.SetCourt: courts.set_court,
    mediators.SetStatus: mediators.set_status,
    mediators.Train: mediators.train,
    mediators.Certify: mediators.certify,
    mediators.Identify: mediators.identify,
    channels.Rescope: channels.rescope,
    clients.SetScopes: clients.change_client,
    clients.Disable: clients.change_client,
    clients.Enable: clients.change_client,
}


async def _rename(work: Work, noun: Noun, record: Any, wish: Rename) -> UUID:
    details = {"name": wish.name}
    if isinstance(record, Client):
        return await clients.store_client(work, replace(record, name=wish.name), ChangeKind.RENAME, details)
    require_valid(record, wish.valid_from)
    if noun in NAMED_ONCE:
        await require_free_name(work.tx, noun, wish.name, record.id)
    return await work.note(noun, record.id, ChangeKind.RENAME, wish.valid_from, details)


async def _end(work: Work, noun: Noun, record: Any, wish: EndRecord) -> UUID:
    validity = replace(record.validity, valid_to=wish.valid_to).checked()
    if isinstance(record, Channel):
        await channels.require_no_other(work.tx, record, validity)
    await work.tx.registry.end_record(noun, record.id, wish.valid_to)
    return await work.note(noun, record.id, ChangeKind.END, wish.valid_to, {"valid_to": wish.valid_to})


async def history(
    ports: Ports, principal: Principal, noun: Noun, record_id: UUID, *, after_id: UUID | None, limit: int
) -> History:
    """A page of the changes of one record, in the order in which they were entered; refuses with `not_found`."""
    reader = READERS[noun]
    principal.require(reader.scope)
    async with ports.unit_of_work(principal.tenant_id) as tx:
        await existing(reader.read(tx.registry), record_id)
        return await tx.registry.changes(noun, record_id, after_id=after_id, limit=limit)
