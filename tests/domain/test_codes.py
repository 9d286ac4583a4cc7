"""Code lists: complete, labelled, sourced, and equal to the names of the lifecycle."""

import re
from datetime import date

import pytest

from app.domain.access import Scope, TenantKind
from app.domain.codes import CODE_LISTS, END_REASON_2016_OF, checked_code, codes_of, codes_on
from app.domain.errors import Refusal
from app.domain.lifecycle.states import Body, Closure, EndReason, Kind, Outcome, Route, SignerRole, Track
from app.domain.sources import SOURCES
from tests.each import each


@each("name", sorted(CODE_LISTS))
def test_every_code_is_unique_labelled_and_sourced(name):
    rows = CODE_LISTS[name]

    assert len({row.code for row in rows}) == len({row.zh for row in rows}) == len(rows) > 1
    for row in rows:
        assert re.fullmatch(r"[a-z][a-z0-9_:]*", row.code)
        assert row.en
        assert row.sources
        assert all(source in SOURCES for source in row.sources)


@each(
    ("name", "enum"),
    [
        ("end_reason", EndReason),
        ("signer_role", SignerRole),
        ("organisation_kind", Body),
        ("outcome", Outcome),
        ("scope", Scope),
    ],
)
def test_a_list_equals_the_names_of_the_domain(name, enum):
    assert codes_of(name) == {member.value for member in enum}


@each(
    ("name", "enum"),
    [
        ("closure_code", Closure),
        ("track", Track),
        ("referral_kind", Kind),
        ("route", Route),
        ("tenant_kind", TenantKind),
    ],
)
def test_a_list_covers_the_names_of_the_lifecycle(name, enum):
    assert codes_of(name) >= {member.value for member in enum}


def test_no_two_lists_have_the_same_codes():
    """A refusal of a field names its list by the codes that would have been right."""
    lists = [frozenset(row.code for row in rows) for rows in CODE_LISTS.values()]

    assert len(set(lists)) == len(lists)


def test_labels_and_days_are_whole():
    for row in (row for rows in CODE_LISTS.values() for row in rows):
        assert row.valid_from is None or row.valid_to is None or row.valid_from <= row.valid_to
        assert row.zh == row.zh.strip()
        assert row.en == row.en.strip()


@each(
    ("day", "there", "gone"),
    [
        (date(2021, 12, 31), "post_filing_2016", "pre_filing_2022"),
        (date(2022, 1, 1), "pre_filing_2022", "post_filing_first"),
        (date(2024, 12, 31), "post_filing_2016", "post_filing_first"),
        (date(2025, 1, 1), "post_filing_first", "post_filing_2016"),
    ],
)
def test_a_code_may_be_chosen_from_its_first_day_to_its_last(day, there, gone):
    assert there in codes_on("track", day)
    assert gone not in codes_on("track", day)


def test_a_code_out_of_its_time_is_refused_only_where_the_day_is_asked_for():
    assert checked_code("track", "post_filing_2016") == "post_filing_2016"
    assert checked_code("track", "post_filing_2016", on=date(2024, 12, 31)) == "post_filing_2016"
    with pytest.raises(Refusal) as caught:
        checked_code("track", "post_filing_2016", "/track", on=date(2025, 1, 1))

    assert (caught.value.code, caught.value.pointer) == ("unknown_code", "/track")


def test_every_end_reason_of_2021_maps_to_one_of_2016():
    assert set(END_REASON_2016_OF) == codes_of("end_reason")
    assert set(END_REASON_2016_OF.values()) == codes_of("end_reason_2016")


def test_a_known_code_is_given_back():
    assert checked_code("decline_reason", "outside_charter") == "outside_charter"


def test_an_unknown_code_is_refused_with_the_list_and_without_the_value():
    with pytest.raises(Refusal) as caught:
        checked_code("decline_reason", "because", "/reason")

    assert (caught.value.code, caught.value.facts) == ("unknown_code", {"list": "decline_reason"})
    assert caught.value.pointer == "/reason"
