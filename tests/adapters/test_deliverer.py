"""The loop of one worker: bounded, settles in batches, gives back what it did not send."""

import asyncio

import pytest

from app.adapters.database.roles import connected
from app.domain.errors import Refusal
from app.domain.values import replace
from app.jobs.deliverer import Deliverer
from tests.post import Receivers, SteeredClock, an_endpoint, happen, post_on, referrals, rows, states
from tests.stream import tenant

URL = "https://a.example/"


@pytest.fixture
async def connection(database_urls):
    async with connected(database_urls.app_url) as connection:
        yield connection


async def ready(connection, engine, count, **bounds):
    court, receivers = tenant(), Receivers()
    await an_endpoint(connection, court)
    await happen(connection, engine, *referrals(count), audience=[court])
    return receivers, post_on(engine, receivers, **bounds)


async def test_no_more_are_under_way_than_allowed_and_many_are_settled_at_once(connection, engine):
    receivers, post = await ready(connection, engine, 24, endpoint_at_once=100)
    receivers.slow[URL] = asyncio.Event()
    freed, settled = asyncio.Event(), []
    async with Deliverer(post, at_once=5, freed=freed.set, settled=settled.append) as deliverer:
        assert await deliverer.take() == (20, True)
        assert await deliverer.take() == (0, False)
        assert (deliverer.under_way, len(receivers.got)) == (20, 0)
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        assert len(receivers.got) <= 5
        receivers.slow[URL].set()
        while await delivered(connection) < 24:
            await asyncio.wait_for(freed.wait(), 5)
            freed.clear()
            await deliverer.take()
        await deliverer.drain(5)

    assert sum(each.count for each in settled) == 24
    assert len(settled) < 24


async def test_nothing_more_is_taken_while_enough_waits_for_its_turn(connection, engine):
    """One claim then brings much, and what is taken too early is kept from other workers for nothing."""
    receivers, post = await ready(connection, engine, 9, endpoint_at_once=6)
    receivers.slow[URL] = asyncio.Event()
    async with Deliverer(post, at_once=4, freed=lambda: None) as deliverer:
        assert (await deliverer.take())[0] == 6
        assert await deliverer.take() == (0, False)
        receivers.slow[URL].set()
        await deliverer.drain(5)
        assert (await deliverer.take())[0] == 3
        await deliverer.drain(5)

    assert await delivered(connection) == 9


async def delivered(connection):
    return sum(state == "delivered" for _, state in await states(connection))


async def test_what_is_cut_off_is_given_back(connection, engine):
    receivers, post = await ready(connection, engine, 3)
    receivers.slow[URL] = asyncio.Event()
    async with Deliverer(post, at_once=5, freed=lambda: None) as deliverer:
        await deliverer.take()
        await deliverer.drain(0.01)

    assert await rows(connection, "SELECT 1 FROM lanes WHERE lease_token IS NOT NULL") == []
    assert await states(connection) == [(1, "waiting"), (2, "waiting"), (3, "waiting")]


async def test_what_was_sent_is_settled_once_the_database_is_back(connection, engine):
    _, post = await ready(connection, engine, 1)
    failures = 2

    def away_at_first(tenant_id):
        nonlocal failures
        if claimed and failures:
            failures -= 1
            raise Refusal("database_unavailable")
        return plain(tenant_id)

    claimed, plain = False, post.ports.unit_of_work
    post = replace(post, ports=replace(post.ports, unit_of_work=away_at_first))
    async with Deliverer(post, at_once=5, freed=lambda: None) as deliverer:
        await deliverer.take()
        claimed = True
        await deliverer.drain(5)

    assert failures == 0
    assert await states(connection) == [(1, "delivered")]


async def test_a_fault_of_ours_leaves_the_delivery_to_the_end_of_its_lease(connection, engine):
    _, post = await ready(connection, engine, 1)

    async def broken(_tenant_id, _referral_id):
        raise RuntimeError

    await rows(connection, "UPDATE webhook_endpoints SET payload = 'full'")
    async with Deliverer(replace(post, referee=broken), at_once=5, freed=lambda: None) as deliverer:
        await deliverer.take()
        await deliverer.drain(5)

    assert await states(connection) == [(1, "waiting")]
    assert len(await rows(connection, "SELECT 1 FROM lanes WHERE lease_token IS NOT NULL")) == 1


async def test_an_endpoint_that_hangs_costs_the_claims_of_the_others_nothing(connection, engine):
    receivers, post = await ready(connection, engine, 5, endpoint_at_once=3)
    receivers.slow[URL] = asyncio.Event()
    async with Deliverer(post, at_once=5, freed=lambda: None) as deliverer:
        assert await deliverer.take() == (3, False)
        assert len(deliverer._full()) == 1
        assert await deliverer.take() == (0, False)
        receivers.slow[URL].set()
        await deliverer.drain(5)
        assert await deliverer.take() == (2, False)
        await deliverer.drain(5)

    assert await delivered(connection) == 5


async def test_what_waited_for_its_turn_beyond_its_lease_is_given_back_unsent(connection, engine):
    court, receivers, clock = tenant(), Receivers(), SteeredClock()
    await an_endpoint(connection, court)
    await happen(connection, engine, *referrals(2), audience=[court])
    post = post_on(engine, receivers, clock)
    asked, receivers.slow[URL] = asyncio.Event(), asyncio.Event()
    plain = receivers.send

    async def send(request, **more):
        asked.set()
        return await plain(request, **more)

    receivers.send = send
    async with Deliverer(post, at_once=1, freed=lambda: None) as deliverer:
        assert (await deliverer.take())[0] == 2
        await asyncio.wait_for(asked.wait(), 5)
        clock.pass_time(seconds=6)
        receivers.slow[URL].set()
        await deliverer.drain(5)

    assert len(receivers.got) == 1
    assert await delivered(connection) == 1
    assert await rows(connection, "SELECT 1 FROM lanes WHERE lease_token IS NOT NULL") == []
