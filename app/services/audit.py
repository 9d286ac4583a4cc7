"""The record of readings: written where sealed words are shown in the clear, read by those whom it concerns."""

from collections.abc import Iterable
from uuid import UUID

from app.domain.access import Principal, Scope, TenantKind
from app.domain.audit import Access
from app.domain.ports import Ports, Transaction
from app.domain.referral import ReferralId


async def record(
    ports: Ports, tx: Transaction, principal: Principal, referral_id: ReferralId, whats: Iterable[str]
) -> None:
    """Write down that one request reads personal data of one referral in the clear: one row, whatever it reads.

    Args:
        ports: The outside.
        tx: The transaction that reads.
        principal: Who reads.
        referral_id: Of which referral; the principal sees it.
        whats: Words of `app.domain.sealed.WHATS`; nothing is written where there are none.
    """
    named = sorted(set(whats))
    if named:
        recorded_at = ports.clock.recorded_at()
        await tx.referrals.record_access(ports.mint(), principal, referral_id, " ".join(named), recorded_at)


async def page(ports: Ports, principal: Principal, *, after_id: UUID | None, limit: int) -> tuple[Access, ...]:
    """Who read what, newest first: a tenant's own readings, for an operator those of all tenants.

    A referral is named only to a tenant that sees it now; an operator sees none.

    Args:
        ports: The outside.
        principal: The caller; it needs the scope `audit:read`.
        after_id: Last id of the page before.
        limit: Most rows; ask for one more to know whether there is a next page.
    """
    principal.require(Scope.AUDIT_READ)
    if principal.kind is TenantKind.OPERATOR:
        async with ports.unit_of_work(None) as tx:
            return await tx.audit.page_of_all(after_id=after_id, limit=limit)
    async with ports.unit_of_work(principal.tenant_id) as tx:
        return await tx.audit.page(principal.tenant_id, after_id=after_id, limit=limit)
