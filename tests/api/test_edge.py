"""The edge: one log line a request without personal data, an answer to every failure; keys remembered for seconds."""

from dataclasses import replace

import httpx
import pytest
import structlog
from starlette.requests import Request

from app.domain.access import ClientId, Principal, Scope, TenantId, TenantKind
from app.domain.errors import Refusal
from app.routers.deps import ENTRIES_MAX, STRANGERS_A_SECOND, Doorkeeper
from app.routers.edge import CLIENT_GONE, Edge
from app.routers.site import build
from tests.api.callers import done

PRINCIPAL = Principal(ClientId(None), TenantId(None), TenantKind.COURT, frozenset(Scope))


async def test_a_request_leaves_one_line_that_names_route_and_referral_and_nobody(api):
    referral_id = (await api.delegated())["id"]

    with structlog.testing.capture_logs() as lines:
        reply = await api.as_centre().get(f"/v1/referrals/{referral_id}/parties", reveal=True)
        await api.as_centre().act(referral_id, "end_appraisal")

    assert [line["route"] for line in lines] == [
        "/v1/referrals/{referral_id}/parties",
        "/v1/referrals/{referral_id}/transitions",
    ]
    assert [line["status"] for line in lines] == [200, 409]
    assert str(lines[0]["referral_id"]) == referral_id
    assert lines[1]["code"] == "action_not_possible"
    assert "张三" in reply.text
    assert "张三" not in str(lines)


async def test_an_unexpected_failure_is_a_problem_and_says_nothing_of_its_cause(api):
    """The ports fail in a way that nobody foresaw."""

    def fail(_tenant_id):
        raise RuntimeError("secret detail")

    house = api.app.state.house
    api.app.state.house = replace(house, ports=replace(house.ports, unit_of_work=fail))
    try:
        with structlog.testing.capture_logs() as lines:
            reply = await api.as_court().get("/v1/referrals")
    finally:
        api.app.state.house = house

    assert (reply.status_code, reply.json()["code"]) == (500, "internal_error")
    assert "secret detail" not in reply.text
    assert lines[-1] | {"status": 500, "log_level": "error"} == lines[-1]
    assert (await api.as_court().get("/v1/referrals")).status_code == 200


async def test_an_outage_of_the_database_is_503_with_a_time_to_come_back(api):
    def gone(_tenant_id):
        raise Refusal("database_unavailable")

    house = api.app.state.house
    api.app.state.house = replace(house, ports=replace(house.ports, unit_of_work=gone))
    try:
        reply = await api.as_court().get("/v1/referrals")
    finally:
        api.app.state.house = house

    assert (reply.status_code, reply.headers["retry-after"]) == (503, "1")


async def test_a_failure_after_the_answer_began_is_logged_and_not_answered_twice():
    async def broken(_scope, _receive, send):
        await send({"type": "http.response.start", "status": 200, "headers": []})
        raise RuntimeError

    sent = []

    async def send(message):
        sent.append(message["type"])

    with structlog.testing.capture_logs() as lines:
        await Edge(broken)({"type": "http", "path": "/v1/x", "method": "GET", "headers": []}, None, send)

    assert sent == ["http.response.start"]
    assert lines[-1]["status"] == 500


async def test_a_caller_who_hangs_up_is_logged_and_not_answered():
    async def reading(scope, receive, _send):
        await Request(scope, receive).body()

    async def gone():
        return {"type": "http.disconnect"}

    with structlog.testing.capture_logs() as lines:
        await Edge(reading)({"type": "http", "path": "/v1/x", "method": "POST", "headers": []}, gone, None)

    assert [line["status"] for line in lines] == [CLIENT_GONE]


class Asked:
    def __init__(self, answer):
        self.answer = answer
        self.count = 0
        self.seconds = 0.0

    async def __call__(self, _token):
        self.count += 1
        if isinstance(self.answer, Refusal):
            raise self.answer
        return self.answer


async def test_a_verified_key_is_remembered_for_its_seconds_and_no_longer():
    asked = Asked(PRINCIPAL)
    keeper = Doorkeeper(asked, seconds=5, now=lambda: asked.seconds)

    for asked.seconds in (0, 1, 5, 5.1, 6):
        assert await keeper.principal("key") is PRINCIPAL

    assert asked.count == 2


async def test_an_unknown_key_is_remembered_for_a_second():
    asked = Asked(Refusal("key_unknown"))
    keeper = Doorkeeper(asked, seconds=5, now=lambda: asked.seconds)

    for asked.seconds in (0, 0.5, 1.1):
        with pytest.raises(Refusal, match="key_unknown"):
            await keeper.principal("key")

    assert asked.count == 2


async def test_an_outage_is_not_remembered_as_an_unknown_key():
    asked = Asked(Refusal("database_unavailable"))
    keeper = Doorkeeper(asked, seconds=5, now=lambda: asked.seconds)
    with pytest.raises(Refusal, match="database_unavailable"):
        await keeper.principal("key")

    asked.answer = PRINCIPAL

    assert await keeper.principal("key") is PRINCIPAL


async def test_no_more_keys_are_remembered_than_a_bound():
    keeper = Doorkeeper(Asked(PRINCIPAL), seconds=5, now=lambda: 0.0)

    for n in range(ENTRIES_MAX + 10):
        await keeper.principal(str(n))

    assert len(keeper._known) == ENTRIES_MAX


class Registry:
    """Keys that begin with `good` are known."""

    def __init__(self):
        self.asked = []
        self.seconds = 0.0

    async def __call__(self, token):
        self.asked.append(token)
        if not token.startswith("good"):
            raise Refusal("key_unknown")
        return PRINCIPAL


async def answers(keeper, tokens):
    """What each key is answered: a code, or None where it opens the door."""
    found = []
    for token in tokens:
        try:
            await keeper.principal(token)
        except Refusal as refusal:
            found.append(refusal.code)
        else:
            found.append(None)
    return found


async def test_made_up_keys_take_no_place_from_keys_that_were_let_in():
    registry = Registry()
    keeper = Doorkeeper(registry, seconds=5, now=lambda: registry.seconds)
    await keeper.principal("good")

    for n in range(ENTRIES_MAX + 10):
        registry.seconds += 0.0001
        await answers(keeper, [f"bad {n}"])
    await keeper.principal("good")

    assert registry.asked.count("good") == 1


async def test_only_so_many_strangers_are_asked_for_in_a_second():
    registry = Registry()
    keeper = Doorkeeper(registry, seconds=5, now=lambda: registry.seconds)

    first = await answers(keeper, [f"bad {n}" for n in range(STRANGERS_A_SECOND + 50)])
    registry.seconds = 1.0
    later = await answers(keeper, [f"bad again {n}" for n in range(10)])

    assert first == ["key_unknown"] * STRANGERS_A_SECOND + ["too_many_requests"] * 50
    assert later == ["key_unknown"] * 10
    assert len(registry.asked) == STRANGERS_A_SECOND + 10


async def test_among_many_strangers_a_key_that_was_let_in_is_asked_for_as_ever():
    """Its five seconds are over, so the registry must be asked, and is."""
    registry = Registry()
    keeper = Doorkeeper(registry, seconds=5, now=lambda: registry.seconds)
    await keeper.principal("good")

    registry.seconds = 6.0
    flood = [f"bad {n}" for n in range(STRANGERS_A_SECOND + 1)]

    assert (await answers(keeper, flood))[-1] == "too_many_requests"
    assert await answers(keeper, ["good", "good newcomer"]) == [None, "too_many_requests"]
    assert registry.asked[-1] == "good"


async def test_newcomers_whose_keys_are_good_are_no_strangers():
    keeper = Doorkeeper(Registry(), seconds=5, now=lambda: 0.0)

    assert await answers(keeper, [f"good {n}" for n in range(3 * STRANGERS_A_SECOND)]) == [None] * 300


async def test_a_key_that_was_revoked_is_a_stranger_from_then_on():
    asked = Asked(PRINCIPAL)
    keeper = Doorkeeper(asked, seconds=5, now=lambda: asked.seconds)
    await keeper.principal("key")

    asked.answer = Refusal("key_unknown")
    found = []
    for asked.seconds in (5.0, 5.1, 5.2, 6.2):
        found += await answers(keeper, ["key"])

    assert found == [None, "key_unknown", "key_unknown", "key_unknown"]
    assert (asked.count, len(keeper._known)) == (3, 0)


async def test_strangers_who_come_too_fast_are_told_when_to_come_again(api):
    nobodies = [api.caller(f"made up {n}") for n in range(STRANGERS_A_SECOND + 1)]
    house, registry = api.app.state.house, Registry()
    api.app.state.house = replace(house, doorkeeper=Doorkeeper(registry, seconds=5, now=lambda: 0.0))
    try:
        replies = [await nobody.get("/v1/me") for nobody in nobodies]
    finally:
        api.app.state.house = house

    assert [reply.status_code for reply in replies] == [401] * STRANGERS_A_SECOND + [429]
    assert (replies[-1].json()["code"], replies[-1].headers["retry-after"]) == ("too_many_requests", "1")


async def test_production_has_no_legal_clock_to_move(api):
    app = build(steerable=False, lifespan=None)
    app.state.house = api.app.state.house
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app=app), base_url="http://sutiao") as http:
        key = {"Authorization": f"Bearer {api.as_operator().key}"}
        reply = await http.get("/v1/development/legal-clock", headers=key)

    assert (reply.status_code, reply.json()["code"]) == (404, "no_such_route")
    assert (await done(api.as_operator().get("/v1/development/legal-clock")))["today"]
