"""The table of periods: what starts them, how long they are, what their end means. One row a rule, no computing.

Periods that are ranges of hours, and trial terms, are not here: they are no plain periods of days.
"""

from collections.abc import Mapping
from typing import Final

from app.domain.periods_form import Rule, RuleId, Unit
from app.domain.sources import Mark
from app.domain.sources import SourceId as S

__all__ = ["RULES", "Rule", "RuleId", "Unit"]


def _rule(
    rule: RuleId,
    span: tuple[int | None, Unit],
    name: tuple[str, str],
    start: tuple[str, str],
    effect: tuple[str, str],
    *sources: S,
    mark: Mark = Mark.TEXT_SEEN,
    invariable: bool = False,
) -> Rule:
    return Rule(rule, *span, *name, *start, *effect, sources, mark, invariable)


def _days(count: int | None) -> tuple[int | None, Unit]:
    return count, Unit.CALENDAR_DAYS


def _working(count: int) -> tuple[int, Unit]:
    return count, Unit.WORKING_DAYS


def _years(count: int) -> tuple[int, Unit]:
    return count, Unit.YEARS


_ROWS: Final[tuple[Rule, ...]] = (
    _rule(
        RuleId.T01,
        _working(2),
        ("共同选择调解组织或调解员", "Joint choice of organisation or mediator"),
        ("双方同意在线调解", "both parties consented to online mediation"),
        ("由人民法院指定", "the court appoints"),
        S.OMR_10,
    ),
    _rule(
        RuleId.T02,
        _working(3),
        ("法院指定调解组织或调解员", "Court appoints organisation or mediator"),
        ("法院收到在线调解申请", "the court received the online application"),
        ("逾期提醒法院", "the court is alerted"),
        S.OMR_10,
    ),
    _rule(
        RuleId.T03,
        _working(3),
        ("接受或拒绝", "Accept or refuse"),
        ("收到委派、委托或申请", "the organisation or mediator received the referral or application"),
        ("不视为接受；可重新指定或选择", "no deemed acceptance; another may be appointed or chosen"),
        S.OMR_12,
    ),
    _rule(
        RuleId.T04,
        _working(3),
        ("联系对方当事人", "Contact the other party"),
        ("接受委派（仅一方同意调解）", "the mediator accepted a referral to which one side had consented"),
        (
            "期限内继续联系；无法联系或拒绝的即时终结",
            "keep trying inside the term; end at once if unreachable or refused",
        ),
        S.OMR_15,
        S.OMR_25,
    ),
    _rule(
        RuleId.T05,
        _days(30),
        ("诉前调解", "Pre-filing mediation"),
        ("签收法院移交材料（2016）或平台确认接受（2022）", "signed receipt of materials (2016), or acceptance (2022)"),
        ("终结，但各方同意延长的除外", "mediation ends unless all parties agreed to extend"),
        S.IMR_27,
        S.OMR_24,
    ),
    _rule(
        RuleId.T06,
        _days(15),
        ("立案后委托调解（普通程序）", "Mediation after filing, ordinary procedure"),
        ("签收法院移交材料", "signed receipt of the court's materials"),
        ("转入审理，但各方同意延长的除外（至多三十日）", "to trial, unless all agreed to extend by at most 30 days"),
        S.IMR_27,
        S.OMR_24,
        S.W1_3,
    ),
    _rule(
        RuleId.T07,
        _days(7),
        ("立案后委托调解（简易程序）", "Mediation after filing, summary procedure"),
        ("签收法院移交材料", "signed receipt of the court's materials"),
        ("转入审理，但各方同意延长的除外（至多三十日）", "to trial, unless all agreed to extend by at most 30 days"),
        S.IMR_27,
        S.OMR_24,
        S.W1_3,
    ),
    _rule(
        RuleId.T09,
        _days(None),
        ("诉前鉴定评估", "Appraisal before filing"),
        ("委托鉴定", "the appraisal was entrusted"),
        ("鉴定期间不计入调解期限", "its days do not count in the mediation term"),
        S.OMR_26,
    ),
    _rule(
        RuleId.T10,
        _days(15),
        ("劳动争议调解", "Mediation of a labour dispute"),
        ("调解组织收到调解申请", "the organisation received the application"),
        ("任何一方可申请仲裁", "either party may apply for arbitration"),
        S.LDMA_14,
    ),
    _rule(
        RuleId.T11,
        _working(3),
        ("企业劳动争议调解受理", "Labour organisation decides acceptance"),
        ("收到调解申请", "the application was received"),
        ("提醒", "alert"),
        S.LNM_22,
        mark=Mark.FROM_MEMORY,
    ),
    _rule(
        RuleId.T12,
        _days(30),
        ("共同申请司法确认", "Joint application for judicial confirmation"),
        ("调解协议生效", "the agreement took effect"),
        ("不再确认；仍可依协议起诉", "no confirmation; suing on the agreement stays open"),
        S.CPL_205,
        S.PML_33,
        S.IN_TWO_REGIMES,
    ),
    _rule(
        RuleId.T13,
        _days(3),
        ("决定是否受理司法确认", "Court decides whether to accept the application"),
        ("法院收到司法确认申请", "the court received the application"),
        ("提醒法院", "the court is alerted"),
        S.JCR_4,
    ),
    _rule(
        RuleId.T14,
        _days(30),
        ("司法确认审结", "Court decides the confirmation"),
        ("立案", "the application was registered"),
        ("院长可批准延长", "the president of the court may extend"),
        S.CPL_187,
    ),
    _rule(
        RuleId.T15,
        _days(15),
        ("当事人对确认裁定的异议", "A party's objection to the ruling"),
        ("收到裁定", "the ruling was received"),
        ("不得再提出异议", "no more objection"),
        S.CPLI_372,
    ),
    _rule(
        RuleId.T16,
        (6, Unit.MONTHS),
        ("利害关系人对确认裁定的异议", "An interested third party's objection"),
        ("知道或应当知道", "the third party knew or should have known"),
        ("不变期间，届满即消灭", "invariable; the right ends"),
        S.CPLI_127,
        S.CPLI_372,
        invariable=True,
    ),
    _rule(
        RuleId.T17,
        _days(15),
        ("共同申请仲裁审查", "Joint application for arbitration review"),
        ("调解协议生效", "the agreement took effect"),
        ("不予受理", "not accepted"),
        S.LAR_74,
        S.LAR_75,
    ),
    _rule(
        RuleId.T18,
        _days(5),
        ("仲裁委员会审查", "Review by the arbitration commission"),
        ("受理", "the application was accepted"),
        ("经批准可延长五日", "five more days with approval"),
        S.LAR_76,
        mark=Mark.FROM_MEMORY,
    ),
    _rule(
        RuleId.T19,
        _days(5),
        ("支付令申请受理通知", "Notice on a payment-order application"),
        ("收到或补正支付令申请", "the application was received or corrected"),
        ("提醒法院", "the court is alerted"),
        S.CPL_226,
        S.CPLI_426,
        S.CPLI_427,
    ),
    _rule(
        RuleId.T20,
        _days(15),
        ("签发支付令", "Payment order issued"),
        ("受理", "the application was accepted"),
        ("或裁定驳回", "or rejected by ruling"),
        S.CPL_227,
        S.CPLI_428,
    ),
    _rule(
        RuleId.T21,
        _days(15),
        ("债务人清偿或书面异议", "Debtor pays or objects in writing"),
        ("收到支付令", "the order was received"),
        ("未异议的可申请执行", "silence makes it enforceable"),
        S.CPL_227,
        S.CPL_228,
    ),
    _rule(
        RuleId.T22,
        _days(30),
        ("支付令送达", "Service of the payment order"),
        ("签发支付令", "the order was issued"),
        ("无法送达的终结督促程序", "unserved: the procedure ends"),
        S.CPLI_430,
    ),
    _rule(
        RuleId.T23,
        _days(7),
        ("支付令失效后不同意起诉的表示", "Creditor declines suit after the order lapsed"),
        ("收到终结督促程序裁定", "the ending ruling was received"),
        ("未表示的视为起诉", "silence is a suit"),
        S.CPLI_438,
        S.CPLI_439,
    ),
    _rule(
        RuleId.T24,
        _days(7),
        ("决定是否立案", "Decision on filing"),
        ("收到起诉状或补正次日", "the complaint was received, or the day after correction"),
        ("提醒法院", "the court is alerted"),
        S.CPL_126,
        S.CPLI_126,
        S.RCR_8,
    ),
    _rule(
        RuleId.T25,
        _years(2),
        ("申请执行", "Application for enforcement"),
        ("履行期间最后一日；分期的为最后一期", "last day of performance; of the last instalment"),
        ("债务人可提出时效异议", "the debtor may raise the time bar"),
        S.CPL_250,
    ),
    _rule(
        RuleId.T26,
        _years(2),
        ("申请执行公证债权文书", "Enforcement of a notarised debt"),
        ("每期履行期间最后一日", "each instalment's own last day"),
        ("申请执行证书中断时效", "applying for the certificate interrupts it"),
        S.NDE_9,
    ),
    _rule(
        RuleId.T27,
        _days(30),
        ("诉前保全后起诉", "Suit after pre-suit preservation"),
        ("采取保全措施", "the measure was taken"),
        ("解除保全", "the measure is lifted"),
        S.CPL_104,
    ),
    _rule(
        RuleId.T28,
        _years(1),
        ("劳动仲裁时效", "Limitation of labour arbitration"),
        ("知道或应当知道权利被侵害", "knew or should have known"),
        ("主张权利、请求救济或同意履行的中断", "interrupted by demand, request for relief or promise"),
        S.LDMA_27,
    ),
    _rule(
        RuleId.T29,
        _years(3),
        ("民事诉讼时效", "Civil limitation"),
        ("知道或应当知道权利被侵害", "knew or should have known"),
        ("向调解组织请求保护的中断", "interrupted by asking a mediation body for protection"),
        S.CC_188,
        S.CC_195,
        S.LIM_12,
    ),
    _rule(
        RuleId.T30,
        _days(7),
        ("无异议调解方案认可", "No-objection proposal"),
        ("送达书面方案", "the written proposal was served"),
        ("未书面异议的视为同意", "no written objection is agreement"),
        S.DMR_24,
        mark=Mark.FROM_MEMORY,
    ),
    _rule(
        RuleId.T31,
        _days(10),
        ("仲裁委托调解", "Mediation delegated by arbitration"),
        ("双方同意", "both parties consented"),
        ("恢复仲裁", "the hearing resumes"),
        S.LAR_DELEGATION,
        mark=Mark.SECONDARY,
    ),
    _rule(
        RuleId.REPORT,
        _working(3),
        ("届满后补报结果", "Report after the term expired"),
        ("调解期限届满", "the mediation term expired"),
        ("按期限届满终结", "mediation ends as expired"),
        S.PD_REPORT_WINDOW,
        mark=Mark.PRODUCT_DECISION,
    ),
    _rule(
        RuleId.FEEDBACK,
        _working(5),
        ("结案反馈", "Report back to the referring body"),
        ("移送的纠纷调解结案", "mediation of a transferred dispute closed"),
        ("提醒", "alert"),
        S.PD_FEEDBACK,
        mark=Mark.PRODUCT_DECISION,
    ),
    _rule(
        RuleId.URGE,
        _working(2),
        ("答复催办", "Answer to an urging"),
        ("催办", "the organisation was urged"),
        ("提醒；逾期仍可答复", "alert; a late answer is still taken"),
        S.PD_URGE,
        mark=Mark.PRODUCT_DECISION,
    ),
    _rule(
        RuleId.FEE,
        _days(7),
        ("交纳案件受理费", "Payment of the court fee"),
        ("收到交费通知", "the fee notice was received"),
        ("未交纳的可按撤诉处理", "unpaid, the suit may be deemed withdrawn"),
        S.LFM_22,
        S.W1_6,
        mark=Mark.FROM_MEMORY,
    ),
    _rule(
        RuleId.PERFORM,
        _days(None),
        ("分期履行", "Performance of an instalment"),
        ("协议有约束力", "the agreement binds"),
        ("到期提示；尚待记录是否履行", "alert; whether it was performed is still to be recorded"),
        S.PML_31,
        S.CC_203,
    ),
    _rule(
        RuleId.BREACH,
        _working(10),
        ("到期后记录履行", "Record of a performance after its day"),
        ("一期的履行期限届满", "the day of an instalment passed"),
        ("按未履行记录；事后仍可补记", "recorded as not performed; a performance may still be recorded"),
        S.PD_BREACH_BY_TIME,
        mark=Mark.PRODUCT_DECISION,
    ),
)

RULES: Final[Mapping[str, Rule]] = {rule.id: rule for rule in _ROWS}
"""Every period by id."""
