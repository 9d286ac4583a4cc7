"""Our own decisions where no statute speaks: Chinese, English, what was decided; `sources.py` makes rows of them."""

from collections.abc import Mapping
from typing import Final

from app.domain.decisions_dispatch import DISPATCH_DECISIONS
from app.domain.decisions_outcome import OUTCOME_DECISIONS
from app.domain.decisions_parties import PARTY_DECISIONS

DECISIONS: Final[Mapping[str, tuple[str, str, str]]] = {
    "PD_REPORT_WINDOW": (
        "期限届满后的补报期",
        "Window to report after the term expired",
        "Three working days unless set otherwise; only facts from inside the term may be reported.",
    ),
    "PD_LATE_ACCEPTANCE": (
        "逾期接收",
        "Late acceptance",
        "Until another is appointed the organisation may still accept, recorded as late; a court may set this strict.",
    ),
    "PD_TAKE_BACK": (
        "收回",
        "Taking back an offer",
        "Whoever referred may withdraw an offer that nobody accepted, and close what an organisation leaves unsigned.",
    ),
    "PD_CANCEL": (
        "撤销请求",
        "Calling off an accepted referral",
        "It takes the organisation's word after acceptance, or its silence; what was agreed or reported before stands.",
    ),
    "PD_HAND_BACK": (
        "接受后退回",
        "Handing back after acceptance",
        "With a reason, before an agreement; whoever referred chooses again; for the term see PD_TERM_ON_REASSIGNMENT.",
    ),
    "PD_TRANSFER": (
        "非法院单位移送",
        "Transfers by bodies that are no courts",
        "No statute orders them: they are handled as applications of the parties, offered like a court's referral.",
    ),
    "PD_FEEDBACK": (
        "结案反馈",
        "Report back to the referring body",
        "Five working days from closing unless set otherwise; local agreements ask for feedback and name no days.",
    ),
    "PD_TERM_ON_REASSIGNMENT": (
        "重新指定后的调解期限",
        "The term after a reassignment",
        "A dated setting of each court: anew (default) or going on; with the same organisation it always goes on.",
    ),
    "PD_REOPEN": (
        "恢复调解",
        "Taking mediation up again",
        "The court may, before filing, while nothing followed: inside the term, or to a later day on which all agree.",
    ),
    "PD_LEAD_TIMES": (
        "期限临近提醒",
        "Warnings before a last day",
        "No statute orders them: lead times by group are a dated setting of each court, counted from the raw end.",
    ),
    "PD_SUSPENSION": (
        "中止调解",
        "Suspension",
        "It ends nothing; the term runs on unless the court's dated setting pauses it; only a review finds a sham.",
    ),
    "PD_CONFLICT": (
        "利益冲突",
        "Conflicts of interest",
        "A check counts what the organisation sees and decides nothing; a disclosed relation stops acts until decided.",
    ),
    "PD_TERM_EXPIRED": (
        "期限届满待报结果",
        "Expiry is a state, not an end",
        "After expiry no session is held without a further agreement, and the result is still reported.",
    ),
    "PD_CHANNEL": (
        "对接渠道",
        "Channels and their scope",
        "Outside its scope a channel warns, and refuses only if it is strict.",
    ),
    "PD_CODES": (
        "代码与名称",
        "Codes and labels",
        "A list, or a value of it, that no instrument fixes; needed to record what published cases show.",
    ),
    "PD_TRACKS": (
        "程序轨道",
        "Tracks",
        "A referral is pinned to one dated body of procedure; which of them a court uses is its configuration.",
    ),
    "PD_EARLIER_LAW": (
        "早于规则施行的事实",
        "Rules applied to earlier facts",
        "Facts older than every source of a rule are handled by the later rules, and cite this decision instead.",
    ),
    "PD_DOSSIER": (
        "卷宗记载",
        "What is recorded around a referral",
        "Messages, particulars and the business status are recorded as given; they move no state.",
    ),
    "PD_URGE": (
        "催办",
        "Urging",
        "One urging is open at a time; it is answered within two working days unless a day is named.",
    ),
    "PD_SERIES": (
        "系列案",
        "Series",
        "Referrals may be handled together; each keeps its own clocks, agreement and outcome.",
    ),
    "PD_BREACH_BY_TIME": (
        "逾期未记录履行",
        "An instalment of which no performance is recorded",
        "Ten working days after its last day it counts as not performed, or on report alone, as set.",
    ),
    "PD_INSTALMENTS": (
        "分期履行的记录",
        "How performance is recorded by instalment",
        "By whoever promised it, on proof or confirmed, never beyond what is owed; a new text has its own plan.",
    ),
    "PD_REPUDIATION": (
        "调解书送达前反悔",
        "Going back before service",
        "Who has signed for the statement may not go back; the others may until they sign, or before it is asked for.",
    ),
    "PD_ASSISTED": (
        "邀请调解",
        "Helping a judge mediate",
        "Who is invited helps and needs no acceptance; the judge's term runs on without it, extended as after filing.",
    ),
    **DISPATCH_DECISIONS,
    **OUTCOME_DECISIONS,
    **PARTY_DECISIONS,
    "PD_SANDBOX": (
        "模拟数据",
        "Simulated parties",
        "Identity numbers of the demonstration are synthetic and have valid check digits.",
    ),
}
"""Product decisions: Chinese, English, what was decided."""
