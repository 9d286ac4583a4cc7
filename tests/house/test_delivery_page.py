"""The page of delivery: every promise of the list stands in a table with its test, or is said to be missing."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "delivery.md").read_text(encoding="utf-8")
ARCHITECTURE = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
ROW = re.compile(r"^\| (\d+) \|.*\| (.+) \|$", re.MULTILINE)
TEST = re.compile(r"`(tests/[\w/]+\.py)`")
ABOUT_EVENTS_AND_WRITES = {*range(1, 30), *range(31, 35), *range(38, 44)}


def test_every_number_of_the_list_stands_once_in_a_table_or_under_not_yet():
    tables, _, missing = PAGE.partition("\n## Not yet\n")
    kept = [int(number) for number, _ in ROW.findall(tables)]
    not_yet = [int(number) for number in re.findall(r"^- (\d+), ", missing, re.MULTILINE)]

    assert sorted(kept + not_yet) == sorted(ABOUT_EVENTS_AND_WRITES)


def test_every_promise_names_tests_that_are_there():
    for _, proof in ROW.findall(PAGE):
        named = TEST.findall(proof)
        assert named, proof
        assert [path for path in named if not (ROOT / path).is_file()] == []


def test_every_promise_of_the_architecture_names_tests_that_are_there():
    """Invariants without one say so."""
    section = ARCHITECTURE.partition("\n## Invariants\n")[2].partition("\n## ")[0]
    rows = [line for line in section.splitlines() if line.startswith("| ") and not line.startswith("| #")]
    named = {row: TEST.findall(row) for row in rows if "statistics yet" not in row and row != "| Promise | Test |"}

    assert [row for row, tests in named.items() if not tests] == []
    assert [path for tests in named.values() for path in tests if not (ROOT / path).is_file()] == []
