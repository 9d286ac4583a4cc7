"""Code lists of what follows mediation: procedures of the court and of the arbitration body, and their refusals."""

from collections.abc import Mapping
from typing import Final

from app.domain.codes_form import OWN, Code, coded
from app.domain.sources import SourceId as S

PROCEDURE_LISTS: Final[Mapping[str, tuple[Code, ...]]] = {
    "not_accept_reason": coded(
        (S.CPLI_355,),
        ("outside_court_remit", "不属于人民法院受理范围", "Outside the courts' remit"),
        ("wrong_court", "不属于受理法院管辖", "Wrong court"),
        ("status_relation", "涉及婚姻、亲子、收养等身份关系", "Status relation: marriage, parentage, adoption"),
        ("other_procedure", "适用其他特别程序、公示催告或破产程序", "Belongs to another special procedure"),
        ("property_right_confirmation", "涉及物权、知识产权确权", "Confirms rights in rem or intellectual property"),
    )
    + coded(
        (S.CPLI_354, S.PD_CODES),
        ("materials_not_supplied", "未按期补正材料", "Materials not supplied in time"),
    ),
    "deemed_withdrawal_reason": coded(
        (S.CPLI_357,),
        ("materials_not_supplied", "无正当理由未按期补充材料", "Supplements not given in time, without good reason"),
        ("questioning_refused", "无正当理由拒不接受询问", "Refused to be questioned, without good reason"),
    ),
    "reject_reason": (
        *coded(
            (S.CPLI_358,),
            ("mandatory_law", "违反法律强制性规定", "Breaches mandatory law"),
            ("harm_to_others", "损害国家、社会公共利益或他人合法权益", "Harms the state, the public or others"),
            ("public_order", "违背公序良俗", "Against public order"),
            ("involuntary", "违反自愿原则", "Not voluntary"),
            ("content_unclear", "内容不明确", "Content not clear"),
            ("other", "其他情形", "Other"),
        ),
        *coded((S.CPLI_355,), ("not_acceptable", "受理后发现不应受理", "Found after acceptance to be inadmissible")),
    ),
    "registration_refusal_reason": (
        *coded(
            (S.CPL_126, S.RCR_2),
            ("conditions_not_met", "不符合起诉条件", "Statutory conditions not met"),
            ("outside_jurisdiction", "不属于本院管辖", "Outside this court's jurisdiction"),
        ),
        *coded((S.RCR_8,), ("materials_not_supplied", "未按期补正材料", "Materials not supplied in time")),
        *coded((S.LDMA_5,), ("arbitration_first", "应先申请劳动仲裁", "Labour arbitration comes first")),
        *coded(OWN, ("other", "其他情形", "Other")),
    ),
    "procedure_kind": (
        *coded((S.CPL_205, S.CPLI_351), ("judicial_confirmation", "司法确认", "Judicial confirmation")),
        *coded((S.IMR_21, S.CPL_126), ("case_registration", "立案", "Case registration")),
        *coded((S.IMR_20, S.OMR_20), ("mediation_statement", "调解书", "Mediation statement")),
        *coded((S.IMR_20, S.W1_4), ("suit_withdrawal", "撤诉", "Withdrawal of the suit")),
        *coded((S.IMR_21, S.W1_5), ("transfer_to_trial", "转入审理", "Transfer to trial")),
        *coded((S.LDMA_5, S.LDMA_14), ("labour_arbitration", "仲裁", "Labour arbitration")),
        *coded((S.CPL_225, S.LDMA_16), ("payment_order", "支付令", "Payment order")),
        *coded((S.LAR_74, S.LAR_75), ("arbitration_review", "仲裁审查", "Arbitration review")),
        *coded((S.NAL_37, S.NDE_3), ("notarisation", "公证赋强", "Enforceable notarisation")),
        *coded((S.CPL_247, S.CPL_250), ("enforcement", "执行", "Enforcement")),
    ),
    "procedure_type": (
        *coded(
            (S.IMR_27, S.OMR_24),
            ("ordinary", "普通程序", "Ordinary procedure"),
            ("summary", "简易程序", "Summary procedure"),
        ),
        *coded(OWN, ("small_claims", "小额诉讼程序", "Small claims procedure"), note="A form of summary procedure."),
    ),
    "statement_refusal_reason": coded(
        (S.CMP_10, S.OMR_23),
        ("involuntary", "违反自愿原则", "Not voluntary"),
        ("unlawful", "内容违反法律", "Content unlawful"),
        ("harm_to_others", "损害国家、社会公共利益或他人合法权益", "Harms the state, the public or others"),
        ("sham_suspected", "涉嫌虚假调解", "Suspected sham mediation"),
        ("other", "其他情形", "Other"),
    ),
    "withdrawal_refusal_reason": coded(
        (S.CPL_148, S.PD_CODES),
        ("unlawful", "撤诉违反法律", "Withdrawal unlawful"),
        ("harms_others", "损害国家、社会公共利益或他人合法权益", "Harms the state, the public or others"),
        ("other", "其他情形", "Other"),
    ),
    "payment_order_refusal_reason": coded(
        (S.CPLI_426, S.PD_CODES),
        ("materials_not_supplied", "未按期补正材料", "Materials not supplied in time"),
    )
    + coded(
        (S.CPL_225, S.CPLI_427),
        ("not_due_or_uncertain", "债权未到期或者数额不确定", "Not due, or of no certain amount"),
        ("counter_performance", "债权人有对待给付义务", "The creditor owes something in return"),
        ("debtor_unreachable", "债务人不在境内、下落不明或者无法送达", "Debtor abroad, missing, or not to be served"),
        ("wrong_court", "不属于本院管辖", "Wrong court"),
        ("preservation", "已申请诉前保全", "Pre-suit preservation was applied for"),
        ("claim_unlawful", "债权债务关系不明确或者不合法", "The debt is not clear, or unlawful"),
    ),
    "payment_order_objection": (
        *coded(
            (S.CPL_228, S.CPLI_435),
            ("debt_denied", "否认债务", "The debt is denied"),
            ("amount_disputed", "对债务数额有异议", "The amount is disputed"),
            ("not_due", "债务未到期或者条件未成就", "Not due yet"),
        ),
        *coded(
            (S.CPL_228, S.CPLI_435),
            ("cannot_pay", "缺乏清偿能力", "Unable to pay"),
            ("asks_for_time", "请求延期清偿", "Asks for time"),
            ("asks_for_other_manner", "请求变更清偿方式", "Asks to pay in another manner"),
            note="No objection to the debt itself: the order stays in force.",
        ),
    ),
    "labour_payment": coded(
        (S.LDMA_16,),
        ("wages", "劳动报酬", "Wages"),
        ("work_injury_medical", "工伤医疗费", "Medical cost of a work injury"),
        ("compensation", "经济补偿", "Economic compensation"),
        ("damages", "赔偿金", "Damages"),
    ),
    "review_not_accept_reason": coded(
        (S.LAR_75,),
        ("not_arbitrable", "不属于劳动人事争议仲裁受理范围", "Not within labour arbitration"),
        ("wrong_commission", "不属于本仲裁委员会管辖", "Outside this commission's jurisdiction"),
        ("out_of_time", "超过申请期限", "Out of time"),
        ("labour_relationship", "确认劳动关系", "Confirms a labour relationship"),
        ("judicially_confirmed", "已司法确认", "Judicially confirmed already"),
    ),
    "review_refusal_reason": coded(
        (S.LAR_78,),
        ("mandatory_law", "违反法律强制性规定", "Breaches mandatory law"),
        ("harm_to_others", "损害国家、社会公共利益或他人合法权益", "Harms the state, the public or others"),
        ("false_evidence", "涉嫌伪造证据", "Evidence suspected to be false"),
        ("involuntary", "违反自愿原则", "Not voluntary"),
        ("content_unclear", "内容不明确", "Content not clear"),
        ("other", "其他情形", "Other"),
    ),
    "notarisation_refusal_reason": coded(
        (S.NDE_5, S.PD_CODES),
        ("no_payment_content", "没有给付内容或者内容不明确", "No payment, or its content not clear"),
        ("promise_missing", "债务人未承诺接受强制执行", "The debtor made no promise"),
        ("involuntary", "违反自愿原则", "Not voluntary"),
        ("unlawful", "内容违反法律", "Content unlawful"),
        ("other", "其他情形", "Other"),
    ),
    "certificate_refusal_reason": coded(
        (S.NDE_8, S.PD_CODES),
        ("performed", "债务已履行", "The debt was performed"),
        ("not_due", "履行期限尚未届满", "Not due yet"),
        ("disputed", "债务人提出有证据的异议", "The debtor objects with evidence"),
        ("other", "其他情形", "Other"),
    ),
    "arbitration_refusal_reason": coded(
        (S.LAR_75,),
        ("not_arbitrable", "不属于劳动人事争议仲裁受理范围", "Not within labour arbitration"),
        ("wrong_commission", "不属于本仲裁委员会管辖", "Outside this commission's jurisdiction"),
        ("limitation", "超过申请期限或仲裁时效", "Out of time"),
        ("other", "其他情形", "Other"),
    ),
    "confirmation_after_entrustment": coded(
        (S.W1_4, S.PD_CONFIRMATION_AFTER_ENTRUSTMENT),
        ("refused", "不予办理司法确认", "No confirmation after entrusted mediation"),
        ("after_withdrawal", "撤诉后可在法定期限内申请", "Only after the suit is withdrawn, inside the term"),
        ("allowed", "可以申请司法确认", "Allowed"),
        note="Setting of a court; whether confirmation is open after entrusted mediation is not verified.",
    ),
    "statement_before_filing": coded(
        (S.PD_STATEMENT_BEFORE_FILING,),
        ("refused", "未立案的不制作调解书", "No statement without a registered case"),
        ("allowed", "可以制作诉前调书", "Statements before filing are made"),
        note="Setting of a court; that some courts do so is known at second hand only.",
    ),
}
"""By name, in the order in which people read them."""
