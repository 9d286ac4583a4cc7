"""Messages whose headers show who sent them: an HMAC over id, time and bytes under a shared secret."""

import hashlib
import hmac
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Final

from app.domain.court_platform import MessageId
from app.domain.outbound import Rejected

TOLERANCE_SECONDS: Final = 300
ID_CHARS_MAX: Final = 200
DIGITS_MAX: Final = 12


def signature(secret: bytes, message_id: str, sent: str, raw: bytes) -> str:
    """HMAC-SHA256 of id, time in seconds and body."""
    return hmac.new(
        secret, b".".join([message_id.encode("utf-8", "replace"), sent.encode("utf-8", "replace"), raw]), hashlib.sha256
    ).hexdigest()


def verified(secret: bytes, raw: bytes, headers: Mapping[str, str], now: datetime) -> MessageId:
    """The id in the header `x-message-id`; refuses with `Rejected` what is `forged` or `stale`."""
    message_id, sent = headers.get("x-message-id", ""), headers.get("x-timestamp", "")
    expected = signature(secret, message_id, sent, raw)
    if not hmac.compare_digest(expected.encode(), headers.get("x-signature", "").encode("utf-8", "replace")):
        raise Rejected("forged")
    if not 0 < len(message_id) <= ID_CHARS_MAX or not (sent.isascii() and sent.isdigit()) or len(sent) > DIGITS_MAX:
        raise Rejected("forged")
    if abs((now - datetime.fromtimestamp(int(sent), UTC)).total_seconds()) > TOLERANCE_SECONDS:
        raise Rejected("stale")
    return MessageId(message_id)
