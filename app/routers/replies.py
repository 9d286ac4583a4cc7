"""Answers that are not refusals: models as JSON, versions as ETags, kept receipts as they were."""

from collections.abc import Mapping
from typing import Final

import orjson
from pydantic import BaseModel
from starlette.requests import Request
from starlette.responses import Response

from app.services.envelope import Outcome

JSON: Final = "application/json"


def shown(model: BaseModel, *, version: int | None = None, headers: Mapping[str, str] | None = None) -> Response:
    """A view, with the version as its ETag where it has one."""
    more = dict(headers or {})
    if version is not None:
        more["ETag"] = etag(version)
    return Response(model.model_dump_json(), 200, more, JSON)


def told(outcome: Outcome) -> Response:
    """The answer of a write; `Idempotency-Replayed: true` where it was given before."""
    answer = outcome.answer
    headers: dict[str, str] = {}
    if answer.location is not None:
        headers["Location"] = answer.location
    if answer.version is not None:
        headers["ETag"] = etag(answer.version)
    if outcome.replayed:
        headers["Idempotency-Replayed"] = "true"
    return Response(orjson.dumps(answer.body), answer.status, headers, JSON)


def next_page(request: Request, after: str | None) -> dict[str, str]:
    """The header Link to the next page of a list: the same request with another `after`."""
    if after is None:
        return {}
    url = request.url.include_query_params(after=after)
    return {"Link": f'<{url.path}?{url.query}>; rel="next"'}


def etag(version: int) -> str:
    """A version as an entity tag."""
    return f'"{version}"'
