"""The action by which a court lets a mediation go on that was ended or closed."""

from typing import Literal

from pydantic import Field

from app.routers.schemas.common import LegalDate, Prose, ReopenReason
from app.routers.schemas.transitions.base import Act, PartyIds


class ReopenRequest(Act):
    """The court lets a mediation go on that was ended or closed, while nothing followed from it 恢复调解."""

    action: Literal["reopen"]
    reason: ReopenReason
    explanation: Prose
    until: LegalDate | None = Field(
        default=None, description="New last day, before it is moved off rest days; needed once the term is over."
    )
    agreed_by: PartyIds | None = Field(default=None, description="Who agreed to the new last day: all parties.")
