"""Any course of readers, time and wishes: one lease at a time, places that only grow unless they are sought."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain import consumers as c
from app.domain.access import TenantId
from app.domain.errors import Refusal
from app.domain.feed import EVERYTHING

START = datetime(2026, 3, 2, tzinfo=UTC)
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("lease"), st.integers(0, 1), st.integers(1, 5)),
        st.tuples(st.just("commit"), st.integers(0, 1), st.integers(-1, 6)),
        st.tuples(st.just("wait"), st.just(0), st.integers(1, 40)),
        st.tuples(st.just("skip"), st.just(0), st.integers(0, 3)),
        st.tuples(st.just("seek"), st.just(0), st.integers(0, 20)),
    ),
    max_size=40,
)


def consumer(position=0):
    return c.Consumer(TenantId(uuid4()), "c", EVERYTHING, position, None, START, START)


def refused(work):
    try:
        return work(), None
    except Refusal as refusal:
        return None, refusal.code


class Course:
    """A consumer with two readers, and what each of them believes to hold."""

    def __init__(self):
        self.state, self.now, self.held, self.owner = consumer(), START, {0: None, 1: None}, None

    def wait(self, _who, seconds):
        self.now += timedelta(seconds=seconds)

    def seek(self, _who, position):
        self.state, self.owner = c.sought(self.state, position, self.now), None

    def skip(self, _who, count):
        found, code = refused(lambda: c.skipped(self.state, self.state.position + count, self.now))
        assert (code == "lease_held") == self.runs()
        if found is not None and found is not self.state:
            self.state, self.owner = found, None

    def lease(self, who, count):
        wish = c.Lease(uuid4(), self.state.position + count, self.now + timedelta(seconds=30))
        found, code = refused(lambda: c.leased(self.state, wish, self.now))
        assert (code == "lease_held") == self.runs()
        if found is not None:
            self.state, self.held[who], self.owner = found, wish, who

    def commit(self, who, ahead):
        held, before = self.held[who], self.state
        if held is None:
            return
        position = held.position - 5 + ahead
        found, code = refused(lambda: c.committed(before, held.token, position, self.now))
        assert (code == "lease_lost") == (self.owner != who)
        if found is not None:
            assert before.position <= found.position <= held.position
            self.state, self.owner = found, self.owner if found.lease else None

    def runs(self):
        return self.state.lease is not None and self.state.lease.until > self.now


@given(STEPS)
@settings(max_examples=200, deadline=None)
def test_whatever_two_readers_do_only_the_last_lease_commits_and_places_grow(steps):
    course = Course()

    for what, who, number in steps:
        before = course.state.position
        getattr(course, what)(who, number)
        assert course.state.position >= before or what == "seek"
        assert course.state.lease is None or course.state.lease.position > course.state.position
        assert (course.owner is None) == (course.state.lease is None)


def test_what_is_held_says_for_how_long_still():
    lease = c.Lease(uuid4(), 3, START + timedelta(seconds=10))
    taken = c.leased(consumer(), lease, START)

    for passed, left in ((0.0, 10), (9.5, 1), (0.5, 10)):
        with pytest.raises(Refusal, match="lease_held") as held:
            c.require_free(taken, START + timedelta(seconds=passed))
        assert held.value.facts == {"retry_after_seconds": left}


def test_a_stretch_without_events_moves_the_place_and_one_without_entries_nothing():
    at = consumer(4)
    lost = replace(at, lease=c.Lease(uuid4(), 9, START))

    assert c.skipped(at, 4, START + timedelta(1)) is at
    assert c.skipped(at, 7, START).position == 7
    assert c.skipped(lost, 4, START + timedelta(1)).lease is None
