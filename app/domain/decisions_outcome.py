"""Product decisions about how mediation ends and what gives an agreement force: Chinese, English, what was decided."""

from collections.abc import Mapping
from typing import Final

OUTCOME_DECISIONS: Final[Mapping[str, tuple[str, str, str]]] = {
    "PD_CONFIRMATION_AFTER_ENTRUSTMENT": (
        "立案后委托调解协议的司法确认",
        "Confirmation after entrusted mediation",
        "A dated setting of each court: refused, after the suit is withdrawn, or allowed. The law is unsettled.",
    ),
    "PD_STATEMENT_BEFORE_FILING": (
        "诉前调书",
        "Mediation statement before filing",
        "A dated setting of each court: refused (default) or allowed. Known at second hand only; no rule was verified.",
    ),
    "PD_SIGNING_CLAUSE": (
        "签名即生效的协议的结案与执行",
        "Closing and enforcing what is in force by signing",
        "It binds from the court's record on, may close by other means, and is enforced by a statement made of it.",
    ),
}
"""By id; `instruments.py` has all of them."""
