"""Packages that are handed over to a court: what is in one for its caller, and the contents of its documents."""

from collections import Counter
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from typing import Final

from app.domain.access import Principal, TenantId
from app.domain.documents import Document, may_see
from app.domain.errors import Refusal
from app.domain.handover import Package, Purpose, Reason, hidden_reason, package
from app.domain.ports import Ports, Sought, Transaction
from app.domain.referral import Referral, ReferralId
from app.services.documents import content_of
from app.services.receipts import number_of
from app.services.referral_reads import revealed, visible
from app.services.sharing import require_shared

HANDED_OVER: Final = ("documents", "agreement")
"""Words for what a package holds."""


@dataclass(frozen=True, slots=True)
class Handover:
    """One package as its caller sees it.

    Attributes:
        referral: With its dossier, without personal texts.
        number: The number of the referral for people.
        package: What goes and what stays of what the caller may see.
        kept: How many documents stay, by class and reason, those that the caller may not see included.
    """

    referral: Referral
    number: str
    package: Package
    kept: Mapping[tuple[str, Reason], int]


async def assembled(ports: Ports, principal: Principal, referral_id: ReferralId, purpose: Purpose) -> Handover:
    """The package for a purpose; it names nobody. Refuses with `not_found`, `scope_missing`."""
    async with ports.unit_of_work(principal.tenant_id) as tx:
        return await _assembled(ports, tx, principal, referral_id, purpose)


async def sent(
    ports: Ports, principal: Principal, referral_id: ReferralId, purpose: Purpose, *, limit_bytes: int
) -> Handover:
    """The package whose contents are about to be read: it needs `parties:reveal`, and the reading is written down.

    Refuses as `assembled`, and with `package_too_large`.
    """
    async with ports.unit_of_work(principal.tenant_id) as tx:
        sought = Sought(tenant_id=principal.tenant_id, referral_id=referral_id)
        looked = await tx.referrals.load(sought)
        visible(looked, principal)
        await require_shared(ports, tx, principal, looked, HANDED_OVER)
        await revealed(ports, tx, principal, referral_id, "documents")
        made = await _assembled(ports, tx, principal, referral_id, purpose)
        _require_size(made.package, limit_bytes)
    return made


def _require_size(whole: Package, limit_bytes: int) -> None:
    if sum(each.document.size_bytes for each in whole.passing) > limit_bytes:
        raise Refusal("package_too_large", facts={"limit_bytes": limit_bytes})


async def contents(ports: Ports, made: Handover) -> AsyncIterator[tuple[Document, bytes]]:
    """The documents of a package with their contents, one after the other."""
    for each in made.package.passing:
        yield each.document, await content_of(ports, each.document)


async def _assembled(
    ports: Ports, tx: Transaction, principal: Principal, referral_id: ReferralId, purpose: Purpose
) -> Handover:
    tenant_id = principal.tenant_id
    sought = Sought(tenant_id=tenant_id, referral_id=referral_id, with_dossier=True)
    found = await tx.referrals.load(sought)
    record = visible(found, principal)
    await require_shared(ports, tx, principal, found, HANDED_OVER)
    referral = record.referral
    seen = tuple(document for document in referral.dossier.documents if may_see(document, tenant_id))
    made = package(purpose, referral, seen)
    kept = Counter((each.document.document_class, each.reason) for each in made.kept)
    for document_class, count in (await _hidden(tx, referral_id, tenant_id)).items():
        kept[document_class, hidden_reason(document_class)] += count
    return Handover(referral, number_of(referral.opened_on, record.serial), made, dict(kept))


async def _hidden(tx: Transaction, referral_id: ReferralId, tenant_id: TenantId) -> Mapping[str, int]:
    """How many documents of each class the caller may not see; their ids stay where they are."""
    await tx.as_system()
    return await tx.referrals.hidden_documents(referral_id, tenant_id)
