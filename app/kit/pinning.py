"""Reading a published set of keys."""

import base64
from datetime import datetime
from typing import Any

from app.domain.signing import PublicKey, SignatureKind


def keys_of(document: Any) -> tuple[PublicKey, ...]:
    """The keys of `/.well-known/webhook-keys.json`.

    Raises:
        ValueError: it is no such document.
    """
    try:
        return tuple(
            PublicKey(
                str(row["kid"]),
                SignatureKind(row["signature_kind"]),
                _number(row["x"]) + _number(row.get("y") or ""),
                datetime.fromisoformat(row["not_before"]),
                None if row["not_after"] is None else datetime.fromisoformat(row["not_after"]),
            )
            for row in document["keys"]
        )
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError("not a set of keys") from error


def _number(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
