"""What the actions of the dossier write down. Pure; keyed by command. Words and names go into no event."""

from collections.abc import Callable
from dataclasses import fields
from functools import partial
from typing import Any

from app.domain import commands as c
from app.domain.dossier import (
    CaseNumber,
    Claim,
    Dossier,
    Material,
    Message,
    Notice,
    Particulars,
    ParticularsChange,
    Representative,
    ServiceAddress,
    Urging,
)
from app.domain.lifecycle.document_effects import DOCUMENT_EFFECTS
from app.domain.lifecycle.step import Step
from app.domain.referral import Consent, Referral
from app.domain.values import replace

Facts = dict[str, object]
Result = tuple[Referral, Facts]


def _with(referral: Referral, **changed: tuple[Any, ...]) -> Referral:
    dossier: Dossier = replace(referral.dossier, **changed)
    return replace(referral, dossier=dossier)


def _case_number(referral: Referral, command: c.AddCaseNumber, step: Step) -> Result:
    number = CaseNumber(step.mint(), command.kind, command.original, command.normalised)
    numbers = (*referral.dossier.case_numbers, number)
    return _with(referral, case_numbers=numbers), {"case_number_id": str(number.id), "number_kind": command.kind}


def _representative(referral: Referral, command: c.AddRepresentative, step: Step) -> Result:
    new = Representative(
        id=step.mint(),
        party_id=command.party_id,
        kind=command.kind,
        authority=command.authority,
        from_on=step.on,
        details=command.details,
    )
    facts: Facts = {
        "representative_id": str(new.id),
        "party_id": str(new.party_id),
        "representative_kind": new.kind,
        "authority": new.authority,
    }
    return _with(referral, representatives=(*referral.dossier.representatives, new)), facts


def _no_representative(referral: Referral, command: c.EndRepresentative, step: Step) -> Result:
    ended = tuple(
        replace(x, until_on=step.on) if x.id == command.representative_id else x
        for x in referral.dossier.representatives
    )
    return _with(referral, representatives=ended), {"representative_id": str(command.representative_id)}


def _claim(referral: Referral, command: c.AddClaim, step: Step) -> Result:
    new = Claim(
        id=step.mint(),
        party_id=command.party_id,
        kind=command.kind,
        amount=command.amount,
        outcome="open",
        made_on=step.on,
        text=command.text,
    )
    facts: Facts = {"claim_id": str(new.id), "party_id": str(new.party_id), "claim_kind": new.kind}
    return _with(referral, claims=(*referral.dossier.claims, new)), facts


def _settled_claim(referral: Referral, command: c.SettleClaim, step: Step) -> Result:
    claims = tuple(
        replace(x, outcome=command.outcome, settled_on=step.on, settled_amount=command.amount)
        if x.id == command.claim_id
        else x
        for x in referral.dossier.claims
    )
    return _with(referral, claims=claims), {"claim_id": str(command.claim_id), "claim_outcome": command.outcome}


def _consent(referral: Referral, command: c.RecordConsent, step: Step) -> Result:
    word = Consent(step.mint(), command.party_id, command.kind, command.given, step.on)
    facts: Facts = {"party_id": str(word.party_id), "consent_kind": word.kind, "given": word.given}
    return replace(referral, consents=(*referral.consents, word)), facts


def _service_address(referral: Referral, command: c.RecordServiceAddress, step: Step) -> Result:
    new = ServiceAddress(step.mint(), command.party_id, command.kind, step.on, command.address)
    facts: Facts = {"service_address_id": str(new.id), "party_id": str(new.party_id), "address_kind": new.kind}
    return _with(referral, service_addresses=(*referral.dossier.service_addresses, new)), facts


def _requested(referral: Referral, command: c.RequestMaterials, step: Step) -> Result:
    new = Material(
        id=step.mint(),
        kind=command.kind,
        source=command.source,
        state="requested",
        party_id=command.party_id,
        requested_on=step.on,
        due_on=command.due_on,
        title=command.title,
    )
    facts = _of_material(new)
    if new.due_on is not None:
        facts["due_on"] = new.due_on.isoformat()
    return _with(referral, materials=(*referral.dossier.materials, new)), facts


def _supplied(referral: Referral, command: c.SupplyMaterials, step: Step) -> Result:
    there = partial(
        replace,
        state="supplied",
        supplied_on=step.on,
        sha256=command.sha256,
        media_type=command.media_type,
        title=command.title,
    )
    asked = next((x for x in referral.dossier.materials if x.id == command.material_id), None)
    if asked is None:
        if command.kind is None or command.source is None:  # pragma: no cover - the guard has refused already
            return referral, {}
        blank = Material(step.mint(), command.kind, command.source, "supplied", party_id=command.party_id)
        new: Material = there(blank)
        return _with(referral, materials=(*referral.dossier.materials, new)), _of_material(new)
    new = there(asked)
    materials = tuple(new if x.id == asked.id else x for x in referral.dossier.materials)
    return _with(referral, materials=materials), _of_material(new)


def _of_material(material: Material) -> Facts:
    return {"material_id": str(material.id), "material_kind": material.kind, "source": material.source}


def _acknowledged(referral: Referral, command: c.AcknowledgeMaterials, step: Step) -> Result:
    materials = tuple(
        replace(x, state="received", received_on=step.on) if x.id in command.material_ids else x
        for x in referral.dossier.materials
    )
    return _with(referral, materials=materials), {"material_ids": [str(x) for x in command.material_ids]}


def _notice(referral: Referral, command: c.SendNotice, step: Step) -> Result:
    new = Notice(
        id=step.mint(),
        party_id=command.party_id,
        kind=command.kind,
        means=command.means,
        sent_on=step.on,
        result="sent",
        session_id=command.session_id,
    )
    facts: Facts = {
        "notice_id": str(new.id),
        "party_id": str(new.party_id),
        "notice_kind": new.kind,
        "means": new.means,
    }
    return _with(referral, notices=(*referral.dossier.notices, new)), facts


def _notice_result(referral: Referral, command: c.RecordNoticeResult, step: Step) -> Result:
    notices = tuple(
        replace(x, result=command.result, result_on=step.on) if x.id == command.notice_id else x
        for x in referral.dossier.notices
    )
    return _with(referral, notices=notices), {"notice_id": str(command.notice_id), "notice_result": command.result}


def _message(referral: Referral, command: c.SendMessage, step: Step) -> Result:
    new = Message(step.mint(), step.actor, command.topic, step.on, command.reply_to, command.text)
    facts: Facts = {"message_id": str(new.id), "topic": new.topic, "sender": new.sender}
    return _with(referral, messages=(*referral.dossier.messages, new)), facts


def _urged(referral: Referral, command: c.Urge, step: Step) -> Result:
    new = Urging(
        id=step.mint(),
        sender=step.actor,
        topic=command.topic,
        urged_on=step.on,
        reply_by=command.reply_by or step.reply_by,
        text=command.text,
    )
    facts: Facts = {"urging_id": str(new.id), "topic": new.topic, "reply_by": new.reply_by.isoformat()}
    return _with(referral, urgings=(*referral.dossier.urgings, new)), facts


def _answered(referral: Referral, command: c.AnswerUrge, step: Step) -> Result:
    urgings = tuple(
        replace(x, answered_on=step.on, answer=command.text) if x.id == command.urge_id else x
        for x in referral.dossier.urgings
    )
    return _with(referral, urgings=urgings), {"urging_id": str(command.urge_id)}


def _amended(referral: Referral, command: c.Amend, _step: Step) -> Result:
    given = {x.name: getattr(command.particulars, x.name) for x in fields(ParticularsChange)}
    said = {name: value for name, value in given.items() if value is not None}
    particulars: Particulars = replace(referral.particulars, **said)
    return replace(referral, particulars=particulars), {"fields": sorted(said)}


def _status(referral: Referral, command: c.SetBusinessStatus, _step: Step) -> Result:
    particulars = replace(referral.particulars, business_status=command.status, business_reason=command.reason)
    facts: Facts = {"business_status": command.status}
    if command.reason is not None:
        facts["reason"] = command.reason
    return replace(referral, particulars=particulars), facts


def _joined(referral: Referral, command: c.JoinSeries, _step: Step) -> Result:
    return replace(referral, series_id=command.series_id), {"series_id": str(command.series_id)}


def _left(referral: Referral, _command: c.LeaveSeries, _step: Step) -> Result:
    return replace(referral, series_id=None), {"series_id": str(referral.series_id)}


EFFECTS: dict[type[c.Command], Callable[[Referral, Any, Step], Result]] = {
    c.AddCaseNumber: _case_number,
    c.AddRepresentative: _representative,
    c.EndRepresentative: _no_representative,
    c.AddClaim: _claim,
    c.SettleClaim: _settled_claim,
    c.RecordConsent: _consent,
    c.RecordServiceAddress: _service_address,
    c.RequestMaterials: _requested,
    c.SupplyMaterials: _supplied,
    c.AcknowledgeMaterials: _acknowledged,
    c.SendNotice: _notice,
    c.RecordNoticeResult: _notice_result,
    c.SendMessage: _message,
    c.Urge: _urged,
    c.AnswerUrge: _answered,
    c.Amend: _amended,
    c.SetBusinessStatus: _status,
    c.JoinSeries: _joined,
    c.LeaveSeries: _left,
    **DOCUMENT_EFFECTS,
}
"""Effect by command; what only time does writes nothing beside its clock."""
