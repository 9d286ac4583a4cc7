"""Code lists of head offices: capacity, referring back, and on what ground which data of the parties are shared."""

from collections.abc import Mapping
from typing import Final

from app.domain.codes_form import Code, coded
from app.domain.sources import SourceId as S

DISPATCH_LISTS: Final[Mapping[str, tuple[Code, ...]]] = {
    "capacity": coded(
        (S.PD_CAPACITY,),
        ("open", "可接收", "Takes referrals"),
        ("limited", "接近饱和", "Nearly full"),
        ("full", "满负荷", "Full"),
        note="What an organisation says of itself, from a day on; it refuses nothing by itself.",
    ),
    "full_organisation": coded(
        (S.PD_CAPACITY,),
        ("warn", "提示", "Warn and go on"),
        ("refuse", "不予移交", "Refuse"),
        note="Setting of a court.",
    ),
    "acceptance_on_dispatch": coded(
        (S.PD_DISPATCH,),
        ("run_on", "连续计算", "The window runs on"),
        ("restart", "重新起算", "The window starts anew"),
        note="Setting of a court.",
    ),
    "refer_back_reason": (
        *coded(
            (S.OMR_12,),
            ("outside_charter", "不属于章程或行业范围", "Outside charter or sector"),
            ("outside_expertise", "明显超出专业领域", "Clearly outside expertise"),
            ("otherwise_unsuitable", "其他不宜接受的情形", "Otherwise unsuitable"),
        ),
        *coded(
            (S.PD_DISPATCH,),
            ("no_capacity", "没有承接能力", "No capacity"),
            ("outside_region", "不属于本地区", "Outside its region"),
        ),
    ),
    "recall_reason": coded(
        (S.PD_DISPATCH,),
        ("no_answer", "下级组织未及时答复", "The level below does not answer"),
        ("another_target", "改派其他组织", "Another organisation is to have it"),
        ("own_mediation", "由本级承办", "The level above mediates itself"),
        ("dispatched_in_error", "转派有误", "Dispatched in error"),
        ("other", "其他", "Other"),
        note="The level that had it reads the code in its feed; what was written beside it stays above.",
    ),
    "sharing_ground": (
        *coded((S.PIPL_23,), ("separate_consent", "当事人单独同意", "Separate consent of the parties")),
        *coded(
            (S.PIPL_13,),
            ("court_duty", "人民法院委派、委托", "The court's referral, within its duty"),
            ("statutory_duty", "履行法定职责或者法定义务", "A duty by law"),
        ),
    ),
    "data_class": coded(
        (S.PD_SHARING, S.PIPL_23),
        ("party_identity", "当事人及代理人的身份、联系方式和送达地址", "Identity, contact and service addresses"),
        ("claims", "请求、事实和理由", "Claims, facts and reasons"),
        ("materials", "材料和文书", "Materials and documents"),
        ("mediation", "调解往来、协议内容", "Messages, explanations, content of the agreement"),
    ),
}
"""By name, in the order in which people read them."""
