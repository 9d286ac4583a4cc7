"""README and guides: every command is typed, and every answer that they show is the one that comes."""

import asyncio
import re
import shutil
from asyncio.subprocess import PIPE
from collections import Counter
from itertools import pairwise

import pytest

from tests.journeys import pages

LINES_MAX = 400
NAME = re.compile(r'(?:"name": |--name )"(示范市[^"]+)"')

needs_a_shell = pytest.mark.skipif(not (shutil.which("bash") and shutil.which("curl")), reason="needs bash and curl")


@pytest.mark.slow
@needs_a_shell
@pytest.mark.parametrize("page", pages.GUIDES, ids=lambda page: page.stem)
async def test_every_command_of_a_guide_answers_as_the_guide_shows(page, monkeypatch):
    monkeypatch.setenv("SUTIAO_LEGAL_CLOCK_START", pages.GUIDE_DAY)

    answers = await pages.answers(page)

    shown = [pages.masked(step.shown, days=False) for step in pages.steps_of(page)]
    assert [pages.masked(answer, days=False) for answer in answers] == shown


@needs_a_shell
@pytest.mark.parametrize("page", [*pages.READMES, *pages.GUIDES], ids=lambda page: page.stem)
async def test_a_key_that_is_not_shown_again_is_a_sentence_and_not_a_value(page):
    blocks = [step.typed for step in pages.steps_of(page)]
    name, known = next((name, block) for block in blocks for name in ("pick", "take") if f"\n{name}() {{" in block)
    functions = known.partition("\nCOURT=")[0].partition("\nCENTRE=")[0]

    said = []
    for answer in ('{"id": "1", "key": null}', '{"id": "1", "key": "k"}'):
        shell = await asyncio.create_subprocess_exec(
            "bash", "-c", f"{functions}\n{name} key <<< '{answer}'", stdout=PIPE, stderr=PIPE
        )
        out, err = await shell.communicate()
        said.append((shell.returncode, out.decode(), "a key is shown once" in err.decode()))

    assert said == [(1, "", True), (0, "k\n", False)]


@pytest.mark.parametrize("page", pages.GUIDES, ids=lambda page: page.stem)
def test_a_guide_is_short_and_shows_no_answer_without_its_command(page):
    text = page.read_text(encoding="utf-8")
    kinds = [kind for kind, _ in pages.FENCE.findall(text)]

    assert len(text.splitlines()) < LINES_MAX
    assert kinds[0] == "sh"
    assert {kind for kind in kinds if kind != "sh"} <= {"text", "json"}
    assert [pair for pair in pairwise(kinds) if "sh" not in pair] == []


@pytest.mark.parametrize("page", pages.GUIDES, ids=lambda page: page.stem)
def test_a_guide_wants_a_fresh_service_and_shows_first_on_which_day_it_begins(page):
    first = pages.steps_of(page)[0]

    assert "wants a fresh service" in page.read_text(encoding="utf-8")
    assert first.shown.splitlines()[0] == pages.GUIDE_DAY
    assert f"SUTIAO_LEGAL_CLOCK_START={pages.GUIDE_DAY}" in page.read_text(encoding="utf-8")


def test_readme_and_guides_register_names_of_their_own():
    named = [NAME.findall(page.read_text(encoding="utf-8")) for page in (pages.READMES[0], *pages.GUIDES)]

    assert all(named)
    assert Counter(name for names in named for name in names).most_common(1)[0][1] == 1


@pytest.mark.slow
@needs_a_shell
async def test_the_first_referral_of_the_readme_answers_as_the_readme_shows():
    readme = pages.READMES[0]

    answers = await pages.answers(readme)

    shown = [pages.masked(step.shown, days=True) for step in pages.steps_of(readme)]
    assert [pages.masked(answer, days=True) for answer in answers] == shown
