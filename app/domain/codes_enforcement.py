"""Code lists of the way to a court once mediation is over: why to file, and on what ground it is enforced."""

from collections.abc import Mapping
from typing import Final

from app.domain.codes_form import OWN, Code, coded
from app.domain.sources import SourceId as S

ENFORCEMENT_LISTS: Final[Mapping[str, tuple[Code, ...]]] = {
    "hand_over_reason": (
        *coded(
            (S.IMR_21, S.OMR_21),
            ("mediation_failed", "调解不成", "Mediation failed"),
            ("part_not_agreed", "部分达成协议，余部起诉", "A part was not agreed"),
        ),
        *coded((S.CPL_126, S.OMR_9), ("back_at_court", "已退回或者收回", "Returned or taken back")),
        *coded((S.IMR_25, S.PML_32), ("agreement_not_performed", "未履行调解协议", "The agreement was not performed")),
        *coded((S.CPLI_355,), ("confirmation_not_accepted", "司法确认不予受理", "Confirmation was not accepted")),
        *coded((S.CPL_206,), ("confirmation_rejected", "司法确认被驳回", "Confirmation was rejected")),
        *coded((S.CPLI_372,), ("confirmation_revoked", "确认裁定被撤销", "The confirmation was revoked")),
        *coded((S.LAR_75, S.LAR_78), ("review_refused", "仲裁审查未通过", "The arbitration review was refused")),
        *coded((S.OMR_23,), ("statement_refused", "不予制作调解书", "The statement was refused")),
        *coded((S.CPL_102,), ("statement_repudiated", "调解书送达前反悔", "A party went back on the statement")),
        *coded((S.NDE_8,), ("certificate_refused", "不予出具执行证书", "The certificate was refused")),
        *coded((S.NDE_20, S.CPLI_478), ("enforcement_denied", "不予执行", "Enforcement was denied")),
        *coded((S.CPLI_438, S.LSI_13), ("payment_order_ended", "督促程序终结", "The payment order came to nothing")),
        *coded((S.LDMA_29,), ("arbitration_not_taken", "仲裁委不予受理", "The commission did not take it")),
    ),
    "enforcement_court_ground": (
        *coded((S.CPL_235, S.CPLI_460), ("issuing_court", "作出文书的法院", "The court that made the instrument")),
        *coded(
            (S.CPL_235, S.CPLI_460, S.NDE_2),
            ("property_location", "被执行的财产所在地", "Where the property is"),
        ),
        *coded((S.CPL_235, S.NDE_2, S.LDMA_51), ("debtor_domicile", "被执行人住所地", "The debtor's domicile")),
    ),
    "enforcement_refusal_reason": (
        *coded((S.CPL_235, S.NDE_2), ("wrong_court", "不属于本院管辖", "Wrong court")),
        *coded(
            (S.CPLI_461, S.NDE_5),
            ("parties_unclear", "权利义务主体不明确", "Whose right and whose duty is not clear"),
            ("content_unclear", "给付内容不明确", "What is to be given is not clear"),
        ),
        *coded(
            (S.NDE_5,),
            ("not_to_be_notarised", "不得经公证赋予强制执行效力", "Not to be made enforceable by a notary"),
            ("promise_missing", "未载明接受强制执行的承诺", "The promise to accept enforcement is missing"),
            ("certificate_missing", "未提交执行证书", "No certificate of enforcement"),
        ),
        *coded(OWN, ("other", "其他情形", "Other")),
    ),
    "enforcement_end_reason": coded(
        (S.CPL_268,),
        ("application_withdrawn", "申请人撤销申请", "The application was withdrawn"),
        ("instrument_revoked", "据以执行的法律文书被撤销", "The instrument was revoked"),
        (
            "debtor_died",
            "被执行人死亡，无遗产又无义务承担人",
            "The debtor died; no estate, nobody to take the duty over",
        ),
        ("maintenance_creditor_died", "追索赡养费、扶养费、抚养费的权利人死亡", "Whoever was owed maintenance died"),
        ("debtor_destitute", "被执行人生活困难，无收入来源又丧失劳动能力", "The debtor cannot pay or earn any more"),
        ("other", "其他应当终结执行的情形", "Another case in which it is to be ended"),
    ),
    "enforcement_denial_reason": (
        *coded((S.CPLI_481,), ("time_bar", "申请执行时效异议成立", "The debtor raised the time bar")),
        *coded((S.CPL_249, S.NDE_12), ("notarised_wrongly", "公证债权文书确有错误", "The notarised debt is wrong")),
        *coded(
            (S.CPL_248,),
            ("arbitration_flawed", "仲裁文书有法定不予执行情形", "The arbitral instrument has a statutory flaw"),
        ),
        *coded((S.CPL_248, S.NDE_19), ("public_interest", "违背社会公共利益或者公序良俗", "Against public interest")),
    ),
}
