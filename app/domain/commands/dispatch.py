"""Commands of a head office and its tree: dispatch down, refer back up, the court's word, who above may read."""

from dataclasses import dataclass
from typing import ClassVar

from app.domain.access import OrganisationId
from app.domain.commands.base import Command
from app.domain.court_tree import Listing
from app.domain.lifecycle.states import Action
from app.domain.registry_facts import OrganisationFacts


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispatch(Command):
    """Whoever holds it passes it on to an organisation right below 转派; nobody has accepted it yet.

    Attributes:
        listing: On whose roster the organisation stands on the day.
        mediator_consents: Whether it agreed to be taken from a higher court's roster.
        ground: On what ground the parties' data go with it, a code of list `sharing_ground`.
        classes: Which data go with it, codes of list `data_class`.
    """

    action: ClassVar = Action.DISPATCH
    organisation: OrganisationFacts
    listing: Listing
    ground: str
    classes: tuple[str, ...]
    mediator_consents: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferBack(Command):
    """A level below gives it back to the level above; `explanation` is kept encrypted, in no event."""

    action: ClassVar = Action.REFER_BACK
    reason: str
    explanation: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Recall(Command):
    """The level right above takes back what it dispatched and nobody has accepted yet 撤回转派.

    Attributes:
        reason: A code of list `recall_reason`, which the level below reads in the event.
        explanation: Why; kept encrypted, in no event.
        by_id: Who recalls it, told by the use case: it sees the referral and does not hold it.
    """

    action: ClassVar = Action.RECALL
    explanation: str
    reason: str = "other"
    by_id: OrganisationId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AllowOrganisation(Command):
    """The court allows a dispatch to an organisation that stands on no roster of its own or of a court above."""

    action: ClassVar = Action.ALLOW_ORGANISATION
    organisation: OrganisationFacts


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareData(Command):
    """Somebody above the holder may read data of the parties; `explanation` names the law where none consents."""

    action: ClassVar = Action.SHARE_DATA
    to_id: OrganisationId
    ground: str
    classes: tuple[str, ...]
    explanation: str | None = None
