"""Conditions of giving more time to whoever reviews an agreement.

Legal source: CPL 187 (the court's president), with no limit of its own; LAR 76 (the commission's director, once), which
is known from memory only.
"""

from collections.abc import Mapping
from datetime import date

from app.domain import commands as c
from app.domain.deadlines import due
from app.domain.lifecycle.table import Guard, Situation
from app.domain.referral import Clock


def _running(s: Situation, rule: str) -> Clock | None:
    """The clock of the review, while it runs and its last day is not over."""
    clock = s.referral.clock(rule)
    return clock if clock is not None and clock.due_on is not None and s.occurred_on <= clock.due_on else None


def _later(s: Situation) -> bool:
    clock, command = _running(s, "T14"), s.command
    asked = command.until if isinstance(command, c.ExtendConfirmationReview) else date.min
    return clock is not None and asked > (clock.due_on or date.max)


def _end(s: Situation) -> Mapping[str, object]:
    clock = s.referral.clock("T14")
    return {"due_on": None if clock is None or clock.due_on is None else clock.due_on.isoformat()}


def _once(s: Situation) -> bool:
    """Whether the clock still ends where the first days end."""
    clock, days = s.referral.clock("T18"), s.book.arbitration_review_days
    return clock is not None and clock.raw_end_on <= due("T18", clock.started_on, s.book.calendar, days).raw_end_on


CONFIRMATION_REVIEW_RUNS = Guard("review_term_over", lambda s: _running(s, "T14") is not None)
CONFIRMATION_ENDS_LATER = Guard("extension_not_later", _later, of_state=False, facts=_end, pointer="/until")
REVIEW_RUNS = Guard("review_term_over", lambda s: _running(s, "T18") is not None)
REVIEW_EXTENDED_ONCE = Guard("review_already_extended", _once)
