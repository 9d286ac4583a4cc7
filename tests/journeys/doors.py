"""Readers of the feed by its other doors: a stream that is cut again and again, readers of one consumer that die."""

import asyncio
import random
from dataclasses import dataclass, field, replace
from uuid import UUID

from app.adapters.legal_clock import LegalClock
from app.domain.access import TenantId
from app.domain.errors import Refusal
from app.domain.feed import EVERYTHING
from app.services import consumers
from app.services.feed_stream import Pace, feed_stream
from app.services.history import FeedPorts, start_of
from tests.factories import an_envelope, ports_on
from tests.stream import principal_of

BATCH = 50
LEASE_SECONDS = 0.2
DEATH_SHARE = 0.2
HELD_PAUSE_SECONDS = 0.02


@dataclass
class StreamFollower:
    """Opens a stream at its last event, takes what comes, and is cut after a while."""

    ports: FeedPorts
    court: TenantId
    seen: list[tuple[int, UUID]] = field(default_factory=list)
    last_event_id: str | None = None

    async def read(self, seconds=0.05):
        principal, before = principal_of(self.court), len(self.seen)

        async def again():
            return principal

        start = await start_of(self.ports, self.court, after=self.last_event_id, since=None)
        pace = Pace(heartbeat=seconds / 4, check=seconds / 4, fresh=seconds, life=seconds)
        stream = feed_stream(
            self.ports, start, limit=BATCH, wanted=EVERYTHING, pace=pace, again=again, say=lambda page, _behind: page
        )
        async for page in stream:
            self.seen += [(item["position"], item["id"]) for item in page.items]
            self.last_event_id = page.next
        return len(self.seen) - before


@dataclass
class ConsumerFollower:
    """One reader of a named consumer; it may die with a batch in its hands, and another gets that batch."""

    feed: FeedPorts
    court: TenantId
    engine: object
    dice: random.Random
    seen: list[tuple[int, UUID]]
    deaths: list[int]
    name: str = "oracle"

    def __post_init__(self):
        self.ports = replace(ports_on(self.engine), clock=LegalClock(self.engine))
        self.principal = principal_of(self.court)

    async def made(self):
        wish = consumers.NewConsumer(EVERYTHING, consumers.Place("beginning"))
        await consumers.put(self.ports, self.feed, an_envelope(self.principal), self.name, wish)
        return self

    async def read(self, _seconds=0.0):
        """How much may still come: as long as somebody holds a lease, something."""
        try:
            batch = await self._leased()
            if not batch.items:
                return 0
            if not self.deaths or self.dice.random() < DEATH_SHARE:
                self.deaths.append(len(batch.items))
                return len(batch.items)
            await self._commit(batch)
        except Refusal as refusal:
            if refusal.code not in {"lease_held", "lease_lost", "too_busy"}:
                raise
            await asyncio.sleep(HELD_PAUSE_SECONDS)
            return 1
        return len(batch.items)

    async def _leased(self):
        wish = consumers.LeaseWish(BATCH, LEASE_SECONDS)
        return await consumers.lease(
            self.ports, self.feed, an_envelope(self.principal), self.name, wish, again=self._again
        )

    async def _commit(self, batch):
        """The work is done before it is committed, so it may be done twice, and its repeats are dropped by id."""
        body, known = batch.outcome.answer.body, {event_id for _, event_id in self.seen}
        self.seen += [(item["position"], item["id"]) for item in batch.items if item["id"] not in known]
        wish = consumers.CommitWish(UUID(body["token"]), body["next"])
        await consumers.commit(self.ports, self.feed, an_envelope(self.principal), self.name, wish)

    async def _again(self):
        return self.principal
