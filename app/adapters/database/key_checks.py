"""Is the key ring the one that the database was written with? One that is not must stop the start, not fail later.

For each key that ever wrote there is one row with a known text sealed under it, and one with a known hash. A ring that
lacks such a key, has another one of the same id, or another hash key is named a fault.
"""

from typing import Final
from uuid import UUID

import asyncpg
from sqlalchemy.ext.asyncio import AsyncEngine

from app.adapters.database.lending import BEGIN_SYSTEM, session_of
from app.adapters.database.session import Session
from app.adapters.secrets import (
    KeyRing,
    KeyRingCannotReadError,
    UnknownKeyError,
    UnreadableTextError,
    field_context,
    key_id_of,
)

HASH_ID: Final = "hash"
KNOWN_TEXT: Final = "sutiao"
_CONTEXT: Final = field_context("key_checks", "value", UUID(int=0))

READ = "SELECT kind, key_id, value FROM key_checks ORDER BY kind, key_id"
KEEP = "INSERT INTO key_checks (kind, key_id, value) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING"
FORGET_KEYS = "DELETE FROM key_checks WHERE kind = 'seal' AND key_id = ANY ($1::text[])"
KEEP_HASH_CHECK = f"UPDATE key_checks SET value = $1 WHERE kind = 'hash' AND key_id = '{HASH_ID}'"
ANY_FIELD = "SELECT id, name_sealed FROM parties ORDER BY id DESC LIMIT 1"


async def require_ring(engine: AsyncEngine, ring: KeyRing) -> None:
    """Refuse a ring that the database was not written with; the first ring is remembered, and each new current key.

    Nothing is asked of a database that has not been migrated so far.

    Raises:
        KeyRingCannotReadError: it says which key is missing or wrong, by its id.
        Refusal: `database_unavailable`.
    """
    try:
        async with session_of(engine, BEGIN_SYSTEM) as session:
            faults = await _faults(session, ring) or await _first_faults(session, ring)
            if not faults:
                await session.run(KEEP, "seal", ring.current_key_id, ring.encrypt(KNOWN_TEXT, _CONTEXT))
                await session.run(KEEP, "hash", HASH_ID, hash_check(ring))
    except asyncpg.UndefinedTableError:
        return
    if faults:
        raise KeyRingCannotReadError("; ".join(faults))


async def ring_fits(engine: AsyncEngine, ring: KeyRing) -> bool:
    """Whether the ring is one that the database was written with; writes nothing."""
    async with session_of(engine, BEGIN_SYSTEM) as session:
        return not await _faults(session, ring)


def hash_check(ring: KeyRing) -> bytes:
    """The known hash under the ring's hash key."""
    return ring.keyed_hash(KNOWN_TEXT, "key_check")


async def _faults(session: Session, ring: KeyRing) -> list[str]:
    rows = await session.rows(READ)
    found = [_seal_fault(ring, row["key_id"], row["value"]) for row in rows if row["kind"] == "seal"]
    changed = any(row["kind"] == "hash" and row["value"] != hash_check(ring) for row in rows)
    found.append("hash_key is not the one that the hashes were computed with" if changed else None)
    return [fault for fault in found if fault is not None]


async def _first_faults(session: Session, ring: KeyRing) -> list[str]:
    """A database from before there were checks is asked for one of its fields."""
    if await session.rows(READ):
        return []
    rows = await session.rows(ANY_FIELD)
    if not rows:
        return []
    sealed, context = rows[0]["name_sealed"], field_context("parties", "name_sealed", rows[0]["id"])
    fault = _seal_fault(ring, key_id_of(sealed), sealed, context)
    return [] if fault is None else [fault]


def _seal_fault(ring: KeyRing, key_id: str, sealed: bytes, context: bytes = _CONTEXT) -> str | None:
    try:
        ring.decrypt(sealed, context)
    except UnknownKeyError:
        return f"key {key_id} has sealed fields and is not in the ring"
    except UnreadableTextError:
        return f"key {key_id} of the ring is not the key of that id that has sealed fields"
    return None
