"""Challenges and tests of endpoints, and what is done for the tables of deliveries now and then."""

from datetime import datetime
from typing import Any
from uuid import UUID

from app.adapters.database.deliveries import PUT_RECEIPTS, receipt_row
from app.adapters.database.json_values import dumped
from app.adapters.database.lanes import target_columns, target_of
from app.adapters.database.sequencer import SEQUENCER_LOCK
from app.adapters.database.session import Session
from app.domain.delivery_port import Errand, Target
from app.domain.ports import Sealer
from app.domain.receipts import AttemptKind, Receipt

DUE = f"""
WITH due AS (
    SELECT id FROM webhook_endpoints WHERE errand IS NOT NULL AND errand_due_at <= $1 AND state <> 'removed'
    ORDER BY errand_due_at LIMIT $2 FOR NO KEY UPDATE SKIP LOCKED
)
UPDATE webhook_endpoints AS e SET errand_due_at = $3, errand_attempt = e.errand_attempt + 1
FROM due WHERE e.id = due.id
RETURNING {target_columns("$1")}, e.errand, e.errand_id, e.errand_attempt, e.errand_until
"""

CHAIN_END = """
SELECT step, hash FROM delivery_attempts WHERE endpoint_id = $1 AND subject_id = $1 ORDER BY step DESC LIMIT 1
"""
LOCK_ENDPOINT = "SELECT 1 FROM webhook_endpoints WHERE id = $1 FOR NO KEY UPDATE"
PUT = PUT_RECEIPTS
AGAIN = """
UPDATE webhook_endpoints SET errand_due_at = $4 WHERE id = $1 AND errand_id = $2 AND errand_attempt = $3
"""
OVER = """
UPDATE webhook_endpoints SET errand = NULL, errand_id = NULL, errand_due_at = NULL, errand_until = NULL,
    state_reason = CASE WHEN state = 'pending' THEN $4 ELSE state_reason END
WHERE id = $1 AND errand_id = $2 AND errand_attempt = $3
"""
PASSED = """
UPDATE webhook_endpoints AS e SET errand = NULL, errand_id = NULL, errand_due_at = NULL, errand_until = NULL,
    challenged_at = $4, state = CASE WHEN state = 'pending' THEN 'active' ELSE state END,
    state_reason = CASE WHEN state = 'pending' THEN NULL ELSE state_reason END,
    version = version + CASE WHEN state = 'pending' THEN 1 ELSE 0 END, changed_at = $4,
    from_position = CASE WHEN state = 'pending' AND challenged_at IS NULL THEN GREATEST(from_position, COALESCE(
        (SELECT h.position FROM feed_heads AS h WHERE h.tenant_id = e.tenant_id), 0)) ELSE from_position END,
    filters_from = CASE WHEN state = 'pending' AND challenged_at IS NULL THEN COALESCE(
        (SELECT h.position FROM feed_heads AS h WHERE h.tenant_id = e.tenant_id), 0) ELSE filters_from END
WHERE id = $1 AND errand_id = $2 AND errand_attempt = $3
"""
BETWEEN_BATCHES = f"SELECT pg_advisory_xact_lock({SEQUENCER_LOCK})"
"""Held until the transaction ends: what is written meanwhile counts from the next batch of the sequencer on."""

UNSTAMPED = """
SELECT EXISTS (
    SELECT FROM webhook_endpoints WHERE filters_from IS NULL AND state IN ('active', 'paused', 'disabled')
)
"""
STAMP = """
UPDATE webhook_endpoints AS e SET filters_from = COALESCE(
    (SELECT h.position FROM feed_heads AS h WHERE h.tenant_id = e.tenant_id), 0)
WHERE filters_from IS NULL AND state IN ('active', 'paused', 'disabled') RETURNING 1
"""
ERASE = """
UPDATE delivery_attempts AS a SET answer = NULL FROM (
    SELECT id FROM delivery_attempts WHERE answer IS NOT NULL AND started_at < $1 ORDER BY started_at LIMIT $2
) AS x WHERE a.id = x.id RETURNING 1
"""


class ErrandRows:
    """Errands, which are columns of their endpoint."""

    __slots__ = ("_sealer", "_session")

    def __init__(self, session: Session, sealer: Sealer) -> None:
        self._session = session
        self._sealer = sealer

    async def due(self, now: datetime, *, limit: int, lease_until: datetime) -> tuple[Errand, ...]:
        """Take errands that are due; nobody else takes them before the lease ends."""
        rows = await self._session.rows(DUE, now, limit, lease_until)
        return tuple(_errand(row, target_of(row, self._sealer)) for row in rows)

    async def chain_end(self, endpoint_id: UUID) -> tuple[int, bytes]:
        """Step and hash of the endpoint's own chain of receipts; locks the endpoint, between two batches."""
        await self._session.run(BETWEEN_BATCHES)
        await self._session.run(LOCK_ENDPOINT, endpoint_id)
        rows = await self._session.rows(CHAIN_END, endpoint_id)
        return (rows[0]["step"], bytes(rows[0]["hash"])) if rows else (0, b"")

    async def settle(
        self, errand: Errand, receipt: Receipt, *, next_due_at: datetime | None, passed: bool, now: datetime
    ) -> None:
        """Write the receipt and what becomes of the errand."""
        key = (errand.target.id, errand.message_id, errand.attempt_number)
        await self._session.run(PUT, dumped({"receipts": [receipt_row(receipt)]}))
        if next_due_at is not None:
            await self._session.run(AGAIN, *key, next_due_at)
        elif passed and errand.kind is AttemptKind.CHALLENGE:
            await self._session.run(PASSED, *key, now)
        else:
            await self._session.run(OVER, *key, "challenge_failed")


class UpkeepRows:
    """What is done now and then."""

    __slots__ = ("_session",)

    def __init__(self, session: Session) -> None:
        self._session = session

    async def stamp_filters(self) -> int:
        """Write from which position the present filters hold, where that is not known yet; how many endpoints."""
        if not await self._session.value(UNSTAMPED):
            return 0
        await self._session.run(BETWEEN_BATCHES)
        return len(await self._session.rows(STAMP))

    async def erase_answers(self, before: datetime, *, limit: int) -> int:
        """Erase the texts of answers to attempts begun before an instant; how many."""
        return len(await self._session.rows(ERASE, before, limit))


def _errand(row: Any, target: Target) -> Errand:
    return Errand(
        target, AttemptKind(row["errand"]), UUID(int=row["errand_id"].int), row["errand_attempt"], row["errand_until"]
    )
