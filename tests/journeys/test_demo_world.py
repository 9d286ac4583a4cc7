"""Every case of the demonstration, played on the lifecycle alone: all sides decide, `apply` judges, time acts."""

import io
from dataclasses import replace
from datetime import date
from functools import cache

import pytest
from rich.cells import cell_len
from rich.console import Console

from app.adapters.reference_data import load_calendar
from app.demo.cases import load_cases
from app.demo.outcome import in_order, outcome_of
from app.demo.play import exit_status
from app.demo.rehearsal import rehearse
from app.demo.report import LEGEND, PLAIN_WIDTH, counted, print_report, summary
from app.demo.result import CaseResult, Deadline
from app.sandbox.steps import Done

CASES = load_cases()
CASE_OF = {case.case_id: case for case in CASES}
CALENDAR = load_calendar()
MAY_STOP_EARLY = {"C13", "C19", "C21"}
BY_RULE = {"C11", "C12", "C19", "C21", "P36"}


@cache
def played(case_id):
    return rehearse(next(case for case in CASES if case.case_id == case_id))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.case_id)
def test_a_case_ends_as_its_file_says_when_each_side_decides_alone(case):
    play, last = played(case.case_id)

    assert outcome_of(play.view) == (case.expected.reached or case.expected.outcome)
    assert play.view.fact("closure") == case.expected.closure
    assert in_order(case.expected.must_happen, [act.type for act in play.view.acts])
    assert play.stopped == case.expected.stops
    assert set(last) <= {Done()}


def test_all_published_cases_are_there_and_at_least_twenty_are_played_in_full():
    published = {case.case_id: case.expected for case in CASES if case.kind == "published"}
    short = {name for name, expected in published.items() if expected.reached not in {None, "mediation_statement"}}

    assert set(published) == {f"C{number:02d}" for number in range(1, 25)}
    assert short <= MAY_STOP_EARLY
    assert len(published) - len(short) >= 20
    assert all(published[name].why and published[name].why_en for name in published if published[name].reached)


def test_a_series_is_as_many_referrals_as_were_published_each_with_its_own_applicants():
    case = next(case for case in CASES if case.case_id == "C07")

    parts = list(case.parts(case.court))

    assert len(parts) == len(case.references) == case.published["batch_size"] == 21
    assert len({part.parties[0].identity.number for part in parts}) == 21
    assert {part.series for part in parts} == {"C07"}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.case_id)
def test_nothing_happens_outside_the_years_whose_holidays_are_known(case):
    play, _ = played(case.case_id)

    assert all(CALENDAR.knows(act.occurred_on) for act in play.view.acts)
    assert not any(clock.provisional for clock in play.referral.clocks)


def result(case_id, **expected):
    play, _ = played(case_id)
    wanted = play.case.expected.model_copy(update=expected)
    return CaseResult(play.case.model_copy(update={"expected": wanted}), play.view, ())


def played_result(case_id):
    play, _ = played(case_id)
    outcomes = (play.case.expected.reached or play.case.expected.outcome,) * (len(CASE_OF[case_id].references) - 1)
    return CaseResult(CASE_OF[case_id], play.view, (), play.stopped, outcomes)


def test_a_played_case_is_right_only_if_outcome_closure_and_path_are():
    assert result("P15").faults == ()
    assert result("P15", outcome="taken_back").faults == ("outcome agreement_performed, expected taken_back",)
    assert result("P15", closure="agreed").faults == ("closure performed_at_once, expected agreed",)
    assert result("P15", must_happen=("referral.overdue",)).faults == ("the path differs",)
    assert result("P15", stops="a_code").faults == ("stopped at None, expected a_code",)
    assert replace(result("P15"), others=("open",)).faults == ("the series ended as open",)
    assert CaseResult(CASES[0], None, ()).faults == ("the referral was never opened",)


def test_the_demonstration_succeeds_only_if_every_case_is_right_and_verify_is_clean():
    right, wrong = result("P15"), result("P15", outcome="taken_back")

    assert exit_status([right], verify_status=0) == 0
    assert exit_status([right, wrong], verify_status=0) == 1
    assert exit_status([right], verify_status=1) == 1
    assert exit_status([], verify_status=0) == 1


def test_a_case_that_ends_otherwise_by_rule_is_no_failure_and_is_not_counted_as_published():
    results = [played_result(case.case_id) for case in CASES]

    zh, en = summary(results, 12.34)

    assert {found.case.case_id for found in results if found.is_otherwise} == BY_RULE
    assert zh == "56 件如公布或预期，5 件依规则另有结果 (C11, C12, C19, C21, P36)，0 件失败；用时 12.3 秒。"
    assert en == "56 as published or expected, 5 otherwise by rule (C11, C12, C19, C21, P36), 0 failed; 12.3 s."
    assert exit_status(results, verify_status=0) == 0
    assert "0 otherwise by rule, 1 failed (P15)" in summary([result("P15", outcome="taken_back")], 1)[1]


def test_cases_and_referrals_are_counted_apart_and_the_series_is_named():
    zh, en = counted(CASES)

    assert zh == "61 件案例、81 件移交，C07 为 21 件系列案"
    assert en == "61 cases, 81 referrals; C07 is a series of 21"


def test_the_table_is_a_hundred_cells_wide_and_marks_what_ended_otherwise_with_its_reason():
    console = Console(file=io.StringIO(), width=PLAIN_WIDTH)
    periods = tuple(Deadline(rule, date(2017, 5, 18), date(2017, 5, 25), "met") for rule in ("T05", "FEEDBACK"))

    print_report(console, [replace(played_result(case.case_id), deadlines=periods) for case in CASES])

    text = console.file.getvalue()
    assert max(cell_len(line) for line in text.splitlines()) <= PLAIN_WIDTH
    assert text.count("FEEDBACK 2017-05-18 → 2017-05-25 按期") == len(CASES)
    assert sum(text.count(f"≠ {case_id}") for case_id in BY_RULE) == len(BY_RULE)
    assert "A mediation agreement is no title for enforcement" in text
    for said in LEGEND:
        assert said[:20] in text


def test_a_narrower_terminal_gets_a_narrower_table_with_nothing_cut_off():
    console = Console(file=io.StringIO(), width=80)

    print_report(console, [played_result("C11")])

    text = console.file.getvalue()
    assert max(cell_len(line) for line in text.splitlines()) <= 80
    assert "┓" in text
    assert "≠ 实际：" in text


def test_the_report_names_every_case_both_outcomes_the_deadlines_and_the_assumptions():
    results = [result("C15"), result("P15", outcome="taken_back")]
    deadline = Deadline("T05", date(2017, 5, 18), None, "paused")
    console = Console(file=io.StringIO(), width=200)

    print_report(console, [replace(results[0], deadlines=(deadline,)), results[1]])

    text = console.file.getvalue()
    for part in ("C15", "P15", "合肥市庐阳区人民法院", "公布：司法确认", "预期：收回结案", "T05 2017-05-18 → — 中止"):
        assert part in text
    assert all(assumption[:20] in text for assumption in results[0].case.assumptions)
