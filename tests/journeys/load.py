"""A load that goes on through faults: each request is repeated under its key until it is answered, as clients should.

Some callers hang up before the answer has come, so that keys are repeated whose effect is there already.
"""

import asyncio
import itertools
import random
from collections import Counter

from tests.api.callers import delegation
from tests.journeys.wire import ANSWER_SECONDS, BrokenError

CLIENTS = 6
STEPS = ("accept", "receive_materials", "assign_mediator")
READS = ("/readyz", "/v1/me", "/v1/referrals?limit=5", "/v1/events?limit=5")
IMPATIENT_SHARE = 0.15
IMPATIENT_SECONDS = 0.04
POLL_SECONDS = 0.02
PAUSE_SECONDS = 0.1
FEED_WAIT_SECONDS = 5
ENOUGH_SECONDS = 60.0


class Load:
    """Clients of one court and one organisation: each opens a referral, takes it through its steps, opens the next.

    Attributes:
        answered: Key to (referral, version) of every write that was acknowledged.
        counts: What the callers met: `broken`, `unavailable`, `replayed`, `impatient`, `read`.
    """

    def __init__(self, world, seed):
        self.world = world
        self.answered = {}
        self.counts = Counter()
        self._seed = seed
        self._over = False

    def end(self):
        """Let each client finish the referral that it is at."""
        self._over = True

    async def write(self, number):
        """One client; every referral that it opens has gone through all its steps at the end."""
        dice, world = random.Random(f"{self._seed} {number}"), self.world
        for serial in itertools.count():
            if self._over:
                return
            key = f"{number}-{serial}"
            body = delegation(world.centre.tenant_id, court_reference=key)
            receipt = await self._answer(dice, world.court, "/v1/referrals", body, key=f"{key}-open")
            for version, action in enumerate(STEPS, start=1):
                body = {"action": action, **({"mediator_id": world.mediator_id} if action == STEPS[-1] else {})}
                path = receipt["links"]["transitions"]
                receipt = await self._answer(dice, world.centre, path, body, key=f"{key}-{action}", version=version)
                assert receipt["version"] == version + 1

    async def read(self):
        """A client that only reads, until it is cancelled; it meets good answers and outages, and no other."""
        for path in itertools.cycle(READS):
            self.counts["read"] += (await self._sent(self.world.court.get(path))) is not None
            await asyncio.sleep(PAUSE_SECONDS)

    async def _answer(self, dice, caller, path, body, *, key, version=None):
        """What was acknowledged. The version that the caller has seen stays that of the first request."""
        while True:
            impatient = dice.random() < IMPATIENT_SHARE
            seconds = dice.uniform(0, IMPATIENT_SECONDS) if impatient else ANSWER_SECONDS
            reply = await self._sent(caller.write(path, body, key=key, version=version, seconds=seconds))
            if reply is not None:
                break
            self.counts["impatient"] += impatient
            await asyncio.sleep(PAUSE_SECONDS)
        receipt = reply.json()
        self.counts["replayed"] += reply.headers.get("idempotency-replayed") == "true"
        self.answered[key] = (receipt["id"], receipt["version"])
        return receipt

    async def _sent(self, request):
        """The good answer; None where there was none or the service said that it could not."""
        try:
            reply = await request
        except BrokenError:
            self.counts["broken"] += 1
            return None
        if reply.status_code == 503:
            assert_said_in_form(reply)
            self.counts["unavailable"] += 1
            return None
        assert reply.status_code in {200, 201}, reply.text
        return reply


class Follower:
    """A consumer of a feed that long-polls and keeps its own cursor, whatever happens to the service."""

    def __init__(self, caller):
        self.caller = caller
        self.seen = []
        self._cursor = {}

    async def follow(self):
        """Read on until cancelled."""
        while True:
            try:
                reply = await self.caller.get("/v1/events", wait=FEED_WAIT_SECONDS, limit=50, **self._cursor)
            except BrokenError:
                await asyncio.sleep(PAUSE_SECONDS)
                continue
            if reply.status_code == 503:
                assert_said_in_form(reply)
                await asyncio.sleep(PAUSE_SECONDS)
                continue
            assert reply.status_code == 200, reply.text
            page = reply.json()
            self.seen += page["items"]
            self._cursor = {"after": page["next"]}


def assert_said_in_form(reply):
    """An outage is a problem+json that says when to come again."""
    assert reply.headers["content-type"] == "application/problem+json"
    assert int(reply.headers["retry-after"]) >= 1
    problem = reply.json()
    assert (problem["status"], problem["code"]) == (503, "database_unavailable")


async def until(holds, *, seconds=ENOUGH_SECONDS):
    """Wait until something is so that no process tells by itself."""
    async with asyncio.timeout(seconds):
        while not holds():  # noqa: ASYNC110 - see above
            await asyncio.sleep(POLL_SECONDS)
