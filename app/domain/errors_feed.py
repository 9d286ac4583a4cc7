"""Sentences about the feed: cursors, streams, named consumers."""

from typing import Final

Rows = tuple[tuple[str, str, str], ...]

WRONG: Final[Rows] = (
    (
        "not_acceptable",
        "没有所要求的格式；可提供的格式见 facts.offered。",
        "There is no such form of the answer; facts.offered names those that there are.",
    ),
    (
        "cursor_outside_lease",
        "游标不在所租批次的范围内（from 至 until）。",
        "The cursor does not lie in the leased batch, which goes from facts.from to facts.until.",
    ),
)
"""Well-formed but wrong; `not_acceptable` is answered with 406."""

REFUSED: Final[Rows] = (
    (
        "feed_epoch_changed",
        "事件流已重建，请按时间（since）重新取得游标。",
        "The feed was rebuilt; start again from a time that you trust, by `since`.",
    ),
    (
        "cursor_expired",
        "游标之后的部分事件已过保存期；现存最早的游标见 facts.oldest。",
        "Events behind the cursor are no longer kept; facts.oldest is the oldest cursor that is.",
    ),
    (
        "lease_held",
        "该消费者的批次正由另一读者租用，请按 Retry-After 的秒数等待。",
        "Another reader holds the lease of this consumer; wait for the seconds in Retry-After.",
    ),
    (
        "lease_lost",
        "租约已失效，该批次已经或将会另行发出。",
        "The lease is no longer yours; the batch was or will be given again.",
    ),
    (
        "too_many_consumers",
        "消费者数量已达上限，见 facts.max。",
        "There are as many consumers as a tenant may have; facts.max names the most.",
    ),
)
"""The state says no; `cursor_expired` is answered with 410."""

THROTTLED: Final[Rows] = (
    (
        "too_many_streams",
        "打开的事件流过多，请按 Retry-After 的秒数等待后再试，或改用轮询。",
        "Too many open streams; wait for the seconds in Retry-After and try again, or poll.",
    ),
)
"""No place is left."""
