"""The service's own signing keys: a file or text apart from the key ring, because they are changed more often.

No error or `repr` of this module carries a private key.
"""

import base64
import secrets
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import orjson
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from app.adapters.key_file import KeyFileError, make_once, read_private
from app.adapters.secrets import SecretsError
from app.domain.signing import PublicKey, SignatureKind

KEY_FILE_NAME = "signing_keys.json"
KEYS_MAX = 16
PRIVATE_BYTES = 32
SM2_PUBLIC_BYTES = 64
KEY_ID_LENGTH_MAX = 32


class SigningKeysMissingError(SecretsError):
    """No signing keys were given, none may be made, or their file can not be read."""


class SigningKeysInvalidError(SecretsError):
    """The signing keys are not in the expected form."""


@dataclass(frozen=True, slots=True)
class SigningKey:
    """One key of the service: what everybody may know, and what nobody may."""

    shown: PublicKey
    private: bytes = field(repr=False)


def load_signing_keys(
    *, environment: str, keys: str | None, key_file: Path | None, data_dir: Path, now: datetime
) -> tuple[SigningKey, ...]:
    """The signing keys of this installation.

    Args:
        environment: `development` makes a missing file; anything else refuses.
        keys: JSON text of `parse_signing_keys`; wins over the file.
        key_file: File with the same JSON; in development `signing_keys.json` in the data folder if not given.
        data_dir: The data folder.
        now: From when a key that is made here signs.

    Raises:
        SigningKeysMissingError: none were given and none may be made, or their file can not be read.
        SigningKeysInvalidError: the JSON is no list of keys.
    """
    if keys is not None:
        return parse_signing_keys(keys)
    path = key_file
    if environment == "development":
        path = path or data_dir / KEY_FILE_NAME
        make_once(path, lambda: signing_keys_text([new_signing_key(now)]))
    if path is None:
        raise SigningKeysMissingError("signing keys are required: set SUTIAO_SIGNING_KEYS or SUTIAO_SIGNING_KEY_FILE")
    try:
        return parse_signing_keys(read_private(path))
    except KeyFileError as error:
        raise SigningKeysMissingError(str(error)) from None


def parse_signing_keys(text: str | bytes) -> tuple[SigningKey, ...]:
    """Read `{"keys": [{"key_id", "kind", "private", "public", "not_before", "not_after"}, …]}`, at least one key.

    `private` is base64 of 32 bytes; `public` is needed for `v1sm` only, 64 bytes; `not_after` may be null.

    Raises:
        SigningKeysInvalidError: anything is missing, of a wrong type or length, or there twice; nothing is quoted.
    """
    try:
        read = tuple(_key(row) for row in orjson.loads(text)["keys"])
    except (KeyError, TypeError, AttributeError, ValueError):
        raise SigningKeysInvalidError("the signing keys are not JSON of the documented form") from None
    if not 0 < len({key.shown.key_id for key in read}) == len(read) <= KEYS_MAX:
        raise SigningKeysInvalidError(f"there are 1 to {KEYS_MAX} signing keys, each with an id of its own")
    return read


def _key(row: dict[str, Any]) -> SigningKey:
    kind, key_id = SignatureKind(row["kind"]), row["key_id"]
    private = base64.b64decode(row["private"], validate=True)
    begins = datetime.fromisoformat(row["not_before"])
    ends = None if row["not_after"] is None else datetime.fromisoformat(row["not_after"])
    if kind is SignatureKind.ED25519:
        public = Ed25519PrivateKey.from_private_bytes(private).public_key().public_bytes_raw()
    else:
        public = base64.b64decode(row["public"], validate=True)
    fits = (
        kind in {SignatureKind.ED25519, SignatureKind.SM2}
        and len(private) == PRIVATE_BYTES
        and (kind is SignatureKind.ED25519 or len(public) == SM2_PUBLIC_BYTES)
        and key_id.isascii()
        and key_id.isalnum()
        and len(key_id) <= KEY_ID_LENGTH_MAX
        and all(instant is None or instant.tzinfo is not None for instant in (begins, ends))
    )
    if not fits:
        raise ValueError("not a signing key")
    return SigningKey(PublicKey(key_id, kind, public, begins, ends), private)


def new_signing_key(not_before: datetime, pair: tuple[bytes, bytes] | None = None) -> SigningKey:
    """A fresh key that signs from an instant on.

    Args:
        not_before: Aware; earlier ones are published before they sign.
        pair: Public and private part of an SM2 key; without it an Ed25519 key is made.
    """
    begins = not_before.astimezone(UTC).replace(microsecond=0)
    key_id = secrets.token_hex(8)
    if pair is not None:
        return SigningKey(PublicKey(key_id, SignatureKind.SM2, pair[0], begins, None), pair[1])
    private = Ed25519PrivateKey.generate()
    public = private.public_key().public_bytes_raw()
    return SigningKey(PublicKey(key_id, SignatureKind.ED25519, public, begins, None), private.private_bytes_raw())


def rotated(
    keys: Sequence[SigningKey], fresh: SigningKey, *, now: datetime, overlap: timedelta
) -> tuple[SigningKey, ...]:
    """The keys with a fresh one; those of its kind end an overlap after it begins, those that are over are left out."""
    ends = fresh.shown.not_before + overlap

    def closed(key: SigningKey) -> SigningKey:
        shown = key.shown
        if shown.kind is not fresh.shown.kind or (shown.not_after is not None and shown.not_after <= ends):
            return key
        return SigningKey(PublicKey(shown.key_id, shown.kind, shown.public, shown.not_before, ends), key.private)

    return (*(closed(key) for key in keys if not key.shown.is_over(now)), fresh)


def signing_keys_text(keys: Sequence[SigningKey]) -> str:
    """JSON of keys, ready for the setting or the file."""
    rows = [
        {
            "key_id": key.shown.key_id,
            "kind": key.shown.kind.value,
            "private": base64.b64encode(key.private).decode(),
            "public": base64.b64encode(key.shown.public).decode(),
            "not_before": key.shown.not_before.isoformat(),
            "not_after": None if key.shown.not_after is None else key.shown.not_after.isoformat(),
        }
        for key in keys
    ]
    return orjson.dumps({"keys": rows}, option=orjson.OPT_INDENT_2).decode()
