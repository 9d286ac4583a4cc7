"""Dated data that a write is held against to warn, never to refuse."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from app.domain.causes import CauseVersion
from app.domain.places import CourtCode


@dataclass(frozen=True, slots=True)
class Hints:
    """What is known, and known to be incomplete.

    Attributes:
        cause_versions: Lists of causes with the days on which they were in force.
        court_codes: Codes of courts, as `by_court_code` gives them; where it is empty no code is called unknown.
    """

    cause_versions: tuple[CauseVersion, ...] = ()
    court_codes: Mapping[str, tuple[CourtCode, ...]] = field(default_factory=dict)


NO_HINTS = Hints()
