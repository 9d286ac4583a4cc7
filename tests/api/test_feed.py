"""`GET /v1/events` over HTTP: contract, order of checks, long polls that end with their caller."""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from typing import Any
from uuid import UUID

import httpx
import pytest

from app.domain.access import Scope, TenantId
from app.domain.cursor import WAY_BACK, Cursor, encode
from app.domain.errors import Refusal
from app.routers.deps import Doorkeeper
from app.routers.schemas.feed import EventPage
from app.services.history import item_of
from tests.api.feeds import COURT, REFERRAL, Feeds, feed_app
from tests.stream import MOMENT, an_event, principal_of

ENOUGH_SECONDS = 10


@pytest.fixture
def feeds():
    return Feeds()


@pytest.fixture
def app(feeds):
    return feed_app(feeds)


@pytest.fixture
async def api(app):
    async with httpx.AsyncClient(
        transport=httpx.ASGITransport(app), base_url="http://api", headers={"Authorization": "Bearer court"}
    ) as client:
        yield client


async def test_an_event_is_served_with_everything_that_the_contract_names(api, feeds):
    feeds.add()

    reply = await api.get("/v1/events")

    [item] = reply.json()["items"]
    assert reply.status_code == 200
    assert item == {
        "id": str(feeds.events[0].id),
        "position": 1,
        "type": "referral.accepted",
        "referral_id": str(REFERRAL),
        "referral_version": 1,
        "occurred_on": "2026-03-02",
        "occurred_at": "2026-03-02T01:02:03.456789Z",
        "recorded_at": "2026-03-02T01:02:03.456789Z",
        "actor_role": "court",
        "data": {"action": "accept"},
        "links": {"referral": f"/v1/referrals/{REFERRAL}"},
    }
    EventPage.model_validate(reply.json())


async def test_a_reader_that_gives_back_next_sees_everything_once(api, feeds):
    feeds.add(5)
    seen, after = [], {}

    for _ in range(3):
        page = (await api.get("/v1/events", params={"limit": 2, **after})).json()
        seen += [(item["position"], page["has_more"]) for item in page["items"]]
        after = {"after": page["next"]}

    assert seen == [(1, True), (2, True), (3, True), (4, True), (5, False)]


async def test_the_link_header_leads_to_the_next_page(api, feeds):
    feeds.add(3)
    first = await api.get("/v1/events", params={"limit": 2})

    second = await api.get(first.links["next"]["url"])

    assert [item["position"] for item in second.json()["items"]] == [3]


async def test_nothing_new_is_an_empty_page_with_the_same_cursor_and_reads_nothing(api, feeds):
    feeds.add(2)
    cursor = encode(Cursor(COURT, 1, 2))

    reply = await api.get("/v1/events", params={"after": cursor})

    assert reply.json() == {"items": [], "next": cursor, "has_more": False}
    assert reply.headers["cache-control"] == "no-store"
    assert feeds.reads == 0


async def test_a_deployment_may_bound_a_page_below_the_contract(api, feeds):
    feeds.add(60)

    reply = await api.get("/v1/events", params={"limit": 500})

    assert len(reply.json()["items"]) == 50


@pytest.mark.parametrize(
    ("query", "pointer", "code"),
    [
        ("limit=0", "/limit", "out_of_range"),
        ("limit=501", "/limit", "out_of_range"),
        ("limit=ten", "/limit", "malformed"),
        ("limit=-1", "/limit", "malformed"),
        ("limit=%D9%A1", "/limit", "malformed"),
        ("limit=" + "9" * 5000, "/limit", "malformed"),
        ("wait=31", "/wait", "out_of_range"),
        ("wait=nan", "/wait", "malformed"),
        ("wait=1e400", "/wait", "malformed"),
        ("wait=-1", "/wait", "malformed"),
    ],
)
async def test_a_parameter_outside_the_contract_is_named_and_refused(api, query, pointer, code):
    reply = await api.get(f"/v1/events?{query}")

    problem = reply.json()
    assert (reply.status_code, problem["code"]) == (422, "parameter_invalid")
    assert [(error["pointer"], error["code"]) for error in problem["errors"]] == [(pointer, code)]


@pytest.mark.parametrize("after", ["", "x", "%00", "%ED%A0%80", encode(Cursor(TenantId(UUID(int=7)), 1, 0)), "A" * 44])
async def test_a_cursor_that_was_not_given_to_the_caller_is_refused(api, after):
    reply = await api.get(f"/v1/events?after={after}")

    assert (reply.status_code, reply.json()["code"]) == (422, "cursor_invalid")


async def test_a_cursor_of_an_earlier_epoch_is_a_conflict_with_its_facts(api):
    reply = await api.get("/v1/events", params={"after": encode(Cursor(COURT, 0, 7))})

    assert (reply.status_code, reply.json()["code"]) == (409, "feed_epoch_changed")
    assert reply.json()["facts"] == {
        "epoch": 1,
        "cursor_epoch": 0,
        "cursor_position": 7,
        "way_back": WAY_BACK,
    }


@pytest.mark.parametrize(
    ("authorization", "status", "code"),
    [("", 401, "key_missing"), ("Bearer nobody", 401, "key_unknown"), ("Bearer blind", 403, "scope_missing")],
)
async def test_whether_the_caller_may_ask_comes_before_whether_it_asks_well(api, authorization, status, code):
    reply = await api.get("/v1/events?limit=0&after=x", headers={"Authorization": authorization})

    assert (reply.status_code, reply.json()["code"]) == (status, code)


async def test_a_long_poll_answers_with_what_came_while_it_waited(api, feeds):
    polling = asyncio.create_task(api.get("/v1/events", params={"wait": 30}))
    await asyncio.wait_for(feeds.waiting.wait(), ENOUGH_SECONDS)

    feeds.add()
    feeds.moved.set()

    reply = await asyncio.wait_for(polling, ENOUGH_SECONDS)
    assert [item["position"] for item in reply.json()["items"]] == [1]


@pytest.mark.parametrize(
    ("becomes", "status", "code"),
    [(None, 401, "key_unknown"), (principal_of(COURT, Scope.REFERRALS_READ), 403, "scope_missing")],
    ids=["revoked", "narrowed"],
)
async def test_a_key_that_may_no_longer_ask_gets_nothing_that_came_while_it_waited(
    api, app, feeds, becomes, status, code
):
    """The five seconds for which a key is trusted have gone by meanwhile."""
    seconds, found = [0.0], [principal_of(COURT)]

    async def verify(_token):
        if found[0] is None:
            raise Refusal("key_unknown")
        return found[0]

    doorkeeper = Doorkeeper(verify, seconds=5, now=lambda: seconds[0])
    app.state.house = replace(app.state.house, doorkeeper=doorkeeper)
    polling = asyncio.create_task(api.get("/v1/events", params={"wait": 30}))
    await asyncio.wait_for(feeds.waiting.wait(), ENOUGH_SECONDS)

    seconds[0], found[0] = 6.0, becomes
    feeds.add()
    feeds.moved.set()

    reply = await asyncio.wait_for(polling, ENOUGH_SECONDS)
    assert (reply.status_code, reply.json()["code"]) == (status, code)
    assert feeds.reads == 0


async def test_a_long_poll_in_vain_is_an_empty_page(api):
    reply = await api.get("/v1/events", params={"wait": "0.01"})

    assert (reply.status_code, reply.json()["items"]) == (200, [])


async def test_a_caller_that_hangs_up_waits_no_longer(app, feeds):
    """Spoken to as a server does, because a client that hangs up can not tell what became of its request."""
    messages: asyncio.Queue[dict[str, Any]] = asyncio.Queue()
    messages.put_nowait({"type": "http.request", "body": b"", "more_body": False})
    scope = {
        "type": "http",
        "method": "GET",
        "path": "/v1/events",
        "raw_path": b"/v1/events",
        "query_string": b"wait=30",
        "headers": [(b"authorization", b"Bearer court")],
        "http_version": "1.1",
        "scheme": "http",
    }
    sent: list[Any] = []

    async def send(message):
        sent.append(message)

    polling = asyncio.create_task(app(scope, messages.get, send))
    await asyncio.wait_for(feeds.waiting.wait(), ENOUGH_SECONDS)

    messages.put_nowait({"type": "http.disconnect"})

    await asyncio.wait_for(polling, ENOUGH_SECONDS)
    assert feeds.left.is_set()
    assert sent == []


def test_the_contract_names_parameters_answer_and_bounds(app):
    operation = app.openapi()["paths"]["/v1/events"]["get"]

    assert [parameter["name"] for parameter in operation["parameters"]] == [
        "after",
        "since",
        "limit",
        "wait",
        "type",
        "court_id",
        "organisation_id",
    ]
    assert operation["responses"]["200"]["content"]["application/json"]["schema"] == {
        "$ref": "#/components/schemas/EventPage"
    }


def test_an_item_is_the_same_in_history_but_for_its_position():
    event = an_event()

    item = item_of(event)

    assert item["position"] is None
    assert item["id"] == str(event.id)


def test_instants_are_told_in_utc_with_microseconds_whatever_zone_they_came_in():
    shanghai = timezone(timedelta(hours=8))
    event = an_event(occurred_at=MOMENT.astimezone(shanghai), recorded_at=datetime(2026, 1, 1, tzinfo=UTC))

    item = item_of(event)

    assert item["occurred_at"] == "2026-03-02T01:02:03.456789Z"
    assert item["recorded_at"] == "2026-01-01T00:00:00.000000Z"


def test_an_event_of_something_else_than_a_referral_names_no_referral():
    item = item_of(an_event(subject_kind="endpoint"))

    assert (item["referral_id"], item["referral_version"], item["links"]) == (None, None, {})
