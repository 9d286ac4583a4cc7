"""A platform that speaks SOAP at the door: genuine envelopes take effect, unsafe ones are refused with a reason."""

from uuid import uuid4

from app.adapters.courts.soap.envelope import enclosed, written
from app.adapters.courts.soap.mapping import element_of
from app.adapters.courts.soap.options import options_of
from app.adapters.courts.soap.proof import prove
from app.jobs.platforms import act_on_inbox
from tests.adapters.courts.soap.harness import CREDENTIALS, NAMESPACE, SETTINGS, SIGN
from tests.api.callers import done
from tests.api.platforms import assign, referrals_of, registered

TOKEN = {**SETTINGS, "sign_in": {**SIGN, "method": "username_token"}}


def enveloped(api, document, nonce):
    proof = options_of(TOKEN, CREDENTIALS).proof_in
    envelope = enclosed("1.1", element_of("notify", document, NAMESPACE, qualified=True))
    now = api.app.state.house.ports.clock.system_now()
    prove(proof, envelope, NAMESPACE, now=now, nonce=nonce)
    return written(envelope)


async def test_an_envelope_takes_effect_once_and_an_unsafe_one_is_refused_with_its_reason(api):
    code, reference = f"s-{uuid4().hex[:8]}", f"REF-{uuid4()}"
    await registered(api, code, dialect="soap", settings=TOKEN, credentials=CREDENTIALS)
    house = api.app.state.house
    path = f"/v1/court-platforms/{code}/messages"
    raw = enveloped(api, {**assign(reference), "msgId": "m-1"}, b"nonce-number-one")

    first = await done(api.as_nobody().send("POST", path, content=raw), 202)
    again = await done(api.as_nobody().send("POST", path, content=raw), 202)
    reused = await api.as_nobody().send("POST", path, content=raw.replace(b"m-1", b"m-2"))
    unsafe = await api.as_nobody().send("POST", path, content=b"<!DOCTYPE x>" + raw.partition(b"?>")[2])
    forged = await api.as_nobody().send("POST", path, content=raw.replace(b">court-a<", b">court-b<"))
    await act_on_inbox(house.ports, house.platforms, 10)

    assert (first["known"], again["known"]) == (False, True)
    assert (reused.status_code, reused.json()["code"]) == (401, "platform_nonce_reused")
    assert (unsafe.status_code, unsafe.json()["code"]) == (422, "platform_message_unsafe")
    assert unsafe.json()["facts"] == {"reason": "xml_document_type"}
    assert forged.json()["code"] == "platform_signature_invalid"
    assert len(await referrals_of(api, reference)) == 1
