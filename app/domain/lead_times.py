"""How long before its last day a clock is called approaching. No statute says so: it is a setting of each court.

Pure date arithmetic; it never asks for the time.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Any, Final

from app.domain.calendar import Calendar
from app.domain.errors import Refusal
from app.domain.periods_form import Unit

LEAD_DAYS_MAX: Final = 60
"""Longest lead time, in days of its unit."""

LEADS_MAX: Final = 5
"""Most lead times of one group."""


class LeadGroup(StrEnum):
    """Groups of periods that are warned about alike; codes of list `lead_group`."""

    ACCEPTANCE = "acceptance"
    TERM = "term"
    REPORT = "report"
    APPLICATION = "application"
    PROCEDURE = "procedure"
    PRESERVATION = "preservation"


GROUP_OF: Final[Mapping[str, LeadGroup]] = {
    **dict.fromkeys(("T01", "T02", "T03", "T04", "T11"), LeadGroup.ACCEPTANCE),
    **dict.fromkeys(("T05", "T06", "T07", "T08", "T08S", "T10", "T31"), LeadGroup.TERM),
    **dict.fromkeys(("REPORT", "FEEDBACK", "URGE"), LeadGroup.REPORT),
    **dict.fromkeys(("T12", "T17"), LeadGroup.APPLICATION),
    "T27": LeadGroup.PRESERVATION,
}
"""By rule; every other rule is one of a procedure."""


@dataclass(frozen=True, slots=True)
class LeadTime:
    """When a group is warned about: so many days before the last day.

    Attributes:
        group: Which periods.
        unit: Working days or calendar days.
        days: Numbers of them, the longest first; empty for no warning at all.
    """

    group: LeadGroup
    unit: Unit
    days: tuple[int, ...]


DEFAULTS: Final[tuple[LeadTime, ...]] = (
    LeadTime(LeadGroup.ACCEPTANCE, Unit.WORKING_DAYS, (1,)),
    LeadTime(LeadGroup.TERM, Unit.WORKING_DAYS, (3, 1)),
    LeadTime(LeadGroup.REPORT, Unit.WORKING_DAYS, (1,)),
    LeadTime(LeadGroup.APPLICATION, Unit.CALENDAR_DAYS, (7, 3)),
    LeadTime(LeadGroup.PROCEDURE, Unit.WORKING_DAYS, (1,)),
    LeadTime(LeadGroup.PRESERVATION, Unit.CALENDAR_DAYS, (10, 3)),
)
"""What holds where a court says nothing of a group (PD_LEAD_TIMES)."""

_BY_GROUP: Final = {lead.group: lead for lead in DEFAULTS}


@dataclass(frozen=True, slots=True)
class WarningDay:
    """One day on which a clock is called approaching.

    Attributes:
        on: The day.
        days: The lead time that it stands for.
        unit: Unit of the lead time.
    """

    on: date
    days: int
    unit: Unit


def checked(leads: Iterable[LeadTime]) -> tuple[LeadTime, ...]:
    """Lead times of a court with their days in order; each group is named once.

    Refuses with `lead_time_invalid` where a group is named twice, a number stands twice or out of 1 to 60, or the unit
    is neither working nor calendar days.
    """
    found = tuple(leads)
    if len({lead.group for lead in found}) != len(found):
        raise Refusal("lead_time_invalid", pointer="/lead_times")
    for n, lead in enumerate(found):
        _require_sound(lead, f"/lead_times/{n}")
    return tuple(LeadTime(lead.group, lead.unit, tuple(sorted(lead.days, reverse=True))) for lead in found)


def _require_sound(lead: LeadTime, pointer: str) -> None:
    if lead.unit not in {Unit.WORKING_DAYS, Unit.CALENDAR_DAYS}:
        raise Refusal("lead_time_invalid", pointer=f"{pointer}/unit")
    sound = all(1 <= count <= LEAD_DAYS_MAX for count in lead.days) and len(lead.days) <= LEADS_MAX
    if not sound or len(set(lead.days)) != len(lead.days):
        raise Refusal("lead_time_invalid", pointer=f"{pointer}/days")


def lead_of(rule: str, leads: Iterable[LeadTime] = ()) -> LeadTime:
    """The lead time for a rule: what the court says of its group, otherwise the default."""
    group = GROUP_OF.get(rule, LeadGroup.PROCEDURE)
    return next((lead for lead in leads if lead.group is group), _BY_GROUP[group])


def warnings(rule: str, raw_end_on: date, calendar: Calendar, leads: Iterable[LeadTime] = ()) -> tuple[WarningDay, ...]:
    """The days on which a clock of the rule is called approaching, in order.

    They count back from the raw end, not from the day to which it was moved off rest days: whoever works by the number
    of days is warned by it.

    Args:
        rule: Id of the period.
        raw_end_on: Its last day by counting alone.
        calendar: Holidays and make-up workdays.
        leads: What the court says; empty for the defaults.
    """
    lead = lead_of(rule, leads)
    return tuple(WarningDay(_before(raw_end_on, count, lead.unit, calendar), count, lead.unit) for count in lead.days)


def next_warning(
    rule: str, raw_end_on: date, after: date, calendar: Calendar, leads: Iterable[LeadTime] = ()
) -> date | None:
    """The first day behind `after` on which the clock is called approaching; None where there is none."""
    days = (warning.on for warning in warnings(rule, raw_end_on, calendar, leads))
    return min((day for day in days if day > after), default=None)


def told(leads: Iterable[LeadTime]) -> list[dict[str, Any]]:
    """Lead times as they are stored: objects with `group`, `unit` and `days`."""
    return [{"group": lead.group.value, "unit": lead.unit.value, "days": list(lead.days)} for lead in leads]


def read(rows: Iterable[Mapping[str, Any]]) -> tuple[LeadTime, ...]:
    """What `told` wrote."""
    return tuple(LeadTime(LeadGroup(row["group"]), Unit(row["unit"]), tuple(row["days"])) for row in rows)


def _before(day: date, count: int, unit: Unit, calendar: Calendar) -> date:
    if unit is Unit.WORKING_DAYS:
        return calendar.working_days_before(day, count)
    return day - timedelta(days=count)
