"""Writes sealed fields anew under the current key, and hashes under the present hash key, beside a running service.

Which columns are sealed the catalogue says, by the ending of their names, so that a new table needs no word here. A row
that somebody else holds is never waited for, and a row is locked for the length of one window: nobody can block and
nobody is overtaken. Only the bytes of these columns change: no version, no event, no other column.
"""

from collections.abc import Sequence
from typing import Any, Final
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncEngine

from app.adapters.database.key_checks import FORGET_KEYS, KEEP_HASH_CHECK, hash_check
from app.adapters.database.lending import BEGIN_SYSTEM, session_of
from app.adapters.database.roles import quoted
from app.adapters.database.session import Session
from app.adapters.secrets import KeyRing, UnknownKeyError, UnreadableTextError, field_context, sealed_head
from app.domain.identifiers import name_key
from app.domain.rotation import KeptTable, KeyUse, Step
from app.domain.sealed import HASHED, HashedField

FIRST_ID: Final = UUID(int=0)

_SEALED_COLUMNS = r"""
SELECT c.relname::text AS name, array_agg(a.attname::text ORDER BY a.attnum) AS columns
FROM pg_attribute AS a JOIN pg_class AS c ON c.oid = a.attrelid
WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT a.attisdropped
    AND a.attname LIKE '%\_sealed' AND a.atttypid = 'bytea'::regtype
GROUP BY c.relname ORDER BY c.relname
"""


class DatabaseVault:
    """The sealed and hashed columns of one database: the `Vault` of the domain."""

    def __init__(self, engine: AsyncEngine, ring: KeyRing) -> None:
        self._engine = engine
        self._ring = ring

    @property
    def current_key_id(self) -> str:
        """The key that writes."""
        return self._ring.current_key_id

    @property
    def other_key_ids(self) -> Sequence[str]:
        """The keys of the ring that only read."""
        return sorted(set(self._ring.keys) - {self._ring.current_key_id})

    async def sealed_tables(self) -> tuple[KeptTable, ...]:
        """Every table with sealed columns, as the catalogue has them."""
        async with session_of(self._engine, BEGIN_SYSTEM) as session:
            return tuple(KeptTable(row["name"], tuple(row["columns"])) for row in await session.rows(_SEALED_COLUMNS))

    async def hashed_tables(self) -> tuple[KeptTable, ...]:
        """Every table with keyed hashes, with the names of those columns."""
        names = dict.fromkeys(field.table for field in HASHED)
        return tuple(KeptTable(name, tuple(f.column for f in HASHED if f.table == name)) for name in names)

    async def uses(self) -> tuple[KeyUse, ...]:
        """How many fields each key has sealed; a field in no known form counts under `?`. Reads every row."""
        found: list[KeyUse] = []
        for table in await self.sealed_tables():
            for column in table.columns:
                async with session_of(self._engine, f"{BEGIN_SYSTEM}; SET LOCAL statement_timeout = 0") as session:
                    rows = await session.rows(_uses_of(table.name, column))
                found += [KeyUse(table.name, column, row["key_id"], row["count"]) for row in rows]
        return tuple(found)

    async def reseal(self, table: KeptTable, *, after_id: UUID | None, limit: int) -> Step:
        """Seal the fields of one window of rows with the current key."""
        head = sealed_head(self._ring.current_key_id)
        async with session_of(self._engine, BEGIN_SYSTEM) as session:
            window = await session.rows(_window(table), after_id or FIRST_ID, limit, head, len(head))
            stale = [row["id"] for row in window if row["stale"]]
            rows = await session.rows(_held(table.name, table.columns), stale) if stale else []
            new, unreadable = [], 0
            for row in rows:
                fields, broken = self._resealed(table, row)
                unreadable += broken
                if fields != [row[column] for column in table.columns]:
                    new.append((row["id"], *fields))
            await _write(session, table, new)
        last_id = UUID(int=window[-1]["id"].int) if window else None
        return Step(last_id, len(window), len(new), len(stale) - len(rows), unreadable)

    async def rehash(self, table: KeptTable, *, after_id: UUID | None, limit: int) -> Step:
        """Compute the hashes of one window of rows with the present hash key."""
        fields = [field for field in HASHED if field.table == table.name]
        needed = dict.fromkeys([*(f.sealed for f in fields), *(f.kind for f in fields if f.kind), *table.columns])
        async with session_of(self._engine, BEGIN_SYSTEM) as session:
            window = await session.rows(_ids(table.name), after_id or FIRST_ID, limit)
            rows = await session.rows(_held(table.name, needed), [row["id"] for row in window]) if window else []
            new, unreadable = [], 0
            for row in rows:
                hashes, broken = self._rehashed(fields, row)
                unreadable += broken
                if hashes != [row[field.column] for field in fields]:
                    new.append((row["id"], *hashes))
            await _write(session, table, new)
        last_id = UUID(int=window[-1]["id"].int) if window else None
        return Step(last_id, len(window), len(new), len(window) - len(rows), unreadable)

    async def settle(self, *, unused: Sequence[str], rehashed: bool) -> None:
        """Expect these keys no more at the next start; `rehashed`: the present hash key from now on."""
        async with session_of(self._engine, BEGIN_SYSTEM) as session:
            await session.run(FORGET_KEYS, list(unused))
            if rehashed:
                await session.run(KEEP_HASH_CHECK, hash_check(self._ring))

    def _resealed(self, table: KeptTable, row: Any) -> tuple[list[bytes | None], int]:
        """The row's fields under the current key, and how many of them stay as they are because no key reads them."""
        fields: list[bytes | None] = []
        unreadable = 0
        for column in table.columns:
            sealed, context = row[column], field_context(table.name, column, row["id"])
            if sealed is not None and self._ring.needs_rotation(sealed):
                try:
                    sealed = self._ring.encrypt(self._ring.decrypt(sealed, context), context)
                except (UnknownKeyError, UnreadableTextError):
                    unreadable += 1
            fields.append(sealed)
        return fields, unreadable

    def _rehashed(self, fields: Sequence[HashedField], row: Any) -> tuple[list[bytes | None], int]:
        hashes: list[bytes | None] = []
        unreadable = 0
        for field in fields:
            try:
                hashes.append(self._hash_of(field, row))
            except (UnknownKeyError, UnreadableTextError):
                hashes.append(row[field.column])
                unreadable += 1
        return hashes, unreadable

    def _hash_of(self, field: HashedField, row: Any) -> bytes | None:
        if row[field.sealed] is None:
            return row[field.column]  # type: ignore[no-any-return]  # a row of the driver
        text = self._ring.decrypt(row[field.sealed], field_context(field.table, field.sealed, row["id"]))
        prefix = "" if field.kind is None else f"{row[field.kind]}:"
        return self._ring.keyed_hash(prefix + (name_key(text) if field.as_name else text), field.purpose)


async def _write(session: Session, table: KeptTable, rows: Sequence[tuple[Any, ...]]) -> None:
    """Write new bytes into rows that this transaction has locked."""
    if not rows:
        return
    places = range(2, len(table.columns) + 2)
    given = ", ".join(["$1::uuid[]", *(f"${place}::bytea[]" for place in places)])
    names = [quoted(column) for column in table.columns]
    values = ", ".join(f"{name} = n.{name}" for name in names)
    statement = (
        f"UPDATE {quoted(table.name)} AS t SET {values} "
        f"FROM unnest({given}) AS n (id, {', '.join(names)}) WHERE t.id = n.id"
    )
    await session.run(statement, *map(list, zip(*rows, strict=True)))


def _uses_of(table: str, column: str) -> str:
    name = quoted(column)
    return f"""
    SELECT count(*) AS count, CASE WHEN octet_length({name}) > 2 AND get_byte({name}, 0) = 1
        THEN encode(substring({name} FROM 3 FOR get_byte({name}, 1)), 'escape') ELSE '?' END AS key_id
    FROM {quoted(table)} WHERE {name} IS NOT NULL GROUP BY key_id ORDER BY key_id
    """


def _ids(table: str) -> str:
    return f"SELECT id FROM {quoted(table)} WHERE id > $1 ORDER BY id LIMIT $2"


def _window(table: KeptTable) -> str:
    """$1 id to go on behind, $2 limit, $3 how a field of the current key begins, $4 length of that."""
    stale = " OR ".join(f"substring({quoted(column)} FROM 1 FOR $4) <> $3" for column in table.columns)
    return f"SELECT id, COALESCE({stale}, false) AS stale FROM {quoted(table.name)} WHERE id > $1 ORDER BY id LIMIT $2"


def _held(table: str, columns: Sequence[str] | dict[str, None]) -> str:
    """Rows by their ids, locked; those that somebody else holds are passed over. $1 ids."""
    names = ", ".join(["id", *map(quoted, columns)])
    return f"SELECT {names} FROM {quoted(table)} WHERE id = ANY ($1::uuid[]) ORDER BY id FOR NO KEY UPDATE SKIP LOCKED"
