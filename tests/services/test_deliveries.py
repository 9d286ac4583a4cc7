"""Deliveries on a real database: in order for each referral, once for each event and endpoint, whatever the answer."""

import asyncio
import itertools

import pytest

from app.adapters.database.roles import connected
from app.domain.breaker import Breaker, BreakerState
from app.domain.delivery_port import Claimed
from app.domain.errors import Refusal
from app.domain.outbound import OutboundReason, Unavailable
from app.domain.values import replace
from app.domain.webhooks import EndpointId
from app.services.delivery.claiming import claim, release
from app.services.delivery.sending import deliver
from app.services.delivery.settling import FAILING_TOO_LONG, settle
from app.services.delivery.upkeep import free_leases
from tests.post import (
    a_round,
    all_rounds,
    an_endpoint,
    answered,
    change,
    delivery_faults,
    happen,
    post_on,
    referrals,
    rows,
    states,
)
from tests.stream import AS_SYSTEM, tenant

URL, OTHER = "https://a.example/", "https://b.example/"


async def test_an_event_goes_to_each_endpoint_that_wants_it_with_the_id_and_position_of_the_feed(
    connection, engine, post, receivers
):
    court, [referral] = tenant(), referrals(1)
    await an_endpoint(connection, court)
    await happen(connection, engine, referral, referral, audience=[court])

    await all_rounds(post)

    events = await rows(connection, "SELECT id FROM events ORDER BY entry")
    assert [body["id"] for body in receivers.bodies()] == [str(row["id"]) for row in events]
    assert receivers.positions() == [1, 2]
    assert await states(connection) == [(1, "delivered"), (2, "delivered")]
    assert await rows(connection, "SELECT 1 FROM lanes") == []


async def test_a_head_that_is_not_taken_holds_up_its_own_referral_and_no_other(
    connection, engine, post, receivers, clock
):
    court, [stuck, free] = tenant(), referrals(2)
    await an_endpoint(connection, court)
    receivers.answers[URL] = lambda body: 500 if body["referral_id"] == str(stuck) and clock.moment < later else 204
    later = clock.moment.replace(year=clock.moment.year + 1)
    await happen(connection, engine, stuck, stuck, free, free, audience=[court])

    await all_rounds(post)

    assert sorted(receivers.positions()) == [1, 3, 4]
    lanes = await rows(connection, "SELECT subject_id, head_position, attempt, lease_token FROM lanes")
    assert lanes == [{"subject_id": stuck, "head_position": 1, "attempt": 1, "lease_token": None}]
    clock.pass_time(seconds=10)
    later = clock.moment
    await all_rounds(post)
    assert receivers.positions()[3:] == [1, 2]


async def test_two_workers_never_hold_the_same_lane(connection, engine, post):
    court = tenant()
    await an_endpoint(connection, court)
    await happen(connection, engine, *referrals(6), audience=[court])

    first = await claim(post, room=4, after_id=None)
    second = await claim(post, room=50, after_id=None)
    third = await claim(post, room=50, after_id=None)

    assert [len(each.tasks) for each in (first, second, third)] == [4, 2, 0]
    taken = [task.key.subject_id for each in (first, second) for task in each.tasks]
    assert len(set(taken)) == 6


async def test_what_was_sent_under_a_lease_that_is_over_is_not_written(connection, engine, post, receivers, clock):
    court = tenant()
    await an_endpoint(connection, court)
    await happen(connection, engine, *referrals(1), audience=[court])
    [lost] = (await claim(post, room=1, after_id=None)).tasks
    late = await deliver(post, lost)
    clock.pass_time(seconds=lost.target.timeout_seconds + 6)
    assert await free_leases(post) == 1

    [again] = (await claim(post, room=1, after_id=None)).tasks
    settled = await settle(post, [late])

    assert (settled.count, settled.lost) == (0, 1)
    assert again.key.token != lost.key.token
    assert await states(connection) == [(1, "waiting")]
    assert (await settle(post, [await deliver(post, again)])).count == 1
    assert [body["id"] for body in receivers.bodies()] == [str(lost.head.event.id)] * 2
    assert len(await rows(connection, "SELECT 1 FROM delivery_attempts")) == 1


async def test_a_lease_that_is_given_back_can_be_taken_at_once(connection, engine, post):
    court = tenant()
    await an_endpoint(connection, court)
    await happen(connection, engine, *referrals(1), audience=[court])
    [task] = (await claim(post, room=1, after_id=None)).tasks

    await release(post, (task.key,))
    await release(post, ())

    assert len((await claim(post, room=1, after_id=None)).tasks) == 1


async def test_what_happens_while_a_head_is_settled_waits_behind_it(connection, engine, post, receivers):
    """The sequencer adds to a lane between the sending and the settling of its only delivery."""
    court, [referral] = tenant(), referrals(1)
    await an_endpoint(connection, court)
    await happen(connection, engine, referral, audience=[court])
    [task] = (await claim(post, room=1, after_id=None)).tasks
    done = await deliver(post, task)
    await happen(connection, engine, referral, audience=[court])

    await settle(post, [done])

    assert await rows(connection, "SELECT head_position FROM lanes") == [{"head_position": 2}]
    await all_rounds(post)
    assert receivers.positions() == [1, 2]


async def test_what_is_replayed_while_a_later_head_is_under_way_comes_before_its_repetition(
    connection, engine, post, receivers, clock
):
    court, [referral] = tenant(), referrals(1)
    await an_endpoint(connection, court)
    await happen(connection, engine, referral, referral, audience=[court])
    await a_round(post)
    [task] = (await claim(post, room=1, after_id=None)).tasks
    await rows(connection, "UPDATE deliveries SET state = 'waiting', settled_at = NULL WHERE position = 1")
    await rows(connection, "UPDATE lanes SET head_position = 1")
    receivers.answers[URL] = 503

    await settle(post, [await deliver(post, task)])

    assert await rows(connection, "SELECT head_position, attempt, lease_token FROM lanes") == [
        {"head_position": 1, "attempt": 0, "lease_token": None}
    ]
    receivers.answers[URL] = 204
    await all_rounds(post)
    clock.pass_time(seconds=8)
    await all_rounds(post)
    assert receivers.positions() == [1, 2, 1, 2]
    assert await delivery_faults(post) == []


async def test_an_endpoint_gets_what_its_filters_let_through(connection, engine, post, receivers):
    court, centre, other = tenant(), tenant(), tenant()
    everything = await an_endpoint(connection, centre, "https://a.example/")
    by_court = await an_endpoint(connection, centre, "https://b.example/", court_ids=[court])
    by_type = await an_endpoint(connection, centre, "https://c.example/", types=["referral.*"])
    by_other_type = await an_endpoint(connection, centre, "https://d.example/", types=["referral.declined"])
    from_later = await an_endpoint(connection, centre, "https://e.example/", from_position=1)
    pending = await an_endpoint(connection, centre, "https://f.example/", state="pending")
    by_office = await an_endpoint(connection, centre, "https://g.example/", organisation_ids=[other])
    assert len({everything, by_court, by_type, by_other_type, from_later, pending, by_office}) == 7
    await happen(connection, engine, *referrals(1), audience=[centre, court])
    await happen(connection, engine, *referrals(1), audience=[centre, other])

    await all_rounds(post)

    got = {url[8]: receivers.positions(url) for url, _ in receivers.got}
    assert got == {"a": [1, 2], "b": [1], "c": [1, 2], "e": [2], "g": [2]}


@pytest.mark.parametrize("state", ["paused", "disabled"])
async def test_nothing_is_sent_and_nothing_lost_while_an_endpoint_is_off(connection, engine, post, receivers, state):
    court, [referral] = tenant(), referrals(1)
    endpoint = await an_endpoint(connection, court, state=state)
    await happen(connection, engine, referral, referral, audience=[court])

    assert await all_rounds(post) == 0
    await change(connection, endpoint, state="active")

    assert await all_rounds(post) == 2
    assert receivers.positions() == [1, 2]


async def test_an_endpoint_that_is_gone_is_switched_off_and_keeps_what_waits(connection, engine, post, receivers):
    court, [referral] = tenant(), referrals(1)
    endpoint = await an_endpoint(connection, court)
    receivers.answers[URL] = 410
    await happen(connection, engine, referral, referral, audience=[court])

    settled = await a_round(post)

    assert settled.disabled == (endpoint,)
    assert await all_rounds(post) == 0
    assert await rows(connection, "SELECT state, state_reason, version FROM webhook_endpoints") == [
        {"state": "disabled", "state_reason": "gone", "version": 2}
    ]
    assert await states(connection) == [(1, "waiting"), (2, "waiting")]
    receivers.answers[URL] = 200
    await change(connection, endpoint, state="active")
    await all_rounds(post)
    assert receivers.positions() == [1, 1, 2]


async def test_an_endpoint_that_fails_for_five_days_is_switched_off(connection, engine, post, receivers, clock):
    court = tenant()
    await an_endpoint(connection, court)
    receivers.answers[URL] = 500
    await happen(connection, engine, *referrals(1), audience=[court])

    disabled = ()
    for _ in range(40):
        settled = await a_round(post)
        disabled = settled.disabled if settled else ()
        if disabled:
            break
        clock.pass_time(hours=5)

    [endpoint] = await rows(connection, "SELECT state, state_reason, failing_since FROM webhook_endpoints")
    assert (endpoint["state"], endpoint["state_reason"]) == ("disabled", FAILING_TOO_LONG)
    assert 5 <= (clock.moment - endpoint["failing_since"]).days <= 7


async def test_a_strict_lane_waits_for_ever_and_a_bounded_one_goes_on_and_says_so(
    connection, engine, post, receivers, clock
):
    court, [referral] = tenant(), referrals(1)
    strict = await an_endpoint(connection, court, URL, ordering="strict", schedule_seconds=[0, 60])
    bounded = await an_endpoint(connection, court, OTHER, ordering="bounded", park_after_hours=2)
    receivers.answers |= {url: lambda body: 500 if body["position"] == 1 else 204 for url in (URL, OTHER)}
    await happen(connection, engine, referral, referral, audience=[court])

    for _ in range(12):
        await all_rounds(post)
        clock.pass_time(minutes=15)

    found = await rows(connection, "SELECT endpoint_id, position, state, reason, attempt_count FROM deliveries")
    by_place = {(row["endpoint_id"], row["position"]): row for row in found}
    assert by_place[strict, 1]["state"] == by_place[strict, 2]["state"] == "waiting"
    assert by_place[strict, 1]["attempt_count"] >= 10
    assert (by_place[bounded, 1]["state"], by_place[bounded, 1]["reason"]) == ("parked", "status_500")
    assert by_place[bounded, 2]["state"] == "delivered"
    await happen(connection, engine, audience=[court])
    await all_rounds(post)
    told = [(url, body) for url, body in receivers.got if body["type"] == "delivery.parked"]
    assert [url for url, _ in told] == [URL]
    body = told[0][1]
    assert body["data"]["endpoint_id"] == str(bounded)
    assert (body["data"]["event_position"], body["data"]["reason"]) == (1, "status_500")
    assert (body["referral_id"], body["referral_version"]) == (str(referral), body["data"]["referral_version"])
    assert await delivery_faults(post) == []


async def test_a_receiver_that_aborts_a_message_gets_the_next(connection, engine, post, receivers):
    court, [referral] = tenant(), referrals(1)
    await an_endpoint(connection, court)
    receivers.answers[URL] = lambda body: (
        answered(400, webhook_delivery="abort-message") if body["position"] == 1 else 204
    )
    await happen(connection, engine, referral, referral, audience=[court])

    await all_rounds(post)

    assert await states(connection) == [(1, "parked"), (2, "delivered")]


async def test_faults_of_ours_use_up_no_attempt_and_open_no_breaker(connection, engine, post, receivers, clock):
    court = tenant()
    await an_endpoint(connection, court)
    receivers.answers[URL] = Unavailable(OutboundReason.PROXY_FAILED)
    await happen(connection, engine, *referrals(12), audience=[court])

    for _ in range(3):
        await all_rounds(post)
        clock.pass_time(seconds=31)

    [endpoint] = await rows(connection, "SELECT breaker, failing_since, window_failure FROM webhook_endpoints")
    assert endpoint == {"breaker": "closed", "failing_since": None, "window_failure": 0}
    assert {row["attempt"] for row in await rows(connection, "SELECT attempt FROM lanes")} == {0}
    attempts = await rows(connection, "SELECT DISTINCT outcome, reason, status FROM delivery_attempts")
    assert attempts == [{"outcome": "retry", "reason": "proxy_failed", "status": None}]


async def test_a_breaker_opens_probes_with_one_and_comes_back_by_doubling(connection, engine, receivers, clock):
    post = post_on(engine, receivers, clock, endpoint_at_once=8)
    court = tenant()
    await an_endpoint(connection, court)
    receivers.answers[URL] = Unavailable(OutboundReason.CONNECT_FAILED)
    await happen(connection, engine, *referrals(60), audience=[court])

    seen = []
    while (settled := await a_round(post)) is not None:
        seen.append(settled.count)
    assert seen == [8, 8]
    assert len(receivers.got) == 16
    assert await claim_count(post) == 0
    clock.pass_time(seconds=31)
    receivers.answers[URL] = 204

    after = []
    while (settled := await a_round(post)) is not None:
        after.append(settled.count)

    assert after[:5] == [1, 1, 2, 4, 8]
    assert sum(after) == 60
    [endpoint] = await rows(connection, "SELECT breaker, breaker_trips, failing_since FROM webhook_endpoints")
    assert endpoint == {"breaker": BreakerState.CLOSED, "breaker_trips": 0, "failing_since": None}


async def claim_count(post):
    return len((await claim(post, room=50, after_id=None)).tasks)


async def test_while_a_probe_is_on_its_way_nothing_else_is_sent(connection, engine, post, receivers, clock):
    court = tenant()
    endpoint = await an_endpoint(connection, court)
    await happen(connection, engine, *referrals(5), audience=[court])
    await change(connection, endpoint, breaker="open", breaker_until=clock.moment, breaker_trips=1)

    counts = [await claim_count(post) for _ in range(3)]

    assert counts == [1, 0, 0]
    assert await rows(connection, "SELECT breaker FROM webhook_endpoints") == [{"breaker": "half_open"}]
    clock.pass_time(seconds=21)
    await free_leases(post)
    assert await claim_count(post) == 1


async def test_a_receiver_that_asks_for_time_gets_it_for_all_its_referrals(connection, engine, post, receivers, clock):
    court = tenant()
    await an_endpoint(connection, court)
    receivers.answers[URL] = answered(429, retry_after="120")
    await happen(connection, engine, *referrals(30), audience=[court])
    await a_round(post, room=1)

    clock.pass_time(seconds=119)
    assert await claim_count(post) == 0
    clock.pass_time(seconds=1)
    assert await claim_count(post) == 1

    [attempt] = await rows(connection, "SELECT outcome, reason, status, answer_headers FROM delivery_attempts")
    assert attempt == {
        "outcome": "throttled",
        "reason": "status_429",
        "status": 429,
        "answer_headers": '{"retry-after": "120"}',
    }


async def test_an_endpoint_gets_no_more_a_second_than_it_wants(connection, engine, receivers, clock):
    post = post_on(engine, receivers, clock, endpoint_at_once=100)
    court = tenant()
    await an_endpoint(connection, court, rate_per_second=5)
    await happen(connection, engine, *referrals(30), audience=[court])

    counts = []
    for _ in range(4):
        counts.append(await all_rounds(post))
        clock.pass_time(seconds=0.5)

    assert counts == [5, 2, 3, 2]


async def test_one_busy_endpoint_does_not_take_the_places_of_the_others(connection, engine, receivers, clock):
    post = post_on(engine, receivers, clock, endpoint_at_once=100)
    court, centres = tenant(), [tenant() for _ in range(4)]
    await an_endpoint(connection, court, "https://busy.example/")
    for number, centre in enumerate(centres):
        await an_endpoint(connection, centre, f"https://{number}.example/")
    await happen(connection, engine, *referrals(60), audience=[court])
    await happen(connection, engine, *referrals(2), audience=centres)

    claimed = await claim(post, room=20, after_id=None)

    urls = [task.target.url for task in claimed.tasks]
    assert urls.count("https://busy.example/") <= 4
    assert {f"https://{number}.example/" for number in range(4)} <= set(urls)


async def test_with_little_room_each_endpoint_has_its_turn(connection, engine, post):
    court = tenant()
    for name in "abc":
        await an_endpoint(connection, court, f"https://{name}.example/")
    await happen(connection, engine, *referrals(2), audience=[court])

    urls, behind = [], None
    for _ in range(8):
        claimed = await claim(post, room=1, after_id=behind)
        urls += [task.target.url[8] for task in claimed.tasks]
        behind = claimed.behind

    assert urls[:3] == ["a", "b", "c"]
    assert sorted(urls) == ["a", "a", "b", "b", "c", "c"]


async def test_a_full_payload_says_more_and_what_can_not_be_read_is_our_fault(connection, engine, receivers, clock):
    post = post_on(engine, receivers, clock)
    court, [referral] = tenant(), referrals(1)
    await an_endpoint(connection, court, payload="full")
    await happen(connection, engine, referral, audience=[court])

    await all_rounds(post)

    assert receivers.bodies()[0]["referral"] is None
    assert {"cursor", "data", "links", "referral_version"} <= set(receivers.bodies()[0])

    async def away(_tenant_id, _referral_id):
        raise Refusal("database_unavailable")

    await happen(connection, engine, referral, audience=[court])
    await a_round(replace(post, referee=away))
    assert len(receivers.bodies()) == 1
    assert {"outcome": "retry", "reason": "payload_failed"} in await rows(
        connection, "SELECT outcome, reason FROM delivery_attempts"
    )


@pytest.mark.parametrize("signing", [["v1a"], ["v1"], ["v9"]])
async def test_nothing_is_sent_without_a_signature(connection, engine, post, receivers, signing):
    """Keys that the deployment does not have, a secret that has ended, a kind that nobody knows."""
    court = tenant()
    await an_endpoint(connection, court, signing=signing)
    await rows(connection, "UPDATE webhook_secrets SET ends_at = now() - interval '1 day'")
    await happen(connection, engine, *referrals(1), audience=[court])

    await a_round(post)

    assert receivers.got == []
    [attempt] = await rows(connection, "SELECT reason, status FROM delivery_attempts")
    assert attempt == {"reason": "signing_failed", "status": None}


async def test_an_outage_of_an_hour_is_cleared_in_order(connection, engine, post, receivers, clock):
    court, cases = tenant(), referrals(8)
    await an_endpoint(connection, court)
    receivers.answers[URL] = Unavailable(OutboundReason.CONNECT_FAILED)
    for _ in range(6):
        await happen(connection, engine, *cases, audience=[court])
        await all_rounds(post)
        clock.pass_time(minutes=10)
    failed = len(receivers.got)
    receivers.answers[URL] = 204

    for _ in range(60):
        await all_rounds(post)
        clock.pass_time(minutes=1)

    arrived = receivers.bodies()[failed:]
    assert len(arrived) == 48
    assert sorted(body["position"] for body in arrived) == list(range(1, 49))
    for case in cases:
        positions = [body["position"] for body in arrived if body["referral_id"] == str(case)]
        assert positions == sorted(positions)
    assert failed < 40, "while the breaker is open no attempts are used up"
    assert await delivery_faults(post) == []
    assert await rows(connection, "SELECT 1 FROM lanes") == []


async def test_what_its_owner_passed_over_while_it_was_under_way_is_not_tried_again(
    connection, engine, post, receivers, clock
):
    court, [referral] = tenant(), referrals(1)
    endpoint = EndpointId(await an_endpoint(connection, court))
    await happen(connection, engine, referral, referral, audience=[court])
    receivers.answers[URL] = 500
    [task] = (await claim(post, room=5, after_id=None)).tasks
    done = await deliver(post, task)
    async with post.ports.unit_of_work(court) as tx:
        await tx.webhooks.hold_lanes(court, endpoint)
        await tx.webhooks.skip(court, endpoint, clock.moment)
    await happen(connection, engine, referral, audience=[court])

    await settle(post, [done])

    assert await states(connection) == [(1, "skipped"), (2, "skipped"), (3, "waiting")]
    [lane] = await rows(connection, "SELECT head_position, attempt, lease_token FROM lanes")
    assert lane == {"head_position": 3, "attempt": 0, "lease_token": None}
    assert len(await rows(connection, "SELECT 1 FROM delivery_attempts")) == 1
    receivers.answers[URL] = 204
    await all_rounds(post)
    assert await states(connection) == [(1, "skipped"), (2, "skipped"), (3, "delivered")]
    assert await delivery_faults(post) == []


async def test_a_claim_locks_its_endpoints_in_the_order_of_those_who_settle(connection, engine, post, database_urls):
    court, now = tenant(), post.ports.clock.system_now()
    first, second = sorted([await an_endpoint(connection, court), await an_endpoint(connection, court, OTHER)])
    await change(connection, first, rate_per_second=5)
    noted = [Claimed(each, Breaker(), 4.0, now) for each in (second, first)]

    async def claiming():
        async with post.ports.unit_of_work(None) as tx:
            await tx.lanes.note(noted)

    async with connected(database_urls.app_url) as settling:
        await settling.execute(AS_SYSTEM)
        await settling.execute("SELECT 1 FROM webhook_endpoints WHERE id = $1 FOR NO KEY UPDATE", first)
        waiting = asyncio.create_task(claiming())
        async with asyncio.timeout(5):
            for pause in itertools.repeat(0.01):
                if await connection.fetchval("SELECT count(*) FROM pg_locks WHERE NOT granted"):
                    break
                await asyncio.sleep(pause)
        await settling.execute("SELECT 1 FROM webhook_endpoints WHERE id = $1 FOR NO KEY UPDATE NOWAIT", second)
        await settling.execute("COMMIT")
    await waiting

    kept = await rows(connection, "SELECT rate_tokens FROM webhook_endpoints")
    assert [row["rate_tokens"] for row in kept] == [4.0, 4.0]
