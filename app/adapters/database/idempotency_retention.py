"""Removes idempotency keys that are too old, a bounded batch at a time. What was written under them stays.

From then on a key is free: who repeats a request under it asks anew.
"""

from datetime import datetime

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine

from app.adapters.database.transactions import as_system

KEYS_LIMIT = 1_000
"""Most keys that one transaction removes."""

_FORGET = text(
    """
    DELETE FROM idempotency_keys AS k USING (
        SELECT client_id, key FROM idempotency_keys WHERE recorded_at < :before
        ORDER BY recorded_at LIMIT :limit
    ) AS old WHERE k.client_id = old.client_id AND k.key = old.key
    """
)


async def forget_keys(engine: AsyncEngine, *, before: datetime, limit: int = KEYS_LIMIT) -> int:
    """Remove the oldest keys that were recorded before an instant; of two workers one removes a key.

    Args:
        engine: Of the application's role.
        before: Keys that were recorded earlier go.
        limit: Most of them.

    Returns:
        How many went.
    """
    async with as_system(engine) as connection:
        return (await connection.execute(_FORGET, {"before": before, "limit": limit})).rowcount
