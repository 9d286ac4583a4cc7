"""The breaker of an endpoint: stops deliveries to a receiver that is down, tries it with one, and comes back slowly.

Pure. Its state is one row that all workers share; each applies what it saw under the row's lock. Only what the receiver
did counts: faults of ours, and of our proxy, never reach it.
"""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

WINDOW: Final = timedelta(minutes=5)
FEWEST: Final = 10
FAILURE_PERCENT: Final = 70
OPEN_SECONDS: Final = 30
NOTED_EVERY: Final = timedelta(seconds=10)
OPEN_SECONDS_MAX: Final = 600


class BreakerState(StrEnum):
    """What may be sent.

    closed      as much as the endpoint takes
    open        nothing until an instant; what waits keeps waiting and no attempt is used up
    half_open   one, as a probe
    ramp        1, 2, 4 … at once, until the endpoint's own bound is reached
    """

    CLOSED = "closed"
    OPEN = "open"
    HALF_OPEN = "half_open"
    RAMP = "ramp"


@dataclass(frozen=True, slots=True)
class Breaker:
    """One endpoint's breaker.

    Attributes:
        until: Nothing is sent before it, whatever the state; None for no such bound.
        trips: How often it opened without closing since.
        ramp_limit: Deliveries at once while it ramps.
        window_started_at: Beginning of the window in which successes and failures are counted.
        failing_since: First failure after the last success; None after a success.
    """

    state: BreakerState = BreakerState.CLOSED
    until: datetime | None = None
    trips: int = 0
    ramp_limit: int | None = None
    window_started_at: datetime | None = None
    window_success: int = 0
    window_failure: int = 0
    failing_since: datetime | None = None
    last_success_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Tally:
    """What one worker saw of one endpoint since it last told.

    Attributes:
        success: Delivered.
        failure: The receiver's failures, throttling aside.
        throttled_until: The latest instant before which the receiver wants nothing; None where it did not say so.
    """

    success: int = 0
    failure: int = 0
    throttled_until: datetime | None = None


def allowance(breaker: Breaker, now: datetime, *, in_flight: int, bound: int) -> int:
    """How many deliveries more may be begun.

    Args:
        breaker: As it is now.
        now: On the system clock.
        in_flight: Deliveries to this endpoint that are under way, by all workers.
        bound: Most at once for any endpoint.
    """
    if breaker.until is not None and breaker.until > now:
        return 0
    if breaker.state in {BreakerState.OPEN, BreakerState.HALF_OPEN}:
        return max(0, 1 - in_flight)
    limit = bound if breaker.ramp_limit is None else min(bound, breaker.ramp_limit)
    return max(0, limit - in_flight)


def probing(breaker: Breaker) -> Breaker:
    """The breaker once its probe is on the way."""
    return replace(breaker, state=BreakerState.HALF_OPEN, until=None, ramp_limit=1)


def judged(breaker: Breaker, tally: Tally, now: datetime, *, bound: int, chance: float) -> Breaker:
    """The breaker after what a worker saw.

    Args:
        breaker: As it was.
        tally: What was seen.
        now: On the system clock.
        bound: Most deliveries at once; a ramp that reaches it closes the breaker.
        chance: Between 0 and 1; spreads the end of an opening.
    """
    counted = _counted(_remembered(breaker, tally, now), tally, now)
    if tally.throttled_until is not None:
        return _throttled(counted, tally.throttled_until, now)
    if breaker.state is BreakerState.CLOSED:
        return _opened(counted, now, chance) if _too_many_failures(counted) else counted
    if breaker.state is BreakerState.RAMP:
        return _ramped(counted, tally, now, bound=bound, chance=chance)
    if tally.success:
        return _on_ramp(counted, now)
    failed_probe = tally.failure and breaker.state is BreakerState.HALF_OPEN
    return _opened(counted, now, chance) if failed_probe else counted


def unchanged(breaker: Breaker, tally: Tally, now: datetime) -> bool:
    """Whether what a worker saw need not be written: successes of an endpoint that has no failure to weigh them with.

    So the window begins with a failure, and an endpoint that is well is written every ten seconds at most.
    """
    noted = breaker.last_success_at
    return (
        breaker.state is BreakerState.CLOSED
        and breaker.until is None
        and breaker.failing_since is None
        and not (breaker.window_failure or tally.failure or tally.throttled_until)
        and (not tally.success or (noted is not None and now - noted < NOTED_EVERY))
    )


def dead(breaker: Breaker, now: datetime, after: timedelta) -> bool:
    """Whether the endpoint has failed for so long, without one success, that it is switched off."""
    return breaker.failing_since is not None and now - breaker.failing_since >= after


def _remembered(breaker: Breaker, tally: Tally, now: datetime) -> Breaker:
    if tally.success:
        return replace(breaker, failing_since=None, last_success_at=now)
    if tally.failure or tally.throttled_until is not None:
        return replace(breaker, failing_since=breaker.failing_since or now)
    return breaker


def _counted(breaker: Breaker, tally: Tally, now: datetime) -> Breaker:
    started = breaker.window_started_at
    if started is None or now - started >= WINDOW:
        breaker = _fresh(breaker, now)
    return replace(
        breaker,
        window_success=breaker.window_success + tally.success,
        window_failure=breaker.window_failure + tally.failure,
    )


def _fresh(breaker: Breaker, now: datetime) -> Breaker:
    return replace(breaker, window_started_at=now, window_success=0, window_failure=0)


def _too_many_failures(breaker: Breaker) -> bool:
    total = breaker.window_success + breaker.window_failure
    return total >= FEWEST and breaker.window_failure * 100 >= total * FAILURE_PERCENT


def _opened(breaker: Breaker, now: datetime, chance: float) -> Breaker:
    seconds = min(OPEN_SECONDS_MAX, OPEN_SECONDS * 2 ** min(breaker.trips, 8)) * (0.5 + chance)
    return replace(
        _fresh(breaker, now),
        state=BreakerState.OPEN,
        until=now + timedelta(seconds=seconds),
        trips=breaker.trips + 1,
        ramp_limit=None,
    )


def _throttled(breaker: Breaker, until: datetime, now: datetime) -> Breaker:
    """The receiver is there and asks for time: a pause, then the ramp. A breaker that is open stays so, if longer."""
    later = until if breaker.until is None else max(until, breaker.until)
    return replace(_fresh(breaker, now), state=BreakerState.RAMP, until=later, ramp_limit=1)


def _on_ramp(breaker: Breaker, now: datetime) -> Breaker:
    return replace(_fresh(breaker, now), state=BreakerState.RAMP, until=None, ramp_limit=1)


def _ramped(breaker: Breaker, tally: Tally, now: datetime, *, bound: int, chance: float) -> Breaker:
    """Twice as many at once after as many successes as are allowed at once; half as many after a failure among them."""
    limit = breaker.ramp_limit or 1
    if tally.failure and not tally.success:
        return _opened(breaker, now, chance) if limit == 1 else replace(_fresh(breaker, now), ramp_limit=limit // 2)
    if tally.failure:
        return replace(_fresh(breaker, now), ramp_limit=max(1, limit // 2))
    if breaker.window_success < limit:
        return breaker
    if limit * 2 >= bound:
        return replace(_fresh(breaker, now), state=BreakerState.CLOSED, until=None, trips=0, ramp_limit=None)
    return replace(_fresh(breaker, now), until=None, ramp_limit=limit * 2)
