"""`GET /v1/events`: the caller's feed, by poll or long poll.

Parameters are read and the answer is written by hand: most polls find nothing new, and that must cost next to nothing.
"""

import asyncio
import re
from collections.abc import Coroutine
from datetime import date, datetime
from typing import Any, Final
from uuid import UUID

import orjson
from fastapi import APIRouter, Request, Response
from pydantic import BaseModel, ConfigDict, Field
from starlette.requests import ClientDisconnect

from app.domain.access import Scope
from app.routers.deps import caller_of, house_of, require_known_parameters
from app.routers.faults import FieldFault
from app.routers.problems import FieldRefusal
from app.services.history import FeedPage, FeedPorts, feed_page

LIMIT_MAX: Final = 500
LIMIT_DEFAULT: Final = 100
WAIT_SECONDS_MAX: Final = 30

_NUMBER: Final = re.compile(r"[0-9]{1,6}(?:\.[0-9]{1,3})?", re.ASCII)
_WHOLE_NUMBER: Final = re.compile(r"[0-9]{1,6}", re.ASCII)

router = APIRouter()


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
    referral_version: int = Field(
        ge=1,
        description="The referral's version after the event; equals its ETag. `deadline.approaching` raises none.",
    )
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


_PARAMETERS: Final = [
    {
        "name": "after",
        "in": "query",
        "required": False,
        "description": "`next` of your last answer; absent: from the first event of your feed.",
        "schema": {"type": "string"},
    },
    {
        "name": "limit",
        "in": "query",
        "required": False,
        "description": "Most events in the answer; a deployment may set a lower bound.",
        "schema": {"type": "integer", "minimum": 1, "maximum": LIMIT_MAX, "default": LIMIT_DEFAULT},
    },
    {
        "name": "wait",
        "in": "query",
        "required": False,
        "description": "Seconds to wait for the first event where there is none; then the page is empty.",
        "schema": {"type": "number", "minimum": 0, "maximum": WAIT_SECONDS_MAX, "default": 0},
    },
]

_NAMES: Final = frozenset(str(parameter["name"]) for parameter in _PARAMETERS)


@router.get(
    "/v1/events",
    response_model=EventPage,
    operation_id="read_feed",
    summary="Read what happened since a cursor",
    tags=["events"],
    openapi_extra={"parameters": _PARAMETERS},
)
async def read_feed(request: Request) -> Response:
    """Every event that you are audience of, exactly once, in an order that never changes.

    Keep `next` and give it back as `after`. Lists of referrals are not for synchronisation; this is.
    """
    principal = await caller_of(request)
    principal.require(Scope.FEED_READ)  # Whether the caller may ask comes before whether it asks well.
    require_known_parameters(request, _NAMES)
    ports: FeedPorts = request.app.state.feed
    settings, asked = house_of(request).settings, request.query_params
    limit = min(_limit(asked.get("limit")), settings.feed_limit_max)
    wait_seconds = min(_wait_seconds(asked.get("wait")), settings.feed_wait_seconds_max)
    page = feed_page(
        ports,
        principal,
        after=asked.get("after"),
        limit=limit,
        wait_seconds=wait_seconds,
        again=lambda: caller_of(request),
    )
    return _answer(await (_while_connected(request, page) if wait_seconds else page), limit)


def _limit(text: str | None) -> int:
    if text is None:
        return LIMIT_DEFAULT
    if _WHOLE_NUMBER.fullmatch(text) is None:
        raise FieldRefusal("parameter_invalid", [FieldFault("/limit", "malformed", "whole number")])
    if not 1 <= int(text) <= LIMIT_MAX:
        raise FieldRefusal("parameter_invalid", [FieldFault("/limit", "out_of_range", f"1 to {LIMIT_MAX}")])
    return int(text)


def _wait_seconds(text: str | None) -> float:
    if text is None:
        return 0.0
    if _NUMBER.fullmatch(text) is None:
        raise FieldRefusal("parameter_invalid", [FieldFault("/wait", "malformed", "seconds")])
    if float(text) > WAIT_SECONDS_MAX:
        raise FieldRefusal("parameter_invalid", [FieldFault("/wait", "out_of_range", f"at most {WAIT_SECONDS_MAX}")])
    return float(text)


def _answer(page: FeedPage, limit: int) -> Response:
    return Response(
        orjson.dumps({"items": page.items, "next": page.next, "has_more": page.has_more}),
        media_type="application/json",
        headers={"Link": f'</v1/events?after={page.next}&limit={limit}>; rel="next"'},
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
