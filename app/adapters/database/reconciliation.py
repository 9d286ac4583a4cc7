"""Reconciliations in one transaction."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

import orjson

from app.adapters.database.json_values import dumped, id_of, instant_of
from app.adapters.database.session import Session
from app.domain.access import ClientId, TenantId
from app.domain.court_platform import PlatformCode
from app.domain.reconciliation import Difference, DifferenceKind, Reconciliation, ReconciliationState, Repair
from app.domain.referral import ReferralId
from app.domain.stored import StaleVersion

LAST_ID = f"'{UUID(int=2**128 - 1)}'::uuid"

ADD = """
INSERT INTO reconciliations
    (id, tenant_id, platform, day, state, ours_count, theirs_count, difference_count, differences, recorded_at,
    started_by)
VALUES ($2, $1, $3, $4, $5, $6, $7, $8, $9::jsonb, $10, $11)
"""
APPROVE = """
UPDATE reconciliations SET state = $3, approved_by = $4, approved_at = $5
WHERE tenant_id = $1 AND id = $2 AND state = 'open' RETURNING id
"""
PAGE = f"""
SELECT row_to_json(r)::text FROM reconciliations AS r
WHERE tenant_id = $1 AND ($2::uuid IS NULL OR id = $2) AND ($3::text IS NULL OR platform = $3)
    AND id < COALESCE($4::uuid, {LAST_ID})
ORDER BY id DESC LIMIT $5
"""
AMOUNTS = """
SELECT a.referral_id, sum(t.amount)::numeric(18, 2)::text
FROM agreements AS a
JOIN agreement_terms AS t ON t.agreement_id = a.id AND t.draft_number = a.draft_number AND $1 = ANY (t.viewers)
WHERE $1 = ANY (a.viewers) AND a.referral_id = ANY ($2::uuid[]) AND t.amount IS NOT NULL
GROUP BY a.referral_id
"""
SEND_AGAIN = """
UPDATE platform_outbox SET state = 'waiting', reason = NULL, attempts = 0, doubtful = true, next_at = $4,
    anew = delivered_at IS NOT NULL
WHERE tenant_id = $1 AND platform = $2 AND referral_id = ANY ($3::uuid[])
    AND reason IS DISTINCT FROM 'entered_by_hand'
"""


class ReconciliationRows:
    """The table `reconciliations`, and the messages that a repair sends again."""

    __slots__ = ("_session",)

    def __init__(self, session: Session) -> None:
        self._session = session

    async def add(self, reconciliation: Reconciliation, tenant_id: TenantId) -> None:
        """Write a new one."""
        await self._session.run(
            ADD,
            tenant_id,
            reconciliation.id,
            reconciliation.platform,
            reconciliation.day,
            reconciliation.state.value,
            reconciliation.ours_count,
            reconciliation.theirs_count,
            reconciliation.difference_count,
            dumped([_written(each) for each in reconciliation.differences]),
            reconciliation.recorded_at,
            reconciliation.started_by,
        )

    async def approve(self, reconciliation: Reconciliation, tenant_id: TenantId) -> None:
        """Write that its repairs were approved; raises `StaleVersion` where somebody else did so meanwhile."""
        approved = await self._session.value(
            APPROVE,
            tenant_id,
            reconciliation.id,
            reconciliation.state.value,
            reconciliation.approved_by,
            reconciliation.approved_at,
        )
        if approved is None:
            raise StaleVersion

    async def page(
        self,
        tenant_id: TenantId,
        *,
        only: UUID | None = None,
        platform: PlatformCode | None = None,
        after_id: UUID | None = None,
        limit: int,
    ) -> tuple[Reconciliation, ...]:
        """One, or a page of a tenant's, newest first."""
        rows = await self._session.rows(PAGE, tenant_id, only, platform, after_id, limit)
        return tuple(_read(row[0]) for row in rows)

    async def amounts(self, referral_ids: Iterable[ReferralId], tenant_id: TenantId) -> Mapping[ReferralId, str]:
        """What the last drafts of these referrals come to."""
        rows = await self._session.rows(AMOUNTS, tenant_id, list(referral_ids))
        return {ReferralId(row[0]): str(row[1]) for row in rows}

    async def send_again(
        self, platform: PlatformCode, referral_ids: Iterable[ReferralId], next_at: datetime, tenant_id: TenantId
    ) -> None:
        """Let every message of these referrals be sent again."""
        await self._session.run(SEND_AGAIN, tenant_id, platform, list(referral_ids), next_at)


def _written(each: Difference) -> dict[str, Any]:
    return {
        "kind": each.kind.value,
        "reference": each.reference,
        "repair": each.repair.value,
        "referral_id": None if each.referral_id is None else str(each.referral_id),
        "ours": each.ours,
        "theirs": each.theirs,
    }


def _difference(row: dict[str, Any]) -> Difference:
    referral_id = id_of(row["referral_id"])
    return Difference(
        DifferenceKind(row["kind"]),
        row["reference"],
        Repair(row["repair"]),
        None if referral_id is None else ReferralId(referral_id),
        row["ours"],
        row["theirs"],
    )


def _client(text: str | None) -> ClientId | None:
    found = id_of(text)
    return None if found is None else ClientId(found)


def _read(text: str) -> Reconciliation:
    row: dict[str, Any] = orjson.loads(text)
    return Reconciliation(
        id=UUID(row["id"]),
        tenant_id=TenantId(UUID(row["tenant_id"])),
        platform=PlatformCode(row["platform"]),
        day=date.fromisoformat(row["day"]),
        state=ReconciliationState(row["state"]),
        ours_count=row["ours_count"],
        theirs_count=row["theirs_count"],
        difference_count=row["difference_count"],
        differences=tuple(map(_difference, row["differences"])),
        recorded_at=instant_of(row["recorded_at"]),
        started_by=_client(row["started_by"]),
        approved_by=_client(row["approved_by"]),
        approved_at=None if row["approved_at"] is None else instant_of(row["approved_at"]),
    )
