"""An organisation that says nothing blocks nobody, and what a referral went through leaves open what the law leaves."""

from datetime import timedelta

import pytest

from app.domain import commands as c
from app.domain.dossier import ParticularsChange
from app.domain.errors import Refusal
from app.domain.lifecycle.allowed import possibilities
from app.domain.lifecycle.states import Action, Body, Closure, EndReason, Kind, MediationState, Route, Track
from tests.domain import courses as k
from tests.domain.courses import COURT, Course
from tests.domain.refusals import refused
from tests.domain.stands import WAYS, Commands, commands_of, places, referred, stand

POST = {"track": Track.POST_FILING_FIRST, "kind": Kind.POST_FILING}
TRIAL = {"track": Track.IN_TRIAL, "kind": Kind.POST_FILING}
SENT = {"track": Track.DIRECT, "kind": Kind.TRANSFERRED}
LABOUR = {"body": Body.LABOUR, "cause": k.LABOUR_CAUSE}
RECALL = c.RequestCancel(reason="duplicate")
OVER = frozenset({MediationState.CLOSED, MediationState.RETURNED})
WAY_OUT = (
    *(Action.CLOSE, Action.RETURN, Action.RESUME_TRIAL, Action.DEEM_WITHDRAWN, Action.PERMIT_WITHDRAWAL),
    *(Action.TRANSFER_TO_TRIAL, Action.GIVE_FEE_NOTICE, Action.CLOSE_BY_OTHER_MEANS, Action.REPORT_RESULT),
    *(Action.TAKE_BACK, Action.REQUEST_CANCEL, Action.REFUSE_STATEMENT, Action.RECORD_STATEMENT_RECEIPT),
    *(Action.REFUSE_APPLICATION, Action.REJECT_CONFIRMATION, Action.APPLY_FOR_WITHDRAWAL),
    *(Action.DEEM_APPLICATION_WITHDRAWN,),
)
"""What a referrer tries, the nearest end first."""


# The silent organisation.


def _moves(course: Course) -> bool:
    offers = {x.action for x in possibilities(course.at, course.opener, course.now, course.book) if x.allowed}
    commands = Commands(course)
    for action in (x for x in WAY_OUT if x in offers):
        for command in commands[action]:
            try:
                course.do(command, course.opener)
            except Refusal:
                continue
            return True
    return False


@pytest.mark.walk
@pytest.mark.parametrize("way", [way for way in WAYS if referred(WAYS[way])])
def test_time_and_the_referrer_alone_reach_an_end(way: str) -> None:
    """Whatever the organisation left undone, whoever referred the matter is never held up by it for good."""
    for name in (name for name, on in places() if on == way):
        course = stand(name, way)

        for _ in range(len(MediationState)):
            if course.at.state in OVER:
                break
            course.later(20).sweep()
            _moves(course)

        assert course.at.state in OVER, name


@pytest.mark.parametrize("way", [{}, POST, SENT])
def test_a_request_without_an_answer_lets_the_matter_be_taken_back(way: dict[str, object]) -> None:
    course = Course(**way).mediating()  # type: ignore[arg-type]
    refused(course, c.TakeBack(), "cancel_not_requested", course.opener)
    course.do(RECALL, course.opener).later(2)
    refused(course, c.TakeBack(), "cancel_awaits_answer", course.opener)

    course.later(1).do(c.TakeBack(), course.opener)

    assert (course.at.state, course.at.holder_id) == (MediationState.UNASSIGNED, None)
    assert (course.at.cancel_requested_on, course.at.materials_received_on) == (None, None)
    assert all(turn.ended_on == course.today for turn in course.at.mediators)
    assert not [clock.rule for clock in course.at.clocks if clock.is_open]
    assert course.do(c.Close(), course.opener).at.closure is Closure.TAKEN_BACK


@pytest.mark.parametrize("way", [{}, SENT])
def test_what_nobody_reported_the_referrer_reports(way: dict[str, object]) -> None:
    early = Course(**way).failed()  # type: ignore[arg-type]
    refused(early, c.ReportResult(route=Route.ADVISED), "report_awaited", early.opener)
    course = Course(**way).expired().past("REPORT")  # type: ignore[arg-type]

    course.do(c.ReportResult(route=Route.ADVISED), course.opener)

    assert (course.at.state, course.at.closure) == (MediationState.CLOSED, Closure.ADVISED_TO_SUE)
    assert course.at.clock("FEEDBACK") is None


@pytest.mark.parametrize("drafted", [False, True])
def test_an_agreement_left_unsigned_does_not_keep_a_filed_case_from_trial(drafted: bool) -> None:  # noqa: FBT001
    course = Course(**TRIAL).drafted() if drafted else Course(**TRIAL).agreed()
    refused(course, c.Close(), "report_awaited", COURT)
    refused(course, c.ResumeTrial(), "agreement_unsettled", COURT)

    course.later(5).do(c.Close(), COURT).do(c.ResumeTrial(), COURT)

    assert course.at.procedures[-1].state == "transferred"
    refused(course, c.ResumeTrial(), "action_not_possible", COURT)


def test_what_is_settled_is_reported_and_not_given_up() -> None:
    for course in (Course().effective(), Course().failed(), Course(**POST).effective()):
        refused(course.later(5), c.Close(), "outcome_settled", COURT)


# After filing, a matter that mediation never ended.


@pytest.mark.parametrize("how", ["returned", "taken_back"])
def test_a_filed_case_without_mediation_goes_on_to_fee_and_trial(how: str) -> None:
    def over(way: dict[str, object]) -> Course:
        course = Course(**way)  # type: ignore[arg-type]
        if how == "returned":
            return course.consult().do(c.Return(reason="not_suited_online", advice="x"), COURT)
        return course.delegate().do(c.TakeBack(), COURT).do(c.Close(), COURT)

    noticed = over(POST)
    fee = commands_of(noticed)[Action.GIVE_FEE_NOTICE][0]
    noticed.do(fee, COURT).step(c.RecordFeePaid).step(c.TransferToTrial)
    resumed = over(TRIAL).do(c.ResumeTrial(), COURT)

    assert noticed.at.procedures[-1].state == resumed.at.procedures[-1].state == "transferred"
    refused(noticed, fee, "action_not_possible", COURT)
    refused(resumed, c.ResumeTrial(), "action_not_possible", COURT)


# The term of an earlier turn.


def test_a_term_of_an_earlier_turn_does_not_bind_the_next_organisation() -> None:
    other = k.organisation(k.OTHER_CENTRE_ID)
    back = Course(**SENT).mediating().do(c.HandBack(reason="capacity", explanation="x"))
    expired = Course(**SENT).expired().do(RECALL, k.SENDER).do(c.ConfirmCancel())
    for course in (back, expired):
        course.later(60).do(c.Reassign(organisation=other, channel=None), k.SENDER)

        course.do(c.Accept(organisation=other))

        term = course.at.clock("T05")
        assert term is not None
        assert term.started_on == course.today


def test_what_decides_the_term_is_free_again_between_two_turns() -> None:
    change = c.Amend(particulars=ParticularsChange(procedure_type="summary"))
    course = Course(**POST).mediating()
    refused(course, change, "particulars_fixed", COURT)
    ended = Course(**POST).failed()
    refused(ended, change, "particulars_fixed", COURT)

    course.do(c.HandBack(reason="capacity", explanation="x")).do(change, COURT)

    assert course.at.term_rule == "T07"


def test_a_day_of_filing_after_the_entrustment_is_no_correction() -> None:
    course = Course(**POST).delegate().later(3)
    late = ParticularsChange(filed_on=course.at.opened_on + timedelta(days=1))

    refused(course, c.Amend(particulars=late), "filed_after_opening", COURT)

    course.do(c.Amend(particulars=ParticularsChange(filed_on=course.at.opened_on)), COURT)
    assert course.at.particulars.filed_on == course.at.opened_on


# Ends without a mediation.


def test_parties_may_settle_on_their_own_before_mediation_starts() -> None:
    for course in (Course().accepted(), Course().contacting()):
        course.do(c.End(reason=EndReason.SETTLED_AND_WITHDREW))

        assert course.at.end_reason is EndReason.SETTLED_AND_WITHDREW


def test_after_expiry_nothing_is_agreed_in_a_mediation_that_never_started() -> None:
    for way in ({}, POST, SENT):
        for reason in (EndReason.AGREEMENT_REACHED, EndReason.DIFFERENCES_TOO_LARGE, EndReason.REFUSED_TO_SIGN):
            course = Course(**way).accepted().do(k.assign()).term_over()  # type: ignore[arg-type]
            inside = course.today - timedelta(days=1)
            refused(course, c.End(reason=reason, occurred_on=inside), "end_reason_not_here")

            course.do(c.End(reason=EndReason.PARTY_UNWILLING, occurred_on=inside))


def test_a_start_under_an_earlier_organisation_is_no_start_under_the_next() -> None:
    other = k.organisation(k.OTHER_CENTRE_ID)
    course = Course().mediating().do(c.HandBack(reason="capacity", explanation="x"))
    course.do(c.Reassign(organisation=other, channel=k.CHANNEL), COURT).do(c.Accept(organisation=other)).term_over()

    inside = course.today - timedelta(days=1)
    refused(course, c.End(reason=EndReason.AGREEMENT_REACHED, occurred_on=inside), "end_reason_not_here")
    assert course.do(c.End(reason=EndReason.TERM_EXPIRED)).at.end_reason is EndReason.TERM_EXPIRED


# Labour disputes.


def test_a_labour_dispute_that_the_court_took_back_may_go_to_arbitration() -> None:
    course = Course(cause=k.LABOUR_CAUSE).delegate().do(c.TakeBack(), COURT).do(c.Close(), COURT)
    refused(course, c.HandOver(court=None), "arbitration_first", COURT)

    course.do(c.ReferToArbitration(), COURT).step(c.RecordArbitrationRefused, "other")

    assert course.do(c.HandOver(court=None), COURT).at.procedures[-1].state == "handed_over"


def test_whom_the_commission_turned_away_may_sue_however_mediation_ended() -> None:
    part = Course(cause=k.LABOUR_CAUSE).effective(partial=True).do(c.ReportResult(route=Route.ARBITRATION))
    sent_back = Course(**SENT, cause=k.LABOUR_CAUSE).consult()  # type: ignore[arg-type]
    sent_back.do(c.Return(reason="not_suited_online", advice="x"), k.SENDER)
    for course in (part, sent_back):
        refused(course, c.HandOver(court=course.named_court), "registration_not_open")
        course.do(c.ReferToArbitration()).step(c.RecordArbitrationRefused, "other", k.CENTRE)

        course.do(c.HandOver(court=course.named_court))

        assert course.at.procedures[-1].state == "handed_over"


# Confirmation.


@pytest.mark.parametrize("step", [c.RefuseApplication, c.WithdrawApplication])
def test_only_a_rejection_on_the_merits_ends_confirmation(step: type[c.ProcedureCommand]) -> None:
    again = c.ApplyForConfirmation(applicant_ids=k.BOTH)
    rejected = Course().applied().step(c.AcceptApplication).step(c.RejectConfirmation, "involuntary")

    refused(rejected, again, "confirmation_rejected")

    assert Course().applied().step(step, "other").do(again).at.procedures[-1].state == "applied"


# Urging.


def _urged(course: Course) -> Course:
    return course.do(c.Urge(topic="progress"), course.opener)


def test_nobody_is_urged_any_more_when_the_turn_or_the_matter_is_over() -> None:
    other = k.organisation(k.OTHER_CENTRE_ID)
    courses = (
        _urged(Course().accepted()).do(c.HandBack(reason="capacity", explanation="x")),
        _urged(Course().accepted()).do(RECALL, COURT).do(c.ConfirmCancel()),
        _urged(Course().accepted()).do(RECALL, COURT).later(5).do(c.TakeBack(), COURT),
        _urged(Course().delegate()).do(c.TakeBack(), COURT),
        _urged(Course().delegate()).do(c.Decline(reason="outside_charter", explanation="x")),
        _urged(Course().delegate().past("T03")).do(c.Reassign(organisation=other, channel=k.CHANNEL), COURT),
        _urged(Course().failed()).do(c.ReportResult(route=Route.ADVISED)),
        _urged(Course(**SENT).failed()).do(c.ReportResult(route=Route.ADVISED)),
        _urged(Course(**POST).failed()).do(c.ReportResult(route=Route.TRIAL)),
        _urged(Course(**TRIAL).failed()).do(c.ResumeTrial(), COURT),
        _urged(Course(**POST).withdrawal()).step(c.PermitWithdrawal),
    )

    assert [course.at.clock("URGE") for course in courses] == [None] * len(courses)


def test_an_end_alone_leaves_the_urging_open_since_the_report_is_still_owed() -> None:
    course = _urged(Course().mediating()).do(c.End(reason=EndReason.OTHER))

    assert course.at.clock("URGE") is not None
    assert course.do(c.AnswerUrge(urge_id=course.at.dossier.urgings[-1].id, text="x")).at.clock("URGE") is None
