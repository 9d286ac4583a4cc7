"""The project's own data files: complete, coded, and nothing invented."""

from collections import Counter
from datetime import date

from app.adapters.reference_data import load_calendar, load_causes, load_courts, load_organisations
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
