"""Chinese and English names of states, actions, machines and events, for people. Every value of an enum has a row."""

from collections.abc import Mapping
from typing import NamedTuple


class Label(NamedTuple):
    """One name in two languages."""

    zh: str
    en: str


def _labels(*rows: tuple[str, str, str]) -> dict[str, Label]:
    return {code: Label(zh, en) for code, zh, en in rows}


MACHINES: Mapping[str, Label] = _labels(
    ("mediation", "调解", "Mediation"),
    ("agreement", "协议与履行", "Agreement and performance"),
    ("judicial_confirmation", "司法确认", "Judicial confirmation"),
    ("case_registration", "立案", "Case registration"),
)

STATES: Mapping[str, Label] = _labels(
    ("consulting", "征询意见", "Consulting the parties"),
    ("returned", "退回", "Returned"),
    ("awaiting_acceptance", "待接收", "Awaiting acceptance"),
    ("overdue", "逾期未接收", "Overdue"),
    ("unassigned", "待重新指定", "Unassigned"),
    ("accepted", "已接受", "Accepted"),
    ("contacting", "征询对方", "Contacting the other party"),
    ("mediating", "调解中", "Mediating"),
    ("appraising", "鉴定", "Appraisal"),
    ("term_expired", "期限届满待报结果", "Term expired, result awaited"),
    ("mediation_ended", "调解终结", "Mediation ended"),
    ("closed", "结案", "Closed"),
    ("agreement_pending", "待签署", "Awaiting signatures"),
    ("agreement_effective", "已生效", "Effective"),
    ("agreement_refused", "拒绝签署", "Refused"),
    ("performed", "已履行", "Performed"),
    ("applied", "已申请", "Applied"),
    ("not_accepted", "不予受理", "Not accepted"),
    ("under_review", "审查中", "Under review"),
    ("confirmed", "确认有效", "Confirmed"),
    ("rejected", "驳回申请", "Rejected"),
    ("withdrawn", "撤回申请", "Withdrawn"),
    ("handed_over", "已移送", "Handed over"),
    ("registered", "已立案", "Registered"),
    ("not_registered", "不予立案", "Not registered"),
)

ACTIONS: Mapping[str, Label] = _labels(
    ("consult", "征询当事人", "Open a consultation"),
    ("delegate", "委派", "Delegate"),
    ("record_opinion", "记录当事人意见", "Record a party's opinion"),
    ("return", "退回", "Return"),
    ("accept", "接受", "Accept"),
    ("decline", "不接受", "Decline"),
    ("run_overdue", "逾期", "Acceptance window closes"),
    ("reassign", "重新指定", "Reassign"),
    ("take_back", "收回", "Take back"),
    ("close", "结束", "Close"),
    ("receive_materials", "签收材料", "Sign for the materials"),
    ("assign_mediator", "指定调解员", "Assign a mediator"),
    ("contact_party", "联系当事人", "Contact a party"),
    ("miss_contact", "逾期未联系", "Contact not made in time"),
    ("start", "开始调解", "Start"),
    ("schedule_session", "安排调解", "Schedule a session"),
    ("hold_session", "进行调解", "Hold a session"),
    ("miss_session", "当事人缺席", "Session missed"),
    ("begin_appraisal", "委托鉴定", "Entrust an appraisal"),
    ("end_appraisal", "收到鉴定意见", "Appraisal report received"),
    ("extend_term", "延长期限", "Extend the term"),
    ("expire_term", "期限届满", "Term expires"),
    ("end", "终结调解", "End the mediation"),
    ("end_unreported", "逾期未报结果", "Nothing reported after expiry"),
    ("report_result", "报送结果", "Report the result"),
    ("draft_agreement", "拟定协议", "Draft the agreement"),
    ("sign", "签署", "Sign"),
    ("refuse_to_sign", "拒绝签署", "Refuse to sign"),
    ("record_performance", "履行完毕", "Record performance"),
    ("lapse_confirmation", "申请期届满", "Window for confirmation closes"),
    ("apply_for_confirmation", "共同申请司法确认", "Apply jointly for confirmation"),
    ("accept_application", "受理申请", "Accept the application"),
    ("refuse_application", "不予受理申请", "Do not accept the application"),
    ("withdraw_application", "撤回申请", "Withdraw the application"),
    ("confirm_agreement", "裁定确认有效", "Rule the agreement valid"),
    ("reject_confirmation", "裁定驳回", "Reject the application"),
    ("hand_over", "移送立案", "Hand over for filing"),
    ("register_case", "登记立案", "Register the case"),
    ("refuse_registration", "不予登记立案", "Do not register the case"),
)
