"""Series 系列案 over HTTP: referrals that are handled together, and one action on all of them."""

from typing import Annotated, Any

import orjson
from fastapi import APIRouter, Depends, Query, Request
from starlette.responses import Response

from app.domain.access import Principal
from app.domain.errors import Refusal
from app.domain.ports import Series
from app.domain.referral import SeriesId
from app.routers import views, wishes
from app.routers.contract import SeriesPath, reading, writing
from app.routers.deps import bounded_limit, charge, house_of, path_id, principal_of, write_of
from app.routers.problems import content_language, document, status_of, wanted_language
from app.routers.replies import JSON, cut, next_page, shown, told
from app.routers.requests import read, transition_of
from app.routers.schemas import series as s
from app.routers.schemas.transitions import ReferralTransition
from app.routers.selections import cursor_of
from app.routers.trace import trace_of
from app.services import series

LIMIT_DEFAULT = 50
LIMIT_MAX = 200

router = APIRouter(tags=["series"])

Caller = Annotated[Principal, Depends(principal_of)]
After = Annotated[str | None, Query(description="`next` of the page before.", max_length=36)]
Limit = Annotated[int, Query(ge=1, le=LIMIT_MAX, description="Most items on the page.")]


@router.post(
    "/v1/series",
    **writing(
        "open_series",
        "Open a series",
        body=s.OpenSeriesRequest,
        made=s.SeriesReceipt,
        rehearsed=s.SeriesRehearsal,
        scope="referrals:write",
        refusals=(),
    ),
)
async def open_series(request: Request) -> Response:
    """Referrals join it when they are opened with `series_id`, or by `join_series`."""
    write = await write_of(request)
    body = read(s.OpenSeriesRequest, request, write.body)
    wish = body if isinstance(body, Refusal) else series.NewSeries(body.kind, body.name)
    return told(await series.open_series(house_of(request).ports, write.envelope, wish))


@router.get(
    "/v1/series",
    **reading("list_series", "List your series, newest first", s.SeriesList, scope="referrals:read", paged=True),
)
async def list_series(
    request: Request, principal: Caller, after: After = None, limit: Limit = LIMIT_DEFAULT
) -> Response:
    """Those that you opened, and those of which you see a referral."""
    limit = bounded_limit(request, limit)
    found = cursor_of(after)
    rows = await series.page(
        house_of(request).ports, principal, after_id=None if found is None else SeriesId(found), limit=limit + 1
    )
    kept, following = cut(rows, limit)
    page = s.SeriesList(items=tuple(_brief(row) for row in kept), next=following)
    return shown(page, headers=next_page(request, following))


@router.get(
    "/v1/series/{series_id}",
    **reading("get_series", "Read one series", s.SeriesView, scope="referrals:read", one=True, paged=True),
)
async def get_series(
    request: Request,
    principal: Caller,
    series_id: SeriesPath,
    *,
    after: After = None,
    limit: Limit = LIMIT_DEFAULT,
    reveal: Annotated[bool, Query(description="In the clear; needs scope `parties:reveal` and is recorded.")] = False,
) -> Response:
    """The series with a page of its referrals, oldest first; those that others alone see are not there."""
    limit, found = bounded_limit(request, limit), SeriesId(path_id(series_id))
    known = await series.get(
        house_of(request).ports, principal, found, after_id=cursor_of(after), limit=limit + 1, reveal=reveal
    )
    rows = known.members
    kept, following = cut(rows, limit, lambda row: row.referral.id)
    view = views.copied(
        s.SeriesView,
        known.series,
        revealed=reveal,
        members=tuple(views.brief(row) for row in kept),
        next=following,
        links=_links(known.series),
    )
    return shown(view, headers=next_page(request, following))


@router.post(
    "/v1/series/{series_id}/transitions",
    **writing(
        "take_series_transition",
        "Take one action on every referral of a series",
        body=ReferralTransition,
        done=s.SeriesVerdicts,
        rehearsed=s.SeriesVerdictsRehearsal,
        scope="referrals:write",
        refusals=(404, 409),
        versioned=True,
    ),
)
async def take_series_transition(request: Request, series_id: SeriesPath) -> Response:
    """Each referral that you see moves, or is refused, on its own; `If-Match` must be `*`.

    The answer is 200 even where all were refused. Sent again with the same key, it goes on where it was broken off. It
    counts as one request for each of them, a dry run too.
    """
    write = await write_of(request)
    found = SeriesId(path_id(series_id))
    body = transition_of(request, write.body)
    wish = body if isinstance(body, Refusal) else wishes.wish_of(body)
    outcome = await series.transition(
        house_of(request).ports,
        write.envelope,
        found,
        wish,
        charge=lambda count: charge(request, write.envelope.principal, count),
    )
    return _verdicts(request, outcome, dry_run=write.envelope.dry_run)


def _verdicts(request: Request, outcome: series.GroupOutcome, *, dry_run: bool) -> Response:
    """What was stored has codes; its sentences are in the language of whoever asks now."""
    language = wanted_language(request)
    items = [_verdict(request, verdict, language) for verdict in outcome.verdicts]
    body = {"dry_run": True, "items": items} if dry_run else {"items": items}
    headers = {"Content-Language": content_language(language), "Vary": "Accept-Language"}
    if outcome.replayed:
        headers["Idempotency-Replayed"] = "true"
    return Response(orjson.dumps(body, option=orjson.OPT_SORT_KEYS), 200, headers, JSON)


def _verdict(request: Request, verdict: series.Verdict, language: str) -> dict[str, Any]:
    no = verdict.refusal
    return {
        "referral_id": str(verdict.referral_id),
        "number": verdict.number,
        "status": status_of(no.code) if no else 200,
        "receipt": verdict.receipt,
        "problem": document(no, language=language, instance=trace_of(request.scope).instance) if no else None,
    }


def _brief(known: Series) -> s.SeriesBrief:
    return views.copied(s.SeriesBrief, known, links=_links(known))


def _links(known: Series) -> dict[str, str]:
    path = f"/v1/series/{known.id}"
    return {"self": path, "transitions": f"{path}/transitions"}
