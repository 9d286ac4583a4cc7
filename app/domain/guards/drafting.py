"""Conditions of what an agreement says, before it is signed: its form, its promises, its clauses, who stands surety.

Legal source: CPLI 355, 358 (what is not confirmed, clear content), CMP 8 (no clause that leaves the rest to the court),
CPLI 150, CMP 9 (third parties and guarantors), LDMA 14 (written form), PML 28, 30, IMR 23 (oral agreements), NDE 5.
"""

from app.domain import commands as c
from app.domain.causes import is_excluded_from_confirmation, not_electronic
from app.domain.guards.routes import is_labour_dispute
from app.domain.guards.words import known
from app.domain.lifecycle.table import Guard, Situation
from app.domain.sources import SourceId

COURT_DECIDES = "court_decides"
_CERTAIN_FOR = frozenset({"judicial_confirmation", "mediation_statement", "arbitration_review", "notarisation"})
_STATUS = "status_relation"


def _text(s: Situation) -> c.AgreementText | None:
    return s.command if isinstance(s.command, c.AgreementText) else None


def _guarantors_known(s: Situation) -> bool:
    """Each once, a party of the referral, and neither one of those who agree nor one who pays."""
    text = _text(s)
    if text is None:
        return False
    named = [each.party_id for each in text.guarantors]
    bound = {party.id for party in s.referral.agreeing_parties} | {term.payer_party_id for term in text.terms}
    return known(s, *named) and len(set(named)) == len(named) and not bound & set(named)


def _guarantors_consent(s: Situation) -> bool:
    text = _text(s)
    return text is not None and all(each.consented for each in text.guarantors)


def _no_court_clause(s: Situation) -> bool:
    text = _text(s)
    return text is not None and text.default_clause != COURT_DECIDES


def _unclear(s: Situation) -> tuple[int, ...]:
    """Places of promises that do not say who and until when, where something is planned that needs to know it."""
    text = _text(s)
    if text is None or not _CERTAIN_FOR & set(text.planned):
        return ()
    return tuple(n for n, t in enumerate(text.terms) if t.payer_party_id is None or t.due_on is None)


def _succeeded_payers(s: Situation) -> tuple[int, ...]:
    """Places of promises by a party in whose place others stand."""
    text = _text(s)
    gone = {party.id for party in s.referral.parties if party.succeeded_on is not None}
    return tuple(n for n, term in enumerate(() if text is None else text.terms) if term.payer_party_id in gone)


def _confirmable(s: Situation) -> bool:
    """Nothing that a court does not confirm, by the cause or by what the agreement says it settles."""
    text = _text(s)
    if text is None:
        return False
    if "judicial_confirmation" not in text.planned:
        return True
    cause = s.referral.cause_code
    return not text.subjects and (cause is None or not is_excluded_from_confirmation(s.book.causes, cause))


def _payment(s: Situation) -> bool:
    text = _text(s)
    if text is None:
        return False
    certain = any(t.payer_party_id is not None and t.amount is not None for t in text.terms)
    return "notarisation" not in text.planned or certain


def _promised(s: Situation) -> bool:
    text = _text(s)
    return text is not None and ("notarisation" not in text.planned or text.enforcement_promised)


def _form_lawful(s: Situation) -> bool:
    return isinstance(s.command, c.DraftAgreement) and (s.command.form == "written" or not is_labour_dispute(s))


def _recorded(s: Situation) -> bool:
    """An oral agreement is recorded by a mediator who is in office; a written one by nobody."""
    command = s.command
    if not isinstance(command, c.DraftAgreement):
        return False
    if command.form == "written":
        return command.recorded_by is None
    if command.recorded_by is None and SourceId.PML_28 in s.book.rules_off:
        return True
    return any(m.mediator_id == command.recorded_by and m.ended_on is None for m in s.referral.mediators)


def _ink(s: Situation) -> bool:
    """By another means than electronically where the matter is one of marriage, adoption or inheritance."""
    command = s.command
    if not isinstance(command, c.Sign | c.AmendAgreement):
        return False
    agreement, cause = s.referral.agreement, s.referral.cause_code
    subjects = command.subjects if isinstance(command, c.AmendAgreement) else agreement.subjects if agreement else ()
    personal = _STATUS in subjects or (cause is not None and not_electronic(s.book.causes, cause))
    return command.means != "electronic" or not personal


def _no_guarantor(s: Situation) -> bool:
    if not isinstance(s.command, c.ApplyForConfirmation):
        return False
    agreement = s.referral.agreement
    return agreement is None or not set(s.command.applicant_ids) & set(agreement.guarantor_ids)


def _subjects_confirmable(s: Situation) -> bool:
    return s.referral.agreement is None or not s.referral.agreement.subjects


GUARANTOR_KNOWN = Guard("guarantor_is_bound", _guarantors_known, of_state=False, pointer="/guarantors")
GUARANTOR_CONSENTS = Guard("guarantor_consent_missing", _guarantors_consent, of_state=False, pointer="/guarantors")
NO_COURT_CLAUSE = Guard("court_decides_clause", _no_court_clause, of_state=False, pointer="/default_clause")
TERMS_CERTAIN = Guard(
    "terms_not_certain",
    lambda s: _text(s) is not None and not _unclear(s),
    of_state=False,
    facts=lambda s: {"places": list(_unclear(s))},
    pointer="/terms",
)
PAYERS_STAND = Guard(
    "party_succeeded",
    lambda s: _text(s) is not None and not _succeeded_payers(s),
    of_state=False,
    pointer=lambda s: f"/terms/{_succeeded_payers(s)[0]}/payer_party_id",
)
CONTENT_CONFIRMABLE = Guard("content_not_confirmable", _confirmable, of_state=False, pointer="/planned")
CONTENT_PAYS = Guard("no_payment_content", _payment, of_state=False)
PROMISE_GIVEN = Guard("enforcement_promise_missing", _promised, of_state=False, pointer="/enforcement_promised")
FORM_LAWFUL = Guard("written_form_required", _form_lawful, of_state=False, pointer="/form")
RECORDED = Guard("recorder_missing", _recorded, of_state=False, pointer="/recorded_by")
IN_INK = Guard("electronic_signature_not_allowed", _ink, of_state=False, pointer="/means")
NO_GUARANTOR_APPLIES = Guard("guarantor_does_not_apply", _no_guarantor, of_state=False, pointer="/applicant_ids")
SUBJECTS_CONFIRMABLE = Guard("content_not_confirmable", _subjects_confirmable)

CONTENT = (
    *(PAYERS_STAND, GUARANTOR_KNOWN, GUARANTOR_CONSENTS, NO_COURT_CLAUSE, TERMS_CERTAIN, CONTENT_CONFIRMABLE),
    *(CONTENT_PAYS, PROMISE_GIVEN),
)
FORM = (FORM_LAWFUL, RECORDED)
