"""The folders of one court that exchanges sheets: all state is here, so a crash at any point goes on.

in/        sheets that people put there            out/      results that people take away
taken/     sheets that were read                   refused/  sheets that can not be used, the reason before their name
records/   what became of each result of ours      lock      one process at a time

A result is a row of the newest file in `out/`. Once that file is gone somebody has it, and the next row begins another.
A sheet whose name begins with `verdicts` says what became of our rows, one that begins with `held-` what is held on a
day, every other has messages for us.
"""

import hashlib
import os
import re
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, Final

from app.adapters.courts.spreadsheet.columns import Columns, columns_of, read_rows
from app.adapters.courts.spreadsheet.files import written
from app.adapters.courts.spreadsheet.sheets import BYTES_MAX, Row, SheetError, harmless, rows_of
from app.adapters.exchange_folder import ExchangeFolder
from app.domain.spreadsheet import FileForm

FOLDERS: Final = ("in", "out", "taken", "refused", "records")
FILES_MAX: Final = 1_000
"""Most files of a folder that are looked at in one round."""

MESSAGES_MAX: Final = 1_000
"""Most rows of one sheet of messages."""

RESULTS_MAX: Final = 500
"""Most rows of one result file, which is written anew with each row."""

KEY_TITLE: Final = "回执编号"
TAKEN: Final = "taken"
VERDICTS: Final[Columns] = columns_of(
    {
        "columns": [
            {"title": KEY_TITLE, "to": "key", "required": True},
            {"title": "结果", "to": "verdict", "codes": "verdicts", "required": True},
            {"title": "平台编号", "to": "number"},
        ],
        "codes": {"verdicts": {"已录入": TAKEN, "已办理": TAKEN, "退回": "returned"}},
    }
)
"""What the court says of our rows."""

_FORMULA: Final = "="
_NAME: Final = re.compile(r"[^/\x00.][^/\x00]{0,200}\.(?:csv|xlsx)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of messages: a mark that no other has, and one file for each of its rows."""

    mark: str
    rows: tuple[bytes, ...] = field(repr=False)


class Exchange:
    """The folders of one platform; made if missing.

    Args:
        folder: Where everything lies.
        results_max: Most rows of one result file.
        sync: Brings an open file to the disk.
    """

    def __init__(self, folder: Path, *, results_max: int = RESULTS_MAX, sync: Callable[[int], None] = os.fsync) -> None:
        self._folder = ExchangeFolder(folder, FOLDERS, sync)
        self._results_max = results_max

    # Ours to them

    def put(self, key: str, titles: Sequence[str], values: Sequence[str], *, anew: bool = False) -> None:
        """A row of the newest result file; a key that is known has its row already.

        Args:
            key: What the row is called.
            titles: Of its columns.
            values: Under these titles.
            anew: Write it once more where somebody has it; a row that still lies there is left.
        """
        with self._folder.locked():
            known = self._folder.status(key)
            if known is not None and not (anew and not self._result(known["file"]).exists()):
                return
            head = [KEY_TITLE, *titles]
            number, rows = self._newest(head)
            self._folder.write(self._result(number), written([head, *rows, [key, *values]], FileForm.CSV))
            self._folder.set_status(key, {"file": number, "verdict": None, "number": None})

    def status(self, key: str) -> Mapping[str, Any] | None:
        """File, verdict and number of a row, and whether somebody has it; None where it was never put."""
        with self._folder.locked():
            found = self._folder.status(key)
            return None if found is None else {**found, "away": not self._result(found["file"]).exists()}

    def _newest(self, head: Sequence[str]) -> tuple[int, list[list[str]]]:
        """Number and rows of the file that the next row joins: the last one, if it is there as it was and has room."""
        counter = self._folder / "results"
        last = int(counter.read_bytes()) if counter.exists() else 0
        path = self._result(last)
        if last and path.exists():
            with suppress(SheetError):
                titles, *rows = [[cell.value or "" for cell in row] for row in rows_of(path.read_bytes())] or [[]]
                if titles == list(head) and len(rows) < self._results_max:
                    return last, rows
        self._folder.write(counter, str(last + 1).encode())
        return last + 1, []

    def _result(self, number: int) -> Path:
        return self._folder / "out" / f"results-{number:06d}.csv"

    # Theirs to us

    def next_sheet(self, behind: str | None) -> Sheet | None:
        """The next sheet of messages, which stays where it is until it is named as `behind` by the next call.

        Verdicts on our rows are read on the way. What can not be used is put aside, and the next one is read.
        """
        with self._folder.locked():
            for path in self._listed():
                if path.name.startswith("held-"):
                    continue
                raw = path.read_bytes()
                mark = hashlib.sha256(path.name.encode() + b"\x00" + raw).hexdigest()
                if mark == behind:
                    path.replace(self._folder / "taken" / path.name)
                    continue
                try:
                    if not path.name.startswith("verdicts"):
                        return Sheet(mark, singles(raw))
                    self._judge(raw)
                except SheetError as error:
                    path.replace(self._folder / "refused" / f"{error.reason}-{path.name}")
                else:
                    path.replace(self._folder / "taken" / path.name)
            return None

    def _judge(self, raw: bytes) -> None:
        for row in read_rows(rows_of(raw), VERDICTS):
            known = None if row.faults or row.key is None else self._folder.status(row.key)
            if known is not None:
                said = {"verdict": row.body["verdict"], "number": row.body.get("number")}
                self._folder.set_status(str(row.key), {**known, **said})

    def held(self, day: date) -> bytes | None:
        """The list that was exported for a day; None where there is none."""
        for path in self._listed():
            if path.stem == f"held-{day.isoformat()}":
                return path.read_bytes()
        return None

    # Files

    def _listed(self) -> list[Path]:
        return self._folder.files("in", _NAME.fullmatch, bytes_max=BYTES_MAX, files_max=FILES_MAX)


def singles(raw: bytes) -> tuple[bytes, ...]:
    """Each row of a sheet as a CSV file of its own under the same titles; raises `SheetError`."""
    titles, *rows = list(rows_of(raw, rows_max=MESSAGES_MAX)) or [()]
    return tuple(written([_texts(titles), _texts(row)], FileForm.CSV, safe=False) for row in rows)


def _texts(row: Row) -> list[str]:
    """Cells that read again as they were; of one that can not be trusted is kept that it can not."""
    return [_FORMULA if cell.fault else harmless(cell.value or "") for cell in row]
