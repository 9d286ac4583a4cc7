"""Legal dates."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.time import SHANGHAI, LegalNow, legal_date, start_of_legal_date

instants = st.datetimes(min_value=datetime(2012, 1, 1), max_value=datetime(2099, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001


def test_a_legal_day_starts_at_sixteen_hours_of_the_day_before_in_utc():
    before = datetime(2026, 2, 28, 15, 59, 59, 999_999, tzinfo=UTC)

    assert legal_date(before) == date(2026, 2, 28)
    assert legal_date(before + timedelta(microseconds=1)) == date(2026, 3, 1)


@given(instants, st.integers(-12, 14))
def test_the_legal_date_does_not_depend_on_the_zone_in_which_an_instant_is_told(instant, hours):
    told_elsewhere = instant.astimezone(timezone(timedelta(hours=hours)))

    assert legal_date(told_elsewhere) == legal_date(instant) == instant.astimezone(SHANGHAI).date()


@given(instants)
def test_every_instant_lies_inside_its_legal_date(instant):
    day = legal_date(instant)

    assert start_of_legal_date(day) <= instant < start_of_legal_date(day) + timedelta(days=1)


def test_legal_now_keeps_the_instant_in_utc_beside_its_date():
    told_in_shanghai = datetime(2026, 1, 1, 0, 30, tzinfo=SHANGHAI)

    now = LegalNow.at(told_in_shanghai)

    assert now == LegalNow(instant=datetime(2025, 12, 31, 16, 30, tzinfo=UTC), on=date(2026, 1, 1))
    assert now.instant.tzinfo is UTC


@pytest.mark.parametrize("ask", [legal_date, LegalNow.at])
def test_an_instant_without_a_zone_is_refused(ask):
    with pytest.raises(ValueError, match="zone"):
        ask(datetime(2026, 1, 1))  # noqa: DTZ001
