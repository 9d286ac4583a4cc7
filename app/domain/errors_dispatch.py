"""Refusals of dispatching down a head office's tree and of reading data above the holder: code, Chinese, English."""

from typing import Final

from app.domain.errors_lifecycle import Rows

FORBIDDEN: Final[Rows] = (
    (
        "party_data_not_shared",
        "上级组织只能查看编码、状态和期限；查看当事人信息须先以 share_data 登记单独同意或者法定依据。",
        "Above the holder codes, state and clocks are seen; party data needs a ground on record (share_data).",
    ),
)
"""Known, but not theirs to read."""

WRONG: Final[Rows] = (
    (
        "no_courts_below",
        "只有高级别法院（有行政区划代码，最高人民法院除外）的“总对总”渠道可供下级法院使用。",
        "Only a channel between head offices serves courts below, of a court whose level and region say which.",
    ),
    (
        "not_right_below",
        "只能逐级转派给直接下级组织。",
        "It is dispatched level by level, to an organisation right below.",
    ),
    ("not_below_holder", "该组织不在当前承办组织之下。", "That organisation does not stand below the present holder."),
    (
        "not_above_holder",
        "该组织不是当前承办组织的上级。",
        "That organisation does not stand above the present holder.",
    ),
    (
        "sharing_ground_untold",
        "以法定职责或者法院移交为依据的，须在 explanation 中写明具体法律依据。",
        "Without the parties' consent the law that gives the ground is named, in `explanation`.",
    ),
)
"""Well-formed but wrong."""

REFUSED: Final[Rows] = (
    (
        "not_over_head_office",
        "本移交不是经“总对总”渠道发出的，不能逐级转派。",
        "It did not come over a channel between head offices, so it is not dispatched down a tree.",
    ),
    (
        "not_dispatched",
        "本移交不是由上级转派给现承办组织的，没有可以退回的上一级，也没有可以撤回的转派。",
        "It was not dispatched to its holder from above: no level to return it to, and no dispatch to recall.",
    ),
    (
        "not_right_above",
        "只有直接上级组织可以撤回转派；承办组织应当以 refer_back 退回上一级。",
        "Only the level right above recalls it; whoever holds it returns it with refer_back.",
    ),
    (
        "refer_back_first",
        "本移交由上级转派，应当以 refer_back 退回上一级，由上级决定。",
        "It was dispatched from above: return it to the level above with refer_back.",
    ),
    (
        "organisation_not_listed",
        "该组织不在移交法院或者其上级法院的特邀名册上；请先由移交法院以 allow_organisation 同意。",
        "It is on no roster of the referring court or a court above: ask the court for allow_organisation.",
    ),
    (
        "mediator_consent_required",
        "该组织只在上级法院名册上，须经其同意（mediator_consents），或者由移交法院以 allow_organisation 同意。",
        "It is on a higher court's roster only: its consent is needed (mediator_consents), or the court's word.",
    ),
    (
        "sharing_consent_missing",
        "须有每一方当事人对提供个人信息的单独同意（consent_kind data_sharing）。",
        "Every party's separate consent to giving its data to another body must be on record (kind data_sharing).",
    ),
    (
        "organisation_full",
        "该组织已满负荷，移交法院设定此时不再移交。",
        "That organisation is full, and the court is set to offer nothing to a full one.",
    ),
)
"""The state or a guard says no."""
