"""Which rows one action of the service writes, seen from outside: all tables before and after it, compared.

The floor writes the same rows, so it grows with the service. A row counts as written if PostgreSQL made a new version
of it, even one with the same contents.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any, Self

import asyncpg
import orjson
from sqlalchemy import Table
from sqlalchemy.dialects import postgresql

from app.adapters.database.tables import metadata

DIALECT = postgresql.dialect()  # type: ignore[no-untyped-call]
STREAM = ("feed_entries", "feed_heads", "referral_viewers")
"""Written by no request: by the sequencer after the answer, or by triggers of the database, the floor's too."""


class Source(StrEnum):
    """Where the floor takes a column's value from."""

    SAMPLE = "sample"
    """The value that the service wrote."""
    ID = "id"
    """A new id of this request; the same number is the same id in every row."""
    KEY = "key"
    """The request's idempotency key."""
    ENTRY = "entry"
    """The number that the event was given."""


@dataclass(frozen=True, slots=True)
class Value:
    """One column: its SQL type and its value as PostgreSQL writes it, or as a number of an id."""

    column: str
    type: str
    source: Source
    text: str | None


@dataclass(frozen=True, slots=True)
class Write:
    """One row written. `where` is empty for an inserted row, otherwise the primary key of the changed one."""

    table: str
    values: tuple[Value, ...]
    where: tuple[Value, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """The rows of one create and of one transition on what it made.

    Attributes:
        create: In an order that foreign keys allow.
        transition: Likewise.
        create_ids: How many new ids a create needs; its first is the referral's.
        all_ids: How many ids create and transition need together.
    """

    create: tuple[Write, ...]
    transition: tuple[Write, ...]
    create_ids: int
    all_ids: int

    def to_json(self) -> bytes:
        """The plan as JSON."""
        return orjson.dumps(asdict(self))

    @classmethod
    def from_json(cls, text: bytes) -> Self:
        """The plan from `to_json`."""
        read = orjson.loads(text)
        create, transition = (tuple(_write(write) for write in read[name]) for name in ("create", "transition"))
        return cls(create, transition, read["create_ids"], read["all_ids"])


Cells = tuple[str | None, ...]
Snapshot = Mapping[str, Mapping[Cells, tuple[str, Cells]]]
"""By table, by primary key: the transaction that wrote the row, and its cells in the order of the table's columns."""


async def snapshot(superuser: asyncpg.Connection) -> Snapshot:
    """All rows of all tables. The connection must go around row security."""
    return {table.name: await _rows_of(superuser, table) for table in metadata.sorted_tables}


async def _rows_of(superuser: asyncpg.Connection, table: Table) -> dict[Cells, tuple[str, Cells]]:
    listed = ", ".join(f"{column.name}::text" for column in table.columns)
    keys = [index for index, column in enumerate(table.columns) if column.primary_key]
    rows = await superuser.fetch(f"SELECT xmin::text, {listed} FROM {table.name}")
    found: dict[Cells, tuple[str, Cells]] = {}
    for row in rows:
        cells = tuple(row)[1:]
        found[tuple(cells[index] for index in keys)] = (row[0], cells)
    return found


def plan_of(start: Snapshot, created: Snapshot, moved: Snapshot) -> Plan:
    """The plan of two writes: a create between the first two snapshots, a transition between the last two."""
    numbers = _Numbers()
    numbers.give(start, created, first="referrals")
    create_ids = len(numbers.of)
    create = tuple(_writes(start, created, numbers))
    numbers.give(created, moved)
    return Plan(create, tuple(_writes(created, moved, numbers)), create_ids, len(numbers.of))


def rows_by_table(writes: Sequence[Write]) -> dict[str, int]:
    """How many rows are written, by table; the sum is the number of statements of the floor."""
    counted: dict[str, int] = {}
    for write in writes:
        counted[write.table] = counted.get(write.table, 0) + 1
    return counted


class _Numbers:
    """Gives the ids that a write made small numbers, so that the floor can put fresh ones in their place."""

    def __init__(self) -> None:
        self.of: dict[str, int] = {}

    def give(self, before: Snapshot, after: Snapshot, *, first: str = "") -> None:
        """Number the ids of all new rows, those of table `first` before all others."""
        for table in sorted(metadata.sorted_tables, key=lambda table: table.name != first):
            if table.name in STREAM or "id" not in table.columns:
                continue
            index = list(table.columns.keys()).index("id")
            for key, (_, cells) in after[table.name].items():
                if key not in before[table.name]:
                    self.of.setdefault(str(cells[index]), len(self.of))


def _writes(before: Snapshot, after: Snapshot, numbers: _Numbers) -> Iterator[Write]:
    for table in metadata.sorted_tables:
        if table.name in STREAM:
            continue
        old = before[table.name]
        for key, (writer, cells) in after[table.name].items():
            if key not in old:
                yield Write(table.name, tuple(_values(table, cells, numbers)))
            elif old[key][0] != writer:
                yield _change(table, old[key][1], cells, numbers)


def _change(table: Table, old: Cells, new: Cells, numbers: _Numbers) -> Write:
    values = list(_values(table, new, numbers))
    changed = {column.name for column, was, now in zip(table.columns, old, new, strict=True) if was != now}
    keys = {column.name for column in table.primary_key}
    kept = [value for value in values if value.column in changed]
    untouched = [value for value in values if value.column not in keys]
    return Write(
        table.name,
        tuple(kept or untouched[:1]),
        tuple(value for value in values if value.column in keys),
    )


def _values(table: Table, cells: Cells, numbers: _Numbers) -> Iterator[Value]:
    for column, text in zip(table.columns, cells, strict=True):
        if column.identity is not None:
            continue
        kind = str(column.type.compile(dialect=DIALECT))
        if (table.name, column.name) == ("unplaced", "entry"):
            yield Value(column.name, kind, Source.ENTRY, None)
        elif (table.name, column.name) == ("idempotency_keys", "key"):
            yield Value(column.name, kind, Source.KEY, None)
        elif kind == "UUID" and text in numbers.of:
            yield Value(column.name, kind, Source.ID, str(numbers.of[text]))
        else:
            yield Value(column.name, kind, Source.SAMPLE, text)


def _write(read: dict[str, Any]) -> Write:
    values, where = (
        tuple(Value(v["column"], v["type"], Source(v["source"]), v["text"]) for v in read[name])
        for name in ("values", "where")
    )
    return Write(read["table"], values, where)
