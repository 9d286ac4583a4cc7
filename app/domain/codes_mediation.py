"""Code lists of mediation itself: offers, sessions, contacts, consents, agreements, endings, tracks."""

from collections.abc import Mapping
from datetime import date
from typing import Final

from app.domain.codes_form import OWN, Code, coded
from app.domain.sources import SourceId as S

MEDIATION_LISTS: Final[Mapping[str, tuple[Code, ...]]] = {
    "decline_reason": coded(
        (S.OMR_12,),
        ("outside_charter", "不属于章程或行业范围", "Outside charter or sector"),
        ("outside_expertise", "明显超出专业领域", "Clearly outside expertise"),
        ("otherwise_unsuitable", "其他不宜接受的情形", "Otherwise unsuitable"),
    ),
    "return_reason": (
        *coded(
            (S.OMR_9,),
            ("not_within_court_jurisdiction", "不属于人民法院受理范围", "Not within the courts' jurisdiction"),
            (
                "inviting_court_without_jurisdiction",
                "邀请该调解组织的法院对纠纷没有管辖权",
                "The court that invited the organisation has no jurisdiction",
            ),
            ("not_suited_online", "不适宜在线调解", "Not suited to online mediation"),
        ),
        *coded((S.CPL_125, S.OMR_25), ("party_refused_mediation", "当事人拒绝调解", "A party refused mediation")),
    ),
    "end_reason": coded(
        (S.OMR_25,),
        ("agreement_reached", "达成调解协议", "Agreement reached"),
        ("settled_and_withdrew", "自行和解并撤回", "Settled on their own and withdrew"),
        ("party_unreachable", "期限内无法联系当事人", "A party could not be reached in the term"),
        ("party_unwilling", "当事人明确不愿继续调解", "A party is clearly unwilling"),
        ("differences_too_large", "分歧较大难以达成协议", "Differences too large"),
        ("term_expired", "期限届满未延长", "Term expired without extension"),
        ("refused_to_sign", "当事人拒绝签署", "A party refused to sign"),
        ("other", "其他情形", "Other"),
    ),
    "end_reason_2016": coded(
        (S.IMR_26,),
        ("agreement_reached", "达成调解协议", "Agreement reached"),
        ("withdrawn_or_refused", "撤回或明确拒绝调解", "Withdrawn or clearly refused"),
        ("differences_too_large", "分歧较大难以达成协议", "Differences too large"),
        ("other", "其他情形", "Other"),
    ),
    "closure_code": (
        *coded(
            (S.IMR_26, S.OMR_20),
            ("agreed", "达成协议", "Agreed"),
            ("partly_agreed", "部分达成协议", "Partly agreed"),
            ("withdrawn_after_settlement", "和解后撤回", "Withdrawn after settlement"),
        ),
        *coded((S.W1_4,), ("performed_at_once", "即时履行", "Performed at once")),
        *coded((S.OMR_20,), ("mediation_statement", "调解书结案", "Mediation statement issued")),
        *coded((S.W1_4,), ("closed_by_other_means", "其他方式结案", "Closed by other means")),
        *coded((S.IMR_21, S.OMR_21), ("registered", "转立案", "Registered as a case")),
        *coded((S.IMR_21, S.W1_5), ("to_trial", "转入审理", "Moved to trial")),
        *coded((S.LDMA_5, S.LDMA_14), ("to_arbitration", "转仲裁", "To labour arbitration")),
        *coded((S.OMR_21,), ("advised_to_sue", "告知另行起诉", "Advised to sue")),
        *coded((S.OMR_9,), ("returned", "退回", "Returned")),
        *coded((S.PD_TAKE_BACK,), ("taken_back", "收回", "Taken back")),
        *coded((S.W1_6,), ("deemed_withdrawn", "按撤诉处理", "Deemed withdrawn")),
        *coded(OWN, ("merged", "并案", "Merged into another referral")),
        *coded((S.IMR_18, S.OMR_23), ("transferred_sham", "虚假调解移送", "Transferred as sham mediation")),
    ),
    "outcome": coded(
        (S.OMR_19, S.OMR_25),
        ("agreed", "达成协议", "Agreed"),
        ("partly_agreed", "部分达成协议", "Partly agreed"),
        ("settled_and_withdrew", "自行和解并撤回", "Settled on their own and withdrew"),
        ("not_agreed", "未达成协议", "Not agreed"),
    ),
    "route": (
        *coded(
            (S.IMR_21, S.OMR_21),
            ("filing", "转立案", "Case registration"),
            ("advised", "告知另行主张", "Advised of the ways open"),
        ),
        *coded((S.IMR_21, S.W1_5), ("trial", "转入审理", "Moved to trial")),
        *coded((S.LDMA_5, S.LDMA_14), ("arbitration", "劳动仲裁", "Labour arbitration")),
    ),
    "session_mode": coded(
        (S.OMR_16,),
        ("online", "在线", "Online"),
        ("on_site", "现场", "On site"),
        ("mixed", "线上线下结合", "Mixed"),
    ),
    "signer_role": coded(
        (S.IMR_23, S.OMR_19, S.PML_29, S.LDMA_14),
        ("party", "当事人", "Party"),
        ("mediator", "调解员", "Mediator"),
        ("organisation", "调解组织（盖章）", "Organisation, by seal"),
    )
    + coded((S.CMP_9, S.CPLI_150), ("guarantor", "担保人", "Guarantor, for itself")),
    "signature_means": coded(
        (S.OMR_19, S.IMR_23),
        ("electronic", "电子签名或电子印章", "Electronic signature or seal"),
        ("handwritten", "手写签名", "By hand"),
        ("fingerprint", "捺印", "Fingerprint"),
        ("seal", "盖章", "Seal"),
        ("scanned", "上传已签署文本", "Scan of a signed copy"),
    ),
    "consent_kind": (
        *coded((S.IMR_11,), ("mediate", "同意调解", "To mediate")),
        *coded((S.OMR_4,), ("online", "同意在线方式", "To the online mode")),
        *coded((S.OMR_8, S.OMR_17), ("electronic_service", "同意电子送达", "To electronic service")),
        *coded((S.OMR_22,), ("recording", "同意录音录像代替笔录", "To a recording in place of minutes")),
        *coded(OWN, ("data_sharing", "同意提供个人信息", "To giving personal data to another body")),
        *coded((S.IMR_27, S.OMR_24), ("extension", "同意延长期限", "To an extension of the term")),
        *coded((S.OMR_26,), ("appraisal", "同意鉴定", "To an appraisal before filing")),
    ),
    "suspension_reason": (
        *coded((S.IMR_18, S.OMR_23), ("sham_review", "涉嫌虚假调解待审查", "Suspected sham, under review")),
        *coded(
            (S.PD_SUSPENSION,),
            ("death", "当事人死亡或者终止", "A party died or ceased to exist"),
            ("incapacity", "当事人丧失民事行为能力", "A party lost the capacity to act"),
            ("related_case", "须以另案结果为依据", "It depends on the outcome of another case"),
        ),
    ),
    "suspension_result": (
        *coded((S.IMR_18, S.OMR_23), ("sham_cleared", "审查排除虚假调解", "Reviewed, no sham")),
        *coded(
            (S.PD_SUSPENSION,),
            ("heir_joined", "继承人或者承受人参加", "An heir or successor takes part"),
            ("representative_joined", "法定代理人参加", "A legal representative takes part"),
            ("capacity_restored", "恢复民事行为能力", "The capacity to act was restored"),
            ("related_case_decided", "另案已有结果", "The other case was decided"),
            ("ground_gone", "中止事由消失", "The ground is gone"),
        ),
    ),
    "conflict_relation": coded(
        (S.IMR_15, S.OMR_13),
        ("near_relative", "当事人或者其代理人的近亲属", "Near relative of a party or its agent"),
        ("interest", "与纠纷有利害关系", "Interest in the dispute"),
        ("other_relation", "可能影响公正的其他关系", "Other relation that may affect fairness"),
    ),
    "conflict_source": (
        *coded((S.IMR_15, S.OMR_13), ("mediator", "调解员披露", "Disclosed by the mediator")),
        *coded((S.IMR_15,), ("party", "当事人申请回避", "A party asks for recusal")),
    ),
    "conflict_decision": (
        *coded((S.IMR_15, S.CMR_20), ("recused", "回避", "The mediator leaves")),
        *coded((S.IMR_15, S.OMR_13), ("waived", "各方同意不回避", "All parties keep the mediator")),
        *coded((S.PD_CONFLICT,), ("unfounded", "不成立", "There is no such relation")),
    ),
    "conflict_state": (
        *coded((S.CMR_13, S.PD_CONFLICT), ("clear", "未发现", "Nothing found"), ("found", "有发现", "Something found")),
        *coded((S.IMR_15, S.OMR_13), ("open", "待决定", "To be decided")),
        *coded((S.IMR_15, S.CMR_20), ("recused", "回避", "The mediator leaves")),
        *coded((S.IMR_15, S.OMR_13), ("waived", "各方同意不回避", "All parties keep the mediator")),
        *coded((S.PD_CONFLICT,), ("unfounded", "不成立", "There is no such relation")),
        *coded((S.IMR_16,), ("barred", "因其他身份不得担任", "Barred by another role")),
    ),
    "mediator_other_role": coded(
        (S.IMR_16,),
        ("juror", "人民陪审员", "People's assessor"),
        ("agent", "诉讼代理人", "Agent in the suit"),
        ("witness", "证人", "Witness"),
        ("appraiser", "鉴定人", "Appraiser"),
        ("interpreter", "翻译人员", "Interpreter"),
    ),
    "contact_means": coded(
        OWN,
        ("phone", "电话", "Telephone"),
        ("sms", "短信", "Text message"),
        ("wechat", "微信", "WeChat"),
        ("in_person", "当面", "In person"),
        ("letter", "书面信函", "Letter"),
        ("platform", "调解平台", "Mediation platform"),
        ("other", "其他", "Other"),
    ),
    "contact_result": coded(
        (S.OMR_15, S.IMR_11),
        ("consents", "同意调解", "Consents"),
        ("refuses", "拒绝调解", "Refuses"),
        ("not_reached", "未能联系", "Not reached"),
        ("undecided", "尚未表态", "Undecided"),
    ),
    "track": (
        *coded((S.IMR_27,), ("pre_filing_2016", "立案前委派（2016规定）", "Before filing, 2016 provisions")),
        *coded(
            (S.OMR_24,),
            ("pre_filing_2022", "立案前委派（在线规则）", "Before filing, online rules"),
            since=date(2022, 1, 1),
        ),
        *coded(
            (S.IMR_27,),
            ("post_filing_2016", "立案后委托（2016规定）", "After filing, 2016 provisions"),
            until=date(2024, 12, 31),
        ),
        *coded(
            (S.W1_2, S.W1_3),
            ("post_filing_first", "立案后先行调解", "After filing, mediation first"),
            since=date(2025, 1, 1),
        ),
        *coded((S.IMR_11,), ("in_trial", "审理中委托", "Entrusted during trial")),
        *coded((S.OMR_8, S.PD_TRACKS), ("direct", "自主受理", "Direct application")),
        *coded(
            (S.LAR_DELEGATION, S.PD_TRACKS),
            ("commission_delegated", "仲裁委托调解", "Delegated by a labour arbitration commission"),
        ),
        *coded(
            (S.CPL_98, S.CMP_1, S.CMP_4),
            ("judge_led", "法院主持、邀请协助", "Led by a judge, with an organisation invited"),
        ),
    ),
    "referral_kind": (
        *coded((S.IMR_1,), ("pre_filing", "委派", "Delegated before filing")),
        *coded((S.IMR_1,), ("post_filing", "委托", "Entrusted after filing")),
        *coded((S.OMR_8,), ("direct", "自主受理", "Direct application")),
        *coded(OWN, ("transferred", "移送", "Transferred by a body that is no court")),
        *coded((S.CPL_98, S.CMP_1), ("assisted", "邀请调解", "Assisting a judge's mediation")),
    ),
}
"""By name, in the order in which people read them."""
