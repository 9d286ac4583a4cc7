"""What surrounds a write: idempotency keys, versions, the order of checks, dry runs."""

import asyncio
from uuid import uuid4

import pytest

from tests.api.callers import ANY, delegation, done
from tests.api.isolation import CONTRACT, PARAMETER

NOWHERE = "00000000-0000-7000-8000-000000000000"


async def test_a_write_without_a_key_is_refused(api):
    reply = await api.as_court().write("/v1/referrals", delegation(api.world.centre_id), key=False)

    assert (reply.status_code, reply.json()["code"]) == (400, "idempotency_key_required")


@pytest.mark.parametrize("key", [" ", "a b", "x" * 256, "\u00e9"])
async def test_a_key_that_is_none_is_refused(api, key):
    headers = {"Idempotency-Key": key.encode("latin-1")}

    reply = await api.as_court().send("POST", "/v1/referrals", json={}, headers=headers)

    assert (reply.status_code, reply.json()["code"]) == (400, "idempotency_key_malformed")


async def test_a_repeated_request_happens_once_and_answers_the_same(api):
    key, body = uuid4().hex, delegation(api.world.centre_id)
    first = await api.as_court().write("/v1/referrals", body, key=key)
    before = await api.rows()

    again = await api.as_court().write("/v1/referrals", dict(reversed(body.items())), key=key)

    assert (first.status_code, again.status_code) == (201, 201)
    assert again.json() == first.json()
    assert (again.headers["location"], again.headers["etag"]) == (first.headers["location"], first.headers["etag"])
    assert (first.headers.get("idempotency-replayed"), again.headers["idempotency-replayed"]) == (None, "true")
    assert await api.rows() == before


async def test_a_repeat_is_answered_whatever_if_match_then_says(api):
    referral_id = (await api.delegated())["id"]
    key = uuid4().hex
    first = await api.as_centre().act(referral_id, "accept", key=key, version=1)

    for version in (1, 99, ANY, None):
        again = await api.as_centre().act(referral_id, "accept", key=key, version=version)

        assert (again.status_code, again.json()) == (200, first.json())


async def test_a_repeat_is_answered_after_the_referral_moved_on(api):
    referral_id = (await api.delegated())["id"]
    key = uuid4().hex
    first = await api.as_centre().act(referral_id, "accept", key=key)
    await done(api.as_centre().act(referral_id, "assign_mediator", mediator_id=api.world.mediator_id))

    again = await api.as_centre().act(referral_id, "accept", key=key)

    assert again.json() == first.json()


async def test_a_key_belongs_to_one_request_of_one_client(api):
    key, body = uuid4().hex, delegation(api.world.centre_id)
    await done(api.as_court().write("/v1/referrals", body, key=key), 201)

    reused = await api.as_court().write("/v1/referrals", {**body, "court_reference": "other"}, key=key)
    elsewhere = await api.as_operator().write(
        "/v1/clients", {"tenant_id": api.world.court_id, "name": "x", "scopes": ["feed:read"]}, key=key
    )

    assert (reused.status_code, reused.json()["code"]) == (422, "idempotency_key_reused")
    assert elsewhere.status_code == 201


async def test_a_refusal_leaves_the_key_free(api):
    referral_id = (await api.delegated())["id"]
    key = uuid4().hex
    refused = await api.as_centre().act(referral_id, "end_appraisal", key=key)

    accepted = await api.as_centre().act(referral_id, "accept", key=key)

    assert (refused.status_code, accepted.status_code) == (409, 200)


async def test_thirty_two_repeats_at_once_make_one_referral(api):
    key, body = uuid4().hex, delegation(api.world.centre_id)
    before = await api.rows()

    replies = await asyncio.gather(*(api.as_court().write("/v1/referrals", body, key=key) for _ in range(32)))

    assert {reply.status_code for reply in replies} == {201}
    assert len({reply.text for reply in replies}) == 1
    assert sum("idempotency-replayed" not in reply.headers for reply in replies) == 1
    assert (await api.rows())[0] == before[0] + 1


async def test_of_many_at_one_version_exactly_one_wins(api):
    referral_id = (await api.delegated())["id"]

    replies = await asyncio.gather(
        *(api.as_centre().act(referral_id, "accept", version=1) for _ in range(16)),
    )

    assert sorted(reply.status_code for reply in replies) == [200, *[412] * 15]


async def test_a_transition_needs_a_version(api):
    referral_id = (await api.delegated())["id"]

    reply = await api.as_centre().act(referral_id, "accept", version=None)

    assert (reply.status_code, reply.json()["code"]) == (428, "if_match_required")


async def test_a_stale_version_is_told_the_present_one(api):
    referral_id = (await api.delegated())["id"]

    reply = await api.as_centre().act(referral_id, "accept", version=7)

    assert (reply.status_code, reply.json()["code"], reply.json()["facts"]) == (412, "version_stale", {"version": 1})


@pytest.mark.parametrize("text", ["1", 'W/"1"', '"1", "2"', '"x"', '"0"', '""', '"99999999999"'])
async def test_a_version_that_is_none_is_refused(api, text):
    referral_id = (await api.delegated())["id"]
    headers = {"If-Match": text, "Idempotency-Key": uuid4().hex}

    path = f"/v1/referrals/{referral_id}/transitions"
    reply = await api.as_centre().send("POST", path, json={"action": "accept"}, headers=headers)

    assert (reply.status_code, reply.json()["code"]) == (400, "if_match_malformed")


async def test_the_etag_is_the_version_everywhere(api):
    receipt = await api.delegated()
    accepted = await api.as_centre().act(receipt["id"], "accept")

    for path in ("", "/deadlines", "/consents", "/contacts", "/sessions", "/assignments", "/procedures"):
        reply = await api.as_centre().get(f"/v1/referrals/{receipt['id']}{path}")
        assert reply.headers["etag"] == accepted.headers["etag"] == '"2"'


async def test_checks_come_in_the_stated_order(api):
    """Each request has everything wrong from one check on; the answer is that of the first."""
    referral_id = (await api.delegated())["id"]
    reader = await api.as_client(api.world.court_id, ["referrals:read"])
    here, nowhere = (f"/v1/referrals/{x}/transitions" for x in (referral_id, NOWHERE))
    key = uuid4().hex
    await done(api.as_centre().act(referral_id, "accept", key=key))
    bad, wrong = {"action": "nonsense"}, {"action": "decline", "reason": "outside_charter", "explanation": "x"}

    centre = api.as_centre()
    answers = [
        await api.as_nobody().send("POST", nowhere, content=b"{"),
        await centre.send("POST", nowhere, content=b"{", headers={"Content-Type": "application/json"}),
        await reader.write(nowhere, bad, key=False),
        await reader.write(here, bad, key=False),
        await centre.write(here, bad, key=False),
        await centre.write(here, bad, key=key),
        await centre.write(here, bad),
        await centre.write(here, wrong),
        await centre.write(here, wrong, version=1),
        await centre.write(here, wrong, version=2),
    ]

    assert [(reply.status_code, reply.json()["code"]) for reply in answers] == [
        (401, "key_missing"),
        (400, "not_json"),
        (404, "not_found"),
        (403, "scope_missing"),
        (400, "idempotency_key_required"),
        (422, "idempotency_key_reused"),
        (422, "body_invalid"),
        (428, "if_match_required"),
        (412, "version_stale"),
        (409, "action_not_possible"),
    ]


async def test_a_dry_run_says_what_would_happen_and_writes_nothing(api):
    referral_id = (await api.delegated())["id"]
    before = await api.rows()

    rehearsed = await api.as_centre().act(referral_id, "accept", params={"dry_run": "true"})
    opened = await api.as_court().write("/v1/referrals", delegation(api.world.centre_id), key=False, dry_run="true")

    assert (rehearsed.status_code, rehearsed.json()["dry_run"], rehearsed.json()["state"]) == (200, True, "accepted")
    assert (opened.status_code, opened.json()["state"]) == (200, "awaiting_acceptance")
    assert await api.rows() == before
    assert (await api.referral(referral_id))["version"] == 1


async def test_a_dry_run_makes_all_checks(api):
    referral_id = (await api.delegated())["id"]
    dry = {"dry_run": "true"}

    assert (await api.as_centre().act(referral_id, "start", params=dry)).status_code == 422
    assert (await api.as_centre().act(referral_id, "accept", version=9, params=dry)).status_code == 412
    assert (await api.as_centre().act(referral_id, "end_appraisal", params=dry)).status_code == 409


async def test_a_fact_cannot_lie_in_the_future(api):
    referral_id = (await api.delegated())["id"]

    reply = await api.as_centre().act(referral_id, "accept", occurred_on="2099-01-01")

    assert (reply.status_code, reply.json()["code"]) == (422, "occurred_in_future")
    assert reply.json()["errors"][0]["pointer"] == "/occurred_on"


OPERATIONS = [
    (method.upper(), path)
    for path, operations in CONTRACT["paths"].items()
    for method, operation in operations.items()
    if method in {"get", "post", "put"} and operation.get("security", CONTRACT.get("security"))
]


@pytest.mark.parametrize(("method", "path"), OPERATIONS)
@pytest.mark.parametrize("value", ["x", "%00", "x" * 200, "%F4%84%97%8E"])
async def test_whoever_is_not_known_is_told_that_before_anything_else(api, method, path, value):
    """Whatever stands in path, query and body: a bound that the framework checks would go ahead of the key."""
    reply = await api.as_nobody().send(
        method, PARAMETER.sub(value, path), params={"limit": "-1", "wait": "x", "dry_run": "x"}, content=b"{"
    )

    assert (reply.status_code, reply.json()["code"]) == (401, "key_missing")


@pytest.mark.parametrize("key_id", ["x", "%00", "x" * 200, "%F4%84%97%8E"])
async def test_a_key_that_is_not_there_cannot_be_revoked(api, key_id):
    path = f"/v1/clients/{api.as_court().client_id or NOWHERE}/keys/{key_id}/revoke"

    reply = await api.as_operator().write(path, {})

    assert (reply.status_code, reply.json()["code"]) == (404, "not_found")
