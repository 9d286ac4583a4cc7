"""Due dates worked out by hand from the State Council's notices, a dozen for each kind of computation.

Days off in 2026: 1/1-3, 2/15-23, 4/4-6, 5/1-5, 6/19-21, 9/25-27, 10/1-7; working weekend days: 1/4, 2/14, 2/28, 5/9,
9/20, 10/10. In 2025: 1/28-2/4 and 10/1-8 off, 1/26, 9/28 and 10/11 working. Beside a vector stands how it was found:
the weekday of the raw end, and where it goes; for working days, each day that counts. T03 is three, T01 two working
days; T05 and T12 thirty days, T06 fifteen, T07 seven, T13 three; T16 six months, T28 one year, T25 two, T29 three.
"""

from datetime import date, timedelta

import pytest

from app.adapters.reference_data import load_calendar
from app.domain.deadlines import Due, due, extended, resumed
from app.domain.errors import Refusal
from tests.each import each

CALENDAR = load_calendar()


def day(text: str) -> date:
    return date.fromisoformat(text)


def holds(rule: str, start: str, due_on: str) -> None:
    assert due(rule, day(start), CALENDAR).due_on == day(due_on)


@each(
    ("rule", "start", "due_on"),
    [
        ("T05", "2026-03-02", "2026-04-01"),  # Wednesday
        ("T05", "2026-03-05", "2026-04-07"),  # 4/4, first day of Qingming; Tuesday 4/7
        ("T05", "2026-03-07", "2026-04-07"),  # 4/6, its last day
        ("T06", "2026-04-16", "2026-05-06"),  # 5/1, first of five; Wednesday 5/6
        ("T06", "2026-04-20", "2026-05-06"),  # 5/5, the last of them
        ("T06", "2026-04-25", "2026-05-11"),  # Sunday 5/10, an ordinary one; Monday
        ("T07", "2026-06-12", "2026-06-22"),  # Friday 6/19, Dragon Boat; Monday 6/22
        ("T07", "2026-06-14", "2026-06-22"),  # Sunday 6/21, its last day
        ("T05", "2026-07-02", "2026-08-03"),  # Saturday 8/1; Monday
        ("T05", "2026-07-31", "2026-08-31"),  # Sunday 8/30; Monday
        ("T13", "2026-09-22", "2026-09-28"),  # Friday 9/25, Mid-Autumn until Sunday; Monday 9/28
        ("T05", "2025-12-02", "2026-01-04"),  # 1/1; off until Saturday 1/3, and Sunday 1/4 is worked
        ("T12", "2026-03-05", "2026-04-07"),  # as T05
    ],
)
def test_a_term_of_days_ends_on_its_day_or_the_first_working_day_after_it(rule: str, start: str, due_on: str) -> None:
    holds(rule, start, due_on)


@each(
    ("rule", "start", "due_on"),
    [
        ("T03", "2026-03-02", "2026-03-05"),  # Tu 3, We 4, Th 5
        ("T03", "2026-03-05", "2026-03-10"),  # Fr 6, Mo 9, Tu 10
        ("T03", "2026-03-07", "2026-03-11"),  # a Saturday: Mo 9, Tu 10, We 11
        ("T03", "2026-04-02", "2026-04-08"),  # Fr 3, then Qingming, Tu 7, We 8
        ("T03", "2026-04-30", "2026-05-08"),  # We 6, Th 7, Fr 8
        ("T03", "2026-05-07", "2026-05-11"),  # Fr 8, Sa 9 worked, Mo 11
        ("T01", "2026-06-18", "2026-06-23"),  # Mo 22, Tu 23
        ("T03", "2025-12-31", "2026-01-06"),  # Su 4 worked, Mo 5, Tu 6
        ("T01", "2026-02-12", "2026-02-14"),  # Fr 13, Sa 14 worked
        ("T03", "2026-02-24", "2026-02-27"),  # We 25, Th 26, Fr 27
        ("T03", "2026-02-26", "2026-03-02"),  # Fr 27, Sa 28 worked, Mo 2
        ("T03", "2026-09-24", "2026-09-30"),  # Mo 28, Tu 29, We 30
        ("T01", "2026-10-09", "2026-10-12"),  # Sa 10 worked, Mo 12
    ],
)
def test_trap_22_make_up_workdays_count_as_working_days(rule: str, start: str, due_on: str) -> None:
    holds(rule, start, due_on)


@each(
    ("rule", "start", "raw_end_on", "due_on"),
    [
        ("T16", "2025-08-29", "2026-02-28", "2026-02-28"),  # no 29th in February 2026; that Saturday is worked
        ("T16", "2025-08-30", "2026-02-28", "2026-02-28"),
        ("T16", "2025-08-31", "2026-02-28", "2026-02-28"),
        ("T16", "2023-08-29", "2024-02-29", "2024-02-29"),  # a leap year has it; Thursday
        ("T16", "2023-08-31", "2024-02-29", "2024-02-29"),
        ("T16", "2025-10-31", "2026-04-30", "2026-04-30"),  # April has thirty days; Thursday
        ("T16", "2026-03-31", "2026-09-30", "2026-09-30"),  # Wednesday
        ("T16", "2026-02-28", "2026-08-28", "2026-08-28"),  # the number stays, end of month or not; Friday
        ("T16", "2025-11-01", "2026-05-01", "2026-05-06"),  # Labour Day
        ("T16", "2025-10-05", "2026-04-05", "2026-04-07"),  # Qingming
        ("T28", "2024-02-29", "2025-02-28", "2025-02-28"),  # Friday
        ("T25", "2024-02-29", "2026-02-28", "2026-02-28"),
        ("T29", "2023-02-28", "2026-02-28", "2026-02-28"),
        ("T28", "2025-05-31", "2026-05-31", "2026-06-01"),  # Sunday; Monday
    ],
)
def test_months_and_years_end_on_the_same_number_or_at_the_end_of_a_shorter_month(
    rule: str, start: str, raw_end_on: str, due_on: str
) -> None:
    assert due(rule, day(start), CALENDAR) == Due(day(raw_end_on), day(due_on), provisional=False)


@each(
    ("rule", "start", "due_on"),
    [
        ("T07", "2026-02-07", "2026-02-14"),  # Saturday, worked
        ("T07", "2026-02-21", "2026-02-28"),  # Saturday, worked
        ("T05", "2026-01-15", "2026-02-14"),
        ("T05", "2026-01-29", "2026-02-28"),
        ("T05", "2026-04-09", "2026-05-09"),  # Saturday, worked
        ("T06", "2026-09-05", "2026-09-20"),  # Sunday, worked
        ("T05", "2026-08-21", "2026-09-20"),
        ("T05", "2026-09-10", "2026-10-10"),  # Saturday, worked
        ("T06", "2026-09-25", "2026-10-10"),
        ("T07", "2026-10-03", "2026-10-10"),
        ("T06", "2025-12-20", "2026-01-04"),  # Sunday, worked
        ("T07", "2025-12-28", "2026-01-04"),
        ("T07", "2026-10-04", "2026-10-12"),  # the Sunday after it is an ordinary one; Monday
    ],
)
def test_trap_22_a_make_up_workday_is_no_rest_day_and_does_not_roll(rule: str, start: str, due_on: str) -> None:
    holds(rule, start, due_on)


@each(
    ("rule", "start", "due_on"),
    [
        ("T05", "2026-01-16", "2026-02-24"),  # Sunday 2/15, first of nine; Tuesday 2/24
        ("T05", "2026-01-24", "2026-02-24"),  # Monday 2/23, the last of them
        ("T05", "2026-01-25", "2026-02-24"),  # on the day
        ("T06", "2026-02-01", "2026-02-24"),  # 2/16
        ("T06", "2026-02-08", "2026-02-24"),  # 2/23
        ("T07", "2026-02-10", "2026-02-24"),  # 2/17
        ("T07", "2026-02-20", "2026-02-27"),  # days off inside a term of days count
        ("T12", "2026-01-20", "2026-02-24"),  # 2/19
        ("T03", "2026-02-12", "2026-02-24"),  # Fr 13, Sa 14 worked, Tu 24
        ("T03", "2026-02-14", "2026-02-26"),  # Tu 24, We 25, Th 26
        ("T01", "2026-02-15", "2026-02-25"),  # Tu 24, We 25
        ("T03", "2026-02-23", "2026-02-26"),  # the same as from any day off
        ("T07", "2025-01-21", "2025-02-05"),  # 2025: Tuesday 1/28, first of eight; Wednesday 2/5
        ("T03", "2025-01-24", "2025-02-05"),  # 2025: Su 26 worked, Mo 27, We 5
    ],
)
def test_spring_festival(rule: str, start: str, due_on: str) -> None:
    holds(rule, start, due_on)


@each(
    ("rule", "start", "due_on"),
    [
        ("T05", "2026-08-31", "2026-09-30"),  # Wednesday, the day before
        ("T05", "2026-09-01", "2026-10-08"),  # 10/1; Thursday 10/8
        ("T05", "2026-09-06", "2026-10-08"),  # 10/6
        ("T05", "2026-09-08", "2026-10-08"),  # on the day
        ("T06", "2026-09-16", "2026-10-08"),  # 10/1
        ("T06", "2026-09-22", "2026-10-08"),  # 10/7
        ("T07", "2026-09-24", "2026-10-08"),  # 10/1
        ("T07", "2026-09-30", "2026-10-08"),  # 10/7
        ("T03", "2026-09-29", "2026-10-09"),  # We 30, Th 8, Fr 9
        ("T03", "2026-09-30", "2026-10-10"),  # Th 8, Fr 9, Sa 10 worked
        ("T01", "2026-10-01", "2026-10-09"),  # Th 8, Fr 9
        ("T03", "2026-10-08", "2026-10-12"),  # Fr 9, Sa 10 worked, Mo 12
        ("T05", "2025-09-08", "2025-10-09"),  # 2025: 10/8 is off too; Thursday 10/9
        ("T03", "2025-09-30", "2025-10-11"),  # 2025: Th 9, Fr 10, Sa 11 worked
    ],
)
def test_national_day(rule: str, start: str, due_on: str) -> None:
    holds(rule, start, due_on)


@each(
    ("until", "due_on"),
    [
        ("2026-10-09", "2026-10-09"),  # Friday, the first day behind the present end
        ("2026-10-10", "2026-10-10"),  # Saturday, worked
        ("2026-10-11", "2026-10-12"),  # Sunday; Monday
        ("2026-10-17", "2026-10-19"),  # Saturday; Monday
        ("2026-10-18", "2026-10-19"),  # Sunday
        ("2026-10-30", "2026-10-30"),  # Friday
        ("2026-10-31", "2026-11-02"),  # Saturday; Monday
        ("2026-11-06", "2026-11-06"),  # thirty days behind the raw end: Friday
        ("2026-11-07", "2026-11-09"),  # Saturday; Monday
        ("2026-11-30", "2026-11-30"),  # Monday
        ("2026-12-05", "2026-12-07"),  # Saturday; Monday
        ("2026-12-24", "2026-12-24"),  # the last day that is known
    ],
)
def test_an_extension_ends_on_the_day_that_was_agreed_or_the_first_working_day_after_it(
    until: str, due_on: str
) -> None:
    """Of thirty days from 2026-09-07: raw end 10-07, last day 10-08."""
    term = due("T05", day("2026-09-07"), CALENDAR)

    assert extended(term, day(until), CALENDAR) == Due(day(until), day(due_on), provisional=False)


@each("until", ["2026-10-07", "2026-10-08", "2026-09-30"])
def test_an_extension_that_is_none_is_refused(until: str) -> None:
    with pytest.raises(Refusal, match="extension_not_later"):
        extended(due("T05", day("2026-09-07"), CALENDAR), day(until), CALENDAR)


@each(
    ("days", "raw_end_on", "due_on"),
    [
        (0, "2026-04-01", "2026-04-01"),
        (1, "2026-04-02", "2026-04-02"),
        (3, "2026-04-04", "2026-04-07"),  # Qingming, three days
        (4, "2026-04-05", "2026-04-07"),
        (5, "2026-04-06", "2026-04-07"),
        (6, "2026-04-07", "2026-04-07"),
        (9, "2026-04-10", "2026-04-10"),  # Friday
        (10, "2026-04-11", "2026-04-13"),  # Saturday; Monday
        (11, "2026-04-12", "2026-04-13"),  # Sunday
        (29, "2026-04-30", "2026-04-30"),  # Thursday
        (30, "2026-05-01", "2026-05-06"),
        (38, "2026-05-09", "2026-05-09"),  # Saturday, worked
        (39, "2026-05-10", "2026-05-11"),  # Sunday; Monday
    ],
)
def test_days_of_an_appraisal_are_added_to_the_raw_end(days: int, raw_end_on: str, due_on: str) -> None:
    """OMR 26. Thirty days from 2026-03-02 end on 04-01; the appraisal begins on 03-10."""
    term = due("T05", day("2026-03-02"), CALENDAR)
    begun = day("2026-03-10")

    after = resumed(term, begun, begun + timedelta(days=days), CALENDAR)

    assert after == Due(day(raw_end_on), day(due_on), provisional=False)


@each(
    ("rule", "start", "due_on", "provisional"),
    [
        ("T05", "2026-11-24", "2026-12-24", False),  # Thursday; the notice of 2027 cannot reach it
        ("T05", "2026-11-25", "2026-12-25", True),  # Friday, in the week that it may change
        ("T05", "2026-11-26", "2026-12-28", True),  # Saturday; Monday
        ("T06", "2026-12-09", "2026-12-24", False),
        ("T06", "2026-12-10", "2026-12-25", True),
        ("T06", "2026-12-17", "2027-01-01", True),  # a Friday like any other until there is a notice
        ("T06", "2026-12-18", "2027-01-04", True),  # Saturday 1/2; Monday
        ("T03", "2026-12-21", "2026-12-24", False),  # Tu 22, We 23, Th 24
        ("T03", "2026-12-22", "2026-12-25", True),  # We 23, Th 24, Fr 25
        ("T03", "2026-12-31", "2027-01-05", True),  # Fr 1, Mo 4, Tu 5
        ("T16", "2026-07-01", "2027-01-01", True),
        ("T25", "2025-03-01", "2027-03-01", True),  # Monday
        ("T05", "2026-12-24", "2027-01-25", True),  # Saturday 1/23; Monday
        ("T05", "2011-12-01", "2011-12-31", True),  # a Saturday that the first notice at hand made a working day
    ],
)
def test_trap_23_what_rests_on_a_year_without_a_notice_is_provisional(
    rule: str, start: str, due_on: str, *, provisional: bool
) -> None:
    end = due(rule, day(start), CALENDAR)

    assert (end.due_on, end.provisional) == (day(due_on), provisional)
