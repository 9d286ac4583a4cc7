"""Personal data as they are shown by default: enough to tell people apart, not enough to reach them."""

from collections.abc import Callable, Mapping
from typing import Final

from app.domain.referral import PartyDetails
from app.domain.sealed import Shown, field_of

MASK = "*"
_HEAD, _TAIL = 3, 2


def masked(details: PartyDetails) -> PartyDetails:
    """The details with all but the first character of the name and the edges of the numbers covered; no address."""
    return PartyDetails(
        name=masked_text("parties", "name_sealed", details.name),
        id_type=details.id_type,
        id_number=_maybe("id_number_sealed", details.id_number),
        phone=_maybe("phone_sealed", details.phone),
        address=_maybe("address_sealed", details.address),
    )


def masked_text(table: str, column: str, text: str) -> str:
    """A text of a sealed column as it is seen by whoever may not have it in the clear.

    Raises:
        KeyError: the column is not in the table of sealed fields, or is not of those that are masked.
    """
    return _MASKS[field_of(table, column).shown](text)


def masked_name(name: str) -> str:
    """The first character, then one mask for each further one, at most three so that the length says little."""
    return name[:1] + MASK * min(max(len(name) - 1, 1), 3)


def _maybe(column: str, text: str | None) -> str | None:
    return None if text is None else masked_text("parties", column, text)


def _edges(text: str) -> str:
    """Head and tail of a long text; nothing at all of a short one."""
    if len(text) < 2 * (_HEAD + _TAIL):
        return MASK * len(text)
    return text[:_HEAD] + MASK * (len(text) - _HEAD - _TAIL) + text[-_TAIL:]


def _covered(_text: str) -> str:
    return MASK * 3


_MASKS: Final[Mapping[Shown, Callable[[str], str]]] = {
    Shown.NAME: masked_name,
    Shown.EDGES: _edges,
    Shown.COVERED: _covered,
}
