"""Sheets in folders: messages of people, results for people, verdicts that come back, lists of what they hold."""

from datetime import date

import pytest

from app.adapters.courts.registry import CHECKS
from app.adapters.courts.spreadsheet.client import SpreadsheetPlatform, exchange_of
from app.domain.court_platform import (
    Holding,
    HoldsRecords,
    OutgoingKind,
    PullsMessages,
    ReadsLists,
    Rejected,
    Unavailable,
    Unreadable,
)
from app.domain.errors import Refusal
from tests.adapters.courts.bench import ASSIGN, NOW, a_platform, an_outgoing
from tests.adapters.courts.spreadsheet.harness import SETTINGS, bench_and_folder, results, sheet

DAY = date(2026, 3, 2)


def named(reference):
    return {**ASSIGN, "data": {**ASSIGN["data"], "ajbs": reference}}


async def pulled(platform):
    """The messages of all pages, as the worker fetches them."""
    cursor, messages = None, []
    for _ in range(9):
        page = await platform.pull(cursor)
        messages += page.messages
        if page.cursor == (cursor or ""):
            break
        cursor = page.cursor
    return messages


async def test_what_the_dialect_offers_beside_the_port():
    platform = bench_and_folder()[0].platform

    assert isinstance(platform, PullsMessages)
    assert isinstance(platform, HoldsRecords)
    assert isinstance(platform, ReadsLists)


async def test_each_row_of_a_sheet_is_a_message_and_a_bad_one_stops_no_other():
    made, folder = bench_and_folder()
    bad = named("=R-2")
    (folder / "in" / "a.csv").write_bytes(sheet(named("R-1"), bad, named("R-3")))
    (folder / "in" / "b.xls").write_bytes(b"x")
    (folder / "in" / "c.csv").write_bytes(b"\xff\xff\xff")
    (folder / "in" / "d.csv").write_bytes(b"\n")
    (folder / "in" / "e.csv").symlink_to(folder / "lock")

    (first, second, third) = await pulled(made.platform)

    assert [made.platform.read(raw).reference for _, raw in (first, third)] == ["R-1", "R-3"]
    with pytest.raises(Unreadable) as refusal:
        made.platform.read(second[1])
    assert [(flag.at, flag.fault) for flag in refusal.value.flags] == [("data.ajbs", "field_unreadable")]
    assert len({first[0], second[0], third[0]}) == 3
    assert sorted(path.name for path in (folder / "taken").iterdir()) == ["a.csv", "d.csv"]
    assert [path.name for path in (folder / "refused").iterdir()] == ["sheet_malformed-c.csv"]
    assert sorted(path.name for path in (folder / "in").iterdir()) == ["b.xls", "e.csv"]


async def test_a_sheet_stays_until_its_rows_were_kept_and_a_row_is_the_same_message_in_another_sheet():
    made, folder = bench_and_folder()
    (folder / "in" / "a.csv").write_bytes(sheet(named("R-1")))

    first = await made.platform.pull(None)
    again = await made.platform.pull(None)
    await made.platform.pull(first.cursor)
    (folder / "in" / "later.csv").write_bytes(sheet(named("R-1"), named("R-2")))
    more = await made.platform.pull(first.cursor)

    assert first == again
    assert more.messages[0][0] == first.messages[0][0]
    assert len(more.messages) == 2


async def test_results_are_rows_until_somebody_has_them_and_verdicts_say_what_became_of_them():
    made, folder = bench_and_folder()
    for key in ("k-1", "k-2"):
        assert not (await made.platform.send(an_outgoing(), key)).delivered
    assert results(folder) == ["k-1", "k-2"]

    (folder / "out" / "results-000001.csv").replace(folder / "away.csv")
    later = await made.platform.send(an_outgoing(), "k-3")
    away = await made.platform.look_up("k-1")
    verdicts = "回执编号,结果,平台编号\nk-1,已录入,F-7\nk-2,退回,\nk-9,已录入,\nk-3,也许,\n".encode("gb18030")
    (folder / "in" / "verdicts.csv").write_bytes(verdicts)
    (folder / "in" / "verdicts-2.csv").write_bytes(b"a,b\n1,2\n")
    assert await pulled(made.platform) == []
    one, two, three = [await made.platform.look_up(key) for key in ("k-1", "k-2", "k-3")]

    assert (away.delivered, away.processed, later.delivered) == (True, False, False)
    assert (one.processed, one.platform_number, one.refused) == (True, "F-7", None)
    assert (two.processed, two.refused, two.delivered) == (False, "their_returned", True)
    assert (three.processed, three.refused, three.delivered) == (False, None, False)
    assert results(folder) == ["k-3"]
    assert await made.platform.look_up("k-9") is None
    assert [path.name for path in (folder / "refused").iterdir()] == ["sheet_columns-verdicts-2.csv"]


async def test_a_result_file_that_is_full_changed_or_of_other_titles_gets_no_further_row():
    made, folder = bench_and_folder(results_max=1)

    for key in ("k-1", "k-2"):
        await made.platform.send(an_outgoing(), key)
    (folder / "out" / "results-000002.csv").write_bytes(b"\xff\xff\xff")
    await made.platform.send(an_outgoing(), "k-3")
    (folder / "out" / "results-000003.csv").write_bytes(b"")
    await made.platform.send(an_outgoing(OutgoingKind.ACCEPTANCE), "k-4")

    assert sorted(path.name for path in (folder / "out").iterdir()) == [f"results-00000{n}.csv" for n in (1, 2, 3, 4)]


async def test_a_list_of_a_day_says_what_they_hold_and_one_with_a_fault_says_nothing():
    made, folder = bench_and_folder()
    good = "案号,状态,已录结果\nR-1,调解中,是\n".encode("gb18030")
    with pytest.raises(Rejected, match="no_list"):
        await made.platform.held(DAY)
    (folder / "in" / "held-2026-03-02.csv").write_bytes(good)
    (folder / "in" / "held-2026-03-03.csv").write_bytes(b"x,y\n")

    (holding,) = await made.platform.held(DAY)
    with pytest.raises(Unreadable, match="sheet_columns"):
        await made.platform.held(date(2026, 3, 3))
    with pytest.raises(Refusal, match="sheet_row_invalid") as refusal:
        await made.platform.listed("案号,状态\nR-1,不知道\n".encode())
    bare = SpreadsheetPlatform(a_platform("spreadsheet"), lambda: None)
    with pytest.raises(Refusal, match="platform_has_no_list"):
        await bare.listed(good)

    told = frozenset({"result"})
    assert holding == Holding("R-1", "mediating", None, told, told_duties=told)
    assert refusal.value.facts == {"cells": [{"cell": "B2", "code": "cell_unknown_code", "known": ["调解中"]}]}
    assert await pulled(made.platform) == []
    with pytest.raises(Unreadable):
        bare.read(sheet(ASSIGN))
    with pytest.raises(Rejected, match="forged"):
        bare.verify(sheet(ASSIGN), {}, NOW)


async def test_a_folder_that_can_not_be_written_is_tried_again(tmp_path):
    (tmp_path / "court-a").write_bytes(b"a file")
    row = a_platform("spreadsheet", SETTINGS)

    with pytest.raises(Unavailable, match="folder_unavailable"):
        await SpreadsheetPlatform(row, exchange_of(row, tmp_path)).send(an_outgoing(), "k-1")


@pytest.mark.parametrize(
    ("settings", "credentials", "pointer"),
    [
        ({"typo": {}}, {}, "/settings/typo"),
        ({"messages": []}, {}, "/settings/messages"),
        ({"held": {"columns": [{"title": "a"}]}}, {}, "/settings/held/columns/0"),
        ({}, {"secret": "short"}, "/credentials/secret"),
    ],
)
def test_what_the_dialect_can_not_work_with_is_refused_with_its_place(settings, credentials, pointer):
    with pytest.raises(Refusal, match="platform_settings_invalid") as refusal:
        CHECKS["spreadsheet"](settings, credentials)

    assert refusal.value.pointer == pointer
