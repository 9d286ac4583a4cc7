"""The demonstration itself: whole processes, a real database, HTTP between them, any of them killed."""

import asyncio
import io
import re
import shutil
import signal
import sys
from contextlib import suppress
from datetime import timedelta
from pathlib import Path

import httpx
import pytest
from rich.console import Console

from app.demo import run_demo
from app.demo.cases import load_cases
from app.demo.forever import moved
from tests.run_folder import open_folder

pytestmark = pytest.mark.slow

SOME = ("C01", "C05", "C15", "P01", "P02", "P07", "P10")
"""Two of them come again through each platform."""
ENDS_SECONDS = 60
HEARS_SIGINT = (
    sys.executable,
    "-c",
    "import os, signal, sys; signal.signal(signal.SIGINT, signal.SIG_DFL); os.execv(sys.argv[1], sys.argv[1:])",
)
"""Whatever the shell of the test run did: one that runs in the background hands SIGINT on as ignored."""
DEAF_TO_SIGINT = ("sh", "-c", 'trap "" INT; exec "$@"', "sh")
SIDES_KILLED_AT = {1: "centre", 3: "api", 5: "court", 6: "worker", 8: "centre"}
KILLED_AT = SIDES_KILLED_AT | {17: "rest", 18: "gate_files", 19: "soap"}
"""By the number of moves of the clock; platforms while cases that come through them are played."""
NUMBERS = re.compile(r"[\d.]+")
README = Path(__file__).parents[2] / "README.md"


@pytest.fixture
def folder():
    """A folder that the database's account can reach."""
    path = open_folder("sutiao-demo-tests-")
    yield path
    shutil.rmtree(path, ignore_errors=True)


def transcript():
    return Console(file=io.StringIO(), width=200)


async def first_write_of_the_day(url):
    """Until the side has written, or found nothing to write, since the clock moved."""
    async with asyncio.timeout(ENDS_SECONDS), httpx.AsyncClient(trust_env=False) as client:
        before = None
        while True:
            status = (await client.get(url)).json()
            versions = [entry["version"] for entry in status["cases"]]
            if before is not None and (versions != before or status["idle"]):
                return
            before = before or versions


def shown_in_the_readme():
    """What the README shows below `make demo`."""
    return README.read_text(encoding="utf-8").split("make demo\n", 1)[1].split("```text\n", 1)[1].split("```", 1)[0]


def shapes(text):
    """Its lines without numbers, and without who is told by webhook."""
    return {NUMBERS.sub("#", re.sub("^webhook：\\S+ ", "webhook：", line)) for line in text.splitlines()}


async def test_whatever_is_killed_in_the_middle_every_case_ends_as_published(folder):
    console, killed = transcript(), []

    async def kill(running, both, moves):
        processes = {"api": running.children[0], "worker": running.children[1]}
        processes |= {"court": both.court, "centre": both.centre, **both.platforms}
        if moves in KILLED_AT:
            await first_write_of_the_day(both.centre_url)
            process = processes[KILLED_AT[moves]]
            killed.append(await process.kill())
            await process.start()

    status = await run_demo(console, folder, cases=load_cases(SOME), disturbance=kill)

    text = console.file.getvalue()
    assert status == 0, text
    assert killed == [-signal.SIGKILL] * len(KILLED_AT)
    assert f"{len(SOME)} as published or expected, 0 otherwise by rule, 0 failed; " in text
    equal = re.search(r"webhook: (\d+) received, (\d+) in the feed of the same tenant, equal", text)
    assert equal
    assert equal[1] == equal[2]
    assert re.search(r"stopped for [\d.]+ s, [1-9]\d* missed in [1-9]\d* attempts, caught up", text)
    doors = re.findall(r"door (\w+): 2 referrals in \d+ messages came in, 8 left with both receipts(.*)", text)
    assert [(name, said.split("; ")[-1]) for name, said in doors] == [
        (name, "differences 0.") for name in ("rest", "gate_files", "soap")
    ]
    assert re.search(r"door rest: .*; down for [\d.]+ s, [1-9]\d* waiting meanwhile; differences 0\.", text)
    assert shapes(shown_in_the_readme()) <= shapes(text)
    for case in load_cases(SOME):
        for assumption in case.assumptions if case.kind == "published" else ():
            assert assumption[:20] in text


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="looks at the processes in /proc")
@pytest.mark.parametrize(
    ("ending", "after", "shell"),
    [(signal.SIGINT, "开始", HEARS_SIGINT), (signal.SIGTERM, "启动", ()), (signal.SIGTERM, "开始", DEAF_TO_SIGINT)],
    ids=["Ctrl-C while playing", "SIGTERM while starting", "SIGTERM in the background"],
)
async def test_ending_it_early_leaves_no_process_behind(folder, ending, after, shell):
    arguments = [*shell, sys.executable, "-m", "app.cli", "demo", "--data-dir", str(folder)]
    demo = await asyncio.create_subprocess_exec(
        *arguments, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.DEVNULL
    )
    async with asyncio.timeout(ENDS_SECONDS):
        while after not in (await demo.stdout.readline()).decode():
            pass
        while not descendants(demo.pid):  # noqa: ASYNC110 - another process's children can only be looked at
            await asyncio.sleep(0)
    family = descendants(demo.pid)

    demo.send_signal(ending)
    async with asyncio.timeout(ENDS_SECONDS):
        await demo.stdout.read()
        status = await demo.wait()

    assert status != 0
    assert [pid for pid in family if is_alive(pid)] == []
    assert not (folder / "postgres" / "cluster" / "postmaster.pid").exists()


def descendants(pid):
    found = []
    with suppress(OSError):
        for task in Path(f"/proc/{pid}/task").iterdir():
            for child in (task / "children").read_text().split():
                found += [int(child), *descendants(int(child))]
    return found


def is_alive(pid):
    with suppress(OSError):
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    return False


def test_moving_a_file_in_time_moves_every_date_and_nothing_else():
    value = {"on": "2023-03-06", "name": "2023", "list": ["2023-12-31", 3, None]}

    assert moved(value, timedelta(days=1)) == {"on": "2023-03-07", "name": "2023", "list": ["2024-01-01", 3, None]}
