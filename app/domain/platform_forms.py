"""How platforms write values, and how we do. What can not be read with certainty is refused."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any, Final

TEXT_CHARS_MAX: Final = 20_000
DIGITS_MAX: Final = 18

_DAY: Final = re.compile(
    r"(\d{4})[-/.年]?(\d{1,2})[-/.月]?(\d{1,2})日?(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})?)?"
)
_COMPACT: Final = re.compile(r"\d{8}")
_FLAGS: Final[Mapping[str, bool]] = {"true": True, "1": True, "是": True, "false": False, "0": False, "否": False}


class Unfit(Exception):
    """The value is not written as the mapping says."""


def _text(value: Any) -> str:
    if isinstance(value, bool) or not isinstance(value, str | int) or len(str(value)) > TEXT_CHARS_MAX:
        raise Unfit
    return str(value).strip()


def _whole(value: Any) -> int:
    text = _text(value)
    if re.fullmatch(r"-?\d{1,18}", text, re.ASCII) is None:
        raise Unfit
    return int(text)


def _amount(value: Any) -> str:
    """Yuan with two decimals."""
    text = str(value) if isinstance(value, int | float) and not isinstance(value, bool) else _text(value)
    try:
        found = Decimal(text.replace("_", "?"))  # Which the library would leave out.
    except InvalidOperation:
        raise Unfit from None
    if not found.is_finite() or found < 0 or found.adjusted() >= DIGITS_MAX or found != round(found, 2):
        raise Unfit
    return f"{found:.2f}"


def _fen(value: Any) -> str:
    """Fen as whole numbers become yuan with two decimals."""
    return _amount(str(Decimal(_whole(value)) / 100))


def _day(value: Any) -> str:
    """A day in any of the usual spellings; a time of day behind it is left out."""
    text = _text(value)
    found = _DAY.fullmatch(text)
    if found is None or (text[4:5].isdigit() and _COMPACT.fullmatch(text) is None):
        raise Unfit
    try:
        return date(int(found[1]), int(found[2]), int(found[3])).isoformat()
    except ValueError:
        raise Unfit from None


def _flag(value: Any) -> bool:
    if isinstance(value, bool):
        return value
    try:
        return _FLAGS[_text(value).lower()]
    except KeyError:
        raise Unfit from None


def _same(value: Any) -> Any:
    """Whatever it is; for values that we made ourselves."""
    return value


FORMS: Final[Mapping[str, Callable[[Any], Any]]] = {
    "text": _text,
    "integer": _whole,
    "amount": _amount,
    "fen": _fen,
    "date": _day,
    "flag": _flag,
    "same": _same,
}
"""By the word for `as` in a mapping."""
