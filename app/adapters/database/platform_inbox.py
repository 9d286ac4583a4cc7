"""Messages of platforms in one transaction: kept as they came, sealed, and claimed one by one."""

import base64
from datetime import datetime
from typing import Any
from uuid import UUID

import orjson

from app.adapters.database.json_values import bytes_of, dumped, id_of, instant_of
from app.adapters.database.session import Session
from app.adapters.secrets import UnknownKeyError, UnreadableTextError, field_context
from app.domain.access import TenantId
from app.domain.court_platform import Flag, MessageId, PlatformCode
from app.domain.platform_inbox import CONTENT_DAMAGED, KEY_MISSING, InboxMessage, InboxState
from app.domain.ports import Sealer
from app.domain.referral import ReferralId
from app.domain.values import replace

PLAIN = """
id, tenant_id, platform, message_id, digest, received_at, state, reason, flags, attempts, referral_id, decided_at
"""
LAST_ID = f"'{UUID(int=2**128 - 1)}'::uuid"

PUT = """
INSERT INTO platform_inbox
    (id, tenant_id, platform, message_id, digest, raw_sealed, received_at, state, reason, attempts, next_at, decided_at)
VALUES ($2, $1, $3, $4, $5, $6, $7, $8, $9, 0, $7, $10)
ON CONFLICT (platform, message_id) DO NOTHING
RETURNING id
"""
KNOWN = f"""
SELECT row_to_json(x)::text FROM (
    SELECT {PLAIN} FROM platform_inbox WHERE tenant_id = $1 AND platform = $2 AND message_id = $3
) AS x
"""
CLAIM = """
WITH claimed AS (
    UPDATE platform_inbox SET next_at = $2, attempts = attempts + 1
    WHERE id = (
        SELECT id FROM platform_inbox WHERE state = 'waiting' AND next_at <= $1
        ORDER BY next_at, id LIMIT 1 FOR UPDATE SKIP LOCKED
    )
    RETURNING *
)
SELECT row_to_json(c)::text FROM claimed AS c
"""
SETTLE = """
UPDATE platform_inbox SET state = $3, reason = $4, flags = $5::jsonb, attempts = $6, next_at = $7, referral_id = $8,
    decided_at = $9
WHERE tenant_id = $1 AND id = $2
"""
ONE = f"""
SELECT row_to_json(x)::text FROM (
    SELECT {PLAIN} FROM platform_inbox WHERE tenant_id = $1 AND platform = $2 AND id = $3
) AS x
"""
PAGE = f"""
SELECT row_to_json(x)::text FROM (
    SELECT {PLAIN} FROM platform_inbox
    WHERE tenant_id = $1 AND platform = $2 AND ($3::text IS NULL OR state = $3) AND id < COALESCE($4::uuid, {LAST_ID})
    ORDER BY id DESC LIMIT $5
) AS x
"""


class InboxRows:
    """The table `platform_inbox`."""

    __slots__ = ("_sealer", "_session")

    def __init__(self, session: Session, sealer: Sealer) -> None:
        self._session = session
        self._sealer = sealer

    async def put(self, message: InboxMessage, tenant_id: TenantId) -> InboxMessage:
        """Keep a message, or give the one that was kept first under its id."""
        kept = await self._session.value(
            PUT,
            tenant_id,
            message.id,
            message.platform,
            message.message_id,
            message.digest,
            self._sealer.encrypt(base64.b64encode(message.raw).decode(), _place(message.id)),
            message.received_at,
            message.state.value,
            message.reason,
            message.decided_at,
        )
        if kept is not None:
            return message
        return _message(await self._session.value(KNOWN, tenant_id, message.platform, message.message_id))

    async def claim(self, now: datetime, until: datetime) -> InboxMessage | None:
        """The next message that waits, with its bytes; nobody else gets it before `until`."""
        text = await self._session.value(CLAIM, now, until)
        if text is None:
            return None
        row = orjson.loads(text)
        try:
            content = self._sealer.decrypt(bytes_of(row["raw_sealed"]), _place(UUID(row["id"])))
        except UnknownKeyError:
            return replace(_message(text), damage=KEY_MISSING)
        except UnreadableTextError:
            return replace(_message(text), damage=CONTENT_DAMAGED)
        return _message(text, base64.b64decode(content))

    async def settle(self, message: InboxMessage, next_at: datetime, tenant_id: TenantId) -> None:
        """Write what became of a message."""
        await self._session.run(
            SETTLE,
            tenant_id,
            message.id,
            message.state.value,
            message.reason,
            dumped([_flag(flag) for flag in message.flags]),
            message.attempts,
            next_at,
            message.referral_id,
            message.decided_at,
        )

    async def one(self, inbox_id: UUID, platform: PlatformCode, tenant_id: TenantId) -> InboxMessage | None:
        """One message without its bytes."""
        text = await self._session.value(ONE, tenant_id, platform, inbox_id)
        return None if text is None else _message(text)

    async def page(
        self,
        platform: PlatformCode,
        tenant_id: TenantId,
        *,
        state: InboxState | None,
        after_id: UUID | None,
        limit: int,
    ) -> tuple[InboxMessage, ...]:
        """Messages of a platform, newest first, without their bytes."""
        wanted = None if state is None else state.value
        return tuple(
            _message(row[0]) for row in await self._session.rows(PAGE, tenant_id, platform, wanted, after_id, limit)
        )


def _place(inbox_id: UUID) -> bytes:
    return field_context("platform_inbox", "raw_sealed", inbox_id)


def _flag(flag: Flag) -> dict[str, Any]:
    return {"at": flag.at, "fault": flag.fault, "codes": flag.codes, "said": flag.said}


def _message(text: str, raw: bytes = b"") -> InboxMessage:
    row: dict[str, Any] = orjson.loads(text)
    referral_id = id_of(row["referral_id"])
    return InboxMessage(
        id=UUID(row["id"]),
        tenant_id=TenantId(UUID(row["tenant_id"])),
        platform=PlatformCode(row["platform"]),
        message_id=MessageId(row["message_id"]),
        digest=bytes_of(row["digest"]),
        received_at=instant_of(row["received_at"]),
        state=InboxState(row["state"]),
        raw=raw,
        reason=row["reason"],
        flags=tuple(Flag(**flag) for flag in row["flags"]),
        attempts=row["attempts"],
        referral_id=None if referral_id is None else ReferralId(referral_id),
        decided_at=None if row["decided_at"] is None else instant_of(row["decided_at"]),
    )
