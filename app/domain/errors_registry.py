"""Refusals of the registry: code, Chinese, English. `errors.py` makes them one catalogue."""

from typing import Final

from app.domain import errors_webhooks
from app.domain.errors_lifecycle import Rows

WRONG: Final[Rows] = (
    (
        "people_mediation_is_free",
        "人民调解不收取任何费用。",
        "People's mediation is free: such an organisation charges nothing.",
    ),
    ("one_listed", "名册条目须且只须列入一个组织或一名调解员。", "An entry lists one organisation or one mediator."),
    (
        "day_outside_validity",
        "该日期不在登记的有效期内。",
        "The day lies outside the time for which the record is valid.",
    ),
    (
        "lead_time_invalid",
        "提前提醒须按组填写一次，单位为工作日或日，天数为一至六十且不重复，每组至多五个。",
        "Name each group once, in working or calendar days, with at most five different numbers from 1 to 60.",
    ),
    *errors_webhooks.WRONG,
)
"""Well-formed but wrong."""

REFUSED: Final[Rows] = (
    (
        "channel_overlaps",
        "该法院与该调解组织在此期间已有渠道，请先终止原渠道。",
        "The court and the organisation already have a channel in that time; end it first.",
    ),
    (
        "organisation_cycle",
        "上级组织不能是该组织自身或其下级。",
        "An organisation cannot stand under itself or under one that stands below it.",
    ),
    (
        "track_already_used",
        "该法院在此期间已启用此程序轨道。",
        "The court already uses this track in that time.",
    ),
    ("client_disabled", "接入程序已停用，请先启用。", "The client is disabled; enable it first."),
    (
        "operator_missing",
        "尚无运维方，请先执行 sutiao bootstrap。",
        "There is no operator yet; run sutiao bootstrap first.",
    ),
    (
        "too_many_keys",
        "有效密钥已达上限，请先撤销一个。",
        "The client has as many live keys as it may; revoke one.",
    ),
    *errors_webhooks.REFUSED,
)
"""What the registry as it is does not allow."""
