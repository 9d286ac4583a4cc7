"""The files of spreadsheet programs as the use cases are handed them. Parsing runs in a thread: nobody else waits."""

import asyncio
import json
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Final

from app.adapters.courts.spreadsheet.columns import Columns, columns_of, read_rows
from app.adapters.courts.spreadsheet.files import template, verdicts_of
from app.adapters.courts.spreadsheet.sheets import SheetError, rows_of
from app.domain.errors import Refusal
from app.domain.spreadsheet import FileForm, ReadRow, SheetKind, VerdictLine

FOLDER: Final = Path(__file__).resolve().parents[3] / "data" / "spreadsheets"


@cache
def standard(kind: SheetKind) -> Columns:
    """The project's own columns for a kind of sheet."""
    return columns_of(json.loads((FOLDER / f"{kind}.json").read_text(encoding="utf-8")))


def read(raw: bytes, columns: Columns, rows_max: int) -> tuple[ReadRow, ...]:
    """The rows of a file by given columns; refuses with the reason of `SheetError`."""
    try:
        return tuple(read_rows(rows_of(raw, rows_max=rows_max), columns))
    except SheetError as error:
        raise Refusal(error.reason, facts=error.facts) from None


class Workbooks:
    """Fulfils `SpreadsheetFiles` with CSV and XLSX."""

    async def template(self, kind: SheetKind, form: FileForm) -> bytes:
        """As `SpreadsheetFiles.template`."""
        return await asyncio.to_thread(template, standard(kind), form)

    async def rows(self, kind: SheetKind, raw: bytes, *, rows_max: int) -> tuple[ReadRow, ...]:
        """As `SpreadsheetFiles.rows`."""
        return await asyncio.to_thread(read, raw, standard(kind), rows_max)

    async def verdicts(self, lines: Iterable[VerdictLine], form: FileForm) -> bytes:
        """As `SpreadsheetFiles.verdicts`."""
        return await asyncio.to_thread(verdicts_of, tuple(lines), form)
