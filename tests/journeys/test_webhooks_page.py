"""The page of webhooks: from an endpoint to its deliveries, typed into a shell against a running service and worker."""

import shutil

import pytest

from app.demo.stage import free_port, service
from app.demo.told import deployment
from tests.journeys import pages
from tests.journeys.test_guides import needs_a_shell
from tests.run_folder import open_folder

PAGE = pages.ROOT / "docs" / "webhooks.md"


@pytest.mark.slow
@needs_a_shell
async def test_what_the_page_of_webhooks_lets_people_type_answers_as_it_shows():
    port, folder = free_port(), open_folder("sutiao-hooks-")
    steps = [
        (step.typed.replace("9000", str(port)), step.shown.replace("9000", str(port))) for step in pages.steps_of(PAGE)
    ]
    try:
        async with service(folder / "var", deployment=deployment(port)) as running:
            known = {"API": running.base_url, "OPERATOR": running.operator_key, **running.environment}
            answers = await pages.typed([typed for typed, _ in steps], folder, known)
    finally:
        shutil.rmtree(folder)

    assert [answer.strip() for answer in answers] == [shown.strip() for _, shown in steps]
