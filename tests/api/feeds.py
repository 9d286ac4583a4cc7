"""The routes of the feed over one list of events in memory, for what is about forms, order of checks and waiting."""

import asyncio
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from fastapi import FastAPI

from app.domain.access import Scope, TenantId
from app.domain.errors import Refusal
from app.domain.feed import FeedEvent, Sifted
from app.routers import feed, problems
from app.routers.deps import Doorkeeper, House
from app.routers.edge import Edge
from app.routers.trace import ABORT_KEY
from app.services.history import FeedPorts
from app.services.stream_places import StreamPlaces
from app.settings import Settings
from tests.stream import an_event, principal_of

ENOUGH_SECONDS = 10
COURT = TenantId(UUID("0192f0c1-2345-7000-8000-000000000002"))
REFERRAL = UUID("0192f0c1-2345-7000-8000-000000000001")


@dataclass
class Feeds:
    """Heads and reader over one list of events, and a count of what the reader was asked."""

    events: list[FeedEvent] = field(default_factory=list)
    reads: int = 0
    floor: int = 0
    life: int = 1
    stopped: bool = False
    waiting: asyncio.Event = field(default_factory=asyncio.Event)
    moved: asyncio.Event = field(default_factory=asyncio.Event)
    left: asyncio.Event = field(default_factory=asyncio.Event)

    def epoch(self):
        return self.life

    def position_of(self, tenant_id):
        return len(self.events) if tenant_id == COURT else 0

    async def wait_beyond(self, tenant_id, position, *, seconds):
        assert (tenant_id, position) == (COURT, len(self.events))
        await self.wait_moved(tenant_id, position, seconds=seconds)

    async def wait_moved(self, tenant_id, position, *, seconds):
        assert tenant_id == COURT
        if position < len(self.events) or self.stopped:
            return
        self.waiting.set()
        try:
            async with asyncio.timeout(seconds):
                await self.moved.wait()
        except TimeoutError:
            pass
        finally:
            self.left.set()

    async def page(self, tenant_id, *, after, limit):
        assert tenant_id == COURT
        self.reads += 1
        start = max(after, self.floor)
        return tuple(self.events[start : start + limit])

    async def sift(self, tenant_id, *, after, limit, wanted):
        assert tenant_id == COURT
        found = [event for event in self.events[after:] if event.type in wanted.types][:limit]
        self.reads += 1
        return Sifted(after + 1, found[-1].position if len(found) == limit else len(self.events), tuple(found))

    async def floor_of(self, tenant_id):
        assert tenant_id == COURT
        return self.floor

    async def place_before(self, tenant_id, instant):
        assert tenant_id == COURT
        return sum(event.recorded_at < instant for event in self.events)

    async def head_of(self, tenant_id):
        self.reads += 1
        return self.position_of(tenant_id)

    def add(self, count=1, **changes):
        for _ in range(count):
            event = an_event(subject_id=REFERRAL, version=len(self.events) + 1, **changes)
            names = [name for name in FeedEvent.__slots__ if name != "position"]
            self.events.append(FeedEvent(len(self.events) + 1, **{name: getattr(event, name) for name in names}))

    def come(self, count=1, **changes):
        """Events that those who wait are told of."""
        self.add(count, **changes)
        told, self.moved = self.moved, asyncio.Event()
        told.set()


def feed_app(feeds, **settings):
    """The routes of the feed, at the edge, for callers with the key `court` or `blind`."""

    async def verify(token):
        if token == "court":
            return principal_of(COURT)
        if token == "blind":
            return principal_of(COURT, Scope.REFERRALS_READ)
        raise Refusal("key_unknown")

    async def ready():
        return None

    app = FastAPI()
    nothing: Any = None
    known = Settings(**{"feed_limit_max": 50, **settings})
    app.state.house = House(nothing, Doorkeeper(verify, seconds=5), known, ready, spreadsheets=None)
    places = StreamPlaces(limit=known.feed_streams_max, tenant_limit=known.feed_streams_per_tenant_max)
    app.state.feed = FeedPorts(feeds, feeds, places)
    app.include_router(feed.router)
    problems.install(app)
    app.add_middleware(Edge)
    return app


class Stream:
    """A caller of the application as a server would speak for it: it reads what comes, and may hang up."""

    def __init__(self, app, query="", headers=(), *, send=None):
        self.messages: asyncio.Queue[dict[str, Any]] = asyncio.Queue()
        self.messages.put_nowait({"type": "http.request", "body": b"", "more_body": False})
        self.sent: list[dict[str, Any]] = []
        self.came = asyncio.Event()
        self.aborted = asyncio.Event()
        self.scope = {
            "type": "http",
            "method": "GET",
            "path": "/v1/events",
            "raw_path": b"/v1/events",
            "query_string": query.encode(),
            "headers": [
                (b"authorization", b"Bearer court"),
                (b"accept", b"text/event-stream"),
                *((name.encode(), value.encode()) for name, value in headers),
            ],
            "http_version": "1.1",
            "scheme": "http",
            ABORT_KEY: self.aborted.set,
        }
        self.task = asyncio.create_task(app(self.scope, self.messages.get, send or self._send))

    async def _send(self, message):
        self.sent.append(message)
        self.came.set()

    @property
    def text(self):
        return b"".join(message.get("body", b"") for message in self.sent).decode()

    @property
    def status(self):
        return self.sent[0]["status"]

    @property
    def blocks(self):
        """Fields of each block, in order."""
        return [dict(line.split(": ", 1) for line in block.splitlines()) for block in self.text.split("\n\n") if block]

    @property
    def events(self):
        return [block for block in self.blocks if "event" in block]

    async def until(self, holds):
        async with asyncio.timeout(ENOUGH_SECONDS):
            while not holds(self):
                self.came.clear()
                await self.came.wait()

    async def ended(self):
        await asyncio.wait_for(self.task, ENOUGH_SECONDS)
        return self

    async def hang_up(self):
        self.messages.put_nowait({"type": "http.disconnect"})
        await self.ended()
