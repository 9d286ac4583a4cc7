"""Pre-suit preservation: thirty days from the measure, run on through mediation. And who appoints after a refusal."""

from dataclasses import dataclass
from datetime import date

import pytest

from app.domain import commands as c
from app.domain.dossier import Particulars, ParticularsChange
from app.domain.lifecycle.states import ClockState, Kind, Machine, Track
from app.domain.values import replace
from tests.domain import courses as k
from tests.domain.courses import CLOCK, COURT, Course
from tests.domain.refusals import due_on, refused
from tests.domain.stands import decline


@dataclass
class Preserved(Course):
    """A dispute that comes with a measure of 2026-09-01, six days before it is referred."""

    measure: date | None = date(2026, 9, 1)

    @property
    def particulars(self) -> Particulars:
        return replace(super().particulars, preservation=True, preserved_on=self.measure)


def states(course: Course) -> list[ClockState]:
    return [clock.state for clock in course.at.clocks if clock.rule == "T27"]


@pytest.mark.parametrize(
    "way",
    [{}, {"track": Track.DIRECT, "kind": Kind.DIRECT}, {"track": Track.DIRECT, "kind": Kind.TRANSFERRED}],
    ids=["pre_filing", "direct", "transferred"],
)
def test_trap_27_the_thirty_days_run_from_the_measure_and_through_mediation(way: dict[str, object]) -> None:
    """2026-09-01 and thirty days: Thursday 10-01, National Day; Thursday 10-08. Mediation does not stop them."""
    course = Preserved(**way).mediating()  # type: ignore[arg-type]
    clock = course.at.clock("T27")
    assert clock is not None
    assert (clock.started_on, clock.raw_end_on, clock.due_on) == (
        date(2026, 9, 1),
        date(2026, 10, 1),
        date(2026, 10, 8),
    )
    assert clock.region is Machine.DOSSIER

    course.past("T27")

    assert course.facts[-1].type == "deadline.missed"
    assert course.facts[-1].sources == ("CPL_104",)
    assert states(course) == [ClockState.MISSED]
    assert course.at.particulars.preservation


def test_trap_27_the_days_outlive_mediation_and_end_when_the_complaint_is_with_the_court() -> None:
    course = Preserved().to_filing()
    assert states(course) == [ClockState.RUNNING]

    course.do(c.HandOver(court=None), COURT)

    assert states(course) == [ClockState.MET]


def test_a_complaint_that_the_court_did_not_take_leaves_the_days_as_they_were() -> None:
    course = Preserved().handed_over().step(c.RefuseRegistration, "other")
    late = Preserved().to_filing().past("T27").do(c.HandOver(court=None), COURT).step(c.RefuseRegistration, "other")

    assert states(course) == [ClockState.MET, ClockState.RUNNING]
    assert due_on(course, "T27") == date(2026, 10, 8)
    assert states(late) == [ClockState.MISSED]


def test_after_filing_no_suit_is_to_be_brought() -> None:
    course = Preserved(track=Track.POST_FILING_FIRST, kind=Kind.POST_FILING).delegate()

    assert course.at.clock("T27") is None


def test_without_its_day_a_measure_has_no_clock_until_the_day_is_told() -> None:
    course = Preserved(measure=None).delegate()
    assert course.at.clock("T27") is None

    course.do(_amended(preserved_on=date(2026, 9, 2)), COURT)

    assert due_on(course, "T27") == date(2026, 10, 8)


def test_a_measure_that_was_dated_wrongly_or_lifted_is_told_otherwise() -> None:
    course = Preserved().delegate()

    course.do(_amended(preserved_on=date(2026, 9, 4)), COURT)
    assert states(course) == [ClockState.MET, ClockState.RUNNING]
    assert due_on(course, "T27") == date(2026, 10, 8)
    course.do(_amended(priority="high"), COURT)
    assert states(course) == [ClockState.MET, ClockState.RUNNING]
    course.do(_amended(preservation=False), COURT)
    assert states(course) == [ClockState.MET, ClockState.MET]


def test_once_the_suit_was_brought_another_day_of_the_measure_starts_nothing() -> None:
    course = Preserved().handed_over()

    course.do(_amended(preserved_on=date(2026, 9, 4)), COURT)

    assert states(course) == [ClockState.MET]


def _amended(**change: object) -> c.Amend:
    return c.Amend(particulars=ParticularsChange(**change))  # type: ignore[arg-type]


# Who appoints after a refusal.


def test_after_a_refusal_on_the_platform_the_court_has_three_working_days_to_appoint() -> None:
    """OMR 10. Declined on Monday 2026-09-07: until Thursday; nobody is appointed by time, the court is alerted."""
    course = Course().delegate().do(decline())
    assert due_on(course, "T02") == date(2026, 9, 10)

    course.past("T02")
    assert (course.facts[-1].type, course.at.state) == ("deadline.missed", "unassigned")
    theirs = k.organisation(k.OTHER_CENTRE_ID)
    course.do(c.Reassign(organisation=theirs, channel=course.channel), COURT)
    course.do(decline())

    assert [clock.state for clock in course.at.clocks if clock.rule == "T02"] == [
        ClockState.MISSED,
        ClockState.RUNNING,
    ]


def test_handing_back_leaves_the_court_the_same_days_and_appointing_or_closing_ends_them() -> None:
    back = c.HandBack(reason="capacity", explanation="x")
    named = Course().mediating().do(back)
    closed = Course().mediating().do(back)
    assert due_on(named, "T02") == date(2026, 9, 10)

    named.do(c.Reassign(organisation=k.organisation(k.OTHER_CENTRE_ID), channel=named.channel), COURT)
    closed.do(c.Close(), COURT)

    for course in (named, closed):
        assert [clock.state for clock in course.at.clocks if clock.rule == "T02"] == [ClockState.MET]


@pytest.mark.parametrize("track", [Track.PRE_FILING_2016, Track.POST_FILING_FIRST])
def test_elsewhere_no_days_are_set_for_appointing(track: Track) -> None:
    course = Course(track=track).delegate().do(decline())

    assert course.at.clock("T02") is None
    refused(course, c.MissAppointment(), "not_on_this_track", CLOCK)
