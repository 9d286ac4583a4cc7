"""Code lists: every coded value with its labels, its validity and where it comes from, and how to look one up.

Codes are stored and part of the contract: lists grow, codes are never renamed and never reused.
"""

from collections.abc import Mapping
from datetime import date
from typing import Final

from app.domain.codes_agreement import AGREEMENT_LISTS
from app.domain.codes_around import AROUND_LISTS
from app.domain.codes_dispatch import DISPATCH_LISTS
from app.domain.codes_documents import DOCUMENT_LISTS
from app.domain.codes_enforcement import ENFORCEMENT_LISTS
from app.domain.codes_form import Code
from app.domain.codes_mediation import MEDIATION_LISTS
from app.domain.codes_procedure import PROCEDURE_LISTS
from app.domain.codes_registry import REGISTRY_LISTS
from app.domain.errors import Refusal

__all__ = ["CODE_LISTS", "END_REASON_2016_OF", "Code", "checked_code", "codes_of", "codes_on"]

CODE_LISTS: Final[Mapping[str, tuple[Code, ...]]] = {
    **MEDIATION_LISTS,
    **PROCEDURE_LISTS,
    **ENFORCEMENT_LISTS,
    **AROUND_LISTS,
    **REGISTRY_LISTS,
    **DOCUMENT_LISTS,
    **AGREEMENT_LISTS,
    **DISPATCH_LISTS,
}
"""Every list by name, in the order in which people read it."""

END_REASON_2016_OF: Final[Mapping[str, str]] = {
    "agreement_reached": "agreement_reached",
    "settled_and_withdrew": "withdrawn_or_refused",
    "party_unreachable": "other",
    "party_unwilling": "withdrawn_or_refused",
    "differences_too_large": "differences_too_large",
    "term_expired": "other",
    "refused_to_sign": "withdrawn_or_refused",
    "other": "other",
}
"""The four grounds of 法释〔2016〕14号 art. 26 for the eight of 法释〔2021〕23号 art. 25; row IN_END_REASONS."""

_CODES: Final = {name: frozenset(row.code for row in rows) for name, rows in CODE_LISTS.items()}


def codes_of(name: str) -> frozenset[str]:
    """The codes of one list, whenever they are or were valid.

    Raises:
        KeyError: no such list.
    """
    return _CODES[name]


def codes_on(name: str, day: date) -> frozenset[str]:
    """The codes of one list that may be chosen on a legal date.

    Raises:
        KeyError: no such list.
    """
    return frozenset(row.code for row in CODE_LISTS[name] if row.valid_on(day))


def checked_code(name: str, code: str, pointer: str | None = None, *, on: date | None = None) -> str:
    """The code itself if the list has it.

    Args:
        name: Key of `CODE_LISTS`.
        code: Value from outside; never repeated in the refusal.
        pointer: JSON pointer to the field, for the refusal.
        on: Legal date on which the code must be valid; None accepts what was ever valid.

    Raises:
        Refusal: `unknown_code`, with the list's name.
        KeyError: no such list.
    """
    known = _CODES[name] if on is None else codes_on(name, on)
    if code not in known:
        raise Refusal("unknown_code", facts={"list": name}, pointer=pointer)
    return code
