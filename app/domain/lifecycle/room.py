"""How much one referral may hold, so that what loads it whole stays quick however long it lives."""

from collections.abc import Iterator
from itertools import chain
from operator import attrgetter
from typing import Any, Final

from app.domain.errors import Refusal
from app.domain.referral import Referral

ENTRIES_MAX: Final = 1_000
"""Most entries of one list under a referral."""

ENTRIES_A_PARTY_MAX: Final = 50
"""So many more for each of its parties, which is what each may bring at the opening."""

OF_REFERRAL: Final = (
    *("parties", "consents", "assignments", "mediators", "contacts", "sessions", "clocks", "signatures"),
    "procedures",
)
OF_DOSSIER: Final = (
    *("case_numbers", "representatives", "claims", "service_addresses", "materials", "notices", "messages"),
    *("urgings", "documents", "conflicts", "sharings"),
)

_IN_REFERRAL: Final = attrgetter(*OF_REFERRAL)
_IN_DOSSIER: Final = attrgetter(*OF_DOSSIER)


def require_room(before: Referral, after: Referral) -> None:
    """Refuse with `too_many_entries` a list that grew beyond its bound; one that did not grow stays as it is."""
    if max(map(len, _lists(after))) <= ENTRIES_MAX:
        return
    with_parties = ENTRIES_MAX + ENTRIES_A_PARTY_MAX * len(after.parties)
    for name, old, new in zip((*OF_REFERRAL, *OF_DOSSIER), _lists(before), _lists(after), strict=True):
        most = ENTRIES_MAX if name == "parties" else with_parties  # Else heirs would make room for more heirs.
        if len(new) > max(most, len(old)):
            raise Refusal("too_many_entries", facts={"list": name, "most": most})


def _lists(referral: Referral) -> Iterator[tuple[Any, ...]]:
    return chain(_IN_REFERRAL(referral), _IN_DOSSIER(referral.dossier))
