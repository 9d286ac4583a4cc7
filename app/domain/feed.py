"""The feed's side of an event, and what the feed needs from outside, as Protocols.

A position is given after commit and is dense per tenant, so that a reader proves by arithmetic that it missed nothing.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Protocol
from uuid import UUID

from app.domain.access import TenantId


class TellsEvent(Protocol):
    """What of an event is served: the same for the feed and for a referral's history."""

    @property
    def id(self) -> UUID: ...

    @property
    def subject_kind(self) -> str: ...

    @property
    def subject_id(self) -> UUID: ...

    @property
    def version(self) -> int: ...

    @property
    def type(self) -> str: ...

    @property
    def occurred_on(self) -> date: ...

    @property
    def occurred_at(self) -> datetime: ...

    @property
    def recorded_at(self) -> datetime: ...

    @property
    def body(self) -> Mapping[str, Any]: ...

    @property
    def actor(self) -> Mapping[str, Any]: ...


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
        """Return when the tenant's feed ends behind the position, or when the time is over.

        Raises:
            Refusal: `too_busy` where too many wait already.
        """
        ...


class FeedReader(Protocol):
    """Reads feeds from the database, each with the eyes of its tenant."""

    async def page(self, tenant_id: TenantId, *, after: int, limit: int) -> tuple[FeedEvent, ...]:
        """At most `limit` events behind a position, in order."""
        ...

    async def head_of(self, tenant_id: TenantId) -> int:
        """Position of the tenant's last event; 0 for an empty feed."""
        ...
