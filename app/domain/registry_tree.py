"""The tree of organisations over time: who stands above whom on which day, and what a move changes for all below.

The ancestors of an organisation are kept with it, dated, so that a decision reads one record and climbs no tree.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.domain.access import OrganisationId
from app.domain.errors import Refusal
from app.domain.registry import Amendment, Organisation, as_of
from app.domain.values import replace


@dataclass(frozen=True, slots=True)
class Tree:
    """Organisations with all that ever stood or will stand above them, by id."""

    organisations: Mapping[UUID, Organisation]

    @staticmethod
    def of(organisations: Iterable[Organisation]) -> "Tree":
        """The tree that these make; whoever is named as a parent must be among them."""
        return Tree({organisation.id: organisation for organisation in organisations})

    def moved(self, organisation_id: OrganisationId, parent_id: OrganisationId | None, day: date) -> "Tree":
        """The same with one organisation under another parent from the day on, until its next move."""
        before = self.organisations[organisation_id]
        after = _amended(before, Amendment(day, {"parent_id": parent_id}))
        return Tree({**self.organisations, organisation_id: after})

    def ancestors(self, organisation_id: OrganisationId, day: date) -> tuple[OrganisationId, ...]:
        """The organisations above one on the day, nearest first; refuses with `organisation_cycle`."""
        found: list[OrganisationId] = []
        here = as_of(self.organisations[organisation_id], day).parent_id
        while here is not None:
            if here == organisation_id or here in found:
                raise Refusal("organisation_cycle", pointer="/parent_id")
            found.append(here)
            here = as_of(self.organisations[here], day).parent_id
        return tuple(found)

    def lineage(self, organisation_id: OrganisationId, since: date) -> tuple[Amendment, ...]:
        """What must be noted at one organisation so that its ancestors are right on every day from `since` on.

        Moves to come, its own and those of others, are looked at too: what is no circle today may be one then.
        Refuses with `organisation_cycle`.
        """
        known, noted = self.organisations[organisation_id], []
        for day in self._days(since):
            ancestors = self.ancestors(organisation_id, day)
            if ancestors != as_of(known, day).ancestor_ids:
                amendment = Amendment(day, {"ancestor_ids": ancestors})
                known = _amended(known, amendment)
                noted.append(amendment)
        return tuple(noted)

    def _days(self, since: date) -> list[date]:
        """The day and every later one on which anybody gets another parent."""
        moves = (
            amendment.valid_from
            for organisation in self.organisations.values()
            for amendment in organisation.amendments
            if "parent_id" in amendment.values
        )
        return sorted({since, *(day for day in moves if day > since)})


def _amended(organisation: Organisation, amendment: Amendment) -> Organisation:
    ordered = sorted((*organisation.amendments, amendment), key=lambda one: one.valid_from)
    return replace(organisation, amendments=tuple(ordered))
