"""HTTP message signatures (RFC 9421) of what we send, with a digest of the body (RFC 9530): beside `webhook-signature`.

They say more than the signatures of Standard Webhooks: method and address are signed too, so that what was sent to one
endpoint proves nothing at another. Only Ed25519 with the service's published keys; each live key makes one signature.
"""

import base64
import hashlib
from collections.abc import Callable, Sequence
from typing import Final

METHOD: Final = "POST"
CONTENT_TYPE: Final = "application/json"
ALGORITHM: Final = "ed25519"
TAG: Final = "sutiao-webhook"
"""Says what the signature is for, so that one made for something else is none."""

DIGEST_HEADER: Final = "content-digest"
INPUT_HEADER: Final = "signature-input"
SIGNATURE_HEADER: Final = "signature"

Components = Sequence[tuple[str, str]]
"""Names of what is covered, in order, each with its value: derived ones as `@method`, headers in small letters."""


def content_digest(body: bytes) -> str:
    """The value of `Content-Digest` for the bytes as they go over the line."""
    return f"sha-256={_binary(hashlib.sha256(body).digest())}"


def parameters_of(
    names: Sequence[str], *, created: int, key_id: str, algorithm: str | None = None, tag: str | None = None
) -> str:
    """What is covered and how, as `Signature-Input` and the last line of the base have it.

    Args:
        names: As in `Components`.
        created: Seconds since 1970.
        key_id: Name of the key.
        algorithm: As the registry of RFC 9421 names it; left out where None.
        tag: For which application; left out where None.

    Raises:
        ValueError: a name or a word has letters that a string of RFC 8941 can not hold.
    """
    words = {"keyid": key_id, "alg": algorithm, "tag": tag}
    listed = "".join(f";{name}={_quoted(word)}" for name, word in words.items() if word is not None)
    return f"({' '.join(map(_quoted, names))});created={created}{listed}"


def base_of(components: Components, parameters: str) -> bytes:
    """The signature base, section 2.5: a line for each component, the parameters in the last, no line break behind it.

    Raises:
        ValueError: a component stands twice, or a value has a line break or letters beyond ASCII.
    """
    if len({name for name, _ in components}) < len(components):
        raise ValueError("a component stands twice")
    lines = [f"{_quoted(name)}: {_value(value)}" for name, value in components]
    return "\n".join([*lines, f'"@signature-params": {parameters}']).encode("ascii")


def headers_of(
    body: bytes,
    *,
    target_uri: str,
    message_id: str,
    timestamp: int,
    signers: Sequence[tuple[str, Callable[[bytes], bytes]]],
) -> dict[str, str]:
    """The three headers of one delivery.

    Args:
        body: As it is sent.
        target_uri: The whole address, as the receiver sees it in request line and `Host`.
        message_id: As `webhook-id` has it.
        timestamp: As `webhook-timestamp` has it, seconds since 1970.
        signers: Names of keys with what signs; the first makes `sig1`, the second `sig2`.

    Raises:
        ValueError: as `base_of`.
    """
    digest = content_digest(body)
    components = (
        ("@method", METHOD),
        ("@target-uri", target_uri),
        (DIGEST_HEADER, digest),
        ("content-type", CONTENT_TYPE),
        ("webhook-id", message_id),
        ("webhook-timestamp", str(timestamp)),
    )
    names = [name for name, _ in components]
    inputs, signatures = [], []
    for number, (key_id, sign) in enumerate(signers, start=1):
        parameters = parameters_of(names, created=timestamp, key_id=key_id, algorithm=ALGORITHM, tag=TAG)
        inputs.append(f"sig{number}={parameters}")
        signatures.append(f"sig{number}={_binary(sign(base_of(components, parameters)))}")
    return {DIGEST_HEADER: digest, INPUT_HEADER: ", ".join(inputs), SIGNATURE_HEADER: ", ".join(signatures)}


def _binary(value: bytes) -> str:
    """A byte sequence of RFC 8941."""
    return f":{base64.b64encode(value).decode()}:"


def _quoted(word: str) -> str:
    """A string of RFC 8941."""
    if not (word.isascii() and word.isprintable()):
        raise ValueError("not a string of a structured field")
    escaped = word.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _value(text: str) -> str:
    if not text.isascii() or "\n" in text or "\r" in text:
        raise ValueError("a value that can not stand in one line")
    return text.strip(" \t")
