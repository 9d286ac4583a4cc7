"""The thirty-five traps of the law for whoever writes such a service: each has a test that is named after it."""

import re
from pathlib import Path

TESTS = Path(__file__).parents[1]
TRAPS = {f"{number:02}" for number in range(1, 36)}


def test_every_trap_has_a_test_named_after_it():
    named = re.compile(r"^(?:async )?def test_trap_(\d+)_\w+\(", re.MULTILINE)

    found = {number for file in TESTS.rglob("test_*.py") for number in named.findall(file.read_text(encoding="utf-8"))}

    assert found == TRAPS
