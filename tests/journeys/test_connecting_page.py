"""The page about joining a platform: what an operator types, against a running service."""

import pytest

from tests.journeys import pages
from tests.journeys.test_guides import needs_a_shell


@pytest.mark.slow
@needs_a_shell
async def test_what_an_operator_types_to_join_a_platform_answers_as_the_page_shows():
    steps = pages.steps_of(pages.CONNECTING)

    answers = await pages.answers(pages.CONNECTING)

    assert [answer.strip() for answer in answers] == [step.shown.strip() for step in steps]
