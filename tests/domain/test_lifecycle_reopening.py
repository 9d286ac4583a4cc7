"""A mediation that was ended or closed goes on, by the court's word, while nothing followed from it."""

from datetime import date, timedelta

import pytest

from app.domain import commands as c
from app.domain.lifecycle.states import Body, ClockState, EndReason, Kind, MediationState, Route, Track
from tests.domain import courses as k
from tests.domain.courses import CENTRE, COURT, Course
from tests.domain.refusals import due_on, refused
from tests.domain.stands import decline, suspended

AGAIN = c.Reopen(reason="closed_by_mistake", explanation="他案结果误入本件")


def closed(course: Course | None = None) -> Course:
    return (course or Course()).failed().do(c.ReportResult(route=Route.ADVISED))


@pytest.mark.parametrize("was_closed", [False, True], ids=["ended", "closed"])
def test_inside_the_term_it_goes_on_with_the_same_last_day(*, was_closed: bool) -> None:
    """Accepted on 2026-09-07: until 10-08. Closed on the day, taken up again ten days later."""
    course = closed() if was_closed else Course().failed()
    course.later(10).do(AGAIN, COURT)

    referral = course.at
    assert (referral.state, referral.closure, referral.outcome, referral.end_reason, referral.route) == (
        MediationState.MEDIATING,
        None,
        None,
        None,
        None,
    )
    clock = referral.clock("T05")
    assert clock is not None
    assert (clock.state, clock.due_on, clock.closed_on) == (ClockState.RUNNING, date(2026, 10, 8), None)
    assert len([x for x in referral.clocks if x.rule == "T05"]) == 1
    fact = course.facts[-1]
    assert (fact.type, fact.facts["reason"]) == ("mediation.reopened", "closed_by_mistake")
    assert "他案" not in str(fact.facts)
    course.do(c.End(reason=EndReason.DIFFERENCES_TOO_LARGE)).do(c.ReportResult(route=Route.ADVISED))


def test_what_had_not_begun_goes_on_with_contacting() -> None:
    course = Course().contacting().do(c.End(reason=EndReason.PARTY_UNREACHABLE))

    course.do(AGAIN, COURT)

    assert course.at.state is MediationState.CONTACTING


def test_once_the_term_is_over_it_takes_a_later_day_and_the_word_of_all() -> None:
    course = closed().on(date(2026, 10, 20))
    later = date(2026, 11, 7)  # A Saturday.

    refused(course, AGAIN, "term_over", COURT)
    for until, agreed_by, code in (
        (later, None, "agreement_of_all_missing"),
        (later, (k.APPLICANT,), "agreement_of_all_missing"),
        (date(2026, 10, 20), k.BOTH, "extension_not_later"),
    ):
        wish = c.Reopen(reason="parties_agree", explanation="x", until=until, agreed_by=agreed_by)
        refused(course, wish, code, COURT)
    course.do(c.Reopen(reason="parties_agree", explanation="x", until=later, agreed_by=k.BOTH), COURT)

    assert due_on(course, "T05") == date(2026, 11, 9)
    assert course.facts[-1].facts["until"] == "2026-11-07"


def test_the_days_beside_the_term_run_on_only_while_some_are_left() -> None:
    """Fifteen days of a labour dispute from 2026-09-07: 09-22."""
    labour = {"body": Body.PEOPLE, "cause": k.LABOUR_CAUSE}
    soon = Course(**labour).failed().later(3).do(AGAIN, COURT)  # type: ignore[arg-type]
    late = Course(**labour).failed().later(20).do(AGAIN, COURT)  # type: ignore[arg-type]

    assert [(x.state, x.due_on) for x in soon.at.clocks if x.rule == "T10"] == [(ClockState.RUNNING, date(2026, 9, 22))]
    assert [x.state for x in late.at.clocks if x.rule == "T10"] == [ClockState.MET]


def test_a_term_that_never_ran_holds_nothing_up() -> None:
    """On the rules of 2016 it waits for the materials."""
    course = Course(track=Track.PRE_FILING_2016).delegate().do(c.Accept(organisation=k.organisation()))
    course.do(k.contact(k.RESPONDENT)).do(c.End(reason=EndReason.PARTY_UNWILLING))

    course.do(AGAIN, COURT)

    assert course.at.clock("T05") is None


def test_whatever_followed_keeps_it_closed() -> None:
    refused(Course().effective(), AGAIN, "agreement_stands", COURT)
    refused(Course().handed_over(), AGAIN, "procedure_stands", COURT)
    refused(Course().delegate().do(decline()).do(c.Close(), COURT), AGAIN, "nobody_holds", COURT)
    turned_away = Course().handed_over().step(c.RefuseRegistration, "other")
    turned_away.do(AGAIN, COURT)
    assert turned_away.at.state is MediationState.MEDIATING


def test_a_text_that_a_party_refused_to_sign_is_no_agreement_and_gives_way_to_another() -> None:
    course = Course().drafted().do(k.signatures(Body.CHAMBER)[1]).do(c.RefuseToSign(party_id=k.APPLICANT))
    first = course.at.agreement
    refused(course, c.DraftAgreement(terms=()), "action_not_possible")
    course.do(AGAIN, COURT).do(c.End(reason=EndReason.AGREEMENT_REACHED))
    refused(course, c.ReportResult(), "agreement_unsettled")

    course.do(c.DraftAgreement(terms=(k.promise(course.today),)))

    agreement = course.at.agreement
    assert first is not None
    assert agreement is not None
    assert (agreement.id, agreement.draft_number, course.at.signatures) == (first.id, 2, ())
    assert [term.draft_number for term in agreement.terms] == [2]
    for signature in k.signatures(Body.CHAMBER):
        course.do(signature)
    assert [signature.draft_number for signature in course.at.signatures] == [2, 2]
    course.do(c.ReportResult())


def test_a_sham_is_not_mediated_again() -> None:
    refused(suspended(Course().mediating()).do(c.FindSham()), AGAIN, "sham_found", COURT)


def test_only_the_court_takes_it_up_again_and_only_before_filing() -> None:
    refused(closed(), AGAIN, "wrong_actor", CENTRE)
    refused(Course(track=Track.POST_FILING_FIRST, kind=Kind.POST_FILING).failed(), AGAIN, "not_on_this_track", COURT)
    refused(Course().mediating(), AGAIN, "action_not_possible", COURT)


def test_a_mediation_that_went_on_ends_by_time_like_any_other() -> None:
    course = closed().later(1).do(AGAIN, COURT)

    course.term_over()

    assert course.at.state is MediationState.TERM_EXPIRED
    assert course.today == date(2026, 10, 8) + timedelta(days=1)
