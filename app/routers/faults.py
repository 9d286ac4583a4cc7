"""What is wrong with single fields: pointer and code. Pydantic's words and the input itself stay inside."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from app.domain.errors import CATALOGUE

FAULTS_MAX: Final = 50
"""Most faults in one answer."""

FIELD_SENTENCES: Final[Mapping[str, tuple[str, str]]] = {
    "required": ("缺少必填项。", "This field is required."),
    "unknown_field": ("约定中没有此字段。", "The contract has no such field."),
    "wrong_type": ("类型不正确。", "The type is wrong."),
    "too_short": ("过短或条目过少。", "Too short, or too few items."),
    "too_long": ("过长或条目过多。", "Too long, or too many items."),
    "out_of_range": ("超出允许范围。", "Outside the allowed range."),
    "not_in_list": ("不在允许的取值之列。", "Not one of the allowed values."),
    "malformed": ("格式不正确。", "Not well formed."),
    "date_invalid": ("不是有效的日期（YYYY-MM-DD，1900–2100 年）。", "Not a real date (YYYY-MM-DD, 1900 to 2100)."),
    "not_unique": ("内容重复。", "Given more than once."),
    "inconsistent": ("与其他字段不一致。", "Does not fit the other fields."),
}
"""Codes of single fields beside those of the catalogue, with a sentence in Chinese and English."""

FIELD_CODES: Final = (
    *FIELD_SENTENCES,
    "identity_number_invalid",
    "case_number_invalid",
    "phone_invalid",
    "unknown_code",
)
"""Codes that a request body or parameter can be refused with; a pointer of a refusal may carry others."""

_CODE_OF: Final[Mapping[str, str]] = {
    "missing": "required",
    "extra_forbidden": "unknown_field",
    "union_tag_not_found": "required",
    "union_tag_invalid": "not_in_list",
    "enum": "unknown_code",
    "literal_error": "unknown_code",
    "string_too_short": "too_short",
    "too_short": "too_short",
    "string_too_long": "too_long",
    "too_long": "too_long",
    "greater_than": "out_of_range",
    "greater_than_equal": "out_of_range",
    "less_than": "out_of_range",
    "less_than_equal": "out_of_range",
    "int_parsing_size": "out_of_range",
    "string_pattern_mismatch": "malformed",
    "uuid_parsing": "malformed",
    "uuid_version": "malformed",
    "int_parsing": "malformed",
    "float_parsing": "malformed",
    "bool_parsing": "malformed",
}
_DISCRIMINATED: Final = frozenset({"union_tag_not_found", "union_tag_invalid"})
_NAME: Final = re.compile(r"[A-Za-z_][A-Za-z0-9_-]{0,39}")


@dataclass(frozen=True, slots=True)
class FieldFault:
    """One fault: JSON pointer (RFC 6901) into the body, or `/name` of a parameter, and a stable code."""

    pointer: str
    code: str


def faults_of(
    errors: Iterable[Mapping[str, Any]], *, skip: int = 0, tags: frozenset[str] = frozenset()
) -> list[FieldFault]:
    """Pydantic's errors as faults, at most `FAULTS_MAX`.

    Args:
        errors: As `errors()` gives them.
        skip: Leading parts of each location that are no field, such as `query`.
        tags: Names of union members, which Pydantic puts first into locations.
    """
    found: list[FieldFault] = []
    for error in errors:
        fault = _fault(error, skip, tags)
        if fault not in found:
            found.append(fault)
        if len(found) == FAULTS_MAX:
            break
    return found


def _fault(error: Mapping[str, Any], skip: int, tags: frozenset[str]) -> FieldFault:
    kind = str(error["type"])
    place = list(error["loc"])[skip:]
    if place and place[0] in tags:
        place = place[1:]
    if kind in _DISCRIMINATED:
        place.append("action")
    known = kind in FIELD_SENTENCES or kind in CATALOGUE
    return FieldFault(_pointer(place), kind if known else _CODE_OF.get(kind, "wrong_type"))


def _pointer(place: Iterable[str | int]) -> str:
    """A pointer that stops before a key which looks like content rather than like a name."""
    parts: list[str] = []
    for part in place:
        if isinstance(part, str) and not _NAME.fullmatch(part):
            break
        parts.append(str(part))
    return "".join(f"/{part}" for part in parts)
