"""Events and pages of the feed as they are answered."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field


class EventLinks(BaseModel):
    """Where to read more."""

    referral: str = Field(description="Path of the referral; 404 once it is no longer yours to see.")


class EventItem(BaseModel):
    """One event. It is thin: ids, codes, dates; party data is read through the API."""

    model_config = ConfigDict(title="Event")

    id: UUID = Field(description="The same in feed, history and webhook; drop what you have seen.")
    position: int = Field(
        ge=1, description="Place in your feed: dense from 1, so a gap would show; with a filter the others lie between."
    )
    type: str = Field(description="Code of the fact, such as `referral.accepted`.", examples=["referral.accepted"])
    referral_id: UUID
    referral_version: int = Field(
        ge=1,
        description="The referral's version after the event; equals its ETag. `deadline.approaching` raises none.",
    )
    occurred_on: date = Field(description="Legal date.")
    occurred_at: datetime = Field(description="Instant on the legal clock.")
    recorded_at: datetime = Field(description="Instant on the system clock.")
    actor_role: str = Field(description="`court`, `organisation` or `clock`.")
    data: dict[str, Any] = Field(description="States before and after, codes, due dates, sources of law.")
    links: EventLinks


class EventPage(BaseModel):
    """An answer of the feed."""

    items: list[EventItem] = Field(
        description="Events by position, without a gap but for what a filter keeps back; may be empty."
    )
    next: str = Field(description="Give this as `after` next time; keep it with what you have stored.")
    has_more: bool = Field(description="Whether to ask again at once, also where a filter left no items.")
