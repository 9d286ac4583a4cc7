"""Rows of spreadsheets as referrals: each with its verdict, each once."""

import asyncio
import csv
import json
from uuid import uuid4

import pytest
from typer.testing import CliRunner

from app.adapters.courts.spreadsheet.columns import columns_of, read_rows
from app.adapters.courts.spreadsheet.sheets import rows_of
from app.cli import app
from app.commands.spreadsheet import STANDARD
from app.domain.court_platform import PlatformCode
from app.domain.errors import Refusal
from app.domain.spreadsheet import ReadRow
from app.routers.platform_wishes import interpreter
from app.services.registry import operator
from app.services.spreadsheets import take
from tests.api.platforms import referrals_of, registered

COLUMNS = columns_of(json.loads(STANDARD.read_text(encoding="utf-8")))
TITLES = "编号,法院案号或编号,调解组织登记号,申请人类型,申请人,申请人同意调解,申请人同意日期,被申请人类型,被申请人"


def sheet(api, reference, *lines):
    rows = [TITLES, *(line.format(centre=api.world.centre_id, reference=reference) for line in lines)]
    return list(read_rows(rows_of("\n".join(rows).encode("gb18030")), COLUMNS))


GOOD = "R-1,{reference},{centre},个人,甲,是,2026年3月2日,单位,乙公司"


async def test_each_row_has_its_verdict_and_the_same_file_again_opens_nothing(api):
    code, reference = PlatformCode(f"x-{uuid4().hex[:8]}"), f"REF-{uuid4()}"
    await registered(api, code, dialect="by_hand", credentials=None)
    ports = api.app.state.house.ports
    caller = await operator(ports)
    rows = sheet(
        api,
        reference,
        GOOD,
        GOOD.replace("R-1", "R-2").replace("甲", "=甲"),
        GOOD.replace("R-1", "R-3").replace("{centre}", str(uuid4())),
        GOOD,
        GOOD.replace("R-1", "R-4").replace("{centre}", "nowhere"),
    )

    rehearsed = await take(ports, caller, code, rows, interpreter(ports), dry_run=True)
    assert not await referrals_of(api, reference)
    first = await take(ports, caller, code, rows, interpreter(ports))
    again = await take(ports, caller, code, rows, interpreter(ports))

    assert [each.code for each in rehearsed] == [each.code for each in first]
    assert [each.code for each in first] == ["", "cell_formula", first[2].code, "key_twice", first[4].code]
    assert first[2].code
    assert (first[4].cell, bool(first[4].sentence)) == ("C6", True)
    assert first == again
    assert len(await referrals_of(api, reference)) == 1
    changed = sheet(api, reference, GOOD.replace("乙公司", "丙公司"))
    (refused,) = await take(ports, caller, code, changed, interpreter(ports))
    assert refused.code == "idempotency_key_reused"
    nameless = ReadRow(2, None, {}, {}, ())
    assert [each.code for each in await take(ports, caller, code, [nameless], interpreter(ports))] == ["cell_missing"]
    fresh = sheet(api, reference, GOOD.replace("R-1", "R-9"))
    with pytest.raises(Refusal, match="too_busy"):
        await take(ports, caller, code, fresh, lambda _heard, _id: Refusal("too_busy"))
    (unfit,) = await take(
        ports, caller, code, fresh, lambda _heard, _id: Refusal("platform_mapping_invalid", pointer="/x")
    )
    assert (unfit.code, unfit.cell) == ("platform_mapping_invalid", "")
    with pytest.raises(Refusal, match="not_found"):
        await take(ports, caller, PlatformCode("nobody"), rows, interpreter(ports))


async def test_a_file_is_imported_by_a_command_with_a_file_of_verdicts(api, tmp_path, monkeypatch):
    code, reference = f"x-{uuid4().hex[:8]}", f"REF-{uuid4()}"
    await registered(api, code, dialect="by_hand", credentials=None)
    settings = api.app.state.house.settings
    for name, value in {
        "DATABASE_URL": settings.database_url.get_secret_value(),
        "SUTIAO_DATA_DIR": str(settings.data_dir),
        "SUTIAO_ENVIRONMENT": "development",
    }.items():
        monkeypatch.setenv(name, value)
    file, told = tmp_path / "in.csv", tmp_path / "out.csv"
    lines = (GOOD, GOOD.replace("R-1", "=R-2"))
    file.write_text(
        "\n".join([TITLES, *(line.format(centre=api.world.centre_id, reference=reference) for line in lines)])
    )
    command = ["spreadsheet", "import", str(file), "--platform", code, "--verdicts"]

    done = await asyncio.to_thread(CliRunner().invoke, app, [*command, str(told)])

    assert (done.exit_code, done.stdout.split()) == (0, ["rows:", "2", "accepted:", "1", "refused:", "1"]), done.output
    _, first, second = csv.reader(told.read_text(encoding="utf-8-sig").splitlines())
    assert (first[1:3], second[2:6]) == (["R-1", "已接收"], ["拒收", "", "cell_formula", "A3"])
    assert len(await referrals_of(api, reference)) == 1
    wrong = await asyncio.to_thread(CliRunner().invoke, app, [*command, str(tmp_path / "out.txt")])
    assert wrong.exit_code != 0
