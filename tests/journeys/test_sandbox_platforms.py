"""Simulated platforms that are stopped and go on, and a court that works in one."""

import asyncio
import json

import httpx

from app.adapters.courts.gate_files.client import GatePlatform, keys_of
from app.sandbox.api import Api
from app.sandbox.platform_door import Desk, Door
from app.sandbox.platform_gate_office import GateOffice
from app.sandbox.platform_kept import KeptOffice, office_of
from app.sandbox.platform_office import Office
from app.sandbox.steps import Step, transition
from tests.adapters.courts.bench import NOW, a_platform, an_outgoing
from tests.adapters.courts.gate_files.harness import (
    CREDENTIALS,
    OURS,
    SETTINGS,
    SHARED,
    THEIRS,
    a_gate,
    private,
    public,
)

TOLD = {"msgType": "RESULT", "msgId": "k-1", "data": {"ajbs": "R-1", "je": "5.00"}}
ENTERED = {"msgType": "ASSIGN", "msgId": "R-2.open", "data": {"ajbs": "R-2"}}


def test_an_office_that_was_killed_has_what_it_answered_for(tmp_path):
    config = {"app_id": "a", "secret": "s", "state": str(tmp_path / "state.json")}
    office = office_of(config)
    office.file(TOLD)
    office.add(ENTERED)
    office.add({**ENTERED, "msgType": "RECALL"})
    office.pushed.add("R-2.open")
    office.file(TOLD)

    again = office_of(config)

    assert isinstance(again, KeptOffice)
    assert (again.filed, again.waiting, again.unpushed()) == ({"k-1": TOLD}, [ENTERED], [])
    assert again.cases == {"R-1": {"ajbs": "R-1", "RESULT": True, "je": "5.00"}, "R-2": {"ajbs": "R-2"}}
    assert again.receipt("k-1") == office.receipt("k-1")
    assert type(office_of({"app_id": "a", "secret": "s"})) is Office


def gate_config(tmp_path):
    return {
        "folder": str(tmp_path / "gate"),
        "us": "court-a",
        "them": "sutiao",
        "encryption_key": SHARED,
        "signing_key": private(THEIRS),
        "peer_key": public(OURS),
        "state": str(tmp_path / "state.json"),
    }


async def test_a_platform_behind_a_gate_that_is_killed_in_every_round_answers_for_everything_once(tmp_path):
    config = gate_config(tmp_path)
    settings = {**SETTINGS, "held": {"reference_at": "ajbs", "amount_at": "je"}}
    ours = a_gate(tmp_path / "gate", keys_of(settings, CREDENTIALS))
    adapter = GatePlatform(a_platform("gate_files", settings, CREDENTIALS), ours, lambda: NOW)
    messages, cursor = [], None
    GateOffice(config).office.add(ENTERED)
    await adapter.send(an_outgoing(), "k-1")

    for _ in range(6):
        page = await adapter.pull(cursor)
        messages += [message_id for message_id, _ in page.messages]
        cursor = page.cursor
        GateOffice(config).round()
    office = GateOffice(config)
    office.put_list(NOW.date().isoformat())
    held = await adapter.held(NOW.date())

    assert messages == ["R-2.open", "receipt:k-1"]
    assert [(each.reference, each.amount) for each in held] == [("R-2", None), ("REF-1", "12000.00")]
    assert office.office.cases["REF-1"]["RESULT_BACK"] is True
    assert (await adapter.look_up("k-1")).delivered


class Court:
    """The service and a platform at once: the platform is away at first, and the message takes effect or does not."""

    def __init__(self, *, away=0, told=True, parked=None):
        self.away, self.told, self.parked, self.entered = away, told, parked, []

    def __call__(self, request):
        if request.url.host == "platform":
            return self._platform(request)
        if request.url.path == "/v1/referrals":
            moved = bool(self.entered) and self.parked is None
            return listed({"id": "r1", "version": 4 if moved else 3})
        return listed(*([{"message_id": self.entered[0]["msgId"], "reason": self.parked}] if self.parked else []))

    def _platform(self, request):
        if self.away:
            self.away -= 1
            raise httpx.ConnectError("away")
        if request.url.path == "/status":
            told, self.told = self.told, True
            return httpx.Response(200, json={"cases": {"C01.rest": {"CONFIRM_APPLY": True}} if told else {}})
        if request.url.path == "/cases":
            self.entered.append(json.loads(request.content))
        return httpx.Response(200, json={})


def listed(*items):
    return httpx.Response(200, json={"items": list(items), "next": None})


async def taken(court, step, version=3):
    transport = httpx.MockTransport(court)
    api, desk = Api("http://service", "key", transport), Desk("http://platform", pushes=True)
    desk._http = httpx.AsyncClient(base_url="http://platform", transport=transport)
    async with asyncio.timeout(10):
        reply = await Door(desk, api, "demo-rest").take(step, "C01.rest", version, {"组织": "o1"})
    await api.close()
    await desk._http.aclose()
    return reply


CONFIRM = Step("confirm_agreement", transition("confirm_agreement"), "p1")


async def test_a_court_decides_on_what_its_platform_was_told_and_sees_what_came_of_it():
    court = Court(away=2, told=False)

    reply = await taken(court, CONFIRM)

    wanted = {"msgType": "CONFIRM_GRANTED", "msgId": "C01.rest.confirm_agreement", "data": {"ajbs": "C01.rest"}}
    assert (reply.ok, reply.body["version"], court.entered) == (True, 4, [wanted])


async def test_a_message_that_was_set_aside_is_a_step_that_was_refused():
    reply = await taken(Court(parked="unknown_code"), CONFIRM)

    assert (reply.ok, reply.code) == (False, "unknown_code")


async def test_what_a_platform_has_no_word_for_goes_over_the_api():
    assert await taken(Court(), Step("apply", transition("apply_for_withdrawal", applicant_ids=["p"]))) is None
