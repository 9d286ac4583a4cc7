"""A delivery under an HTTP message signature, as its receiver checks it."""

import base64
import hashlib
import importlib.util

import pytest

from app.adapters.database.roles import connected
from app.adapters.signatures import ServiceSigner
from app.adapters.signing_keys import new_signing_key
from app.domain.values import replace
from app.services.delivery.bodies import dumped
from tests.post import Receivers, SteeredClock, all_rounds, an_endpoint, happen, post_on, referrals, rows
from tests.stream import tenant
from tests.verifiers.test_message_verifiers import PYTHON

URL = "https://A.example:443"


async def test_a_receiver_takes_what_was_signed_for_its_own_address_and_for_no_other(engine, database_urls):
    """Its receipt says that the headers were there, and not what stood in them."""
    receivers, clock, court = Receivers(), SteeredClock(), tenant()
    clock.pass_time(minutes=5)
    key = new_signing_key(clock.moment)
    post = post_on(engine, receivers, clock)
    post = replace(post, ports=replace(post.ports, signer=ServiceSigner([key])))
    spec = importlib.util.spec_from_file_location("verify_message", PYTHON)
    receiver = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(receiver)
    held = {"public_keys": [base64.urlsafe_b64encode(key.shown.public).decode().rstrip("=")]}
    async with connected(database_urls.app_url) as connection:
        await an_endpoint(connection, court, URL, signing=["v1", "rfc9421"])
        await happen(connection, engine, *referrals(1), audience=[court])

        await all_rounds(post)

        [kept] = await rows(connection, "SELECT request_headers::text AS kept, body_sha256 FROM delivery_attempts")
    [headers] = receivers.headers
    body = _body_of(receivers, kept["body_sha256"])
    at = {"headers": headers, "body": body, "now": int(headers["webhook-timestamp"])}
    receiver.verify_message("POST", "https://a.example/", **at, **held)
    with pytest.raises(ValueError, match="no_signature_fits"):
        receiver.verify_message("POST", "https://b.example/", **at, **held)
    assert '"signature": "[redacted]"' in kept["kept"]
    assert headers["webhook-signature"].startswith("v1,")


def _body_of(receivers, digest):
    [(_, content)] = receivers.got
    body = dumped(content)
    assert hashlib.sha256(body).hexdigest() == digest
    return body
