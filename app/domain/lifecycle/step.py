"""What an effect is told of the step that it writes down, beside the command."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.domain.parts import Clock


@dataclass(frozen=True, slots=True)
class Step:
    """When the step happened, the state the row leads to, and where new ids come from.

    Attributes:
        on: Legal date of the step.
        after: State that the row leads to.
        mint: Source of new ids.
        late: Whether an acceptance comes after its window.
        actor: Role of whoever acts.
        reply_by: Day by which an urging that names none is to be answered.
        pay_by: Last day for a court fee whose notice names none.
        recomputed: Clocks whose last days are computed anew, before and after.
        told_on: Legal date on which it is recorded. Where the other side has days to answer, they count from here: it
            cannot have known earlier, whatever day the step is given.
        broken: The promises that a report of a breach is about.
        rules_off: Rules that the deployment switched off.
    """

    on: date
    after: str
    mint: Callable[[], UUID]
    late: bool = False
    actor: str = ""
    reply_by: date = date.max
    told_on: date = date.max
    pay_by: date = date.max
    recomputed: tuple[tuple[Clock, Clock], ...] = ()
    broken: tuple[UUID, ...] = ()
    rules_off: frozenset[str] = frozenset()
