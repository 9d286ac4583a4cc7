"""Named consumers: making one, leasing a batch, committing it, seeking another place.

The feed is read outside every transaction that changes a consumer, so no row is held while a page is read; what was
read is leased only if the consumer stands where it stood.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final
from uuid import UUID

from app.domain import consumers as c
from app.domain import cursor as cursors
from app.domain.access import Principal, Scope, TenantId
from app.domain.consumers import Consumer, Lease
from app.domain.cursor import Cursor
from app.domain.errors import Refusal
from app.domain.feed import EVERYTHING, FeedFilter
from app.domain.ports import Answer, Ports, StaleVersion, Transaction
from app.domain.values import replace
from app.services.envelope import Envelope, Outcome, checked, settled
from app.services.history import Again, FeedPage, FeedPorts, Item, Start, instant_text, read_on
from app.services.receipts import DONE

CONSUMERS_MAX: Final = 50
STRETCHES_MAX: Final = 5
"""Most pages that one lease with a filter looks through for a batch."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a consumer is to stand: behind a cursor, before what was recorded since a time, at the end, or the start.

    Attributes:
        to: `beginning`, `now`, `cursor` or `time`.
        cursor: With `cursor`.
        since: With `time`.
    """

    to: str
    cursor: str | None = None
    since: datetime | None = None


@dataclass(frozen=True, slots=True)
class NewConsumer:
    """A consumer as it is wanted; `start` is looked at only where there is none of that name yet."""

    wanted: FeedFilter
    start: Place


@dataclass(frozen=True, slots=True)
class LeaseWish:
    """What a reader asks for: most events, for how long nobody else is to have them, how long to wait for the first."""

    limit: int
    seconds: float
    wait_seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class CommitWish:
    """What a reader has done: up to which cursor, under which token."""

    token: UUID
    cursor: str


@dataclass(frozen=True, slots=True)
class Batch:
    """The answer of a lease: what was kept of it, and its items."""

    outcome: Outcome
    items: tuple[Item, ...]


Change = Callable[[Consumer], Consumer]


async def put(
    ports: Ports,
    feed: FeedPorts,
    envelope: Envelope,
    name: str,
    wish: NewConsumer | Refusal,
    *,
    consumers_max: int = CONSUMERS_MAX,
) -> Outcome:
    """Make a consumer, or change what an existing one is given; that keeps its place and loses its lease.

    Refuses with `scope_missing`, what the wish was refused for, `cursor_invalid`, `too_many_consumers`.
    """
    tenant_id = _tenant(envelope)
    start = 0 if isinstance(wish, Refusal) else await _position(feed, tenant_id, wish.start)

    async def attempt() -> Outcome:
        async with ports.unit_of_work(tenant_id) as tx:
            replayed = await _replayed(tx, envelope)
            if replayed is not None:
                return replayed
            new, now = checked(wish), ports.clock.recorded_at()
            await tx.consumers.hold_all(tenant_id)
            found = await tx.consumers.get(tenant_id, name, hold=True)
            if found is None:
                if len(await tx.consumers.page(tenant_id, limit=consumers_max)) >= consumers_max:
                    raise Refusal("too_many_consumers", facts={"max": consumers_max})
                found = Consumer(tenant_id, name, new.wanted, checked(start), None, now, now)
            elif found.wanted != new.wanted:
                found = replace(found, wanted=new.wanted, lease=None, moved_at=now)
            return await _keep(ports, feed, tx, envelope, found)

    return await settled(attempt)


async def listed(ports: Ports, principal: Principal, *, limit: int) -> tuple[Consumer, ...]:
    """The caller's consumers by name."""
    principal.require(Scope.FEED_READ)
    async with ports.unit_of_work(principal.tenant_id) as tx:
        return tuple(await tx.consumers.page(principal.tenant_id, limit=limit))


async def get(ports: Ports, principal: Principal, name: str) -> Consumer:
    """One of the caller's consumers; refuses with `not_found`."""
    principal.require(Scope.FEED_READ)
    async with ports.unit_of_work(principal.tenant_id) as tx:
        return _there(await tx.consumers.get(principal.tenant_id, name))


async def remove(ports: Ports, envelope: Envelope, name: str) -> Outcome:
    """Remove a consumer; the feed stays as it is. Refuses with `not_found`."""
    tenant_id = _tenant(envelope)

    async def attempt() -> Outcome:
        async with ports.unit_of_work(tenant_id) as tx:
            replayed = await _replayed(tx, envelope)
            if replayed is not None:
                return replayed
            _there(await tx.consumers.get(tenant_id, name, hold=True))
            if envelope.dry_run:
                return _rehearsed(name)
            answer = Answer(status=DONE, body={"name": name, "removed": True})
            await tx.consumers.remove(tenant_id, name)
            await tx.idempotency.keep(envelope.keep(answer, ports.clock.recorded_at()))
            return Outcome(answer)

    return await settled(attempt)


async def commit(ports: Ports, feed: FeedPorts, envelope: Envelope, name: str, wish: CommitWish | Refusal) -> Outcome:
    """Move a consumer to a cursor of its leased batch.

    Refuses with `not_found`, `lease_lost`, `cursor_invalid`, `cursor_outside_lease`, `feed_epoch_changed`.
    """

    def change(consumer: Consumer, now: datetime) -> Consumer:
        done = checked(wish)
        place = cursors.decode(done.cursor, consumer.tenant_id, feed.heads.epoch(), pointer="/cursor")
        return c.committed(consumer, done.token, place.position, now)

    return await _changed(ports, feed, envelope, name, change)


async def seek(ports: Ports, feed: FeedPorts, envelope: Envelope, name: str, wish: Place | Refusal) -> Outcome:
    """Set a consumer to another place; a lease that runs is lost. Refuses with `not_found`, `cursor_invalid`."""
    tenant_id = _tenant(envelope)
    position = wish if isinstance(wish, Refusal) else await _position(feed, tenant_id, wish)
    return await _changed(ports, feed, envelope, name, lambda consumer, now: c.sought(consumer, checked(position), now))


async def lease(
    ports: Ports, feed: FeedPorts, envelope: Envelope, name: str, wish: LeaseWish | Refusal, *, again: Again
) -> Batch:
    """Give the next events of a consumer to one reader for some time.

    Without events there is no lease: the answer has no token and is not kept, so the key stays free. A repeat of a
    request that got a batch gives the same.

    Refuses with `not_found`, `lease_held`, `cursor_expired`, what the wish was refused for, what `again` refuses after
    a wait.
    """
    tenant_id = _tenant(envelope)

    async def attempt() -> Batch:
        async with ports.unit_of_work(tenant_id) as tx:
            replayed = await _replayed(tx, envelope)
            if replayed is None:
                asked, seen = checked(wish), _there(await tx.consumers.get(tenant_id, name))
                c.require_free(seen, ports.clock.system_now())
        if replayed is not None:
            return await _given_again(feed, tenant_id, replayed)
        if asked.wait_seconds and not envelope.dry_run and feed.heads.position_of(tenant_id) <= seen.position:
            await feed.heads.wait_beyond(tenant_id, seen.position, seconds=asked.wait_seconds)
            (await again()).require(Scope.FEED_READ)
        page, behind = await _next_batch(feed, seen, asked.limit)
        async with ports.unit_of_work(tenant_id) as tx:
            found = _there(await tx.consumers.get(tenant_id, name, hold=True))
            if (found.position, found.wanted) != (seen.position, seen.wanted):
                raise StaleVersion
            return await _give(ports, tx, envelope, found, page, behind, asked)

    return await settled(attempt)


async def _give(
    ports: Ports,
    tx: Transaction,
    envelope: Envelope,
    consumer: Consumer,
    page: FeedPage,
    behind: Cursor,
    asked: LeaseWish,
) -> Batch:
    now = ports.clock.system_now()
    body = {"token": None, "leased_until": None, "next": page.next, "has_more": page.has_more}
    if not page.items:
        after = c.skipped(consumer, behind.position, now)
        answer = Answer(status=DONE, body=body)
    else:
        until, token = now + timedelta(seconds=asked.seconds), ports.mint()
        after = c.leased(consumer, Lease(token, behind.position, until), now)
        told = {"token": str(token), "leased_until": instant_text(until)}
        answer = Answer(status=DONE, body={**body, **told, "reading": _reading(consumer, len(page.items))})
    if envelope.dry_run:
        return Batch(_rehearsed(consumer.name), ())
    if after != consumer:
        await tx.consumers.put(after)
    if page.items:
        await tx.idempotency.keep(envelope.keep(answer, ports.clock.recorded_at()))
    return Batch(Outcome(answer), page.items)


def _reading(consumer: Consumer, count: int) -> dict[str, Any]:
    """How the items of a batch are found again, in place of the items themselves."""
    wanted = consumer.wanted
    return {
        "behind": consumer.position,
        "count": count,
        "types": list(wanted.types),
        "court_id": None if wanted.court_id is None else str(wanted.court_id),
        "organisation_id": None if wanted.organisation_id is None else str(wanted.organisation_id),
    }


async def _given_again(feed: FeedPorts, tenant_id: TenantId, outcome: Outcome) -> Batch:
    """The items of an earlier answer: positions never change, so the same reading gives the same."""
    reading: Mapping[str, Any] = outcome.answer.body["reading"]
    ids = [None if reading[key] is None else TenantId(UUID(reading[key])) for key in ("court_id", "organisation_id")]
    wanted = FeedFilter(tuple(reading["types"]), *ids)
    place = Cursor(tenant_id, feed.heads.epoch(), reading["behind"])
    page, _ = await _looked_through(feed, place, reading["count"], wanted)
    return Batch(outcome, page.items)


async def _next_batch(feed: FeedPorts, consumer: Consumer, limit: int) -> tuple[FeedPage, Cursor]:
    place = Cursor(consumer.tenant_id, feed.heads.epoch(), consumer.position)
    return await _looked_through(feed, place, limit, consumer.wanted)


async def _looked_through(feed: FeedPorts, place: Cursor, limit: int, wanted: FeedFilter) -> tuple[FeedPage, Cursor]:
    """The first page with items behind a place, within so many stretches; an empty one where there is none."""
    for _ in range(STRETCHES_MAX):
        page, place = await read_on(feed, Start(place, fixed=True), limit, wanted)
        if page.items or not page.has_more or wanted == EVERYTHING:
            break
    return page, place


async def _changed(
    ports: Ports, feed: FeedPorts, envelope: Envelope, name: str, change: Callable[[Consumer, datetime], Consumer]
) -> Outcome:
    tenant_id = _tenant(envelope)

    async def attempt() -> Outcome:
        async with ports.unit_of_work(tenant_id) as tx:
            replayed = await _replayed(tx, envelope)
            if replayed is not None:
                return replayed
            found = _there(await tx.consumers.get(tenant_id, name, hold=True))
            return await _keep(ports, feed, tx, envelope, change(found, ports.clock.recorded_at()))

    return await settled(attempt)


async def _keep(ports: Ports, feed: FeedPorts, tx: Transaction, envelope: Envelope, consumer: Consumer) -> Outcome:
    if envelope.dry_run:
        return _rehearsed(consumer.name)
    answer = Answer(status=DONE, body=shown(feed, consumer))
    await tx.consumers.put(consumer)
    await tx.idempotency.keep(envelope.keep(answer, ports.clock.recorded_at()))
    return Outcome(answer)


def shown(feed: FeedPorts, consumer: Consumer) -> dict[str, Any]:
    """A consumer as it is told; `behind_count` counts entries that a filter may still keep back."""
    place = Cursor(consumer.tenant_id, feed.heads.epoch(), consumer.position)
    wanted, lease = consumer.wanted, consumer.lease
    return {
        "name": consumer.name,
        "types": list(wanted.types),
        "court_id": None if wanted.court_id is None else str(wanted.court_id),
        "organisation_id": None if wanted.organisation_id is None else str(wanted.organisation_id),
        "position": consumer.position,
        "cursor": cursors.encode(place),
        "behind_count": max(0, feed.heads.position_of(consumer.tenant_id) - consumer.position),
        "leased_until": None if lease is None else instant_text(lease.until),
        "created_at": instant_text(consumer.created_at),
        "moved_at": instant_text(consumer.moved_at),
    }


async def _position(feed: FeedPorts, tenant_id: TenantId, place: Place) -> int | Refusal:
    """The position that a place means, or why it means none."""
    if place.to == "now":
        return await feed.reader.head_of(tenant_id)
    if place.to == "time" and place.since is not None:
        return await feed.reader.place_before(tenant_id, place.since)
    if place.to == "beginning":
        return await feed.reader.floor_of(tenant_id)
    try:
        found = cursors.decode(place.cursor or "", tenant_id, feed.heads.epoch(), pointer="/cursor")
    except Refusal as refusal:
        return refusal
    head = await feed.reader.head_of(tenant_id)
    return found.position if found.position <= head else cursors.epoch_changed(found, found.epoch)


def _tenant(envelope: Envelope) -> TenantId:
    envelope.principal.require(Scope.FEED_READ)
    return envelope.principal.tenant_id


async def _replayed(tx: Transaction, envelope: Envelope) -> Outcome | None:
    key = envelope.look_up_key()
    return envelope.replay(None if key is None else await tx.idempotency.look_up(*key))


def _there(consumer: Consumer | None) -> Consumer:
    if consumer is None:
        raise Refusal("not_found")
    return consumer


def _rehearsed(name: str) -> Outcome:
    return Outcome(Answer(status=DONE, body={"name": name, "dry_run": True}))
