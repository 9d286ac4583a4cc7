"""The arbitration review of a labour agreement: who applies, where, in time, and what excludes it."""

from dataclasses import replace

import pytest

from app.domain import commands as c
from app.domain.lifecycle.apply import apply
from app.domain.lifecycle.states import Body, Kind, Stage, Track
from tests.domain import courses as k
from tests.domain.courses import CENTRE, Course, next_step
from tests.domain.refusals import due_on, refused
from tests.domain.stands import review

LABOUR = {"body": Body.LABOUR, "cause": k.LABOUR_CAUSE, "track": Track.DIRECT, "kind": Kind.DIRECT}


def agreed(**way: object) -> Course:
    return k.promised(Course(**{**LABOUR, **way}))  # type: ignore[arg-type]


def under_review(**way: object) -> Course:
    course = agreed(**way)
    return course.do(review(course)).step(c.AcceptReview, actor=CENTRE)


def receipt(course: Course, party: k.PartyId, means: str = "personal") -> c.ProcedureCommand:
    return next_step(course, c.RecordReviewReceipt, party_id=party, means=means)


def test_both_signatures_give_the_commissions_statement_its_force() -> None:
    course = under_review()
    course.step(c.MakeReviewStatement, actor=CENTRE).do(receipt(course, k.APPLICANT))
    assert (course.at.procedures[-1].state, course.at.stage) == ("made", Stage.CONFIRMATION)

    course.do(receipt(course, k.RESPONDENT, "electronic"))

    assert (course.at.procedures[-1].state, course.facts[-1].type) == ("in_force", "instrument.effective")


def test_a_receipt_is_given_once_by_whoever_is_bound_and_never_by_announcement() -> None:
    course = under_review().step(c.MakeReviewStatement, actor=CENTRE)
    refused(course, receipt(course, k.RELATED), "signer_not_required")
    refused(course, receipt(course, k.APPLICANT, "public"), "service_means_not_allowed")
    course.do(receipt(course, k.APPLICANT))

    refused(course, receipt(course, k.APPLICANT), "already_signed")


def test_trap_12_one_party_alone_does_not_apply() -> None:
    course = agreed()

    for asking in ((k.APPLICANT,), (*k.BOTH, k.PartyId(k.UUID(int=9)))):
        refused(course, c.ApplyForArbitrationReview(applicant_ids=asking), "joint_application_required")


def test_the_window_is_fifteen_days_from_the_effective_date() -> None:
    assert agreed().later(15).do(c.ApplyForArbitrationReview(applicant_ids=k.BOTH)).at.procedures
    late = agreed().later(20)

    refused(late, review(late), "review_window_closed")


def test_only_labour_disputes_before_bodies_that_the_law_names_are_reviewed() -> None:
    other = agreed(cause="88", body=Body.PEOPLE)
    refused(other, review(other), "not_labour_dispute")
    chamber = agreed(body=Body.CHAMBER)

    refused(chamber, review(chamber), "organisation_not_for_review")


@pytest.mark.parametrize("cause", ["205.1", "214.1"])
def test_trap_13_confirming_a_labour_relationship_is_not_reviewed(cause: str) -> None:
    course = agreed(cause=cause)

    refused(course, review(course), "labour_relationship_confirmation")


def test_review_and_judicial_confirmation_exclude_each_other() -> None:
    confirm = c.ApplyForConfirmation(applicant_ids=k.BOTH, court=k.court_facts(identity=k.OTHER_COURT_ID))
    course = agreed().do(confirm)
    refused(course, review(course), "already_judicially_confirmed")
    reviewed = under_review()

    refused(reviewed, confirm, "arbitration_review_open")
    refused(reviewed, review(reviewed), "procedure_already_open")
    refused(reviewed, c.AmendAgreement(terms=(), agreed_by=k.BOTH, means="seal"), "agreement_under_procedure")


def test_the_days_of_the_commission_are_a_setting_since_their_rule_was_not_verified() -> None:
    five = under_review()
    assert five.at.clock("T18") is not None
    book = replace(five.book, arbitration_review_days=9)
    longer = agreed()
    longer.do(review(longer))
    accept = next_step(longer, c.AcceptReview)
    after, _ = apply(longer.at, accept, CENTRE, longer.now, book, longer.mint)

    clock = after.clock("T18")
    assert clock is not None
    assert (clock.raw_end_on - longer.today).days == 9
    assert five.past("T18").facts[-1].type == "deadline.missed"
    assert due_on(five, "T18") is not None
    assert five.step(c.WithdrawReview, actor=CENTRE).at.procedures[-1].state == "withdrawn"


@pytest.mark.parametrize(
    ("step", "reason"), [(c.RefuseReview, "out_of_time"), (c.RefuseReviewStatement, "involuntary")]
)
def test_after_a_refusal_the_way_is_arbitration(step: type[c.ProcedureCommand], reason: str) -> None:
    course = agreed().do(c.ReportResult())
    refused(course, c.ReferToArbitration(), "arbitration_not_open")
    course.do(review(course))
    if step is c.RefuseReviewStatement:
        course.step(c.AcceptReview, actor=CENTRE)
    course.step(step, "other", CENTRE)

    refused(course, c.HandOver(court=course.named_court), "arbitration_first")
    assert course.do(c.ReferToArbitration()).at.procedures[-1].state == "referred"
