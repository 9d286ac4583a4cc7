"""The record of readings as the contract shows it."""

from uuid import UUID

from pydantic import Field

from app.routers.schemas.common import Instant, View


class AccessView(View):
    """One reading of personal data in the clear: who, of which referral, what, when. It holds none of the data."""

    id: UUID
    tenant_id: UUID
    client_id: UUID
    referral_id: UUID | None = Field(
        description="The referral; null where you do not see it, or no longer, and where a series was read."
    )
    referral_mark: str = Field(
        description="Sixteen hexadecimal characters that stand for the referral, the same for whoever asks.",
        examples=["9f86d081884c7d65"],
    )
    what: tuple[str, ...] = Field(description="What was read, such as `parties`.", examples=[["parties"]])
    recorded_at: Instant


class AccessList(View):
    """A page of readings, newest first."""

    items: tuple[AccessView, ...]
    next: str | None = Field(description="Give this as `after` for the next page; null on the last.")
