"""Removes old entries of feeds, from the front, a bounded batch of one feed at a time. The events themselves stay.

The floor of a feed is written by the statement that removes, so a reader either finds an entry or finds the floor.
What a platform of a court was not told yet is kept for it as long as its configuration is valid.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine

from app.adapters.database.transactions import as_system

BATCH_LIMIT = 1_000
RETENTION_LOCK = 7_310_004

_TRY_LOCK = text(f"SELECT pg_try_advisory_xact_lock({RETENTION_LOCK})")
_REMOVE = text(
    """
    WITH feed AS (
        SELECT tenant_id FROM feed_heads WHERE tenant_id > :behind ORDER BY tenant_id LIMIT 1
    ), oldest AS (
        SELECT feed.tenant_id, front.position, events.recorded_at
        FROM feed CROSS JOIN LATERAL (
            SELECT position, entry FROM feed_entries WHERE feed_entries.tenant_id = feed.tenant_id
            ORDER BY position LIMIT :limit
        ) AS front JOIN events ON events.entry = front.entry
    ), kept AS (
        SELECT min(position) AS position FROM oldest WHERE recorded_at >= :before
    ), held AS (
        SELECT min(served.feed_position) AS position FROM feed JOIN LATERAL (
            SELECT p.feed_position FROM platform_positions AS p
            WHERE EXISTS (
                SELECT FROM court_platforms AS c WHERE c.code = p.platform AND c.court_id = feed.tenant_id
                    AND (c.valid_to IS NULL OR c.valid_to >= :today)
            )
        ) AS served ON true
    ), removed AS (
        DELETE FROM feed_entries USING oldest CROSS JOIN kept CROSS JOIN held
        WHERE feed_entries.tenant_id = oldest.tenant_id AND feed_entries.position = oldest.position
            AND (kept.position IS NULL OR oldest.position < kept.position)
            AND (held.position IS NULL OR oldest.position <= held.position)
        RETURNING feed_entries.tenant_id, feed_entries.position
    ), floors AS (
        INSERT INTO feed_floors AS floor (tenant_id, position, moved_at)
        SELECT tenant_id, max(position), :now FROM removed GROUP BY tenant_id
        ON CONFLICT (tenant_id) DO UPDATE SET position = excluded.position, moved_at = excluded.moved_at
    )
    SELECT feed.tenant_id, (SELECT count(*) FROM removed) AS removed_count FROM feed
    """
)
_FIRST = UUID(int=0)
_DAY = timedelta(days=1)
"""Legal days end when those of UTC do not: a platform is held to be valid a day longer."""


@dataclass(frozen=True, slots=True)
class Removed:
    """What one batch did.

    Attributes:
        count: Entries that were removed.
        behind: The feed that was looked at; None behind the last of them.
    """

    count: int
    behind: UUID | None


async def remove_batch(
    engine: AsyncEngine, *, before: datetime, now: datetime, behind: UUID | None = None, limit: int = BATCH_LIMIT
) -> Removed:
    """Remove the oldest entries of the feed that follows, as far as they were recorded before an instant.

    Only from the front: what lies behind an entry that is kept is kept too. One worker at a time.

    Args:
        engine: Of the application's role.
        before: Entries whose event was recorded earlier go.
        now: As which the floor is written down.
        behind: Tenant of the feed before.
        limit: Most entries; a feed that may have more is looked at again before the next.
    """
    async with as_system(engine) as connection:
        if not await connection.scalar(_TRY_LOCK):
            return Removed(0, None)
        asked = {"behind": behind or _FIRST, "before": before, "now": now, "limit": limit, "today": now.date() - _DAY}
        row = (await connection.execute(_REMOVE, asked)).one_or_none()
    if row is None:
        return Removed(0, None)
    return Removed(row.removed_count, behind if row.removed_count == limit else row.tenant_id)
