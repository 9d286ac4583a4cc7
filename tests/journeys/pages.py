"""Pages whose commands are typed into one shell against a running service, and whose shown answers are real ones.

`python -m tests.journeys.pages` types all of them and writes what was really answered below each command.
"""

import asyncio
import os
import re
import shutil
import sys
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from app.demo.stage import free_port, service
from app.demo.told import deployment
from app.domain.time import legal_date
from tests.run_folder import open_folder

ROOT = Path(__file__).parents[2]
READMES = (ROOT / "README.md", ROOT / "README.zh-CN.md")
GUIDES = (ROOT / "docs" / "guide-court.md", ROOT / "docs" / "guide-centre.md")
CONNECTING = ROOT / "docs" / "connecting-a-platform.md"
HEAD_OFFICES = ROOT / "docs" / "head-offices.md"
GUIDE_DAY = "2026-03-02"
"""Legal date on which a guide begins: a Monday of a year whose holidays are known, so that every date comes out."""

FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
BY_HAND = ("make ", "API=")
"""How blocks begin that a reader does by hand."""

PLAYED_PORT = "9101"
"""Port of a simulated platform in a page; a free one is typed in its place."""

MARK = "=== next step ==="
PAGE_SECONDS = 180

IDS = (
    (re.compile(r"[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}"), "<id>"),
    (re.compile(r"\d{4}-\d\d-\d\dT[\d:.]+Z"), "<instant>"),
    (re.compile(r'("next": ?)"[^"]+"'), r'\1"<cursor>"'),
    (re.compile(r"\bsutiao_\w+"), "<key>"),
)
"""What differs from run to run even if everything happens on the same days."""

DAYS = ((re.compile(r"\d{4}-\d\d-\d\d"), "<day>"), (re.compile(r"ST\d{4}-\d{7}"), "<number>"))
"""What differs where the legal date is the reader's own."""


@dataclass(frozen=True)
class Step:
    """One block to type, and where its answer stands in the page; no place where none is shown."""

    typed: str
    shown: str
    place: tuple[int, int] | None


def steps_of(page):
    """Blocks to type, each with the block of output directly below it."""
    steps = []
    for fence in FENCE.finditer(page.read_text(encoding="utf-8")):
        kind, body = fence.groups()
        if kind == "sh":
            steps.append(Step(body, "", None))
        elif steps:
            steps[-1] = Step(steps[-1].typed, body, fence.span(2))
    return [step for step in steps if not step.typed.startswith(BY_HAND)]


def masked(text, *, days):
    """The text without what differs from run to run; with `days` without dates and numbers, too."""
    for pattern, word in (*IDS, *DAYS) if days else IDS:
        text = pattern.sub(word, text)
    return text.strip()


async def answers(*pages):
    """What each block of the pages prints, each page typed into a shell of its own, all at one service of their own.

    Days are part of the answers: a run into which midnight falls is done again.
    """
    while True:
        began_on = legal_date(datetime.now(UTC))
        told = await _answers(*pages)
        if legal_date(datetime.now(UTC)) == began_on:
            return told


async def _answers(*pages):
    folder = open_folder("sutiao-page-")
    try:
        port = str(free_port())
        async with service(folder / "var", deployment=deployment(int(port))) as running:
            known = {"API": running.base_url, "OPERATOR": running.operator_key, **running.environment}
            return [
                answer
                for page in pages
                for answer in await typed(
                    [step.typed.replace(PLAYED_PORT, port) for step in steps_of(page)], folder, known
                )
            ]
    finally:
        shutil.rmtree(folder)


async def typed(blocks, folder, variables):
    ending = "trap 'kill $(jobs -p) 2>/dev/null || true' EXIT\n"
    script = ending + "".join(f"{block}\necho '{MARK}'\n" for block in blocks)
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    shell = await asyncio.create_subprocess_exec(
        "bash",
        "-euo",
        "pipefail",
        "-c",
        script,
        cwd=folder,
        env={**os.environ, **variables, "PATH": path, "no_proxy": "*"},
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    try:
        out, err = await asyncio.wait_for(shell.communicate(), PAGE_SECONDS)
    finally:
        if shell.returncode is None:
            shell.terminate()
    told = out.decode().split(MARK)
    assert shell.returncode == 0, f"block {len(told)}: {err.decode()}\n{told[-1]}"
    return told[: len(blocks)]


def refreshed(page, given, *, days):
    """The page's text with what was really answered; an answer that differs only in ids stays as it is."""
    text = page.read_text(encoding="utf-8")
    for step, answer in reversed(list(zip(steps_of(page), given, strict=True))):
        if step.place is not None and masked(step.shown, days=days) != masked(answer, days=days):
            text = text[: step.place[0]] + answer.strip() + "\n" + text[step.place[1] :]
    return text


async def refresh():
    """Type every page and write its answers; both READMEs get the same ones."""
    given = await answers(READMES[0])
    for page in READMES:
        page.write_text(refreshed(page, given, days=True), encoding="utf-8")
    os.environ["SUTIAO_LEGAL_CLOCK_START"] = GUIDE_DAY
    for page in (*GUIDES, CONNECTING, HEAD_OFFICES):
        page.write_text(refreshed(page, await answers(page), days=False), encoding="utf-8")


if __name__ == "__main__":
    asyncio.run(refresh())
