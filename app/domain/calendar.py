"""Rest days and working days over dated rows of the State Council's yearly notices.

The calendar is handed in; nothing here reads a file or asks for the time.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

SATURDAY: Final = 5
MAX_REST_RUN_DAYS: Final = 60
"""Longest run of rest days that is believed; the longest real one so far has eleven days."""

NEW_YEAR_REACH: Final = (12, 25)
"""From this month and day on, next year's notice may still change the calendar: that of 2019 made Saturday 2018-12-29 a
working day and Monday 2018-12-31 a holiday."""

_ONE_DAY: Final = timedelta(days=1)


class DayKind(StrEnum):
    """What a notice says of one day; days that no notice names are ordinary weekdays and weekends."""

    HOLIDAY = "holiday"
    MAKEUP_WORKDAY = "makeup_workday"


@dataclass(frozen=True, slots=True)
class Calendar:
    """The legal calendar.

    Legal source: 民事诉讼法 (2023) art. 85; 民法典 art. 203. That a weekend day turned into a workday (调休) is no
    rest day, and that ordinary weekends are, is interpretation (rows IN_MAKEUP_WORKDAY and IN_WEEKEND of `sources.py`).

    Attributes:
        kinds: Days named by a notice.
        years: Years whose notice is loaded.
        notices: Addresses of the notices, by year; a year may have several.
    """

    kinds: Mapping[date, DayKind]
    years: frozenset[int]
    notices: Mapping[int, tuple[str, ...]]

    def is_rest_day(self, day: date) -> bool:
        """Whether the day is a statutory holiday or an ordinary weekend day."""
        kind = self.kinds.get(day)
        if kind is None:
            return day.weekday() >= SATURDAY
        return kind is DayKind.HOLIDAY

    def is_working_day(self, day: date) -> bool:
        """Whether the day counts in a period of working days; make-up weekend workdays do."""
        return not self.is_rest_day(day)

    def roll(self, day: date) -> date:
        """The day itself if it is a working day, otherwise the next working day.

        Raises:
            ValueError: more than `MAX_REST_RUN_DAYS` rest days in a row; the rows must be wrong.
        """
        for _ in range(MAX_REST_RUN_DAYS):
            if not self.is_rest_day(day):
                return day
            day += _ONE_DAY
        raise ValueError("the calendar has no working day in reach")

    def add_working_days(self, start: date, count: int) -> date:
        """The `count`-th working day after `start`; the start day itself is never counted.

        Args:
            start: Any day, working or not.
            count: At least 1.

        Raises:
            ValueError: count below 1.
        """
        if count < 1:
            raise ValueError("count at least one working day")
        day = start
        for _ in range(count):
            day = self.roll(day + _ONE_DAY)
        return day

    def working_days_before(self, day: date, count: int) -> date:
        """The `count`-th working day before `day`, which itself is never counted.

        Raises:
            ValueError: count below 1.
        """
        if count < 1:
            raise ValueError("count at least one working day")
        for _ in range(count):
            day -= _ONE_DAY
            while self.is_rest_day(day):  # Runs of rest days are as short behind as they are ahead; see `roll`.
                day -= _ONE_DAY
        return day

    @property
    def known(self) -> tuple[date, date] | None:
        """The first and the last day about which the loaded notices decide; None where none is loaded."""
        if not self.years:
            return None
        month, day = NEW_YEAR_REACH
        return date(min(self.years), 1, 1), date(max(self.years), month, day) - _ONE_DAY

    def knows(self, day: date) -> bool:
        """Whether the notices that can decide about this day are loaded; otherwise what rests on it is provisional.

        The last week of December also needs the notice of the following year.
        """
        if day.year not in self.years:
            return False
        return (day.month, day.day) < NEW_YEAR_REACH or day.year + 1 in self.years

    def changed_years(self, held: "Calendar") -> frozenset[int]:
        """Years of what is held of which a day rests here and does not there, or the other way round."""
        days = (day for day in self.kinds if self.is_rest_day(day) != held.is_rest_day(day))
        return frozenset(day.year for day in days) & held.years

    def in_place_of(self, held: "Calendar") -> "Calendar":
        """These years, with every day of theirs that is held and that they no longer name as an ordinary day.

        Days of the last week of December may be the next notice's, and are left to that year: they become ordinary only
        where it is given as well.
        """
        dropped = (day for day in held.kinds if day not in self.kinds and self.knows(day))
        ordinary = {day: DayKind.HOLIDAY if day.weekday() >= SATURDAY else DayKind.MAKEUP_WORKDAY for day in dropped}
        return Calendar({**self.kinds, **ordinary}, self.years, self.notices)
