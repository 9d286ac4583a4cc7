"""The feed's cursor: a place in one tenant's feed, in a text that is handed out and given back unread.

Version, tenant, epoch, position and a checksum in 33 bytes, which base64url writes as 44 characters without padding. A
cursor is no secret and opens nothing: it is only ever compared with the tenant that shows it.
"""

import re
import struct
from base64 import urlsafe_b64decode
from binascii import b2a_base64
from dataclasses import dataclass, replace
from uuid import UUID
from zlib import crc32

from app.domain.access import TenantId
from app.domain.errors import Refusal

WAY_BACK = "/v1/events?since={instant}"
"""Template of the address (RFC 6570) that gives a cursor for a time."""

POSITION_MAX = 2**63 - 1
EPOCH_MAX = 2**31 - 1

_VERSION = 1
_CONTENT = struct.Struct(">B16sIQ")
_URL_SAFE = bytes.maketrans(b"+/", b"-_")
_CHECKSUM = struct.Struct(">I")
_TEXT = re.compile(r"[A-Za-z0-9_-]{44}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Cursor:
    """The place behind one event of a tenant's feed.

    Attributes:
        tenant_id: Whose feed.
        epoch: Life of the feed that the position belongs to; grows when the feed is rebuilt or restored.
        position: Of the last event that was received; 0 is before the first.
    """

    tenant_id: TenantId
    epoch: int
    position: int


def encode(cursor: Cursor) -> str:
    """The text of a cursor; equal cursors have equal texts.

    Raises:
        ValueError: epoch or position is negative or too large.
    """
    return written(cursor.tenant_id, cursor.epoch, cursor.position)


def written(tenant_id: TenantId, epoch: int, position: int) -> str:
    """As `encode`, of a cursor that nobody else needs."""
    if not (0 <= epoch <= EPOCH_MAX and 0 <= position <= POSITION_MAX):
        raise ValueError("a cursor holds no such epoch or position")
    content = _CONTENT.pack(_VERSION, tenant_id.bytes, epoch, position)
    text = b2a_base64(content + _CHECKSUM.pack(crc32(content)), newline=False)
    return text.translate(_URL_SAFE).decode("ascii")


def decode(text: str, tenant_id: TenantId, epoch: int, *, pointer: str = "/after") -> Cursor:
    """The cursor in a text, if it is one of this tenant's, in the present epoch.

    Args:
        text: As `encode` gave it; any change of one character is noticed.
        tenant_id: Who shows it.
        epoch: The present one.
        pointer: Of the field in which it was shown.

    Raises:
        Refusal: `cursor_invalid` for anything that was not given to this tenant; `feed_epoch_changed`, with the epochs
            and the position of the cursor as facts, where the feed has begun a new epoch since.
    """
    cursor = _read(text)
    if cursor is None or cursor.tenant_id != tenant_id:
        raise Refusal("cursor_invalid", pointer=pointer)
    if cursor.epoch != epoch:
        raise epoch_changed(cursor, epoch, pointer=pointer)
    return cursor


def epoch_changed(cursor: Cursor, epoch: int, *, pointer: str = "/after") -> Refusal:
    """The refusal of a cursor whose feed is no longer the one that gave it."""
    facts = {
        "epoch": epoch,
        "cursor_epoch": cursor.epoch,
        "cursor_position": cursor.position,
        "way_back": WAY_BACK,
    }
    return Refusal("feed_epoch_changed", facts=facts, pointer=pointer)


def expired(cursor: Cursor, floor: int) -> Refusal:
    """The refusal of a cursor behind which entries were removed for their age.

    Args:
        cursor: The one that was shown.
        floor: Position of the last entry that was removed.
    """
    facts = {
        "oldest": encode(replace(cursor, position=floor)),
        "oldest_position": floor + 1,
        "cursor_position": cursor.position,
        "way_back": WAY_BACK,
    }
    return Refusal("cursor_expired", facts=facts, pointer="/after")


def _read(text: str) -> Cursor | None:
    if _TEXT.fullmatch(text) is None:
        return None
    content = urlsafe_b64decode(text)
    body, checksum = content[: _CONTENT.size], content[_CONTENT.size :]
    if _CHECKSUM.unpack(checksum)[0] != crc32(body):
        return None
    version, tenant, epoch, position = _CONTENT.unpack(body)
    if version != _VERSION:
        return None
    return Cursor(TenantId(UUID(bytes=tenant)), epoch, position)
