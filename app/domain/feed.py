"""The feed's side of an event, and what the feed needs from outside, as Protocols.

A position is given after commit and is dense per tenant, so that a reader proves by arithmetic that it missed nothing.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Final, Protocol
from uuid import UUID

from app.domain.access import TenantId

SINCE_MARGIN: Final = timedelta(seconds=60)
"""How far two neighbours of a feed may be out of the order of their `recorded_at`: clocks of several processes differ,
and an event is placed after its transaction, which may have taken long. A look-up by time begins so much earlier.

Legal source: none; product decision.
"""

SIFTED_MAX: Final = 2_000
"""Most entries that one request with a filter looks at; the answer says how far it came."""


@dataclass(frozen=True, slots=True)
class FeedFilter:
    """Which events of its feed a reader wants; what is empty asks for nothing.

    Attributes:
        types: Types of event, each exact or, with `.*` at its end, all of one noun: `referral.*`.
        court_id: Only events that this court received too.
        organisation_id: Only events that this organisation received too: as holder, as the body above the holder, or
            as the one before it at a handover.
    """

    types: tuple[str, ...] = ()
    court_id: TenantId | None = None
    organisation_id: TenantId | None = None


EVERYTHING: Final = FeedFilter()


@dataclass(frozen=True, slots=True)
class FeedEvent:
    """One event at its place in one tenant's feed; the other attributes as in `Event`."""

    position: int
    id: UUID
    subject_kind: str
    subject_id: UUID
    version: int
    type: str
    occurred_on: date
    occurred_at: datetime
    recorded_at: datetime
    body: Mapping[str, Any]
    actor: Mapping[str, Any]

    @property
    def about(self) -> UUID:
        """Whose it is: its subject, or the referral where it warns before a last day of one."""
        named = self.body.get("referral_id") if self.subject_kind == "deadline" else None
        return self.subject_id if named is None else UUID(named)


@dataclass(frozen=True, slots=True)
class Sifted:
    """What a stretch of a feed holds of what was asked for.

    Attributes:
        first: Position of the first entry that was looked at; None where there was none.
        last: Position of the last entry that was looked at; where the page is full, that of its last event.
        events: Those that pass the filter, by position.
    """

    first: int | None
    last: int
    events: tuple[FeedEvent, ...]


class FeedHeads(Protocol):
    """Where each tenant's feed ends, from memory: no question here touches a database."""

    def epoch(self) -> int:
        """The present life of all feeds.

        Raises:
            Refusal: `database_unavailable` where nothing was heard of the database for too long.
        """
        ...

    def position_of(self, tenant_id: TenantId) -> int:
        """Position of the tenant's last event as far as this process has heard; 0 for an empty feed."""
        ...

    async def wait_beyond(self, tenant_id: TenantId, position: int, *, seconds: float) -> None:
        """Return when the tenant's feed ends behind the position, when the time is over, or where no place is left.

        Places are bounded, for all tenants together and for each.
        """
        ...

    async def wait_moved(self, tenant_id: TenantId, position: int, *, seconds: float) -> None:
        """The same for a reader that has a place of its own: it is not counted here."""
        ...

    @property
    def stopped(self) -> bool:
        """Whether the process is about to end, so that nobody may wait any more."""
        ...


class PagedFeed(Protocol):
    """Reads feeds from the database page by page, each with the eyes of its tenant."""

    async def page(self, tenant_id: TenantId, *, after: int, limit: int) -> tuple[FeedEvent, ...]:
        """At most `limit` events behind a position, in order."""
        ...


class FeedReader(PagedFeed, Protocol):
    """Reads feeds in every way that a caller may ask for."""

    async def head_of(self, tenant_id: TenantId) -> int:
        """Position of the tenant's last event; 0 for an empty feed."""
        ...

    async def sift(self, tenant_id: TenantId, *, after: int, limit: int, wanted: FeedFilter) -> Sifted:
        """At most `limit` events behind a position that pass a filter, out of the next `SIFTED_MAX` entries."""
        ...

    async def floor_of(self, tenant_id: TenantId) -> int:
        """Position of the last entry that was removed for its age; 0 where none was."""
        ...

    async def place_before(self, tenant_id: TenantId, instant: datetime) -> int:
        """A position behind which everything lies that was recorded at an instant or later.

        What lies there may begin up to `SINCE_MARGIN` earlier, and more where nothing happened in between.
        """
        ...
