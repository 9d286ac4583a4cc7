"""Named consumers of the feed: what is asked and what is answered."""

from collections.abc import Callable
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, Field, StringConstraints, ValidationInfo

from app.domain.consumers import LEASE_SECONDS_DEFAULT, LEASE_SECONDS_MAX
from app.routers.feed_query import (
    EVENT_TYPES_ADDRESS,
    LIMIT_DEFAULT,
    LIMIT_MAX,
    TYPES_MAX,
    WAIT_SECONDS_MAX,
    known_types,
)
from app.routers.schemas.common import Id, Instant, Request, View, When, refused
from app.routers.schemas.feed import EventItem

CURSOR_CHARS_MAX = 200


def _known_type(value: str) -> str:
    if value not in known_types():
        raise refused("unknown_code", expected=EVENT_TYPES_ADDRESS)
    return value


def _only_with(to: str) -> Callable[[Any, ValidationInfo], Any]:
    """A field that goes with one value of `to`, and with no other."""

    def check(value: Any, info: ValidationInfo) -> Any:
        named = info.data.get("to")
        if named == to and value is None:
            raise refused("required")
        if named not in {to, None} and value is not None:
            raise refused("inconsistent")
        return value

    return check


EventTypePattern = Annotated[
    str,
    StringConstraints(strict=True, max_length=80, pattern=r"^[a-z_]+\.([a-z_]+|\*)$"),
    AfterValidator(_known_type),
]
CursorText = Annotated[str, StringConstraints(strict=True, min_length=1, max_length=CURSOR_CHARS_MAX)]


class PlaceRequest(Request):
    """A place in the feed."""

    to: Literal["beginning", "now", "cursor", "time"] = Field(
        description="`beginning`: the oldest event that is kept; `now`: behind the newest."
    )
    cursor: Annotated[CursorText | None, AfterValidator(_only_with("cursor"))] = Field(
        default=None, validate_default=True, description="With `cursor`: behind this event."
    )
    since: Annotated[When | None, AfterValidator(_only_with("time"))] = Field(
        default=None,
        validate_default=True,
        description="With `time`: everything recorded from then on, and up to a minute earlier.",
    )


class ConsumerRequest(Request):
    """A consumer as it is wanted."""

    types: tuple[EventTypePattern, ...] = Field(
        default=(), max_length=TYPES_MAX, description="Types of event, or `referral.*`; empty for all."
    )
    court_id: Id | None = Field(default=None, description="Only events that this court received too.")
    organisation_id: Id | None = Field(default=None, description="Only events that this organisation received too.")
    start: PlaceRequest = Field(
        default=PlaceRequest(to="beginning"), description="Where a new consumer begins; one that is there stays."
    )


class LeaseRequest(Request):
    """A wish for the next batch."""

    limit: Annotated[int, Field(strict=True, ge=1, le=LIMIT_MAX)] = Field(
        default=LIMIT_DEFAULT, description="Most events."
    )
    lease_seconds: Annotated[int, Field(strict=True, ge=1, le=LEASE_SECONDS_MAX)] = Field(
        default=LEASE_SECONDS_DEFAULT, description="For how long nobody else is given them."
    )
    wait_seconds: Annotated[int, Field(strict=True, ge=0, le=WAIT_SECONDS_MAX)] = Field(
        default=0, description="How long to wait for the first event where there is none."
    )


class CommitRequest(Request):
    """What is done."""

    token: Id = Field(description="Of the lease.")
    cursor: CursorText = Field(description="`next` of the batch, or a cursor inside it.")


class ConsumerView(View):
    """A consumer."""

    name: str
    types: tuple[str, ...]
    court_id: Id | None
    organisation_id: Id | None
    position: int = Field(ge=0, description="Everything up to here was committed.")
    cursor: str = Field(description="The same place as a cursor.")
    behind_count: int = Field(ge=0, description="Entries behind it, those that the filter will keep back included.")
    leased_until: Instant | None = Field(description="End of the last lease that was not committed to its end.")
    created_at: Instant
    moved_at: Instant


class ConsumerList(View):
    """All consumers of the tenant by name."""

    items: tuple[ConsumerView, ...]


class ConsumerRemoved(View):
    """The answer to a removal."""

    name: str
    removed: Literal[True]


class ConsumerRehearsal(View):
    """What a write with `dry_run=true` answers: it would be done."""

    name: str
    dry_run: Literal[True]


class LeaseView(View):
    """A batch under a lease."""

    token: Id | None = Field(description="Show it on committing; null where there are no items and so no lease.")
    leased_until: Instant | None
    items: tuple[EventItem, ...] = Field(description="Events by position, as in the feed.")
    next: str = Field(description="Cursor behind the batch: commit it.")
    has_more: bool = Field(description="Whether to lease again at once.")
