"""The tables of reference data. Loading compares in the database and tells what it changed; nothing is deleted."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

import orjson
from sqlalchemy import select, update

from app.adapters.database import tables as t
from app.adapters.database.session import Session
from app.domain.calendar import Calendar, DayKind
from app.domain.causes import Cause
from app.domain.codes import Code
from app.domain.places import CourtCode, Region
from app.domain.reference import Loaded

Rows = Sequence[Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Target:
    """A table that is loaded as a whole.

    Attributes:
        table: Its name.
        key: Columns that name a row.
        values: The other columns that are loaded, validity left out.
        scope: Column whose values in the data bound what may end; None: the whole table.
        ends: Whether rows that are no longer in the data end.
    """

    table: str
    key: tuple[str, ...]
    values: tuple[str, ...]
    scope: str | None = None
    ends: bool = True

    def statement(self) -> str:
        """The one statement that loads: rows as JSON ($1) and the last day of those that vanished ($2).

        A row that ended before is left as it is. Every part sees the table as it was before.
        """
        dated = ("valid_from", "valid_to") if self.ends else ()
        columns = ", ".join((*self.key, *self.values, *dated))
        same = " AND ".join(f"present.{column} = given.{column}" for column in self.key)
        rest = (*self.values, *dated)
        old, new = (", ".join(f"{side}.{column}" for column in rest) for side in ("present", "given"))
        sets = ", ".join(f"{column} = given.{column}" for column in rest)
        scope = "" if self.scope is None else f"AND {self.scope} IN (SELECT {self.scope} FROM given) "
        ended = (
            f"UPDATE {self.table} AS present SET valid_to = $2::date WHERE (valid_to IS NULL OR valid_to > $2::date) "
            f"{scope}AND NOT EXISTS (SELECT FROM given WHERE {same}) RETURNING 1"
        )
        return (
            f"WITH given AS (SELECT {columns} FROM jsonb_populate_recordset(NULL::{self.table}, $1::text::jsonb)), "
            f"added AS (INSERT INTO {self.table} ({columns}) SELECT {columns} FROM given "
            "ON CONFLICT DO NOTHING RETURNING 1), "
            f"changed AS (UPDATE {self.table} AS present SET {sets} FROM given "
            f"WHERE {same} AND ROW({old}) IS DISTINCT FROM ROW({new}) RETURNING 1), "
            f"ended AS ({ended if self.ends else 'SELECT 1 WHERE $2::date IS NULL AND false'}) "
            "SELECT (SELECT count(*) FROM added), (SELECT count(*) FROM changed), (SELECT count(*) FROM ended)"
        )


CODE_LISTS: Final = Target("code_lists", ("list", "code"), ("zh", "en", "position", "sources", "note"))
CAUSES: Final = Target("causes", ("version", "code"), ("number", "name", "en", "level", "parent_code"), scope="version")
COURT_CODES: Final = Target("court_codes", ("code", "name"), ("level", "region_code", "source"))
REGIONS: Final = Target("regions", ("code", "name"), ("level",))
YEARS: Final = Target("calendar_years", ("year",), ("notices",), ends=False)
DAYS: Final = Target("calendar_days", ("day",), ("kind", "name"), ends=False)

COURT_CODE_PAGE: Final = """
SELECT code, name, level, region_code, valid_from, valid_to, source FROM court_codes
WHERE ($2::text IS NULL OR name = $2) AND code IN (
    SELECT DISTINCT code FROM court_codes
    WHERE ($1::text IS NULL OR code = $1) AND ($2::text IS NULL OR name = $2) AND ($3::text IS NULL OR code > $3)
    ORDER BY code LIMIT $4
)
ORDER BY code, valid_from NULLS FIRST, name
"""
REGION_PAGE: Final = """
SELECT code, name, valid_from, valid_to FROM regions
WHERE code IN (
    SELECT DISTINCT code FROM regions
    WHERE starts_with(code, $1) AND ($2::text IS NULL OR code > $2) ORDER BY code LIMIT $3
)
ORDER BY code, valid_from NULLS FIRST, name
"""


class ReferenceRows:
    """Code lists, causes, codes of courts and regions, the calendar."""

    __slots__ = ("_session",)

    def __init__(self, session: Session) -> None:
        self._session = session

    async def load_code_lists(self, lists: Mapping[str, Sequence[Code]], on: date) -> Loaded:
        """Write all lists; a code that is no longer there ends on the day of loading."""
        rows = [
            {
                "list": name,
                "code": code.code,
                "zh": code.zh,
                "en": code.en,
                "position": position,
                "sources": list(code.sources),
                "note": code.note,
                "valid_from": code.valid_from,
                "valid_to": code.valid_to,
            }
            for name, codes in lists.items()
            for position, code in enumerate(codes, start=1)
        ]
        return await self._load(CODE_LISTS, rows, on)

    async def load_causes(self, causes: Sequence[Cause], on: date) -> Loaded:
        """Write one list of causes; other lists are left alone."""
        rows = [
            {
                "version": cause.version,
                "code": cause.code,
                "number": cause.code,
                "name": cause.name,
                "en": cause.en,
                "level": cause.level,
                "parent_code": cause.parent_code,
            }
            for cause in causes
        ]
        return await self._load(CAUSES, rows, on)

    async def load_court_codes(self, codes: Sequence[CourtCode], on: date) -> Loaded:
        """Write the codes of courts."""
        rows = [
            {
                "code": row.code,
                "name": row.name,
                "level": row.level,
                "region_code": row.region_code,
                "source": row.source,
                "valid_from": row.valid_from,
                "valid_to": row.valid_to,
            }
            for row in codes
        ]
        return await self._load(COURT_CODES, rows, on)

    async def load_regions(self, regions: Sequence[Region], on: date) -> Loaded:
        """Write the codes of regions."""
        rows = [
            {
                "code": row.code,
                "name": row.name,
                "level": row.level,
                "valid_from": row.valid_from,
                "valid_to": row.valid_to,
            }
            for row in regions
        ]
        return await self._load(REGIONS, rows, on)

    async def load_calendar(self, calendar: Calendar) -> tuple[Loaded, ...]:
        """Write years, notices and days; a day that a later notice changes is changed, and none ends."""
        years = [{"year": year, "notices": list(calendar.notices.get(year, ()))} for year in sorted(calendar.years)]
        days = [{"day": day, "kind": kind.value, "name": ""} for day, kind in sorted(calendar.kinds.items())]
        return await self._load(YEARS, years, None), await self._load(DAYS, days, None)

    async def mark_changed(self, years: Iterable[int], at: datetime) -> None:
        """Say of years that were held before that their days are others now."""
        year = t.calendar_years.c.year
        await self._session.core_count(update(t.calendar_years).where(year.in_([*years])).values(changed_at=at))

    async def calendar(self) -> Calendar:
        """The legal calendar as loaded; empty where none was."""
        years = await self._session.core_rows(select(t.calendar_years))
        days = await self._session.core_rows(select(t.calendar_days.c.day, t.calendar_days.c.kind))
        return Calendar(
            kinds={row.day: DayKind(row.kind) for row in days},
            years=frozenset(row.year for row in years),
            notices={row.year: tuple(row.notices) for row in years},
        )

    async def court_codes(
        self, *, code: str | None, name: str | None, after: str | None, limit: int
    ) -> tuple[CourtCode, ...]:
        """The rows of a page of codes, by code; all, or those of one code or one name."""
        rows = await self._session.rows(COURT_CODE_PAGE, code, name, after, limit)
        return tuple(CourtCode(**dict(row)) for row in rows)

    async def regions(self, *, prefix: str, after: str | None, limit: int) -> tuple[Region, ...]:
        """The names of a page of codes that begin with `prefix`, by code, oldest name first."""
        rows = await self._session.rows(REGION_PAGE, prefix, after, limit)
        return tuple(Region(**dict(row)) for row in rows)

    async def _load(self, target: Target, rows: Rows, on: date | None) -> Loaded:
        found = await self._session.rows(target.statement(), orjson.dumps(rows).decode(), on)
        return Loaded(target.table, *found[0])
