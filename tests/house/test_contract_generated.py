"""What is written from the contract is as the contract has it: pages, clients, and what is deprecated."""

import ast
import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from app.contract import pages
from app.contract.generated import PYTHON, TYPESCRIPT, generated
from app.contract.operations import event_types, operations, type_name
from app.domain.errors import CATALOGUE
from app.domain.lifecycle.states import EventType
from app.routers.deprecation import Deprecated, Part
from app.routers.problems import status_of
from tests.contract import the_contract

ROOT = Path(__file__).parents[2]
DOCUMENT = the_contract()
FILES = generated(DOCUMENT, ROOT)
SINCE = date(2026, 3, 1)


@pytest.mark.parametrize("name", FILES)
def test_what_is_generated_is_as_the_contract_has_it(name):
    assert (ROOT / name).read_text(encoding="utf-8") == FILES[name], "run: make generate"


def test_the_page_of_errors_has_every_code_once_under_its_status():
    sections = re.split(r"^## ", FILES["docs/errors.md"], flags=re.MULTILINE)
    found = {code: part[:3] for part in sections for code in re.findall(r"^\| `(\w+)` \|", part, re.MULTILINE)}

    assert {code: str(status_of(code)) for code in CATALOGUE}.items() <= found.items()


def test_the_page_of_events_has_every_type():
    assert re.findall(r"^## `([a-z_.]+)`", FILES["docs/events.md"], re.MULTILINE) == [each.value for each in EventType]


def test_the_list_of_what_is_deprecated_follows_the_table():
    table = (Deprecated(Part.OPERATION, "get_me", SINCE, "`get_you`", "https://docs.example/me", date(2027, 1, 1)),)
    page = f"before\n{pages.OPENED}\nold\n{pages.CLOSED}\nafter"

    told = pages.with_deprecations(page, table)

    assert "| operation | `get_me` | 2026-03-01 | 2027-01-01 | `get_you` | <https://docs.example/me> |" in told
    assert "old" not in told
    assert told.startswith("before")
    assert told.endswith("after")
    assert "Nothing is deprecated." in pages.with_deprecations(page, ())
    with pytest.raises(ValueError, match="lacks"):
        pages.with_deprecations("no markers", ())


def test_a_deprecated_type_of_event_is_marked_on_the_page():
    row = Deprecated(Part.EVENT_TYPE, "referral.accepted", SINCE, "`referral.taken`", "https://docs.example/taken")

    assert "Deprecated since 2026-03-01; see https://docs.example/taken." in pages.events_page((row,))


def test_the_python_client_has_every_operation_and_every_schema():
    client = ast.parse(FILES[f"{PYTHON}/client.py"])
    methods = {node.name for node in ast.walk(client) if isinstance(node, ast.AsyncFunctionDef)}
    models = ast.parse(FILES[f"{PYTHON}/models.py"])
    names = {node.name for node in models.body if isinstance(node, ast.ClassDef)}
    names |= {node.target.id for node in models.body if isinstance(node, ast.AnnAssign)}
    names |= {node.targets[0].id for node in models.body if isinstance(node, ast.Assign)}

    assert {operation.name for operation in operations(DOCUMENT)} <= methods
    assert {type_name(name) for name in DOCUMENT["components"]["schemas"]} <= names


def test_the_typescript_file_has_every_operation_every_schema_and_every_event():
    """Names and brackets only; whether a compiler takes it is tested elsewhere."""
    text = FILES[TYPESCRIPT]
    code = re.sub(r'/\*\*.*?\*/|//[^\n]*|"[^"\n]*"', "", text, flags=re.DOTALL)
    declared = re.findall(r"^export (?:interface|type) (\w+)", text, re.MULTILINE)
    calls = text.partition("export interface Operations {\n")[2].partition("\n}\n")[0]
    events = text.partition("export interface EventsByType {\n")[2].partition("\n}\n")[0]

    assert len(declared) == len(set(declared))
    assert {type_name(name) for name in DOCUMENT["components"]["schemas"]} <= set(declared)
    assert re.findall(r"^  (\w+): \{$", calls, re.MULTILINE) == [each.name for each in operations(DOCUMENT)]
    assert re.findall(r'^  "([a-z_.]+)": ', events, re.MULTILINE) == list(event_types(DOCUMENT))
    assert all(code.count(opening) == code.count(closing) for opening, closing in ("{}", "()", "[]", "<>"))
    used = set(re.findall(r"\b[A-Z]\w+\b", code)) - {"Array", "Record"}
    assert used <= set(declared)


@pytest.mark.slow
def test_the_python_client_passes_strict_types(tmp_path):
    checked = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", "--config-file=", f"--cache-dir={tmp_path}", "sutiao_client"],
        cwd=(ROOT / PYTHON).parent,
        capture_output=True,
        text=True,
        check=False,
    )

    assert checked.returncode == 0, checked.stdout


PROGRAM = """
import type { AnyEvent, DelegateRequest, Operations, Problem, Receipt } from "./sutiao.ts";

const body: DelegateRequest = {
  action: "delegate",
  organisation_id: "01980000-0000-7000-8000-0000000000a1",
  parties: [{ role: "applicant", kind: "natural_person", name: "张三" }],
};
const method: Operations["take_transition"]["method"] = "POST";
export function versionOf(receipt: Receipt): number { return receipt.version; }
export function codeOf(problem: Problem): string { return problem.code; }
export function late(event: AnyEvent): boolean {
  return event.type === "referral.accepted" ? event.data.facts.late : false;
}
export { body, method };
"""
WRONG = {
    "a field that is not there": ("receipt.version;", "receipt.edition;"),
    "a body without what it needs": ("organisation_id:", "organisation:"),
    "a code that is none": ('"POST"', '"PATCH"'),
    "a fact of another event": ('"referral.accepted"', '"referral.declined"'),
    "a type that is another": ("): string { return problem.code; }", "): number { return problem.code; }"),
}


@pytest.fixture(scope="module")
def complaints(tmp_path_factory):
    """What the compiler that stands beside this Python says, without a network, of the program and of wrong ones."""
    compiler = Path(sys.executable).with_name("deno")
    assert compiler.exists(), "deno is among the pinned development requirements: run `make setup`"
    folder = tmp_path_factory.mktemp("typescript")
    (folder / "sutiao.ts").write_text(FILES[TYPESCRIPT], encoding="utf-8")
    programs = {"program.ts": PROGRAM}
    for number, (right, wrong) in enumerate(WRONG.values()):
        assert right in PROGRAM
        programs[f"wrong_{number}.ts"] = PROGRAM.replace(right, wrong)
    for name, program in programs.items():
        (folder / name).write_text(program, encoding="utf-8")
    checked = subprocess.run(
        [compiler, "check", "--no-remote", "--no-config", "--no-lock", *programs],
        cwd=folder,
        env={"DENO_DIR": str(folder / "cache"), "DENO_NO_UPDATE_CHECK": "1", "NO_COLOR": "1", "HOME": str(folder)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert checked.returncode == 1
    return checked.stderr


@pytest.mark.slow
def test_a_typescript_compiler_takes_the_types_and_a_program_that_uses_them(complaints):
    assert "/program.ts:" not in complaints
    assert "/sutiao.ts:" not in complaints


@pytest.mark.slow
@pytest.mark.parametrize("name", WRONG)
def test_a_typescript_compiler_refuses_what_the_contract_does_not_have(complaints, name):
    assert f"/wrong_{list(WRONG).index(name)}.ts:" in complaints
