"""The record of readings: who read personal data of which referral, what, and when. Insert-only; no personal data."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol
from uuid import UUID

from app.domain.access import ClientId, TenantId
from app.domain.referral import ReferralId


@dataclass(frozen=True, slots=True)
class Access:
    """One reading of personal data in the clear.

    Attributes:
        id: Ordered by time.
        tenant_id: Whose program read.
        client_id: The program.
        referral_id: The referral; None where whoever asks for the record does not see it (any more).
        mark: Sixteen hexadecimal characters that stand for the referral, the same for whoever asks.
        what: Words of `app.domain.sealed.WHATS`.
        recorded_at: When.
    """

    id: UUID
    tenant_id: TenantId
    client_id: ClientId
    referral_id: ReferralId | None
    mark: str
    what: tuple[str, ...]
    recorded_at: datetime


class Audit(Protocol):
    """Reads of the record."""

    async def page(self, tenant_id: TenantId, *, after_id: UUID | None, limit: int) -> tuple[Access, ...]:
        """What one tenant has read, newest first; referrals that it does not see now are not named."""
        ...

    async def page_of_all(self, *, after_id: UUID | None, limit: int) -> tuple[Access, ...]:
        """What all tenants have read, newest first; no referral is named. For the system only."""
        ...
