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
}
"""By name, in the order in which people read them."""
