"""Reference data: loaded again and again, told what changed, nothing deleted; and the look-ups on it."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.adapters.reference_data import load_calendar, load_causes, load_court_codes, load_regions
from app.domain.calendar import Calendar, DayKind
from app.domain.codes import CODE_LISTS, Code
from app.domain.codes_form import OWN
from app.domain.places import CourtCode, Region
from app.domain.reference import Loaded, ReferenceData
from app.services import reference
from tests.factories import TODAY, ports_on

DATA = ReferenceData(
    code_lists=CODE_LISTS,
    causes=load_causes(),
    calendar=load_calendar(),
    court_codes=load_court_codes(),
    regions=load_regions(),
)
CODES = {"colour": (Code("red", "红", "Red", OWN), Code("green", "绿", "Green", OWN))}
SMALL = ReferenceData(code_lists=CODES, causes=load_causes()[:3], calendar=Calendar({}, frozenset(), {}))
COURT = CourtCode("京0105", "甲区人民法院", "basic", "110105", None, None, "案号")


@pytest.fixture
def ports(engine):
    return ports_on(engine)


async def rows(engine, text):
    async with engine.connect() as connection:
        return [tuple(row) for row in await connection.exec_driver_sql(text)]


def of(loaded, table):
    return next(row for row in loaded if row.table == table)


async def test_the_whole_data_is_loaded_once_and_a_repeat_changes_nothing(ports):
    first = await reference.load_reference(ports, DATA)
    second = await reference.load_reference(ports, DATA)

    assert of(first, "code_lists").added == sum(len(codes) for codes in CODE_LISTS.values())
    assert of(first, "causes").added == len(DATA.causes)
    assert of(first, "court_codes").added == len(DATA.court_codes)
    assert of(first, "regions").added == len(DATA.regions)
    assert all(row == Loaded(row.table, 0, 0) for row in second)
    assert {row.table for row in second} == {
        "code_lists",
        "causes",
        "court_codes",
        "regions",
        "calendar_years",
        "calendar_days",
    }
    assert await reference.read_calendar(ports) == load_calendar()


async def test_what_is_loaded_says_what_the_program_says(ports, engine):
    await reference.load_reference(ports, DATA)

    found = await rows(
        engine, "SELECT list, code, zh, en, sources, valid_from, valid_to FROM code_lists ORDER BY list, position"
    )
    assert found == [
        (name, code.code, code.zh, code.en, [str(source) for source in code.sources], code.valid_from, code.valid_to)
        for name in sorted(CODE_LISTS)
        for code in CODE_LISTS[name]
    ]


async def test_a_code_that_vanished_ends_on_the_day_of_loading_and_stays(ports, engine):
    await reference.load_reference(ports, SMALL)

    loaded = await reference.load_reference(ports, replace(SMALL, code_lists={"colour": CODES["colour"][:1]}))

    assert of(loaded, "code_lists") == Loaded("code_lists", 0, 0, 1)
    found = await rows(engine, "SELECT code, valid_to FROM code_lists ORDER BY position")
    assert found == [("red", None), ("green", TODAY)]


async def test_an_ended_code_is_not_ended_anew_on_a_later_day(ports, engine):
    await reference.load_reference(ports, SMALL)
    fewer = replace(SMALL, code_lists={"colour": CODES["colour"][:1]})
    await reference.load_reference(ports, fewer)
    await move_to(ports, TODAY + timedelta(days=3))

    loaded = await reference.load_reference(ports, fewer)

    assert of(loaded, "code_lists") == Loaded("code_lists", 0, 0, 0)
    assert ("green", TODAY) in await rows(engine, "SELECT code, valid_to FROM code_lists")


async def test_a_code_that_comes_back_is_open_again(ports, engine):
    await reference.load_reference(ports, SMALL)
    await reference.load_reference(ports, replace(SMALL, code_lists={"colour": CODES["colour"][:1]}))

    loaded = await reference.load_reference(ports, SMALL)

    assert of(loaded, "code_lists") == Loaded("code_lists", 0, 1, 0)
    assert ("green", None) in await rows(engine, "SELECT code, valid_to FROM code_lists")


async def test_a_changed_label_and_a_new_code_are_told_apart(ports):
    await reference.load_reference(ports, SMALL)
    changed = (replace(CODES["colour"][0], en="Crimson"), CODES["colour"][1], Code("blue", "蓝", "Blue", OWN))

    loaded = await reference.load_reference(ports, replace(SMALL, code_lists={"colour": changed}))

    assert of(loaded, "code_lists") == Loaded("code_lists", 1, 1, 0)


async def test_loading_one_list_of_causes_leaves_the_others_alone(ports, engine):
    older = tuple(replace(cause, version="2020") for cause in SMALL.causes)
    await reference.load_reference(ports, replace(SMALL, causes=older))

    loaded = await reference.load_reference(ports, SMALL)

    assert of(loaded, "causes") == Loaded("causes", len(SMALL.causes), 0, 0)
    found = await rows(engine, "SELECT DISTINCT version, valid_to FROM causes ORDER BY version")
    assert found == [("2020", None), ("2026", None)]


async def test_data_that_is_not_given_is_left_alone_and_given_as_nothing_it_ends(ports, engine):
    await reference.load_reference(ports, replace(SMALL, court_codes=[COURT]))

    kept = await reference.load_reference(ports, SMALL)
    ended = await reference.load_reference(ports, replace(SMALL, court_codes=[]))

    assert "court_codes" not in {row.table for row in kept}
    assert of(ended, "court_codes") == Loaded("court_codes", 0, 0, 1)
    assert await rows(engine, "SELECT code, valid_to FROM court_codes") == [("京0105", TODAY)]


async def test_an_empty_calendar_changes_nothing(ports):
    await reference.load_calendar(ports, load_calendar())

    loaded = await reference.load_calendar(ports, Calendar({}, frozenset(), {}))

    assert loaded == (Loaded("calendar_years", 0, 0), Loaded("calendar_days", 0, 0))
    assert await reference.read_calendar(ports) == load_calendar()


async def test_a_later_notice_changes_a_day(ports):
    day = date(2026, 5, 9)
    await reference.load_calendar(ports, load_calendar())
    changed = Calendar({day: DayKind.HOLIDAY}, frozenset({2026}), {2026: ("later notice",)})

    loaded = await reference.load_calendar(ports, changed)

    assert loaded[0] == Loaded("calendar_years", 0, 1)
    calendar = await reference.read_calendar(ports)
    assert calendar.is_rest_day(day)
    assert calendar.notices[2026] == ("later notice",)
    assert calendar.years == load_calendar().years


async def test_a_year_is_loaded_in_place_of_itself(ports):
    """What the newer file does not name is an ordinary day again, and other years stay as they are."""
    holiday, workday, other = date(2027, 5, 3), date(2027, 5, 8), date(2027, 10, 1)
    wrong = {holiday: DayKind.HOLIDAY, workday: DayKind.MAKEUP_WORKDAY, other: DayKind.HOLIDAY}
    await reference.load_calendar(ports, load_calendar())
    await reference.load_calendar(ports, Calendar(wrong, frozenset({2027}), {2027: ("notice",)}))
    right = Calendar({other: DayKind.HOLIDAY}, frozenset({2027}), {2027: ("notice",)})

    loaded = await reference.load_calendar(ports, right)
    again = await reference.load_calendar(ports, right)

    assert (loaded[1], again[1]) == (Loaded("calendar_days", 0, 2), Loaded("calendar_days", 0, 0))
    calendar = await reference.read_calendar(ports)
    assert [calendar.is_rest_day(day) for day in (holiday, workday, other)] == [False, True, True]
    assert {day: kind for day, kind in calendar.kinds.items() if day.year < 2027} == load_calendar().kinds


async def test_court_codes_are_found_by_code_by_name_and_page_by_page(ports):
    renamed = [replace(COURT, valid_to=date(2020, 12, 31)), replace(COURT, name="乙区人民法院", region_code=None)]
    other = replace(COURT, code="京0106", name="丙区人民法院")
    await reference.load_reference(ports, replace(SMALL, court_codes=[*renamed, other]))

    async def found(code=None, name=None, after=None, limit=10):
        return await reference.court_codes(ports, code=code, name=name, after=after, limit=limit)

    assert {row.name for row in await found(code="京0105")} == {"甲区人民法院", "乙区人民法院"}
    assert await found(name="丙区人民法院") == (other,)
    assert [row.code for row in await found(limit=1)] == ["京0105", "京0105"], "a page never cuts a code in two"
    assert await found(after="京0105") == (other,)
    assert await found(code="京0107") == ()


async def test_regions_are_found_by_their_first_digits_with_all_their_names(ports):
    districts = [
        Region("410703", "新华区", date(1983, 1, 1), date(2002, 12, 31)),
        Region("410703", "卫滨区", date(2003, 1, 1), None),
        Region("410704", "凤泉区", date(2003, 1, 1), None),
        Region("110105", "朝阳区", None, None),
    ]
    await reference.load_reference(ports, replace(SMALL, regions=districts))

    assert await reference.regions(ports, prefix="4107", after=None, limit=1) == tuple(districts[:2])
    assert await reference.regions(ports, prefix="4107", after="410703", limit=9) == (districts[2],)
    assert len(await reference.regions(ports, prefix="", after=None, limit=9)) == 4


async def move_to(ports, day):
    """Let the legal clock stand on a day."""
    seconds = int((day - (await ports.clock.legal_now()).on).total_seconds())
    async with ports.unit_of_work(None) as tx:
        before = await tx.registry.clock_offset()
        assert await tx.registry.move_clock(before=before, after=before + seconds)
