"""`models.py` of the Python client: each schema as a TypedDict or a type alias, so that JSON is used as it comes."""

import keyword
from collections.abc import Mapping
from typing import Any, Final

from app.contract.operations import Document, Schema, camel, type_name

HEAD: Final = '''"""What the API takes and gives, as JSON has it. Generated from the contract; not to be edited.

Lists of codes grow: a value that is not among the literals of a type may come in an answer.
"""

from __future__ import annotations

from typing import Any, Literal, NotRequired, TypeAlias, TypedDict

'''
_PLAIN: Final[Mapping[str, str]] = {
    "string": "str",
    "integer": "int",
    "number": "float",
    "boolean": "bool",
    "null": "None",
}
_WIDTH: Final = 120


class Models:
    """The models of one contract; also says the type of any schema in it, making models of nested objects."""

    def __init__(self, document: Document) -> None:
        self._schemas: Mapping[str, Schema] = document["components"]["schemas"]
        self._made: dict[str, str] = {}
        for name, schema in self._schemas.items():
            self._made[type_name(name)] = ""
            self._made[type_name(name)] = self._model(type_name(name), schema)

    def text(self) -> str:
        """The whole module."""
        return HEAD + "\n\n".join(self._made[name] for name in sorted(self._made))

    def names(self) -> frozenset[str]:
        """Names of all models."""
        return frozenset(self._made)

    def type_of(self, schema: Schema, owner: str) -> str:
        """The annotation for a schema.

        Args:
            schema: Any schema.
            owner: Name for the model of an object that has none of its own.
        """
        if "$ref" in schema:
            return type_name(schema["$ref"].rsplit("/", 1)[-1])
        if "const" in schema:
            return f"Literal[{schema['const']!r}]".replace("'", '"')
        if "enum" in schema:
            return self._literal(schema["enum"])
        choices = schema.get("anyOf") or schema.get("oneOf")
        if choices:
            return _union([self.type_of(one, f"{owner}{n or ''}") for n, one in enumerate(choices)])
        if len(schema.get("allOf", ())) == 1:
            return self.type_of(schema["allOf"][0], owner)
        return self._of_type(schema, owner)

    def _of_type(self, schema: Schema, owner: str) -> str:
        given = schema.get("type")
        if isinstance(given, list):
            return _union([self._of_type({**schema, "type": one}, owner) for one in given])
        if given == "array":
            return f"list[{self.type_of(schema.get('items', {}), f'{owner}Item')}]"
        if given == "object" or "properties" in schema:
            return self._object(schema, owner)
        return _PLAIN.get(str(given), "Any")

    def _object(self, schema: Schema, owner: str) -> str:
        if schema.get("properties"):
            if owner not in self._made:
                self._made[owner] = self._model(owner, schema)
            return owner
        values = schema.get("additionalProperties")
        inner = self.type_of(values, f"{owner}Value") if isinstance(values, Mapping) and values else "Any"
        return f"dict[str, {inner}]"

    def _model(self, name: str, schema: Schema) -> str:
        if not schema.get("properties"):
            return self._alias(name, schema)
        needed = set(schema.get("required", ()))
        fields = {field: self.type_of(inner, f"{name}{camel(field)}") for field, inner in schema["properties"].items()}
        typed = {field: kind if field in needed else f"NotRequired[{kind}]" for field, kind in fields.items()}
        doc = _doc(schema.get("description", ""))
        if any(keyword.iskeyword(field) or not field.isidentifier() for field in typed):
            inside = "".join(
                f'        "{field}": "{kind.replace(chr(34), chr(39))}",\n' for field, kind in typed.items()
            )
            return f'{name} = TypedDict(\n    "{name}",\n    {{\n{inside}    }},\n)\n'
        return f"class {name}(TypedDict):\n{doc}" + "".join(_field(field, kind) for field, kind in typed.items())

    def _alias(self, name: str, schema: Schema) -> str:
        kind = self.type_of(schema, name)
        if "enum" in schema or "const" in schema:
            return f"{name}: TypeAlias = {kind}\n"
        return f'{name}: TypeAlias = "{kind.replace(chr(34), chr(39))}"\n'

    def _literal(self, values: list[Any]) -> str:
        said = ", ".join(f'"{value}"' if isinstance(value, str) else repr(value) for value in values)
        if len(said) < _WIDTH - 40:
            return f"Literal[{said}]"
        return "Literal[\n" + "".join(f'    "{value}",\n' for value in values) + "]"


def _field(name: str, kind: str) -> str:
    return f"    {name}: {kind}\n"


def _doc(description: str) -> str:
    first = description.strip().split("\n\n")[0].replace("\n", " ").replace("\\", "").strip()
    if not first:
        return ""
    return f'    """{first[: _WIDTH - 12]}"""\n\n' if len(first) > _WIDTH - 12 else f'    """{first}"""\n\n'


def _union(kinds: list[str]) -> str:
    return " | ".join(dict.fromkeys(kinds))
