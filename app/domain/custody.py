"""The custody chain of a referral: who had it from when to when by whose act, who was named, and who mediated.

Whom the court's letter names and who in fact mediates are two questions. The seal on the agreement, the subsidy and
the court that is competent by the organisation's place follow who mediated; the letter and a decline to the court
follow who was named.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from app.domain.access import OrganisationId
from app.domain.calendar import Calendar
from app.domain.referral import Assignment, Referral


class Act(StrEnum):
    """By which act an organisation came to have a referral."""

    OFFERED = "offered"
    DISPATCHED = "dispatched"
    REFERRED_BACK = "referred_back"
    RECALLED = "recalled"


@dataclass(frozen=True, slots=True)
class Link:
    """One organisation's turn in the chain; `passed_by` None: whoever referred, or the parties, gave it."""

    organisation_id: OrganisationId
    act: Act
    passed_by: OrganisationId | None
    level: int
    held_from: date
    held_until: date | None
    accepted_on: date | None
    ending: str | None
    reason: str | None


@dataclass(frozen=True, slots=True)
class Window:
    """The window for acceptance: its last day, and the working days that are left, today not counted; 0 when over."""

    due_on: date
    working_days_left: int


@dataclass(frozen=True, slots=True)
class Chain:
    """The chain of a referral, and what it says.

    Attributes:
        over_head_office: Whether the present turn came over a channel between head offices.
        named_id: The organisation that the referrer named last.
        mediating_id: The one that accepted last, so that it mediates or mediated; None before.
    """

    links: tuple[Link, ...]
    over_head_office: bool
    named_id: OrganisationId | None
    mediating_id: OrganisationId | None
    holder_id: OrganisationId | None
    window: Window | None


def chain_of(referral: Referral, today: date, calendar: Calendar) -> Chain:
    """The custody chain as it stands today."""
    turn = referral.current_assignment
    return Chain(
        links=tuple(_links(referral.assignments)),
        over_head_office=turn is not None and turn.custody is not None,
        named_id=named(referral),
        mediating_id=mediating(referral),
        holder_id=referral.holder_id,
        window=_window(referral, today, calendar),
    )


def named(referral: Referral) -> OrganisationId | None:
    """The organisation on the court's letter: the one that was last given it from outside the tree."""
    turns = (x for x in reversed(referral.assignments) if x.custody is None or x.custody.passed_by is None)
    return next((turn.organisation_id for turn in turns), None)


def mediating(referral: Referral) -> OrganisationId | None:
    """The organisation that accepted last."""
    turns = (x for x in reversed(referral.assignments) if x.accepted_on is not None)
    return next((turn.organisation_id for turn in turns), None)


def _links(turns: tuple[Assignment, ...]) -> Iterator[Link]:
    level, ending = 0, None
    for turn in turns:
        custody = turn.custody
        here, passed_by = (0, None) if custody is None else (custody.level, custody.passed_by)
        up = Act.RECALLED if ending == Act.RECALLED.value else Act.REFERRED_BACK
        act = Act.DISPATCHED if here > level else up
        yield Link(
            organisation_id=turn.organisation_id,
            act=Act.OFFERED if passed_by is None else act,
            passed_by=passed_by,
            level=here,
            held_from=turn.offered_on,
            held_until=turn.ended_on,
            accepted_on=turn.accepted_on,
            ending=turn.ending,
            reason=turn.reason,
        )
        level, ending = here, turn.ending


def _window(referral: Referral, today: date, calendar: Calendar) -> Window | None:
    """None where nobody is to accept."""
    turn, clock = referral.current_assignment, referral.latest_clock("T03")
    if turn is None or turn.accepted_on is not None or clock is None or clock.due_on is None:
        return None
    days = (today + timedelta(days=n) for n in range(1, (clock.due_on - today).days + 1))
    return Window(clock.due_on, sum(1 for day in days if not calendar.is_rest_day(day)))
