"""What rows do to the legal clocks of one referral. Pure date arithmetic over `app/domain/deadlines.py`."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from uuid import UUID

from app.domain import commands as c
from app.domain.deadlines import Due, due, extended, prolonged, resumed, rolled
from app.domain.guards.instalments import clock_over
from app.domain.instalments import InstalmentState, breached, state_of, term_of, unperformed
from app.domain.lead_times import next_warning
from app.domain.lifecycle import carrying
from app.domain.lifecycle.states import ClockState, Machine
from app.domain.lifecycle.table import TERM, ClockOp, ClockVerb, Row, RuleBook, Situation
from app.domain.periods import RULES, Unit
from app.domain.referral import AGREEMENT_GONE, Clock, Referral
from app.domain.values import replace

OF_INSTALMENTS = ("PERFORM", "BREACH")
"""Rules of which each instalment has a clock of its own."""

REGION_OF: dict[str, Machine] = {
    **dict.fromkeys(("T12", *OF_INSTALMENTS), Machine.AGREEMENT),
    **dict.fromkeys(("T13", "T14"), Machine.JUDICIAL_CONFIRMATION),
    "T18": Machine.ARBITRATION_REVIEW,
    "T24": Machine.CASE_REGISTRATION,
    **dict.fromkeys(("T19", "T20", "T21", "T22", "T23"), Machine.PAYMENT_ORDER),
    "T27": Machine.DOSSIER,
    "FEEDBACK": Machine.DOSSIER,
    "URGE": Machine.DOSSIER,
}
"""Regions whose clocks outlive mediation; every other clock belongs to mediation and ends with it."""


def turned(referral: Referral, row: Row, s: Situation, mint: Callable[[], UUID]) -> tuple[Clock, ...]:
    """The clocks after all effects of a row; one whose condition does not hold, or that finds no clock, is void.

    Args:
        referral: With what the command wrote down already, such as the last signature or the new holder.
        row: Whose effects these are.
        s: What was before.
        mint: Source of new ids.
    """
    clocks = referral.clocks
    for op in row.clocks:
        starting = op.verb is ClockVerb.START
        rule = _rule(op, referral if starting else s.referral)
        if rule is None or (op.only_when is not None and not op.only_when.holds(s)):
            continue
        if starting and rule in s.book.rules_off:
            continue
        if starting:
            clocks = _with_start(clocks, referral, rule, s, mint)
        elif op.verb is ClockVerb.REOPEN:
            newest = s.referral.latest_clock(rule)
            clocks = tuple(_reopened(x, s) if x == newest else x for x in clocks)
        else:
            meant = [x.rule == rule and x.is_open and _meant(x, op, referral, s) for x in clocks]
            if any(meant):
                change = _CHANGES[op.verb]
                clocks = tuple(change(x, s) if yes else x for x, yes in zip(clocks, meant, strict=True))
    return clocks


def _begun(referral: Referral, rule: str, s: Situation, mint: Callable[[], UUID]) -> tuple[Clock, ...]:
    """Clocks of instalments: one for each that has a day and never had a clock, or the one that follows its day."""
    if rule == "PERFORM":
        return tuple(_of_instalments(referral, s, mint))
    over = clock_of_instalment(s)
    return () if over is None else (_clock(rule, mint(), *_after(over, s), s, over.term_id),)


def _of_instalments(referral: Referral, s: Situation, mint: Callable[[], UUID]) -> Iterator[Clock]:
    """Clocks of what is to be performed and not breached yet; a suit may be withdrawn without any agreement.

    They start on the day on which the service learns that the agreement binds: nobody could be asked before. One that
    was stopped when the agreement bound no more, and is owed again, starts anew.
    """
    newest = {clock.term_id: clock for clock in referral.clocks if clock.rule in OF_INSTALMENTS}
    had = {term_id for term_id, clock in newest.items() if clock.state is not ClockState.MET}
    agreement = referral.agreement
    alive = agreement is not None and agreement.state not in AGREEMENT_GONE
    if agreement is None or not alive:
        return
    over = {term.id for term in breached(agreement)}
    for term in unperformed(agreement):
        if term.due_on is not None and term.id not in had | over:
            yield _clock("PERFORM", mint(), s.now.on, rolled(term.due_on, s.book.calendar), s, term.id)


def _after(over: Clock, s: Situation) -> tuple[date, Due]:
    """The working days that are left to record a performance.

    They count from the legal end of its day, or from the day on which its clock started where that is later: a promise
    may be older than the signatures.
    """
    first = max(over.due_on or over.raw_end_on, over.started_on)
    return first, _end_of("BREACH", first, s)


def clock_of_instalment(s: Situation) -> Clock | None:
    """The clock that time brings to its end with this command."""
    if isinstance(s.command, c.FallDue):
        return clock_over(s.referral, "PERFORM", s.command.term_id)
    if not isinstance(s.command, c.MissPerformance):  # pragma: no cover - nothing else ends one
        return None
    return clock_over(s.referral, "BREACH", s.command.term_id)


def _meant(clock: Clock, op: ClockOp, referral: Referral, s: Situation) -> bool:
    """Whether an effect on open clocks of a rule is about this one of them; of instalments it is not about all."""
    if op.verb is ClockVerb.SETTLE:
        return _settled(clock, referral)
    if op.verb is ClockVerb.MISS and clock.term_id is not None:
        over = clock_of_instalment(s)
        return over is not None and over.id == clock.id
    return True


def _settled(clock: Clock, referral: Referral) -> bool:
    """Whether its instalment is performed or breached, or of a text that stands no more; any other with the whole."""
    agreement = referral.agreement
    if clock.term_id is None:
        return agreement is not None and agreement.performed_on is not None
    term = term_of(agreement, clock.term_id)
    if agreement is None or term is None:
        return True
    return state_of(agreement, term) in {InstalmentState.PERFORMED, InstalmentState.BREACHED}


def _rule(op: ClockOp, referral: Referral) -> str | None:
    """The rule that an effect is about; None for a term that no statute sets."""
    return referral.term_rule if op.rule == TERM else op.rule


def _started(referral: Referral, rule: str, s: Situation, clock_id: UUID) -> Clock:
    first = s.occurred_on
    if rule == "URGE":
        first = s.now.on  # Whoever is urged cannot have known before.
    if rule == "REPORT":
        first = _last_day_of_term(referral) or first
    if rule in {"T08", "T08S", "T31"}:
        first = referral.consented_on
    if rule == "T27":
        first = referral.particulars.preserved_on or first
    if rule == "T12" and referral.agreement is not None:
        first = referral.agreement.window_from or first
    return _clock(rule, clock_id, first, _end_of(rule, first, s), s)


def _clock(rule: str, clock_id: UUID, first: date, end: Due, s: Situation, term_id: UUID | None = None) -> Clock:
    return Clock(
        id=clock_id,
        rule=rule,
        region=REGION_OF.get(rule, Machine.MEDIATION),
        state=ClockState.RUNNING,
        started_on=first,
        raw_end_on=end.raw_end_on,
        due_on=end.due_on,
        provisional=end.provisional,
        warn_on=_warned_on(rule, end, first, s),
        term_id=term_id,
    )


def _warned_on(rule: str, end: Due, after: date, s: Situation) -> date | None:
    """The first day behind `after` on which a clock that ends so is called approaching."""
    leads = () if s.book.court is None else s.book.court.lead_times
    return next_warning(rule, end.raw_end_on, after, s.book.calendar, leads)


def _with_start(
    clocks: tuple[Clock, ...], referral: Referral, rule: str, s: Situation, mint: Callable[[], UUID]
) -> tuple[Clock, ...]:
    """The clocks with one more, or with an earlier term that goes on after a reassignment.

    The days between two turns do not count, what was used up does. Fifteen days of labour mediation are told apart by
    the turn in which they began (LDMA 14), and a term that another organisation had meanwhile stands for itself: then
    there is a new clock, which is only shorter.
    """
    if rule in OF_INSTALMENTS:
        return (*clocks, *_begun(referral, rule, s, mint))
    earlier = carrying.predecessor(referral, rule, s.book.court)
    if earlier is None:
        return (*clocks, _started(referral, rule, s, mint()))
    if rule == "T10" and not carrying.has_days_left(earlier):
        return clocks
    idle = s.occurred_on - (earlier.closed_on or s.occurred_on)
    end = rolled(max(earlier.raw_end_on + idle, s.occurred_on), s.book.calendar)
    again = _moved(replace(earlier, state=ClockState.RUNNING, closed_on=None), end, s)
    if rule == "T10" or referral.latest_clock(rule) != earlier:
        return (*clocks, replace(again, id=mint(), started_on=s.occurred_on, paused_days=0))
    going_on = replace(again, paused_days=earlier.paused_days + idle.days)
    return tuple(going_on if clock.id == earlier.id else clock for clock in clocks)


def _end_of(rule: str, first: date, s: Situation) -> Due:
    """The end by the rule; an urging that names a day of its own ends on that day."""
    if isinstance(s.command, c.Urge) and s.command.reply_by is not None:
        day = s.command.reply_by
        return Due(day, day, provisional=not s.book.calendar.knows(day))
    return due(rule, first, s.book.calendar, length_of(rule, s.book))


def length_of(rule: str, book: RuleBook) -> int | None:
    """Length of periods that no statute fixes, or whose statute was not read; None for the others."""
    return {
        "REPORT": book.report_window_working_days,
        "FEEDBACK": book.feedback_working_days,
        "URGE": book.urge_working_days,
        "T18": book.arbitration_review_days,
        "FEE": None if book.court is None else book.court.fee_notice_days,
        "BREACH": book.breach_window_working_days,
    }.get(rule)


def _last_day_of_term(referral: Referral) -> date | None:
    term = referral.latest_clock(referral.term_rule)
    return None if term is None else term.due_on


def recomputed(s: Situation) -> tuple[tuple[Clock, Clock], ...]:
    """Running clocks, before and after, where the calendar at hand says something else of them.

    Periods of working days are counted anew, others moved off rest days anew. A day that was named to whoever is urged
    stays: it was told to people. A paused clock has no day; it gets one by the calendar of the day of its resumption.
    """
    running = (clock for clock in s.referral.clocks if clock.state is ClockState.RUNNING)
    found = ((clock, _recomputed(clock, s)) for clock in running)
    return tuple((before, after) for before, after in found if before != after)


def _recomputed(clock: Clock, s: Situation) -> Clock:
    calendar = s.book.calendar
    if clock.rule == "URGE":
        return replace(clock, provisional=not calendar.knows(clock.raw_end_on))
    if RULES[clock.rule].unit is Unit.WORKING_DAYS:
        end = due(clock.rule, clock.started_on, calendar, length_of(clock.rule, s.book))
    else:
        end = rolled(clock.raw_end_on, calendar)
    if end == _end(clock):
        return clock
    told = s.now.on if clock.warn_on is None else min(s.now.on, clock.warn_on - timedelta(days=1))
    return replace(
        clock,
        raw_end_on=end.raw_end_on,
        due_on=end.due_on,
        provisional=end.provisional,
        warn_on=_warned_on(clock.rule, end, told, s),
    )


def _stopped(clock: Clock, s: Situation) -> Clock:
    at_rest = clock if clock.paused_on is None else _resumed(clock, s)  # A met clock keeps its last day.
    return replace(at_rest, state=ClockState.MET, closed_on=s.occurred_on, warn_on=None)


def _missed(clock: Clock, s: Situation) -> Clock:
    return replace(clock, state=ClockState.MISSED, closed_on=s.occurred_on, warn_on=None)


def _paused(clock: Clock, s: Situation) -> Clock:
    return replace(clock, state=ClockState.PAUSED, paused_on=s.occurred_on, due_on=None, warn_on=None)


def _resumed(clock: Clock, s: Situation) -> Clock:
    if clock.paused_on is None:  # A suspension pauses the term of some courts only.
        return clock
    end = resumed(_end(clock), clock.paused_on, s.occurred_on, s.book.calendar)
    days = (s.occurred_on - clock.paused_on).days
    running = replace(clock, state=ClockState.RUNNING, paused_on=None, paused_days=clock.paused_days + days)
    return _moved(running, end, s)


def _extended(clock: Clock, s: Situation) -> Clock:
    if isinstance(s.command, c.ExtendArbitrationReview):
        return _moved(clock, prolonged(_end(clock), s.book.arbitration_review_extension_days, s.book.calendar), s)
    if not isinstance(s.command, c.ExtendTerm | c.ExtendConfirmationReview):  # pragma: no cover - only these extend
        return clock
    return _moved(clock, extended(_end(clock), s.command.until, s.book.calendar), s)


def _reopened(clock: Clock, s: Situation) -> Clock:
    """The clock as it runs again; it went on while nobody minded it, unless all agreed on a later day."""
    until = s.command.until if isinstance(s.command, c.Reopen) and clock.rule == s.referral.term_rule else None
    end = _end(clock) if until is None else rolled(until, s.book.calendar)
    if end.due_on < s.occurred_on or clock.is_open:
        return clock
    return _moved(replace(clock, state=ClockState.RUNNING, closed_on=None), end, s)


def _end(clock: Clock) -> Due:
    return Due(clock.raw_end_on, clock.due_on or clock.raw_end_on, clock.provisional)


def _moved(clock: Clock, end: Due, s: Situation) -> Clock:
    warn_on = _warned_on(clock.rule, end, s.occurred_on, s)
    return replace(clock, raw_end_on=end.raw_end_on, due_on=end.due_on, provisional=end.provisional, warn_on=warn_on)


_CHANGES: dict[ClockVerb, Callable[[Clock, Situation], Clock]] = {
    ClockVerb.STOP: _stopped,
    ClockVerb.SETTLE: _stopped,
    ClockVerb.MISS: _missed,
    ClockVerb.PAUSE: _paused,
    ClockVerb.RESUME: _resumed,
    ClockVerb.EXTEND: _extended,
}
