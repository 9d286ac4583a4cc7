"""A suspension ends nothing: who may suspend, what the term does meanwhile, and how mediation goes on or ends."""

from datetime import timedelta

import pytest

from app.domain import commands as c
from app.domain.lifecycle.states import (
    ClockState,
    Closure,
    EndReason,
    Kind,
    MediationState,
    Outcome,
    Track,
)
from tests.domain import courses as k
from tests.domain.courses import CENTRE, COURT, SENDER, Course
from tests.domain.refusals import due_on, refused
from tests.domain.stands import schedule

PRE: dict[str, object] = {}
POST = {"track": Track.POST_FILING_FIRST, "kind": Kind.POST_FILING}
SENT = {"track": Track.DIRECT, "kind": Kind.TRANSFERRED}
DIRECT = {"track": Track.DIRECT, "kind": Kind.DIRECT}
SHAM = c.Suspend(reason="sham_review")
CLEARED = c.Resume(result="sham_cleared")
WAYS = (PRE, POST, SENT, DIRECT)


def standing(way: dict[str, object], **more: object) -> Course:
    return Course(**{**way, **more}).mediating().do(SHAM)  # type: ignore[arg-type]


@pytest.mark.parametrize("pauses", [False, True])
def test_an_appraisal_goes_on_in_a_suspension_and_its_days_do_not_count(*, pauses: bool) -> None:
    """Five days of appraisal, the suspension of two of them inside: the term moves by five, and by no more."""
    course = Course(court=k.court_facts(pauses=pauses)).mediating()
    raw = course.at.clock("T05").raw_end_on  # type: ignore[union-attr]
    course.do(c.BeginAppraisal(agreed_by=k.BOTH)).later(2)

    course.do(c.Suspend(reason="death", party_id=k.RESPONDENT)).later(2)

    assert (course.at.state, course.at.suspended_from, course.at.term_runs) == ("suspended", "appraising", False)
    refused(course, c.EndAppraisal(), "action_not_possible")
    course.do(c.Resume(result="ground_gone"))
    assert course.at.state is MediationState.APPRAISING
    course.later(1).do(c.EndAppraisal())
    clock = course.at.clock("T05")
    assert clock is not None
    assert (clock.raw_end_on, clock.paused_days) == (raw + timedelta(days=5), 5)


# Trap 21: a suspicion suspends.


@pytest.mark.parametrize("way", WAYS)
def test_trap_21_suspicion_suspends_and_ends_nothing_while_the_term_runs_on(way: dict[str, object]) -> None:
    course = standing(way)
    term = course.at.term_rule or ""
    last_day = due_on(course, term)

    assert (course.at.state, course.at.outcome, course.at.suspension_reason) == ("suspended", None, "sham_review")
    assert course.at.term_runs is True
    refused(course, c.End(reason=EndReason.PARTY_UNWILLING), "sham_review_open")
    refused(course, schedule(course), "action_not_possible")

    course.later(3).do(CLEARED)

    assert course.at.state is MediationState.MEDIATING
    assert due_on(course, term) == last_day
    assert (course.at.suspended_from, course.at.suspension_reason, course.at.term_runs) == (None, None, None)


@pytest.mark.parametrize("way", [PRE, POST])
def test_a_court_may_let_the_term_stand_still_meanwhile(way: dict[str, object]) -> None:
    course = standing(way, court=k.court_facts(pauses=True))
    term = course.at.term_rule or ""
    clock = course.at.clock(term)
    assert clock is not None
    assert (clock.state, course.at.term_runs) == (ClockState.PAUSED, False)
    end = clock.raw_end_on

    course.later(4).do(CLEARED, COURT)

    running = course.at.clock(term)
    assert running is not None
    assert (running.state, running.raw_end_on, running.paused_days) == (ClockState.RUNNING, end + timedelta(4), 4)


def test_a_matter_without_a_court_has_no_setting_that_pauses_its_term() -> None:
    course = Course(**SENT, court=k.court_facts(pauses=True)).mediating().do(SHAM)  # type: ignore[arg-type]

    assert course.at.term_runs is True


# Where it stood, and why.


def test_mediation_goes_on_where_it_stood() -> None:
    for course in (Course().accepted(), Course().contacting(), Course().mediating()):
        before = course.at.state

        course.do(c.Suspend(reason="related_case"), COURT).do(c.Resume(result="related_case_decided"))

        assert course.at.state is before


@pytest.mark.parametrize(
    ("reason", "result"),
    [("sham_review", "ground_gone"), ("death", "sham_cleared"), ("incapacity", "heir_joined"), ("related_case", "x")],
)
def test_a_result_belongs_to_the_reason(reason: str, result: str) -> None:
    course = Course().mediating().do(c.Suspend(reason=reason, party_id=k.APPLICANT))

    refusal = refused(course, c.Resume(result=result), "suspension_result_not_here")

    assert refusal.pointer == "/result"
    assert refusal.facts["results"]
    course.do(c.Resume(result=refusal.facts["results"][0]))


@pytest.mark.parametrize("reason", ["death", "incapacity"])
def test_a_ground_that_lies_in_a_party_names_a_party_of_the_referral(reason: str) -> None:
    course = Course().mediating()

    refused(course, c.Suspend(reason=reason), "party_unknown")
    refused(course, c.Suspend(reason=reason, party_id=k.MEDIATOR), "party_unknown")  # type: ignore[arg-type]

    assert course.do(c.Suspend(reason=reason, party_id=k.RELATED)).facts[-1].facts["party_id"] == str(k.RELATED)


# The review is that of the court or the organisation; after filing only the court closes.


def test_who_refers_without_being_a_court_reviews_nothing() -> None:
    course = standing(SENT)

    refused(course, CLEARED, "wrong_actor", SENDER)
    refused(course, c.FindSham(), "wrong_actor", SENDER)
    refused(Course(**SENT).mediating(), SHAM, "wrong_actor", SENDER)  # type: ignore[arg-type]


@pytest.mark.parametrize("way", WAYS)
def test_a_sham_that_was_found_closes_the_matter_as_transferred(way: dict[str, object]) -> None:
    course = Course(**way).mediating()  # type: ignore[arg-type]
    course.do(schedule(course)).do(SHAM)

    course.do(c.FindSham(explanation="x"), COURT if way is POST else CENTRE)

    at = course.at
    assert (at.state, at.closure, at.outcome) == ("closed", Closure.TRANSFERRED_SHAM, Outcome.NOT_AGREED)
    assert [session.state for session in at.sessions] == ["cancelled"]
    assert {clock.rule for clock in at.clocks if clock.is_open} == ({"FEEDBACK"} if way is SENT else set())
    assert course.facts[-1].facts["message_id"]


def test_after_filing_the_organisation_clears_but_does_not_close() -> None:
    course = standing(POST)

    refused(course, c.FindSham(), "wrong_actor", CENTRE)
    course.do(c.FindSham(), COURT)

    fee = c.GiveFeeNotice(amount=k.Decimal(50), pay_by=course.today + timedelta(days=7))
    assert course.do(fee, COURT).at.procedures[-1].state == "fee_noticed"


def test_only_a_suspected_sham_is_found_to_be_one() -> None:
    course = Course().mediating().do(c.Suspend(reason="related_case"))

    refused(course, c.FindSham(), "no_sham_review", COURT)
    refused(Course().expired(), c.FindSham(), "no_sham_review", COURT)


# Ends of a suspended mediation.


@pytest.mark.parametrize("way", WAYS)
def test_without_a_review_the_parties_may_end_it_but_agree_on_nothing(way: dict[str, object]) -> None:
    course = Course(**way).mediating().do(c.Suspend(reason="death", party_id=k.APPLICANT))  # type: ignore[arg-type]
    refused(course, c.End(reason=EndReason.AGREEMENT_REACHED), "end_reason_not_here")

    course.do(c.End(reason=EndReason.OTHER))

    assert (course.at.state, course.at.suspended_on) == (MediationState.MEDIATION_ENDED, None)


def test_a_term_that_expires_meanwhile_leads_to_no_agreement_and_leaves_the_review_open() -> None:
    course = standing(PRE).term_over()
    inside = due_on(course, "T05")

    refused(course, c.End(reason=EndReason.AGREEMENT_REACHED, occurred_on=inside), "end_reason_not_here")
    refused(course, CLEARED, "action_not_possible", COURT)

    assert course.at.state is MediationState.TERM_EXPIRED
    assert course.do(c.FindSham(), COURT).at.closure is Closure.TRANSFERRED_SHAM


def test_a_suspended_term_that_expired_is_reported_as_expired_or_ended_by_time() -> None:
    reported = standing(PRE).term_over().do(c.End(reason=EndReason.TERM_EXPIRED))
    silent = standing(PRE).term_over().past("REPORT")

    for course in (reported, silent):
        assert (course.at.state, course.at.suspension_reason) == (MediationState.MEDIATION_ENDED, None)


def test_nothing_is_suspended_or_resumed_after_the_term() -> None:
    late = Course().mediating().later(90)
    refused(late, SHAM, "outside_term")
    refused(standing(PRE).later(90), CLEARED, "outside_term")


def test_a_matter_taken_back_leaves_no_suspension_to_the_next_organisation() -> None:
    course = standing(PRE).do(c.RequestCancel(reason="duplicate"), COURT).do(c.ConfirmCancel())
    other = k.organisation(k.OTHER_CENTRE_ID)

    course.do(c.Reassign(organisation=other, channel=course.channel), COURT).do(c.Accept(organisation=other))

    assert (course.at.suspended_from, course.at.suspension_reason) == (None, None)
    refused(course, CLEARED, "action_not_possible")


# Sessions that were still to come.


def test_sessions_still_to_come_are_called_off_by_the_end() -> None:
    def to_come(course: Course) -> Course:
        return course.do(schedule(course)).do(schedule(course))

    ended = to_come(Course().mediating())
    ended.do(c.HoldSession(session_id=ended.at.sessions[0].id)).do(c.End(reason=EndReason.OTHER))
    expired = to_come(Course().mediating()).term_over().past("REPORT")

    assert [session.state for session in ended.at.sessions] == ["held", "cancelled"]
    assert [session.state for session in expired.at.sessions] == ["cancelled", "cancelled"]
