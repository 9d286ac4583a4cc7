"""Signatures of what we send: the headers of Standard Webhooks 1.0.0, by several live keys of several kinds at once.

What is signed is `id.timestamp.body` over the raw bytes. The id is the same in every attempt, the timestamp is that of
the attempt. Receivers pass over entries of kinds that they do not know, so every kind stands beside the others.
"""

import base64
import binascii
import hmac
import re
import secrets
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from app.domain.errors import Refusal

ID_HEADER = "webhook-id"
TIMESTAMP_HEADER = "webhook-timestamp"
SIGNATURE_HEADER = "webhook-signature"
KEY_ID_HEADER = "webhook-key-id"

SECRET_PREFIX = "whsec_"  # noqa: S105 - how a secret begins, not one
SECRET_BYTES_MIN = 24
SECRET_BYTES_MAX = 64
NEW_SECRET_BYTES = 32
TOLERANCE_SECONDS = 300
ENTRIES_MAX = 32

_ID = re.compile(r"[A-Za-z0-9_-]{1,128}")
_TIMESTAMP = re.compile(r"[0-9]{1,12}")


class SignatureKind(StrEnum):
    """Kinds of signature, by the name with which their entry begins; the last has headers of its own."""

    HMAC_SHA256 = "v1"
    ED25519 = "v1a"
    SM2 = "v1sm"
    HMAC_SM3 = "v1sm3"
    MESSAGE = "rfc9421"


SHARED_KINDS = frozenset({SignatureKind.HMAC_SHA256, SignatureKind.HMAC_SM3})
"""Made with the secret of the endpoint; the others with the service's own keys."""


@dataclass(frozen=True, slots=True)
class Message:
    """What is signed.

    Attributes:
        id: Of the message, the same in every attempt: letters, digits, `_` and `-`.
        sent_at: Instant of this attempt, aware; seconds count.
        body: The bytes as they go over the line.
        target_uri: The address that it goes to; None where that is not signed.
    """

    id: str
    sent_at: datetime
    body: bytes = field(repr=False)
    target_uri: str | None = field(default=None, repr=False)

    @property
    def timestamp(self) -> int:
        """Whole seconds since 1970."""
        return int(self.sent_at.timestamp())

    @property
    def signed(self) -> bytes:
        """The bytes that every signature is over; a ValueError where the id could stand for another id and time."""
        if not _ID.fullmatch(self.id):
            raise ValueError("an id is 1 to 128 letters, digits, _ and -")
        return f"{self.id}.{self.timestamp}.".encode() + self.body


@dataclass(frozen=True, slots=True)
class PublicKey:
    """A key of the service with which receivers check; what is secret of it is elsewhere.

    Attributes:
        key_id: Its name in `webhook-key-id` and in the key set.
        kind: `v1a` or `v1sm`.
        public: 32 bytes for Ed25519, x and y of 32 bytes each for SM2.
        not_before: It signs from then on, aware; published earlier, so that receivers have it in time.
        not_after: It signs until then, exclusive; None for as long as it is kept.
    """

    key_id: str
    kind: SignatureKind
    public: bytes = field(repr=False)
    not_before: datetime
    not_after: datetime | None

    def signs_at(self, now: datetime) -> bool:
        """Whether it signs at an instant."""
        return self.not_before <= now and (self.not_after is None or now < self.not_after)

    def is_over(self, now: datetime) -> bool:
        """Whether it never signs again."""
        return self.not_after is not None and self.not_after <= now


class Signer(Protocol):
    """Signs with the secrets of an endpoint and with the service's own keys."""

    @property
    def kinds(self) -> frozenset[SignatureKind]:
        """What this deployment can sign with."""
        ...

    async def sign(
        self, message: Message, *, secrets: Sequence[str], kinds: Collection[SignatureKind]
    ) -> Mapping[str, str]:
        """The headers of one attempt.

        Args:
            message: What is sent, with the instant of this attempt.
            secrets: All live secrets of the endpoint, as `whsec_…`; each signs.
            kinds: What the endpoint asked for; every live key of these kinds signs.

        Refuses with `signature_kind_unavailable`, `signature_secret_invalid`.
        """
        ...

    def key_set(self, now: datetime) -> tuple[PublicKey, ...]:
        """Keys that sign or are going to, for receivers to pin."""
        ...


class NoSigner:
    """The signer of a program that signs nothing."""

    @property
    def kinds(self) -> frozenset[SignatureKind]:
        """None."""
        return frozenset()

    async def sign(
        self, message: Message, *, secrets: Sequence[str], kinds: Collection[SignatureKind]
    ) -> Mapping[str, str]:
        """Refuses with `signature_kind_unavailable`."""
        _ = message, secrets
        raise Refusal("signature_kind_unavailable", facts={"kinds": sorted(kinds)})

    def key_set(self, _now: datetime) -> tuple[PublicKey, ...]:
        """None."""
        return ()


def require_kinds(signer: Signer, kinds: Collection[SignatureKind]) -> None:
    """Refuse with `signature_kind_unavailable` what the deployment can not sign with, for use before it is needed."""
    missing = set(kinds) - signer.kinds
    if missing or not kinds:
        raise Refusal("signature_kind_unavailable", facts={"kinds": sorted(missing), "available": sorted(signer.kinds)})


def in_header(kinds: Collection[SignatureKind]) -> frozenset[SignatureKind]:
    """The kinds that have an entry in `webhook-signature`; beside a message signature alone, Ed25519 with its keys."""
    return frozenset(kinds) - {SignatureKind.MESSAGE} or frozenset({SignatureKind.ED25519})


def signed_bytes(message_id: str, timestamp: str, body: bytes) -> bytes:
    """`id.timestamp.body`."""
    return b".".join([message_id.encode(), timestamp.encode(), body])


def new_secret() -> str:
    """A secret for one endpoint, with 256 random bits; shown once."""
    return secret_text(secrets.token_bytes(NEW_SECRET_BYTES))


def secret_text(secret: bytes) -> str:
    """A secret as people pass it on."""
    return SECRET_PREFIX + base64.b64encode(secret).decode()


def secret_of(text: str) -> bytes:
    """The bytes of a secret `whsec_…` in base64; refuses with `signature_secret_invalid`."""
    try:
        secret = binascii.a2b_base64(text.removeprefix(SECRET_PREFIX), strict_mode=True)
    except ValueError:
        secret = b""
    if not text.startswith(SECRET_PREFIX) or not SECRET_BYTES_MIN <= len(secret) <= SECRET_BYTES_MAX:
        raise Refusal("signature_secret_invalid", facts={"bytes_min": SECRET_BYTES_MIN, "bytes_max": SECRET_BYTES_MAX})
    return secret


def hmac_sha256(secret: bytes, signed: bytes) -> bytes:
    """The signature of kind `v1`, 32 bytes."""
    return hmac.digest(secret, signed, "sha256")


def headers_of(
    message: Message, entries: Iterable[tuple[SignatureKind, bytes]], key_ids: Sequence[str] = ()
) -> dict[str, str]:
    """The headers of one attempt.

    Args:
        message: What is sent.
        entries: Signatures with their kinds, in any number; those that every library knows first.
        key_ids: Ids of the service's keys among them, in the order of their entries.
    """
    headers = {
        ID_HEADER: message.id,
        TIMESTAMP_HEADER: str(message.timestamp),
        SIGNATURE_HEADER: " ".join([f"{kind},{base64.b64encode(value).decode()}" for kind, value in entries]),
    }
    if key_ids:
        headers[KEY_ID_HEADER] = " ".join(key_ids)
    return headers


class Fault(StrEnum):
    """What is wrong with a delivery that came in."""

    HEADER_MISSING = "header_missing"
    TIMESTAMP_UNREADABLE = "timestamp_unreadable"
    TIMESTAMP_TOO_OLD = "timestamp_too_old"
    TIMESTAMP_TOO_NEW = "timestamp_too_new"
    NO_SIGNATURE_FITS = "no_signature_fits"


Check = Callable[[SignatureKind, bytes, bytes], bool]
"""Whether a signature (kind, what is signed, signature) is of a key that the receiver holds, in constant time."""


def fault_of(headers: Mapping[str, str], body: bytes, *, now_seconds: int, check: Check) -> Fault | None:
    """What is wrong with a delivery, as a receiver judges it; None if it is ours and of now.

    Args:
        headers: Names in small letters.
        body: The raw bytes.
        now_seconds: Seconds since 1970.
        check: Knows the keys; kinds that it does not know are no fault as long as another entry fits.
    """
    message_id, timestamp, signatures = (
        headers.get(name, "") for name in (ID_HEADER, TIMESTAMP_HEADER, SIGNATURE_HEADER)
    )
    if not (message_id and timestamp and signatures):
        return Fault.HEADER_MISSING
    if not _TIMESTAMP.fullmatch(timestamp):
        return Fault.TIMESTAMP_UNREADABLE
    if abs(now_seconds - int(timestamp)) > TOLERANCE_SECONDS:
        return Fault.TIMESTAMP_TOO_OLD if int(timestamp) < now_seconds else Fault.TIMESTAMP_TOO_NEW
    signed = signed_bytes(message_id, timestamp, body)
    fits = any(check(kind, signed, value) for kind, value in _entries(signatures))
    return None if fits else Fault.NO_SIGNATURE_FITS


def _entries(text: str) -> Iterable[tuple[SignatureKind, bytes]]:
    for entry in text.split(" ")[:ENTRIES_MAX]:
        kind, _, value = entry.partition(",")
        if kind in set(SignatureKind):
            try:
                yield SignatureKind(kind), base64.b64decode(value, validate=True)
            except (binascii.Error, ValueError):
                continue
