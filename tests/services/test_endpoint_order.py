"""One order over all deliveries of an endpoint, on a real database: by position, one at a time."""

import asyncio
import contextlib
import random
from itertools import pairwise
from uuid import uuid4

import pytest

from app.adapters.database.roles import connected
from app.adapters.database.sequencer import place_batch
from app.domain.access import TenantKind
from app.domain.delivery import OrderOver
from app.domain.errors import Refusal
from app.domain.receipts import broken_step
from app.domain.webhook_port import Range, Wanted
from app.domain.webhooks import Backlog
from app.services import webhooks
from app.services.delivery.claiming import claim
from app.services.delivery.sending import deliver
from app.services.delivery.settling import settle
from app.services.delivery.upkeep import free_leases
from tests.factories import a_principal, an_envelope
from tests.post import (
    a_round,
    all_rounds,
    an_endpoint,
    answered,
    delivery_faults,
    happen,
    post_on,
    referrals,
    rows,
    states,
)
from tests.stream import AS_SYSTEM, insert, tenant

URL = "https://a.example/"
QUICK = {"schedule_seconds": [0, 1]}


async def order_over(post, owner, endpoint_id, wanted, **other):
    wish = webhooks.Change({"order_over": OrderOver(wanted)})
    return await webhooks.take(post.ports, an_envelope(owner, **other), endpoint_id, wish)


def owner_of(court):
    return a_principal(TenantKind.COURT, court)


async def lanes(connection):
    found = await rows(connection, "SELECT subject_id, head_position, attempt FROM lanes ORDER BY head_position")
    return [(row["subject_id"], row["head_position"], row["attempt"]) for row in found]


async def test_many_referrals_arrive_in_the_one_order_of_the_feed_at_a_receiver_that_fails_as_it_likes(
    connection, engine, receivers, clock
):
    """Two workers that claim beside each other; now and then one dies with a delivery in its hands."""
    chance = random.Random(7)
    post, court = post_on(engine, receivers, clock), tenant()
    endpoint_id = await an_endpoint(connection, court, order_over="endpoint", **QUICK)
    taken = []

    def answer(body):
        if chance.random() < 0.4:
            return chance.choice([500, 429, answered(503, retry_after="2"), 302])
        taken.append(body["position"])
        return 204

    receivers.answers[URL] = answer
    cases = referrals(6)
    await happen(connection, engine, *(cases * 2), audience=[court])
    chance.shuffle(cases)
    await happen(connection, engine, *cases, audience=[court])
    for _ in range(400):
        both = await asyncio.gather(*[claim(post, room=50, after_id=None) for _ in range(2)])
        tasks = [task for each in both for task in each.tasks]
        assert len(tasks) <= 1
        done = [await deliver(post, task) for task in tasks]
        if chance.random() < 0.9 and done:
            await settle(post, done)
        clock.pass_time(seconds=30)
        await free_leases(post)
        if not await lanes(connection):
            break

    assert sorted(set(taken)) == list(range(1, 19))
    assert all(later - earlier in {0, 1} for earlier, later in pairwise(taken))
    assert {state for _, state in await states(connection)} == {"delivered"}
    assert await delivery_faults(post) == []
    assert len(await rows(connection, "SELECT DISTINCT subject_id FROM delivery_attempts")) == 6
    principal = owner_of(court)
    chain = await _chain(post, principal, endpoint_id, cases[0])
    assert broken_step(chain) is None
    assert {receipt.attempt.position for receipt in chain if receipt.attempt.outcome == "delivered"} == {
        row["position"]
        for row in await rows(
            connection,
            "SELECT f.position FROM feed_entries AS f JOIN events AS v ON v.entry = f.entry WHERE v.subject_id = $1",
            cases[0],
        )
    }


async def _chain(post, principal, endpoint_id, referral):
    async with post.ports.unit_of_work(principal.tenant_id) as tx:
        return await tx.webhooks.chain(principal.tenant_id, endpoint_id, referral, after=0, limit=500)


async def test_what_waits_goes_on_in_the_new_order_and_nothing_is_lost_or_overtaken(
    connection, engine, post, receivers, clock
):
    """There and back while things wait; the head keeps its turn and its attempts."""
    court, [one, two] = tenant(), referrals(2)
    endpoint_id, owner = await an_endpoint(connection, court), owner_of(court)
    receivers.answers[URL] = lambda body: 500 if body["position"] == 1 else 204
    await happen(connection, engine, one, two, one, two, audience=[court])
    await all_rounds(post)
    assert sorted(receivers.positions()) == [1, 2, 4]
    await happen(connection, engine, two, one, audience=[court])

    await order_over(post, owner, endpoint_id, "endpoint")

    assert await lanes(connection) == [(endpoint_id, 1, 1)]
    assert await a_round(post) is None
    clock.pass_time(seconds=10)
    receivers.answers[URL] = lambda body: 500 if body["position"] == 3 else 204
    await all_rounds(post)
    assert receivers.positions()[3:] == [1, 3]
    assert await lanes(connection) == [(endpoint_id, 3, 1)]
    assert await delivery_faults(post) == []

    await order_over(post, owner, endpoint_id, "referral")

    assert await lanes(connection) == [(one, 3, 1), (two, 5, 0)]
    await all_rounds(post)
    assert receivers.positions()[5:] == [5]
    receivers.answers[URL] = 204
    clock.pass_time(seconds=100)
    await all_rounds(post)
    assert receivers.positions()[6:] == [3, 6]
    assert await lanes(connection) == []
    assert await delivery_faults(post) == []


async def test_the_order_stays_while_a_delivery_is_under_way(connection, engine, post, clock):
    court = tenant()
    endpoint_id, endpoint_owner = await an_endpoint(connection, court), owner_of(court)
    await happen(connection, engine, *referrals(2), audience=[court])
    [task] = (await claim(post, room=1, after_id=None)).tasks
    before = await lanes(connection)

    with pytest.raises(Refusal) as refused:
        await order_over(post, endpoint_owner, endpoint_id, "endpoint")
    rehearsed = await order_over(post, endpoint_owner, endpoint_id, "referral", dry_run=True)

    assert refused.value.code == "deliveries_under_way"
    assert rehearsed.answer.body == {"dry_run": True}
    assert await lanes(connection) == before
    clock.pass_time(seconds=task.target.timeout_seconds + 6)
    await order_over(post, endpoint_owner, endpoint_id, "endpoint")
    late = await settle(post, [await deliver(post, task)])
    assert (late.count, late.lost) == (0, 1)
    assert await lanes(connection) == [(endpoint_id, 1, 0)]


async def test_nobody_lines_up_by_the_old_order_while_it_changes(connection, engine, post):
    """The sequencer finds nothing to do until the change is through, a replay waits, and both follow the new order."""
    court, cases = tenant(), referrals(2)
    endpoint_id, owner = await an_endpoint(connection, court), owner_of(court)
    await happen(connection, engine, *cases, audience=[court])
    await all_rounds(post)
    await connection.execute(AS_SYSTEM)
    await insert(connection, [court], subject_id=cases[1])
    await connection.execute("COMMIT")

    async with post.ports.unit_of_work(court) as tx:
        await tx.webhooks.hold_order(endpoint_id)
        held_off = await place_batch(engine)
        found = await tx.webhooks.locked(court, endpoint_id)
        again = webhooks.ReplayWish(first=1)
        replaying = asyncio.create_task(webhooks.replay(post.ports, an_envelope(owner), endpoint_id, again))
        done, _ = await asyncio.wait([replaying], timeout=0.2)
        assert found is not None
        await tx.webhooks.line_up(court, endpoint_id, post.ports.clock.system_now())
    assert (held_off.count, done) == (0, set())
    await replaying
    await order_over(post, owner, endpoint_id, "endpoint")
    assert (await place_batch(engine)).queued_count == 1
    assert await lanes(connection) == [(endpoint_id, 1, 0)]


@pytest.mark.parametrize("give_up", ["bounded", "parked", "skipped"])
async def test_what_is_given_up_lets_the_next_of_the_endpoint_go(connection, engine, post, receivers, clock, give_up):
    court, cases = tenant(), referrals(3)
    ordering = "bounded" if give_up == "bounded" else "strict"
    endpoint_id = await an_endpoint(
        connection, court, order_over="endpoint", ordering=ordering, park_after_hours=1, schedule_seconds=[0, 60]
    )
    receivers.answers[URL] = lambda body: 500 if body["position"] == 1 else 204
    await happen(connection, engine, *cases, audience=[court])
    await all_rounds(post)
    owner = owner_of(court)

    if give_up == "bounded":
        clock.pass_time(hours=2)
    elif give_up == "parked":
        await webhooks.park(post.ports, an_envelope(owner), endpoint_id, 1, None)
    else:
        await webhooks.take(post.ports, an_envelope(owner), endpoint_id, webhooks.Pause())
        await webhooks.take(post.ports, an_envelope(owner), endpoint_id, webhooks.Resume(Backlog.SKIP))
        await happen(connection, engine, cases[2], audience=[court])
    await all_rounds(post)

    reached = {"bounded": [1, 1, 2, 3], "parked": [1, 2, 3], "skipped": [1, 4]}[give_up]
    assert receivers.positions() == reached
    assert (await states(connection))[0] == (1, "skipped" if give_up == "skipped" else "parked")
    assert await delivery_faults(post) == []


async def test_a_replay_goes_before_what_waits_and_by_position(connection, engine, post, receivers):
    """Delivered ones again, after a change of order too, and what is behind them waits."""
    court, cases = tenant(), referrals(3)
    endpoint_id, owner = await an_endpoint(connection, court), owner_of(court)
    await happen(connection, engine, *cases, audience=[court])
    await all_rounds(post)
    await order_over(post, owner, endpoint_id, "endpoint")
    await happen(connection, engine, *cases, audience=[court])

    async with post.ports.unit_of_work(court) as tx:
        wanted = Range(1, 3, None, None, missing=False, limit=10)
        await tx.webhooks.replay(court, endpoint_id, wanted, post.ports.clock.system_now())
    one = await a_round(post)
    await all_rounds(post)

    assert one.count == 1
    assert receivers.positions()[3:] == [1, 2, 3, 4, 5, 6]
    assert await delivery_faults(post) == []


async def test_lists_and_status_know_the_referrals_of_the_one_lane(connection, engine, post, receivers):
    court, [one, two] = tenant(), referrals(2)
    endpoint_id = await an_endpoint(connection, court, order_over="endpoint", ordering="bounded", schedule_seconds=[0])
    receivers.answers[URL] = lambda body: 500 if body["referral_id"] == str(one) else 204
    await happen(connection, engine, one, audience=[court])
    await all_rounds(post)
    await happen(connection, engine, two, one, audience=[court])
    owner = owner_of(court)

    async with post.ports.unit_of_work(None) as tx:
        heard = [(await tx.webhooks.heard(case, (court,)))[0] for case in (one, two, uuid4())]
    listed = await webhooks.deliveries(post.ports, owner, endpoint_id, Wanted(limit=10, referral_id=one))

    assert [(each.waiting_count, each.tried_count, each.parked_count) for each in heard] == [
        (1, 0, 1),
        (1, 0, 0),
        (0, 0, 0),
    ]
    assert [(each.position, each.state) for each in listed] == [(1, "parked"), (4, "waiting")]


@pytest.mark.parametrize(
    ("statement", "code"),
    [
        (
            "UPDATE delivery_attempts SET started_at = started_at - interval '1 hour' WHERE position = 2",
            "delivery_overtook_in_endpoint",
        ),
        ("UPDATE webhook_endpoints SET order_over = 'referral'", "lane_of_another_order"),
    ],
)
async def test_damage_is_found(connection, engine, post, receivers, database_urls, statement, code):
    court = tenant()
    await an_endpoint(connection, court, order_over="endpoint")
    receivers.answers[URL] = lambda body: 500 if body["position"] == 3 else 204
    await happen(connection, engine, *referrals(4), audience=[court])
    await all_rounds(post)
    assert await delivery_faults(post) == []

    async with connected(database_urls.superuser_url) as superuser:
        await superuser.execute("SET session_replication_role = replica")
        await superuser.execute(statement)

    assert code in await delivery_faults(post)


class Course:
    """What owners, workers and receivers do to one endpoint, in a sequence that a number decides."""

    def __init__(self, seed, connection, engine, post, court, endpoint_id):
        self.chance, self.cases = random.Random(seed), referrals(3)
        self._connection, self._engine, self._post = connection, engine, post
        self._court, self._id, self._owner = court, endpoint_id, owner_of(court)

    async def step(self):
        likely = [self._happens] * 3 + [self._rounds] * 2
        with contextlib.suppress(Refusal):
            await self.chance.choice([*likely, self._reorders, self._replays, self._dies, self._parks, self._rests])()

    async def _take(self, wish):
        await webhooks.take(self._post.ports, an_envelope(self._owner), self._id, wish)

    async def _happens(self):
        await happen(self._connection, self._engine, *self.chance.choices(self.cases, k=2), audience=[self._court])

    async def _rounds(self):
        await a_round(self._post, room=2)

    async def _dies(self):
        for task in (await claim(self._post, room=2, after_id=None)).tasks:
            await deliver(self._post, task)

    async def _reorders(self):
        await self.reorder(self.chance.choice(list(OrderOver)))

    async def reorder(self, wanted):
        await self._take(webhooks.Change({"order_over": wanted}))

    async def _replays(self):
        wish = webhooks.ReplayWish(first=self.chance.randint(1, 10), missing=self.chance.random() < 0.5)
        await webhooks.replay(self._post.ports, an_envelope(self._owner), self._id, wish)

    async def _parks(self):
        await webhooks.park(self._post.ports, an_envelope(self._owner), self._id, self.chance.randint(1, 20), None)

    async def _rests(self):
        await self._take(webhooks.Pause())
        await self._take(webhooks.Resume(self.chance.choice([Backlog.RESUME, Backlog.SKIP])))


@pytest.mark.parametrize("seed", [1, 2])
async def test_whatever_owners_and_receivers_do_the_check_of_the_database_finds_nothing(
    connection, engine, post, receivers, clock, seed
):
    """Events, rounds, workers that die, changes of the order, replays, parks and skips; then all arrives."""
    court = tenant()
    course = Course(seed, connection, engine, post, court, await an_endpoint(connection, court, **QUICK))
    receivers.answers[URL] = lambda _body: 204 if course.chance.random() < 0.6 else 500

    for _ in range(35):
        await course.step()
        clock.pass_time(seconds=course.chance.choice([0, 2, 60]))
        await free_leases(post)
    receivers.answers[URL] = 204
    clock.pass_time(hours=1)
    await free_leases(post)
    for wanted in OrderOver:
        await course.reorder(wanted)
    await all_rounds(post)

    assert await lanes(connection) == []
    assert {state for _, state in await states(connection)} <= {"delivered", "parked", "skipped"}
    assert await delivery_faults(post) == []
