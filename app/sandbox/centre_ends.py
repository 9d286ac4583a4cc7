"""What a simulated organisation does once the result is reported: procedures, performance, reporting back. Pure."""

from collections.abc import Mapping
from datetime import date

from app.sandbox.casefile import CentrePart
from app.sandbox.court_ends import arbitration
from app.sandbox.further import next_further
from app.sandbox.steps import Decision, Done, Step, on_day, transition
from app.sandbox.view import ARBITRATION, CONFIRMATION, REGISTRATION, STATEMENT, ReferralView

Ids = Mapping[str, str]


def closed(case: CentrePart, view: ReferralView, today: date, ids: Ids) -> Decision:
    """Mediation is closed; what follows runs on."""
    if case.report_back_on is not None and not view.count("report_back"):
        return on_day(case.report_back_on, today, Step("report_back", transition("report_back")))
    onward = _onward(case, view, today, ids) or confirmation_or_statement(case, view, today, ids)
    if onward is not None:
        return onward
    further = next_further(case.further, view, today, "organisation", ids)
    if further is not None:
        return further
    if case.performed_on is not None and view.agreement == "agreement_effective":
        return on_day(case.performed_on, today, Step("record_performance", transition("record_performance")))
    return Done()


def _onward(case: CentrePart, view: ReferralView, today: date, ids: Ids) -> Decision | None:
    """Where open claims go: to the court for registration, or to labour arbitration."""
    to_court = case.route == "filing" and view.fact("closure") in {"registered", "partly_agreed"}
    if to_court and view.procedure(REGISTRATION) is None:
        return Step("hand_over", transition("hand_over", court_id=_court(case, ids)))
    if case.route != "arbitration":
        return None
    found = view.procedure(ARBITRATION)
    if found is None:
        return Step("refer_to_arbitration", transition("refer_to_arbitration"))
    if found[1] == "referred" and case.arbitration is not None:
        return arbitration(case.arbitration, found[0], today)
    return None


def confirmation_or_statement(case: CentrePart, view: ReferralView, today: date, ids: Ids) -> Decision | None:
    """The application to a court that the parties plan, or None where they plan none or made it already."""
    bound = [party.id for party in view.agreeing]
    if case.apply_on is not None and view.procedure(CONFIRMATION) is None:
        applicants = [view.party_id(label) for label in case.applicants] or bound
        body = transition("apply_for_confirmation", applicant_ids=applicants, court_id=_court(case, ids))
        return on_day(case.apply_on, today, Step("apply_for_confirmation", body))
    if case.statement_on is not None and view.procedure(STATEMENT) is None:
        body = transition("request_statement", applicant_ids=bound)
        return on_day(case.statement_on, today, Step("request_statement", body))
    return None


def _court(case: CentrePart, ids: Ids) -> str | None:
    return None if case.apply_to is None else ids[case.apply_to]
