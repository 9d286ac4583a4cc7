"""A fact: what one transition did, before it becomes an event."""

from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from app.domain.lifecycle.states import Machine, Stage
from app.domain.referral import OnBehalfOf, ProcedureId


@dataclass(frozen=True, slots=True)
class Fact:
    """What one transition did, before it has an id, a recording time and a place in the chain.

    `facts` holds codes, ids, counts and dates only; nothing personal. `also` has the other regions that moved with the
    same step, with their new states.
    """

    type: str
    action: str
    machine: Machine
    procedure_id: ProcedureId | None
    state_before: str | None
    state_after: str
    stage: Stage
    version: int
    occurred_on: date
    occurred_at: datetime
    actor: str
    on_behalf_of: OnBehalfOf | None
    sources: tuple[str, ...]
    facts: dict[str, object]
    due: dict[str, date]
    audience: tuple[UUID, ...]
    also: dict[str, str] = field(default_factory=dict)
