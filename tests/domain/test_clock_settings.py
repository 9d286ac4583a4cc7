"""Settings of a court that concern clocks: the term after a reassignment, the days for the fee, lead times."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from app.domain import commands as c
from app.domain.errors import Refusal
from app.domain.lead_times import (
    DEFAULTS,
    GROUP_OF,
    LeadGroup,
    LeadTime,
    checked,
    lead_of,
    next_warning,
    read,
    told,
    warnings,
)
from app.domain.lifecycle.states import Body, ClockState, Kind, Track
from app.domain.periods_form import Unit
from tests.domain import courses as k
from tests.domain.courses import COURT, SENDER, Course
from tests.domain.refusals import due_on, refused

GOES_ON = k.court_facts(term_on_reassignment="continue")
THEIRS = k.organisation(k.OTHER_CENTRE_ID)
OURS = k.organisation()
FIRST = {"track": Track.POST_FILING_FIRST, "kind": Kind.POST_FILING}
TRANSFERRED = {"track": Track.DIRECT, "kind": Kind.TRANSFERRED, "body": Body.LABOUR, "cause": k.LABOUR_CAUSE}


def taken_back(course: Course) -> Course:
    return course.do(c.RequestCancel(reason="duplicate"), COURT).do(c.ConfirmCancel())


def handed_back(course: Course) -> Course:
    return course.do(c.HandBack(reason="capacity", explanation="x"))


def given(course: Course, to: k.OrganisationFacts = THEIRS) -> Course:
    """Offered to that organisation and accepted by it on the same day."""
    course.do(c.Reassign(organisation=to, channel=course.channel), COURT)
    return course.do(c.Accept(organisation=to))


# The term after a reassignment.


def test_the_term_starts_anew_with_another_organisation_unless_the_court_says_otherwise() -> None:
    course = given(handed_back(Course().accepted().later(10)).later(5))

    assert [x.state for x in course.at.clocks if x.rule == "T05"] == [ClockState.MET, ClockState.RUNNING]
    assert course.at.latest_clock("T05").started_on == course.today  # type: ignore[union-attr]


def test_where_it_goes_on_what_was_used_counts_and_what_nobody_had_does_not() -> None:
    """Accepted 2026-09-07, thirty days: raw end 2026-10-07. Back on 09-17, taken up on 09-22: 10-12."""
    course = given(handed_back(Course(court=GOES_ON).accepted().later(10)).later(5))

    (clock,) = [x for x in course.at.clocks if x.rule == "T05"]
    assert (clock.state, clock.closed_on, clock.paused_days) == (ClockState.RUNNING, None, 5)
    assert (clock.started_on, clock.raw_end_on, clock.due_on) == (
        date(2026, 9, 7),
        date(2026, 10, 12),
        date(2026, 10, 12),
    )


def test_a_second_turn_of_the_same_organisation_never_brings_a_new_term() -> None:
    course = given(taken_back(Course().accepted().later(10)).later(5), OURS)

    assert due_on(course, "T05") == date(2026, 10, 12)


def test_the_same_organisation_goes_on_with_its_own_term_though_another_had_one_in_between() -> None:
    """Ten of thirty days were used before another had the referral; twenty are left, of a clock of its own."""
    course = given(taken_back(Course().accepted().later(10)))
    course = given(taken_back(course.later(5)), OURS)

    assert [x.state for x in course.at.clocks if x.rule == "T05"] == [
        ClockState.MET,
        ClockState.MET,
        ClockState.RUNNING,
    ]
    newest = course.at.clock("T05")
    assert newest is not None
    assert (newest.started_on, newest.raw_end_on) == (course.today, course.today + timedelta(days=20))


def test_a_term_that_is_used_up_is_no_term_for_another_turn() -> None:
    """By its last day; and by its expiry."""
    on_the_last_day = Course(court=GOES_ON).accepted()
    on_the_last_day = handed_back(on_the_last_day.on(date(2026, 10, 8)))
    expired = taken_back(Course(court=GOES_ON).expired())

    for course in (on_the_last_day, expired):
        refused(course, c.Reassign(organisation=THEIRS, channel=course.channel), "term_used_up", COURT)


def test_an_extension_stays_where_the_term_goes_on_and_the_cap_is_one_for_all_turns() -> None:
    """W1 item 3. From 2026-09-07 fifteen days: 09-22, extended by ten to 10-02, a holiday: 10-08."""
    course = Course(court=GOES_ON, **FIRST).mediating()  # type: ignore[arg-type]
    course.do(c.ExtendTerm(until=date(2026, 10, 2), agreed_by=k.BOTH))
    assert due_on(course, "T06") == date(2026, 10, 8)
    course = given(handed_back(course.later(3)).later(2)).do(c.ReceiveMaterials())
    course.do(c.AssignMediator(mediator=_theirs())).do(k.begin())

    (clock,) = [x for x in course.at.clocks if x.rule == "T06"]
    assert clock.raw_end_on == date(2026, 10, 4)
    too_long = c.ExtendTerm(until=date(2026, 10, 25), agreed_by=k.BOTH)
    assert refused(course, too_long, "extension_too_long").facts["until_at_most"] == "2026-10-24"
    course.do(replace(too_long, until=date(2026, 10, 24)))


def _theirs() -> k.MediatorFacts:
    return k.MediatorFacts(k.OTHER_MEDIATOR, k.OTHER_CENTRE_ID, active=True)


def test_days_of_an_appraisal_that_nobody_ended_are_not_used_up() -> None:
    """Called off after five days of appraisal: the thirty days end five days later."""
    course = Course(court=GOES_ON).appraising().later(5)
    course = given(taken_back(course))

    (clock,) = [x for x in course.at.clocks if x.rule == "T05"]
    assert (clock.raw_end_on, clock.paused_days) == (date(2026, 10, 12), 5)


def test_the_fifteen_days_of_a_labour_dispute_do_not_start_anew_with_the_same_organisation() -> None:
    """Offered 2026-09-07: until 09-22. Taken back on 09-10, twelve days left; offered again on 09-14: 09-26."""
    course = Course(**TRANSFERRED).delegate().later(3).do(c.TakeBack(), SENDER).later(4)  # type: ignore[arg-type]
    course.do(c.Reassign(organisation=k.organisation(body=Body.LABOUR), channel=None), SENDER)

    clock = course.at.clock("T10")
    assert clock is not None
    assert (clock.started_on, clock.raw_end_on, clock.due_on) == (
        date(2026, 9, 14),
        date(2026, 9, 26),
        date(2026, 9, 28),
    )
    assert course.at.term_rule == "T10"


def test_labour_days_that_passed_beside_the_term_are_not_counted_again() -> None:
    labour = {"body": Body.PEOPLE, "cause": k.LABOUR_CAUSE}
    people = k.organisation(body=Body.PEOPLE)
    course = Course(**labour).accepted().past("T10")  # type: ignore[arg-type]
    course = given(taken_back(course), people)

    assert [x.state for x in course.at.clocks if x.rule == "T10"] == [ClockState.MISSED]
    assert course.at.clock("T05") is not None


# The court fee.


def test_a_fee_notice_without_a_day_gives_those_that_the_court_has_set() -> None:
    """Seven days from memory (LFM 22); a Sunday moves to the Monday."""
    course = Course(**FIRST).failed()  # type: ignore[arg-type]
    notice = c.GiveFeeNotice(amount=Decimal(50))
    usual = Course(**FIRST).failed().on(date(2026, 9, 13)).do(notice, COURT)  # type: ignore[arg-type]
    own = Course(court=replace(k.court_facts(), fee_notice_days=14), **FIRST)  # type: ignore[arg-type]
    own.failed().on(date(2026, 9, 13)).do(notice, COURT)

    assert course.at.procedures == ()
    assert usual.at.procedures[-1].pay_by == date(2026, 9, 20)  # A Sunday that is a make-up workday.
    assert own.at.procedures[-1].pay_by == date(2026, 9, 28)  # Raw end 09-27, the last day of Mid-Autumn.


# Lead times.


def test_every_group_has_a_default_and_every_rule_a_group() -> None:
    assert [lead.group for lead in DEFAULTS] == list(LeadGroup)
    assert lead_of("T05").group is LeadGroup.TERM
    assert lead_of("T20").group is LeadGroup.PROCEDURE
    assert set(GROUP_OF.values()) | {LeadGroup.PROCEDURE} == set(LeadGroup)


def test_what_a_court_says_of_a_group_stands_instead_of_the_default() -> None:
    own = LeadTime(LeadGroup.TERM, Unit.CALENDAR_DAYS, (2,))

    assert lead_of("T06", (own,)) is own
    assert lead_of("T03", (own,)).group is LeadGroup.ACCEPTANCE
    assert read(told((own,))) == (own,)


def test_lead_times_count_back_from_the_raw_end() -> None:
    """Raw end Wednesday 2026-10-07 in National Day, legal end 10-08; working days before it: 09-30, 09-29, 09-28."""
    calendar = k.book().calendar
    found = warnings("T05", date(2026, 10, 7), calendar)

    assert [(w.on, w.days) for w in found] == [(date(2026, 9, 28), 3), (date(2026, 9, 30), 1)]
    in_days = LeadTime(LeadGroup.TERM, Unit.CALENDAR_DAYS, (10, 1))
    assert [w.on for w in warnings("T05", date(2026, 10, 7), calendar, (in_days,))] == [
        date(2026, 9, 27),
        date(2026, 10, 6),
    ]
    assert next_warning("T05", date(2026, 10, 7), date(2026, 9, 28), calendar) == date(2026, 9, 30)
    assert next_warning("T05", date(2026, 10, 7), date(2026, 9, 30), calendar) is None


@pytest.mark.parametrize(
    ("leads", "pointer"),
    [
        ([LeadTime(LeadGroup.TERM, Unit.WORKING_DAYS, (1,))] * 2, "/lead_times"),
        ([LeadTime(LeadGroup.TERM, Unit.MONTHS, (1,))], "/lead_times/0/unit"),
        ([LeadTime(LeadGroup.TERM, Unit.WORKING_DAYS, (1, 1))], "/lead_times/0/days"),
        ([LeadTime(LeadGroup.TERM, Unit.WORKING_DAYS, (0,))], "/lead_times/0/days"),
        ([LeadTime(LeadGroup.TERM, Unit.WORKING_DAYS, (1, 2, 3, 4, 5, 6))], "/lead_times/0/days"),
    ],
)
def test_lead_times_that_make_no_sense_are_refused(leads: list[LeadTime], pointer: str) -> None:
    with pytest.raises(Refusal) as caught:
        checked(leads)

    assert (caught.value.code, caught.value.pointer) == ("lead_time_invalid", pointer)


def test_lead_times_are_kept_with_the_longest_first() -> None:
    (lead,) = checked([LeadTime(LeadGroup.TERM, Unit.WORKING_DAYS, (1, 5, 3))])

    assert lead.days == (5, 3, 1)


def test_no_day_comes_before_the_first_working_day_back() -> None:
    with pytest.raises(ValueError, match="at least one"):
        k.book().calendar.working_days_before(date(2026, 9, 7), 0)
