"""The shape of one line of the lifecycle: who may do what, when, on which track, and what it does to the clocks."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from app.domain.access import ActorRole
from app.domain.calendar import Calendar
from app.domain.causes import CauseTree
from app.domain.commands import Command
from app.domain.errors import Refusal
from app.domain.lifecycle.states import Action, EventType, Kind, Machine, Track
from app.domain.referral import MediatorId, Procedure, Referral
from app.domain.registry_facts import CourtFacts, MediatorFacts, OrganisationFacts
from app.domain.time import LegalNow
from app.domain.tracks import TrackTable

PRE_FILING = (Kind.PRE_FILING,)
POST_FILING = (Kind.POST_FILING,)
BY_COURT = (Kind.PRE_FILING, Kind.POST_FILING)
REFERRED = (Kind.PRE_FILING, Kind.POST_FILING, Kind.TRANSFERRED)
DIRECT = (Kind.DIRECT,)
TRANSFERRED = (Kind.TRANSFERRED,)
APPLIED = (Kind.DIRECT, Kind.TRANSFERRED)
NOT_BEFORE_COMMISSION = (Track.PRE_FILING_2016, Track.PRE_FILING_2022, Track.DIRECT)
"""Tracks before filing on which no labour arbitration commission has the dispute already."""

ASSISTED = (Kind.ASSISTED,)
OF_COURT = (Kind.PRE_FILING, Kind.POST_FILING, Kind.ASSISTED)
"""Kinds that a court opens."""

BY_ORGANISATION = (Kind.PRE_FILING, Kind.POST_FILING, Kind.DIRECT, Kind.TRANSFERRED)
"""Kinds whose mediation an organisation leads; of the other a judge does."""

ALL_KINDS = tuple(Kind)
BOTH_TRACKS = (Track.PRE_FILING_2016, Track.PRE_FILING_2022)
AFTER_FILING = (Track.POST_FILING_2016, Track.POST_FILING_FIRST, Track.IN_TRIAL)
ONLY_2016 = (Track.PRE_FILING_2016,)
ONLY_2022 = (Track.PRE_FILING_2022,)
TRACKS_OF: dict[Kind, tuple[Track, ...]] = {
    Kind.PRE_FILING: BOTH_TRACKS,
    Kind.POST_FILING: AFTER_FILING,
    Kind.DIRECT: (Track.DIRECT,),
    Kind.TRANSFERRED: (Track.DIRECT, Track.COMMISSION_DELEGATED),
    Kind.ASSISTED: (Track.JUDGE_LED,),
}
"""The tracks on which referrals of a kind can run."""

TERM = "TERM"
"""Stands in a row for the clock of the term of mediation, whose rule the referral gives; void where it has none."""


def tracks_of(kinds: tuple[Kind, ...]) -> tuple[Track, ...]:
    """All tracks of some kinds, in the order of the enum."""
    return tuple(track for track in Track if any(track in TRACKS_OF[kind] for kind in kinds))


@dataclass(frozen=True, slots=True)
class RuleBook:
    """What the law leaves to dated data: the calendar, the causes, and settings of the deployment and the court.

    Attributes:
        court: What the registry says of the referring court; None only where time acts.
        report_window_working_days: Working days to report after the term expired; no statute fixes it.
        feedback_working_days: Working days to report back to a referring body; no statute fixes it.
        urge_working_days: Working days to answer an urging that names no day; no statute fixes it.
        breach_window_working_days: Working days after an instalment's day until it counts as not performed, 0 for only
            on report; no statute fixes it.
        arbitration_review_days: Days for the arbitration commission to review; known from memory only (LAR 76).
        arbitration_review_extension_days: Days more that its director may approve, once; likewise.
        tracks: Which tracks are in force and which bodies may mediate on them; None where nothing is opened or offered.
        applied_to: The organisation that took an application itself, on the day of the opening; else None.
        holder: What the registry says of the organisation that holds the referral; None where nobody does or time acts.
        mediators: What it says of the mediators of the referral; empty for what does not depend on them.
        rules_off: Rules of `app/domain/switches.py` that the deployment switched off.
    """

    calendar: Calendar
    causes: CauseTree
    court: CourtFacts | None = None
    report_window_working_days: int = 3
    feedback_working_days: int = 5
    urge_working_days: int = 2
    arbitration_review_days: int = 5
    arbitration_review_extension_days: int = 5
    breach_window_working_days: int = 10
    tracks: TrackTable | None = None
    applied_to: OrganisationFacts | None = None
    holder: OrganisationFacts | None = None
    mediators: Mapping[MediatorId, MediatorFacts] = field(default_factory=dict)
    rules_off: frozenset[str] = frozenset()


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

    `of_state` marks conditions that need no command, so that they also explain why an action is not offered. `facts`
    says what the caller needs to act, beside the action; `pointer` the field of the request that is wrong, where it is
    always the same one or the situation tells it.
    """

    code: str
    check: Callable[[Situation], bool]
    of_state: bool = True
    facts: Callable[[Situation], Mapping[str, object]] | None = None
    pointer: str | Callable[[Situation], str | None] | None = None

    def refusal(self, s: Situation, action: Action) -> Refusal:
        """The no to that action in that situation."""
        told = {} if self.facts is None else self.facts(s)
        pointer = self.pointer(s) if callable(self.pointer) else self.pointer
        return Refusal(self.code, facts={"action": action.value, **told}, pointer=pointer)


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
    SETTLE = "settle"
    PAUSE = "pause"
    RESUME = "resume"
    EXTEND = "extend"
    REOPEN = "reopen"


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


def settle(rule: str) -> ClockOp:
    """The clocks of instalments that are performed, breached or of an earlier text are met, if they are open.

    A clock that is of no instalment is met once the whole agreement is performed.
    """
    return ClockOp(ClockVerb.SETTLE, rule)


def pause(rule: str, *, only_when: Condition | None = None) -> ClockOp:
    """The days from now on do not count."""
    return ClockOp(ClockVerb.PAUSE, rule, only_when)


def resume(rule: str) -> ClockOp:
    """The days count again; the end moves by the days of the pause."""
    return ClockOp(ClockVerb.RESUME, rule)


def extend(rule: str) -> ClockOp:
    """The end moves to the day that the command names."""
    return ClockOp(ClockVerb.EXTEND, rule)


def reopen(rule: str, *, only_when: Condition | None = None) -> ClockOp:
    """The newest clock runs again where it was stopped before its last day, or to the day that the command names."""
    return ClockOp(ClockVerb.REOPEN, rule, only_when)


@dataclass(frozen=True, slots=True)
class Row:
    """One arrow. `before` is None for an opening; two rows alike but for `when` exclude each other.

    Attributes:
        closes: Whether the mediation region closes with it, from `mediation_ended`: after filing it is the court's
            record of how the case ended that closes it.
    """

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
    closes: bool = False
