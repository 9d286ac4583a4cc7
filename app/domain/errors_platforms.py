"""Refusals around platforms of courts: code, Chinese, English. `errors.py` makes them one catalogue."""

from typing import Final

from app.domain import errors_spreadsheet
from app.domain.errors_lifecycle import Rows

WRONG: Final[Rows] = (
    (
        "platform_mapping_invalid",
        "映射不合格式，位置见 pointer；格式见 docs/adapters.md。",
        "The mapping is not of the documented form; pointer says where.",
    ),
    (
        "platform_settings_invalid",
        "该接口方言所需的设置或凭据缺失或不合格式，位置见 pointer。",
        "A setting or credential that the dialect needs is missing or malformed; pointer says which.",
    ),
    (
        "platform_dialect_unknown",
        "没有该接口方言；可用的见 facts.dialects。",
        "There is no such dialect; facts.dialects names those that there are.",
    ),
    (
        "platform_of_another_court",
        "该代码已用于另一法院的平台。",
        "The code belongs to the platform of another court.",
    ),
    (
        "platform_duties_invalid",
        "录入义务的写法不合格式，或该平台没有相应接口，位置见 pointer。",
        "A duty is not of the documented form, or the platform can not be told so; pointer says which.",
    ),
    (
        "platform_message_differs",
        "同一消息编号此前已收到不同内容。",
        "A message with this id came before with other content.",
    ),
    (
        "platform_message_unsafe",
        "该消息不是可接受的 SOAP 报文：含文档类型声明、实体、外部引用、处理指令，或超出限度；原因见 facts.reason。",
        "The message is no SOAP envelope that is safe to read; facts.reason says why.",
    ),
    (
        "platform_message_no_id",
        "消息没有编号或编号不合格式。",
        "The message has no id, or one that is not 1 to 200 visible characters.",
    ),
)
"""Well-formed but wrong."""

FORGED: Final[Rows] = (
    (
        "platform_signature_invalid",
        "没有该平台，或签名不符。",
        "There is no such platform, or the signature is not its own.",
    ),
    (
        "platform_message_stale",
        "消息时间戳超出允许范围，请重新签名发送。",
        "The time of the message is out of bounds; sign and send it anew.",
    ),
    (
        "platform_nonce_reused",
        "该随机数已用于另一消息，请以新的随机数重新发送。",
        "The nonce was used for another message; send it with a new one.",
    ),
)
"""Who sends is not who it says, or sends again what was sent long ago."""

REFUSED: Final[Rows] = (
    (
        "message_not_parked",
        "该消息不在待人工处理之列。",
        "The message is not parked.",
    ),
    (
        "message_set_aside",
        "该消息没有可用编号，或编号已用于其他内容，只供人工核对；请由平台以正确编号重新提供。",
        "It has no id, or one that another message has, so it is kept for people alone; have it sent under an id.",
    ),
    (
        "entry_being_told",
        "正在通过接口报送该事项，请稍后（见 facts.retry_after_seconds）查看结果再登记，以免重复录入。",
        "It is being told over the interface now; look again after facts.retry_after_seconds, or it stands twice.",
    ),
    (
        "message_entered_by_hand",
        "该事项已人工录入，报送已撤回，不再发送。",
        "The duty was met by hand and its message withdrawn; it is not sent any more.",
    ),
    (
        "entry_not_due",
        "该录入事项不在待录入之列。",
        "The entry is not due.",
    ),
    (
        "platform_has_no_list",
        "该平台不提供持有案件的清单，或清单无法读取，原因见 facts.reason。",
        "The platform does not tell what it holds, or not in a way that can be read; facts.reason says why.",
    ),
    (
        "reconciliation_not_open",
        "每次对账只能核准处理一次：该次对账已处理，或没有差异（见 facts.state）；其余差异请重新对账后处理。",
        "A reconciliation is applied once; this one was, or found nothing (facts.state). Compare again for the rest.",
    ),
    (
        "platform_fetches_nothing",
        "该平台没有可重新获取的消息清单，此项无法以重新获取处理；请由平台重新发送，或由人员补录后重新对账。",
        "There is no list to fetch again; have the platform send it again or enter it by hand, then compare again.",
    ),
    (
        "platform_not_valid",
        "该平台在此日没有有效的配置。",
        "The platform has no configuration that is valid on that day.",
    ),
)
"""The state says no."""

UNAVAILABLE: Final[Rows] = (
    (
        "platform_unavailable",
        "法院平台暂不可用，请稍后重试。",
        "The court's platform does not answer; try again later.",
    ),
    (
        "platform_signature_unavailable",
        "本部署缺少核验该签名所需的组件，报文未收存，请联系运维后重发。",
        "What checks this signature is not installed here; nothing was kept. Send again once the operator has it.",
    ),
)
"""The other side is down, or we cannot check what it says."""

BY_FAMILY: Final = (
    ("invalid", WRONG),
    ("unknown_caller", FORGED),
    ("refused", REFUSED),
    ("unavailable", UNAVAILABLE),
    *errors_spreadsheet.BY_FAMILY,
)
