"""What the check of a whole database needs to read, and what it says is wrong."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol
from uuid import UUID

from app.domain.events import Event
from app.domain.receipts import Receipt
from app.domain.referral import ReferralId
from app.domain.stored import Record


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is not as it must be.

    Attributes:
        invariant: Number in the list of invariants; 0 for the isolation of tenants.
        subject: Id of what is concerned.
        code: What is wrong with it.
        version: Of the event concerned, where there is one.
    """

    invariant: int
    subject: str
    code: str
    version: int | None = None


class Evidence(Protocol):
    """Reads for the check of a whole database; for the system only. Every list of faults has at most `limit` rows."""

    async def referrals(self, *, after_id: ReferralId | None, limit: int) -> tuple[Record, ...]:
        """A batch of referrals by id, with clocks, agreement and procedures."""
        ...

    async def events_of(self, referral_ids: Sequence[ReferralId]) -> Mapping[ReferralId, tuple[Event, ...]]:
        """Events by referral, in version order."""
        ...

    async def faults(self, *, limit: int) -> tuple[Fault, ...]:
        """What the database itself can say about feeds, idempotency keys, clocks and viewers."""
        ...

    async def receipts(self, *, behind: tuple[UUID, UUID, int] | None, limit: int) -> tuple[Receipt, ...]:
        """Receipts of deliveries by endpoint, subject and step, behind one of them."""
        ...

    async def documents_among(self, ids: Sequence[UUID]) -> frozenset[UUID]:
        """Which of these ids are those of documents."""
        ...

    async def counts(self) -> Mapping[str, int]:
        """Rows of the main tables."""
        ...
