"""Making and checking signatures: HMAC and Ed25519 by `cryptography`, SM2 by GmSSL where it is installed."""

import asyncio
import hmac
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature, encode_dss_signature
from cryptography.hazmat.primitives.hmac import HMAC

from app.adapters.signing_keys import SigningKey
from app.domain import message_signatures
from app.domain.errors import Refusal
from app.domain.signing import (
    SHARED_KINDS,
    Check,
    Message,
    PublicKey,
    SignatureKind,
    headers_of,
    hmac_sha256,
    in_header,
    require_kinds,
    secret_of,
)

try:
    import gmssl_pyx
except ImportError:  # An optional part of the installation, for deployments that need the national algorithms.
    gmssl_pyx = None

NUMBER_BYTES = 32
SM2_SIGNATURE_BYTES = 2 * NUMBER_BYTES


def sm2_available() -> bool:
    """Whether SM2 signatures can be made and checked here."""
    return gmssl_pyx is not None


def new_sm2_pair() -> tuple[bytes, bytes]:
    """A fresh SM2 key: public part of 64 bytes, private part of 32."""
    public, private = gmssl_pyx.sm2_key_generate()
    return bytes(public), bytes(private)


@dataclass(frozen=True, slots=True)
class _Plan:
    """How a set of kinds is made: each with what signs by a secret of the endpoint, or with the service's own keys."""

    steps: tuple[tuple[SignatureKind, Callable[[bytes, bytes], bytes] | None, tuple[SigningKey, ...]], ...]
    of_request: bool


class ServiceSigner:
    """Fulfils `Signer` with the service's own keys.

    Args:
        keys: None for a deployment that signs with secrets of endpoints only.
        sm2: Whether SM2 can be computed here.
    """

    def __init__(self, keys: Sequence[SigningKey], *, sm2: bool | None = None) -> None:
        self._sm2 = sm2_available() if sm2 is None else sm2
        self._keys = tuple(key for key in keys if key.shown.kind is not SignatureKind.SM2 or self._sm2)
        self._ed25519 = {
            key.shown.key_id: Ed25519PrivateKey.from_private_bytes(key.private)
            for key in self._keys
            if key.shown.kind is SignatureKind.ED25519
        }
        self._plans: dict[frozenset[SignatureKind], _Plan] = {}

    @property
    def kinds(self) -> frozenset[SignatureKind]:
        """HMAC always; the others where there are keys for them."""
        of_messages = {SignatureKind.MESSAGE} if self._ed25519 else set()
        return SHARED_KINDS | {key.shown.kind for key in self._keys} | of_messages

    async def sign(
        self, message: Message, *, secrets: Sequence[str], kinds: Collection[SignatureKind]
    ) -> Mapping[str, str]:
        """As `Signer.sign`; entries in the order `v1`, `v1a`, `v1sm`, `v1sm3`, then the headers of RFC 9421."""
        plan = self._plans.get(frozenset(kinds)) or self._planned(kinds)
        shared, signed = [secret_of(text) for text in secrets], message.signed
        entries: list[tuple[SignatureKind, bytes]] = []
        key_ids: list[str] = []
        for kind, by_secret, keys in plan.steps:
            if by_secret is not None:
                entries += [(kind, by_secret(secret, signed)) for secret in shared]
            for key in keys:
                if key.shown.signs_at(message.sent_at):
                    entries.append((kind, await self._own(key, signed)))
                    key_ids.append(key.shown.key_id)
        if not entries:
            raise Refusal("signature_kind_unavailable", facts={"kinds": sorted(kinds), "available": []})
        headers = headers_of(message, entries, key_ids)
        return headers | self._of_request(message) if plan.of_request else headers

    def _planned(self, kinds: Collection[SignatureKind]) -> _Plan:
        """How these kinds are made; of every set of kinds it is thought out once."""
        require_kinds(self, kinds)
        wanted = in_header(kinds)
        steps = tuple((kind, _SHARED.get(kind), self._own_keys(kind)) for kind in SignatureKind if kind in wanted)
        found = self._plans[frozenset(kinds)] = _Plan(steps, SignatureKind.MESSAGE in kinds)
        return found

    def _own_keys(self, kind: SignatureKind) -> tuple[SigningKey, ...]:
        return tuple(key for key in self._keys if key.shown.kind is kind)

    def _of_request(self, message: Message) -> dict[str, str]:
        """The headers of RFC 9421, by each live Ed25519 key; a ValueError where nothing says where it goes."""
        if message.target_uri is None:
            raise ValueError("a message signature is over an address")
        return message_signatures.headers_of(
            message.body,
            target_uri=message.target_uri,
            message_id=message.id,
            timestamp=message.timestamp,
            signers=[
                (key.shown.key_id, self._ed25519[key.shown.key_id].sign)
                for key in self._keys
                if key.shown.kind is SignatureKind.ED25519 and key.shown.signs_at(message.sent_at)
            ],
        )

    def key_set(self, now: datetime) -> tuple[PublicKey, ...]:
        """As `Signer.key_set`."""
        return tuple(key.shown for key in self._keys if not key.shown.is_over(now))

    async def _own(self, key: SigningKey, signed: bytes) -> bytes:
        if key.shown.kind is SignatureKind.ED25519:
            return self._ed25519[key.shown.key_id].sign(signed)
        return await asyncio.to_thread(sm2_signature, key.private, key.shown.public, signed)


def hmac_sm3(secret: bytes, signed: bytes) -> bytes:
    """The signature of kind `v1sm3`, 32 bytes."""
    made = HMAC(secret, hashes.SM3())
    made.update(signed)
    return made.finalize()


_SHARED: Mapping[SignatureKind, Callable[[bytes, bytes], bytes]] = {
    SignatureKind.HMAC_SHA256: hmac_sha256,
    SignatureKind.HMAC_SM3: hmac_sm3,
}


def sm2_signature(private: bytes, public: bytes, signed: bytes) -> bytes:
    """The signature of kind `v1sm`: r and s of 32 bytes each, with SM3 and the usual signer id; takes milliseconds."""
    r, s = decode_dss_signature(gmssl_pyx.sm2_sign(private, public, signed))
    return r.to_bytes(NUMBER_BYTES, "big") + s.to_bytes(NUMBER_BYTES, "big")


def check_of(secrets: Sequence[str], keys: Sequence[PublicKey]) -> Check:
    """What a receiver with these secrets and pinned keys takes for ours; a key that a request names is not believed."""
    shared = [secret_of(text) for text in secrets]

    def check(kind: SignatureKind, signed: bytes, value: bytes) -> bool:
        if kind in SHARED_KINDS:
            return any(hmac.compare_digest(_SHARED[kind](secret, signed), value) for secret in shared)
        return any(_PUBLIC[kind](key.public, signed, value) for key in keys if key.kind is kind)

    return check


def _ed25519_fits(public: bytes, signed: bytes, value: bytes) -> bool:
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(value, signed)
    except InvalidSignature:
        return False
    return True


def _sm2_fits(public: bytes, signed: bytes, value: bytes) -> bool:
    if len(value) != SM2_SIGNATURE_BYTES or not sm2_available():
        return False
    r, s = (int.from_bytes(part, "big") for part in (value[:NUMBER_BYTES], value[NUMBER_BYTES:]))
    return bool(gmssl_pyx.sm2_verify(public, signed, encode_dss_signature(r, s)))


_PUBLIC: Mapping[SignatureKind, Callable[[bytes, bytes, bytes], bool]] = {
    SignatureKind.ED25519: _ed25519_fits,
    SignatureKind.SM2: _sm2_fits,
}
