"""Carries out what a `sutiao registry` command asks for, through the same use cases as the API, and prints it.

A command acts as the operator's first client: its lines in a record's history name that client.
"""

from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import fields
from datetime import date
from typing import Any, Final
from uuid import UUID, uuid4

import typer
from rich.tree import Tree

from app.adapters.client_tls import expires_at
from app.bootstrap import place_of, require_database
from app.commands.outcome import fail, once, sentence_of, settings
from app.commands.printing import cell, dump, print_table, wide
from app.domain.access import Principal
from app.domain.court_platform import Platform, PlatformCode
from app.domain.errors import Refusal
from app.domain.ports import Ports
from app.domain.registry import Change, Client, Mediator, Noun, Organisation, Validity
from app.services import platforms, registry
from app.services.envelope import Envelope, Outcome
from app.services.registry.reading import READERS
from app.supervisor import supervised_database
from app.wiring import wired

PAGE: Final = 200
"""Records that are read at once where all are wanted."""

COLUMNS: Final[Mapping[Noun, tuple[str, ...]]] = {
    Noun.COURTS: ("id", "name", "level", "tracks", "valid_from", "valid_to"),
    Noun.REFERRING_BODIES: ("id", "name", "kind", "region", "valid_from", "valid_to"),
    Noun.ORGANISATIONS: ("id", "name", "kind", "parent_id", "valid_from", "valid_to"),
    Noun.MEDIATORS: ("id", "name", "organisation_id", "certificate_number", "valid_from", "valid_to"),
    Noun.ROSTERS: ("id", "court_id", "organisation_id", "mediator_id", "status", "valid_from", "valid_to"),
    Noun.CHANNELS: ("id", "court_id", "organisation_id", "mode", "form", "strict", "valid_from", "valid_to"),
    Noun.CLIENTS: ("id", "tenant_id", "name", "scopes", "disabled_at", "keys"),
}
"""What a table shows; `--json` shows everything."""

Action = Callable[[Ports, Principal], Awaitable[Any]]
Writing = Callable[[Ports, Envelope], Awaitable[Outcome | registry.Issued]]


@asynccontextmanager
async def _opened() -> AsyncIterator[Ports]:
    known = settings()
    require_database(known)
    app_url = None if known.database_url is None else known.database_url.get_secret_value()
    async with supervised_database(known.data_dir, app_url, shared=True) as urls:
        ready = type(known)(**{**known.model_dump(), "database_url": urls.app_url})
        async with wired(ready, application_name="sutiao registry") as parts:
            yield parts.ports


def act(action: Action) -> Any:
    """What an action answers that a command of another kind carries out as the operator."""
    return _acted(action)


def _acted(action: Action) -> Any:
    """What an action of the operator answers; a refusal ends the command with its sentence and code."""

    async def work() -> Any:
        async with _opened() as ports:
            return await action(ports, await _operator(ports))

    return once(work())


async def _operator(ports: Ports) -> Principal:
    """Who acts; where nobody is, which database was asked."""
    try:
        return await registry.operator(ports)
    except Refusal as refusal:
        raise fail(f"{sentence_of(refusal)} Database: {place_of(settings())}.") from refusal


def write(writing: Writing, *, as_json: bool, dry_run: bool) -> None:
    """Carry out one write and print its receipt; a new key's secret is printed here and never again."""

    async def action(ports: Ports, principal: Principal) -> Outcome | registry.Issued:
        key = uuid4().hex
        return await writing(ports, Envelope(principal=principal, key=key, fingerprint=key.encode(), dry_run=dry_run))

    done = _acted(action)
    outcome, secret = (done.outcome, done.secret_text) if isinstance(done, registry.Issued) else (done, None)
    receipt = {**outcome.answer.body, **({} if secret is None else {"key": secret})}
    if as_json:
        dump(receipt)
        return
    for name, value in receipt.items():
        typer.echo(f"{name}: {value}")


def change(noun: Noun, record_id: UUID, wish: registry.Wish, *, as_json: bool, dry_run: bool) -> None:
    """Change one record."""
    write(
        lambda ports, envelope: registry.change_record(ports, envelope, noun, record_id, wish),
        as_json=as_json,
        dry_run=dry_run,
    )


def show_page(
    noun: Noun,
    *,
    as_json: bool,
    on: date | None = None,
    after: UUID | None = None,
    limit: int = PAGE,
    filters: registry.Filters | None = None,
) -> None:
    """Print a page of records."""

    async def action(ports: Ports, principal: Principal) -> tuple[Any, ...]:
        return await registry.page(ports, principal, READERS[noun], after_id=after, limit=limit, on=on, filters=filters)

    rows = [flat(record) for record in _acted(action)]
    if as_json:
        dump(rows)
        return
    print_table(COLUMNS[noun], rows)
    if len(rows) == limit:
        typer.echo(f"more: --after {rows[-1]['id']}", err=True)


def show_platforms(*, as_json: bool, after: UUID | None, limit: int) -> None:
    """Print a page of configuration rows of platforms of courts; of secrets their names."""

    async def action(ports: Ports, principal: Principal) -> tuple[Any, ...]:
        return await platforms.page(ports, principal, after_id=after, limit=limit)

    rows = [_of_platform(row) for row in _acted(action)]
    if as_json:
        dump(rows)
        return
    print_table(("id", "code", "court_id", "dialect", "valid_from", "valid_to", "client_certificate_expires_at"), rows)


def show_platform(code: str, *, as_json: bool) -> None:
    """Print a platform as it is today, and how far it was served; of secrets their names."""

    async def action(ports: Ports, principal: Principal) -> platforms.PlatformSight:
        return await platforms.get(ports, principal, PlatformCode(code))

    sight = _acted(action)
    shown = {**_of_platform(sight.platform), **flat(sight.position)}
    if as_json:
        dump(shown)
        return
    for name, value in shown.items():
        typer.echo(f"{name}: {cell(value)}")


def _of_platform(row: Platform) -> dict[str, Any]:
    expiry = {"client_certificate_expires_at": expires_at(row.credentials)}
    return {**flat(row), "credentials": sorted(row.credentials), **expiry}


def show_one(noun: Noun, record_id: UUID, *, as_json: bool, on: date | None = None) -> None:
    """Print one record with its history."""

    async def action(ports: Ports, principal: Principal) -> tuple[Any, tuple[Change, ...]]:
        record = await registry.one(ports, principal, READERS[noun], record_id, on=on)
        return record, await _history(ports, principal, noun, record_id)

    record, lines = _acted(action)
    if as_json:
        dump({**flat(record), "changes": [flat(line) for line in lines]})
        return
    for name, value in flat(record).items():
        typer.echo(f"{name}: {cell(value)}")
    if lines:
        print_table(("valid_from", "kind", "details", "recorded_at"), [flat(line) for line in lines])


async def _history(ports: Ports, principal: Principal, noun: Noun, record_id: UUID) -> tuple[Change, ...]:
    found: list[Change] = []
    after: UUID | None = None
    while rows := await registry.history(ports, principal, noun, record_id, after_id=after, limit=PAGE):
        found += rows
        after = rows[-1].id
    return tuple(found)


def show_tree(*, on: date | None, as_json: bool) -> None:
    """Print the organisations that are valid on a day, each below its parent."""

    async def action(ports: Ports, principal: Principal) -> list[Organisation]:
        day = on or (await ports.clock.legal_now()).on
        found: list[Organisation] = []
        after: UUID | None = None
        while rows := await registry.page(ports, principal, registry.ORGANISATIONS, after_id=after, limit=PAGE, on=day):
            found += rows
            after = rows[-1].id
        return found

    found = _acted(action)
    by_id = {organisation.id: organisation for organisation in found}
    roots = [organisation for organisation in found if organisation.parent_id not in by_id]
    if as_json:
        dump([_branch(root, by_id) for root in roots])
        return
    for root in roots:
        wide().print(_drawn(root, by_id), markup=False)


def _branch(organisation: Organisation, by_id: Mapping[UUID, Organisation]) -> dict[str, Any]:
    below = [_branch(by_id[child], by_id) for child in organisation.child_ids if child in by_id]
    return {"id": organisation.id, "name": organisation.name, "children": below}


def _drawn(organisation: Organisation, by_id: Mapping[UUID, Organisation], onto: Tree | None = None) -> Tree:
    label = f"{organisation.name}  {organisation.id}"
    drawn = Tree(label) if onto is None else onto.add(label)
    for child in organisation.child_ids:
        if child in by_id:
            _drawn(by_id[child], by_id, drawn)
    return drawn


NOT_PRINTED: Final = frozenset({"amendments", "identity"})
"""Fields of records that have a place of their own, or none."""


def flat(record: Any) -> dict[str, Any]:
    """A record as names and values; its days as `valid_from` and `valid_to`, its amendments left to its history."""
    found: dict[str, Any] = {}
    for field in fields(record):
        value = getattr(record, field.name)
        if isinstance(value, Validity):
            found |= {"valid_from": value.valid_from, "valid_to": value.valid_to}
        elif field.name not in NOT_PRINTED:
            found[field.name] = _plain(value)
    if isinstance(record, Mediator):
        found["has_identity"] = record.has_identity
    if isinstance(record, Client):
        found["scopes"] = sorted(scope.value for scope in record.scopes)
    return found


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return flat(value) if hasattr(value, "__dataclass_fields__") else value
