"""Whoever reports late is told what was done with it."""

from datetime import date, timedelta

import pytest

from app.domain import commands as c
from app.domain.lateness import ANSWERED, Lateness, RecordedAs, lateness
from app.domain.lifecycle.apply import ROWS
from app.domain.lifecycle.states import EndReason, Kind, Track
from app.domain.lifecycle.table import TERM
from tests.domain.courses import Course
from tests.domain.stands import accept, stand


def told(course: Course) -> Lateness | None:
    return lateness(course.at, course.facts[-1])


def test_an_acceptance_after_its_window_is_recorded_as_late() -> None:
    in_time = Course().delegate()
    in_time.do(accept(in_time))
    late = Course().delegate().past("T03")
    late.do(accept(late))

    assert told(in_time) is None
    assert told(late) == Lateness("T03", date(2026, 9, 10), RecordedAs.LATE)


@pytest.mark.parametrize(
    ("reason", "recorded_as"),
    [(EndReason.AGREEMENT_REACHED, RecordedAs.OWN_DAY), (EndReason.TERM_EXPIRED, RecordedAs.EXPIRED)],
)
def test_an_end_told_after_the_expiry_has_its_own_day_or_is_the_expiry(
    reason: EndReason, recorded_as: RecordedAs
) -> None:
    course = Course().mediating()
    inside = course.today + timedelta(days=3)
    course.term_over()
    day = inside if reason is EndReason.AGREEMENT_REACHED else None

    course.do(c.End(reason=reason, occurred_on=day))

    assert told(course) == Lateness("T05", date(2026, 10, 8), recorded_as)


def test_a_late_report_back_and_what_no_period_waits_for() -> None:
    course = Course(track=Track.DIRECT, kind=Kind.TRANSFERRED).effective().do(c.ReportResult()).past("FEEDBACK")
    assert told(course) is None

    course.do(c.ReportBack())

    assert told(course) == Lateness("FEEDBACK", date(2026, 9, 14), RecordedAs.LATE)
    assert told(stand("mediating", "direct_offline")) is None
    assert told(stand("ended_failed", "direct_offline")) is None


def test_every_act_that_is_awaited_has_a_row_that_meets_its_clock() -> None:
    met = {(row.action, op.rule) for row in ROWS for op in row.clocks}

    assert {(action, rule) for action, rule in ANSWERED.items() if rule != TERM} <= met
