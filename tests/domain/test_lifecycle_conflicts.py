"""Conflicts of interest: checked, disclosed, decided, waived where the law allows; the lead; a refusal."""

from dataclasses import replace
from datetime import date
from random import Random
from uuid import UUID

import pytest

from app.domain import commands as c
from app.domain.errors import Refusal
from app.domain.lifecycle.states import Body, EndReason, Kind, MediationState, Route, SignerRole, Track
from app.domain.referral import MediatorId
from app.domain.registry_facts import Encounters, MediatorFacts
from tests.domain import courses as k
from tests.domain.courses import CENTRE, COURT, Course
from tests.domain.refusals import refused
from tests.domain.stands import decide, disclose, schedule

IN_TRIAL = {"track": Track.IN_TRIAL, "kind": Kind.POST_FILING}
DIRECT = {"track": Track.DIRECT, "kind": Kind.DIRECT}
OLD = {"track": Track.PRE_FILING_2016}
THIRD = MediatorId(UUID(int=77))


def known(mediator_id: MediatorId = THIRD) -> MediatorFacts:
    return MediatorFacts(mediator_id, k.CENTRE_ID, active=True)


def assigning(mediator_id: MediatorId) -> c.AssignMediator:
    return c.AssignMediator(mediator=known(mediator_id))


# The check.


@pytest.mark.parametrize(
    ("found", "decision"), [(Encounters(), "clear"), (Encounters(1, 0), "found"), (Encounters(0, 2), "found")]
)
def test_a_check_records_what_it_found_and_decides_nothing(found: Encounters, decision: str) -> None:
    course = Course().accepted().do(c.CheckConflict(mediator=known(), found=found))

    record = course.at.dossier.conflicts[-1]
    assert (record.decision, record.earlier_count, record.declared_count) == (decision, found.earlier, found.declared)
    assert course.facts[-1].type == "conflict.checked"
    assert course.do(assigning(THIRD)).at.mediators[-1].mediator_id == THIRD


def test_a_check_is_about_a_mediator_of_the_holder_while_somebody_holds_the_matter() -> None:
    stranger = replace(known(), organisation_id=k.OTHER_CENTRE_ID)

    refused(Course().accepted(), c.CheckConflict(mediator=stranger, found=Encounters()), "mediator_not_available")
    refused(Course().to_filing(), c.CheckConflict(mediator=known(), found=Encounters()), "action_not_possible")


# Disclosure, and what stands still until it is decided.


def test_a_disclosed_relation_stops_what_the_mediator_does_until_it_is_decided() -> None:
    begun = Course().accepted().do(k.assign()).do(disclose())
    met = Course().mediating()
    met.do(schedule(met)).do(disclose())
    signing = Course(body=Body.PEOPLE).drafted().do(disclose())

    refused(begun, k.begin(), "conflict_undecided")
    refused(met, c.HoldSession(session_id=met.at.sessions[0].id), "conflict_undecided")
    sign = c.Sign(role=SignerRole.MEDIATOR, party_id=None, means="handwritten")
    refused(signing, sign, "conflict_undecided")
    refused(met, disclose(), "conflict_undecided")

    assert (met.facts[-1].type, met.at.mediators[0].conflict) == ("conflict.disclosed", "open")
    for course, command in ((begun, k.begin()), (signing, sign)):
        course.do(decide(course, "unfounded")).do(command)


def test_whoever_disclosed_before_the_assignment_is_assigned_only_after_the_decision() -> None:
    course = Course().accepted().do(disclose(THIRD))
    refused(course, assigning(THIRD), "conflict_undecided")

    assert course.do(decide(course, "waived", k.BOTH)).do(assigning(THIRD)).at.mediators[0].mediator_id == THIRD


def test_who_is_named_belongs_to_the_matter() -> None:
    course = Course().mediating()
    refused(course, replace(disclose(), party_id=k.MEDIATOR), "party_unknown")  # type: ignore[arg-type]
    course.do(disclose())

    refused(course, decide(course, "waived", (*k.BOTH, k.MEDIATOR)), "party_unknown")  # type: ignore[arg-type]
    refused(course, replace(decide(course, "recused"), conflict_id=UUID(int=0)), "part_unknown")
    course.do(decide(course, "recused"))
    refused(course, decide(course, "waived", k.BOTH), "part_unknown")


# Recusal.


@pytest.mark.parametrize(("raised_by", "reason"), [("mediator", "conflict_disclosed"), ("party", "recusal")])
@pytest.mark.parametrize("actor", [CENTRE, COURT])
def test_a_recused_mediator_leaves_for_good_and_another_takes_over(
    raised_by: str, reason: str, actor: k.ActorRole
) -> None:
    course = Course().mediating()
    course.do(schedule(course)).do(disclose(raised_by=raised_by)).do(decide(course, "recused"), actor)
    hold = c.HoldSession(session_id=course.at.sessions[0].id)

    gone = course.at.mediators[0]
    assert (gone.ended_on, gone.reason, gone.conflict) == (course.today, reason, None)
    refused(course, hold, "mediator_missing")
    refused(course, k.assign(), "mediator_recused")

    assert course.do(assigning(THIRD)).do(hold).at.mediators[-1].lead


def test_whoever_was_recused_before_the_assignment_is_not_assigned() -> None:
    course = Course().accepted().do(disclose(THIRD))

    course.do(decide(course, "recused"))

    refused(course, assigning(THIRD), "mediator_recused")


def test_where_the_lead_is_recused_whoever_has_been_there_longest_presides() -> None:
    course = Course().mediating().do(k.assign(k.OTHER_MEDIATOR)).do(assigning(THIRD)).do(disclose())
    course.do(decide(course, "recused"))

    assert [(turn.mediator_id, turn.lead) for turn in course.at.mediators if turn.ended_on is None] == [
        (k.OTHER_MEDIATOR, True),
        (THIRD, False),
    ]
    other = Course().mediating().do(k.assign(k.OTHER_MEDIATOR)).do(disclose(k.OTHER_MEDIATOR))
    other.do(decide(other, "recused"))
    assert [turn.lead for turn in other.at.mediators] == [True, False]


# Trap 19: a waiver, and where there is none.


@pytest.mark.parametrize("way", [{}, OLD, IN_TRIAL, DIRECT])
def test_trap_19_parties_who_all_know_may_keep_the_mediator(way: dict[str, object]) -> None:
    course = Course(**way).mediating().do(disclose())  # type: ignore[arg-type]
    refused(course, decide(course, "waived", (k.APPLICANT,)), "agreement_of_all_missing")

    course.do(decide(course, "waived", k.BOTH))

    assert (course.at.mediators[0].conflict, course.at.mediators[0].ended_on) == ("waived", None)
    assert course.at.dossier.conflicts[-1].waived_by == k.BOTH
    assert course.do(schedule(course)).do(c.HoldSession(session_id=course.at.sessions[0].id))


def test_trap_19_before_a_commercial_organisation_there_is_no_waiver() -> None:
    course = Course(body=Body.COMMERCIAL).mediating().do(disclose())

    refusal = refused(course, decide(course, "waived", k.BOTH), "waiver_not_allowed")

    assert refusal.pointer == "/decision"
    assert course.do(decide(course, "recused")).at.mediators[0].ended_on is not None


def test_trap_19_before_the_regulation_a_commercial_organisation_was_a_general_invited_one() -> None:
    course = Course(body=Body.COMMERCIAL, today=date(2026, 4, 7)).mediating().do(disclose())

    assert course.do(decide(course, "waived", k.BOTH)).at.mediators[0].conflict == "waived"


def test_the_duties_of_commercial_organisations_are_cited_for_them_alone() -> None:
    cited = [Course(body=body).mediating().do(disclose()).facts[-1].sources for body in (Body.COMMERCIAL, Body.PEOPLE)]

    assert ["CMR_20" in sources for sources in cited] == [True, False]


# Another role in the same case.


def test_whoever_has_another_role_does_not_mediate_and_whoever_mediated_gets_none() -> None:
    course = Course().mediating().do(c.RecordOtherRole(mediator=known(), role="witness"), COURT)

    refused(course, assigning(THIRD), "mediator_has_role")
    refused(course, k.replace_mediator(mediator=THIRD), "mediator_has_role")
    later = course.do(c.End(reason=EndReason.OTHER)).do(c.ReportResult(route=k.Route.FILING))
    for mediator_id in (k.MEDIATOR,):
        juror = c.RecordOtherRole(mediator=known(mediator_id), role="juror")
        refused(later, juror, "later_role_barred", COURT)


# Trap 20: who presides.


def test_trap_20_on_the_court_platform_the_parties_name_the_lead_or_else_the_court() -> None:
    course = Course().mediating().do(k.assign(k.OTHER_MEDIATOR))
    named = c.NameLead(mediator_id=k.OTHER_MEDIATOR)
    refused(course, named, "agreement_of_all_missing")
    refused(course, replace(named, named_by=(k.APPLICANT,)), "agreement_of_all_missing")
    refused(course, replace(named, named_by=(*k.BOTH, k.MEDIATOR)), "party_unknown")  # type: ignore[arg-type]

    course.do(replace(named, named_by=k.BOTH))
    assert [turn.lead for turn in course.at.mediators] == [False, True]

    course.do(c.NameLead(mediator_id=k.MEDIATOR), COURT)
    assert [turn.lead for turn in course.at.mediators] == [True, False]
    refused(course, c.NameLead(mediator_id=k.MEDIATOR), "mediator_leads_already", COURT)
    refused(course, c.NameLead(mediator_id=THIRD), "mediator_not_assigned", COURT)


@pytest.mark.parametrize("way", [OLD, IN_TRIAL, DIRECT])
def test_trap_20_elsewhere_the_organisation_names_the_lead(way: dict[str, object]) -> None:
    """Under the rules of 2016 organisation or court; where no court referred there is only the organisation."""
    course = Course(**way).mediating().do(k.assign(k.OTHER_MEDIATOR))  # type: ignore[arg-type]

    course.do(c.NameLead(mediator_id=k.OTHER_MEDIATOR))

    assert [turn.lead for turn in course.at.mediators if turn.ended_on is None] == [False, True]


# A refused mediator.


def test_refusing_after_a_replacement_is_refusing_mediation() -> None:
    course = Course().mediating()
    refusing = c.RefuseMediator(party_id=k.RESPONDENT)
    refused(course, refusing, "mediator_not_replaced")
    refused(course, replace(refusing, party_id=k.MEDIATOR), "party_unknown")  # type: ignore[arg-type]
    course.do(k.replace_mediator("party_request"))
    course.do(schedule(course)).do(refusing)

    at = course.at
    assert (at.state, at.end_reason) == (MediationState.MEDIATION_ENDED, EndReason.PARTY_UNWILLING)
    assert at.word_of(k.RESPONDENT, course.today) is False
    assert at.sessions[-1].state == "cancelled"
    refused(Course().mediating().later(90), refusing, "outside_term")


def test_under_the_rules_of_2016_refusing_the_appointee_is_refusing_mediation() -> None:
    refusing = c.RefuseMediator(party_id=k.RESPONDENT)
    refused(Course(**OLD).accepted(), refusing, "mediator_not_replaced")  # type: ignore[arg-type]

    assert Course(**OLD).mediating().do(refusing).at.end_reason is EndReason.PARTY_UNWILLING  # type: ignore[arg-type]


def test_whoever_needs_not_consent_ends_no_mediation_by_refusing_the_mediator() -> None:
    course = Course().mediating().do(k.replace_mediator("party_request"))

    refusal = refused(course, c.RefuseMediator(party_id=k.RELATED), "consent_not_needed")

    assert refusal.pointer == "/party_id"


# Invariant 9 over random courses.


@pytest.mark.parametrize("seed", range(12))
def test_nobody_mediates_against_a_recorded_conflict(seed: int) -> None:
    """Relations are disclosed and decided, mediators come and go: none in office was recused or has another role."""
    dice = Random(seed)
    ids = [MediatorId(UUID(int=n)) for n in range(4, 9)]
    course = Course(**IN_TRIAL).accepted()  # type: ignore[arg-type]
    for _ in range(150):
        commands = _some_acts(course, dice, ids)
        command = dice.choice(commands)
        before = course.at
        try:
            course.do(command)
        except Refusal:
            continue
        office = {turn.mediator_id for turn in course.at.mediators if turn.ended_on is None}
        against = {x.mediator_id for x in course.at.dossier.conflicts if x.decision in {"recused", "barred"}}
        assert not office & against
        assert sum(turn.lead for turn in course.at.mediators if turn.ended_on is None) == (1 if office else 0)
        if isinstance(command, c.Start | c.HoldSession):
            assert all(turn.conflict != "open" for turn in before.mediators if turn.ended_on is None)


def _some_acts(course: Course, dice: Random, ids: list[MediatorId]) -> list[c.Command]:
    named = dice.choice(ids)
    office = [turn.mediator_id for turn in course.at.mediators if turn.ended_on is None]
    sessions = [session.id for session in course.at.sessions if session.state == "scheduled"]
    decision = dice.choice(["waived", "recused", "unfounded"])
    acts: list[c.Command] = [
        assigning(named),
        disclose(named),
        decide(course, decision, k.BOTH if decision == "waived" else ()),
        c.RecordOtherRole(mediator=known(named), role="agent"),
        k.begin(),
        schedule(course),
    ]
    acts += [c.ReplaceMediator(mediator=known(named), replaced_id=x, reason="unavailable") for x in office]
    acts += [c.NameLead(mediator_id=x) for x in office]
    return [*acts, *(c.HoldSession(session_id=session) for session in sessions)]


def test_a_conflict_left_open_is_decided_after_mediation_closed() -> None:
    course = Course().mediating().do(disclose()).do(c.End(reason=EndReason.DIFFERENCES_TOO_LARGE))
    course.do(c.ReportResult(route=Route.FILING))
    assert course.at.state is MediationState.CLOSED

    course.do(decide(course, "recused"))

    assert course.facts[-1].type == "conflict.decided"
    assert course.at.mediators[0].ended_on == course.today
    refused(course, disclose(), "action_not_possible")
