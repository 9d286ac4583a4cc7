"""Backlogs of one endpoint as its owner moves them: left out, tried at once, delivered again.

A lane is locked before its deliveries are set going, so that whoever acknowledges one finds the new head.
"""

from datetime import datetime
from typing import Final
from uuid import UUID

from app.adapters.database.session import Session
from app.adapters.database.wanted import LANE, WANTED
from app.domain.access import TenantId
from app.domain.webhook_port import Range, Replayed

DUE_NOW: Final = """
UPDATE lanes SET next_due_at = $3 WHERE tenant_id = $1 AND endpoint_id = $2 AND lease_token IS NULL AND next_due_at > $3
"""
LOCK_LANES: Final = """
SELECT 1 FROM lanes WHERE tenant_id = $1 AND endpoint_id = $2 ORDER BY subject_id FOR UPDATE
"""
DROP_LANES: Final = "DELETE FROM lanes WHERE tenant_id = $1 AND endpoint_id = $2 AND lease_token IS NULL"
"""What is under way is finished, and its receipt is written."""

SKIP: Final = """
WITH skipped AS (
    UPDATE deliveries SET state = 'skipped', settled_at = $3, reason = 'owner'
    WHERE tenant_id = $1 AND endpoint_id = $2 AND state = 'waiting' RETURNING 1
)
SELECT count(*) FROM skipped
"""
LOCK_LANE: Final = """
SELECT l.subject_id FROM lanes AS l
JOIN deliveries AS d ON d.endpoint_id = l.endpoint_id AND d.subject_id = l.subject_id
WHERE l.tenant_id = $1 AND l.endpoint_id = $2 AND d.position = $3 AND d.state = 'waiting'
    AND (l.lease_token IS NULL OR l.head_position <> d.position) FOR UPDATE OF l
"""
PARK: Final = """
UPDATE deliveries SET state = 'parked', settled_at = $4, reason = 'owner'
WHERE tenant_id = $1 AND endpoint_id = $2 AND position = $3 AND state = 'waiting' RETURNING position
"""
GO_ON: Final = """
WITH following AS (
    SELECT min(d.position) AS position FROM deliveries AS d
    WHERE d.tenant_id = $1 AND d.endpoint_id = $2 AND d.subject_id = $3 AND d.state = 'waiting'
), gone AS (
    DELETE FROM lanes AS l USING following AS f WHERE f.position IS NULL AND l.tenant_id = $1 AND l.endpoint_id = $2
        AND l.subject_id = $3 AND l.lease_token IS NULL
)
UPDATE lanes AS l SET head_position = f.position, next_due_at = $4, attempt = 0, tried_since = NULL
FROM following AS f WHERE f.position <> l.head_position AND l.tenant_id = $1 AND l.endpoint_id = $2
    AND l.subject_id = $3 AND l.lease_token IS NULL
"""
CANDIDATES: Final = f"""
SELECT f.position, f.entry, {LANE} AS subject_id
FROM webhook_endpoints AS e
JOIN feed_entries AS f ON f.tenant_id = e.tenant_id JOIN events AS v ON v.entry = f.entry
LEFT JOIN deliveries AS d ON d.endpoint_id = e.id AND d.position = f.position
WHERE e.tenant_id = $1 AND e.id = $2 AND v.subject_id <> e.id
    AND f.position >= $3 AND ($4::bigint IS NULL OR f.position <= $4)
    AND ($5::timestamptz IS NULL OR v.recorded_at >= $5) AND ($6::timestamptz IS NULL OR v.recorded_at <= $6)
    AND (NOT $7 OR d.state IS DISTINCT FROM 'delivered')
    AND (d.state IS NOT NULL OR {WANTED})
ORDER BY f.position LIMIT $8
"""
"""$3 first and $4 last position or null, $5 and $6 times or null, $7 only what was not delivered, $8 most rows."""

LANES: Final = """
INSERT INTO lanes (tenant_id, endpoint_id, subject_id, head_position, next_due_at)
SELECT $1, $2, x.subject_id, min(x.position), $5 FROM unnest($3::bigint[], $4::uuid[]) AS x (position, subject_id)
GROUP BY x.subject_id ORDER BY x.subject_id
ON CONFLICT (endpoint_id, subject_id) DO UPDATE SET
    attempt = CASE WHEN excluded.head_position < lanes.head_position THEN 0 ELSE lanes.attempt END,
    tried_since = CASE WHEN excluded.head_position < lanes.head_position THEN NULL ELSE lanes.tried_since END,
    head_position = least(lanes.head_position, excluded.head_position),
    next_due_at = least(lanes.next_due_at, excluded.next_due_at)
"""
AGAIN: Final = """
INSERT INTO deliveries (tenant_id, endpoint_id, position, entry, subject_id, first_due_at, reason)
SELECT $1, $2, x.position, x.entry, x.subject_id, $6, 'replayed'
FROM unnest($3::bigint[], $4::bigint[], $5::uuid[]) AS x (position, entry, subject_id)
ON CONFLICT (endpoint_id, position) DO UPDATE SET state = 'waiting', settled_at = NULL,
    reason = 'replayed', subject_id = excluded.subject_id
"""


async def hold(session: Session, tenant_id: TenantId, endpoint_id: UUID) -> None:
    """Lock all lanes of an endpoint, in their order."""
    await session.run(LOCK_LANES, tenant_id, endpoint_id)


async def due_now(session: Session, tenant_id: TenantId, endpoint_id: UUID, now: datetime) -> None:
    """Let everything that waits be tried at once."""
    await session.run(DUE_NOW, tenant_id, endpoint_id, now)


async def skip(session: Session, tenant_id: TenantId, endpoint_id: UUID, now: datetime) -> int:
    """Leave out everything that waits.

    Returns:
        How many deliveries.
    """
    await session.run(DROP_LANES, tenant_id, endpoint_id)
    return int(await session.value(SKIP, tenant_id, endpoint_id, now))


async def park(session: Session, tenant_id: TenantId, endpoint_id: UUID, position: int, now: datetime) -> bool:
    """Give up a delivery that waits, so that the next one goes; False where it is under way or settled."""
    subject_id = await session.value(LOCK_LANE, tenant_id, endpoint_id, position)
    if subject_id is None or await session.value(PARK, tenant_id, endpoint_id, position, now) is None:
        return False
    await session.run(GO_ON, tenant_id, endpoint_id, subject_id, now)
    return True


async def replay(session: Session, tenant_id: TenantId, endpoint_id: UUID, wanted: Range, now: datetime) -> Replayed:
    """Set deliveries going again, oldest first; events of the range that never had one get one."""
    rows = await session.rows(
        CANDIDATES,
        tenant_id,
        endpoint_id,
        wanted.first,
        wanted.last,
        wanted.since,
        wanted.until,
        wanted.missing,
        wanted.limit + 1,
    )
    more, rows = len(rows) > wanted.limit, rows[: wanted.limit]
    positions, entries, subjects = ([row[name] for row in rows] for name in ("position", "entry", "subject_id"))
    if rows:
        await session.run(LANES, tenant_id, endpoint_id, positions, subjects, now)
        await session.run(AGAIN, tenant_id, endpoint_id, positions, entries, subjects, now)
    return Replayed(len(rows), positions[-1] if more else None)
