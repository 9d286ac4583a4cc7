"""Who sent a message: HMAC over the canonical Body, or the digest of a WS-Security UsernameToken.

A UsernameToken (OASIS WSS UsernameToken Profile 1.1) says who sends and when, and nothing of what: whoever takes it in
has to remember its nonce with what it was used for, and to refuse one that comes again with other content.
"""

import base64
import binascii
import hashlib
import hmac
from datetime import UTC, datetime, timedelta
from typing import Final

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.hmac import HMAC
from lxml import etree

from app.adapters.courts.soap.envelope import Envelope
from app.adapters.courts.soap.options import Proof
from app.adapters.foreign_xml import canonical
from app.domain.court_platform import Rejected, UsedNonce

WSS: Final = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-"
WSSE: Final = f"{WSS}wssecurity-secext-1.0.xsd"
WSU: Final = f"{WSS}wssecurity-utility-1.0.xsd"
DIGEST: Final = f"{WSS}username-token-profile-1.0#PasswordDigest"
BASE64: Final = f"{WSS}soap-message-security-1.0#Base64Binary"
NONCE_BYTES: Final = range(8, 65)
STAMP_DIGITS_MAX: Final = 12
FIELD_CHARS_MAX: Final = 300
FIELDS: Final = ("AppId", "Timestamp", "Nonce", "Signature")

_HASHES: Final = {"sha256": hashes.SHA256, "sm3": hashes.SM3}


def prove(proof: Proof, envelope: Envelope, namespace: str, *, now: datetime, nonce: bytes) -> None:
    """Write into the header of our envelope who we are."""
    header = envelope.header
    if proof.method == "username_token":
        _put_token(proof, header, now, nonce)
        return
    stamp = str(int(now.timestamp()))
    values = (proof.user, stamp, nonce.hex(), _signature(proof, envelope, proof.user, stamp, nonce.hex()))
    block = etree.SubElement(header, etree.QName(namespace, "Authentication"), nsmap={"m": namespace})
    for name, value in zip(FIELDS, values, strict=True):
        etree.SubElement(block, etree.QName(namespace, name)).text = value


def require_proof(proof: Proof, envelope: Envelope, namespace: str, now: datetime) -> None:
    """Refuses with `Rejected`: `forged`; `stale` where it is genuine and its time out of bounds."""
    if proof.method == "username_token":
        _require_token(proof, envelope, now)
    else:
        _require_signed(proof, envelope, namespace, now)


def _require_signed(proof: Proof, envelope: Envelope, namespace: str, now: datetime) -> None:
    user, stamp, nonce, given = (_text(envelope, namespace, "Authentication", name) for name in FIELDS)
    if user != proof.user or not stamp.isdigit() or len(stamp) > STAMP_DIGITS_MAX:
        raise Rejected("forged")
    if not hmac.compare_digest(_signature(proof, envelope, user, stamp, nonce), given.lower()):
        raise Rejected("forged")
    if abs(now.timestamp() - int(stamp)) > proof.tolerance_seconds:
        raise Rejected("stale")


def _signature(proof: Proof, envelope: Envelope, user: str, stamp: str, nonce: str) -> str:
    found = hashes.Hash(_HASHES[proof.algorithm]())
    found.update(canonical(envelope.body))
    made = HMAC(proof.secret, _HASHES[proof.algorithm]())
    made.update("\n".join((user, stamp, nonce, found.finalize().hex())).encode())
    return made.finalize().hex()


def _text(envelope: Envelope, namespace: str, *path: str) -> str:
    """The one text at a path below the header; what is missing, double or not in ASCII is forged."""
    nodes = [] if envelope.header is None else [envelope.header]
    for name in path:
        nodes = [child for node in nodes for child in node.iterchildren(f"{{{namespace}}}{name}")]
    text = (nodes[0].text or "").strip() if len(nodes) == 1 else ""
    if not text or not text.isascii() or len(text) > FIELD_CHARS_MAX:
        raise Rejected("forged")
    return text


def _digest(nonce: bytes, created: str, secret: bytes) -> str:
    """As the profile prescribes it; SHA-1 is not ours to choose there."""
    return base64.b64encode(hashlib.sha1(nonce + created.encode() + secret, usedforsecurity=False).digest()).decode()


def _put_token(proof: Proof, header: etree._Element | None, now: datetime, nonce: bytes) -> None:
    created = now.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    block = etree.SubElement(header, etree.QName(WSSE, "Security"), nsmap={"wsse": WSSE, "wsu": WSU})
    token = etree.SubElement(block, etree.QName(WSSE, "UsernameToken"))
    etree.SubElement(token, etree.QName(WSSE, "Username")).text = proof.user
    etree.SubElement(token, etree.QName(WSSE, "Password"), Type=DIGEST).text = _digest(nonce, created, proof.secret)
    etree.SubElement(token, etree.QName(WSSE, "Nonce"), EncodingType=BASE64).text = base64.b64encode(nonce).decode()
    etree.SubElement(token, etree.QName(WSU, "Created")).text = created


def nonce_of(proof: Proof, envelope: Envelope) -> UsedNonce:
    """What a genuine token used up, and for what; refuses with `Rejected` what is no token."""
    _, nonce, _, sent = _token_of(envelope)
    content = hashlib.sha256(canonical(envelope.body)).digest()
    return UsedNonce(proof.user, nonce, content, sent + timedelta(seconds=proof.tolerance_seconds))


def _require_token(proof: Proof, envelope: Envelope, now: datetime) -> None:
    user, nonce, given, sent = _token_of(envelope)
    fits = hmac.compare_digest(_digest(nonce, _created(envelope), proof.secret), given)
    if user != proof.user or len(nonce) not in NONCE_BYTES or not fits:
        raise Rejected("forged")
    if abs(now - sent) > timedelta(seconds=proof.tolerance_seconds):
        raise Rejected("stale")


def _token_of(envelope: Envelope) -> tuple[str, bytes, str, datetime]:
    """User, nonce, digest and time of a token."""
    path = ("Security", "UsernameToken")
    user, given, encoded = (_text(envelope, WSSE, *path, name) for name in ("Username", "Password", "Nonce"))
    try:
        nonce, sent = base64.b64decode(encoded, validate=True), datetime.fromisoformat(_created(envelope))
    except (binascii.Error, ValueError):
        raise Rejected("forged") from None
    if sent.tzinfo is None:
        raise Rejected("forged")
    return user, nonce, given, sent


def _created(envelope: Envelope) -> str:
    token = None if envelope.header is None else envelope.header.find(f"{{{WSSE}}}Security/{{{WSSE}}}UsernameToken")
    found = [] if token is None else token.findall(f"{{{WSU}}}Created")
    text = (found[0].text or "").strip() if len(found) == 1 else ""
    if not text.isascii() or len(text) > FIELD_CHARS_MAX:
        raise Rejected("forged")
    return text
