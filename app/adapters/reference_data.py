"""Reads the project's own data files. Each call reads afresh; callers cache.

The files are part of the package and are checked strictly: an unknown column or mark, a day that is none, a row twice
is a fault of the program, so it raises plain errors that name the file.
"""

import csv
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from importlib.resources import files
from itertools import pairwise
from typing import Any, Final, TypeVar

from app.domain.calendar import Calendar, DayKind
from app.domain.causes import VERSION_2026, Cause, CauseVersion
from app.domain.codes import codes_of
from app.domain.instruments import Mark
from app.domain.places import CourtCode, Region
from app.domain.sources import SourceId
from app.domain.tracks import (
    BodyRow,
    CellRow,
    ExclusionRow,
    Ground,
    Ruling,
    TrackCondition,
    TrackRow,
    TrackTable,
)

T = TypeVar("T")
Fields = Mapping[str, str]

_REGION_CODE: Final = re.compile(r"[1-8][0-9]{5}")
_COURT_CODE: Final = re.compile(r"最高法|[一-龥][0-9]{0,4}")


@dataclass(frozen=True, slots=True)
class CourtRecord:
    """One court as published.

    Attributes:
        name: Full name.
        level: Code of list `court_level`.
        court_code: 法院代字, only where a published case number shows it; never computed.
        region_code: GB/T 2260; None for special courts.
        valid_from: First day of the code; None where it is not recorded.
        valid_to: Last day of the code; None where no end is known.
        source: Where name and code were seen.
    """

    name: str
    level: str
    court_code: str | None
    region_code: str | None
    valid_from: date | None
    valid_to: date | None
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
    for row in _fields("workday_notices.csv"):
        notices[int(row["year"])] += (row["notice"],)
    kinds = {date.fromisoformat(row["date"]): DayKind(row["kind"]) for row in _fields("workdays.csv")}
    return Calendar(kinds=kinds, years=frozenset(notices), notices=dict(notices))


def load_causes() -> tuple[Cause, ...]:
    """The causes of action in force from 2026-01-01, parents before children; codes stay text."""
    return _rows(
        "causes_2026.csv",
        lambda row: Cause(
            version=VERSION_2026,
            code=row["code"],
            name=row["name"],
            level=int(row["level"]),
            parent_code=row["parent_code"] or None,
            en=row["en"],
        ),
    )


def load_cause_versions() -> tuple[CauseVersion, ...]:
    """The lists of causes by their days in force, oldest first, each beginning the day after the one before.

    Raises:
        ValueError: a malformed row, or lists that overlap or leave a gap.
    """
    found = _rows(
        "cause_versions.csv",
        lambda row: CauseVersion(
            version=row["version"],
            valid_from=date.fromisoformat(row["valid_from"]),
            valid_to=_day(row["valid_to"]),
            zh=row["zh"],
            mark=Mark(row["mark"]),
            note=row["note"],
        ),
    )
    for older, newer in pairwise(found):
        if older.valid_to is None or (newer.valid_from - older.valid_to).days != 1:
            raise ValueError("cause_versions.csv: the lists must follow each other without a gap")
    return found


def load_courts() -> tuple[CourtRecord, ...]:
    """Courts known from published cases and case numbers."""
    return _rows("courts.csv", _court)


def load_court_codes() -> tuple[CourtCode, ...]:
    """The courts whose code a published case number shows; no complete list is published."""
    return tuple(
        CourtCode(
            code=court.court_code,
            name=court.name,
            level=court.level,
            region_code=court.region_code,
            valid_from=court.valid_from,
            valid_to=court.valid_to,
            source=court.source,
        )
        for court in load_courts()
        if court.court_code is not None
    )


def load_regions() -> tuple[Region, ...]:
    """Region codes of GB/T 2260 at province, prefecture and county level, abolished ones included, by code."""
    found = _rows("regions.csv", _region)
    if len({(region.code, region.name) for region in found}) != len(found):
        raise ValueError("regions.csv: a name stands twice under one code")
    return found


def load_organisations() -> tuple[OrganisationRecord, ...]:
    """Mediation organisations known from published cases and pages; a parent need not be a row itself."""
    return _rows(
        "organisations.csv",
        lambda row: OrganisationRecord(
            name=row["name"],
            kind=row["kind"],
            parent=row["parent"] or None,
            region=row["region"],
            source=row["source"],
        ),
    )


def load_tracks() -> TrackTable:
    """Tracks, bodies of rules, what each body may do on each track, and the causes that a body may not take.

    Raises:
        ValueError: a malformed row, or rows that do not fit together.
    """
    return TrackTable.of(
        tracks=_rows("tracks.csv", _track),
        bodies=_rows("bodies.csv", _body),
        cells=_rows("track_bodies.csv", _cell),
        exclusions=_rows("body_excluded_causes.csv", _exclusion),
    )


def _court(row: Fields) -> CourtRecord:
    code = row["court_code"] or None
    if code is not None and not _COURT_CODE.fullmatch(code):
        raise ValueError("not a court's code")
    return CourtRecord(
        name=row["name"],
        level=_one_of(row["level"], codes_of("court_level")),
        court_code=code,
        region_code=row["region_code"] or None,
        valid_from=_day(row["valid_from"]),
        valid_to=_day(row["valid_to"]),
        source=row["source"],
    )


def _region(row: Fields) -> Region:
    if not _REGION_CODE.fullmatch(row["code"]) or not row["name"]:
        raise ValueError("not a region")
    return Region(row["code"], row["name"], *_days(row))


def _track(row: Fields) -> TrackRow:
    kinds = frozenset(_one_of(kind, codes_of("referral_kind")) for kind in row["kinds"].split())
    return TrackRow(_one_of(row["track"], codes_of("track")), kinds, row["zh"], row["en"], _ground(row))


def _body(row: Fields) -> BodyRow:
    return BodyRow(_one_of(row["body"], codes_of("organisation_kind")), row["zh"], row["en"], _ground(row))


def _cell(row: Fields) -> CellRow:
    conditions = frozenset(TrackCondition(condition) for condition in row["conditions"].split())
    return CellRow(row["track"], row["body"], Ruling(row["ruling"]), conditions, _ground(row))


def _exclusion(row: Fields) -> ExclusionRow:
    return ExclusionRow(row["body"], row["cause_version"], row["root"], row["kind"], _ground(row))


def _ground(row: Fields) -> Ground:
    sources = tuple(SourceId(source) for source in row["sources"].split())
    if not sources:
        raise ValueError("a rule without a source")
    return Ground(*_days(row), sources, Mark(row["mark"]), row["note"])


def _days(row: Fields) -> tuple[date | None, date | None]:
    first, last = _day(row["valid_from"]), _day(row["valid_to"])
    if first is not None and last is not None and last < first:
        raise ValueError("a period that ends before it begins")
    return first, last


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _one_of(text: str, known: frozenset[str]) -> str:
    if text not in known:
        raise ValueError("not a code of its list")
    return text


def _rows(name: str, build: Callable[[Fields], T]) -> tuple[T, ...]:
    """Every row of a file as its type; a fault is told with file and line."""
    built = []
    for line, row in enumerate(_fields(name), start=2):
        try:
            built.append(build(row))
        except (KeyError, ValueError) as error:
            raise ValueError(f"{name}, line {line}: {error}") from error
    return tuple(built)


def _fields(name: str) -> Iterator[dict[str, Any]]:
    text = files("app").joinpath("data", name).read_text(encoding="utf-8")
    for row in csv.DictReader(text.splitlines(), strict=True):
        if None in row or None in row.values():
            raise ValueError(f"{name}: a row with too few or too many fields")
        yield row
