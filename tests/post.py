"""Endpoints, receivers and a post office for tests of deliveries."""

import asyncio
import json
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import asyncpg

from app.adapters.database.sequencer import place_batch
from app.adapters.ids import new_id
from app.adapters.legal_clock import LegalClock
from app.adapters.secrets import field_context
from app.adapters.signatures import ServiceSigner
from app.domain.outbound import OutboundAnswer, OutsideFailure
from app.domain.values import replace
from app.services import verification
from app.services.delivery.claiming import claim
from app.services.delivery.post import Bounds, Post
from app.services.delivery.sending import deliver
from app.services.delivery.settling import settle
from tests.factories import RING, ports_on
from tests.stream import AS_SYSTEM, insert

SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
_ENDPOINT = """
INSERT INTO webhook_endpoints (id, tenant_id, url, state, created_at, changed_at, filters_from)
VALUES ($1, $2, $3, 'active', now(), now(), 0)
"""
_SECRET = """
INSERT INTO webhook_secrets (id, endpoint_id, tenant_id, kind, secret_sealed, created_at)
VALUES ($1, $2, $3, 'v1', $4, now())
"""
_TENANT = """
INSERT INTO tenants (id, kind, name, recorded_at) VALUES ($1, 'court', $2, now()) ON CONFLICT (id) DO NOTHING
"""


class SteeredClock:
    """A system clock that starts at the present, because the database has a clock of its own, and moves when told."""

    def __init__(self) -> None:
        self.moment = datetime.now(UTC) + timedelta(seconds=1)

    def now(self) -> datetime:
        return self.moment

    def recorded_at(self) -> datetime:
        return self.moment

    def pass_time(self, **length) -> None:
        self.moment += timedelta(**length)


@dataclass
class Receivers:
    """Every receiver there is: the outbound port of a post office. Answers 204 unless told otherwise.

    Attributes:
        answers: By URL: a status, an answer, a failure, or a function of the body that gives one.
        got: (URL, body) of each request, in order.
        headers: Of the requests, likewise.
        slow: By URL, an event to wait for before the answer.
    """

    answers: dict = field(default_factory=dict)
    got: list = field(default_factory=list)
    headers: list = field(default_factory=list)
    slow: dict = field(default_factory=dict)

    async def send(self, request, *, networks=None):
        _ = networks
        body = json.loads(request.body)
        self.got.append((request.url, body))
        self.headers.append(dict(request.headers))
        if request.url in self.slow:
            await self.slow[request.url].wait()
        answer = self.answers.get(request.url, 204)
        if callable(answer):
            answer = answer(body)
        if isinstance(answer, OutsideFailure):
            raise answer
        return answered(answer) if isinstance(answer, int) else answer

    def bodies(self, url=None):
        return [body for to, body in self.got if url in {None, to}]

    def positions(self, url=None):
        return [body["position"] for body in self.bodies(url)]


def answered(status, body=b"", **headers):
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return OutboundAnswer(status, named, body, truncated=False, duration_ms=1.0)


def post_on(engine, receivers, clock=None, *, chance=0.5, **bounds):
    """A post office on a real database, with receivers and a clock of the test's own."""

    async def no_referral(_tenant_id, _referral_id):
        return None

    clock = clock or SteeredClock()
    ports = replace(ports_on(engine), outbound=receivers, clock=LegalClock(engine, clock), signer=ServiceSigner([]))
    return Post(ports, no_referral, lambda: chance, Bounds(**bounds))


async def an_endpoint(connection: asyncpg.Connection, tenant_id, url="https://a.example/", *, ring=RING, **columns):
    """An active endpoint with one secret; further columns as given. Its id."""
    endpoint_id, secret_id = new_id(), new_id()
    sealed = ring.encrypt(SECRET, field_context("webhook_secrets", "secret_sealed", secret_id))
    await connection.execute(AS_SYSTEM)
    await connection.execute(_TENANT, tenant_id, str(tenant_id))
    await connection.execute(_ENDPOINT, endpoint_id, tenant_id, url)
    await connection.execute(_SECRET, secret_id, endpoint_id, tenant_id, sealed)
    await connection.execute("COMMIT")
    if columns:
        await change(connection, endpoint_id, **columns)
    return endpoint_id


async def change(connection, endpoint_id, **columns):
    named = ", ".join(f"{name} = ${number}" for number, name in enumerate(columns, start=2))
    await connection.execute(AS_SYSTEM)
    await connection.execute(f"UPDATE webhook_endpoints SET {named} WHERE id = $1", endpoint_id, *columns.values())
    await connection.execute("COMMIT")


async def happen(connection, engine, *subjects, audience):
    """One event of each subject, in one transaction each, and then their places in the feed."""
    for subject_id in subjects:
        await connection.execute(AS_SYSTEM)
        await insert(connection, audience, subject_id=subject_id)
        await connection.execute("COMMIT")
    while (await place_batch(engine)).count:
        pass


async def rows(connection, query, *arguments):
    """What is there, with the eyes of the system."""
    await connection.execute(AS_SYSTEM)
    try:
        return [dict(row) for row in await connection.fetch(query, *arguments)]
    finally:
        await connection.execute("COMMIT")


async def states(connection):
    """(position, state) of all deliveries."""
    found = await rows(connection, "SELECT position, state FROM deliveries ORDER BY endpoint_id, position")
    return [(row["position"], row["state"]) for row in found]


async def a_round(post, *, room=50):
    """Take, send and settle once; what was settled."""
    claimed = await claim(post, room=room, after_id=None)
    done = await asyncio.gather(*[deliver(post, task) for task in claimed.tasks])
    return await settle(post, done) if done else None


async def all_rounds(post, *, most=1000, room=50):
    """Rounds until nothing is due; how many deliveries were settled."""
    count = 0
    for _ in range(most):
        settled = await a_round(post, room=room)
        if settled is None:
            return count
        count += settled.count
    raise AssertionError("there is no end of it")


def referrals(count):
    return [uuid4() for _ in range(count)]


async def delivery_faults(post):
    """What the check of the whole database says about deliveries."""
    return [fault.code for fault in (await verification.verify(post.ports)).faults if fault.invariant == 4]
