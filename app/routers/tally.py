"""Counts of requests and of how long they took, by template of the address. A few dictionary steps a request."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

BOUNDS_SECONDS: Final = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0)
"""Upper ends of the groups of durations; one more group has none."""

METHODS: Final = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
OTHER: Final = "other"
"""In place of any other method, which a caller could make up."""


@dataclass(frozen=True, slots=True)
class Counted:
    """Requests of one method and address with one status: their seconds together, and how many in each group."""

    method: str
    route: str
    status: int
    seconds: float
    groups: tuple[int, ...]


class Tally:
    """What was answered since the process began."""

    __slots__ = ("_kept",)

    def __init__(self) -> None:
        self._kept: dict[tuple[str, str, int], tuple[list[float], list[int]]] = {}

    def add(self, method: str, route: str, status: int, seconds: float) -> None:
        """Count one request.

        Args:
            method: As it was asked.
            route: Template of the address, never the address itself, so that there are only so many.
            status: As it was answered.
            seconds: From the first byte of the request to the end of the answer, waiting included.
        """
        kept = self._kept.get((method, route, status))
        if kept is None:
            named = method if method in METHODS else OTHER
            kept = self._kept.setdefault((named, route, status), ([0.0], [0] * (len(BOUNDS_SECONDS) + 1)))
        kept[0][0] += seconds
        kept[1][bisect_left(BOUNDS_SECONDS, seconds)] += 1

    def counted(self) -> Iterator[Counted]:
        """All counts."""
        for (method, route, status), (seconds, groups) in list(self._kept.items()):
            yield Counted(method, route, status, seconds[0], tuple(groups))
