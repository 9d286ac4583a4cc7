"""Code lists of people and bodies: parties, documents, organisations, courts, channels, clients, rosters."""

from collections.abc import Mapping
from typing import Final

from app.domain.codes_form import OWN, Code, coded
from app.domain.sources import SourceId as S

REGISTRY_LISTS: Final[Mapping[str, tuple[Code, ...]]] = {
    "party_role": coded(
        OWN,
        ("applicant", "申请人", "Applicant"),
        ("respondent", "被申请人", "Respondent"),
        ("third_party", "第三人", "Third party"),
        ("related", "关联方", "Related party"),
    ),
    "party_kind": coded(
        OWN,
        ("natural_person", "自然人", "Natural person"),
        ("legal_person", "法人", "Legal person"),
        ("other_organisation", "非法人组织", "Organisation without legal personality"),
    ),
    "id_type": coded(
        OWN,
        ("resident_id", "居民身份证", "Resident identity card"),
        ("credit_code", "统一社会信用代码", "Unified social credit code"),
        ("passport", "护照", "Passport"),
        ("hk_macao_permit", "港澳居民来往内地通行证", "Mainland travel permit, Hong Kong and Macao"),
        ("taiwan_permit", "台湾居民来往大陆通行证", "Mainland travel permit, Taiwan"),
        ("residence_permit", "港澳台居民居住证", "Residence permit of Hong Kong, Macao and Taiwan residents"),
        ("foreign_permanent_residence", "外国人永久居留身份证", "Foreigner's permanent residence card"),
        ("other", "其他证件", "Other document"),
    ),
    "organisation_kind": coded(
        OWN,
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
    "court_level": coded(
        OWN,
        ("supreme", "最高", "Supreme"),
        ("high", "高级", "High"),
        ("intermediate", "中级", "Intermediate"),
        ("basic", "基层", "Basic"),
    ),
    "channel_mode": coded(
        (S.PD_CHANNEL,),
        ("hq_to_hq", "总对总", "Head office to head office"),
        ("point_to_point", "点对点", "Point to point"),
    ),
    "channel_form": coded(
        (S.PD_CHANNEL,),
        ("online", "在线", "Online"),
        ("in_court", "驻院", "In court"),
        ("mixed", "线上线下结合", "Mixed"),
    ),
    "scope": coded(
        OWN,
        ("referrals:read", "读取移交记录", "Read referrals"),
        ("referrals:write", "办理移交", "Open and move referrals"),
        ("parties:reveal", "查看未遮蔽的当事人信息", "See party data in the clear"),
        ("feed:read", "读取事件流", "Read the feed"),
        ("registry:read", "读取名册", "Read the registry"),
        ("registry:write", "登记名册", "Write to the registry"),
        ("clients:write", "管理客户端与密钥", "Manage clients and keys"),
        ("audit:read", "查看个人信息查阅记录", "Read who read personal data"),
        ("development:clock", "调整开发环境的法定时钟", "Steer the legal clock of a development installation"),
        ("webhooks:manage", "管理推送端点", "Manage webhook endpoints and read deliveries"),
        ("webhooks:health", "查看推送端点运行情况", "Read how the webhook endpoints of all tenants do"),
    ),
    "tenant_kind": coded(
        OWN,
        ("court", "法院", "Court"),
        ("organisation", "调解组织", "Mediation organisation"),
        ("referring_body", "移送单位", "Referring body"),
        ("operator", "运维单位", "Operator"),
    ),
    "referring_body_kind": coded(
        OWN,
        ("labour_arbitration_commission", "劳动人事争议仲裁委员会", "Labour arbitration commission"),
        ("governance_centre", "综治中心", "Comprehensive governance centre"),
        ("government_department", "政府部门", "Government department"),
        ("union", "工会", "Trade union"),
        ("police", "公安机关", "Police"),
        ("petition_office", "信访部门", "Petition office"),
        ("other", "其他单位", "Other body"),
    ),
    "roster_status": coded(
        OWN,
        ("active", "在册", "On the roster"),
        ("suspended", "暂停", "Suspended"),
        ("removed", "除名", "Removed"),
    ),
    "representative_kind": (
        *coded(
            OWN,
            ("agent", "委托代理人", "Agent"),
            ("legal_representative", "法定代表人", "Legal representative of a body"),
            ("guardian", "监护人", "Guardian"),
        ),
        *coded((S.LDMA_7,), ("elected_workers_representative", "推选的职工代表", "Elected workers' representative")),
    ),
    "authority_scope": coded(
        (S.CPLI_147,),
        ("general", "一般授权", "General authority"),
        ("special", "特别授权", "Special authority, needed to settle"),
    ),
    "service_address_kind": coded(
        (S.CPLI_136, S.OMR_17),
        ("postal", "邮寄地址", "Postal address"),
        ("electronic", "电子送达地址", "Electronic address"),
        ("sms", "短信号码", "Number for text messages"),
    ),
    "case_number_kind": coded(
        (S.CNR_3, S.PD_CODES),
        ("court", "法院案号", "Court case number"),
        ("platform", "平台编号", "Number on the court platform"),
        ("partner", "合作单位编号", "Partner's number"),
        ("mediation", "调解号", "The organisation's own number"),
        ("archive", "卷号", "Archive number"),
    ),
    "duplicate_policy": coded(
        OWN,
        ("warn", "提示", "Warn and go on"),
        ("block", "拦截", "Refuse"),
    ),
    "term_on_reassignment": coded(
        (S.PD_TERM_ON_REASSIGNMENT,),
        ("restart", "重新起算", "The term starts anew"),
        ("continue", "连续计算", "The term goes on"),
        note="Setting of a court; with the same organisation the term always goes on.",
    ),
    "lead_group": coded(
        (S.PD_LEAD_TIMES,),
        ("acceptance", "接收与联系", "Choice, appointment, acceptance and first contact"),
        ("term", "调解期限", "The term of mediation"),
        ("report", "报告与答复", "Reports, feedback and answers"),
        ("application", "申请期限", "Joint applications"),
        ("procedure", "程序期限", "Steps of procedures"),
        ("preservation", "诉前保全", "Suit after pre-suit preservation"),
    ),
    "lead_unit": coded(
        (S.PD_LEAD_TIMES,),
        ("working_days", "工作日", "Working days"),
        ("calendar_days", "日", "Calendar days"),
    ),
}
"""By name, in the order in which people read them."""
