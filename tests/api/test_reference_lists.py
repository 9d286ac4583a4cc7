"""Reference data over HTTP: labels and days of codes, tracks and bodies, codes of courts and of regions."""

import pytest

from app.adapters.reference_data import load_court_codes, load_tracks
from app.domain.codes import CODE_LISTS
from tests.api.callers import done


async def test_a_code_is_shown_with_labels_days_and_sources(api):
    codes = (await done(api.as_court().get("/v1/code-lists/track")))["codes"]

    shown = {code["code"]: code for code in codes}
    assert shown["post_filing_first"] == {
        "code": "post_filing_first",
        "zh": "立案后先行调解",
        "en": "After filing, mediation first",
        "label": "立案后先行调解",
        "valid_from": "2025-01-01",
        "valid_to": None,
        "sources": ["W1_2", "W1_3"],
        "note": "",
    }


@pytest.mark.parametrize(
    ("on", "there", "gone"),
    [("2024-12-31", "post_filing_2016", "post_filing_first"), ("2025-01-01", "post_filing_first", "post_filing_2016")],
)
async def test_a_list_is_shown_as_of_a_day(api, on, there, gone):
    codes = {code["code"] for code in (await done(api.as_court().get("/v1/code-lists/track", on=on)))["codes"]}

    assert there in codes
    assert gone not in codes


async def test_a_day_that_is_none_is_refused(api):
    assert (await api.as_court().get("/v1/code-lists/track", on="2025-02-30")).status_code == 422


@pytest.mark.parametrize("name", sorted(CODE_LISTS))
async def test_every_list_is_served(api, name):
    shown = await done(api.as_court().get(f"/v1/code-lists/{name}"))

    assert [code["code"] for code in shown["codes"]] == [code.code for code in CODE_LISTS[name]]


@pytest.mark.parametrize(("on", "any_shown"), [("2026-01-01", True), ("2025-12-31", False)])
async def test_causes_are_those_of_the_list_in_force(api, on, any_shown):
    """The causes of the older lists are not carried, and those of 2026 mean something else before their day."""
    codes = (await done(api.as_court().get("/v1/code-lists/cause", on=on)))["codes"]

    assert bool(codes) is any_shown
    assert all(code["en"].isascii() and code["en"] and code["label"] == code["zh"] for code in codes)


async def test_causes_are_labelled_in_the_language_that_is_asked_for(api):
    options = {"headers": {"Accept-Language": "en"}}
    codes = (await done(api.as_court().send("GET", "/v1/code-lists/cause", **options)))["codes"]

    assert {code["code"]: code["label"] for code in codes}["14"] == "Divorce dispute"


async def test_tracks_and_bodies_are_served_as_they_decide(api):
    table, shown = load_tracks(), await done(api.as_court().get("/v1/tracks"))

    assert {row["track"] for row in shown["tracks"]} == set(table.tracks)
    assert {row["body"] for row in shown["bodies"]} == set(table.bodies)
    assert len(shown["cells"]) == sum(map(len, table.cells.values()))
    assert all(row["sources"] and row["mark"] for rows in shown.values() for row in rows)


@pytest.mark.parametrize(("on", "ruling"), [("2026-04-30", "allowed"), ("2026-05-01", "conditional")])
async def test_a_cell_is_shown_as_of_a_day(api, on, ruling):
    shown = await done(api.as_court().get("/v1/tracks", on=on))

    cells = {(row["track"], row["body"]): row["ruling"] for row in shown["cells"]}
    assert len(cells) == len(shown["cells"]) == 88
    assert cells["direct", "commercial"] == ruling
    assert bool(shown["excluded_causes"]) is (ruling == "conditional")


async def test_a_court_is_found_by_its_code_and_a_code_by_its_court(api):
    by_code = (await done(api.as_court().get("/v1/court-codes", code="沪7101")))["items"]
    by_name = (await done(api.as_court().get("/v1/court-codes", name="上海铁路运输法院")))["items"]

    assert by_code == by_name
    assert [(row["name"], row["region_code"]) for row in by_code] == [("上海铁路运输法院", None)]
    assert by_code[0]["source"]


async def test_a_code_that_nobody_published_is_not_there_and_not_wrong(api):
    reply = await done(api.as_court().get("/v1/court-codes", code="豫0703"))

    assert reply == {"items": [], "next": None}


@pytest.mark.parametrize("bad", [{"code": "110105"}, {"code": "京010501"}, {"after": "x"}, {"limit": 0}, {"name": ""}])
async def test_a_malformed_search_for_a_court_is_refused(api, bad):
    assert (await api.as_court().get("/v1/court-codes", **bad)).status_code == 422


async def test_pages_of_court_codes_hold_each_code_once(api):
    found, after = [], {}
    while True:
        page = await done(api.as_court().get("/v1/court-codes", limit=33, **after))
        found += [row["code"] for row in page["items"]]
        if page["next"] is None:
            break
        after = {"after": page["next"]}

    assert sorted(found) == sorted(code.code for code in load_court_codes())


async def test_a_region_is_shown_with_every_name_it_had(api):
    items = (await done(api.as_court().get("/v1/regions", prefix="410703")))["items"]

    assert items == [
        {
            "code": "410703",
            "level": 3,
            "names": [
                {"name": "新华区", "valid_from": "1983-01-01", "valid_to": "2002-12-31"},
                {"name": "卫滨区", "valid_from": "2003-01-01", "valid_to": None},
            ],
        }
    ]


async def test_abolished_regions_are_left_out_where_a_day_is_asked_for(api):
    async def codes(**asked):
        return {row["code"] for row in (await done(api.as_court().get("/v1/regions", prefix="1101", **asked)))["items"]}

    assert "110103" in await codes()
    assert "110103" not in await codes(on="2026-01-01")


async def test_regions_are_paged_by_code(api):
    first = await api.as_court().get("/v1/regions", prefix="41", limit=2)
    second = await done(api.as_court().get("/v1/regions", prefix="41", limit=2, after=first.json()["next"]))

    assert [row["code"] for row in first.json()["items"]] == ["410000", "410100"]
    assert second["items"][0]["code"] > first.json()["next"]
    assert 'rel="next"' in first.headers["link"]
    assert (await api.as_court().get("/v1/regions", prefix="4107x")).status_code == 422
