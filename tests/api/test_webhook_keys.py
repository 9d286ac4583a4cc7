"""The published keys: open to everybody, cacheable, and those with which a delivery is checked."""

import base64
from datetime import UTC, datetime

from app.adapters.signatures import ServiceSigner, check_of, new_sm2_pair
from app.adapters.signing_keys import new_signing_key
from app.domain.signing import Message, PublicKey, SignatureKind, fault_of
from app.routers.webhook_keys import _view


def number(text):
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


async def test_a_delivery_is_checked_with_what_is_published_and_nobody_needs_a_key_to_read_it(api):
    reply = await api.as_nobody().get("/.well-known/webhook-keys.json")

    (shown,) = reply.json()["keys"]
    assert (reply.status_code, reply.headers["cache-control"]) == (200, "public, max-age=3600")
    assert (shown["kty"], shown["crv"], shown["use"], shown["signature_kind"]) == ("OKP", "Ed25519", "sig", "v1a")
    assert (shown["y"], shown["not_after"], set(shown) & {"d", "private"}) == (None, None, set())
    now, signer = datetime.now(UTC), api.app.state.house.ports.signer
    headers = await signer.sign(Message("evt_1", now, b"{}"), secrets=[], kinds=[SignatureKind.ED25519])
    key = PublicKey(shown["kid"], SignatureKind.ED25519, number(shown["x"]), now, None)
    assert headers["webhook-key-id"] == shown["kid"]
    assert fault_of(headers, b"{}", now_seconds=int(now.timestamp()), check=check_of([], [key])) is None


def test_a_key_of_sm2_is_shown_as_a_point():
    (key,) = ServiceSigner([new_signing_key(datetime.now(UTC), new_sm2_pair())]).key_set(datetime.now(UTC))

    view = _view(key)

    assert (view.kty, view.crv, view.signature_kind) == ("EC", "SM2", "v1sm")
    assert number(view.x) + number(view.y) == key.public
