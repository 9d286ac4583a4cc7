"""Whoever reads from above the holder: the door through which reads of the parties' data go."""

from collections.abc import Iterable

from app.domain.access import Principal
from app.domain.errors import Refusal
from app.domain.ports import Found, Ports, Transaction
from app.domain.sharing import DATA_CLASSES, classes_open, classes_read, reads_from_above


async def require_shared(
    ports: Ports, tx: Transaction, principal: Principal, found: Found, whats: Iterable[str]
) -> None:
    """Let somebody above the holder read data of the parties only on a ground on record, for each class of them.

    Args:
        ports: The outside.
        tx: The transaction that reads.
        principal: Who reads; everybody but those above the holder passes.
        found: The referral, visible to the principal.
        whats: Words of `app.domain.sealed.WHATS` for what is read, covered or not.

    Refuses with `party_data_not_shared`, which names the classes without a ground.
    """
    wanted = classes_read(whats)
    if not wanted:
        return
    missing = wanted - await open_from_above(ports, tx, principal, found)
    if missing:
        raise Refusal("party_data_not_shared", facts={"classes": sorted(missing)})


async def open_from_above(ports: Ports, tx: Transaction, principal: Principal, found: Found) -> frozenset[str]:
    """The classes of data that a principal may read of a referral that it sees; all, unless it is above the holder."""
    if found.record is None or not reads_from_above(found.record.referral, principal):
        return DATA_CLASSES
    referral, today = found.record.referral, ports.clock.legal_at(found.offset_seconds).on
    sharings = (await tx.referrals.dossier(referral.id, principal.tenant_id, ("sharings",))).sharings
    return classes_open(referral, sharings, principal, today)
