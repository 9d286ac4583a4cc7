"""Conditions about pre-suit preservation 诉前保全: whether a suit is still to be brought for it to stand.

Legal source: CPL 104. The days run on through mediation, whatever becomes of it; once a case is filed, or is before an
arbitration commission, none is to be brought.
"""

from datetime import date

from app.domain import commands as c
from app.domain.lifecycle.states import FILED_KINDS, ClockState, Machine, Track
from app.domain.lifecycle.table import Condition, Situation

RULE = "T27"
_BROUGHT = frozenset({"handed_over", "registered"})


def _measure(s: Situation) -> date | None:
    """The day on which the measure was taken, as it stands after the command; None where there is none."""
    now = s.referral.particulars
    ordered, day = now.preservation, now.preserved_on
    if isinstance(s.command, c.Amend):
        change = s.command.particulars
        ordered = ordered if change.preservation is None else change.preservation
        day = change.preserved_on or day
    brought = s.referral.kind in FILED_KINDS or s.referral.track is Track.COMMISSION_DELEGATED
    return day if ordered and not brought else None


def _brought(s: Situation) -> bool:
    """Whether the suit was brought: the complaint is with the court."""
    return any(p.state in _BROUGHT for p in s.referral.procedures_of(Machine.CASE_REGISTRATION))


def _to_be_brought(s: Situation) -> bool:
    latest = s.referral.latest_clock(RULE)
    return _measure(s) is not None and (latest is None or latest.state is not ClockState.MISSED)


def _day_of_clock(s: Situation) -> date | None:
    clock = s.referral.clock(RULE)
    return None if clock is None else clock.started_on


def _told_otherwise(s: Situation) -> bool:
    return _day_of_clock(s) is not None and _day_of_clock(s) != _measure(s)


def _told_anew(s: Situation) -> bool:
    """Another day than before, or one where none was known; not the day of a clock that is over."""
    day, latest = _measure(s), s.referral.latest_clock(RULE)
    return day is not None and not _brought(s) and (latest is None or latest.started_on != day)


PRESERVED = Condition("suit_to_be_brought_after_preservation", _to_be_brought)
PRESERVED_OTHERWISE = Condition("preservation_amended", _told_otherwise)
PRESERVED_ANEW = Condition("preservation_on_another_day", _told_anew)
