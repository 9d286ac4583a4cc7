"""Conditions of marking an entry as entered in error: only entries that decided nothing are marked."""

from typing import Any

from app.domain import commands as c
from app.domain.lifecycle.states import Kind
from app.domain.lifecycle.table import Guard, Situation
from app.domain.referral import Contact, MediationSession

_WORDS = frozenset({"consents", "refuses"})
"""Results of a contact that are a party's word; another word of the party puts it right."""


def _entry(s: Situation) -> Any:
    if not isinstance(s.command, c.CorrectRecord):
        return None
    kept: dict[str, tuple[Any, ...]] = {
        "contact": s.referral.contacts,
        "session": s.referral.sessions,
        "claim": s.referral.dossier.claims,
        "material": s.referral.dossier.materials,
        "notice": s.referral.dossier.notices,
    }
    record_id = s.command.record_id
    return next((entry for entry in kept[s.command.kind] if entry.id == record_id), None)


def _known(s: Situation) -> bool:
    entry = _entry(s)
    return entry is not None and entry.entered_in_error_on is None


def _decides_nothing(s: Situation) -> bool:
    entry = _entry(s)
    if isinstance(entry, Contact):
        return entry.result not in _WORDS
    if isinstance(entry, MediationSession):
        return entry.state != "scheduled"
    return entry is not None


def _of_own_turn(s: Situation) -> bool:
    """What the organisation itself can have entered: contacts and sessions of its own turn, and what is in the file."""
    entry, turn = _entry(s), s.referral.current_assignment
    if isinstance(entry, Contact):
        asked_by_it = entry.purpose == "contact" or s.referral.kind is Kind.DIRECT
        return asked_by_it and turn is not None and entry.contacted_on >= turn.offered_on
    if isinstance(entry, MediationSession):
        return turn is not None and entry.scheduled_on >= turn.offered_on
    return entry is not None


RECORD_KNOWN = Guard("part_unknown", _known, of_state=False, pointer="/record_id")
RECORD_DECIDES_NOTHING = Guard("record_decides", _decides_nothing, of_state=False, pointer="/record_id")
RECORD_OWN = Guard("record_of_others", _of_own_turn, of_state=False, pointer="/record_id")
