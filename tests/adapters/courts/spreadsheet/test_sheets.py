"""Spreadsheets: what is read of them, what is refused of them, and what of ours can never become a formula."""

import csv
import io
import zipfile
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from app.adapters.courts.spreadsheet.columns import columns_of, held, read_rows
from app.adapters.courts.spreadsheet.files import template, verdicts_of
from app.adapters.courts.spreadsheet.sheets import LEADING, Cell, SheetError, harmless, plain, rows_of
from app.adapters.courts.spreadsheet.workbooks import Workbooks, standard
from app.domain.codes import CODE_LISTS
from app.domain.court_platform import Holding
from app.domain.errors import CATALOGUE, Refusal
from app.domain.spreadsheet import CELL_SENTENCES, KNOWN_WORDS_MAX, FileForm, SheetKind, VerdictLine

COLUMNS = {
    "columns": [
        {"title": "编号", "to": "key", "required": True},
        {"title": "标的额", "to": "claim_amount", "as": "amount"},
        {"title": "日期", "to": "filed_on", "as": "date"},
        {"title": "人数", "to": "count", "as": "integer"},
        {"title": "同意", "to": "parties.0.given", "as": "flag"},
        {"title": "类型", "to": "parties.2.kind", "codes": "kinds"},
    ],
    "constants": {"action": "delegate", "parties.0.role": "applicant", "parties.2.role": "respondent"},
    "codes": {"kinds": {"个人": "natural_person"}},
}
MADE = columns_of(COLUMNS)
TITLES = "编号,标的额,日期,人数,同意,类型\n"


def read(text, encoding="utf-8"):
    return list(read_rows(rows_of(text.encode(encoding)), MADE))


def workbook(*rows):
    book, told = Workbook(), io.BytesIO()
    for row in rows:
        book.active.append(row)
    book.save(told)
    return told.getvalue()


def packed(parts, *, base=None, compression=zipfile.ZIP_DEFLATED):
    told = io.BytesIO()
    with zipfile.ZipFile(told, "w", compression) as archive:
        if base is not None:
            with zipfile.ZipFile(io.BytesIO(base)) as before:
                for name in before.namelist():
                    if name not in parts:
                        archive.writestr(name, before.read(name))
        for name, content in parts.items():
            archive.writestr(name, content)
    return told.getvalue()


def broken(compression):
    whole = packed({"a.xml": b"hello" * 100}, compression=compression)
    begin = whole.index(b"a.xml") + (15 if compression == zipfile.ZIP_LZMA else 5)
    return whole[:begin] + b"\xff" * 6 + whole[begin + 6 :]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
@pytest.mark.parametrize("delimiter", [",", "\t", ";"])
def test_a_csv_of_each_spreadsheet_program_is_read(encoding, delimiter):
    text = f"{TITLES}甲1,12000,2026-03-02,3,是,个人\n".replace(",", delimiter)

    (row,) = read(text, encoding)

    assert (row.key, row.number, row.faults) == ("甲1", 2, ())
    assert row.body == {
        "action": "delegate",
        "claim_amount": "12000.00",
        "filed_on": "2026-03-02",
        "count": 3,
        "parties": [{"given": True, "role": "applicant"}, {"kind": "natural_person", "role": "respondent"}],
    }


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2026年3月2日", "2026-03-02"),
        ("２０２６－０３－０２", "2026-03-02"),
        ("2026 年 3 月 2 日", "2026-03-02"),
        ("２０２６年３月２日", "2026-03-02"),
        ("二〇二六年三月二日", "2026-03-02"),
        ("二零二六年十二月三十一日", "2026-12-31"),
        ("二○二六年十月二十日", "2026-10-20"),
        ("2026/3/2", "2026-03-02"),
        ("20260302", "2026-03-02"),
    ],
)
def test_days_are_read_as_people_type_them(day, expected):
    assert read(f"{TITLES}1,,{day},,,\n")[0].body["filed_on"] == expected


@pytest.mark.parametrize(
    ("line", "at", "code"),
    [
        (",1,,,,", "A2", "cell_missing"),
        ("1,much,,,,", "B2", "cell_unreadable"),
        ("1,1²,,,,", "B2", "cell_unreadable"),
        ("1,①2,,,,", "B2", "cell_unreadable"),
        ("1,1_000,,,,", "B2", "cell_unreadable"),
        ("1,1元2,,,,", "B2", "cell_unreadable"),
        ('1,"12,50",,,,', "B2", "cell_unreadable"),
        ('1,"1,0",,,,', "B2", "cell_unreadable"),
        ("1,1 2,,,,", "B2", "cell_unreadable"),
        ("1,#N/A,,,,", "B2", "cell_unreadable"),
        ("#REF!,1,,,,", "A2", "cell_unreadable"),
        ("1,,2026年2月30日,,,", "C2", "cell_unreadable"),
        ("1,,2026-03-0¹,,,", "C2", "cell_unreadable"),
        ("1,,二〇二六年三月二三十日,,,", "C2", "cell_unreadable"),
        ("1,,二〇二六年三月十二三日,,,", "C2", "cell_unreadable"),
        ("1,,二〇二六年三月十十日,,,", "C2", "cell_unreadable"),
        ("1,,二〇二六年十十月一日,,,", "C2", "cell_unreadable"),
        ("1,,二〇二六年三月一二日,,,", "C2", "cell_unreadable"),
        ("1,,二〇二六年十三月一日,,,", "C2", "cell_unreadable"),
        ("1,,,,maybe,", "E2", "cell_unreadable"),
        ("1,,,,,外星人", "F2", "cell_unknown_code"),
        ('1,"=1+1",,,,', "B2", "cell_formula"),
        (f"1,{'9' * 2001},,,,", "B2", "cell_too_long"),
    ],
)
def test_a_bad_cell_is_told_by_its_address_and_stops_no_other_row(line, at, code):
    bad, good = read(f'{TITLES}{line}\n2,"￥１２，０００.50元",,１,,\n'.replace("１２，０００", "12000"))

    assert [(fault.at, fault.code) for fault in bad.faults] == [(at, code)]
    assert code in CELL_SENTENCES
    assert (good.key, good.body["claim_amount"], good.body["count"], good.faults) == ("2", "12000.50", 1, ())
    assert read(f'{TITLES}2,"１２，０００",,,,\n')[0].body["claim_amount"] == "12000.00"


@pytest.mark.parametrize(
    ("amount", "expected"),
    [
        ("12,000", "12000.00"),
        ("1,2000.5", "12000.50"),
        ("1,234,567.89", "1234567.89"),
        ("1,0000,0000", "100000000.00"),
        ("1 234 567", "1234567.00"),
        ("人民币 １２，０００．５０ 元", "12000.50"),
        ("¥12000元", "12000.00"),
    ],
)
def test_amounts_are_read_as_people_type_them(amount, expected):
    assert read(f'{TITLES}1,"{amount}",,,,\n')[0].body["claim_amount"] == expected


def test_a_short_row_lacks_what_it_does_not_have_and_constants_follow_their_party():
    (row,) = read(f"{TITLES}\n\n1\n")

    assert (row.number, row.body, row.faults) == (4, {"action": "delegate"}, ())


def test_a_workbook_is_read_without_evaluating_anything():
    raw = workbook(
        ["编号*", "标的额", "日期", "人数"],
        [1, 12000.5, date(2026, 3, 2), 3],
        ["2", "=1+1", datetime(2026, 3, 2, 8, tzinfo=UTC).replace(tzinfo=None), 4],
        [110101199003070000, 1e300, None, None],
    )

    first, second, third = read_rows(rows_of(raw), MADE)

    assert (first.key, first.body["claim_amount"], first.body["filed_on"]) == ("1", "12000.50", "2026-03-02")
    assert [(fault.at, fault.code) for fault in second.faults] == [("B3", "cell_formula")]
    assert {fault.code for fault in third.faults} == {"cell_number_rounded"}


def test_a_whole_number_of_hundreds_of_digits_is_one_bad_cell():
    raw = workbook(["编号", "标的额"], ["1", 77], ["2", 1])
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        page = archive.read("xl/worksheets/sheet1.xml").replace(b"<v>77</v>", b"<v>" + b"7" * 400 + b"</v>")

    bad, good = read_rows(rows_of(packed({"xl/worksheets/sheet1.xml": page}, base=raw)), MADE)

    assert [(fault.at, fault.code) for fault in bad.faults] == [("B2", "cell_number_rounded")]
    assert (good.key, good.faults) == ("2", ())


@pytest.mark.parametrize("told", [b"A1", b"A1:B2", b"A1:CV9"])
def test_no_row_is_left_out_whatever_the_file_says_of_its_size(told):
    raw = workbook(["编号", "标的额"], ["1", 5], ["2", 6], ["3", 7])
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        page = archive.read("xl/worksheets/sheet1.xml").replace(
            b'<dimension ref="A1:B4"', b'<dimension ref="%s"' % told
        )

    rows = list(read_rows(rows_of(packed({"xl/worksheets/sheet1.xml": page}, base=raw)), MADE))

    assert [(row.number, row.key, row.body["claim_amount"]) for row in rows] == [
        (2, "1", "5.00"),
        (3, "2", "6.00"),
        (4, "3", "7.00"),
    ]


GOOD = workbook(["编号"], ["1"])
BOMB = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><worksheet>&a;</worksheet>'
UNSAFE = {
    "a zip bomb": (packed({"xl/bomb.xml": b"0" * 30_000_000}, base=GOOD), "sheet_too_large"),
    "a bomb that says it is larger": (packed({"xl/a.xml": b"0" * 70_000_000}), "sheet_too_large"),
    "many parts": (packed({f"xl/{n}.xml": b"<a/>" for n in range(201)}), "sheet_too_large"),
    "a macro": (packed({"xl/vbaProject.bin": b"x"}, base=GOOD), "sheet_unsafe"),
    "a link outside": (packed({"xl/externalLinks/externalLink1.xml": b"<a/>"}, base=GOOD), "sheet_unsafe"),
    "an embedded object": (packed({"xl/embeddings/oleObject1.bin": b"x"}, base=GOOD), "sheet_unsafe"),
    "a path upwards": (packed({"../../etc/passwd": b"x"}, base=GOOD), "sheet_unsafe"),
    "an absolute path": (packed({"/etc/passwd": b"x"}, base=GOOD), "sheet_unsafe"),
    "a path of Windows": (packed({"xl\\..\\x.xml": b"x"}, base=GOOD), "sheet_unsafe"),
    "a drive": (packed({"C:x.xml": b"x"}, base=GOOD), "sheet_unsafe"),
    "a part twice but for its case": (packed({"XL/WORKBOOK.XML": b"x"}, base=GOOD), "sheet_unsafe"),
    "an entity": (packed({"xl/worksheets/sheet1.xml": BOMB}, base=GOOD), "sheet_unsafe"),
    "an entity in UTF-16": (
        packed({"xl/worksheets/sheet1.xml": BOMB.decode().encode("utf-16")}, base=GOOD),
        "sheet_unsafe",
    ),
    "an entity in UTF-16 without a mark": (
        packed({"xl/worksheets/sheet1.xml": BOMB.decode().encode("utf-16-le")}, base=GOOD),
        "sheet_unsafe",
    ),
    "half a zip": (GOOD[: len(GOOD) // 2], "sheet_malformed"),
    "a zip of something else": (packed({"a.txt": b"x"}), "sheet_malformed"),
    "an old workbook": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 100, "sheet_old_format"),
    "a part whose packing is broken": (broken(zipfile.ZIP_DEFLATED), "sheet_malformed"),
    "a part that is packed in another way and broken": (broken(zipfile.ZIP_LZMA), "sheet_malformed"),
    "a NUL": (b"a,b\x00\n", "sheet_malformed"),
    "no text": (b"\xff\xff\xff", "sheet_malformed"),
    "an open quote": ('编号\n"1'.encode(), "sheet_malformed"),
    "many bytes": (b"x" * (8 * 1024 * 1024 + 1), "sheet_too_large"),
    "many rows": ("编号\n".encode() + b"1\n" * 5_001, "sheet_too_large"),
    "many empty lines": ("编号\n".encode() + b"\n" * 100_001, "sheet_too_large"),
    "many columns": (b"a," * 201, "sheet_too_large"),
    "an unknown title only": (b"a,b\n1,2\n", "sheet_columns"),
    "a title twice": ("编号,编号\n1,2\n".encode(), "sheet_columns"),
    "a title that is a formula": ("编号,=A1\n1,2\n".encode(), "sheet_columns"),
}


@pytest.mark.parametrize("name", UNSAFE)
def test_a_file_that_could_do_harm_is_refused_as_a_whole_with_a_reason(name):
    raw, reason = UNSAFE[name]

    with pytest.raises(SheetError) as refusal:
        list(read_rows(rows_of(raw), MADE))

    assert refusal.value.reason == reason


@pytest.mark.parametrize("sign", LEADING)
def test_no_cell_of_ours_becomes_a_formula(sign):
    verdicts = [VerdictLine(2, f"{sign}cmd|' /C calc'!A0", "拒收", "", "x", "A2", f"{sign}1")]
    text = verdicts_of(verdicts, FileForm.CSV).decode("utf-8-sig")
    lines = list(csv.reader(io.StringIO(text, newline="")))
    sheet = load_workbook(io.BytesIO(verdicts_of(verdicts, FileForm.XLSX))).active

    assert lines[1][1].startswith(f"'{sign}")
    assert lines[1][6] == f"'{sign}1"
    assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)
    assert plain(harmless(f"{sign}1")) == f"{sign}1"
    assert harmless("") == ""
    assert plain("'quoted") == "'quoted"


@pytest.mark.parametrize("sign", ["\x01", "\x0b", "\ufffe"])
def test_what_no_workbook_can_hold_is_left_out_of_the_verdicts(sign):
    raw = verdicts_of([VerdictLine(2, f"A{sign}1", "拒收", "", "x", "A2", f"{sign}=1")], FileForm.XLSX)

    cells = [cell for row in load_workbook(io.BytesIO(raw)).active.iter_rows(min_row=2) for cell in row]
    assert (cells[1].value, cells[6].value) == ("A1", "'=1")


@pytest.mark.parametrize("form", FileForm)
@pytest.mark.parametrize("kind", SheetKind)
async def test_the_template_of_each_sheet_has_its_titles_and_can_be_read_again(kind, form):
    raw = await Workbooks().template(kind, form)

    (titles,) = rows_of(raw)
    assert titles[0] == Cell("A1", "编号*")
    assert await Workbooks().rows(kind, raw, rows_max=1) == ()
    assert template(standard(kind), form) == raw or form is FileForm.XLSX


@pytest.mark.parametrize("kind", SheetKind)
async def test_the_workbook_and_the_page_say_how_each_column_is_filled_in(kind):
    page = (Path(__file__).parents[4] / "docs" / "spreadsheets.md").read_text(encoding="utf-8")
    notes = load_workbook(io.BytesIO(await Workbooks().template(kind, FileForm.XLSX)))["填写说明"]

    rows = [tuple(cell or "" for cell in row) for row in notes.iter_rows(values_only=True)]

    assert rows[0] == ("列", "必填", "填写方法")
    assert [row[0] for row in rows[1:]] == [column.title for column in standard(kind).columns]
    assert ("申请人类型", "是", "自然人、个人、法人、单位、非法人组织") in rows
    assert ("申请人同意调解", "", "是、否") in rows
    for column, _, how in rows[1:]:
        assert column.removeprefix("被") in page
        assert how in page, column


@pytest.mark.parametrize("kind", SheetKind)
def test_every_word_of_a_standard_sheet_means_a_code_of_the_list(kind):
    """Else a person who picks a word that the sheet offers has the row refused for it."""
    for column in standard(kind).columns:
        if column.codes is not None:
            name = {"kind": "party_kind", "id_type": "id_type"}[column.to.rpartition(".")[2]]
            assert set(column.codes.values()) == {row.code for row in CODE_LISTS[name]}, column.title


def test_a_word_that_is_in_no_list_is_answered_with_those_that_are_but_not_with_hundreds():
    many = {str(n): "x" for n in range(KNOWN_WORDS_MAX + 1)}
    columns = columns_of({**COLUMNS, "codes": {"kinds": many}})
    row = f"{TITLES}1,,,,,外星人\n".encode()

    (long,) = read_rows(rows_of(row), columns)
    (short,) = read_rows(rows_of(row), MADE)

    assert long.faults[0].known == (*map(str, range(KNOWN_WORDS_MAX)), "…")
    assert short.faults[0].known == ("个人",)


async def test_a_refused_file_says_which_titles_are_missing_or_double_and_which_bounds_hold():
    files = Workbooks()

    with pytest.raises(Refusal, match="sheet_columns") as titles:
        await files.rows(SheetKind.SUBMISSION, "编号,编号,申请人,=A1\n".encode(), rows_max=9)
    raw = await files.template(SheetKind.SUBMISSION, FileForm.CSV)
    with pytest.raises(Refusal, match="sheet_too_large") as rows:
        await files.rows(SheetKind.SUBMISSION, raw + b"1\n2\n", rows_max=1)

    assert titles.value.facts == {"missing": ["申请人类型", "被申请人类型", "被申请人"], "double": ["编号"]}
    assert rows.value.facts["rows_max"] == 1
    assert {reason for _, reason in UNSAFE.values()} <= set(CATALOGUE)


def test_a_list_that_a_platform_exported_says_what_they_hold():
    columns = columns_of(
        {
            "columns": [
                {"title": "案号", "to": "reference", "required": True},
                {"title": "状态", "to": "state", "codes": "states"},
                {"title": "金额", "to": "amount", "as": "amount"},
                {"title": "结果", "to": "duties.result", "as": "flag"},
            ],
            "codes": {"states": {"调解中": "mediating"}},
        }
    )
    raw = "案号,状态,金额,结果,别的\nR-1,调解中,5,是,x\nR-2,不知道,,,\nR-3,,,否,\n".encode("gb18030")
    rows = list(read_rows(rows_of(raw), columns))

    result = frozenset({"result"})
    assert list(held(rows)) == [
        Holding("R-1", "mediating", "5.00", result, told_duties=result),
        Holding("R-3", told_duties=result),
    ]
    assert [(fault.at, fault.code) for row in rows for fault in row.faults] == [("B3", "cell_unknown_code")]


@pytest.mark.parametrize(
    "wrong",
    [
        [],
        {"columns": []},
        {"columns": [{"title": "a"}]},
        {"columns": [{"title": "a", "to": "b", "as": "formula"}]},
        {"columns": [{"title": "a", "to": "b", "codes": "none"}]},
        {"columns": [{"title": "a", "to": "b"}, {"title": "a", "to": "c"}]},
        {"columns": [{"title": "a", "to": "b"}], "macros": {}},
    ],
)
def test_columns_of_another_form_are_refused(wrong):
    with pytest.raises(ValueError, match="/"):
        columns_of(wrong)
