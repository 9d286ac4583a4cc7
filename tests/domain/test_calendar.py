"""The legal calendar: rest days, working days, and what is not yet published."""

from datetime import date, timedelta

import chinese_calendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.adapters.reference_data import load_calendar
from app.domain.calendar import Calendar, DayKind

CALENDAR = load_calendar()
KNOWN_DAYS = st.dates(date(2012, 1, 1), date(2026, 9, 30))


def test_every_day_of_2012_to_2026_agrees_with_an_independent_calendar():
    days = [date(2012, 1, 1) + timedelta(days=n) for n in range((date(2026, 12, 31) - date(2012, 1, 1)).days + 1)]

    differing = [day for day in days if CALENDAR.is_working_day(day) != chinese_calendar.is_workday(day)]

    assert not differing


@pytest.mark.parametrize(
    ("day", "rest"),
    [
        (date(2026, 10, 7), True),
        (date(2026, 10, 8), False),
        (date(2026, 10, 11), True),
        (date(2026, 9, 20), False),
        (date(2026, 2, 14), False),
    ],
)
def test_holidays_and_weekends_rest_while_make_up_workdays_work(day, rest):
    assert CALENDAR.is_rest_day(day) is rest
    assert CALENDAR.is_working_day(day) is not rest


def test_a_make_up_workday_is_not_rolled():
    assert CALENDAR.roll(date(2026, 9, 20)) == date(2026, 9, 20)


def test_a_holiday_rolls_past_the_whole_run_of_rest_days():
    assert CALENDAR.roll(date(2026, 2, 15)) == date(2026, 2, 24)


@given(KNOWN_DAYS)
def test_rolling_stops_at_the_first_working_day(day):
    rolled = CALENDAR.roll(day)

    assert CALENDAR.is_working_day(rolled)
    assert all(CALENDAR.is_rest_day(day + timedelta(days=n)) for n in range((rolled - day).days))


@given(KNOWN_DAYS, st.integers(1, 40))
def test_adding_working_days_agrees_with_a_plain_count(start, count):
    end = CALENDAR.add_working_days(start, count)

    between = [start + timedelta(days=n) for n in range(1, (end - start).days + 1)]
    assert sum(CALENDAR.is_working_day(day) for day in between) == count
    assert CALENDAR.is_working_day(end)


def test_adding_no_working_day_is_a_mistake_of_the_caller():
    with pytest.raises(ValueError, match="at least one"):
        CALENDAR.add_working_days(date(2026, 3, 2), 0)


def test_a_calendar_without_working_days_is_refused_instead_of_searched_for_ever():
    days = {date(2026, 1, 1) + timedelta(days=n): DayKind.HOLIDAY for n in range(200)}
    broken = Calendar(kinds=days, years=frozenset({2026}), notices={})

    with pytest.raises(ValueError, match="no working day"):
        broken.roll(date(2026, 1, 5))


@pytest.mark.parametrize(
    ("day", "known"),
    [
        (date(2026, 12, 24), True),
        (date(2026, 12, 25), False),
        (date(2027, 1, 4), False),
        (date(2025, 12, 31), True),
        (date(2011, 12, 31), False),
    ],
)
def test_the_last_week_of_a_year_is_known_only_with_the_next_years_notice(day, known):
    """The notice of 2019 turned Monday 2018-12-31 into a holiday, so December rests on two notices."""
    assert CALENDAR.knows(day) is known


def test_days_of_the_last_week_of_december_are_left_to_the_next_notice() -> None:
    """The notice of 2019 named 2018-12-31; that of 2018, read again, does not."""
    held = Calendar({date(2018, 12, 31): DayKind.HOLIDAY, date(2018, 5, 1): DayKind.HOLIDAY}, frozenset(), {})
    year = Calendar({}, frozenset({2018}), {2018: ("notice",)})

    assert year.in_place_of(held).kinds == {date(2018, 5, 1): DayKind.MAKEUP_WORKDAY}
    both = Calendar({}, frozenset({2018, 2019}), {})
    assert set(both.in_place_of(held).kinds) == set(held.kinds)
