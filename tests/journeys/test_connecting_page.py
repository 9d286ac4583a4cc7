"""The pages about joining a platform and about head offices: what people type, against a running service."""

import pytest

from tests.journeys import pages
from tests.journeys.test_guides import needs_a_shell


@pytest.mark.slow
@needs_a_shell
async def test_joining_a_platform_and_passing_on_between_head_offices_answer_as_the_pages_show(monkeypatch):
    """One service for both, since to start one takes longest."""
    monkeypatch.setenv("SUTIAO_LEGAL_CLOCK_START", pages.GUIDE_DAY)
    both = (pages.CONNECTING, pages.HEAD_OFFICES)

    answers = await pages.answers(*both)

    shown = [pages.masked(step.shown, days=False) for page in both for step in pages.steps_of(page)]
    assert [pages.masked(answer, days=False) for answer in answers] == shown
