"""Refusals of the enforcement, and of time for reviews: code, Chinese, English. `errors.py` has them all."""

from typing import Final

from app.domain.errors_lifecycle import Rows

WRONG: Final[Rows] = (
    (
        "enforcement_ground_not_here",
        "法院制作的文书由作出法院或者与其同级的财产所在地法院执行；其他文书由被执行人住所地或者财产所在地法院执行。",
        "A court's instrument goes to that court or one of its level with property; others to domicile or property.",
    ),
    (
        "amount_beyond_instrument",
        "申请执行的数额须大于零，并且不超过执行依据确定而尚未履行、尚未执行的数额。",
        "The amount must be above zero and at most what the instrument gives and is neither paid nor enforced.",
    ),
    (
        "enforcement_court_not_competent",
        "该法院不是作出文书的法院，也不与其同级。",
        "This is neither the court that made the instrument nor one of its level.",
    ),
)
"""Well-formed but wrong."""

REFUSED: Final[Rows] = (
    (
        "agreement_not_enforceable",
        "调解协议本身不能申请强制执行；须有确认裁定、调解书、支付令、仲裁调解书或者附执行证书的公证债权文书。",
        "An agreement alone is not enforced: a ruling, statement, order, or certified notarisation is needed.",
    ),
    (
        "instrument_not_in_force",
        "指明的程序没有生效的执行依据；有多个执行依据的，须指明一个。",
        "The procedure named has given no instrument in force; where there are several, name one.",
    ),
    (
        "enforcement_denied_before",
        "该执行依据对该被执行人已裁定不予执行。",
        "Enforcement of this instrument against this debtor was denied.",
    ),
    (
        "nothing_left_to_enforce",
        "对该被执行人应当履行的款项已经履行或者已经执行完毕。",
        "What this debtor owed is paid, or was enforced already.",
    ),
    (
        "instrument_fell",
        "据以执行的法律文书已被撤销或者失效，应当终结执行。",
        "The instrument was revoked or has lapsed: the enforcement is ended.",
    ),
    (
        "review_term_over",
        "审查期限未起算或者已届满，不能再延长。",
        "The time for the review does not run, or is over: it is not extended any more.",
    ),
    ("review_already_extended", "仲裁审查期限只能延长一次。", "An arbitration review is extended once."),
)
"""The state or a guard says no."""
