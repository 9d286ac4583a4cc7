"""What was done with a report that came late: under which rule, since when, and with which day it was entered. Pure.

Nothing is lost by being late; whoever reports is told how it stands in the record.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from app.domain.fact import Fact
from app.domain.lifecycle.states import Action, ClockState, EndReason
from app.domain.referral import Referral

_TERM: Final = "TERM"

ANSWERED: Final[Mapping[Action, str]] = {
    Action.ACCEPT: "T03",
    Action.CONTACT_PARTY: "T04",
    Action.END: _TERM,
    Action.REPORT_BACK: "FEEDBACK",
    Action.ANSWER_URGE: "URGE",
    Action.ACCEPT_APPLICATION: "T13",
    Action.REFUSE_APPLICATION: "T13",
    Action.CONFIRM_AGREEMENT: "T14",
    Action.REJECT_CONFIRMATION: "T14",
    Action.MAKE_REVIEW_STATEMENT: "T18",
    Action.REFUSE_REVIEW_STATEMENT: "T18",
    Action.ACCEPT_PAYMENT_ORDER: "T19",
    Action.REFUSE_PAYMENT_ORDER: "T19",
    Action.ISSUE_PAYMENT_ORDER: "T20",
    Action.REJECT_PAYMENT_ORDER: "T20",
    Action.REGISTER_CASE: "T24",
    Action.REFUSE_REGISTRATION: "T24",
}
"""Acts that a period waits for, and its rule; `TERM` is that of the term of mediation."""


class RecordedAs(StrEnum):
    """How a late report was entered.

    own_day  with the day on which it happened, which lies inside the period
    late     with a day after the last one; it counts all the same
    expired  as the expiry of the term, since nothing else was reported of it
    """

    OWN_DAY = "own_day"
    LATE = "late"
    EXPIRED = "expired"


@dataclass(frozen=True, slots=True)
class Lateness:
    """The rule of the period, its last day, and how the report was entered."""

    rule: str
    due_on: date
    recorded_as: RecordedAs


def lateness(after: Referral, fact: Fact) -> Lateness | None:
    """What is said to whoever reported late; None of everything else.

    Args:
        after: The referral with the fact.
        fact: What was reported, with its legal date.
    """
    rule = ANSWERED.get(Action(fact.action))
    rule = after.term_rule if rule == _TERM else rule
    clock = after.latest_clock(rule)
    if rule is None or clock is None or clock.due_on is None:
        return None
    beyond = fact.occurred_on > clock.due_on
    if not beyond and clock.state is not ClockState.MISSED:
        return None
    if fact.facts.get("reason") == EndReason.TERM_EXPIRED.value:
        return Lateness(rule, clock.due_on, RecordedAs.EXPIRED)
    return Lateness(rule, clock.due_on, RecordedAs.LATE if beyond else RecordedAs.OWN_DAY)
