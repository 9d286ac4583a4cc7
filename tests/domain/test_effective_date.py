"""When an agreement takes effect and from when it binds, by every body of rules: one test a row, the day worked out.

The Monday of all courses is 2026-09-07; signatures come a day apart, so that every rule gives another day.
"""

from datetime import date
from decimal import Decimal

import pytest

from app.domain import commands as c
from app.domain.binding import BindingBasis, binding
from app.domain.lifecycle.states import AgreementState, Body, Kind, SignerRole, Track
from app.domain.lifecycle.table import BY_ORGANISATION, TRACKS_OF
from app.domain.parts import Agreement, PartyId
from tests.domain import courses as k
from tests.domain.courses import COURT, Course
from tests.domain.refusals import due_on, refused

MONDAY = date(2026, 9, 7)
TUESDAY, WEDNESDAY, THURSDAY, FRIDAY = (date(2026, 9, 7 + n) for n in range(1, 5))


def signed(course: Course) -> Course:
    """Drafted on Monday; the parties sign on Tuesday and Wednesday, then mediator and organisation a day apart."""
    course.agreed().do(c.DraftAgreement(terms=(k.promise(date(2026, 10, 30)),)))
    for signature in k.signatures(course.body):
        course.later(1).do(signature)
    return course


def agreement(course: Course) -> Agreement:
    assert course.at.agreement is not None
    return course.at.agreement


def dates(course: Course) -> tuple[date | None, date | None]:
    """The effective date, and the day from which the window for a joint application counts."""
    return agreement(course).effective_on, agreement(course).window_from


def test_before_filing_off_the_platform_both_parties_have_signed() -> None:
    """IMR 24."""
    course = signed(Course(track=Track.PRE_FILING_2016))

    assert dates(course) == (WEDNESDAY, WEDNESDAY)
    assert due_on(course, "T12") == date(2026, 10, 9)  # The 9th is a Friday after the holidays.


def test_on_the_court_platform_the_last_party_has_signed() -> None:
    """OMR 19."""
    assert dates(signed(Course())) == (WEDNESDAY, WEDNESDAY)


def test_a_written_agreement_before_a_committee_waits_for_mediator_and_seal() -> None:
    """PML 29."""
    assert dates(signed(Course(track=Track.PRE_FILING_2016, body=Body.PEOPLE))) == (FRIDAY, FRIDAY)


def test_an_oral_agreement_before_a_committee_counts_from_the_day_it_was_reached() -> None:
    """PML 30."""
    course = Course(track=Track.PRE_FILING_2016, body=Body.PEOPLE).agreed()
    course.do(c.DraftAgreement(terms=(k.promise(course.today),), form="oral", recorded_by=k.MEDIATOR))
    course.later(3).do(c.Sign(role=SignerRole.MEDIATOR, party_id=None, means="handwritten"))

    assert dates(course) == (MONDAY, MONDAY)
    assert binding(course.at).basis is BindingBasis.ORAL_AGREEMENT  # type: ignore[union-attr]


def test_a_labour_agreement_waits_for_mediator_and_seal() -> None:
    """LDMA 14."""
    course = signed(Course(track=Track.PRE_FILING_2016, body=Body.LABOUR, cause=k.LABOUR_CAUSE, arbitration="wage_iou"))

    assert dates(course) == (FRIDAY, FRIDAY)


def test_a_commercial_agreement_takes_effect_with_the_later_of_signature_and_seal() -> None:
    """CMR 22 says nothing of the day; the later one is taken by caution."""
    assert dates(signed(Course(track=Track.PRE_FILING_2016, body=Body.COMMERCIAL))) == (FRIDAY, FRIDAY)


def test_where_two_rules_apply_the_window_opens_early_and_validity_comes_late() -> None:
    """A labour agreement on the court platform: OMR 19 beside LDMA 14."""
    course = signed(Course(body=Body.LABOUR, cause=k.LABOUR_CAUSE, arbitration="wage_iou"))

    assert dates(course) == (FRIDAY, WEDNESDAY)


def test_trap_08_thirty_days_count_from_the_effective_date_and_not_from_the_agreement() -> None:
    """Agreed on Monday, in force on Friday: the last day lies thirty days after the Friday."""
    course = signed(Course(track=Track.PRE_FILING_2016, body=Body.PEOPLE))

    assert due_on(course, "T12") == date(2026, 10, 12)  # The 11th is a Sunday.
    course.on(date(2026, 10, 12)).do(c.ApplyForConfirmation(applicant_ids=k.BOTH))
    assert course.at.procedures[-1].state == "applied"


def entrusted(**way: object) -> Course:
    return signed(Course(track=Track.POST_FILING_FIRST, **way))  # type: ignore[arg-type]


def test_trap_16_a_statement_binds_with_the_last_receipt_in_the_party_s_own_hand() -> None:
    """Neither left at the door nor announced (CPLI 133); the last signature counts (CPLI 149)."""
    course = entrusted().do(c.RequestStatement(applicant_ids=k.BOTH)).step(c.MakeStatement)
    for means in ("left", "announcement", "post", "phone"):
        statement = course.at.procedures[-1]
        receipt = c.RecordStatementReceipt(
            procedure_id=statement.id, machine=statement.machine, party_id=k.APPLICANT, means=means
        )
        refused(course, receipt, "service_means_not_allowed", COURT)

    course.receipt(k.APPLICANT)
    assert binding(course.at).from_on is None  # type: ignore[union-attr]
    last = course.later(5).today
    course.receipt(k.RESPONDENT)

    found = binding(course.at)
    assert found is not None
    assert (found.from_on, found.basis) == (last, BindingBasis.MEDIATION_STATEMENT)


def test_trap_17_an_entrusted_agreement_is_not_final_when_it_is_signed() -> None:
    course = entrusted()

    told = course.facts[-1].facts

    assert (told["binding_basis"], "binding_from" in told) == ("not_yet", False)
    before_filing = signed(Course()).facts[-1].facts
    assert (before_filing["binding_basis"], before_filing["binding_from"]) == ("signatures", "2026-09-09")


def test_trap_17_a_party_goes_back_before_anything_is_asked_of_the_court() -> None:
    course = entrusted()
    back = c.RepudiateAgreement(party_id=k.RESPONDENT)
    refused(course, c.RepudiateAgreement(party_id=k.RELATED), "signer_not_required")
    refused(course, c.GiveFeeNotice(amount=Decimal(50), pay_by=date(2026, 12, 1)), "agreement_in_force", COURT)

    course.do(back)

    assert (agreement(course).state, course.facts[-1].type) == (AgreementState.REPUDIATED, "agreement.repudiated")
    assert binding(course.at) is None
    refused(course, c.RequestStatement(applicant_ids=k.BOTH), "mediation_without_agreement")
    course.do(c.GiveFeeNotice(amount=Decimal(50), pay_by=date(2026, 12, 1)), COURT)
    assert course.at.procedures[-1].state == "fee_noticed"


def test_trap_17_once_a_statement_is_asked_for_it_is_that_which_is_gone_back_on() -> None:
    course = entrusted().do(c.RequestStatement(applicant_ids=k.BOTH))

    refused(course, c.RepudiateAgreement(party_id=k.RESPONDENT), "statement_requested")

    course.step(c.MakeStatement).receipt(k.APPLICANT)
    statement = course.at.procedures[-1]

    def back(party: PartyId) -> c.RepudiateStatement:
        return c.RepudiateStatement(procedure_id=statement.id, machine=statement.machine, party_id=party)

    refused(course, back(k.APPLICANT), "statement_already_received")
    assert course.do(back(k.RESPONDENT)).at.procedures[-1].state == "repudiated"


def test_a_revoked_confirmation_lets_a_party_go_back_and_nothing_stays_due() -> None:
    course = entrusted(court=k.court_facts(confirmation="allowed"))
    course.do(c.ApplyForConfirmation(applicant_ids=k.BOTH)).step(c.AcceptApplication).step(c.ConfirmAgreement)
    course.do(k.next_step(course, c.ObjectToConfirmation, since=course.today), COURT)
    refused(course, c.RepudiateAgreement(party_id=k.RESPONDENT), "agreement_binds")
    course.step(c.RevokeConfirmation)

    course.do(c.RepudiateAgreement(party_id=k.RESPONDENT))

    assert not [clock for clock in course.at.clocks if clock.is_open]


@pytest.mark.parametrize("ground", ["withdrawal", "performance", "confirmation"])
def test_trap_17_nobody_goes_back_once_it_binds(ground: str) -> None:
    course = entrusted(court=k.court_facts(confirmation="allowed")).later(1)
    if ground == "withdrawal":
        course.do(c.ApplyForWithdrawal(applicant_ids=(k.APPLICANT,))).step(c.PermitWithdrawal)
    elif ground == "performance":
        course.do(c.RecordPerformance())
    else:
        course.do(c.ApplyForConfirmation(applicant_ids=k.BOTH))
        refused(course, c.RepudiateAgreement(party_id=k.RESPONDENT), "procedure_already_open")
        course.step(c.AcceptApplication).step(c.ConfirmAgreement)

    found = binding(course.at)

    assert found is not None
    assert found.from_on == course.today
    code = "action_not_possible" if ground == "performance" else "agreement_binds"
    refused(course, c.RepudiateAgreement(party_id=k.RESPONDENT), code)


def test_before_filing_nobody_goes_back() -> None:
    refused(Course().effective(), c.RepudiateAgreement(party_id=k.RESPONDENT), "not_on_this_track")


def test_without_an_agreement_or_before_its_signatures_nothing_binds() -> None:
    assert binding(Course().agreed().at) is None
    assert binding(Course().drafted().at).from_on is None  # type: ignore[union-attr]
    assert binding(Course().drafted().do(c.RefuseToSign(party_id=k.APPLICANT)).at) is None


def test_an_arbitration_statement_is_in_force_with_the_last_receipt() -> None:
    """LAR 77."""
    course = signed(Course(body=Body.LABOUR, cause=k.LABOUR_CAUSE, arbitration="wage_iou"))
    course.do(c.ApplyForArbitrationReview(applicant_ids=k.BOTH))
    course.step(c.AcceptReview, actor=k.CENTRE).step(c.MakeReviewStatement, actor=k.CENTRE)
    for party in k.BOTH:
        course.later(1).do(k.next_step(course, c.RecordReviewReceipt, party_id=party, means="personal"))

    assert (course.at.procedures[-1].state, course.at.procedures[-1].decided_on) == ("in_force", date(2026, 9, 13))


@pytest.mark.parametrize("kind", BY_ORGANISATION)
def test_the_agreement_is_given_to_each_party_once_whatever_the_kind(kind: Kind) -> None:
    """What a judge mediates is served as a statement."""
    track = next(track for track in Track if track in TRACKS_OF[kind])
    course = Course(kind=kind, track=track, on_platform=False).effective()
    serve = c.ServeAgreement(party_id=k.APPLICANT, means="personal")
    refused(course, c.ServeAgreement(party_id=k.RELATED, means="personal"), "signer_not_required")
    refused(course, c.ServeAgreement(party_id=k.APPLICANT, means="electronic"), "electronic_service_not_agreed")

    course.do(serve)

    assert (course.facts[-1].type, agreement(course).served[0].party_id) == ("agreement.served", k.APPLICANT)
    refused(course, serve, "agreement_already_served")
    assert agreement(
        course.do(c.RecordPerformance()).do(c.ServeAgreement(party_id=k.RESPONDENT, means="personal"))
    ).served


@pytest.mark.parametrize("kind", list(Kind))
def test_a_copy_goes_to_the_court_that_referred_before_filing_and_to_no_other(kind: Kind) -> None:
    """After filing the agreement itself is submitted with the result (IMR 19, 20)."""
    track = next(track for track in Track if track in TRACKS_OF[kind])
    course = Course(kind=kind, track=track).effective()

    if kind is not Kind.PRE_FILING:
        refused(course, c.FileAgreement(), "not_on_this_track")
        return
    course.do(c.FileAgreement())

    assert (course.facts[-1].type, agreement(course).filed_on) == ("agreement.filed_with_court", course.today)
    refused(course, c.FileAgreement(), "copy_already_filed")


def test_after_filing_the_agreement_goes_to_the_court_with_the_result() -> None:
    """IMR 20: the court makes the statement of it, or permits the withdrawal."""
    course = entrusted().do(c.ReportResult())

    assert (course.at.reported_on, course.facts[-1].type) == (course.today, "result.reported")


def test_a_new_text_is_given_and_filed_anew() -> None:
    course = Course().effective().do(c.FileAgreement())
    course.do(c.ServeAgreement(party_id=k.APPLICANT, means="electronic"))

    course.do(c.AmendAgreement(terms=(k.promise(course.today),), agreed_by=k.BOTH, means="seal"))

    assert (agreement(course).served, agreement(course).filed_on) == ((), None)


def test_nobody_goes_back_while_the_court_decides_on_the_withdrawal_of_the_suit() -> None:
    course = Course(track=Track.POST_FILING_FIRST, kind=Kind.POST_FILING).withdrawal()
    back = c.RepudiateAgreement(party_id=k.RESPONDENT)

    refused(course, back, "withdrawal_pending")

    course.step(c.RefuseWithdrawal, "unlawful").do(back)
