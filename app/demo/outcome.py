"""What a case came to, in the words in which published cases state it. Pure."""

from collections.abc import Mapping, Sequence

from app.sandbox.view import CONFIRMATION, REGISTRATION, ReferralView

_BY_CONFIRMATION = {
    "confirmed": "judicial_confirmation",
    "rejected": "confirmation_rejected",
    "not_accepted": "confirmation_not_accepted",
}
_BY_PROCEDURE: Mapping[str, Mapping[str, str]] = {
    "enforcement": {"enforced": "enforced"},
    "payment_order": {"order_effective": "payment_order"},
    "arbitration_review": {"in_force": "arbitration_statement"},
    "notarisation": {"notarised": "notarised", "certified": "notarised"},
}
"""Kinds of procedure by how far they lead, with the states that are an outcome."""

_BY_CLOSURE = {
    "withdrawn_after_settlement": "withdrawal",
    "performed_at_once": "agreement_performed",
    "partly_agreed": "partly_agreed",
    "advised_to_sue": "advised_to_sue",
    "returned": "returned",
    "taken_back": "taken_back",
    "mediation_statement": "mediation_statement",
    "closed_by_other_means": "closed_by_other_means",
    "to_trial": "to_trial",
    "deemed_withdrawn": "deemed_withdrawn",
    "to_arbitration": "to_arbitration",
}

LABELS = {
    "judicial_confirmation": "司法确认",
    "confirmation_rejected": "司法确认驳回",
    "confirmation_not_accepted": "司法确认不予受理",
    "agreement_only": "达成协议",
    "agreement_performed": "协议履行完毕",
    "withdrawal": "和解撤回",
    "partly_agreed": "部分达成协议，余部立案",
    "returned_registered": "调解不成转立案",
    "registration_refused": "调解不成不予立案",
    "advised_to_sue": "告知另行起诉",
    "returned": "退回后立案",
    "taken_back": "收回结案",
    "terminated": "调解终止",
    "mediation_statement": "调解书",
    "closed_by_other_means": "其他方式结案",
    "to_trial": "转入审理",
    "deemed_withdrawn": "按撤诉处理",
    "to_arbitration": "转劳动仲裁",
    "notarised": "赋强公证",
    "payment_order": "支付令生效",
    "arbitration_statement": "仲裁调解书",
    "enforced": "执行完毕",
    "enforcement_refused": "持协议申请执行被驳回",
    "open": "未完结",
}


def outcome_of(view: ReferralView) -> str:
    """The outcome: what followed the agreement, then a decided confirmation, then how mediation closed; else `open`."""
    return _further(view) or _ended(view)


def _further(view: ReferralView) -> str | None:
    """What a creditor reached after mediation, or what gave the agreement force beside a confirmation."""
    found = ((states, view.procedure(kind)) for kind, states in _BY_PROCEDURE.items())
    words = (None if procedure is None else states.get(procedure[1]) for states, procedure in found)
    return next((word for word in words if word is not None), None)


def _ended(view: ReferralView) -> str:
    confirmation, registration = view.procedure(CONFIRMATION), view.procedure(REGISTRATION)
    if confirmation is not None:
        return _BY_CONFIRMATION.get(confirmation[1], "open")
    if view.open_procedures:
        return "open"
    closure = view.fact("closure")
    if closure == "advised_to_sue" and view.kind in {"direct", "transferred"}:
        return "terminated"
    if closure == "registered":
        registered = registration is not None and registration[1] == "registered"
        return "returned_registered" if registered else "registration_refused"
    if closure == "agreed":
        return "agreement_performed" if view.agreement == "performed" else "agreement_only"
    return _BY_CLOSURE.get(closure or "", "open")


def in_order(wanted: Sequence[str], happened: Sequence[str]) -> bool:
    """Whether all wanted event types happened in this order, whatever lies between them."""
    rest = iter(happened)
    return all(kind in rest for kind in wanted)
