"""Reconciliation 对账: what a platform holds against what we hold, differences by kind, and a repair for each."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Final, Protocol
from uuid import UUID

from app.domain.access import ClientId, TenantId
from app.domain.court_platform import Holding, PlatformCode
from app.domain.platform_outbox import EntryState, PlatformEntry
from app.domain.referral import Referral, ReferralId

OURS_MAX: Final = 20_000
"""Most referrals of one platform that one reconciliation looks at, newest first."""

DIFFERENCES_MAX: Final = 1_000
"""Most differences that are kept; their number is told in any case."""


AGREEMENT_AMOUNT: Final = "agreement_amount"
"""What an agreement comes to, all its parts together: the amount that both sides are asked for."""


class DifferenceKind(StrEnum):
    """How the two sides differ; the values are stored."""

    MISSING_THERE = "missing_there"
    MISSING_HERE = "missing_here"
    STATE_DIFFERS = "state_differs"
    AMOUNT_DIFFERS = "amount_differs"
    PROCEDURE_DIFFERS = "procedure_differs"
    DUTY_MISSING_THERE = "duty_missing_there"


class Repair(StrEnum):
    """What is proposed; the values are stored. Nothing is done before somebody approves it.

    send_again    tell the platform anew what it has to know of the referral, each message under its old key
    fetch_again   fetch the platform's list from the beginning; what came before is known by its id
    enter_again   the duty is due again: somebody has to enter it
    """

    SEND_AGAIN = "send_again"
    FETCH_AGAIN = "fetch_again"
    ENTER_AGAIN = "enter_again"


class ReconciliationState(StrEnum):
    """How a reconciliation stands; the values are stored."""

    CLEAN = "clean"
    OPEN = "open"
    APPLIED = "applied"


@dataclass(frozen=True, slots=True)
class Ours:
    """What we hold of a matter that the platform should hold too.

    Attributes:
        told: What the platform said to have and is no duty, by its kind.
        procedure: State of the newest procedure.
    """

    referral_id: ReferralId
    reference: str
    state: str | None
    stage: str
    amount: str | None
    entries: tuple[PlatformEntry, ...] = ()
    told: frozenset[str] = frozenset()
    procedure: str | None = None


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference. `ours` and `theirs`: state, amount or duty; None where that side has nothing."""

    kind: DifferenceKind
    reference: str
    repair: Repair
    referral_id: ReferralId | None = None
    ours: str | None = None
    theirs: str | None = None

    @property
    def amount_of(self) -> str | None:
        """What both figures are where amounts differ."""
        return AGREEMENT_AMOUNT if self.kind is DifferenceKind.AMOUNT_DIFFERS else None


@dataclass(frozen=True, slots=True)
class Comparison:
    """What a comparison found.

    Attributes:
        verified: Entries that were found there.
    """

    differences: tuple[Difference, ...]
    verified: tuple[PlatformEntry, ...]


@dataclass(frozen=True, slots=True)
class Reconciliation:
    """One reconciliation of one platform on one day.

    Attributes:
        ours_count: Matters that we hold.
        theirs_count: Matters that they hold.
        difference_count: All differences; of very many only the first are kept.
        started_by: The program that asked for it; None for the nightly one.
    """

    id: UUID
    tenant_id: TenantId
    platform: PlatformCode
    day: date
    state: ReconciliationState
    ours_count: int
    theirs_count: int
    difference_count: int
    differences: tuple[Difference, ...]
    recorded_at: datetime
    started_by: ClientId | None = None
    approved_by: ClientId | None = None
    approved_at: datetime | None = None


def ours_of(
    referral: Referral,
    reference: str,
    entries: tuple[PlatformEntry, ...],
    *,
    amount: str | None = None,
    told: frozenset[str] = frozenset(),
) -> Ours:
    """What we hold of a referral; `amount` of its agreement, which lists of referrals do not carry."""
    return Ours(
        referral_id=referral.id,
        reference=reference,
        state=None if referral.state is None else referral.state.value,
        stage=referral.stage.value,
        amount=amount,
        entries=entries,
        told=told,
        procedure=str(referral.procedures[-1].state) if referral.procedures else None,
    )


def compared(ours: Iterable[Ours], theirs: Iterable[Holding]) -> Comparison:
    """The differences by reference; of a reference that one side has twice its first line counts.

    A state of theirs is right where it is our state or our stage; what they do not tell is not compared.
    """
    here: dict[str, Ours] = {}
    for own in ours:
        here.setdefault(own.reference, own)
    there: dict[str, Holding] = {}
    for held in theirs:
        there.setdefault(held.reference, held)
    found: list[Difference] = []
    verified: list[PlatformEntry] = []
    for reference in sorted({*here, *there}):
        found += _of_one(reference, here.get(reference), there.get(reference), verified)
    return Comparison(tuple(found), tuple(verified))


def _of_one(
    reference: str, ours: Ours | None, theirs: Holding | None, verified: list[PlatformEntry]
) -> list[Difference]:
    if ours is None:
        state = None if theirs is None else theirs.state
        return [Difference(DifferenceKind.MISSING_HERE, reference, Repair.FETCH_AGAIN, theirs=state)]
    if theirs is None:
        return [
            Difference(DifferenceKind.MISSING_THERE, reference, Repair.SEND_AGAIN, ours.referral_id, ours=ours.state)
        ]
    return [*_values(ours, theirs), *_duties(ours, theirs, verified), *_gone(ours, theirs)]


def _values(ours: Ours, theirs: Holding) -> list[Difference]:
    found = []
    if theirs.state is not None and theirs.state not in {ours.state, ours.stage}:
        found.append(_differs(DifferenceKind.STATE_DIFFERS, ours, ours.state, theirs.state))
    if theirs.amount is not None and theirs.amount != ours.amount:
        found.append(_differs(DifferenceKind.AMOUNT_DIFFERS, ours, ours.amount, theirs.amount))
    if theirs.procedure is not None and theirs.procedure != ours.procedure:
        kind, repair = DifferenceKind.PROCEDURE_DIFFERS, Repair.FETCH_AGAIN
        found.append(Difference(kind, ours.reference, repair, ours.referral_id, ours.procedure, theirs.procedure))
    return found


def _differs(kind: DifferenceKind, ours: Ours, own: str | None, their: str | None) -> Difference:
    return Difference(kind, ours.reference, Repair.SEND_AGAIN, ours.referral_id, ours=own, theirs=their)


def _duties(ours: Ours, theirs: Holding, verified: list[PlatformEntry]) -> list[Difference]:
    """Entries that stand there are verified; those that should and do not are told, where duties are told at all."""
    found = []
    for entry in ours.entries:
        there = entry.duty.value in theirs.duties
        if there and entry.state is not EntryState.VERIFIED:
            verified.append(entry)
        claimed = entry.state in {EntryState.BY_HAND, EntryState.BY_INTERFACE, EntryState.VERIFIED}
        if entry.duty.value in theirs.told_duties and claimed and not there:
            by_hand = entry.state is EntryState.BY_HAND
            repair = Repair.ENTER_AGAIN if by_hand else Repair.SEND_AGAIN
            found.append(
                Difference(
                    DifferenceKind.DUTY_MISSING_THERE, ours.reference, repair, ours.referral_id, ours=entry.duty.value
                )
            )
    return found


def _gone(ours: Ours, theirs: Holding) -> list[Difference]:
    """What they said to have, is nobody's duty to enter, and is not there."""
    missing = sorted((ours.told & theirs.told_duties) - theirs.duties)
    kind, repair = DifferenceKind.DUTY_MISSING_THERE, Repair.SEND_AGAIN
    return [Difference(kind, ours.reference, repair, ours.referral_id, ours=name) for name in missing]


def counts_of(differences: Iterable[Difference]) -> Mapping[str, int]:
    """How many differences there are of each kind."""
    counts = dict.fromkeys((kind.value for kind in DifferenceKind), 0)
    for each in differences:
        counts[each.kind.value] += 1
    return counts


class Reconciliations(Protocol):
    """Reconciliations in one transaction."""

    async def add(self, reconciliation: Reconciliation, tenant_id: TenantId) -> None:
        """Write a new one."""
        ...

    async def approve(self, reconciliation: Reconciliation, tenant_id: TenantId) -> None:
        """Write that its repairs were approved; raises `StaleVersion` where somebody else did so meanwhile."""
        ...

    async def page(
        self,
        tenant_id: TenantId,
        *,
        only: UUID | None = None,
        platform: PlatformCode | None = None,
        after_id: UUID | None = None,
        limit: int,
    ) -> tuple[Reconciliation, ...]:
        """One, or a page of a tenant's, newest first."""
        ...

    async def amounts(self, referral_ids: Iterable[ReferralId], tenant_id: TenantId) -> Mapping[ReferralId, str]:
        """What their agreements come to, in yuan with two decimals; a referral without an amount is not there."""
        ...

    async def send_again(
        self, platform: PlatformCode, referral_ids: Iterable[ReferralId], next_at: datetime, tenant_id: TenantId
    ) -> None:
        """Let every message of these referrals be sent again, each after a look whether it is there."""
        ...
