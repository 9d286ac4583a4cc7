"""Schemas brought to one form: references followed, `allOf` merged, null apart, a choice as a list of alternatives."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

Schema = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Alternative:
    """One form that a value may have.

    Attributes:
        key: What tells it apart from the others: tag, name, or type.
        schema: Without `$ref`, `allOf`, `oneOf`, `anyOf` and null.
    """

    key: str
    schema: Schema


@dataclass(frozen=True, slots=True)
class Form:
    """A schema in its normal form. `tag` is the property that tells the alternatives apart, where there is one."""

    alternatives: tuple[Alternative, ...]
    nullable: bool
    tag: str | None


class Reader:
    """Reads schemas of one document."""

    def __init__(self, document: Mapping[str, Any]) -> None:
        self._document = document

    def resolved(self, node: Any) -> Any:
        """What a reference leads to, through any number of them; one that leads nowhere says nothing."""
        while isinstance(node, Mapping) and "$ref" in node:
            beside = {name: value for name, value in node.items() if name != "$ref"}
            found: Any = self._document
            for part in node["$ref"].removeprefix("#/").split("/"):
                found = found.get(part.replace("~1", "/").replace("~0", "~"), {})
            node = {**found, **beside}
        return node

    def form(self, schema: Schema) -> Form:
        """The normal form of a schema."""
        whole = self._merged(schema)
        choices = [*whole.get("oneOf", ()), *whole.get("anyOf", ())]
        if not choices:
            types, nullable = self._types(whole)
            if nullable and types == []:
                return Form((), nullable=True, tag=None)
            plain = {name: value for name, value in whole.items() if name not in {"nullable", "type"}}
            kept = {**plain, "type": types} if types is not None else plain
            return Form((Alternative(_key(schema, kept), kept),), nullable, tag=None)
        outer = {name: value for name, value in whole.items() if name in {"properties", "required", "type"}}
        forms = [(choice, self.form(_both(outer, choice))) for choice in choices]
        discriminator = whole.get("discriminator") or {}
        return Form(
            tuple(
                Alternative(_tag(discriminator, choice) or alternative.key, alternative.schema)
                for choice, form in forms
                for alternative in form.alternatives
            ),
            any(form.nullable for _, form in forms) or bool(whole.get("nullable")),
            discriminator.get("propertyName"),
        )

    def _types(self, schema: Schema) -> tuple[list[str] | None, bool]:
        """Types without null, and whether null is among them; None where any type will do."""
        given = schema.get("type")
        nullable = bool(schema.get("nullable"))
        if given is None:
            return None, nullable
        types = [given] if isinstance(given, str) else list(given)
        return [name for name in types if name != "null"], nullable or "null" in types

    def _merged(self, schema: Schema) -> dict[str, Any]:
        whole: dict[str, Any] = dict(self.resolved(schema))
        parts = whole.pop("allOf", ())
        for part in parts:
            whole = _both(self._merged(part), whole)
        return whole


def _both(first: Schema, second: Schema) -> dict[str, Any]:
    """What satisfies both: the second wins, properties and required fields of both count."""
    if not first:
        return dict(second)
    merged = {**first, **second}
    for name in ("properties",):
        if name in first or name in second:
            merged[name] = {**first.get(name, {}), **second.get(name, {})}
    required = [*first.get("required", ()), *second.get("required", ())]
    if required:
        merged["required"] = list(dict.fromkeys(required))
    return merged


def _key(source: Schema, schema: Schema) -> str:
    if "$ref" in source:
        return str(source["$ref"]).rsplit("/", 1)[-1]
    if "const" in schema:
        return f"={schema['const']}"
    if "title" in source and schema.get("type") == ["object"]:
        return str(source["title"])
    return f"{'|'.join(schema.get('type') or ['any'])}:{schema.get('format', '')}"


def _tag(discriminator: Mapping[str, Any], choice: Schema) -> str | None:
    mapping = discriminator.get("mapping") or {}
    ref = choice.get("$ref")
    return next((str(value) for value, target in mapping.items() if target == ref), None)
