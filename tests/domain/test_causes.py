"""Causes of action: the tree, and what law says of some of its branches."""

from collections import Counter
from datetime import date

import pytest

from app.adapters.reference_data import load_cause_versions, load_causes
from app.domain.causes import (
    CONFIRMATION_SOURCES,
    Cause,
    CauseTree,
    cause_of,
    cause_version_mismatch,
    is_excluded_from_confirmation,
    is_labour,
    not_confirmable_because,
    version_in_force,
)
from app.domain.codes import codes_of
from app.domain.errors import Refusal
from app.domain.sources import SOURCES
from tests.each import each

TREE = CauseTree.of(load_causes())
VERSIONS = load_cause_versions()


def test_a_subtree_holds_the_code_and_everything_below():
    assert TREE.subtree("38") == {"38", "38.1", "38.2", "38.3"}
    assert TREE.subtree("88.4") == {"88.4"}
    assert len(TREE.subtree("P07")) == 31
    assert {"S10", "88", "88.4", "144"} <= TREE.subtree("P04")


def test_every_subtree_agrees_with_asking_one_code_at_a_time():
    for root in ("P04", "S10", "71", "205"):
        assert TREE.subtree(root) == {code for code in TREE.causes if TREE.is_within(code, root)}


@each(
    ("code", "root", "within"),
    [
        ("71.10", "71", True),
        ("71.10", "71.1", False),
        ("88", "S10", True),
        ("S10", "88", False),
        ("88", "88", True),
        ("88", "nothing", False),
    ],
)
def test_codes_are_compared_by_place_in_the_tree_not_by_spelling(code, root, within):
    assert TREE.is_within(code, root) is within


@each("ask", [lambda: TREE.subtree("999"), lambda: TREE.is_within("999", "P01"), lambda: is_labour(TREE, "")])
def test_an_unknown_code_is_refused(ask):
    with pytest.raises(Refusal) as caught:
        ask()

    assert caught.value.code == "unknown_code"


@each(
    ("code", "reason"),
    [
        ("14", "status_relation"),
        ("21.1", "status_relation"),
        ("25.2", "status_relation"),
        ("38", "property_right_confirmation"),
        ("38.2", "property_right_confirmation"),
        ("56.1", "property_right_confirmation"),
        ("165.1", "property_right_confirmation"),
        ("S48", "other_procedure"),
        ("15", None),
        ("24.1", None),
        ("165.2", None),
        ("165", None),
        ("56.2", None),
        ("144", None),
        ("88", None),
        ("448", None),
    ],
)
def test_status_title_and_special_procedures_are_not_confirmable_but_their_neighbours_are(code, reason):
    """Maintenance, division of property and infringement stay confirmable."""
    assert not_confirmable_because(TREE, code) == reason
    assert is_excluded_from_confirmation(TREE, code) is (reason is not None)


def test_the_excluded_causes_bear_the_names_that_the_law_means():
    excluded = {code for code in TREE.causes if is_excluded_from_confirmation(TREE, code)}
    reasons = {not_confirmable_because(TREE, code) for code in excluded}
    title = {c for c in excluded if not_confirmable_because(TREE, c) == "property_right_confirmation"}

    assert reasons <= codes_of("not_accept_reason")
    assert all("确认" in TREE.causes[code].name or "权属" in TREE.causes[code].name for code in title)
    assert {"离婚纠纷", "婚姻无效纠纷", "亲子关系纠纷", "收养关系纠纷"} <= {TREE.causes[code].name for code in excluded}
    assert all(source in SOURCES for source in CONFIRMATION_SOURCES)


def test_exclusions_are_not_applied_to_another_list():
    other = CauseTree.of([Cause("2020", "14", "x", 1, None)])

    with pytest.raises(ValueError, match="2026"):
        not_confirmable_because(other, "14")


@each(("code", "labour"), [("205.5", True), ("214.2", True), ("P07", True), ("144", False), ("88", False)])
def test_the_labour_part_holds_wages_but_not_service_contracts(code, labour):
    assert is_labour(TREE, code) is labour


@each(
    "rows",
    [
        [],
        [Cause("2026", "P01", "a", 1, None), Cause("2026", "P01", "b", 1, None)],
        [Cause("2026", "P01", "a", 1, None), Cause("2020", "P02", "b", 1, None)],
        [Cause("2026", "1", "a", 3, "S01")],
        [Cause("2026", "P01", "a", 1, None), Cause("2026", "1", "b", 3, "P01")],
    ],
)
def test_a_broken_list_makes_no_tree(rows):
    with pytest.raises(ValueError, match=r"codes|parent"):
        CauseTree.of(rows)


def test_codes_that_are_the_same_number_are_different_causes():
    """Read as numbers 71.1 and 71.10 are one; twelve pairs of the list of 2026 collide so."""
    numbers = Counter(float(code) for code in TREE.causes if code[0].isdigit())
    collided = sorted(code for code in TREE.causes if code[0].isdigit() and numbers[float(code)] > 1)

    assert len(collided) == 24
    assert {"71.1", "71.10"} <= set(collided)
    assert len({TREE.causes[code].name for code in collided}) == 24


def test_a_name_is_no_key_because_six_stand_at_two_levels():
    names = Counter(cause.name for cause in TREE.causes.values())
    twice = [name for name, count in names.items() if count > 1]

    assert len(twice) == 6
    for name in twice:
        assert len({cause.level for cause in TREE.causes.values() if cause.name == name}) == 2


def test_a_cause_is_found_by_list_and_code():
    trees = {TREE.version: TREE}

    assert cause_of(trees, "2026", "71.10").name != cause_of(trees, "2026", "71.1").name


@each(("version", "code", "pointer"), [("2026", "71.100", "/cause_code"), ("2020", "71.1", "/cause_version")])
def test_a_cause_of_another_list_or_none_is_refused(version, code, pointer):
    with pytest.raises(Refusal) as caught:
        cause_of({TREE.version: TREE}, version, code)

    assert (caught.value.code, caught.value.pointer) == ("unknown_code", pointer)


@each(
    ("filed_on", "version"),
    [
        (date(2026, 1, 1), "2026"),
        (date(2025, 12, 31), "2020"),
        (date(2020, 12, 31), "2011"),
        (date(2008, 4, 1), "2008"),
        (date(2008, 3, 31), None),
    ],
)
def test_the_day_of_filing_decides_the_list(filed_on, version):
    found = version_in_force(VERSIONS, filed_on)

    assert (found and found.version) == version


@each(
    ("version", "filed_on", "warned"),
    [
        ("2026", date(2026, 1, 1), False),
        ("2026", date(2025, 12, 31), True),
        ("2020", date(2026, 1, 1), True),
        ("2020", date(2025, 12, 31), False),
        ("2026", date(2000, 1, 1), False),
    ],
)
def test_a_cause_of_another_list_than_that_of_the_day_of_filing_is_warned_of(version, filed_on, warned):
    assert cause_version_mismatch(VERSIONS, version, filed_on) is warned
