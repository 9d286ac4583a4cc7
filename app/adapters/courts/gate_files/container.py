"""One file of the exchange: a manifest in the clear, a signature over it, an encrypted content whose hash it holds.

Three lines and bytes: format, manifest as JSON, Ed25519 signature in Base64, then AES-256-GCM over the content, bound
to the manifest. What is shorter than the manifest says is not yet complete; what is complete and does not fit is
refused.
"""

import base64
import binascii
import hashlib
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any, Final

from cryptography.exceptions import InvalidSignature, InvalidTag
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from app.adapters.foreign_json import NotJsonError, dumped, loaded

MAGIC: Final = b"SUTIAO-GATE-1\n"
NONCE_BYTES: Final = 12
TAG_BYTES: Final = 16
HEAD_BYTES_MAX: Final = 4_096
FILE_BYTES_MAX: Final = 64 * 1024 * 1024
KEY_BYTES: Final = 32


class FileKind(StrEnum):
    """What a file is."""

    BATCH = "batch"
    ACK = "ack"
    RESEND = "resend"
    HELD = "held"


class IncompleteError(Exception):
    """The file has not arrived as a whole."""


class ForgedError(Exception):
    """The file is not of the other side, or was changed on the way."""


@dataclass(frozen=True, slots=True)
class GateKeys:
    """Who writes to whom, and with which keys; the same object turned around is the other side's."""

    us: str
    them: str
    encryption: bytes = field(repr=False)
    signing: Ed25519PrivateKey = field(repr=False)
    peer: Ed25519PublicKey


@dataclass(frozen=True, slots=True)
class GateFile:
    """One file, opened.

    Attributes:
        sequence: Of a batch, or of the batch that is acknowledged or asked for again; of a list its day, as YYYYMMDD.
        batch: Its name at the sender.
        count: How many records it says to hold.
    """

    kind: FileKind
    sequence: int
    batch: str
    count: int
    created_at: datetime
    content: bytes = field(repr=False)


def sealed(
    keys: GateKeys, kind: FileKind, sequence: int, content: bytes, *, now: datetime, batch: str = "", count: int = 0
) -> bytes:
    """The bytes of a file that we send."""
    nonce = secrets.token_bytes(NONCE_BYTES)
    manifest: dict[str, Any] = {
        "kind": kind.value,
        "from": keys.us,
        "to": keys.them,
        "sequence": sequence,
        "batch": batch,
        "count": count,
        "created_at": int(now.timestamp()),
        "nonce": base64.b64encode(nonce).decode(),
        "size": len(content) + TAG_BYTES,
    }
    secret = AESGCM(keys.encryption).encrypt(nonce, content, dumped(manifest))
    line = dumped({**manifest, "sha256": hashlib.sha256(secret).hexdigest()})
    return MAGIC + line + b"\n" + base64.b64encode(keys.signing.sign(line)) + b"\n" + secret


def opened(keys: GateKeys, raw: bytes) -> GateFile:
    """A file of the other side.

    Raises:
        IncompleteError: there is more to come.
        ForgedError: it is not theirs, not for us, or was changed.
    """
    line, signature, secret = _parts(raw)
    try:
        keys.peer.verify(base64.b64decode(signature, validate=True), line)
        manifest = loaded(line)
    except (InvalidSignature, binascii.Error, NotJsonError, ValueError):
        raise ForgedError from None
    _require_ours(keys, manifest)
    if len(secret) < manifest["size"]:
        raise IncompleteError
    if hashlib.sha256(secret).hexdigest() != manifest["sha256"]:
        raise ForgedError
    told = dumped({name: value for name, value in manifest.items() if name != "sha256"})
    try:
        content = AESGCM(keys.encryption).decrypt(base64.b64decode(manifest["nonce"]), secret, told)
    except (InvalidTag, ValueError):
        raise ForgedError from None
    return GateFile(
        kind=FileKind(manifest["kind"]),
        sequence=manifest["sequence"],
        batch=manifest["batch"],
        count=manifest["count"],
        created_at=datetime.fromtimestamp(manifest["created_at"], UTC),
        content=content,
    )


def _parts(raw: bytes) -> tuple[bytes, bytes, bytes]:
    """Manifest, signature and encrypted content; what ends before them is incomplete."""
    if not raw.startswith(MAGIC):
        raise IncompleteError if MAGIC.startswith(raw) else ForgedError
    head, found, rest = raw[len(MAGIC) :].partition(b"\n")
    signature, ended, secret = rest.partition(b"\n")
    if max(len(head), len(signature)) > HEAD_BYTES_MAX:
        raise ForgedError
    if not found or not ended:
        raise IncompleteError
    return head, signature, secret


def _require_ours(keys: GateKeys, manifest: Any) -> None:
    """What is signed by the other side is still only for us, and of a form that we know."""
    known: Mapping[str, Any] = manifest if isinstance(manifest, dict) else {}
    whole = all(isinstance(known.get(name), int) for name in ("sequence", "count", "created_at", "size"))
    texts = all(isinstance(known.get(name), str) for name in ("batch", "nonce", "sha256"))
    addressed = (known.get("from"), known.get("to")) == (keys.them, keys.us)
    if not (whole and texts and addressed and known.get("kind") in set(FileKind)):
        raise ForgedError
