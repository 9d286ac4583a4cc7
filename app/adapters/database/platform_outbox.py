"""Messages for platforms and duties on them, in one transaction."""

from collections.abc import Collection, Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

import orjson

from app.adapters.database.json_values import day_of, dumped, id_of, instant_of
from app.adapters.database.session import Session
from app.domain.access import ClientId, TenantId
from app.domain.court_platform import Duty, Outgoing, OutgoingKind, PlatformCode
from app.domain.platform_outbox import EntryState, OutboxMessage, OutboxState, PlatformEntry
from app.domain.referral import ReferralId

UNDERWAY = frozenset({OutboxState.WAITING, OutboxState.DELIVERED})
"""States in which a message is tried, or looked up, again."""

LAST_ID = f"'{UUID(int=2**128 - 1)}'::uuid"

PUT = """
INSERT INTO platform_outbox
    (id, tenant_id, platform, referral_id, kind, reference, body, key, event_id, state, next_at, recorded_at)
SELECT $2, $1, $3, $4, $5, $6, $7::jsonb, $8, $9, $10, $11, $12
WHERE NOT EXISTS (
    SELECT FROM platform_entries AS e
    WHERE e.event_id = $9 AND e.platform = $3 AND e.duty = $5 AND e.entered_by IS NOT NULL
)
ON CONFLICT (platform, key) DO NOTHING
"""
"""What somebody entered by hand is not told again over an interface that came later."""

CLAIM = """
WITH claimed AS (
    UPDATE platform_outbox AS p SET next_at = $2, leased_until = $2, attempts = p.attempts + 1, doubtful = true
    FROM (
        SELECT o.id, o.doubtful FROM platform_outbox AS o WHERE o.state IN ('waiting', 'delivered') AND o.next_at <= $1
            AND NOT EXISTS (
                SELECT FROM platform_outbox AS earlier WHERE earlier.platform = o.platform
                    AND earlier.referral_id = o.referral_id AND earlier.state = 'waiting' AND earlier.id < o.id
            )
        ORDER BY o.next_at, o.id LIMIT 1 FOR UPDATE OF o SKIP LOCKED
    ) AS due
    WHERE p.id = due.id
    RETURNING p.*, due.doubtful AS was_doubtful
)
SELECT row_to_json(c)::text FROM claimed AS c
"""
"""Until whoever sends it has settled it, it may have arrived: who finds it after a crash looks it up first."""

SETTLE = """
WITH settled AS (
    UPDATE platform_outbox SET state = $3, attempts = $4, doubtful = $5, next_at = $6, delivered_at = $7,
        processed_at = $8, platform_number = $9, reason = $10, last_failure = $12, anew = $13, leased_until = NULL
    WHERE tenant_id = $1 AND id = $2 AND (reason IS DISTINCT FROM 'entered_by_hand' OR $3 IN ('delivered', 'processed'))
    RETURNING platform, event_id, kind, state, platform_number
)
UPDATE platform_entries AS e SET delivery = s.state,
    state = CASE WHEN s.state = 'processed' AND e.state = 'due' THEN 'entered_by_interface' ELSE e.state END,
    entered_on = CASE WHEN s.state = 'processed' AND e.state = 'due' THEN $11 ELSE e.entered_on END,
    platform_number = CASE WHEN e.state = 'due' THEN s.platform_number ELSE e.platform_number END
FROM settled AS s
WHERE e.event_id = s.event_id AND e.platform = s.platform AND e.duty = s.kind
"""
ONE = """
SELECT row_to_json(o)::text FROM platform_outbox AS o
WHERE tenant_id = $1 AND platform = $2 AND (id = $3 OR key = $4)
"""
PAGE = f"""
SELECT row_to_json(o)::text FROM platform_outbox AS o
WHERE tenant_id = $1 AND platform = $2 AND ($3::text IS NULL OR state = $3) AND id < COALESCE($4::uuid, {LAST_ID})
ORDER BY id DESC LIMIT $5
"""
OWE = """
INSERT INTO platform_entries
    (id, court_id, platform, referral_id, duty, event_id, state, due_on, delivery, recorded_at)
VALUES ($2, $1, $3, $4, $5, $6, $7, $8, $9, $10)
ON CONFLICT (event_id, duty, platform) DO NOTHING
"""
ENTRIES = f"""
SELECT row_to_json(x)::text FROM (
    SELECT e.* FROM platform_entries AS e JOIN referrals AS f ON f.id = e.referral_id AND $1 = ANY (f.viewers)
    WHERE ($2::uuid IS NULL OR e.referral_id = $2) AND ($3::text IS NULL OR e.state = $3)
        AND ($4::date IS NULL OR (e.state = 'due' AND e.due_on < $4)) AND e.id < COALESCE($5::uuid, {LAST_ID})
    ORDER BY e.id DESC LIMIT $6
) AS x
"""
ENTER = """
UPDATE platform_entries AS e SET state = $3, entered_on = $4, entered_by = $5, platform_number = $6, verified_at = $7
FROM referrals AS f WHERE e.id = $2 AND f.id = e.referral_id AND $1 = ANY (f.viewers)
"""

TOLD = """
SELECT referral_id, array_agg(DISTINCT kind) AS kinds FROM platform_outbox
WHERE tenant_id = $1 AND platform = $2 AND kind = ANY ($3::text[]) AND state IN ('delivered', 'processed')
GROUP BY referral_id ORDER BY referral_id DESC LIMIT 20000
"""
HOLD = """
SELECT leased_until FROM platform_outbox WHERE tenant_id = $1 AND platform = $2 AND event_id = $3 AND kind = $4
FOR UPDATE
"""
BY_HAND = """
WITH entered AS (
    UPDATE platform_entries AS e SET state = 'entered_by_hand', entered_on = $3, entered_by = $4, platform_number = $5,
        delivery = CASE WHEN e.delivery = 'waiting' THEN 'parked' ELSE e.delivery END
    FROM referrals AS f
    WHERE e.id = $2 AND e.state = 'due' AND f.id = e.referral_id AND $1 = ANY (f.viewers)
    RETURNING e.court_id, e.platform, e.event_id, e.duty
), withdrawn AS (
    UPDATE platform_outbox AS o SET state = 'parked', reason = 'entered_by_hand'
    FROM entered AS e
    WHERE o.tenant_id = e.court_id AND o.platform = e.platform AND o.event_id = e.event_id AND o.kind = e.duty
        AND o.state IN ('waiting', 'parked')
)
SELECT count(*) FROM entered
"""
"""What was entered by hand is not sent any more; what the platform has by then stays as it is."""


class OutboxRows:
    """The tables `platform_outbox` and `platform_entries`."""

    __slots__ = ("_session",)

    def __init__(self, session: Session) -> None:
        self._session = session

    async def put(self, message: OutboxMessage, next_at: datetime, tenant_id: TenantId) -> None:
        """Keep a message to be sent; a key that is known is kept once."""
        said = message.message
        await self._session.run(
            PUT,
            tenant_id,
            message.id,
            message.platform,
            said.referral_id,
            said.kind.value,
            said.reference,
            dumped(dict(said.body)),
            message.key,
            message.event_id,
            message.state.value,
            next_at,
            message.recorded_at,
        )

    async def claim(self, now: datetime, until: datetime) -> OutboxMessage | None:
        """The next message that is due; nobody else gets it before `until`."""
        text = await self._session.value(CLAIM, now, until)
        return None if text is None else _message(text)

    async def settle(self, message: OutboxMessage, next_at: datetime, tenant_id: TenantId) -> None:
        """Write what became of a message, and of the duty that it meets."""
        entered_on = None if message.processed_at is None else message.processed_at.date()
        await self._session.run(
            SETTLE,
            tenant_id,
            message.id,
            message.state.value,
            message.attempts,
            message.doubtful,
            next_at,
            message.delivered_at,
            message.processed_at,
            message.platform_number,
            message.reason,
            entered_on,
            message.last_failure,
            message.anew,
        )

    async def one(
        self, platform: PlatformCode, tenant_id: TenantId, *, outbox_id: UUID | None = None, key: str | None = None
    ) -> OutboxMessage | None:
        """One message, by its id or its key."""
        text = await self._session.value(ONE, tenant_id, platform, outbox_id, key)
        return None if text is None else _message(text)

    async def page(
        self,
        platform: PlatformCode,
        tenant_id: TenantId,
        *,
        state: OutboxState | None,
        after_id: UUID | None,
        limit: int,
    ) -> tuple[OutboxMessage, ...]:
        """Messages for a platform, newest first."""
        wanted = None if state is None else state.value
        rows = await self._session.rows(PAGE, tenant_id, platform, wanted, after_id, limit)
        return tuple(_message(row[0]) for row in rows)

    async def owe(self, entry: PlatformEntry, tenant_id: TenantId) -> None:
        """Keep a duty once."""
        await self._session.run(
            OWE,
            tenant_id,
            entry.id,
            entry.platform,
            entry.referral_id,
            entry.duty.value,
            entry.event_id,
            entry.state.value,
            entry.due_on,
            entry.delivery,
            entry.recorded_at,
        )

    async def entries(
        self,
        tenant_id: TenantId,
        *,
        referral_id: ReferralId | None = None,
        state: EntryState | None = None,
        overdue_on: date | None = None,
        after_id: UUID | None = None,
        limit: int,
    ) -> tuple[PlatformEntry, ...]:
        """Duties of referrals that the tenant sees now, newest first."""
        wanted = None if state is None else state.value
        rows = await self._session.rows(ENTRIES, tenant_id, referral_id, wanted, overdue_on, after_id, limit)
        return tuple(_entry(row[0]) for row in rows)

    async def told(
        self, platform: PlatformCode, tenant_id: TenantId, kinds: Collection[OutgoingKind]
    ) -> Mapping[ReferralId, frozenset[OutgoingKind]]:
        """By referral, which of these kinds the platform said to have."""
        rows = await self._session.rows(TOLD, tenant_id, platform, [kind.value for kind in kinds])
        return {
            ReferralId(UUID(int=row["referral_id"].int)): frozenset(map(OutgoingKind, row["kinds"])) for row in rows
        }

    async def sent_until(self, entry: PlatformEntry, tenant_id: TenantId) -> datetime | None:
        """Until when the message for a duty is left to whoever sends it; nobody takes it in this transaction."""
        until: datetime | None = await self._session.value(
            HOLD, tenant_id, entry.platform, entry.event_id, entry.duty.value
        )
        return until

    async def enter_by_hand(self, entry: PlatformEntry, tenant_id: TenantId) -> bool:
        """Write that a duty was met by hand and withdraw its message; False where it is not due any more."""
        count = await self._session.value(
            BY_HAND, tenant_id, entry.id, entry.entered_on, entry.entered_by, entry.platform_number
        )
        return bool(count)

    async def enter(self, entry: PlatformEntry, tenant_id: TenantId) -> None:
        """Write how a duty stands now."""
        await self._session.run(
            ENTER,
            tenant_id,
            entry.id,
            entry.state.value,
            entry.entered_on,
            entry.entered_by,
            entry.platform_number,
            entry.verified_at,
        )


def _message(text: str) -> OutboxMessage:
    row: dict[str, Any] = orjson.loads(text)
    referral_id, state = ReferralId(UUID(row["referral_id"])), OutboxState(row["state"])
    return OutboxMessage(
        id=UUID(row["id"]),
        tenant_id=TenantId(UUID(row["tenant_id"])),
        platform=PlatformCode(row["platform"]),
        message=Outgoing(OutgoingKind(row["kind"]), referral_id, row["reference"], row["body"]),
        key=row["key"],
        event_id=UUID(row["event_id"]),
        state=state,
        recorded_at=instant_of(row["recorded_at"]),
        attempts=row["attempts"],
        doubtful=row.get("was_doubtful", row["doubtful"]),
        delivered_at=_maybe(row["delivered_at"]),
        processed_at=_maybe(row["processed_at"]),
        platform_number=row["platform_number"],
        reason=row["reason"],
        last_failure=row["last_failure"],
        next_at=instant_of(row["next_at"]) if state in UNDERWAY else None,
        anew=row["anew"],
    )


def _entry(text: str) -> PlatformEntry:
    row: dict[str, Any] = orjson.loads(text)
    entered_by = id_of(row["entered_by"])
    return PlatformEntry(
        id=UUID(row["id"]),
        court_id=UUID(row["court_id"]),
        platform=PlatformCode(row["platform"]),
        referral_id=ReferralId(UUID(row["referral_id"])),
        duty=Duty(row["duty"]),
        event_id=UUID(row["event_id"]),
        state=EntryState(row["state"]),
        recorded_at=instant_of(row["recorded_at"]),
        due_on=day_of(row["due_on"]),
        entered_on=day_of(row["entered_on"]),
        entered_by=None if entered_by is None else ClientId(entered_by),
        platform_number=row["platform_number"],
        verified_at=_maybe(row["verified_at"]),
        delivery=row["delivery"],
    )


def _maybe(text: str | None) -> datetime | None:
    return None if text is None else instant_of(text)
