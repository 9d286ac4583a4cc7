"""Reads of the record of readings. A referral that the reader of the record may not see is a mark and no id."""

from typing import Any, Final
from uuid import UUID

from app.adapters.database.session import Session
from app.domain.access import ClientId, TenantId
from app.domain.audit import Access
from app.domain.ports import Sealer
from app.domain.referral import ReferralId

MARK_BYTES: Final = 8
LAST_ID: Final = f"'{UUID(int=2**128 - 1)}'::uuid"

PAGE = f"""
SELECT a.id, a.tenant_id, a.client_id, a.referral_id, a.what, a.recorded_at, f.id IS NOT NULL AS visible
FROM access_audit AS a LEFT JOIN referrals AS f ON f.id = a.referral_id AND $1 = ANY (f.viewers)
WHERE a.tenant_id = $1 AND a.id < COALESCE($2::uuid, {LAST_ID}) ORDER BY a.id DESC LIMIT $3
"""
"""$1 tenant, $2 id to go on behind or null, $3 limit."""

PAGE_OF_ALL = f"""
SELECT id, tenant_id, client_id, referral_id, what, recorded_at, false AS visible
FROM access_audit WHERE id < COALESCE($1::uuid, {LAST_ID}) ORDER BY id DESC LIMIT $2
"""
"""For the system: $1 id to go on behind or null, $2 limit."""


class AuditRows:
    """The table `access_audit`, to read."""

    __slots__ = ("_sealer", "_session")

    def __init__(self, session: Session, sealer: Sealer) -> None:
        self._session = session
        self._sealer = sealer

    async def page(self, tenant_id: TenantId, *, after_id: UUID | None, limit: int) -> tuple[Access, ...]:
        """What one tenant has read, newest first; referrals that it does not see now are not named."""
        return tuple(map(self._access, await self._session.rows(PAGE, tenant_id, after_id, limit)))

    async def page_of_all(self, *, after_id: UUID | None, limit: int) -> tuple[Access, ...]:
        """What all tenants have read, newest first; no referral is named."""
        return tuple(map(self._access, await self._session.rows(PAGE_OF_ALL, after_id, limit)))

    def _access(self, row: Any) -> Access:
        referral_id = UUID(int=row["referral_id"].int)
        return Access(
            id=UUID(int=row["id"].int),
            tenant_id=TenantId(UUID(int=row["tenant_id"].int)),
            client_id=ClientId(UUID(int=row["client_id"].int)),
            referral_id=ReferralId(referral_id) if row["visible"] else None,
            mark=self._sealer.keyed_hash(str(referral_id), "audit.referral")[:MARK_BYTES].hex(),
            what=tuple(row["what"].split()),
            recorded_at=row["recorded_at"],
        )
