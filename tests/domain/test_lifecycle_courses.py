"""Random courses of every kind: whatever is tried in whatever order, on whatever day, the invariants hold."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from random import Random

import pytest
from hypothesis import HealthCheck, event, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from app.domain.access import ActorRole
from app.domain.errors import CATALOGUE, Refusal
from app.domain.events import Event, check_chain, event_of, replay
from app.domain.lifecycle.allowed import possibilities
from app.domain.lifecycle.states import FILED_KINDS, Action, ClockState, Closure, Kind, Machine, MediationState, Track
from tests.domain import courses as k
from tests.domain.courses import CENTRE, COURT, SENDER, Course
from tests.domain.stands import STANDS, WAYS, Commands, places, stand

PEOPLE = (COURT, CENTRE, SENDER)
FINAL = {MediationState.CLOSED, MediationState.RETURNED}
HELD = {
    MediationState.ACCEPTED,
    MediationState.CONTACTING,
    MediationState.MEDIATING,
    MediationState.APPRAISING,
    MediationState.SUSPENDED,
    MediationState.TERM_EXPIRED,
    MediationState.MEDIATION_ENDED,
}
BY_THE_COURT = {
    Closure.MEDIATION_STATEMENT,
    Closure.CLOSED_BY_OTHER_MEANS,
    Closure.DEEMED_WITHDRAWN,
    Closure.TO_TRIAL,
}
AFTER_FILING = BY_THE_COURT | {
    *(Closure.WITHDRAWN_AFTER_SETTLEMENT, Closure.TAKEN_BACK, Closure.RETURNED, Closure.TRANSFERRED_SHAM),
}


def from_consents(course: Course) -> bool:
    """Whether nobody is asked to mediate before every party consented."""
    return course.kind in FILED_KINDS or course.track is Track.COMMISSION_DELEGATED


class Walk:
    """One referral being walked, its events, and what must hold of both at any time; of a whole course once more."""

    course: Course
    events: list[Event]

    def seal(self, count: int = 1) -> None:
        """Make events of the latest facts, each with the hash of the one before."""
        for fact in self.course.facts[-count:]:
            chain = self.events[-1].hash if self.events else b""
            before = replace(self.course.at, chain=chain)
            self.events.append(event_of(fact, before, None, self.course.mint(), self.course.now.instant))

    def attempt(self, action: Action, actor: ActorRole, back: int) -> None:
        before = self.course.at
        for command in Commands(self.course)[action]:
            dated = replace(command, occurred_on=self.course.today - timedelta(days=back)) if back else command
            try:
                self.course.do(dated, actor)
            except Refusal as refusal:
                assert refusal.code in CATALOGUE  # noqa: PT017 - what is refused is part of the promise
                assert self.course.at is before
            else:
                assert self.course.at.version == before.version + 1
                self.seal()
                break

    def offers(self, *, dossier: bool, to: Sequence[ActorRole] = PEOPLE) -> list[tuple[Action, ActorRole]]:
        """What is offered to them just now; of the dossier, which is always open, or of all the rest."""
        course, book = self.course, self.course.book
        return [
            (offer.action, actor)
            for actor in to
            for offer in possibilities(course.at, actor, course.now, book)
            if offer.allowed and (offer.machine is Machine.DOSSIER) == dossier
        ]

    def time_passes(self) -> None:
        """What the sweeper does: every clock whose last day is over moves its referral, oldest first."""
        before = len(self.course.facts)
        self.course.sweep()
        passed = len(self.course.facts) - before
        if passed:
            self.seal(passed)

    def check(self) -> None:
        """Every invariant, now."""
        self.events_replay_to_state_and_version()
        self.every_event_says_who_when_and_by_which_rule()
        self.a_closed_mediation_has_no_open_clock_and_no_clock_runs_twice()
        self.a_request_to_call_it_off_lives_only_while_somebody_mediates()
        self.one_organisation_at_a_time()
        self.dates_never_run_ahead()

    def events_replay_to_state_and_version(self) -> None:
        replayed = replay(self.events)
        at = self.course.at
        agreement = {} if at.agreement is None else {"agreement": at.agreement.state}
        procedures = {str(p.id): p.state for p in at.procedures}
        assert replayed.version == at.version == len(self.events)
        assert dict(replayed.states) == {"mediation": at.state, **agreement, **procedures}

    def every_event_says_who_when_and_by_which_rule(self) -> None:
        assert all(e.actor["role"] and e.occurred_on and e.body["sources"] for e in self.events)
        assert all(e.audience for e in self.events)

    def check_whole(self) -> None:
        """What holds of all events, which are never changed, so that it is looked at when there are no more of them."""
        self.check()
        self.a_referral_closes_once_and_by_the_right_hand()
        assert check_chain(self.events) is None

    def a_closed_mediation_has_no_open_clock_and_no_clock_runs_twice(self) -> None:
        open_clocks = [x for x in self.course.at.clocks if x.state in {ClockState.RUNNING, ClockState.PAUSED}]
        if self.course.at.state in FINAL:
            assert not [x for x in open_clocks if x.region is Machine.MEDIATION]
        assert max(Counter((x.rule, x.term_id) for x in open_clocks).values(), default=0) <= 1
        assert all((x.due_on is None) == (x.state is ClockState.PAUSED) for x in self.course.at.clocks)

    def a_referral_closes_once_and_by_the_right_hand(self) -> None:
        """Closed and closure go together; what was filed is closed by the court alone, the rest never by its record.

        What was reopened closes once more.
        """
        at = self.course.at
        assert (at.closure is not None) == (at.state in FINAL)
        allowed = AFTER_FILING if at.kind in FILED_KINDS else set(Closure) - BY_THE_COURT
        assert at.closure is None or at.closure in allowed
        closings = [f for f in self.course.facts if self._closes(f)]
        reopened = [f for f in self.course.facts if f.action == Action.REOPEN and f.state_before in FINAL]
        assert len(closings) - len(reopened) == (1 if at.state in FINAL else 0)
        if at.closure in BY_THE_COURT:
            assert closings[-1].actor == COURT

    @staticmethod
    def _closes(fact: k.Fact) -> bool:
        moved = fact.machine is Machine.MEDIATION and fact.state_after in FINAL and fact.state_before not in FINAL
        return moved or "mediation" in fact.also

    def a_request_to_call_it_off_lives_only_while_somebody_mediates(self) -> None:
        assert self.course.at.cancel_requested_on is None or self.course.at.state in HELD

    def one_organisation_at_a_time(self) -> None:
        """Whoever has the current turn holds it; a direct application that was returned stays with its organisation."""
        at = self.course.at
        current = [a for a in at.assignments if a.ended_on is None]
        assert len(current) <= 1
        if at.kind is Kind.DIRECT:
            assert at.holder_id == k.CENTRE_ID
        else:
            assert at.holder_id == (current[0].organisation_id if current else None)
        assert not current or at.holder_id == current[0].organisation_id

    def dates_never_run_ahead(self) -> None:
        assert self.course.at.last_act_on <= self.course.at.last_fact_on <= self.course.today


class RandomCourse(Walk, RuleBasedStateMachine):
    """One referral of any kind, any action by anybody; days pass and time acts when the sweeper comes."""

    @initialize(
        way=st.sampled_from(sorted(WAYS)),
        both=st.booleans(),
        consult=st.booleans(),
        labour=st.booleans(),
        setting=st.sampled_from(["refused", "after_withdrawal", "allowed"]),
        place=st.none() | st.sampled_from(places()),
    )
    def open(
        self, *, way: str, both: bool, consult: bool, labour: bool, setting: str, place: tuple[str, str] | None
    ) -> None:
        """Begin at the beginning, or anywhere that some course has reached."""
        self.events = []
        if place is None:
            course = WAYS[way].course()
            everybody = both or from_consents(course)
            self.course = replace(
                course,
                consenting=k.BOTH if everybody else (k.APPLICANT,),
                cause=k.LABOUR_CAUSE if labour else course.cause,
                court=k.court_facts(confirmation=setting),
            )
            self.course.consult() if consult else self.course.delegate()
        else:
            self.course = stand(*place)
        self.seal(len(self.course.facts))

    @rule(action=st.sampled_from(list(Action)), actor=st.sampled_from(PEOPLE), back=st.integers(0, 5))
    def act(self, action: Action, actor: ActorRole, back: int) -> None:
        self.attempt(action, actor, back)

    @rule(picks=st.lists(st.integers(0, 99), min_size=1, max_size=6), file=st.integers(0, 4))
    def act_as_offered(self, picks: list[int], file: int) -> None:
        """Follow what is offered, so that courses go deep; the dossier more seldom."""
        for pick in picks:
            offers = self.offers(dossier=file == 0)
            if offers:
                self.attempt(*offers[pick % len(offers)], 0)
                event(f"{self.course.kind} {self.course.at.state}")

    @rule(days=st.sampled_from([1, 2, 5, 12, 40]))
    def days_pass(self, days: int) -> None:
        self.course.later(days)

    @rule()
    def time_acts(self) -> None:
        self.time_passes()

    @invariant()
    def what_must_hold_holds(self) -> None:
        self.check()

    def teardown(self) -> None:
        """Hypothesis ends a course so, also one that never began."""
        if hasattr(self, "events"):
            self.check_whole()


TestRandomCourse = pytest.mark.walk(RandomCourse.TestCase)
TestRandomCourse.settings = settings(
    max_examples=30, stateful_step_count=40, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)


ABRUPT = {
    Action.HAND_BACK,
    Action.FIND_SHAM,
    Action.REFUSE_MEDIATOR,
    Action.CONFIRM_CANCEL,
    Action.DECLINE,
    Action.TAKE_BACK,
    Action.RETURN,
    Action.CLOSE,
    Action.REFUSE_TO_SIGN,
    Action.RESUME_TRIAL,
    Action.GIVE_FEE_NOTICE,
    Action.RECORD_FEE_PAID,
    Action.REPUDIATE_STATEMENT,
    Action.REFUSE_STATEMENT,
}
FRESH, LATE = 8, 7
LATE_PLACES = (
    *("owed", "order_served", "order_ruling_received", "certificate_requested", "review_accepted"),
    *("enforceable", "enforcing", "round_closed", "filing_correcting"),
)
CHECKED_EVERY = 11
RARE = 12
"""Actions that the dice may miss; another seed misses others. `tests/api/test_lifecycle_over_http` takes every row."""

BEFORE_START = {MediationState.ACCEPTED, MediationState.CONTACTING}


@pytest.mark.walk
def test_many_long_courses_keep_the_invariants_and_go_everywhere() -> None:
    """Courses that mostly do what is offered, from a fixed seed: together they take nearly every action."""
    dice = Random(2)
    taken: set[str] = set()
    begun: Counter[str] = Counter()
    closures: set[tuple[Kind, Closure]] = set()
    for way in sorted(WAYS) * (FRESH + LATE):
        walk = _fresh(way, dice) if begun[way] < FRESH else _late(way, begun[way])
        begun[way] += 1
        for turn in range(45):
            _one_turn(walk, dice)
            if turn % CHECKED_EVERY == 0:
                walk.check()
        walk.check_whole()
        taken |= {fact.action for fact in walk.course.facts}
        if walk.course.at.closure is not None:
            closures.add((walk.course.at.kind, walk.course.at.closure))

    assert len({action.value for action in Action} - taken) <= RARE
    assert len(BY_THE_COURT - {closure for kind, closure in closures if kind is Kind.POST_FILING}) <= 1
    assert {kind for kind, _ in closures} == set(Kind)


def _fresh(way: str, dice: Random) -> Walk:
    walk = Walk()
    walk.events, walk.course = [], WAYS[way].course()
    walk.course.cause = dice.choice(["88", k.LABOUR_CAUSE])
    if not from_consents(walk.course):
        walk.course.consenting = dice.choice([k.BOTH, (k.APPLICANT,)])
    opening = dice.choice([Course.consult, Course.delegate, Course.delegate, Course.submit])
    if opening is Course.submit and walk.course.kind in {*FILED_KINDS, Kind.TRANSFERRED}:
        opening = Course.delegate
    opening(walk.course)
    walk.seal(len(walk.course.facts))
    return walk


def _late(way: str, turn: int) -> Walk:
    """A course that begins where an agreement is in force, or further on: what follows it is long in itself."""
    here = [name for name in LATE_PLACES if STANDS[name][0](WAYS[way])]
    walk = Walk()
    walk.events, walk.course = [], stand(here[turn % len(here)], way)
    walk.seal(len(walk.course.facts))
    return walk


def _one_turn(walk: Walk, dice: Random) -> None:
    """Mostly something that is offered and leads on; now and then days, the dossier, or an abrupt end."""
    luck = dice.random()
    if luck < 0.1:
        walk.course.later(dice.choice([1, 3, 8, 20, 35]))
        walk.time_passes()
        return
    for actor in dice.sample(PEOPLE, len(PEOPLE)):
        offers = walk.offers(dossier=luck > 0.85, to=[actor])
        gentle = [offer for offer in offers if not _abrupt(walk, offer[0])]
        if gentle or (offers and dice.random() < 0.3):
            walk.attempt(*dice.choice(gentle if gentle and dice.random() < 0.9 else offers), 0)
            return


def _abrupt(walk: Walk, action: Action) -> bool:
    early = action is Action.END and walk.course.at.state in BEFORE_START
    return early or action in ABRUPT
