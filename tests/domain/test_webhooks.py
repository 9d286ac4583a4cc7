"""The life of an endpoint, its rules, and what the other side is taken to know."""

from datetime import UTC, datetime, timedelta
from itertools import product
from uuid import UUID

import pytest

from app.domain import webhooks as w
from app.domain.access import TenantId
from app.domain.breaker import BreakerState
from app.domain.delivery import Ordering
from app.domain.delivery_port import EndpointState, Payload
from app.domain.delivery_status import DeliveryStatus, Heard, counterparts, status_of
from app.domain.errors import Refusal
from app.domain.lifecycle.event_types import EventType
from app.domain.values import replace
from app.domain.webhook_rules import checked_headers, header_fault, is_known_type, matches
from tests.domain.courses import Course

NOW = datetime(2026, 3, 2, 1, tzinfo=UTC)
PENDING, ACTIVE, PAUSED, DISABLED, REMOVED = EndpointState
FROM_ANY = {w.EndpointAction.CHANGE, w.EndpointAction.ROTATE_SECRET, w.EndpointAction.END_SECRET}


def secret(number, ends_at=None):
    return w.Secret(w.SecretId(UUID(int=number)), "v1", NOW - timedelta(days=1), ends_at)


def endpoint(*secrets):
    return w.Endpoint(
        id=w.EndpointId(UUID(int=1)),
        tenant_id=TenantId(UUID(int=2)),
        url="https://receiver.example.org/word-of-the-url",
        description="",
        state=ACTIVE,
        state_reason=None,
        payload=Payload.THIN,
        types=(),
        court_ids=(),
        organisation_ids=(),
        headers={"Authorization": "word-of-the-header"},
        rate_per_second=None,
        timeout_seconds=15,
        schedule_seconds=None,
        ordering=Ordering.STRICT,
        park_after_hours=72,
        signing=(w.SECRET_KIND,),
        from_position=0,
        breaker=BreakerState.CLOSED,
        version=1,
        created_at=NOW,
        changed_at=NOW,
        secrets=secrets,
    )


def test_what_is_no_line_of_the_table_is_refused_with_what_is_possible():
    """All states and all actions; nothing is possible with an endpoint that was removed."""
    moves = {(row.action, row.before): row.after for row in w.LIFE}

    for action, state in product(w.EndpointAction, EndpointState):
        if (action, state) in moves:
            assert w.after(action, state) is moves[action, state]
            continue
        with pytest.raises(Refusal, match="action_not_possible") as caught:
            w.after(action, state)
        assert caught.value.facts["possible_actions"] == [possible.value for possible in w.allowed(state)]

    assert len(moves) == len(w.LIFE)
    assert w.allowed(REMOVED) == ()
    assert all(set(w.allowed(state)) >= FROM_ANY for state in EndpointState if state is not REMOVED)
    assert all(w.after(w.EndpointAction.REMOVE, state) is REMOVED for state in EndpointState if state is not REMOVED)


def test_nothing_but_an_answered_challenge_makes_an_address_active():
    """Another address begins anew, wherever the endpoint stood."""
    by_owner = {row.action for row in w.LIFE if row.before is PENDING and row.after is ACTIVE and row.offered}
    moved = {row.after for row in w.LIFE if row.action is w.EndpointAction.MOVE}

    assert (by_owner, moved) == (set(), {PENDING})
    assert {row.action for row in w.LIFE if row.before is PENDING and row.after is ACTIVE} == {w.EndpointAction.CONFIRM}


def test_a_secret_signs_until_its_end_and_two_live_at_a_time():
    old, new = secret(1, NOW + timedelta(hours=1)), secret(2)
    both = endpoint(secret(3, NOW), old, new)

    assert both.living(NOW) == (old, new)
    assert both.living(NOW + timedelta(hours=1)) == (new,)
    with pytest.raises(Refusal, match="too_many_secrets"):
        w.require_rotatable(both, NOW)
    w.require_rotatable(both, NOW + timedelta(hours=1))
    w.require_endable(both, old.id, NOW)
    with pytest.raises(Refusal, match="last_secret"):
        w.require_endable(both, new.id, NOW + timedelta(hours=1))
    with pytest.raises(Refusal, match="not_found"):
        w.require_endable(both, UUID(int=3), NOW)


def test_endpoints_are_bounded_and_errands_end():
    w.require_room(w.ENDPOINTS_MAX - 1, w.NEW_ENDPOINTS_AN_HOUR_MAX - 1)
    for counts in ((w.ENDPOINTS_MAX, 0), (0, w.NEW_ENDPOINTS_AN_HOUR_MAX)):
        with pytest.raises(Refusal, match="too_many_endpoints"):
            w.require_room(*counts)
    errand = w.errand_for(w.ErrandKind.TEST, UUID(int=1), NOW)
    assert (errand.due_at, errand.until) == (NOW, NOW + timedelta(minutes=10))


def test_nobody_is_challenged_more_than_once_a_minute_without_having_answered():
    """An endpoint is no means to send requests to somebody who did not ask for them."""
    pending = replace(endpoint(), state=PENDING)
    w.require_pause(endpoint(), NOW)
    w.require_pause(pending, NOW + w.CHALLENGE_PAUSE)
    with pytest.raises(Refusal, match="challenge_too_soon") as caught:
        w.require_pause(pending, NOW + timedelta(seconds=59.5))
    assert caught.value.facts == {"retry_after_seconds": 1}


def test_no_picture_of_an_endpoint_shows_where_it_is_or_what_opens_its_gateway():
    shown = repr(endpoint(secret(1)))

    assert "word-of-the" not in shown


@pytest.mark.parametrize(
    ("name", "value", "fault"),
    [
        ("Authorization", "Bearer abc", None),
        ("X-Gateway-Key", "a", None),
        ("X Gateway", "a", "name_malformed"),
        ("-X", "a", "name_malformed"),
        ("X" * 65, "a", "name_malformed"),
        ("", "a", "name_malformed"),
        ("X-Ä", "a", "name_malformed"),
        ("Host", "a", "name_reserved"),
        ("TRANSFER-ENCODING", "chunked", "name_reserved"),
        ("Content-Length", "1", "name_reserved"),
        ("Webhook-Id", "a", "name_reserved"),
        ("Proxy-Authorization", "a", "name_reserved"),
        ("X-Forwarded-For", "a", "name_reserved"),
        ("Cookie", "a=b", "name_reserved"),
        ("X-A", "a\r\nHost: b", "value_malformed"),
        ("X-A", " a", "value_malformed"),
        ("X-A", "", "value_malformed"),
        ("X-A", "值", "value_malformed"),
        ("X-A", "a" * 1025, "value_malformed"),
    ],
)
def test_custom_headers_never_frame_the_message_nor_say_what_is_ours(name, value, fault):
    assert header_fault(name, value) == fault
    if fault is None:
        assert checked_headers({name: value}) == {name: value}
    else:
        with pytest.raises(Refusal, match="webhook_header_not_allowed") as caught:
            checked_headers({name: value})
        assert caught.value.facts == {"reason": fault}


@pytest.mark.parametrize(
    ("headers", "reason"),
    [({"X-A": "a", "x-a": "b"}, "given_twice"), ({f"X-{n}": "a" for n in range(21)}, "too_many")],
)
def test_custom_headers_are_bounded_and_each_is_given_once(headers, reason):
    with pytest.raises(Refusal) as caught:
        checked_headers(headers)

    assert caught.value.facts == {"reason": reason}


def test_filters_know_every_type_and_every_kind_of_it():
    assert all(is_known_type(kind.value) for kind in EventType)
    assert (is_known_type("referral.*"), is_known_type("lunar.*"), is_known_type("referral.lunar")) == (
        True,
        False,
        False,
    )
    assert (matches((), "a.b"), matches(("a.*",), "a.b"), matches(("a.b",), "a.b")) == (True, True, True)
    assert (matches(("a.c", "b.*"), "a.b"), matches(("a.*",), "ab.c")) == (False, False)


@pytest.mark.parametrize(
    ("counts", "status"),
    [
        (None, DeliveryStatus.NOT_CONFIGURED),
        ((0, 0, 0, 0), DeliveryStatus.NOT_CONFIGURED),
        ((2, 0, 3, 0), DeliveryStatus.WAITING),
        ((2, 1, 3, 0), DeliveryStatus.FAILING),
        ((0, 0, 3, 0), DeliveryStatus.DELIVERED),
        ((2, 1, 3, 1), DeliveryStatus.PARKED),
    ],
)
def test_the_worst_that_is_true_is_the_delivery_status(counts, status):
    """Counts: waiting, tried of those, delivered, parked."""
    assert status_of(None if counts is None else Heard(UUID(int=1), *counts)) is status


def test_ancestors_of_a_holder_are_nobodys_counterpart():
    referral = replace(Course().delegate().at, holder_ancestor_ids=(UUID(int=77),))

    assert counterparts(referral, referral.court_id) == (referral.holder_id,)
    assert counterparts(referral, referral.holder_id) == (referral.court_id,)
    assert counterparts(referral, UUID(int=77)) == (referral.court_id, referral.holder_id)


def test_the_order_is_changed_while_nothing_is_under_way():
    w.require_still(under_way=False)

    with pytest.raises(Refusal, match="deliveries_under_way"):
        w.require_still(under_way=True)
