"""A referral as it stood after one of its events: states, due dates and stage, folded from the events alone.

Nothing personal is in an event, so nothing personal is in what is told here.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.domain.access import Principal
from app.domain.errors import Refusal
from app.domain.events import Event, replay
from app.domain.lifecycle.states import Machine
from app.domain.ports import Ports, Sought
from app.domain.referral import ReferralId
from app.services.referral_reads import visible


@dataclass(frozen=True, slots=True)
class PastProcedure:
    """One procedure as it stood."""

    id: UUID
    machine: str
    state: str


@dataclass(frozen=True, slots=True)
class Past:
    """What a referral's first events say of it.

    Attributes:
        version: Number of events that were folded.
        event_type: Type of the last of them.
        occurred_on: Its legal date.
        state: Of the mediation region.
        agreement_state: None before the first draft.
        due: Rule to last day of the clocks that ran after it.
    """

    referral_id: ReferralId
    version: int
    event_type: str
    occurred_on: date
    kind: str
    track: str
    stage: str
    state: str | None
    agreement_state: str | None
    procedures: tuple[PastProcedure, ...]
    due: Mapping[str, date]


async def at_version(ports: Ports, principal: Principal, referral_id: ReferralId, version: int) -> Past:
    """One visible referral as of event `version`; refuses with `version_not_reached` where there is no such event."""
    async with ports.unit_of_work(principal.tenant_id) as tx:
        found = await tx.referrals.load(Sought(tenant_id=principal.tenant_id, referral_id=referral_id))
        present = visible(found, principal).referral.version
        if not 1 <= version <= present:
            raise Refusal("version_not_reached", facts={"version": present}, pointer="/version")
        events = await tx.referrals.history(referral_id, principal.tenant_id, after_version=0, limit=version)
    return past_of(referral_id, events)


def past_of(referral_id: ReferralId, events: Sequence[Event]) -> Past:
    """What the events, oldest first and at least one, say together."""
    last, states = events[-1], replay(events).states
    return Past(
        referral_id=referral_id,
        version=last.version,
        event_type=last.type,
        occurred_on=last.occurred_on,
        kind=last.body["kind"],
        track=last.body["track"],
        stage=last.body["stage"],
        state=states.get(Machine.MEDIATION.value),
        agreement_state=states.get(Machine.AGREEMENT.value),
        procedures=_procedures(events, states),
        due={rule: date.fromisoformat(day) for rule, day in last.body["due"].items()},
    )


def _procedures(events: Sequence[Event], states: Mapping[str, str]) -> tuple[PastProcedure, ...]:
    bodies = [event.body for event in events]
    machines = {body["procedure_id"]: body["machine"] for body in bodies if body["procedure_id"] is not None}
    return tuple(PastProcedure(UUID(key), machine, states[key]) for key, machine in machines.items())
