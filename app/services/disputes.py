"""Disputes: what one quarrel came to over the years, as far as the caller sees its referrals."""

from dataclasses import dataclass
from uuid import UUID

from app.domain.access import Principal
from app.domain.errors import Refusal
from app.domain.ports import Ports, Record, Selection
from app.domain.referral import ReferralId
from app.services import referral_reads


@dataclass(frozen=True, slots=True)
class Dispute:
    """One dispute with a page of its referrals, oldest first: those that the caller sees."""

    id: UUID
    referrals: tuple[Record, ...]


async def get(
    ports: Ports, principal: Principal, dispute_id: UUID, *, after_id: ReferralId | None = None, limit: int
) -> Dispute:
    """One dispute; refuses with `scope_missing`, and with `not_found` where the caller sees none of its referrals."""
    of_dispute = Selection(dispute_id=dispute_id, oldest_first=True)
    found = await referral_reads.page(ports, principal, after_id=after_id, limit=limit, selection=of_dispute)
    if not found and after_id is None:
        raise Refusal("not_found")
    return Dispute(dispute_id, found)
