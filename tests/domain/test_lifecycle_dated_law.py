"""Law has days: what was not in force is neither asked for nor cited, and each rule keeps to its own disputes."""

from datetime import date, timedelta
from random import Random

import pytest

from app.adapters.reference_data import load_tracks
from app.domain import commands as c
from app.domain.errors import Refusal
from app.domain.fact import Fact
from app.domain.guards import SEALED_BY, missing_signers
from app.domain.lifecycle.allowed import possibilities
from app.domain.lifecycle.states import AgreementState, Body, ClockState, EndReason, Kind, SignerRole, Track
from app.domain.sources import SOURCES
from tests.domain import courses as k
from tests.domain.courses import CENTRE, COURT, SENDER, Course
from tests.domain.stands import WAYS, commands_of

REGULATION = date(2026, 5, 1)


def signed_by_the_parties(course: Course) -> Course:
    for signature in k.signatures(Body.CHAMBER):
        course.do(signature)
    return course


def state_of_agreement(course: Course) -> AgreementState:
    assert course.at.agreement is not None
    return course.at.agreement.state


def test_a_commercial_body_needs_no_seal_before_the_regulation() -> None:
    """Until 2026-04-30 it mediates as a general invited organisation, whose agreement binds once the parties signed."""
    before = Course(body=Body.COMMERCIAL, today=REGULATION - timedelta(days=1)).drafted()
    since = Course(body=Body.COMMERCIAL, today=REGULATION).drafted()

    assert state_of_agreement(signed_by_the_parties(before)) is AgreementState.EFFECTIVE
    assert state_of_agreement(signed_by_the_parties(since)) is AgreementState.PENDING
    assert {role for role, _ in missing_signers(since.at)} == {SignerRole.MEDIATOR, SignerRole.ORGANISATION}
    assert missing_signers(before.at) == frozenset()


@pytest.mark.parametrize("body", list(SEALED_BY))
def test_seals_are_asked_for_from_the_day_on_which_the_body_has_rules_of_its_own(body: Body) -> None:
    first = SOURCES[SEALED_BY[body]].in_force_from
    assert first is not None

    assert load_tracks().body_valid(body, first)
    assert not load_tracks().body_valid(body, first - timedelta(days=1))


@pytest.mark.parametrize(
    "course",
    [
        lambda: Course(body=Body.LABOUR),
        lambda: Course(body=Body.PEOPLE, cause=None),
        lambda: Course(body=Body.CHAMBER, cause=k.LABOUR_CAUSE),
        lambda: Course(track=Track.POST_FILING_FIRST, body=Body.LABOUR, cause=k.LABOUR_CAUSE),
        lambda: Course(track=Track.IN_TRIAL, body=Body.LABOUR, cause=k.LABOUR_CAUSE),
        lambda: Course(track=Track.DIRECT, body=Body.LABOUR),
    ],
)
def test_the_fifteen_days_of_labour_mediation_are_for_labour_disputes_before_filing(course: object) -> None:
    walked = course().accepted()  # type: ignore[operator]

    assert walked.at.latest_clock("T10") is None
    assert walked.at.term_rule != "T10"


@pytest.mark.parametrize("body", [Body.LABOUR, Body.PEOPLE])
def test_a_labour_dispute_has_its_fifteen_days_before_a_peoples_committee_too(body: Body) -> None:
    """LDMA 10 names the committees of people's mediation beside those of labour mediation."""
    beside = Course(body=body, cause=k.LABOUR_CAUSE).accepted()
    applied = Course(track=Track.DIRECT, body=body, cause=k.LABOUR_CAUSE).accepted()

    assert (beside.at.term_rule, applied.at.term_rule) == ("T05", "T10")
    assert beside.at.clock("T10") is not None
    assert beside.at.clock("T05") is not None
    assert applied.at.clock("T05") is None


def test_where_no_cause_was_stated_a_labour_body_takes_labour_disputes() -> None:
    assert Course(body=Body.LABOUR, cause=None).accepted().at.clock("T10") is not None


def test_the_term_follows_the_body_that_takes_it_and_not_one_before_it() -> None:
    """Given up by a labour body and sent on the same day to a chamber: the term is that of the court platform."""
    course = Course(Track.DIRECT, Body.LABOUR, k.LABOUR_CAUSE, kind=Kind.TRANSFERRED).delegate()
    course.do(c.Decline(reason="outside_charter", explanation="x"))
    other = k.organisation(k.OTHER_CENTRE_ID, Body.CHAMBER)

    course.do(c.Reassign(organisation=other, channel=None), SENDER).do(c.Accept(organisation=other))

    assert course.at.term_rule == "T05"
    assert course.at.clock("T05") is not None
    assert course.at.clock("T10") is None


def sealed_late(course: Course, days: int) -> Course:
    """The parties sign today; mediator and organisation some days later."""
    signed_by_the_parties(course.drafted()).later(days)
    for signature in k.signatures(Body.PEOPLE)[2:]:
        course.do(signature)
    return course


def test_off_the_platform_there_is_one_regime_and_the_window_opens_with_the_seal() -> None:
    course = sealed_late(Course(track=Track.PRE_FILING_2016, body=Body.PEOPLE), 3)
    agreement, window = course.at.agreement, course.at.clock("T12")

    assert agreement is not None
    assert window is not None
    assert window.started_on == agreement.window_from == agreement.effective_on == course.today


def test_a_window_that_is_over_when_the_seal_comes_lapses_by_time() -> None:
    """Sealed forty days after the parties signed on the platform: valid, and too late to be confirmed."""
    course = sealed_late(Course(body=Body.PEOPLE), 40)
    window = course.at.clock("T12")
    assert window is not None
    assert window.due_on is not None
    assert window.due_on < course.today
    with pytest.raises(Refusal, match="confirmation_window_closed"):
        course.do(c.ApplyForConfirmation(applicant_ids=k.BOTH))

    course.sweep()

    lapsed = course.at.latest_clock("T12")
    assert lapsed is not None
    assert (lapsed.state, lapsed.closed_on) == (ClockState.MISSED, course.today)
    assert state_of_agreement(course) is AgreementState.EFFECTIVE


def strangers(fact: Fact) -> set[str]:
    """Sources of a fact that were not in force on its legal date."""
    return {
        source
        for source in fact.sources
        if (SOURCES[source].in_force_from or date.min) > fact.occurred_on
        or (SOURCES[source].in_force_to or date.max) < fact.occurred_on
    }


@pytest.mark.parametrize("way", sorted(WAYS))
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_no_event_cites_law_that_was_not_in_force(way: str, seed: int) -> None:
    dice = Random(f"{way}{seed}")
    course = WAYS[way].course()
    if course.track in {Track.PRE_FILING_2016, Track.DIRECT}:
        course.today = dice.choice([date(2015, 3, 2), date(2021, 12, 20), date(2023, 12, 20), date(2026, 4, 27)])
    course.delegate()
    for _ in range(25):
        course.later(dice.choice([0, 0, 1, 4])).sweep()
        offers = [
            (offer.action, actor)
            for actor in (COURT, CENTRE, SENDER)
            for offer in possibilities(course.at, actor, course.now, course.book)
            if offer.allowed
        ]
        action, actor = dice.choice(offers)
        for command in commands_of(course)[action][:1]:
            try:
                course.do(command, actor)
            except Refusal:
                continue

    assert all(fact.sources for fact in course.facts)
    assert [strangers(fact) for fact in course.facts if strangers(fact)] == []


def test_what_no_rule_of_its_day_covers_cites_the_decision_to_apply_the_later_ones() -> None:
    course = Course(track=Track.PRE_FILING_2016, today=date(2015, 3, 2)).submit()

    assert course.facts[-1].sources == ("PD_EARLIER_LAW",)


def settled(track: Track) -> Course:
    return Course(track=track).mediating().do(c.End(reason=EndReason.SETTLED_AND_WITHDREW))


@pytest.mark.parametrize("track", [Track.POST_FILING_2016, Track.IN_TRIAL])
def test_the_opinion_of_2025_is_cited_only_where_mediation_comes_first_after_filing(track: Track) -> None:
    """Not on the other tracks after filing, though their facts may come after its first day."""
    course = settled(track)
    course.on(max(course.today, date(2026, 9, 7))).do(c.CloseByOtherMeans(), COURT)
    first = settled(Track.POST_FILING_FIRST).do(c.CloseByOtherMeans(), COURT)

    assert "IMR_20" in course.facts[-1].sources
    assert not [x for fact in course.facts for x in fact.sources if x.startswith("W1_")]
    assert "W1_4" in first.facts[-1].sources


@pytest.mark.parametrize(
    ("body", "source"), [(Body.PEOPLE, "PML_29"), (Body.LABOUR, "LDMA_14"), (Body.COMMERCIAL, "CMR_22"), (None, None)]
)
def test_a_signature_cites_the_seals_of_its_own_body(body: Body | None, source: str | None) -> None:
    course = Course(body=body or Body.CHAMBER).effective()

    assert set(course.facts[-1].sources) & set(SEALED_BY.values()) == ({source} if source else set())
