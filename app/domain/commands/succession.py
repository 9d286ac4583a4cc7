"""The command of a succession: others take the place of a party."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from app.domain.commands.base import Command
from app.domain.lifecycle.states import Action
from app.domain.referral import PartyDetails, PartyId


@dataclass(frozen=True, slots=True)
class NewHeir:
    """An heir or successor; `kind` of list `party_kind`."""

    kind: str
    details: PartyDetails


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordSuccession(Command):
    """Heirs or successors stand in a party's place. `ground` of list `succession_ground`.

    `succeeded_on`: from when on; None for the legal date of the record.
    """

    action: ClassVar[Action] = Action.RECORD_SUCCESSION
    party_id: PartyId
    ground: str
    heirs: tuple[NewHeir, ...]
    succeeded_on: date | None = None
