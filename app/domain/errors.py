"""Refusals: the one tree of things that the service says no to.

Every code is stable, belongs to one family, and has one sentence in Chinese and one in English. The domain knows no
HTTP: `app/routers/problems.py` maps families to statuses.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from app.domain import (
    errors_agreement,
    errors_clocks,
    errors_dispatch,
    errors_documents,
    errors_enforcement,
    errors_feed,
    errors_lifecycle,
    errors_platforms,
    errors_registry,
    errors_signing,
)


class Family(StrEnum):
    """What kind of no it is.

    malformed      the bytes are not what they claim to be
    too_large      over a stated bound
    unknown_caller no valid key
    forbidden      known, but not theirs to do
    not_there      does not exist, or is not visible to the caller
    invalid        well-formed but wrong
    no_version     a write without If-Match
    stale          the version moved on
    refused        the state or a guard says no
    throttled      asked too often; slow down
    unavailable    a dependency is down; try again
    """

    MALFORMED = "malformed"
    TOO_LARGE = "too_large"
    UNKNOWN_CALLER = "unknown_caller"
    FORBIDDEN = "forbidden"
    NOT_THERE = "not_there"
    INVALID = "invalid"
    NO_VERSION = "no_version"
    STALE = "stale"
    REFUSED = "refused"
    THROTTLED = "throttled"
    UNAVAILABLE = "unavailable"


@dataclass(frozen=True, slots=True)
class Sentence:
    """One code of the catalogue: its family and what a person should do, in two languages."""

    family: Family
    zh: str
    en: str


class Refusal(Exception):
    """The service says no, for one stated reason.

    Args:
        code: A key of `CATALOGUE`.
        facts: What the caller needs to act; codes, ids, dates and versions only, never input echoed back.
        pointer: JSON pointer (RFC 6901) to the field concerned, where there is one.
    """

    def __init__(self, code: str, *, facts: Mapping[str, Any] | None = None, pointer: str | None = None) -> None:
        super().__init__(code)
        self.code = code
        self.facts = dict(facts or {})
        self.pointer = pointer

    @property
    def sentence(self) -> Sentence:
        """Family and wording of the code."""
        return CATALOGUE[self.code]


def _rows(family: Family, *rows: tuple[str, str, str]) -> dict[str, Sentence]:
    return {code: Sentence(family, zh, en) for code, zh, en in rows}


CATALOGUE: Mapping[str, Sentence] = {
    **_rows(Family.INVALID, *errors_lifecycle.WRONG),
    **_rows(Family.REFUSED, *errors_lifecycle.REFUSED),
    **_rows(Family.INVALID, *errors_enforcement.WRONG),
    **_rows(Family.REFUSED, *errors_enforcement.REFUSED),
    **_rows(Family.INVALID, *errors_agreement.WRONG),
    **_rows(Family.REFUSED, *errors_agreement.REFUSED),
    **_rows(Family.INVALID, *errors_registry.WRONG),
    **_rows(Family.REFUSED, *errors_registry.REFUSED),
    **_rows(
        Family.MALFORMED,
        ("not_json", "请求体不是合法的 JSON，请按 UTF-8 编码发送。", "The body is not valid JSON; send UTF-8 JSON."),
        (
            "content_type_not_json",
            "请带 Content-Type: application/json（UTF-8）发送请求体。",
            "Send the body with Content-Type: application/json (UTF-8).",
        ),
        ("json_unsafe_text", "文本含空字符或孤立代理项，请去除。", "Text holds a NUL or a lone surrogate; remove it."),
        ("json_number_out_of_range", "数字非有限或位数过多。", "A number is not finite or has too many digits."),
        ("json_too_deep", "JSON 嵌套过深。", "The JSON is nested too deeply."),
        ("json_duplicate_key", "JSON 对象中有重复的键。", "An object of the JSON has a key twice."),
        ("idempotency_key_required", "写操作须带 Idempotency-Key。", "Writes need an Idempotency-Key header."),
        (
            "idempotency_key_malformed",
            "Idempotency-Key 应为 1–255 个可见 ASCII 字符。",
            "Idempotency-Key must be 1 to 255 visible ASCII characters.",
        ),
        ("if_match_malformed", 'If-Match 应为 "版本号" 或 *。', 'If-Match must be "version" or *.'),
        ("body_too_slow", "请求体到达过慢，请重新发送。", "The body arrived too slowly; send it again."),
        ("query_malformed", "查询串不合法。", "The query string is not valid."),
    ),
    **_rows(
        Family.TOO_LARGE,
        ("body_too_large", "请求体过大。", "The body is over the limit."),
        (
            "json_too_many_values",
            "JSON 中的条目过多，上限见 facts。",
            "An array or object of the JSON has too many items, or the body too many values; facts name the most.",
        ),
    ),
    **_rows(
        Family.UNKNOWN_CALLER,
        ("key_missing", "缺少 Authorization: Bearer 密钥。", "Send Authorization: Bearer with an API key."),
        ("key_unknown", "密钥无效、已过期或已撤销。", "The API key is unknown, expired or revoked."),
    ),
    **_rows(
        Family.FORBIDDEN,
        ("scope_missing", "密钥没有此操作所需的权限范围。", "The key lacks the scope for this operation."),
        (
            "not_your_role",
            "此操作不属于贵方的类别，或者不属于贵方在本事项中的角色。",
            "This operation is not for tenants of your kind, or not for your part in this matter.",
        ),
    ),
    **_rows(
        Family.NOT_THERE,
        ("not_found", "不存在，或贵方无权查看。", "Not there, or not yours to see."),
        ("no_such_route", "没有这个地址。", "There is no such address."),
        ("method_not_allowed", "该地址不支持此方法。", "The address does not support this method."),
    ),
    **_rows(
        Family.INVALID,
        (
            "body_invalid",
            "请求体的一个或多个字段不符合约定，见 errors。",
            "One or more fields of the body break the contract; see errors.",
        ),
        (
            "parameter_invalid",
            "一个或多个参数不符合约定，见 errors。",
            "One or more parameters break the contract; see errors.",
        ),
        (
            "idempotency_key_reused",
            "此 Idempotency-Key 已用于方法、地址、参数或内容不同的请求；重发须与原请求一致，新的请求请换新的键。",
            "This Idempotency-Key was used with another method, address, parameter or body; take a new one, or repeat it as is.",
        ),
        (
            "cursor_invalid",
            "游标无效，请使用本服务给出的游标，如最近保存的一个。",
            "The cursor is not valid; use one that was given to you, such as the last that you kept.",
        ),
        ("unknown_code", "代码不在代码表中。", "The code is not in the code list."),
        (
            "unknown_reference",
            "所引用的对象不存在或不可见。",
            "The object referred to does not exist or is not visible.",
        ),
        ("identity_number_invalid", "证件号码未通过校验。", "The identity number fails its check."),
        ("case_number_invalid", "案号格式不正确。", "The case number is not well formed."),
        ("phone_invalid", "电话号码格式不正确。", "The phone number is not well formed."),
        (
            "scope_not_grantable",
            "该类主体不能持有所请求的权限范围。",
            "Tenants of this kind can never hold that scope.",
        ),
        ("party_unknown", "该当事人不属于本次移交。", "The party does not belong to this referral."),
        (
            "parties_incomplete",
            "至少须有一名申请人和一名被申请人。",
            "At least one applicant and one respondent are needed.",
        ),
        ("occurred_in_future", "发生日期不得晚于今日。", "The legal date may not lie in the future."),
        (
            "occurred_before_previous_fact",
            "发生日期不得早于其所依据的前一事实。",
            "The legal date may not precede the fact that it follows.",
        ),
        ("extension_not_later", "延长后的届满日须晚于现届满日。", "The new end must be later than the present one."),
        ("clock_only_forward", "法定时钟只能向前调整。", "The legal clock only moves forward."),
        (
            "part_unknown",
            "没有该项记录，或其状态不允许此操作。",
            "There is no such entry in that state in the dossier of this referral.",
        ),
        (
            "source_without_party",
            "来源为当事人时须指明当事人，其他来源不得指明。",
            "Name the party when a party is the source, and only then.",
        ),
        (
            "day_passed",
            "该日期已过。",
            "That day has passed; name today or a later day.",
        ),
        (
            "preservation_missing",
            "未采取诉前保全的，不得填写保全日期。",
            "A day of preservation goes with a preservation only.",
        ),
        (
            "version_not_reached",
            "本次移交还没有该版本；现有版本见 facts 中的 version。",
            "The referral has no such version yet; facts.version is the present one.",
        ),
        ("name_taken", "名称或代码已被登记。", "The name or code is already registered."),
        ("dates_reversed", "起始日期晚于结束日期。", "The first date lies after the last."),
    ),
    **_rows(
        Family.NO_VERSION,
        ("if_match_required", "请带 If-Match：最近读到的版本，或 *。", "Send If-Match: the version you read, or *."),
    ),
    **_rows(
        Family.STALE,
        ("version_stale", "版本已变化，请重新读取后再试。", "The version has moved on; read again and retry."),
    ),
    **_rows(
        Family.REFUSED,
        ("action_not_possible", "当前状态下不能进行此操作。", "The present state does not allow this action."),
        ("not_on_this_track", "本程序轨道不适用此操作。", "The referral's track does not know this action."),
        ("wrong_actor", "此操作应由另一方进行。", "This action is for the other side to take."),
        ("court_not_active", "法院当日未启用。", "The court is not active on that date."),
        ("organisation_not_active", "调解组织当日不在册。", "The organisation is not active on that date."),
        ("track_not_used_by_court", "该法院当日未启用此程序轨道。", "The court does not use this track on that date."),
        (
            "channel_not_open",
            "法院与该调解组织当日没有开通的对接渠道。",
            "No channel between the court and the organisation is open on that date.",
        ),
        (
            "cause_required",
            "该渠道限定案由（见 cause_roots），须填写案由。",
            "The channel is bound to the causes in cause_roots, and the referral states no cause.",
        ),
        (
            "cause_outside_channel",
            "案由超出该渠道约定的案件范围，见 cause_roots。",
            "The cause lies outside the scope of the strict channel, which is in cause_roots.",
        ),
        ("consent_missing", "至少须有一方当事人同意调解。", "At least one party's consent to mediate is needed."),
        (
            "consents_incomplete",
            "须全体当事人同意调解。",
            "Every party must have consented to mediation first.",
        ),
        (
            "organisation_declined_before",
            "该组织已拒绝过本次移交。",
            "That organisation has already declined this referral.",
        ),
        (
            "late_acceptance_closed",
            "该法院不接受逾期接收，请等待重新指定。",
            "The court does not take late acceptance.",
        ),
        ("materials_already_received", "材料已签收。", "The materials were already received."),
        (
            "term_not_started",
            "调解期限尚未起算：请先签收材料。",
            "The term has not started: sign for the materials first.",
        ),
        ("session_unknown", "没有该场次，或已结束。", "There is no such open session."),
        ("agreement_of_all_missing", "须全体当事人同意。", "All parties must agree to this."),
        ("term_over", "期限已届满。", "The term is over."),
        (
            "outside_term",
            "该日不在 from 至 until 之间：场次和补报的事实须在调解期限内，且不早于其所依据的前一事实。",
            "The day must lie between from and until: inside the term, and not before the fact that it follows.",
        ),
        ("end_reason_not_here", "该终结事由不适用于当前状态。", "That end reason does not fit the present state."),
        ("mediation_without_agreement", "调解未达成协议。", "The mediation did not end in an agreement."),
        ("signer_not_required", "协议不约束该人，请填写协议当事人。", "The agreement does not bind it: name a party."),
        ("already_signed", "该签署人已签署。", "That signer has already signed."),
        (
            "agreement_unsettled",
            "协议尚待签署，不能报结。",
            "The agreement awaits signatures; the result cannot be reported yet.",
        ),
        (
            "route_required",
            "未达成协议的，须写明后续去向。",
            "Without an agreement the report must name the onward route.",
        ),
        (
            "route_not_here",
            "该去向不适用于本次移交，可选的去向见 routes；为空的，不写去向。",
            "That route does not fit this referral; those that fit are in routes. Where it is empty, name none.",
        ),
        (
            "joint_application_required",
            "司法确认须双方当事人共同申请。",
            "Judicial confirmation needs a joint application.",
        ),
        (
            "confirmation_window_closed",
            "已超过协议生效后三十日的共同申请期限。",
            "The thirty days from the agreement's effective date are over.",
        ),
        ("cause_not_confirmable", "该类纠纷不予司法确认。", "Disputes of this cause cannot be confirmed."),
        (
            "procedure_already_open",
            "同类程序已在进行或已有结果。",
            "A procedure of that kind is open or already decided.",
        ),
        ("registration_not_open", "当前结果不进入立案。", "The result does not lead to case registration."),
        (
            "case_number_known",
            "该案号已登记。",
            "That case number is already on file.",
        ),
        (
            "nobody_holds",
            "当前没有调解组织办理。",
            "No organisation holds the referral now.",
        ),
        (
            "urging_open",
            "已有待答复的催办。",
            "An urging is still waiting for its answer.",
        ),
        (
            "particulars_fixed",
            "调解期限已起算，立案日期和审理程序不能再改。",
            "The term has started; filing date and procedure can no longer change.",
        ),
        (
            "status_unchanged",
            "业务状态没有变化。",
            "The business status is that already.",
        ),
        (
            "already_in_series",
            "已纳入系列案。",
            "The referral belongs to a series already.",
        ),
        (
            "not_in_series",
            "未纳入系列案。",
            "The referral belongs to no series.",
        ),
        (
            "possible_duplicate",
            "可能重复：请查看已有记录；若系同一纠纷，请带 dispute_id 重新提交；若系其他事项，请在 distinct_from 中列明。",
            "Possibly a duplicate: look at those named; send the dispute_id to go on with it, or distinct_from if it is not.",
        ),
        ("legal_clock_absent", "生产环境没有可调的法定时钟。", "There is no steerable clock in production."),
        (
            "legal_clock_taken",
            "已有移交记录，不能再设定初始日期。",
            "Referrals exist; the clock can no longer be set back.",
        ),
        ("bootstrap_done", "首个运维密钥已发放。", "The first operator key was already given."),
    ),
    **_rows(
        Family.THROTTLED,
        (
            "too_many_requests",
            "请求过于频繁，请按 Retry-After 的秒数等待后再试。",
            "Too many requests; wait for the seconds in Retry-After, then try again.",
        ),
    ),
    **_rows(
        Family.UNAVAILABLE,
        ("database_unavailable", "数据库暂不可用，请稍后重试。", "The database is not available; try again shortly."),
        ("too_busy", "繁忙，请稍后重试。", "Too busy; try again shortly."),
        (
            "key_ring_cannot_read",
            "密钥环无法读取已存的加密内容，数据未丢失，请联系运维核对密钥。",
            "The key ring cannot read what is stored; nothing is lost. Whoever runs the service must check the keys.",
        ),
        ("internal_error", "内部错误，未写入任何内容。", "Something failed inside; nothing was written."),
    ),
    **_rows(Family.INVALID, *errors_documents.WRONG, *errors_dispatch.WRONG, *errors_feed.WRONG, *errors_signing.WRONG),
    **_rows(Family.REFUSED, *errors_documents.REFUSED, *errors_feed.REFUSED, *errors_clocks.REFUSED),
    **_rows(Family.REFUSED, *errors_dispatch.REFUSED),
    **_rows(Family.FORBIDDEN, *errors_dispatch.FORBIDDEN),
    **_rows(Family.THROTTLED, *errors_feed.THROTTLED),
    **_rows(Family.UNAVAILABLE, *errors_documents.UNAVAILABLE),
    **_rows(Family.TOO_LARGE, *errors_documents.TOO_LARGE),
    **{code: row for name, rows in errors_platforms.BY_FAMILY for code, row in _rows(Family(name), *rows).items()},
}
