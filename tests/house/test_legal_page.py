"""The page of legal sources says what the data say, names each thing once, and keeps apart what was not read."""

import re
from pathlib import Path

import pytest

from app.domain.instruments import INSTRUMENTS
from app.domain.legal_page import is_doubtful, page
from app.domain.periods import RULES
from app.domain.sources import SOURCES
from app.domain.switches import UNVERIFIED

PAGE = Path(__file__).parents[2] / "docs" / "legal-sources.md"
FIRST_CELL = re.compile(r"^\| ([A-Z][A-Z0-9_]*) \|", re.MULTILINE)


@pytest.fixture(scope="module")
def halves():
    """What is known, and what is not verified."""
    known, heading, unverified = page().partition("## Not verified")
    assert heading
    return known, unverified


def test_the_page_is_what_the_data_say():
    assert PAGE.read_text(encoding="utf-8") == page(), "docs/legal-sources.md is stale: run `make generate`"


def test_every_source_and_every_period_has_exactly_one_row():
    rows = FIRST_CELL.findall(page())

    assert sorted(rows) == sorted([*map(str, SOURCES), *map(str, RULES)])


def test_what_was_not_read_in_its_own_text_stands_apart(halves):
    known, unverified = (set(FIRST_CELL.findall(half)) for half in halves)

    rows = {**SOURCES, **RULES}
    assert known == {str(key) for key, row in rows.items() if row.mark not in UNVERIFIED}
    assert unverified == {str(key) for key, row in rows.items() if row.mark in UNVERIFIED}


def test_no_known_period_rests_on_unverified_articles_alone():
    """A period may be marked as read only if at least one of its sources was."""
    weak = [
        rule.id
        for rule in RULES.values()
        if rule.mark not in UNVERIFIED and all(SOURCES[source].mark in UNVERIFIED for source in rule.sources)
    ]

    assert weak == []


def test_every_doubt_about_a_version_is_listed_as_open(halves):
    _, unverified = halves

    for instrument in INSTRUMENTS.values():
        listed = f"- {instrument.zh} {instrument.en}: {instrument.note}" in unverified
        assert listed is is_doubtful(instrument)
        assert listed or "not " not in instrument.note.casefold()
