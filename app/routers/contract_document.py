"""The whole contract: what FastAPI makes of the routes, finished with bodies, refusals, examples and events.

Nothing in this module runs while a request is answered.
"""

import json
from collections.abc import Mapping
from typing import Any, Final, get_args

from pydantic import BaseModel, TypeAdapter
from pydantic.json_schema import models_json_schema

from app.domain.errors import CATALOGUE
from app.domain.lifecycle.apply import ROWS
from app.routers import deprecation, event_schemas, webhook_contract
from app.routers.contract import ANSWERS, BODIES, EXAMPLES, HEADERS, OWN
from app.routers.contract_links import add_links
from app.routers.problems import KINDS, PROBLEM_TYPE, status_of
from app.routers.schemas.problem import Problem

REF: Final = "#/components/schemas/{model}"
ALWAYS: Final = (401, 403, 422, 429, 500, 503)

_REFUSALS: Final = sorted({status_of(code) for code in CATALOGUE} - {status_of("method_not_allowed")})
_FAILED: Final = "Something failed inside"
_TITLES: Final = {406: "No such form of the answer", 410: "No longer kept"}
_REQUEST_ID: Final = {"$ref": "#/components/headers/RequestId"}
_RATE: Final[dict[str, Any]] = {
    name: {"$ref": f"#/components/headers/{name}"} for name in ("RateLimit", "RateLimit-Policy")
}
_SHARED: Final[dict[str, dict[str, Any]]] = {
    "RequestId": {"description": "Names this request in logs.", "schema": {"type": "string"}},
    "RateLimit": {
        "description": "What is left: `r` requests now, `t` seconds until all are there again.",
        "schema": {"type": "string", "examples": ['"client";r=1199;t=1']},
    },
    "RateLimit-Policy": {
        "description": "What holds for each client: `q` requests at once, refilled within `w` seconds.",
        "schema": {"type": "string", "examples": ['"client";q=1200;w=2']},
    },
}


def examples() -> dict[str, dict[str, Any]]:
    """Example bodies by operation id, then by name of the variant; none where the folder is not deployed."""
    found: dict[str, dict[str, Any]] = {}
    for path in sorted(EXAMPLES.glob("*.json")):
        operation, _, variant = path.stem.partition(".")
        found.setdefault(operation, {})[variant or "example"] = json.loads(path.read_text(encoding="utf-8"))
    return found


def kept_answers() -> dict[str, dict[str, Any]]:
    """Example answers by operation id, then by status."""
    found: dict[str, dict[str, Any]] = {}
    for path in sorted(ANSWERS.glob("*.json")):
        operation, _, status = path.stem.rpartition(".")
        found.setdefault(operation, {})[status] = json.loads(path.read_text(encoding="utf-8"))
    return found


def finish(document: dict[str, Any], table: deprecation.Table = ()) -> dict[str, Any]:
    """FastAPI's document, changed in place.

    It gets bodies, refusals, scopes, examples, the events as webhooks, the security scheme, and marks on what is
    deprecated.
    """
    bodies = examples()
    schemas = document["components"]["schemas"]
    for unused in ("HTTPValidationError", "ValidationError"):
        schemas.pop(unused, None)
    schemas |= _definitions([Problem], "serialization")
    document["components"]["securitySchemes"] = {
        "key": {"type": "http", "scheme": "bearer", "description": "API key of a client: `sutiao_…`."}
    }
    document["components"]["responses"] = {f"Refusal{status}": _refusal(status) for status in _REFUSALS}
    document["components"]["headers"] = _SHARED
    document["security"] = [{"key": []}]
    answers = kept_answers()
    for path in document["paths"].values():
        for operation in path.values():
            _finish_operation(operation, schemas, bodies)
            _finish_answers(operation, schemas, answers.get(operation["operationId"], {}))
    add_links(document["paths"])
    schemas |= event_schemas.components() | webhook_contract.components()
    document["webhooks"] = webhook_contract.section()
    document["components"]["parameters"] = webhook_contract.parameters()
    document["components"]["schemas"] = dict(sorted(schemas.items()))
    deprecation.mark(document, table)
    return document


def _finish_answers(operation: dict[str, Any], schemas: dict[str, Any], examples: Mapping[str, Any]) -> None:
    """Name each answer that is a choice of several, and show an example of each that is not a refusal."""
    for status, answer in operation["responses"].items():
        content = answer.get("content", {}).get("application/json")
        if content is None:
            continue
        if "$ref" not in content.get("schema", {}):
            content["schema"] = _named(
                f"{event_schemas.camel(operation['operationId'])}Answer", content["schema"], schemas
            )
        if status in examples:
            content["example"] = examples[status]


def _named(name: str, schema: dict[str, Any], schemas: dict[str, Any]) -> dict[str, str]:
    schemas[name] = {**schema, "title": name}
    return {"$ref": REF.format(model=name)}


def _finish_operation(
    operation: dict[str, Any], schemas: dict[str, Any], bodies: Mapping[str, Mapping[str, Any]]
) -> None:
    own = operation.pop(OWN, {"scope": "feed:read", "refusals": [409]})
    open_to_all = bool(own.get("open"))
    if open_to_all:
        operation["security"] = []
        operation["responses"].pop("422", None)  # FastAPI's own; what does not parse is not there.
    elif own.get("scope"):
        operation["description"] = f"{operation.get('description', '')}\n\nScope: `{own['scope']}`.".strip()
    if "body" in own:
        operation["requestBody"] = _request_body(own["body"], schemas, bodies.get(own["body"], {}))
    for status in own["refusals"] if open_to_all else sorted({*ALWAYS, *own["refusals"]}):
        operation["responses"][str(status)] = {"$ref": f"#/components/responses/Refusal{status}"}
    rate = {} if open_to_all else _RATE
    for answer in operation["responses"].values():
        if "$ref" not in answer:
            answer["headers"] = {**answer.get("headers", {}), "X-Request-Id": _REQUEST_ID, **rate}


def _request_body(name: str, schemas: dict[str, Any], examples: Mapping[str, Any]) -> dict[str, Any]:
    body = BODIES[name]
    schema = TypeAdapter(body).json_schema(ref_template=REF)
    for model, definition in schema.pop("$defs", {}).items():
        schemas.setdefault(model, definition)  # Two operations may take the same variants.
    if isinstance(body, type):
        schemas[body.__name__] = schema
        schema = {"$ref": REF.format(model=body.__name__)}
    else:
        for member in get_args(get_args(body)[0]):
            _tell_who(schemas[member.__name__], examples)
        schema = _named(f"{event_schemas.camel(name)}Body", schema, schemas)
    content: dict[str, Any] = {"schema": schema}
    if examples:
        content["examples"] = {variant: {"value": value} for variant, value in sorted(examples.items())}
    return {"required": True, "content": {"application/json": content}}


def _tell_who(schema: dict[str, Any], examples: Mapping[str, Any]) -> None:
    """Put scope, actors and example beside each action."""
    action = schema["properties"]["action"]["const"]
    schema["x-scope"] = "referrals:write"
    schema["x-actors"] = sorted({actor.value for row in ROWS if row.action.value == action for actor in row.by})
    if action in examples:
        schema["examples"] = [examples[action]]


def _definitions(models: list[type[BaseModel]], mode: Any) -> dict[str, Any]:
    _, found = models_json_schema([(model, mode) for model in models], ref_template=REF)
    definitions: dict[str, Any] = found["$defs"]
    return definitions


def _refusal(status: int) -> dict[str, Any]:
    codes = sorted(code for code in CATALOGUE if status_of(code) == status)
    title = next((kind.en for kind in KINDS.values() if kind.status == status), _TITLES.get(status, _FAILED))
    listed = ", ".join(f"`{code}`" for code in codes)
    answer: dict[str, Any] = {
        "description": f"{title}: {listed}.",
        "content": {PROBLEM_TYPE: {"schema": {"$ref": REF.format(model="Problem")}}},
    }
    answer["headers"] = {"X-Request-Id": _REQUEST_ID, "Content-Language": HEADERS["Content-Language"]}
    answer["headers"]["Vary"] = HEADERS["Vary"]
    if status == status_of("too_many_requests"):
        answer["headers"] |= _RATE
    if status in {status_of("too_busy"), status_of("too_many_requests")}:
        answer["headers"]["Retry-After"] = {"description": "Seconds.", "schema": {"type": "string"}}
    return answer
