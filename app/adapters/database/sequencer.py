"""The sequencer: gives committed events their positions in the feeds of their audience, and queues their deliveries.

A sequence number is taken before commit, so whoever reads by it skips what commits late. Here positions are given
afterwards, by one transaction at a time: whatever it sees in `unplaced` is committed, and gets the next free numbers.
The same statement writes one delivery for each endpoint that wants the event, so that no crash comes between the two.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncEngine

from app.adapters.database.lending import BEGIN_SYSTEM, session_of
from app.adapters.database.wanted import LANE, WANTED

PLACED_CHANNEL = "sutiao_placed"
"""Told once a batch: `tenant:position` pairs with commas between; empty means that the heads must be read again."""

QUEUED_CHANNEL = "sutiao_queued"
"""Told once a batch that queued deliveries; the payload is empty."""

BATCH_LIMIT = 500
PAYLOAD_LIMIT_BYTES = 7_900
SEQUENCER_LOCK = 7_310_003

_TRY_LOCK = f"SELECT pg_try_advisory_xact_lock({SEQUENCER_LOCK})"

# Deliveries are queued for endpoints that are paused or switched off too, so that nothing is lost meanwhile. A lane
# that is there is locked, though nothing in it changes: whoever acknowledges its head either sees the new delivery, or
# takes the lane away first, and then a new one is made here. Warnings queue in the lane of their referral.
#
# The column `batch` of `feed_heads` holds the number of the batch that moved the head last. It can not be the entry of
# an event: a batch may bring only latecomers with low entries, and who asks for heads above a mark would miss it.
#
# Telling is a part of the statement, in the list of its one row, which is the place where nothing is ever left out.
_TOLD = f"CASE WHEN length(payload) <= {PAYLOAD_LIMIT_BYTES} THEN payload ELSE '' END"
_PLACE = f"""
WITH taken AS (
    DELETE FROM unplaced WHERE entry = ANY (ARRAY(SELECT entry FROM unplaced ORDER BY entry LIMIT $1))
    RETURNING entry
), arrivals AS (
    SELECT reader.tenant_id, taken.entry,
           row_number() OVER (PARTITION BY reader.tenant_id ORDER BY taken.entry) AS step
    FROM taken
    JOIN events ON events.entry = taken.entry
    CROSS JOIN LATERAL (SELECT DISTINCT unnest(events.audience) AS tenant_id) AS reader
), batch AS (
    SELECT coalesce(max(batch), 0) + 1 AS number FROM feed_heads
), heads AS (
    INSERT INTO feed_heads AS head (tenant_id, position, batch)
    SELECT arrivals.tenant_id, max(arrivals.step), batch.number
    FROM arrivals CROSS JOIN batch
    GROUP BY arrivals.tenant_id, batch.number
    ORDER BY arrivals.tenant_id
    ON CONFLICT (tenant_id) DO UPDATE
    SET position = head.position + excluded.position, batch = excluded.batch
    RETURNING head.tenant_id, head.position
), positioned AS (
    SELECT arrivals.tenant_id, arrivals.entry,
           heads.position - max(arrivals.step) OVER (PARTITION BY arrivals.tenant_id) + arrivals.step AS position
    FROM arrivals JOIN heads ON heads.tenant_id = arrivals.tenant_id
), placed AS (
    INSERT INTO feed_entries (tenant_id, position, entry) SELECT tenant_id, position, entry FROM positioned
), wanted AS (
    SELECT e.id AS endpoint_id, positioned.position, positioned.tenant_id, positioned.entry, {LANE} AS subject_id
    FROM positioned
    JOIN webhook_endpoints AS e ON e.tenant_id = positioned.tenant_id
    JOIN events AS v ON v.entry = positioned.entry
    WHERE EXISTS (SELECT FROM webhook_endpoints)
        AND (e.state IN ('active', 'paused', 'disabled') OR e.state = 'pending' AND e.challenged_at IS NOT NULL)
        AND positioned.position > e.from_position AND v.subject_id <> e.id AND {WANTED}
), queued AS (
    INSERT INTO deliveries (endpoint_id, position, tenant_id, entry, subject_id, first_due_at)
    SELECT endpoint_id, position, tenant_id, entry, subject_id, now() FROM wanted
), lined AS (
    INSERT INTO lanes AS lane (endpoint_id, subject_id, tenant_id, head_position, next_due_at)
    SELECT endpoint_id, subject_id, tenant_id, min(position), now() FROM wanted
    GROUP BY endpoint_id, subject_id, tenant_id ORDER BY endpoint_id, subject_id
    ON CONFLICT (endpoint_id, subject_id) DO UPDATE SET head_position = lane.head_position
), done AS MATERIALIZED (
    SELECT
        (SELECT count(*) FROM taken) AS taken_count,
        (SELECT count(*) FROM wanted) AS queued_count,
        (SELECT array_agg(tenant_id ORDER BY tenant_id) FROM heads) AS tenants,
        (SELECT array_agg(position ORDER BY tenant_id) FROM heads) AS positions,
        (SELECT string_agg(tenant_id || ':' || position, ',') FROM heads) AS payload
)
SELECT taken_count, tenants, positions, queued_count,
    CASE WHEN tenants IS NOT NULL THEN pg_notify('{PLACED_CHANNEL}', {_TOLD})::text END,
    CASE WHEN queued_count > 0 THEN pg_notify('{QUEUED_CHANNEL}', '')::text END
FROM done
"""


@dataclass(frozen=True, slots=True)
class Placed:
    """What one batch did.

    Attributes:
        count: Events that were placed; below the limit there was nothing more, or another sequencer was at work.
        heads: New last position of each tenant whose feed grew.
        queued_count: Deliveries that were queued.
    """

    count: int
    heads: Mapping[UUID, int] = field(default_factory=dict)
    queued_count: int = 0


async def place_batch(engine: AsyncEngine, limit: int = BATCH_LIMIT) -> Placed:
    """Place the lowest waiting entries, at most `limit`, in one transaction, and tell all who listen.

    Any number of processes may call this at once: one works, the others find nothing to do. The lock is a statement of
    its own, so that the next one sees all that the holder before has committed.
    """
    async with session_of(engine, BEGIN_SYSTEM) as session:
        if not await session.value(_TRY_LOCK):
            return Placed(0)
        [row] = await session.rows(_PLACE, limit)
        tenants = (UUID(int=tenant_id.int) for tenant_id in row["tenants"] or ())
        return Placed(row["taken_count"], dict(zip(tenants, row["positions"] or (), strict=True)), row["queued_count"])


def heads_in(payload: str) -> dict[UUID, int] | None:
    """What a batch told; None where the heads must be read again."""
    heads: dict[UUID, int] = {}
    try:
        for pair in payload.split(","):
            tenant_id, _, position = pair.partition(":")
            heads[UUID(tenant_id)] = int(position)
    except ValueError:
        return None
    return heads
