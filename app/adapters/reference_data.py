"""Reads the project's own data files: calendar, causes, courts, organisations. Each call reads afresh; callers cache.

The files are part of the package. A fault in them is a fault of the program, so it raises plain errors.
"""

import csv
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from importlib.resources import files

from app.domain.calendar import Calendar, DayKind
from app.domain.causes import VERSION_2026, Cause


@dataclass(frozen=True, slots=True)
class CourtRecord:
    """One court as published.

    Attributes:
        name: Full name.
        level: Code of list `court_level`.
        court_code: 法院代字, only where a published case number shows it; never computed.
        region_code: GB/T 2260; None for special courts.
        source: Where name and code were seen.
    """

    name: str
    level: str
    court_code: str | None
    region_code: str | None
    source: str


@dataclass(frozen=True, slots=True)
class OrganisationRecord:
    """One mediation organisation as published. `kind` is a code of list `organisation_kind`; `parent` a name."""

    name: str
    kind: str
    parent: str | None
    region: str
    source: str


def load_calendar() -> Calendar:
    """Holidays and make-up workdays of 2012 to 2026, with the notices they come from.

    Raises:
        ValueError: a malformed row.
    """
    notices: defaultdict[int, tuple[str, ...]] = defaultdict(tuple)
    for row in _rows("workday_notices.csv"):
        notices[int(row["year"])] += (row["notice"],)
    kinds = {date.fromisoformat(row["date"]): DayKind(row["kind"]) for row in _rows("workdays.csv")}
    return Calendar(kinds=kinds, years=frozenset(notices), notices=dict(notices))


def load_causes() -> tuple[Cause, ...]:
    """The causes of action in force from 2026-01-01, parents before children; codes stay text."""
    return tuple(
        Cause(
            version=VERSION_2026,
            code=row["code"],
            name=row["name"],
            level=int(row["level"]),
            parent_code=row["parent_code"] or None,
        )
        for row in _rows("causes_2026.csv")
    )


def load_courts() -> tuple[CourtRecord, ...]:
    """Courts known from published cases and case numbers."""
    return tuple(
        CourtRecord(
            name=row["name"],
            level=row["level"],
            court_code=row["court_code"] or None,
            region_code=row["region_code"] or None,
            source=row["source"],
        )
        for row in _rows("courts.csv")
    )


def load_organisations() -> tuple[OrganisationRecord, ...]:
    """Mediation organisations known from published cases and pages; a parent need not be a row itself."""
    return tuple(
        OrganisationRecord(
            name=row["name"],
            kind=row["kind"],
            parent=row["parent"] or None,
            region=row["region"],
            source=row["source"],
        )
        for row in _rows("organisations.csv")
    )


def _rows(name: str) -> Iterator[dict[str, str]]:
    text = files("app").joinpath("data", name).read_text(encoding="utf-8")
    return csv.DictReader(text.splitlines())
