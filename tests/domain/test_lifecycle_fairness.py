"""Nobody takes from another by a date, by a detour or by acting twice what the law gives them."""

from datetime import timedelta

import pytest

from app.domain import commands as c
from app.domain.lifecycle.states import Body, EndReason, Kind, Track
from app.domain.registry_facts import MediatorFacts
from tests.domain import courses as k
from tests.domain.courses import COURT, SENDER, Course
from tests.domain.refusals import refused
from tests.domain.stands import accept, decline, schedule

FIRST = {"track": Track.POST_FILING_FIRST, "kind": Kind.POST_FILING}
WAGES = {"cause": k.LABOUR_CAUSE, "arbitration": "wage_iou"}


# What was taken back.


@pytest.mark.parametrize("way", [{}, FIRST])
def test_no_agreement_is_drafted_once_the_matter_was_taken_back(way: dict[str, object]) -> None:
    course = Course(**way).agreed().later(12).do(c.Close(), COURT)  # type: ignore[arg-type]

    refused(course, c.DraftAgreement(terms=()), "referral_taken_back")


def test_no_agreement_takes_effect_once_the_matter_was_taken_back() -> None:
    course = Course().drafted().later(12).do(c.Close(), COURT)

    refused(course, k.signatures(course.body)[0], "referral_taken_back")


# Ways that exclude each other.


def test_a_case_that_was_handed_to_the_court_is_not_arbitrated_beside_it() -> None:
    course = Course(body=Body.LABOUR, **WAGES).handed_over()  # type: ignore[arg-type]

    refused(course, c.ReferToArbitration(), "procedure_already_open")


def test_a_case_before_the_commission_is_not_handed_to_the_court_beside_it() -> None:
    course = Course(body=Body.LABOUR, **WAGES).to_filing().do(c.ReferToArbitration())  # type: ignore[arg-type]

    refused(course, c.HandOver(), "procedure_already_open")


# Words of the parties.


def test_what_a_party_refused_is_not_accepted() -> None:
    course = Course().delegate().do(c.RecordConsent(party_id=k.APPLICANT, kind="mediate", given=False), COURT)

    refused(course, accept(course), "party_refused")


def test_no_session_is_held_after_a_refusal_and_one_before_it_is_still_entered() -> None:
    course = Course().mediating()
    course.do(schedule(course))
    held = c.HoldSession(session_id=course.at.sessions[-1].id)
    before = course.today
    course.later(1).do(c.RecordConsent(party_id=k.RESPONDENT, kind="mediate", given=False))

    refused(course, held, "party_refused")
    refused(course, c.HoldSession(session_id=held.session_id, occurred_on=before), "occurred_before_previous_fact")


# Days of others count from the day on which they can know.


@pytest.mark.parametrize(("way", "by"), [({}, COURT), ({"track": Track.DIRECT, "kind": Kind.TRANSFERRED}, SENDER)])
def test_a_cancel_request_of_an_earlier_day_leaves_all_the_days_for_the_answer(way: dict, by: k.ActorRole) -> None:
    course = Course(**way).accepted().later(20)
    course.do(c.RequestCancel(reason="duplicate", occurred_on=course.today - timedelta(days=18)), by)

    refused(course, c.TakeBack(), "cancel_awaits_answer", by)

    course.later(12).do(c.TakeBack(), by)


def test_an_urging_of_an_earlier_day_is_not_overdue_from_the_first() -> None:
    course = Course().accepted().later(20)
    earlier = course.today - timedelta(days=18)
    refused(course, c.Urge(topic="progress", occurred_on=earlier, reply_by=earlier), "day_passed", COURT)

    course.do(c.Urge(topic="progress", occurred_on=earlier), COURT)

    clock = course.at.clock("URGE")
    assert clock is not None
    assert clock.due_on is not None
    assert clock.due_on > course.today


# Terms.


def test_a_new_turn_brings_a_new_term_and_no_new_extension() -> None:
    """W1 item 3: thirty days in all, whoever mediates."""
    course = Course(**FIRST).mediating()  # type: ignore[arg-type]
    course.do(c.ExtendTerm(until=_end(course) + timedelta(days=30), agreed_by=k.BOTH))
    course.do(c.RequestCancel(reason="duplicate"), COURT).do(c.ConfirmCancel())
    again = k.organisation(k.OTHER_CENTRE_ID, body=course.body)
    course.do(c.Reassign(organisation=again, channel=course.channel), COURT)
    course.do(c.Accept(organisation=again)).do(c.ReceiveMaterials()).do(_assign_theirs()).do(k.begin())

    refused(course, c.ExtendTerm(until=_end(course) + timedelta(days=1), agreed_by=k.BOTH), "extension_too_long")


def test_the_term_of_a_labour_body_that_declined_does_not_bind_the_next_organisation() -> None:
    """Without a cause it was a labour dispute only before the labour body."""
    course = Course(track=Track.DIRECT, kind=Kind.TRANSFERRED, body=Body.LABOUR, cause=None)
    course.delegate().do(decline())
    assert course.at.latest_clock("T10") is not None
    people = k.organisation(k.OTHER_CENTRE_ID, body=Body.PEOPLE)

    course.later(20).do(c.Reassign(organisation=people, channel=None), SENDER)

    assert course.at.term_rule != "T10"
    course.do(c.Accept(organisation=people)).do(_assign_theirs()).do(k.begin())
    course.do(c.End(reason=EndReason.DIFFERENCES_TOO_LARGE))


def _assign_theirs() -> c.AssignMediator:
    return c.AssignMediator(mediator=MediatorFacts(k.OTHER_MEDIATOR, k.OTHER_CENTRE_ID, active=True))


def _end(course: Course):
    clock = course.at.clock(course.at.term_rule)
    assert clock is not None
    assert clock.due_on is not None
    return clock.due_on
