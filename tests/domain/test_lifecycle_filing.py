"""Why a dispute goes to a court for filing once mediation is over: what the record shows, and what was said of it."""

from dataclasses import replace
from datetime import timedelta

import pytest

from app.domain import commands as c
from app.domain.guards.routes import filing_reasons
from app.domain.lifecycle.states import Kind, Machine, Track
from tests.domain import courses as k
from tests.domain.courses import CENTRE, COURT, Course, next_step
from tests.domain.refusals import refused
from tests.domain.stands import enforcement, stand


def rejected(**way: object) -> Course:
    """A full agreement that the court would not confirm, reported."""
    course = k.promised(Course(**way)).do(c.ReportResult())  # type: ignore[arg-type]
    course.do(c.ApplyForConfirmation(applicant_ids=k.BOTH, court=course.named_court))
    return course.step(c.AcceptApplication).step(c.RejectConfirmation, "content_unclear")


def reason_of(course: Course) -> object:
    course.do(c.HandOver(court=course.named_court))
    return course.facts[-1].facts["reason"]


@pytest.mark.parametrize(
    ("kind", "track"),
    [
        (Kind.PRE_FILING, Track.PRE_FILING_2022),
        (Kind.PRE_FILING, Track.PRE_FILING_2016),
        (Kind.DIRECT, Track.DIRECT),
        (Kind.TRANSFERRED, Track.DIRECT),
    ],
)
def test_a_rejected_confirmation_leaves_the_way_to_a_suit(kind: Kind, track: Track) -> None:
    course = rejected(kind=kind, track=track)

    assert reason_of(course) == "confirmation_rejected"
    assert course.step(c.RegisterCase).at.procedures[-1].state == "registered"


def test_an_application_reported_only_after_the_rejection_goes_to_court_then() -> None:
    course = k.promised(Course()).do(c.ApplyForConfirmation(applicant_ids=k.BOTH))
    course.step(c.AcceptApplication).step(c.RejectConfirmation, "involuntary")
    refused(course, c.HandOver(), "registration_not_open")

    assert reason_of(course.do(c.ReportResult())) == "confirmation_rejected"


def test_an_amended_text_is_no_rejected_one() -> None:
    course = rejected()
    course.do(c.AmendAgreement(terms=(k.promise(course.today),), agreed_by=k.BOTH, means="seal"))
    refused(course, c.HandOver(), "registration_not_open")
    course.later(1).do(c.ReportBreach(party_id=k.RESPONDENT))

    assert filing_reasons(course.at) == ("confirmation_rejected", "agreement_not_performed")


def test_a_reason_that_the_record_does_not_show_is_refused_with_those_that_it_shows() -> None:
    course = rejected().later(1).do(c.ReportBreach(party_id=k.RESPONDENT))
    wrong = refused(course, c.HandOver(reason="mediation_failed"), "hand_over_reason_not_here")
    assert wrong.facts["reasons"] == ["confirmation_rejected", "agreement_not_performed"]
    assert wrong.pointer == "/reason"

    course.do(c.HandOver(reason="agreement_not_performed"))

    assert course.facts[-1].facts["reason"] == "agreement_not_performed"


@pytest.mark.parametrize(
    ("stands", "way", "reason"),
    [
        ("closed_to_filing", "pre_2022", "mediation_failed"),
        ("returned", "pre_2022", "back_at_court"),
        ("not_arbitrated", "pre_2022", "arbitration_not_taken"),
    ],
)
def test_without_an_agreement_the_reason_is_how_mediation_ended(stands: str, way: str, reason: str) -> None:
    course = stand(stands, way)

    assert filing_reasons(course.at)[0] == reason
    assert reason_of(course) == reason


def test_a_part_that_was_not_agreed_goes_to_court_where_it_was_to_be_filed() -> None:
    open_part = Course().effective(partial=True).do(c.ReportResult(route=k.Route.FILING))
    advised = Course().effective(partial=True).do(c.ReportResult(route=k.Route.ADVISED))

    assert (filing_reasons(open_part.at), filing_reasons(advised.at)) == (("part_not_agreed",), ())


@pytest.mark.parametrize(
    ("stands", "way", "reason"),
    [
        ("not_accepted", "pre_2022", "confirmation_not_accepted"),
        ("revoked", "pre_2022", "confirmation_revoked"),
        ("review_refused", "pre_2022_labour", "review_refused"),
        ("review_not_accepted", "pre_2022_labour", "review_refused"),
        ("certificate_refused", "pre_2022", "certificate_refused"),
    ],
)
def test_what_gave_an_agreement_no_force_is_the_reason(stands: str, way: str, reason: str) -> None:
    course = stand(stands, way).do(c.ReportResult())

    assert filing_reasons(course.at)[0] == reason


@pytest.mark.parametrize("stands", ["order_lapsed", "order_unserved", "suit_declined"])
def test_an_order_that_came_to_nothing_is_the_reason_after_a_breach(stands: str) -> None:
    course = stand(stands, "pre_2022").do(c.ReportBreach(party_id=k.RESPONDENT)).do(c.ReportResult())

    assert filing_reasons(course.at) == ("payment_order_ended", "agreement_not_performed")


def test_what_is_denied_enforcement_for_what_it_is_goes_to_court() -> None:
    course = stand("certified", "pre_2022").do(c.ReportResult())
    course.do(replace(enforcement(course), court_ground="debtor_domicile")).step(c.AcceptEnforcement)
    course.step(c.DenyEnforcement, "notarised_wrongly")

    assert reason_of(course) == "enforcement_denied"


def test_what_is_kept_or_has_force_leads_to_no_court() -> None:
    for stands in ("confirmed", "performed", "reported"):
        course = stand(stands, "pre_2022")
        if course.at.closure is None:
            course.do(c.ReportResult())
        assert filing_reasons(course.at) == ()


def test_after_filing_a_rejected_confirmation_lets_the_case_go_on_to_trial() -> None:
    allowed = k.court_facts(confirmation="allowed")
    course = Course(track=Track.POST_FILING_FIRST, kind=Kind.POST_FILING, court=allowed).effective()
    notice = c.GiveFeeNotice(amount=k.Decimal(50), pay_by=course.today + timedelta(days=7))
    course.do(c.ReportResult())
    refused(course, notice, "agreement_in_force", COURT)
    course.do(c.ApplyForConfirmation(applicant_ids=k.BOTH)).step(c.AcceptApplication)
    course.step(c.RejectConfirmation, "involuntary")

    assert course.do(notice, COURT).at.procedures[-1].machine is Machine.TRANSFER_TO_TRIAL


def test_a_rejected_text_may_still_be_amended_instead() -> None:
    course = rejected()

    course.do(c.AmendAgreement(terms=(k.promise(course.today),), agreed_by=k.BOTH, means="seal"), CENTRE)

    course.do(c.ApplyForConfirmation(applicant_ids=k.BOTH))
    course.step(c.AcceptApplication)
    assert course.do(next_step(course, c.ConfirmAgreement), COURT).at.procedures[-1].state == "confirmed"
