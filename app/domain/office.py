"""Mediators in office: what the registry says of them on the legal day of an act."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import date

from app.domain.referral import MediatorId
from app.domain.registry import Mediator, RosterEntry, as_of
from app.domain.registry_facts import MediatorFacts
from app.domain.values import replace


def facts_on(
    mediators: Iterable[Mediator],
    entries: Iterable[RosterEntry],
    day: date,
    identities: Collection[str] = (),
) -> Mapping[MediatorId, MediatorFacts]:
    """What is true of each mediator on the day.

    Args:
        mediators: As registered by their organisations.
        entries: Of the roster of the court that referred. A mediator without an entry there counts by the roster of
            the organisation that the court has listed; one with entries needs one that is active on the day.
        day: Legal day of the act.
        identities: Keyed hashes of the identity numbers of the parties and representatives of the referral.

    Legal source: IMR 5 to 8; PD_OWN_DISPUTE.
    """
    listings: defaultdict[MediatorId, list[RosterEntry]] = defaultdict(list)
    for entry in entries:
        if entry.mediator_id is not None:
            listings[entry.mediator_id].append(entry)
    return {
        x.id: replace(x.facts(day), listed=_listed(listings[x.id], day), own_dispute=x.identity in identities)
        for x in mediators
    }


def _listed(entries: list[RosterEntry], day: date) -> bool:
    return not entries or any(_stands(entry, day) for entry in entries)


def _stands(entry: RosterEntry, day: date) -> bool:
    return entry.validity.covers(day) and as_of(entry, day).status == "active"
