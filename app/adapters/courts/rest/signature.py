"""Signatures over sorted parameters or over a digest of the body, by HMAC or SM2, in the layout of a platform."""

import base64
import binascii
import hmac
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, Final
from urllib.parse import parse_qsl

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature, encode_dss_signature
from cryptography.hazmat.primitives.hmac import HMAC

from app.adapters.courts.rest.options import Layout
from app.adapters.foreign_json import NotJsonError, dumped, loaded
from app.domain.court_platform import Rejected, Unavailable

try:
    import gmssl_pyx
except ImportError:  # An optional extra: a platform that signs with SM2 is then not available.
    gmssl_pyx = None

HALF_BYTES: Final = 32
STAMP_DIGITS_MAX: Final = 14
_HASHES: Final[Mapping[str, type[hashes.HashAlgorithm]]] = {"sha256": hashes.SHA256, "sm3": hashes.SM3}


def signed(
    layout: Layout, credentials: Mapping[str, str], raw: bytes, query: str, *, now: datetime, nonce: str
) -> dict[str, str]:
    """The headers that sign a request."""
    stamp = str(int(now.timestamp() * (1000 if layout.unit == "milliseconds" else 1)))
    parts = {"app_id": layout.app_id, "timestamp": stamp, "nonce": nonce}
    value = _signature(layout, credentials, signed_text(layout, parts, raw, query))
    return {layout.names[name]: text for name, text in {**parts, "signature": value}.items()}


def require_signed(
    layout: Layout, credentials: Mapping[str, str], raw: bytes, headers: Mapping[str, str], now: datetime
) -> None:
    """Refuses with `Rejected`: `forged`, or `stale` where the signature is genuine and its time out of bounds."""
    given = {name: _header(headers, header) for name, header in layout.names.items()}
    parts = {name: given[name] for name in ("app_id", "timestamp", "nonce")}
    stamp = parts["timestamp"]
    if parts["app_id"] != layout.app_id or not (stamp.isascii() and stamp.isdigit()) or len(stamp) > STAMP_DIGITS_MAX:
        raise Rejected("forged")
    try:
        text = signed_text(layout, parts, raw, "")
    except NotJsonError:
        raise Rejected("forged") from None
    if not _fits(layout, credentials, text, given["signature"]):
        raise Rejected("forged")
    seconds = int(stamp) / (1000 if layout.unit == "milliseconds" else 1)
    if abs(now.astimezone(UTC).timestamp() - seconds) > layout.tolerance_seconds:
        raise Rejected("stale")


def signed_text(layout: Layout, parts: Mapping[str, str], raw: bytes, query: str) -> bytes:
    """What is signed; raises NotJsonError where parameters can not be read."""
    if layout.over == "body_digest":
        found = hashes.Hash(_HASHES[layout.digest]())
        found.update(raw)
        pieces = {**parts, "digest": found.finalize().hex()}
        return layout.separator.join(pieces[name] for name in layout.order).encode()
    named = {layout.names[name]: value for name, value in parts.items()}
    given = {**dict(parse_qsl(query)), **_parameters(raw), **named}
    return "&".join(f"{name}={given[name]}" for name in sorted(given)).encode()


def _parameters(raw: bytes) -> dict[str, str]:
    """The members of the body: texts and numbers as they are, everything deeper as JSON; what is null is left out."""
    body = loaded(raw) if raw else {}
    if not isinstance(body, dict):
        raise NotJsonError("no object")
    return {name: _plain(value) for name, value in body.items() if value is not None}


def _plain(value: Any) -> str:
    return value if isinstance(value, str) else dumped(value).decode()


def _header(headers: Mapping[str, str], name: str) -> str:
    """A header in whatever case; empty where there is none, or where it holds what no signer writes."""
    wanted = name.lower()
    value = next((value for key, value in headers.items() if key.lower() == wanted), "")
    return value if value.isascii() else ""


def _signature(layout: Layout, credentials: Mapping[str, str], text: bytes) -> str:
    if layout.algorithm == "sm2":
        return _encoded(layout, _sm2_signed(layout, credentials, text))
    return _encoded(layout, _mac(layout, credentials, text))


def _fits(layout: Layout, credentials: Mapping[str, str], text: bytes, given: str) -> bool:
    if layout.algorithm == "sm2":
        return _sm2_fits(layout, credentials, text, given)
    return hmac.compare_digest(_encoded(layout, _mac(layout, credentials, text)), given)


def _mac(layout: Layout, credentials: Mapping[str, str], text: bytes) -> bytes:
    made = HMAC(credentials["secret"].encode(), _HASHES[layout.algorithm.removeprefix("hmac-")]())
    made.update(text)
    return made.finalize()


def _encoded(layout: Layout, value: bytes) -> str:
    if layout.encoding == "base64":
        return base64.b64encode(value).decode()
    return value.hex().upper() if layout.encoding == "hex_upper" else value.hex()


def _decoded(layout: Layout, text: str) -> bytes:
    try:
        return base64.b64decode(text, validate=True) if layout.encoding == "base64" else bytes.fromhex(text)
    except (ValueError, binascii.Error):
        return b""


def _sm2() -> Any:
    if gmssl_pyx is None:
        raise Unavailable("sm2_missing")
    return gmssl_pyx


def _sm2_signed(layout: Layout, credentials: Mapping[str, str], text: bytes) -> bytes:
    private, public = (bytes.fromhex(credentials[name]) for name in ("sm2_private", "sm2_public"))
    der: bytes = _sm2().sm2_sign(private, public, text, layout.signer_id.encode())
    if layout.form == "der":
        return der
    return b"".join(half.to_bytes(HALF_BYTES, "big") for half in decode_dss_signature(der))


def _sm2_fits(layout: Layout, credentials: Mapping[str, str], text: bytes, given: str) -> bool:
    value = _decoded(layout, given)
    if layout.form == "rs":
        if len(value) != 2 * HALF_BYTES:
            return False
        halves = value[:HALF_BYTES], value[HALF_BYTES:]
        value = encode_dss_signature(*(int.from_bytes(half, "big") for half in halves))
    library, public = _sm2(), bytes.fromhex(credentials["sm2_peer_public"])
    try:
        return bool(value) and bool(library.sm2_verify(public, text, value, layout.signer_id.encode()))
    except library.GmsslInnerError:
        return False
