"""Plain values of a domain from JSON of the database, and JSON for its parameters."""

from datetime import UTC, date, datetime
from decimal import Decimal
from uuid import UUID

import orjson


def dumped(value: object) -> str:
    """JSON text for a `jsonb` parameter; bytes become the hexadecimal form of `bytea`, decimals stay exact."""
    return orjson.dumps(value, default=_plain).decode()


def _plain(value: object) -> str:
    return "\\x" + value.hex() if isinstance(value, bytes) else str(value)


def bytes_of(text: str) -> bytes:
    """Bytes from the hexadecimal form of `bytea`."""
    return bytes.fromhex(text[2:])


def instant_of(text: str) -> datetime:
    """An instant in UTC."""
    return datetime.fromisoformat(text).astimezone(UTC)


def day_of(text: str | None) -> date | None:
    """A date, or None."""
    return None if text is None else date.fromisoformat(text)


def id_of(text: str | None) -> UUID | None:
    """An id, or None."""
    return None if text is None else UUID(text)


def money_of(text: str | None) -> Decimal | None:
    """An amount in yuan, exact; or None."""
    return None if text is None else Decimal(text)
