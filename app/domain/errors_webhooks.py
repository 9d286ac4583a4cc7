"""Refusals of webhook endpoints: code, Chinese, English. `errors_registry.py` hands them to the one catalogue."""

from typing import Final

from app.domain.errors_lifecycle import Rows

WRONG: Final[Rows] = (
    (
        "webhook_url_invalid",
        "地址须为完整的 https 地址，不含用户信息和片段，端口须为本部署所允许。",
        "The URL must be a whole https address without user information or fragment, on a port that is open here.",
    ),
    (
        "webhook_header_not_allowed",
        "自定义请求头的名称或内容不允许，见 facts.reason。",
        "A custom header has a name or value that is not allowed; facts.reason says why.",
    ),
    (
        "replay_range_empty",
        "须以位置或时间给出重放范围，且起点不晚于终点。",
        "Name the range of the replay by positions or by times, the first not behind the last.",
    ),
)
"""Well-formed but wrong."""

REFUSED: Final[Rows] = (
    (
        "too_many_endpoints",
        "推送端点已达上限，或一小时内新建过多，见 facts。",
        "You have as many endpoints as you may, or made too many within an hour; see facts.",
    ),
    (
        "challenge_too_soon",
        "验证刚刚发出，请稍候再试，秒数见 facts。",
        "A challenge was sent a moment ago; facts.retry_after_seconds says when another can be.",
    ),
    (
        "too_many_secrets",
        "有效密钥已达两个，请先终止旧密钥。",
        "Two secrets are live already; end the old one first.",
    ),
    (
        "last_secret",
        "不能终止唯一有效的密钥，请先轮换。",
        "The only live secret cannot be ended; rotate first.",
    ),
    (
        "deliveries_under_way",
        "有投递正在进行，不能改变顺序范围；请先暂停端点，稍候再试。",
        "A delivery is under way, so the order cannot change now; pause the endpoint and try again in a moment.",
    ),
    (
        "delivery_not_waiting",
        "该投递正在进行或已了结，不能搁置。",
        "The delivery is under way or settled; only one that waits can be parked.",
    ),
)
"""What the endpoint as it is does not allow."""
