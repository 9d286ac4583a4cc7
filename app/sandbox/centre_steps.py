"""How a simulated mediation organisation decides its next step: from its own file, the events and the day. Pure."""

from collections import Counter
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from app.sandbox.casefile import Answer, Appraisal, CentrePart, Extension, Session
from app.sandbox.centre_ends import closed, confirmation_or_statement
from app.sandbox.openings import application_to_centre
from app.sandbox.records import beside, next_record
from app.sandbox.steps import Decision, Done, Step, Wait, on_day, transition
from app.sandbox.view import ReferralView

Ids = Mapping[str, str]
"""`organisation`: its own id; `mediator`: that of the mediator whom it assigns; names of courts and organisations."""

_DONE_BY = {"session": ("hold_session", "miss_session"), "appraisal": ("end_appraisal",), "extension": ("extend_term",)}


def next_step(case: CentrePart, view: ReferralView | None, today: date, ids: Ids) -> Decision:
    """What the organisation does next; nothing, once the referral is no longer its own.

    Args:
        case: The organisation's own file.
        view: The referral, or None before it is there.
        today: Legal date.
        ids: See `Ids`.
    """
    if view is None:
        if case.opening is None:
            return Wait()
        return on_day(case.opening.refer_on, today, Step("open", application_to_centre(case)))
    if view.holder != ids["organisation"]:
        return Done()
    record = next_record(case.records, view, today, "organisation")
    if isinstance(record, Step):
        return record
    decide = _HELPING.get(view.state or "") if view.kind == "assisted" else _BY_STATE.get(view.state or "")
    return beside(Wait() if decide is None else decide(case, view, today, ids), record)


def _offered(case: CentrePart, view: ReferralView, today: date, ids: Ids) -> Decision:
    answer = case.answer
    if answer.kind == "silence":
        return Wait()
    if answer.kind == "dispatch":
        return _passed_on(answer, view, today, ids)
    body = transition(answer.kind, reason=answer.reason, explanation=answer.explanation)
    return on_day(answer.on, today, Step(answer.kind, body))


def _passed_on(answer: Answer, view: ReferralView, today: date, ids: Ids) -> Decision:
    """To the next of those below that have not had it."""
    tried = sum(act.action == "dispatch" and act.facts["from_id"] == ids["organisation"] for act in view.acts)
    if tried >= len(answer.to):
        return Wait()
    body = transition("dispatch", organisation_id=ids[answer.to[tried]], ground="court_duty")
    return on_day(answer.on, today, Step(f"dispatch.{ids['organisation']}.{tried + 1}", body))


def _accepted(case: CentrePart, view: ReferralView, today: date, ids: Ids) -> Decision:
    if case.hand_back is not None:
        body = transition("hand_back", reason=case.hand_back.reason, explanation=case.hand_back.explanation)
        return on_day(case.hand_back.on, today, Step("hand_back", body))
    if case.materials_on is not None and not view.count("receive_materials"):
        return on_day(case.materials_on, today, Step("receive_materials", transition("receive_materials")))
    if not view.count("assign_mediator"):
        return Step("assign_mediator", transition("assign_mediator", mediator_id=ids["mediator"]))
    asked = view.count("contact_party")
    if asked < len(case.contacts):
        word = case.contacts[asked]
        body = transition("contact_party", party_id=view.party_id(word.party), means=word.means, result=word.result)
        return on_day(word.on, today, Step(f"contact.{asked + 1}", body))
    if case.start_on is None:
        return _ending(case, today)
    return on_day(case.start_on, today, Step("start", _start(case, view)))


def _start(case: CentrePart, view: ReferralView) -> dict[str, Any]:
    checked = [
        {"party_id": view.party_id(label), "id_type": identity.type, "id_number": identity.number}
        for label, identity in case.identities.items()
    ]
    return transition(
        "start",
        rights_notice_given=True,
        sham_warning_given=True,
        service_address_form=True,
        identities=checked,
    )


def _mediating(case: CentrePart, view: ReferralView, today: date, _ids: Ids) -> Decision:
    seen: Counter[str] = Counter()
    for happening in case.happenings:
        seen[happening.what] += 1
        if view.count(*_DONE_BY[happening.what]) < seen[happening.what]:
            return _happening(happening, seen[happening.what], view, today)
    return _ending(case, today)


def _happening(happening: Session | Appraisal | Extension, number: int, view: ReferralView, today: date) -> Decision:
    everybody = [party.id for party in view.agreeing]
    if isinstance(happening, Session):
        return _session(happening, number, view, today)
    if isinstance(happening, Appraisal):
        step = Step(f"appraisal.{number}.begin", transition("begin_appraisal", agreed_by=everybody))
        return on_day(happening.on, today, step)
    body = transition("extend_term", until=happening.until.isoformat(), agreed_by=everybody)
    return on_day(happening.on, today, Step(f"extension.{number}", body))


def _session(session: Session, number: int, view: ReferralView, today: date) -> Decision:
    scheduled = [act.facts["session_id"] for act in view.acts if act.action == "schedule_session"]
    if len(scheduled) < number:
        online = [party.id for party in view.agreeing] if session.mode == "online" else None
        body = transition("schedule_session", scheduled_on=session.on.isoformat(), mode=session.mode, agreed_by=online)
        return Step(f"session.{number}.schedule", body)
    absent = [view.party_id(label) for label in session.absent]
    action = "miss_session" if absent else "hold_session"
    body = transition(action, session_id=scheduled[number - 1], absent_party_ids=absent or None)
    return on_day(session.on, today, Step(f"session.{number}.over", body))


def _appraising(case: CentrePart, view: ReferralView, today: date, _ids: Ids) -> Decision:
    number = view.count("begin_appraisal")
    report_on = [happening.report_on for happening in case.happenings if isinstance(happening, Appraisal)][number - 1]
    return on_day(report_on, today, Step(f"appraisal.{number}.end", transition("end_appraisal")))


def _ending(case: CentrePart, today: date) -> Decision:
    """The end, on its day; after expiry it says when it really happened. Without a result nothing is reported."""
    result = case.result
    if result is None:
        return Wait()
    happened_on = None if result.happened_on is None else result.happened_on.isoformat()
    body = transition("end", reason=result.reason, partial=result.partial, occurred_on=happened_on)
    return on_day(result.on, today, Step("end", body))


def _expired(case: CentrePart, _view: ReferralView, today: date, _ids: Ids) -> Decision:
    return _ending(case, today)


def _ended(case: CentrePart, view: ReferralView, today: date, ids: Ids) -> Decision:
    if view.count("report_result"):  # After filing the court closes; the organisation goes on beside it.
        return confirmation_or_statement(case, view, today, ids) or Wait()
    agreed = view.fact("outcome") in {"agreed", "partly_agreed"}
    if agreed and view.agreement is None:
        return Step("draft_agreement", _draft(case, view))
    if view.agreement == "agreement_pending":
        return _signing(case, view, today)
    at_once = case.performed_on is not None and (case.report_on is None or case.performed_on <= case.report_on)
    if at_once and view.agreement == "agreement_effective":
        return on_day(case.performed_on, today, Step("record_performance", transition("record_performance")))
    return on_day(case.report_on, today, Step("report_result", transition("report_result", route=case.route)))


def _draft(case: CentrePart, view: ReferralView) -> dict[str, Any]:
    terms = [
        {
            "payer_party_id": None if term.payer is None else view.party_id(term.payer),
            "amount": None if term.amount_yuan is None else str(term.amount_yuan),
            "due_on": None if term.due_on is None else term.due_on.isoformat(),
            "text": term.text,
        }
        for term in case.terms
    ]
    return transition("draft_agreement", terms=terms)


def _signing(case: CentrePart, view: ReferralView, today: date) -> Decision:
    plan = case.signing
    if plan is None:
        return Wait()
    signed = {(act.facts["signer_role"], act.facts.get("party_id")) for act in view.acts if act.action == "sign"}
    for party in view.agreeing:
        if ("party", party.id) in signed:
            continue
        if party.label == plan.refuses:
            body = transition("refuse_to_sign", party_id=party.id)
            return on_day(plan.on, today, Step("refuse_to_sign", body))
        body = transition("sign", role="party", party_id=party.id, means=plan.means)
        return on_day(plan.on, today, Step(f"sign.{party.label}", body))
    role = next((role for role in plan.also if (role, None) not in signed), None)
    if role is None:
        return Wait()
    return on_day(plan.on, today, Step(f"sign.{role}", transition("sign", role=role, means=plan.means)))


_BY_STATE: dict[str, Callable[[CentrePart, ReferralView, date, Ids], Decision]] = {
    "submitted": _offered,
    "awaiting_acceptance": _offered,
    "overdue": _offered,
    "accepted": _accepted,
    "contacting": _accepted,
    "mediating": _mediating,
    "appraising": _appraising,
    "term_expired": _expired,
    "mediation_ended": _ended,
    "closed": closed,
}

_HELPING: dict[str, Callable[[CentrePart, ReferralView, date, Ids], Decision]] = {
    "accepted": _accepted,
    "closed": closed,
}
"""Who helps a judge names a mediator and hears how it ended; the court does the rest."""
