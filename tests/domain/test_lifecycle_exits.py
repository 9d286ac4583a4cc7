"""How matters end: who closes what, the ways out after filing, what excludes what, where labour disputes go."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from app.domain import commands as c
from app.domain.errors import Refusal
from app.domain.lifecycle.states import (
    AgreementState,
    Body,
    Closure,
    EndReason,
    Kind,
    Machine,
    MediationState,
    Route,
    Stage,
    Track,
)
from tests.domain import courses as k
from tests.domain.courses import CENTRE, COURT, Course
from tests.domain.refusals import due_on, refused

POST = {"track": Track.POST_FILING_FIRST, "kind": Kind.POST_FILING}
TRIAL = {"track": Track.IN_TRIAL, "kind": Kind.POST_FILING}
DIRECT = {"track": Track.DIRECT, "kind": Kind.DIRECT}
SENT = {"track": Track.DIRECT, "kind": Kind.TRANSFERRED}
LABOUR = {"body": Body.LABOUR, "cause": k.LABOUR_CAUSE}
JOINT = c.ApplyForConfirmation(applicant_ids=k.BOTH)
ASK = c.RequestStatement(applicant_ids=(k.APPLICANT,))
ALLOWED = k.court_facts(confirmation="allowed")


# Closing.


def test_after_filing_the_report_closes_nothing() -> None:
    course = Course(**POST).effective().do(c.ReportResult())

    assert (course.at.state, course.at.reported_on) == (MediationState.MEDIATION_ENDED, course.today)
    assert (course.facts[-1].type, course.at.closure) == ("result.reported", None)
    assert course.at.stage is Stage.AGREEMENT
    refused(course, c.ReportResult(), "result_already_reported")


def test_a_report_names_trial_after_filing_and_never_before() -> None:
    refused(Course(**POST).failed(), c.ReportResult(), "route_required")
    for route in (Route.FILING, Route.ADVISED, Route.ARBITRATION):
        refused(Course(**POST).failed(), c.ReportResult(route=route), "route_not_here")
    for way in ({}, DIRECT, SENT):
        no = refused(Course(**way).failed(), c.ReportResult(route=Route.TRIAL), "route_not_here")  # type: ignore[arg-type]
        assert (no.pointer, no.facts["routes"]) == ("/route", ["advised", "filing"])

    told = Course(**POST).failed().do(c.ReportResult(route=Route.TRIAL))

    assert told.facts[-1].facts == {"outcome": "not_agreed", "route": "trial"}


def test_the_courts_record_closes_and_the_same_event_says_so() -> None:
    course = Course(**POST).statement_made().receipt(k.APPLICANT).receipt(k.RESPONDENT)

    fact = course.facts[-1]
    assert (course.at.state, course.at.closure) == (MediationState.CLOSED, Closure.MEDIATION_STATEMENT)
    assert (fact.type, fact.also) == ("procedure.effective", {"mediation": "closed"})
    assert fact.facts["closure"] == "mediation_statement"
    assert course.at.stage is Stage.CLOSED


def test_a_step_that_closes_nothing_says_nothing_of_it() -> None:
    course = Course(**POST).statement_made().receipt(k.APPLICANT)

    assert (course.facts[-1].also, course.at.state) == ({}, MediationState.MEDIATION_ENDED)


def test_the_court_closes_by_other_means_only_what_is_settled() -> None:
    settled = Course(**POST).mediating().do(c.End(reason=EndReason.SETTLED_AND_WITHDREW))
    performed = Course(**POST).effective().do(c.RecordPerformance())
    for course in (
        Course(**POST).failed(),
        Course(**POST).effective(),
        Course(**POST).effective(partial=True).do(c.RecordPerformance()),
    ):
        refused(course, c.CloseByOtherMeans(), "other_means_not_open", COURT)
    refused(Course(**POST).drafted(), c.CloseByOtherMeans(), "agreement_unsettled", COURT)
    refused(performed, c.CloseByOtherMeans(), "wrong_actor", CENTRE)

    for course in (settled, performed):
        course.do(c.CloseByOtherMeans(), COURT)
        assert course.at.closure is Closure.CLOSED_BY_OTHER_MEANS


def test_one_way_out_at_a_time() -> None:
    asked = Course(**POST).statement_requested()
    refused(asked, c.ApplyForWithdrawal(applicant_ids=(k.APPLICANT,)), "procedure_already_open")
    asked.do(c.RecordPerformance())
    refused(asked, c.CloseByOtherMeans(), "procedure_already_open", COURT)
    refused(Course(**POST).withdrawal(), ASK, "procedure_already_open")
    refused(Course(**POST).fee_noticed(), _notice(Course(**POST)), "procedure_already_open", COURT)


def _notice(course: Course, days: int = 7) -> c.GiveFeeNotice:
    return c.GiveFeeNotice(amount=Decimal("50.00"), pay_by=course.today + timedelta(days=days))


def test_nothing_more_is_opened_once_the_case_is_closed() -> None:
    course = Course(**TRIAL).failed().do(c.ResumeTrial(), COURT)

    refused(course, c.ResumeTrial(), "action_not_possible", COURT)
    refused(course, ASK, "action_not_possible")


def test_a_request_to_call_it_off_falls_with_the_case() -> None:
    course = Course(**TRIAL).mediating().do(c.RequestCancel(reason="duplicate"), COURT)
    course.do(c.End(reason=EndReason.OTHER)).do(c.ResumeTrial(), COURT)

    assert course.at.cancel_requested_on is None


def test_a_direct_matter_closes_with_its_report() -> None:
    course = Course(**DIRECT).effective().do(c.ReportResult())

    assert (course.at.state, course.at.closure, course.at.reported_on) == (MediationState.CLOSED, Closure.AGREED, None)


# Mediation statement.


def test_a_statement_needs_a_registered_case() -> None:
    for way in ({}, DIRECT, SENT):
        refused(Course(**way).effective(), ASK, "case_not_registered")  # type: ignore[arg-type]
        handed_over = Course(**way).effective(partial=True).do(c.ReportResult(route=Route.FILING))  # type: ignore[arg-type]
        handed_over.do(c.HandOver(court=handed_over.named_court))
        refused(handed_over, ASK, "case_not_registered")

        handed_over.step(c.RegisterCase).do(ASK)

        statement = handed_over.at.procedures[-1]
        assert statement.court_id == (None if handed_over.at.court_id else k.OTHER_COURT_ID)
        assert handed_over.at.stage is Stage.CONFIRMATION


def test_a_statement_needs_an_agreement_that_binds_and_somebody_bound_who_asks() -> None:
    refused(Course(**POST).drafted(), ASK, "mediation_without_agreement")
    course = Course(**POST).effective()
    refused(course, c.RequestStatement(applicant_ids=()), "signer_not_required")
    refused(course, c.RequestStatement(applicant_ids=(k.RELATED,)), "signer_not_required")
    stranger = k.PartyId(k.UUID(int=12345))
    refused(course, c.RequestStatement(applicant_ids=(k.APPLICANT, stranger)), "party_unknown")

    assert course.do(ASK).at.procedures[-1].applicant_ids == (k.APPLICANT,)


@pytest.mark.parametrize("means", ["post", "public", "sms", "phone"])
def test_a_statement_is_served_in_person_and_never_left_or_announced(means: str) -> None:
    course = Course(**POST).statement_made()

    refused(course, _receipt(course, k.APPLICANT, means), "service_means_not_allowed", COURT)


def test_electronic_service_needs_the_partys_consent() -> None:
    course = Course(**POST).statement_made()
    refused(course, _receipt(course, k.APPLICANT, "electronic"), "electronic_service_not_agreed", COURT)

    course.do(c.RecordConsent(party_id=k.APPLICANT, kind="electronic_service", given=True), COURT)

    assert course.receipt(k.APPLICANT, "electronic").at.procedures[-1].served_party_ids == (k.APPLICANT,)


def _receipt(course: Course, party: k.PartyId, means: str = "personal") -> c.RecordStatementReceipt:
    statement = course.at.procedures_of(Machine.MEDIATION_STATEMENT)[-1]
    return c.RecordStatementReceipt(procedure_id=statement.id, machine=statement.machine, party_id=party, means=means)


def test_the_last_signature_gives_effect_and_not_the_first() -> None:
    course = Course(**POST).statement_made().receipt(k.APPLICANT)
    assert course.at.procedures[-1].state == "made"
    refused(course, _receipt(course, k.APPLICANT), "already_signed", COURT)
    refused(course, _receipt(course, k.RELATED), "signer_not_required", COURT)
    refused(course, _receipt(course, k.RESPONDENT), "wrong_actor", CENTRE)

    course.later(1).receipt(k.RESPONDENT)

    assert (course.at.procedures[-1].state, course.at.procedures[-1].decided_on) == ("in_force", course.today)


def test_until_it_is_in_force_a_party_may_go_back_on_it_and_the_case_goes_to_trial() -> None:
    course = Course(**TRIAL, court=ALLOWED).statement_made().receipt(k.RESPONDENT)
    statement = course.at.procedures[-1]
    back = c.RepudiateStatement(procedure_id=statement.id, machine=statement.machine, party_id=k.APPLICANT)
    refused(course, replace(back, party_id=k.RELATED), "signer_not_required")
    refused(course, c.ResumeTrial(), "agreement_in_force", COURT)

    course.do(back)

    assert course.facts[-1].type == "procedure.repudiated"
    assert course.at.clock("T12") is None
    refused(course, ASK, "procedure_already_open")
    refused(course, JOINT, "procedure_already_open")
    course.do(c.ResumeTrial(), COURT)
    assert course.at.closure is Closure.TO_TRIAL


def test_a_statement_in_force_cannot_be_gone_back_on() -> None:
    course = Course(**POST).statement_made().receipt(k.APPLICANT).receipt(k.RESPONDENT)
    statement = course.at.procedures[-1]
    back = c.RepudiateStatement(procedure_id=statement.id, machine=statement.machine, party_id=k.APPLICANT)

    refused(course, back, "action_not_possible")


def test_a_refused_statement_opens_the_way_to_trial_and_to_another_request() -> None:
    course = Course(**TRIAL).statement_requested().step(c.RefuseStatement, "unlawful")
    assert course.at.procedures[-1].reason == "unlawful"
    course.do(ASK).step(c.RefuseStatement, "involuntary")

    assert course.do(c.ResumeTrial(), COURT).at.closure is Closure.TO_TRIAL


def test_a_receipt_belongs_to_its_own_statement_and_not_to_the_refused_one() -> None:
    course = Course(**TRIAL).statement_requested().step(c.RefuseStatement, "unlawful")
    course.do(ASK).step(c.MakeStatement).receipt(k.RESPONDENT)

    first, second = course.at.procedures

    assert (first.served_party_ids, second.served_party_ids) == ((), (k.RESPONDENT,))


def test_a_statement_on_a_part_leaves_the_rest_to_the_trial() -> None:
    course = Course(**TRIAL).effective(partial=True).do(ASK).step(c.MakeStatement)
    course.receipt(k.APPLICANT).receipt(k.RESPONDENT)
    assert (course.at.procedures[-1].state, course.at.state) == ("in_force", MediationState.MEDIATION_ENDED)

    course.do(c.ResumeTrial(), COURT)

    assert course.at.closure is Closure.TO_TRIAL


def test_whoever_is_to_pay_is_served_too() -> None:
    term = c.NewTerm(payer_party_id=k.RELATED, amount=Decimal(100), due_on=None, text="x")
    course = Course(**POST).agreed().do(c.DraftAgreement(terms=(term,)))
    for signature in k.signatures(course.body):
        course.do(signature)
    course.do(c.Sign(role=k.SignerRole.PARTY, party_id=k.RELATED, means="handwritten")).do(ASK).step(c.MakeStatement)

    course.receipt(k.APPLICANT).receipt(k.RESPONDENT)

    assert course.at.state is MediationState.MEDIATION_ENDED
    assert course.receipt(k.RELATED).at.state is MediationState.CLOSED


# Withdrawal of the suit.


def test_the_plaintiff_withdraws_after_a_settlement() -> None:
    refused(Course(**POST).failed(), _withdrawal(k.APPLICANT), "mediation_without_agreement")
    course = Course(**POST).effective()
    for parties in ((k.RESPONDENT,), k.BOTH, ()):
        refused(course, c.ApplyForWithdrawal(applicant_ids=parties), "plaintiff_required")

    course.do(_withdrawal(k.APPLICANT)).step(c.PermitWithdrawal)

    assert (course.at.state, course.at.closure) == (MediationState.CLOSED, Closure.WITHDRAWN_AFTER_SETTLEMENT)
    assert course.facts[-1].also == {"mediation": "closed"}


def _withdrawal(*parties: k.PartyId) -> c.ApplyForWithdrawal:
    return c.ApplyForWithdrawal(applicant_ids=parties)


def test_parties_who_settled_on_their_own_withdraw_too() -> None:
    course = Course(**POST).mediating().do(c.End(reason=EndReason.SETTLED_AND_WITHDREW))

    assert course.do(_withdrawal(k.APPLICANT)).at.stage is Stage.FILING


def test_a_withdrawal_that_the_court_refuses_closes_nothing() -> None:
    course = Course(**POST).withdrawal().step(c.RefuseWithdrawal, "unlawful")

    assert course.at.state is MediationState.MEDIATION_ENDED
    course.do(_withdrawal(k.APPLICANT))


# Trial and the court fee.


def test_the_fee_is_asked_for_only_after_mediation_failed() -> None:
    refused(Course(**POST).mediating(), _notice(Course(**POST)), "action_not_possible", COURT)
    refused(Course(**POST).effective(), _notice(Course(**POST)), "agreement_in_force", COURT)
    refused(Course(**POST).agreed(), _notice(Course(**POST)), "agreement_unsettled", COURT)
    course = Course(**POST).failed()
    refused(course, _notice(course, -1), "day_passed", COURT)
    refused(course, c.ResumeTrial(), "not_on_this_track", COURT)

    course.do(_notice(course), COURT)

    notice = course.at.procedures[-1]
    assert (notice.fee_amount, notice.pay_by) == (Decimal("50.00"), course.today + timedelta(days=7))
    assert course.facts[-1].facts["amount"] == "50.00"


def test_the_case_goes_to_trial_when_the_fee_is_paid() -> None:
    course = Course(**POST).fee_noticed()
    step = {"procedure_id": course.at.procedures[-1].id, "machine": Machine.TRANSFER_TO_TRIAL}
    refused(course, c.TransferToTrial(**step), "action_not_possible", COURT)

    course.do(c.RecordFeePaid(**step, relief=True), COURT)
    assert course.facts[-1].facts["relief"] is True
    refused(course, c.DeemWithdrawn(**step), "action_not_possible", COURT)
    course.do(c.TransferToTrial(**step), COURT)

    assert (course.at.closure, course.facts[-1].type) == (Closure.TO_TRIAL, "trial.transferred")


def test_the_suit_counts_as_withdrawn_only_after_the_last_day_to_pay() -> None:
    course = Course(**POST).fee_noticed().later(7)
    step = c.DeemWithdrawn(procedure_id=course.at.procedures[-1].id, machine=Machine.TRANSFER_TO_TRIAL)
    refused(course, step, "fee_still_payable", COURT)

    course.later(1).do(step, COURT)

    assert course.at.closure is Closure.DEEMED_WITHDRAWN


def test_without_the_fee_rule_the_trial_simply_resumes() -> None:
    for way in (TRIAL, {"track": Track.POST_FILING_2016, "kind": Kind.POST_FILING}):
        course = Course(**way).failed()  # type: ignore[arg-type]
        refused(course, _notice(course), "not_on_this_track", COURT)

        course.do(c.ResumeTrial(), COURT)

        assert (course.at.procedures[-1].state, course.facts[-1].also) == ("transferred", {"mediation": "closed"})


def test_a_refusal_to_sign_opens_the_way_to_trial() -> None:
    course = Course(**TRIAL).drafted().do(c.RefuseToSign(party_id=k.RESPONDENT))

    assert course.do(c.ResumeTrial(), COURT).at.closure is Closure.TO_TRIAL


def test_the_court_need_not_wait_for_a_report_that_never_comes() -> None:
    course = Course(**TRIAL).expired().past("REPORT").do(c.ResumeTrial(), COURT)

    assert (course.at.reported_on, course.at.closure) == (None, Closure.TO_TRIAL)


# Judicial confirmation.


@pytest.mark.parametrize("setting", ["refused", "after_withdrawal"])
def test_trap_06_after_filing_confirmation_is_the_courts_dated_setting_and_the_refusal_names_it(setting: str) -> None:
    course = Course(**POST, court=k.court_facts(confirmation=setting)).effective()

    refusal = refused(course, JOINT, "confirmation_after_entrustment")

    assert refusal.facts["setting"] == "confirmation_after_entrustment"
    assert refusal.facts["value"] == setting


def test_a_court_that_allows_it_confirms_after_entrustment() -> None:
    assert Course(**POST, court=ALLOWED).effective().do(JOINT).at.stage is Stage.CONFIRMATION


def test_after_a_permitted_withdrawal_confirmation_opens_inside_the_window() -> None:
    court = k.court_facts(confirmation="after_withdrawal")
    course = Course(**POST, court=court).withdrawal()
    refused(course, JOINT, "confirmation_after_entrustment")
    course.step(c.PermitWithdrawal)
    late = replace(course, facts=[]).later(40)
    refused(late, JOINT, "confirmation_window_closed")

    assert course.do(JOINT).at.procedures[-1].machine is Machine.JUDICIAL_CONFIRMATION


def test_the_window_opens_only_where_confirmation_is_possible_at_all() -> None:
    assert Course(**POST).effective().at.latest_clock("T12") is None
    for setting in ("after_withdrawal", "allowed"):
        court = k.court_facts(confirmation=setting)
        assert Course(**POST, court=court).effective().at.clock("T12") is not None
    assert Course(**DIRECT).effective().at.clock("T12") is not None


def test_a_setting_that_changed_later_is_judged_by_the_dates_of_the_law() -> None:
    """The court allows it only afterwards: thirty days from the effective date, with or without a clock."""
    course = Course(**POST, today=date(2026, 3, 2)).effective()
    course.court = ALLOWED
    late = replace(course, facts=[]).on(date(2026, 4, 2))

    refused(late, JOINT, "confirmation_window_closed")
    assert course.on(date(2026, 4, 1)).do(JOINT).at.stage is Stage.CONFIRMATION


def test_without_a_court_setting_nothing_is_confirmed_after_filing() -> None:
    course = Course(**POST, court=ALLOWED).effective()

    with pytest.raises(Refusal, match="confirmation_after_entrustment"):
        k.apply(course.at, JOINT, CENTRE, course.now, replace(course.book, court=None), course.mint)


def test_confirmation_and_statement_exclude_each_other() -> None:
    refused(Course(**POST, court=ALLOWED).statement_requested(), JOINT, "procedure_already_open")
    refused(Course(**POST, court=ALLOWED).effective().do(JOINT), ASK, "procedure_already_open")


@pytest.mark.parametrize("way", [{}, POST], ids=["pre", "post"])
def test_trap_07_what_a_court_referred_is_confirmed_by_that_court_alone(way: dict[str, object]) -> None:
    course = Course(**way, court=ALLOWED).effective()  # type: ignore[arg-type]
    other = k.court_facts(identity=k.OTHER_COURT_ID)

    refused(course, replace(JOINT, court=other), "only_referring_court")
    course.do(replace(JOINT, court=k.court_facts()))

    assert course.at.procedures[-1].court_id is None


@pytest.mark.parametrize("way", [DIRECT, SENT], ids=["direct", "transferred"])
def test_without_a_referring_court_the_court_is_named_and_sees_the_matter_from_then_on(way: dict[str, object]) -> None:
    course = Course(**way).effective()  # type: ignore[arg-type]
    closed = replace(k.court_facts(identity=k.OTHER_COURT_ID), active=False)
    refused(course, JOINT, "court_required")
    refused(course, replace(JOINT, court=closed), "court_not_active")
    refused(course, replace(JOINT, court=course.named_court), "wrong_actor", COURT)

    course.do(replace(JOINT, court=course.named_court))

    assert course.at.procedures[-1].court_id == k.OTHER_COURT_ID
    assert k.OTHER_COURT_ID in course.facts[-1].audience
    assert course.facts[-1].facts["court_id"] == str(k.OTHER_COURT_ID)


# Registration and labour arbitration.


@pytest.mark.parametrize("way", [{}, DIRECT, SENT], ids=["pre", "direct", "transferred"])
def test_a_labour_dispute_goes_to_arbitration_before_it_goes_to_court(way: dict[str, object]) -> None:
    course = Course(**way, **LABOUR).failed()  # type: ignore[arg-type]
    refused(course, c.ReportResult(route=Route.FILING), "arbitration_first")

    course.do(c.ReportResult(route=Route.ARBITRATION))

    assert course.at.closure is Closure.TO_ARBITRATION
    refused(course, c.HandOver(court=course.named_court), "registration_not_open")
    course.do(c.ReferToArbitration())
    assert course.at.stage is Stage.FILING
    refused(course, c.ReferToArbitration(), "procedure_already_open")


@pytest.mark.parametrize("arbitration", ["arbitrated", "wage_iou"])
def test_arbitrated_disputes_and_written_wage_debts_go_to_court(arbitration: str) -> None:
    course = Course(**DIRECT, **LABOUR, arbitration=arbitration).to_filing()

    course.do(c.HandOver(court=course.named_court))

    assert course.at.procedures[-1].court_id == k.OTHER_COURT_ID


def test_what_is_arbitrated_or_no_labour_dispute_does_not_go_to_arbitration() -> None:
    arbitrated = Course(**LABOUR, arbitration="arbitrated").failed()
    refused(arbitrated, c.ReportResult(route=Route.ARBITRATION), "route_not_here")
    refused(Course().failed(), c.ReportResult(route=Route.ARBITRATION), "route_not_here")
    refused(Course().to_filing(), c.ReferToArbitration(), "arbitration_not_open")
    refused(Course(cause=None).to_filing(), c.ReferToArbitration(), "arbitration_not_open")
    refused(Course(**LABOUR).effective().do(c.ReportResult()), c.ReferToArbitration(), "arbitration_not_open")
    refused(Course(**LABOUR).failed(), c.ReferToArbitration(), "arbitration_not_open")


def test_a_written_wage_debt_may_still_be_arbitrated() -> None:
    assert Course(**LABOUR, arbitration="wage_iou").to_arbitration().at.closure is Closure.TO_ARBITRATION


def test_a_dispute_that_nobody_would_mediate_may_be_arbitrated() -> None:
    course = Course(cause=k.LABOUR_CAUSE).consult().do(c.Return(reason="not_suited_online", advice="x"), COURT)
    refused(course, c.HandOver(), "arbitration_first", COURT)

    course.do(c.ReferToArbitration(), COURT)

    assert course.at.procedures[-1].state == "referred"


def test_a_case_that_the_commission_does_not_take_goes_to_court() -> None:
    course = Course(**DIRECT, **LABOUR).arbitrating()
    course.step(c.RecordArbitrationRefused, "limitation", CENTRE)

    course.do(c.HandOver(court=course.named_court)).step(c.RegisterCase)

    assert course.at.procedures[-1].state == "registered"
    taken = Course(**DIRECT, **LABOUR).arbitrating().step(c.RecordArbitrationAccepted, actor=CENTRE)
    refused(taken, c.HandOver(court=taken.named_court), "registration_not_open")


def test_what_an_organisation_did_not_take_is_not_handed_to_a_court() -> None:
    declined = Course(**DIRECT).submit().do(c.Decline(reason="outside_charter", explanation="x"))

    refused(declined, c.HandOver(court=declined.named_court), "registration_not_open")


def test_a_filed_case_is_not_registered_again() -> None:
    refused(Course(**POST).failed(), c.HandOver(), "not_on_this_track", COURT)


# Calling off, handing back.


@pytest.mark.parametrize("way", [{}, POST, SENT], ids=["pre", "post", "transferred"])
def test_after_acceptance_calling_off_takes_two(way: dict[str, object]) -> None:
    course = Course(**way).mediating()  # type: ignore[arg-type]
    course.do(c.ScheduleSession(scheduled_on=course.today, mode="online"))
    refused(course, c.TakeBack(), "cancel_not_requested", course.opener)
    refused(course, c.ConfirmCancel(), "cancel_not_requested")
    refused(course, c.RefuseCancel(explanation="x"), "cancel_not_requested")
    course.do(c.RequestCancel(reason="filed_elsewhere", explanation="secret words"), course.opener)
    refused(course, c.RequestCancel(reason="duplicate"), "cancel_already_requested", course.opener)
    assert "secret" not in repr(course.facts[-1].facts)
    assert course.at.dossier.messages[-1].text == "secret words"

    course.do(c.ConfirmCancel())

    assert (course.at.state, course.at.holder_id) == (MediationState.UNASSIGNED, None)
    assert (course.at.assignments[-1].ending, course.at.cancel_requested_on) == ("taken_back", None)
    assert not [clock for clock in course.at.clocks if clock.is_open]
    assert [(m.ended_on, s.state) for m, s in zip(course.at.mediators, course.at.sessions, strict=True)] == [
        (course.today, "cancelled")
    ]


def test_the_organisation_may_go_on_and_says_why() -> None:
    course = Course().mediating().do(c.RequestCancel(reason="duplicate"), COURT)
    assert course.facts[-1].facts == {"reason": "duplicate"}

    course.do(c.RefuseCancel(explanation="an agreement is near"))

    assert course.at.cancel_requested_on is None
    message = course.at.dossier.messages[-1]
    assert (message.text, message.sender) == ("an agreement is near", "organisation")
    course.do(c.RequestCancel(reason="duplicate"), COURT)


def test_a_result_that_is_reported_while_the_request_is_open_closes_both() -> None:
    course = Course().mediating().do(c.RequestCancel(reason="duplicate"), COURT)
    course.do(c.End(reason=EndReason.DIFFERENCES_TOO_LARGE))
    refused(course, c.ConfirmCancel(), "action_not_possible")

    course.do(c.ReportResult(route=Route.FILING))

    assert (course.at.state, course.at.cancel_requested_on) == (MediationState.CLOSED, None)
    assert course.facts[-1].facts["cancel_request_closed"] is True


def test_an_agreement_beats_a_later_request() -> None:
    refused(Course().effective(), c.RequestCancel(reason="duplicate"), "action_not_possible", COURT)


def test_handing_back_leaves_nothing_running_and_the_next_begins_anew() -> None:
    course = Course(**POST).mediating().later(2)

    course.do(c.HandBack(reason="conflict_of_interest", explanation="x"))

    assert (course.at.state, course.facts[-1].type) == (MediationState.UNASSIGNED, "referral.handed_back")
    assert course.at.assignments[-1].reason == "conflict_of_interest"
    same = c.Reassign(organisation=k.organisation(), channel=k.CHANNEL)
    refused(course, same, "organisation_declined_before", COURT)
    other = k.organisation(k.OTHER_CENTRE_ID)
    course.do(c.Reassign(organisation=other, channel=k.CHANNEL), COURT).do(c.Accept(organisation=other))
    refused(course, k.begin(), "term_not_started")
    course.do(c.ReceiveMaterials())
    refused(course, k.begin(), "mediator_missing")
    assert due_on(course, "T06") == course.book.calendar.roll(course.today + timedelta(days=15))


def test_an_application_that_is_handed_back_is_returned() -> None:
    course = Course(**DIRECT).mediating().do(c.HandBack(reason="cannot_continue", explanation="x"))

    assert (course.at.state, course.at.closure) == (MediationState.RETURNED, Closure.RETURNED)
    assert (course.at.holder_id, course.facts[-1].facts["closure"]) == (k.CENTRE_ID, "returned")


def test_only_the_present_holders_contact_meets_its_contact_clock() -> None:
    """What the first organisation tried does not spare the second one its own three days."""
    course = Course(consenting=(k.APPLICANT,)).accepted().do(k.contact(k.RESPONDENT, "not_reached"))
    course.do(c.HandBack(reason="capacity", explanation="x")).later(1)
    other = k.organisation(k.OTHER_CENTRE_ID)
    course.do(c.Reassign(organisation=other, channel=k.CHANNEL), COURT).do(c.Accept(organisation=other))

    course.do(k.contact(k.APPLICANT))
    assert course.at.clock("T04") is not None
    course.do(k.contact(k.RESPONDENT))

    assert course.at.clock("T04") is None


# Mediators and sessions.


def test_a_mediator_is_replaced_with_a_reason_and_the_lead_passes_on() -> None:
    course = Course().mediating()
    stranger = replace(k.replace_mediator(), replaced_id=k.MediatorId(k.UUID(int=99)))
    refused(course, stranger, "mediator_not_assigned")
    refused(course, k.replace_mediator(mediator=k.MEDIATOR), "mediator_already_assigned")
    refused(course, replace(k.replace_mediator(), mediator=None), "mediator_not_available")

    course.do(k.replace_mediator("party_request"))

    old, new = course.at.mediators
    assert (old.ended_on, old.reason, new.lead, new.mediator_id) == (
        course.today,
        "party_request",
        True,
        k.OTHER_MEDIATOR,
    )
    assert course.facts[-1].facts["replaced_id"] == str(k.MEDIATOR)


@pytest.mark.parametrize(("reason", "back"), [("recusal", False), ("conflict_disclosed", False), ("capacity", True)])
def test_a_mediator_who_left_over_a_conflict_does_not_come_back(*, reason: str, back: bool) -> None:
    course = Course().mediating().do(k.replace_mediator(reason))

    if back:
        course.do(k.assign())
        assert [m.lead for m in course.at.mediators] == [True, True, False]
    else:
        refused(course, k.assign(), "mediator_recused")


def test_a_session_is_cancelled_with_a_reason_and_not_held_afterwards() -> None:
    course = Course().mediating()
    course.do(c.ScheduleSession(scheduled_on=course.today, mode="online"))
    session = course.at.sessions[0].id

    course.do(c.CancelSession(session_id=session, reason="emergency"))

    assert (course.at.sessions[0].state, course.at.sessions[0].reason) == ("cancelled", "emergency")
    refused(course, c.HoldSession(session_id=session), "session_unknown")
    refused(course, c.CancelSession(session_id=session, reason="other"), "session_unknown")


def test_days_of_appraisal_do_not_count_in_a_direct_matter_on_the_platform() -> None:
    course = Course(**DIRECT, today=date(2026, 3, 2)).appraising().later(10).do(c.EndAppraisal())

    clock = course.at.clock("T05")
    assert clock is not None
    assert clock.raw_end_on == date(2026, 4, 11)


def test_a_labour_term_is_not_paused() -> None:
    refused(Course(**DIRECT, **LABOUR).mediating(), c.BeginAppraisal(agreed_by=k.BOTH), "not_on_this_track")


def test_the_agreement_after_filing_is_effective_between_the_parties() -> None:
    course = Course(**POST).effective()

    assert course.at.agreement is not None
    assert course.at.agreement.state is AgreementState.EFFECTIVE
    assert "IMR_20" in course.facts[-1].sources


def test_a_route_that_does_not_fit_is_answered_with_those_that_do() -> None:
    after_filing = refused(Course(**POST).failed(), c.ReportResult(route=Route.FILING), "route_not_here")
    agreed = refused(Course().effective(), c.ReportResult(route=Route.FILING), "route_not_here")
    labour = refused(Course(**LABOUR).failed(), c.ReportResult(route=Route.FILING), "arbitration_first")  # type: ignore[arg-type]

    assert after_filing.facts["routes"] == ["trial"]
    assert agreed.facts["routes"] == []
    assert labour.facts["routes"] == ["advised", "arbitration"]
