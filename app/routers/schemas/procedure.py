"""One procedure under a referral, as it can be read."""

from pydantic import Field

from app.domain.lifecycle.states import Action, Machine
from app.routers.schemas.common import Day, Id, View, Yuan
from app.routers.schemas.problem import BlockedAction
from app.routers.schemas.receipt import Links


class ProcedureView(View):
    """One procedure under a referral; its version is the referral's."""

    id: Id
    referral_id: Id
    machine: Machine
    state: str
    opened_on: Day
    applicant_ids: tuple[Id, ...]
    decided_on: Day | None
    reason: str | None
    case_number: str | None
    court_id: Id | None = Field(description="The court before which it runs, where that is not the referring court.")
    served_party_ids: tuple[Id, ...] = Field(description="Parties who signed for a mediation statement.")
    fee_amount: Yuan | None = Field(description="Court fee asked for.")
    pay_by: Day | None = Field(description="Last day for paying it, or for performing a settlement in enforcement.")
    draft_number: int | None = Field(description="Which text of the agreement it is about.")
    reply_by: Day | None = Field(description="Last day for the correction that the court asked for, inclusive.")
    debtor_id: Id | None = Field(description="Who is to pay, where a creditor applies.")
    amount: Yuan | None = Field(description="What the creditor asks for.")
    requested_on: Day | None = Field(description="Day on which the certificate of enforcement was asked for.")
    basis_id: Id | None = Field(description="The procedure whose instrument is enforced.")
    court_ground: str | None = Field(description="Why that court enforces it, of list `enforcement_court_ground`.")
    version: int
    allowed_actions: tuple[Action, ...] = Field(description="What you may POST to its transitions now.")
    blocked_actions: tuple[BlockedAction, ...]
    links: Links


class ProcedureList(View):
    """All procedures, oldest first."""

    items: tuple[ProcedureView, ...]
