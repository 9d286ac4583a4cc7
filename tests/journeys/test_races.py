"""Callers that do the same thing at the same time, over HTTP, at one API process and at two on the same database."""

import asyncio
import itertools
import time
from collections import Counter

import pytest

from tests.api.callers import delegation, done
from tests.journeys.processes import Caller, installed

REPEATS = 1_000
AT_ONCE = 32
VOLLEYS = 3
VOLLEY = 200
REVOKED_WITHIN_SECONDS = 5.0
MARGIN_SECONDS = 1.5
POLL_SECONDS = 0.1

pytestmark = pytest.mark.slow
one_and_two_processes = pytest.mark.parametrize("process_count", [1, 2], ids=["one process", "two processes"])


@pytest.fixture(scope="module")
async def installation(module_database_urls, tmp_path_factory):
    async with installed(module_database_urls, tmp_path_factory.mktemp("races"), api_count=2) as running:
        yield running


@one_and_two_processes
async def test_a_create_repeated_a_thousand_times_makes_one_referral(installation, process_count):
    """Whoever is first, all get the same answer, and all but one are told that it is a repetition."""
    world = await installation.world()
    courts = itertools.cycle([world.court.on(wire) for wire in installation.wires[:process_count]])
    body, gate = delegation(world.centre.tenant_id), asyncio.Semaphore(AT_ONCE)

    async def create():
        async with gate:
            return await next(courts).write("/v1/referrals", body, key="the-one-key")

    await asyncio.gather(*[next(courts).get("/v1/referrals") for _ in range(AT_ONCE)])  # Nobody has to connect first.
    replies = await asyncio.gather(*[create() for _ in range(REPEATS)])

    assert Counter(reply.status_code for reply in replies) == {201: REPEATS}
    assert len({reply.content for reply in replies}) == 1
    assert len({(reply.headers["location"], reply.headers["etag"]) for reply in replies}) == 1
    assert Counter(reply.headers.get("idempotency-replayed") for reply in replies) == {"true": REPEATS - 1, None: 1}
    listed = await world.court.items("/v1/referrals")
    assert [item["id"] for item in listed] == [replies[0].json()["id"]]
    assert await stored(installation, world.court) == (1, 1, 1)


@one_and_two_processes
async def test_of_two_hundred_transitions_of_one_version_exactly_one_wins(installation, process_count):
    """The state would allow each of them; the version decides. Nobody waits so long that the service gives up."""
    world = await installation.world()
    referral_id, party_id = await accepted(world)
    centres = itertools.cycle([world.centre.on(wire) for wire in installation.wires[:process_count]])
    body = {"action": "contact_party", "party_id": party_id, "means": "wechat", "result": "not_reached"}
    path, start = f"/v1/referrals/{referral_id}/transitions", 2

    volleys = [
        await asyncio.gather(*[next(centres).write(path, body, version=version) for _ in range(VOLLEY)])
        for version in range(start, start + VOLLEYS)
    ]

    for version, replies in enumerate(volleys, start):
        assert Counter(reply.status_code for reply in replies) == {200: 1, 412: VOLLEY - 1}
        assert {reply.json()["version"] for reply in replies if reply.status_code == 200} == {version + 1}
        assert {reply.json()["code"] for reply in replies if reply.status_code != 200} == {"version_stale"}
    history = await world.centre.items(f"/v1/referrals/{referral_id}/history")
    assert [event["referral_version"] for event in history] == list(range(1, start + VOLLEYS + 1))
    assert await stored(installation, world.court) == (1, start + VOLLEYS, 1)
    assert (await stored(installation, world.centre))[2] == 1 + VOLLEYS


async def test_a_revoked_key_opens_no_door_of_any_process_after_five_seconds(installation):
    """Not even to somebody who asks all the time, so that no process forgets the key by itself."""
    world = await installation.world()
    client = f"/v1/clients/{world.court.client_id}/keys"
    second = await done(installation.operator.write(client, {}), 201)
    doors = [world.court.on(wire) for wire in installation.wires]
    assert [(await door.get("/v1/me")).status_code for door in doors] == [200, 200]

    await done(installation.operator.write(f"{client}/{world.court.key.split('_')[1]}/revoke", {}))
    revoked_at = time.monotonic()
    closed_after = await asyncio.gather(*[seconds_until_closed(door, revoked_at) for door in doors])

    assert max(closed_after) < REVOKED_WITHIN_SECONDS + MARGIN_SECONDS
    assert [(await door.get("/v1/me")).status_code for door in doors] == [401, 401]
    heirs = [Caller(wire, second["key"]) for wire in installation.wires]
    assert [(await heir.get("/v1/me")).status_code for heir in heirs] == [200, 200]


async def seconds_until_closed(door, since):
    async with asyncio.timeout(2 * REVOKED_WITHIN_SECONDS):
        while (reply := await door.get("/v1/me")).status_code == 200:  # noqa: ASYNC110 - the process tells nobody
            await asyncio.sleep(POLL_SECONDS)
    assert reply.json()["code"] == "key_unknown"
    return time.monotonic() - since


async def accepted(world):
    """A referral at version 2; its id and that of a party."""
    made = await done(world.court.write("/v1/referrals", delegation(world.centre.tenant_id)), 201)
    await done(world.centre.write(made["links"]["transitions"], {"action": "accept"}, version=1))
    referral = await done(world.court.get(made["links"]["self"]))
    return made["id"], referral["parties"][0]["id"]


async def stored(installation, caller):
    """Referrals and events that the caller's tenant sees, and answers kept for its client."""
    rows = await installation.rows(
        "SELECT (SELECT count(*) FROM referrals WHERE $1::uuid = ANY (viewers)), "
        "(SELECT count(*) FROM events WHERE $1::uuid = ANY (audience)), "
        "(SELECT count(*) FROM idempotency_keys WHERE client_id = $2::uuid)",
        caller.tenant_id,
        caller.client_id,
    )
    return tuple(rows[0])
