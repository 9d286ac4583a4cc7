"""Reads of the dossier of one visible referral, and of its particulars. Personal texts are covered unless revealed."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, fields
from typing import Any, Final

from app.domain.access import Principal
from app.domain.dossier import Dossier, Particulars
from app.domain.masking import masked_text
from app.domain.ports import Found, Ports, Sought, Transaction
from app.domain.referral import ReferralId
from app.domain.sealed import WHATS
from app.domain.values import replace
from app.services.referral_reads import revealed, visible
from app.services.sharing import require_shared

LISTS: Final = tuple(field.name for field in fields(Dossier) if field.name != "documents")
"""Names of the lists of a dossier; documents have a door of their own, `app.services.documents`."""


@dataclass(frozen=True, slots=True)
class DossierView:
    """Lists of one dossier, with personal texts covered unless `revealed`; `version` is the referral's."""

    dossier: Dossier
    revealed: bool
    version: int


@dataclass(frozen=True, slots=True)
class ParticularsView:
    """Particulars of one referral, with names and free words covered unless `revealed`."""

    particulars: Particulars
    revealed: bool
    version: int


async def lists(
    ports: Ports, principal: Principal, referral_id: ReferralId, names: Collection[str], *, reveal: bool = False
) -> DossierView:
    """Some lists of the dossier, the others empty; names are those of `LISTS`.

    In the clear only with scope `parties:reveal`, and then written down. Refuses with `not_found`, `scope_missing`.
    """
    async with ports.unit_of_work(principal.tenant_id) as tx:
        found = await _seen(tx, principal, referral_id)
        await require_shared(ports, tx, principal, found, set(names) & WHATS)
        if reveal:
            await revealed(ports, tx, principal, referral_id, *set(names) & WHATS)
        known = await tx.referrals.dossier(referral_id, principal.tenant_id, names)
    version = visible(found, principal).referral.version
    return DossierView(known if reveal else covered_dossier(known), reveal, version)


async def particulars(
    ports: Ports, principal: Principal, referral_id: ReferralId, *, reveal: bool = False
) -> ParticularsView:
    """The particulars with names of court staff and the facts and reasons; as `lists` reveals and refuses."""
    async with ports.unit_of_work(principal.tenant_id) as tx:
        found = await _seen(tx, principal, referral_id)
        await require_shared(ports, tx, principal, found, ["particulars"])
        if reveal:
            await revealed(ports, tx, principal, referral_id, "particulars")
        known = await tx.referrals.particulars(referral_id, principal.tenant_id)
    version = visible(found, principal).referral.version
    return ParticularsView(known if reveal else covered_particulars(known), reveal, version)


async def _seen(tx: Transaction, principal: Principal, referral_id: ReferralId) -> Found:
    found = await tx.referrals.load(Sought(tenant_id=principal.tenant_id, referral_id=referral_id))
    visible(found, principal)
    return found


def covered_dossier(known: Dossier) -> Dossier:
    """The dossier with personal texts covered: a text that is there shows as a mask, one that is not as None."""
    covered = {name: tuple(_entry(name, entry) for entry in getattr(known, name)) for name in _SEALED}
    return replace(known, **covered)


def covered_particulars(known: Particulars) -> Particulars:
    """The particulars with the names of court staff masked and free words covered."""
    masked: Particulars = _masked("referrals", known, "clerk", "judge", "facts_and_reasons")
    return masked


def _masked(table: str, entry: Any, *names: str) -> Any:
    """An entry with the fields of these sealed columns masked; what is not there stays None."""
    texts = {name: getattr(entry, name) for name in names}
    shown = {name: masked_text(table, f"{name}_sealed", text) for name, text in texts.items() if text is not None}
    return replace(entry, **shown)


def _entry(table: str, entry: Any) -> Any:
    if table == "representatives":
        return replace(entry, details=_masked(table, entry.details, *_SEALED[table]))
    return _masked(table, entry, *_SEALED[table])


_SEALED: Final[Mapping[str, tuple[str, ...]]] = {
    "representatives": ("name", "id_number", "phone"),
    "claims": ("text",),
    "service_addresses": ("address",),
    "materials": ("title",),
    "messages": ("text",),
    "urgings": ("text", "answer"),
}
"""Lists that hold personal texts, and which; case numbers and notices hold none."""
