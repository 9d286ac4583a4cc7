"""Code lists of the agreement and its performance."""

from collections.abc import Mapping
from typing import Final

from app.domain.codes_form import OWN, Code, coded
from app.domain.sources import SourceId as S

AGREEMENT_LISTS: Final[Mapping[str, tuple[Code, ...]]] = {
    "agreement_form": (
        *coded((S.IMR_23, S.PML_29, S.LDMA_14), ("written", "书面", "Written")),
        *coded((S.IMR_23, S.PML_28, S.PML_30), ("oral", "口头（由调解员记录）", "Oral, recorded by a mediator")),
    ),
    "default_clause": (
        *coded(OWN, ("none", "未约定", "None")),
        *coded((S.CMP_8,), ("stated", "约定违约责任", "States what follows from a default")),
        *coded((S.CMP_8,), ("court_decides", "约定不履行则由法院另行裁判（不予确认）", "Leaves the rest to the court")),
    ),
    "agreement_subject": coded(
        (S.CPLI_355,),
        ("status_relation", "涉及婚姻、亲子、收养等身份关系", "Settles a status relation"),
        ("property_right", "确认物权", "Confirms a right in rem"),
        ("intellectual_property", "确认知识产权", "Confirms a right of intellectual property"),
        ("other_procedure", "应适用其他特别程序", "Belongs to another special procedure"),
    ),
    "performance_means": coded(
        OWN,
        ("bank_transfer", "银行转账", "Bank transfer"),
        ("online_payment", "网络支付", "Payment by an online payment service"),
        ("cash", "现金", "Cash"),
        ("deposit", "提存", "Deposit with a notary"),
        ("offset", "抵销", "Set-off"),
        ("delivery", "交付财物", "Delivery of goods"),
        ("act", "履行行为", "An act, or leaving something undone"),
        ("enforcement", "强制执行", "Enforcement by a court"),
        ("other", "其他方式", "Other"),
    ),
}
