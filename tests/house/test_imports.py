"""Who may import whom: each forbidden import turns this red."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_every_import_rule_is_kept():
    code = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True, no_logo=True))"

    run = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=120, check=False
    )

    assert run.returncode == 0, run.stdout + run.stderr


def test_nothing_is_imported_past_the_rules():
    """The rules name no exception, so that a kept contract means what it says."""
    assert "ignore_imports" not in (ROOT / "pyproject.toml").read_text(encoding="utf-8")
