"""What use cases return, as the contract shows it. Picks and names; decides nothing."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields
from functools import partial
from typing import Any, Final, TypeVar

from pydantic import BaseModel

from app.domain.binding import binding
from app.domain.dossier import Dossier, Representative
from app.domain.guards import missing_signers
from app.domain.instalments import PLAN_OF, Instalment
from app.domain.lifecycle.allowed import Possibility
from app.domain.ports import Record
from app.domain.referral import Agreement, Clock, Procedure, Referral, due_dates
from app.domain.trial_term import exclusions
from app.routers.problems import blocked
from app.routers.schemas import dossier as d
from app.routers.schemas import parts
from app.routers.schemas import referral as s
from app.routers.schemas.performance import BreachView, InstalmentView, PerformancePlan, PerformanceView
from app.routers.schemas.procedure import ProcedureView
from app.services.past import Past
from app.services.receipts import number_of
from app.services.referral_reads import PartyView, Plan, Sight

M = TypeVar("M", bound=BaseModel)


def copied(model: type[M], source: object, **more: Any) -> M:
    """A view whose fields have the names of the source's attributes, beside those that are given."""
    fields = {name: getattr(source, name) for name in model.model_fields if name not in more}
    return model.model_validate({**fields, **more})


def brief(record: Record) -> s.ReferralBrief:
    """A referral as lists show it."""
    return s.ReferralBrief.model_validate(_common(record))


def referral(
    sight: Sight,
    language: str,
    advice: str | None,
    *,
    expanded: s.ExpandedView | None = None,
    past: Past | None = None,
) -> s.ReferralView:
    """A referral with what may be done next, and why not the rest; `past`: its states after an earlier version."""
    own = [p for p in sight.possibilities if p.procedure_id is None]
    return s.ReferralView.model_validate(
        {
            **_common(sight.record),
            "case_numbers": [copied(d.CaseNumberView, number) for number in sight.filing.case_numbers],
            "parties": [copied(s.PartyBrief, party) for party in sight.referral.parties],
            "procedures": procedures(sight, language),
            "return_advice": advice,
            "suspension": _suspension(sight.referral),
            "expanded": expanded,
            "as_of": None if past is None else _as_of(past),
            **_offers(own, language),
        }
    )


def _suspension(shown: Referral) -> s.SuspensionView | None:
    if shown.term_runs is None:
        return None
    return copied(s.SuspensionView, shown, reason=shown.suspension_reason)


def _as_of(past: Past) -> s.PastView:
    procedures = [copied(s.ProcedureStateView, procedure) for procedure in past.procedures]
    return copied(s.PastView, past, procedures=procedures)


def procedures(sight: Sight, language: str) -> tuple[ProcedureView, ...]:
    """The procedures under a referral, oldest first."""
    return tuple(procedure(sight, each, language) for each in sight.referral.procedures)


def procedure(sight: Sight, shown: Procedure, language: str) -> ProcedureView:
    """One procedure with what may be done next."""
    path = f"/v1/procedures/{shown.id}"
    return copied(
        ProcedureView,
        shown,
        referral_id=sight.referral.id,
        version=sight.referral.version,
        links={"self": path, "transitions": f"{path}/transitions", "referral": f"/v1/referrals/{sight.referral.id}"},
        **_offers([p for p in sight.possibilities if p.procedure_id == shown.id], language),
    )


def deadlines(clocks: Iterable[Clock]) -> parts.DeadlineList:
    """All legal periods of a referral, and what of them does not count in the trial term."""
    found = tuple(clocks)
    return parts.DeadlineList(
        items=tuple(copied(parts.DeadlineView, clock) for clock in found),
        trial_term_exclusions=tuple(copied(parts.ExclusionView, each) for each in exclusions(found)),
    )


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


def agreement(drafted: Agreement, of: Referral, rules_off: frozenset[str]) -> parts.AgreementView:
    """The agreement with its terms and signatures; who is missing depends on rules that may be off."""
    bound = binding(of)
    missing = sorted(missing_signers(of, rules_off), key=lambda signer: (signer[0].value, str(signer[1])))
    return copied(
        parts.AgreementView,
        drafted,
        terms=[copied(parts.TermView, term) for term in drafted.terms],
        signatures=[copied(parts.SignatureView, signature) for signature in of.signatures],
        missing=[{"role": role, "party_id": party_id} for role, party_id in missing],
        served=[copied(parts.AgreementServiceView, each) for each in drafted.served],
        binding_from=None if bound is None else bound.from_on,
        binding_basis=None if bound is None else bound.basis,
    )


def performance(plan: Plan) -> PerformancePlan:
    """The plan with its instalments."""
    return copied(
        PerformancePlan,
        plan.agreement,
        state=PLAN_OF.get(plan.agreement.state),
        instalments=tuple(_instalment(each) for each in plan.instalments),
    )


def _instalment(each: Instalment) -> InstalmentView:
    return copied(
        InstalmentView,
        each,
        breach=None if each.breach is None else copied(BreachView, each.breach),
        performances=tuple(copied(PerformanceView, one) for one in each.performances),
    )


def representative(known: Representative) -> d.RepresentativeView:
    """A representative with its data as the caller may see them."""
    details = known.details
    return copied(
        d.RepresentativeView,
        known,
        name="" if details is None else details.name,
        id_type=details and details.id_type,
        id_number=details and details.id_number,
        phone=details and details.phone,
    )


VIEW_OF: Final[Mapping[str, Callable[[Any], BaseModel]]] = {
    "case_numbers": partial(copied, d.CaseNumberView),
    "representatives": representative,
    "claims": partial(copied, d.ClaimView),
    "service_addresses": partial(copied, d.ServiceAddressView),
    "materials": partial(copied, d.MaterialView),
    "notices": partial(copied, d.NoticeView),
    "messages": partial(copied, d.MessageView),
    "urgings": partial(copied, d.UrgingView),
    "conflicts": partial(copied, d.ConflictView),
    "sharings": partial(copied, d.SharingView),
}
"""How the entries of each list of the dossier are shown."""


def of_dossier(name: str, dossier: Dossier) -> tuple[Any, ...]:
    """One list of the dossier, by its name."""
    return tuple(VIEW_OF[name](entry) for entry in getattr(dossier, name))


def _common(record: Record) -> dict[str, Any]:
    shown, filing = record.referral, record.filing
    path = f"/v1/referrals/{shown.id}"
    names = s.ReferralBrief.model_fields.keys()
    cause = None if shown.cause_code is None else {"code": shown.cause_code, "version": shown.cause_version}
    plain = shown.particulars
    given: dict[str, Any] = {
        **{field.name: getattr(plain, field.name) for field in fields(plain) if field.name in names},
        "number": number_of(shown.opened_on, record.serial),
        "court_reference": filing.court_reference,
        "cause": cause,
        "recorded_at": record.recorded_at,
        "due": due_dates(shown.clocks),
        "links": _links(shown, path),
    }
    return given | {name: getattr(shown, name) for name in names if name not in given}


def _links(shown: Referral, path: str) -> dict[str, str]:
    links = {name.replace("-", "_"): f"{path}/{name}" for name in _UNDER}
    links |= {"self": path, "dispute": f"/v1/disputes/{shown.dispute_id}"}
    return links if shown.series_id is None else {**links, "series": f"/v1/series/{shown.series_id}"}


_UNDER = (
    "transitions",
    "history",
    "deadlines",
    "parties",
    "particulars",
    "representatives",
    "consents",
    "claims",
    "case-numbers",
    "service-addresses",
    "materials",
    "contacts",
    "notices",
    "sessions",
    "messages",
    "urgings",
    "conflicts",
    "sharings",
    "custody",
    "assignments",
    "mediators",
    "agreement",
    "performance",
    "procedures",
)


def _offers(possible: Iterable[Possibility], language: str) -> dict[str, Any]:
    known = tuple(possible)
    codes = {p.action.value: p.code for p in known if p.code is not None}
    return {
        "allowed_actions": [p.action for p in known if p.allowed],
        "blocked_actions": blocked(codes, language),
    }
