"""What is written down where an entry was made in error: a mark on it, and the words as a message."""

from collections.abc import Callable, Iterable
from typing import Any

from app.domain import commands as c
from app.domain.corrected import corrected
from app.domain.guards.conflicts import WAIVED
from app.domain.instalments import left, state_of, term_of
from app.domain.lifecycle.effects.form import Facts, Result, noted
from app.domain.lifecycle.step import Step
from app.domain.referral import Agreement, MediatorAssignment, Referral
from app.domain.values import replace

_LISTS = {"claim": "claims", "material": "materials", "notice": "notices", "conflict": "conflicts"}
"""Lists of the dossier by kind of record."""


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
        name = _LISTS[command.kind]
        after = replace(referral, dossier=replace(dossier, **{name: marked(getattr(dossier, name))}))
    undisputed = _undisputed(after) if command.kind == "conflict" else after
    told, facts = noted(undisputed, step, command.explanation)
    said = {"record_kind": command.kind, "record_id": str(command.record_id), "reason": command.reason}
    return told, {**said, **facts}


def _undisputed(referral: Referral) -> Referral:
    """Turns of mediators with what is still said of them; a turn that ended stays ended."""
    said = {(x.mediator_id, x.decision) for x in referral.dossier.valid_conflicts}

    def standing(turn: MediatorAssignment) -> MediatorAssignment:
        if turn.conflict is None or (turn.mediator_id, turn.conflict) in said:
            return turn
        return replace(turn, conflict=WAIVED if (turn.mediator_id, WAIVED) in said else None)

    return replace(referral, mediators=tuple(standing(turn) for turn in referral.mediators))


def _uncounted(referral: Referral, command: c.CorrectPerformance, step: Step) -> Result:
    """The record counts no more; what is owed, and what was breached, is so again."""
    if referral.agreement is None:  # pragma: no cover - the guard has found the record
        return referral, {}
    agreement = corrected(referral.agreement, command.performance_id, step.on)
    told, facts = noted(replace(referral, agreement=agreement), step, command.explanation)
    return told, {"reason": command.reason, **_of_record(agreement, command), **facts}


def _of_record(agreement: Agreement, command: c.CorrectPerformance) -> Facts:
    made = next((x for x in agreement.performances if x.id == command.performance_id), None)
    term = None if made is None else term_of(agreement, made.term_id)
    if made is None or term is None:
        return {}
    owed = left(agreement, term)
    facts: Facts = {
        "performance_id": str(made.id),
        "term_id": str(term.id),
        "instalment_state": state_of(agreement, term).value,
    }
    return facts if owed is None else {**facts, "amount": str(made.amount), "left": str(owed)}


EFFECTS: dict[type[c.Command], Callable[[Referral, Any, Step], Result]] = {
    c.CorrectRecord: _corrected,
    c.CorrectPerformance: _uncounted,
}
