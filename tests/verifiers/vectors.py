"""Vectors with which everybody tries a verifier, made from fixed keys.

`python -m tests.verifiers.vectors` writes them.
"""

import asyncio
import base64
import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from app.adapters.signatures import ServiceSigner
from app.adapters.signing_keys import SigningKey
from app.domain.signing import Message, PublicKey, SignatureKind, secret_text

FOLDER = Path(__file__).parents[2] / "openapi" / "clients" / "verifiers"
FILE = FOLDER / "vectors.json"

SENT_AT = datetime(2026, 3, 2, 9, 0, 0, tzinfo=UTC)
NOW = int(SENT_AT.timestamp())
BODY = '{"type":"referral.accepted","note":"调解 \\u2028 \U0001f91d"}'
OLD, NEW, STRANGE = (secret_text(bytes([number]) * 32) for number in (1, 2, 3))
V1, V1A, _, V1SM3, _ = SignatureKind


def _key(number):
    private = Ed25519PrivateKey.from_private_bytes(bytes([number]) * 32)
    shown = PublicKey(f"k{number}", V1A, private.public_key().public_bytes_raw(), SENT_AT - timedelta(days=1), None)
    return SigningKey(shown, private.private_bytes_raw())


OLD_KEY, NEW_KEY, STRANGE_KEY = (_key(number) for number in (4, 5, 6))


def x_of(key):
    return base64.urlsafe_b64encode(key.shown.public).rstrip(b"=").decode()


async def _signed(*secrets, keys=(OLD_KEY,), kinds=(V1, V1A, V1SM3), body=BODY):
    message = Message("evt_0198c1a2", SENT_AT, body.encode())
    headers = await ServiceSigner(keys).sign(message, secrets=secrets, kinds=kinds)
    return dict(headers)


def _vector(name, headers, expected="valid", *, body=BODY, secrets=(), public_keys=(), now=NOW):
    return {
        "name": name,
        "expected": expected,
        "now": now,
        "secrets": list(secrets),
        "public_keys": list(public_keys),
        "headers": headers,
        "body": body,
    }


async def vectors():
    """All vectors, the same in each run: HMAC and Ed25519 have no chance in them."""
    of_all = await _signed(OLD)
    hmac_only = await _signed(OLD, kinds=[V1])
    both = await _signed(NEW, OLD, kinds=[V1])
    own = await _signed(kinds=[V1A])
    own_both = await _signed(keys=[OLD_KEY, NEW_KEY], kinds=[V1A])
    signature, unfit = hmac_only["webhook-signature"], "no_signature_fits"
    extra = f"v9,eA== v1sm,{'A' * 86}== {signature} x v1a,"
    old, new, strange = (x_of(key) for key in (OLD_KEY, NEW_KEY, STRANGE_KEY))
    empty = await _signed(OLD, kinds=[V1], body="")
    late, missing = "timestamp_not_of_now", "header_missing"
    return [
        _vector("valid", hmac_only, secrets=[OLD]),
        _vector("valid, with all kinds in the header", of_all, secrets=[OLD]),
        _vector("valid, empty body", empty, secrets=[OLD], body=""),
        _vector("tampered body", hmac_only, unfit, secrets=[OLD], body=BODY.replace("accepted", "declined")),
        _vector("body with one blank more", hmac_only, unfit, secrets=[OLD], body=BODY + " "),
        _vector("tampered id", hmac_only | {"webhook-id": "evt_2"}, unfit, secrets=[OLD]),
        _vector("tampered timestamp", hmac_only | {"webhook-timestamp": str(NOW + 1)}, unfit, secrets=[OLD]),
        _vector("five minutes old", hmac_only, secrets=[OLD], now=NOW + 300),
        _vector("stale timestamp", hmac_only, late, secrets=[OLD], now=NOW + 301),
        _vector("timestamp of the future", hmac_only, late, secrets=[OLD], now=NOW - 301),
        _vector("timestamp that is no number", hmac_only | {"webhook-timestamp": "soon"}, missing, secrets=[OLD]),
        _vector("negative timestamp", hmac_only | {"webhook-timestamp": "-1"}, "header_missing", secrets=[OLD]),
        _vector("wrong key", hmac_only, unfit, secrets=[STRANGE]),
        _vector("no key", hmac_only, unfit),
        _vector("rotation, the receiver holds the old secret", both, secrets=[OLD]),
        _vector("rotation, the receiver holds the new secret", both, secrets=[NEW]),
        _vector("rotation, the receiver holds both and one signed", hmac_only, secrets=[NEW, OLD]),
        _vector("unknown entries before a good one", {**hmac_only, "webhook-signature": extra}, secrets=[OLD]),
        _vector("only unknown entries", hmac_only | {"webhook-signature": "v9,eA== v1sm,eA=="}, unfit, secrets=[OLD]),
        _vector("entry without a value", hmac_only | {"webhook-signature": "v1"}, unfit, secrets=[OLD]),
        _vector("entry that is no base64", hmac_only | {"webhook-signature": "v1,§§"}, unfit, secrets=[OLD]),
        _vector("signature of another kind", hmac_only | {"webhook-signature": signature.replace("v1,", "v1a,")}, unfit,
                secrets=[OLD], public_keys=[old]),
        _vector("no signature", hmac_only | {"webhook-signature": ""}, "header_missing", secrets=[OLD]),
        _vector("no id", {key: hmac_only[key] for key in ("webhook-timestamp", "webhook-signature")}, "header_missing",
                secrets=[OLD]),
        _vector("v1a, valid", own, public_keys=[old]),
        _vector("v1a, in a header with all kinds", of_all, public_keys=[old]),
        _vector("v1a, tampered body", own, unfit, public_keys=[old], body=BODY[:-1]),
        _vector("v1a, wrong key", own, unfit, public_keys=[strange]),
        _vector("v1a, cut off", own | {"webhook-signature": own["webhook-signature"][:40]}, unfit, public_keys=[old]),
        _vector("v1a, rotation, the receiver pinned the old key", own_both, public_keys=[old]),
        _vector("v1a, rotation, the receiver pinned the new key", own_both, public_keys=[new]),
        _vector("v1a, the delivery names its key and the receiver has not pinned it", own, unfit, secrets=[OLD]),
    ]  # fmt: skip


def text(made):
    return json.dumps({"vectors": made}, ensure_ascii=False, indent=2) + "\n"


if __name__ == "__main__":
    FILE.write_text(text(asyncio.run(vectors())), encoding="utf-8")
