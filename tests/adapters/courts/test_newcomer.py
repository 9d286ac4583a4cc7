"""The page on adapters tells the truth: its skeleton fails the contract suite, its finished adapter passes it."""

import inspect
import re
from pathlib import Path

import pytest

from tests.adapters.courts import test_contract as suite

PAGE = Path(__file__).parents[3] / "docs" / "adapters.md"
BLOCK = re.compile(r"<!-- newcomer: (\w+) -->\n```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)
PIECES = dict(BLOCK.findall(PAGE.read_text(encoding="utf-8")))


def cases():
    """Each test of the suite that takes a bench, with each set of its other arguments."""
    for name, test in vars(suite).items():
        if not name.startswith("test_") or "bench" not in inspect.signature(test).parameters:
            continue
        marks = [mark for mark in getattr(test, "pytestmark", ()) if mark.name == "parametrize"]
        if not marks:
            yield name, test, {}
            continue
        names, values = marks[0].args[0], marks[0].args[1]
        names = [names] if isinstance(names, str) else list(names)
        for value in values:
            yield name, test, dict(zip(names, value if len(names) > 1 else (value,), strict=True))


async def faults(client):
    """Names of the tests that an adapter fails, each on a bench of its own."""
    space = {"__name__": "newcomer"}
    for piece in (client, "harness"):
        exec(compile(PIECES[piece], f"{PAGE.name}: {piece}", "exec"), space)  # noqa: S102 - the page's own code
    failed = []
    for name, test, arguments in cases():
        try:
            made = test(bench=space["bench"](), **arguments)
            if inspect.isawaitable(made):
                await made
        except (Exception, pytest.fail.Exception):  # noqa: BLE001 - whatever a half-made adapter does is a fault
            failed.append(name)
    return failed


async def test_the_skeleton_fails_and_the_finished_adapter_passes():
    every = [name for name, _, _ in cases()]
    skeleton, finished = await faults("skeleton"), await faults("finished")

    assert len(every) >= 15
    assert skeleton == every
    assert finished == []
