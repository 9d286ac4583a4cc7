"""What performance, a breach and a change of the agreement write down."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from app.domain import commands as c
from app.domain.binding import BindingBasis
from app.domain.guards import required_signers
from app.domain.guards.instalments import clock_over
from app.domain.instalments import left, recorded, state_of, term_of, unperformed
from app.domain.lifecycle.effects.form import Facts, Result
from app.domain.lifecycle.effects.mediation import said
from app.domain.lifecycle.step import Step
from app.domain.referral import Agreement, AgreementService, Breach, Clock, Performance, Referral, Signature, Term
from app.domain.values import replace


def _performed(referral: Referral, command: c.RecordPerformance, step: Step) -> Result:
    """The whole agreement, or one instalment of it; with the last one it is the whole too."""
    agreement = referral.agreement
    if agreement is None:  # pragma: no cover - only an effective agreement is performed
        return referral, {}
    term = term_of(agreement, command.term_id)
    if term is None:
        performed = replace(agreement, performed_on=step.on)
        return replace(referral, agreement=performed), {"performed_on": step.on.isoformat()}
    made = Performance(
        id=step.mint(),
        term_id=term.id,
        performed_on=command.performed_on or step.on,
        recorded_on=step.on,
        amount=left(agreement, term) if command.amount is None else command.amount,
        means=command.means,
        proof_sha256=command.proof_sha256,
        confirmed_by=command.confirmed_by,
    )
    after = replace(agreement, performances=(*agreement.performances, made))
    facts = _told(after, term, made)
    if not unperformed(after):
        last = max(x.performed_on for kept in after.terms for x in recorded(after, kept.id))
        after = replace(after, performed_on=last)
    return replace(referral, agreement=after), facts


def _told(agreement: Agreement, term: Term, made: Performance) -> Facts:
    owed = left(agreement, term)
    facts: Facts = {
        "performed_on": made.performed_on.isoformat(),
        "term_id": str(term.id),
        "instalment_state": state_of(agreement, term).value,
    }
    if made.means is not None:
        facts["means"] = made.means
    return facts if owed is None else {**facts, "amount": str(made.amount), "left": str(owed)}


def _breached(referral: Referral, command: c.ReportBreach, step: Step) -> Result:
    facts: Facts = {"party_id": str(command.party_id), "breached_on": step.on.isoformat()}
    if not step.broken:
        return _broken(referral, (), step, "report"), facts
    return _broken(referral, step.broken, step, "report"), {**facts, "term_ids": [str(x) for x in step.broken]}


def _broken(referral: Referral, term_ids: tuple[UUID, ...], step: Step, by: str) -> Referral:
    agreement = referral.agreement
    if agreement is None:  # pragma: no cover - only an effective agreement is broken
        return referral
    breaches = (*agreement.breaches, *(Breach(term_id, step.on, by) for term_id in term_ids))
    return replace(referral, agreement=replace(agreement, breached_on=step.on, breaches=breaches))


def _fallen_due(referral: Referral, command: c.FallDue, _step: Step) -> Result:
    found = _of_time(referral, "PERFORM", command.term_id)
    if found is None:  # pragma: no cover - the guard has found the clock
        return referral, {}
    agreement, term, clock = found
    owed = left(agreement, term)
    facts: Facts = {"term_id": str(term.id), "due_on": clock.raw_end_on.isoformat()}
    return referral, facts if owed is None else {**facts, "left": str(owed)}


def _missed(referral: Referral, command: c.MissPerformance, step: Step) -> Result:
    found = _of_time(referral, "BREACH", command.term_id)
    if found is None:  # pragma: no cover - the guard has found the clock
        return referral, {}
    term = found[1]
    facts: Facts = {"term_id": str(term.id), "breached_on": step.on.isoformat()}
    if term.payer_party_id is not None:
        facts["party_id"] = str(term.payer_party_id)
    return _broken(referral, (term.id,), step, "time"), facts


def _of_time(referral: Referral, rule: str, term_id: UUID | None) -> tuple[Agreement, Term, Clock] | None:
    clock = clock_over(referral, rule, term_id)
    term = None if clock is None else term_of(referral.agreement, clock.term_id)
    if referral.agreement is None or term is None or clock is None:  # pragma: no cover - a clock has its promise
        return None
    return referral.agreement, term, clock


def _amended(referral: Referral, command: c.AmendAgreement, step: Step) -> Result:
    """A new text with terms and signatures of its own; those of the text before stay stored under its number."""
    before = referral.agreement
    if before is None:  # pragma: no cover - only an effective agreement is amended
        return referral, {}
    number = before.draft_number + 1
    terms = tuple(
        Term(step.mint(), t.payer_party_id, t.amount, t.due_on, t.text, number, t.account) for t in command.terms
    )
    agreement = replace(
        before,
        terms=terms,
        draft_number=number,
        drafted_on=step.on,
        effective_on=step.on,
        window_from=step.on,
        breached_on=None,
        form="written",
        recorded_by=None,
        served=(),
        filed_on=None,
        recorded_on=None,
        **said(command),
    )
    amended = replace(referral, agreement=agreement)
    signers = sorted(required_signers(amended, step.rules_off), key=lambda signer: (signer[0].value, str(signer[1])))
    agents = {x.party_id: x.id for x in referral.dossier.representatives if x.id in command.representative_ids}
    signatures = tuple(
        Signature(step.mint(), role, who, step.on, command.means, number, None if who is None else agents.get(who))
        for role, who in signers
    )
    facts: Facts = {"draft_number": number, "term_count": len(terms), "effective_on": step.on.isoformat()}
    if command.representative_ids:
        facts["representative_ids"] = [str(name) for name in command.representative_ids]
    return replace(amended, signatures=signatures), facts


def _repudiated(referral: Referral, command: c.RepudiateAgreement, _step: Step) -> Result:
    return referral, {"party_id": str(command.party_id)}


def _served(referral: Referral, command: c.ServeAgreement, step: Step) -> Result:
    agreement = referral.agreement
    if agreement is None:  # pragma: no cover - only an effective agreement is served
        return referral, {}
    served = (*agreement.served, AgreementService(command.party_id, step.on, command.means))
    facts: Facts = {"party_id": str(command.party_id), "means": command.means}
    return replace(referral, agreement=replace(agreement, served=served)), facts


def _recorded(referral: Referral, _command: c.RecordSigningClause, step: Step) -> Result:
    if referral.agreement is None:  # pragma: no cover - only an effective agreement is recorded
        return referral, {}
    facts: Facts = {"binding_basis": BindingBasis.SIGNING_CLAUSE.value, "binding_from": step.on.isoformat()}
    return replace(referral, agreement=replace(referral.agreement, recorded_on=step.on)), facts


def _filed(referral: Referral, _command: c.FileAgreement, step: Step) -> Result:
    agreement = referral.agreement
    if agreement is None:  # pragma: no cover - only an effective agreement is filed
        return referral, {}
    return replace(referral, agreement=replace(agreement, filed_on=step.on)), {"filed_on": step.on.isoformat()}


EFFECTS: dict[type[c.Command], Callable[[Referral, Any, Step], Result]] = {
    c.RecordPerformance: _performed,
    c.FallDue: _fallen_due,
    c.RepudiateAgreement: _repudiated,
    c.ServeAgreement: _served,
    c.FileAgreement: _filed,
    c.RecordSigningClause: _recorded,
    c.MissPerformance: _missed,
    c.ReportBreach: _breached,
    c.AmendAgreement: _amended,
}
