"""Checking an HTTP message signature (RFC 9421) of a delivery, as a receiver does that pinned the service's keys."""

import base64
import re
from collections.abc import Mapping
from typing import Final

from app.domain.message_signatures import (
    ALGORITHM,
    DIGEST_HEADER,
    INPUT_HEADER,
    SIGNATURE_HEADER,
    TAG,
    base_of,
    content_digest,
)
from app.domain.signing import TIMESTAMP_HEADER, Check, SignatureKind

COVERED: Final = frozenset(
    {"@method", "@target-uri", DIGEST_HEADER, "content-type", "webhook-id", TIMESTAMP_HEADER},
)
SIGNATURES_MAX: Final = 32

_INPUT: Final = re.compile(
    r'([a-z*][a-z0-9_.*-]*)=(\(("[^"]+"(?: "[^"]+")*)\)((?:;[a-z]+=(?:"[^"]*"|[0-9]+))*))',
)
_SIGNATURE: Final = re.compile(r"([a-z*][a-z0-9_.*-]*)=:([A-Za-z0-9+/]+={0,2}):")
_DIGEST: Final = re.compile(r"(?:^|, *)(sha-256=:[A-Za-z0-9+/]+=*:)")


def is_signed(headers: Mapping[str, str]) -> bool:
    """Whether a delivery brings such a signature."""
    return INPUT_HEADER in headers and SIGNATURE_HEADER in headers


def fits(method: str, target_uri: str, headers: Mapping[str, str], body: bytes, check: Check) -> bool:
    """Whether one signature is of a pinned Ed25519 key, over this address and these bytes, at `webhook-timestamp`.

    Args:
        method: Of the request.
        target_uri: The address as it is registered with the service.
        headers: Names in small letters.
        body: The raw bytes.
        check: Knows the keys. Whether the time is of now is judged elsewhere.
    """
    if _DIGEST.findall(headers.get(DIGEST_HEADER, "")) != [content_digest(body)]:
        return False
    values = {**headers, "@method": method, "@target-uri": target_uri}
    signatures = dict(_SIGNATURE.findall(headers.get(SIGNATURE_HEADER, "")))
    found = _INPUT.findall(headers.get(INPUT_HEADER, ""))[:SIGNATURES_MAX]
    return any(
        label in signatures
        and _is_ours(rest, values)
        and _one_fits(listed, parameters, values, signatures[label], check)
        for label, parameters, listed, rest in found
    )


def _is_ours(rest: str, values: Mapping[str, str]) -> bool:
    """Whether the parameters are those of the service, for the time that the header tells."""
    told = f"{rest};"
    wanted = (f"created={values.get(TIMESTAMP_HEADER)}", f'alg="{ALGORITHM}"', f'tag="{TAG}"')
    return all(f";{each};" in told for each in wanted)


def _one_fits(listed: str, parameters: str, values: Mapping[str, str], signature: str, check: Check) -> bool:
    names = re.findall(r'"([^"]+)"', listed)
    if not COVERED <= set(names) <= values.keys():
        return False
    try:
        base = base_of([(name, values[name]) for name in names], parameters)
        return check(SignatureKind.ED25519, base, base64.b64decode(signature))
    except ValueError:
        return False
