"""What a period is: what it counts, its id, and everything that is said of it. The rows are in `periods.py`."""

from dataclasses import dataclass
from enum import StrEnum

from app.domain.sources import Mark
from app.domain.sources import SourceId as S


class Unit(StrEnum):
    """What a period counts."""

    CALENDAR_DAYS = "calendar_days"
    WORKING_DAYS = "working_days"
    MONTHS = "months"
    YEARS = "years"


class RuleId(StrEnum):
    """Ids of periods; stored on clocks and part of the contract."""

    T01 = "T01"
    T02 = "T02"
    T03 = "T03"
    T04 = "T04"
    T05 = "T05"
    T06 = "T06"
    T07 = "T07"
    T08 = "T08"
    T08S = "T08S"
    T09 = "T09"
    T10 = "T10"
    T11 = "T11"
    T12 = "T12"
    T13 = "T13"
    T14 = "T14"
    T15 = "T15"
    T16 = "T16"
    T17 = "T17"
    T18 = "T18"
    T19 = "T19"
    T20 = "T20"
    T21 = "T21"
    T22 = "T22"
    T23 = "T23"
    T24 = "T24"
    T25 = "T25"
    T26 = "T26"
    T27 = "T27"
    T28 = "T28"
    T29 = "T29"
    T30 = "T30"
    T31 = "T31"
    REPORT = "REPORT"
    FEEDBACK = "FEEDBACK"
    URGE = "URGE"
    FEE = "FEE"
    PERFORM = "PERFORM"
    BREACH = "BREACH"


@dataclass(frozen=True, slots=True)
class Rule:
    """One period.

    Attributes:
        id: Its id.
        length: Number of units; None where the facts decide (an appraisal lasts as long as it lasts).
        unit: What is counted.
        name_zh: What the period is for.
        name_en: The same in English.
        start_zh: The event that starts it; that day is not counted.
        start_en: The same in English.
        effect_zh: What its end means.
        effect_en: The same in English.
        sources: Ids of `sources.py`.
        mark: How well the period is known.
        invariable: Whether it is an invariable period 不变期间, which nothing extends or interrupts.
    """

    id: RuleId
    length: int | None
    unit: Unit
    name_zh: str
    name_en: str
    start_zh: str
    start_en: str
    effect_zh: str
    effect_en: str
    sources: tuple[S, ...]
    mark: Mark
    invariable: bool = False
