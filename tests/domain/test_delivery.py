"""What an answer means for a delivery, and when it is tried again."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from email.utils import format_datetime
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.delivery import (
    OUTCOMES,
    RETRY_AFTER_LIMIT,
    SCHEDULE_SECONDS,
    Answered,
    Delivered,
    Failed,
    GiveUp,
    Gone,
    Ordering,
    Outcome,
    Policy,
    RetryAt,
    Throttled,
    Tried,
    pause_seconds,
    retry_after,
    verdict,
)
from app.domain.delivery_port import Head
from app.domain.feed import FeedEvent

NOW = datetime(2026, 11, 30, 9, 0, tzinfo=UTC)
STRICT, BOUNDED = Policy(), Policy(ordering=Ordering.BOUNDED)
FRESH = Tried(0, None)
chances = st.floats(0, 1)
statuses = st.integers(100, 599)


def judged(status, *, policy=STRICT, tried=FRESH, chance=0.5, **headers):
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return verdict(Answered(status, named), policy, tried, NOW, chance)


def test_the_schedule_goes_over_a_weekend():
    hours = sum(SCHEDULE_SECONDS) / 3600

    assert 75 < hours < 77
    assert len(SCHEDULE_SECONDS) == 11
    assert SCHEDULE_SECONDS[:3] == (0, 5, 60)


@given(attempt=st.integers(1, 40), chance=chances)
def test_jitter_is_as_wide_as_the_pause_and_keeps_its_mean(attempt, chance):
    pause = SCHEDULE_SECONDS[min(attempt, 11) - 1]

    waited = pause_seconds(SCHEDULE_SECONDS, attempt, chance)

    assert pause / 2 <= waited <= pause * 1.5
    assert waited + pause_seconds(SCHEDULE_SECONDS, attempt, 1 - chance) == pytest.approx(2 * pause)


@given(status=st.integers(200, 299), count=st.integers(0, 50), chance=chances)
def test_every_2xx_is_delivered(status, count, chance):
    assert judged(status, tried=Tried(count, NOW), chance=chance, webhook_delivery="disable") == Delivered()


@given(status=statuses, count=st.integers(0, 60), chance=chances)
def test_a_strict_lane_never_gives_up_by_itself_and_always_tries_later(status, count, chance):
    found = judged(status, tried=Tried(count, NOW - timedelta(days=30)), chance=chance)

    assert not isinstance(found, GiveUp)
    if isinstance(found, RetryAt | Throttled):
        assert timedelta(0) < found.at - NOW <= timedelta(hours=36)


@given(status=statuses.filter(lambda s: not 200 <= s < 300 and s != 410), count=st.integers(0, 60), chance=chances)
def test_a_bounded_lane_gives_up_at_its_bound_and_never_waits_beyond_it(status, count, chance):
    for passed in (0, 1, 71, 72, 200):
        since = NOW - timedelta(hours=passed)

        found = judged(status, policy=BOUNDED, tried=Tried(count, since), chance=chance)

        if passed >= BOUNDED.park_after_hours or count + 1 >= len(SCHEDULE_SECONDS):
            assert isinstance(found, GiveUp)
        else:
            assert isinstance(found, RetryAt | Throttled)
            assert found.at <= since + timedelta(hours=72)


@pytest.mark.parametrize(
    ("status", "headers", "expected"),
    [
        (410, {}, Gone("gone")),
        (500, {"webhook_delivery": "disable"}, Gone("receiver_disabled")),
        (400, {"webhook_delivery": " Abort-Message "}, GiveUp("receiver_aborted")),
        (400, {"webhook_delivery": "nonsense"}, RetryAt(NOW + timedelta(seconds=5), "status_400")),
        (301, {}, RetryAt(NOW + timedelta(seconds=5), "redirected")),
        (404, {}, RetryAt(NOW + timedelta(seconds=5), "status_404")),
        (503, {"retry_after": "120"}, RetryAt(NOW + timedelta(seconds=120), "status_503")),
        (503, {"retry_after": "2"}, RetryAt(NOW + timedelta(seconds=5), "status_503")),
        (503, {"retry_after": "9999999999999"}, RetryAt(NOW + timedelta(hours=24), "status_503")),
        (
            429,
            {"retry_after": "90"},
            Throttled(NOW + timedelta(seconds=90), NOW + timedelta(seconds=90), "status_429"),
        ),
        (502, {}, Throttled(NOW + timedelta(seconds=5), NOW + timedelta(seconds=5), "status_502")),
    ],
)
def test_what_a_receiver_says_is_done(status, headers, expected):
    assert judged(status, **headers) == expected


def test_a_throttled_endpoint_rests_a_minute_at_most_where_it_names_no_time():
    late = judged(504, tried=Tried(6, NOW))

    assert isinstance(late, Throttled)
    assert (late.until - NOW, late.at - NOW) == (timedelta(seconds=60), timedelta(hours=10))
    given_up = judged(429, policy=BOUNDED, tried=Tried(10, NOW))
    assert given_up == GiveUp("status_429")


def test_a_failure_counts_unless_it_is_ours():
    assert verdict(Failed("timed_out"), STRICT, FRESH, NOW, 0.5) == RetryAt(NOW + timedelta(seconds=5), "timed_out")
    ours = verdict(Failed("proxy_failed", ours=True), BOUNDED, Tried(99, None), NOW, 0.5)
    assert ours == RetryAt(NOW + timedelta(seconds=30), "proxy_failed", counts=False)


@given(moment=st.datetimes(datetime(2026, 11, 1), datetime(2026, 12, 31)))  # noqa: DTZ001 - Hypothesis wants them so
def test_a_date_is_honoured_up_to_a_day(moment):
    named = moment.replace(microsecond=0, tzinfo=UTC)

    found = retry_after(format_datetime(named, usegmt=True), NOW)

    assert found == max(NOW, min(named, NOW + RETRY_AFTER_LIMIT))


BEYOND = "9" * 20


@pytest.mark.parametrize(
    "text",
    [
        *(None, "", "soon", "-5", "1.5", "٣", "Mon, 99 Nov 2026", "0x10"),
        *(f"Mon, {BEYOND} Nov 2026 10:00:00 GMT", f"Mon, 30 Nov {BEYOND} 10:00:00 GMT"),
        *(f"Mon, 30 Nov 2026 {BEYOND}:00:00 GMT", f"Mon, 30 Nov 2026 10:00:00 +{BEYOND}"),
    ],
)
def test_what_can_not_be_read_says_nothing(text):
    assert retry_after(text, NOW) is None


def test_a_date_without_a_zone_is_one_of_utc():
    assert retry_after("Mon, 30 Nov 2026 10:00:00 -0000", NOW) == NOW + timedelta(hours=1)
    eastern = datetime(2026, 11, 30, 18, 30, tzinfo=timezone(timedelta(hours=8)))
    assert retry_after(format_datetime(eastern), NOW) == NOW + timedelta(minutes=90)


def test_every_verdict_has_an_outcome():
    assert set(OUTCOMES.values()) == set(Outcome)


def test_an_endpoint_may_have_a_schedule_of_its_own():
    policy = replace(BOUNDED, schedule_seconds=(0, 100))

    first = judged(500, policy=policy)

    assert first == RetryAt(NOW + timedelta(seconds=100), "status_500")
    assert judged(500, policy=policy, tried=Tried(1, NOW)) == GiveUp("status_500")


@pytest.mark.parametrize(
    ("kind", "body", "mine"),
    [
        ("referral", {}, True),
        ("deadline", {}, True),
        ("deadline", {"referral_id": str(UUID(int=9))}, False),
        ("endpoint", {"referral_id": str(UUID(int=9))}, True),
    ],
)
def test_receipts_are_chained_by_whose_the_event_is_whatever_the_lanes(kind, body, mine):
    """A warning is its referral's, as its lane is."""
    subject_id, endpoint_id = UUID(int=1), UUID(int=2)
    when = datetime(2026, 3, 2, tzinfo=UTC)
    event = FeedEvent(1, UUID(int=3), kind, subject_id, 1, "x", when.date(), when, when, body, {})
    about = subject_id if mine else UUID(int=9)

    def chain_of(lane_id):
        return Head(endpoint_id, lane_id, UUID(int=4), event, Tried(0, None), 1, when).chain_id

    assert (event.about, chain_of(endpoint_id), chain_of(about)) == (about, about, about)
