"""The page for receivers: what it lets people type works as it shows."""

import asyncio
import os
import re
import sys
from pathlib import Path

from app.demo.stage import free_port
from app.domain.outbound import OutboundReason, OutsideFailure

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "receiving.md").read_text(encoding="utf-8")
STEP = re.compile(r"^```sh\n(.*?)^```\n```text\n(.*?)^```$", re.MULTILINE | re.DOTALL)


async def test_the_receiver_of_the_page_starts_and_passes_as_the_page_shows(tmp_path):
    port = free_port()
    (receiver, hello), (attempt, verdicts) = (
        [part.replace("9000", str(port)) for part in step] for step in STEP.findall(PAGE)
    )
    environment = {**os.environ, "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}"}
    pipes = {"stdout": asyncio.subprocess.PIPE, "stderr": asyncio.subprocess.STDOUT, "env": environment}
    receiver = receiver.replace("deliveries.db", str(tmp_path / "deliveries.db")).replace("\npython", "\nexec python")

    there = await asyncio.create_subprocess_shell(receiver, cwd=ROOT, **pipes)
    try:
        async with asyncio.timeout(60):
            said = (await there.stdout.readline()).decode()
            here = await asyncio.create_subprocess_shell(attempt, cwd=ROOT, **pipes)
            answered = (await here.communicate())[0].decode()
    finally:
        there.kill()
        await there.communicate()

    assert (said, answered, here.returncode) == (hello, verdicts, 0)


def test_every_reason_stands_on_the_page_and_those_of_ours_are_marked():
    rows = dict(re.findall(r"^\| `(\w+)`( \(ours\))? \| ", PAGE, re.MULTILINE))

    assert {reason.value: " (ours)" if OutsideFailure(reason).ours else "" for reason in OutboundReason} == rows
