"""What goes to platforms of courts, and what has to stand there, as the contract shows it."""

from typing import Any, Literal

from pydantic import Field

from app.domain.court_platform import Duty, OutgoingKind
from app.domain.platform_outbox import EntryState, OutboxState
from app.routers.schemas.common import Day, Id, Instant, LegalDate, Request, Short, View


class OutboxMessageView(View):
    """One message for a platform. Delivered and processed are told apart."""

    id: Id
    referral_id: Id
    kind: OutgoingKind
    reference: str = Field(description="What the court calls the matter, or our number where it gave no reference.")
    body: dict[str, Any] = Field(description="What is told, in our words; the mapping puts it into theirs.")
    key: str = Field(description="Its idempotency key at the platform.")
    event_id: Id = Field(description="The event of which it tells.")
    state: OutboxState
    attempts: int = Field(description="How often it was tried or looked up since it waits.")
    last_failure: str | None = Field(
        description="Why the last attempt did not end it, as a code: a failure, or `in_transit` where the platform has "
        "not said yet that it has it; null where there was none, or no attempt yet. Codes are in docs/operations.md."
    )
    next_attempt_at: Instant | None = Field(
        description="When it is tried or looked up next, not before those of its referral that wait in front of it; "
        "null where nothing is tried any more."
    )
    delivered_at: Instant | None = Field(description="When the platform first said that it has it.")
    processed_at: Instant | None = Field(description="When it said that it has acted on it.")
    platform_number: str | None
    reason: str | None = Field(description="Why it is parked.")
    recorded_at: Instant


class OutboxMessageList(View):
    """A page of messages, newest first."""

    items: tuple[OutboxMessageView, ...]
    next: str | None = Field(description="Give it back as `after` for the next page; null on the last.")


class RetryMessageRequest(Request):
    """A parked message is to be sent again, after a look whether it had arrived."""


class MessageRetried(View):
    """The answer to that."""

    id: Id
    state: OutboxState


class MessageRetryRehearsal(MessageRetried):
    """What it would have come to with `dry_run=true`."""

    dry_run: Literal[True]


class PlatformEntryView(View):
    """One duty of a referral on a court's platform."""

    id: Id
    referral_id: Id
    platform: str
    duty: Duty
    event_id: Id = Field(description="The event that made it due.")
    state: EntryState
    due_on: Day | None = Field(description="Last working day for it; null where it is not required.")
    delivery: OutboxState | None = Field(
        description="What the platform's computer knows: state of the message for it; null where none is sent."
    )
    entered_on: Day | None
    entered_by: Id | None = Field(description="The program that recorded an entry by hand.")
    platform_number: str | None
    verified_at: Instant | None = Field(description="When a reconciliation found it there.")
    recorded_at: Instant


class ReferralPlatformEntries(View):
    """The duties of one referral, newest first."""

    items: tuple[PlatformEntryView, ...]


class PlatformEntryList(View):
    """A page of duties, newest first."""

    items: tuple[PlatformEntryView, ...]
    next: str | None = Field(description="Give it back as `after` for the next page; null on the last.")


class EnterByHandRequest(Request):
    """Somebody entered a duty on the court's platform."""

    entry_id: Id
    platform_number: Short | None = Field(default=None, description="Number that the platform gave.")
    entered_on: LegalDate | None = Field(default=None, description="Day on which it was entered, today if not given.")


class EntryRecorded(View):
    """The answer to that."""

    id: Id
    state: EntryState


class EntryRehearsal(EntryRecorded):
    """What it would have come to with `dry_run=true`."""

    dry_run: Literal[True]
