"""Due dates: the verified vectors of the law, then properties over all dates."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.adapters.reference_data import load_calendar
from app.domain.deadlines import LATEST, MAX_LENGTH, RULES, Due, RuleId, Unit, due, extended, resumed
from app.domain.errors import Refusal
from app.domain.sources import SOURCES

CALENDAR = load_calendar()
STARTS = st.dates(date(2012, 1, 1), date(2026, 6, 30))
PLAIN_RULES = st.sampled_from([rule for rule in RULES.values() if rule.length is not None])
SHORT_RULES = st.sampled_from(["T01", "T03", "T05", "T06", "T07", "T10", "T12", "REPORT"])


def refused(call, *arguments, **named):
    with pytest.raises(Refusal) as caught:
        call(*arguments, **named)
    return caught.value


@pytest.mark.parametrize(
    ("start", "rule", "raw_end_on", "due_on"),
    [
        (date(2026, 9, 7), "T05", date(2026, 10, 7), date(2026, 10, 8)),
        (date(2026, 1, 23), "T10", date(2026, 2, 7), date(2026, 2, 9)),
        (date(2026, 1, 30), "T10", date(2026, 2, 14), date(2026, 2, 14)),
        (date(2026, 9, 13), "T07", date(2026, 9, 20), date(2026, 9, 20)),
        (date(2026, 9, 11), "T12", date(2026, 10, 11), date(2026, 10, 12)),
        (date(2026, 2, 13), "T03", date(2026, 2, 25), date(2026, 2, 25)),
        (date(2026, 9, 30), "T01", date(2026, 10, 9), date(2026, 10, 9)),
        (date(2026, 9, 18), "T03", date(2026, 9, 22), date(2026, 9, 22)),
    ],
)
def test_the_verified_vectors_hold(start, rule, raw_end_on, due_on):
    assert due(rule, start, CALENDAR) == Due(raw_end_on, due_on, provisional=False)


@pytest.mark.parametrize(
    ("rule", "start", "raw_end_on"),
    [
        ("T16", date(2025, 8, 31), date(2026, 2, 28)),
        ("T16", date(2025, 9, 15), date(2026, 3, 15)),
        ("T25", date(2024, 2, 29), date(2026, 2, 28)),
        ("T29", date(2021, 12, 31), date(2024, 12, 31)),
    ],
)
def test_months_and_years_end_on_the_same_number_or_the_end_of_the_month(rule, start, raw_end_on):
    end = due(rule, start, CALENDAR)

    assert end.raw_end_on == raw_end_on
    assert end.due_on == CALENDAR.roll(raw_end_on)


@given(PLAIN_RULES, STARTS)
def test_a_legal_end_is_a_working_day_and_never_before_the_raw_end(rule, start):
    end = due(rule.id, start, CALENDAR)

    assert CALENDAR.is_working_day(end.due_on)
    assert start < end.raw_end_on <= end.due_on


@given(PLAIN_RULES, STARTS, st.integers(0, 60))
def test_a_later_start_never_ends_earlier(rule, start, days):
    earlier = due(rule.id, start, CALENDAR)
    later = due(rule.id, start + timedelta(days=days), CALENDAR)

    assert earlier.raw_end_on <= later.raw_end_on
    assert earlier.due_on <= later.due_on


@given(STARTS, st.integers(1, 60))
def test_calendar_days_count_holidays_inside_and_not_the_start(start, length):
    end = due("T05", start, CALENDAR, length)

    assert (end.raw_end_on - start).days == length


@given(STARTS, st.integers(1, 30))
def test_working_days_agree_with_a_plain_count(start, length):
    end = due("REPORT", start, CALENDAR, length)

    counted = [start + timedelta(days=n) for n in range(1, (end.due_on - start).days + 1)]
    assert sum(not CALENDAR.is_rest_day(day) for day in counted) == length
    assert end.raw_end_on == end.due_on


@pytest.mark.parametrize(
    ("rule", "start", "provisional"),
    [
        ("T05", date(2026, 11, 20), False),
        ("T05", date(2026, 12, 10), True),
        ("T05", date(2026, 11, 26), True),
        ("T03", date(2026, 12, 21), False),
        ("T03", date(2026, 12, 22), True),
        ("T05", date(2011, 12, 20), False),
        ("T03", date(2011, 12, 30), True),
    ],
)
def test_an_end_beyond_the_published_notices_is_provisional(rule, start, provisional):
    """Only the last day of a calendar-day period matters, but every counted day of a working-day period does."""
    assert due(rule, start, CALENDAR).provisional is provisional


def test_an_appraisal_moves_the_raw_end_and_rolls_once():
    """Adding the days to the rolled end would give 2026-10-16 instead."""
    term = due("T05", date(2026, 9, 2), CALENDAR)

    after = resumed(term, date(2026, 9, 10), date(2026, 9, 18), CALENDAR)

    assert term == Due(date(2026, 10, 2), date(2026, 10, 8), provisional=False)
    assert after == Due(date(2026, 10, 10), date(2026, 10, 10), provisional=False)


@given(SHORT_RULES, STARTS, st.integers(0, 90))
def test_two_appraisals_move_the_end_like_one_of_the_same_days(rule, start, days):
    term = due(rule, start, CALENDAR)
    first = resumed(term, start, start + timedelta(days=days), CALENDAR)

    both = resumed(first, start, start + timedelta(days=5), CALENDAR)

    assert both == resumed(term, start, start + timedelta(days=days + 5), CALENDAR)


def test_an_appraisal_that_ends_before_it_began_is_refused():
    term = due("T05", date(2026, 9, 2), CALENDAR)

    assert refused(resumed, term, date(2026, 9, 10), date(2026, 9, 9), CALENDAR).code == "dates_reversed"


def test_an_appraisal_beyond_every_bound_is_refused():
    term = due("T05", date(2026, 9, 2), CALENDAR)

    assert refused(resumed, term, date(2026, 9, 10), date.max, CALENDAR).code == "parameter_invalid"


def test_an_extension_takes_a_new_last_day_and_rolls_it():
    term = due("T05", date(2026, 9, 7), CALENDAR)

    assert extended(term, date(2026, 10, 31), CALENDAR) == Due(date(2026, 10, 31), date(2026, 11, 2), provisional=False)


@pytest.mark.parametrize("to", [date(2026, 10, 1), date(2026, 10, 7), date(2026, 10, 8)])
def test_an_extension_to_the_present_legal_end_or_before_is_refused(to):
    term = due("T05", date(2026, 9, 6), CALENDAR)

    refusal = refused(extended, term, to, CALENDAR)

    assert (refusal.code, refusal.facts) == ("extension_not_later", {"due_on": "2026-10-08"})


def test_an_extension_beyond_every_bound_is_refused():
    term = due("T05", date(2026, 9, 7), CALENDAR)

    assert refused(extended, term, date.max, CALENDAR).pointer == "/until"


def test_an_unknown_rule_is_refused():
    assert refused(due, "T99", date(2026, 9, 7), CALENDAR).code == "unknown_code"


@pytest.mark.parametrize("start", [date.min, date(1949, 9, 30), date(2200, 1, 1), date.max])
def test_a_start_out_of_bounds_is_refused(start):
    assert refused(due, "T05", start, CALENDAR).pointer == "/start"


@pytest.mark.parametrize("length", [-1, 0, 3661, 10**12])
def test_a_length_out_of_bounds_is_refused(length):
    assert refused(due, "T05", date(2026, 9, 7), CALENDAR, length).pointer == "/length"


def test_an_appraisal_has_no_length_of_its_own():
    assert refused(due, RuleId.T09, date(2026, 9, 7), CALENDAR).pointer == "/length"
    assert due(RuleId.T09, date(2026, 9, 7), CALENDAR, 3).raw_end_on == date(2026, 9, 10)


@pytest.mark.parametrize("unit", list(Unit))
def test_the_longest_period_from_the_last_allowed_start_can_be_computed(unit):
    rule = next(rule for rule in RULES.values() if rule.unit is unit)

    assert due(rule.id, LATEST, CALENDAR, MAX_LENGTH[unit]).due_on > LATEST


def test_every_rule_names_its_sources_and_speaks_both_languages():
    assert set(RULES) == set(RuleId)
    for rule in RULES.values():
        texts = (rule.name_zh, rule.name_en, rule.start_zh, rule.start_en, rule.effect_zh, rule.effect_en)
        assert all(texts)
        assert rule.sources
        assert all(source in SOURCES for source in rule.sources)


def test_only_the_objection_of_third_parties_is_invariable():
    assert [rule.id for rule in RULES.values() if rule.invariable] == [RuleId.T16]


def test_every_article_source_knows_its_instrument_and_every_decision_says_what_it_decides():
    for source_id, source in SOURCES.items():
        own = source_id.startswith(("PD_", "IN_"))
        assert source.id == source_id
        assert source.instrument_zh
        assert source.instrument_en
        assert source.version_note
        assert bool(source.article) is not own
        if source.in_force_from and source.in_force_to:
            assert source.in_force_from < source.in_force_to
