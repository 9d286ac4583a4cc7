"""Clocks of all referrals, for time: which are to be called approaching, and what was said of them."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from app.adapters.database.referral_reads import FIRST_ID
from app.adapters.database.referral_rows import event_row
from app.adapters.database.referral_writes import event_parts, with_parts
from app.adapters.database.rows import dumped
from app.adapters.database.session import Session
from app.domain.calendar import NEW_YEAR_REACH
from app.domain.clock_port import ChangedSpan
from app.domain.events import Event
from app.domain.ports import DueClock
from app.domain.referral import ReferralId

CLAIM_WARNING = f"""
SELECT c.id, c.referral_id, c.rule, c.warn_on AS due_on
FROM clocks AS c JOIN referrals AS f ON f.id = c.referral_id
WHERE c.state = 'running' AND c.warn_on <= $1
    AND (c.warn_on, c.id) > (COALESCE($2::date, '-infinity'), COALESCE($3::uuid, {FIRST_ID}))
ORDER BY c.warn_on, c.id LIMIT 1 FOR UPDATE OF f SKIP LOCKED
"""
"""Locks the referral, as `CLAIM_DUE` does: of two workers one warns, and nobody moves the clock meanwhile."""

CLAIM_PROVISIONAL = f"""
SELECT c.id, c.referral_id, c.rule, c.due_on
FROM clocks AS c JOIN referrals AS f ON f.id = c.referral_id
WHERE c.state = 'running' AND c.provisional AND c.due_on BETWEEN $1 AND $2
    AND (c.due_on, c.id) > (COALESCE($3::date, '-infinity'), COALESCE($4::uuid, {FIRST_ID}))
ORDER BY c.due_on, c.id LIMIT 1 FOR UPDATE OF f SKIP LOCKED
"""

CHANGED = """
SELECT min(year) AS first, max(year) AS last, max(changed_at) AS changed_at FROM calendar_years WHERE changed_at < $1
"""
SETTLE = "UPDATE calendar_years SET changed_at = NULL WHERE changed_at <= $1"
CLAIM_BETWEEN = f"""
SELECT c.id, c.referral_id, c.rule, c.due_on
FROM clocks AS c JOIN referrals AS f ON f.id = c.referral_id
WHERE c.state = 'running' AND c.due_on >= $1 AND c.started_on <= $2
    AND (c.due_on, c.id) > (COALESCE($3::date, '-infinity'), COALESCE($4::uuid, {FIRST_ID}))
ORDER BY c.due_on, c.id LIMIT 1 FOR UPDATE OF f
"""

NEXT_WARNING_ON = "SELECT min(warn_on) FROM clocks WHERE state = 'running' AND warn_on > $1"
LAST_WORD = "SELECT version, hash FROM events WHERE subject_id = $1 ORDER BY version DESC LIMIT 1"
WARN = with_parts(
    {
        "warned": "UPDATE clocks SET warn_on = $2 WHERE id = $3 RETURNING id AS clock_id",
        **event_parts("warned"),
    },
    "SELECT count(*) FROM made",
)


class ClockRows:
    """Running clocks, whoever's referral they belong to."""

    __slots__ = ("_session",)

    def __init__(self, session: Session) -> None:
        self._session = session

    async def claim_warning(self, today: date, *, after: tuple[date, UUID] | None) -> DueClock | None:
        """Lock the referral of the next clock that is to be called approaching by `today`."""
        return _first(await self._session.rows(CLAIM_WARNING, today, *(after or (None, None))))

    async def claim_provisional(self, first: date, last: date, *, after: tuple[date, UUID] | None) -> DueClock | None:
        """Lock the referral of the next running clock that is provisional though its last day lies between the two."""
        return _first(await self._session.rows(CLAIM_PROVISIONAL, first, last, *(after or (None, None))))

    async def changed_span(self, before: datetime) -> ChangedSpan | None:
        """The days about which loaded years say something else since some time before that one."""
        (row,) = await self._session.rows(CHANGED, before)
        if row["changed_at"] is None:
            return None
        month, day = NEW_YEAR_REACH
        return ChangedSpan(date(row["first"] - 1, month, day), date(row["last"], 12, 31), row["changed_at"])

    async def claim_between(self, first: date, last: date, *, after: tuple[date, UUID] | None) -> DueClock | None:
        """Lock the referral of the next running clock that runs on some day between the two."""
        return _first(await self._session.rows(CLAIM_BETWEEN, first, last, *(after or (None, None))))

    async def settle_span(self, changed_at: datetime) -> None:
        """All clocks were computed anew since the years changed that changed by then."""
        await self._session.run(SETTLE, changed_at)

    async def next_warning_on(self, behind: date) -> date | None:
        """The earliest day behind that one on which any running clock is called approaching."""
        earliest: date | None = await self._session.value(NEXT_WARNING_ON, behind)
        return earliest

    async def last_word(self, clock_id: UUID) -> tuple[int, bytes]:
        """Version and hash of the clock's newest event; 0 and nothing before the first."""
        rows = await self._session.rows(LAST_WORD, clock_id)
        return (rows[0]["version"], bytes(rows[0]["hash"])) if rows else (0, b"")

    async def warn(self, clock_id: UUID, next_on: date | None, events: Iterable[Event]) -> None:
        """Write events of one clock, and the day of its next warning."""
        rows = {"events": [event_row(event) for event in events]}
        await self._session.run(WARN, dumped(rows), next_on, clock_id)


def _first(rows: Sequence[Any]) -> DueClock | None:
    if not rows:
        return None
    row = rows[0]
    return DueClock(UUID(int=row["id"].int), ReferralId(UUID(int=row["referral_id"].int)), row["rule"], row["due_on"])
