"""How far placing is behind: the oldest committed event that has no position yet, and how many there are."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine

from app.adapters.database.transactions import as_system

COUNTED_MAX = 10_000

WAITING = text(
    f"""
    SELECT (SELECT count(*) FROM (SELECT FROM unplaced LIMIT {COUNTED_MAX}) AS waiting) AS waiting_count,
        (SELECT events.recorded_at FROM unplaced JOIN events ON events.entry = unplaced.entry
         ORDER BY unplaced.entry LIMIT 1) AS recorded_at
    """
)


@dataclass(frozen=True, slots=True)
class Lag:
    """Events that wait for a position: how many, at most `COUNTED_MAX`, and the age of the oldest, 0 without any."""

    count: int
    seconds: float


async def lag_of(engine: AsyncEngine, now: datetime) -> Lag:
    """The lag of all feeds at an instant of the system clock."""
    async with as_system(engine) as connection:
        row = (await connection.execute(WAITING)).one()
    seconds = 0.0 if row.recorded_at is None else max(0.0, (now - row.recorded_at).total_seconds())
    return Lag(row.waiting_count, seconds)
