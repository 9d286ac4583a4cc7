"""Courts as a tree: which court stands above which, as far as their levels and regions say; and what follows from it.

A court above is one of a higher level whose region holds the other's: a high court's province, an intermediate court's
prefecture; the supreme court stands above all. Courts without a region code, special courts among them, stand above
and below nobody here: for them a channel of their own, or the court's word, is needed.
"""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import Final

from app.domain.registry import Channel, Court, RosterEntry, as_of, newest_channel, open_channel
from app.domain.registry_facts import ChannelFacts

_DIGITS: Final = {"supreme": 0, "high": 2, "intermediate": 4, "basic": 6}
"""By level: how many digits of a region code the regions below have in common."""


class Listing(StrEnum):
    """On whose roster an organisation stands: the referring court's, only a higher court's, or neither's."""

    OWN = "own"
    HIGHER = "higher"
    NONE = "none"


def scope_below(court: Court) -> str | None:
    """The beginning of the region codes of the courts below; None where nobody knows it, or nobody is below."""
    digits = _DIGITS[court.level]
    if court.level == "basic" or (digits and court.region_code is None):
        return None
    return (court.region_code or "")[:digits]


def is_above(higher: Court, lower: Court) -> bool:
    """Whether a court stands above another."""
    scope = scope_below(higher)
    return scope is not None and _below(lower, scope) and _DIGITS[higher.level] < _DIGITS[lower.level]


def _below(court: Court, scope: str) -> bool:
    return court.region_code is not None and court.region_code.startswith(scope)


def channel_for(channels: tuple[Channel, ...], court: Court | None, day: date) -> ChannelFacts | None:
    """The channel that a court uses on the day: its own, else that of a court above which courts below may use.

    Args:
        channels: Those of one organisation with the court, and with other courts where courts below may use them.
        court: The court; None where no court refers, and then there is no channel either.
        day: Legal date.
    """
    if court is None or all(channel.court_scope is None for channel in channels):
        return open_channel(channels, day)
    own = newest_channel((x for x in channels if x.court_id == court.id), day)
    return own or newest_channel((x for x in channels if _reaches(x, court, day)), day)


def _reaches(channel: Channel, court: Court, day: date) -> bool:
    """A channel that was widened for courts below belongs to the mode that goes over a head office."""
    scope, mode = channel.court_scope, as_of(channel, day).mode
    return scope is not None and mode == "hq_to_hq" and _below(court, scope)


def listing_of(entries: Iterable[RosterEntry], courts: Iterable[Court], referring: Court | None, day: date) -> Listing:
    """On whose roster an organisation stands on the day.

    Args:
        entries: All that list the organisation.
        courts: The courts of those entries.
        referring: The court that referred.
        day: Legal date.

    Legal source: IMR 5 to 8, 10 (a lower court may use a higher court's roster).
    """
    listed = {x.court_id for x in entries if x.validity.covers(day) and as_of(x, day).status == "active"}
    if referring is None:
        return Listing.NONE
    if referring.id in listed:
        return Listing.OWN
    higher = any(court.id in listed and is_above(court, referring) for court in courts)
    return Listing.HIGHER if higher else Listing.NONE
