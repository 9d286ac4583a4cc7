"""What may not stand beside what: filed and delegated, confirmed and tried, asked by one and withdrawn for all."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from app.domain import commands as c
from app.domain.dossier import Particulars, ParticularsChange
from app.domain.errors import Refusal
from app.domain.lifecycle.apply import open_referral
from app.domain.lifecycle.states import Body, Kind, Route, Track
from app.domain.parts import OnBehalfOf
from tests.domain import courses as k
from tests.domain.courses import COURT, Course
from tests.domain.refusals import refused

POST = {"track": Track.POST_FILING_FIRST, "kind": Kind.POST_FILING}
DIRECT = {"track": Track.DIRECT, "kind": Kind.DIRECT}
SENT = {"track": Track.DIRECT, "kind": Kind.TRANSFERRED}
ALLOWED = k.court_facts(confirmation="allowed")
JOINT = c.ApplyForConfirmation(applicant_ids=k.BOTH)
BOTH_ASK = c.ApplyForWithdrawal(applicant_ids=(k.APPLICANT,))


def filed(course: Course) -> Refusal:
    """The refusal of an opening that names a day of filing."""
    new = replace(course.new(), particulars=Particulars(filed_on=course.today - timedelta(days=3)))
    kind = c.Submit() if course.kind is Kind.DIRECT else c.Consult()
    with pytest.raises(Refusal) as caught:
        open_referral(new, kind, course.opener, course.now, course.book, course.mint)
    return caught.value


@pytest.mark.parametrize("way", [{}, DIRECT, SENT], ids=["pre_filing", "direct", "transferred"])
def test_a_filed_dispute_is_referred_after_filing_and_in_no_other_way(way: dict[str, object]) -> None:
    assert filed(Course(**way)).code == "already_filed"  # type: ignore[arg-type]


def test_a_day_of_filing_cannot_be_put_in_later() -> None:
    change = c.Amend(particulars=ParticularsChange(filed_on=date(2026, 9, 1)))

    refused(Course().accepted(), change, "already_filed", COURT)


def test_an_organisation_does_not_take_up_what_it_may_no_longer_do() -> None:
    """Offered on the last day before the commercial regulation, taken up under it."""
    course = Course(body=Body.COMMERCIAL, cause="205.5", today=date(2026, 4, 30)).delegate()
    course.on(date(2026, 5, 6))

    refused(course, c.Accept(organisation=k.organisation(body=Body.COMMERCIAL)), "cause_excluded_for_body")


def test_a_labour_body_s_dispute_without_a_cause_goes_to_arbitration_first() -> None:
    course = Course(body=Body.LABOUR, cause=None).failed()

    refused(course, c.ReportResult(route=Route.FILING), "arbitration_first")


def test_no_confirmation_beside_a_trial_or_a_fee_notice() -> None:
    course = Course(**POST, court=ALLOWED).effective()
    course.do(c.RequestStatement(applicant_ids=k.BOTH)).step(c.RefuseStatement, "involuntary")
    course.do(c.GiveFeeNotice(amount=Decimal(50), pay_by=course.today + timedelta(days=7)), COURT)
    refused(course, JOINT, "procedure_already_open")

    course.step(c.RecordFeePaid).step(c.TransferToTrial)

    refused(course, JOINT, "already_in_trial")


def test_no_withdrawal_while_a_confirmation_is_before_the_court() -> None:
    course = Course(**POST, court=ALLOWED).effective().do(JOINT)

    refused(course, BOTH_ASK, "procedure_already_open")


def test_a_suit_is_withdrawn_by_all_its_plaintiffs() -> None:
    course = Course(**POST).effective()

    for asking in ((), (k.RESPONDENT,), (k.APPLICANT, k.RESPONDENT)):
        refused(course, c.ApplyForWithdrawal(applicant_ids=asking), "plaintiff_required")


def test_a_fee_notice_leaves_a_day_to_pay() -> None:
    course = Course(**POST).failed()

    with pytest.raises(Refusal):
        course.do(c.GiveFeeNotice(amount=Decimal(50), pay_by=course.today), COURT)


def test_only_a_basic_or_intermediate_court_confirms() -> None:
    high = replace(k.court_facts(identity=k.OTHER_COURT_ID), level="high")
    course = Course(**DIRECT).effective().do(c.ReportResult())

    refused(course, replace(JOINT, court=high), "court_level_not_competent")


@pytest.mark.parametrize(("role", "identity"), [("mediator", k.APPLICANT), ("party", k.MEDIATOR)])
def test_whom_somebody_acts_for_is_named_in_his_own_role(role: str, identity: object) -> None:
    course = Course().mediating()
    session = c.ScheduleSession(scheduled_on=course.today, mode="online")

    refused(course, replace(session, on_behalf_of=OnBehalfOf(role, identity)), "party_unknown")  # type: ignore[arg-type]
    course.do(replace(session, on_behalf_of=OnBehalfOf("mediator", k.MEDIATOR)))


def test_a_court_that_did_not_take_the_application_sees_nothing_new() -> None:
    course = Course(**DIRECT).effective().do(c.ReportResult())
    course.do(replace(JOINT, court=course.named_court))
    assert k.OTHER_COURT_ID in course.at.audience

    course.step(c.RefuseApplication, "wrong_court")

    assert k.OTHER_COURT_ID not in course.at.audience
    assert k.OTHER_COURT_ID in course.facts[-1].audience


def test_nothing_is_set_or_extended_against_a_party_that_took_its_consent_back() -> None:
    course = Course().mediating()
    course.do(c.RecordConsent(party_id=k.RESPONDENT, kind="mediate", given=False))
    later = course.today + timedelta(days=60)

    refused(course, c.ScheduleSession(scheduled_on=course.today, mode="online"), "party_refused")
    refused(course, c.ExtendTerm(until=later, agreed_by=k.BOTH), "party_refused")
