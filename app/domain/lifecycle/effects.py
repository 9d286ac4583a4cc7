"""What each action writes down beside moving the state. Pure; keyed by command, so that the pages stay pages.

An effect returns the next referral and the codes and dates that the event carries. Nothing personal goes into either.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

from app.domain import commands as c
from app.domain.guards import last_party_signature
from app.domain.lifecycle.states import AgreementState, Closure, EndReason, Machine, Outcome, Route
from app.domain.referral import (
    Agreement,
    Assignment,
    Consent,
    Contact,
    MediationSession,
    MediatorAssignment,
    Party,
    PartyId,
    Procedure,
    ProcedureId,
    Referral,
    SessionId,
    Signature,
    Term,
)

Facts = dict[str, object]
Result = tuple[Referral, Facts]

OUTCOME_OF: dict[EndReason, Outcome] = {
    EndReason.AGREEMENT_REACHED: Outcome.AGREED,
    EndReason.SETTLED_AND_WITHDREW: Outcome.SETTLED_AND_WITHDREW,
}


@dataclass(frozen=True, slots=True)
class Step:
    """When the step happened, the state the row leads to, and where new ids come from."""

    on: date
    after: str
    mint: Callable[[], UUID]
    late: bool = False


def effect_of(command: c.Command) -> Callable[[Referral, Any, Step], Result]:
    """The effect of a command; commands that only move state have the empty one."""
    return _EFFECTS.get(type(command), _nothing)


def _nothing(referral: Referral, _command: c.Command, _step: Step) -> Result:
    return referral, {}


def _offered(referral: Referral, command: c.Delegate | c.Reassign, step: Step) -> Result:
    organisation = command.organisation
    turn = Assignment(id=step.mint(), organisation_id=organisation.id, offered_on=step.on)
    ended = _end_turn(referral, step, "replaced")
    offered = replace(
        ended,
        holder_id=organisation.id,
        holder_ancestor_ids=organisation.ancestor_ids,
        body=organisation.body,
        channel_id=None if command.channel is None else command.channel.id,
        assignments=(*ended.assignments, turn),
    )
    return offered, {"organisation_id": str(organisation.id)}


def _end_turn(
    referral: Referral, step: Step, ending: str, reason: str | None = None, explanation: str | None = None
) -> Referral:
    turns = tuple(
        replace(a, ended_on=step.on, ending=ending, reason=reason, explanation=explanation) if a.ended_on is None else a
        for a in referral.assignments
    )
    return replace(referral, assignments=turns)


def _let_go(referral: Referral) -> Referral:
    return replace(referral, holder_id=None, holder_ancestor_ids=(), body=None, channel_id=None)


def _accepted(referral: Referral, _command: c.Accept, step: Step) -> Result:
    turns = tuple(
        replace(a, accepted_on=step.on, late=step.late) if a.ended_on is None else a for a in referral.assignments
    )
    return replace(referral, assignments=turns), {"late": step.late}


def _declined(referral: Referral, command: c.Decline, step: Step) -> Result:
    ended = _end_turn(referral, step, "declined", command.reason, command.explanation)
    return _let_go(ended), {"reason": command.reason}


def _taken_back(referral: Referral, _command: c.TakeBack, step: Step) -> Result:
    return _let_go(_end_turn(referral, step, "taken_back")), {}


def _closed_by_court(referral: Referral, _command: c.Close, _step: Step) -> Result:
    return replace(referral, closure=Closure.TAKEN_BACK), {"closure": Closure.TAKEN_BACK.value}


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


def _materials(referral: Referral, _command: c.ReceiveMaterials, step: Step) -> Result:
    return replace(referral, materials_received_on=step.on), {}


def _mediator(referral: Referral, command: c.AssignMediator, step: Step) -> Result:
    if command.mediator is None:  # pragma: no cover - the guard has refused already
        return referral, {}
    turn = MediatorAssignment(
        id=step.mint(), mediator_id=command.mediator.id, assigned_on=step.on, lead=not referral.mediators
    )
    facts: Facts = {"mediator_id": str(turn.mediator_id), "lead": turn.lead}
    return replace(referral, mediators=(*referral.mediators, turn)), facts


def _started(referral: Referral, command: c.Start, _step: Step) -> Result:
    def checked(party: Party) -> Party:
        details = command.identities.get(party.id)
        return party if details is None else replace(party, has_identity=True, details=details)

    return replace(referral, parties=tuple(checked(party) for party in referral.parties)), {}


def _scheduled(referral: Referral, command: c.ScheduleSession, step: Step) -> Result:
    session = MediationSession(
        id=SessionId(step.mint()),
        number=len(referral.sessions) + 1,
        mode=command.mode,
        state="scheduled",
        scheduled_on=command.scheduled_on,
    )
    facts: Facts = {
        "session_id": str(session.id),
        "number": session.number,
        "mode": session.mode,
        "scheduled_on": session.scheduled_on.isoformat(),
    }
    return replace(referral, sessions=(*referral.sessions, session)), facts


def _session_over(referral: Referral, command: c.HoldSession | c.MissSession, step: Step) -> Result:
    absent = command.absent_party_ids if isinstance(command, c.MissSession) else ()
    state = "missed" if isinstance(command, c.MissSession) else "held"

    def over(session: MediationSession) -> MediationSession:
        if session.id != command.session_id:
            return session
        held_on = step.on if state == "held" else None
        return replace(session, state=state, held_on=held_on, absent_party_ids=absent)

    facts: Facts = {"session_id": str(command.session_id), "absent_party_ids": [str(x) for x in absent]}
    return replace(referral, sessions=tuple(over(session) for session in referral.sessions)), facts


def _agreed_words(referral: Referral, kind: str, agreed_by: tuple[PartyId, ...], step: Step) -> tuple[Consent, ...]:
    known = [party_id for party_id in agreed_by if referral.party(party_id) is not None]
    return tuple(Consent(step.mint(), party_id, kind, True, step.on) for party_id in known)


def _appraisal(referral: Referral, command: c.BeginAppraisal, step: Step) -> Result:
    words = _agreed_words(referral, "appraisal", command.agreed_by, step)
    return replace(referral, consents=(*referral.consents, *words)), {}


def _extended(referral: Referral, command: c.ExtendTerm, step: Step) -> Result:
    words = _agreed_words(referral, "extension", command.agreed_by, step)
    return replace(referral, consents=(*referral.consents, *words)), {"until": command.until.isoformat()}


def _ended(referral: Referral, command: c.End, _step: Step) -> Result:
    outcome = OUTCOME_OF.get(command.reason, Outcome.NOT_AGREED)
    if command.partial:
        outcome = Outcome.PARTLY_AGREED
    facts: Facts = {"reason": command.reason.value, "outcome": outcome.value}
    return replace(referral, outcome=outcome, end_reason=command.reason), facts


def _ended_unreported(referral: Referral, _command: c.EndUnreported, _step: Step) -> Result:
    ended = replace(referral, outcome=Outcome.NOT_AGREED, end_reason=EndReason.TERM_EXPIRED)
    return ended, {"reason": EndReason.TERM_EXPIRED.value, "outcome": Outcome.NOT_AGREED.value}


def _reported(referral: Referral, command: c.ReportResult, _step: Step) -> Result:
    closure = closure_of(referral, command.route)
    outcome = None if referral.outcome is None else referral.outcome.value
    facts: Facts = {"closure": closure.value, "outcome": outcome}
    if command.route is not None:
        facts["route"] = command.route.value
    return replace(referral, closure=closure, route=command.route), facts


def closure_of(referral: Referral, route: Route | None) -> Closure:
    """How the mediation region closes, from the outcome, the performance and the onward route."""
    agreement = referral.agreement
    if referral.outcome is Outcome.SETTLED_AND_WITHDREW:
        return Closure.WITHDRAWN_AFTER_SETTLEMENT
    if referral.outcome is Outcome.PARTLY_AGREED:
        return Closure.PARTLY_AGREED
    if referral.outcome is Outcome.NOT_AGREED or agreement is None:
        return Closure.REGISTERED if route is Route.FILING else Closure.ADVISED_TO_SUE
    at_once = agreement.performed_on is not None and agreement.performed_on == agreement.effective_on
    return Closure.PERFORMED_AT_ONCE if at_once else Closure.AGREED


def _drafted(referral: Referral, command: c.DraftAgreement, step: Step) -> Result:
    terms = tuple(
        Term(id=step.mint(), payer_party_id=t.payer_party_id, amount=t.amount, due_on=t.due_on, text=t.text)
        for t in command.terms
    )
    agreement = Agreement(
        id=step.mint(),
        state=AgreementState.PENDING,
        partial=referral.outcome is Outcome.PARTLY_AGREED,
        drafted_on=step.on,
        terms=terms,
    )
    return replace(referral, agreement=agreement), {"partial": agreement.partial, "term_count": len(terms)}


def _signed(referral: Referral, command: c.Sign, step: Step) -> Result:
    signature = Signature(
        id=step.mint(), role=command.role, party_id=command.party_id, signed_on=step.on, means=command.means
    )
    signatures = (*referral.signatures, signature)
    facts: Facts = {"signer_role": command.role.value}
    if command.party_id is not None:
        facts["party_id"] = str(command.party_id)
    agreement = referral.agreement
    if step.after == AgreementState.EFFECTIVE and agreement is not None:
        window_from = last_party_signature(signatures, step.on)
        agreement = replace(agreement, effective_on=step.on, window_from=window_from)
        facts["effective_on"] = step.on.isoformat()
    return replace(referral, signatures=signatures, agreement=agreement), facts


def _refused(referral: Referral, command: c.RefuseToSign, _step: Step) -> Result:
    refused = replace(referral, outcome=Outcome.NOT_AGREED, end_reason=EndReason.REFUSED_TO_SIGN)
    return refused, {
        "party_id": str(command.party_id),
        "reason": EndReason.REFUSED_TO_SIGN.value,
        "outcome": Outcome.NOT_AGREED.value,
    }


def _performed(referral: Referral, _command: c.RecordPerformance, step: Step) -> Result:
    agreement = None if referral.agreement is None else replace(referral.agreement, performed_on=step.on)
    return replace(referral, agreement=agreement), {"performed_on": step.on.isoformat()}


def _opened(machine: Machine, referral: Referral, step: Step, applicants: tuple[PartyId, ...]) -> Result:
    procedure = Procedure(
        id=ProcedureId(step.mint()),
        machine=machine,
        state=step.after,
        opened_on=step.on,
        applicant_ids=applicants,
    )
    facts: Facts = {"procedure_kind": machine.value}
    return replace(referral, procedures=(*referral.procedures, procedure)), facts


def _applied(referral: Referral, command: c.ApplyForConfirmation, step: Step) -> Result:
    return _opened(Machine.JUDICIAL_CONFIRMATION, referral, step, command.applicant_ids)


def _handed_over(referral: Referral, _command: c.HandOver, step: Step) -> Result:
    return _opened(Machine.CASE_REGISTRATION, referral, step, ())


def _stepped(referral: Referral, command: c.ProcedureCommand, step: Step) -> Result:
    def moved(procedure: Procedure) -> Procedure:
        if procedure.id != command.procedure_id:
            return procedure
        return replace(
            procedure,
            decided_on=step.on,
            reason=command.reason or procedure.reason,
            case_number=command.case_number or procedure.case_number,
        )

    facts: Facts = {"procedure_kind": command.machine.value}
    if command.reason is not None:
        facts["reason"] = command.reason
    return replace(referral, procedures=tuple(moved(p) for p in referral.procedures)), facts


_EFFECTS: dict[type[c.Command], Callable[[Referral, Any, Step], Result]] = {
    c.Delegate: _offered,
    c.Reassign: _offered,
    c.Accept: _accepted,
    c.Decline: _declined,
    c.TakeBack: _taken_back,
    c.Close: _closed_by_court,
    c.Return: _returned,
    c.RecordOpinion: _asked,
    c.ContactParty: _asked,
    c.ReceiveMaterials: _materials,
    c.AssignMediator: _mediator,
    c.Start: _started,
    c.ScheduleSession: _scheduled,
    c.HoldSession: _session_over,
    c.MissSession: _session_over,
    c.BeginAppraisal: _appraisal,
    c.ExtendTerm: _extended,
    c.End: _ended,
    c.EndUnreported: _ended_unreported,
    c.ReportResult: _reported,
    c.DraftAgreement: _drafted,
    c.Sign: _signed,
    c.RefuseToSign: _refused,
    c.RecordPerformance: _performed,
    c.ApplyForConfirmation: _applied,
    c.HandOver: _handed_over,
    c.AcceptApplication: _stepped,
    c.RefuseApplication: _stepped,
    c.WithdrawApplication: _stepped,
    c.ConfirmAgreement: _stepped,
    c.RejectConfirmation: _stepped,
    c.RegisterCase: _stepped,
    c.RefuseRegistration: _stepped,
}
