"""`sutiao due-date`: what it prints beside the dates, so that a surprising day explains itself."""

import pytest
from typer.testing import CliRunner

from app.cli import app
from app.domain.periods import RULES


def asked(*arguments):
    return CliRunner().invoke(app, ["due-date", *arguments])


def legal_end(*arguments):
    return next(line for line in asked(*arguments).stdout.splitlines() if line.startswith("legal end"))


def test_the_id_may_be_typed_in_small_letters():
    assert asked("t05", "2026-01-15").stdout == asked("T05", "2026-01-15").stdout


def test_an_unknown_period_is_answered_with_those_that_exist():
    result = asked("T99", "2026-01-15")

    assert result.exit_code == 2
    assert [rule for rule in RULES if rule not in result.stderr] == []


@pytest.mark.parametrize(
    ("start", "said"),
    [
        ("2026-01-15", "2026-02-14 周六，调休上班日"),
        ("2026-01-16", "2026-02-24 周二，休息日顺延"),
        ("2026-03-03", "2026-04-02 周四"),
        ("2027-01-01", "2027-02-01 周一，休息日顺延  provisional: no holiday notice for that time yet"),
        ("2001-01-01", "2001-01-31 周三  provisional: no holiday notice for that time is loaded"),
    ],
    ids=["make-up workday", "moved", "ordinary", "not yet published", "before the first notice"],
)
def test_the_last_day_says_what_made_it(start, said):
    assert legal_end("T05", start) == f"legal end {said}"
