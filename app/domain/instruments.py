"""What the legal sources are: instruments with their versions, our own decisions, our own interpretations.

Data only; `sources.py` turns it into one row for every id.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final


class Mark(StrEnum):
    """How well a source is known.

    text_seen         the article's text was read
    secondary         read in news, commentary or code that reports the rule
    from_memory       not found; to be checked against the official text
    product_decision  no statute; our choice, often a setting
    interpretation    our reading of a text that leaves room
    """

    TEXT_SEEN = "text_seen"
    SECONDARY = "secondary"
    FROM_MEMORY = "from_memory"
    PRODUCT_DECISION = "product_decision"
    INTERPRETATION = "interpretation"


@dataclass(frozen=True, slots=True)
class Instrument:
    """One instrument: name, what is doubtful about its version, days in force, and how well its text is known."""

    zh: str
    en: str
    note: str
    from_on: date | None
    mark: Mark = Mark.TEXT_SEEN
    to_on: date | None = None


_DATE_FROM_MEMORY: Final = "Text seen; the date of entry into force is from memory."

INSTRUMENTS: Final[Mapping[str, Instrument]] = {
    "OMR": Instrument(
        "人民法院在线调解规则（法释〔2021〕23号）",
        "Online Mediation Rules of the People's Courts",
        "Published 2021-12-30; earlier judicial interpretations yield to it (art. 30).",
        date(2022, 1, 1),
    ),
    "IMR": Instrument(
        "最高人民法院关于人民法院特邀调解的规定（法释〔2016〕14号）",
        "Provisions on Invited Mediation by the People's Courts",
        "Published 2016-06-28.",
        date(2016, 7, 1),
    ),
    "CPL": Instrument(
        "中华人民共和国民事诉讼法（2023年修正）",
        "Civil Procedure Law as amended in 2023",
        "Earlier texts number differently: 201 of 2021 is 205, 202 is 206, 246 is 250; found unchanged in July 2026.",
        date(2024, 1, 1),
    ),
    "CPL_2021": Instrument(
        "中华人民共和国民事诉讼法（2021年修正）",
        "Civil Procedure Law as amended in 2021",
        "The numbering that 法释〔2022〕11号 cites; 201, 202, 246 are 205, 206, 250 of 2023. Dates from memory.",
        date(2022, 1, 1),
        Mark.FROM_MEMORY,
        date(2023, 12, 31),
    ),
    "CPLI": Instrument(
        "最高人民法院关于适用《民事诉讼法》的解释（法释〔2022〕11号）",
        "Interpretation on the Application of the Civil Procedure Law, 2022",
        "Published 2022-04-01; cites the 2021 numbering of the law. " + _DATE_FROM_MEMORY,
        date(2022, 4, 10),
    ),
    "JCR": Instrument(
        "最高人民法院关于人民调解协议司法确认程序的若干规定（法释〔2011〕5号）",
        "Provisions on Judicial Confirmation of People's Mediation Agreements",
        "Published 2011-03-23; whether it is formally in force beside 法释〔2022〕11号 is not verified.",
        None,
    ),
    "PIPL": Instrument("个人信息保护法", "Personal Information Protection Law", _DATE_FROM_MEMORY, date(2021, 11, 1)),
    "PML": Instrument(
        "中华人民共和国人民调解法",
        "People's Mediation Law",
        "Adopted 2010-08-28.",
        date(2011, 1, 1),
    ),
    "PMW": Instrument(
        "人民调解工作若干规定（司法部令第75号）",
        "Provisions on People's Mediation Work",
        "Not found; to be checked.",
        None,
        Mark.FROM_MEMORY,
    ),
    "LDMA": Instrument(
        "中华人民共和国劳动争议调解仲裁法",
        "Labour Dispute Mediation and Arbitration Law",
        "Adopted 2007-12-29. " + _DATE_FROM_MEMORY,
        date(2008, 5, 1),
    ),
    "LAR": Instrument(
        "劳动人事争议仲裁办案规则（人社部令第33号）",
        "Rules for Handling Labour and Personnel Arbitration Cases",
        "Arts 74, 75 and 78 seen; others not.",
        date(2017, 7, 1),
    ),
    "LNM": Instrument(
        "企业劳动争议协商调解规定（人社部令第17号）",
        "Provisions on Negotiation and Mediation of Enterprise Labour Disputes",
        "Not found; to be checked.",
        date(2012, 1, 1),
        Mark.FROM_MEMORY,
    ),
    "CC": Instrument("中华人民共和国民法典", "Civil Code", _DATE_FROM_MEMORY, date(2021, 1, 1)),
    "LIM": Instrument(
        "最高人民法院关于审理民事案件适用诉讼时效制度若干问题的规定",
        "Provisions on Limitation of Civil Actions",
        "Version of 2020-12-29.",
        None,
    ),
    "LSI": Instrument(
        "最高人民法院关于审理劳动争议案件适用法律问题的解释（一）",
        "Interpretation (I) on the Law Applicable in Labour Dispute Cases",
        "Version of 2020-12-29.",
        None,
    ),
    "CMP": Instrument(
        "最高人民法院关于人民法院民事调解工作若干问题的规定",
        "Provisions on Mediation of Civil Cases by the People's Courts",
        "Version of 2020-12-29.",
        None,
    ),
    "LFM": Instrument(
        "诉讼费用交纳办法",
        "Measures on the Payment of Litigation Costs",
        "Published 2006-12-19; art. 22 from memory.",
        date(2007, 4, 1),
        Mark.FROM_MEMORY,
    ),
    "RCR": Instrument(
        "最高人民法院关于人民法院登记立案若干问题的规定",
        "Provisions on Registration of Cases",
        "Published 2015-04-15.",
        None,
    ),
    "NDE": Instrument(
        "最高人民法院关于公证债权文书执行若干问题的规定（法释〔2018〕18号）",
        "Provisions on Enforcement of Notarised Debts",
        "Published 2018-09-30; cites the 2017 numbering of the civil procedure law (238 is 249 of 2023).",
        date(2018, 10, 1),
    ),
    "NAL": Instrument(
        "中华人民共和国公证法",
        "Notarisation Law",
        "Art. 37 seen. " + _DATE_FROM_MEMORY,
        date(2006, 3, 1),
    ),
    "ESL": Instrument(
        "中华人民共和国电子签名法",
        "Electronic Signature Law",
        "Art. 3 seen. " + _DATE_FROM_MEMORY,
        date(2005, 4, 1),
    ),
    "DMR": Instrument(
        "最高人民法院关于人民法院进一步深化多元化纠纷解决机制改革的意见（法发〔2016〕14号）",
        "Opinion on Deepening Diversified Dispute Resolution, 2016",
        "Items 23 and 24 not found; to be checked.",
        None,
        Mark.FROM_MEMORY,
    ),
    "W1": Instrument(
        "最高人民法院关于严格依法规范民事案件立案与调解工作的意见",
        "Opinion on Lawful Filing and Mediation of Civil Cases, 2025",
        "Document number not found.",
        date(2025, 1, 1),
    ),
    "CNR": Instrument(
        "关于人民法院案件案号的若干规定（法〔2015〕137号）",
        "Provisions on Case Numbers of the People's Courts",
        "Amended by 法〔2018〕335号; read in reports.",
        date(2016, 1, 1),
        Mark.SECONDARY,
    ),
    "CMR": Instrument(
        "商事调解条例",
        "Commercial Mediation Regulation",
        "Published 2026-01-06; read in reports only, whose numbers of the order differ, so none is given.",
        date(2026, 5, 1),
        Mark.SECONDARY,
    ),
}
"""By the first part of the id."""

OWN_MARKS: Final[Mapping[str, Mark]] = {
    "CPL_56": Mark.FROM_MEMORY,
    "LDMA_29": Mark.FROM_MEMORY,
    "PML_28": Mark.FROM_MEMORY,
    "LAR_76": Mark.FROM_MEMORY,
    "LAR_77": Mark.SECONDARY,
    "LAR_DELEGATION": Mark.SECONDARY,
}
"""Articles that are known less well than the rest of their instrument."""

OWN_ARTICLES: Final[Mapping[str, str]] = {"LAR_DELEGATION": "调解一章", "IMR_5": "5–8, 10"}
"""Articles whose number is not known, or that are meant together."""

INTERPRETATIONS: Final[Mapping[str, tuple[str, str, str]]] = {
    "IN_WORKING_DAYS": (
        "工作日按国务院放假通知计算",
        "Working days follow the State Council notice",
        "Periods in working days count make-up weekend workdays.",
    ),
    "IN_MAKEUP_WORKDAY": (
        "调休上班日不顺延",
        "A make-up workday is no rest day",
        "A last day on a weekend day turned into a workday does not move.",
    ),
    "IN_WEEKEND": (
        "双休日顺延",
        "An ordinary weekend is a rest day",
        "A last day on an ordinary weekend moves; universal practice.",
    ),
    "IN_MEDIATION_TERM_ROLLS": (
        "调解期限届满日顺延",
        "Mediation terms move like procedural periods",
        "The terms stem from judicial interpretation; they move off rest days, and alerts name the unmoved day.",
    ),
    "IN_PROVISIONAL": (
        "下一年度休假安排公布前的期限",
        "Last days before the holiday notice is published",
        "Computed by ordinary weekends and marked provisional; computed anew once the notice is loaded or changed.",
    ),
    "IN_TWO_REGIMES": (
        "两种生效规则并存",
        "Two rules on the effective date",
        "The application window opens at the earlier date, validity needs the later.",
    ),
    "IN_CAUSE_NOT_CONFIRMABLE": (
        "不予司法确认的案由",
        "Causes that cannot be confirmed",
        "Which causes of the 2026 list are meant by 法释〔2022〕11号 art. 355; mixed causes stay open.",
    ),
    "IN_NOT_ELECTRONIC": (
        "不适用电子签名的案由",
        "Causes whose agreements are not signed electronically",
        "Divorce, void or annulled marriage, parentage, adoption and inheritance are read as personal status.",
    ),
    "IN_END_REASONS": (
        "终结事由对应",
        "Eight end reasons against four",
        "How the eight grounds of 2021 map to the four of 2016.",
    ),
    "IN_GENERAL_INVITED": (
        "其他调解组织按特邀调解组织对待",
        "Other bodies as general invited organisations",
        "Bodies without rules of their own mediate for courts under the rules of 2016 and 2022.",
    ),
    "IN_COMMERCIAL_EXCLUSIONS": (
        "商事调解排除的案由",
        "Causes outside commercial mediation",
        "Which causes of the 2026 list art. 2 of the regulation means; consumers are not visible from the cause.",
    ),
}
"""Our own readings: Chinese, English, what they say."""
