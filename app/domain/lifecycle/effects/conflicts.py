"""What a check, a disclosure, a decision, another role, a new lead and a refused mediator write down."""

from collections.abc import Callable
from typing import Any

from app.domain import commands as c
from app.domain.dossier import Conflict
from app.domain.guards.conflicts import BARRED, OPEN, RECUSED, WAIVED
from app.domain.lifecycle.effects.form import Facts, Result, called_off, noted
from app.domain.lifecycle.states import EndReason, Outcome
from app.domain.lifecycle.step import Step
from app.domain.referral import Consent, MediatorAssignment, MediatorId, Referral
from app.domain.values import replace


def _with(referral: Referral, *conflicts: Conflict) -> Referral:
    return replace(referral, dossier=replace(referral.dossier, conflicts=conflicts))


def _checked(referral: Referral, command: c.CheckConflict, step: Step) -> Result:
    if command.mediator is None:  # pragma: no cover - the guard has refused already
        return referral, {}
    found = command.found
    new = Conflict(
        id=step.mint(),
        mediator_id=command.mediator.id,
        raised_by="check",
        raised_on=step.on,
        decision="found" if found.any else "clear",
        earlier_count=found.earlier,
        declared_count=found.declared,
        own_count=found.own,
        namesake_count=found.namesakes,
    )
    facts: Facts = {
        "conflict_id": str(new.id),
        "mediator_id": str(new.mediator_id),
        "decision": new.decision,
        "earlier_count": new.earlier_count,
        "declared_count": new.declared_count,
        "own_count": new.own_count,
        "namesake_count": new.namesake_count,
    }
    return _with(referral, *referral.dossier.conflicts, new), facts


def _disclosed(referral: Referral, command: c.DiscloseConflict, step: Step) -> Result:
    if command.mediator is None:  # pragma: no cover - the guard has refused already
        return referral, {}
    new = Conflict(
        id=step.mint(),
        mediator_id=command.mediator.id,
        raised_by=command.raised_by,
        raised_on=step.on,
        decision=OPEN,
        relation=command.relation,
        party_id=command.party_id,
    )
    told, facts = noted(_with(referral, *referral.dossier.conflicts, new), step, command.explanation)
    if command.party_id is not None:
        facts["party_id"] = str(command.party_id)
    disputed = _office(told, command.mediator.id, lambda turn: replace(turn, conflict=OPEN))
    return disputed, {**_told(new), "relation": new.relation, **facts}


def _other_role(referral: Referral, command: c.RecordOtherRole, step: Step) -> Result:
    if command.mediator is None:  # pragma: no cover - the guard has refused already
        return referral, {}
    new = Conflict(
        id=step.mint(),
        mediator_id=command.mediator.id,
        raised_by="role",
        raised_on=step.on,
        decision=BARRED,
        role=command.role,
    )
    return _with(referral, *referral.dossier.conflicts, new), {**_told(new), "role": new.role}


def _told(conflict: Conflict) -> Facts:
    return {
        "conflict_id": str(conflict.id),
        "mediator_id": str(conflict.mediator_id),
        "raised_by": conflict.raised_by,
        "decision": conflict.decision,
    }


def _decided(referral: Referral, command: c.DecideConflict, step: Step) -> Result:
    waived_by = command.waived_by if command.decision == WAIVED else ()
    of = next(x for x in referral.dossier.conflicts if x.id == command.conflict_id)
    decided = replace(of, decision=command.decision, decided_on=step.on, waived_by=waived_by)
    conflicts = (decided if x.id == of.id else x for x in referral.dossier.conflicts)
    reason = "recusal" if of.raised_by == "party" else "conflict_disclosed"

    def settled(turn: MediatorAssignment) -> MediatorAssignment:
        if command.decision == RECUSED:
            return replace(turn, conflict=None, ended_on=step.on, reason=reason)
        return replace(turn, conflict=WAIVED if command.decision == WAIVED else None)

    after = _led(_office(_with(referral, *conflicts), MediatorId(of.mediator_id), settled))
    return after, {
        "conflict_id": str(of.id),
        "mediator_id": str(of.mediator_id),
        "decision": command.decision,
        "waived_by": [str(party_id) for party_id in waived_by],
    }


def _office(
    referral: Referral, mediator_id: MediatorId, change: Callable[[MediatorAssignment], MediatorAssignment]
) -> Referral:
    """The mediator's turn that is not over, changed; nothing where it is not in office."""
    turns = tuple(
        change(turn) if turn.mediator_id == mediator_id and turn.ended_on is None else turn
        for turn in referral.mediators
    )
    return replace(referral, mediators=turns)


def _led(referral: Referral) -> Referral:
    """Where the lead has left, whoever has been there longest presides until another is named."""
    office = [turn for turn in referral.mediators if turn.ended_on is None]
    if not office or any(turn.lead for turn in office):
        return referral
    return _office(referral, office[0].mediator_id, lambda turn: replace(turn, lead=True))


def _lead_named(referral: Referral, command: c.NameLead, _step: Step) -> Result:
    turns = tuple(
        replace(turn, lead=turn.mediator_id == command.mediator_id) if turn.ended_on is None else turn
        for turn in referral.mediators
    )
    facts: Facts = {
        "mediator_id": str(command.mediator_id),
        "named_by": [str(party_id) for party_id in command.named_by],
    }
    return replace(referral, mediators=turns), facts


def _refused(referral: Referral, command: c.RefuseMediator, step: Step) -> Result:
    word = Consent(step.mint(), command.party_id, "mediate", given=False, given_on=step.on)
    ended = replace(
        called_off(referral),
        outcome=Outcome.NOT_AGREED,
        end_reason=EndReason.PARTY_UNWILLING,
        consents=(*referral.consents, word),
    )
    return ended, {
        "party_id": str(command.party_id),
        "reason": EndReason.PARTY_UNWILLING.value,
        "outcome": Outcome.NOT_AGREED.value,
    }


EFFECTS: dict[type[c.Command], Callable[[Referral, Any, Step], Result]] = {
    c.CheckConflict: _checked,
    c.DiscloseConflict: _disclosed,
    c.DecideConflict: _decided,
    c.RecordOtherRole: _other_role,
    c.NameLead: _lead_named,
    c.RefuseMediator: _refused,
}
