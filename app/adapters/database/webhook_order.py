"""The order of an endpoint as its owner changes it: what waits moves from lanes of referrals to one lane, or back.

Nothing may be lined up by the old order after that. Whoever writes lanes does so as the sequencer, of which there is
one at a time, with the endpoint locked, or while keeping its order; whoever changes the order excludes all of them, in
this sequence. It never waits for a lane, so that no two wait for each other: where one is taken, something is under
way, and the order stays as it is.
"""

from datetime import datetime
from typing import Final
from uuid import UUID

from app.adapters.database.sequencer import SEQUENCER_LOCK
from app.adapters.database.session import Session
from app.adapters.database.wanted import LANE
from app.domain.access import TenantId

ORDER_LOCK: Final = 7_310_005
"""First number of the advisory locks of orders; the second is made of the endpoint."""

KEEP: Final = f"SELECT pg_advisory_xact_lock_shared({ORDER_LOCK}, hashtext($1::uuid::text))"
HOLD: Final = f"SELECT pg_advisory_xact_lock({ORDER_LOCK}, hashtext($1::uuid::text))"
HOLD_SEQUENCER: Final = f"SELECT pg_advisory_xact_lock({SEQUENCER_LOCK})"

UNDER_WAY: Final = """
SELECT (SELECT count(*) FROM lanes WHERE tenant_id = $1 AND endpoint_id = $2) <> (SELECT count(*) FROM (
    SELECT 1 FROM lanes WHERE tenant_id = $1 AND endpoint_id = $2 AND (lease_token IS NULL OR lease_until <= $3)
    FOR UPDATE SKIP LOCKED
) AS still)
"""
"""A lease that is over binds nobody: what is sent under it begins in time to end before, and is not written later."""

MARK: Final = """
UPDATE webhook_endpoints SET ordered_from = (
    SELECT coalesce(max(position), 0) FROM feed_heads WHERE tenant_id = $1
) WHERE tenant_id = $1 AND id = $2
"""
"""From which position on the check of the database holds deliveries against the present order."""

LINE_UP: Final = f"""
WITH waiting AS (
    UPDATE deliveries AS d SET subject_id = {LANE} FROM webhook_endpoints AS e, events AS v
    WHERE e.tenant_id = $1 AND e.id = $2 AND d.tenant_id = $1 AND d.endpoint_id = $2 AND d.state = 'waiting'
        AND v.entry = d.entry
    RETURNING d.subject_id, d.position
), before AS (
    DELETE FROM lanes WHERE tenant_id = $1 AND endpoint_id = $2
    RETURNING head_position, next_due_at, attempt, tried_since
), heads AS (
    SELECT subject_id, min(position) AS position FROM waiting GROUP BY subject_id
)
INSERT INTO lanes (tenant_id, endpoint_id, subject_id, head_position, next_due_at, attempt, tried_since)
SELECT $1, $2, h.subject_id, h.position, coalesce(b.next_due_at, $3), coalesce(b.attempt, 0), b.tried_since
FROM heads AS h LEFT JOIN before AS b ON b.head_position = h.position
"""


async def hold(session: Session, endpoint_id: UUID) -> None:
    """Let nobody else line up or set going what goes to an endpoint, until the end of the transaction."""
    await session.run(HOLD, endpoint_id)
    await session.run(HOLD_SEQUENCER)


async def under_way(session: Session, tenant_id: TenantId, endpoint_id: UUID, now: datetime) -> bool:
    """Whether a lane of an endpoint is leased or locked; if none is, all are locked."""
    return bool(await session.value(UNDER_WAY, tenant_id, endpoint_id, now))


async def line_up(session: Session, tenant_id: TenantId, endpoint_id: UUID, now: datetime) -> None:
    """Put what waits into the lanes of the order that the endpoint has now."""
    await session.run(MARK, tenant_id, endpoint_id)
    await session.run(LINE_UP, tenant_id, endpoint_id, now)
