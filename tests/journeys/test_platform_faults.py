"""Simulated court platforms as processes, over HTTP and through a gate, with every fault: nothing lost or twice."""

import asyncio
import copy
import json
import sys
from contextlib import asynccontextmanager
from uuid import uuid4

import httpx
import pytest
import uvicorn

from app.demo.stage import free_port
from app.platform_jobs import act_on_inbox, fetch, tell
from tests.adapters.courts.gate_files.harness import CREDENTIALS, OURS, SHARED, THEIRS, private, public
from tests.adapters.courts.rest.harness import SETTINGS
from tests.api.callers import done
from tests.api.conftest import served
from tests.api.platforms import assign, mapping_for, referrals_of, registered

pytestmark = pytest.mark.slow
SECRET = "sandbox-secret-0123456789"
FAULTS = {
    "none": {},
    "slow": {"slow_seconds": 0.05},
    "lost reply after the effect": {"lost_replies": 1},
    "500": {"failures": 2},
    "half an answer": {"halves": 1},
    "doubled": {"doubled": True},
    "reordered": {"reordered": True},
    "wrong signature": {"wrong_signatures": 1},
}


@asynccontextmanager
async def process(*arguments):
    """A sandbox process, ended with the block."""
    code = "from app.cli import main; main()"
    child = await asyncio.create_subprocess_exec(sys.executable, "-c", code, "sandbox", *arguments)
    try:
        yield child
    finally:
        child.terminate()
        await child.wait()


@pytest.fixture(scope="module")
async def api(module_database_urls, tmp_path_factory):
    reach = {"outbound_networks": "127.0.0.0/8", "outbound_plain_http": True, "outbound_ports": "1024-65535"}
    async with served(module_database_urls, tmp_path_factory.mktemp("faults"), **reach) as running:
        yield running


@asynccontextmanager
async def listening(app):
    """The application on a port of its own, beside the tests; its address."""
    port = free_port()
    server = uvicorn.Server(uvicorn.Config(app, port=port, lifespan="off", log_level="critical", ws="none"))
    task = asyncio.create_task(server.serve())
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        server.should_exit = True
        await task


@asynccontextmanager
async def platform(api, tmp_path):
    """A platform that is registered, its code, and its process to be played with."""
    code, port = f"s-{uuid4().hex[:10]}", free_port()
    async with listening(api.app) as address:
        target = f"{address}/v1/court-platforms/{code}/messages"
        config = tmp_path / "platform.json"
        config.write_text(json.dumps({"app_id": "court-a", "secret": SECRET, "target": target}))
        settings = copy.deepcopy(SETTINGS) | {"base_url": f"http://127.0.0.1:{port}"}
        await everything(api)
        await registered(api, code, dialect="rest", settings=settings, credentials={"secret": SECRET})
        async with (
            process("platform", "--config", str(config), "--port", str(port)),
            httpx.AsyncClient(base_url=settings["base_url"], trust_env=False) as far,
        ):
            await answering(far)
            yield code, far


async def answering(far):
    for _ in range(400):
        try:
            await far.get("/status")
        except httpx.TransportError:
            await asyncio.sleep(0.05)
        else:
            return
    raise AssertionError("the sandbox did not start")


async def everything(api, rounds=1, *, hurried=True):
    """Rounds of the worker, as if every pause before a repeat were over where `hurried`."""
    house = api.app.state.house
    for _ in range(rounds):
        await api.place()
        await fetch(house.ports, house.platforms, 100)
        await act_on_inbox(house.ports, house.platforms, 100)
        await tell(house.ports, house.platforms, 100)
        if not hurried:
            continue
        async with api.engine.connect() as connection:
            await connection.exec_driver_sql("UPDATE platform_outbox SET next_at = recorded_at WHERE state = 'waiting'")
            await connection.exec_driver_sql("UPDATE platform_inbox SET next_at = received_at WHERE state = 'waiting'")


async def outbox_of(api, code):
    return (await done(api.as_court().get(f"/v1/court-platforms/{code}/outbox")))["items"]


async def test_every_fault_with_every_way_ends_with_everything_there_once(api, tmp_path):
    """Pushed, fetched and told, under each fault; then with the fault gone and everything tried again."""
    async with platform(api, tmp_path) as (code, far):
        for name, faults in FAULTS.items():
            reference, recalled = f"REF-{uuid4()}", f"REF-{uuid4()}"
            before = len((await far.get("/status")).json()["filed"])
            messages = [
                {**assign(reference), "msgId": uuid4().hex},
                {**assign(recalled), "msgId": uuid4().hex},
                {"msgType": "RECALL", "msgId": uuid4().hex, "data": {"ajbs": recalled}},
            ]
            for message in messages:
                await far.post("/cases", json=message)
            await far.put("/faults", json=faults)

            await far.post("/push")
            await everything(api)
            (referral,) = await referrals_of(api, reference) or [None]
            if referral is None:  # Under a fault nothing may have come yet; it comes when the fault is over.
                await far.put("/faults", json={})
                await everything(api, rounds=2)
                (referral,) = await referrals_of(api, reference)
            await done(api.as_centre().act(referral["id"], "accept"))
            await everything(api, rounds=3)
            await far.put("/faults", json={})
            await everything(api)

            status = (await far.get("/status")).json()
            assert len(status["filed"]) == before + 1, name
            assert status["cases"][reference]["ACCEPTANCE_BACK"] is True, name
            assert [row["state"] for row in await referrals_of(api, recalled)] == ["unassigned"], name
            assert {row["state"] for row in await outbox_of(api, code)} == {"processed"}, name
        compared = await done(api.as_court().write("/v1/reconciliations", {"platform": code}), 201)
        assert (compared["state"], compared["difference_count"]) == ("clean", 0)
        shown = await done(api.as_operator().get(f"/v1/court-platforms/{code}"))
        parked = await done(api.as_court().get(f"/v1/court-platforms/{code}/messages", state="parked"))
        assert (shown["forged_count"], parked["items"]) == (1, [])


async def test_a_platform_behind_a_bad_gate_ends_with_everything_there_once(api, tmp_path):
    """A process carries files, loses some and cuts some; both sides end with what the other sent."""
    code = f"g-{uuid4().hex[:10]}"
    folder = api.app.state.house.settings.gate_folder / code
    references = [f"REF-{uuid4()}" for _ in range(6)]
    records = [{"id": f"r-{uuid4().hex}", "body": assign(reference)} for reference in references]
    config = {
        "folder": str(folder),
        "us": "court-a",
        "them": "sutiao",
        "encryption_key": SHARED,
        "signing_key": private(THEIRS),
        "peer_key": public(OURS),
        "records": records,
        "half": 2,
        "lost": 3,
        "state": str(tmp_path / "state.json"),
    }
    (tmp_path / "gate.json").write_text(json.dumps(config))
    await everything(api)
    settings = {"us": "sutiao", "them": "court-a", "resend_after_seconds": 1}
    await registered(api, code, dialect="gate_files", settings=settings, credentials=CREDENTIALS)
    await everything(api)
    assert mapping_for(api)

    async with process("gate", "--config", str(tmp_path / "gate.json")):
        await until(api, lambda: all_there(api, references))
        for reference in references:
            (referral,) = await referrals_of(api, reference)
            await done(api.as_centre().act(referral["id"], "accept"))
        await until(api, lambda: all_told(api, code, len(references)))

    state = json.loads((tmp_path / "state.json").read_text())
    assert sorted(body["data"]["ajbs"] for body in state["filed"].values()) == sorted(references)
    assert state["acknowledged"] == list(range(1, len(records) + 1))


async def all_there(api, references):
    return all([await referrals_of(api, reference) for reference in references])


async def all_told(api, code, count):
    rows = await outbox_of(api, code)
    return len(rows) == count and {row["state"] for row in rows} == {"delivered"}


async def until(api, condition):
    for n in range(200):
        await everything(api, hurried=n % 10 == 9)
        if await condition():
            return
        await asyncio.sleep(0.05)
    raise AssertionError("it did not come to an end")
