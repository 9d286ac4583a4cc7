"""Refusals about clocks and about records that were entered in error: code, Chinese, English; see `errors.py`."""

from typing import Final

from app.domain.errors_lifecycle import Rows

REFUSED: Final[Rows] = (
    (
        "term_used_up",
        "该期限连续计算且已用尽，不能再移交该组织。",
        "The term goes on with that organisation, and no day of it is left.",
    ),
)
"""What the clocks and records as they are do not allow."""
