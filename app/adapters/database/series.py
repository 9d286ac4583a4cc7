"""Series in one transaction: the rows of `series`, names encrypted."""

from datetime import date
from uuid import UUID

import orjson

from app.adapters.database.json_values import bytes_of
from app.adapters.database.session import Session
from app.adapters.secrets import field_context
from app.domain.access import TenantId
from app.domain.parts import SeriesId
from app.domain.ports import Sealer
from app.domain.series import Series

ADD = """
INSERT INTO series (id, viewers, kind, owner_id, opened_on, name_sealed) VALUES ($1, ARRAY[$3::uuid], $2, $3, $4, $5)
"""
PAGE = """
SELECT row_to_json(x)::text FROM (
    SELECT s.id, s.kind, s.owner_id, s.opened_on, s.name_sealed FROM series AS s
    WHERE $1 = ANY (s.viewers) AND s.id < COALESCE($2::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff'::uuid)
    ORDER BY s.id DESC LIMIT $3
) AS x
"""
ONE = """
SELECT row_to_json(x)::text FROM (
    SELECT s.id, s.kind, s.owner_id, s.opened_on, s.name_sealed FROM series AS s
    WHERE s.id = $2 AND $1 = ANY (s.viewers) LIMIT $3
) AS x
"""


class SeriesRows:
    """Series that a tenant opened, and those of the referrals that it sees."""

    __slots__ = ("_sealer", "_session")

    def __init__(self, session: Session, sealer: Sealer) -> None:
        self._session = session
        self._sealer = sealer

    async def add(self, series: Series) -> None:
        """Write a new series; at first only its owner sees it."""
        sealed = None if series.name is None else self._sealer.encrypt(series.name, _place(series.id))
        await self._session.run(ADD, series.id, series.kind, series.owner_id, series.opened_on, sealed)

    async def page(
        self,
        tenant_id: TenantId,
        *,
        only: SeriesId | None = None,
        after_id: SeriesId | None = None,
        limit: int = 1,
    ) -> tuple[Series, ...]:
        """One series, or a page of them, newest first, with names decrypted."""
        statement, start = (PAGE, after_id) if only is None else (ONE, only)
        rows = await self._session.rows(statement, tenant_id, start, limit)
        return tuple(self._series(row[0]) for row in rows)

    def _series(self, text: str) -> Series:
        row = orjson.loads(text)
        series_id, sealed = SeriesId(UUID(row["id"])), row["name_sealed"]
        return Series(
            id=series_id,
            kind=row["kind"],
            owner_id=TenantId(UUID(row["owner_id"])),
            opened_on=date.fromisoformat(row["opened_on"]),
            name=None if sealed is None else self._sealer.decrypt(bytes_of(sealed), _place(series_id)),
        )


def _place(series_id: UUID) -> bytes:
    return field_context("series", "name_sealed", series_id)
