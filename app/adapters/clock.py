"""The only place that asks for the time.

Two clocks: the system clock stamps what happened to the machine; the legal clock is the system clock plus an offset
that development may set, and gives legal dates. Only `recorded_at` is monotone.
"""

import threading
import time
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Protocol

from app.domain.time import LegalNow


class InstantSource(Protocol):
    """Anything that can say what time it is; tests pass a steered one."""

    def now(self) -> datetime:
        """The present, aware, in UTC."""
        ...


class SystemClock:
    """The machine's clock. Safe to share between threads."""

    def __init__(self) -> None:
        self._last_recorded_at = datetime.min.replace(tzinfo=UTC)
        self._lock = threading.Lock()

    def now(self) -> datetime:
        """The present in UTC, in microseconds; may step back when the machine's clock is corrected."""
        return datetime.now(UTC)

    def recorded_at(self) -> datetime:
        """The present in UTC, never before an answer given earlier in this process; equal answers are possible."""
        with self._lock:
            self._last_recorded_at = max(self.now(), self._last_recorded_at)
            return self._last_recorded_at

    def unix_ms(self) -> int:
        """Whole milliseconds since 1970-01-01 UTC."""
        return time.time_ns() // 1_000_000

    def monotonic_seconds(self) -> float:
        """Seconds on a clock that never steps back, for durations, leases and back-off; its zero has no meaning."""
        return time.monotonic()


@dataclass(frozen=True, slots=True)
class LegalTime:
    """Turns the present into legal time.

    Attributes:
        source: The clock underneath.
        offset: How far the legal clock is ahead of the system clock; negative when a development database replays the
            past; zero in production.
    """

    source: InstantSource
    offset: timedelta = timedelta(0)

    def now(self) -> LegalNow:
        """Now on the legal clock."""
        return LegalNow.at(self.source.now() + self.offset)
