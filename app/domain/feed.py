"""The feed's side of an event, and what the feed needs from outside, as Protocols.

A position is given after commit and is dense per tenant, so that a reader proves by arithmetic that it missed nothing.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Protocol
from uuid import UUID

from app.domain.access import TenantId


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
        """Return when the tenant's feed ends behind the position, when the time is over, or where no place is left.

        Places are bounded, for all tenants together and for each.
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
