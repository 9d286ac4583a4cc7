"""Identifiers: UUID version 7 (RFC 9562), ordered by time of making within a process.

Ids say roughly when something was made, and nothing else; order across processes is the business of feed positions.
"""

import os
import threading
from array import array
from collections.abc import Callable
from uuid import UUID

from app.adapters.clock import SystemClock

_RANDOM_BITS = 74
_RANDOM_MAX = (1 << _RANDOM_BITS) - 1
_RANDOM_START = _RANDOM_MAX >> 1
_RANDOM_BYTES = 10
_STEPS_BYTES = 256
"""Random bytes that are asked for at once; each step takes four of them, and none is used twice."""

_LOW_BITS = 62
_VERSION_7 = 0x7
_VARIANT = 0b10


class IdSource:
    """Makes UUIDv7 that strictly increase, also when the clock stands still or steps back.

    Within one millisecond the 74 random bits grow by a random step (RFC 9562, section 6.2, method 2), so neighbours can
    not be guessed. If the bits run out, the next millisecond is borrowed.
    """

    __slots__ = ("_lock", "_milliseconds", "_random", "_steps", "_unix_ms")

    def __init__(self, unix_ms: Callable[[], int]) -> None:
        self._unix_ms = unix_ms
        self._lock = threading.Lock()
        self._milliseconds = -1
        self._random = 0
        self._steps: list[int] = []

    def new_id(self) -> UUID:
        """The next id; safe to call from several threads."""
        with self._lock:
            milliseconds = self._unix_ms()
            if milliseconds > self._milliseconds:
                self._start(milliseconds)
            else:
                self._random += 1 + self._step()
                if self._random > _RANDOM_MAX:
                    self._start(self._milliseconds + 1)
            return _compose(self._milliseconds, self._random)

    def _step(self) -> int:
        if not self._steps:
            self._steps = array("I", os.urandom(_STEPS_BYTES)).tolist()
        return self._steps.pop()

    def _start(self, milliseconds: int) -> None:
        """Open a millisecond with the top bit clear, which leaves room for steps."""
        self._milliseconds = milliseconds
        self._random = int.from_bytes(os.urandom(_RANDOM_BYTES)) & _RANDOM_START


def _compose(milliseconds: int, random: int) -> UUID:
    """48 bits of time, 4 of version, 12 random, 2 of variant, 62 random."""
    high, low = divmod(random, 1 << _LOW_BITS)
    return UUID(int=milliseconds << 80 | _VERSION_7 << 76 | high << 64 | _VARIANT << 62 | low)


new_id = IdSource(SystemClock().unix_ms).new_id
"""A new id of this process, later than all before it."""
