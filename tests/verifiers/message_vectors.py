"""Vectors with which everybody tries a verifier of HTTP message signatures, made by the service's own signer.

`python -m tests.verifiers.message_vectors` writes them.
"""

import asyncio

from app.adapters.signatures import ServiceSigner
from app.domain.signing import Message, SignatureKind
from tests.verifiers.vectors import BODY, FOLDER, NEW_KEY, NOW, OLD_KEY, SENT_AT, STRANGE_KEY, text, x_of

FILE = FOLDER / "message_vectors.json"
URI = "https://receiver.example.org/sutiao?from=court"
UNFIT, LATE, MISSING = "no_signature_fits", "timestamp_not_of_now", "header_missing"


async def _signed(*keys, body=BODY, target_uri=URI):
    message = Message("evt_0198c1a2", SENT_AT, body.encode(), target_uri)
    headers = await ServiceSigner(keys or (OLD_KEY,)).sign(message, secrets=(), kinds=[SignatureKind.MESSAGE])
    return {"content-type": "application/json", **headers}


def _vector(name, headers, expected="valid", **other):
    plain = {"now": NOW, "public_keys": [x_of(OLD_KEY)], "method": "POST", "target_uri": URI}
    return {"name": name, "expected": expected, **plain, "headers": headers, "body": BODY, **other}


def _without(headers, name):
    return {key: value for key, value in headers.items() if key != name}


def _turned(headers, name, old, new):
    assert old in headers[name]
    return headers | {name: headers[name].replace(old, new)}


async def vectors():
    """All vectors, the same in each run: there is no chance in Ed25519."""
    good, both, bare = await _signed(), await _signed(OLD_KEY, NEW_KEY), await _signed(target_uri="https://r.example/")
    empty, other = await _signed(body=""), await _signed(body=BODY.replace("accepted", "declined"))
    return [
        _vector("valid", good),
        _vector("valid, empty body", empty, body=""),
        _vector("valid, an address without a path", bare, target_uri="https://r.example/"),
        _vector("two keys, the receiver pinned the old one", both),
        _vector("two keys, the receiver pinned the new one", both, public_keys=[x_of(NEW_KEY)]),
        _vector("another key pinned", good, UNFIT, public_keys=[x_of(STRANGE_KEY)]),
        _vector("no key pinned", good, UNFIT, public_keys=[]),
        _vector("another address", good, UNFIT, target_uri="https://receiver.example.org/other"),
        _vector("another method", good, UNFIT, method="PUT"),
        _vector("tampered body", good, UNFIT, body=BODY + " "),
        _vector("tampered body with the digest of another", good | {"content-digest": other["content-digest"]}, UNFIT,
                body=BODY.replace("accepted", "declined")),
        _vector("no digest", _without(good, "content-digest"), UNFIT),
        _vector("two digests", good | {"content-digest": f"{good['content-digest']}, {good['content-digest']}"}, UNFIT),
        _vector("tampered id", good | {"webhook-id": "evt_2"}, UNFIT),
        _vector("tampered type of content", good | {"content-type": "text/plain"}, UNFIT),
        _vector("tampered time", good | {"webhook-timestamp": str(NOW + 1)}, UNFIT),
        _vector("five minutes old", good, now=NOW + 300),
        _vector("stale", good, LATE, now=NOW + 301),
        _vector("of the future", good, LATE, now=NOW - 301),
        _vector("no signature", _without(good, "signature"), MISSING),
        _vector("nothing covered is said", _without(good, "signature-input"), MISSING),
        _vector("time that is no number", good | {"webhook-timestamp": "soon"}, MISSING),
        _vector("the digest is not covered", _turned(good, "signature-input", ' "content-digest"', ""), UNFIT),
        _vector("a component twice", _turned(good, "signature-input", '"webhook-id"', '"webhook-id" "webhook-id"'),
                UNFIT),
        _vector("covers what is not there", _turned(good, "signature-input", '"webhook-id"', '"webhook-id" "x"'),
                UNFIT),
        _vector("made for something else", _turned(good, "signature-input", "sutiao-webhook", "other"), UNFIT),
        _vector("another algorithm", _turned(good, "signature-input", "ed25519", "hmac-sha256"), UNFIT),
        _vector("made at another time", _turned(good, "signature-input", f"created={NOW}", f"created={NOW}0"), UNFIT),
        _vector("cut off", good | {"signature": "sig1=:AAAA:"}, UNFIT),
        _vector("under another label", _turned(good, "signature", "sig1", "sig9"), UNFIT),
        _vector("beside one of a gateway", good | {
            "signature-input": f'gate=("@path");created=1;keyid="g", {good["signature-input"]}',
            "signature": f"gate=:AAAA:, {good['signature']}",
        }),
    ]  # fmt: skip


if __name__ == "__main__":
    FILE.write_text(text(asyncio.run(vectors())), encoding="utf-8")
