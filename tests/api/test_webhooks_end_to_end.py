"""An endpoint from its making to its end, with the delivery engine at work and a receiver that verifies."""

import json

from standardwebhooks import Webhook

from app.domain import receipt_export as export
from app.domain.values import replace
from app.services.delivery.errands import run_errands
from app.services.delivery.post import Bounds, Post
from app.services.verification import verify
from tests.api.callers import done
from tests.api.webhook_world import PATH, URL, act, made, owner, shown
from tests.post import Receivers, all_rounds, answered


def post_of(api, receivers):
    async def no_referral(_tenant_id, _referral_id):
        return None

    ports = replace(api.app.state.house.ports, outbound=receivers)
    return Post(ports, no_referral, lambda: 0.5, Bounds())


def echoing(body):
    return answered(200, json.dumps({"challenge": body["challenge"]}).encode()) if "challenge" in body else 204


def verified(secret, receivers, number):
    """The delivery as a library of the standard reads it; it raises where no signature fits."""
    _, body = receivers.got[number]
    text = json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode()
    return Webhook(secret).verify(text, receivers.headers[number])


async def happened(api):
    referral = await api.delegated()
    await done(api.as_centre().act(referral["id"], "accept"))
    await api.place()
    return referral["id"]


async def test_an_endpoint_is_challenged_delivers_rests_and_proves_what_it_sent(api):
    """What happened before the challenge was answered, and while it rested, can be had; the check finds no fault."""
    centre, receivers = await owner(api, "centre"), Receivers(answers={URL: echoing})
    post = post_of(api, receivers)
    first = await made(centre, headers={"X-Gateway": "gateway-word"}, signing=["v1", "v1a", "rfc9421"])
    endpoint_id = first["id"]
    early = await happened(api)
    assert await all_rounds(post) == 0

    await _answers_its_challenge(post, centre, endpoint_id, receivers)
    referral_id = await happened(api)
    assert await all_rounds(post) > 0
    assert {body["referral_id"] for _, body in receivers.got[1:]} == {referral_id}
    assert verified(first["secret"], receivers, -1)["referral_id"] == referral_id
    assert "v1a," in receivers.headers[-1]["webhook-signature"]
    assert "sig1=:" in receivers.headers[-1]["signature"]
    await _rests_and_goes_on(api, post, centre, first, receivers)
    again = await _sends_everything_again(post, centre, endpoint_id, receivers)
    assert early in again
    await _moves(api, post, centre, endpoint_id, receivers)
    await _proves_what_it_sent(api, centre, endpoint_id, referral_id)
    await _ends(api, post, centre, endpoint_id, receivers)

    assert [fault.code for fault in (await verify(api.app.state.house.ports)).faults] == []


async def _answers_its_challenge(post, centre, endpoint_id, receivers):
    await run_errands(post)
    active = await shown(centre, endpoint_id)
    errands = (await shown(centre, endpoint_id, "errands"))["items"]
    assert (active["state"], active["errand"], active["version"]) == ("active", None, 2)
    assert [(x["kind"], x["outcome"]) for x in errands] == [("challenge", "delivered")]
    assert "gateway-word" not in json.dumps(errands)
    assert receivers.headers[0]["X-Gateway"] == "gateway-word"


async def _rests_and_goes_on(api, post, centre, first, receivers):
    """Nothing is lost; and while the secret is rotated a receiver with either takes the delivery."""
    second = await done(centre.write(f"{PATH}/{first['id']}/secrets", {}, version="*"), 201)
    await done(act(centre, first["id"], "pause"))
    resting = await happened(api)
    assert await all_rounds(post) == 0
    waiting = (await shown(centre, first["id"], "health"))["waiting_count"]
    assert waiting > 0
    await done(act(centre, first["id"], "resume"))
    assert await all_rounds(post) == waiting
    for secret in (first["secret"], second["secret"]):
        assert verified(secret, receivers, -1)["referral_id"] == resting


async def _sends_everything_again(post, centre, endpoint_id, receivers):
    """With a test before it. The referrals that were told of."""
    known = {body["id"] for _, body in receivers.got if "position" in body}
    await done(act(centre, endpoint_id, "test"))
    await run_errands(post)
    assert receivers.got[-1][1]["type"] == "webhook.test"
    before = len(receivers.got)
    again = await done(centre.write(f"{PATH}/{endpoint_id}/replays", {"from_position": 1}))
    assert await all_rounds(post) == again["replayed_count"] > len(known)
    repeated = [body for _, body in receivers.got[before:]]
    assert known < {body["id"] for body in repeated}
    return {body["referral_id"] for body in repeated}


async def _moves(api, post, centre, endpoint_id, receivers):
    """What happens before the new address has answered waits for it, and nothing goes to the old one."""
    moved = f"{URL}/moved"
    await done(act(centre, endpoint_id, "change", url=moved))
    meanwhile = await happened(api)
    assert await all_rounds(post) == 0
    receivers.answers[moved] = echoing
    await run_errands(post)
    assert await all_rounds(post) > 0
    assert {body.get("referral_id") for body in receivers.bodies(moved)} == {None, meanwhile}
    await done(act(centre, endpoint_id, "change", url=URL))
    await run_errands(post)


async def _proves_what_it_sent(api, centre, endpoint_id, referral_id):
    receipts = await done(centre.get(f"{PATH}/{endpoint_id}/receipts", referral_id=referral_id))
    court = await done(api.as_court().get(f"/v1/referrals/{referral_id}", expand="delivery_status"))
    assert export.fault_of(receipts["document"]) is None
    assert {x["outcome"] for x in receipts["document"]["receipts"]} == {"delivered"}
    assert [x["status"] for x in court["expanded"]["delivery_status"]] == ["delivered"]


async def _ends(api, post, centre, endpoint_id, receivers):
    """Gone, switched on again without what waited, and removed."""
    receivers.answers[URL] = 410
    await happened(api)
    await all_rounds(post)
    gone = await shown(centre, endpoint_id)
    assert (gone["state"], gone["state_reason"]) == ("disabled", "gone")
    await done(act(centre, endpoint_id, "enable", backlog="skip"))
    assert await all_rounds(post) == 0
    await done(act(centre, endpoint_id, "remove"))
    await happened(api)
    assert await all_rounds(post) == 0
