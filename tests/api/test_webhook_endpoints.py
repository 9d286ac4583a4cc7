"""Webhook endpoints over HTTP: made, moved, bounded, nobody else's; secrets are shown once and never stored plainly."""

import json
from contextlib import asynccontextmanager
from uuid import uuid4

import httpx
import pytest
from sqlalchemy import text

from app.domain.webhooks import ENDPOINTS_MAX
from app.main import create_app
from app.routers.contract import EXAMPLES
from app.settings import Settings
from tests.api.callers import Caller, done
from tests.api.stages import COURT
from tests.api.webhook_world import PATH, URL, a_minute_ago, act, made, owner, passed, put, shown, tenant_of_its_own

ACTIONS = ("change", "challenge", "test", "pause", "resume", "enable", "remove")
WHERE = {"challenge": "pending", "change": "pending", "remove": "pending", "resume": "paused", "enable": "disabled"}


def example(name, api):
    return json.loads((EXAMPLES / f"{name}.json").read_text(encoding="utf-8").replace(COURT, api.world.court_id))


async def test_every_example_works(api):
    """Each in the state in which it is possible, rehearsed first: a rehearsal changes nothing."""
    court = await tenant_of_its_own(api)
    rehearsed = await done(court.write(PATH, example("create_webhook_endpoint", api), dry_run="true", key=False))
    first = await done(court.write(PATH, example("create_webhook_endpoint", api)), 201)
    at = f"{PATH}/{first['id']}"

    assert rehearsed == {"dry_run": True}
    for action in ACTIONS:
        await put(api, first["id"], state=WHERE.get(action, "active"))
        await a_minute_ago(api, first["id"])
        body = example(f"take_webhook_transition.{action}", api)
        before = await shown(court, first["id"])
        assert await done(court.write(f"{at}/transitions", body, version="*", dry_run="true")) == {"dry_run": True}
        assert await shown(court, first["id"]) == before
        took = await court.write(f"{at}/transitions", body, version=before["version"])
        assert (took.status_code, took.json()["version"]) == (200, before["version"] + 1), took.text
        assert took.headers["etag"] == f'"{before["version"] + 1}"'
    await put(api, first["id"], state="active")
    other = await made(court)
    at = f"{PATH}/{other['id']}"
    rehearsed = await done(court.write(f"{at}/secrets", {}, version="*", dry_run="true"))
    assert (rehearsed, len((await shown(court, other["id"]))["secrets"])) == ({"dry_run": True}, 1)
    second = await done(court.write(f"{at}/secrets", example("rotate_webhook_secret", api), version="*"), 201)
    assert second["secret"] != other["secret"]
    ended = f"{at}/secrets/{other['secret_id']}/end"
    assert (await court.write(ended, example("end_webhook_secret", api), version="*")).status_code == 200
    await passed(api, other["id"])
    replayed = await done(court.write(f"{at}/replays", example("replay_webhook_deliveries", api)))
    assert (replayed["replayed_count"], replayed["next_position"]) == (0, None)
    listed = await done(court.get(PATH, limit=1))
    assert [x["id"] for x in listed["items"]] == [first["id"]] == [listed["next"]]
    assert [x["id"] for x in (await done(court.get(PATH, after=listed["next"])))["items"]] == [other["id"]]


async def test_a_secret_and_the_values_of_headers_are_told_once_and_stored_nowhere_in_the_clear(api, capfd):
    court, word = await owner(api), "Bearer gateway-word"
    body = {"url": URL, "headers": {"Authorization": word}}
    made_once = await court.write(PATH, body, key=f"once-{court.client_id}")
    again = await court.write(PATH, body, key=f"once-{court.client_id}")
    first = made_once.json()
    rotated = await done(court.write(f"{PATH}/{first['id']}/secrets", {}, version="*", key=f"r-{first['id']}"), 201)
    repeated = await done(court.write(f"{PATH}/{first['id']}/secrets", {}, version="*", key=f"r-{first['id']}"), 201)
    read = await shown(court, first["id"])

    assert (made_once.status_code, again.headers["idempotency-replayed"]) == (201, "true")
    assert again.json() == {**first, "secret": None}
    assert repeated == {**rotated, "secret": None}
    assert first["secret"].startswith("whsec_")
    assert (read["header_names"], [x["live"] for x in read["secrets"]]) == (["Authorization"], [True, True])
    secrets = [first["secret"], rotated["secret"], word]
    stored = await everything(api)
    said = json.dumps([again.json(), repeated, read]) + "".join(capfd.readouterr())
    assert [x for x in secrets if x in stored or x in said or x.encode().hex() in stored] == []


async def everything(api):
    """All rows that a secret could have got into, as text."""
    tables = ("webhook_endpoints", "webhook_secrets", "idempotency_keys", "events", "registry_changes", "access_audit")
    async with api.engine.connect() as connection:
        found = [await connection.scalar(text(f"SELECT json_agg(x)::text FROM {table} AS x")) for table in tables]
    return "".join(filter(None, found))


async def test_a_new_endpoint_waits_for_its_challenge_and_goes_through_its_life(api):
    court = await owner(api)
    endpoint_id = (await made(court))["id"]

    new = await shown(court, endpoint_id)
    early = await act(court, endpoint_id, "resume")
    await passed(api, endpoint_id)
    paused = await act(court, endpoint_id, "pause", version=1)
    stale = await act(court, endpoint_id, "resume", version=1)
    unread = await act(court, endpoint_id, "resume", version=None)
    resumed = await act(court, endpoint_id, "resume", version=2)
    await put(api, endpoint_id, state="disabled", state_reason="gone", breaker="open", failing_since=None)
    disabled = await shown(court, endpoint_id)
    enabled = await act(court, endpoint_id, "enable")
    well = await shown(court, endpoint_id, "health")
    removed = await act(court, endpoint_id, "remove")
    last = await shown(court, endpoint_id)
    late = await act(court, endpoint_id, "pause")

    assert (new["state"], new["errand"]["kind"], new["allowed_actions"][0]) == ("pending", "challenge", "change")
    assert (early.status_code, early.json()["code"]) == (409, "action_not_possible")
    assert early.json()["facts"]["possible_actions"] == new["allowed_actions"]
    assert [x.status_code for x in (paused, stale, unread, resumed, enabled, removed)] == [200, 412, 428, 200, 200, 200]
    assert (paused.json()["state"], resumed.json()["state"]) == ("paused", "active")
    assert (disabled["state_reason"], enabled.json()["state"], well["breaker"]) == ("gone", "active", "closed")
    assert (last["state"], last["errand"], last["allowed_actions"]) == ("removed", None, [])
    assert [x["live"] for x in last["secrets"]] == [False]
    assert late.status_code == 409


async def test_another_address_has_to_pass_a_challenge_again_and_another_setting_does_not(api):
    court = await owner(api)
    endpoint_id = (await made(court, types=["referral.*"]))["id"]
    await passed(api, endpoint_id)

    same = await act(court, endpoint_id, "change", url=URL, types=["referral.accepted"], description="新的")
    kept = await shown(court, endpoint_id)
    moved = await act(court, endpoint_id, "change", url=f"{URL}/other")
    now = await shown(court, endpoint_id)
    soon = [await act(court, endpoint_id, "challenge"), await act(court, endpoint_id, "change", url=URL)]
    await a_minute_ago(api, endpoint_id)
    again = await act(court, endpoint_id, "challenge")
    challenged = await shown(court, endpoint_id)

    assert (same.json()["state"], kept["types"], kept["description"]) == ("active", ["referral.accepted"], "新的")
    assert (moved.json()["state"], now["url"], now["errand"]["kind"]) == ("pending", f"{URL}/other", "challenge")
    assert {(x.status_code, x.json()["code"]) for x in soon} == {(409, "challenge_too_soon")}
    assert again.status_code == 200
    assert challenged["errand"]["id"] != now["errand"]["id"]


async def test_two_secrets_live_at_a_time_and_the_last_one_cannot_be_ended(api):
    court = await owner(api)
    first = await made(court)
    at = f"{PATH}/{first['id']}/secrets"

    last = await court.write(f"{at}/{first['secret_id']}/end", {}, version="*")
    second = await done(court.write(at, {"overlap_hours": 1}, version="*"), 201)
    third = await court.write(at, {}, version="*")
    living = (await shown(court, first["id"]))["secrets"]
    ended = await done(court.write(f"{at}/{first['secret_id']}/end", {}, version="*"))
    twice = await court.write(f"{at}/{first['secret_id']}/end", {}, version="*")
    at_once = await done(court.write(at, {"overlap_hours": 0}, version="*"), 201)
    now = (await shown(court, first["id"]))["secrets"]

    assert (last.status_code, last.json()["code"]) == (409, "last_secret")
    assert (third.status_code, third.json()["code"]) == (409, "too_many_secrets")
    assert [x["ends_at"] is None for x in living] == [False, True]
    assert (ended["secret_id"], twice.status_code) == (first["secret_id"], 404)
    assert [(x["id"], x["live"]) for x in now] == [
        (first["secret_id"], False),
        (second["secret_id"], False),
        (at_once["secret_id"], True),
    ]


WRONG = [
    ({"url": "http://receiver.example.org/"}, "/url", "webhook_url_invalid"),
    ({"url": "https://user:word@receiver.example.org/"}, "/url", "webhook_url_invalid"),
    ({"url": "https://receiver.example.org:22/"}, "/url", "webhook_url_invalid"),
    ({"url": "ftp://receiver.example.org/"}, "/url", "malformed"),
    ({"headers": {"Host": "elsewhere"}}, "/headers", "webhook_header_not_allowed"),
    ({"headers": {"webhook-signature": "v1,x"}}, "/headers", "webhook_header_not_allowed"),
    ({"headers": {"X-A": "one", "x-a": "two"}}, "/headers", "webhook_header_not_allowed"),
    ({"types": ["referral.lunar"]}, "/types/0", "unknown_code"),
    ({"types": ["referral.*", "referral.*"]}, "/types", "not_unique"),
    ({"court_ids": ["01980000-0000-7000-8000-0000000000c9"]}, "/court_ids/0", "unknown_reference"),
    ({"signing": ["v1lunar"]}, "/signing/0", "unknown_code"),
    ({"signing": ["v1sm"]}, "", "signature_kind_unavailable"),
    ({"schedule_seconds": []}, "/schedule_seconds", "too_short"),
    ({"timeout_seconds": 31}, "/timeout_seconds", "out_of_range"),
    ({"rate_per_second": 0}, "/rate_per_second", "out_of_range"),
    ({"secret": "whsec_mine"}, "/secret", "unknown_field"),
]
WRONG_ACTIONS = [
    ({"action": "change"}, "", "required"),
    ({"action": "change", "url": None}, "/url", "wrong_type"),
    ({"action": "resume", "backlog": "replay"}, "/from_position", "required"),
    ({"action": "resume", "backlog": "skip", "from_position": 3}, "/from_position", "inconsistent"),
    ({"action": "enable", "since": "yesterday"}, "/since", "malformed"),
    ({"action": "lunar"}, "/action", "not_in_list"),
    ({"action": "pause", "more": 1}, "/more", "unknown_field"),
]
WRONG_REPLAYS = [
    ({}, "", "replay_range_empty"),
    ({"from_position": 3, "to_position": 2}, "/to_position", "replay_range_empty"),
    ({"since": "2026-03-03T00:00:00Z", "until": "2026-03-02T00:00:00Z"}, "/until", "replay_range_empty"),
    ({"from_position": 0}, "/from_position", "out_of_range"),
]


async def test_what_is_wrong_with_a_request_is_named_with_its_field_and_changes_nothing(api):
    """Settings are judged alike at creation and at a change."""
    court = await owner(api)
    endpoint_id = (await made(court))["id"]
    await passed(api, endpoint_id)
    moves = f"{PATH}/{endpoint_id}/transitions"

    sent = [(PATH, {"url": URL, **fields}, pointer, code) for fields, pointer, code in WRONG]
    sent += [(moves, {"action": "change", **fields}, pointer, code) for fields, pointer, code in WRONG]
    sent += [(moves, *wrong) for wrong in WRONG_ACTIONS]
    sent += [(f"{PATH}/{endpoint_id}/replays", *wrong) for wrong in WRONG_REPLAYS]
    replies = [(await court.write(path, body, version="*"), body, pointer, code) for path, body, pointer, code in sent]

    for reply, body, pointer, code in replies:
        told = reply.json()
        errors = [(x["pointer"], x["code"]) for x in told["errors"]] or [("", told["code"])]
        assert (reply.status_code, errors) == (422, [(pointer, code)]), body
    assert (await shown(court, endpoint_id))["version"] == 1


async def test_a_tenant_has_so_many_endpoints_and_no_more(api):
    """A removed one leaves its place."""
    centre = await tenant_of_its_own(api)
    ids = [(await made(centre))["id"] for _ in range(ENDPOINTS_MAX)]

    full = await centre.write(PATH, {"url": URL})
    await act(centre, ids[0], "remove")
    again = await centre.write(PATH, {"url": URL})

    assert (full.status_code, full.json()["code"]) == (409, "too_many_endpoints")
    assert again.status_code == 201


@pytest.mark.parametrize("bound", ["under row security", "past row security"])
async def test_an_endpoint_of_somebody_else_is_not_there(api, module_database_urls, bound):
    """Read or written, by whatever address; there is nothing of it in a list; and by the statements alone as well."""
    court, stranger = await owner(api), await owner(api, "other_court")
    first, foreign = await made(court), await made(stranger)
    at = f"{PATH}/{first['id']}"
    writes = {
        f"{at}/transitions": {"action": "pause"},
        f"{at}/secrets": {},
        f"{at}/secrets/{first['secret_id']}/end": {},
        f"{at}/replays": {"from_position": 1},
        f"{at}/deliveries/1/park": {},
        f"{PATH}/{foreign['id']}/secrets/{first['secret_id']}/end": {},
    }
    reads = ("", "/deliveries", "/deliveries/1/attempts", "/errands", "/health", f"/receipts?referral_id={uuid4()}")

    async with past_row_security(api, module_database_urls) as http:
        asking = Caller(http, api.contract, stranger.key) if bound.startswith("past") else stranger
        wrote = [await asking.write(path, body, version="*") for path, body in writes.items()]
        read = [await asking.send("GET", f"{at}{more}") for more in reads]
        listed = await asking.get(PATH)

    assert {reply.status_code for reply in (*wrote, *read)} == {404}
    assert (first["id"] in listed.text, foreign["id"] in listed.text) == (False, True)
    assert (await shown(court, first["id"]))["version"] == 1


@asynccontextmanager
async def past_row_security(api, urls):
    """The application as a superuser, whom no policy binds."""
    folder = api.app.state.house.settings.data_dir
    app = create_app(Settings(database_url=urls.superuser_url, data_dir=folder, rate_limit_per_second=0))
    async with app.router.lifespan_context(app):
        transport = httpx.ASGITransport(app=app, raise_app_exceptions=True)
        async with httpx.AsyncClient(transport=transport, base_url="http://sutiao") as http:
            yield http


async def test_only_tenants_of_cases_with_the_scope_manage_endpoints_and_an_operator_sees_how_all_do(api):
    court, operator = await owner(api), api.as_operator()
    first = await made(court)

    without = await api.as_court().get(PATH)
    of_operator = await operator.get(PATH)
    health = (await done(operator.get("/v1/webhook-health", limit=1)))["next"]
    pages = await done(operator.get("/v1/webhook-health", limit=200))
    of_court = await court.get("/v1/webhook-health")
    granted = await operator.write(
        "/v1/clients", {"tenant_id": court.tenant_id, "name": "x", "scopes": ["webhooks:health"]}
    )

    assert [x.json()["facts"] for x in (without, of_operator)] == [{"scope": "webhooks:manage"}] * 2
    assert (without.status_code, of_operator.status_code, of_court.status_code) == (403, 403, 403)
    assert health is not None
    assert first["id"] in {x["endpoint_id"] for x in pages["items"]}
    assert URL not in json.dumps(pages)
    assert (granted.status_code, granted.json()["code"]) == (422, "scope_not_grantable")
