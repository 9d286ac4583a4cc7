"""The life of all feeds: a new one begins where the old positions can no longer be trusted, as after a restore."""

from datetime import datetime

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine

from app.adapters.database.sequencer import PLACED_CHANNEL
from app.adapters.database.transactions import as_system

_BEGIN = text(
    """
    INSERT INTO feed_epochs (epoch, started_at, reason)
    SELECT coalesce(max(epoch), 0) + 1, :now, :reason FROM feed_epochs RETURNING epoch
    """
)
_TELL = text(f"SELECT pg_notify('{PLACED_CHANNEL}', '')")


async def begin_epoch(engine: AsyncEngine, *, now: datetime, reason: str) -> int:
    """Begin a new epoch and tell every process, which then reads all heads again; its number.

    From now on each cursor that was given before is refused with `feed_epoch_changed`, and every open stream ends so.
    """
    async with as_system(engine) as connection:
        epoch: int = await connection.scalar(_BEGIN, {"now": now, "reason": reason})
        await connection.execute(_TELL)
    return epoch
