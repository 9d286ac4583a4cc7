"""Platforms of courts: configuration, and what becomes of the messages that they send."""

from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import httpx
import pytest

from app.routers.limits import Limiter
from app.services.platforms import expiries
from app.services.verification import verify
from tests.adapters.courts.test_client_certificates import ENDS, GOOD
from tests.api.callers import done
from tests.api.platforms import assign, inbox, mapping_for, recall, referrals_of, registered, told, worked
from tests.api.stages import STAGE_OF


async def platform(api, **more):
    code = f"p-{uuid4().hex[:12]}"
    await registered(api, code, **more)
    return code


async def row(api, code):
    return await done(api.as_operator().get(f"/v1/court-platforms/{code}"))


# Configuration ----------------------------------------------------------------------------------------------------


async def test_a_platform_is_a_dated_row_whose_secrets_are_never_shown(api):
    code = await platform(api)

    shown = await row(api, code)
    listed = (await done(api.as_court().get("/v1/court-platforms", limit=1)))["items"][0]

    assert (shown["dialect"], shown["credential_names"], shown["forged_count"]) == ("memory", ["secret"], 0)
    assert listed["code"] == code
    assert "memory-secret" not in str(shown) + str(listed)
    following = await api.as_court().get("/v1/court-platforms", limit=1, after=listed["id"])
    assert following.status_code == 200


async def test_it_is_told_when_the_certificate_ends_that_a_platform_is_shown(api):
    settings = {"base_url": "https://court.example"}
    code = await platform(api, dialect="rest", settings=settings, credentials=GOOD)
    house = api.app.state.house

    shown = await row(api, code)
    listed = (await done(api.as_court().get("/v1/court-platforms", limit=1)))["items"][0]

    assert shown["client_certificate_expires_at"] == listed["client_certificate_expires_at"] == "2100-03-02T00:00:00Z"
    assert shown["credential_names"] == ["client_certificate", "client_key"]
    assert "BEGIN" not in str(shown)
    assert ENDS in await expiries(house.ports, house.platforms)
    unfit = {"code": code, "court_id": api.world.court_id, "dialect": "rest", "valid_from": "2010-01-01", "mapping": {}}
    halved = {"client_certificate": GOOD["client_certificate"]}
    reply = await api.as_operator().write("/v1/court-platforms", {**unfit, "settings": settings, "credentials": halved})
    assert (reply.status_code, reply.json()["errors"][0]["pointer"]) == (422, "/credentials/client_key")


async def test_a_new_row_takes_the_place_of_the_earlier_one_from_its_day_on(api):
    code = await platform(api)
    first = await row(api, code)

    await registered(api, code, mapping={"type_at": "t"}, credentials=None)
    await registered(api, code, mapping={"type_at": "later"}, valid_from="2099-01-01")

    second = await row(api, code)
    assert second["id"] != first["id"]
    assert (second["mapping"], second["credential_names"]) == ({"type_at": "t"}, ["secret"])
    assert second["client_id"] == first["client_id"]


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"dialect": "telepathy"}, "platform_dialect_unknown"),
        ({"mapping": {"typo": 1}}, "platform_mapping_invalid"),
        ({"settings": {"number": 10**30}}, "body_invalid"),
        ({"credentials": {}}, "platform_settings_invalid"),
        ({"settings": {"held": {"procedure_codes": "absent"}}}, "platform_settings_invalid"),
        ({"court_id": str(uuid4())}, "unknown_reference"),
        ({"code": "Upper"}, "body_invalid"),
    ],
)
async def test_a_row_that_can_not_work_is_refused(api, wrong, code):
    row = {"code": "px", "court_id": api.world.court_id, "dialect": "memory", "valid_from": "2010-01-01"}
    body = {**row, "mapping": mapping_for(api), "credentials": {"secret": "x" * 20}, **wrong}

    reply = await api.as_operator().write("/v1/court-platforms", body)

    assert (reply.status_code, reply.json()["code"]) == (422, code)


async def test_a_code_stays_with_its_court_and_courts_see_their_own_only(api):
    code = await platform(api)
    other = {
        "code": code,
        "court_id": api.world.other_court_id,
        "dialect": "by_hand",
        "valid_from": "2010-01-01",
        "mapping": {},
    }

    taken = await api.as_operator().write("/v1/court-platforms", other)

    assert taken.json()["code"] == "platform_of_another_court"
    for path in (f"/v1/court-platforms/{code}", f"/v1/court-platforms/{code}/messages"):
        assert (await api.as_other_court().get(path)).status_code == (403 if path.endswith("p") else 404)
    assert (await done(api.as_other_court().get("/v1/court-platforms")))["items"] == []
    assert (await api.as_centre().get("/v1/court-platforms")).status_code == 403
    assert (await api.as_operator().get("/v1/court-platforms/" + "x" * 80)).status_code == 404
    assert (await api.as_court().write("/v1/court-platforms", other)).status_code == 403


# The door ---------------------------------------------------------------------------------------------------------


async def test_a_message_is_kept_and_acted_on_once(api):
    code, reference = await platform(api), f"REF-{uuid4()}"

    first = await told(api, code, "m-1", assign(reference))
    again = await told(api, code, "m-1", assign(reference))
    assert await worked(api) == []
    later = await told(api, code, "m-1", assign(reference))
    assert await worked(api) == []

    assert [reply.status_code for reply in (first, again, later)] == [202, 202, 202]
    assert [reply.json()["known"] for reply in (first, again, later)] == [False, True, True]
    assert len({reply.json()["id"] for reply in (first, again, later)}) == 1
    (referral,) = await referrals_of(api, reference)
    assert referral["state"] == "awaiting_acceptance"
    (kept,) = await inbox(api, code)
    assert (kept["state"], kept["referral_id"], kept["attempts"]) == ("done", referral["id"], 1)
    assert (await row(api, code))["replayed_count"] == 2


async def test_forged_stale_and_altered_messages_are_refused_and_counted(api):
    code, reference = await platform(api), f"REF-{uuid4()}"

    forged = await told(api, code, "m-1", assign(reference), secret="another-secret-01")
    stale = await told(api, code, "m-2", assign(reference), late=timedelta(hours=1))
    await told(api, code, "m-3", assign(reference))
    altered = await told(api, code, "m-3", assign(reference, je="99.00"))
    unknown = await told(api, "nobody", "m-4", assign(reference))
    odd = await told(api, "x" * 80, "m-4", assign(reference))

    codes = [reply.json().get("code") for reply in (forged, stale, altered, unknown, odd)]
    assert codes[:3] == ["platform_signature_invalid", "platform_message_stale", "platform_message_differs"]
    assert codes[3:] == ["platform_signature_invalid"] * 2
    shown = await row(api, code)
    assert (shown["forged_count"], shown["stale_count"], shown["replayed_count"]) == (1, 1, 1)
    assert [message["message_id"] for message in await inbox(api, code)] == ["m-3"]


async def test_a_platform_without_interface_sends_nothing(api):
    code = await platform(api, dialect="by_hand", credentials=None, mapping={})

    assert (await told(api, code, "m-1", assign("R"))).status_code == 401


# What becomes of them ---------------------------------------------------------------------------------------------


async def test_a_transition_comes_from_the_platform_as_from_the_court(api):
    code, reference = await platform(api), f"REF-{uuid4()}"
    await told(api, code, "m-1", assign(reference))
    await worked(api)

    await told(api, code, "m-2", recall(reference, rq="20260302"))
    assert await worked(api) == []

    (referral,) = await referrals_of(api, reference)
    history = (await done(api.as_court().get(f"/v1/referrals/{referral['id']}/history")))["items"]
    assert referral["state"] == "unassigned"
    assert [(event["type"], event["actor_role"]) for event in history] == [
        ("referral.delegated", "court"),
        ("referral.taken_back", "court"),
    ]


async def test_what_can_not_be_used_is_parked_with_its_reason_and_the_rest_goes_on(api):
    code, good = await platform(api), f"REF-{uuid4()}"
    await told(api, code, "m-1", None, raw=b"<xml/>")
    await told(api, code, "m-2", {"msgType": "GOSSIP"})
    await told(api, code, "m-3", assign(f"REF-{uuid4()}", zz="ZZ99"))
    await told(api, code, "m-4", assign(f"REF-{uuid4()}", je="0.001"))
    await told(api, code, "m-5", assign(f"REF-{uuid4()}", dsr=[{"lx": "1", "ssdw": "YG", "xm": "\u200b"}]))
    await told(api, code, "m-6", assign(good, yxj="9"))

    reasons = await worked(api)

    parked = {message["message_id"]: message for message in await inbox(api, code, state="parked")}
    assert sorted(reasons) == sorted(message["reason"] for message in parked.values())
    assert {name: message["reason"] for name, message in parked.items()} == {
        "m-1": "not_a_document",
        "m-2": "unknown_type",
        "m-3": "unknown_code",
        "m-4": "field_unreadable",
        "m-5": "body_invalid",
    }
    assert parked["m-3"]["flags"] == [
        {"at": "data.zz", "fault": "unknown_code", "codes": "organisations", "said": "ZZ99"}
    ]
    assert [flag["at"] for flag in parked["m-5"]["flags"]] == ["/parties/0/name"]
    (taken,) = await inbox(api, code, state="done")
    assert (taken["message_id"], taken["flags"][0]["said"]) == ("m-6", "9")
    assert len(await referrals_of(api, good)) == 1


async def test_a_parked_message_is_replayed_after_the_mapping_was_put_right(api):
    code, reference = await platform(api), f"REF-{uuid4()}"
    inbox_id = (await told(api, code, "m-1", assign(reference, zz="ZZ02"))).json()["id"]
    assert await worked(api) == ["unknown_code"]
    path = f"/v1/court-platforms/{code}/messages/{inbox_id}/replay"
    mapping = mapping_for(api)
    mapping["codes"]["organisations"]["ZZ02"] = api.world.other_centre_id
    await registered(api, code, mapping=mapping)

    rehearsed = await done(api.as_court().write(path, {}, dry_run="true", key=False))
    key = uuid4().hex
    replayed = await done(api.as_court().write(path, {}, key=key))
    assert await done(api.as_court().write(path, {}, key=key)) == replayed
    assert await worked(api) == []

    assert (rehearsed["dry_run"], replayed["state"]) == (True, "waiting")
    (referral,) = await referrals_of(api, reference)
    assert (await done(api.as_other_centre().get(f"/v1/referrals/{referral['id']}")))["state"] == "awaiting_acceptance"
    again = await api.as_court().write(path, {})
    assert (again.status_code, again.json()["code"]) == (409, "message_not_parked")
    for caller, other in ((api.as_court(), uuid4()), (api.as_other_court(), inbox_id)):
        gone = await caller.write(f"/v1/court-platforms/{code}/messages/{other}/replay", {})
        assert gone.status_code == 404
    assert (await api.as_court().write(path, {"typo": 1})).status_code == 422


async def test_a_message_about_a_matter_that_is_not_there_yet_is_tried_again_and_then_parked(api):
    """Messages may overtake each other; what never comes is not waited for for ever."""
    code, reference = await platform(api), f"REF-{uuid4()}"
    await told(api, code, "m-1", recall(reference))
    await told(api, code, "m-2", {"msgType": "RECALL"})
    await worked(api)
    waiting = await inbox(api, code, state="waiting")
    assert [(message["attempts"], message["reason"]) for message in waiting] == [(1, None), (1, None)]

    for _ in range(4):
        await hurry(api, code)
        await worked(api)

    assert {message["reason"] for message in await inbox(api, code, state="parked")} == {"not_found"}


async def hurry(api, code):
    """As if the pause before the next attempt were over."""
    async with api.engine.connect() as connection:
        await connection.exec_driver_sql(f"UPDATE platform_inbox SET next_at = received_at WHERE platform = '{code}'")


async def test_a_step_of_a_procedure_comes_from_the_platform(api):
    """The newest procedure of the kind, of the newest referral of that reference; where there is none, it waits."""
    code, unapplied = await platform(api), f"REF-{uuid4()}"
    staged = await STAGE_OF["accept_application"](api)
    await told(api, code, "m-1", {"msgType": "CONFIRMED", "data": {"ajbs": "REF-1"}})
    await told(api, code, "m-2", assign(unapplied))
    await told(api, code, "m-3", {"msgType": "CONFIRMED", "data": {"ajbs": unapplied}})
    assert await worked(api) == []

    procedure = await done(api.as_court().get(f"/v1/procedures/{staged.procedure_id}"))
    states = {message["message_id"]: message["state"] for message in await inbox(api, code)}
    assert procedure["state"] == "under_review"
    assert states == {"m-1": "done", "m-2": "done", "m-3": "waiting"}


async def test_a_platform_that_ended_parks_what_is_left(api):
    code = await platform(api)
    await told(api, code, "m-1", assign("R"))
    async with api.engine.connect() as connection:
        await connection.exec_driver_sql(f"UPDATE court_platforms SET valid_to = valid_from WHERE code = '{code}'")

    assert await worked(api) == ["platform_not_valid"]
    assert (await api.as_operator().get(f"/v1/court-platforms/{code}")).status_code == 404


async def test_a_crash_between_effect_and_verdict_does_nothing_twice(api):
    code, reference = await platform(api), f"REF-{uuid4()}"
    await told(api, code, "m-1", assign(reference))
    await worked(api)
    async with api.engine.connect() as connection:
        await connection.exec_driver_sql(
            f"UPDATE platform_inbox SET state = 'waiting', next_at = received_at WHERE platform = '{code}'"
        )

    assert await worked(api) == []

    assert len(await referrals_of(api, reference)) == 1
    assert (await inbox(api, code))[0]["state"] == "done"


async def test_the_platforms_program_has_no_key_and_can_do_nothing_else(api):
    code = await platform(api)
    shown = await row(api, code)

    client = await done(api.as_operator().get(f"/v1/clients/{shown['client_id']}"))

    assert (client["tenant_id"], client["keys"]) == (api.world.court_id, [])
    assert client["scopes"] == ["feed:read", "referrals:read", "referrals:write"]


async def test_the_check_of_the_whole_finds_what_a_message_did_twice_or_no_message_did(api):
    code, reference = await platform(api), f"REF-{uuid4()}"
    await told(api, code, "m-1", assign(reference))
    recalled = (await told(api, code, "m-2", recall(reference))).json()["id"]
    await worked(api)
    opened = (await referrals_of(api, reference))[0]["id"]

    async def found(change):
        async with api.engine.connect() as connection:
            await connection.exec_driver_sql(change)
        report = await verify(api.app.state.house.ports)
        return {fault.code for fault in report.faults if fault.invariant == 5}

    assert await found("SELECT 1") == set()
    key = f"'inbox:{recalled}'"
    for other, faults in (
        ("'inbox:x'", {"effect_without_message"}),
        ("'x'", set()),
    ):  # What a person did has no message.
        assert await found(f"UPDATE idempotency_keys SET key = {other} WHERE key = {key}") == faults
        assert await found(f"UPDATE idempotency_keys SET key = {key} WHERE key = {other}") == set()
    moved = f"UPDATE platform_inbox SET referral_id = gen_random_uuid() WHERE referral_id = '{opened}'"
    assert await found(moved) == {"message_with_two_effects"}


async def test_one_address_takes_nothing_from_another_from_another_platform_or_from_clients(api):
    """Whoever floods the open door is told to wait, and nobody else notices."""
    code, house = await platform(api), api.app.state.house
    calm = Limiter(per_second=1, burst=1)
    api.app.state.house = replace(house, senders=Limiter(per_second=0.001, burst=2), limiter=calm)
    try:
        flood = [await told(api, code, f"m-{n}", assign("R"), secret="another-secret-01") for n in range(3)]
        other = await told(api, "another", "m-1", assign("R"))
        transport = httpx.ASGITransport(app=api.app, client=("192.0.2.7", 1))
        async with httpx.AsyncClient(transport=transport, base_url="http://sutiao") as http:
            elsewhere = await http.post(f"/v1/court-platforms/{code}/messages", content=b"x")
        mine = await api.as_operator().get("/v1/me")
    finally:
        api.app.state.house = house

    assert [reply.status_code for reply in flood] == [401, 401, 429]
    assert [reply.status_code for reply in (other, elsewhere, mine)] == [401, 401, 200]
