"""Product decisions about who stands in a matter as whom: Chinese, English, what was decided."""

from collections.abc import Mapping
from typing import Final

PARTY_DECISIONS: Final[Mapping[str, tuple[str, str, str]]] = {
    "PD_OWN_DISPUTE": (
        "本人案件",
        "Own dispute",
        "Nobody mediates a matter as whose party or agent an identity number shows them; equal names are only told.",
    ),
    "PD_SUCCESSION": (
        "当事人的承继",
        "Succession to a party",
        "Heirs take its place and role; what it signed binds them, and each says for itself whether to mediate.",
    ),
    "PD_AGENT_SIGNS": (
        "代理人签署协议",
        "An agent signs the agreement",
        "The courts' rule on special authority holds before every body; legal representatives and guardians need none.",
    ),
}
"""By id; `instruments.py` has all of them."""
