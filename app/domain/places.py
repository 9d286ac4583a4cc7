"""Codes of courts 法院代字 and of regions 行政区划代码, both dated.

Neither is ever computed from the other: a region's new code leaves the court's code as it was until the court changes,
and special courts have no region. A code that is not in the data is unknown, never wrong.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class CourtCode:
    """One court's code as published.

    Attributes:
        code: 法院代字, such as `京0105`.
        name: The court's full name.
        level: Code of list `court_level`.
        region_code: GB/T 2260; None for special courts.
        valid_from: First day; None where it is not recorded.
        valid_to: Last day; None where no end is known.
        source: Where code and name were seen together.
    """

    code: str
    name: str
    level: str
    region_code: str | None
    valid_from: date | None
    valid_to: date | None
    source: str

    def valid_on(self, day: date) -> bool:
        """Whether the court had the code on a day, as far as is recorded."""
        return _covers(self.valid_from, self.valid_to, day)


@dataclass(frozen=True, slots=True)
class Region:
    """One name of one region code; a code that changed its name or meaning has several.

    Attributes:
        code: Six digits, GB/T 2260; 81 and 82 are Hong Kong and Macao, 83 the permits of Taiwan residents.
        name: Official name in that time.
        valid_from: First day; known to the year only. None where it is as old as the standard.
        valid_to: Last day, likewise; None where no end is known.
    """

    code: str
    name: str
    valid_from: date | None
    valid_to: date | None

    @property
    def level(self) -> int:
        """1 province, 2 prefecture, 3 county; read off the code's zeros."""
        if self.code.endswith("0000"):
            return 1
        return 2 if self.code.endswith("00") else 3

    def valid_on(self, day: date) -> bool:
        """Whether the code had this name on a day."""
        return _covers(self.valid_from, self.valid_to, day)


def by_court_code(rows: Iterable[CourtCode]) -> Mapping[str, tuple[CourtCode, ...]]:
    """The rows for looking up, by code in upper case."""
    found: dict[str, tuple[CourtCode, ...]] = {}
    for row in rows:
        found[row.code.upper()] = (*found.get(row.code.upper(), ()), row)
    return found


def court_code_unknown(known: Mapping[str, tuple[CourtCode, ...]], code: str, on: date) -> bool:
    """Whether no court is recorded with the code on a day: a reason to warn, never to refuse.

    Args:
        known: What `by_court_code` gave; no complete list of court codes is published.
        code: `CaseNumber.court_code`.
        on: A legal date.

    Legal source: none; 〔2015〕137号 has the codes in an annex that was not seen.
    """
    return not any(row.valid_on(on) for row in known.get(code.upper(), ()))


def _covers(first: date | None, last: date | None, day: date) -> bool:
    return (first is None or first <= day) and (last is None or day <= last)
