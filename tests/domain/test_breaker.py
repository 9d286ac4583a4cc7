"""The breaker: opens on many failures, tries with one, comes back by doubling, and never blames for faults of ours."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from app.domain.breaker import (
    FAILURE_PERCENT,
    FEWEST,
    WINDOW,
    Breaker,
    BreakerState,
    Tally,
    allowance,
    dead,
    judged,
    probing,
    unchanged,
)

NOW = datetime(2026, 11, 30, 9, 0, tzinfo=UTC)
BOUND = 10


def after(breaker, success=0, failure=0, *, now=NOW, until=None, chance=0.5):
    return judged(breaker, Tally(success, failure, until), now, bound=BOUND, chance=chance)


@given(success=st.integers(0, 100), failure=st.integers(0, 100))
def test_it_opens_at_seventy_percent_of_at_least_ten(success, failure):
    total = success + failure

    found = after(Breaker(), success, failure)

    opens = total >= FEWEST and failure * 100 >= FAILURE_PERCENT * total
    assert found.state is (BreakerState.OPEN if opens else BreakerState.CLOSED)
    assert allowance(found, NOW, in_flight=0, bound=BOUND) == (0 if opens else BOUND)


def test_a_window_that_is_over_counts_no_more():
    breaker = after(Breaker(), failure=9)

    later = after(breaker, failure=1, now=NOW + WINDOW)

    assert (later.state, later.window_failure) == (BreakerState.CLOSED, 1)


def test_it_stays_open_longer_each_time_up_to_a_bound():
    breaker, lengths = after(Breaker(), failure=10), []
    for _ in range(8):
        lengths.append(breaker.until - NOW)
        breaker = after(probing(breaker), failure=1)

    seconds = [length.total_seconds() for length in lengths]
    assert seconds == [30, 60, 120, 240, 480, 600, 600, 600]
    assert after(Breaker(), failure=10, chance=0.0).until == NOW + timedelta(seconds=15)
    assert after(Breaker(), failure=10, chance=1.0).until == NOW + timedelta(seconds=45)


def test_a_success_of_a_straggler_or_a_probe_begins_the_ramp_and_the_ramp_doubles():
    for breaker in (after(Breaker(), failure=10), probing(after(Breaker(), failure=10))):
        limits = []
        found = after(breaker, success=1)
        while found.state is BreakerState.RAMP:
            limits.append(allowance(found, NOW, in_flight=0, bound=BOUND))
            found = after(found, success=limits[-1])

        assert limits == [1, 2, 4, 8]
        assert (found.state, found.trips, found.ramp_limit) == (BreakerState.CLOSED, 0, None)


def test_failures_of_stragglers_change_nothing_while_it_is_open():
    breaker = after(Breaker(), failure=10)

    found = after(breaker, failure=5)

    assert (found.state, found.until, found.trips) == (BreakerState.OPEN, breaker.until, 1)


@pytest.mark.parametrize(
    ("limit", "success", "failure", "state", "new_limit"),
    [
        (4, 0, 1, BreakerState.RAMP, 2),
        (4, 3, 1, BreakerState.RAMP, 2),
        (1, 1, 1, BreakerState.RAMP, 1),
        (1, 0, 1, BreakerState.OPEN, None),
        (4, 2, 0, BreakerState.RAMP, 4),
        (4, 0, 0, BreakerState.RAMP, 4),
    ],
)
def test_a_ramp_that_meets_failures_takes_a_step_back(limit, success, failure, state, new_limit):
    found = after(Breaker(state=BreakerState.RAMP, ramp_limit=limit), success, failure)

    assert (found.state, found.ramp_limit) == (state, new_limit)


def test_a_receiver_that_asks_for_time_is_left_alone_and_then_ramped():
    until = NOW + timedelta(seconds=90)

    found = after(Breaker(), success=1, until=until)

    assert allowance(found, NOW, in_flight=0, bound=BOUND) == 0
    assert allowance(found, until, in_flight=0, bound=BOUND) == 1
    assert after(found, until=NOW + timedelta(seconds=5)).until == until
    again = after(found, success=1, now=until)
    assert (again.until, again.ramp_limit) == (None, 2)


def test_an_endpoint_is_dead_after_so_long_without_one_success():
    failing = after(Breaker(), failure=1)

    assert not dead(Breaker(), NOW, timedelta(days=5))
    assert not dead(failing, NOW + timedelta(days=4), timedelta(days=5))
    assert dead(failing, NOW + timedelta(days=5), timedelta(days=5))
    throttled = after(Breaker(), until=NOW)
    assert throttled.failing_since == NOW
    saved = after(failing, success=1, failure=3)
    assert (saved.failing_since, saved.last_success_at) == (None, NOW)
    assert after(Breaker()).failing_since is None


@pytest.mark.parametrize(
    ("breaker", "tally", "still"),
    [
        (Breaker(last_success_at=NOW), Tally(success=5), True),
        (Breaker(), Tally(), True),
        (Breaker(), Tally(success=1), False),
        (Breaker(last_success_at=NOW - timedelta(seconds=10)), Tally(success=1), False),
        (Breaker(last_success_at=NOW), Tally(failure=1), False),
        (Breaker(last_success_at=NOW), Tally(throttled_until=NOW), False),
        (Breaker(last_success_at=NOW, window_failure=1), Tally(success=1), False),
        (Breaker(last_success_at=NOW, failing_since=NOW), Tally(success=1), False),
        (Breaker(last_success_at=NOW, until=NOW), Tally(success=1), False),
        (Breaker(state=BreakerState.RAMP, last_success_at=NOW), Tally(success=1), False),
    ],
)
def test_only_of_an_endpoint_that_is_well_nothing_is_written(breaker, tally, still):
    assert unchanged(breaker, tally, NOW) is still


class Life(RuleBasedStateMachine):
    """Any course of an endpoint: never more at once than allowed, never a second probe, and it always comes back."""

    def __init__(self):
        super().__init__()
        self.breaker, self.now, self.in_flight = Breaker(), NOW, 0

    @rule(wished=st.integers(1, 20))
    def send(self, wished):
        allowed = allowance(self.breaker, self.now, in_flight=self.in_flight, bound=BOUND)
        taken = min(wished, allowed)
        if taken and self.breaker.state is BreakerState.OPEN:
            self.breaker = probing(self.breaker)
        self.in_flight += taken
        assert self.in_flight <= BOUND or not taken
        if taken and self.breaker.state is BreakerState.HALF_OPEN:
            assert self.in_flight == 1

    @rule(data=st.data())
    def answer(self, data):
        success = data.draw(st.integers(0, self.in_flight))
        failure = data.draw(st.integers(0, self.in_flight - success))
        self.in_flight -= success + failure
        self.breaker = judged(self.breaker, Tally(success, failure), self.now, bound=BOUND, chance=0.3)

    @rule(seconds=st.integers(1, 900))
    def wait(self, seconds):
        self.now += timedelta(seconds=seconds)

    @invariant()
    def comes_back(self):
        """Whatever happened, good answers alone bring it back to its full bound."""
        breaker, now = self.breaker, self.now
        for _ in range(12):
            now = max(now, breaker.until or now)
            breaker = probing(breaker) if breaker.state is BreakerState.OPEN else breaker
            count = max(1, allowance(breaker, now, in_flight=0, bound=BOUND))
            breaker = judged(breaker, Tally(success=count), now, bound=BOUND, chance=0.3)
        assert allowance(breaker, now, in_flight=0, bound=BOUND) == BOUND


Life.TestCase.settings = settings(max_examples=40, stateful_step_count=30, deadline=None)
TestLife = Life.TestCase
