"""Code lists: every coded value of the pre-filing path with its labels and where it comes from.

Codes are stored and part of the contract: lists grow, codes are never renamed and never reused.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from app.domain.errors import Refusal
from app.domain.sources import SourceId as S


@dataclass(frozen=True, slots=True)
class Code:
    """One value of a list: code, labels in Chinese and English, ids of its sources."""

    code: str
    zh: str
    en: str
    sources: tuple[S, ...]


def codes_of(name: str) -> frozenset[str]:
    """The codes of one list.

    Raises:
        KeyError: no such list.
    """
    return _CODES[name]


def checked_code(name: str, code: str, pointer: str | None = None) -> str:
    """The code itself if the list has it.

    Args:
        name: Key of `CODE_LISTS`.
        code: Value from outside; never repeated in the refusal.
        pointer: JSON pointer to the field, for the refusal.

    Raises:
        Refusal: `unknown_code`, with the list's name.
        KeyError: no such list.
    """
    if code not in _CODES[name]:
        raise Refusal("unknown_code", facts={"list": name}, pointer=pointer)
    return code


def _list(sources: tuple[S, ...], *rows: tuple[str, str, str]) -> tuple[Code, ...]:
    return tuple(Code(code, zh, en, sources) for code, zh, en in rows)


_OWN: Final = (S.PD_CODES,)

CODE_LISTS: Final[Mapping[str, tuple[Code, ...]]] = {
    "decline_reason": _list(
        (S.OMR_12,),
        ("outside_charter", "不属于章程或行业范围", "Outside charter or sector"),
        ("outside_expertise", "明显超出专业领域", "Clearly outside expertise"),
        ("otherwise_unsuitable", "其他不宜接受的情形", "Otherwise unsuitable"),
    ),
    "return_reason": (
        *_list(
            (S.OMR_9,),
            ("not_within_court_jurisdiction", "不属于人民法院受理范围", "Not within the courts' jurisdiction"),
            (
                "inviting_court_without_jurisdiction",
                "邀请该调解组织的法院对纠纷没有管辖权",
                "The court that invited the organisation has no jurisdiction",
            ),
            ("not_suited_online", "不适宜在线调解", "Not suited to online mediation"),
        ),
        *_list((S.CPL_125, S.OMR_25), ("party_refused_mediation", "当事人拒绝调解", "A party refused mediation")),
    ),
    "end_reason": _list(
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
    "end_reason_2016": _list(
        (S.IMR_26,),
        ("agreement_reached", "达成调解协议", "Agreement reached"),
        ("withdrawn_or_refused", "撤回或明确拒绝调解", "Withdrawn or clearly refused"),
        ("differences_too_large", "分歧较大难以达成协议", "Differences too large"),
        ("other", "其他情形", "Other"),
    ),
    "closure_code": (
        *_list(
            (S.IMR_26, S.OMR_20),
            ("agreed", "达成协议", "Agreed"),
            ("partly_agreed", "部分达成协议", "Partly agreed"),
            ("withdrawn_after_settlement", "和解后撤回", "Withdrawn after settlement"),
        ),
        *_list((S.W1_4,), ("performed_at_once", "即时履行", "Performed at once")),
        *_list((S.OMR_20,), ("mediation_statement", "调解书结案", "Mediation statement issued")),
        *_list((S.W1_4,), ("closed_by_other_means", "其他方式结案", "Closed by other means")),
        *_list((S.IMR_21, S.OMR_21), ("registered", "转立案", "Registered as a case")),
        *_list((S.IMR_21, S.W1_5), ("to_trial", "转入审理", "Moved to trial")),
        *_list((S.LDMA_5, S.LDMA_14), ("to_arbitration", "转仲裁", "To labour arbitration")),
        *_list((S.OMR_21,), ("advised_to_sue", "告知另行起诉", "Advised to sue")),
        *_list((S.OMR_9,), ("returned", "退回", "Returned")),
        *_list((S.PD_TAKE_BACK,), ("taken_back", "收回", "Taken back")),
        *_list(_OWN, ("merged", "并案", "Merged into another referral")),
        *_list((S.IMR_18, S.OMR_23), ("transferred_sham", "虚假调解移送", "Transferred as sham mediation")),
    ),
    "party_role": _list(
        _OWN,
        ("applicant", "申请人", "Applicant"),
        ("respondent", "被申请人", "Respondent"),
        ("third_party", "第三人", "Third party"),
        ("related", "关联方", "Related party"),
    ),
    "party_kind": _list(
        _OWN,
        ("natural_person", "自然人", "Natural person"),
        ("legal_person", "法人", "Legal person"),
        ("other_organisation", "非法人组织", "Organisation without legal personality"),
    ),
    "id_type": _list(
        _OWN,
        ("resident_id", "居民身份证", "Resident identity card"),
        ("credit_code", "统一社会信用代码", "Unified social credit code"),
        ("passport", "护照", "Passport"),
        ("hk_macao_permit", "港澳居民来往内地通行证", "Mainland travel permit, Hong Kong and Macao"),
        ("taiwan_permit", "台湾居民来往大陆通行证", "Mainland travel permit, Taiwan"),
        ("other", "其他证件", "Other document"),
    ),
    "contact_means": _list(
        _OWN,
        ("phone", "电话", "Telephone"),
        ("sms", "短信", "Text message"),
        ("wechat", "微信", "WeChat"),
        ("in_person", "当面", "In person"),
        ("letter", "书面信函", "Letter"),
        ("platform", "调解平台", "Mediation platform"),
        ("other", "其他", "Other"),
    ),
    "contact_result": _list(
        (S.OMR_15, S.IMR_11),
        ("consents", "同意调解", "Consents"),
        ("refuses", "拒绝调解", "Refuses"),
        ("not_reached", "未能联系", "Not reached"),
        ("undecided", "尚未表态", "Undecided"),
    ),
    "organisation_kind": _list(
        _OWN,
        ("people", "人民调解", "People's mediation"),
        ("labour", "劳动", "Labour"),
        ("commercial", "商事", "Commercial"),
        ("chamber", "商会", "Chamber of commerce"),
        ("industry", "行业", "Industry or professional body"),
        ("individual_invited", "特邀个人", "Individually invited mediators"),
        ("lawyer", "律师", "Lawyers"),
        ("administrative", "行政", "Administrative body"),
        ("notary", "公证", "Notary"),
        ("consumer", "消费", "Consumer body"),
        ("governance_centre", "综治中心", "Comprehensive governance centre"),
    ),
    "court_level": _list(
        _OWN,
        ("supreme", "最高", "Supreme"),
        ("high", "高级", "High"),
        ("intermediate", "中级", "Intermediate"),
        ("basic", "基层", "Basic"),
    ),
    "channel_mode": _list(
        (S.PD_CHANNEL,),
        ("hq_to_hq", "总对总", "Head office to head office"),
        ("point_to_point", "点对点", "Point to point"),
    ),
    "channel_form": _list(
        (S.PD_CHANNEL,),
        ("online", "在线", "Online"),
        ("in_court", "驻院", "In court"),
        ("mixed", "线上线下结合", "Mixed"),
    ),
    "track": (
        *_list((S.IMR_27,), ("pre_filing_2016", "立案前委派（2016规定）", "Before filing, 2016 provisions")),
        *_list((S.OMR_24,), ("pre_filing_2022", "立案前委派（在线规则）", "Before filing, online rules")),
        *_list((S.IMR_27,), ("post_filing_2016", "立案后委托（2016规定）", "After filing, 2016 provisions")),
        *_list((S.W1_2, S.W1_3), ("post_filing_first", "立案后先行调解", "After filing, mediation first")),
        *_list((S.IMR_11,), ("in_trial", "审理中委托", "Entrusted during trial")),
        *_list((S.OMR_8, S.PD_TRACKS), ("direct", "自主受理", "Direct application")),
    ),
    "referral_kind": (
        *_list((S.IMR_1,), ("pre_filing", "委派", "Delegated before filing")),
        *_list((S.IMR_1,), ("post_filing", "委托", "Entrusted after filing")),
        *_list((S.OMR_8,), ("direct", "自主受理", "Direct application")),
        *_list(
            _OWN,
            ("transferred", "移送", "Transferred by a body that is no court"),
            ("assisted", "邀请调解", "Assisting a judge's mediation"),
        ),
    ),
    "outcome": _list(
        (S.OMR_19, S.OMR_25),
        ("agreed", "达成协议", "Agreed"),
        ("partly_agreed", "部分达成协议", "Partly agreed"),
        ("settled_and_withdrew", "自行和解并撤回", "Settled on their own and withdrew"),
        ("not_agreed", "未达成协议", "Not agreed"),
    ),
    "route": _list(
        (S.IMR_21, S.OMR_21),
        ("filing", "转立案", "Case registration"),
        ("advised", "告知另行主张", "Advised of the ways open"),
    ),
    "not_accept_reason": _list(
        (S.CPLI_355,),
        ("outside_court_remit", "不属于人民法院受理范围", "Outside the courts' remit"),
        ("wrong_court", "不属于受理法院管辖", "Wrong court"),
        ("status_relation", "涉及婚姻、亲子、收养等身份关系", "Status relation: marriage, parentage, adoption"),
        ("other_procedure", "适用其他特别程序、公示催告或破产程序", "Belongs to another special procedure"),
        ("property_right_confirmation", "涉及物权、知识产权确权", "Confirms rights in rem or intellectual property"),
    ),
    "reject_reason": (
        *_list(
            (S.CPLI_358,),
            ("mandatory_law", "违反法律强制性规定", "Breaches mandatory law"),
            ("harm_to_others", "损害国家、社会公共利益或他人合法权益", "Harms the state, the public or others"),
            ("public_order", "违背公序良俗", "Against public order"),
            ("involuntary", "违反自愿原则", "Not voluntary"),
            ("content_unclear", "内容不明确", "Content not clear"),
            ("other", "其他情形", "Other"),
        ),
        *_list((S.CPLI_355,), ("not_acceptable", "受理后发现不应受理", "Found after acceptance to be inadmissible")),
    ),
    "registration_refusal_reason": (
        *_list(
            (S.CPL_126, S.RCR_2),
            ("conditions_not_met", "不符合起诉条件", "Statutory conditions not met"),
            ("outside_jurisdiction", "不属于本院管辖", "Outside this court's jurisdiction"),
        ),
        *_list((S.RCR_8,), ("materials_not_supplied", "未按期补正材料", "Materials not supplied in time")),
        *_list((S.LDMA_5,), ("arbitration_first", "应先申请劳动仲裁", "Labour arbitration comes first")),
        *_list(_OWN, ("other", "其他情形", "Other")),
    ),
    "session_mode": _list(
        (S.OMR_16,),
        ("online", "在线", "Online"),
        ("on_site", "现场", "On site"),
        ("mixed", "线上线下结合", "Mixed"),
    ),
    "signer_role": _list(
        (S.IMR_23, S.OMR_19, S.PML_29, S.LDMA_14),
        ("party", "当事人", "Party"),
        ("mediator", "调解员", "Mediator"),
        ("organisation", "调解组织（盖章）", "Organisation, by seal"),
    ),
    "signature_means": _list(
        (S.OMR_19, S.IMR_23),
        ("electronic", "电子签名或电子印章", "Electronic signature or seal"),
        ("handwritten", "手写签名", "By hand"),
        ("fingerprint", "捺印", "Fingerprint"),
        ("seal", "盖章", "Seal"),
        ("scanned", "上传已签署文本", "Scan of a signed copy"),
    ),
    "consent_kind": (
        *_list((S.IMR_11,), ("mediate", "同意调解", "To mediate")),
        *_list((S.OMR_4,), ("online", "同意在线方式", "To the online mode")),
        *_list((S.OMR_8, S.OMR_17), ("electronic_service", "同意电子送达", "To electronic service")),
        *_list((S.OMR_22,), ("recording", "同意录音录像代替笔录", "To a recording in place of minutes")),
        *_list(_OWN, ("data_sharing", "同意提供个人信息", "To giving personal data to another body")),
        *_list((S.IMR_27, S.OMR_24), ("extension", "同意延长期限", "To an extension of the term")),
        *_list((S.OMR_26,), ("appraisal", "同意鉴定", "To an appraisal before filing")),
    ),
    "scope": _list(
        _OWN,
        ("referrals:read", "读取移交记录", "Read referrals"),
        ("referrals:write", "办理移交", "Open and move referrals"),
        ("parties:reveal", "查看未遮蔽的当事人信息", "See party data in the clear"),
        ("feed:read", "读取事件流", "Read the feed"),
        ("registry:read", "读取名册", "Read the registry"),
        ("registry:write", "登记名册", "Write to the registry"),
        ("clients:write", "管理客户端与密钥", "Manage clients and keys"),
        ("development:clock", "调整开发环境的法定时钟", "Steer the legal clock of a development installation"),
    ),
}
"""Every list by name, in the order in which people read it."""

END_REASON_2016_OF: Final[Mapping[str, str]] = {
    "agreement_reached": "agreement_reached",
    "settled_and_withdrew": "withdrawn_or_refused",
    "party_unreachable": "other",
    "party_unwilling": "withdrawn_or_refused",
    "differences_too_large": "differences_too_large",
    "term_expired": "other",
    "refused_to_sign": "withdrawn_or_refused",
    "other": "other",
}
"""The four grounds of 法释〔2016〕14号 art. 26 for the eight of 法释〔2021〕23号 art. 25; row IN_END_REASONS."""

_CODES: Final = {name: frozenset(row.code for row in rows) for name, rows in CODE_LISTS.items()}
