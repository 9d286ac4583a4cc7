"""Challenges and tests: who does not give the value back gets nothing; every message leaves a receipt."""

import asyncio
import itertools
import json
from datetime import timedelta

import pytest

from app.domain.outbound import OutboundReason, Unavailable
from app.domain.receipts import broken_step
from app.services.delivery.errands import run_errands
from app.services.delivery.upkeep import tidy
from tests.post import (
    all_rounds,
    an_endpoint,
    answered,
    change,
    happen,
    referrals,
    rows,
)
from tests.stream import tenant

URL = "https://a.example/"


def echo(body):
    return answered(200, json.dumps({"challenge": body["challenge"]}).encode())


async def a_pending(connection, post, clock, **columns):
    court = tenant()
    endpoint = await an_endpoint(connection, court, state="pending")
    until = clock.moment + timedelta(hours=1)
    errand = {
        "errand": "challenge",
        "errand_id": post.ports.mint(),
        "errand_due_at": clock.moment,
        "errand_until": until,
    }
    await change(connection, endpoint, **errand, **columns)
    return court, endpoint


async def endpoint_row(connection):
    [row] = await rows(
        connection,
        "SELECT state, state_reason, errand, errand_attempt, challenged_at, from_position, filters_from, version"
        " FROM webhook_endpoints",
    )
    return row


async def test_an_endpoint_that_gives_the_value_back_gets_what_happens_from_then_on(
    connection, engine, post, receivers, clock
):
    court, _ = await a_pending(connection, post, clock)
    await happen(connection, engine, *referrals(2), audience=[court])
    receivers.answers[URL] = echo

    assert await run_errands(post) == 1

    row = await endpoint_row(connection)
    assert (row["state"], row["errand"], row["challenged_at"]) == ("active", None, clock.moment)
    assert (row["from_position"], row["filters_from"], row["version"]) == (2, 2, 2)
    [body] = receivers.bodies()
    assert body["type"] == "webhook.challenge"
    assert {"webhook-id", "webhook-timestamp", "webhook-signature"} <= set(receivers.headers[0])
    receivers.answers[URL] = 204
    await happen(connection, engine, *referrals(1), audience=[court])
    await all_rounds(post)
    assert receivers.bodies()[-1]["position"] == 3
    assert await run_errands(post) == 0


@pytest.mark.parametrize(
    "answer",
    [
        answered(200, b'{"challenge": "another"}'),
        answered(200, b"no json"),
        answered(200, b"[1]"),
        answered(200),
        answered(200, b"[" * 100_000),
    ],
    ids=["another value", "no json", "no object", "nothing", "too deep"],
)
async def test_an_endpoint_that_does_not_give_the_value_back_stays_without(connection, post, receivers, clock, answer):
    await a_pending(connection, post, clock)
    receivers.answers[URL] = answer

    await run_errands(post)

    row = await endpoint_row(connection)
    assert (row["state"], row["state_reason"], row["errand"]) == ("pending", "challenge_failed", None)
    [attempt] = await rows(connection, "SELECT kind, outcome, reason FROM delivery_attempts")
    assert attempt == {"kind": "challenge", "outcome": "give_up", "reason": "challenge_wrong"}


async def test_a_challenge_is_repeated_until_its_time_is_over(connection, post, receivers, clock):
    await a_pending(connection, post, clock)
    receivers.answers[URL] = Unavailable(OutboundReason.CONNECT_FAILED)

    counts = []
    for _ in range(12):
        counts.append(await run_errands(post))
        clock.pass_time(minutes=10)

    row = await endpoint_row(connection)
    assert (row["state"], row["state_reason"], row["errand"]) == ("pending", "challenge_failed", None)
    attempts = await rows(connection, "SELECT number, step, message_id FROM delivery_attempts ORDER BY step")
    assert (
        [each["number"] for each in attempts] == [each["step"] for each in attempts] == list(range(1, sum(counts) + 1))
    )
    assert len({each["message_id"] for each in attempts}) == 1
    assert len(attempts) >= 4


async def test_a_test_is_sent_once_whatever_the_state(connection, post, receivers, clock):
    court = tenant()
    endpoint = await an_endpoint(connection, court, state="paused")
    test = {"errand": "test", "errand_id": post.ports.mint(), "errand_due_at": clock.moment}
    await change(connection, endpoint, **test)
    receivers.answers[URL] = 500

    assert [await run_errands(post), await run_errands(post)] == [1, 0]

    assert [body["type"] for body in receivers.bodies()] == ["webhook.test"]
    row = await endpoint_row(connection)
    assert (row["state"], row["state_reason"], row["errand"]) == ("paused", None, None)
    receivers.answers[URL] = 200
    await change(connection, endpoint, **test)
    await run_errands(post)
    assert (await endpoint_row(connection))["state"] == "paused"


async def test_answers_are_erased_and_the_receipts_still_hold(connection, engine, post, receivers, clock):
    court = tenant()
    await an_endpoint(connection, court, filters_from=None)
    receivers.answers[URL] = answered(200, "已收到 110105194912310021 whsec_abcdef".encode())
    await happen(connection, engine, *referrals(2), audience=[court])
    await all_rounds(post)
    [kept, _] = await rows(connection, "SELECT answer FROM delivery_attempts")
    assert kept["answer"].decode() == "已收到 [redacted] [redacted]"

    first = await tidy(post, keep_answers=timedelta(days=90))
    clock.pass_time(days=91)
    second = await tidy(post, keep_answers=timedelta(days=90))

    assert (first, second) == (0, 2)
    assert (await endpoint_row(connection))["filters_from"] == 2
    async with post.ports.unit_of_work(None) as tx:
        receipts = await tx.evidence.receipts(behind=None, limit=10)
    assert [receipt.attempt.answer for receipt in receipts] == [None, None]
    for receipt in receipts:
        assert broken_step([receipt]) is None


async def test_one_that_hangs_holds_up_none_of_the_others(connection, post, receivers, clock):
    slow, quick = "https://slow.example/", "https://quick.example/"
    for url in (slow, quick):
        _, endpoint = await a_pending(connection, post, clock)
        await change(connection, endpoint, url=url)
    receivers.slow[slow] = asyncio.Event()
    receivers.answers = {slow: echo, quick: echo}
    running = asyncio.create_task(run_errands(post))

    async with asyncio.timeout(5):
        for pause in itertools.repeat(0.01):
            if await rows(connection, "SELECT 1 FROM webhook_endpoints WHERE state = 'active'"):
                break
            await asyncio.sleep(pause)

    assert {body["type"] for body in receivers.bodies()} == {"webhook.challenge"}
    receivers.slow[slow].set()
    assert await running == 2
    assert await rows(connection, "SELECT 1 FROM webhook_endpoints WHERE state = 'pending'") == []


async def test_one_that_fails_keeps_none_of_the_others_from_its_answer(connection, post, receivers, clock):
    broken, whole = "https://broken.example/", "https://whole.example/"

    def fails(_body):
        raise RuntimeError

    for url in (broken, whole):
        _, endpoint = await a_pending(connection, post, clock)
        await change(connection, endpoint, url=url)
    receivers.answers = {broken: fails, whole: echo}

    with pytest.raises(RuntimeError):
        await run_errands(post)

    found = await rows(connection, "SELECT url FROM webhook_endpoints WHERE state = 'active'")
    assert found == [{"url": whole}]
