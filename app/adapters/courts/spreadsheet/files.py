"""Files that we make for spreadsheet programs: templates and verdicts. No cell of them can become a formula."""

import csv
import io
from collections.abc import Iterable, Sequence
from typing import Final

from openpyxl import Workbook

from app.adapters.courts.spreadsheet.columns import Columns
from app.adapters.courts.spreadsheet.sheets import harmless
from app.domain.spreadsheet import Verdict

VERDICT_TITLES: Final = ("行号", "编号", "结果", "登记号", "代码", "单元格", "说明")


def template(columns: Columns) -> bytes:
    """An empty XLSX file with the titles; what is required has a star."""
    return _workbook([[f"{each.title}{'*' if each.required else ''}" for each in columns.columns]])


def verdicts_csv(verdicts: Iterable[Verdict]) -> bytes:
    """A CSV file in UTF-8 with its mark, so that spreadsheet programs in Chinese read it."""
    told = io.StringIO(newline="")
    writer = csv.writer(told, quoting=csv.QUOTE_ALL)
    writer.writerows(_rows(verdicts))
    return told.getvalue().encode("utf-8-sig")


def verdicts_xlsx(verdicts: Iterable[Verdict]) -> bytes:
    """The same as XLSX."""
    return _workbook(_rows(verdicts))


def _rows(verdicts: Iterable[Verdict]) -> list[Sequence[str]]:
    rows: list[Sequence[str]] = [VERDICT_TITLES]
    for each in verdicts:
        result = "拒收" if each.referral_number is None else "已接收"
        said = (each.key, result, each.referral_number or "", each.code, each.cell, each.sentence)
        rows.append([str(each.number), *map(harmless, said)])
    return rows


def _workbook(rows: Iterable[Sequence[str]]) -> bytes:
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Sheet1")
    for row in rows:
        sheet.append([harmless(text) for text in row])
    told = io.BytesIO()
    book.save(told)
    return told.getvalue()
