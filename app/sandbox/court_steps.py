"""How a simulated court decides its next step: from its own file, the referral's events and the day. Pure."""

from collections.abc import Callable, Mapping
from datetime import date

from app.sandbox.casefile import CourtPart
from app.sandbox.court_ends import after_filing, arbitration, statement
from app.sandbox.further import next_further
from app.sandbox.openings import referral_of_court
from app.sandbox.records import beside, next_record
from app.sandbox.steps import Decision, Done, Step, Wait, on_day, transition
from app.sandbox.view import ARBITRATION, CONFIRMATION, REGISTRATION, STATEMENT, ReferralView

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
        return on_day(case.refer_on, today, Step("open", referral_of_court(case, ids))) if case.opens else Done()
    actor = "referring_body" if case.kind == "transferred" else "court"
    record = next_record(case.records, view, today, actor)
    if isinstance(record, Step):
        return record
    decide = _BY_STATE.get(view.state or "", _procedures)
    return beside(decide(case, view, today, ids), record)


def _submitted(_case: CourtPart, _view: ReferralView, _today: date, _ids: Ids) -> Decision:
    return Step("consult", transition("consult"))


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
    offer = "invite" if case.kind == "assisted" else "delegate"
    return Step(offer, transition(offer, organisation_id=ids[case.organisations[0]]))


def _overdue(case: CourtPart, _view: ReferralView, _today: date, _ids: Ids) -> Decision:
    return Step("take_back", transition("take_back")) if case.when_overdue == "take_back" else Wait()


def _unassigned(case: CourtPart, view: ReferralView, _today: date, ids: Ids) -> Decision:
    if not case.opens:
        return Wait()
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


def _procedures(case: CourtPart, view: ReferralView, today: date, ids: Ids) -> Decision:
    """What the court decides in the procedures that are before it; nothing else of a referral is its business now."""
    pending = _pending(case, view, today)
    if pending is not None:
        return pending
    further = next_further(case.further, view, today, "court", ids)
    if further is not None:
        return further
    registration = view.procedure(REGISTRATION)
    if case.kind == "post_filing" and view.state == "mediation_ended" and view.count("report_result"):
        return after_filing(case, view, today)
    if view.state not in {"closed", "returned"} or view.due:
        return Wait()
    awaited = view.fact("route") == "filing" and registration is None
    return Wait() if awaited else Done()


def _pending(case: CourtPart, view: ReferralView, today: date) -> Decision | None:
    """What an open procedure asks of the court, or None where none does."""
    confirmation, registration = view.procedure(CONFIRMATION), view.procedure(REGISTRATION)
    asked, labour = view.procedure(STATEMENT), view.procedure(ARBITRATION)
    if confirmation is not None and confirmation[1] in {"applied", "under_review"}:
        return _confirmation(case, *confirmation, today)
    if registration is not None and registration[1] == "handed_over":
        return _registration(case, registration[0], today)
    if asked is not None and asked[1] in {"requested", "made"}:
        return statement(case, view, *asked, today)
    if labour is not None and labour[1] == "referred" and case.arbitration is not None:
        return arbitration(case.arbitration, labour[0], today)
    return None


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
    "submitted": _submitted,
    "consulting": _consulting,
    "awaiting_acceptance": lambda _case, _view, _today, _ids: Wait(),
    "overdue": _overdue,
    "unassigned": _unassigned,
    "returned": _returned,
}
