"""Platforms of courts as the contract shows them: configuration rows, the inbox."""

from typing import Annotated, Any, Literal

import orjson
from pydantic import AfterValidator, Field, StringConstraints

from app.domain.platform_inbox import InboxState
from app.routers.schemas.common import Day, Id, Instant, Request, Short, View, refused
from app.routers.schemas.registry import Dated

PLACES_MAX = 100
SECRET_CHARS_MAX = 8_000

PlatformCode = Annotated[str, StringConstraints(strict=True, pattern=r"^[a-z0-9][a-z0-9-]{0,62}$", max_length=63)]
Secret = Annotated[str, StringConstraints(strict=True, min_length=1, max_length=SECRET_CHARS_MAX)]
STORABLE_FORM = "JSON whose whole numbers have at most 64 bits"


def _storable(document: dict[str, Any]) -> dict[str, Any]:
    try:
        orjson.dumps(document)
    except TypeError:
        raise refused("out_of_range", expected=STORABLE_FORM) from None
    return document


Document = Annotated[dict[str, Any], Field(max_length=PLACES_MAX), AfterValidator(_storable)]


class PlatformRequest(Dated):
    """A configuration row of a court's platform. With a code that is known it replaces the earlier rows."""

    code: PlatformCode = Field(description="Names the platform in addresses.", examples=["weibin-court"])
    court_id: Id
    dialect: Short = Field(description="Which adapter speaks to it; `by_hand` where there is no interface.")
    mapping: Document = Field(description="Their names and codes against ours; its form is in docs/adapters.md.")
    settings: Document = Field(default_factory=dict, description="Of the dialect: addresses, layout of signatures.")
    duties: Document = Field(
        default_factory=dict, description="How each duty is met: `by` interface, hand or not_required; `working_days`."
    )
    credentials: Annotated[dict[Short, Secret], Field(max_length=PLACES_MAX)] | None = Field(
        default=None, description="Secrets by name, kept encrypted and never shown; null keeps those of the row before."
    )


class PlatformMade(View):
    """The answer to a new row."""

    id: Id
    code: str


class PlatformRehearsal(View):
    """What adding a row with `dry_run=true` would have come to."""

    dry_run: Literal[True]


class PlatformBrief(View):
    """One configuration row."""

    id: Id
    code: str
    court_id: Id
    client_id: Id = Field(description="The program as which the platform acts; it has no key.")
    dialect: str
    valid_from: Day
    valid_to: Day | None
    mapping: dict[str, Any]
    settings: dict[str, Any]
    duties: dict[str, Any]
    credential_names: tuple[str, ...] = Field(description="Which secrets there are.")
    client_certificate_expires_at: Instant | None = Field(
        description="From when on the certificate that we show the platform is no longer taken; null without one."
    )
    recorded_at: Instant


class PlatformView(PlatformBrief):
    """A platform as it is today, and how far it was served."""

    feed_position: int = Field(description="Last position of the court's feed that was looked at for it.")
    feed_unread_count: int = Field(description="How many of its events were not looked at yet.")
    feed_removed_count: int = Field(
        description="How many of these the feed does not have any more; above 0 the platform is told nothing new until "
        "the operator makes up for it, see docs/operations.md."
    )
    forged_count: int = Field(description="Messages refused since their signature was not the platform's.")
    stale_count: int = Field(description="Messages refused since their time was out of bounds.")
    replayed_count: int = Field(description="Messages that had come before; each was answered as the first.")


class PlatformList(View):
    """A page of configuration rows, newest first."""

    items: tuple[PlatformBrief, ...]
    next: str | None = Field(description="Give it back as `after` for the next page; null on the last.")


class MessageReceived(View):
    """The answer to a message: it is kept, and acted on later."""

    id: Id
    known: bool = Field(description="Whether it had come before; then this is the answer of the first time.")


class FlagView(View):
    """Something in a message that the mapping does not know."""

    at: str = Field(description="Where it stands.")
    fault: str
    codes: str | None = Field(description="The list of codes that was looked in.")
    said: str | None = Field(description="Their code, where it looks like one.")


class InboxMessageView(View):
    """One message in the inbox, without its contents."""

    id: Id
    message_id: str = Field(description="What the platform calls it.")
    received_at: Instant
    state: InboxState
    reason: str | None = Field(description="Why it is parked.")
    flags: tuple[FlagView, ...]
    attempts: int
    referral_id: Id | None
    decided_at: Instant | None


class InboxMessageList(View):
    """A page of messages, newest first."""

    items: tuple[InboxMessageView, ...]
    next: str | None = Field(description="Give it back as `after` for the next page; null on the last.")


class ReplayMessageRequest(Request):
    """A parked message is to be tried again."""


class MessageReplayed(View):
    """The answer to that."""

    id: Id
    state: InboxState


class MessageReplayRehearsal(MessageReplayed):
    """What it would have come to with `dry_run=true`."""

    dry_run: Literal[True]
