"""The feed as an iterator."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from .transport import Transport

if TYPE_CHECKING:
    from . import models as m


@dataclass(frozen=True, slots=True)
class FeedPage:
    """Events, and the cursor behind them: store both together, and nothing is lost or done twice."""

    items: list[m.EventItem]
    next: str


class Feed(Transport):
    """Reads the feed from a cursor on, page after page, for as long as it is asked to."""

    async def events(
        self, *, after: str | None = None, limit: int = 100, wait: float = 0.0
    ) -> AsyncIterator[m.EventItem]:
        """Single events, for looking through the feed; who has to lose none keeps the cursor of each page of `feed`.

        Args:
            after: Cursor behind which to begin; None for the beginning of the feed.
            limit: Most events that one request fetches.
            wait: As for `feed`: with 0 the iterator ends where the feed ends, otherwise never.
        """
        async for page in self.feed(after=after, limit=limit, wait=wait):
            for event in page.items:
                yield event

    async def feed(self, *, after: str | None = None, limit: int = 100, wait: float = 0.0) -> AsyncIterator[FeedPage]:
        """Pages with at least one event.

        Args:
            after: Cursor that was kept; None for the beginning of the feed.
            limit: Most events of a page.
            wait: Seconds to wait for the next event; with 0 the iterator ends where the feed ends, otherwise never.
        """
        while True:
            params = {"after": after, "limit": limit, "wait": wait or None}
            page = cast("m.EventPage", await self.call("GET", "/v1/events", params=params))
            if page["items"]:
                after = page["next"]
                yield FeedPage(page["items"], after)
            elif not wait:
                return
