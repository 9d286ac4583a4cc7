"""Files of spreadsheet programs as rows of cells. Nothing is evaluated; sizes are looked at before unpacking."""

import csv
import io
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

BYTES_MAX: Final = 8 * 1024 * 1024
UNPACKED_MAX: Final = 64 * 1024 * 1024
RATIO_MAX: Final = 200
PARTS_MAX: Final = 200
ROWS_MAX: Final = 5_000
LINES_MAX: Final = 100_000
"""Most lines that are looked at, empty ones included."""

COLUMNS_MAX: Final = 200
CELL_CHARS_MAX: Final = 2_000
EXACT_DIGITS: Final = 15
"""A number with more digits was rounded by the spreadsheet program before it was saved."""

FAILED: Final = frozenset({"#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A", "#SPILL!", "#CALC!"})
"""What stands in a cell whose formula came to nothing, also after it was copied as a value or saved as CSV."""
FORBIDDEN: Final = ("vbaproject", "externallinks/", "embeddings/", "activex/", "ctrlprops/", "customui")
DELIMITERS: Final = (",", "\t", ";")

_ZIP: Final = b"PK\x03\x04"
_OLE: Final = b"\xd0\xcf\x11\xe0"


class SheetError(ValueError):
    """The file can not be used at all.

    Args:
        reason: `sheet_malformed`, `sheet_too_large`, `sheet_columns`, `sheet_old_format`, or
            `sheet_unsafe`: macros, links, entities or paths.
        facts: Bounds, and titles of ours that are missing; nothing of the file.
    """

    def __init__(self, reason: str, facts: Mapping[str, Any] | None = None) -> None:
        super().__init__(reason)
        self.reason = reason
        self.facts = dict(facts or {})


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell.

    Attributes:
        at: As a spreadsheet names it, such as `C7`.
        value: Its text; None where it is empty.
        fault: `cell_formula`, `cell_too_long`, `cell_number_rounded` or `cell_unreadable` where the text can not be
            trusted.
    """

    at: str
    value: str | None
    fault: str | None = None


Row = tuple[Cell, ...]


def rows_of(raw: bytes, *, rows_max: int = ROWS_MAX) -> Iterator[Row]:
    """The rows of a file, the titles first, empty ones left out, at most so many; raises `SheetError`."""
    bounds = {"rows_max": rows_max, "columns_max": COLUMNS_MAX, "bytes_max": BYTES_MAX, "unpacked_max": UNPACKED_MAX}
    if len(raw) > BYTES_MAX:
        raise SheetError("sheet_too_large", bounds)
    if raw.startswith(_OLE):
        raise SheetError("sheet_old_format")
    found = _of_workbook(raw) if raw.startswith(_ZIP) else _of_text(raw)
    taken = 0
    for number, values in enumerate(found, start=1):
        if taken > rows_max or number > LINES_MAX or len(values) > COLUMNS_MAX:
            raise SheetError("sheet_too_large", bounds)
        cells = tuple(_cell(f"{get_column_letter(n)}{number}", value) for n, value in enumerate(values, start=1))
        if any(cell.value is not None or cell.fault for cell in cells):
            taken += 1
            yield cells


def _cell(at: str, value: Any) -> Cell:
    if isinstance(value, datetime):
        value = value.date()
    if isinstance(value, date):
        return Cell(at, value.isoformat())
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _of_number(at, value)
    text = "" if value is None else str(value).strip()
    if len(text) > CELL_CHARS_MAX:
        return Cell(at, None, "cell_too_long")
    if text.startswith(("=", "＝")):
        return Cell(at, None, "cell_formula")
    if text in FAILED:
        return Cell(at, None, "cell_unreadable")
    return Cell(at, plain(text) or None)


def _of_number(at: str, value: float) -> Cell:
    whole = isinstance(value, int) or value.is_integer()
    text = str(int(value)) if whole else repr(value)
    rounded = sum(map(str.isdigit, text)) > EXACT_DIGITS or "e" in text or "n" in text
    return Cell(at, None, "cell_number_rounded") if rounded else Cell(at, text)


def plain(text: str) -> str:
    """A text without the apostrophe that keeps spreadsheet programs from taking it for a formula."""
    return text[1:] if text.startswith("'") and text[1:2] in {*LEADING} else text


LEADING: Final = "=+-@\t\r\n＝＋－＠"
"""What a spreadsheet program may take for the beginning of a formula."""


def harmless(text: str) -> str:
    """A text that no spreadsheet program takes for a formula."""
    return f"'{text}" if text[:1] in {*LEADING} and text else text


def _of_text(raw: bytes) -> Iterator[Sequence[Any]]:
    text = _decoded(raw)
    first = text.partition("\n")[0]
    delimiter = max(DELIMITERS, key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        yield from reader
    except csv.Error:
        raise SheetError("sheet_malformed") from None


def _decoded(raw: bytes) -> str:
    """UTF-8 with or without its mark, else GB18030, which spreadsheet programs in Chinese write."""
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            text = raw.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" not in text:
            return text
    raise SheetError("sheet_malformed")


def _of_workbook(raw: bytes) -> Iterator[Sequence[Any]]:
    _require_safe(raw)
    try:
        book = load_workbook(io.BytesIO(raw), read_only=True, data_only=False, keep_links=False)
        page = book.worksheets[0]
        page.reset_dimensions()  # Of what a file says of its size too little would leave out rows.
        yield from page.iter_rows(values_only=True)
    except Exception as error:  # Whatever the library stumbles over in a file of somebody else.
        raise SheetError("sheet_malformed") from error


def _require_safe(raw: bytes) -> None:
    """Refuse by the list of parts what must not be unpacked, then by their text what must not be parsed."""
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            parts = archive.infolist()
            _require_bounded(parts)
            for part in parts:
                _require_plain(archive.read(part))
    except SheetError:
        raise
    except Exception as error:  # Each way of packing has errors of its own.
        raise SheetError("sheet_malformed") from error


def _require_bounded(parts: Sequence[zipfile.ZipInfo]) -> None:
    unpacked, packed = sum(part.file_size for part in parts), sum(part.compress_size for part in parts)
    if len(parts) > PARTS_MAX or unpacked > UNPACKED_MAX or unpacked > RATIO_MAX * max(packed, 1):
        raise SheetError(
            "sheet_too_large", {"parts_max": PARTS_MAX, "unpacked_max": UNPACKED_MAX, "ratio_max": RATIO_MAX}
        )
    names = [part.filename.lower() for part in parts]
    for name in names:
        if name.startswith("/") or "\\" in name or ".." in name.split("/") or ":" in name:
            raise SheetError("sheet_unsafe")
        if any(word in name for word in FORBIDDEN):
            raise SheetError("sheet_unsafe")
    if len(set(names)) != len(names) or any(part.flag_bits & 1 for part in parts):
        raise SheetError("sheet_unsafe")


def _require_plain(content: bytes) -> None:
    head = content.lstrip(b"\xef\xbb\xbf \t\r\n")
    declares = b"<!doctype" in content.lower() or b"<!entity" in content.lower()
    if head.startswith(b"<") and (declares or b"\x00" in content):
        raise SheetError("sheet_unsafe")
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise SheetError("sheet_unsafe")
