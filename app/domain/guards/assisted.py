"""Conditions of help with a judge's own mediation."""

from app.domain.deadlines import due
from app.domain.lifecycle.table import Guard, Situation


def _term_left(s: Situation) -> bool:
    """The judge's term has a day left, by the date; it counts from the consents, whether or not anybody was invited.

    Legal source: OMR 24, CMP 4.
    """
    rule = s.referral.term_rule
    clock = s.referral.latest_clock(rule)
    if clock is not None:
        return clock.due_on is None or s.occurred_on <= clock.due_on
    if rule is None or s.referral.silent_by(s.occurred_on):
        return True
    return s.occurred_on <= due(rule, s.referral.consented_on, s.book.calendar).due_on


TERM_LEFT = Guard("term_over", _term_left)
