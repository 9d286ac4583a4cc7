"""The page of real cases says what the case files and their courses say."""

from pathlib import Path

from app.demo.cases import load_cases
from app.demo.cases_page import page

PAGE = Path(__file__).parents[2] / "docs" / "real-cases.md"


def test_the_page_is_what_the_cases_say():
    assert PAGE.read_text(encoding="utf-8") == page(), "docs/real-cases.md is stale: run `make generate`"


def test_every_published_case_has_its_section_with_course_and_assumptions():
    text = PAGE.read_text(encoding="utf-8")

    for case in load_cases():
        if case.kind == "published":
            section = text.split(f"\n## {case.case_id}\n")[1].split("\n## ")[0]
            assert all(step["text"] in section for step in case.published["steps"])
            assert all(assumption in section for assumption in case.assumptions)
            assert (case.expected.why_en or "Course as played") in section
