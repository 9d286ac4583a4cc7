"""Code lists: complete, labelled, sourced, and equal to the names of the lifecycle."""

import re

import pytest

from app.domain.access import Scope
from app.domain.codes import CODE_LISTS, END_REASON_2016_OF, checked_code, codes_of
from app.domain.errors import Refusal
from app.domain.lifecycle.states import Body, Closure, EndReason, Kind, Outcome, Route, SignerRole, Track
from app.domain.sources import SOURCES


@pytest.mark.parametrize("name", sorted(CODE_LISTS))
def test_every_code_is_unique_labelled_and_sourced(name):
    rows = CODE_LISTS[name]

    assert len({row.code for row in rows}) == len({row.zh for row in rows}) == len(rows) > 1
    for row in rows:
        assert re.fullmatch(r"[a-z][a-z0-9_:]*", row.code)
        assert row.en
        assert row.sources
        assert all(source in SOURCES for source in row.sources)


@pytest.mark.parametrize(
    ("name", "enum"),
    [
        ("end_reason", EndReason),
        ("signer_role", SignerRole),
        ("organisation_kind", Body),
        ("outcome", Outcome),
        ("route", Route),
        ("scope", Scope),
    ],
)
def test_a_list_equals_the_names_of_the_domain(name, enum):
    assert codes_of(name) == {member.value for member in enum}


@pytest.mark.parametrize(("name", "enum"), [("closure_code", Closure), ("track", Track), ("referral_kind", Kind)])
def test_a_list_covers_the_names_of_the_lifecycle(name, enum):
    assert codes_of(name) >= {member.value for member in enum}


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
