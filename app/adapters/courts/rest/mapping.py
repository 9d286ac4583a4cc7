"""What messages and pages of this dialect are."""

from typing import Any

from app.adapters.courts.rest.options import Options
from app.adapters.dialect_answers import id_of, items_of
from app.adapters.foreign_json import NotJsonError, dumped, loaded
from app.domain.court_platform import Flag, MessageId, Pulled, Unmapped


def document_of(raw: bytes) -> Any:
    """The document of a message; raises `Unreadable` for what is none."""
    try:
        return loaded(raw)
    except NotJsonError:
        raise Unmapped(Flag("", "not_a_document")) from None


def pulled(options: Options, document: Any, cursor: str) -> Pulled:
    """The messages of a page, each with its id, and by themselves those that have none."""
    named: list[tuple[MessageId, bytes]] = []
    unnamed: list[bytes] = []
    for item in items_of(document, options.items_at or ()):
        message_id = id_of(options.id_at, item)
        if message_id is None:
            unnamed.append(dumped(item))
        else:
            named.append((message_id, dumped(item)))
    return Pulled(tuple(named), cursor, tuple(unnamed))
