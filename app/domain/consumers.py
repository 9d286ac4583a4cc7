"""Named consumers: a place in its tenant's feed that the service keeps for a reader, and the lease of a batch.

A lease is a token. Only who holds the present token may commit, so of two readers of one consumer the one whose lease
ran out changes nothing any more, however late it wakes.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final, Protocol
from uuid import UUID

from app.domain.access import TenantId
from app.domain.errors import Refusal
from app.domain.feed import FeedFilter

NAME: Final = r"[a-z0-9][a-z0-9_.-]{0,62}"
LEASE_SECONDS_MAX: Final = 3_600
LEASE_SECONDS_DEFAULT: Final = 30


@dataclass(frozen=True, slots=True)
class Lease:
    """A batch that was given to one reader.

    Attributes:
        token: Made anew for each lease.
        position: Of the last entry of the batch; above the consumer's.
        until: System time from which another reader may have the batch.
    """

    token: UUID
    position: int
    until: datetime


@dataclass(frozen=True, slots=True)
class Consumer:
    """One consumer.

    Attributes:
        tenant_id: Whose feed.
        name: The tenant's own word for it, see `NAME`.
        wanted: Which events it is given.
        position: Everything up to here was committed. Grows, unless it is sought.
        lease: The present one, also when it ran out and nobody took the batch since.
        created_at: System time.
        moved_at: System time of the last change.
    """

    tenant_id: TenantId
    name: str
    wanted: FeedFilter
    position: int
    lease: Lease | None
    created_at: datetime
    moved_at: datetime


def require_free(consumer: Consumer, now: datetime) -> None:
    """Refuse with `lease_held` while a lease runs; the facts say how long still."""
    lease = consumer.lease
    if lease is not None and lease.until > now:
        seconds = max(1, -((now - lease.until) // timedelta(seconds=1)))
        raise Refusal("lease_held", facts={"retry_after_seconds": seconds})


def leased(consumer: Consumer, lease: Lease, now: datetime) -> Consumer:
    """The consumer with a new lease; refuses with `lease_held`."""
    require_free(consumer, now)
    return replace(consumer, lease=lease, moved_at=now)


def skipped(consumer: Consumer, position: int, now: datetime) -> Consumer:
    """The consumer behind a stretch in which nothing was for it; refuses with `lease_held`."""
    require_free(consumer, now)
    if position == consumer.position and consumer.lease is None:
        return consumer
    return replace(consumer, position=position, lease=None, moved_at=now)


def committed(consumer: Consumer, token: UUID, position: int, now: datetime) -> Consumer:
    """The consumer after a reader has done its work up to a position; at the end of the batch the lease is over.

    A lease that ran out still commits as long as nobody has taken the batch since: nothing would be given twice less.

    Raises:
        Refusal: `lease_lost` for another token than the present, `cursor_outside_lease`.
    """
    lease = consumer.lease
    if lease is None or lease.token != token:
        raise Refusal("lease_lost")
    if not consumer.position <= position <= lease.position:
        facts = {"from": consumer.position, "until": lease.position}
        raise Refusal("cursor_outside_lease", facts=facts, pointer="/cursor")
    return replace(consumer, position=position, lease=lease if position < lease.position else None, moved_at=now)


def sought(consumer: Consumer, position: int, now: datetime) -> Consumer:
    """The consumer at another place, before or behind; whoever holds a lease has lost it."""
    return replace(consumer, position=position, lease=None, moved_at=now)


class ConsumerStore(Protocol):
    """Consumers in one transaction; a tenant sees its own."""

    async def get(self, tenant_id: TenantId, name: str, *, hold: bool = False) -> Consumer | None:
        """One consumer; with `hold` nobody else changes it until this transaction ends."""
        ...

    async def page(self, tenant_id: TenantId, *, limit: int) -> Sequence[Consumer]:
        """Consumers by name."""
        ...

    async def hold_all(self, tenant_id: TenantId) -> None:
        """Let nobody else make a consumer of this tenant until this transaction ends."""
        ...

    async def put(self, consumer: Consumer) -> None:
        """Write a consumer, new or over the one that is there."""
        ...

    async def remove(self, tenant_id: TenantId, name: str) -> None:
        """Remove a consumer; the feed keeps all it has."""
        ...
