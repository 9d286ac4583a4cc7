"""Checks a delivery of sutiao. Copy it: `v1` needs the standard library only, `v1a` the package `cryptography`."""

import base64
import hashlib
import hmac
import time

TOLERANCE_SECONDS = 300


def verify(headers, body, *, secrets=(), public_keys=(), now=None):
    """Raise ValueError unless the delivery is signed by a key that you hold, and of now.

    headers: names in small letters. body: the raw bytes, before anything parses them. secrets: `whsec_…`.
    public_keys: `x` of the keys that you pinned from /.well-known/webhook-keys.json. now: seconds since 1970.
    """
    names = ("webhook-id", "webhook-timestamp", "webhook-signature")
    message_id, timestamp, signatures = (headers.get(name, "") for name in names)
    if not (message_id and signatures and timestamp.isascii() and timestamp.isdigit()):
        raise ValueError("header_missing")
    if abs((time.time() if now is None else now) - int(timestamp)) > TOLERANCE_SECONDS:
        raise ValueError("timestamp_not_of_now")
    signed = f"{message_id}.{timestamp}.".encode() + body
    for entry in signatures.split(" ")[:32]:
        kind, _, value = entry.partition(",")
        try:
            signature = base64.b64decode(value, validate=True)
        except ValueError:
            continue
        if kind == "v1" and any(hmac.compare_digest(_hmac(secret, signed), signature) for secret in secrets):
            return
        if kind == "v1a" and any(_ed25519_fits(key, signed, signature) for key in public_keys):
            return
    raise ValueError("no_signature_fits")


def _hmac(secret, signed):
    return hmac.new(base64.b64decode(secret.removeprefix("whsec_")), signed, hashlib.sha256).digest()


def _ed25519_fits(key, signed, signature):
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    try:
        Ed25519PublicKey.from_public_bytes(base64.urlsafe_b64decode(key + "=")).verify(signature, signed)
    except InvalidSignature:
        return False
    return True
