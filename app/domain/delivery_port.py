"""What the delivery of webhooks needs from outside, as Protocols. Adapters fulfil them; nothing here knows how.

A lane is the queue of one endpoint and one subject. Whoever takes its head holds a lease with a token of its own, and
what is written under another token is not written.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Protocol
from uuid import UUID

from app.domain.access import TenantId
from app.domain.breaker import Breaker
from app.domain.delivery import DeliveryState, Policy, Tried
from app.domain.events import Event
from app.domain.feed import FeedEvent
from app.domain.receipts import AttemptKind, Receipt


class EndpointState(StrEnum):
    """What an endpoint gets.

    pending   nothing: it has not answered its challenge
    active    everything that it wants
    paused    its owner stopped it; what happens waits
    disabled  switched off, because it said so, was dead for too long, or an operator wished so; what happens waits
    removed   nothing any more
    """

    PENDING = "pending"
    ACTIVE = "active"
    PAUSED = "paused"
    DISABLED = "disabled"
    REMOVED = "removed"


class Payload(StrEnum):
    """How much an event says: codes and ids, or with the referral as its reader may see it."""

    THIN = "thin"
    FULL = "full"


@dataclass(frozen=True, slots=True)
class Secret:
    """One secret that signs; `kind` names the scheme."""

    kind: str
    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Target:
    """An endpoint as a sender needs it.

    Attributes:
        headers: The owner's own headers, sent with each message.
        signing: Schemes that sign, those without a secret of the endpoint included.
        secrets: Live secrets, newest first.
        epoch: The present life of the feed, for the cursor.
        rate_per_second: Most messages a second; None for no bound.
        rate_tokens: Messages that may be sent at once, as of `rate_at`.
    """

    id: UUID
    tenant_id: TenantId
    url: str
    state: EndpointState
    payload: Payload
    timeout_seconds: int
    policy: Policy
    headers: Mapping[str, str] = field(repr=False)
    signing: tuple[str, ...]
    secrets: tuple[Secret, ...]
    breaker: Breaker
    epoch: int
    rate_per_second: int | None = None
    rate_tokens: float = 0.0
    rate_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Wanted:
    """How much of one endpoint's due work is taken.

    Attributes:
        at_once: Deliveries that may be under way, those of other workers included.
        most: Deliveries to take now.
        lease_until: When another worker may take them.
    """

    endpoint_id: UUID
    at_once: int
    most: int
    lease_until: datetime


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a lane, taken under a lease.

    Attributes:
        subject_id: The lane's: that of the events in it, or the endpoint where one order goes over all of its events.
        attempt_number: Of the attempt that follows, over the life of the delivery.
    """

    endpoint_id: UUID
    subject_id: UUID
    token: UUID
    event: FeedEvent
    tried: Tried
    attempt_number: int
    lease_until: datetime

    @property
    def chain_id(self) -> UUID:
        """Whose chain of receipts the attempt is in: the referral's of the event, whatever the order of the lanes."""
        return self.subject_id if self.subject_id != self.endpoint_id else self.event.about


@dataclass(frozen=True, slots=True)
class Ready:
    """Endpoints with due work, of which nobody else claims until the transaction ends.

    Attributes:
        targets: Those that may be sent to.
        last_id: The endpoint looked at last, to go on behind it; None where there is none behind.
        next_due_at: When work falls due next, of the endpoints looked at; None where none waits.
    """

    targets: tuple[Target, ...]
    last_id: UUID | None
    next_due_at: datetime | None


@dataclass(frozen=True, slots=True)
class Claimed:
    """What was taken from one endpoint: its breaker and its rate after that."""

    endpoint_id: UUID
    breaker: Breaker
    rate_tokens: float
    rate_at: datetime | None


@dataclass(frozen=True, slots=True)
class LaneKey:
    """A lane under a lease."""

    endpoint_id: UUID
    subject_id: UUID
    token: UUID


@dataclass(frozen=True, slots=True)
class Held:
    """A lane whose lease still holds, locked. `step` and `hash`: the end of the chain of receipts of its subject."""

    endpoint_id: UUID
    subject_id: UUID
    step: int
    hash: bytes


@dataclass(frozen=True, slots=True)
class Standing:
    """An endpoint: what is known of its receiver."""

    endpoint_id: UUID
    tenant_id: TenantId
    state: EndpointState
    breaker: Breaker


@dataclass(frozen=True, slots=True)
class Holding:
    """Lanes that were locked, and their endpoints as they stood at that moment, which are not."""

    lanes: tuple[Held, ...]
    standings: tuple[Standing, ...]


@dataclass(frozen=True, slots=True)
class Settlement:
    """What becomes of a lane's head.

    Attributes:
        state: `waiting` keeps it as the head; any other lets the lane go on.
        next_due_at: Of the same head again; None where the lane goes on.
        tried: Attempts that count, this one included.
        counted: Attempts ever, this one included.
        reason: Why it was parked.
    """

    endpoint_id: UUID
    subject_id: UUID
    position: int
    state: DeliveryState
    next_due_at: datetime | None
    tried: Tried
    counted: int
    reason: str | None
    settled_at: datetime | None


@dataclass(frozen=True, slots=True)
class Judged:
    """An endpoint after what was seen of it. `disabled`: why it is switched off; None where it is not."""

    endpoint_id: UUID
    breaker: Breaker
    disabled: str | None


@dataclass(frozen=True, slots=True)
class Errand:
    """A message to one endpoint outside its feed: the challenge of a new one, or a test."""

    target: Target
    kind: AttemptKind
    message_id: UUID
    attempt_number: int
    until: datetime | None


class Lanes(Protocol):
    """Work that waits, for the system only."""

    async def ready(self, now: datetime, *, after_id: UUID | None, limit: int, without: Collection[UUID] = ()) -> Ready:
        """Endpoints that have due work and may be sent to, without those of which another worker claims just now.

        Args:
            now: On the system clock.
            after_id: Endpoint to begin behind; None for the first.
            limit: Most endpoints with waiting work that are looked at.
            without: Endpoints that are known to have no place free.
        """
        ...

    async def take(self, wanted: Sequence[Wanted], token: UUID, now: datetime) -> tuple[Head, ...]:
        """Lease the due heads of these endpoints, the longest due first."""
        ...

    async def note(self, claimed: Sequence[Claimed]) -> None:
        """Write breaker and rate of endpoints that something was taken from."""
        ...

    async def free_expired(self, now: datetime, *, limit: int) -> int:
        """Let others take what was leased for too long; how many."""
        ...

    async def release(self, keys: Collection[LaneKey]) -> None:
        """Give leases back untried."""
        ...


class Deliveries(Protocol):
    """Deliveries and what was tried, for the system only."""

    async def hold(self, keys: Sequence[LaneKey]) -> Holding:
        """Lock those lanes whose lease still holds; say where their receipts end, and how their endpoints stand."""
        ...

    async def chain_ends(self, chains: Sequence[tuple[UUID, UUID]]) -> tuple[Held, ...]:
        """Where receipts of other subjects than the lane's end, by endpoint and subject, under a lease that is held."""
        ...

    async def hold_endpoints(self, endpoint_ids: Collection[UUID]) -> tuple[Standing, ...]:
        """What is known of endpoints' receivers, locked."""
        ...

    async def settle(
        self, settlements: Sequence[Settlement], receipts: Sequence[Receipt], judged: Sequence[Judged], now: datetime
    ) -> None:
        """Write what became of held lanes in one statement: receipts, deliveries, the lanes' next heads, endpoints.

        A lane whose head is settled goes on with the lowest delivery that waits in it, due at once, or is taken away.
        """
        ...

    async def last_word(self, endpoint_id: UUID) -> tuple[int, bytes]:
        """Version and hash of the endpoint's newest event; 0 and nothing before the first."""
        ...

    async def tell(self, events: Sequence[Event]) -> None:
        """Write events whose subjects are endpoints."""
        ...


class Errands(Protocol):
    """Challenges and tests, for the system only."""

    async def due(self, now: datetime, *, limit: int, lease_until: datetime) -> tuple[Errand, ...]:
        """Take errands that are due; nobody else takes them before the lease ends."""
        ...

    async def settle(
        self, errand: Errand, receipt: Receipt, *, next_due_at: datetime | None, passed: bool, now: datetime
    ) -> None:
        """Write the receipt and what becomes of the errand: again at an instant, or over.

        A passed challenge makes a pending endpoint active from the present end of its feed.
        """
        ...

    async def chain_end(self, endpoint_id: UUID) -> tuple[int, bytes]:
        """Step and hash of the endpoint's own chain of receipts; locks the endpoint."""
        ...


class Upkeep(Protocol):
    """What is done now and then, for the system only."""

    async def stamp_filters(self) -> int:
        """Write from which position the present filters hold, where that is not known yet; how many endpoints."""
        ...

    async def erase_answers(self, before: datetime, *, limit: int) -> int:
        """Erase the texts of answers to attempts begun before an instant; how many."""
        ...


class Referee(Protocol):
    """Says what a full payload adds."""

    async def __call__(self, tenant_id: TenantId, referral_id: UUID) -> Mapping[str, object] | None:
        """The referral as this tenant may see it, without personal data; None where it sees it no longer."""
        ...
