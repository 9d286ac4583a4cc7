"""Rows of spreadsheets as referrals: each with its verdict, each once."""

import asyncio
import csv
import io
from uuid import uuid4

import pytest
from typer.testing import CliRunner

from app.adapters.courts.spreadsheet.columns import read_rows
from app.adapters.courts.spreadsheet.sheets import rows_of
from app.adapters.courts.spreadsheet.workbooks import standard
from app.cli import app
from app.domain.content import XLSX
from app.domain.court_platform import PlatformCode
from app.domain.errors import Refusal
from app.domain.spreadsheet import ReadRow, SheetKind
from app.jobs.platforms import fetch, tell
from app.routers.platform_wishes import interpreter
from app.services import spreadsheets
from app.services.registry import operator
from app.services.spreadsheets import take
from tests.adapters.courts.spreadsheet.harness import SETTINGS
from tests.adapters.courts.spreadsheet.harness import sheet as rows_as_sheet
from tests.api.callers import done
from tests.api.platforms import assign, inbox, referrals_of, registered, worked

COLUMNS = standard(SheetKind.DELEGATION)
TITLES = "编号,法院案号或编号,调解组织登记号,申请人类型,申请人,申请人同意调解,申请人同意日期,被申请人类型,被申请人"


def file_of(api, reference, *lines):
    rows = [TITLES, *(line.format(centre=api.world.centre_id, reference=reference) for line in lines)]
    return "\n".join(rows).encode("gb18030")


def sheet(api, reference, *lines):
    return list(read_rows(rows_of(file_of(api, reference, *lines)), COLUMNS))


async def sent(caller, raw, *, key=None, accept=None, language=None, **params):
    headers = {"Idempotency-Key": key or uuid4().hex, "Content-Type": "application/octet-stream"}
    headers |= {"Accept": accept} if accept else {}
    headers |= {"Accept-Language": language} if language else {}
    return await caller.send("POST", "/v1/referrals/spreadsheets", content=raw, headers=headers, params=params)


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
    assert [each.code for each in first] == [
        None,
        "sheet_row_invalid",
        "unknown_reference",
        "sheet_row_invalid",
        "sheet_row_invalid",
    ]
    assert [each.faults[0].code for each in first[1:]] == [
        "cell_formula",
        "unknown_reference",
        "key_twice",
        "cell_unknown_organisation",
    ]
    assert (first[4].faults[0].cell, first[4].faults[0].column) == ("C6", "调解组织登记号")
    assert first == again
    assert len(await referrals_of(api, reference)) == 1
    changed = sheet(api, reference, GOOD.replace("乙公司", "丙公司"))
    (refused,) = await take(ports, caller, code, changed, interpreter(ports))
    assert refused.code == "idempotency_key_reused"
    nameless = ReadRow(2, None, {}, {}, ())
    (unnamed,) = await take(ports, caller, code, [nameless], interpreter(ports))
    assert [each.code for each in unnamed.faults] == ["cell_missing"]
    fresh = sheet(api, reference, GOOD.replace("R-1", "R-9"))
    with pytest.raises(Refusal, match="too_busy"):
        await take(ports, caller, code, fresh, lambda _heard, _id: Refusal("too_busy"))
    (unfit,) = await take(
        ports, caller, code, fresh, lambda _heard, _id: Refusal("platform_mapping_invalid", pointer="/x")
    )
    assert (unfit.code, unfit.faults[0].pointer, unfit.faults[0].cell) == ("platform_mapping_invalid", "/x", "")
    (bare,) = await take(ports, caller, code, fresh, lambda _heard, _id: Refusal("not_found"))
    assert (bare.code, bare.faults) == ("not_found", ())
    with pytest.raises(Refusal, match="unknown_reference"):
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
    nowhere = [*command[:-2], "NOPE", "--verdicts", str(told)]
    nobody = await asyncio.to_thread(CliRunner().invoke, app, nowhere)
    assert "(unknown_reference) at /platform" in nobody.stderr


async def test_a_court_sends_a_file_and_has_a_verdict_for_each_row(api):
    """What is sent again, also in a file that was put right, opens nothing twice; what the answer says is kept."""
    court, reference, key = api.as_court(), f"REF-{uuid4()}", uuid4().hex
    first, second = f"A-{uuid4().hex[:6]}", f"B-{uuid4().hex[:6]}"
    good, bad = GOOD.replace("R-1", first), GOOD.replace("R-1", second).replace("单位", "外星人")
    raw = file_of(api, reference, good, bad)

    rehearsed = (await sent(court, raw, dry_run="true")).json()
    made = await sent(court, raw, key=key)
    again = await sent(court, raw, key=key, language="en")
    file = await sent(court, raw, key=key, accept="text/csv")
    workbook = await sent(court, raw, key=key, accept=XLSX)
    put_right = (await sent(court, file_of(api, reference, good, bad.replace("外星人", "单位")))).json()

    assert (rehearsed["dry_run"], rehearsed["accepted_count"], rehearsed["rows"][0]["referral_id"]) == (True, 1, None)
    told = made.json()
    accepted, refused = told["rows"]
    assert (told["row_count"], told["accepted_count"], told["refused_count"]) == (2, 1, 1)
    assert (accepted["row"], accepted["key"], accepted["outcome"], accepted["problem"]) == (2, first, "accepted", None)
    assert (await court.get(f"/v1/referrals/{accepted['referral_id']}")).json()["number"] == accepted["number"]
    error = refused["problem"]["errors"][0]
    assert (error["pointer"], error["code"], error["expected"]) == (
        "/parties/1/kind",
        "cell_unknown_code",
        "自然人、个人、法人、单位、非法人组织",
    )
    assert refused["cells"] == [{"pointer": "/parties/1/kind", "column": "被申请人类型", "cell": "H3"}]
    assert again.headers["idempotency-replayed"] == file.headers["idempotency-replayed"] == "true"
    assert "Cells of this row" in again.json()["rows"][1]["problem"]["detail"]
    assert [row["key"] for row in again.json()["rows"]] == [first, second]
    _, one, two = csv.reader(io.StringIO(file.content.decode("utf-8-sig")))
    assert (one[1:4], two[2], two[5]) == ([first, "已接收", accepted["number"]], "拒收", "H3")
    assert two[6] == "被申请人类型：单元格的写法不在可用的写法之列（应为：自然人、个人、法人、单位、非法人组织）"
    assert [[cell.value for cell in row][1:3] for row in rows_of(workbook.content)][1:] == [
        [first, "已接收"],
        [second, "拒收"],
    ]
    assert put_right["rows"][0]["referral_id"] == accepted["referral_id"]
    assert put_right["accepted_count"] == len(await referrals_of(api, reference)) == 2


async def test_an_organisation_may_stand_in_the_sheet_by_its_registered_name(api):
    """The name that it has or had; the same row with the id is the same row."""
    court, reference, key = api.as_court(), f"REF-{uuid4()}", f"N-{uuid4().hex[:6]}"
    name = (await api.as_centre().get(f"/v1/organisations/{api.world.centre_id}")).json()["name"]
    row = GOOD.replace("R-1", key)

    (named,) = (await sent(court, file_of(api, reference, row.replace("{centre}", name)))).json()["rows"]
    (by_id,) = (await sent(court, file_of(api, reference, row))).json()["rows"]
    (unknown,) = (
        await sent(court, file_of(api, reference, row.replace("{centre}", f"{name}处")), language="en")
    ).json()["rows"]

    assert named["outcome"] == "accepted"
    assert named["referral_id"] == by_id["referral_id"]
    assert (unknown["cells"][0]["cell"], unknown["problem"]["errors"][0]["code"]) == ("C2", "cell_unknown_organisation")
    assert "exactly as it is registered" in unknown["problem"]["errors"][0]["detail"]


async def test_an_organisation_takes_applications_in_by_its_own_sheet(api):
    centre = api.as_centre()
    template = await centre.get("/v1/referrals/spreadsheets/template", format="csv")
    titles = template.content.decode("utf-8-sig").strip().replace('"', "").split(",")
    row = {"编号*": "S-1", "申请人类型*": "个人", "申请人*": "甲", "被申请人类型*": "单位", "被申请人*": "乙公司"}
    raw = f"{','.join(titles)}\n{','.join(row.get(title, '') for title in titles)}\n".encode()

    (made,) = (await sent(centre, raw)).json()["rows"]

    referral = (await centre.get(f"/v1/referrals/{made['referral_id']}")).json()
    assert (referral["kind"], referral["state"]) == ("direct", "submitted")
    assert "调解组织登记号*" in [
        cell.value
        for (cells) in rows_of((await api.as_body().get("/v1/referrals/spreadsheets/template")).content)
        for cell in cells
    ]


async def test_what_is_wrong_with_the_upload_as_a_whole_is_refused_and_nothing_is_opened(api):
    court, key, good = api.as_court(), uuid4().hex, file_of(api, "REF-X", GOOD)
    reader = await api.as_client(api.world.court_id, ["referrals:read"])

    async def refused(reply, *expected):
        body = (await reply).json()
        assert (body["status"], body["code"]) == expected, body
        return body

    missing = await refused(sent(court, "编号\nR-1\n".encode(), key=key), 422, "sheet_columns")
    assert "申请人" in missing["facts"]["missing"]
    await refused(sent(court, b"\xff\xff\xff"), 422, "sheet_malformed")
    await refused(sent(court, b"PK\x03\x04"), 422, "sheet_malformed")
    await refused(sent(court, b"\xd0\xcf\x11\xe0"), 422, "sheet_old_format")
    await refused(sent(court, b"x" * (8 * 1024 * 1024 + 1)), 413, "body_too_large")
    many = file_of(api, "REF-X", *[GOOD] * (spreadsheets.ROWS_MAX + 1))
    assert (await refused(sent(court, many), 413, "sheet_too_large"))["facts"]["rows_max"] == spreadsheets.ROWS_MAX
    await refused(sent(court, good, accept="image/png"), 406, "not_acceptable")
    await refused(sent(court, good, format="csv"), 422, "parameter_invalid")
    await refused(sent(court, good, dry_run="maybe"), 422, "parameter_invalid")
    await refused(court.get("/v1/referrals/spreadsheets/template", format="pdf"), 422, "parameter_invalid")
    await refused(sent(reader, good), 403, "scope_missing")
    await refused(sent(api.as_operator(), good), 403, "scope_missing")
    await refused(reader.get("/v1/referrals/spreadsheets/template"), 403, "scope_missing")
    unkeyed = court.send("POST", "/v1/referrals/spreadsheets", content=good)
    await refused(unkeyed, 400, "idempotency_key_required")
    assert (await sent(court, file_of(api, "REF-X"), key=key)).json()["rows"] == []
    await refused(sent(court, good, key=key), 422, "idempotency_key_reused")
    assert not await referrals_of(api, "REF-X")


async def test_a_sheet_in_the_folder_of_a_platform_becomes_referrals_and_its_results_lie_there(api):
    code, reference = f"x-{uuid4().hex[:8]}", f"REF-{uuid4()}"
    settings = {"messages": SETTINGS["messages"]}
    await registered(api, code, dialect="spreadsheet", settings=settings, credentials=None)
    house = api.app.state.house
    folder = house.settings.gate_folder / code
    await fetch(house.ports, house.platforms, 1)
    (folder / "in" / "march.csv").write_bytes(rows_as_sheet(assign(reference), assign(f"={reference}")))

    count, _ = await fetch(house.ports, house.platforms, 1)
    await worked(api)

    (referral,) = await referrals_of(api, reference)
    states = [(each["state"], each["flags"]) for each in await inbox(api, code)]
    assert count == 2
    assert sorted(state for state, _ in states) == ["done", "parked"]
    assert [flag["at"] for _, flags in states for flag in flags] == ["data.ajbs"]
    await done(api.as_centre().act(referral["id"], "accept"))
    await api.place()
    await tell(house.ports, house.platforms, 9)
    assert reference in (folder / "out" / "results-000001.csv").read_text(encoding="utf-8-sig")
