"""Inbox 收件: messages of platforms as they came, what became of each, and when one is tried again."""

import hashlib
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final, Protocol
from uuid import UUID

from app.domain.access import TenantId
from app.domain.court_platform import Flag, MessageId, PlatformCode
from app.domain.referral import ReferralId

RETRY_SECONDS: Final = (1, 5, 30, 120, 600)
"""Pauses after which a message is tried again that failed for a passing reason; the last one is repeated."""

ASIDE: Final = "aside:"
"""How the id begins under which something is kept that has no id of its own, or one that is taken; see `aside_id`."""

KEY_MISSING: Final = "key_missing"
CONTENT_DAMAGED: Final = "content_damaged"

LEASE_SECONDS: Final = 60
"""How long a message that somebody works on is left to it."""


class InboxState(StrEnum):
    """What became of a message; the values are stored."""

    WAITING = "waiting"
    DONE = "done"
    PARKED = "parked"


@dataclass(frozen=True, slots=True)
class InboxMessage:
    """One message of a platform.

    Attributes:
        digest: SHA-256 of what it says, or of the raw bytes where it comes in one way only.
        raw: As it came; empty where it was not asked for.
        reason: Why it is parked: a code of the catalogue, or a fault of the mapping.
        flags: What in it the mapping did not know.
        damage: Why its bytes can not be had: `key_missing`, until the ring has the key, or `content_damaged`.
    """

    id: UUID
    tenant_id: TenantId
    platform: PlatformCode
    message_id: MessageId
    digest: bytes
    received_at: datetime
    state: InboxState
    raw: bytes = field(default=b"", repr=False)
    reason: str | None = None
    flags: tuple[Flag, ...] = ()
    attempts: int = 0
    referral_id: ReferralId | None = None
    decided_at: datetime | None = None
    damage: str | None = None

    @property
    def aside(self) -> bool:
        """Whether it is kept for people alone, since it has no id under which it could take effect once."""
        return self.message_id.startswith(ASIDE)


def aside_id(raw: bytes, named: MessageId | None = None) -> MessageId:
    """The id under which something is kept for people; the same bytes have the same one.

    Args:
        raw: What came.
        named: Its own id, where another message has that.
    """
    digest = hashlib.sha256(raw).hexdigest()
    return MessageId(f"{ASIDE}{digest}" if named is None else f"{ASIDE}{named}:{digest[:16]}")


def retry_at(attempts: int, now: datetime) -> datetime:
    """When a message is tried again after so many attempts."""
    return now + timedelta(seconds=RETRY_SECONDS[min(attempts, len(RETRY_SECONDS)) - 1])


class Inbox(Protocol):
    """The inbox in one transaction."""

    async def put(self, message: InboxMessage, tenant_id: TenantId) -> InboxMessage:
        """Keep a message; where its id is known already the one that was kept first, without its bytes."""
        ...

    async def claim(self, now: datetime, until: datetime) -> InboxMessage | None:
        """The next message that waits, oldest first, with its bytes; nobody else gets it before `until`.

        One whose bytes can not be had comes without them and says so under `damage`, so that it holds up no other.
        """
        ...

    async def settle(self, message: InboxMessage, next_at: datetime, tenant_id: TenantId) -> None:
        """Write state, reason, flags, attempts, referral and day of the decision."""
        ...

    async def one(self, inbox_id: UUID, platform: PlatformCode, tenant_id: TenantId) -> InboxMessage | None:
        """One message without its bytes, for its court."""
        ...

    async def page(
        self,
        platform: PlatformCode,
        tenant_id: TenantId,
        *,
        state: InboxState | None,
        after_id: UUID | None,
        limit: int,
    ) -> tuple[InboxMessage, ...]:
        """Messages of a platform, newest first, without their bytes."""
        ...
