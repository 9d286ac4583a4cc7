"""Small promises about the text of the project itself."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FOLDERS = ("app", "tests", "migrations", "docs", "requirements", "openapi", ".ci")
TEXT_SUFFIXES = {".py", ".md", ".toml", ".txt", ".in", ".ini", ".mako", ".json", ".csv", ".jsonl", ".sql", ""}
MODULE_LINES_MAX = 400
LONGER_ON_PURPOSE = {"app/adapters/database/tables.py": "all tables in one file"}

UNFINISHED = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b")
BLANKET = re.compile(r"#\s*noqa\b(?!: ?[A-Z])|#\s*ruff: noqa|#\s*type: ignore(?!\[)|#\s*mypy: ignore")
MACHINE_PATH = re.compile(r"(?<![\w.:/-])/(?:work|root|home/\w+|Users/\w+)/")
REGISTRY_HOST = re.compile(r"\b(?:pypi|pythonhosted|npmjs|docker|ghcr|quay)\.[a-z]+\b|/simple/")


def project_files():
    """Every text file of the project except this one, which has to spell what it looks for.

    In a second working tree `.git` is a file of git's own, with the path of the first.
    """
    top = [
        path
        for path in ROOT.iterdir()
        if path.is_file() and path.name != ".git" and not path.name.startswith(".coverage")
    ]
    below = [path for folder in FOLDERS for path in (ROOT / folder).rglob("*") if path.is_file()]
    return [
        path
        for path in [*top, *below]
        if path.suffix in TEXT_SUFFIXES and "__pycache__" not in path.parts and path != Path(__file__)
    ]


def hits(pattern, paths):
    return [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()[:100]}"
        for path in paths
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        if pattern.search(line)
    ]


@pytest.fixture(scope="module")
def files():
    found = project_files()
    assert len(found) > 20
    return found


def test_nothing_is_left_for_later(files):
    assert hits(UNFINISHED, files) == []


def test_every_silenced_check_names_its_code(files):
    assert hits(BLANKET, [path for path in files if path.suffix == ".py"]) == []


def test_no_file_knows_the_machine_it_was_written_on(files):
    assert hits(MACHINE_PATH, files) == []


def test_no_file_names_a_package_registry(files):
    assert hits(REGISTRY_HOST, files) == []


def test_requirements_are_pinned_and_hashed_and_name_no_address():
    for path in sorted((ROOT / "requirements").glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        entries = [entry for entry in re.split(r"\n(?=\S)", text) if entry and not entry.startswith("#")]
        assert entries, path.name
        assert "://" not in text, path.name
        assert not re.search(r"^\s*-", re.sub(r"^\s+--hash=", "", text, flags=re.MULTILINE), re.MULTILINE), path.name
        assert all(re.match(r"[a-z0-9][a-z0-9.\-_\[\]]*==", entry) for entry in entries), path.name
        assert all("--hash=sha256:" in entry for entry in entries), path.name


def test_a_module_can_be_read_in_one_sitting():
    long = {
        path.relative_to(ROOT).as_posix(): lines
        for path in (ROOT / "app").rglob("*.py")
        if (lines := len(path.read_text(encoding="utf-8").splitlines())) > MODULE_LINES_MAX
    }

    assert {name: lines for name, lines in long.items() if name not in LONGER_ON_PURPOSE} == {}


@pytest.mark.parametrize(
    "target", ["setup", "demo", "run", "test", "quick", "check", "bench", "generate", "migration", "pins"]
)
def test_every_command_that_the_documents_name_is_a_target_with_a_line_of_help(target):
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")

    assert re.search(rf"^{target}:.*## \w", makefile, re.MULTILINE)


def test_the_check_of_a_fresh_checkout_is_executable_and_strict():
    script = ROOT / ".ci" / "run"

    assert script.stat().st_mode & 0o111
    assert "set -euo pipefail" in script.read_text(encoding="utf-8")
    assert "check" in script.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("pattern", "text", "expected"),
    [
        (BLANKET, "x = 1  # noqa", True),
        (BLANKET, "x = 1  # noqa: E501", False),
        (BLANKET, "x = y  # type: ignore", True),
        (BLANKET, "x = y  # type: ignore[arg-type]", False),
        (MACHINE_PATH, "open('/" + "work/shared/x')", True),
        (MACHINE_PATH, "https://host/root-x and app/work-y", False),
        (UNFINISHED, "# TODO later", True),
        (REGISTRY_HOST, "--index-url https://host/simple/", True),
    ],
)
def test_the_patterns_find_what_they_are_for(pattern, text, expected):
    assert bool(pattern.search(text)) is expected
