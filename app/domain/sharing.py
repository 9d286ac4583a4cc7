"""Who above the holder may read data of the parties, and which: a ground on record decides, of each class apart.

Whoever holds a referral, the court and the body that referred it read what they need for their own duty. Organisations
above the holder see codes, state and clocks, and data of the parties only where the holder or the court recorded a
ground for it. A ground that rests on consent stands as long as the consent does.

Legal source: PIPL 13, 23; that a head office is another processor than its branch is our decision (PD_SHARING).
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Final

from app.domain.access import Principal, TenantKind
from app.domain.dossier import Sharing
from app.domain.guards.dispatch import BY_CONSENT
from app.domain.referral import Referral

CLASS_OF: Final[Mapping[str, str]] = {
    "parties": "party_identity",
    "representatives": "party_identity",
    "service_addresses": "party_identity",
    "claims": "claims",
    "particulars": "claims",
    "materials": "materials",
    "documents": "materials",
    "agreement": "mediation",
    "messages": "mediation",
    "urgings": "mediation",
    "explanations": "mediation",
    "advice": "mediation",
    "contacts": "mediation",
}
"""The class of what is read, by the word under which reading it is recorded."""

DATA_CLASSES: Final = frozenset(CLASS_OF.values())
"""Every class."""


def reads_from_above(referral: Referral, principal: Principal) -> bool:
    """Whether the caller is an organisation that sees the referral and does not hold it."""
    return principal.kind is TenantKind.ORGANISATION and principal.tenant_id != referral.holder_id


def classes_read(whats: Iterable[str]) -> frozenset[str]:
    """The classes of data that a reading touches."""
    return frozenset(CLASS_OF[what] for what in whats if what in CLASS_OF)


def classes_open(referral: Referral, sharings: Iterable[Sharing], principal: Principal, today: date) -> frozenset[str]:
    """The classes of data that somebody above the holder may read today."""
    mine = (x for x in sharings if x.act == "grant" and x.to_id == principal.tenant_id)
    return frozenset(name for x in mine if _stands(referral, x, today) for name in x.classes)


def _stands(referral: Referral, sharing: Sharing, today: date) -> bool:
    if sharing.ground != BY_CONSENT:
        return True
    return all(referral.word_of(party.id, today, "data_sharing") for party in referral.agreeing_parties)
