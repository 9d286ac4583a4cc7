"""A sheet as a workbook. What a program for tables would take for a formula is written as text."""

import io
from typing import Final

from openpyxl import Workbook

from app.domain.sheets import Grid, Sheet, writable

FORMULA_STARTS: Final = ("=", "+", "-", "@", "\t", "\r", "\n")
TITLE_CHARS_MAX: Final = 31
CELL_CHARS_MAX: Final = 32_000


def xlsx_of(sheet: Sheet) -> bytes:
    """The workbook: each table of the sheet behind the other, lines between them."""
    book = Workbook()
    page = book.active
    page.title = "".join(sign for sign in sheet.title if sign not in "[]:*?/\\")[:TITLE_CHARS_MAX]
    row = 1
    for block in sheet.blocks:
        rows = (block.head, *block.rows) if isinstance(block, Grid) else ((block.text,),)
        for line in rows:
            for column, text in enumerate(line, start=1):
                cell = page.cell(row=row, column=column)
                cell.value = harmless(text)
                cell.data_type = "s"
            row += 1
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def harmless(text: str) -> str:
    """A text that no program for tables takes for a formula, without what a workbook can not hold."""
    plain = writable(text)[:CELL_CHARS_MAX]
    return f"'{plain}" if plain.startswith(FORMULA_STARTS) else plain
