"""The contract as generators of clients need it: operations with their parts, names that programs can use."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

Document = Mapping[str, Any]
Schema = Mapping[str, Any]

METHODS: Final = ("get", "put", "post", "delete", "patch")
JSON: Final = "application/json"
IDEMPOTENCY_KEY: Final = "Idempotency-Key"
IF_MATCH: Final = "If-Match"
DRY_RUN: Final = "dry_run"


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter of a path, a query or the headers."""

    name: str
    place: str
    schema: Schema
    required: bool
    description: str


@dataclass(frozen=True, slots=True)
class Operation:
    """One method at one address.

    Attributes:
        name: Operation id.
        parameters: Those beside idempotency key, version and dry run.
        body: Schema of the JSON body; None where there is none, or where it is not JSON.
        body_kind: Media type of the body; None where there is none.
        made: Schema of the success that is not a rehearsal; None where it is not JSON.
        rehearsed: Schema of what a dry run answers; None where there is none.
        keyed: Whether it takes an idempotency key.
        versioned: Whether it takes If-Match.
        paged: Whether it is a list that goes on at `next`.
    """

    name: str
    method: str
    path: str
    summary: str
    deprecated: bool
    parameters: tuple[Parameter, ...]
    body: Schema | None
    body_kind: str | None
    made: Schema | None
    rehearsed: Schema | None
    keyed: bool
    versioned: bool
    paged: bool

    def of(self, place: str) -> tuple[Parameter, ...]:
        """The parameters of one place."""
        return tuple(parameter for parameter in self.parameters if parameter.place == place)


def operations(document: Document) -> tuple[Operation, ...]:
    """All operations in the order of the contract."""
    return tuple(_operations(document))


def event_types(document: Document) -> dict[str, Schema]:
    """The schema of each type of event."""
    return {
        name: item["post"]["requestBody"]["content"][JSON]["schema"]
        for name, item in document.get("webhooks", {}).items()
    }


def type_name(name: str) -> str:
    """A name of a schema as programs can have it."""
    kept = re.sub(r"[^0-9A-Za-z]+", "_", name).strip("_")
    return kept if kept[:1].isalpha() else f"T{kept}"


def camel(name: str) -> str:
    """`take_transition` as `TakeTransition`."""
    return "".join(part[:1].upper() + part[1:] for part in re.split(r"[^0-9A-Za-z]+", name))


def _operations(document: Document) -> Iterator[Operation]:
    for path, item in document["paths"].items():
        for method in METHODS:
            if method in item:
                yield _operation(document, path, method, item)


def _operation(document: Document, path: str, method: str, item: Document) -> Operation:
    found = item[method]
    parameters = [*item.get("parameters", ()), *found.get("parameters", ())]
    names = {parameter["name"] for parameter in parameters}
    body = found.get("requestBody", {}).get("content", {})
    made, rehearsed = _answers(document, found["responses"])
    after = "after" in names and "next" in _properties(document, made)
    return Operation(
        name=found["operationId"],
        method=method.upper(),
        path=path,
        summary=found.get("summary", ""),
        deprecated=bool(found.get("deprecated")),
        parameters=tuple(_parameter(x) for x in parameters if x["name"] not in {IDEMPOTENCY_KEY, IF_MATCH, DRY_RUN}),
        body=body.get(JSON, {}).get("schema"),
        body_kind=next(iter(body), None) if JSON not in body else JSON,
        made=made,
        rehearsed=rehearsed if DRY_RUN in names else None,
        keyed=IDEMPOTENCY_KEY in names,
        versioned=IF_MATCH in names,
        paged=after and "has_more" not in _properties(document, made),
    )


def _parameter(given: Document) -> Parameter:
    return Parameter(
        given["name"],
        given["in"],
        given.get("schema", {}),
        required=bool(given.get("required")),
        description=given.get("description", ""),
    )


def _answers(document: Document, responses: Document) -> tuple[Schema | None, Schema | None]:
    """What is answered when it is done, and what a dry run answers."""
    found = {
        status: response.get("content", {}).get(JSON, {}).get("schema")
        for status, response in responses.items()
        if status.startswith("2")
    }
    if len(found) > 1 and "200" in found:
        return next(schema for status, schema in found.items() if status != "200"), found["200"]
    only = next(iter(found.values()), None)
    choice = resolved(document, only).get("anyOf", ()) if only else ()
    dry = [one for one in choice if one.get("$ref", "").endswith("Rehearsal")]
    done = [one for one in choice if one not in dry]
    if len(dry) == 1 and len(done) == 1:
        return done[0], dry[0]
    return only, only


def resolved(document: Document, schema: Schema) -> Schema:
    """What a reference to a component leads to."""
    while "$ref" in schema:
        schema = document["components"]["schemas"][schema["$ref"].rsplit("/", 1)[-1]]
    return schema


def _properties(document: Document, schema: Schema | None) -> Schema:
    found: Schema = {} if schema is None else resolved(document, schema).get("properties", {})
    return found
