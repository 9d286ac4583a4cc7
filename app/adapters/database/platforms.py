"""Configuration of platforms of courts and how far each was served, in one transaction. Credentials are sealed."""

from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

import orjson

from app.adapters.database.json_values import bytes_of, day_of, dumped, instant_of
from app.adapters.database.session import Session
from app.adapters.secrets import field_context
from app.domain.access import ClientId, CourtId, TenantId
from app.domain.court_platform import Platform, PlatformCode, UsedNonce
from app.domain.platform_port import Position
from app.domain.ports import Sealer
from app.domain.registry import Validity

LAST_ID = f"'{UUID(int=2**128 - 1)}'::uuid"

CURRENT = """
SELECT row_to_json(p)::text FROM court_platforms AS p
WHERE code = $1 AND valid_from <= $2 AND (valid_to IS NULL OR valid_to >= $2) ORDER BY id DESC LIMIT 1
"""
SERVED = """
SELECT DISTINCT ON (code) row_to_json(p)::text FROM court_platforms AS p
WHERE valid_from <= $1 AND (valid_to IS NULL OR valid_to >= $1) ORDER BY code, id DESC LIMIT 10000
"""
PAGE = f"""
SELECT row_to_json(p)::text FROM court_platforms AS p
WHERE ($1::text IS NULL OR code = $1) AND ($2::uuid IS NULL OR court_id = $2) AND id < COALESCE($3::uuid, {LAST_ID})
ORDER BY id DESC LIMIT $4
"""
ADD = """
INSERT INTO court_platforms
    (id, code, court_id, client_id, dialect, valid_from, valid_to, mapping, settings, credentials_sealed, recorded_at,
    duties)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8::jsonb, $9::jsonb, $10, $11, $12::jsonb)
"""
START = """
INSERT INTO platform_positions (platform, feed_position)
SELECT $1, COALESCE((SELECT position FROM feed_heads WHERE tenant_id = $2), 0) ON CONFLICT (platform) DO NOTHING
"""
"""A platform is told what happens from now on, and nothing of the years before it; a new row of it goes on."""

POSITION = """
SELECT row_to_json(x)::text FROM (
    SELECT p.*, GREATEST(COALESCE(head.position, 0) - p.feed_position, 0) AS unread_count,
        GREATEST(COALESCE(floor.position, 0) - p.feed_position, 0) AS removed_count
    FROM platform_positions AS p
    LEFT JOIN LATERAL (SELECT court_id FROM court_platforms WHERE code = p.platform LIMIT 1) AS of_court ON true
    LEFT JOIN feed_heads AS head ON head.tenant_id = of_court.court_id
    LEFT JOIN feed_floors AS floor ON floor.tenant_id = of_court.court_id
    WHERE p.platform = $1
) AS x
"""
SET_POSITION = """
INSERT INTO platform_positions (platform, feed_position, pull_cursor) VALUES ($1, COALESCE($2, 0), $3)
ON CONFLICT (platform) DO UPDATE SET feed_position = GREATEST($2, platform_positions.feed_position),
    pull_cursor = COALESCE($3, platform_positions.pull_cursor)
"""
COUNT = """
INSERT INTO platform_positions (platform, forged_count, stale_count, replayed_count)
VALUES ($1, ($2 = 'forged')::int, ($2 = 'stale')::int, ($2 = 'replayed')::int)
ON CONFLICT (platform) DO UPDATE SET forged_count = platform_positions.forged_count + excluded.forged_count,
    stale_count = platform_positions.stale_count + excluded.stale_count,
    replayed_count = platform_positions.replayed_count + excluded.replayed_count
"""

FORGET = """
DELETE FROM platform_nonces WHERE (platform, sender, nonce) IN (
    SELECT platform, sender, nonce FROM platform_nonces WHERE kept_until < $1 LIMIT 100 FOR UPDATE SKIP LOCKED
)
"""
USE = """
INSERT INTO platform_nonces (platform, sender, nonce, content, kept_until) VALUES ($1, $2, $3, $4, $5)
ON CONFLICT (platform, sender, nonce) DO NOTHING RETURNING true
"""
USED_FOR = "SELECT content = $4 FROM platform_nonces WHERE platform = $1 AND sender = $2 AND nonce = $3"

SKEW = timedelta(hours=1)
"""How much longer than it is fresh a nonce is kept, so that no process whose clock is late takes it for new."""


class PlatformRows:
    """The tables `court_platforms`, `platform_positions` and `platform_nonces`."""

    __slots__ = ("_sealer", "_session")

    def __init__(self, session: Session, sealer: Sealer) -> None:
        self._session = session
        self._sealer = sealer

    async def current(self, code: PlatformCode, day: date, *, secrets: bool = False) -> Platform | None:
        """The newest row of the code that is valid on the day."""
        text = await self._session.value(CURRENT, code, day)
        return None if text is None else self._platform(text, secrets=secrets)

    async def served(self, day: date) -> tuple[Platform, ...]:
        """The current row of every code on the day, without credentials."""
        return tuple(self._platform(row[0], secrets=False) for row in await self._session.rows(SERVED, day))

    async def page(
        self, *, code: PlatformCode | None, tenant_id: TenantId | None, after_id: UUID | None, limit: int
    ) -> tuple[Platform, ...]:
        """All rows, newest first, with the names of their credentials."""
        rows = await self._session.rows(PAGE, code, tenant_id, after_id, limit)
        return tuple(self._platform(row[0], secrets=True) for row in rows)

    async def add(self, platform: Platform) -> None:
        """Write a new row; a code that was not there yet is served from now on."""
        sealed = None
        if platform.credentials:
            sealed = self._sealer.encrypt(orjson.dumps(dict(platform.credentials)).decode(), _place(platform.id))
        await self._session.run(
            ADD,
            platform.id,
            platform.code,
            platform.court_id,
            platform.client_id,
            platform.dialect,
            platform.validity.valid_from,
            platform.validity.valid_to,
            dumped(dict(platform.mapping)),
            dumped(dict(platform.settings)),
            sealed,
            platform.recorded_at,
            dumped(dict(platform.duties)),
        )
        await self._session.run(START, platform.code, platform.court_id)

    async def position(self, code: PlatformCode) -> Position:
        """How far the platform was served."""
        text = await self._session.value(POSITION, code)
        if text is None:
            return Position()
        row = orjson.loads(text)
        del row["platform"]
        return Position(**row)

    async def set_position(
        self, code: PlatformCode, *, feed_position: int | None = None, pull_cursor: str | None = None
    ) -> None:
        """Write what is given; the rest stays."""
        await self._session.run(SET_POSITION, code, feed_position, pull_cursor)

    async def use_nonce(self, code: PlatformCode, used: UsedNonce, now: datetime) -> bool:
        """Remember a nonce; whether it is new, or came before with the same content.

        Whoever comes second waits for the first to commit, and then sees what it was used for.
        """
        await self._session.run(FORGET, now)
        row = (code, used.sender, used.nonce, used.content)
        fresh = await self._session.value(USE, *row, used.until + SKEW)
        return True if fresh else bool(await self._session.value(USED_FOR, *row))

    async def count_refused(self, code: PlatformCode, kind: str) -> None:
        """One more message that was refused."""
        await self._session.run(COUNT, code, kind)

    def _platform(self, text: str, *, secrets: bool) -> Platform:
        row: dict[str, Any] = orjson.loads(text)
        platform_id, sealed = UUID(row["id"]), row["credentials_sealed"]
        credentials = {}
        if secrets and sealed is not None:
            credentials = orjson.loads(self._sealer.decrypt(bytes_of(sealed), _place(platform_id)))
        return Platform(
            id=platform_id,
            code=PlatformCode(row["code"]),
            court_id=CourtId(UUID(row["court_id"])),
            client_id=ClientId(UUID(row["client_id"])),
            dialect=row["dialect"],
            validity=Validity(date.fromisoformat(row["valid_from"]), day_of(row["valid_to"])),
            mapping=row["mapping"],
            settings=row["settings"],
            recorded_at=instant_of(row["recorded_at"]),
            credentials=credentials,
            duties=row["duties"],
        )


def _place(platform_id: UUID) -> bytes:
    return field_context("court_platforms", "credentials_sealed", platform_id)
