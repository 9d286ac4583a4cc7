"""The forms of the feed beside plain JSON: server-sent events and CloudEvents; and which of them a caller wants."""

import asyncio
import secrets
from contextlib import suppress
from typing import Any, Final

import orjson
from fastapi import Request, Response
from pydantic import BaseModel, ConfigDict, Field
from starlette.requests import ClientDisconnect
from starlette.types import Receive, Scope, Send

from app.domain import cursor as cursors
from app.domain.access import Principal
from app.domain.cursor import Cursor
from app.domain.errors import Refusal
from app.routers import problems
from app.routers.deps import caller_of, house_of
from app.routers.feed_query import NAMES, Asked, asked_of, require_known
from app.routers.trace import ABORT_KEY, trace_of
from app.services.cloud_events import Naming, cloud_event, cursor_of
from app.services.feed_stream import Pace, feed_stream
from app.services.history import FeedPage, FeedPorts, start_of
from app.settings import Settings

JSON: Final = "application/json"
STREAM: Final = "text/event-stream"
BATCH: Final = "application/cloudevents-batch+json"
OFFERED: Final = (JSON, STREAM, BATCH)
"""In the order in which they are preferred where the caller has no wish."""

RETRY_MS: Final = 1_000
RETRY_SPREAD_MS: Final = 3_000
"""How long a client of a stream waits before it connects again, and how much longer at most: not all come at once."""

FRESH_SECONDS: Final = 1.0
"""For how long a stream that gets many events in a row does not ask anew whether its key may read them."""

STREAM_NAMES: Final = NAMES - {"wait"}
LAST_EVENT_ID: Final = "last-event-id"
HAS_MORE: Final = "Feed-Has-More"
MORE_HEADER: Final[dict[str, Any]] = {
    HAS_MORE: {
        "description": "With CloudEvents: whether to ask again at once.",
        "schema": {"type": "string", "enum": ["true", "false"]},
    }
}
PARTS_MAX: Final = 20


class CloudEvent(BaseModel):
    """An event of the feed as a CloudEvent 1.0."""

    model_config = ConfigDict(title="CloudEvent")

    specversion: str = Field(description="`1.0`.")
    id: str = Field(description="The same as in the feed.")
    source: str = Field(description="The deployment; the same for all events.")
    type: str = Field(description="Type of the event behind the prefix of the deployment.")
    time: str = Field(description="Instant on the legal clock, RFC 3339.", json_schema_extra={"format": "date-time"})
    subject: str | None = Field(default=None, description="Id of the referral.")
    datacontenttype: str = Field(description="`application/json`.")
    position: int = Field(description="Place in your feed.", ge=1)
    referralversion: int | None = Field(default=None, description="The referral's version after the event.")
    cursor: str = Field(description="Give this as `after` to go on behind the event.")
    data: dict[str, Any] = Field(description="`occurred_on`, `recorded_at`, `actor_role`, `data`, `links` of the feed.")


def media_types() -> dict[str, Any]:
    """What the contract says of the answers beside plain JSON."""
    stream = (
        "Blocks of `id` (cursor), `event` (type) and `data` (event as JSON, one line); a line that begins with a colon "
        "says nothing. An event `problem` says why the stream ends."
    )
    return {
        STREAM: {"schema": {"type": "string", "description": stream}},
        BATCH: {"schema": {"type": "array", "items": CloudEvent.model_json_schema(mode="serialization")}},
    }


def form_of(accept: str | None, offers: tuple[str, ...] = OFFERED) -> str:
    """The form that an Accept header asks for; refuses with `not_acceptable` where there is none such.

    Of several with the same weight the first that is offered is taken; plain JSON is always among them.
    """
    if accept is None or accept in {"*/*", JSON}:
        return JSON
    weights, named = dict.fromkeys(offers, 0.0), dict[str, float]()
    for part in accept.split(",")[:PARTS_MAX]:
        kind, _, rest = part.partition(";")
        named[kind.strip().lower()] = _weight(rest)
    for offered in offers:
        ranges = (offered, f"{offered.partition('/')[0]}/*", "*/*")
        weights[offered] = next((named[one] for one in ranges if one in named), 0.0)
    best = max(offers, key=lambda offered: weights[offered])
    if not weights[best]:
        raise Refusal("not_acceptable", facts={"offered": list(offers)})
    return best


def _weight(parameters: str) -> float:
    for parameter in parameters.split(";"):
        name, _, value = parameter.strip().partition("=")
        if name.strip().lower() == "q":
            with suppress(ValueError):
                return min(1.0, max(0.0, float(value)))
            return 0.0
    return 1.0


def batch_of(request: Request, principal: Principal, page: FeedPage, link: str) -> Response:
    """A page as a batch of CloudEvents; what the page says beside its items is in headers."""
    settings = house_of(request).settings
    naming = Naming(settings.cloudevents_source, settings.cloudevents_type_prefix)
    ports: FeedPorts = request.app.state.feed
    place = cursors.decode(page.next, principal.tenant_id, ports.heads.epoch())
    headers = {"Link": link, HAS_MORE: "true" if page.has_more else "false"}
    return Response(orjson.dumps([cloud_event(item, place, naming) for item in page.items]), 200, headers, BATCH)


def stream_of(request: Request, principal: Principal) -> Response:
    """The feed as an answer that stays open; `Last-Event-ID` wins over `after` and `since`."""
    require_known(request, STREAM_NAMES)
    return EventStream(request, principal, asked_of(request.query_params))


class EventStream(Response):
    """Server-sent events. Refusals before the first byte are problems; later ones are an event `problem` and the end.

    A reader that takes nothing for `feed_write_seconds` is cut off, and comes back with its `Last-Event-ID`.
    """

    media_type = STREAM

    def __init__(self, request: Request, principal: Principal, asked: Asked) -> None:
        super().__init__(media_type=STREAM)
        self._request = request
        self._principal = principal
        self._asked = asked
        self._begun = False

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Stream until the reader hangs up, the stream's life is over, or something is refused."""
        streaming = asyncio.create_task(self._answer(scope, receive, send))
        gone = asyncio.create_task(_hung_up(receive))
        try:
            await asyncio.wait({streaming, gone}, return_when=asyncio.FIRST_COMPLETED)
            if not streaming.done():
                raise ClientDisconnect
            await streaming
        finally:
            streaming.cancel()
            gone.cancel()

    async def _answer(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            with _ports(self._request).places.taken(self._principal.tenant_id):
                await self._stream(scope, send)
        except Refusal as refusal:
            if not self._begun:
                await problems.answer(self._request, refusal)(scope, receive, send)
                return
            await self._say(scope, send, problem_frame(self._request, refusal))
        await self._say(scope, send, b"", more=False)

    async def _stream(self, scope: Scope, send: Send) -> None:
        ports, settings, asked = _ports(self._request), house_of(self._request).settings, self._asked
        after = self._request.headers.get(LAST_EVENT_ID) or asked.after
        since = asked.since if after is None else None
        start = await start_of(ports, self._principal.tenant_id, after=after, since=since)
        head = [(b"content-type", b"text/event-stream; charset=utf-8"), (b"x-accel-buffering", b"no")]
        await send({"type": "http.response.start", "status": 200, "headers": head})
        self._begun = True
        await self._say(scope, send, b"retry: %d\n\n" % (RETRY_MS + secrets.randbelow(RETRY_SPREAD_MS)))
        pages = feed_stream(
            ports,
            start,
            limit=min(asked.limit, settings.feed_limit_max),
            wanted=asked.wanted,
            pace=pace_of(settings),
            again=lambda: caller_of(self._request),
            say=frames,
        )
        async for said in pages:
            await self._say(scope, send, said)

    async def _say(self, scope: Scope, send: Send, text: bytes, *, more: bool = True) -> None:
        seconds = house_of(self._request).settings.feed_write_seconds
        try:
            async with asyncio.timeout(seconds):
                await send({"type": "http.response.body", "body": text, "more_body": more})
        except TimeoutError:
            scope.get(ABORT_KEY, _nothing)()
            raise ClientDisconnect from None


def frames(page: FeedPage, place: Cursor) -> bytes:
    """A page as server-sent events; one without items is a comment and an id, which only moves the cursor."""
    if not page.items:
        return b": \nid: %s\n\n" % page.next.encode()
    return b"".join(
        b"id: %s\nevent: %s\ndata: %s\n\n"
        % (cursor_of(item, place).encode(), item["type"].encode(), orjson.dumps(item))
        for item in page.items
    )


def problem_frame(request: Request, refusal: Refusal) -> bytes:
    """Why a stream ends: an event `problem` without an id, so that the cursor stays."""
    language = problems.wanted_language(request)
    problem = problems.document(refusal, language=language, instance=trace_of(request.scope).instance)
    return b"event: problem\ndata: %s\n\n" % orjson.dumps(problem)


def pace_of(settings: Settings) -> Pace:
    """Heartbeat, checks of the key and life of a stream, as the deployment has them."""
    return Pace(
        heartbeat=settings.feed_heartbeat_seconds,
        check=min(settings.feed_heartbeat_seconds, max(settings.key_cache_seconds, FRESH_SECONDS)),
        fresh=min(settings.key_cache_seconds, FRESH_SECONDS),
        life=settings.feed_stream_seconds_max,
    )


def _ports(request: Request) -> FeedPorts:
    ports: FeedPorts = request.app.state.feed
    return ports


def _nothing() -> None:
    """There is no connection to cut, as where no server is in between."""


async def _hung_up(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass
