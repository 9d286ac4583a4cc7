"""What of an entrusted mediation does not count in the trial term 审限: the extension, and nothing else.

The first fifteen or seven days count; an extension that the parties agreed to does not. Appraisals and settlements of
the trial itself, which do not count either (CPLI 243), happen outside of here.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from app.domain.periods import RULES
from app.domain.referral import Clock

ENTRUSTED: Final = frozenset({"T06", "T07", "T08", "T08S"})
"""Terms of mediation after filing."""


@dataclass(frozen=True, slots=True)
class Exclusion:
    """Days that do not count in the trial term, both inclusive.

    Attributes:
        from_on: The day after the raw end of the term without its extension.
        to_on: Last day of the extension, or the day on which mediation was over before.
        rule: The term that was extended.
    """

    from_on: date
    to_on: date
    rule: str


def exclusions(clocks: Iterable[Clock]) -> tuple[Exclusion, ...]:
    """The intervals of a referral, in the order of its clocks; a running extension counts to its last day.

    Legal source: IMR 27; OMR 24; CMP 4; W1 item 3.
    """
    found = (_exclusion(clock) for clock in clocks if clock.rule in ENTRUSTED)
    return tuple(exclusion for exclusion in found if exclusion is not None)


def _exclusion(clock: Clock) -> Exclusion | None:
    length = RULES[clock.rule].length or 0
    initial = clock.started_on + timedelta(days=length + clock.paused_days)
    if clock.raw_end_on <= initial:
        return None
    first = initial + timedelta(days=1)
    last = min(clock.due_on or clock.raw_end_on, clock.closed_on or date.max)
    return None if last < first else Exclusion(first, last, clock.rule)
