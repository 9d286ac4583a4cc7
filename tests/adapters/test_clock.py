"""The two clocks."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from app.adapters.clock import LegalTime, SystemClock


class SteppingClock(SystemClock):
    """A system clock whose machine is corrected backwards once."""

    def __init__(self):
        super().__init__()
        start = datetime(2026, 3, 1, tzinfo=UTC)
        self._answers = iter([start, start - timedelta(hours=1), start + timedelta(seconds=1)])

    def now(self):
        return next(self._answers)


@dataclass(frozen=True)
class FixedClock:
    instant: datetime

    def now(self):
        return self.instant


def test_recorded_at_never_goes_backwards_when_the_machine_is_corrected():
    clock = SteppingClock()

    first, second, third = clock.recorded_at(), clock.recorded_at(), clock.recorded_at()

    assert first == second
    assert third == first + timedelta(seconds=1)


def test_the_present_is_aware_and_in_utc():
    clock = SystemClock()

    assert clock.now().tzinfo is UTC
    assert clock.recorded_at().tzinfo is UTC
    assert abs(clock.unix_ms() / 1000 - clock.now().timestamp()) < 5
    assert clock.monotonic_seconds() <= clock.monotonic_seconds()


def test_the_legal_clock_is_the_system_clock_plus_its_offset():
    system = FixedClock(datetime(2026, 11, 22, 16, 0, tzinfo=UTC))

    present = LegalTime(system).now()
    past = LegalTime(system, timedelta(days=-3650)).now()

    assert present.on == date(2026, 11, 23)
    assert past.on == date(2026, 11, 23) - timedelta(days=3650)
    assert past.instant == system.instant - timedelta(days=3650)
