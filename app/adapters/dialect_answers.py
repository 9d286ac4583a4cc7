"""What answers and lists mean that a platform gives when it is asked: the same for every dialect that asks."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from app.adapters.dialect_settings import Read
from app.domain.court_platform import Holding, MessageId, Receipt, Unreadable
from app.domain.platform_forms import FORMS, Unfit
from app.domain.platform_mapping import EACH, Place, PlatformMapping, value_at

ID_CHARS_MAX = 200


class Answering(Protocol):
    """Options that say what an answer to a message means."""

    @property
    def ok_at(self) -> Place | None:
        """Where their word for success stands."""

    @property
    def ok(self) -> frozenset[str]:
        """Their words for success."""

    @property
    def number_at(self) -> Place | None:
        """Where their number stands."""

    @property
    def processed_at(self) -> Place | None:
        """Where it says that they acted on it."""


@dataclass(frozen=True, slots=True)
class Held:
    """Where the list of what the platform holds is read, and where its fields stand."""

    path: str
    items_at: Place
    reference_at: Place
    state_at: Place | None
    state_codes: str | None
    amount_at: Place | None
    duties_at: Mapping[str, Place]
    procedure_at: Place | None = None
    procedure_codes: str | None = None


def held_of(read: Read) -> Held:
    """Where such a list is read, from the settings."""
    duties = read.below("duties_at")
    return Held(
        path=read.path("path", None, "{day}"),
        items_at=read.place("items_at", "items[]"),
        reference_at=read.place("reference_at", "reference"),
        state_at=read.maybe_place("state_at"),
        state_codes=read.maybe_text("state_codes"),
        amount_at=read.maybe_place("amount_at"),
        duties_at={name: duties.place(name, name) for name in duties.names},
        procedure_at=read.maybe_place("procedure_at"),
        procedure_codes=read.maybe_text("procedure_codes"),
    )


def require_lists(settings: Mapping[str, Any], known: Collection[str]) -> None:
    """Refuse with `platform_settings_invalid` a list of codes that is named in `held` and not in the mapping."""
    read = Read(settings, "/settings").below("held")
    for name in ("state_codes", "procedure_codes"):
        if name in read.names and read.text(name) not in known:
            raise read.wrong(name)


def id_of(place: Place, document: Any) -> MessageId | None:
    """The id of a message; None where it has none that can be used."""
    found = value_at(document, place)
    text = str(found) if isinstance(found, str | int) and not isinstance(found, bool) else ""
    fits = 0 < len(text) <= ID_CHARS_MAX and text.isprintable() and text.isascii()
    return MessageId(text) if fits else None


def receipt_of(options: Answering, document: Any) -> Receipt:
    """What an answer says of what was sent; without a place for the word everything with status 2xx is well."""
    said = None if options.ok_at is None else value_at(document, options.ok_at)
    if options.ok_at is not None and str(said) not in options.ok:
        return Receipt(processed=False, refused=f"their_{said}"[:60] if isinstance(said, str | int) else "their_answer")
    number = None if options.number_at is None else value_at(document, options.number_at)
    processed = (
        True if options.processed_at is None else str(value_at(document, options.processed_at)).lower() == "true"
    )
    return Receipt(processed=processed, platform_number=None if number is None else str(number)[:200])


def items_of(document: Any, place: tuple[str, ...]) -> Iterator[Any]:
    """The items of a list at a place that ends in `[]`, or of the array that stands there."""
    node = value_at(document, place[:-1] if place[-1] == EACH else place)
    yield from node if isinstance(node, list) else ()


def holding_of(held: Held, mapping: PlatformMapping, item: Any) -> Holding:
    """One line of what they hold; a state that no list knows stays as it is, so that it differs from ours."""
    reference = value_at(item, held.reference_at)
    if not isinstance(reference, str | int):
        raise Unreadable("holding_without_reference")
    state = _state_of(mapping, item, held.state_at, held.state_codes)
    procedure = _state_of(mapping, item, held.procedure_at, held.procedure_codes)
    amount = None if held.amount_at is None else value_at(item, held.amount_at)
    try:
        yuan = None if amount in (None, "") else FORMS["amount"](amount)
    except Unfit:
        raise Unreadable("holding_unreadable") from None
    duties = frozenset(name for name, place in held.duties_at.items() if value_at(item, place) not in (None, "", False))
    return Holding(str(reference), state, yuan, duties, told_duties=frozenset(held.duties_at), procedure=procedure)


def _state_of(mapping: PlatformMapping, item: Any, place: Place | None, codes: str | None) -> str | None:
    state = None if place is None else value_at(item, place)
    known = mapping.codes.get(codes or "", {})
    return None if state in (None, "") else known.get(str(state), f"unknown:{str(state)[:40]}")
