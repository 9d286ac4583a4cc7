"""Refusals about clocks and about records that were entered in error: code, Chinese, English; see `errors.py`."""

from typing import Final

from app.domain.errors_lifecycle import Rows

REFUSED: Final[Rows] = (
    ("agreement_stands", "已有调解协议，不能恢复调解。", "There is an agreement; mediation is not taken up again."),
    (
        "record_decides",
        "该记录已产生程序效果（当事人表态或者待进行的场次），请以新的记录更正。",
        "The entry decided something: a party's word, or a session to come. Put it right by another entry.",
    ),
    (
        "record_of_others",
        "该记录并非本组织所录或已经决定，请由法院（委托、移送单位）更正。",
        "Others made the entry, or it is decided; whoever referred marks it.",
    ),
    (
        "performed_as_whole",
        "已记录全部履行，请先更正该记录（不填 performance_id）。",
        "The whole is recorded as performed; correct that record first, without a performance_id.",
    ),
    (
        "consent_not_needed",
        "该当事人并非须同意调解的当事人，不能拒绝调解员。",
        "The consent of that party is not needed, so it refuses no mediator.",
    ),
    (
        "procedure_stands",
        "后续程序已在进行或已有结果，不能恢复调解。",
        "A procedure that followed is open or decided; mediation is not taken up again.",
    ),
    (
        "sham_found",
        "已认定虚假调解并移送处理，不能恢复调解。",
        "A sham was found and passed on; mediation is not taken up again.",
    ),
    (
        "withdrawal_pending",
        "撤诉申请尚待法院裁定，不能反悔调解协议。",
        "The court has not decided on the withdrawal of the suit; nobody goes back on the agreement before.",
    ),
    (
        "term_used_up",
        "该期限连续计算且已用尽，不能再移交该组织。",
        "The term goes on with that organisation, and no day of it is left.",
    ),
)
"""What the clocks and records as they are do not allow."""
