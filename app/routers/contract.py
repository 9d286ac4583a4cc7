"""The contract as OpenAPI: what routes declare about themselves, and the finishing of what FastAPI makes of it.

Routes read their bodies themselves, because checks come in an order of our own; so bodies, headers and refusals are
declared here. Nothing in this module runs while a request is answered.
"""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path as FilePath
from typing import Annotated, Any, Final, get_args

from fastapi import Path
from pydantic import BaseModel, TypeAdapter
from pydantic.json_schema import models_json_schema

from app.domain.errors import CATALOGUE
from app.domain.lifecycle.apply import ROWS
from app.routers.problems import KINDS, PROBLEM_TYPE, status_of
from app.routers.schemas.problem import Problem

EXAMPLES: Final = FilePath(__file__).resolve().parents[2] / "openapi" / "examples"
REF: Final = "#/components/schemas/{model}"
DESCRIPTION: Final = """诉调对接 — courts hand disputes to mediation organisations and get them back.

**Writes** need an `Idempotency-Key`: repeat a request with the same key and body as often as you like, it happens once
and answers the same, whatever `If-Match` then says; such an answer carries `Idempotency-Replayed: true`. A refusal
leaves the key free. `?dry_run=true` makes all checks and writes nothing. Writes to a referral need `If-Match` with the
version that you read (its `ETag`), or `*` to be judged by the state alone.

**Refusals** are `application/problem+json` with a stable `code`; `errors` names fields by JSON pointer. Nothing that
was sent is repeated. `detail` is Chinese, or English where `Accept-Language` prefers it. Checks come in this order:
401, 400 and 413, 404, 403, known key, 422, 428, 412, 409. A body without `Content-Type: application/json` is 400
`content_type_not_json`; a parameter that is not in this contract is 422. `expected` beside a field says in short what
would have been right, and `type` is an address that tells what the code means.

**Lists** are for looking things up. To keep in step, read the feed: every event once, in an order that never changes.
"""
TAGS: Final = (
    {"name": "referrals", "description": "委派: open, read, move."},
    {"name": "procedures", "description": "司法确认 and 立案 under a referral."},
    {"name": "events", "description": "The feed."},
    {"name": "registry", "description": "Courts, organisations, mediators, channels, clients."},
    {"name": "reference", "description": "Lifecycle, code lists, calendar, and who you are."},
    {"name": "development", "description": "The legal clock; absent in production."},
    {"name": "health", "description": "For whoever runs the service."},
)

ALWAYS: Final = (401, 403, 422, 500, 503)
FROM_BODIES: Final = (400, 413)
_REFUSALS: Final = sorted({status_of(code) for code in CATALOGUE} - {status_of("method_not_allowed")})
_OWN: Final = "x-sutiao"
_REQUEST_ID: Final = {"$ref": "#/components/headers/RequestId"}
_BODIES: Final[dict[str, Any]] = {}

ReferralPath = Annotated[str, Path(description="Id of the referral.", json_schema_extra={"format": "uuid"})]
ProcedurePath = Annotated[str, Path(description="Id of the procedure.", json_schema_extra={"format": "uuid"})]
RecordPath = Annotated[str, Path(description="Id of the record.", json_schema_extra={"format": "uuid"})]

_KEY: Final = {
    "name": "Idempotency-Key",
    "in": "header",
    "required": False,
    "description": "Required, except with `dry_run=true`: 1 to 255 visible ASCII characters, yours to choose.",
    "schema": {"type": "string", "pattern": "^[!-~]{1,255}$"},
}
_DRY_RUN: Final = {
    "name": "dry_run",
    "in": "query",
    "required": False,
    "description": "All checks, no effect; answers what would happen.",
    "schema": {"type": "boolean", "default": False},
}
_IF_MATCH: Final = {
    "name": "If-Match",
    "in": "header",
    "required": False,
    "description": 'Required: the version that you read, in quotes (`"3"`), or `*`.',
    "schema": {"type": "string", "pattern": '^("[1-9][0-9]{0,8}"|\\*)$'},
}
_HEADERS: Final[dict[str, dict[str, Any]]] = {
    "ETag": {"description": "The referral's version, in quotes.", "schema": {"type": "string"}},
    "Location": {"description": "Path of what was made.", "schema": {"type": "string"}},
    "Link": {"description": "The next page, where there is one.", "schema": {"type": "string"}},
    "Idempotency-Replayed": {
        "description": "`true`: this answer was given before.",
        "schema": {"type": "string", "enum": ["true"]},
    },
}


def reading(
    name: str,
    summary: str,
    shows: type[BaseModel],
    *,
    scope: str | None = None,
    one: bool = False,
    paged: bool = False,
    versioned: bool = False,
) -> dict[str, Any]:
    """Arguments of a route that reads.

    Args:
        name: Operation id.
        summary: One line for people.
        shows: The view.
        scope: Scope that the key needs; None for any key.
        one: Whether it can be not there.
        paged: Whether it is a page of a list.
        versioned: Whether it has an ETag.
    """
    headers = [*(["ETag"] if versioned else []), *(["Link"] if paged else [])]
    return {
        "operation_id": name,
        "summary": summary,
        "response_model": shows,
        "responses": {200: {"headers": {header: _HEADERS[header] for header in headers}}},
        "openapi_extra": {_OWN: {"scope": scope, "refusals": [404] if one else []}},
    }


def without_key(route: dict[str, Any], *refusals: int) -> dict[str, Any]:
    """The arguments of a route that needs no key and refuses with these statuses only."""
    return {**route, "openapi_extra": {_OWN: {"open": True, "refusals": list(refusals)}}}


def writing(
    name: str,
    summary: str,
    *,
    body: Any,
    scope: str,
    refusals: Iterable[int],
    rehearsed: type[BaseModel],
    made: type[BaseModel] | None = None,
    done: type[BaseModel] | None = None,
    versioned: bool = False,
) -> dict[str, Any]:
    """Arguments of a route that writes.

    Args:
        name: Operation id.
        summary: One line for people.
        body: Model or discriminated union of the body.
        scope: Scope that the key needs.
        refusals: Statuses beside those that every write can have.
        rehearsed: What a dry run answers, with 200.
        made: What it answers with 201; or
        done: what it answers with 200.
        versioned: Whether it needs If-Match.
    """
    _BODIES[name] = body
    ok: Any = rehearsed if done is None or done is rehearsed else done | rehearsed
    replayed = {"Idempotency-Replayed": _HEADERS["Idempotency-Replayed"]}
    tagged = {"ETag": _HEADERS["ETag"]} if versioned or name == "open_referral" else {}
    responses: dict[int, dict[str, Any]] = {200: {"model": ok, "headers": {**tagged, **replayed}}}
    if made is not None:
        responses[201] = {"model": made, "headers": {"Location": _HEADERS["Location"], **tagged, **replayed}}
        responses[200] = {"model": ok, "description": "What would happen; only with `dry_run=true`."}
    return {
        "operation_id": name,
        "summary": summary,
        "status_code": 200 if made is None else 201,
        "responses": responses,
        "openapi_extra": {
            "parameters": [_KEY, *([_IF_MATCH] if versioned else []), _DRY_RUN],
            _OWN: {
                "scope": scope,
                "body": name,
                "refusals": [*FROM_BODIES, *refusals, *((412, 428) if versioned else ())],
            },
        },
    }


def examples() -> dict[str, dict[str, Any]]:
    """Example bodies by operation id, then by name of the variant; none where the folder is not deployed."""
    found: dict[str, dict[str, Any]] = {}
    for path in sorted(EXAMPLES.glob("*.json")):
        operation, _, variant = path.stem.partition(".")
        found.setdefault(operation, {})[variant or "example"] = json.loads(path.read_text(encoding="utf-8"))
    return found


def finish(document: dict[str, Any]) -> dict[str, Any]:
    """FastAPI's document, changed in place: with bodies, refusals, scopes, examples and the security scheme."""
    bodies = examples()
    schemas = document["components"]["schemas"]
    for unused in ("HTTPValidationError", "ValidationError"):
        schemas.pop(unused, None)
    schemas |= _definitions([Problem], "serialization")
    document["components"]["securitySchemes"] = {
        "key": {"type": "http", "scheme": "bearer", "description": "API key of a client: `sutiao_…`."}
    }
    document["components"]["responses"] = {f"Refusal{status}": _refusal(status) for status in _REFUSALS}
    document["components"]["headers"] = {
        "RequestId": {"description": "Names this request in logs.", "schema": {"type": "string"}}
    }
    document["security"] = [{"key": []}]
    for path in document["paths"].values():
        for operation in path.values():
            _finish_operation(operation, schemas, bodies)
    document["components"]["schemas"] = dict(sorted(schemas.items()))
    return document


def _finish_operation(
    operation: dict[str, Any], schemas: dict[str, Any], bodies: Mapping[str, Mapping[str, Any]]
) -> None:
    own = operation.pop(_OWN, {"scope": "feed:read", "refusals": [409]})
    if own.get("open"):
        operation["security"] = []
    elif own.get("scope"):
        operation["description"] = f"{operation.get('description', '')}\n\nScope: `{own['scope']}`.".strip()
    if "body" in own:
        shown = bodies.get(own["body"], {})
        operation["requestBody"] = _request_body(own["body"], schemas, shown)
    statuses = own["refusals"] if own.get("open") else sorted({*ALWAYS, *own["refusals"]})
    for status in statuses:
        operation["responses"][str(status)] = {"$ref": f"#/components/responses/Refusal{status}"}
    for answer in operation["responses"].values():
        if "$ref" not in answer:
            answer.setdefault("headers", {})["X-Request-Id"] = _REQUEST_ID


def _request_body(name: str, schemas: dict[str, Any], examples: Mapping[str, Any]) -> dict[str, Any]:
    body = _BODIES[name]
    schema = TypeAdapter(body).json_schema(ref_template=REF)
    schemas |= schema.pop("$defs", {})
    if isinstance(body, type):
        schemas[body.__name__] = schema
        schema = {"$ref": REF.format(model=body.__name__)}
    else:
        for member in get_args(get_args(body)[0]):
            _tell_who(schemas[member.__name__], examples)
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
    title = next((kind.en for kind in KINDS.values() if kind.status == status), "Something failed inside")
    listed = ", ".join(f"`{code}`" for code in codes)
    answer: dict[str, Any] = {
        "description": f"{title}: {listed}.",
        "content": {PROBLEM_TYPE: {"schema": {"$ref": REF.format(model="Problem")}}},
    }
    answer["headers"] = {"X-Request-Id": _REQUEST_ID}
    if status == status_of("too_busy"):
        answer["headers"]["Retry-After"] = {"description": "Seconds.", "schema": {"type": "string"}}
    return answer
