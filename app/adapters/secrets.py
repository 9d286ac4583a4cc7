"""Secrets at rest: the key ring for party data, keyed hashes for look-up, and API keys.

No error, `repr` or log of this module carries a key or a text that was encrypted.
"""

import base64
import hashlib
import hmac
import os
import secrets
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple
from uuid import UUID

import orjson
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from app.adapters.key_file import KeyFileError, make_once, read_private

FORMAT_VERSION = 1
KEY_BYTES = 32
NONCE_BYTES = 12
TAG_BYTES = 16
KEY_ID_LENGTH_MAX = 32
KEY_FILE_NAME = "keys.json"
API_KEY_PREFIX = "sutiao"
API_KEY_LENGTH_MAX = 128


class SecretsError(Exception):
    """Something about keys or encrypted texts is wrong; the message never quotes either."""


class KeyRingMissingError(SecretsError):
    """No key ring was given, none may be made, or its file can not be read."""


class KeyRingInvalidError(SecretsError):
    """The key ring is not in the expected form, or a key has a wrong length."""


class UnknownKeyError(SecretsError):
    """The text was encrypted with a key that is not in the ring."""


class UnreadableTextError(SecretsError):
    """The text is cut off, changed, of another row, or of another key with the same id."""


class KeyRingCannotReadError(SecretsError):
    """The database was written with other keys; the message names them by their ids."""


class UnwritableTextError(SecretsError):
    """The text can not be encoded as UTF-8."""


@dataclass(frozen=True, slots=True, eq=False)
class KeyRing:
    """AES-256-GCM by field, one current key for writing and any number of older ones for reading.

    The hash key is separate and does not change when the encryption keys are rotated, or look-ups would break. Nonces
    are random: a key is to be rotated before it has written 2**32 fields (NIST SP 800-38D, section 8.3).

    Attributes:
        current_key_id: Key that writes.
        keys: Keys by id, 32 bytes each.
        hash_key: 32 bytes, for `keyed_hash` only.
    """

    current_key_id: str
    keys: dict[str, bytes] = field(repr=False)
    hash_key: bytes = field(repr=False)
    _ciphers: dict[str, AESGCM] = field(init=False, repr=False, compare=False)
    _hashing: hmac.HMAC = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Refuse keys of a wrong length, ids that do not fit the format and a current key that is not there."""
        if self.current_key_id not in self.keys:
            raise KeyRingInvalidError("the current key is not in the ring")
        if any(len(key) != KEY_BYTES for key in [*self.keys.values(), self.hash_key]):
            raise KeyRingInvalidError("every key is 32 bytes")
        if any(not key_id.isascii() or not 0 < len(key_id) <= KEY_ID_LENGTH_MAX for key_id in self.keys):
            raise KeyRingInvalidError("a key id is 1 to 32 ASCII characters")
        object.__setattr__(self, "_ciphers", {key_id: AESGCM(key) for key_id, key in self.keys.items()})
        object.__setattr__(self, "_hashing", hmac.new(self.hash_key, digestmod="sha256"))

    def encrypt(self, plaintext: str, context: bytes) -> bytes:
        """Encrypt one field with the current key.

        The result is: version (1 byte), length of the key id (1), key id, nonce (12), ciphertext and tag (16).

        Args:
            plaintext: The value; may be empty.
            context: Where it will stand, from `field_context`; a ciphertext moved elsewhere can not be read.

        Raises:
            UnwritableTextError: the text has lone surrogates.
        """
        return self.encrypt_bytes(_utf8(plaintext), context)

    def encrypt_bytes(self, content: bytes, context: bytes) -> bytes:
        """Encrypt bytes as `encrypt` does a text."""
        head = sealed_head(self.current_key_id)
        nonce = os.urandom(NONCE_BYTES)
        return head + nonce + self._ciphers[self.current_key_id].encrypt(nonce, content, head + context)

    def decrypt(self, ciphertext: bytes, context: bytes) -> str:
        """Decrypt one field.

        Raises:
            UnknownKeyError: its key is not in the ring.
            UnreadableTextError: it is cut off, changed, or belongs to another place.
        """
        return self.decrypt_bytes(ciphertext, context).decode()

    def decrypt_bytes(self, ciphertext: bytes, context: bytes) -> bytes:
        """The bytes again; raises as `decrypt`."""
        if len(ciphertext) < 2 or ciphertext[0] != FORMAT_VERSION:  # noqa: PLR2004 - version and length of the key id
            raise UnreadableTextError("not in the expected format")
        head_length = 2 + ciphertext[1]
        if len(ciphertext) < head_length + NONCE_BYTES + TAG_BYTES:
            raise UnreadableTextError("cut off")
        head, nonce = ciphertext[:head_length], ciphertext[head_length : head_length + NONCE_BYTES]
        cipher = self._ciphers.get(head[2:].decode("ascii", "replace"))
        if cipher is None:
            raise UnknownKeyError("encrypted with a key that is not in the ring")
        try:
            return cipher.decrypt(nonce, ciphertext[head_length + NONCE_BYTES :], head + context)
        except InvalidTag:
            raise UnreadableTextError("changed, moved, or of another key") from None

    def needs_rotation(self, ciphertext: bytes) -> bool:
        """Whether a field is still encrypted with an older key."""
        return not ciphertext.startswith(sealed_head(self.current_key_id))

    def keyed_hash(self, value: str, purpose: str) -> bytes:
        """HMAC-SHA256 of a value, 32 bytes; equal values of different purposes have unrelated hashes.

        Args:
            value: Already normalised by the caller.
            purpose: What is looked up, such as `party.identity`.

        Raises:
            UnwritableTextError: the value has lone surrogates.
        """
        label = _utf8(purpose)
        hashing = self._hashing.copy()
        hashing.update(len(label).to_bytes(2, "big") + label + _utf8(value))
        return hashing.digest()


def sealed_head(key_id: str) -> bytes:
    """How every field begins that a key has sealed: version, length of the key's id, the id."""
    return bytes([FORMAT_VERSION, len(key_id)]) + key_id.encode()


def key_id_of(ciphertext: bytes) -> str:
    """The id of the key that sealed a field, as the field itself says; only ASCII is taken as it is."""
    return ciphertext[2 : 2 + ciphertext[1]].decode("ascii", "replace") if len(ciphertext) > 1 else ""


def field_context(table: str, column: str, row_id: UUID) -> bytes:
    """The place of an encrypted field, as associated data; no two places give the same bytes."""
    return b"\x00".join([table.encode(), column.encode(), row_id.bytes])


def load_key_ring(*, environment: str, keys: str | None, key_file: Path | None, data_dir: Path) -> KeyRing:
    """The key ring of this installation.

    Args:
        environment: `development` makes a missing file; anything else refuses.
        keys: JSON text of `parse_key_ring`; wins over the file.
        key_file: File with the same JSON; in development `keys.json` in the data folder if not given.
        data_dir: The data folder; made in development if missing.

    Raises:
        KeyRingMissingError: no ring was given and none may be made, or its file can not be read.
        KeyRingInvalidError: the JSON is not a key ring.
    """
    if keys is not None:
        return parse_key_ring(keys)
    path = key_file
    if environment == "development":
        path = path or data_dir / KEY_FILE_NAME
        make_once(path, new_key_ring_text)
    if path is None:
        raise KeyRingMissingError("a key ring is required: set SUTIAO_KEYS or SUTIAO_KEY_FILE")
    try:
        return parse_key_ring(read_private(path))
    except KeyFileError as error:
        raise KeyRingMissingError(str(error)) from None


def parse_key_ring(text: str | bytes) -> KeyRing:
    """Read `{"current": id, "keys": {id: base64, …}, "hash_key": base64}`; every key is 32 bytes.

    To rotate: add a key, make it current, and keep the older ones while fields written with them exist.

    Raises:
        KeyRingInvalidError: anything is missing, of a wrong type or length; the message does not quote it.
    """
    try:
        ring = orjson.loads(text)
        keys = {str(key_id): base64.b64decode(key, validate=True) for key_id, key in ring["keys"].items()}
        return KeyRing(ring["current"], keys, base64.b64decode(ring["hash_key"], validate=True))
    except (KeyError, TypeError, AttributeError, ValueError):
        raise KeyRingInvalidError("the key ring is not JSON of the documented form") from None


def new_key_ring_text() -> str:
    """JSON of a fresh ring with one key, ready for the setting or the file."""
    key, hash_key = (base64.b64encode(secrets.token_bytes(KEY_BYTES)).decode() for _ in range(2))
    return orjson.dumps({"current": "k1", "keys": {"k1": key}, "hash_key": hash_key}).decode()


class ApiKey(NamedTuple):
    """A new API key; the only moment at which its text is known.

    Attributes:
        public_id: Sixteen hexadecimal characters, stored in the clear to find and to name the key.
        secret_text: What the client sends as bearer token: `sutiao_<public id>_<64 hexadecimal characters>`.
    """

    public_id: str
    secret_text: str

    def __repr__(self) -> str:
        return f"ApiKey(public_id={self.public_id!r}, secret_text='…')"


def new_api_key() -> ApiKey:
    """Make a key with a secret of 256 random bits."""
    public_id = secrets.token_hex(8)
    return ApiKey(public_id, f"{API_KEY_PREFIX}_{public_id}_{secrets.token_hex(KEY_BYTES)}")


def public_id_of(secret_text: str) -> str | None:
    """The public id inside a bearer token, or None if the text is not in the form of our keys."""
    parts = secret_text.split("_") if len(secret_text) <= API_KEY_LENGTH_MAX else []
    well_formed = len(parts) == 3 and parts[0] == API_KEY_PREFIX and all(parts) and secret_text.isascii()  # noqa: PLR2004
    return parts[1] if well_formed else None


def hash_api_key(secret_text: str) -> bytes:
    """SHA-256 of the whole bearer text, 32 bytes; a slow hash adds nothing to 256 random bits."""
    return hashlib.sha256(secret_text.encode("utf-8", "replace")).digest()


def same_hash(left: bytes, right: bytes) -> bool:
    """Compare in constant time."""
    return hmac.compare_digest(left, right)


def _utf8(text: str) -> bytes:
    try:
        return text.encode()
    except UnicodeEncodeError:
        raise UnwritableTextError("not a text that UTF-8 can carry") from None
