"""Last days that were computed before the holiday notice was there, computed anew when it is.

An invented notice of 2027 names 1/1 to 1/3 as days off and makes Sunday 1/10 a working day.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from random import Random

from app.domain import commands as c
from app.domain.calendar import Calendar, DayKind
from app.domain.errors import Refusal
from app.domain.lifecycle.states import Kind, Track
from app.domain.lifecycle.table import RuleBook
from tests.domain import courses as k
from tests.domain.courses import CLOCK, COURT, Course
from tests.domain.refusals import due_on, refused

NEW_YEAR = {date(2027, 1, n): DayKind.HOLIDAY for n in (1, 2, 3)} | {date(2027, 1, 10): DayKind.MAKEUP_WORKDAY}
ANEW = c.RecomputeDeadlines()


class Told(Course):
    """A course whose calendar can be loaded later."""

    loaded = False

    @property
    def book(self) -> RuleBook:
        book, known = super().book, k.book().calendar
        if not self.loaded:
            return book
        calendar = Calendar(
            kinds={**known.kinds, **NEW_YEAR}, years=known.years | {2027}, notices={**known.notices, 2027: ("x",)}
        )
        return replace(book, calendar=calendar)

    def load(self) -> "Told":
        self.loaded = True
        return self


def offered(today: date, **other: object) -> Told:
    course = Told(today=today, **other)  # type: ignore[arg-type]
    course.delegate()
    return course


def test_trap_23_a_provisional_last_day_is_computed_anew_and_the_event_says_what_it_was() -> None:
    """Offered on Thursday 2026-12-31: working days 1/1, 1/4, 1/5; with the notice 1/4, 1/5, 1/6."""
    course = offered(date(2026, 12, 31))
    assert due_on(course, "T03") == date(2027, 1, 5)

    course.load().do(ANEW, CLOCK)

    clock = course.at.clock("T03")
    assert clock is not None
    assert (clock.raw_end_on, clock.due_on, clock.provisional) == (date(2027, 1, 6), date(2027, 1, 6), False)
    fact = course.facts[-1]
    assert (fact.type, fact.actor, fact.version) == ("deadline.recomputed", "clock", 2)
    assert fact.facts == {"rules": ["T03"], "due_before": ["2027-01-05"], "due_after": ["2027-01-06"]}
    assert fact.due == {"T03": date(2027, 1, 6)}


def test_trap_23_a_term_of_days_is_moved_off_rest_days_anew() -> None:
    """Accepted on 2026-12-02: raw end Friday 2027-01-01, a holiday now; the first working day is Monday 1/4."""
    course = offered(date(2026, 12, 2))
    course.do(c.Accept(organisation=k.organisation()))
    assert due_on(course, "T05") == date(2027, 1, 1)

    course.load().do(ANEW, CLOCK)

    assert due_on(course, "T05") == date(2027, 1, 4)
    assert course.at.clock("T05").raw_end_on == date(2027, 1, 1)  # type: ignore[union-attr]


def test_an_extension_and_a_pause_stay_in_the_date_that_is_computed_anew() -> None:
    course = offered(date(2026, 11, 2))
    course.do(c.Accept(organisation=k.organisation())).do(k.assign()).do(k.begin())
    course.do(c.BeginAppraisal(agreed_by=k.BOTH)).later(5).do(c.EndAppraisal())
    course.do(c.ExtendTerm(until=date(2027, 1, 2), agreed_by=k.BOTH))

    course.load().do(ANEW, CLOCK)

    clock = course.at.clock("T05")
    assert clock is not None
    assert (clock.raw_end_on, clock.due_on, clock.paused_days) == (date(2027, 1, 2), date(2027, 1, 4), 5)


def test_a_date_that_stays_is_only_no_longer_provisional() -> None:
    """Monday 2027-01-04: working days 1/5, 1/6, 1/7, with the notice and without."""
    course = offered(date(2027, 1, 4))

    course.load().do(ANEW, CLOCK)

    assert due_on(course, "T03") == date(2027, 1, 7)
    assert not course.at.clock("T03").provisional  # type: ignore[union-attr]
    refused(course, ANEW, "action_not_possible", CLOCK)


def test_nothing_is_computed_anew_while_the_notice_is_missing() -> None:
    refused(offered(date(2026, 12, 31)), ANEW, "action_not_possible", CLOCK)
    refused(offered(date(2026, 12, 1)).load(), ANEW, "action_not_possible", CLOCK)


def test_a_day_that_was_named_to_whoever_is_urged_stays() -> None:
    course = offered(date(2026, 12, 30))
    course.do(c.Urge(topic="progress", reply_by=date(2027, 1, 2)), COURT)
    assert course.at.clock("URGE").provisional  # type: ignore[union-attr]

    course.load().do(ANEW, CLOCK)

    assert due_on(course, "URGE") == date(2027, 1, 2)
    assert not course.at.clock("URGE").provisional  # type: ignore[union-attr]


def test_a_warning_that_was_not_given_yet_is_not_lost_and_one_to_come_moves_along() -> None:
    """T03 offered on 2026-12-31 was to be called approaching on Monday 1/4; now on 1/5."""
    course = offered(date(2026, 12, 31))
    assert course.at.clock("T03").warn_on == date(2027, 1, 4)  # type: ignore[union-attr]
    course.load().do(ANEW, CLOCK)
    assert course.at.clock("T03").warn_on == date(2027, 1, 5)  # type: ignore[union-attr]

    silent = offered(date(2026, 12, 31))
    clocks = tuple(replace(clock, warn_on=None) for clock in silent.at.clocks)
    silent.referral = replace(silent.at, clocks=clocks)
    silent.load().on(date(2027, 1, 5)).do(ANEW, CLOCK)
    assert silent.at.clock("T03").warn_on is None  # type: ignore[union-attr]


def test_after_filing_the_terms_are_computed_anew_as_well() -> None:
    """Fifteen days from 2026-12-17: Friday 2027-01-01; Monday 1/4."""
    course = Told(track=Track.POST_FILING_FIRST, kind=Kind.POST_FILING, today=date(2026, 12, 17))
    course.accepted()

    course.load().do(ANEW, CLOCK)

    assert due_on(course, "T06") == date(2027, 1, 4)


class Moved(Course):
    """A course whose calendar is another from some day on."""

    other: Calendar | None = None

    @property
    def book(self) -> RuleBook:
        return super().book if self.other is None else replace(super().book, calendar=self.other)


WALKS: tuple[Callable[[Moved], Course], ...] = (
    lambda x: x.delegate(),
    lambda x: x.mediating(),
    lambda x: x.expired(),
    lambda x: k.in_instalments(x, 600, 400),
    lambda x: x.applied(),
)


def random_calendar(random: Random, today: date) -> Calendar:
    """The real one, with one in four of the days around decided otherwise."""
    known = k.book().calendar
    days = (today + timedelta(days=n) for n in range(-10, 80))
    kinds = {day: random.choice([*DayKind]) for day in days if not random.randrange(4)}
    return replace(known, kinds={**known.kinds, **kinds})


def test_after_any_change_of_a_year_all_clocks_stand_as_if_computed_anew() -> None:
    """Whatever a newer notice says, definite days too are those of a course that ran under it from the start."""
    random, moved = Random(7), 0
    for turn in range(90):
        walk = WALKS[turn % len(WALKS)]
        course, anew = (Moved(today=k.OPENED_ON + timedelta(days=turn)) for _ in range(2))
        walk(course)
        course.other = anew.other = random_calendar(random, course.today)
        walk(anew)
        if course.today != anew.today:  # It walked past a day that the notice moved.
            continue

        before, on = course.at.clocks, course.at.version
        try:
            course.do(ANEW, CLOCK)
        except Refusal:
            assert course.at.clocks == before
        moved += course.at.version > on

        assert [(x.rule, x.due_on) for x in course.at.clocks if x.is_open] == [
            (x.rule, x.due_on) for x in anew.at.clocks if x.is_open
        ]
    assert moved > 20
