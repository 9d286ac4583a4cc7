"""A simulated court whose people exchange sheets, as a process: an office of clerks, and what goes wrong on the way.

It writes and reads sheets by the form that docs/spreadsheets.md tells, and knows nothing of our program. Clerks enter
what they read under its 回执编号 once; their list of verdicts has everything that they ever entered.
"""

import csv
import io
import time
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from openpyxl import Workbook

from app.sandbox.platform_kept import office_of

KEY, END, DONE = "编号", "行尾", "完"
"""Titles of the first and of the last column, and what stands in the last one: a row that was cut off lacks it."""

RECEIPT, VERDICT, NUMBER, ENTERED = "回执编号", "结果", "平台编号", "已录入"
FORMULA = "=+-@\t\r\n＝＋－＠"


class SheetOffice:
    """The office.

    Args:
        config: `folder` of the exchange at the service; `titles` of its template, and `listed`, those of its list;
            `form` (`csv` or `xlsx`) of what it exports; `state` and `faults` as the other platforms have them; for
            uploads `api` and `key`; with `pushes` nothing is put into the folder, and all is pushed to `target` under
            `secret`.
    """

    def __init__(self, config: Mapping[str, Any]) -> None:
        self.office = office_of({**config, "app_id": "", "secret": ""})
        self.pushes = bool(config.get("pushes", False))
        self._titles = list(config.get("titles", ()))
        self._listed = list(config.get("listed", ()))
        self._form = config.get("form", "csv")
        self._folder = Path(config["folder"])
        self._desk = Path(config.get("desk", self._folder.with_name(f"{self._folder.name}-desk")))
        for folder in (self._folder / "in", self._folder / "out", self._desk):
            folder.mkdir(parents=True, exist_ok=True)

    # A round of the clerks

    def round(self) -> None:
        """Take results away and enter them, hand in verdicts, and export what there is for the service."""
        faults = self.office.faults
        if faults.take("failures"):
            return
        self._take_away()
        read = sum(self._enter(path) for path in sorted(self._desk.glob("results-*")))
        if read and not faults.take("lost_replies"):
            self.hand_in_verdicts()
        if not self.pushes:
            self._export()

    def _take_away(self) -> None:
        """Carry results to the desk before they are read: what is written meanwhile begins another sheet."""
        faults = self.office.faults
        for path in sorted((self._folder / "out").glob("results-*.csv"), reverse=faults.reordered):
            if time.time() - path.stat().st_mtime < faults.slow_seconds:
                continue
            if faults.take("losses"):
                path.unlink()
                continue
            carried = path.rename(self._desk / f"{path.stem}-{time.time_ns()}.csv")
            if faults.doubled:
                carried.with_name(f"{carried.stem}-copy.csv").write_bytes(carried.read_bytes())

    def _enter(self, path: Path) -> int:
        """Enter the rows of a sheet that lies on the desk, of a half of it the whole ones; how many were read."""
        text = path.read_bytes().decode("utf-8-sig")
        half = self.office.faults.take("halves")
        if half:
            text = text[: len(text) // 2].rpartition("\n")[0]
        rows = list(csv.DictReader(io.StringIO(text, newline="")))
        for row in rows[::-1] if self.office.faults.reordered else rows:
            told = {title: _plain(value) for title, value in row.items() if value not in (None, "")}
            self.office.file({**nested(told), "msgId": told[RECEIPT]})
        if not half:
            path.unlink()
        return len(rows)

    def hand_in_verdicts(self) -> None:
        """Everything that was ever entered, save what is told by a message of its own."""
        office = self.office
        known = {key: body.get("msgType") for key, body in office.filed.items()}
        rows = [
            [key, ENTERED, f"SB-{number}"]
            for key, number in office.numbers.items()
            if not office.faults.late or known.get(key) != office.faults.late
        ]
        self._put("verdicts", [[RECEIPT, VERDICT, NUMBER], *rows])

    def _export(self) -> None:
        """One sheet of all that the service does not have, twice or in the opposite order where that goes wrong."""
        office, faults = self.office, self.office.faults
        messages = office.unpushed()
        if not messages:
            return
        if not faults.take("losses"):
            rows = self.rows_of(messages)
            if faults.take("halves"):
                self._put("half", rows, half=True)
                return
            for _ in range(2 if faults.doubled else 1):
                self._put("export", rows)
        office.pushed |= {str(message["msgId"]) for message in messages}

    def export_again(self) -> None:
        """Everything that there ever was for the service comes again, and all verdicts."""
        self.office.pushed.clear()
        self.hand_in_verdicts()

    def put_list(self, day: str) -> None:
        """Export what is held, as the list of a day."""
        cases = list(self.office.cases.values())
        titles = sorted({*self._listed, *(name for case in cases for name in case)})
        rows = [["是" if case.get(name) is True else str(case.get(name, "")) for name in titles] for case in cases]
        self._write(f"held-{day}.csv", as_csv([titles, *rows]))

    # Sheets

    def rows_of(self, messages: Iterable[Mapping[str, Any]]) -> list[list[str]]:
        """Messages as rows of the template, its titles first."""
        found = [
            {KEY: str(message["msgId"]), **places({name: value for name, value in message.items() if name != "msgId"})}
            for message in messages
        ]
        titles = list(dict.fromkeys([KEY, *self._titles, *(title for row in found for title in row)]))
        return [[*titles, END], *([*(row.get(title, "") for title in titles), DONE] for row in found)]

    def _put(self, kind: str, rows: Sequence[Sequence[str]], *, half: bool = False) -> None:
        raw = as_csv(rows) if self._form == "csv" else as_workbook(rows)
        self._write(f"{kind}-{time.time_ns()}.{self._form}", raw[: len(raw) // 2] if half else raw)

    def _write(self, name: str, raw: bytes) -> None:
        part = self._folder / "in" / f"{name}.part"
        part.write_bytes(raw)
        part.rename(self._folder / "in" / name)


def places(node: Any, at: str = "") -> dict[str, str]:
    """The texts of a document by their places, which are the titles of its sheet."""
    if not isinstance(node, dict | list):
        return {at: str(node)}
    found: dict[str, str] = {}
    for name, inner in node.items() if isinstance(node, dict) else enumerate(node):
        found |= places(inner, f"{at}.{name}" if at else str(name))
    return found


def nested(row: Mapping[str, str]) -> dict[str, Any]:
    """The document that a row is."""
    found: dict[str, Any] = {}
    for title, value in row.items():
        *way, last = title.split(".")
        node = found
        for name in way:
            node = node.setdefault(name, {})
        node[last] = value
    return found


def as_csv(rows: Iterable[Sequence[str]]) -> bytes:
    """Rows as a spreadsheet program writes them."""
    text = io.StringIO(newline="")
    csv.writer(text).writerows(rows)
    return text.getvalue().encode("utf-8-sig")


def as_workbook(rows: Iterable[Sequence[str]]) -> bytes:
    """Rows as a workbook of one page."""
    book, raw = Workbook(write_only=True), io.BytesIO()
    page = book.create_sheet()
    for row in rows:
        page.append(list(row))
    book.save(raw)
    return raw.getvalue()


def _plain(text: str) -> str:
    """A text without the apostrophe that keeps it from becoming a formula."""
    return text[1:] if text.startswith("'") and text[1:2] in {*FORMULA} else text
