"""How this dialect writes a message: one JSON object."""

from typing import Any

from app.adapters.foreign_json import NotJsonError, loaded
from app.domain.court_platform import Flag, Unmapped


def document_of(raw: bytes) -> Any:
    """The document of a message; raises `Unreadable` for what is none."""
    try:
        return loaded(raw)
    except NotJsonError:
        raise Unmapped(Flag("", "not_a_document")) from None
