"""Refusals about clocks and about records that were entered in error: code, Chinese, English; see `errors.py`."""

from typing import Final

from app.domain.errors_lifecycle import Rows

REFUSED: Final[Rows] = (
    ("agreement_stands", "已有调解协议，不能恢复调解。", "There is an agreement; mediation is not taken up again."),
    (
        "procedure_stands",
        "后续程序已在进行或已有结果，不能恢复调解。",
        "A procedure that followed is open or decided; mediation is not taken up again.",
    ),
    (
        "term_used_up",
        "该期限连续计算且已用尽，不能再移交该组织。",
        "The term goes on with that organisation, and no day of it is left.",
    ),
)
"""What the clocks and records as they are do not allow."""
