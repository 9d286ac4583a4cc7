"""The feed as a stream that stays open: the same events, cursors and order as the pages of `history.py`.

While it waits a stream holds no connection and asks nothing of the database but, every few seconds, whether its key
still opens the feed.
"""

import asyncio
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from typing import TypeVar

from app.domain import cursor as cursors
from app.domain.access import Scope
from app.domain.cursor import Cursor
from app.domain.feed import FeedFilter
from app.services.history import Again, FeedPage, FeedPorts, Start, read_on

T = TypeVar("T")

Say = Callable[[FeedPage, Cursor], T]
"""Makes of a page and the place behind it what the reader is sent; depends on nothing else."""


@dataclass(frozen=True, slots=True)
class Pace:
    """How long a stream is silent and how long it lives, in seconds.

    Attributes:
        heartbeat: Longest silence.
        check: Longest time after which it is asked anew whether the key may still read.
        fresh: For how long such an answer is enough for what comes.
        life: After which the stream ends, so that whatever stands in between need not cut it.
    """

    heartbeat: float
    check: float
    fresh: float
    life: float


async def feed_stream(
    ports: FeedPorts, start: Start, *, limit: int, wanted: FeedFilter, pace: Pace, again: Again, say: Say[T]
) -> AsyncIterator[T]:
    """Pages of the feed behind a place as they come; a page without items is a sign of life with the present cursor.

    Ends with its life or with the process; then the reader comes back with its cursor.

    Raises:
        Refusal: what `again` refuses, `feed_epoch_changed`, `cursor_expired`, `database_unavailable`.
    """
    now = asyncio.get_running_loop().time
    place, heads, tenant_id = start.place, ports.heads, start.place.tenant_id
    ends_at, spoke_at, asked_at = now() + pace.life, now(), float("-inf")
    while not heads.stopped and now() < ends_at:
        if now() - asked_at >= pace.fresh:
            (await again()).require(Scope.FEED_READ)
            asked_at = now()
        _same_life(place, heads.epoch())
        said = None
        if heads.position_of(tenant_id) > place.position:
            said, place = await _next(ports, start, limit, wanted, say)
            start = Start(place, fixed=True)
        beats = said is None and now() - spoke_at >= pace.heartbeat
        said = say(FeedPage((), cursors.encode(place), has_more=False), place) if beats else said
        if said is not None:
            yield said
            spoke_at = now()
        silent_until = min(spoke_at + pace.heartbeat, ends_at)
        await heads.wait_moved(tenant_id, place.position, seconds=max(0.0, min(pace.check, silent_until - now())))


async def _next(ports: FeedPorts, start: Start, limit: int, wanted: FeedFilter, say: Say[T]) -> tuple[T | None, Cursor]:
    """What is said of the next page, if it has items, and the place behind it.

    Streams that stand at the same place of the same feed share one reading, and what is made of it.
    """

    async def read() -> tuple[T | None, Cursor]:
        page, behind = await read_on(ports, start, limit, wanted)
        return (say(page, behind) if page.items else None), behind

    found: tuple[T | None, Cursor] = await ports.sharing.run((say, start, limit, wanted), read)
    return found


def _same_life(place: Cursor, epoch: int) -> None:
    if place.epoch != epoch:
        raise cursors.epoch_changed(place, epoch)
