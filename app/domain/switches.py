"""Rules that a deployment may switch off: those known from memory or from a secondary source, and no others.

A rule that is off starts no clock and refuses nothing. A clock that runs already ends as it would have. What was read
in its own text, and what is our own decision, is in force always: it is none of these.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from app.domain.instruments import Mark
from app.domain.periods import RULES
from app.domain.sources import SOURCES

UNVERIFIED: Final = frozenset({Mark.SECONDARY, Mark.FROM_MEMORY})
"""Marks of what has not been read in its own text."""


@dataclass(frozen=True, slots=True)
class Switch:
    """One rule that can be off.

    Attributes:
        id: Id of a period or of a source.
        zh: What is no longer done without it.
        en: The same in English.
    """

    id: str
    zh: str
    en: str

    @property
    def mark(self) -> Mark:
        """How well the rule is known."""
        period = RULES.get(self.id)
        return SOURCES[self.id].mark if period is None else period.mark


_ROWS: Final = (
    Switch("T11", "不在期间计算中使用", "used by the calculator alone, which goes on computing it"),
    Switch("T18", "仲裁审查不计审查期限", "the arbitration commission's review has no clock"),
    Switch("T30", "不在期间计算中使用", "used by the calculator alone, which goes on computing it"),
    Switch("T31", "仲裁委托调解不计十日期限", "mediation that a labour arbitration commission delegates has no term"),
    Switch("FEE", "未写明交费日的通知不产生交费期限", "a fee notice that names no day sets none"),
    Switch("CMR_2", "商事调解组织可以接受任何案由", "commercial bodies may take every cause"),
    Switch("CMR_20", "商事调解的当事人可以同意不回避", "the parties may keep a mediator of a commercial body"),
    Switch("CMR_22", "商事调解协议由当事人签署即可", "the parties alone sign before a commercial body"),
    Switch("LNM_22", "即 T11 的依据，不产生其他后果", "the source of T11, on which nothing else rests"),
    Switch("DMR_24", "即 T30 的依据，不产生其他后果", "the source of T30, on which nothing else rests"),
    Switch("PMW_33", "约一个月的参考目标，系统从不执行", "a target of about a month, which nothing enforces"),
    Switch("CNR_3", "案号不检查格式，照录", "a court's case number is taken in whatever form it is written"),
    Switch("LAR_77", "仲裁调解书经首次签收即生效", "the commission's statement is in force with its first receipt"),
    Switch("CPL_56", "推选的职工代表无须特别授权即可签署协议", "elected workers sign without special authority"),
    Switch("LDMA_29", "仲裁委不予受理不打开诉讼途径", "a commission that takes no case does not open the courts"),
    Switch("PML_28", "口头协议无须由调解员记录", "an oral agreement needs no mediator who recorded it"),
)

SWITCHES: Final[Mapping[str, Switch]] = {row.id: row for row in _ROWS}
"""By id, in the order in which people read them."""


def unknown(ids: Iterable[str]) -> tuple[str, ...]:
    """Those that are no switch, sorted."""
    return tuple(sorted(set(ids) - SWITCHES.keys()))
