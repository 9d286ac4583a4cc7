"""Clocks of courts and commissions after an agreement, or a failed mediation: they alert, and end nothing."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.domain import commands as c
from app.domain.deadlines import Due, prolonged
from app.domain.errors import Refusal
from app.domain.lifecycle.apply import ROWS, apply
from app.domain.lifecycle.states import Action, ClockState, Machine
from app.domain.periods import RULES
from app.domain.sources import SOURCES
from tests.domain import courses as k
from tests.domain.courses import CENTRE, COURT, Course, next_step
from tests.domain.refusals import due_on, refused
from tests.domain.stands import order, stand

DAYS_OF_2011 = "法释〔2011〕5号"
INTERPRETATION = "法释〔2022〕11号"


def rolled(course: Course, days: int) -> date:
    return course.book.calendar.roll(course.today + timedelta(days=days))


def corrected(course: Course, asking: type[c.ProcedureCommand], giving: type[c.ProcedureCommand]) -> Course:
    """Asked for a correction, which came three days later."""
    course.do(next_step(course, asking, reply_by=course.today + timedelta(days=5)), COURT)
    return course.later(3).step(giving, actor=CENTRE)


def running(course: Course, rule: str) -> bool:
    return course.at.clock(rule) is not None


def test_trap_09_the_three_days_are_those_of_2011_and_of_no_later_text() -> None:
    """T13 is in 法释〔2011〕5号 alone; the thirty days for the ruling are of the special procedure."""
    instruments = [SOURCES[source].instrument_zh for source in RULES["T13"].sources]
    assert instruments
    assert all(DAYS_OF_2011 in name and INTERPRETATION not in name for name in instruments)
    cited = {source for row in ROWS if row.action is Action.MISS_APPLICATION_DECISION for source in row.sources}
    assert cited == {"JCR_4"}
    course = Course().applied()
    assert due_on(course, "T13") == rolled(course, 3)

    course.past("T13")

    assert (course.facts[-1].type, course.facts[-1].sources) == ("deadline.missed", ("JCR_4",))
    assert RULES["T14"].sources == ("CPL_187",)


def test_the_days_of_a_confirmation_end_nothing() -> None:
    course = Course().applied().past("T13").step(c.AcceptApplication)
    assert due_on(course, "T14") == rolled(course, 30)

    course.past("T14")

    assert (course.at.procedures[-1].state, course.facts[-1].type) == ("under_review", "deadline.missed")
    assert course.step(c.ConfirmAgreement).at.procedures[-1].state == "confirmed"


@pytest.mark.parametrize(
    ("step", "actor"), [(c.RefuseApplication, COURT), (c.WithdrawApplication, CENTRE), (c.AcceptApplication, COURT)]
)
def test_an_answer_stops_the_three_days(step: type[c.ProcedureCommand], actor: k.ActorRole) -> None:
    course = Course().applied().step(step, "wrong_court", actor)

    assert not running(course, "T13")
    assert running(course, "T14") == (step is c.AcceptApplication)


def test_a_correction_starts_the_three_days_anew_and_a_supplement_no_thirty() -> None:
    course = Course().applied()
    course.do(next_step(course, c.RequestCorrection, reply_by=course.today + timedelta(days=5)), COURT)
    assert not running(course, "T13")
    course.later(3).step(c.GiveCorrection, actor=CENTRE)
    assert due_on(course, "T13") == rolled(course, 3)
    course.step(c.AcceptApplication)
    thirtieth = due_on(course, "T14")

    corrected(course, c.RequestCorrection, c.GiveCorrection)

    assert due_on(course, "T14") == thirtieth


@pytest.mark.parametrize(
    ("name", "step", "actor"),
    [
        ("under_review", c.ConfirmAgreement, COURT),
        ("under_review", c.RejectConfirmation, COURT),
        ("under_review", c.WithdrawApplication, CENTRE),
        ("supplementing", c.WithdrawApplication, CENTRE),
        ("under_review", c.DeemApplicationWithdrawn, COURT),
        ("supplementing", c.DeemApplicationWithdrawn, COURT),
    ],
)
def test_the_end_of_a_review_stops_its_thirty_days(
    name: str, step: type[c.ProcedureCommand], actor: k.ActorRole
) -> None:
    course = stand(name, "pre_2022").step(step, "questioning_refused", actor)

    assert not running(course, "T14")


@pytest.mark.parametrize("name", ["under_review", "supplementing"])
def test_the_president_of_the_court_may_give_a_review_more_time(name: str) -> None:
    course = stand(name, "pre_2022")
    end = due_on(course, "T14")
    assert end is not None
    same = next_step(course, c.ExtendConfirmationReview, until=end)
    refusal = refused(course, same, "extension_not_later", COURT)
    assert refusal.facts["due_on"] == end.isoformat()
    until = end + timedelta(days=15)

    course.do(replace(same, until=until), COURT)

    assert due_on(course, "T14") == course.book.calendar.roll(until)
    assert (course.facts[-1].type, course.facts[-1].facts["until"]) == ("procedure.extended", until.isoformat())


def test_a_review_whose_time_is_over_is_not_extended() -> None:
    course = Course().applied().step(c.AcceptApplication).past("T14")

    later = next_step(course, c.ExtendConfirmationReview, until=course.today + timedelta(days=30))
    refused(course, later, "review_term_over", COURT)


def test_the_director_gives_an_arbitration_review_five_days_more_once() -> None:
    course = stand("review_accepted", "pre_2022_labour")
    first = course.at.clock("T18")
    assert first is not None
    more = next_step(course, c.ExtendArbitrationReview)

    course.do(more)

    assert course.facts[-1].type == "procedure.extended"
    assert due_on(course, "T18") == course.book.calendar.roll(first.raw_end_on + timedelta(days=5))
    refused(course, more, "review_already_extended")
    late = stand("review_late", "pre_2022_labour")
    refused(late, next_step(late, c.ExtendArbitrationReview), "review_term_over")


def test_how_many_days_the_director_gives_is_a_setting() -> None:
    course = stand("review_accepted", "pre_2022_labour")
    book = replace(course.book, arbitration_review_extension_days=2)
    before = course.at.clock("T18")
    assert before is not None

    after, _ = apply(course.at, next_step(course, c.ExtendArbitrationReview), CENTRE, course.now, book, course.mint)

    clock = after.clock("T18")
    assert clock is not None
    assert clock.raw_end_on == before.raw_end_on + timedelta(days=2)


def test_days_that_are_added_follow_the_raw_end_over_a_holiday() -> None:
    """Five more days that end inside the same holiday change nothing, and are no refusal."""
    calendar = k.book().calendar
    present = Due(date(2026, 10, 1), date(2026, 10, 8), provisional=False)

    assert prolonged(present, 5, calendar) == Due(date(2026, 10, 6), date(2026, 10, 8), provisional=False)
    with pytest.raises(Refusal) as caught:
        prolonged(present, 0, calendar)
    assert caught.value.code == "parameter_invalid"


def test_five_days_for_the_notice_on_an_order_run_anew_from_the_correction() -> None:
    course = k.promised(Course()).do(c.ReportResult()).later(1)
    course.do(order(course))
    asking = next_step(course, c.RequestOrderCorrection, reply_by=course.today)
    refused(course, asking, "day_passed", COURT)

    course.do(replace(asking, reply_by=course.today + timedelta(days=5)), COURT)

    assert not running(course, "T19")
    assert course.at.procedures[-1].reply_by == course.today + timedelta(days=5)
    refused(course, order(course), "procedure_already_open")
    course.later(3).step(c.GiveOrderCorrection, actor=CENTRE)
    assert due_on(course, "T19") == rolled(course, 5)
    assert (course.at.procedures[-1].state, course.at.procedures[-1].reply_by) == ("applied", None)


@pytest.mark.parametrize(
    ("step", "state", "actor"),
    [(c.RefusePaymentOrder, "not_accepted", COURT), (c.WithdrawPaymentOrder, "withdrawn", CENTRE)],
)
def test_an_order_that_is_not_corrected_is_refused_or_withdrawn(
    step: type[c.ProcedureCommand], state: str, actor: k.ActorRole
) -> None:
    course = stand("order_correcting", "pre_2022").step(step, "materials_not_supplied", actor)

    assert course.at.procedures[-1].state == state


def test_a_suit_ends_an_order_that_awaits_its_correction() -> None:
    course = stand("order_correcting", "pre_2022").do(c.ReportResult()).do(c.ReportBreach(party_id=k.RESPONDENT))
    course.do(c.HandOver())

    course.step(c.RegisterCase)

    assert [p.state for p in course.at.procedures] == ["order_ended", "registered"]


def test_a_complaint_is_decided_within_seven_days_of_the_hand_over() -> None:
    course = Course().handed_over()
    assert due_on(course, "T24") == rolled(course, 7)

    course.past("T24")

    assert (course.at.procedures[-1].state, course.facts[-1].type) == ("handed_over", "deadline.missed")
    assert course.step(c.RegisterCase).at.procedures[-1].state == "registered"


@pytest.mark.parametrize("step", [c.RegisterCase, c.RefuseRegistration])
def test_the_decision_on_filing_stops_the_seven_days(step: type[c.ProcedureCommand]) -> None:
    course = Course().handed_over().step(step, "other")

    clock = course.at.latest_clock("T24")
    assert clock is not None
    assert (clock.state, clock.region) == (ClockState.MET, Machine.CASE_REGISTRATION)


def test_seven_days_run_anew_from_the_day_after_the_complaint_was_corrected() -> None:
    course = Course().handed_over()

    corrected(course, c.RequestFilingCorrection, c.GiveFilingCorrection)

    assert due_on(course, "T24") == rolled(course, 7)
    assert course.at.procedures[-1].state == "handed_over"


def test_a_complaint_that_is_not_corrected_is_not_registered_and_none_is_filed_beside_it() -> None:
    course = stand("filing_correcting", "pre_2022")
    refused(course, c.HandOver(), "procedure_already_open")

    course.step(c.RefuseRegistration, "materials_not_supplied")

    assert course.at.procedures[-1].state == "not_registered"
