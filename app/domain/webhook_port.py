"""What the use cases need of the storage of webhook endpoints and their deliveries, as a Protocol."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol
from uuid import UUID

from app.domain.access import TenantId
from app.domain.delivery_status import Heard
from app.domain.receipts import Receipt
from app.domain.referral import ReferralId
from app.domain.webhooks import Endpoint, EndpointId, Secret, SecretId


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which deliveries of an endpoint a page shows; None: whichever.

    Attributes:
        after: Position to go on behind.
        state: `waiting`, `delivered`, `parked` or `skipped`.
        type: Type of event.
        referral_id: Only events of this referral.
        since: Only events that were recorded then or later.
    """

    limit: int
    after: int = 0
    state: str | None = None
    type: str | None = None
    referral_id: UUID | None = None
    since: datetime | None = None


@dataclass(frozen=True, slots=True)
class Delivery:
    """One event on its way to one endpoint; attributes as the columns of `deliveries`."""

    position: int
    event_id: UUID
    type: str
    referral_id: UUID | None
    referral_version: int | None
    state: str
    reason: str | None
    attempt_count: int
    first_due_at: datetime
    settled_at: datetime | None
    next_due_at: datetime | None


@dataclass(frozen=True, slots=True)
class Range:
    """What is replayed: deliveries from a position to a position, both included, of events recorded in a time.

    Attributes:
        missing: Only what was not delivered.
        limit: Most deliveries.
    """

    first: int
    last: int | None
    since: datetime | None
    until: datetime | None
    missing: bool
    limit: int


@dataclass(frozen=True, slots=True)
class Replayed:
    """How many deliveries were set going again, and the position behind which there is more, if there is."""

    count: int
    behind: int | None

    @property
    def next_position(self) -> int | None:
        """From where to go on; None where everything was set going."""
        return None if self.behind is None else self.behind + 1


@dataclass(frozen=True, slots=True)
class Health:
    """How an endpoint does, in numbers that tell nothing of what is delivered."""

    endpoint_id: EndpointId
    tenant_id: TenantId
    state: str
    state_reason: str | None
    breaker: str
    breaker_until: datetime | None
    waiting_count: int
    oldest_waiting_at: datetime | None
    parked_count: int
    failing_since: datetime | None
    last_success_at: datetime | None


class Webhooks(Protocol):
    """Endpoints of one tenant in one transaction, and what is on its way to them."""

    async def hold_lanes(self, tenant_id: TenantId, endpoint_id: EndpointId) -> None:
        """Lock all that waits for an endpoint; before the endpoint itself, as whoever settles deliveries does."""
        ...

    async def keep_order(self, endpoint_id: EndpointId) -> None:
        """Keep the order of an endpoint as it is until this transaction ends; before its lanes and itself."""
        ...

    async def hold_order(self, endpoint_id: EndpointId) -> None:
        """Let nobody else line up or set going what goes to an endpoint; before its lanes and itself."""
        ...

    async def under_way(self, tenant_id: TenantId, endpoint_id: EndpointId, now: datetime) -> bool:
        """Whether something is being sent to an endpoint or taken for it; if not, nothing is until this ends."""
        ...

    async def line_up(self, tenant_id: TenantId, endpoint_id: EndpointId, now: datetime) -> None:
        """Put what waits into the lanes of the order that the endpoint has now. What is at the head keeps its turn."""
        ...

    async def head(self, tenant_id: TenantId) -> int:
        """Position of the last event of the tenant's feed; 0 for an empty one."""
        ...

    async def count(self, tenant_id: TenantId, since: datetime) -> tuple[int, int]:
        """Endpoints that are not removed, and those made since then; nobody else adds one before this ends."""
        ...

    async def add(self, tenant_id: TenantId, endpoint: Endpoint) -> None:
        """A new endpoint without secrets."""
        ...

    async def page(
        self, tenant_id: TenantId, *, only: EndpointId | None = None, after_id: UUID | None = None, limit: int = 1
    ) -> tuple[Endpoint, ...]:
        """One endpoint, or a page of them by id, with their secrets as far as these may be told."""
        ...

    async def locked(self, tenant_id: TenantId, endpoint_id: EndpointId) -> Endpoint | None:
        """The endpoint, which nobody else changes until this transaction ends."""
        ...

    async def save(self, tenant_id: TenantId, endpoint: Endpoint) -> None:
        """Everything that its owner may change, with its version."""
        ...

    async def add_secret(self, tenant_id: TenantId, endpoint_id: EndpointId, secret: Secret, text: str) -> None:
        """A secret, encrypted."""
        ...

    async def end_secrets(
        self, tenant_id: TenantId, endpoint_id: EndpointId, ends_at: datetime, *, only: SecretId | None = None
    ) -> None:
        """When the living secrets of an endpoint, or one of them, stop to sign; what ends earlier stays so."""
        ...

    async def open_breaker_again(self, tenant_id: TenantId, endpoint_id: EndpointId) -> None:
        """Forget what made the breaker open: the owner says that the receiver is well."""
        ...

    async def due_now(self, tenant_id: TenantId, endpoint_id: EndpointId, now: datetime) -> None:
        """Let everything that waits be tried at once."""
        ...

    async def skip(self, tenant_id: TenantId, endpoint_id: EndpointId, now: datetime) -> int:
        """Leave out everything that waits.

        Returns:
            How many deliveries.
        """
        ...

    async def replay(self, tenant_id: TenantId, endpoint_id: EndpointId, wanted: Range, now: datetime) -> Replayed:
        """Set deliveries going again, oldest first; events of the range that never had one get one."""
        ...

    async def park(self, tenant_id: TenantId, endpoint_id: EndpointId, position: int, now: datetime) -> bool:
        """Give up a delivery that waits, so that the next one goes; False where it is under way or settled."""
        ...

    async def deliveries(self, tenant_id: TenantId, endpoint_id: EndpointId, wanted: Wanted) -> tuple[Delivery, ...]:
        """A page of deliveries by position."""
        ...

    async def attempts(
        self, tenant_id: TenantId, endpoint_id: EndpointId, *, position: int | None, after: int, limit: int
    ) -> tuple[Receipt, ...]:
        """Attempts of one delivery by number, or those of challenges and tests for None, behind a number."""
        ...

    async def chain(
        self, tenant_id: TenantId, endpoint_id: EndpointId, referral_id: ReferralId, *, after: int, limit: int
    ) -> tuple[Receipt, ...]:
        """Attempts at the events of one referral, in the order of their chain, behind a step of it."""
        ...

    async def health(self, tenant_id: TenantId, endpoint_id: EndpointId) -> Health | None:
        """How an endpoint of the tenant does."""
        ...

    async def health_of_all(self, *, after_id: UUID | None, limit: int) -> tuple[Health, ...]:
        """How the endpoints of all tenants do; for the system only."""
        ...

    async def heard(self, referral_id: ReferralId, tenants: tuple[UUID, ...]) -> tuple[Heard, ...]:
        """What the computers of these tenants were told of a referral; for the system only."""
        ...
