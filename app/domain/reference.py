"""Reference data as a whole: what is loaded, what a loading changed, and what the store of it offers."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from app.domain.calendar import Calendar
from app.domain.causes import Cause
from app.domain.codes import Code
from app.domain.places import CourtCode, Region


@dataclass(frozen=True, slots=True)
class Loaded:
    """What loading did to one table, in rows.

    Attributes:
        table: Its name.
        added: Rows that were not there.
        changed: Rows that were there and said something else.
        ended: Rows that are no longer in the data; they stay, with the day of loading as their last.
    """

    table: str
    added: int
    changed: int
    ended: int = 0


@dataclass(frozen=True, slots=True)
class ReferenceData:
    """Everything that is loaded together. None leaves a table alone; nothing at all ends what is in it.

    Attributes:
        code_lists: Every list by name, in order.
        causes: One list of causes.
        calendar: Holidays, make-up workdays and the notices they come from.
        court_codes: Codes of courts.
        regions: Codes of regions.
    """

    code_lists: Mapping[str, Sequence[Code]]
    causes: Sequence[Cause]
    calendar: Calendar
    court_codes: Sequence[CourtCode] | None = None
    regions: Sequence[Region] | None = None


class ReferenceStore(Protocol):
    """Reference data in one transaction. Nothing is ever deleted."""

    async def load_code_lists(self, lists: Mapping[str, Sequence[Code]], on: date) -> Loaded:
        """Write all lists; a code that is no longer there ends on the day of loading."""
        ...

    async def load_causes(self, causes: Sequence[Cause], on: date) -> Loaded:
        """Write one list of causes; other lists are left alone."""
        ...

    async def load_court_codes(self, codes: Sequence[CourtCode], on: date) -> Loaded:
        """Write the codes of courts."""
        ...

    async def load_regions(self, regions: Sequence[Region], on: date) -> Loaded:
        """Write the codes of regions."""
        ...

    async def load_calendar(self, calendar: Calendar) -> tuple[Loaded, ...]:
        """Write years, notices and days; a day that a later notice changes is changed, and none ends."""
        ...

    async def mark_changed(self, years: Iterable[int], at: datetime) -> None:
        """Say of years that were held before that their days are others now."""
        ...

    async def calendar(self) -> Calendar:
        """The legal calendar as loaded; empty where none was."""
        ...

    async def court_codes(
        self, *, code: str | None, name: str | None, after: str | None, limit: int
    ) -> tuple[CourtCode, ...]:
        """The rows of at most `limit` codes behind `after`, by code; all, or those of one code or one name."""
        ...

    async def regions(self, *, prefix: str, after: str | None, limit: int) -> tuple[Region, ...]:
        """The names of at most `limit` codes behind `after` that begin with `prefix`, by code, oldest name first."""
        ...
