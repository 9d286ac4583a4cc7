"""The check of a whole living database: are the invariants of the design true of every row?

It reads one moment, as the system, and changes nothing.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from uuid import UUID

from app.domain.events import Event, check_chain, replay
from app.domain.lifecycle.states import Machine
from app.domain.ports import Fault, Ports, Transaction
from app.domain.receipts import holds
from app.domain.referral import Referral, ReferralId

BATCH = 500
FAULTS_MAX = 1_000
"""Most faults of one kind that are reported; the first says enough."""


@dataclass(frozen=True, slots=True)
class Report:
    """What the check found. `counts`: rows looked at, by table."""

    counts: Mapping[str, int]
    faults: tuple[Fault, ...]

    @property
    def clean(self) -> bool:
        """Whether every invariant holds."""
        return not self.faults


async def verify(ports: Ports, *, faults_max: int = FAULTS_MAX) -> Report:
    """Check referrals (invariants 1, 2), feeds (3), deliveries (4), keys and messages (5), clocks (6), viewers (0)."""
    async with ports.unit_of_work(None) as tx:
        await tx.in_one_moment()
        faults = [*await tx.evidence.faults(limit=faults_max), *await _referral_faults(tx, faults_max)]
        faults += await _receipt_faults(tx, faults_max)
        return Report(await tx.evidence.counts(), tuple(faults))


async def _referral_faults(tx: Transaction, faults_max: int) -> list[Fault]:
    faults: list[Fault] = []
    after_id: ReferralId | None = None
    while len(faults) < faults_max:
        batch = await tx.evidence.referrals(after_id=after_id, limit=BATCH)
        if not batch:
            break
        after_id = batch[-1].referral.id
        events = await tx.evidence.events_of([record.referral.id for record in batch])
        for record in batch:
            faults.extend(faults_of(record.referral, events.get(record.referral.id, ())))
    return faults[:faults_max]


async def _receipt_faults(tx: Transaction, faults_max: int) -> list[Fault]:
    faults: list[Fault] = []
    behind: tuple[UUID, UUID, int] | None = None
    while len(faults) < faults_max:
        batch = await tx.evidence.receipts(behind=behind, limit=BATCH)
        if not batch:
            break
        last = batch[-1]
        behind = (last.attempt.endpoint_id, last.attempt.subject_id, last.step)
        faults += [Fault(4, str(each.attempt.id), "receipt_differs") for each in batch if not holds(each)]
    return faults[:faults_max]


def faults_of(referral: Referral, events: tuple[Event, ...]) -> Iterator[Fault]:
    """What does not fit between a referral as stored and its events, in version order."""
    subject = str(referral.id)
    broken = check_chain(events)
    if broken is not None:
        yield Fault(2, subject, broken.fault, broken.version)
    if not events or events[-1].hash != referral.chain:
        yield Fault(2, subject, "chain_end_differs", referral.version)
    told = replay(events)
    if told.version != referral.version:
        yield Fault(1, subject, "version_differs", told.version)
    if dict(told.states) != states_of(referral):
        yield Fault(1, subject, "state_differs", told.version)


def states_of(referral: Referral) -> dict[str, str]:
    """The state of each region and procedure as stored, keyed as `replay` keys them."""
    states = {} if referral.state is None else {Machine.MEDIATION.value: referral.state.value}
    if referral.agreement is not None:
        states[Machine.AGREEMENT.value] = referral.agreement.state.value
    return {**states, **{str(procedure.id): str(procedure.state) for procedure in referral.procedures}}
