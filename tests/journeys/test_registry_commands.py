"""`sutiao registry`: what an operator types, on a real database, with what it prints and how it ends."""

import asyncio
import json
import os
import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from app.adapters.database.engine import make_engine
from app.cli import app
from app.commands.printing import print_table
from app.services import registry
from tests.factories import ports_on

GUIDE = Path(__file__).resolve().parents[2] / "docs" / "registry.md"
NOWHERE = "00000000-0000-7000-8000-000000000000"


@pytest.fixture
def environment(database_urls, tmp_path, monkeypatch):
    """What the commands read of their environment."""
    for name in os.environ:
        if name.startswith("SUTIAO_") and name != "SUTIAO_POSTGRES_BIN":
            monkeypatch.delenv(name)
    chosen = {"DATABASE_URL": database_urls.app_url, "SUTIAO_DATA_DIR": str(tmp_path), "COLUMNS": "80"}
    for name, value in {**chosen, "SUTIAO_ENVIRONMENT": "development"}.items():
        monkeypatch.setenv(name, value)


@pytest.fixture
async def operator(database_urls):
    engine = make_engine(database_urls.app_url, 1)
    client, _ = await registry.bootstrap(ports_on(engine), "operator")
    yield client
    await engine.dispose()


@pytest.fixture
def sutiao(environment):
    """Exit status, output and errors of one `sutiao registry …`, on a thread without a loop of its own."""

    async def run(*words):
        result = await asyncio.to_thread(CliRunner().invoke, app, ["registry", *words])
        return result.exit_code, result.stdout, result.stderr

    return run


@pytest.fixture
def done(sutiao):
    """What one command prints as JSON; it must have gone well."""

    async def run(*words):
        status, out, err = await sutiao(*words, "--json")
        assert (status, err) == (0, "")
        return json.loads(out)

    return run


COURT = (
    "court",
    "add",
    "--name",
    "甲市人民法院",
    "--level",
    "basic",
    "--from",
    "2016-07-01",
    "--track",
    "pre_filing_2016",
)


async def test_a_court_and_its_organisations_are_entered_changed_and_shown(operator, done, sutiao):
    court = (await done(*COURT))["id"]
    head = (await done("organisation", "add", "--name", "省商会", "--kind", "chamber", "--from", "2016-07-01"))["id"]
    local = (
        await done(
            "organisation", "add", "--name", "市商会", "--kind", "chamber", "--from", "2016-07-01", "--parent", head
        )
    )["id"]
    pair = ("--court", court, "--organisation", local)
    opening = ("channel", "open", *pair, "--mode", "point_to_point", "--form", "online")
    channel = (await done(*opening, "--from", "2020-01-01", "--cause", "P07", "--strict"))["id"]

    overlapping = await sutiao(*opening, "--from", "2025-01-01")
    await done("channel", "close", channel, "--to", "2024-12-31")
    await done(*opening, "--from", "2025-01-01")
    await done("court", "set-track", court, "pre_filing_2022", "--from", "2022-01-01")
    await done("court", "set-track", court, "pre_filing_2016", "--to", "2024-12-31")
    settings = ("--duplicate-policy", "block", "--fee-notice-days", "10", "--lead", "term:working_days:5,2")
    await done("court", "set", court, "--from", "2025-01-01", *settings)
    shown = await done("court", "show", court, "--on", "2025-01-01")
    tree = await done("organisation", "tree")
    await done("organisation", "move", local, "--from", "2025-06-01")
    drawn = await sutiao("organisation", "tree", "--on", "2025-06-01")

    assert overlapping[0] == 2
    assert "(channel_overlaps)" in overlapping[2]
    assert shown["duplicate_policy"] == "block"
    assert [line["kind"] for line in shown["changes"]] == ["add_track", "end_track", "set"]
    assert tree == [{"id": head, "name": "省商会", "children": [{"id": local, "name": "市商会", "children": []}]}]
    assert drawn[1].splitlines() == [f"省商会  {head}", f"市商会  {local}"]
    assert len(await done("channel", "list", "--court", court, "--on", "2025-02-01")) == 1


async def test_people_rosters_and_referring_bodies_are_entered_and_listed(operator, done, sutiao):
    court = (await done(*COURT))["id"]
    centre = (await done("organisation", "add", "--name", "市商会", "--kind", "chamber", "--from", "2016-07-01"))["id"]
    person = (await done("mediator", "add", "--name", "赵调解", "--organisation", centre, "--from", "2020-01-01"))["id"]
    await done("mediator", "identify", person, "--id-type", "passport", "--number", "E12345678")
    listing = ("roster", "add", "--court", court, "--mediator", person, "--from", "2020-01-01")
    entry = (await done(*listing, "--hours", "24", "--trained"))["id"]
    await done("roster", "set-status", entry, "suspended", "--from", "2025-01-01")
    body = ("referring-body", "add", "--name", "市总工会", "--kind", "union", "--from", "2020-01-01")
    union = (await done(*body))["id"]
    await done("rename", "referring-body", union, "--name", "市工会", "--from", "2020-02-01")
    await done("end", "mediator", person, "--to", "2099-12-31")

    statuses = [
        (await done("roster", "list", "--mediator", person, "--on", day))[0]["status"]
        for day in ("2024-12-31", "2025-01-01")
    ]
    bodies = await sutiao("referring-body", "list")
    both = await sutiao("roster", "add", "--court", court, "--from", "2020-01-01")

    assert statuses == ["active", "suspended"]
    assert "市工会" in bodies[1]
    assert [row["valid_to"] for row in await done("mediator", "list", "--organisation", centre)] == ["2099-12-31"]
    assert both[0] == 2
    assert "(one_listed) at /organisation_id" in both[2]


async def test_a_client_gets_keys_that_are_printed_once(operator, done, sutiao):
    court = (await done(*COURT))["id"]
    adding = ("client", "add", "--tenant", court, "--name", "业务系统", "--scope", "referrals:read")
    rehearsed = await done(*adding, "--dry-run")
    made = await done(*adding)
    second = await done("key", "issue", made["id"], "--expires", "2099-01-01T00:00:00+08:00")
    third = await sutiao("key", "issue", made["id"])
    past = await sutiao("key", "issue", made["id"], "--expires", "2020-01-01T00:00:00+08:00")
    await done("key", "revoke", made["id"], made["key_id"])
    await done("client", "disable", made["id"])
    listed = await sutiao("client", "list")
    await done("client", "enable", made["id"])

    assert rehearsed == {"dry_run": True}
    assert made["key"].startswith("sutiao_")
    assert (third[0], "(too_many_keys)" in third[2]) == (2, True)
    assert (past[0], "lies in the past" in past[2]) == (2, True)
    assert f"{made['key_id']} revoked" in listed[1]
    assert made["key"] not in listed[1]
    assert second["key"] not in listed[1]


async def test_a_list_for_a_program_is_a_head_and_a_line_for_each_record_whole_and_separated_by_tabs(
    operator, done, sutiao
):
    names = ["示范市" + "很长的名称" * 30, "乙市人民法院"]
    ids = [(await done(*COURT[:3], name, *COURT[4:]))["id"] for name in names]

    status, out, err = await sutiao("court", "list", "--limit", "2")
    history = await sutiao("court", "show", ids[0])

    head, *lines = [line.split("\t") for line in out.splitlines()]
    assert (status, err) == (0, f"more: --after {ids[1]}\n")
    assert head[:2] == ["id", "name"]
    assert [line[:2] for line in lines] == [list(pair) for pair in zip(ids, names, strict=True)]
    assert names[0] in history[1]


def test_on_a_narrow_terminal_ids_and_names_are_whole(monkeypatch, capsys):
    monkeypatch.setenv("COLUMNS", "40")
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    row = {"id": NOWHERE, "name": "示范市" + "很长的名称" * 30, "parent_id": NOWHERE}

    print_table(tuple(row), [row])

    _head, line = capsys.readouterr().out.splitlines()
    assert line.split() == list(row.values())


async def test_what_cannot_be_done_is_one_sentence_and_status_2(operator, sutiao):
    for words, said in (
        (("court", "show", NOWHERE), "(not_found)"),
        (("court", "set", NOWHERE, "--from", "2025-01-01"), "Nothing to set"),
        (("court", "set", NOWHERE, "--from", "2025-01-01", "--lead", "term:5"), "GROUP:UNIT:DAYS"),
        (("court", "set-track", NOWHERE, "pre_filing_2016"), "Say --from"),
        (("rename", "channel", NOWHERE, "--name", "x", "--from", "2025-01-01"), "cannot be renamed"),
        (("end", "client", NOWHERE, "--to", "2025-01-01"), "client disable"),
        (
            ("court", "add", "--name", " ", "--level", "basic", "--from", "2025-01-01", "--track", "pre_filing_2016"),
            "visible",
        ),
        ((*COURT[:5], "lunar", *COURT[6:]), "(unknown_code) at /level"),
    ):
        status, out, err = await sutiao(*words)

        assert (status, out) == (2, "")
        assert said in err


async def test_without_an_operator_there_is_a_sentence_that_says_what_to_do(sutiao):
    status, _, err = await sutiao("court", "list")

    assert (status, "sutiao bootstrap" in err) == (2, True)
    assert re.search(r"Database: \S+:\d+/\w+\.$", err)


async def test_every_command_of_the_guide_does_what_it_says(operator, sutiao):
    """The guide's commands in their order; what stands in angle brackets is an id that an earlier one printed."""
    ids = {}
    for line in re.findall(r"^sutiao registry (.+)$", GUIDE.read_text(encoding="utf-8"), re.MULTILINE):
        command, _, name = line.partition("  # ")
        words = [ids.get(word, word) for word in re.findall(r'"[^"]*"|\S+', command)]

        status, out, err = await sutiao(*(word.strip('"') for word in words))

        assert (status, err) == (0, ""), line
        if name:
            ids[f"<{name.strip()}>"] = re.search(r"^id: (\S+)$", out, re.MULTILINE).group(1)
        for label, value in re.findall(r"^(key_id): (\S+)$", out, re.MULTILINE):
            ids[f"<{label}>"] = value
    assert ids
