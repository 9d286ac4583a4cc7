"""How a simulated court decides its next step: from its own file, the referral's events and the day. Pure."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from app.sandbox.casefile import CourtPart, PartyEntry
from app.sandbox.steps import Decision, Done, Step, Wait, on_day, transition
from app.sandbox.view import CONFIRMATION, REGISTRATION, ReferralView

Ids = Mapping[str, str]
"""Names in the registry to ids."""


def next_step(case: CourtPart, view: ReferralView | None, today: date, ids: Ids) -> Decision:
    """What the court does next.

    Args:
        case: The court's own file.
        view: The referral, or None before it is opened.
        today: Legal date.
        ids: Organisation name to id, read from the registry.
    """
    if view is None:
        return on_day(case.refer_on, today, Step("open", opening(case, ids)))
    decide = _BY_STATE.get(view.state or "", _procedures)
    return decide(case, view, today, ids)


def opening(case: CourtPart, ids: Ids) -> dict[str, Any]:
    """Body of the request that opens the referral: asked first where the file has a consultation."""
    cause = None if case.cause_code is None else {"code": case.cause_code, "version": case.cause_version}
    body = transition(
        "delegate" if case.consultation is None else "consult",
        court_reference=case.reference,
        on_court_platform=case.on_court_platform,
        cause=cause,
        claim_amount=None if case.claim_yuan is None else str(case.claim_yuan),
        organisation_id=None if case.consultation is not None else ids[case.organisations[0]],
    )
    return {**body, "parties": [_party(case, party) for party in case.parties]}


def _party(case: CourtPart, party: PartyEntry) -> dict[str, Any]:
    consents = [{"kind": "mediate", "given": True, "given_on": case.refer_on.isoformat()}]
    entry: dict[str, Any] = {
        "role": party.role,
        "kind": party.kind,
        "name": party.name,
        "represented_count": party.represented_count,
        "consents": consents if party.label in case.consenting else [],
    }
    if party.identity is not None:
        entry |= {"id_type": party.identity.type, "id_number": party.identity.number}
    return entry


def _consulting(case: CourtPart, view: ReferralView, today: date, ids: Ids) -> Decision:
    plan = case.consultation
    if plan is None:
        return Wait()
    asked = view.count("record_opinion")
    if asked < len(plan.opinions):
        word = plan.opinions[asked]
        body = transition("record_opinion", party_id=view.party_id(word.party), means=word.means, result=word.result)
        return on_day(word.on, today, Step(f"opinion.{asked + 1}", body))
    if any(word.result == "refuses" for word in plan.opinions):
        return Step("return", transition("return", reason=plan.return_reason, advice=plan.return_advice))
    return Step("delegate", transition("delegate", organisation_id=ids[case.organisations[0]]))


def _overdue(case: CourtPart, _view: ReferralView, _today: date, _ids: Ids) -> Decision:
    return Step("take_back", transition("take_back")) if case.when_overdue == "take_back" else Wait()


def _unassigned(case: CourtPart, view: ReferralView, _today: date, ids: Ids) -> Decision:
    offers = view.count("delegate", "reassign")
    if offers >= len(case.organisations):
        return Step("close", transition("close"))
    chosen = ids[case.organisations[offers]]
    return Step(f"reassign.{offers + 1}", transition("reassign", organisation_id=chosen))


def _returned(case: CourtPart, view: ReferralView, today: date, ids: Ids) -> Decision:
    wanted = case.registration is not None and case.registration.insists
    if wanted and view.procedure(REGISTRATION) is None:
        return Step("hand_over", transition("hand_over"))
    return _procedures(case, view, today, ids)


def _procedures(case: CourtPart, view: ReferralView, today: date, _ids: Ids) -> Decision:
    """What the court decides in the procedures that are before it; nothing else of a referral is its business now."""
    confirmation, registration = view.procedure(CONFIRMATION), view.procedure(REGISTRATION)
    if confirmation is not None and confirmation[1] in {"applied", "under_review"}:
        return _confirmation(case, *confirmation, today)
    if registration is not None and registration[1] == "handed_over":
        return _registration(case, registration[0], today)
    if view.state not in {"closed", "returned"} or view.due:
        return Wait()
    awaited = view.fact("route") == "filing" and registration is None
    return Wait() if awaited else Done()


def _confirmation(case: CourtPart, procedure_id: str, state: str, today: date) -> Decision:
    plan = case.confirmation
    if plan is None:
        return Wait()
    if state == "applied" and plan.decision != "not_accept":
        return Step("accept_application", transition("accept_application"), procedure_id)
    action = {"confirm": "confirm_agreement", "reject": "reject_confirmation", "not_accept": "refuse_application"}
    name = action[plan.decision]
    return on_day(plan.decide_on, today, Step(name, transition(name, reason=plan.reason), procedure_id))


def _registration(case: CourtPart, procedure_id: str, today: date) -> Decision:
    plan = case.registration
    if plan is None:
        return Wait()
    name = "register_case" if plan.decision == "register" else "refuse_registration"
    return on_day(plan.decide_on, today, Step(name, transition(name, reason=plan.reason), procedure_id))


_BY_STATE: dict[str, Callable[[CourtPart, ReferralView, date, Ids], Decision]] = {
    "consulting": _consulting,
    "awaiting_acceptance": lambda _case, _view, _today, _ids: Wait(),
    "overdue": _overdue,
    "unassigned": _unassigned,
    "returned": _returned,
}
