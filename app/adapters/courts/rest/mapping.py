"""What answers and lists of this dialect mean."""

from collections.abc import Iterator
from typing import Any

from app.adapters.courts.rest.options import Held, Options
from app.adapters.foreign_json import NotJsonError, dumped, loaded
from app.domain.court_platform import Flag, Holding, MessageId, Receipt, Unmapped, Unreadable
from app.domain.platform_forms import FORMS, Unfit
from app.domain.platform_mapping import EACH, PlatformMapping, value_at

ID_CHARS_MAX = 200


def document_of(raw: bytes) -> Any:
    """The document of a message; raises `Unreadable` for what is none."""
    try:
        return loaded(raw)
    except NotJsonError:
        raise Unmapped(Flag("", "not_a_document")) from None


def id_of(options: Options, document: Any) -> MessageId | None:
    """The id of a message; None where it has none that can be used."""
    found = value_at(document, options.id_at)
    text = str(found) if isinstance(found, str | int) and not isinstance(found, bool) else ""
    fits = 0 < len(text) <= ID_CHARS_MAX and text.isprintable() and text.isascii()
    return MessageId(text) if fits else None


def receipt_of(options: Options, document: Any) -> Receipt:
    """What an answer says of what was sent; without a place for the word everything with status 2xx is well."""
    said = None if options.ok_at is None else value_at(document, options.ok_at)
    if options.ok_at is not None and str(said) not in options.ok:
        return Receipt(processed=False, refused=f"their_{said}"[:60] if isinstance(said, str | int) else "their_answer")
    number = None if options.number_at is None else value_at(document, options.number_at)
    processed = True if options.processed_at is None else value_at(document, options.processed_at) is True
    return Receipt(processed=processed, platform_number=None if number is None else str(number)[:200])


def items_of(document: Any, place: tuple[str, ...]) -> Iterator[Any]:
    """The items of a list at a place that ends in `[]`, or of the array that stands there."""
    node = value_at(document, place[:-1] if place[-1] == EACH else place)
    yield from node if isinstance(node, list) else ()


def pulled(options: Options, document: Any) -> tuple[tuple[MessageId, bytes], ...]:
    """The messages of a page, each with its id; raises `Unreadable` where one has none."""
    found = []
    for item in items_of(document, options.items_at or ()):
        message_id = id_of(options, item)
        if message_id is None:
            raise Unreadable("message_without_id")
        found.append((message_id, dumped(item)))
    return tuple(found)


def holding_of(held: Held, mapping: PlatformMapping, item: Any) -> Holding:
    """One line of what they hold; a state that no list knows stays as it is, so that it differs from ours."""
    reference = value_at(item, held.reference_at)
    if not isinstance(reference, str | int):
        raise Unreadable("holding_without_reference")
    state = None if held.state_at is None else value_at(item, held.state_at)
    known = mapping.codes.get(held.state_codes or "", {})
    amount = None if held.amount_at is None else value_at(item, held.amount_at)
    try:
        yuan = None if amount in (None, "") else FORMS["amount"](amount)
    except Unfit:
        raise Unreadable("holding_unreadable") from None
    duties = frozenset(name for name, place in held.duties_at.items() if value_at(item, place) not in (None, "", False))
    told = None if state in (None, "") else known.get(str(state), f"unknown:{str(state)[:40]}")
    return Holding(str(reference), told, yuan, duties, told_duties=frozenset(held.duties_at))
