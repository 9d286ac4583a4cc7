"""Which court stands above which, whose roster an organisation is on, and which channel a court uses."""

from datetime import date
from uuid import UUID

import pytest

from app.domain.access import CourtId, OrganisationId
from app.domain.court_tree import Listing, channel_for, is_above, listing_of, scope_below
from app.domain.registry import Amendment, Channel, Court, RosterEntry, Validity

DAY = date(2026, 3, 2)
ALWAYS = Validity(date(2020, 1, 1))
CENTRE = OrganisationId(UUID(int=9))


def court(number: int, level: str, region: str | None) -> Court:
    return Court(CourtId(UUID(int=number)), f"{number}", level, ALWAYS, region_code=region)


SUPREME = court(1, "supreme", None)
HENAN = court(2, "high", "410000")
XINXIANG = court(3, "intermediate", "410700")
WEIBIN = court(4, "basic", "410703")
HEBEI = court(5, "high", "130000")
RAILWAY = court(6, "intermediate", None)


@pytest.mark.parametrize(
    ("higher", "lower", "said"),
    [
        (SUPREME, WEIBIN, True),
        (HENAN, XINXIANG, True),
        (XINXIANG, WEIBIN, True),
        (HEBEI, WEIBIN, False),
        (WEIBIN, XINXIANG, False),
        (XINXIANG, XINXIANG, False),
        (RAILWAY, WEIBIN, False),
        (SUPREME, RAILWAY, False),
    ],
)
def test_a_court_stands_above_by_level_and_region(higher: Court, lower: Court, said: bool) -> None:  # noqa: FBT001
    assert is_above(higher, lower) is said


def test_below_a_basic_court_and_one_without_a_region_there_is_nobody() -> None:
    assert [scope_below(x) for x in (SUPREME, HENAN, XINXIANG, WEIBIN, RAILWAY)] == ["", "41", "4107", None, None]


def entry(of: Court, status: str = "active", until: date | None = None) -> RosterEntry:
    return RosterEntry(UUID(int=20), of.id, status, Validity(ALWAYS.valid_from, until), organisation_id=CENTRE)


def test_an_organisation_is_listed_by_the_court_by_one_above_or_by_nobody() -> None:
    courts = (HENAN, WEIBIN, HEBEI)
    assert listing_of((entry(HENAN), entry(WEIBIN)), courts, WEIBIN, DAY) is Listing.OWN
    assert listing_of((entry(HENAN),), courts, WEIBIN, DAY) is Listing.HIGHER
    assert listing_of((entry(HEBEI),), courts, WEIBIN, DAY) is Listing.NONE
    assert listing_of((entry(WEIBIN, "suspended"),), courts, WEIBIN, DAY) is Listing.NONE
    assert listing_of((entry(WEIBIN, until=date(2026, 3, 1)),), courts, WEIBIN, DAY) is Listing.NONE
    assert listing_of((entry(WEIBIN),), courts, None, DAY) is Listing.NONE


def channel(number: int, of: Court, mode: str = "hq_to_hq", scope: str | None = None) -> Channel:
    return Channel(UUID(int=number), of.id, CENTRE, mode, "online", False, ALWAYS, court_scope=scope)


def test_a_court_uses_its_own_channel_before_that_of_a_court_above() -> None:
    own, above = channel(30, WEIBIN, "point_to_point"), channel(31, HENAN, scope="41")
    found = channel_for((above, own), WEIBIN, DAY)
    assert found is not None
    assert (found.id, found.mode) == (own.id, "point_to_point")
    lent = channel_for((above,), WEIBIN, DAY)
    assert lent is not None
    assert (lent.id, lent.mode) == (above.id, "hq_to_hq")
    assert channel_for((channel(32, HEBEI, scope="13"),), WEIBIN, DAY) is None
    assert channel_for((above,), RAILWAY, DAY) is None
    assert channel_for((own,), WEIBIN, DAY) == found
    assert channel_for((), None, DAY) is None


def test_a_channel_that_became_point_to_point_serves_its_own_court_only() -> None:
    changed = Amendment(date(2026, 1, 1), {"mode": "point_to_point"})
    before = channel(31, HENAN, scope="41")
    after = Channel(
        before.id,
        HENAN.id,
        CENTRE,
        "hq_to_hq",
        "online",
        False,
        ALWAYS,
        amendments=(changed,),
        court_scope="41",
    )
    assert channel_for((after,), WEIBIN, date(2025, 12, 31)) is not None
    assert channel_for((after,), WEIBIN, DAY) is None
