"""What a dispatch, a way back up, the court's word on a target and a grant to somebody above write down."""

from collections.abc import Callable
from typing import Any

from app.domain import commands as c
from app.domain.access import ActorRole
from app.domain.dossier import Sharing
from app.domain.lifecycle.effects.form import Facts, Result, end_turn, noted
from app.domain.lifecycle.step import Step
from app.domain.parts import Custody
from app.domain.referral import Assignment, Referral
from app.domain.values import replace

WITH_THE_REFERRAL = "court_duty"
"""Ground on which data go back up with a referral: the court's, on which they came down."""

BEFORE_ACCEPTANCE = ("party_identity", "claims", "materials")
"""What goes back up before anybody has accepted: nothing of a mediation."""


def _shared(referral: Referral, sharing: Sharing) -> Referral:
    sharings = (*referral.dossier.sharings, sharing)
    return replace(referral, dossier=replace(referral.dossier, sharings=sharings))


def _dispatched(referral: Referral, command: c.Dispatch, step: Step) -> Result:
    turn, organisation = referral.current_assignment, command.organisation
    if turn is None or turn.custody is None or referral.holder_id is None:  # pragma: no cover - the guards refused
        return referral, {}
    sharing = Sharing(
        id=step.mint(),
        act="dispatch",
        from_id=referral.holder_id,
        to_id=organisation.id,
        ground=command.ground,
        classes=command.classes,
        shared_on=step.on,
    )
    below = Custody(level=turn.custody.level + 1, passed_by=referral.holder_id, body_above=referral.body)
    ended = end_turn(referral, step, "dispatched")
    moved = replace(
        ended,
        holder_id=organisation.id,
        holder_ancestor_ids=organisation.ancestor_ids,
        body=organisation.body,
        assignments=(*ended.assignments, _turn(step, organisation.id, below)),
    )
    facts: Facts = {
        "organisation_id": str(organisation.id),
        "from_id": str(referral.holder_id),
        "level": below.level,
        "listing": command.listing.value,
        "ground": command.ground,
        "sharing_id": str(sharing.id),
    }
    return _shared(moved, sharing), facts


def _turn(step: Step, organisation_id: Any, custody: Custody) -> Assignment:
    return Assignment(id=step.mint(), organisation_id=organisation_id, offered_on=step.on, custody=custody)


def _referred_back(referral: Referral, command: c.ReferBack, step: Step) -> Result:
    moved, facts = _up(referral, step, act="refer_back", ending="referred_back", reason=command.reason, why=command)
    return moved, {**facts, "reason": command.reason}


def _recalled(referral: Referral, command: c.Recall, step: Step) -> Result:
    moved, facts = _up(referral, step, act="recall", ending="recalled", reason=command.reason, why=command)
    return moved, {**facts, "reason": command.reason}


def _up(referral: Referral, step: Step, *, act: str, ending: str, reason: str, why: c.ReferBack | c.Recall) -> Result:
    """The level above has it again, as it had it: with those above itself, and its own body of rules."""
    turn = referral.current_assignment
    if turn is None or turn.custody is None or referral.holder_id is None:  # pragma: no cover - the guard refused
        return referral, {}
    above, *further = referral.holder_ancestor_ids
    level = turn.custody.level - 1
    earlier = next(x.custody for x in reversed(referral.assignments) if x.custody and x.custody.level == level)
    sharing = Sharing(
        id=step.mint(),
        act=act,
        from_id=referral.holder_id,
        to_id=above,
        ground=WITH_THE_REFERRAL,
        classes=BEFORE_ACCEPTANCE,
        shared_on=step.on,
    )
    ended = end_turn(referral, step, ending, reason, why.explanation)
    custody = replace(earlier, passed_by=referral.holder_id, allowed_ids=())
    moved = replace(
        ended,
        holder_id=above,
        holder_ancestor_ids=tuple(further),
        body=turn.custody.body_above,
        assignments=(*ended.assignments, _turn(step, above, custody)),
    )
    facts: Facts = {
        "organisation_id": str(above),
        "from_id": str(referral.holder_id),
        "level": level,
        "sharing_id": str(sharing.id),
    }
    return _shared(moved, sharing), facts


def _allowed(referral: Referral, command: c.AllowOrganisation, _step: Step) -> Result:
    named = command.organisation.id

    def noted_at(turn: Assignment) -> Assignment:
        if turn.ended_on is not None or turn.custody is None:
            return turn
        allowed = tuple(dict.fromkeys((*turn.custody.allowed_ids, named)))
        return replace(turn, custody=replace(turn.custody, allowed_ids=allowed))

    turns = tuple(map(noted_at, referral.assignments))
    return replace(referral, assignments=turns), {"organisation_id": str(named)}


def _granted(referral: Referral, command: c.ShareData, step: Step) -> Result:
    """By the holder, or by the court that referred."""
    giver = referral.court_id if step.actor == ActorRole.COURT else referral.holder_id
    if giver is None:  # pragma: no cover - somebody holds it, and a court acts only on what it referred
        return referral, {}
    sharing = Sharing(
        id=step.mint(),
        act="grant",
        from_id=giver,
        to_id=command.to_id,
        ground=command.ground,
        classes=command.classes,
        shared_on=step.on,
    )
    told, facts = noted(_shared(referral, sharing), step, command.explanation)
    return told, {
        "sharing_id": str(sharing.id),
        "to_id": str(command.to_id),
        "ground": command.ground,
        "classes": list(command.classes),
        **facts,
    }


EFFECTS: dict[type[c.Command], Callable[[Referral, Any, Step], Result]] = {
    c.Dispatch: _dispatched,
    c.ReferBack: _referred_back,
    c.Recall: _recalled,
    c.AllowOrganisation: _allowed,
    c.ShareData: _granted,
}
