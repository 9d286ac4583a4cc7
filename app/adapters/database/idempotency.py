"""Answers kept by (client, key). Scoped by the client in every statement; the table has no other guard."""

from typing import Any

import orjson

from app.adapters.database.rows import answer_of
from app.adapters.database.session import Session
from app.domain.access import ClientId
from app.domain.ports import Answer, Kept

LOOK_UP = """
SELECT fingerprint, row_to_json(k)::text FROM idempotency_keys AS k WHERE client_id = $1 AND key = $2
"""
KEEP = """
INSERT INTO idempotency_keys (client_id, key, fingerprint, status, location, version, answer, recorded_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
"""


class IdempotencyRows:
    """The table `idempotency_keys`."""

    __slots__ = ("_session",)

    def __init__(self, session: Session) -> None:
        self._session = session

    async def look_up(self, client_id: ClientId, key: str) -> tuple[bytes, Answer] | None:
        """Fingerprint and answer of a key that was used."""
        rows = await self._session.rows(LOOK_UP, client_id, key)
        if not rows:
            return None
        fingerprint, document = rows[0]
        stored: dict[str, Any] = orjson.loads(document)
        return fingerprint, answer_of(stored)

    async def keep(self, kept: Kept) -> None:
        """Store an answer; the unit of work turns a key that is there into `KeyTaken`."""
        answer = kept.answer
        await self._session.run(
            KEEP,
            kept.client_id,
            kept.key,
            kept.fingerprint,
            answer.status,
            answer.location,
            answer.version,
            orjson.dumps(dict(answer.body)).decode(),
            kept.recorded_at,
        )
