"""Reads the days of one holiday notice from a file that an operator wrote: the columns of `app/data/workdays.csv`."""

import csv
from datetime import date
from pathlib import Path
from typing import Final

from app.domain.calendar import NEW_YEAR_REACH, SATURDAY, Calendar, DayKind

DAYS_MAX: Final = 120
"""Most days that one notice names."""

COLUMNS: Final = 3

YEARS: Final = range(1990, 2101)


def read_year(path: Path, year: int, notice: str) -> Calendar:
    """The calendar of one year.

    Args:
        path: A CSV file with the columns `date`, `kind` (`holiday` or `makeup_workday`) and `name`, which may be empty.
        year: The year that the notice is about; a notice may also name days of the last week of the year before.
        notice: Address or number of the State Council's notice.

    Raises:
        ValueError: a row of other than three columns, a day outside the year, an unknown kind, a day twice, no holiday
            at all; it names the line.
        OSError: the file cannot be read.
    """
    if year not in YEARS:
        raise ValueError("not a year of the calendar")
    first = date(year - 1, *NEW_YEAR_REACH)
    kinds: dict[date, DayKind] = {}
    with path.open(encoding="utf-8-sig", newline="") as file:
        for line, row in enumerate(csv.DictReader(file, strict=True), start=2):
            day, kind = _read(row, line)
            if not first <= day <= date(year, 12, 31) or day in kinds or len(kinds) == DAYS_MAX:
                raise ValueError(f"line {line}: a day outside {year}, a day twice, or too many days")
            kinds[day] = kind
    if DayKind.HOLIDAY not in kinds.values():
        raise ValueError("no holiday in the file")
    return Calendar(kinds=kinds, years=frozenset({year}), notices={year: (notice,)})


def _read(row: dict[str, str], line: int) -> tuple[date, DayKind]:
    if len(row) != COLUMNS or None in row or None in row.values():
        raise ValueError(f"line {line}: not the three columns date, kind, name")
    try:
        day, kind = date.fromisoformat(row["date"]), DayKind(row["kind"])
    except (KeyError, TypeError, ValueError) as error:
        raise ValueError(f"line {line}: not a date and a kind") from error
    if kind is DayKind.MAKEUP_WORKDAY and day.weekday() < SATURDAY:
        raise ValueError(f"line {line}: a make-up workday lies on a weekend")
    return day, kind
