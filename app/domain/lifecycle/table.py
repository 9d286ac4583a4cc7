"""The shape of one line of the lifecycle: who may do what, when, on which track, and what it does to the clocks."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from app.domain.access import ActorRole
from app.domain.calendar import Calendar
from app.domain.causes import CauseTree
from app.domain.commands import Command
from app.domain.lifecycle.states import Action, EventType, Kind, Machine, Track
from app.domain.referral import Procedure, Referral
from app.domain.registry_facts import CourtFacts
from app.domain.time import LegalNow

PRE_FILING = (Kind.PRE_FILING,)
BOTH_TRACKS = (Track.PRE_FILING_2016, Track.PRE_FILING_2022)
ONLY_2016 = (Track.PRE_FILING_2016,)
ONLY_2022 = (Track.PRE_FILING_2022,)


@dataclass(frozen=True, slots=True)
class RuleBook:
    """What the law leaves to dated data: the calendar, the causes, and settings of the deployment and the court.

    Attributes:
        court: What the registry says of the referring court; None only where time acts.
        report_window_working_days: Working days to report after the term expired; no statute fixes it.
    """

    calendar: Calendar
    causes: CauseTree
    court: CourtFacts | None = None
    report_window_working_days: int = 3


@dataclass(frozen=True, slots=True)
class Situation:
    """All that a guard may look at. `command` is None when only the state is judged, for allowed actions."""

    referral: Referral
    procedure: Procedure | None
    command: Command | None
    occurred_on: date
    now: LegalNow
    book: RuleBook


@dataclass(frozen=True, slots=True)
class Guard:
    """A named condition of the law. `check` returns True, or the row is refused with `code`.

    `of_state` marks conditions that need no command, so that they also explain why an action is not offered.
    """

    code: str
    check: Callable[[Situation], bool]
    of_state: bool = True


@dataclass(frozen=True, slots=True)
class Condition:
    """Chooses between two rows of the same action and state; never a refusal. Come in complementary pairs."""

    name: str
    holds: Callable[[Situation], bool]


class ClockVerb(StrEnum):
    """What a row does to a clock."""

    START = "start"
    STOP = "stop"
    MISS = "miss"
    PAUSE = "pause"
    RESUME = "resume"
    EXTEND = "extend"


@dataclass(frozen=True, slots=True)
class ClockOp:
    """One effect on one clock.

    Attributes:
        only_when: Condition under which the effect applies; None for always.
    """

    verb: ClockVerb
    rule: str
    only_when: Condition | None = None


def start(rule: str, *, only_when: Condition | None = None) -> ClockOp:
    """The clock starts; its first counted day is the next one."""
    return ClockOp(ClockVerb.START, rule, only_when)


def stop(rule: str, *, only_when: Condition | None = None) -> ClockOp:
    """The clock is met, if it is open."""
    return ClockOp(ClockVerb.STOP, rule, only_when)


def miss(rule: str) -> ClockOp:
    """The clock ran out."""
    return ClockOp(ClockVerb.MISS, rule)


def pause(rule: str) -> ClockOp:
    """The days from now on do not count."""
    return ClockOp(ClockVerb.PAUSE, rule)


def resume(rule: str) -> ClockOp:
    """The days count again; the end moves by the days of the pause."""
    return ClockOp(ClockVerb.RESUME, rule)


def extend(rule: str) -> ClockOp:
    """The end moves to the day that the command names."""
    return ClockOp(ClockVerb.EXTEND, rule)


@dataclass(frozen=True, slots=True)
class Row:
    """One arrow. `before` is None for an opening; two rows alike but for `when` exclude each other."""

    machine: Machine
    action: Action
    before: str | None
    after: str
    by: tuple[ActorRole, ...]
    guards: tuple[Guard, ...]
    clocks: tuple[ClockOp, ...]
    event: EventType
    sources: tuple[str, ...]
    when: tuple[Condition, ...] = ()
    tracks: tuple[Track, ...] = BOTH_TRACKS
    kinds: tuple[Kind, ...] = PRE_FILING
    note: str = field(default="")
