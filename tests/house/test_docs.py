"""What the documents name exists: links, headings, paths, commands, and one entry for every word of the contract."""

import re
import shlex
from collections import Counter
from functools import cache
from pathlib import Path

import pytest
from typer.main import get_command

from app.adapters.database.evidence import _FAULTS
from app.adapters.reference_data import load_court_codes
from app.cli import app
from app.domain.lifecycle import labels
from app.domain.lifecycle.states import (
    Action,
    AgreementState,
    ArbitrationState,
    ConfirmationState,
    DossierState,
    EnforcementState,
    EventType,
    Kind,
    Machine,
    MediationState,
    NotarisationState,
    PaymentOrderState,
    RegistrationState,
    ReviewState,
    Stage,
    StatementState,
    TransferState,
    WithdrawalState,
)
from app.routers.schemas.receipt import WARNINGS
from tests.contract import the_contract

ROOT = Path(__file__).parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
READMES = (ROOT / "README.md", ROOT / "README.zh-CN.md")
ARCHITECTURE = ROOT / "docs" / "architecture.md"
GLOSSARY = ROOT / "docs" / "glossary.md"

LINK = re.compile(r"(?<!!)\[[^\]]*\]\(([^)\s]+)\)")
FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
HEADING = re.compile(r"^(#{1,6}) (.+)$", re.MULTILINE)
CODE = re.compile(r"`([^`\n]+)`")
PATH = re.compile(r"(?:app|docs|tests|migrations|openapi|requirements)/[\w./-]*")

STATES_UNDER = {
    "States of mediation": MediationState,
    "States of an agreement": AgreementState,
    "States of a judicial confirmation": ConfirmationState,
    "States of a case registration": RegistrationState,
    "States of a mediation statement": StatementState,
    "States of a withdrawal": WithdrawalState,
    "States of a transfer to trial": TransferState,
    "States of a labour arbitration": ArbitrationState,
    "States of a dossier": DossierState,
    "States of a notarisation": NotarisationState,
    "States of an enforcement": EnforcementState,
    "States of an arbitration review": ReviewState,
    "States of a payment order": PaymentOrderState,
}


def text_of(page):
    return page.read_text(encoding="utf-8")


def prose_of(page):
    return FENCE.sub("", text_of(page))


def anchor_of(heading):
    """The anchor that a Markdown reader gives to a heading."""
    kept = re.sub(r"[^\w\- ]", "", heading.casefold())
    return kept.strip().replace(" ", "-")


def commands_in(page):
    """Lines that a person types, each once: those of `sh` blocks, continued lines joined, comments left out."""
    lines = []
    for kind, body in FENCE.findall(text_of(page)):
        if kind == "sh":
            joined = body.replace("\\\n", " ").splitlines()
            lines += [line for line in joined if line and not line.startswith("#")]
    return [" ".join(line.split()) for line in lines]


def spoken_commands(page):
    """`make …` and `sutiao …` wherever they stand."""
    spans = CODE.findall(prose_of(page)) + commands_in(page)
    return [span for span in spans if re.match(r"(?:\.venv/bin/)?(?:make|sutiao) \S", span)]


def first_cells(heading):
    """Words in code type in the first column below one heading of the glossary, with the second column."""
    section = re.split(r"^#{2,3} ", text_of(GLOSSARY), flags=re.MULTILINE)
    body = next(part for part in section if part.startswith(f"{heading}\n"))
    cells = [line.split("|")[1:3] for line in body.splitlines() if line.startswith("| `")]
    return [(word, label.strip()) for first, label in cells for word in CODE.findall(first)]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_relative_link_leads_to_a_file_and_to_a_heading_in_it(page):
    broken = []
    for target in LINK.findall(prose_of(page)):
        path, _, anchor = target.partition("#")
        if "://" in target or target.startswith("mailto:"):
            continue
        there = (page.parent / path).resolve() if path else page
        inside = there.is_relative_to(ROOT) and there.exists()
        if not inside or (anchor and anchor not in {anchor_of(text) for _, text in HEADING.findall(prose_of(there))}):
            broken.append(target)

    assert broken == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_path_that_a_page_names_is_there(page):
    named = {span for span in CODE.findall(prose_of(page)) if PATH.fullmatch(span)}

    assert sorted(path for path in named if not (ROOT / path).exists()) == []


def test_both_readmes_have_the_same_headings_and_the_same_commands():
    english, chinese = READMES

    assert [len(level) for level, _ in HEADING.findall(prose_of(english))] == [
        len(level) for level, _ in HEADING.findall(prose_of(chinese))
    ]
    assert commands_in(english) == commands_in(chinese)
    assert Counter(spoken_commands(english)) == Counter(spoken_commands(chinese))


def test_both_readmes_show_the_same_answers():
    """Blocks of output are captured once and stand in both languages."""
    english, chinese = ([block for block in FENCE.findall(text_of(page)) if block[0] != "sh"] for page in READMES)

    assert english == chinese


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_command_that_a_page_names_can_be_typed(page):
    targets = set(re.findall(r"^([a-z]+):", text_of(ROOT / "Makefile"), re.MULTILINE))
    unknown = []
    for spoken in spoken_commands(page):
        program, first, *rest = shlex.split(spoken.replace("|", " "), comments=True)
        if program.endswith("make"):
            words = [word for word in (first, *rest) if re.fullmatch(r"[a-z]+", word)]
            unknown += [f"make {word}" for word in words[:1] if word not in targets]
        elif not is_command([first, *rest]):
            unknown.append(spoken)

    assert unknown == []


@cache
def commands():
    return get_command(app).commands


def is_command(words):
    """Whether the command line knows the words, down to the last group."""
    known = commands()
    if words[0] not in known:
        return False
    inner = getattr(known[words[0]], "commands", None)
    return inner is None or len(words) == 1 or words[1] in {"--help", *inner}


def test_every_warning_of_a_receipt_stands_on_the_page_of_the_api_with_its_meaning():
    section = text_of(ROOT / "docs" / "api.md").partition("\n## Receipts\n")[2].partition("\n## ")[0]
    rows = re.findall(r"^\| `(\w+)` \| (.+) \| (.+) \|$", section, re.MULTILINE)

    assert {code: (zh, en) for code, zh, en in rows} == WARNINGS


def test_every_kind_machine_stage_and_event_type_has_one_place_in_the_glossary():
    words = {"Kinds": Kind, "Machines": Machine, "Stages": Stage, "Event types": EventType}
    for heading, values in words.items():
        assert sorted(word for word, _ in first_cells(heading)) == sorted(values), heading


@pytest.mark.parametrize("heading", STATES_UNDER)
def test_every_state_has_one_row_in_the_glossary_with_its_label(heading):
    rows = first_cells(heading)

    assert sorted(word for word, _ in rows) == sorted(STATES_UNDER[heading])
    assert dict(rows) == {word: labels.STATES[word].zh for word, _ in rows}


def test_every_action_has_one_row_in_the_glossary_with_its_label():
    headings = ("Actions of mediation", "Actions on an agreement", "Actions of procedures", "Actions of the dossier")
    rows = [row for heading in headings for row in first_cells(heading)]

    assert sorted(word for word, _ in rows) == sorted(Action)
    assert dict(rows) == {word: labels.ACTIONS[word].zh for word, _ in rows}


def test_no_word_of_the_glossary_stands_twice_in_a_table():
    for part in re.split(r"^#{2,3} ", text_of(GLOSSARY), flags=re.MULTILINE):
        words = re.findall(r"^\| ([^|]+) \|", part, re.MULTILINE)
        assert [word for word, count in Counter(words).items() if count > 1] == []


def test_every_fault_that_the_check_of_a_database_finds_stands_beside_its_invariant():
    rows = re.findall(r"^\| (\d+) \|.*\| ([^|]*) \|$", text_of(ARCHITECTURE), re.MULTILINE)
    told = {(int(number), code) for number, codes in rows for code in CODE.findall(codes)}

    assert {(number, code) for number, code, _ in _FAULTS} <= told


@pytest.mark.parametrize("readme", READMES, ids=lambda page: page.name)
def test_the_readme_says_how_many_court_codes_are_known_and_what_amend_leaves_wrong(readme):
    text = text_of(readme)

    assert f" {len(load_court_codes())} " in next(line for line in text.splitlines() if "`court_code_unknown`" in line)
    assert "`amend`" in next(line for line in text.splitlines() if "`court_reference`" in line)
    assert not {"cause", "parties", "court_reference"} & set(
        the_contract()["components"]["schemas"]["AmendRequest"]["properties"]
    )
