"""Two schemas compared, from the side of those who send the value or of those who receive it."""

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from typing import Any, Final

from app.contract.forms import Alternative, Form, Reader, Schema
from app.contract.rules import Change


class Side(StrEnum):
    """Who holds the value: callers send bodies and parameters; they receive answers and events."""

    SENT = "sent"
    RECEIVED = "received"


_UPPER: Final = ("maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties")
_LOWER: Final = ("minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties")
_JUDGED: Final = frozenset(
    {
        *("type", "const", "enum", "format", "pattern", "default", "properties", "required", "items"),
        *("additionalProperties", "deprecated", *_UPPER, *_LOWER),
    }
)
_FOR_PEOPLE: Final = frozenset(
    {"title", "description", "example", "examples", "externalDocs", "xml", "readOnly", "writeOnly", "$comment"}
    | {"discriminator", "$schema", "$id"}
)


class Comparison:
    """Compares schemas of two documents, each pair of named ones once a side."""

    def __init__(self, old: Mapping[str, Any], new: Mapping[str, Any]) -> None:
        self._old = Reader(old)
        self._new = Reader(new)
        self._seen: set[tuple[str, str, Side]] = set()

    def changes(self, old: Schema, new: Schema, side: Side, where: str) -> Iterator[Change]:
        """What became of a schema."""
        refs = (str(old.get("$ref", "")), str(new.get("$ref", "")), side)
        if refs[0] and refs[1]:
            if refs in self._seen:
                return
            self._seen.add(refs)
        before, after = self._old.form(old), self._new.form(new)
        yield from _null(before, after, side, where)
        if before.tag and after.tag and before.tag != after.tag:
            yield Change("tag_changed", where, f"{before.tag} → {after.tag}")
        yield from self._alternatives(before, after, side, where)

    def _alternatives(self, before: Form, after: Form, side: Side, where: str) -> Iterator[Change]:
        pairs, gone, come = _matched(_by_tag(before, after.tag), after.alternatives)
        for one, other in pairs:
            inside = where if len(before.alternatives) == 1 else f"{where} ({one.key})"
            yield from self._one(one.schema, other.schema, side, inside)
        for one in gone:
            yield Change("variant_removed", where, one.key)
        tagged = after.tag is not None or all(one.key.startswith("=") for one in come)
        added = "variant_offered" if side is Side.SENT else "tagged_variant_added" if tagged else "variant_added"
        for one in come:
            yield Change(added, where, one.key)

    def _one(self, old: Schema, new: Schema, side: Side, where: str) -> Iterator[Change]:
        yield from _type(old, new, side, where)
        yield from _enum(old, new, side, where)
        yield from _text(old, new, side, where)
        yield from _bounds(old, new, side, where)
        yield from _default(old, new, side, where)
        yield from self._fields(old, new, side, where)
        yield from self._more(old, new, side, where)
        if "items" in old and "items" in new:
            yield from self.changes(old["items"], new["items"], side, f"{where}[]")
        elif ("items" in new) != ("items" in old):
            narrowed = ("items" in new) == (side is Side.SENT)
            yield Change("type_narrowed" if narrowed else "values_closed", where, "items")
        if new.get("deprecated") and not old.get("deprecated"):
            yield Change("deprecated", where)
        for name in sorted({*old, *new} - _JUDGED - _FOR_PEOPLE):
            if not name.startswith("x-") and old.get(name) != new.get(name):
                yield Change("not_comparable", where, name)

    def _fields(self, old: Schema, new: Schema, side: Side, where: str) -> Iterator[Change]:
        before, after = old.get("properties", {}), new.get("properties", {})
        needed, needs = set(old.get("required", ())), set(new.get("required", ()))
        sent = side is Side.SENT
        for name in before:
            if name not in after:
                yield Change("field_removed", where, name)
                continue
            if name in needs - needed:
                yield Change("field_required" if sent else "field_always", where, name)
            if name in needed - needs:
                yield Change("field_optional" if sent else "field_not_always", where, name)
            yield from self.changes(before[name], after[name], side, f"{where}.{name}")
        for name in after:
            if name not in before:
                yield Change("field_required" if sent and name in needs else "field_added", where, name)

    def _more(self, old: Schema, new: Schema, side: Side, where: str) -> Iterator[Change]:
        """Fields beside the named ones."""
        before, after = old.get("additionalProperties", True), new.get("additionalProperties", True)
        if isinstance(before, Mapping) and isinstance(after, Mapping):
            yield from self.changes(before, after, side, f"{where}.*")
        elif before != after and "object" in (old.get("type") or ()):
            yield from _openness(before, after, side, where)


def _openness(before: Any, after: Any, side: Side, where: str) -> Iterator[Change]:
    wider = before is False or (after is True and isinstance(before, Mapping))
    if side is Side.SENT:
        yield Change("opened" if wider else "closed", where)
    elif before is not False:  # Readers pass over what they do not know, unless it has the wrong form.
        yield Change("values_opened" if wider else "values_closed", where)


def _by_tag(form: Form, tag: str | None) -> tuple[Alternative, ...]:
    """The alternatives, by their constants of a tag that came only later: what was alone became one of several."""
    if form.tag is not None or tag is None:
        return form.alternatives
    constants = [one.schema.get("properties", {}).get(tag, {}).get("const") for one in form.alternatives]
    return tuple(
        one if constant is None else Alternative(str(constant), one.schema)
        for one, constant in zip(form.alternatives, constants, strict=True)
    )


def _matched(
    old: Iterable[Alternative], new: Iterable[Alternative]
) -> tuple[list[tuple[Alternative, Alternative]], list[Alternative], list[Alternative]]:
    """Pairs by key; where one of each is left, they are the same thing under another name."""
    gone, come = list(old), list(new)
    pairs = []
    for one in tuple(gone):
        other = next((candidate for candidate in come if candidate.key == one.key), None)
        if other is not None:
            gone.remove(one)
            come.remove(other)
            pairs.append((one, other))
    if len(gone) == 1 and len(come) == 1 and not pairs:
        return [(gone[0], come[0])], [], []
    return pairs, gone, come


def _null(before: Form, after: Form, side: Side, where: str) -> Iterator[Change]:
    if before.nullable == after.nullable:
        return
    if side is Side.SENT:
        yield Change("now_nullable" if after.nullable else "not_nullable", where)
    else:
        yield Change("nullable" if after.nullable else "never_null", where)


def _type(old: Schema, new: Schema, side: Side, where: str) -> Iterator[Change]:
    before, after = _types(old), _types(new)
    if before == after:
        return
    what = f"{_said(before)} → {_said(after)}"
    wider, narrower = _within(before, after), _within(after, before)
    if side is Side.SENT:
        yield Change("type_widened_for_senders" if wider else "type_narrowed", where, what)
    else:
        yield Change("type_narrowed_for_readers" if narrower else "type_widened", where, what)


def _types(schema: Schema) -> frozenset[str] | None:
    given = schema.get("type")
    return None if given is None else frozenset(given)


def _said(types: frozenset[str] | None) -> str:
    return "any" if types is None else "|".join(sorted(types))


def _within(inner: frozenset[str] | None, outer: frozenset[str] | None) -> bool:
    """Whether every value of the first types is one of the second; a whole number is a number."""
    if outer is None:
        return True
    if inner is None:
        return False
    return all(name in outer or (name == "integer" and "number" in outer) for name in inner)


def _enum(old: Schema, new: Schema, side: Side, where: str) -> Iterator[Change]:
    before, after = _values(old), _values(new)
    if before is None and after is None:
        return
    if before is None:
        yield Change("enum_imposed" if side is Side.SENT else "enum_listed", where)
        return
    if after is None:
        yield Change("enum_opened", where)
        return
    for value in before:
        if value not in after:
            yield Change("enum_value_removed", where, str(value))
    for value in after:
        if value not in before:
            yield Change("enum_value_added", where, str(value))


def _values(schema: Schema) -> list[Any] | None:
    if "const" in schema:
        return [schema["const"]]
    given = schema.get("enum")
    return None if given is None else list(given)


def _text(old: Schema, new: Schema, side: Side, where: str) -> Iterator[Change]:
    sent = side is Side.SENT
    before, after = old.get("format"), new.get("format")
    if before != after:
        if before is None:
            yield Change("format_imposed" if sent else "format_told", where, str(after))
        elif after is None:
            yield Change("format_opened" if sent else "format_dropped", where, str(before))
        else:
            yield Change("format_changed", where, f"{before} → {after}")
    if old.get("pattern") != new.get("pattern"):
        dropped = "pattern" not in new
        yield Change("pattern_told" if not sent else "pattern_dropped" if dropped else "pattern_imposed", where)


def _bounds(old: Schema, new: Schema, side: Side, where: str) -> Iterator[Change]:
    for name in (*_UPPER, *_LOWER):
        before, after = old.get(name), new.get(name)
        if before == after:
            continue
        if side is Side.RECEIVED:
            yield Change("bounds_moved", where, name)
            continue
        yield Change("bounds_tightened" if _tighter(name, before, after) else "bounds_loosened", where, name)


def _tighter(name: str, before: float | None, after: float | None) -> bool:
    if after is None:
        return False
    if before is None:
        return name in _UPPER or after > 0 or name in {"minimum", "exclusiveMinimum"}
    return after < before if name in _UPPER else after > before


def _default(old: Schema, new: Schema, side: Side, where: str) -> Iterator[Change]:
    if side is Side.RECEIVED or (("default" in old) == ("default" in new) and old.get("default") == new.get("default")):
        return
    yield Change("default_changed" if "default" in old else "default_told", where)
