"""Product decisions about head offices and their trees: Chinese, English, what was decided."""

from collections.abc import Mapping
from typing import Final

DISPATCH_DECISIONS: Final[Mapping[str, tuple[str, str, str]]] = {
    "PD_DISPATCH": (
        "总对总逐级转派",
        "Dispatch down a head office's tree",
        "Level by level, recalled by the level above, before acceptance; one window unless the court restarts it.",
    ),
    "PD_CAPACITY": (
        "承接能力",
        "Capacity of organisations",
        "Open, limited or full from a day on; a full one is warned about, or refused by a dated setting of the court.",
    ),
    "PD_SHARING": (
        "上级组织查看当事人信息",
        "What is read above the holder",
        "Codes, state and clocks; data of the parties only on a ground that holder or court recorded, by class.",
    ),
}
"""By id; `instruments.py` has all of them."""
