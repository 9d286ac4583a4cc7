"""What the actions before acceptance, and those that end an organisation's turn, write down."""

from collections.abc import Callable
from typing import Any

from app.domain import commands as c
from app.domain.lifecycle.effects.form import Facts, Result, cleared, end_turn, let_go, noted
from app.domain.lifecycle.states import Closure, Kind
from app.domain.lifecycle.step import Step
from app.domain.parts import Custody
from app.domain.referral import Assignment, Consent, Contact, Referral
from app.domain.values import replace


def _submitted(referral: Referral, _command: c.Submit, _step: Step) -> Result:
    facts: Facts = {} if referral.holder_id is None else {"organisation_id": str(referral.holder_id)}
    return referral, facts


def _offered(referral: Referral, command: c.Delegate | c.Reassign, step: Step) -> Result:
    organisation = command.organisation
    ended = end_turn(referral, step, "replaced")
    custody = Custody() if command.channel is not None and command.channel.mode == "hq_to_hq" else None
    turn = Assignment(id=step.mint(), organisation_id=organisation.id, offered_on=step.on, custody=custody)
    offered = replace(
        ended,
        holder_id=organisation.id,
        holder_ancestor_ids=organisation.ancestor_ids,
        body=organisation.body,
        channel_id=None if command.channel is None else command.channel.id,
        assignments=(*ended.assignments, turn),
    )
    return offered, {"organisation_id": str(organisation.id)}


def _invited(referral: Referral, command: c.Invite, step: Step) -> Result:
    """Whoever is invited holds the referral from that day on: nobody waits for a word of acceptance."""
    organisation = command.organisation
    turn = Assignment(id=step.mint(), organisation_id=organisation.id, offered_on=step.on, accepted_on=step.on)
    helped = replace(
        referral,
        holder_id=organisation.id,
        holder_ancestor_ids=organisation.ancestor_ids,
        body=organisation.body,
        assignments=(*referral.assignments, turn),
    )
    return helped, {"organisation_id": str(organisation.id)}


def _chosen(referral: Referral, command: c.RecordChoice, _step: Step) -> Result:
    organisation_id = command.organisation.id
    facts: Facts = {"organisation_id": str(organisation_id), "chosen_by": [str(x) for x in command.chosen_by]}
    return replace(referral, chosen_organisation_id=organisation_id), facts


def _accepted(referral: Referral, _command: c.Accept, step: Step) -> Result:
    turns = tuple(
        replace(a, accepted_on=step.on, late=step.late) if a.ended_on is None else a for a in referral.assignments
    )
    return replace(referral, assignments=turns), {"late": step.late}


def _declined(referral: Referral, command: c.Decline, step: Step) -> Result:
    ended = end_turn(referral, step, "declined", command.reason, command.explanation)
    if referral.kind is Kind.DIRECT:
        facts: Facts = {"reason": command.reason, "closure": Closure.RETURNED.value}
        return replace(ended, closure=Closure.RETURNED), facts
    return let_go(ended), {"reason": command.reason}


def _handed_back(referral: Referral, command: c.HandBack, step: Step) -> Result:
    ended = cleared(end_turn(referral, step, "handed_back", command.reason, command.explanation), step.on)
    if referral.kind is Kind.DIRECT:
        facts: Facts = {"reason": command.reason, "closure": Closure.RETURNED.value}
        return replace(ended, closure=Closure.RETURNED), facts
    return let_go(ended), {"reason": command.reason}


def _cancel_requested(referral: Referral, command: c.RequestCancel, step: Step) -> Result:
    asked, facts = noted(replace(referral, cancel_requested_on=step.told_on), step, command.explanation)
    return asked, {"reason": command.reason, **facts}


def _taken_back(referral: Referral, _command: c.TakeBack | c.ConfirmCancel, step: Step) -> Result:
    return let_go(cleared(end_turn(referral, step, "taken_back"), step.on)), {}


def _cancel_refused(referral: Referral, command: c.RefuseCancel, step: Step) -> Result:
    return noted(replace(referral, cancel_requested_on=None), step, command.explanation)


def _closed_by_referrer(referral: Referral, _command: c.Close, _step: Step) -> Result:
    closed = replace(referral, closure=Closure.TAKEN_BACK, cancel_requested_on=None)
    return closed, {"closure": Closure.TAKEN_BACK.value}


def _returned(referral: Referral, command: c.Return, _step: Step) -> Result:
    facts: Facts = {"reason": command.reason, "closure": Closure.RETURNED.value}
    return replace(referral, closure=Closure.RETURNED, advice=command.advice), facts


def _asked(referral: Referral, command: c.RecordOpinion | c.ContactParty, step: Step) -> Result:
    purpose = "consultation" if isinstance(command, c.RecordOpinion) else "contact"
    contact = Contact(
        id=step.mint(),
        party_id=command.party_id,
        purpose=purpose,
        contacted_on=step.on,
        means=command.means,
        result=command.result,
        statement=command.statement,
    )
    words = referral.consents
    if command.result in {"consents", "refuses"}:
        said = Consent(step.mint(), command.party_id, "mediate", command.result == "consents", step.on)
        words = (*words, said)
    asked = replace(referral, contacts=(*referral.contacts, contact), consents=words)
    facts: Facts = {
        "party_id": str(command.party_id),
        "purpose": purpose,
        "means": command.means,
        "result": command.result,
    }
    return asked, facts


EFFECTS: dict[type[c.Command], Callable[[Referral, Any, Step], Result]] = {
    c.Submit: _submitted,
    c.Delegate: _offered,
    c.Reassign: _offered,
    c.Invite: _invited,
    c.RecordChoice: _chosen,
    c.Accept: _accepted,
    c.Decline: _declined,
    c.HandBack: _handed_back,
    c.TakeBack: _taken_back,
    c.RequestCancel: _cancel_requested,
    c.ConfirmCancel: _taken_back,
    c.RefuseCancel: _cancel_refused,
    c.Close: _closed_by_referrer,
    c.Return: _returned,
    c.RecordOpinion: _asked,
    c.ContactParty: _asked,
}
