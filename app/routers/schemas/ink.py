"""What of a text is seen. The patterns of the contract say it in short; Unicode has more ways to write nothing."""

import re
from typing import Final
from unicodedata import category

_BLANK: Final = frozenset({"Cc", "Cf", "Cs", "Mn", "Zs", "Zl", "Zp"})
"""Controls, marks of form, accents without a letter, blanks. What is not assigned yet may be a new ideograph."""

_FILLERS: Final = frozenset("\u115f\u1160\u2800\u3164\uffa0")
"""Letters and symbols that are drawn as nothing."""

_NO_CHARACTER: Final = "\ufdd0-\ufdef\ufffe\uffff" + "".join(
    f"{chr((n << 16) + 0xFFFE)}-{chr((n << 16) + 0xFFFF)}" for n in range(1, 17)
)
_REORDERING: Final = "\u202a-\u202e\u2066-\u2069"
_SPOILING: Final = re.compile(f"[{_REORDERING}{_NO_CHARACTER}]")
_SPOILING_A_LINE: Final = re.compile(f"[{_REORDERING}{_NO_CHARACTER}\u061c\u200e\u200f\u2028\u2029]")


def is_text(text: str) -> bool:
    """Whether there is something to see, in the order in which it is written."""
    return _SPOILING.search(text) is None and _is_seen(text)


def is_one_line(text: str) -> bool:
    """Whether it is a text within one line, without any mark of direction."""
    return _SPOILING_A_LINE.search(text) is None and _is_seen(text)


def _is_seen(text: str) -> bool:
    first = text[:1]
    if first.isalpha() and first not in _FILLERS:  # As nearly every text begins.
        return True
    return any(character not in _FILLERS and category(character) not in _BLANK for character in text)
