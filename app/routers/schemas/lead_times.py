"""Settings of a court that concern its clocks, as the contract has them."""

from typing import Annotated, Final

from pydantic import Field

from app.domain.lead_times import LEAD_DAYS_MAX, LEADS_MAX, LeadGroup, LeadTime
from app.domain.periods_form import Unit
from app.routers.schemas.common import Listed, Request, View

GROUPS_MAX: Final = len(LeadGroup)

TermOnReassignment = Annotated[str, Listed("term_on_reassignment")]
AcceptanceOnDispatch = Annotated[str, Listed("acceptance_on_dispatch")]
FullOrganisation = Annotated[str, Listed("full_organisation")]
StatementBeforeFiling = Annotated[str, Listed("statement_before_filing")]
LeadGroupCode = Annotated[str, Listed("lead_group")]
LeadUnit = Annotated[str, Listed("lead_unit")]
LeadDays = Annotated[int, Field(strict=True, ge=1, le=LEAD_DAYS_MAX)]
FeeNoticeDays = Annotated[int, Field(strict=True, ge=1, le=365)]
"""Days to pay the court fee."""

TERM_SAID: Final = (
    "Whether the term starts anew when another organisation takes over an accepted referral; with the same one it "
    "always goes on."
)
DISPATCH_SAID: Final = "Whether the window for acceptance runs on or starts anew when a head office dispatches down."
FULL_SAID: Final = "What an offer to an organisation meets that says it is full."
STATEMENT_SAID: Final = "Whether the court makes mediation statements without a registered case 诉前调书."
FEE_SAID: Final = "Days to pay the court fee where a notice names no day."
LEADS_SAID: Final = "When it wants to be warned before last days, by group; defaults for a group that is not named."


class LeadTimeRequest(Request):
    """So many days before the last day a clock of the group is called approaching; none: never."""

    group: LeadGroupCode
    unit: LeadUnit
    days: tuple[LeadDays, ...] = Field(max_length=LEADS_MAX)


class LeadTimeView(View):
    """So many days before the last day a clock of the group is called approaching."""

    group: LeadGroupCode
    unit: LeadUnit
    days: tuple[int, ...] = Field(description="The longest first; empty where nothing is said before the last day.")


LeadTimes = Annotated[tuple[LeadTimeRequest, ...], Field(max_length=GROUPS_MAX)]
"""Each group at most once."""


def leads_of(asked: tuple[LeadTimeRequest, ...]) -> tuple[LeadTime, ...]:
    """The lead times as the domain has them; whether they are sound is judged there."""
    return tuple(LeadTime(LeadGroup(lead.group), Unit(lead.unit), lead.days) for lead in asked)
