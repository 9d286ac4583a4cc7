"""`sutiao.ts`: the types of the contract for TypeScript; no code that runs."""

from collections.abc import Mapping
from typing import Any, Final

from app.contract.operations import Document, Operation, Schema, event_types, operations, type_name

HEAD: Final = """// What the API takes and gives. Generated from the contract; not to be edited.
// Lists of codes grow: a value that is not among the literals of a type may come in an answer.

"""
_PLAIN: Final[Mapping[str, str]] = {
    "string": "string",
    "integer": "number",
    "number": "number",
    "boolean": "boolean",
    "null": "null",
}


def typescript(document: Document) -> str:
    """The whole file: schemas, operations by id, events by type."""
    schemas = [_declared(type_name(name), schema) for name, schema in document["components"]["schemas"].items()]
    calls = "".join(_operation(operation) for operation in operations(document))
    events = "".join(f'  "{name}": {_type(schema)};\n' for name, schema in event_types(document).items())
    return (
        HEAD
        + "\n".join(schemas)
        + f"\n/** Every operation by its id. */\nexport interface Operations {{\n{calls}}}\n"
        + f"\n/** Every event by its type. */\nexport interface EventsByType {{\n{events}}}\n"
        + "\n/** Any event; `type` tells which. */\nexport type AnyEvent = EventsByType[keyof EventsByType];\n"
    )


def _declared(name: str, schema: Schema) -> str:
    comment = _comment(schema.get("description", ""), "")
    if schema.get("properties"):
        return f"{comment}export interface {name} {_object(schema, '')}\n"
    return f"{comment}export type {name} = {_type(schema)};\n"


def _object(schema: Schema, indent: str) -> str:
    needed, inner = set(schema.get("required", ())), f"{indent}  "
    lines = [
        f"{_comment(value.get('description', ''), inner)}{inner}{_key(name)}{'' if name in needed else '?'}: "
        f"{_type(value, inner)};\n"
        for name, value in schema["properties"].items()
    ]
    return "{\n" + "".join(lines) + f"{indent}}}"


def _type(schema: Schema, indent: str = "") -> str:
    if "$ref" in schema:
        return type_name(schema["$ref"].rsplit("/", 1)[-1])
    if "const" in schema:
        return _literal(schema["const"])
    if "enum" in schema:
        return " | ".join(_literal(value) for value in schema["enum"])
    choices = schema.get("anyOf") or schema.get("oneOf")
    if choices:
        return _union([_type(one, indent) for one in choices])
    if schema.get("allOf"):
        return " & ".join(_type(one, indent) for one in schema["allOf"])
    return _of_type(schema, indent)


def _of_type(schema: Schema, indent: str) -> str:
    given = schema.get("type")
    if isinstance(given, list):
        return _union([_of_type({**schema, "type": one}, indent) for one in given])
    if given == "array":
        return f"Array<{_type(schema.get('items', {}), indent)}>"
    if given == "object" or "properties" in schema:
        if schema.get("properties"):
            return _object(schema, indent)
        values = schema.get("additionalProperties")
        inner = _type(values, indent) if isinstance(values, Mapping) and values else "unknown"
        return f"Record<string, {inner}>"
    return _PLAIN.get(str(given), "unknown")


def _operation(operation: Operation) -> str:
    said = _comment(operation.summary + ("\n@deprecated" if operation.deprecated else ""), "  ")
    made = "unknown" if operation.made is None else _type(operation.made, "    ")
    dry = "never" if operation.rehearsed is None else _type(operation.rehearsed, "    ")
    body = "never" if operation.body_kind is None else "string"
    body = body if operation.body is None else _type(operation.body, "    ")
    return (
        f"{said}  {operation.name}: {{\n"
        f'    method: "{operation.method}";\n'
        f'    path: "{operation.path}";\n'
        f"    parameters: {_parameters(operation)};\n"
        f"    body: {body};\n"
        f"    answer: {made};\n"
        f"    rehearsal: {dry};\n"
        f"    keyed: {str(operation.keyed).lower()};\n"
        f"    versioned: {str(operation.versioned).lower()};\n"
        "  };\n"
    )


def _parameters(operation: Operation) -> str:
    if not operation.parameters:
        return "Record<string, never>"
    named = [f"{_key(p.name)}{'' if p.required else '?'}: {_type(p.schema)}" for p in operation.parameters]
    return "{ " + "; ".join(named) + " }"


def _key(name: str) -> str:
    return name if name.isidentifier() and name.isascii() else f'"{name}"'


def _literal(value: Any) -> str:
    if isinstance(value, str):
        return f'"{value}"'
    return str(value).lower() if isinstance(value, bool) else "null" if value is None else str(value)


def _union(kinds: list[str]) -> str:
    return " | ".join(dict.fromkeys(kinds))


def _comment(text: str, indent: str) -> str:
    lines = [line.strip().replace("*/", "* /") for line in text.strip().splitlines() if line.strip()]
    if not lines:
        return ""
    if len(lines) == 1:
        return f"{indent}/** {lines[0]} */\n"
    return f"{indent}/**\n" + "".join(f"{indent} * {line}\n" for line in lines) + f"{indent} */\n"
