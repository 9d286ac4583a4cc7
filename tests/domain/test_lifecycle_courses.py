"""Random courses: whatever is tried in whatever order, on whatever day, the invariants of a referral hold."""

from collections import Counter
from dataclasses import replace
from datetime import timedelta

from hypothesis import HealthCheck, event, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from app.domain import commands as c
from app.domain.errors import CATALOGUE, Refusal
from app.domain.events import Event, check_chain, event_of, replay
from app.domain.lifecycle.allowed import possibilities
from app.domain.lifecycle.states import Action, Body, ClockState, Machine, MediationState, Track
from tests.domain import courses as k
from tests.domain.courses import CENTRE, CLOCK, COURT, Course
from tests.domain.test_lifecycle_walk import commands_for

PEOPLE = (COURT, CENTRE)
FINAL = {MediationState.CLOSED, MediationState.RETURNED}
SWEEPABLE = dict(c.BY_CLOCK)


class RandomCourse(RuleBasedStateMachine):
    """One referral, any track and body, any action by anybody; days pass and time acts when the sweeper comes."""

    course: Course
    events: list[Event]

    @initialize(
        track=st.sampled_from(list(Track)),
        body=st.sampled_from([Body.CHAMBER, Body.PEOPLE, Body.LABOUR]),
        both=st.booleans(),
        consult=st.booleans(),
    )
    def open(self, *, track: Track, body: Body, both: bool, consult: bool) -> None:
        course = Course(track=track, body=body, consenting=k.BOTH if both else (k.APPLICANT,))
        self.course = course.consult() if consult else course.delegate()
        self.events = []
        self.seal()

    def seal(self) -> None:
        fact = self.course.facts[-1]
        chain = self.events[-1].hash if self.events else b""
        sealed = event_of(fact, replace(self.course.at, chain=chain), None, self.course.mint(), self.course.now.instant)
        self.events.append(sealed)

    @rule(action=st.sampled_from(list(Action)), actor=st.sampled_from(PEOPLE), back=st.integers(0, 5))
    def act(self, action: Action, actor: k.ActorRole, back: int) -> None:
        before = self.course.at
        for command in commands_for(self.course, action):
            dated = replace(command, occurred_on=self.course.today - timedelta(days=back)) if back else command
            try:
                self.course.do(dated, actor)
            except Refusal as refusal:
                assert refusal.code in CATALOGUE  # noqa: PT017 - what is refused is part of the promise
                assert self.course.at is before
            else:
                self.seal()

    @rule(pick=st.integers(0, 99), actor=st.sampled_from(PEOPLE))
    def act_as_offered(self, pick: int, actor: k.ActorRole) -> None:
        """Follow what is offered, so that courses go deep."""
        course = self.course
        offers = [o.action for o in possibilities(course.at, actor, course.now, course.book) if o.allowed]
        if offers:
            self.act(offers[pick % len(offers)], actor, 0)
            event(f"state {course.at.state}")

    @rule(days=st.sampled_from([1, 2, 5, 12, 40]))
    def days_pass(self, days: int) -> None:
        self.course.later(days)

    @rule()
    def time_acts(self) -> None:
        """What the sweeper does: every clock whose last day is over moves its referral, oldest first."""
        while True:
            over = [
                clock
                for clock in self.course.at.clocks
                if clock.state is ClockState.RUNNING and clock.due_on is not None and clock.due_on < self.course.today
            ]
            if not over:
                return
            self.course.do(SWEEPABLE[over[0].rule](), CLOCK)
            self.seal()

    @invariant()
    def events_replay_to_state_and_version(self) -> None:
        replayed = replay(self.events)
        assert replayed.version == self.course.at.version == len(self.events)
        assert replayed.states["mediation"] == self.course.at.state
        if self.course.at.agreement is not None:
            assert replayed.states["agreement"] == self.course.at.agreement.state
        assert all(replayed.states[str(p.id)] == p.state for p in self.course.at.procedures)

    @invariant()
    def every_event_says_who_when_and_by_which_rule(self) -> None:
        assert check_chain(self.events) is None
        assert all(e.actor["role"] and e.occurred_on and e.body["sources"] for e in self.events)

    @invariant()
    def a_closed_mediation_has_no_open_clock_and_no_clock_runs_twice(self) -> None:
        open_clocks = [x for x in self.course.at.clocks if x.state in {ClockState.RUNNING, ClockState.PAUSED}]
        if self.course.at.state in FINAL:
            assert not [x for x in open_clocks if x.region is Machine.MEDIATION]
        assert max(Counter(x.rule for x in open_clocks).values(), default=0) <= 1
        assert all((x.due_on is None) == (x.state is ClockState.PAUSED) for x in self.course.at.clocks)

    @invariant()
    def one_organisation_at_a_time(self) -> None:
        current = [a for a in self.course.at.assignments if a.ended_on is None]
        assert len(current) <= 1
        holder = current[0].organisation_id if current else None
        assert holder == self.course.at.holder_id

    @invariant()
    def dates_never_run_ahead(self) -> None:
        assert self.course.at.last_act_on <= self.course.at.last_fact_on <= self.course.today


TestRandomCourse = RandomCourse.TestCase
TestRandomCourse.settings = settings(
    max_examples=80, stateful_step_count=50, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
