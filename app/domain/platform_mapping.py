"""Mappings 映射: a platform's names and codes against ours, as reviewed configuration.

A mapping is a JSON document. It says where type and reference of a message stand, what each type of theirs becomes,
which of their fields is which of ours, and which of their codes means which of ours. What it does not know is flagged
and never guessed.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import Any, Final

from app.domain.court_platform import Flag, Heard, Outgoing, OutgoingKind, Unmapped
from app.domain.errors import Refusal
from app.domain.platform_forms import FORMS, Unfit

EACH: Final = "[]"
BECOMES: Final = ("opening", "transition", "procedure", "receipt")
PLACE_CHARS_MAX: Final = 200
PLACE_STEPS_MAX: Final = 12
FIELDS_MAX: Final = 300
TYPES_MAX: Final = 100
CODES_MAX: Final = 5_000

_STEP: Final = re.compile(r"([^.\[\]\x00]{1,60})(\[\])?")
_CODE: Final = re.compile(r"[0-9A-Za-z_.:-]{1,40}")

Place = tuple[str, ...]
"""Steps into a document: names of members, and `[]` for each item of an array."""


@dataclass(frozen=True, slots=True)
class FieldRule:
    """One field: where it stands here and there.

    Attributes:
        form: How the value is written; see `platform_forms`.
        codes: List that translates the value; None takes it as it is.
        required: Whether a message without it can not be used.
        lenient: Whether an unknown code leaves the field out with a flag instead of stopping the message.
    """

    source: Place
    target: Place
    form: str
    codes: str | None
    required: bool
    lenient: bool


@dataclass(frozen=True, slots=True)
class InboundRule:
    """What one type of their messages becomes."""

    becomes: str
    machine: str | None
    constants: Mapping[str, Any]
    fields: tuple[FieldRule, ...]


@dataclass(frozen=True, slots=True)
class OutboundRule:
    """How one kind of ours is told to them."""

    type: str
    constants: Mapping[str, Any]
    fields: tuple[FieldRule, ...]


@dataclass(frozen=True, slots=True)
class PlatformMapping:
    """A mapping that was checked.

    Attributes:
        codes: By list, their code against ours.
        told: By list, ours against theirs; only for lists that outbound fields use.
    """

    type_at: Place
    reference_at: Place | None
    inbound: Mapping[str, InboundRule]
    outbound: Mapping[str, OutboundRule]
    codes: Mapping[str, Mapping[str, str]]
    told: Mapping[str, Mapping[str, str]]

    def heard(self, document: Any) -> Heard:
        """A message in our words; raises `Unmapped` for what is not known."""
        said = _one(document, self.type_at)
        rule = self.inbound.get(said) if isinstance(said, str) else None
        if rule is None:
            raise Unmapped(Flag(written(self.type_at), "unknown_type", said=_code_only(said)))
        body = _constant(rule.constants)
        flags = _carried(document, body, rule.fields, self.codes)
        stopping = [flag for flag, lenient in flags if not lenient]
        if stopping:
            raise Unmapped(*stopping)
        reference = None if self.reference_at is None else _one(document, self.reference_at)
        return Heard(
            becomes=rule.becomes,
            reference=None if reference is None else str(reference),
            body=body,
            machine=rule.machine,
            flags=tuple(flag for flag, _ in flags),
        )

    def said(self, message: Outgoing) -> dict[str, Any]:
        """A message of ours in their words; raises `Unmapped` for what they have no word for."""
        rule = self.outbound.get(message.kind.value)
        if rule is None:
            raise Unmapped(Flag(message.kind.value, "unknown_type", said=message.kind.value))
        told = _constant({written(self.type_at): rule.type, **rule.constants})
        ours = {**message.body, "reference": message.reference, "kind": message.kind.value}
        flags = [flag for flag, lenient in _carried(ours, told, rule.fields, self.told) if not lenient]
        if flags:
            raise Unmapped(*flags)
        return told

    def tells(self, kind: OutgoingKind) -> bool:
        """Whether the platform has a word for the kind."""
        return kind.value in self.outbound


def mapping_of(document: Any) -> PlatformMapping:
    """The mapping that a JSON document describes; refuses with `platform_mapping_invalid` and where it is wrong."""
    whole = _object(document, "")
    _only(whole, {"type_at", "reference_at", "inbound", "outbound", "codes"}, "")
    type_at = _place(whole.get("type_at", "type"), "/type_at")
    codes = {
        name: _codes(entries, f"/codes/{name}") for name, entries in _object(whole.get("codes", {}), "/codes").items()
    }
    inbound = {
        name: _inbound(rule, codes, f"/inbound/{name}")
        for name, rule in _bounded(_object(whole.get("inbound", {}), "/inbound"), TYPES_MAX, "/inbound").items()
    }
    outbound = {
        _kind(name): _outbound(rule, codes, type_at, f"/outbound/{name}")
        for name, rule in _object(whole.get("outbound", {}), "/outbound").items()
    }
    used = sorted({field.codes for rule in outbound.values() for field in rule.fields if field.codes})
    at = whole.get("reference_at")
    return PlatformMapping(
        type_at=type_at,
        reference_at=None if at is None else _place(at, "/reference_at"),
        inbound=inbound,
        outbound=outbound,
        codes=codes,
        told={name: _turned(codes[name], f"/codes/{name}") for name in used},
    )


def place_of(text: str) -> Place:
    """The steps of a place such as `parties[].name`.

    Raises:
        ValueError: it is none.
    """
    steps: list[str] = []
    for part in text.split(".") if len(text) <= PLACE_CHARS_MAX else ():
        found = _STEP.fullmatch(part)
        if found is None:
            raise ValueError("not a place")
        steps += [found[1], *([EACH] if found[2] else [])]
    if not 0 < len(steps) <= PLACE_STEPS_MAX:
        raise ValueError("not a place")
    return tuple(steps)


def written(place: Place) -> str:
    """A place as a mapping writes it."""
    return ".".join(place).replace(f".{EACH}", EACH)


def value_at(document: Any, place: Place) -> Any:
    """The first value that stands at a place; None where there is none."""
    return next((value for _, value in _found(document, place)), None)


def put_at(document: dict[str, Any], place: Place, value: Any) -> None:
    """Put a value at a place outside of arrays, making what is missing on the way.

    Raises:
        Unmapped: something else stands on the way.
    """
    try:
        _put(document, place, (), value)
    except Unfit:
        raise Unmapped(Flag(written(place), "field_unreadable")) from None


_one = value_at


# Carrying values over ---------------------------------------------------------------------------------------------


def _carried(
    source: Any, target: dict[str, Any], fields: Sequence[FieldRule], codes: Mapping[str, Mapping[str, str]]
) -> list[tuple[Flag, bool]]:
    """Put each field where it belongs; what could not be put, and whether the message can do without it."""
    flags: list[tuple[Flag, bool]] = []
    for field in fields:
        values = [(at, value) for at, value in _found(source, field.source) if value not in (None, "")]
        if not values and field.required:
            flags.append((Flag(written(field.source), "field_missing"), False))
        for at, value in values:
            try:
                _put(target, field.target, at, _translated(value, field, codes))
            except Unfit:
                flags.append((Flag(written(field.source), "field_unreadable"), False))
            except KeyError:
                flag = Flag(written(field.source), "unknown_code", field.codes, _code_only(value))
                flags.append((flag, field.lenient))
    return flags


def _translated(value: Any, field: FieldRule, codes: Mapping[str, Mapping[str, str]]) -> Any:
    """Raises KeyError for an unknown code, Unfit for a value that is not written as it should be."""
    if field.codes is None:
        return FORMS[field.form](value)
    if isinstance(value, bool | float | list | dict):
        raise Unfit
    return codes[field.codes][str(value)]


def _found(document: Any, place: Place, at: tuple[int, ...] = ()) -> Iterator[tuple[tuple[int, ...], Any]]:
    """The values at a place, each with its numbers in the arrays on the way."""
    if not place:
        yield at, document
    elif place[0] == EACH:
        for number, item in enumerate(document if isinstance(document, list) else ()):
            yield from _found(item, place[1:], (*at, number))
    elif isinstance(document, Mapping) and place[0] in document:
        yield from _found(document[place[0]], place[1:], at)


def _put(target: dict[str, Any], place: Place, at: tuple[int, ...], value: Any) -> None:
    """Put a value at a place, making what is missing on the way; raises Unfit where something else stands there."""
    node: Any = target
    numbers = iter(at)
    for step, following in zip(place, (*place[1:], None), strict=True):
        last = following is None
        fresh: Any = [] if following == EACH else {}
        fits = isinstance(node, list) if step == EACH else isinstance(node, dict)
        if not fits:
            raise Unfit
        if step == EACH:
            number = next(numbers)
            while len(node) <= number:
                node.append({})
            if last:
                node[number] = value
            else:
                node = node[number]
        elif last:
            node[step] = value
        else:
            node = node.setdefault(step, fresh)


def _constant(constants: Mapping[str, Any]) -> dict[str, Any]:
    """A new document with what is always said; raises Unfit where one stands in the way of another."""
    document: dict[str, Any] = {}
    for name, value in constants.items():
        _put(document, place_of(name), (), deepcopy(value))
    return document


def _code_only(value: Any) -> str | None:
    """Their code, where it looks like one."""
    text = str(value) if isinstance(value, str | int) else ""
    return text if _CODE.fullmatch(text) else None


# Checking a document ----------------------------------------------------------------------------------------------


def _wrong(at: str) -> Refusal:
    return Refusal("platform_mapping_invalid", pointer=f"/mapping{at}")


def _object(value: Any, at: str) -> Mapping[str, Any]:
    if not isinstance(value, Mapping):
        raise _wrong(at)
    return value


def _only(value: Mapping[str, Any], known: set[str], at: str) -> None:
    if set(value) - known:
        raise _wrong(at)


def _bounded(value: Mapping[str, Any], most: int, at: str) -> Mapping[str, Any]:
    if len(value) > most:
        raise _wrong(at)
    return value


def _place(value: Any, at: str) -> Place:
    try:
        return place_of(value if isinstance(value, str) else "")
    except ValueError:
        raise _wrong(at) from None


def _codes(value: Any, at: str) -> Mapping[str, str]:
    entries = _bounded(_object(value, at), CODES_MAX, at)
    if not all(isinstance(ours, str) and ours for ours in entries.values()):
        raise _wrong(at)
    return entries


def _turned(codes: Mapping[str, str], at: str) -> Mapping[str, str]:
    """Ours against theirs; refused where two of theirs mean the same, since one of them would have to be guessed."""
    turned = {ours: theirs for theirs, ours in codes.items()}
    if len(turned) != len(codes):
        raise _wrong(at)
    return turned


def _kind(name: str) -> str:
    if name not in set(OutgoingKind):
        raise _wrong(f"/outbound/{name}")
    return name


def _inbound(value: Any, codes: Mapping[str, Any], at: str) -> InboundRule:
    rule = _object(value, at)
    _only(rule, {"becomes", "machine", "constants", "fields"}, at)
    becomes, machine = rule.get("becomes"), rule.get("machine")
    if becomes not in BECOMES or not isinstance(machine, str | None) or (becomes == "procedure") != bool(machine):
        raise _wrong(f"{at}/becomes")
    constants, fields = _constants(rule, at), _fields(rule, codes, at)
    _require_apart(constants, fields, at)
    return InboundRule(becomes, machine, constants, fields)


def _outbound(value: Any, codes: Mapping[str, Any], type_at: Place, at: str) -> OutboundRule:
    rule = _object(value, at)
    _only(rule, {"type", "constants", "fields"}, at)
    if not isinstance(rule.get("type"), str):
        raise _wrong(f"{at}/type")
    if EACH in type_at:
        raise _wrong("/type_at")
    constants, fields = _constants(rule, at), _fields(rule, codes, at)
    _require_apart({written(type_at): rule["type"], **constants}, fields, at)
    return OutboundRule(rule["type"], constants, fields)


def _require_apart(constants: Mapping[str, Any], fields: Sequence[FieldRule], at: str) -> None:
    """Refuse where a value would have to stand where another has to be gone through."""
    try:
        document = _constant(constants)
    except Unfit:
        raise _wrong(f"{at}/constants") from None
    for number, field in enumerate(fields):
        try:
            _put(document, field.target, (0,) * field.target.count(EACH), {} if field.form == "same" else "")
        except Unfit:
            raise _wrong(f"{at}/fields/{number}/to") from None


def _constants(rule: Mapping[str, Any], at: str) -> Mapping[str, Any]:
    constants = _bounded(_object(rule.get("constants", {}), f"{at}/constants"), FIELDS_MAX, at)
    for name in constants:
        if EACH in _place(name, f"{at}/constants"):
            raise _wrong(f"{at}/constants")
    return constants


def _fields(rule: Mapping[str, Any], codes: Mapping[str, Any], at: str) -> tuple[FieldRule, ...]:
    rows = rule.get("fields", [])
    if not isinstance(rows, list) or len(rows) > FIELDS_MAX:
        raise _wrong(f"{at}/fields")
    return tuple(_field(row, codes, f"{at}/fields/{n}") for n, row in enumerate(rows))


def _field(value: Any, codes: Mapping[str, Any], at: str) -> FieldRule:
    row = _object(value, at)
    _only(row, {"from", "to", "as", "codes", "required", "unknown"}, at)
    source, target = _place(row.get("from"), f"{at}/from"), _place(row.get("to"), f"{at}/to")
    if source.count(EACH) != target.count(EACH):
        raise _wrong(f"{at}/to")
    form, listed, unknown = row.get("as", "text"), row.get("codes"), row.get("unknown", "park")
    if form not in FORMS or not isinstance(row.get("required", False), bool):
        raise _wrong(f"{at}/as")
    if (listed is not None and listed not in codes) or unknown not in {"park", "flag"}:
        raise _wrong(f"{at}/codes")
    return FieldRule(source, target, form, listed, row.get("required", False), unknown == "flag")
