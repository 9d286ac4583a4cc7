"""Files that we make for spreadsheet programs: templates and verdicts. No cell of them can become a formula."""

import csv
import io
from collections.abc import Iterable, Sequence
from typing import Final

from openpyxl import Workbook

from app.adapters.courts.spreadsheet.columns import Columns
from app.adapters.courts.spreadsheet.sheets import harmless
from app.domain.sheets import writable
from app.domain.spreadsheet import FileForm, VerdictLine

VERDICT_TITLES: Final = ("行号", "编号", "结果", "登记号", "代码", "单元格", "说明")


NOTE_TITLES: Final = ("列", "必填", "填写方法")
NOTES: Final = "填写说明"


def template(columns: Columns, form: FileForm = FileForm.XLSX) -> bytes:
    """An empty file with the titles, what is required has a star; a workbook has a second sheet that says how."""
    titles = [f"{each.title}{'*' if each.required else ''}" for each in columns.columns]
    notes = [(each.title, "是" if each.required else "", each.how) for each in columns.columns]
    return written([titles], form, notes=[NOTE_TITLES, *notes])


def verdicts_of(lines: Iterable[VerdictLine], form: FileForm) -> bytes:
    """A file with one line for each row."""
    rows: list[Sequence[str]] = [VERDICT_TITLES]
    for each in lines:
        said = (each.key, each.result, each.referral_number, each.code, each.cells, each.sentence)
        rows.append([str(each.number), *said])
    return written(rows, form)


def written(
    rows: Iterable[Sequence[str]], form: FileForm, *, safe: bool = True, notes: Sequence[Sequence[str]] = ()
) -> bytes:
    """Rows of texts as a file; made harmless, unless they are so already. Notes are the second sheet of a workbook.

    A CSV file is UTF-8 with its mark, so that spreadsheet programs in Chinese read it.
    """
    told_rows = ([harmless(text) for text in row] for row in rows) if safe else rows
    if form is FileForm.CSV:
        told = io.StringIO(newline="")
        csv.writer(told, quoting=csv.QUOTE_ALL).writerows(told_rows)
        return told.getvalue().encode("utf-8-sig")
    book, packed = Workbook(write_only=True), io.BytesIO()
    for name, lines in (("Sheet1", told_rows), *([(NOTES, notes)] if notes else [])):
        sheet = book.create_sheet(name)
        for row in lines:
            sheet.append([harmless(writable(text)) for text in row])  # What is left may begin like a formula.
    book.save(packed)
    return packed.getvalue()
