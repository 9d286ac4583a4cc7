"""Judicial confirmation around the ruling: corrections, deemed withdrawal, objections, and the ways on after a no."""

from datetime import date, timedelta

import pytest

from app.domain import commands as c
from app.domain.lifecycle.states import AgreementState, Body, Kind, Stage, Track
from tests.domain import courses as k
from tests.domain.courses import COURT, Course, next_step
from tests.domain.refusals import due_on, refused

JOINT = c.ApplyForConfirmation(applicant_ids=k.BOTH)
LABOUR = {"body": Body.LABOUR, "cause": k.LABOUR_CAUSE}


def asked(course: Course, days: int = 5) -> Course:
    return course.do(next_step(course, c.RequestCorrection, reply_by=course.today + timedelta(days=days)), COURT)


def deem(course: Course, reason: str) -> c.ProcedureCommand:
    return next_step(course, c.DeemApplicationWithdrawn, reason=reason)


def reviewing() -> Course:
    return Course().applied().step(c.AcceptApplication)


def confirmed() -> Course:
    return reviewing().step(c.ConfirmAgreement)


def objection(course: Course, party: object = None, since: date | None = None) -> c.ProcedureCommand:
    return next_step(course, c.ObjectToConfirmation, party_id=party, since=since or course.today)


def amended(course: Course) -> c.AmendAgreement:
    terms = (k.promise(course.today + timedelta(days=30)),)
    return c.AmendAgreement(terms=terms, agreed_by=k.BOTH, means="electronic")


def test_missing_papers_are_asked_for_by_a_day_and_handed_in() -> None:
    course = asked(Course().applied())
    assert (course.at.procedures[-1].state, course.at.stage) == ("correcting", Stage.CONFIRMATION)
    assert course.at.procedures[-1].reply_by == course.today + timedelta(days=5)

    course.step(c.GiveCorrection, actor=k.CENTRE)

    assert (course.at.procedures[-1].state, course.at.procedures[-1].reply_by) == ("applied", None)


def test_supplements_are_asked_for_while_the_court_reviews() -> None:
    course = asked(reviewing()).step(c.GiveCorrection)

    assert course.at.procedures[-1].state == "under_review"


def test_the_day_for_a_correction_lies_ahead() -> None:
    course = Course().applied()

    refused(course, next_step(course, c.RequestCorrection, reply_by=course.today), "day_passed", COURT)


def test_supplements_that_do_not_come_are_a_withdrawal_only_when_the_day_is_over() -> None:
    course = asked(reviewing())
    refused(course, deem(course, "materials_not_supplied"), "correction_still_possible", COURT)
    course.later(6)

    course.do(deem(course, "materials_not_supplied"), COURT)

    assert course.at.procedures[-1].state == "withdrawn"
    assert course.facts[-1].facts["reason"] == "materials_not_supplied"


def test_nobody_is_taken_as_withdrawn_for_supplements_that_nobody_asked_for() -> None:
    course = reviewing().later(40)

    refused(course, deem(course, "materials_not_supplied"), "correction_still_possible", COURT)
    assert course.do(deem(course, "questioning_refused"), COURT).at.procedures[-1].state == "withdrawn"


def test_after_a_withdrawal_inside_the_window_the_parties_may_apply_again() -> None:
    course = asked(Course().applied()).step(c.WithdrawApplication, actor=k.CENTRE)

    assert course.do(JOINT).at.procedures[-1].state == "applied"


@pytest.mark.parametrize(("party", "rule", "days"), [(k.APPLICANT, "T15", 15), (None, "T16", 181)])
def test_an_objection_is_heard_to_its_last_day_and_not_after(party: object, rule: str, days: int) -> None:
    """A party has fifteen days from receipt, an interested third party six months from knowing."""
    course = confirmed()
    ruled_on = course.today
    assert course.later(days).do(objection(course, party, ruled_on), COURT).at.procedures[-1].state == "objected"
    late = confirmed().later(200)

    refusal = refused(late, objection(late, party, ruled_on), "objection_out_of_time", COURT)

    assert refusal.facts["rule"] == rule
    assert date.fromisoformat(str(refusal.facts["due_on"])) < late.today


def test_an_objection_counts_from_a_day_between_ruling_and_objection() -> None:
    course = confirmed().later(3)

    for since in (course.today - timedelta(days=4), course.today + timedelta(days=1)):
        refused(course, objection(course, k.APPLICANT, since), "objection_day_wrong", COURT)


def test_whoever_objects_by_name_is_bound_by_the_agreement() -> None:
    course = confirmed()

    refused(course, objection(course, k.RELATED), "party_unknown", COURT)


def test_a_dismissed_objection_leaves_the_ruling_of_its_day_and_room_for_another() -> None:
    course = confirmed()
    ruled_on = course.today
    course.later(2).do(objection(course, k.APPLICANT), COURT).later(3).step(c.DismissObjection)

    assert (course.at.procedures[-1].state, course.at.procedures[-1].decided_on) == ("confirmed", ruled_on)
    assert course.do(objection(course, None, ruled_on), COURT).at.procedures[-1].state == "objected"


def test_a_revoked_ruling_ends_confirmation_of_that_text() -> None:
    course = confirmed()
    course.do(objection(course), COURT).step(c.RevokeConfirmation)

    assert course.facts[-1].type == "procedure.revoked"
    refused(course, JOINT, "confirmation_rejected")


# Ways on after a no: another text, or the court.


def rejected(**way: object) -> Course:
    course = Course(**way).effective()  # type: ignore[arg-type]
    course.do(c.ReportResult()).do(c.ApplyForConfirmation(applicant_ids=k.BOTH, court=course.named_court))
    return course.step(c.AcceptApplication).step(c.RejectConfirmation, "content_unclear")


def test_a_rejected_text_is_amended_and_applied_for_anew() -> None:
    course = rejected().later(40)
    refused(course, JOINT, "confirmation_rejected")

    course.do(amended(course))

    agreement = course.at.agreement
    assert agreement is not None
    assert (agreement.draft_number, agreement.effective_on) == (2, course.today)
    assert due_on(course, "T12") == course.book.calendar.roll(course.today + timedelta(days=30))
    assert {(x.draft_number, x.signed_on) for x in course.at.signatures} == {(2, course.today)}
    assert course.do(JOINT).at.procedures[-1].draft_number == 2


def test_an_amended_text_is_signed_by_all_who_had_to_sign_the_first() -> None:
    course = Course(body=Body.PEOPLE).effective()

    course.do(amended(course))

    assert len(course.at.signatures) == 4
    assert len({x.id for x in course.at.signatures}) == 4


def test_everybody_who_is_bound_agrees_to_an_amendment() -> None:
    course = Course().effective()
    alone = c.AmendAgreement(terms=(k.promise(course.today),), agreed_by=(k.APPLICANT,), means="seal")
    third = c.AmendAgreement(terms=(c.NewTerm(k.RELATED, None, None, "x"),), agreed_by=k.BOTH, means="seal")
    stranger = c.AmendAgreement(terms=(), agreed_by=(*k.BOTH, k.PartyId(k.UUID(int=9))), means="seal")

    for command in (alone, third, stranger):
        refused(course, command, "agreement_of_all_missing")


def test_a_text_that_is_before_the_court_or_confirmed_is_not_amended() -> None:
    for course in (Course().applied(), asked(reviewing()), confirmed()):
        refused(course, amended(course), "agreement_under_procedure")


def test_after_filing_an_amendment_opens_the_window_only_where_the_court_may_confirm() -> None:
    way = {"track": Track.POST_FILING_FIRST, "kind": Kind.POST_FILING}
    closed = Course(**way).effective()  # type: ignore[arg-type]
    open_ = Course(**way, court=k.court_facts(confirmation="allowed")).effective()  # type: ignore[arg-type]

    for course in (closed, open_):
        course.do(amended(course))

    assert closed.at.clock("T12") is None
    assert open_.at.clock("T12") is not None


@pytest.mark.parametrize("step", [c.RefuseApplication, c.RejectConfirmation])
def test_after_a_refused_confirmation_the_parties_may_sue(step: type[c.ProcedureCommand]) -> None:
    """Of a full agreement too: nothing gives it force, so the dispute goes to the court."""
    course = Course().effective().do(c.ReportResult()).do(JOINT)
    refused(course, c.HandOver(court=None), "registration_not_open")
    if step is c.RejectConfirmation:
        course.step(c.AcceptApplication)
    course.step(step, "other")

    course.do(c.HandOver(court=None)).step(c.RegisterCase)

    assert course.at.procedures[-1].state == "registered"


def test_trap_14_a_labour_dispute_whose_confirmation_was_rejected_still_goes_to_arbitration_first() -> None:
    course = rejected(**LABOUR)

    refused(course, c.HandOver(court=None), "arbitration_first")


def test_a_breached_agreement_without_force_is_sued_upon() -> None:
    course = k.promised(Course()).do(c.ReportResult())
    refused(course, c.HandOver(court=None), "registration_not_open")
    course.later(1).do(c.ReportBreach(party_id=k.RESPONDENT))

    assert course.do(c.HandOver(court=None)).at.procedures[-1].state == "handed_over"


def test_what_was_confirmed_is_enforced_and_not_sued_upon() -> None:
    course = k.promised(Course()).do(c.ReportResult()).do(JOINT).step(c.AcceptApplication).step(c.ConfirmAgreement)
    course.later(1).do(c.ReportBreach(party_id=k.RESPONDENT))

    refused(course, c.HandOver(court=None), "registration_not_open")


# Breach.


def test_a_breach_waits_for_the_last_day_of_a_promise() -> None:
    course = k.promised(Course())
    refused(course, c.ReportBreach(party_id=k.RESPONDENT), "performance_not_due")

    course.later(1).do(c.ReportBreach(party_id=k.RESPONDENT), COURT)

    agreement = course.at.agreement
    assert agreement is not None
    assert (agreement.state, agreement.breached_on) == (AgreementState.BREACHED, course.today)
    assert course.facts[-1].type == "performance.breached"


def test_only_who_owes_breaks_a_promise() -> None:
    course = k.promised(Course()).later(1)

    refused(course, c.ReportBreach(party_id=k.APPLICANT), "debtor_not_bound")
    undated = Course().effective()
    refused(undated, c.ReportBreach(party_id=k.RELATED), "debtor_not_bound")
    assert undated.do(c.ReportBreach(party_id=k.RESPONDENT)).facts[-1].state_after == "breached"


def test_a_breached_agreement_may_still_be_performed_confirmed_or_changed() -> None:
    def late() -> Course:
        return k.promised(Course()).later(1).do(c.ReportBreach(party_id=k.RESPONDENT))

    assert late().do(c.RecordPerformance()).facts[-1].state_after == "performed"
    assert late().do(JOINT).at.procedures[-1].state == "applied"
    course = late()
    assert course.do(amended(course)).at.agreement.breached_on is None  # type: ignore[union-attr]


def test_after_filing_going_back_lets_the_trial_go_on_and_nothing_is_breached_yet() -> None:
    course = k.promised(Course(track=Track.IN_TRIAL, kind=Kind.POST_FILING))
    refused(course, c.ResumeTrial(), "agreement_in_force", COURT)

    refused(course.later(1), c.ReportBreach(party_id=k.RESPONDENT), "agreement_not_binding")
    course.do(c.RepudiateAgreement(party_id=k.RESPONDENT)).do(c.ResumeTrial(), COURT)

    assert course.at.procedures[-1].state == "transferred"
