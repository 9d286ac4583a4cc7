"""Series 系列案: referrals that are handled together, such as many plaintiffs against one respondent."""

from dataclasses import dataclass
from datetime import date
from typing import Protocol

from app.domain.access import TenantId
from app.domain.parts import SeriesId


@dataclass(frozen=True, slots=True)
class Series:
    """One series. It has no state of its own; a referral joins and leaves it by transitions of its own.

    Attributes:
        kind: Code of list `series_kind`.
        owner_id: The court, organisation or referring body that opened it.
        opened_on: Legal date.
        name: What it is called, which may tell of people: encrypted when stored.
    """

    id: SeriesId
    kind: str
    owner_id: TenantId
    opened_on: date
    name: str | None = None


class SeriesStore(Protocol):
    """Series in one transaction. A tenant sees those that it opened and those of the referrals that it sees."""

    async def add(self, series: Series) -> None:
        """Write a new series; the transaction's tenant is its owner."""
        ...

    async def page(
        self,
        tenant_id: TenantId,
        *,
        only: SeriesId | None = None,
        after_id: SeriesId | None = None,
        limit: int = 1,
    ) -> tuple[Series, ...]:
        """One series, or a page of them, newest first, with names decrypted."""
        ...
