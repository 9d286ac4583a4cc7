"""JSON of other people's systems: read once, bounded, with nothing in it that a later step could stumble over."""

import json
import re
from typing import Any, Final, NoReturn

BYTES_MAX: Final = 8 * 1024 * 1024
DIGITS_MAX: Final = 40

_DOUBTFUL: Final = re.compile(rb"\\u(?:[dD][89a-fA-F]|0000)|\x00")


class NotJsonError(ValueError):
    """The bytes are no JSON that can be used."""


def loaded(raw: bytes) -> Any:
    """The value of a JSON text in UTF-8; no key twice, finite numbers, no NUL and no lone surrogate.

    Raises:
        NotJsonError: anything else.
    """
    if len(raw) > BYTES_MAX:
        raise NotJsonError("too large")
    try:
        value = json.loads(
            raw.decode("utf-8-sig"),
            object_pairs_hook=_object,
            parse_constant=_refuse,
            parse_int=_whole,
            parse_float=_text_of_number,
        )
        if _DOUBTFUL.search(raw):
            written = json.dumps(value, ensure_ascii=False).encode()  # Raises for a lone surrogate.
            if b"\\u0000" in written:
                raise NotJsonError("a NUL")
    except (ValueError, RecursionError) as error:
        raise NotJsonError("not JSON") from error
    return value


def dumped(value: Any) -> bytes:
    """JSON as we write it: UTF-8, sorted keys, no spaces."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False).encode()


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise NotJsonError("a key twice")
    return found


def _refuse(_constant: str) -> NoReturn:
    raise NotJsonError("not finite")


def _whole(text: str) -> int:
    if len(text) > DIGITS_MAX:
        raise NotJsonError("too many digits")
    return int(text)


def _text_of_number(text: str) -> str:
    """A number with a fraction stays the text that it was, so that no amount is rounded."""
    if len(text) > DIGITS_MAX:
        raise NotJsonError("too many digits")
    return text
