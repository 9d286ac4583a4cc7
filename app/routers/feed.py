"""`GET /v1/events`: the caller's feed, by poll, long poll or stream, as JSON, server-sent events or CloudEvents.

Parameters are read and the answer is written by hand: most polls find nothing new, and that must cost next to nothing.
"""

import asyncio
from collections.abc import Coroutine
from typing import Any

import orjson
from fastapi import APIRouter, Request, Response
from starlette.requests import ClientDisconnect

from app.domain.access import Scope
from app.domain.feed import EVERYTHING
from app.routers.contract import HEADERS, OWN
from app.routers.deps import caller_of, house_of
from app.routers.feed_forms import BATCH, JSON, MORE_HEADER, STREAM, batch_of, form_of, media_types, stream_of
from app.routers.feed_query import NAMES, PARAMETERS, Asked, asked_of, require_known
from app.routers.schemas.feed import EventPage
from app.services.history import FeedPage, FeedPorts, feed_page

router = APIRouter()


@router.get(
    "/v1/events",
    response_model=EventPage,
    operation_id="read_feed",
    summary="Read what happened since a cursor",
    tags=["events"],
    responses={200: {"content": media_types(), "headers": {"Link": HEADERS["Link"], **MORE_HEADER}}},
    openapi_extra={"parameters": PARAMETERS, OWN: {"scope": "feed:read", "refusals": [406, 409, 410]}},
)
async def read_feed(request: Request) -> Response:
    """Every event that you are audience of, exactly once, in an order that never changes.

    Keep `next` and give it back as `after`. Lists of referrals are not for synchronisation; this is. With
    `Accept: text/event-stream` the answer stays open: `id` is the cursor, and `Last-Event-ID` wins over `after`. With
    `Accept: application/cloudevents-batch+json` the same page is a batch of CloudEvents 1.0.
    """
    principal = await caller_of(request)
    principal.require(Scope.FEED_READ)  # Whether the caller may ask comes before whether it asks well.
    form = form_of(request.headers.get("accept"))
    if form == STREAM:
        return stream_of(request, principal)
    require_known(request, NAMES)
    ports: FeedPorts = request.app.state.feed
    settings = house_of(request).settings
    asked = asked_of(request.query_params)
    limit, wait_seconds = min(asked.limit, settings.feed_limit_max), min(asked.wait, settings.feed_wait_seconds_max)
    page = feed_page(
        ports,
        principal,
        after=asked.after,
        limit=limit,
        wait_seconds=wait_seconds,
        again=lambda: caller_of(request),
        since=asked.since,
        wanted=asked.wanted,
    )
    found = await (_while_connected(request, page) if wait_seconds else page)
    if form == BATCH:
        return batch_of(request, principal, found, _link(found, limit, asked))
    return _answer(found, _link(found, limit, asked))


def _link(page: FeedPage, limit: int, asked: Asked) -> str:
    """The header Link: the same request behind this page."""
    more = "" if asked.wanted is EVERYTHING else asked.filter_query
    return f'</v1/events?after={page.next}&limit={limit}{more}>; rel="next"'


def _answer(page: FeedPage, link: str) -> Response:
    return Response(
        orjson.dumps({"items": page.items, "next": page.next, "has_more": page.has_more}),
        media_type=JSON,
        headers={"Link": link},
    )


async def _while_connected(request: Request, asked: Coroutine[Any, Any, FeedPage]) -> FeedPage:
    """The page. Who hangs up stops waiting at once, so that nobody waits in its name."""
    page, gone = asyncio.create_task(asked), asyncio.create_task(_hung_up(request))
    try:
        await asyncio.wait({page, gone}, return_when=asyncio.FIRST_COMPLETED)
        if not page.done():
            raise ClientDisconnect
        return await page
    finally:
        page.cancel()
        gone.cancel()


async def _hung_up(request: Request) -> None:
    while (await request.receive())["type"] != "http.disconnect":
        pass
