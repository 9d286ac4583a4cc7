"""What rows do to the legal clocks of one referral. Pure date arithmetic over `app/domain/deadlines.py`."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

from app.domain import commands as c
from app.domain.deadlines import due
from app.domain.lifecycle.states import ClockState, Machine
from app.domain.lifecycle.table import ClockOp, ClockVerb, RuleBook, Situation
from app.domain.referral import Clock, Referral


def turn(referral: Referral, op: ClockOp, machine: Machine, s: Situation, mint: Callable[[], UUID]) -> Referral:
    """The referral after one clock effect; an effect whose condition does not hold, or that finds no clock, is void."""
    if op.only_when is not None and not op.only_when.holds(s):
        return referral
    if op.verb is ClockVerb.START:
        return replace(referral, clocks=(*referral.clocks, _started(referral, op, machine, s, mint())))
    clock = referral.clock(op.rule)
    if clock is None:
        return referral
    changed = _CHANGES[op.verb](clock, s)
    return replace(referral, clocks=tuple(changed if x.id == clock.id else x for x in referral.clocks))


def _started(referral: Referral, op: ClockOp, machine: Machine, s: Situation, clock_id: UUID) -> Clock:
    first = s.occurred_on if op.counts_from is None else op.counts_from(referral, s.occurred_on)
    if op.rule == "REPORT":
        first = _last_day_of_term(referral) or first
    length = s.book.report_window_working_days if op.rule == "REPORT" else None
    end = due(op.rule, first, s.book.calendar, length)
    return Clock(
        id=clock_id,
        rule=op.rule,
        region=machine,
        state=ClockState.RUNNING,
        started_on=first,
        raw_end_on=end.raw_end_on,
        due_on=end.due_on,
        provisional=end.provisional,
    )


def _last_day_of_term(referral: Referral) -> date | None:
    term = referral.latest_clock("T05")
    return None if term is None else term.due_on


def _stopped(clock: Clock, s: Situation) -> Clock:
    return replace(clock, state=ClockState.MET, closed_on=s.occurred_on)


def _missed(clock: Clock, s: Situation) -> Clock:
    return replace(clock, state=ClockState.MISSED, closed_on=s.occurred_on)


def _paused(clock: Clock, s: Situation) -> Clock:
    return replace(clock, state=ClockState.PAUSED, paused_on=s.occurred_on, due_on=None)


def _resumed(clock: Clock, s: Situation) -> Clock:
    if clock.paused_on is None:
        return clock
    days = (s.occurred_on - clock.paused_on).days
    running = replace(clock, state=ClockState.RUNNING, paused_on=None, paused_days=clock.paused_days + days)
    return moved_to(running, clock.raw_end_on + timedelta(days=days), s.book)


def _extended(clock: Clock, s: Situation) -> Clock:
    return moved_to(clock, s.command.until, s.book) if isinstance(s.command, c.ExtendTerm) else clock


def moved_to(clock: Clock, raw_end_on: date, book: RuleBook) -> Clock:
    """The clock with a new last day, rolled off rest days."""
    due_on = book.calendar.roll(raw_end_on)
    provisional = not (book.calendar.knows(raw_end_on) and book.calendar.knows(due_on))
    return replace(clock, raw_end_on=raw_end_on, due_on=due_on, provisional=provisional)


_CHANGES: dict[ClockVerb, Callable[[Clock, Situation], Clock]] = {
    ClockVerb.STOP: _stopped,
    ClockVerb.MISS: _missed,
    ClockVerb.PAUSE: _paused,
    ClockVerb.RESUME: _resumed,
    ClockVerb.EXTEND: _extended,
}
