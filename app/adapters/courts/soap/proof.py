"""Who sent a message: HMAC over the canonical Body, or the digest of a WS-Security UsernameToken.

A UsernameToken (OASIS WSS UsernameToken Profile 1.1) says who sends and when, and nothing of what: its nonce is
therefore remembered, and one that comes again with other content is refused.
"""

import base64
import binascii
import hashlib
import hmac
from collections import OrderedDict
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Final

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.hmac import HMAC
from lxml import etree

from app.adapters.courts.soap.envelope import Envelope
from app.adapters.courts.soap.options import Proof
from app.adapters.foreign_xml import canonical
from app.domain.court_platform import Rejected

WSS: Final = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-"
WSSE: Final = f"{WSS}wssecurity-secext-1.0.xsd"
WSU: Final = f"{WSS}wssecurity-utility-1.0.xsd"
DIGEST: Final = f"{WSS}username-token-profile-1.0#PasswordDigest"
BASE64: Final = f"{WSS}soap-message-security-1.0#Base64Binary"
NONCE_BYTES: Final = range(8, 65)
NONCES_MAX: Final = 100_000
STAMP_DIGITS_MAX: Final = 12
FIELD_CHARS_MAX: Final = 300
FIELDS: Final = ("AppId", "Timestamp", "Nonce", "Signature")

_HASHES: Final = {"sha256": hashes.SHA256, "sm3": hashes.SM3}


@dataclass
class Nonces:
    """Nonces of this process that were used, each with a hash of what it was used for, until its time is out of bounds.

    Only what was genuine is remembered, so nobody else can fill it; the oldest give way.

    Attributes:
        most: How many are kept.
    """

    most: int = NONCES_MAX
    _used: OrderedDict[tuple[str, bytes], tuple[datetime, bytes]] = field(default_factory=OrderedDict)

    def fits(self, user: str, nonce: bytes, content: bytes, *, until: datetime, now: datetime) -> bool:
        """Whether the nonce is new, or came before with the same content."""
        while self._used and (len(self._used) > self.most or next(iter(self._used.values()))[0] < now):
            self._used.popitem(last=False)
        _, before = self._used.setdefault((user, nonce), (until, content))
        return before == content


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


def require_proof(proof: Proof, envelope: Envelope, namespace: str, nonces: Nonces, now: datetime) -> None:
    """Refuses with `Rejected`: `forged`; `stale` where it is genuine and its time out of bounds; `nonce_reused`."""
    if proof.method == "username_token":
        _require_token(proof, envelope, nonces, now)
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


def _require_token(proof: Proof, envelope: Envelope, nonces: Nonces, now: datetime) -> None:
    path = ("Security", "UsernameToken")
    user, given, encoded = (_text(envelope, WSSE, *path, name) for name in ("Username", "Password", "Nonce"))
    created = _created(envelope)
    try:
        nonce, sent = base64.b64decode(encoded, validate=True), datetime.fromisoformat(created)
    except (binascii.Error, ValueError):
        raise Rejected("forged") from None
    fits = hmac.compare_digest(_digest(nonce, created, proof.secret), given)
    if user != proof.user or len(nonce) not in NONCE_BYTES or sent.tzinfo is None or not fits:
        raise Rejected("forged")
    tolerance = timedelta(seconds=proof.tolerance_seconds)
    if abs(now - sent) > tolerance:
        raise Rejected("stale")
    content = hashlib.sha256(canonical(envelope.body)).digest()
    if not nonces.fits(user, nonce, content, until=sent + tolerance, now=now):
        raise Rejected("nonce_reused")


def _created(envelope: Envelope) -> str:
    token = None if envelope.header is None else envelope.header.find(f"{{{WSSE}}}Security/{{{WSSE}}}UsernameToken")
    found = [] if token is None else token.findall(f"{{{WSU}}}Created")
    text = (found[0].text or "").strip() if len(found) == 1 else ""
    if not text.isascii() or len(text) > FIELD_CHARS_MAX:
        raise Rejected("forged")
    return text
