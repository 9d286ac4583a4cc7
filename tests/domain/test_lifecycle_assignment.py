"""Who may mediate: on every day on which a mediator does something the registry has nothing against it."""

from dataclasses import replace
from datetime import date, timedelta
from random import Random
from uuid import UUID

import pytest

from app.domain import commands as c
from app.domain.access import CourtId
from app.domain.errors import Refusal
from app.domain.lifecycle.apply import apply
from app.domain.lifecycle.states import Body, Kind, MediationState, SignerRole, Track
from app.domain.office import facts_on
from app.domain.referral import MediatorId
from app.domain.registry import Amendment, Mediator, RosterEntry, Validity
from app.domain.registry_facts import MediatorFacts
from tests.domain import courses as k
from tests.domain.courses import Course
from tests.domain.refusals import refused
from tests.domain.stands import schedule

GOOD = MediatorFacts(k.MEDIATOR, k.CENTRE_ID, active=True)
NOT_VALID = (
    replace(GOOD, active=False),
    replace(GOOD, listed=False),
    replace(GOOD, organisation_id=k.OTHER_CENTRE_ID),
)


# At assignment.


def test_a_mediator_whom_the_roster_of_the_court_suspended_is_not_assigned() -> None:
    course = Course().accepted()
    suspended = c.AssignMediator(mediator=replace(GOOD, listed=False))

    refused(course, suspended, "mediator_not_listed")
    course.do(k.assign())
    replacement = replace(k.replace_mediator(), mediator=replace(GOOD, id=k.OTHER_MEDIATOR, listed=False))
    refused(course, replacement, "mediator_not_listed")


def test_an_organisation_that_ended_assigns_nobody_and_holds_nothing() -> None:
    course = Course().mediating().do(schedule(Course().mediating()))
    course.holder_active = False

    refused(course, k.assign(k.OTHER_MEDIATOR), "organisation_not_active")
    refused(course, k.replace_mediator(), "organisation_not_active")
    refused(course, c.HoldSession(session_id=course.at.sessions[0].id), "organisation_not_active")
    begun = Course().accepted().do(k.assign())
    begun.holder_active = False
    refused(begun, k.begin(), "organisation_not_active")

    assert course.do(c.HandBack(reason="capacity", explanation="x")).at.state is MediationState.UNASSIGNED


# At the start, at each session, at the signature.


@pytest.mark.parametrize("facts", NOT_VALID)
def test_whoever_is_no_longer_valid_neither_starts_nor_holds_a_session(facts: MediatorFacts) -> None:
    begun, held = Course().accepted().do(k.assign()), Course().mediating()
    held.do(schedule(held))
    hold = c.HoldSession(session_id=held.at.sessions[0].id)
    for course, command in ((begun, k.begin()), (held, hold)):
        course.roster = {k.MEDIATOR: facts}

        refusal = refused(course, command, "mediator_not_valid")
        assert refusal.facts["mediator_ids"] == [str(k.MEDIATOR)]

        course.do(k.replace_mediator()).do(command)


@pytest.mark.parametrize("facts", NOT_VALID)
def test_the_mediator_signs_only_while_somebody_in_office_is_valid(facts: MediatorFacts) -> None:
    signing = c.Sign(role=SignerRole.MEDIATOR, party_id=None, means="handwritten")
    alone = Course(body=Body.PEOPLE).drafted()
    two = Course(body=Body.PEOPLE).mediating().do(k.assign(k.OTHER_MEDIATOR))
    two.do(c.End(reason=k.EndReason.AGREEMENT_REACHED)).do(c.DraftAgreement(terms=()))
    for course in (alone, two):
        course.roster = {k.MEDIATOR: facts}
        course.do(k.signatures(Body.PEOPLE)[0])

    refused(alone, signing, "mediator_not_valid")

    assert two.do(signing).at.signatures[-1].role is SignerRole.MEDIATOR


def test_of_whom_nothing_was_looked_up_nothing_is_assumed() -> None:
    course = Course().accepted().do(k.assign())
    blind = replace(course.book, mediators={})

    with pytest.raises(Refusal, match="mediator_not_valid"):
        apply(course.at, k.begin(), k.CENTRE, course.now, blind, course.mint)


# Trap 15: what a commercial organisation may not take.


@pytest.mark.parametrize("cause", ["12", "25", k.LABOUR_CAUSE])
def test_trap_15_a_commercial_organisation_takes_no_family_inheritance_or_labour_dispute(cause: str) -> None:
    commercial = k.organisation(body=Body.COMMERCIAL)
    since, before = date(2026, 5, 6), date(2026, 4, 7)

    for today, code in ((since, "cause_excluded_for_body"), (before, None)):
        course = Course(cause=cause, body=Body.COMMERCIAL, today=today)
        opening = c.Delegate(organisation=commercial, channel=course.channel)
        if code is None:
            course.open(opening)
        else:
            with pytest.raises(Refusal) as caught:
                course.open(opening)
            assert caught.value.code == code


# Trap 04: silence is no acceptance and no consent.


def test_trap_04_silence_accepts_nothing_and_consents_to_nothing() -> None:
    silent = Course().delegate().past("T03")
    assert silent.at.state is MediationState.OVERDUE
    assert silent.at.assignments[-1].accepted_on is None

    one_sided = Course(consenting=(k.APPLICANT,)).accepted().do(k.assign()).past("T04")
    refusal = refused(one_sided, k.begin(), "consents_incomplete")
    assert refusal.facts["party_ids"] == [str(k.RESPONDENT)]


# What the registry says on a day.


def entry(mediator_id: MediatorId, status: str = "active", *, until: date | None = None) -> RosterEntry:
    validity = Validity(date(2020, 1, 1), until)
    return RosterEntry(UUID(int=1), CourtId(UUID(int=2)), status, validity, mediator_id=mediator_id)


def test_the_roster_of_the_court_counts_where_it_has_the_mediator() -> None:
    day, mediator = date(2026, 9, 7), Mediator(k.MEDIATOR, k.CENTRE_ID, "x", Validity(date(2020, 1, 1)))
    later = Amendment(day + timedelta(days=1), {"status": "suspended"})

    def listed(*entries: RosterEntry, on: date = day) -> bool:
        return facts_on((mediator,), entries, on)[k.MEDIATOR].listed

    assert listed()
    assert listed(entry(k.MEDIATOR))
    assert listed(entry(k.MEDIATOR, "removed"), entry(k.MEDIATOR))
    assert not listed(entry(k.MEDIATOR, "suspended"))
    assert not listed(entry(k.MEDIATOR, until=date(2026, 9, 6)))
    assert not listed(replace(entry(k.MEDIATOR), amendments=(later,)), on=later.valid_from)
    assert listed(entry(k.OTHER_MEDIATOR, "removed"))
    assert listed(replace(entry(k.MEDIATOR, "removed"), mediator_id=None, organisation_id=k.CENTRE_ID))
    ended = replace(mediator, validity=Validity(date(2020, 1, 1), date(2026, 9, 6)))
    assert not facts_on((ended,), (), day)[k.MEDIATOR].active


# Invariant 9 over random courses.


@pytest.mark.parametrize("seed", range(12))
def test_no_mediator_acts_on_a_day_on_which_the_registry_is_against_it(seed: int) -> None:
    """Certificates lapse and are renewed, rosters suspend, mediators come and go: no act falls on a wrong day."""
    dice = Random(seed)
    ids = [MediatorId(UUID(int=n)) for n in (4, 5, 6, 7)]
    course = Course(track=Track.IN_TRIAL, kind=Kind.POST_FILING, body=Body.PEOPLE).accepted()
    acts = 0
    for _ in range(120):
        course.roster = {
            x: MediatorFacts(x, k.CENTRE_ID, active=dice.random() < 0.7, listed=dice.random() < 0.8) for x in ids
        }
        command = _some_act(course, dice, ids)
        office = [turn.mediator_id for turn in course.at.mediators if turn.ended_on is None]
        try:
            course.do(command)
        except Refusal:
            continue
        acting = [command.mediator.id] if isinstance(command, c.AssignMediator | c.ReplaceMediator) else office
        if not isinstance(command, c.ScheduleSession):
            acts += 1
            assert acting
            assert all(course.roster[x].active and course.roster[x].listed for x in acting)

    assert acts


def _some_act(course: Course, dice: Random, ids: list[MediatorId]) -> c.Command:
    named = course.roster[dice.choice(ids)]
    office = [turn.mediator_id for turn in course.at.mediators if turn.ended_on is None]
    sessions = [session.id for session in course.at.sessions if session.state == "scheduled"]
    acts: list[c.Command] = [c.AssignMediator(mediator=named), k.begin(), schedule(course)]
    acts += [c.ReplaceMediator(mediator=named, replaced_id=x, reason="unavailable") for x in office]
    return dice.choice([*acts, *(c.HoldSession(session_id=session) for session in sessions)])


def test_the_parties_choose_a_mediator_jointly_or_not_at_all() -> None:
    """IMR 12, OMR 10: what one of them wishes is no choice; where they choose nobody the organisation appoints."""
    course = Course().accepted()

    for chosen_by in ((k.APPLICANT,), (*k.BOTH, k.MEDIATOR)):
        refusal = refused(course, replace(k.assign(), chosen_by=chosen_by), "agreement_of_all_missing")
        assert refusal.pointer == "/chosen_by"

    course.do(replace(k.assign(), chosen_by=k.BOTH))
    assert course.facts[-1].facts["chosen_by"] == [str(party_id) for party_id in k.BOTH]
    assert "chosen_by" not in Course().accepted().do(k.assign()).facts[-1].facts
