"""What use cases return, as the contract shows it. Picks and names; decides nothing."""

from collections.abc import Iterable
from typing import Any, TypeVar

from pydantic import BaseModel

from app.domain.guards import missing_signers
from app.domain.lifecycle.allowed import Possibility
from app.domain.ports import Record
from app.domain.referral import Agreement, Clock, Procedure, Referral, due_dates
from app.routers.problems import blocked
from app.routers.schemas import parts
from app.routers.schemas import referral as s
from app.services.receipts import number_of
from app.services.referral_reads import PartyView, Sight

M = TypeVar("M", bound=BaseModel)


def copied(model: type[M], source: object, **more: Any) -> M:
    """A view whose fields have the names of the source's attributes, beside those that are given."""
    fields = {name: getattr(source, name) for name in model.model_fields if name not in more}
    return model.model_validate({**fields, **more})


def brief(record: Record) -> s.ReferralBrief:
    """A referral as lists show it."""
    return s.ReferralBrief.model_validate(_common(record))


def referral(sight: Sight, language: str, advice: str | None) -> s.ReferralView:
    """A referral with what may be done next, and why not the rest."""
    own = [p for p in sight.possibilities if p.procedure_id is None]
    return s.ReferralView.model_validate(
        {
            **_common(sight.record),
            "case_numbers": [copied(s.CaseNumberView, number) for number in sight.filing.case_numbers],
            "parties": [copied(s.PartyBrief, party) for party in sight.referral.parties],
            "procedures": procedures(sight, language),
            "return_advice": advice,
            **_offers(own, language),
        }
    )


def procedures(sight: Sight, language: str) -> tuple[s.ProcedureView, ...]:
    """The procedures under a referral, oldest first."""
    return tuple(procedure(sight, each, language) for each in sight.referral.procedures)


def procedure(sight: Sight, shown: Procedure, language: str) -> s.ProcedureView:
    """One procedure with what may be done next."""
    path = f"/v1/procedures/{shown.id}"
    return copied(
        s.ProcedureView,
        shown,
        referral_id=sight.referral.id,
        version=sight.referral.version,
        links={"self": path, "transitions": f"{path}/transitions", "referral": f"/v1/referrals/{sight.referral.id}"},
        **_offers([p for p in sight.possibilities if p.procedure_id == shown.id], language),
    )


def deadlines(clocks: Iterable[Clock]) -> parts.DeadlineList:
    """All legal periods of a referral."""
    return parts.DeadlineList(items=tuple(copied(parts.DeadlineView, clock) for clock in clocks))


def party(known: PartyView) -> parts.PartyView:
    """A party with its data as the caller may see them."""
    details = known.details
    return copied(
        parts.PartyView,
        known.party,
        name=details.name,
        id_type=details.id_type,
        id_number=details.id_number,
        phone=details.phone,
        address=details.address,
    )


def agreement(drafted: Agreement, of: Referral) -> parts.AgreementView:
    """The agreement with its terms and signatures."""
    missing = sorted(missing_signers(of), key=lambda signer: (signer[0].value, str(signer[1])))
    return copied(
        parts.AgreementView,
        drafted,
        terms=[copied(parts.TermView, term) for term in drafted.terms],
        signatures=[copied(parts.SignatureView, signature) for signature in of.signatures],
        missing=[{"role": role, "party_id": party_id} for role, party_id in missing],
    )


def _common(record: Record) -> dict[str, Any]:
    shown, filing = record.referral, record.filing
    path = f"/v1/referrals/{shown.id}"
    names = s.ReferralBrief.model_fields.keys()
    cause = None if shown.cause_code is None else {"code": shown.cause_code, "version": shown.cause_version}
    given: dict[str, Any] = {
        "number": number_of(shown.opened_on, record.serial),
        "court_reference": filing.court_reference,
        "claim_amount": filing.claim_amount,
        "cause": cause,
        "recorded_at": record.recorded_at,
        "due": due_dates(shown.clocks),
        "links": {name: f"{path}/{name}" for name in _UNDER} | {"self": path},
    }
    return given | {name: getattr(shown, name) for name in names if name not in given}


_UNDER = (
    "transitions",
    "history",
    "deadlines",
    "parties",
    "consents",
    "contacts",
    "sessions",
    "assignments",
    "agreement",
    "procedures",
)


def _offers(possible: Iterable[Possibility], language: str) -> dict[str, Any]:
    known = tuple(possible)
    codes = {p.action.value: p.code for p in known if p.code is not None}
    return {
        "allowed_actions": [p.action for p in known if p.allowed],
        "blocked_actions": blocked(codes, language),
    }
