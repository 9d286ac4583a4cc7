"""What a case came to, in the words in which published cases state it. Pure."""

from collections.abc import Sequence

from app.sandbox.view import CONFIRMATION, REGISTRATION, ReferralView

_BY_CONFIRMATION = {
    "confirmed": "judicial_confirmation",
    "rejected": "confirmation_rejected",
    "not_accepted": "confirmation_not_accepted",
}
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
    "enforcement_refused": "持协议申请执行被驳回",
    "open": "未完结",
}


def outcome_of(view: ReferralView) -> str:
    """The outcome: a decided confirmation first, then how mediation closed; `open` before that."""
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
