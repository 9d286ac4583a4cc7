"""What time needs of the clocks of all referrals, beside their end: see `app/domain/ports.py`. For the system only."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol
from uuid import UUID

from app.domain.events import Event
from app.domain.stored import DueClock


@dataclass(frozen=True, slots=True)
class ChangedSpan:
    """Days about which the calendar says something else than before; `changed_at`: the latest of the changes."""

    first: date
    last: date
    changed_at: datetime


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

    async def changed_span(self, before: datetime) -> ChangedSpan | None:
        """The days about which loaded years say something else since some time before `before`, and when they changed.

        None where none did, or where all clocks were computed anew since.
        """
        ...

    async def claim_between(self, first: date, last: date, *, after: tuple[date, UUID] | None) -> DueClock | None:
        """Lock the referral of the next running clock that runs on some day between the two.

        Waits for whoever holds the referral: what is passed over would keep a day that is no more.
        """
        ...

    async def settle_span(self, changed_at: datetime) -> None:
        """All clocks were computed anew since the years changed that changed by then."""
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
