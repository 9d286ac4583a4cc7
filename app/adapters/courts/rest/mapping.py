"""What messages and pages of this dialect are."""

from typing import Any

from app.adapters.courts.rest.options import Options
from app.adapters.dialect_answers import id_of, items_of
from app.adapters.foreign_json import NotJsonError, dumped, loaded
from app.domain.court_platform import Flag, MessageId, Unmapped, Unreadable


def document_of(raw: bytes) -> Any:
    """The document of a message; raises `Unreadable` for what is none."""
    try:
        return loaded(raw)
    except NotJsonError:
        raise Unmapped(Flag("", "not_a_document")) from None


def pulled(options: Options, document: Any) -> tuple[tuple[MessageId, bytes], ...]:
    """The messages of a page, each with its id; raises `Unreadable` where one has none."""
    found = []
    for item in items_of(document, options.items_at or ()):
        message_id = id_of(options.id_at, item)
        if message_id is None:
            raise Unreadable("message_without_id")
        found.append((message_id, dumped(item)))
    return tuple(found)
