"""Checks an HTTP message signature (RFC 9421) of a delivery of sutiao. Copy it; it needs the package `cryptography`."""

import base64
import hashlib
import re
import time

TOLERANCE_SECONDS = 300
COVERED = {"@method", "@target-uri", "content-digest", "content-type", "webhook-id", "webhook-timestamp"}
INPUT = re.compile(r'([a-z*][a-z0-9_.*-]*)=(\(("[^"]+"(?: "[^"]+")*)\)((?:;[a-z]+=(?:"[^"]*"|[0-9]+))*))')
SIGNATURE = re.compile(r"([a-z*][a-z0-9_.*-]*)=:([A-Za-z0-9+/]+={0,2}):")
DIGEST = re.compile(r"(?:^|, *)sha-256=:([A-Za-z0-9+/]+=*):")


def verify_message(method, target_uri, headers, body, *, public_keys, now=None):
    """Raise ValueError unless the delivery was made for this address, is signed by a key that you hold, and of now.

    target_uri: the address as you registered it, a `/` behind a bare host. headers: names in small letters. body: the
    raw bytes. public_keys: `x` of the Ed25519 keys that you pinned from /.well-known/webhook-keys.json.
    """
    inputs, signatures = headers.get("signature-input", ""), dict(SIGNATURE.findall(headers.get("signature", "")))
    timestamp = headers.get("webhook-timestamp", "")
    if not (inputs and signatures and timestamp.isascii() and timestamp.isdigit()):
        raise ValueError("header_missing")
    if abs((time.time() if now is None else now) - int(timestamp)) > TOLERANCE_SECONDS:
        raise ValueError("timestamp_not_of_now")
    digest = base64.b64encode(hashlib.sha256(body).digest()).decode()
    if DIGEST.findall(headers.get("content-digest", "")) != [digest]:
        raise ValueError("no_signature_fits")
    values = {**headers, "@method": method, "@target-uri": target_uri}
    for label, parameters, listed, rest in INPUT.findall(inputs)[:32]:
        names = re.findall(r'"([^"]+)"', listed)
        whole = COVERED <= set(names) <= values.keys() and len(set(names)) == len(names)
        ours = f";created={timestamp};" in f"{rest};" and ';alg="ed25519"' in rest and ';tag="sutiao-webhook"' in rest
        if label not in signatures or not whole or not ours:
            continue
        lines = [f'"{name}": {values[name].strip()}' for name in names]
        base = "\n".join([*lines, f'"@signature-params": {parameters}']).encode()
        if any(_fits(key, base, signatures[label]) for key in public_keys):
            return
    raise ValueError("no_signature_fits")


def _fits(key, base, signature):
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    try:
        Ed25519PublicKey.from_public_bytes(base64.urlsafe_b64decode(key + "=")).verify(base64.b64decode(signature), base)
    except (InvalidSignature, ValueError):
        return False
    return True
