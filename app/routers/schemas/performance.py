"""The performance plan of an agreement, as it can be read. Nothing in it tells of people but their ids."""

from typing import Literal

from pydantic import Field

from app.domain.instalments import InstalmentState, PlanState
from app.routers.schemas.common import Day, Id, PerformanceMeans, View, Yuan


class PerformanceView(View):
    """One record of performance."""

    id: Id
    performed_on: Day = Field(description="Day on which it was paid or done.")
    recorded_on: Day
    amount: Yuan | None
    means: PerformanceMeans | None
    proof_sha256: str | None = Field(description="Hash of the document that proves it.")
    confirmed_by: Id | None = Field(description="The party of the other side that confirmed it.")
    entered_in_error_on: Day | None = Field(
        description="Day on which it was marked as made in error; it counts no more."
    )


class BreachView(View):
    """The record that an instalment was not performed by its day."""

    breached_on: Day
    by: Literal["report", "time"]


class InstalmentView(View):
    """One promise of the present text and what became of it."""

    term_id: Id
    payer_party_id: Id | None
    amount: Yuan | None
    due_on: Day | None = Field(description="The day that was agreed.")
    last_day: Day | None = Field(description="That day moved off rest days: the last one on which it is in time.")
    state: InstalmentState
    performed_amount: Yuan | None = Field(description="Yuan recorded so far; null where the promise is no payment.")
    left: Yuan | None = Field(description="Yuan still owed; null where the promise is no payment.")
    breach: BreachView | None = Field(description="Kept where it is performed later.")
    performances: tuple[PerformanceView, ...]


class PerformancePlan(View):
    """The instalments of the present text, in its order."""

    state: PlanState | None = Field(description="Null before the agreement takes effect.")
    draft_number: int = Field(description="The text whose plan it is; an amended text has a plan of its own.")
    performed_on: Day | None
    breached_on: Day | None = Field(description="Day on which it was first recorded that a promise was not kept.")
    instalments: tuple[InstalmentView, ...]
