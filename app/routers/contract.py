"""The contract as OpenAPI: what routes declare about themselves.

Routes read their bodies themselves, because checks come in an order of our own; so bodies, headers and refusals are
declared here, and `contract_document.py` makes the whole of it. Nothing here runs while a request is answered.
"""

from collections.abc import Iterable
from pathlib import Path as FilePath
from typing import Annotated, Any, Final

from fastapi import Path
from pydantic import BaseModel

EXAMPLES: Final = FilePath(__file__).resolve().parents[2] / "openapi" / "examples"
ANSWERS: Final = EXAMPLES / "answers"
EVENT_EXAMPLES: Final = EXAMPLES / "events"
DESCRIPTION: Final = """诉调对接 — courts hand disputes to mediation organisations and get them back.

**Writes** need an `Idempotency-Key`: repeat a request with the same key and body as often as you like, it happens once
and answers the same, whatever `If-Match` then says; such an answer carries `Idempotency-Replayed: true`. A refusal
leaves the key free. `?dry_run=true` makes all checks and writes nothing. Writes to a referral need `If-Match` with the
version that you read (its `ETag`), or `*` to be judged by the state alone.

**Refusals** are `application/problem+json` with a stable `code`; `errors` names fields by JSON pointer. Nothing that
was sent is repeated. `detail` is Chinese, or English where `Accept-Language` prefers it. Checks come in this order:
401, 429, 400 and 413, 404, 403, known key, 422, 428, 412, 409. A body without `Content-Type: application/json` is 400
`content_type_not_json`; a parameter that is not in this contract is 422. `expected` beside a field says in short what
would have been right, and `type` is an address that tells what the code means.

**Lists** are for looking things up. To keep in step, read the feed: every event once, in an order that never changes.

**Limits**: `RateLimit-Policy` and `RateLimit` come with every answer to a known key. Above the limit the answer is 429
with `Retry-After`; nothing was done.

**Growth**: within v1 the contract only grows. Expect new fields in answers, new codes in lists, new types of event.
What is on its way out is marked `deprecated` here and told by `Deprecation`, `Sunset` and `Link` on its answers.
"""
TAGS: Final = (
    {"name": "referrals", "description": "委派, 委托, 自主受理, 移送: open, read, move."},
    {"name": "procedures", "description": "司法确认, 调解书, 撤诉, 立案, 支付令 and the others under a referral."},
    {"name": "series", "description": "系列案: referrals that are handled together."},
    {"name": "events", "description": "The feed."},
    {"name": "registry", "description": "Courts, organisations, mediators, channels, clients."},
    {"name": "platforms", "description": "法院平台: adapters to systems of courts."},
    {"name": "audit", "description": "Who read personal data."},
    {"name": "reference", "description": "Lifecycle, code lists, calendar, and who you are."},
    {"name": "development", "description": "The legal clock; absent in production."},
    {"name": "documents", "description": "Files under a referral, and what may be handed over of them."},
    {"name": "webhooks", "description": "Endpoints that your feed is delivered to, deliveries, receipts."},
    {"name": "health", "description": "For whoever runs the service."},
)

FROM_BODIES: Final = (400, 413)
OWN: Final = "x-sutiao"
BODIES: Final[dict[str, Any]] = {}

ReferralPath = Annotated[str, Path(description="Id of the referral.", json_schema_extra={"format": "uuid"})]
ProcedurePath = Annotated[str, Path(description="Id of the procedure.", json_schema_extra={"format": "uuid"})]
DisputePath = Annotated[str, Path(description="Id of the dispute.", json_schema_extra={"format": "uuid"})]
SeriesPath = Annotated[str, Path(description="Id of the series.", json_schema_extra={"format": "uuid"})]
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
HEADERS: Final[dict[str, dict[str, Any]]] = {
    "ETag": {"description": "The version of the referral or the endpoint, in quotes.", "schema": {"type": "string"}},
    "Location": {"description": "Path of what was made.", "schema": {"type": "string"}},
    "Link": {"description": "The next page, where there is one.", "schema": {"type": "string"}},
    "Idempotency-Replayed": {
        "description": "`true`: this answer was given before.",
        "schema": {"type": "string", "enum": ["true"]},
    },
    "Content-Language": {"description": "`zh-CN`, or `en` by Accept-Language.", "schema": {"type": "string"}},
    "Vary": {"description": "`Accept-Language`.", "schema": {"type": "string"}},
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
    labelled: bool = False,
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
        labelled: Whether texts in it follow Accept-Language.
    """
    named = {"ETag": versioned, "Link": paged, "Content-Language": labelled, "Vary": labelled}
    headers = [header for header, wanted in named.items() if wanted]
    return {
        "operation_id": name,
        "summary": summary,
        "response_model": shows,
        "responses": {200: {"headers": {header: HEADERS[header] for header in headers}}},
        "openapi_extra": {OWN: {"scope": scope, "refusals": [404] if one else []}},
    }


def without_key(route: dict[str, Any], *refusals: int) -> dict[str, Any]:
    """The arguments of a route that needs no key and refuses with these statuses only."""
    return {**route, "openapi_extra": {OWN: {"open": True, "refusals": list(refusals)}}}


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
        body: Model or discriminated union of the body; None where there is none.
        scope: Scope that the key needs.
        refusals: Statuses beside those that every write can have.
        rehearsed: What a dry run answers, with 200.
        made: What it answers with 201; or
        done: what it answers with 200.
        versioned: Whether it needs If-Match.
    """
    if body is not None:
        BODIES[name] = body
    ok: Any = rehearsed if done is None or done is rehearsed else done | rehearsed
    replayed = {"Idempotency-Replayed": HEADERS["Idempotency-Replayed"]}
    tagged = {"ETag": HEADERS["ETag"]} if versioned or name == "open_referral" else {}
    responses: dict[int, dict[str, Any]] = {200: {"model": ok, "headers": {**tagged, **replayed}}}
    if made is not None:
        responses[201] = {"model": made, "headers": {"Location": HEADERS["Location"], **tagged, **replayed}}
        responses[200] = {"model": ok, "description": "What would happen; only with `dry_run=true`."}
    return {
        "operation_id": name,
        "summary": summary,
        "status_code": 200 if made is None else 201,
        "responses": responses,
        "openapi_extra": {
            "parameters": [_KEY, *([_IF_MATCH] if versioned else []), _DRY_RUN],
            OWN: {
                "scope": scope,
                **({} if body is None else {"body": name}),
                "refusals": [*FROM_BODIES, *refusals, *((412, 428) if versioned else ())],
            },
        },
    }
