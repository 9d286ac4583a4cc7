"""The agreement 卫滨法〔2023〕8号: court, association, local office, and the seven case scopes of their channel.

Facts restated from the document of 2023. Its day is not published; the channel is taken to be open from 2023-01-01.
"""

from dataclasses import dataclass
from datetime import date

COURT = "河南省新乡市卫滨区人民法院"
FEDERATION = "中国中小企业协会"
ASSOCIATION = "中国中小企业协会调解中心"
OFFICE = "新乡市中小企业协会调解办公室"
MODE = "point_to_point"
FORM = "mixed"
OPEN_FROM = date(2023, 1, 1)


@dataclass(frozen=True, slots=True)
class Scope:
    """One item of the agreed case scope; `roots` are the subtrees of the cause list of 2026 that it maps to."""

    text: str
    roots: tuple[str, ...]


SCOPES = (
    Scope("（一）劳动争议、人事争议", ("S19", "S20")),
    Scope("（二）保险、证券、期货等金融类纠纷", ("S28", "S29", "S31")),
    Scope("（三）疑难复杂的买卖、承揽、委托、租赁、借款等合同纠纷", ("88", "119", "124", "116", "108")),
    Scope("（四）疑难复杂的社区治理类、相邻关系类、农村土地类、拆迁安置类纠纷等", ("126", "55", "S07", "97")),
    Scope("（五）婚姻家庭继承类纠纷", ("P02",)),
    Scope("（六）道路事故、人身损害等侵权纠纷", ("P10",)),
    Scope("（七）可调解的其他纠纷", ()),
)
"""The seventh item has no subtree: it opens the list, so the channel warns outside the others and never refuses."""

SCOPE_TEXT = "；".join(scope.text for scope in SCOPES)
SCOPE_ROOTS = tuple(root for scope in SCOPES for root in scope.roots)
