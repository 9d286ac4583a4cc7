"""`sutiao webhook` against the service over HTTP, as those type it who look after endpoints."""

import asyncio
import json
from contextlib import asynccontextmanager
from uuid import uuid4

import pytest
import uvicorn
from typer.testing import CliRunner

from app.cli import app
from app.commands.webhooks import ATTEMPTS, DELIVERIES
from tests.api.callers import done
from tests.api.webhook_world import made, owner, passed, put, tried

ENOUGH_SECONDS = 10


@asynccontextmanager
async def served(api):
    """The address of the whole application on a port of the system's choice."""
    server = uvicorn.Server(uvicorn.Config(api.app, port=0, lifespan="off", ws="none", log_config=None))
    running = asyncio.create_task(server._serve())
    async with asyncio.timeout(ENOUGH_SECONDS):
        while not server.started:  # noqa: ASYNC110 - uvicorn tells nobody
            await asyncio.sleep(0.01)
    yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    server.should_exit = True
    await asyncio.wait_for(running, ENOUGH_SECONDS)


@pytest.fixture
async def world(api):
    """The centre's program, its endpoint with two deliveries of one referral, and how to type."""
    referral = await api.delegated()
    await done(api.as_centre().act(referral["id"], "accept"))
    await api.place()
    centre = await owner(api, "centre")
    endpoint_id = (await made(centre))["id"]
    await passed(api, endpoint_id)
    async with served(api) as address:

        async def typed(*words, key=centre.key, locale="C"):
            given = {"SUTIAO_API": address, "SUTIAO_API_KEY": key, "LC_ALL": locale, "LANG": ""}
            words = ["webhook", *map(str, words)]
            result = await asyncio.to_thread(CliRunner().invoke, app, words, env=given)
            # The service runs in this process, so that its log is in the same stream.
            return result.exit_code, [line for line in result.output.splitlines() if " request_id=" not in line]

        yield typed, centre, endpoint_id, referral["id"]


async def test_an_endpoint_is_looked_at_stopped_and_let_go_on(api, world):
    typed, centre, endpoint_id, _ = world
    other = (await made(centre))["id"]

    listed = await typed("list")
    paged = await typed("list", "--limit", 1, "--json")
    paused = await typed("pause", endpoint_id)
    again = await typed("pause", endpoint_id)
    resumed = await typed("resume", endpoint_id, "--backlog", "skip")
    await put(api, endpoint_id, state="disabled", state_reason="gone")
    enabled = await typed("resume", endpoint_id)
    shown = await typed("show", endpoint_id)
    tested = await typed("test", endpoint_id, "--json")
    health = await typed("health", endpoint_id)
    of_all = await typed("health", key=api.as_operator().key)

    assert listed[1][0].split("\t")[:2] == ["id", "state"]
    assert [line.split("\t")[:2] for line in listed[1][-2:]] == [[endpoint_id, "active"], [other, "pending"]]
    assert paged[1][-1] == f"more: --after {json.loads(''.join(paged[1][:-1]))[0]['id']}"
    assert (paused[0], "state: paused" in paused[1]) == (0, True)
    assert (again[0], "action_not_possible" in again[1][0]) == (2, True)
    assert [(x[0], "state: active" in x[1]) for x in (resumed, enabled)] == [(0, True)] * 2
    assert {"state: active", "signing: v1", "order_over: referral"} <= set(shown[1])
    assert json.loads("\n".join(tested[1]))["state"] == "active"
    assert "waiting_count: 0" in health[1]
    assert {"endpoint_id", endpoint_id, other} <= {line.split("\t")[0] for line in of_all[1]}


async def test_deliveries_are_listed_replayed_and_given_up(api, world):
    typed, _, endpoint_id, referral = world

    nothing = await typed("deliveries", endpoint_id)
    replayed = await typed("replay", endpoint_id, "--from-position", 1, "--json")
    waiting = await typed("deliveries", endpoint_id, "--state", "waiting", "--referral", referral, "--limit", 1)
    first = waiting[1][1].split("\t")[0]
    given_up = await typed("park", endpoint_id, first)
    parked = await typed("parked", endpoint_id)
    missing = await typed("replay", endpoint_id, "--only-missing", "--since", "2020-01-01T00:00:00Z")
    await tried(api, endpoint_id, int(first))
    attempts = await typed("attempts", endpoint_id, first)
    errands = await typed("attempts", endpoint_id)
    unsaid = await typed("replay", endpoint_id)

    count = json.loads("\n".join(replayed[1]))["replayed_count"]
    assert nothing == (0, ["\t".join(DELIVERIES)])
    assert count >= 2
    assert waiting[1][1].split("\t")[1:4] == ["referral.delegated", referral, "waiting"]
    assert waiting[1][-1] == f"more: --after {first}"
    assert f"position: {first}" in given_up[1]
    assert [line.split("\t")[0:5:3] for line in parked[1][1:]] == [[first, "parked"]]
    assert f"replayed_count: {count}" in missing[1]
    assert attempts[1][1].split("\t")[:3] == ["event", first, "1"]
    assert errands == (0, ["\t".join(ATTEMPTS)])
    assert (unsaid[0], "replay_range_empty" in unsaid[1][0]) == (2, True)


async def test_what_keeps_a_command_from_its_work_is_one_sentence(world):
    """No key, one of somebody else, an address where nobody or another is, an endpoint that is nobody's."""
    typed, centre, endpoint_id, _ = world

    said = [
        await typed("list", key=None),
        await typed("list", key="sutiao_x\ny"),
        await typed("list", key="sutiao_unknown"),
        await typed("list", "--api", "http://127.0.0.1:1"),
        await typed("--api", "hunter2", "list"),
        await typed("show", uuid4()),
    ]

    assert [status for status, _ in said] == [2] * 6
    words = ["SUTIAO_API_KEY", "SUTIAO_API_KEY", "key_unknown", "ConnectError", "UnsupportedProtocol", "not_found"]
    assert [word in lines[0] for word, (_, lines) in zip(words, said, strict=True)] == [True] * 6, said
    assert centre.key not in str(said)
    assert endpoint_id not in str(said)


async def test_a_refusal_says_each_place_that_is_wrong(world):
    typed, _, endpoint_id, _ = world

    status, lines = await typed("deliveries", endpoint_id, "--since", "yesterday")

    assert (status, "parameter_invalid" in lines[0], "/since: " in lines[1]) == (2, True, True), lines


async def test_a_refusal_is_in_the_language_of_the_locale_or_the_one_that_was_asked_for(world):
    typed, _, endpoint_id, _ = world
    await typed("pause", endpoint_id)
    asked = ("pause", endpoint_id)

    said = [
        await typed(*asked, locale="zh_CN.UTF-8"),
        await typed(*asked, locale="C.UTF-8"),
        await typed(*asked, "--lang", "en", locale="zh_CN.UTF-8"),
        await typed("--lang=zh", *asked, locale=""),
    ]

    assert [(status, "action_not_possible" in lines[0]) for status, lines in said] == [(2, True)] * 4, said
    assert [lines[0].isascii() for _, lines in said] == [False, True, True, False]


async def test_key_and_address_stand_before_the_command_or_behind_it(world):
    typed, centre, endpoint_id, _ = world

    said = [
        await typed("--key", centre.key, "list", key=None),
        await typed("list", "--key", centre.key, key=None),
        await typed("show", f"--key={centre.key}", endpoint_id, key=None),
        await typed("list", "--key", key=centre.key),
        await typed("list", "--", "--key", key=centre.key),
    ]

    assert [status for status, _ in said] == [0, 0, 0, 2, 2], said
