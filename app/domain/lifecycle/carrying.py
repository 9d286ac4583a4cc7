"""Whether a term of mediation starts anew in a new turn, or goes on with what an earlier one left of it.

Legal source: none; a dated setting of the court (PD_TERM_ON_REASSIGNMENT). With the organisation that had the referral
before, the term always goes on: giving a referral up and taking it again makes no days.
"""

from datetime import date
from typing import Final

from app.domain.access import OrganisationId
from app.domain.lifecycle.states import ClockState
from app.domain.referral import Clock, Referral
from app.domain.registry_facts import CourtFacts

TERM_RULES: Final = frozenset({"T05", "T06", "T07", "T10"})
"""Terms of mediation."""


def predecessor(referral: Referral, rule: str, court: CourtFacts | None) -> Clock | None:
    """The closed clock that a clock of the rule goes on with in the present turn; None where it starts anew.

    Args:
        referral: With the new holder.
        rule: Rule of the clock that is to start.
        court: The referring court on the day, with its setting; None where there is none, or time acts.
    """
    if rule not in TERM_RULES or referral.holder_id is None:
        return None
    return earlier_of(referral, rule, referral.holder_id, court)


def earlier_of(
    referral: Referral, rule: str, organisation_id: OrganisationId, court: CourtFacts | None
) -> Clock | None:
    """The closed clock with which a term of the rule would go on before that organisation; None: it starts anew."""
    closed = [clock for clock in referral.clocks if clock.rule == rule and not clock.is_open]
    if court is not None and court.term_on_reassignment == "continue":
        return closed[-1] if closed else None
    own = [(a.offered_on, a.ended_on) for a in referral.assignments if a.organisation_id == organisation_id]
    return next((clock for clock in reversed(closed) if any(_within(clock, *turn) for turn in own)), None)


def _within(clock: Clock, first: date, last: date | None) -> bool:
    """Whether a clock closed in a turn that is over."""
    return clock.closed_on is not None and last is not None and first <= clock.closed_on <= last


def has_days_left(clock: Clock) -> bool:
    """Whether a closed clock left a day that a later turn may use."""
    ended = clock.state is ClockState.MISSED
    return not ended and clock.closed_on is not None and clock.closed_on < clock.raw_end_on
