"""What keeps secrets, as Protocols: encryption by field, keyed hashes, fresh API keys."""

from typing import Protocol


class Sealer(Protocol):
    """Encryption by field and keyed hashes."""

    def encrypt(self, plaintext: str, context: bytes) -> bytes:
        """Encrypt a text for the place that the context names."""
        ...

    def decrypt(self, ciphertext: bytes, context: bytes) -> str:
        """The text again; a text that was moved to another place can not be read."""
        ...

    def keyed_hash(self, value: str, purpose: str) -> bytes:
        """A hash for look-up, 32 bytes."""
        ...


class NewKey(Protocol):
    """A fresh API key; `secret_text` is shown once."""

    @property
    def public_id(self) -> str:
        """The part that names the key."""
        ...

    @property
    def secret_text(self) -> str:
        """The whole key, as the client sends it."""
        ...
