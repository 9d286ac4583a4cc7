"""Help with a judge's own mediation 邀请调解: the judge leads, nobody accepts, the term counts from the consents."""

from dataclasses import replace
from datetime import date

import pytest

from app.domain import commands as c
from app.domain.errors import Refusal
from app.domain.lifecycle.allowed import possibilities
from app.domain.lifecycle.apply import ROWS, open_referral
from app.domain.lifecycle.states import Action, Body, Closure, EndReason, Kind, MediationState, Route, SignerRole, Track
from app.domain.trial_term import exclusions
from tests.domain import courses as k
from tests.domain.courses import CENTRE, COURT, Course
from tests.domain.refusals import refused
from tests.domain.stands import opinion, schedule, suspended

MONDAY = date(2026, 9, 7)


def led(**given: object) -> Course:
    return Course(track=Track.JUDGE_LED, **given)  # type: ignore[arg-type]


def test_whoever_is_invited_has_the_referral_at_once_and_no_acceptance_is_awaited() -> None:
    """CPL 98: who is invited is bound to help."""
    course = led().delegate()

    assert (course.at.kind, course.at.state, course.at.holder_id) == (Kind.ASSISTED, "accepted", k.CENTRE_ID)
    assert [clock.rule for clock in course.at.clocks] == ["T08"]
    assert (course.facts[-1].type, course.at.current_assignment.accepted_on) == ("referral.invited", MONDAY)  # type: ignore[union-attr]
    assert Action.ACCEPT not in {row.action for row in ROWS if Kind.ASSISTED in row.kinds}


@pytest.mark.parametrize(
    ("procedure", "rule", "last"), [("ordinary", "T08", "2026-09-22"), ("small_claims", "T08S", "2026-09-14")]
)
def test_trap_02_the_term_of_a_judge_counts_from_the_last_consent(procedure: str, rule: str, last: str) -> None:
    """OMR 24, CMP 4: fifteen or seven days, however long after the consents somebody is invited."""
    course = led(procedure_type=procedure, consenting=(k.APPLICANT,)).consult()
    refused(course, c.Invite(organisation=k.organisation()), "consents_incomplete", COURT)
    course.do(opinion(), COURT).later(3).do(c.Invite(organisation=k.organisation()), COURT)

    clock = course.at.clock(rule)
    assert clock is not None
    assert (clock.started_on, str(clock.due_on)) == (MONDAY, last)


def test_nobody_is_invited_once_the_term_of_the_judge_is_over() -> None:
    course = led().consult()
    course.later(15)
    other = replace(course, referral=course.at, facts=[*course.facts])

    course.do(c.Invite(organisation=k.organisation()), COURT)
    refused(other.later(1), c.Invite(organisation=k.organisation()), "term_over", COURT)


def test_the_court_leads_and_the_organisation_helps() -> None:
    """It names who helps, receives materials and gives back; it neither begins nor ends anything."""
    course = led().delegate().do(c.ReceiveMaterials()).do(k.assign())
    for command in (k.begin(), c.End(reason=EndReason.PARTY_UNWILLING), c.Suspend(reason="related_case")):
        refused(course, command, "wrong_actor")
    course.do(k.begin(), COURT)
    refused(course, schedule(course), "wrong_actor")
    course.do(schedule(course), COURT)
    session = course.at.sessions[0].id
    course.do(c.HoldSession(session_id=session), COURT).do(c.End(reason=EndReason.AGREEMENT_REACHED), COURT)

    offered = {x.action for x in possibilities(course.at, CENTRE, course.now, course.book) if x.allowed}
    assert Action.DRAFT_AGREEMENT not in offered
    refused(course, c.ReportResult(), "not_on_this_track")


def test_a_judge_mediates_without_anybody_assigned_and_a_disputed_helper_holds_up() -> None:
    alone = led().delegate().do(k.begin(), COURT)
    disputed = led().delegate().do(k.assign())
    facts = k.assign().mediator
    assert facts is not None
    disclosed = c.DiscloseConflict(
        mediator=facts, relation="other_relation", raised_by="mediator", party_id=k.RESPONDENT, explanation="x"
    )

    assert alone.at.state is MediationState.MEDIATING
    refused(disputed.do(disclosed), k.begin(), "conflict_undecided", COURT)


def test_the_term_runs_on_while_nobody_helps_and_another_is_invited() -> None:
    """The term is the judge's (PD_ASSISTED)."""
    course = led().mediating().do(c.HandBack(reason="capacity", explanation="x"))
    assert (course.at.state, course.at.holder_id, course.at.clock("T08") is not None) == ("unassigned", None, True)
    ended = led().mediating().do(c.HandBack(reason="capacity", explanation="x"))

    course.do(c.Invite(organisation=k.organisation(k.OTHER_CENTRE_ID)), COURT).do(k.begin(), COURT)
    ended.do(c.End(reason=EndReason.PARTY_UNWILLING), COURT)

    assert [(x.rule, x.started_on) for x in course.at.clocks] == [("T08", MONDAY)]
    assert (course.at.holder_id, ended.at.state) == (k.OTHER_CENTRE_ID, "mediation_ended")


def test_a_released_organisation_whose_term_passed_leaves_the_end_to_the_court() -> None:
    course = led().delegate().do(c.TakeBack(), COURT).term_over()
    refused(course, c.End(reason=EndReason.AGREEMENT_REACHED), "end_reason_not_here", COURT)

    course.do(c.End(reason=EndReason.TERM_EXPIRED), COURT).do(c.ResumeTrial(), COURT)

    assert (course.at.state, course.at.closure, course.at.route) == ("closed", Closure.TO_TRIAL, None)


def test_an_extension_is_agreed_by_all_and_since_2025_by_thirty_days_at_most() -> None:
    """As after filing (PD_ASSISTED); before the opinion of 2025 nothing bounds it. Only the extension is left out."""
    course = led().mediating()
    longest, over = date(2026, 10, 22), date(2026, 10, 23)
    refused(course, c.ExtendTerm(until=over, agreed_by=k.BOTH), "extension_too_long", COURT)
    refused(course, c.ExtendTerm(until=longest, agreed_by=(k.APPLICANT,)), "agreement_of_all_missing", COURT)
    course.do(c.ExtendTerm(until=longest, agreed_by=k.BOTH), COURT)
    earlier = led(today=date(2024, 9, 9)).mediating()
    earlier.do(c.ExtendTerm(until=date(2024, 12, 2), agreed_by=k.BOTH), COURT)

    excluded = exclusions(course.at.clocks)[0]
    assert (excluded.from_on, excluded.to_on, excluded.rule) == (date(2026, 9, 23), longest, "T08")
    assert earlier.at.clock("T08").due_on == date(2024, 12, 2)  # type: ignore[union-attr]


@pytest.mark.parametrize("body", [Body.CHAMBER, Body.PEOPLE, Body.LABOUR])
def test_the_parties_alone_sign_before_a_judge_and_the_statement_binds_them(body: Body) -> None:
    """CPL 100, 102: no seal of whoever helped; in force with the last receipt, which closes by the court's record."""
    course = led(body=body).effective()
    assert {x.role for x in course.at.signatures} == {SignerRole.PARTY}
    assert course.at.clock("T12") is None
    refused(course, c.ApplyForConfirmation(applicant_ids=k.BOTH, court=None), "not_on_this_track")

    course.do(c.RequestStatement(applicant_ids=k.BOTH)).step(c.MakeStatement).receipt(k.APPLICANT).receipt(k.RESPONDENT)

    assert (course.at.closure, course.facts[-1].also) == (Closure.MEDIATION_STATEMENT, {"mediation": "closed"})


def test_an_oral_agreement_before_a_judge_is_signed_by_the_parties_too() -> None:
    course = led(body=Body.PEOPLE).agreed()
    course.do(c.DraftAgreement(terms=(), form="oral", recorded_by=k.MEDIATOR), COURT)
    refused(course, c.Sign(role=SignerRole.MEDIATOR, party_id=None, means="seal"), "signer_not_required", COURT)

    for signature in course.signatures:
        course.do(signature, COURT)

    assert course.at.agreement is not None
    assert course.at.agreement.state == "agreement_effective"


def test_the_other_ways_out_are_withdrawal_trial_and_other_means() -> None:
    withdrawn = led().withdrawal().step(c.PermitWithdrawal)
    tried = led().failed().do(c.ResumeTrial(), COURT)
    otherwise = led().mediating().do(c.End(reason=EndReason.SETTLED_AND_WITHDREW), COURT)
    otherwise.do(c.CloseByOtherMeans(), COURT)
    sham = suspended(led().mediating()).do(c.FindSham(), COURT)

    assert [x.at.closure for x in (withdrawn, tried, otherwise, sham)] == [
        *(Closure.WITHDRAWN_AFTER_SETTLEMENT, Closure.TO_TRIAL),
        *(Closure.CLOSED_BY_OTHER_MEANS, Closure.TRANSFERRED_SHAM),
    ]
    assert withdrawn.at.route is not Route.FILING


def test_a_case_that_is_not_filed_is_not_mediated_by_a_judge() -> None:
    course = led()
    bare = replace(course.new(), particulars=replace(course.particulars, filed_on=None))

    with pytest.raises(Refusal) as caught:
        open_referral(bare, c.Invite(organisation=k.organisation()), COURT, course.now, course.book, course.mint)

    assert (caught.value.code, caught.value.facts["missing"]) == ("particulars_missing", ["filed_on"])


def test_performance_is_recorded_by_either_once_the_statement_binds() -> None:
    course = k.in_instalments(led(), 600, 400).do(c.RequestStatement(applicant_ids=k.BOTH), COURT)
    course.step(c.MakeStatement).receipt(k.APPLICANT).receipt(k.RESPONDENT)

    course.do(k.paid(course, 0), COURT).do(k.paid(course, 1))

    assert course.at.agreement is not None
    assert course.at.agreement.state == "performed"
