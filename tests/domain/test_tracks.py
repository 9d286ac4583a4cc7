"""Tracks and bodies of rules: every cell says what its row says, dated, and broken rows make no table."""

from dataclasses import replace
from datetime import date

import pytest

from app.adapters.reference_data import load_causes, load_tracks
from app.domain.causes import Cause, CauseTree
from app.domain.codes import CODE_LISTS
from app.domain.errors import Refusal
from app.domain.instruments import Mark
from app.domain.lifecycle.states import Body, Kind, Track
from app.domain.sources import SOURCES, SourceId
from app.domain.tracks import (
    BodyRow,
    CellRow,
    ExclusionRow,
    Ground,
    Ruling,
    TrackCondition,
    TrackRow,
    TrackTable,
)
from tests.each import each

TABLE = load_tracks()
TREE = CauseTree.of(load_causes())
BEFORE, FROM = date(2026, 4, 30), date(2026, 5, 1)
TRACKS = ["pre_filing_2016", "pre_filing_2022", "post_filing_2016", "post_filing_first", "in_trial", "direct"]
TRACKS += ["judge_led"]
WAITING = "commission_delegated"
GENERAL = ["people", "labour", "chamber", "industry", "lawyer", "administrative", "notary", "consumer"]
GENERAL += ["governance_centre"]
BODIES = [*GENERAL, "commercial", "individual_invited"]


def always(first=None, last=None):
    return Ground(first, last, (SourceId.PD_TRACKS,), Mark.PRODUCT_DECISION)


TRACK = TrackRow("direct", frozenset({"direct"}), "自主受理", "Direct", always())
BODY = BodyRow("people", "人民调解", "People's", always())
CELL = CellRow("direct", "people", Ruling.ALLOWED, frozenset(), always())


def test_the_data_know_every_track_body_and_kind_of_the_lifecycle():
    assert set(TABLE.tracks) == {track.value for track in Track} == {*TRACKS, WAITING}
    assert set(TABLE.bodies) == {body.value for body in Body} == set(BODIES)
    assert {kind for row in TABLE.tracks.values() for kind in row.kinds} == {kind.value for kind in Kind}


def test_labels_are_those_of_the_code_lists_and_every_source_is_known():
    for name, rows in (("track", TABLE.tracks), ("organisation_kind", TABLE.bodies)):
        assert {key: (row.zh, row.en) for key, row in rows.items()} == {
            code.code: (code.zh, code.en) for code in CODE_LISTS[name]
        }
    assert {key: (row.ground.valid_from, row.ground.valid_to) for key, row in TABLE.tracks.items()} == {
        code.code: (code.valid_from, code.valid_to) for code in CODE_LISTS["track"]
    }
    cells = [row for rows in TABLE.cells.values() for row in rows]
    for row in (*TABLE.tracks.values(), *TABLE.bodies.values(), *cells, *TABLE.exclusions):
        assert row.ground.sources
        assert all(source in SOURCES for source in row.ground.sources)


@each(
    ("track", "last_day_before", "first_day", "last_day"),
    [
        ("pre_filing_2016", None, date.min, date.max),
        ("pre_filing_2022", date(2021, 12, 31), date(2022, 1, 1), date.max),
        ("post_filing_2016", None, date.min, date(2024, 12, 31)),
        ("post_filing_first", date(2024, 12, 31), date(2025, 1, 1), date.max),
        ("in_trial", None, date.min, date.max),
        ("direct", None, date.min, date.max),
        ("judge_led", None, date.min, date.max),
        ("commission_delegated", None, date.min, date.max),
    ],
)
def test_a_track_may_be_opened_from_its_first_day_to_its_last(track, last_day_before, first_day, last_day):
    assert TABLE.track_valid(track, first_day)
    assert TABLE.track_valid(track, last_day)
    assert last_day_before is None or not TABLE.track_valid(track, last_day_before)


def test_the_track_of_2016_after_filing_gives_way_to_that_of_2025():
    assert not TABLE.track_valid("post_filing_2016", date(2025, 1, 1))


@each(
    ("body", "last_day_before", "first_day"),
    [
        ("commercial", BEFORE, FROM),
        ("people", date(2010, 12, 31), date(2011, 1, 1)),
        ("labour", date(2008, 4, 30), date(2008, 5, 1)),
    ],
)
def test_a_body_has_rules_of_its_own_from_a_day_on(body, last_day_before, first_day):
    assert not TABLE.body_valid(body, last_day_before)
    assert TABLE.body_valid(body, first_day)


@each("body", [b for b in BODIES if b not in {"commercial", "people", "labour"}])
def test_every_other_body_is_as_old_as_the_records(body):
    assert TABLE.body_valid(body, date.min)


def test_what_is_unknown_is_never_valid():
    assert not TABLE.track_valid("nothing", FROM)
    assert not TABLE.body_valid("nothing", FROM)
    assert not TABLE.fits("nothing", "direct")
    with pytest.raises(KeyError):
        TABLE.cell("direct", "nothing", FROM)


@each(
    ("track", "kinds"),
    [
        ("pre_filing_2016", {"pre_filing"}),
        ("pre_filing_2022", {"pre_filing"}),
        ("post_filing_2016", {"post_filing"}),
        ("post_filing_first", {"post_filing"}),
        ("in_trial", {"post_filing"}),
        ("direct", {"direct", "transferred"}),
        ("judge_led", {"assisted"}),
        ("commission_delegated", {"transferred"}),
    ],
)
def test_a_track_takes_its_own_kinds_of_referral_only(track, kinds):
    assert {kind.value for kind in Kind if TABLE.fits(track, kind)} == kinds


@each("track", TRACKS)
@each("body", GENERAL)
def test_general_invited_bodies_may_take_every_track_at_all_times(track, body):
    for day in (date.min, BEFORE, FROM, date.max):
        verdict = TABLE.cell(track, body, day)

        assert (verdict.ruling, verdict.conditions) == (Ruling.ALLOWED, frozenset())


@each("body", BODIES)
def test_a_commission_delegates_to_bodies_that_the_law_names_for_labour_disputes_only(body):
    """LDMA 10: enterprise, people's and town organisations; at all times."""
    named = body in {"labour", "people", "administrative"}
    for day in (date.min, BEFORE, FROM, date.max):
        verdict = TABLE.cell(WAITING, body, day)

        assert (verdict.ruling, verdict.conditions) == (Ruling.ALLOWED if named else Ruling.REFUSED, frozenset())


@each("track", TRACKS)
def test_commercial_bodies_are_bound_by_their_regulation_from_its_first_day(track):
    before, after = TABLE.cell(track, "commercial", BEFORE), TABLE.cell(track, "commercial", FROM)

    assert (before.ruling, before.conditions) == (Ruling.ALLOWED, frozenset())
    assert (after.ruling, after.conditions) == (Ruling.CONDITIONAL, {TrackCondition.CAUSE_EXCLUDED_FOR_BODY})
    assert SourceId.CMR_2 in after.ground.sources
    assert SourceId.CMR_2 not in before.ground.sources


@each("track", TRACKS)
def test_individually_invited_mediators_take_direct_applications_only_on_the_court_platform(track):
    verdict = TABLE.cell(track, "individual_invited", FROM)

    expected = {TrackCondition.COURT_PLATFORM_ONLY} if track == "direct" else frozenset()
    assert verdict.conditions == expected
    assert verdict.ruling is (Ruling.CONDITIONAL if expected else Ruling.ALLOWED)


@each(
    ("code", "excluded"),
    [
        ("P02", True),  # Everything below it is excluded: state a finer one.
        ("P07", True),
        ("S02", True),
        ("15", True),
        ("26", True),
        ("S03", True),
        ("205.5", True),
        ("210", True),
        ("214", True),
        ("453", True),
        ("508", True),
        ("88", False),
        ("144", False),
        ("126", False),
        ("195", False),
    ],
)
def test_commercial_bodies_may_not_take_family_inheritance_labour_and_personnel_disputes(code, excluded):
    """A contract for services (144) and a sale (88) stay open; a whole part is excluded by its sections."""
    assert TABLE.excluded_cause("commercial", code, FROM, TREE) is excluded


@each("body", [body for body in BODIES if body != "commercial"])
def test_no_other_body_has_excluded_causes(body):
    assert not TABLE.excluded_cause(body, "15", FROM, TREE)


def test_before_the_regulation_nothing_is_excluded():
    assert not TABLE.excluded_cause("commercial", "15", BEFORE, TREE)


def test_every_excluded_root_is_a_cause_of_its_list():
    assert {row.root for row in TABLE.exclusions if row.version == TREE.version} <= set(TREE.causes)


def test_exclusions_are_not_applied_to_another_list_nor_to_an_unknown_cause():
    other = CauseTree.of([Cause("2020", "S02", "x", 1, None)])

    with pytest.raises(ValueError, match="list of causes"):
        TABLE.excluded_cause("commercial", "S02", FROM, other)
    with pytest.raises(Refusal) as caught:
        TABLE.excluded_cause("commercial", "9999", FROM, TREE)
    assert caught.value.code == "unknown_code"


def test_a_cell_may_change_from_one_day_to_the_next():
    refused = replace(CELL, ruling=Ruling.REFUSED, ground=always(date(2026, 1, 1)))
    allowed = replace(CELL, ground=always(last=date(2025, 12, 31)))

    table = TrackTable.of([TRACK], [BODY], [refused, allowed], [])

    assert table.cell("direct", "people", date(2025, 12, 31)).ruling is Ruling.ALLOWED
    assert table.cell("direct", "people", date(2026, 1, 1)).ruling is Ruling.REFUSED


@each(
    "broken",
    [
        {"tracks": [TRACK, TRACK]},
        {"bodies": [BODY, BODY]},
        {"cells": []},
        {"cells": [CELL, replace(CELL, body="labour")]},
        {"cells": [CELL, CELL]},
        {"cells": [replace(CELL, ground=always(date(2026, 1, 1)))]},
        {"cells": [replace(CELL, ground=always(last=date(2026, 1, 1)))]},
        {
            "cells": [
                replace(CELL, ground=always(last=date(2026, 1, 1))),
                replace(CELL, ground=always(date(2026, 1, 3))),
            ]
        },
        {
            "cells": [
                replace(CELL, ground=always(last=date(2026, 1, 2))),
                replace(CELL, ground=always(date(2026, 1, 2))),
            ]
        },
        {"cells": [replace(CELL, ruling=Ruling.CONDITIONAL)]},
        {"cells": [replace(CELL, conditions=frozenset({TrackCondition.COURT_PLATFORM_ONLY}))]},
        {"exclusions": [ExclusionRow("nobody", "2026", "S02", "x", always())]},
    ],
)
def test_rows_that_leave_a_day_open_or_answer_twice_make_no_table(broken):
    parts = {"tracks": [TRACK], "bodies": [BODY], "cells": [CELL], "exclusions": [], **broken}

    with pytest.raises(ValueError, match=r"stands twice|exactly one|conditions|unknown body|without a gap"):
        TrackTable.of(**parts)
