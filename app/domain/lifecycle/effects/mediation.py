"""What the actions from acceptance to the end report write down, and those of the agreement."""

from collections.abc import Callable
from typing import Any

from app.domain import commands as c
from app.domain.binding import binding
from app.domain.guards import last_party_signature, of_committee_by_word
from app.domain.lifecycle.effects.form import Facts, Result, called_off, gone_on, noted
from app.domain.lifecycle.states import AgreementState, Closure, EndReason, Kind, Outcome, Route
from app.domain.lifecycle.step import Step
from app.domain.referral import (
    Agreement,
    Consent,
    MediationSession,
    MediatorAssignment,
    Party,
    PartyId,
    Referral,
    SessionId,
    Signature,
    Term,
)
from app.domain.values import replace

OUTCOME_OF: dict[EndReason, Outcome] = {
    EndReason.AGREEMENT_REACHED: Outcome.AGREED,
    EndReason.SETTLED_AND_WITHDREW: Outcome.SETTLED_AND_WITHDREW,
}

CLOSURE_OF: dict[Route | None, Closure] = {
    Route.FILING: Closure.REGISTERED,
    Route.ARBITRATION: Closure.TO_ARBITRATION,
    Route.ADVISED: Closure.ADVISED_TO_SUE,
}
"""How the region closes when nothing was agreed, by the way on."""


def _materials(referral: Referral, _command: c.ReceiveMaterials, step: Step) -> Result:
    return replace(referral, materials_received_on=step.on), {}


def _mediator(referral: Referral, command: c.AssignMediator, step: Step) -> Result:
    if command.mediator is None:  # pragma: no cover - the guard has refused already
        return referral, {}
    lead = all(m.ended_on is not None for m in referral.mediators)
    turn = MediatorAssignment(step.mint(), command.mediator.id, step.on, lead)
    facts: Facts = {"mediator_id": str(turn.mediator_id), "lead": turn.lead}
    if command.chosen_by:
        facts["chosen_by"] = [str(party_id) for party_id in command.chosen_by]
    return replace(referral, mediators=(*referral.mediators, turn)), facts


def _replaced(referral: Referral, command: c.ReplaceMediator, step: Step) -> Result:
    if command.mediator is None:  # pragma: no cover - the guard has refused already
        return referral, {}

    def leaves(turn: MediatorAssignment) -> bool:
        return turn.mediator_id == command.replaced_id and turn.ended_on is None

    turn = MediatorAssignment(
        step.mint(), command.mediator.id, step.on, any(m.lead for m in filter(leaves, referral.mediators))
    )
    ended = tuple(replace(m, ended_on=step.on, reason=command.reason) if leaves(m) else m for m in referral.mediators)
    facts: Facts = {
        "mediator_id": str(turn.mediator_id),
        "lead": turn.lead,
        "replaced_id": str(command.replaced_id),
        "reason": command.reason,
    }
    return replace(referral, mediators=(*ended, turn)), facts


def _started(referral: Referral, command: c.Start, step: Step) -> Result:
    def checked(party: Party) -> Party:
        details = command.identities.get(party.id)
        return party if details is None else replace(party, has_identity=True, details=details)

    parties = tuple(checked(party) for party in referral.parties)
    return replace(referral, parties=parties, mediation_started_on=step.on), {}


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
    words = _agreed_words(referral, "online", command.agreed_by, step)
    consents = (*referral.consents, *words)
    return replace(referral, sessions=(*referral.sessions, session), consents=consents), facts


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


def _session_cancelled(referral: Referral, command: c.CancelSession, _step: Step) -> Result:
    sessions = tuple(
        replace(x, state="cancelled", reason=command.reason) if x.id == command.session_id else x
        for x in referral.sessions
    )
    facts: Facts = {"session_id": str(command.session_id), "reason": command.reason}
    return replace(referral, sessions=sessions), facts


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
    return replace(called_off(gone_on(referral)), outcome=outcome, end_reason=command.reason), facts


def _ended_unreported(referral: Referral, _command: c.EndUnreported, _step: Step) -> Result:
    over = called_off(gone_on(referral))
    ended = replace(over, outcome=Outcome.NOT_AGREED, end_reason=EndReason.TERM_EXPIRED)
    return ended, {"reason": EndReason.TERM_EXPIRED.value, "outcome": Outcome.NOT_AGREED.value}


def _reported(referral: Referral, command: c.ReportResult, step: Step) -> Result:
    facts: Facts = {"outcome": None if referral.outcome is None else referral.outcome.value}
    if command.route is not None:
        facts["route"] = command.route.value
    if referral.cancel_requested_on is not None:
        facts["cancel_request_closed"] = True
    told = replace(referral, route=command.route, cancel_requested_on=None)
    if referral.kind is Kind.POST_FILING:
        return replace(told, reported_on=step.on), facts
    closure = closure_of(referral, command.route)
    return replace(told, closure=closure), {"closure": closure.value, **facts}


def closure_of(referral: Referral, route: Route | None) -> Closure:
    """How the mediation region closes, from the outcome, the performance and the onward route."""
    agreement = referral.agreement
    if referral.outcome is Outcome.SETTLED_AND_WITHDREW:
        return Closure.WITHDRAWN_AFTER_SETTLEMENT
    if referral.outcome is Outcome.PARTLY_AGREED:
        return Closure.PARTLY_AGREED
    if referral.outcome is Outcome.NOT_AGREED or agreement is None:
        return CLOSURE_OF.get(route, Closure.ADVISED_TO_SUE)
    at_once = agreement.performed_on is not None and agreement.performed_on == agreement.effective_on
    return Closure.PERFORMED_AT_ONCE if at_once else Closure.AGREED


def _closed_otherwise(referral: Referral, _command: c.CloseByOtherMeans, _step: Step) -> Result:
    closure = Closure.CLOSED_BY_OTHER_MEANS
    return replace(referral, closure=closure, cancel_requested_on=None), {"closure": closure.value}


def _reported_back(referral: Referral, _command: c.ReportBack, step: Step) -> Result:
    facts: Facts = {"closure": None if referral.closure is None else referral.closure.value}
    return replace(referral, reported_on=step.on), facts


def _drafted(referral: Referral, command: c.DraftAgreement, step: Step) -> Result:
    refused = referral.agreement  # After a mediation that went on: its terms stay stored under their number.
    number = 1 if refused is None else refused.draft_number + 1
    terms = tuple(
        Term(step.mint(), t.payer_party_id, t.amount, t.due_on, t.text, number, t.account) for t in command.terms
    )
    agreement = Agreement(
        id=step.mint() if refused is None else refused.id,
        draft_number=number,
        state=AgreementState.PENDING,
        partial=referral.outcome is Outcome.PARTLY_AGREED,
        drafted_on=step.on,
        terms=terms,
        form=command.form,
        recorded_by=command.recorded_by,
        **said(command),
    )
    facts: Facts = {"partial": agreement.partial, "term_count": len(terms), "form": command.form}
    return replace(referral, agreement=agreement, signatures=()), facts


def said(text: c.AgreementText) -> dict[str, Any]:
    """What a text says beside its promises, as fields of the agreement."""
    return {
        "guarantor_ids": tuple(each.party_id for each in text.guarantors),
        "default_clause": text.default_clause,
        "planned": text.planned,
        "subjects": text.subjects,
        "enforcement_promised": text.enforcement_promised,
        "signing_clause": text.signing_clause,
    }


def _signed(referral: Referral, command: c.Sign, step: Step) -> Result:
    number = 1 if referral.agreement is None else referral.agreement.draft_number
    signature = Signature(
        step.mint(), command.role, command.party_id, step.on, command.means, number, command.representative_id
    )
    signatures = (*referral.signatures, signature)
    facts: Facts = {"signer_role": command.role.value}
    if command.party_id is not None:
        facts["party_id"] = str(command.party_id)
    if command.representative_id is not None:
        facts["representative_id"] = str(command.representative_id)
    agreement = referral.agreement
    if agreement is not None and (agreement.state, step.after) == (AgreementState.PENDING, AgreementState.EFFECTIVE):
        effective_on = agreement.drafted_on if of_committee_by_word(referral) else step.on
        two_regimes = referral.on_court_platform
        window_from = last_party_signature(signatures, effective_on) if two_regimes else effective_on
        agreement = replace(agreement, effective_on=effective_on, window_from=window_from)
        facts["effective_on"] = effective_on.isoformat()
        facts |= _bound(replace(referral, agreement=replace(agreement, state=AgreementState.EFFECTIVE)))
    return replace(referral, signatures=signatures, agreement=agreement), facts


def _bound(referral: Referral) -> Facts:
    """From when it binds and why: after filing not yet, whatever was signed."""
    found = binding(referral)
    if found is None:  # pragma: no cover - it has just taken effect
        return {}
    told: Facts = {"binding_basis": found.basis.value}
    return told if found.from_on is None else {**told, "binding_from": found.from_on.isoformat()}


def _refused(referral: Referral, command: c.RefuseToSign, _step: Step) -> Result:
    refused = replace(referral, outcome=Outcome.NOT_AGREED, end_reason=EndReason.REFUSED_TO_SIGN)
    return refused, {
        "party_id": str(command.party_id),
        "reason": EndReason.REFUSED_TO_SIGN.value,
        "outcome": Outcome.NOT_AGREED.value,
    }


def _reopened(referral: Referral, command: c.Reopen, step: Step) -> Result:
    open_again = replace(
        referral, closure=None, outcome=None, end_reason=None, route=None, reported_on=None, cancel_requested_on=None
    )
    told, facts = noted(open_again, step, command.explanation)
    until: Facts = {} if command.until is None else {"until": command.until.isoformat()}
    return told, {"reason": command.reason, **until, **facts}


EFFECTS: dict[type[c.Command], Callable[[Referral, Any, Step], Result]] = {
    c.ReceiveMaterials: _materials,
    c.AssignMediator: _mediator,
    c.ReplaceMediator: _replaced,
    c.Start: _started,
    c.ScheduleSession: _scheduled,
    c.HoldSession: _session_over,
    c.MissSession: _session_over,
    c.CancelSession: _session_cancelled,
    c.BeginAppraisal: _appraisal,
    c.ExtendTerm: _extended,
    c.End: _ended,
    c.EndUnreported: _ended_unreported,
    c.ReportResult: _reported,
    c.CloseByOtherMeans: _closed_otherwise,
    c.ReportBack: _reported_back,
    c.DraftAgreement: _drafted,
    c.Reopen: _reopened,
    c.Sign: _signed,
    c.RefuseToSign: _refused,
}
