"""One referral together with what lies under it, as far as it is asked for, in one look. Personal data are covered."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

from app.domain.access import Principal
from app.domain.dossier import EMPTY_DOSSIER, Dossier
from app.domain.masking import masked
from app.domain.ports import Ports, Sought
from app.domain.referral import ReferralId
from app.domain.sealed import WHATS
from app.services.dossier_reads import LISTS, covered_dossier
from app.services.referral_reads import PartyView, Sight, sight_of
from app.services.sharing import require_shared

PARTIES: Final = "parties"
EXPANDABLE: Final = (PARTIES, *LISTS)
"""What has to be read beside the referral; consents, contacts, sessions and their like come with it."""


@dataclass(frozen=True, slots=True)
class Expanded:
    """A referral with its parties and the lists of its dossier; empty where they were not asked for."""

    sight: Sight
    parties: tuple[PartyView, ...]
    dossier: Dossier


async def get(ports: Ports, principal: Principal, referral_id: ReferralId, *, names: Collection[str]) -> Expanded:
    """One visible referral with what `names` says, of `EXPANDABLE`; other names add nothing.

    Refuses with `not_found`, `scope_missing`. Nothing is in the clear, so no trace is left.
    """
    tenant_id, lists = principal.tenant_id, [name for name in LISTS if name in names]
    async with ports.unit_of_work(tenant_id) as tx:
        found = await tx.referrals.load(Sought(tenant_id=tenant_id, referral_id=referral_id))
        sight = sight_of(ports, principal, found)
        await require_shared(ports, tx, principal, found, {*names} & {PARTIES, *WHATS})
        parties = await tx.referrals.parties(referral_id, tenant_id) if PARTIES in names else ()
        dossier = await tx.referrals.dossier(referral_id, tenant_id, lists) if lists else EMPTY_DOSSIER
    views = tuple(PartyView(party, masked(details), revealed=False) for party, details in parties)
    return Expanded(sight, views, covered_dossier(dossier))
