"""What time needs of the clocks of all referrals, beside their end: see `app/domain/ports.py`. For the system only."""

from collections.abc import Iterable
from datetime import date
from typing import Protocol
from uuid import UUID

from app.domain.events import Event
from app.domain.stored import DueClock


class Clocks(Protocol):
    """Running clocks, whoever's referral they belong to."""

    async def claim_warning(self, today: date, *, after: tuple[date, UUID] | None) -> DueClock | None:
        """Lock the referral of the next clock that is to be called approaching by `today`.

        `due_on` of the answer is the day of the warning. Referrals that others hold are passed over.

        Args:
            today: Legal date.
            after: Day and id of the clock claimed before, to go on behind it.
        """
        ...

    async def next_warning_on(self, behind: date) -> date | None:
        """The earliest day behind that one on which any running clock is called approaching."""
        ...

    async def claim_provisional(self, first: date, last: date, *, after: tuple[date, UUID] | None) -> DueClock | None:
        """Lock the referral of the next running clock that is provisional though its last day lies between the two.

        Args:
            first: First day about which the calendar decides.
            last: Last day about which it decides.
            after: Last day and id of the clock claimed before, to go on behind it.
        """
        ...

    async def last_word(self, clock_id: UUID) -> tuple[int, bytes]:
        """Version and hash of the clock's newest event; 0 and nothing before the first."""
        ...

    async def warn(self, clock_id: UUID, next_on: date | None, events: Iterable[Event]) -> None:
        """Write events of one clock, and the day of its next warning."""
        ...
