"""Delivering an event to an endpoint: when it is tried again, what an answer means, when a lane goes on without it.

Pure: time, chance and what came back are handed in. The breaker of an endpoint is in `app/domain/breaker.py`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from enum import StrEnum
from typing import Final

SCHEDULE_SECONDS: Final = (0, 5, 60, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400)
"""Before each attempt, counted from the one before: about 76 hours, because courts and centres close at weekends."""

RETRY_AFTER_LIMIT: Final = timedelta(hours=24)
FAULT_OF_OURS_PAUSE_SECONDS: Final = 30
THROTTLE_SECONDS: Final = 60
ANSWER_BYTES: Final = 8 * 1024
"""Of an answer's body, so much is kept."""

_SUCCESS = range(200, 300)
_REDIRECT = range(300, 400)
_GONE: Final = 410
_THROTTLING: Final = frozenset({429, 502, 504})
_ORDER_HEADER: Final = "webhook-delivery"


class Ordering(StrEnum):
    """What a lane does with a head that can not be delivered.

    strict    waits until it is delivered, or until a person parks it
    bounded   parks it after so many hours, or at the end of the schedule, and goes on
    """

    STRICT = "strict"
    BOUNDED = "bounded"


class OrderOver(StrEnum):
    """Over what the deliveries of an endpoint are in one order.

    referral  each referral for itself, beside the others
    endpoint  all of them: one at a time, as they stand in the feed
    """

    REFERRAL = "referral"
    ENDPOINT = "endpoint"


class Outcome(StrEnum):
    """What one attempt came to; stored with it."""

    DELIVERED = "delivered"
    RETRY = "retry"
    GIVE_UP = "give_up"
    GONE = "gone"
    THROTTLED = "throttled"


class DeliveryState(StrEnum):
    """Where the delivery of one event to one endpoint stands.

    `parked` went on without it, `skipped` was passed over because its owner wished so.
    """

    WAITING = "waiting"
    DELIVERED = "delivered"
    PARKED = "parked"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class Answered:
    """An answer came. Names of headers in small letters."""

    status: int
    headers: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Failed:
    """No answer came.

    Attributes:
        reason: Stable code.
        ours: Whether the fault lies on our side, our proxy included; then nobody is blamed and no attempt is used up.
    """

    reason: str
    ours: bool = False


@dataclass(frozen=True, slots=True)
class Policy:
    """How an endpoint wants its deliveries tried.

    Attributes:
        schedule_seconds: Pause before each attempt, counted from the one before; never empty.
        park_after_hours: Only where the order is bounded.
    """

    schedule_seconds: Sequence[int] = SCHEDULE_SECONDS
    ordering: Ordering = Ordering.STRICT
    park_after_hours: int = 72


@dataclass(frozen=True, slots=True)
class Tried:
    """What was tried of a lane's head before.

    Attributes:
        count: Attempts that count, before this one.
        since: Instant of the first of them; None before the first.
    """

    count: int
    since: datetime | None


@dataclass(frozen=True, slots=True)
class Delivered:
    """The receiver has it."""


@dataclass(frozen=True, slots=True)
class RetryAt:
    """Not yet. `counts`: whether the attempt is one of the schedule and says something of the endpoint."""

    at: datetime
    reason: str
    counts: bool = True


@dataclass(frozen=True, slots=True)
class Throttled:
    """Not so fast: this one again at `at`, and nothing else to this endpoint before `until`."""

    at: datetime
    until: datetime
    reason: str


@dataclass(frozen=True, slots=True)
class GiveUp:
    """Park it and go on."""

    reason: str


@dataclass(frozen=True, slots=True)
class Gone:
    """Deliver nothing more to this endpoint. What waits stays."""

    reason: str


Verdict = Delivered | RetryAt | Throttled | GiveUp | Gone

OUTCOMES: Final[Mapping[type[Verdict], Outcome]] = {
    Delivered: Outcome.DELIVERED,
    RetryAt: Outcome.RETRY,
    Throttled: Outcome.THROTTLED,
    GiveUp: Outcome.GIVE_UP,
    Gone: Outcome.GONE,
}


def verdict(result: Answered | Failed, policy: Policy, tried: Tried, now: datetime, chance: float) -> Verdict:
    """What one attempt means for its delivery.

    Args:
        result: What came back.
        policy: Of the endpoint.
        tried: Before this attempt.
        now: After this attempt, on the system clock.
        chance: Between 0 and 1; spreads the next attempt.
    """
    if isinstance(result, Failed):
        return _again(None, result.reason, policy, tried, now, chance) if not result.ours else _not_counted(result, now)
    if result.status in _SUCCESS:
        return Delivered()
    order = result.headers.get(_ORDER_HEADER, "").strip().lower()
    if result.status == _GONE or order == "disable":
        return Gone("gone" if result.status == _GONE else "receiver_disabled")
    if order == "abort-message":
        return GiveUp("receiver_aborted")
    wished = retry_after(result.headers.get("retry-after"), now)
    next_step = _again(wished, reason_of(result.status), policy, tried, now, chance)
    if result.status in _THROTTLING and isinstance(next_step, RetryAt):
        until = wished or min(next_step.at, now + timedelta(seconds=THROTTLE_SECONDS))
        return Throttled(next_step.at, until, next_step.reason)
    return next_step


def reason_of(status: int) -> str:
    """The stable code of a status that is no success."""
    return "redirected" if status in _REDIRECT else f"status_{status}"


def retry_after(text: str | None, now: datetime) -> datetime | None:
    """The instant that a `Retry-After` names, at most a day ahead; None where it says nothing that can be read."""
    if text is None:
        return None
    wished = text.strip()
    if wished.isascii() and wished.isdigit():
        pause = timedelta(seconds=min(int(wished[:9]), RETRY_AFTER_LIMIT.total_seconds()))
        return now + pause
    try:
        named = parsedate_to_datetime(wished)
    except (ValueError, OverflowError):
        return None
    if named.tzinfo is None:
        named = named.replace(tzinfo=UTC)
    return max(now, min(named, now + RETRY_AFTER_LIMIT))


def pause_seconds(schedule_seconds: Sequence[int], attempt: int, chance: float) -> float:
    """The pause before an attempt, counted from 1; behind the end of the schedule its last pause goes on.

    Jitter is as wide as the pause itself, from half of it to one and a half: no herd comes back together, and the
    schedule keeps its length on average, which a spread from 0 would halve.
    """
    pause = schedule_seconds[min(attempt, len(schedule_seconds)) - 1]
    return pause * (0.5 + chance)


def _not_counted(failed: Failed, now: datetime) -> RetryAt:
    return RetryAt(now + timedelta(seconds=FAULT_OF_OURS_PAUSE_SECONDS), failed.reason, counts=False)


def _again(
    wished: datetime | None, reason: str, policy: Policy, tried: Tried, now: datetime, chance: float
) -> RetryAt | GiveUp:
    """The next attempt: by the schedule, and not before the receiver wished. A bounded lane ends its waiting here."""
    at = now + timedelta(seconds=pause_seconds(policy.schedule_seconds, tried.count + 2, chance))
    at = at if wished is None else max(at, wished)
    if policy.ordering is Ordering.STRICT:
        return RetryAt(at, reason)
    last = (tried.since or now) + timedelta(hours=policy.park_after_hours)
    if now >= last or tried.count + 1 >= len(policy.schedule_seconds):
        return GiveUp(reason)
    return RetryAt(min(at, last), reason)
