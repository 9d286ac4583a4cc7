"""What one event cites: of the sources of its row those that apply to this referral on this day."""

from collections.abc import Collection
from datetime import date

from app.domain.guards import SEALED_BY, of_committee_by_word, sealed_by
from app.domain.lifecycle.states import Action, Body, Track
from app.domain.lifecycle.table import Row
from app.domain.referral import Referral
from app.domain.sources import SOURCES, SourceId

_FILED_FIRST = "W1_"
_BY_WORD = frozenset({"PML_28", "PML_30"})
_FILED_OTHERWISE = frozenset({Track.POST_FILING_2016, Track.IN_TRIAL})
"""Tracks after filing to which the opinion on mediation right after filing does not speak (W1 items 2, 3)."""

_OF_COMMERCIAL = frozenset({SourceId.CMR_13.value, SourceId.CMR_20.value})
"""What the regulation asks of commercial organisations and of nobody else."""


def cited(row: Row, referral: Referral, on: date, beside: Collection[str] = ()) -> tuple[str, ...]:
    """The sources of a row that apply to a referral on a legal date, in their order; never none.

    Left out is what was not in force on that day, the opinion of 2025 on the other tracks after filing, the duties of
    commercial organisations elsewhere, and for a signature the seals of other bodies. Where nothing stays, the decision
    to apply the later rules is cited (PD_EARLIER_LAW).

    Args:
        row: The row that was taken.
        referral: As it was before.
        on: Legal date of the fact.
        beside: Sources of the row that do not speak to what was done.
    """
    standing = tuple(
        x
        for x in row.sources
        if x not in beside and _in_force(x, on) and _of_track(x, referral) and _of_body(x, row, referral)
    )
    return standing or (SourceId.PD_EARLIER_LAW.value,)


def _in_force(source: str, on: date) -> bool:
    """Decisions, interpretations and instruments whose days are not recorded always stand."""
    known = SOURCES[source]
    return (known.in_force_from or date.min) <= on <= (known.in_force_to or date.max)


def _of_track(source: str, referral: Referral) -> bool:
    return referral.track not in _FILED_OTHERWISE or not source.startswith(_FILED_FIRST)


def _of_body(source: str, row: Row, referral: Referral) -> bool:
    """Of a draft and of a signature: the seals of other bodies, and what is said of oral agreements, are left out."""
    if source in _OF_COMMERCIAL:
        return referral.body is Body.COMMERCIAL
    if row.action not in {Action.SIGN, Action.DRAFT_AGREEMENT}:
        return True
    by_word = of_committee_by_word(referral)
    if source in _BY_WORD:
        return by_word
    return source not in SEALED_BY.values() or (source == sealed_by(referral) and not by_word)
