"""What happened, told to those who may know: a tenant's feed, and one form of an event for feed and history.

An answer that nothing is new comes from memory alone; a long poll waits without holding a connection.
"""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Any

from app.domain import cursor as cursors
from app.domain.access import Principal, Scope, TenantId
from app.domain.cursor import Cursor
from app.domain.events import Event
from app.domain.feed import EVERYTHING, FeedEvent, FeedFilter, FeedHeads, FeedReader, Sifted
from app.services.stream_places import Sharing, StreamPlaces

Item = Mapping[str, Any]
Again = Callable[[], Awaitable[Principal]]


@dataclass(frozen=True, slots=True)
class FeedPorts:
    """What the feed may reach.

    Attributes:
        heads: Where feeds end, in memory.
        reader: Feeds on the database.
        places: For readers that stay: how many more may.
        sharing: Lets those who ask for the same page at the same time share one reading of it.
    """

    heads: FeedHeads
    reader: FeedReader
    places: StreamPlaces = field(default_factory=StreamPlaces)
    sharing: Sharing = field(default_factory=Sharing)


@dataclass(frozen=True, slots=True)
class FeedPage:
    """One answer of the feed.

    Attributes:
        items: Events by position, without a gap unless a filter was given; see `item_of`.
        next: Cursor behind the last item, to be given back as `after`; that of the request where there are no items.
            With a filter it also moves over what does not pass, so that it proves how far was looked.
        has_more: Whether the feed is known to go on behind `next`.
    """

    items: tuple[Item, ...]
    next: str
    has_more: bool


@dataclass(frozen=True, slots=True)
class Start:
    """Where a reader begins.

    Attributes:
        place: Behind which events are wanted.
        fixed: Whether the reader named the place, so that nothing right behind it may be missing; the beginning of a
            feed is wherever its oldest event now is.
    """

    place: Cursor
    fixed: bool


async def feed_page(
    ports: FeedPorts,
    principal: Principal,
    *,
    after: str | None,
    limit: int,
    wait_seconds: float = 0.0,
    again: Again | None = None,
    since: datetime | None = None,
    wanted: FeedFilter = EVERYTHING,
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
        since: Instead of a cursor: everything that was recorded then or later, and up to a minute earlier.
        wanted: Which events; the answer may then be empty though the feed goes on.

    Raises:
        Refusal: `scope_missing`, `cursor_invalid`, `feed_epoch_changed`, `cursor_expired`, `database_unavailable`; what
            `again` refuses.
    """
    principal.require(Scope.FEED_READ)
    tenant_id, heads = principal.tenant_id, ports.heads
    place = Cursor(tenant_id, heads.epoch(), 0)
    if after is not None:
        place = cursors.decode(after, tenant_id, place.epoch)
    elif since is not None:
        place = replace(place, position=await ports.reader.place_before(tenant_id, since))
    if place.position > heads.position_of(tenant_id):
        await _must_have_been(place, ports.reader)
    waited = wait_seconds > 0 and place.position >= heads.position_of(tenant_id)
    if waited:
        await heads.wait_beyond(tenant_id, place.position, seconds=wait_seconds)
    if place.position >= heads.position_of(tenant_id):
        return FeedPage((), after or cursors.encode(place), has_more=False)
    if waited and again is not None:
        (await again()).require(Scope.FEED_READ)
    page, _ = await read_on(ports, Start(place, fixed=after is not None), limit, wanted)
    return page


async def start_of(ports: FeedPorts, tenant_id: TenantId, *, after: str | None, since: datetime | None) -> Start:
    """Where a reader that stays begins; refuses as `feed_page`."""
    place = Cursor(tenant_id, ports.heads.epoch(), 0)
    if after is not None:
        place = cursors.decode(after, tenant_id, place.epoch)
    elif since is not None:
        place = replace(place, position=await ports.reader.place_before(tenant_id, since))
    if place.position > ports.heads.position_of(tenant_id):
        await _must_have_been(place, ports.reader)
    return Start(place, fixed=after is not None)


async def read_on(ports: FeedPorts, start: Start, limit: int, wanted: FeedFilter) -> tuple[FeedPage, Cursor]:
    """The page behind a place, and the place behind the page.

    Positions are dense and removed from the front only, so a first position that does not follow the place proves that
    something was removed in between. Refuses that with `cursor_expired`.
    """
    place = start.place
    found = await _read(ports.reader, place, limit, wanted)
    if found.first != place.position + 1:
        floor = await ports.reader.floor_of(place.tenant_id)
        if floor > place.position and start.fixed:
            raise cursors.expired(place, floor)
        found = replace(found, last=max(found.last, floor))
    behind = replace(place, position=found.last)
    page = FeedPage(
        tuple(item_of(event, position=event.position) for event in found.events),
        cursors.encode(behind),
        has_more=found.last < ports.heads.position_of(place.tenant_id),
    )
    return page, behind


async def _read(reader: FeedReader, place: Cursor, limit: int, wanted: FeedFilter) -> Sifted:
    if wanted != EVERYTHING:
        return await reader.sift(place.tenant_id, after=place.position, limit=limit, wanted=wanted)
    events = await reader.page(place.tenant_id, after=place.position, limit=limit)
    if not events:
        return Sifted(None, place.position, ())
    return Sifted(events[0].position, events[-1].position, events)


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
    about = referral_of(event)
    return {
        "id": str(event.id),
        "position": position,
        "type": event.type,
        **about,
        "occurred_on": event.occurred_on.isoformat(),
        "occurred_at": instant_text(event.occurred_at),
        "recorded_at": instant_text(event.recorded_at),
        "actor_role": event.actor["role"],
        "data": dict(event.body),
        "links": {"referral": f"/v1/referrals/{about['referral_id']}"} if about["referral_id"] else {},
    }


def referral_of(event: Event | FeedEvent) -> dict[str, Any]:
    """The referral and its version after the event; what is said of one of its clocks names both, and raises none."""
    if event.subject_kind == "referral":
        return {"referral_id": str(event.subject_id), "referral_version": event.version}
    return {name: event.body.get(name) for name in ("referral_id", "referral_version")}


def instant_text(moment: datetime) -> str:
    """RFC 3339 in UTC, always with microseconds."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds").removesuffix("+00:00") + "Z"
