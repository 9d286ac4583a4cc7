"""Conditions about legal clocks: the term of mediation, its extension and its end, and what time alone may do."""

from datetime import date, timedelta

from app.domain import commands as c
from app.domain.deadlines import due as end_of
from app.domain.lifecycle import carrying
from app.domain.lifecycle.carrying import TERM_RULES
from app.domain.lifecycle.states import ClockState, EndReason, Kind, Track
from app.domain.lifecycle.table import TERM, Condition, Guard, Situation
from app.domain.referral import Clock

EXTENSION_CAP = timedelta(days=30)
"""W1 item 3: after filing and before trial the term is extended by thirty days at most."""

CAPPED_FROM = date(2025, 1, 1)
"""The opinion that has this bound is in force from this day."""

PLATFORM_RULES_FROM = date(2022, 1, 1)
"""法释〔2021〕23号 is in force from this day for mediation on the court platform (OMR 1)."""


def term_of(s: Situation) -> Clock | None:
    """The open clock of the term, or None."""
    return s.referral.clock(s.referral.term_rule)


def _term_running(s: Situation) -> bool:
    rule = s.referral.term_rule
    if rule is None or rule in s.book.rules_off:
        return True
    clock = term_of(s)
    return clock is not None and clock.state is ClockState.RUNNING


def last_day(s: Situation) -> date | None:
    """The last day of the term; None where none runs, or its end is not known yet."""
    clock = term_of(s)
    return None if clock is None else clock.due_on


def _term_open(s: Situation) -> bool:
    last = last_day(s)
    return last is None or s.occurred_on <= last


def _term_days(s: Situation) -> dict[str, object]:
    """The days on which it can have happened: none before the latest act, none after the latest term."""
    clock = s.referral.latest_clock(s.referral.term_rule)
    last = None if clock is None else clock.due_on
    return {"from": s.referral.last_act_on.isoformat(), "until": None if last is None else last.isoformat()}


def _before_expiry(s: Situation) -> bool:
    clock = term_of(s)
    return clock is not None and clock.due_on is not None and s.occurred_on <= clock.due_on


def _later_than_now(s: Situation) -> bool:
    clock = term_of(s)
    if not isinstance(s.command, c.ExtendTerm) or clock is None or clock.due_on is None:
        return False
    return clock.due_on < s.command.until


def _end_facts(s: Situation) -> dict[str, object]:
    last = last_day(s)
    return {"due_on": None if last is None else last.isoformat()}


def _latest_end(s: Situation) -> date | None:
    """The last day to which the term may be extended, before rolling; None where nothing bounds it."""
    clock = term_of(s)
    if clock is None or not _capped(s):
        return None
    used = sum(
        (_extended_by(x, s) for x in s.referral.clocks if x.rule == clock.rule and x.id != clock.id), timedelta()
    )
    return _unextended_end(clock, s) + max(EXTENSION_CAP - used, timedelta())


def _capped(s: Situation) -> bool:
    """Right after filing, and of a judge's mediation since that rule is in force (PD_ASSISTED)."""
    led = s.referral.track is Track.JUDGE_LED and s.referral.opened_on >= CAPPED_FROM
    return led or s.referral.track is Track.POST_FILING_FIRST


def _unextended_end(clock: Clock, s: Situation) -> date:
    """Its raw end without extensions; one that went on after a reassignment waited in between."""
    raw = end_of(clock.rule, clock.started_on, s.book.calendar).raw_end_on
    return raw + timedelta(days=clock.paused_days)


def _extended_by(clock: Clock, s: Situation) -> timedelta:
    """By how much a term was extended, of an earlier turn too: a new turn brings a new term, not a new extension."""
    return max(clock.raw_end_on - _unextended_end(clock, s), timedelta())  # A shorter one was not extended.


def _within_cap(s: Situation) -> bool:
    if not isinstance(s.command, c.ExtendTerm):
        return False
    latest = _latest_end(s)
    return latest is None or s.command.until <= latest


def _cap_facts(s: Situation) -> dict[str, object]:
    latest = _latest_end(s)
    return {} if latest is None else {"until_at_most": latest.isoformat()}


def _inside_term(s: Situation) -> bool:
    """What is reported after expiry happened inside the term, unless the report is the expiry itself."""
    if isinstance(s.command, c.End) and s.command.reason is EndReason.TERM_EXPIRED:
        return True
    clock = s.referral.latest_clock(s.referral.term_rule)
    return clock is not None and clock.due_on is not None and s.occurred_on <= clock.due_on


def _from_acceptance(s: Situation) -> bool:
    """Whether the term of an entrusted matter runs from acceptance, as on the court platform from 2022 on."""
    referral = s.referral
    return referral.on_court_platform and referral.opened_on >= PLATFORM_RULES_FROM


def consents_leave_days(s: Situation) -> bool:
    """A term that counts from the consents has a day left, by the date, whether or not anybody mediates yet.

    Legal source: OMR 24, CMP 4 (a judge's mediation); LAR, chapter on mediation (delegated by a commission).
    """
    rule = s.referral.term_rule
    clock = s.referral.latest_clock(rule)
    if clock is not None:
        return clock.due_on is None or s.occurred_on <= clock.due_on
    if rule is None or rule in s.book.rules_off or s.referral.silent_by(s.occurred_on):
        return True
    return s.occurred_on <= end_of(rule, s.referral.consented_on, s.book.calendar).due_on


def silent_since(s: Situation, day: date | None) -> bool:
    """Whether the days that an urging leaves for an answer are over, counted from that day."""
    if day is None:
        return False
    return s.occurred_on > end_of("URGE", day, s.book.calendar, s.book.urge_working_days).due_on


def due(rule: str) -> Guard:
    """The clock of the rule ran out before today; `TERM` for that of the term."""

    def check(s: Situation) -> bool:
        clock = term_of(s) if rule == TERM else s.referral.clock(rule)
        return clock is not None and clock.due_on is not None and clock.due_on < s.now.on

    return Guard("action_not_possible", check)


def _term_not_used_up(s: Situation) -> bool:
    """A term that goes on with the organisation that is named has a day left.

    After a referral before filing, fifteen days of labour mediation are beside the term (LDMA 14) and hold nobody up.
    """
    if not isinstance(s.command, c.Reassign):
        return False
    taken = s.command.organisation.id
    rules = TERM_RULES - {"T10"} if s.referral.kind is Kind.PRE_FILING else TERM_RULES
    earlier = (carrying.earlier_of(s.referral, rule, taken, s.book.court) for rule in rules)
    return all(clock is None or carrying.has_days_left(clock) for clock in earlier)


TERM_LEFT_OVER = Guard("term_used_up", _term_not_used_up, of_state=False)
CONSENTS_LEAVE_DAYS = Guard("term_over", consents_leave_days)
TERM_RUNNING = Guard("term_not_started", _term_running)
TERM_OPEN = Guard("outside_term", _term_open, facts=_term_days)
BEFORE_EXPIRY = Guard("term_over", _before_expiry)
LATER_END = Guard("extension_not_later", _later_than_now, of_state=False, facts=_end_facts, pointer="/until")
WITHIN_CAP = Guard("extension_too_long", _within_cap, of_state=False, facts=_cap_facts, pointer="/until")
INSIDE_TERM = Guard("outside_term", _inside_term, of_state=False, facts=_term_days)
APPRAISAL_FITS = Guard("not_on_this_track", lambda s: s.referral.term_rule == "T05")

FROM_ACCEPTANCE = Condition("on_court_platform_since_2022", _from_acceptance)
FROM_RECEIPT = Condition("not_on_court_platform_since_2022", lambda s: not _from_acceptance(s))
THIRTY_DAYS = Condition("term_is_t05", lambda s: s.referral.term_rule == "T05")
FROM_CONSENTS = Condition("delegated_by_commission", lambda s: s.referral.track is Track.COMMISSION_DELEGATED)
