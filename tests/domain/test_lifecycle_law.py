"""What the law says, one promise a test; each would fail on the naive version."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.domain import commands as c
from app.domain.errors import Refusal
from app.domain.events import check_chain, event_of, replay
from app.domain.lifecycle.allowed import possibilities
from app.domain.lifecycle.apply import track_for
from app.domain.lifecycle.states import (
    AgreementState,
    Body,
    ClockState,
    Closure,
    EndReason,
    Kind,
    Machine,
    MediationState,
    Outcome,
    Route,
    SignerRole,
    Stage,
    Track,
)
from app.domain.referral import Consent, OnBehalfOf
from app.domain.registry_facts import ChannelFacts, MediatorFacts
from tests.domain import courses as k
from tests.domain.courses import CENTRE, COURT, Course
from tests.domain.refusals import due_on, refused


def test_the_acceptance_window_counts_working_days_and_is_outside_the_term() -> None:
    course = Course(today=date(2026, 9, 18)).delegate()

    assert due_on(course, "T03") == date(2026, 9, 22)
    assert course.at.clock("T05") is None


def test_silence_is_not_acceptance() -> None:
    course = Course().delegate().past("T03")

    assert course.at.state is MediationState.OVERDUE
    assert course.facts[-1].type == "referral.overdue"
    assert course.facts[-1].actor == "clock"
    assert course.at.clock("T05") is None


def test_a_late_acceptance_is_recorded_as_late() -> None:
    course = Course().delegate().past("T03").do(c.Accept(organisation=k.organisation()))

    assert course.at.assignments[-1].late
    assert course.facts[-1].facts == {"late": True}


def test_a_strict_court_refuses_late_acceptance() -> None:
    course = Course(court=k.court_facts(late_acceptance=False)).delegate().past("T03")

    refused(course, c.Accept(organisation=k.organisation()), "late_acceptance_closed")


def test_lateness_is_judged_by_the_date_even_before_time_has_acted() -> None:
    course = Course(court=k.court_facts(late_acceptance=False)).delegate().later(30)

    refused(course, c.Accept(organisation=k.organisation()), "late_acceptance_closed")


def test_the_term_of_2022_runs_from_acceptance() -> None:
    """2026-09-07 plus thirty days is a holiday: the term ends on 2026-10-08."""
    course = Course(today=date(2026, 9, 7)).accepted()

    assert due_on(course, "T05") == date(2026, 10, 8)


def test_the_term_of_2016_runs_from_signed_receipt_of_materials() -> None:
    course = Course(track=Track.PRE_FILING_2016, today=date(2026, 9, 1)).delegate()
    course.do(c.Accept(organisation=k.organisation())).do(k.assign())
    refused(course, k.begin(), "term_not_started")

    course.on(date(2026, 9, 11)).do(c.ReceiveMaterials())

    assert due_on(course, "T05") == date(2026, 10, 12)


def test_the_track_follows_the_platform_and_the_day() -> None:
    pre = Kind.PRE_FILING
    assert track_for(pre, on_court_platform=True, opened_on=date(2022, 1, 1)) is Track.PRE_FILING_2022
    assert track_for(pre, on_court_platform=True, opened_on=date(2021, 12, 31)) is Track.PRE_FILING_2016
    assert track_for(pre, on_court_platform=False, opened_on=date(2024, 1, 1)) is Track.PRE_FILING_2016


def test_a_court_that_does_not_use_the_track_cannot_refer() -> None:
    court = replace(k.court_facts(), tracks=frozenset({Track.PRE_FILING_2016}))

    with pytest.raises(Refusal, match="track_not_used_by_court"):
        Course(court=court).delegate()


def test_a_delegation_needs_the_consent_of_a_party() -> None:
    with pytest.raises(Refusal, match="consent_missing") as caught:
        Course(consenting=()).delegate()

    assert caught.value.facts["party_places"] == [0, 1]


def test_a_start_is_told_whose_identity_is_missing() -> None:
    course = Course().accepted().do(k.assign())

    refusal = refused(course, replace(k.begin(), identities={}), "identity_missing")

    assert refusal.facts["party_ids"] == [str(k.APPLICANT)]


def test_a_delegation_needs_both_sides_to_be_named() -> None:
    course = Course()
    new = replace(course.new(), parties=(k.PARTIES[0],))

    with pytest.raises(Refusal, match="parties_incomplete"):
        k.open_referral(new, c.Consult(), COURT, course.now, course.book, course.mint)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"channel": None}, "channel_not_open"),
        ({"organisation": replace(k.organisation(), active=False)}, "organisation_not_active"),
        ({"channel": ChannelFacts(k.UUID(int=9), strict=True, cause_roots=("P07",))}, "cause_outside_channel"),
    ],
)
def test_a_delegation_needs_an_open_channel_in_scope_to_an_active_organisation(
    change: dict[str, object], code: str
) -> None:
    good = c.Delegate(organisation=k.organisation(), channel=k.CHANNEL)

    with pytest.raises(Refusal, match=code):
        Course().open(replace(good, **change))


@pytest.mark.parametrize("roots", [("88",), ()])
def test_a_strict_channel_takes_causes_inside_its_scope(roots: tuple[str, ...]) -> None:
    channel = ChannelFacts(k.UUID(int=9), strict=True, cause_roots=roots)

    course = Course().open(c.Delegate(organisation=k.organisation(), channel=channel))

    assert course.at.state is MediationState.AWAITING_ACCEPTANCE


def test_an_organisation_that_declined_is_not_chosen_again() -> None:
    course = Course().delegate().do(c.Decline(reason="outside_charter", explanation="x"))
    assert course.at.holder_id is None

    refused(course, c.Reassign(organisation=k.organisation(), channel=k.CHANNEL), "organisation_declined_before", COURT)
    course.do(c.Reassign(organisation=k.organisation(k.OTHER_CENTRE_ID), channel=k.CHANNEL), COURT)

    assert course.at.holder_id == k.OTHER_CENTRE_ID
    assert [a.ending for a in course.at.assignments] == ["declined", None]


def test_an_offer_taken_back_can_be_closed() -> None:
    course = Course().delegate().do(c.TakeBack(), COURT).do(c.Close(), COURT)

    assert (course.at.state, course.at.closure) == (MediationState.CLOSED, Closure.TAKEN_BACK)
    assert k.CENTRE_ID in course.facts[1].audience
    assert k.CENTRE_ID not in course.facts[2].audience


def test_one_sided_consent_starts_the_contact_clock_and_contact_stops_it() -> None:
    course = Course(consenting=(k.APPLICANT,)).accepted()
    assert course.at.clock("T04") is not None

    course.do(k.contact(k.RESPONDENT, "not_reached"))

    assert course.at.clock("T04") is None
    assert course.at.state is MediationState.CONTACTING
    assert [party.id for party in course.at.silent_by(course.today)] == [k.RESPONDENT]


def test_a_missed_contact_is_told_and_mediation_goes_on() -> None:
    course = Course(consenting=(k.APPLICANT,)).accepted().past("T04")

    assert course.facts[-1].type == "deadline.missed"
    assert course.at.state is MediationState.ACCEPTED


def test_mediation_does_not_start_against_a_party_that_refused() -> None:
    course = Course().accepted().do(k.assign()).do(k.contact(k.RESPONDENT, "refuses"))

    refusal = refused(course, k.begin(), "consents_incomplete")
    assert refusal.facts["party_ids"] == [str(k.RESPONDENT)]
    course.do(c.End(reason=EndReason.PARTY_UNWILLING))

    assert course.at.outcome is Outcome.NOT_AGREED


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"identities": {}}, "identity_missing"),
        ({"sham_warning_given": False}, "notices_missing"),
        ({"rights_notice_given": False}, "notices_missing"),
        ({"service_address_form": False}, "notices_missing"),
        ({"identities": {k.PartyId(k.UUID(int=999)): k.IDENTITY}}, "party_unknown"),
    ],
)
def test_the_start_needs_identities_and_notices(change: dict[str, object], code: str) -> None:
    course = Course().accepted().do(k.assign())

    refused(course, replace(k.begin(), **change), code)
    course.do(k.begin())

    assert all(party.has_identity for party in course.at.agreeing_parties)


def test_the_start_needs_a_mediator() -> None:
    refused(Course().accepted(), k.begin(), "mediator_missing")


@pytest.mark.parametrize(
    "mediator",
    [
        None,
        MediatorFacts(k.MEDIATOR, k.OTHER_CENTRE_ID, active=True),
        MediatorFacts(k.MEDIATOR, k.CENTRE_ID, active=False),
    ],
)
def test_only_an_active_mediator_of_the_holder_is_assigned(mediator: MediatorFacts | None) -> None:
    refused(Course().accepted(), c.AssignMediator(mediator=mediator), "mediator_not_available")


def test_a_mediator_is_assigned_once_and_the_first_leads() -> None:
    course = Course().accepted().do(k.assign())
    refused(course, k.assign(), "mediator_already_assigned")
    second = MediatorFacts(k.MediatorId(k.UUID(int=5)), k.CENTRE_ID, active=True)

    course.do(c.AssignMediator(mediator=second))

    assert [m.lead for m in course.at.mediators] == [True, False]


def test_days_of_appraisal_do_not_count() -> None:
    """A paused clock has no due date in force; the report moves the end by the days between."""
    course = Course(today=date(2026, 3, 2)).mediating()
    before = course.at.clock("T05")
    assert before is not None
    course.later(4).do(c.BeginAppraisal(agreed_by=k.BOTH))
    paused = course.at.clock("T05")
    assert paused is not None
    assert (paused.state, paused.due_on) == (ClockState.PAUSED, None)

    course.later(10).do(c.EndAppraisal())

    resumed = course.at.clock("T05")
    assert resumed is not None
    assert resumed.raw_end_on == before.raw_end_on + timedelta(days=10)
    assert resumed.paused_days == 10


def test_an_appraisal_needs_every_party() -> None:
    refused(Course().mediating(), c.BeginAppraisal(agreed_by=(k.APPLICANT,)), "agreement_of_all_missing")


def test_an_extension_needs_every_party_a_later_day_and_must_come_in_time() -> None:
    course = Course(today=date(2026, 3, 2)).mediating()
    end = due_on(course, "T05")
    assert end is not None
    later = end + timedelta(days=20)

    refused(course, c.ExtendTerm(until=later, agreed_by=(k.APPLICANT,)), "agreement_of_all_missing")
    refused(course, c.ExtendTerm(until=end, agreed_by=k.BOTH), "extension_not_later")
    late = Course(today=date(2026, 3, 2)).mediating().on(end + timedelta(days=1))
    refused(late, c.ExtendTerm(until=later, agreed_by=k.BOTH), "term_over")
    course.on(end).do(c.ExtendTerm(until=later, agreed_by=k.BOTH))

    assert due_on(course, "T05") == course.book.calendar.roll(later)


def test_after_expiry_only_what_happened_inside_the_term_is_reported() -> None:
    course = Course().expired()
    expired_on = course.today
    refused(course, schedule(), "action_not_possible")
    refused(course, c.End(reason=EndReason.AGREEMENT_REACHED), "outside_term")

    inside = expired_on - timedelta(days=1)
    course.do(c.End(reason=EndReason.AGREEMENT_REACHED, occurred_on=inside))

    assert course.at.outcome is Outcome.AGREED
    assert course.at.clock("REPORT") is None
    assert course.facts[-1].occurred_on == inside


def test_an_agreement_of_the_last_day_keeps_its_day_when_it_is_reported_after_the_term() -> None:
    """T12 counts from the day on which it took effect, not from that on which somebody came to report it."""
    course = Course().expired()
    term = course.at.latest_clock("T05")
    assert term is not None
    last_day = term.due_on
    assert last_day is not None
    assert last_day < course.at.last_fact_on

    course.do(c.End(reason=EndReason.AGREEMENT_REACHED, occurred_on=last_day))
    course.do(c.DraftAgreement(terms=(), occurred_on=last_day))
    for signature in k.signatures(course.body):
        course.do(replace(signature, occurred_on=last_day))

    window = course.at.clock("T12")
    assert window is not None
    assert (course.at.agreement.effective_on, window.started_on) == (last_day, last_day)  # type: ignore[union-attr]


def test_expiry_itself_may_be_reported_as_the_reason() -> None:
    course = Course().expired().do(c.End(reason=EndReason.TERM_EXPIRED))

    assert course.at.end_reason is EndReason.TERM_EXPIRED


def test_without_a_report_time_ends_the_mediation() -> None:
    course = Course().expired().past("REPORT")

    assert (course.at.state, course.at.end_reason) == (MediationState.MEDIATION_ENDED, EndReason.TERM_EXPIRED)


def test_time_acts_late_without_breaking_the_order_of_facts() -> None:
    """The sweeper may come days late, after a fact of a later day."""
    course = Course(track=Track.PRE_FILING_2016).accepted()
    course.later(90).do(k.contact(k.RESPONDENT)).do(c.ExpireTerm(), k.CLOCK)

    assert course.facts[-1].occurred_on == course.today


def test_nothing_is_mediated_after_the_term_even_before_time_has_acted() -> None:
    course = Course().mediating().later(90)

    refused(course, schedule(), "outside_term")
    late = refused(course, c.End(reason=EndReason.OTHER), "outside_term")
    last = due_on(course, "T05")
    assert last is not None
    assert (late.facts["from"], late.facts["until"]) == (course.at.last_act_on.isoformat(), last.isoformat())


def schedule() -> c.ScheduleSession:
    return c.ScheduleSession(scheduled_on=k.OPENED_ON, mode="online", agreed_by=k.BOTH)


@pytest.mark.parametrize("reason", [EndReason.TERM_EXPIRED, EndReason.REFUSED_TO_SIGN])
def test_reasons_that_something_else_establishes_cannot_be_claimed(reason: EndReason) -> None:
    refused(Course().mediating(), c.End(reason=reason), "end_reason_not_here")


def test_before_the_start_mediation_ends_only_for_the_party() -> None:
    refused(Course().contacting(), c.End(reason=EndReason.AGREEMENT_REACHED), "end_reason_not_here")


def test_a_partial_end_needs_an_agreement() -> None:
    refused(Course().mediating(), c.End(reason=EndReason.OTHER, partial=True), "end_reason_not_here")


def test_sessions_are_numbered_and_held_once() -> None:
    course = Course().mediating().do(schedule()).do(schedule())
    first, second = (session.id for session in course.at.sessions)
    course.do(c.HoldSession(session_id=first))

    refused(course, c.HoldSession(session_id=first), "session_unknown")
    course.do(c.MissSession(session_id=second, absent_party_ids=(k.RESPONDENT,)))

    assert [(s.number, s.state) for s in course.at.sessions] == [(1, "held"), (2, "missed")]


@pytest.mark.parametrize("body", [Body.PEOPLE, Body.LABOUR, Body.COMMERCIAL])
def test_mediator_and_seal_are_constitutive_for_some_bodies(body: Body) -> None:
    course = Course(body=body).drafted()
    for signature in k.signatures(body)[:-1]:
        course.do(signature)
        assert course.at.agreement is not None
        assert course.at.agreement.state is AgreementState.PENDING

    course.later(3).do(k.signatures(body)[-1])

    agreement = course.at.agreement
    assert agreement is not None
    assert agreement.effective_on == course.today
    assert agreement.window_from == course.today - timedelta(days=3)
    window = course.at.clock("T12")
    assert window is not None
    assert window.started_on == agreement.window_from


def test_the_joint_window_counts_from_the_effective_date_and_not_from_the_agreement() -> None:
    course = Course(today=date(2026, 8, 3)).drafted()
    one, two = k.signatures(Body.CHAMBER)
    course.do(one).on(date(2026, 8, 20)).do(two)

    clock = course.at.clock("T12")
    assert clock is not None
    assert (clock.started_on, clock.raw_end_on) == (date(2026, 8, 20), date(2026, 9, 19))


def test_a_stranger_cannot_sign_and_nobody_signs_twice() -> None:
    course = Course().drafted().do(k.signatures(Body.CHAMBER)[0])

    refused(course, c.Sign(role=SignerRole.PARTY, party_id=k.RELATED, means="handwritten"), "signer_not_required")
    refused(course, k.signatures(Body.CHAMBER)[0], "already_signed")


def test_refusing_to_sign_turns_the_outcome() -> None:
    course = Course().drafted().do(c.RefuseToSign(party_id=k.RESPONDENT))

    assert (course.at.outcome, course.at.end_reason) == (Outcome.NOT_AGREED, EndReason.REFUSED_TO_SIGN)
    course.do(c.ReportResult(route=Route.FILING))
    assert course.at.closure is Closure.REGISTERED


def test_who_has_signed_can_no_longer_refuse() -> None:
    course = Course().drafted().do(k.signatures(Body.CHAMBER)[0])

    refused(course, c.RefuseToSign(party_id=k.APPLICANT), "signer_not_required")


def test_the_result_waits_for_the_signatures() -> None:
    refusal = refused(Course().drafted(), c.ReportResult(), "agreement_unsettled")
    assert refusal.facts["missing_signers"] == [{"role": "party", "party_id": str(party)} for party in k.BOTH]
    sealed = refused(Course(body=k.Body.PEOPLE).drafted(), c.ReportResult(), "agreement_unsettled")
    signers = sealed.facts["missing_signers"]
    assert [signer["role"] for signer in signers] == ["mediator", "organisation", "party", "party"]


@pytest.mark.parametrize(
    ("course", "route", "closure"),
    [
        (lambda: Course().effective(), None, Closure.AGREED),
        (lambda: Course().effective().do(c.RecordPerformance()), None, Closure.PERFORMED_AT_ONCE),
        (lambda: Course().effective().later(2).do(c.RecordPerformance()), None, Closure.AGREED),
        (lambda: Course().effective(partial=True), Route.FILING, Closure.PARTLY_AGREED),
        (lambda: Course().failed(), Route.FILING, Closure.REGISTERED),
        (lambda: Course().failed(), Route.ADVISED, Closure.ADVISED_TO_SUE),
        (
            lambda: Course().mediating().do(c.End(reason=EndReason.SETTLED_AND_WITHDREW)),
            None,
            Closure.WITHDRAWN_AFTER_SETTLEMENT,
        ),
    ],
)
def test_how_the_region_closes(course: object, route: Route | None, closure: Closure) -> None:
    walked = course().do(c.ReportResult(route=route))  # type: ignore[operator]

    assert walked.at.closure is closure
    assert walked.at.state is MediationState.CLOSED


def test_the_onward_route_is_named_exactly_where_claims_stay_open() -> None:
    refused(Course().failed(), c.ReportResult(), "route_required")
    refused(Course().effective(), c.ReportResult(route=Route.FILING), "route_not_here")


def test_confirmation_is_a_joint_application() -> None:
    alone = c.ApplyForConfirmation(applicant_ids=(k.APPLICANT,))
    refusal = refused(Course().effective(), alone, "joint_application_required")
    assert (refusal.pointer, refusal.facts["party_ids"]) == ("/applicant_ids", [str(k.RESPONDENT)])


def test_confirmation_out_of_time_is_refused() -> None:
    before_time = Course().effective().later(60)
    refused(before_time, c.ApplyForConfirmation(applicant_ids=k.BOTH), "confirmation_window_closed")

    lapsed = Course().effective().past("T12")
    refused(lapsed, c.ApplyForConfirmation(applicant_ids=k.BOTH), "confirmation_window_closed")


def test_status_disputes_are_not_confirmed() -> None:
    course = Course(cause="14", means="handwritten").effective()

    refused(course, c.ApplyForConfirmation(applicant_ids=k.BOTH), "cause_not_confirmable")


def test_one_confirmation_at_a_time() -> None:
    refused(Course().applied(), c.ApplyForConfirmation(applicant_ids=k.BOTH), "procedure_already_open")


def test_the_window_stops_when_the_parties_apply() -> None:
    course = Course().applied()

    assert course.at.clock("T12") is None
    assert course.at.stage is Stage.CONFIRMATION


def test_a_confirmation_keeps_its_case_number_and_reason() -> None:
    course = Course().applied()
    procedure = course.at.procedures[-1]
    accept = c.AcceptApplication(
        procedure_id=procedure.id, machine=procedure.machine, case_number="（2026）苏0105民特1号"
    )
    course.do(accept, COURT).step(c.RejectConfirmation, "content_unclear")

    assert course.at.procedures[-1].case_number == "（2026）苏0105民特1号"
    assert course.at.procedures[-1].reason == "content_unclear"


def test_a_step_for_another_kind_of_procedure_is_refused() -> None:
    course = Course().applied()
    procedure = course.at.procedures[-1]
    wrong = c.RegisterCase(procedure_id=procedure.id, machine=Machine.CASE_REGISTRATION)
    unknown = c.RegisterCase(procedure_id=k.ProcedureId(k.UUID(int=5)), machine=Machine.CASE_REGISTRATION)

    refused(course, wrong, "action_not_possible", COURT)
    refused(course, unknown, "not_found", COURT)


def test_registration_follows_failure_only() -> None:
    refused(Course().effective().do(c.ReportResult()), c.HandOver(), "registration_not_open")
    refused(Course().failed(), c.HandOver(), "registration_not_open")
    advised = Course().effective(partial=True).do(c.ReportResult(route=Route.ADVISED))
    refused(advised, c.HandOver(), "registration_not_open")

    course = Course().effective(partial=True).do(c.ReportResult(route=Route.FILING)).do(c.HandOver())

    assert course.at.stage is Stage.FILING
    refused(course, c.HandOver(), "procedure_already_open")


def test_a_returned_referral_may_be_registered_by_the_court() -> None:
    course = Course().consult().do(c.Return(reason="party_refused_mediation", advice="x"), COURT)

    course.do(c.HandOver(), COURT).step(c.RegisterCase)

    assert course.at.procedures[-1].state == "registered"


def test_dates_lie_neither_in_the_future_nor_before_what_they_follow() -> None:
    course = Course().delegate().later(1)
    accept = c.Accept(organisation=k.organisation())

    refused(course, replace(accept, occurred_on=course.today + timedelta(days=1)), "occurred_in_future")
    refused(course, replace(accept, occurred_on=course.today - timedelta(days=2)), "occurred_before_previous_fact")
    course.do(replace(accept, occurred_on=course.today - timedelta(days=1)))

    assert course.at.last_fact_on == course.today - timedelta(days=1)


def test_a_strange_party_is_refused_everywhere() -> None:
    stranger = k.PartyId(k.UUID(int=12345))
    term = c.NewTerm(payer_party_id=stranger, amount=None, due_on=None, text="x")

    refused(Course().accepted(), k.contact(stranger), "party_unknown")
    refused(Course().drafted(), c.RefuseToSign(party_id=stranger), "party_unknown")
    refused(Course().agreed(), c.DraftAgreement(terms=(term,)), "party_unknown")
    course = Course().mediating().do(schedule())
    absent = c.MissSession(session_id=course.at.sessions[0].id, absent_party_ids=(stranger,))
    refused(course, absent, "party_unknown")


def test_terms_are_kept_without_their_words_in_the_event() -> None:
    term = c.NewTerm(payer_party_id=k.RESPONDENT, amount=None, due_on=None, text="secret words")
    course = Course().agreed().do(c.DraftAgreement(terms=(term,)))

    assert course.at.agreement is not None
    assert course.at.agreement.terms[0].text == "secret words"
    assert "secret" not in repr(course.facts[-1].facts)


def test_an_agreement_needs_a_mediation_that_ended_in_one() -> None:
    refused(Course().failed(), c.DraftAgreement(terms=()), "mediation_without_agreement")


def test_the_stage_is_derived() -> None:
    stages = [
        Course().consult().at.stage,
        Course().delegate().at.stage,
        Course().mediating().at.stage,
        Course().agreed().at.stage,
        Course().drafted().at.stage,
        Course().effective().do(c.ReportResult()).at.stage,
        k.replace(Course().delegate().at, state=None).stage,
    ]

    assert [str(s) for s in stages] == [
        "intake", "delegated", "accepted", "mediated", "agreement", "closed", "intake",
    ]  # fmt: skip


def test_a_course_leaves_a_chain_that_replays_to_its_state_and_shows_every_change() -> None:
    course = Course().delegate()
    events = [event_of(course.facts[0], replace(course.at, chain=b""), None, k.UUID(int=1), course.now.instant)]
    behalf = OnBehalfOf("party", k.APPLICANT)
    course.do(c.Accept(organisation=k.organisation(), on_behalf_of=behalf))
    before = replace(course.at, chain=events[0].hash)
    events.append(event_of(course.facts[1], before, None, k.UUID(int=2), course.now.instant))

    assert check_chain(events) is None
    assert replay(events).version == course.at.version
    assert replay(events).states["mediation"] == course.at.state
    assert events[1].body["on_behalf_of"] == {"role": "party", "id": str(k.APPLICANT)}
    tampered = replace(events[1], type="referral.declined")
    assert check_chain([events[0], tampered]).fault == "content_differs"  # type: ignore[union-attr]
    assert check_chain([events[1]]).fault == "version_gap"  # type: ignore[union-attr]
    assert check_chain([events[0], replace(events[1], previous=b"x")]).fault == "previous_differs"  # type: ignore[union-attr]


def test_an_operator_is_offered_nothing() -> None:
    course = Course().delegate()

    assert possibilities(course.at, None, course.now, course.book) == ()


def test_why_not_names_the_first_obstacle() -> None:
    course = Course().accepted()
    offers = {o.action: o for o in possibilities(course.at, CENTRE, course.now, course.book)}

    assert offers["start"].code == "mediator_missing"  # type: ignore[index]
    assert offers["decline"].code == "action_not_possible"  # type: ignore[index]
    assert offers["contact_party"].allowed  # type: ignore[index]
    assert offers["begin_appraisal"].code == "action_not_possible"  # type: ignore[index]


def test_the_latest_word_is_the_latest_by_its_date_and_not_by_its_place() -> None:
    course = Course()
    new = course.new()
    yes_before_no = (
        Consent(course.mint(), k.APPLICANT, "mediate", True, course.today),
        Consent(course.mint(), k.RESPONDENT, "mediate", False, course.today),
        Consent(course.mint(), k.RESPONDENT, "mediate", True, course.today - timedelta(days=30)),
    )
    delegate = c.Delegate(organisation=k.organisation(), channel=k.CHANNEL)

    with pytest.raises(Refusal, match="party_refused"):
        k.open_referral(replace(new, consents=yes_before_no), delegate, COURT, course.now, course.book, course.mint)


def test_a_consent_counts_from_its_day() -> None:
    course = Course().later(30)
    late = tuple(Consent(course.mint(), party, "mediate", True, course.today) for party in k.BOTH)
    delegate = c.Delegate(organisation=k.organisation(), channel=k.CHANNEL, occurred_on=k.OPENED_ON)

    with pytest.raises(Refusal, match="consent_missing"):
        k.open_referral(replace(course.new(), consents=late), delegate, COURT, course.now, course.book, course.mint)


def test_a_dispute_is_not_delegated_against_a_refusal_that_the_court_recorded() -> None:
    course = Course(consenting=(k.APPLICANT,)).consult()
    course.do(c.RecordOpinion(party_id=k.RESPONDENT, means="phone", result="refuses"), COURT)

    refused(course, c.Delegate(organisation=k.organisation(), channel=k.CHANNEL), "party_refused", COURT)


def test_contacting_a_party_that_has_consented_does_not_meet_the_contact_clock() -> None:
    course = Course(consenting=(k.APPLICANT,)).accepted().do(k.contact(k.APPLICANT))

    assert course.at.clock("T04") is not None
    course.past("T04")
    assert course.facts[-1].type == "deadline.missed"


def test_whoever_is_to_pay_signs_and_applies() -> None:
    term = c.NewTerm(payer_party_id=k.RELATED, amount=None, due_on=None, text="pays for the respondent")
    course = Course().agreed().do(c.DraftAgreement(terms=(term,)))
    for signature in k.signatures(Body.CHAMBER):
        course.do(signature)
    assert course.at.agreement is not None
    assert course.at.agreement.state is AgreementState.PENDING

    course.do(c.Sign(role=SignerRole.PARTY, party_id=k.RELATED, means="handwritten"))

    refused(course, c.ApplyForConfirmation(applicant_ids=k.BOTH), "joint_application_required")
    course.do(c.ApplyForConfirmation(applicant_ids=(*k.BOTH, k.RELATED)))


@pytest.mark.parametrize("step", [c.RefuseApplication, c.WithdrawApplication])
def test_an_application_that_came_to_nothing_leaves_the_window_as_it_was(step: type[c.ProcedureCommand]) -> None:
    course = Course().applied().step(step, "wrong_court")

    course.do(c.ApplyForConfirmation(applicant_ids=k.BOTH))

    assert len(course.at.procedures) == 2


def test_a_performed_agreement_may_still_be_confirmed_in_time() -> None:
    course = Course().effective().do(c.RecordPerformance()).do(c.ApplyForConfirmation(applicant_ids=k.BOTH))

    assert course.at.stage is Stage.CONFIRMATION


def test_strangers_and_repeated_names_are_refused_wherever_parties_are_listed() -> None:
    stranger = k.PartyId(k.UUID(int=12345))
    for parties in ((*k.BOTH, stranger), (*k.BOTH, k.APPLICANT)):
        refused(Course().effective(), c.ApplyForConfirmation(applicant_ids=parties), "party_unknown")
        refused(Course().mediating(), c.BeginAppraisal(agreed_by=parties), "party_unknown")
        later = c.ExtendTerm(until=date(2026, 12, 1), agreed_by=parties)
        refused(Course().mediating(), later, "party_unknown")
    behalf = OnBehalfOf("party", stranger)
    refused(Course().delegate(), c.Accept(organisation=k.organisation(), on_behalf_of=behalf), "party_unknown")


def test_a_session_lies_inside_the_term_and_is_not_held_before_its_day() -> None:
    course = Course().mediating()
    end = due_on(course, "T05")
    assert end is not None
    refused(course, c.ScheduleSession(scheduled_on=end + timedelta(days=1), mode="online"), "outside_term")
    before = course.today - timedelta(days=1)
    early = refused(course, c.ScheduleSession(scheduled_on=before, mode="online"), "outside_term")
    assert early.pointer == "/scheduled_on"
    days = {"from": course.today.isoformat(), "until": end.isoformat()}
    assert {name: early.facts[name] for name in days} == days

    course.do(c.ScheduleSession(scheduled_on=course.today + timedelta(days=2), mode="online", agreed_by=k.BOTH))

    session = course.at.sessions[0].id
    refused(course, c.HoldSession(session_id=session), "session_not_yet")
    course.later(2).do(c.HoldSession(session_id=session))


def test_a_party_may_leave_during_an_appraisal() -> None:
    course = Course().appraising().do(c.End(reason=EndReason.PARTY_UNWILLING))

    clock = course.at.latest_clock("T05")
    assert clock is not None
    assert (clock.state, clock.due_on is not None, clock.paused_on) == (ClockState.MET, True, None)
