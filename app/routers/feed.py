"""`GET /v1/events`: the caller's feed, by poll or long poll.

The answer is written by hand: most polls find nothing new, and that answer must cost next to nothing.
"""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated, Any
from uuid import UUID

import orjson
from fastapi import APIRouter, Query, Request, Response
from pydantic import BaseModel, ConfigDict, Field

from app.domain.access import Principal
from app.services.history import FeedPage, FeedPorts, feed_page

LIMIT_MAX = 500
LIMIT_DEFAULT = 100
WAIT_SECONDS_MAX = 30

HUNG_UP = 499
"""Status in the log for a caller that did not wait for its answer; nobody receives it."""

router = APIRouter()


@dataclass(frozen=True, slots=True)
class FeedDoor:
    """What the route needs of the process, as `app.state.feed`.

    Attributes:
        ports: Heads and reader.
        principal_of: The verified caller of a request; refuses unknown callers.
        limit_max: Most events in one answer here; never above the contract's 500.
        wait_seconds_max: Longest wait here; never above the contract's 30 seconds.
    """

    ports: FeedPorts
    principal_of: Callable[[Request], Awaitable[Principal]]
    limit_max: int = LIMIT_MAX
    wait_seconds_max: float = WAIT_SECONDS_MAX


class EventLinks(BaseModel):
    """Where to read more."""

    referral: str = Field(description="Path of the referral; 404 once it is no longer yours to see.")


class EventItem(BaseModel):
    """One event. It is thin: ids, codes, dates; party data is read through the API."""

    model_config = ConfigDict(title="Event")

    id: UUID = Field(description="The same in feed, history and webhook; drop what you have seen.")
    position: int = Field(ge=1, description="Place in your feed: dense from 1, so a gap would show.")
    type: str = Field(description="Code of the fact, such as `referral.accepted`.", examples=["referral.accepted"])
    referral_id: UUID
    referral_version: int = Field(ge=1, description="The referral's version after the event; equals its ETag.")
    occurred_on: date = Field(description="Legal date.")
    occurred_at: datetime = Field(description="Instant on the legal clock.")
    recorded_at: datetime = Field(description="Instant on the system clock.")
    actor_role: str = Field(description="`court`, `organisation` or `clock`.")
    data: dict[str, Any] = Field(description="States before and after, codes, due dates, sources of law.")
    links: EventLinks


class EventPage(BaseModel):
    """An answer of the feed."""

    items: list[EventItem] = Field(description="Events by position, without a gap; may be empty.")
    next: str = Field(description="Give this as `after` next time; keep it with what you have stored.")
    has_more: bool = Field(description="Whether to ask again at once.")


@router.get(
    "/v1/events",
    response_model=EventPage,
    operation_id="read_feed",
    summary="Read what happened since a cursor",
    tags=["events"],
)
async def read_feed(
    request: Request,
    after: Annotated[
        str | None, Query(description="`next` of your last answer; absent: from the first event of your feed.")
    ] = None,
    limit: Annotated[int, Query(ge=1, le=LIMIT_MAX, description="Most events in the answer.")] = LIMIT_DEFAULT,
    wait: Annotated[
        float,
        Query(
            ge=0,
            le=WAIT_SECONDS_MAX,
            allow_inf_nan=False,
            description="Seconds to wait for the first event where there is none; then an empty page.",
        ),
    ] = 0,
) -> Response:
    """Every event that you are audience of, exactly once, in an order that never changes.

    Keep `next` and give it back as `after`. Lists of referrals are not for synchronisation; this is.
    """
    door: FeedDoor = request.app.state.feed
    principal = await door.principal_of(request)
    limit, wait = min(limit, door.limit_max), min(wait, door.wait_seconds_max)
    asked = feed_page(door.ports, principal, after=after, limit=limit, wait_seconds=wait)
    page = await asked if wait == 0 else await _while_connected(request, asked)
    return Response(status_code=HUNG_UP) if page is None else _answer(page, limit)


def _answer(page: FeedPage, limit: int) -> Response:
    return Response(
        orjson.dumps({"items": page.items, "next": page.next, "has_more": page.has_more}),
        media_type="application/json",
        headers={
            "Cache-Control": "no-store",
            "Link": f'</v1/events?after={page.next}&limit={limit}>; rel="next"',
        },
    )


async def _while_connected(request: Request, asked: Coroutine[Any, Any, FeedPage]) -> FeedPage | None:
    """The page; None as soon as the caller hangs up, so that nobody waits in its name."""
    page, gone = asyncio.create_task(asked), asyncio.create_task(_hung_up(request))
    try:
        await asyncio.wait({page, gone}, return_when=asyncio.FIRST_COMPLETED)
        return await page if page.done() else None
    finally:
        page.cancel()
        gone.cancel()


async def _hung_up(request: Request) -> None:
    while (await request.receive())["type"] != "http.disconnect":
        pass
