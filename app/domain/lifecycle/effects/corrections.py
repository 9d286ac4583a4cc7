"""What is written down where an entry was made in error: a mark on it, and the words as a message."""

from collections.abc import Callable, Iterable
from typing import Any

from app.domain import commands as c
from app.domain.lifecycle.effects.form import Result, noted
from app.domain.lifecycle.step import Step
from app.domain.referral import Referral
from app.domain.values import replace


def _corrected(referral: Referral, command: c.CorrectRecord, step: Step) -> Result:
    def marked(entries: Iterable[Any]) -> tuple[Any, ...]:
        return tuple(
            replace(entry, entered_in_error_on=step.on) if entry.id == command.record_id else entry for entry in entries
        )

    dossier = referral.dossier
    if command.kind == "contact":
        after = replace(referral, contacts=marked(referral.contacts))
    elif command.kind == "session":
        after = replace(referral, sessions=marked(referral.sessions))
    else:
        lists = {"claim": "claims", "material": "materials", "notice": "notices"}
        name = lists[command.kind]
        after = replace(referral, dossier=replace(dossier, **{name: marked(getattr(dossier, name))}))
    told, facts = noted(after, step, command.explanation)
    said = {"record_kind": command.kind, "record_id": str(command.record_id), "reason": command.reason}
    return told, {**said, **facts}


EFFECTS: dict[type[c.Command], Callable[[Referral, Any, Step], Result]] = {c.CorrectRecord: _corrected}
