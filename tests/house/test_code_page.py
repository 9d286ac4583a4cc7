"""The page of code lists says what the lists say."""

from datetime import date
from pathlib import Path

from app.domain.code_page import page
from app.domain.codes import CODE_LISTS, Code
from app.domain.codes_form import OWN

PAGE = Path(__file__).parents[2] / "docs" / "code-lists.md"


def test_the_page_is_what_the_lists_say():
    assert PAGE.read_text(encoding="utf-8") == page(), "docs/code-lists.md is stale: run `make generate`"


def test_every_list_has_one_section_and_every_code_one_row():
    text = page()

    assert [line[4:] for line in text.splitlines() if line.startswith("### ")] == sorted(CODE_LISTS)
    assert text.count("\n| `") - text.split("## The lists")[0].count("\n| `") == sum(map(len, CODE_LISTS.values()))


def test_days_are_shown_where_a_code_has_them():
    first, last = date(2025, 1, 1), date(2025, 12, 31)
    codes = (
        Code("a", "甲", "A", OWN),
        Code("b", "乙", "B", OWN, first),
        Code("c", "丙", "C", OWN, None, last),
        Code("d", "丁", "D", OWN, first, last, "doubtful"),
    )

    rows = page({"letters": codes}).splitlines()[-4:]

    assert rows == [
        "| `a` | 甲 | A | – | PD_CODES |  |",
        "| `b` | 乙 | B | from 2025-01-01 | PD_CODES |  |",
        "| `c` | 丙 | C | to 2025-12-31 | PD_CODES |  |",
        "| `d` | 丁 | D | from 2025-01-01 to 2025-12-31 | PD_CODES | doubtful |",
    ]
