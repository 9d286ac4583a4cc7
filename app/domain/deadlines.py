"""Due dates: raw end, legal end, and whether the calendar behind them is already published.

Pure arithmetic over the periods of `periods.py` and a `Calendar`; it never asks for the time.
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from app.domain.calendar import Calendar
from app.domain.errors import Refusal
from app.domain.periods import RULES, Rule, RuleId, Unit

__all__ = [
    "EARLIEST",
    "LATEST",
    "MAX_LENGTH",
    "RULES",
    "Due",
    "Rule",
    "RuleId",
    "Unit",
    "due",
    "extended",
    "prolonged",
    "resumed",
    "rolled",
]

EARLIEST: Final = date(1949, 10, 1)
LATEST: Final = date(2199, 12, 31)
"""Bounds of every date that is computed with; outside them a request is wrong, not the law."""

MAX_LENGTH: Final[dict[Unit, int]] = {
    Unit.CALENDAR_DAYS: 3660,
    Unit.WORKING_DAYS: 366,
    Unit.MONTHS: 240,
    Unit.YEARS: 20,
}
"""Longest period that may be asked for, by unit."""

_MONTHS_A_YEAR: Final = 12


@dataclass(frozen=True, slots=True)
class Due:
    """The end of a period, both days inclusive.

    Attributes:
        raw_end_on: Last day by counting alone; alerts are about this day.
        due_on: Last day in law: the raw end, moved to the next working day if it is a rest day.
        provisional: True when a day that decided the result lies where no notice is published yet; compute again later.
    """

    raw_end_on: date
    due_on: date
    provisional: bool


def due(rule: str, start: date, calendar: Calendar, length: int | None = None) -> Due:
    """End of the period of one rule.

    The start day is never counted. Periods in calendar days count every day and move only if the last one is a rest
    day; periods in working days count working days only; months and years end on the day of the same number, or on the
    last day of a shorter month, and then move like days.

    Args:
        rule: An id of `RULES`, such as `T05`.
        start: Legal date of the starting event.
        calendar: Holidays and make-up workdays.
        length: Number of units, instead of the rule's own; at least 1 and at most `MAX_LENGTH`.

    Raises:
        Refusal: `unknown_code` for an id that is not in the table; `parameter_invalid` with pointer `/start` or
            `/length` for a date or length out of bounds, or where the rule has no length of its own and none is given.

    Legal source: 民事诉讼法 (2023) art. 85; 法释〔2022〕11号 art. 125; 民法典 arts 201–203. That the mediation terms of
    法释〔2016〕14号 and 法释〔2021〕23号 move in the same way is interpretation (row IN_MEDIATION_TERM_ROLLS).
    """
    row = RULES.get(rule)
    if row is None:
        raise Refusal("unknown_code", pointer="/rule")
    count = _bounded(row.length if length is None else length, row.unit)
    _require_in_range(start, "/start")
    if row.unit is Unit.WORKING_DAYS:
        last = calendar.add_working_days(start, count)
        return Due(last, last, provisional=_is_provisional(calendar, start + timedelta(days=1), last))
    return rolled(_raw_end(start, row.unit, count), calendar)


def resumed(present: Due, entrusted_on: date, reported_on: date, calendar: Calendar) -> Due:
    """The end of a calendar-day period after an appraisal whose days do not count.

    The days between the two dates are added to the raw end, never to the moved one, and the sum is moved afresh.

    Raises:
        Refusal: `dates_reversed`; `parameter_invalid` where the new end is out of bounds.

    Legal source: 法释〔2021〕23号 art. 26.
    """
    if reported_on < entrusted_on:
        raise Refusal("dates_reversed")
    pause = reported_on - entrusted_on
    if pause > LATEST - present.raw_end_on:
        raise Refusal("parameter_invalid", pointer="/reported_on")
    return rolled(present.raw_end_on + pause, calendar)


def prolonged(present: Due, days: int, calendar: Calendar) -> Due:
    """The end of a calendar-day period that was given some more days, which follow the raw end.

    Args:
        present: The end in force.
        days: How many more, at least 1.
        calendar: Holidays and make-up workdays.

    Raises:
        Refusal: `parameter_invalid` with pointer `/length` for a number out of bounds.
    """
    more = timedelta(days=_bounded(days, Unit.CALENDAR_DAYS))
    return rolled(present.raw_end_on + more, calendar)


def extended(present: Due, to: date, calendar: Calendar) -> Due:
    """The end after an extension that every party agreed to; who agreed and when is judged elsewhere.

    Args:
        present: The end in force.
        to: New last day before it is moved off rest days.
        calendar: Holidays and make-up workdays.

    Raises:
        Refusal: `extension_not_later` unless the new last day lies after the present legal end, since a day between raw
            and legal end would move to the same legal end; `parameter_invalid` out of bounds.

    Legal source: 法释〔2016〕14号 art. 27; 法释〔2021〕23号 art. 24.
    """
    if to <= present.due_on:
        raise Refusal("extension_not_later", facts={"due_on": present.due_on.isoformat()}, pointer="/until")
    _require_in_range(to, "/until")
    return rolled(to, calendar)


def rolled(raw_end_on: date, calendar: Calendar) -> Due:
    """The end of a period whose raw end is known, or whose last day somebody named, moved off rest days.

    Legal source: 民法典 art. 203.
    """
    due_on = calendar.roll(raw_end_on)
    return Due(raw_end_on, due_on, provisional=_is_provisional(calendar, raw_end_on, due_on))


def _is_provisional(calendar: Calendar, first: date, last: date) -> bool:
    """Whether any day from `first` to `last` is not decided by a loaded notice."""
    return any(not calendar.knows(first + timedelta(days=n)) for n in range((last - first).days + 1))


def _raw_end(start: date, unit: Unit, count: int) -> date:
    if unit is Unit.CALENDAR_DAYS:
        return start + timedelta(days=count)
    months = count * _MONTHS_A_YEAR if unit is Unit.YEARS else count
    year, month = divmod(start.year * _MONTHS_A_YEAR + start.month - 1 + months, _MONTHS_A_YEAR)
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))


def _bounded(length: int | None, unit: Unit) -> int:
    if length is None or not 1 <= length <= MAX_LENGTH[unit]:
        raise Refusal("parameter_invalid", pointer="/length")
    return length


def _require_in_range(day: date, pointer: str) -> None:
    if not EARLIEST <= day <= LATEST:
        raise Refusal("parameter_invalid", pointer=pointer)
