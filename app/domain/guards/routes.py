"""Conditions of the way on: which route fits the kind and the cause, and when labour arbitration comes first."""

from app.domain import commands as c
from app.domain.causes import is_labour
from app.domain.enforceable import without_effect
from app.domain.guards.outcomes import LIVE_CONFIRMATION
from app.domain.lifecycle.states import (
    AgreementState,
    ArbitrationState,
    Body,
    Closure,
    Kind,
    Machine,
    MediationState,
    Outcome,
    Route,
    Track,
)
from app.domain.lifecycle.table import Guard, Situation
from app.domain.referral import Procedure, Referral
from app.domain.sources import SourceId

ROUTES_OF: dict[Kind, frozenset[Route]] = {
    Kind.PRE_FILING: frozenset({Route.FILING, Route.ADVISED, Route.ARBITRATION}),
    Kind.POST_FILING: frozenset({Route.TRIAL}),
    Kind.DIRECT: frozenset({Route.FILING, Route.ADVISED, Route.ARBITRATION}),
    Kind.TRANSFERRED: frozenset({Route.FILING, Route.ADVISED, Route.ARBITRATION}),
    Kind.ASSISTED: frozenset({Route.TRIAL}),
}
"""Ways on by kind: what is filed already goes to trial, what is not goes to filing, advice or arbitration."""

_NO_FORCE: dict[Machine, frozenset[str]] = {
    Machine.JUDICIAL_CONFIRMATION: frozenset({"not_accepted", "rejected", "revoked"}),
    Machine.ARBITRATION_REVIEW: frozenset({"not_accepted", "refused"}),
    Machine.MEDIATION_STATEMENT: frozenset({"refused", "repudiated"}),
}
"""Procedures that were to make the agreement enforceable and did not."""

_IN_FORCE: dict[Machine, frozenset[str]] = {
    Machine.JUDICIAL_CONFIRMATION: LIVE_CONFIRMATION,
    Machine.MEDIATION_STATEMENT: frozenset({"in_force"}),
    Machine.PAYMENT_ORDER: frozenset({"order_effective", "turned_to_suit"}),
    Machine.ARBITRATION_REVIEW: frozenset({"applied", "under_review", "made", "in_force"}),
    Machine.NOTARISATION: frozenset({"notarised", "certificate_requested", "certified"}),
}
"""Procedures that make the agreement enforceable, still may, or are a suit already."""

_FAILED: dict[tuple[Machine, str], str] = {
    (Machine.JUDICIAL_CONFIRMATION, "not_accepted"): "confirmation_not_accepted",
    (Machine.JUDICIAL_CONFIRMATION, "rejected"): "confirmation_rejected",
    (Machine.JUDICIAL_CONFIRMATION, "revoked"): "confirmation_revoked",
    (Machine.ARBITRATION_REVIEW, "not_accepted"): "review_refused",
    (Machine.ARBITRATION_REVIEW, "refused"): "review_refused",
    (Machine.MEDIATION_STATEMENT, "refused"): "statement_refused",
    (Machine.MEDIATION_STATEMENT, "repudiated"): "statement_repudiated",
    (Machine.NOTARISATION, "certificate_refused"): "certificate_refused",
    (Machine.PAYMENT_ORDER, "lapsed"): "payment_order_ended",
    (Machine.PAYMENT_ORDER, "order_ended"): "payment_order_ended",
    (Machine.PAYMENT_ORDER, "suit_declined"): "payment_order_ended",
}
"""Codes of list `hand_over_reason` by what became of a procedure."""

_ORDER_ENDED = frozenset({"lapsed", "order_ended", "suit_declined"})

_RETURNED = frozenset({Closure.RETURNED, Closure.TAKEN_BACK})


def needs_route(referral: Referral) -> bool:
    """Whether claims stay open, so that the report names where they go."""
    return referral.outcome in {Outcome.NOT_AGREED, Outcome.PARTLY_AGREED}


def is_labour_dispute(s: Situation) -> bool:
    """Whether it is a labour dispute, by its cause; where none was stated, by the labour body that takes it."""
    cause = s.referral.cause_code
    if cause is None:
        return s.referral.body is Body.LABOUR
    return is_labour(s.book.causes, cause)


def _turned_away(referral: Referral) -> bool:
    """Whether the arbitration commission did not take the case, which opens the courts (LDMA 29)."""
    found = referral.procedures_of(Machine.LABOUR_ARBITRATION)
    return any(p.state == ArbitrationState.REFUSED for p in found)


def _court_open_to_labour(s: Situation) -> bool:
    """Arbitrated already, a written wage debt alone (LSI 15), turned away by the commission, or an order that ended."""
    referral = s.referral
    turned_away = _turned_away(referral) and SourceId.LDMA_29 not in s.book.rules_off
    arbitrated = referral.particulars.arbitration is not None or turned_away
    return not is_labour_dispute(s) or arbitrated or _order_ended(referral)


def _order_ended(referral: Referral) -> bool:
    """Whether the procedure for a payment order was ended: the worker then sues on the agreement (LSI 13)."""
    return any(p.state in _ORDER_ENDED for p in referral.procedures_of(Machine.PAYMENT_ORDER))


def _routes(s: Situation) -> frozenset[Route]:
    """Where a labour arbitration commission has the dispute already its hearing resumes, and nothing else follows."""
    waits = s.referral.track is Track.COMMISSION_DELEGATED
    return frozenset({Route.ARBITRATION}) if waits else ROUTES_OF[s.referral.kind]


def _route_fits(s: Situation) -> bool:
    if not isinstance(s.command, c.ReportResult):
        return False
    route = s.command.route
    if route is None or not needs_route(s.referral):
        return route is None
    to_arbitration = route is Route.ARBITRATION and not _arbitrable(s)
    return route in _routes(s) and not to_arbitration


def _route_facts(s: Situation) -> dict[str, object]:
    """The ways on that this report could name; none where nothing stays open."""
    fitting = set(_routes(s)) if needs_route(s.referral) else set()
    if not _arbitrable(s):
        fitting.discard(Route.ARBITRATION)
    if not _court_open_to_labour(s):
        fitting.discard(Route.FILING)
    return {"routes": sorted(route.value for route in fitting)}


def _filing_open(s: Situation) -> bool:
    if not isinstance(s.command, c.ReportResult):
        return False
    return s.command.route is not Route.FILING or _court_open_to_labour(s)


def _arbitrable(s: Situation) -> bool:
    return is_labour_dispute(s) and s.referral.particulars.arbitration != "arbitrated"


def _ended_open(s: Situation) -> bool:
    """Over without a full agreement that is kept or has force (LDMA 15), so that labour arbitration may follow."""
    if s.referral.state is MediationState.RETURNED:
        return True
    over = s.referral.closure is Closure.TAKEN_BACK or needs_route(s.referral) or _without_force(s.referral)
    return s.referral.state is MediationState.CLOSED and over


def _without_force(referral: Referral) -> bool:
    """Whether an agreement on everything was not kept, or was not confirmed, and nothing makes it enforceable.

    The dispute over it is then sued upon; where it can be enforced there is nothing to sue for.

    Legal source: IMR 25, PML 32 (a dispute over the agreement); CPL 206 (the application was rejected); NDE 20 (denied
    enforcement).
    """
    agreement = referral.agreement
    denied = without_effect(referral)
    standing = any(_enforceable(p) for p in referral.procedures if p.id not in denied)
    if agreement is None or agreement.partial or standing:
        return False
    failed = any(_turned_down(p) for p in referral.procedures if (p.draft_number or 1) == agreement.draft_number)
    return agreement.state is AgreementState.BREACHED or (agreement.state is AgreementState.EFFECTIVE and failed)


def _turned_down(procedure: Procedure) -> bool:
    return procedure.state in _NO_FORCE.get(procedure.machine, frozenset())


def _enforceable(procedure: Procedure) -> bool:
    return procedure.state in _IN_FORCE.get(procedure.machine, frozenset())


def filing_reasons(referral: Referral) -> tuple[str, ...]:
    """Codes of list `hand_over_reason` for which the dispute may go to a court for filing now, the nearest first.

    None while mediation is open, while an agreement is kept or has force, or where nothing leads to a court.
    """
    if referral.state not in {MediationState.CLOSED, MediationState.RETURNED}:
        return ()
    found = ["arbitration_not_taken"] if _turned_away(referral) else []
    if _without_force(referral):
        found += _failures(referral)
    return (*found, *_open_claims(referral))


def _failures(referral: Referral) -> list[str]:
    """What did not give the agreement force, the newest first, and that it was not kept."""
    denied = without_effect(referral)
    failed = [
        "enforcement_denied" if p.id in denied else _FAILED.get((p.machine, p.state))
        for p in reversed(referral.procedures)
    ]
    broken = referral.agreement is not None and referral.agreement.state is AgreementState.BREACHED
    known = [code for code in failed if code is not None]
    return list(dict.fromkeys([*known, "agreement_not_performed"] if broken else known))


def _open_claims(referral: Referral) -> tuple[str, ...]:
    """How mediation ended without settling everything, where that leads to the court."""
    if referral.closure is Closure.PARTLY_AGREED:
        return ("part_not_agreed",) if referral.route is Route.FILING else ()
    if referral.closure is Closure.REGISTERED:
        return ("mediation_failed",)
    back_at_court = referral.closure in _RETURNED and referral.kind is Kind.PRE_FILING
    return ("back_at_court",) if back_at_court else ()


def _reason_fits(s: Situation) -> bool:
    """Where no reason is named the record gives it."""
    return isinstance(s.command, c.HandOver) and s.command.reason in {None, *filing_reasons(s.referral)}


ROUTE_FITS = Guard("route_not_here", _route_fits, of_state=False, facts=_route_facts, pointer="/route")
FILING_OPEN = Guard("arbitration_first", _filing_open, of_state=False, facts=_route_facts, pointer="/route")
ARBITRATION_DONE = Guard("arbitration_first", _court_open_to_labour)
ARBITRABLE = Guard("arbitration_not_open", _arbitrable)
ENDED_OPEN = Guard("arbitration_not_open", _ended_open)
LEADS_TO_REGISTRATION = Guard("registration_not_open", lambda s: bool(filing_reasons(s.referral)))
HAND_OVER_REASON_FITS = Guard(
    "hand_over_reason_not_here",
    _reason_fits,
    of_state=False,
    facts=lambda s: {"reasons": list(filing_reasons(s.referral))},
    pointer="/reason",
)
