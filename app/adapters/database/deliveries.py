"""What became of deliveries: receipts, settled heads, lanes that go on, endpoints as their receivers were seen.

A replay may have put an earlier delivery before a head that was under way: the lane goes on with the lowest that waits.
Whoever settles first locks its lanes, then reads what waits in them: the sequencer, which locks a lane as it adds to
it, has then either committed what it added or waits until the lane has gone on. What its owner passed over while it was
under way is not tried again, whatever came back.
"""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from app.adapters.database.json_values import dumped
from app.adapters.database.lanes import BREAKER_COLUMNS, breaker_of, breaker_row, key_columns
from app.adapters.database.referral_rows import event_row
from app.adapters.database.referral_writes import event_parts, with_parts
from app.adapters.database.session import Session
from app.domain.access import TenantId
from app.domain.delivery_port import EndpointState, Held, Holding, Judged, LaneKey, Settlement, Standing
from app.domain.events import Event
from app.domain.receipts import Receipt

HOLD = f"""
WITH held AS (
    SELECT l.endpoint_id, l.subject_id FROM lanes AS l
    JOIN unnest($1::uuid[], $2::uuid[], $3::uuid[]) AS k (endpoint_id, subject_id, token)
        ON l.endpoint_id = k.endpoint_id AND l.subject_id = k.subject_id AND l.lease_token = k.token
    ORDER BY l.endpoint_id, l.subject_id FOR UPDATE OF l
)
SELECT held.endpoint_id, held.subject_id, COALESCE(last.step, 0) AS step, COALESCE(last.hash, '') AS hash,
    e.id, e.tenant_id, e.state, {BREAKER_COLUMNS}
FROM held JOIN webhook_endpoints AS e ON e.id = held.endpoint_id LEFT JOIN LATERAL (
    SELECT a.step, a.hash FROM delivery_attempts AS a
    WHERE a.endpoint_id = held.endpoint_id AND a.subject_id = held.subject_id ORDER BY a.step DESC LIMIT 1
) AS last ON true
"""
"""The end of a chain is that of the statement's moment, which is enough: receipts are written under the lease alone."""

CHAIN_ENDS = """
SELECT k.endpoint_id, k.subject_id, COALESCE(last.step, 0) AS step, COALESCE(last.hash, '') AS hash
FROM unnest($1::uuid[], $2::uuid[]) AS k (endpoint_id, subject_id) LEFT JOIN LATERAL (
    SELECT a.step, a.hash FROM delivery_attempts AS a
    WHERE a.endpoint_id = k.endpoint_id AND a.subject_id = k.subject_id ORDER BY a.step DESC LIMIT 1
) AS last ON true
"""

HOLD_ENDPOINTS = f"""
SELECT e.id, e.tenant_id, e.state, {BREAKER_COLUMNS} FROM webhook_endpoints AS e
WHERE e.id = ANY ($1::uuid[]) ORDER BY e.id FOR NO KEY UPDATE OF e
"""

PUT_RECEIPTS = """
INSERT INTO delivery_attempts (id, tenant_id, endpoint_id, subject_id, step, message_id, kind, position, number,
    started_at, duration_ms, outcome, reason, status, request_headers, body_sha256, answer_headers, answer_sha256,
    answer, previous, hash)
SELECT n.id, n.tenant_id, n.endpoint_id, n.subject_id, n.step, n.message_id, n.kind, n.position, n.number,
    n.started_at, n.duration_ms, n.outcome, n.reason, n.status, n.request_headers, n.body_sha256, n.answer_headers,
    n.answer_sha256, n.answer, n.previous, n.hash
FROM jsonb_populate_recordset(NULL::delivery_attempts, $1::jsonb -> 'receipts') AS n
"""

_SETTLEMENT = """
jsonb_to_recordset($1::jsonb -> 'settlements') AS told (endpoint_id uuid, subject_id uuid, position bigint, state text,
    next_due_at timestamptz, attempt integer, tried_since timestamptz, attempt_count integer, reason text,
    settled_at timestamptz)
"""

_JUDGED = "jsonb_populate_recordset(NULL::webhook_endpoints, $1::jsonb -> 'judged') AS n"
_BREAKER = ", ".join(f"{name.strip().removeprefix('e.')} = n.{name.strip()[2:]}" for name in BREAKER_COLUMNS.split(","))

SETTLE = f"""
WITH n AS MATERIALIZED (
    SELECT told.*, told.state = 'waiting' AND was.state <> 'waiting' AS passed_over FROM {_SETTLEMENT}
    JOIN deliveries AS was ON was.endpoint_id = told.endpoint_id AND was.position = told.position
), tried AS ({PUT_RECEIPTS}), counted AS (
    UPDATE deliveries AS d SET attempt_count = n.attempt_count,
        state = CASE WHEN n.passed_over THEN d.state ELSE n.state END,
        settled_at = CASE WHEN n.passed_over THEN d.settled_at ELSE n.settled_at END,
        reason = COALESCE(n.reason, d.reason)
    FROM n WHERE d.endpoint_id = n.endpoint_id AND d.position = n.position
), going AS (
    SELECT n.endpoint_id, n.subject_id, n.next_due_at, n.attempt, n.tried_since, n.position,
        LEAST(following.position, CASE WHEN n.state = 'waiting' AND NOT n.passed_over THEN n.position END)
            AS head_position
    FROM n LEFT JOIN LATERAL (
        SELECT w.position FROM deliveries AS w
        WHERE w.endpoint_id = n.endpoint_id AND w.subject_id = n.subject_id AND w.state = 'waiting'
            AND w.position <> n.position
        ORDER BY w.position LIMIT 1
    ) AS following ON true
), gone AS (
    DELETE FROM lanes AS l USING going AS g
    WHERE g.head_position IS NULL AND l.endpoint_id = g.endpoint_id AND l.subject_id = g.subject_id
), gone_on AS (
    UPDATE lanes AS l SET head_position = g.head_position, lease_token = NULL, lease_until = NULL,
        next_due_at = CASE WHEN g.head_position = g.position THEN g.next_due_at ELSE $2 END,
        attempt = CASE WHEN g.head_position = g.position THEN g.attempt ELSE 0 END,
        tried_since = CASE WHEN g.head_position = g.position THEN g.tried_since END
    FROM going AS g
    WHERE g.head_position IS NOT NULL AND l.endpoint_id = g.endpoint_id AND l.subject_id = g.subject_id
)
UPDATE webhook_endpoints AS e SET {_BREAKER},
    state = CASE WHEN n.state_reason IS NOT NULL AND e.state = 'active' THEN 'disabled' ELSE e.state END,
    state_reason = CASE WHEN n.state_reason IS NOT NULL AND e.state = 'active' THEN n.state_reason
        ELSE e.state_reason END,
    version = e.version + CASE WHEN n.state_reason IS NOT NULL AND e.state = 'active' THEN 1 ELSE 0 END,
    changed_at = CASE WHEN n.state_reason IS NOT NULL AND e.state = 'active' THEN $2 ELSE e.changed_at END
FROM {_JUDGED} WHERE e.id = n.id
"""

LAST_WORD = "SELECT version, hash FROM events WHERE subject_id = $1 ORDER BY version DESC LIMIT 1"
TELL = with_parts(
    {"ground": "SELECT 1", **event_parts("ground")},
    "SELECT count(*) FROM made",
)


class DeliveryRows:
    """The tables `deliveries` and `delivery_attempts`, with the lanes and endpoints that move with them."""

    __slots__ = ("_session",)

    def __init__(self, session: Session) -> None:
        self._session = session

    async def hold(self, keys: Sequence[LaneKey]) -> Holding:
        """Lock those lanes whose lease still holds, and say where their receipts end and how their endpoints stand."""
        rows = await self._session.rows(HOLD, *key_columns(keys))
        return Holding(tuple(map(_held, rows)), tuple(map(_standing, {row["id"]: row for row in rows}.values())))

    async def chain_ends(self, chains: Sequence[tuple[UUID, UUID]]) -> tuple[Held, ...]:
        """Where receipts of other subjects than the lane's end."""
        return tuple(map(_held, await self._session.rows(CHAIN_ENDS, *map(list, zip(*chains, strict=True)))))

    async def hold_endpoints(self, endpoint_ids: Collection[UUID]) -> tuple[Standing, ...]:
        """What is known of endpoints' receivers, locked."""
        if not endpoint_ids:
            return ()
        return tuple(map(_standing, await self._session.rows(HOLD_ENDPOINTS, list(endpoint_ids))))

    async def settle(
        self, settlements: Sequence[Settlement], receipts: Sequence[Receipt], judged: Sequence[Judged], now: datetime
    ) -> None:
        """Write what became of held lanes in one statement."""
        rows = {
            "settlements": [_settlement_row(each) for each in settlements],
            "receipts": [receipt_row(each) for each in receipts],
            "judged": [
                {"id": each.endpoint_id, "state_reason": each.disabled, **breaker_row(each.breaker)} for each in judged
            ],
        }
        await self._session.run(SETTLE, dumped(rows), now)

    async def last_word(self, endpoint_id: UUID) -> tuple[int, bytes]:
        """Version and hash of the endpoint's newest event; 0 and nothing before the first."""
        rows = await self._session.rows(LAST_WORD, endpoint_id)
        return (rows[0]["version"], bytes(rows[0]["hash"])) if rows else (0, b"")

    async def tell(self, events: Sequence[Event]) -> None:
        """Write events whose subjects are endpoints."""
        await self._session.run(TELL, dumped({"events": [event_row(event) for event in events]}))


def _held(row: Any) -> Held:
    """Ids stay those of the driver, as in the heads that they are looked up for."""
    return Held(row["endpoint_id"], row["subject_id"], row["step"], row["hash"])


def _standing(row: Any) -> Standing:
    return Standing(
        UUID(int=row["id"].int), TenantId(UUID(int=row["tenant_id"].int)), EndpointState(row["state"]), breaker_of(row)
    )


def receipt_row(receipt: Receipt) -> dict[str, Any]:
    """The row of `delivery_attempts`."""
    attempt = receipt.attempt
    return {
        "id": attempt.id,
        "tenant_id": attempt.tenant_id,
        "endpoint_id": str(attempt.endpoint_id),
        "subject_id": str(attempt.subject_id),
        "step": receipt.step,
        "message_id": str(attempt.message_id),
        "kind": attempt.kind,
        "position": attempt.position,
        "number": attempt.number,
        "started_at": attempt.started_at,
        "duration_ms": attempt.duration_ms,
        "outcome": attempt.outcome,
        "reason": attempt.reason,
        "status": attempt.status,
        "request_headers": dict(attempt.request_headers),
        "body_sha256": attempt.body_sha256,
        "answer_headers": dict(attempt.answer_headers),
        "answer_sha256": receipt.answer_sha256,
        "answer": attempt.answer,
        "previous": receipt.previous,
        "hash": receipt.hash,
    }


def _settlement_row(settlement: Settlement) -> dict[str, Any]:
    return {
        "endpoint_id": str(settlement.endpoint_id),
        "subject_id": str(settlement.subject_id),
        "position": settlement.position,
        "state": settlement.state,
        "next_due_at": settlement.next_due_at,
        "attempt": settlement.tried.count,
        "tried_since": settlement.tried.since,
        "attempt_count": settlement.counted,
        "reason": settlement.reason,
        "settled_at": settlement.settled_at,
    }
