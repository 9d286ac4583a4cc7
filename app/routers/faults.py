"""What is wrong with single fields: pointer and code. Pydantic's words and the input itself stay inside."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from app.domain.codes import CODE_LISTS
from app.domain.errors import CATALOGUE
from app.domain.identifiers import FORBIDDEN_LETTERS
from app.domain.spreadsheet import CELL_SENTENCES
from app.routers.names import names_near
from app.routers.schemas import common
from app.routers.schemas.common import EXPECTED_OF_PATTERN, list_address

FAULTS_MAX: Final = 50
"""Most faults in one answer."""

EXPECTED_CHARS_MAX: Final = 2000
"""Longest text that says what was expected."""

FIELD_SENTENCES: Final[Mapping[str, tuple[str, str]]] = {
    "required": ("缺少必填项。", "This field is required."),
    "unknown_field": ("约定中没有此字段。", "The contract has no such field."),
    "unknown_parameter": ("没有此参数。", "There is no such parameter."),
    "wrong_type": ("类型不正确。", "The type is wrong."),
    "too_short": ("过短或条目过少。", "Too short, or too few items."),
    "too_long": ("过长或条目过多。", "Too long, or too many items."),
    "out_of_range": ("超出允许范围。", "Outside the allowed range."),
    "not_in_list": ("不在允许的取值之列。", "Not one of the allowed values."),
    "malformed": ("格式不正确。", "Not well formed."),
    "date_invalid": ("不是有效的日期（YYYY-MM-DD，1900–2100 年）。", "Not a real date (YYYY-MM-DD, 1900 to 2100)."),
    "not_unique": ("内容重复。", "Given more than once."),
    "inconsistent": ("与其他字段不一致。", "Does not fit the other fields."),
    "too_many_faults": ("错误过多，未逐项列出。", "Too many faults to name them one by one."),
    **CELL_SENTENCES,
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
_SIZES: Final = frozenset({"too_short", "too_long"})
_BOUNDS: Final[Mapping[str, str]] = {
    "min_length": "at least {}",
    "max_length": "at most {}",
    "ge": "at least {}",
    "gt": "more than {}",
    "le": "at most {}",
    "lt": "less than {}",
}
FORMS: Final[Mapping[str, str]] = {
    "string_type": "text",
    "bool_type": "true or false",
    "bool_parsing": "true or false",
    "int_type": "whole number",
    "int_parsing": "whole number",
    "int_from_float": "whole number",
    "tuple_type": "array",
    "model_type": "object",
    "model_attributes_type": "object",
}
CONSUMER_FORM: Final = "1 to 63 of a-z, 0-9, _, ., -, beginning with a letter or digit"
_EXPECTED_ZH: Final[Mapping[str, str]] = {
    "text": "文本",
    "true or false": "true 或者 false",
    "whole number": "整数",
    "array": "数组",
    "object": "对象",
    "seconds": "秒数",
    "one line of visible text": "一行可见文本",
    "visible text": "可见文本",
    CONSUMER_FORM: "1 至 63 个 a-z、0-9、_、.、- 字符，以字母或者数字开头",
    "64 hexadecimal digits in lower case": "64 位小写十六进制数字",
    "media type in lower case, such as application/pdf": "小写的媒体类型，如 application/pdf",
    common.INSTANT_FORM: "带时区的 RFC 3339 时刻，如 2026-03-02T09:00:00+08:00",
    common.YEARS_FORM: f"按 UTC 计的 {common.FIRST_YEAR} 至 {common.LAST_YEAR} 年",
    common.FUTURE_FORM: "将来的时刻",
    common.MONEY_FORM: "十进制文本，至多 16 位整数和 2 位小数，如 12000.00",
    common.EMAIL_FORM: "电子邮箱地址，如 name@example.com",
    common.PHONE_FORM: "手机或者固话号码，境外号码以 + 和代码开头；如 13800138000、010-62345678、+85291234567",
    common.CASE_NUMBER_FORM: "如（2026）京0101民初1号",
    "a number in the form of that document": "符合该类证件格式的号码",
    "a number whose check digit is right": "校验码正确的号码",
    "a number that holds a real date of birth": "含真实出生日期的号码",
    "a number of a region that issues that document": "签发该类证件的地区的号码",
    f"none of the letters {FORBIDDEN_LETTERS}": f"不含字母 {FORBIDDEN_LETTERS}",
}
"""Fixed texts that say what was expected. Codes, names of fields and addresses are the same in every language."""

_BOUND: Final = re.compile(r"(at least|at most|more than|less than) ([0-9.]+)|([0-9]+) to ([0-9]+)")
_BOUND_ZH: Final = {"at least": "至少", "at most": "至多", "more than": "大于", "less than": "小于"}
_LISTS: Final = {frozenset(row.code for row in rows): name for name, rows in CODE_LISTS.items()}
_NAME: Final = re.compile(r"[A-Za-z_][A-Za-z0-9_-]{0,39}")
_LITERAL: Final = re.compile("'([^']*)'")


@dataclass(frozen=True, slots=True)
class FieldFault:
    """One fault: JSON pointer (RFC 6901) into the body, or `/name` of a parameter, and a stable code.

    Attributes:
        pointer: Where.
        code: What.
        expected: What would have been right, in short; None where the code says it. Never the input.
    """

    pointer: str
    code: str
    expected: str | None = field(default=None, compare=False)


def faults_of(
    errors: Iterable[Mapping[str, Any]], *, skip: int = 0, tags: frozenset[str] = frozenset(), of: Any = None
) -> list[FieldFault]:
    """Pydantic's errors as faults, at most `FAULTS_MAX`; of a list, its size only where its items are right.

    Args:
        errors: As `errors()` gives them.
        skip: Leading parts of each location that are no field, such as `query`.
        tags: Names of union members, which Pydantic puts first into locations.
        of: What was to be read, so that an unknown field is answered with those that may be meant.
    """
    found: list[FieldFault] = []
    for error in errors:
        fault = _fault(error, skip, tags, of)
        if fault not in found:
            found.append(fault)
        if len(found) == FAULTS_MAX:
            break
    return [fault for fault in found if not _is_aftermath(fault, found)]


def parameter_faults(names: Iterable[str], known: frozenset[str]) -> list[FieldFault]:
    """A fault for every name that is not known or comes twice, at most `FAULTS_MAX`.

    Of two values one would be ignored. Only what looks like a name is repeated in the answer.
    """
    expected, counted = _listed(sorted(known)), Counter(names)
    unknown = {_pointer([name]) for name in counted if name not in known}
    twice = sorted(name for name, times in counted.items() if times > 1 and name in known)
    faults = [FieldFault(pointer, "unknown_parameter", expected) for pointer in sorted(unknown)]
    return [*faults, *(FieldFault(_pointer([name]), "not_unique") for name in twice)][:FAULTS_MAX]


def expected_in(text: str | None, language: str) -> str | None:
    """What was expected, in `zh` or `en`; what has no fixed text stays as it is."""
    if text is None or language != "zh":
        return text
    bound = _BOUND.fullmatch(text)
    if bound is None:
        return _EXPECTED_ZH.get(text, text)
    words, number, low, high = bound.groups()
    return f"{low} 至 {high}" if words is None else f"{_BOUND_ZH[words]} {number}"


def _is_aftermath(fault: FieldFault, found: Iterable[FieldFault]) -> bool:
    """Items that were refused do not count, so that their list seems too short; Pydantic names the items first."""
    return fault.code in _SIZES and any(other.pointer.startswith(f"{fault.pointer}/") for other in found)


def _fault(error: Mapping[str, Any], skip: int, tags: frozenset[str], of: Any) -> FieldFault:
    kind = str(error["type"])
    place = list(error["loc"])[skip:]
    if kind == "extra_forbidden":
        expected = _listed(names_near(of, place))
        return FieldFault(_pointer(place[1:] if place and place[0] in tags else place), _CODE_OF[kind], expected)
    if place and place[0] in tags:
        place = place[1:]
    context = error.get("ctx") or {}
    if kind in _DISCRIMINATED:
        return FieldFault(_pointer([*place, "action"]), _CODE_OF[kind], _listed(sorted(tags)))
    if kind in FIELD_SENTENCES or kind in CATALOGUE:  # A fault of our own, which may be that of a field beside it.
        place = [*place[:-1], context["beside"]] if "beside" in context else place
        return FieldFault(_pointer(place), kind, context.get("expected") or _expected(kind, context))
    return FieldFault(_pointer(place), _CODE_OF.get(kind, "wrong_type"), _expected(kind, context))


def _expected(kind: str, context: Mapping[str, Any]) -> str | None:
    """What Pydantic's context says of the rule; what else it holds may be input and stays unread."""
    if kind in {"enum", "literal_error"}:
        codes = _LITERAL.findall(context["expected"])
        name = _LISTS.get(frozenset(codes))
        return _listed(codes) if name is None else list_address(name)
    if kind == "string_pattern_mismatch":
        return EXPECTED_OF_PATTERN.get(context["pattern"])
    bounds = [text.format(context[name]) for name, text in _BOUNDS.items() if name in context]
    return bounds[0] if bounds else FORMS.get(kind)


def _listed(names: Iterable[str]) -> str | None:
    text = ", ".join(names)
    if not text:
        return None
    return text if len(text) <= EXPECTED_CHARS_MAX else f"{text[:EXPECTED_CHARS_MAX].rpartition(', ')[0]}, …"


def _pointer(place: Iterable[str | int]) -> str:
    """A pointer that stops before a key which looks like content rather than like a name."""
    parts: list[str] = []
    for part in place:
        if isinstance(part, str) and not _NAME.fullmatch(part):
            break
        parts.append(str(part))
    return "".join(f"/{part}" for part in parts)
