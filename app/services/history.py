"""What happened, told to those who may know: a tenant's feed, and one form of an event for feed and history.

An answer that nothing is new comes from memory alone; a long poll waits without holding a connection.
"""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from app.domain import cursor as cursors
from app.domain.access import Principal, Scope
from app.domain.cursor import Cursor
from app.domain.events import Event
from app.domain.feed import FeedEvent, FeedHeads, FeedReader

Item = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class FeedPorts:
    """What the feed may reach."""

    heads: FeedHeads
    reader: FeedReader


@dataclass(frozen=True, slots=True)
class FeedPage:
    """One answer of the feed.

    Attributes:
        items: Events by position, without a gap; see `item_of`.
        next: Cursor behind the last item, to be given back as `after`; that of the request where there are no items.
        has_more: Whether the feed is known to go on behind `next`.
    """

    items: tuple[Item, ...]
    next: str
    has_more: bool


async def feed_page(
    ports: FeedPorts,
    principal: Principal,
    *,
    after: str | None,
    limit: int,
    wait_seconds: float = 0.0,
    again: Callable[[], Awaitable[Principal]] | None = None,
) -> FeedPage:
    """The events of the caller's feed behind a cursor, oldest first.

    Args:
        ports: Heads in memory, reader on the database.
        principal: The caller; it needs the scope `feed:read`.
        after: Cursor of an earlier answer; None for the beginning of the feed.
        limit: Most items in the answer.
        wait_seconds: How long to wait for the first item where there is none; 0 answers at once, and so does a feed
            for which too many wait already.
        again: Asks anew who is calling, before anything is read that came during a wait.

    Raises:
        Refusal: `scope_missing`, `cursor_invalid`, `feed_epoch_changed`, `database_unavailable`; what `again` refuses.
    """
    principal.require(Scope.FEED_READ)
    tenant_id, heads = principal.tenant_id, ports.heads
    place = Cursor(tenant_id, heads.epoch(), 0)
    if after is not None:
        place = cursors.decode(after, tenant_id, place.epoch)
    if place.position > heads.position_of(tenant_id):
        await _must_have_been(place, ports.reader)
    waited = wait_seconds > 0 and place.position >= heads.position_of(tenant_id)
    if waited:
        await heads.wait_beyond(tenant_id, place.position, seconds=wait_seconds)
    if place.position >= heads.position_of(tenant_id):
        return FeedPage((), after or cursors.encode(place), has_more=False)
    if waited and again is not None:
        (await again()).require(Scope.FEED_READ)
    return await _read_page(ports, place, limit)


async def _read_page(ports: FeedPorts, place: Cursor, limit: int) -> FeedPage:
    events = await ports.reader.page(place.tenant_id, after=place.position, limit=limit)
    last = events[-1].position if events else place.position
    return FeedPage(
        tuple(item_of(event, position=event.position) for event in events),
        cursors.encode(Cursor(place.tenant_id, place.epoch, last)),
        has_more=last < ports.heads.position_of(place.tenant_id),
    )


async def _must_have_been(place: Cursor, reader: FeedReader) -> None:
    """Tell a cursor that another process gave a moment ago from one that outlived a restored database."""
    if place.position > await reader.head_of(place.tenant_id):
        raise cursors.epoch_changed(place, place.epoch)


def item_of(event: Event | FeedEvent, *, position: int | None = None) -> dict[str, Any]:
    """An event as it is served, in values that JSON knows.

    Args:
        event: A stored event.
        position: Its place in the reader's feed; None in a referral's history, which has no positions.
    """
    about = _about(event)
    return {
        "id": str(event.id),
        "position": position,
        "type": event.type,
        **about,
        "occurred_on": event.occurred_on.isoformat(),
        "occurred_at": _instant(event.occurred_at),
        "recorded_at": _instant(event.recorded_at),
        "actor_role": event.actor["role"],
        "data": dict(event.body),
        "links": {"referral": f"/v1/referrals/{about['referral_id']}"} if about["referral_id"] else {},
    }


def _about(event: Event | FeedEvent) -> dict[str, Any]:
    """The referral and its version after the event; what is said of one of its clocks names both, and raises none."""
    if event.subject_kind == "referral":
        return {"referral_id": str(event.subject_id), "referral_version": event.version}
    return {name: event.body.get(name) for name in ("referral_id", "referral_version")}


def _instant(moment: datetime) -> str:
    """RFC 3339 in UTC, always with microseconds."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds").removesuffix("+00:00") + "Z"
