"""What a succession writes down: the party stays in the record, and its heirs stand beside it with its role."""

from collections.abc import Callable
from typing import Any

from app.domain import commands as c
from app.domain.lifecycle.effects.form import Facts, Result
from app.domain.lifecycle.step import Step
from app.domain.referral import Party, PartyId, Referral
from app.domain.values import replace


def _succeeded(referral: Referral, command: c.RecordSuccession, step: Step) -> Result:
    before = next(party for party in referral.parties if party.id == command.party_id)
    heirs = tuple(
        Party(
            id=PartyId(step.mint()),
            role=before.role,
            kind=heir.kind,
            represented_count=1,
            has_identity=heir.details.id_number is not None,
            details=heir.details,
            succeeds_id=before.id,
        )
        for heir in command.heirs
    )
    gone = replace(before, succeeded_on=command.succeeded_on or step.on, succession_ground=command.ground)
    parties = (*(gone if party.id == before.id else party for party in referral.parties), *heirs)
    facts: Facts = {
        "party_id": str(before.id),
        "ground": command.ground,
        "heir_ids": [str(heir.id) for heir in heirs],
    }
    return replace(referral, parties=parties), facts


EFFECTS: dict[type[c.Command], Callable[[Referral, Any, Step], Result]] = {c.RecordSuccession: _succeeded}
