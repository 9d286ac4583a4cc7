"""Codes of courts and of regions: dated, looked up, and never computed from each other."""

from dataclasses import replace
from datetime import date

import pytest

from app.adapters.reference_data import load_court_codes, load_regions
from app.domain.identifiers import case_number
from app.domain.places import CourtCode, by_court_code, court_code_unknown

KNOWN = by_court_code(load_court_codes())
REGIONS = load_regions()
TODAY = date(2026, 11, 22)
COURT = CourtCode("京0105", "甲区人民法院", "basic", "110105", None, None, "seen")


def names_of(code):
    return [(region.name, region.valid_on(TODAY)) for region in REGIONS if region.code == code]


@pytest.mark.parametrize("text", ["（2022）沪7101民初1507号", "(2017)最高法民申2348号", "（2022）津0319民初1号"])
def test_a_court_whose_published_number_was_seen_is_known(text):
    assert not court_code_unknown(KNOWN, case_number(text).court_code, TODAY)


def test_a_code_that_a_region_would_suggest_is_not_known_for_that():
    """410703 is a district, but no published number shows 豫0703."""
    assert names_of("410703") == [("新华区", False), ("卫滨区", True)]
    assert court_code_unknown(KNOWN, "豫0703", TODAY)


def test_a_code_is_known_on_the_days_on_which_the_court_had_it():
    known = by_court_code(
        [
            replace(COURT, valid_to=date(2020, 12, 31)),
            replace(COURT, name="乙区人民法院", valid_from=date(2022, 1, 1)),
        ]
    )

    assert not court_code_unknown(known, "京0105", date(2020, 12, 31))
    assert court_code_unknown(known, "京0105", date(2021, 6, 1))
    assert not court_code_unknown(known, "京0105", date(2022, 1, 1))


def test_an_abolished_region_keeps_its_code_and_its_last_year():
    assert names_of("110103") == [("崇文区", False)]
    assert [region.valid_on(date(2009, 1, 1)) for region in REGIONS if region.code == "110103"] == [True]


@pytest.mark.parametrize(
    ("code", "name", "level"),
    [
        ("110000", "北京市", 1),
        ("710000", "台湾省", 1),
        ("810000", "香港特别行政区", 1),
        ("830000", "台湾居民居住证", 1),
        ("410700", "新乡市", 2),
        ("110105", "朝阳区", 3),
    ],
)
def test_regions_of_every_level_are_there(code, name, level):
    found = {region.name: region.level for region in REGIONS if region.code == code}

    assert found == {name: level}


def test_every_county_stands_under_a_province_that_is_there():
    provinces = {region.code[:2] for region in REGIONS if region.level == 1}

    assert len(provinces) == 35
    assert {region.code[:2] for region in REGIONS} == provinces


def test_every_region_of_a_court_is_there():
    assert {code.region_code for code in load_court_codes() if code.region_code} <= {r.code for r in REGIONS}
