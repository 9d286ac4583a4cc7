"""Duties on platforms and the outbox over HTTP."""

from uuid import uuid4

from app.jobs.platforms import tell
from tests.api.callers import TODAY, done
from tests.api.platforms import assign, inbox, mapping_for, registered, worked
from tests.api.platforms import told as send
from tests.api.stages import accepted


async def told(api):
    await api.place()
    house = api.app.state.house
    looked = 1
    while looked:
        looked, _ = await tell(house.ports, house.platforms, 100)


async def with_duty(api, **more):
    """A platform, a referral that was accepted since, and its duty as the organisation reads it."""
    code = f"d-{uuid4().hex[:12]}"
    await told(api)
    await registered(api, code, **more)
    staged = await accepted(api)
    await told(api)
    entries = await done(api.as_centre().get(f"/v1/referrals/{staged.referral_id}/platform-entries"))
    (entry,) = [entry for entry in entries["items"] if entry["platform"] == code]
    return code, staged.referral_id, entry


async def test_by_interface_the_duty_is_met_when_the_platform_has_acted(api):
    code, referral_id, entry = await with_duty(api)

    assert (entry["state"], entry["delivery"], entry["duty"]) == ("entered_by_interface", "processed", "acceptance")
    (message,) = (await done(api.as_court().get(f"/v1/court-platforms/{code}/outbox", limit=1)))["items"]
    assert (message["state"], message["kind"], message["referral_id"]) == ("processed", "acceptance", referral_id)
    assert message["platform_number"] == entry["platform_number"]
    assert (message["attempts"], message["last_failure"], message["next_attempt_at"]) == (1, None, None)
    for caller, status in ((api.as_other_court(), 404), (api.as_centre(), 403)):
        assert (await caller.get(f"/v1/court-platforms/{code}/outbox")).status_code == status


async def test_by_hand_somebody_says_who_when_and_under_which_number(api):
    _, referral_id, entry = await with_duty(api, dialect="by_hand", mapping={}, credentials=None)
    path, centre = f"/v1/referrals/{referral_id}/platform-entries", api.as_centre()
    assert (entry["state"], entry["due_on"]) == ("due", "2026-03-05")
    body = {"entry_id": entry["id"], "platform_number": "PT-1", "entered_on": TODAY}

    late = await centre.write(path, {**body, "entered_on": "2099-01-01"})
    unknown = await centre.write(path, {**body, "entry_id": str(uuid4())})
    malformed = await centre.write(path, {**body, "typo": 1})
    stranger = await api.as_other_centre().write(path, body)
    rehearsed = await done(centre.write(path, body, dry_run="true", key=False))
    recorded = await done(centre.write(path, body))
    again = await centre.write(path, body)

    refused = [reply.json()["code"] for reply in (late, unknown, malformed, stranger, again)]
    assert refused == ["occurred_in_future", "unknown_reference", "body_invalid", "not_found", "entry_not_due"]
    assert (rehearsed["dry_run"], recorded["state"]) == (True, "entered_by_hand")
    (stands,) = (await done(api.as_court().get("/v1/platform-entries", state="entered_by_hand")))["items"]
    assert (stands["platform_number"], stands["entered_on"]) == ("PT-1", TODAY)
    assert stands["entered_by"] is not None


async def test_what_is_overdue_is_listed_for_both_sides_and_for_nobody_else(api):
    _, referral_id, entry = await with_duty(
        api, duties={"acceptance": {"by": "hand", "working_days": 1}}, mapping=mapping_for(api)
    )
    assert (await done(api.as_court().get("/v1/platform-entries", overdue="true")))["items"] == []

    await done(api.as_operator().write("/v1/development/legal-clock", {"today": "2026-03-04"}, method="PUT"))

    for caller in (api.as_court(), api.as_centre()):
        items = (await done(caller.get("/v1/platform-entries", overdue="true", limit=1)))["items"]
        assert [(item["id"], item["referral_id"]) for item in items] == [(entry["id"], referral_id)]
        assert (await caller.get("/v1/platform-entries", after=items[0]["id"])).status_code == 200
    assert (await done(api.as_other_court().get("/v1/platform-entries")))["items"] == []
    assert (await api.as_operator().get("/v1/platform-entries")).status_code == 403


async def test_what_a_platform_does_not_take_is_parked_and_retried_by_hand(api):
    mapping = mapping_for(api)
    mapping["outbound"]["acceptance"]["fields"].append({"from": "gossip", "to": "data.x", "required": True})
    code, _, entry = await with_duty(api, mapping=mapping)
    assert (entry["state"], entry["delivery"]) == ("due", "parked")
    (parked,) = (await done(api.as_court().get(f"/v1/court-platforms/{code}/outbox", state="parked")))["items"]
    assert parked["reason"] == "field_missing"
    await registered(api, code)
    path = f"/v1/court-platforms/{code}/outbox/{parked['id']}/retry"

    assert (await done(api.as_court().write(path, {}, dry_run="true", key=False)))["dry_run"] is True
    assert (await done(api.as_court().write(path, {})))["state"] == "waiting"
    assert (await api.as_court().write(path, {"typo": 1})).status_code == 422
    await told(api)

    (sent,) = (await done(api.as_court().get(f"/v1/court-platforms/{code}/outbox")))["items"]
    assert sent["state"] == "processed"


async def test_the_platform_says_by_a_message_what_became_of_ours_and_a_broken_one_is_parked(api):
    """A refusal that names a field names it in the flags."""
    mapping = mapping_for(api)
    mapping["inbound"]["DONE"] = {
        "becomes": "receipt",
        "fields": [{"from": "k", "to": "key"}, {"from": "ok", "to": "accepted", "as": "flag"}],
    }
    mapping["inbound"]["ASSIGN"]["constants"]["dispute_id"] = str(uuid4())
    code, _, _ = await with_duty(api, mapping=mapping)
    (sent,) = (await done(api.as_court().get(f"/v1/court-platforms/{code}/outbox")))["items"]

    await send(api, code, "m-1", {"msgType": "DONE", "k": sent["key"], "ok": "1"})
    await send(api, code, "m-2", assign(f"REF-{uuid4()}"))
    reasons = await worked(api)

    assert reasons == ["unknown_reference"]
    parked, received = await inbox(api, code)
    assert (received["state"], received["referral_id"]) == ("done", None)
    assert [flag["at"] for flag in parked["flags"]] == ["/dispute_id"]
