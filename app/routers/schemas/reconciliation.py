"""Reconciliations as the contract shows them."""

from typing import Annotated, Literal

from pydantic import Field

from app.domain.reconciliation import DifferenceKind, ReconciliationState, Repair
from app.routers.schemas.common import Day, Id, Instant, LegalDate, Request, View
from app.routers.schemas.platforms import PlatformCode

DIFFERENCES_MAX = 1_000
Place = Annotated[int, Field(strict=True, ge=0, lt=DIFFERENCES_MAX)]


class ReconcileRequest(Request):
    """The court's platform is to be asked what it holds, and compared."""

    platform: PlatformCode
    day: LegalDate | None = Field(default=None, description="The day that is compared, today if not given.")


class Reconciled(View):
    """The answer: what was found is read at its address."""

    id: Id
    platform: str
    day: Day
    state: ReconciliationState
    difference_count: int


class ReconcileRehearsal(Reconciled):
    """What it would have come to with `dry_run=true`."""

    dry_run: Literal[True]


class ReconciliationBrief(View):
    """One reconciliation."""

    id: Id
    platform: str
    day: Day
    state: ReconciliationState
    ours_count: int
    theirs_count: int
    difference_count: int
    recorded_at: Instant
    started_by: Id | None = Field(description="The program that asked for it; null for the nightly one.")
    approved_by: Id | None
    approved_at: Instant | None


class DifferenceView(View):
    """One difference and the repair that is proposed."""

    kind: DifferenceKind
    reference: str
    referral_id: Id | None
    ours: str | None
    theirs: str | None
    amount_of: Literal["agreement_amount"] | None = Field(
        description="What both figures of `amount_differs` are: what the agreement comes to, all its parts together, "
        "in yuan. The amount claimed is not compared. Null for every other kind."
    )
    repair: Repair


class ReconciliationView(ReconciliationBrief):
    """One reconciliation with its differences; `apply` names them by their places, from 0."""

    counts: dict[str, int] = Field(description="Of those that are kept, by kind.")
    differences: tuple[DifferenceView, ...]


class ReconciliationList(View):
    """A page of reconciliations, newest first."""

    items: tuple[ReconciliationBrief, ...]
    next: str | None = Field(description="Give it back as `after` for the next page; null on the last.")


class ApplyRepairsRequest(Request):
    """The proposed repairs of these differences are approved."""

    differences: Annotated[tuple[Place, ...], Field(min_length=1, max_length=DIFFERENCES_MAX)]


class RepairsApplied(View):
    """The answer to that."""

    id: Id
    state: ReconciliationState
    repaired_count: int


class RepairsRehearsal(RepairsApplied):
    """What it would have come to with `dry_run=true`."""

    dry_run: Literal[True]
