"""The project's own data files: complete, coded, and nothing invented."""

from collections import Counter
from datetime import date

import pytest

from app.adapters import reference_data
from app.adapters.reference_data import (
    load_calendar,
    load_cause_versions,
    load_causes,
    load_court_codes,
    load_courts,
    load_organisations,
    load_regions,
    load_tracks,
)
from app.domain.calendar import DayKind
from app.domain.codes import codes_of
from app.domain.identifiers import case_number


def test_the_calendar_holds_fifteen_years_each_with_its_notice():
    calendar = load_calendar()

    assert calendar.years == frozenset(range(2012, 2027))
    assert set(calendar.notices) == calendar.years
    assert len(calendar.notices[2020]) == 2
    assert all("gov.cn/" in notice for notices in calendar.notices.values() for notice in notices)
    assert calendar.kinds[date(2026, 10, 7)] is DayKind.HOLIDAY
    assert calendar.kinds[date(2026, 10, 10)] is DayKind.MAKEUP_WORKDAY


def test_only_weekend_days_are_made_up_for_save_one_monday():
    """In 2020 the second notice prolonged the Spring Festival and named Monday 3 February as the first day of work."""
    kinds = load_calendar().kinds

    on_weekdays = [day for day, kind in kinds.items() if kind is DayKind.MAKEUP_WORKDAY and day.weekday() < 5]

    assert on_weekdays == [date(2020, 2, 3)]


def test_the_causes_are_complete_and_their_codes_are_text():
    causes = load_causes()

    assert Counter(cause.level for cause in causes) == {1: 12, 2: 59, 3: 514, 4: 470}
    assert len({cause.code for cause in causes}) == len(causes)
    assert {"71.1", "71.10"} <= {cause.code for cause in causes}
    assert {cause.version for cause in causes} == {"2026"}
    assert all((cause.parent_code is None) is (cause.level == 1) for cause in causes)


def test_every_cause_has_an_english_label_and_one_name_has_one_label():
    labels = {(cause.name, cause.en) for cause in load_causes()}

    assert all(en.isascii() and en.strip() == en != "" for _, en in labels)
    assert len(labels) == len({name for name, _ in labels}) == len({en for _, en in labels})


def test_a_court_code_is_there_only_where_a_published_number_shows_it():
    courts = load_courts()
    coded = [court for court in courts if court.court_code is not None]

    assert (len(courts), len(coded)) == (106, 70)
    assert {court.level for court in courts} == codes_of("court_level")
    assert len({court.name for court in courts}) == len(courts)
    seen = [court.source[len("案号") :].partition("；")[0] for court in coded if court.source.startswith("案号")]
    assert seen
    assert {case_number(text).court_code for text in seen} <= {court.court_code for court in coded}


def test_special_courts_have_no_region():
    courts = {court.name: court for court in load_courts()}

    assert courts["上海金融法院"].region_code is None
    assert courts["河南省新乡市卫滨区人民法院"].court_code is None


def test_organisations_have_known_kinds_and_the_local_office_stands_under_its_centre():
    organisations = {organisation.name: organisation for organisation in load_organisations()}

    assert len(organisations) == 48
    assert {organisation.kind for organisation in organisations.values()} <= codes_of("organisation_kind")
    assert organisations["新乡市中小企业协会调解办公室"].parent == "中国中小企业协会调解中心"
    assert organisations["四川省证券期货业协会"].parent is None


def test_the_codes_of_courts_are_those_of_the_courts_that_have_one():
    codes = load_court_codes()

    assert len(codes) == 70
    assert {code.code for code in codes} == {court.court_code for court in load_courts() if court.court_code}
    assert all(code.source for code in codes)


def test_regions_are_many_names_of_fewer_codes_in_their_order():
    regions = load_regions()

    assert (len(regions), len({region.code for region in regions})) == (7141, 6886)
    assert [region.code for region in regions] == sorted(region.code for region in regions)


@pytest.fixture
def package(tmp_path, monkeypatch):
    """A folder of data files in place of the project's own; it gives the project's text of a file to change."""
    whole = reference_data.files("app").joinpath("data")
    (tmp_path / "data").mkdir()
    for name in ("tracks", "bodies", "track_bodies", "body_excluded_causes", "cause_versions", "courts", "regions"):
        text = whole.joinpath(f"{name}.csv").read_text(encoding="utf-8")
        (tmp_path / "data" / f"{name}.csv").write_text(text, encoding="utf-8")
    monkeypatch.setattr(reference_data, "files", lambda _name: tmp_path)
    return tmp_path / "data"


def spoil(folder, name, old, new):
    path = folder / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.mark.parametrize(
    ("load", "name", "old", "new"),
    [
        (load_tracks, "tracks.csv", "2022-01-01", "2022-13-01"),
        (load_tracks, "tracks.csv", "pre_filing_2022,pre_filing", "pre_filing_2022,pre_trial"),
        (load_tracks, "tracks.csv", "pre_filing_2022,", "pre_filing_2023,"),
        (load_tracks, "tracks.csv", "OMR_24", "OMR_99"),
        (load_tracks, "tracks.csv", "OMR_24,", ","),
        (load_tracks, "tracks.csv", "text_seen", "seen"),
        (load_tracks, "tracks.csv", ",valid_to", ",until"),
        (load_tracks, "tracks.csv", "2022-01-01,", "2022-01-01,2021-12-31"),
        (load_tracks, "bodies.csv", "people,", "persons,"),
        (load_tracks, "track_bodies.csv", "allowed", "perhaps"),
        (load_tracks, "track_bodies.csv", "cause_excluded_for_body", "on_a_whim"),
        (load_tracks, "track_bodies.csv", "pre_filing_2016,people,allowed,,,,", "pre_filing_2016,people,allowed,,,,,"),
        (load_tracks, "body_excluded_causes.csv", "2026-05-01,,", "2026-05-01,"),
        (load_cause_versions, "cause_versions.csv", "2025-12-31", "2025-12-30"),
        (load_cause_versions, "cause_versions.csv", "2011-03-31", ""),
        (load_courts, "courts.csv", "supreme", "topmost"),
        (load_courts, "courts.csv", "最高法,", "110105,"),
        (load_regions, "regions.csv", "110000,", "910000,"),
        (load_regions, "regions.csv", "北京市", ""),
        (load_regions, "regions.csv", "110101,东城区,,", "110102,西城区,,"),
    ],
)
def test_a_spoilt_row_is_refused_with_the_name_of_its_file(package, load, name, old, new):
    spoil(package, name, old, new)

    with pytest.raises(ValueError, match=name.replace(".", r"\.")):
        load()


def test_files_that_are_not_spoilt_are_read(package):
    assert package.exists()
    assert load_tracks().tracks
    assert load_cause_versions()
    assert load_courts()
    assert load_regions()
