"""The feed as a stream that stays open: the same events, cursors and order as the pages of `history.py`.

While it waits a stream holds no connection and asks nothing of the database but, every few seconds, whether its key
still opens the feed.
"""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass

from app.domain import cursor as cursors
from app.domain.access import Scope
from app.domain.cursor import Cursor
from app.domain.feed import FeedFilter
from app.services.history import Again, FeedPage, FeedPorts, Start, read_on


@dataclass(frozen=True, slots=True)
class Pace:
    """How long a stream is silent and how long it lives, in seconds.

    Attributes:
        heartbeat: Longest silence.
        check: How often it is asked anew whether the key may still read.
        life: After which the stream ends, so that whatever stands in between need not cut it.
    """

    heartbeat: float
    check: float
    life: float


async def feed_stream(
    ports: FeedPorts, start: Start, *, limit: int, wanted: FeedFilter, pace: Pace, again: Again
) -> AsyncIterator[FeedPage]:
    """Pages of the feed behind a place as they come; a page without items is a sign of life with the present cursor.

    Ends with its life or with the process; then the reader comes back with its cursor.

    Raises:
        Refusal: what `again` refuses, `feed_epoch_changed`, `cursor_expired`, `database_unavailable`.
    """
    now = asyncio.get_running_loop().time
    place, heads, tenant_id = start.place, ports.heads, start.place.tenant_id
    ends_at, spoke_at = now() + pace.life, now()
    while not heads.stopped and now() < ends_at:
        (await again()).require(Scope.FEED_READ)
        _same_life(place, heads.epoch())
        page = None
        if heads.position_of(tenant_id) > place.position:
            page, place = await _next(ports, start, limit, wanted)
            start = Start(place, fixed=True)
        if page is None or not page.items:
            page = None if now() - spoke_at < pace.heartbeat else FeedPage((), cursors.encode(place), has_more=False)
        if page is not None:
            yield page
            spoke_at = now()
        silent_until = min(spoke_at + pace.heartbeat, ends_at)
        await heads.wait_moved(tenant_id, place.position, seconds=max(0.0, min(pace.check, silent_until - now())))


async def _next(ports: FeedPorts, start: Start, limit: int, wanted: FeedFilter) -> tuple[FeedPage, Cursor]:
    """The next page; streams that stand at the same place of the same feed share one reading."""
    read: tuple[FeedPage, Cursor] = await ports.sharing.run(
        (start, limit, wanted), lambda: read_on(ports, start, limit, wanted)
    )
    return read


def _same_life(place: Cursor, epoch: int) -> None:
    if place.epoch != epoch:
        raise cursors.epoch_changed(place, epoch)
