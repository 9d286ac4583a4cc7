"""The custody chain of a referral as it can be read."""

from pydantic import Field

from app.domain.custody import Act
from app.routers.schemas.common import Day, Id, View


class CustodyLink(View):
    """One organisation's turn."""

    organisation_id: Id
    act: Act = Field(
        description="`offered` by whoever referred, `dispatched` from above, `referred_back` from below, or `recalled`."
    )
    passed_by: Id | None = Field(
        description="The organisation whose act it was; null: whoever referred, or the parties."
    )
    level: int = Field(description="0: the organisation that was named; 1: below it; and so on down.")
    held_from: Day
    held_until: Day | None
    accepted_on: Day | None
    ending: str | None
    reason: str | None


class AcceptanceWindow(View):
    """The window for acceptance, the same for all levels."""

    due_on: Day
    working_days_left: int = Field(description="Today is not counted; 0 on the last day and afterwards.")


class CustodyView(View):
    """Who had the referral, from when to when, by whose act; who was named and who mediates or mediated."""

    over_head_office: bool = Field(description="Whether it came over a channel between head offices 总对总.")
    named_organisation_id: Id | None = Field(description="The organisation on the court's letter.")
    mediating_organisation_id: Id | None = Field(
        description="The one that accepted, if any: its seal, its subsidy, its place for the court that is competent."
    )
    holder_id: Id | None
    acceptance: AcceptanceWindow | None = Field(description="Null where nobody has to accept.")
    links: tuple[CustodyLink, ...] = Field(description="Oldest first.")
