"""Answers that are not refusals: models as JSON, versions as ETags, kept receipts as they were."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from operator import attrgetter
from typing import Final, TypeVar

import orjson
from pydantic import BaseModel
from starlette.requests import Request
from starlette.responses import Response

from app.routers.problems import content_language
from app.services.envelope import Outcome
from app.services.registry import Issued

JSON: Final = "application/json"

Row = TypeVar("Row")


def shown(
    model: BaseModel,
    *,
    version: int | None = None,
    headers: Mapping[str, str] | None = None,
    language: str | None = None,
) -> Response:
    """A view.

    Args:
        model: The view.
        version: Its ETag, where it has one.
        headers: More of them.
        language: `zh` or `en` where texts in it follow Accept-Language.
    """
    more = dict(headers or {})
    if language is not None:
        more |= {"Content-Language": content_language(language), "Vary": "Accept-Language"}
    if version is not None:
        more["ETag"] = etag(version)
    return Response(model.model_dump_json(), 200, more, JSON)


def told(outcome: Outcome) -> Response:
    """The answer of a write; `Idempotency-Replayed: true` where it was given before.

    Members are sorted, because the database keeps no order: a repeat has the same bytes.
    """
    answer = outcome.answer
    headers: dict[str, str] = {}
    if answer.location is not None:
        headers["Location"] = answer.location
    if answer.version is not None:
        headers["ETag"] = etag(answer.version)
    if outcome.replayed:
        headers["Idempotency-Replayed"] = "true"
    return Response(orjson.dumps(answer.body, option=orjson.OPT_SORT_KEYS), answer.status, headers, JSON)


def issued(new: Issued) -> Response:
    """The answer to a new key; the secret joins it here, because what is kept has none."""
    answer = new.outcome.answer
    if "key_id" not in answer.body:
        return told(new.outcome)
    with_key = replace(answer, body={**answer.body, "key": new.secret_text})
    return told(replace(new.outcome, answer=with_key))


def cut(
    rows: Sequence[Row], limit: int, key: Callable[[Row], object] = attrgetter("id")
) -> tuple[Sequence[Row], str | None]:
    """A page of what was read with one row more than the limit, and the key of its last row where more follows."""
    return rows[:limit], str(key(rows[limit - 1])) if len(rows) > limit else None


def next_page(request: Request, after: str | None) -> dict[str, str]:
    """The header Link to the next page of a list: the same request with another `after`."""
    if after is None:
        return {}
    url = request.url.include_query_params(after=after)
    return {"Link": f'<{url.path}?{url.query}>; rel="next"'}


def etag(version: int) -> str:
    """A version as an entity tag."""
    return f'"{version}"'
