"""`sutiao platform` and `sutiao gate`: what an operator types, on a real database."""

import asyncio
import json

import pytest
from typer.testing import CliRunner

from app.adapters.database.engine import make_engine
from app.adapters.database.transactions import as_system
from app.cli import app
from app.services import registry
from tests.adapters.courts.gate_files.harness import CREDENTIALS, SETTINGS
from tests.factories import a_world, ports_on
from tests.journeys.test_registry_commands import environment  # noqa: F401 - a fixture


@pytest.fixture
async def world(database_urls):
    engine = make_engine(database_urls.app_url, 2)
    ports = ports_on(engine)
    await registry.bootstrap(ports, "operator")
    yield await a_world(ports)
    await engine.dispose()


async def typed(*words):
    result = await asyncio.to_thread(CliRunner().invoke, app, list(words))
    return result.exit_code, result.stdout, result.stderr


@pytest.mark.slow
async def test_a_platform_is_added_from_a_reviewed_file_and_its_gate_is_run(
    environment,  # noqa: F811
    world,
    database_urls,
    tmp_path,
):
    """A file with a fault names its place and writes nothing; secrets are nowhere in what is printed."""
    row = {
        "code": "gate-court",
        "court_id": str(world.court_id),
        "dialect": "gate_files",
        "valid_from": "2012-01-01",
        "mapping": {},
        "settings": SETTINGS,
        "credentials": CREDENTIALS,
    }
    file, wrong = tmp_path / "row.json", tmp_path / "wrong.json"
    file.write_text(json.dumps(row))
    wrong.write_text(json.dumps({**row, "code": "Upper", "typo": 1}))

    status, _, said = await typed("platform", "add", str(wrong))
    assert (status != 0, "code, typo" in said) == (True, True)
    assert (await typed("platform", "add", str(tmp_path / "none.json")))[0] != 0
    wrong.write_text(json.dumps({name: value for name, value in row.items() if name != "mapping"}))
    unmapped = (await typed("platform", "add", str(wrong)))[2]
    assert "mapping: 缺少必填项。 This field is required." in unmapped
    assert '"mapping": {}' in unmapped
    assert (await typed("platform", "add", str(file), "--dry-run"))[0] == 0
    assert json.loads((await typed("platform", "list", "--json"))[1]) == []
    assert "gate-court" in (await typed("platform", "add", str(file)))[1]
    listed = (await typed("platform", "list", "--json"))[1]
    shown = (await typed("platform", "show", "gate-court"))[1]
    assert "client_certificate_expires_at: " in shown
    assert "forged_count: 0" in shown
    assert json.loads((await typed("platform", "show", "gate-court", "--json"))[1])["dialect"] == "gate_files"
    assert (await typed("platform", "show", "nowhere"))[0] != 0
    assert json.loads((await typed("platform", "outbox", "gate-court", "--state", "waiting", "--json"))[1]) == []
    assert "next_attempt_at" in (await typed("platform", "outbox", "gate-court"))[1]
    assert "waiting, delivered" in (await typed("platform", "outbox", "gate-court", "--state", "late"))[2]
    assert "removed_count: 0" in (await typed("platform", "catch-up", "gate-court"))[1]
    assert json.loads((await typed("platform", "catch-up", "gate-court", "--json"))[1])["referral_count"] == 0
    status, out, _ = await typed("gate", "run")

    engine = make_engine(database_urls.app_url, 1)
    async with as_system(engine) as connection:
        await connection.exec_driver_sql("UPDATE court_platforms SET credentials_sealed = '\\x00'")
    await engine.dispose()
    refused, out_of_one, _ = await typed("gate", "run")
    assert (refused, out_of_one.splitlines()) == (2, ["outbox: 0"])
    assert json.loads(listed)[0]["credentials"] == ["encryption_key", "peer_key", "signing_key"]
    assert CREDENTIALS["signing_key"] not in listed
    assert (status, out.splitlines()) == (0, ["outbox: 0", "pull: 0"])
    assert (tmp_path / "gate" / "gate-court" / "in").is_dir()
