"""Rows of spreadsheets 表格批量: what was read of each, what became of it, and who reads and writes such files."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Final, Protocol
from uuid import UUID

KNOWN_WORDS_MAX: Final = 20
"""Most words of a list that are told beside a cell whose word is not in it."""


class SheetKind(StrEnum):
    """Whose sheet it is: courts and referring bodies hand over, organisations take in what parties apply for."""

    DELEGATION = "delegation"
    SUBMISSION = "submission"


class FileForm(StrEnum):
    """As which kind of file a sheet is written."""

    XLSX = "xlsx"
    CSV = "csv"


@dataclass(frozen=True, slots=True)
class CellFault:
    """What is wrong with a cell.

    Attributes:
        at: Where it stands, such as `C7`.
        code: Stable; of `CELL_SENTENCES`.
        to: The field that it was to become.
        known: Words of its list, where that is what is wrong; at most `KNOWN_WORDS_MAX`.
    """

    at: str
    code: str
    to: str
    known: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadRow:
    """One row in our words, or what is wrong with it.

    Attributes:
        number: Of the row in the file, from 1.
        key: What the sheet calls it.
        cells: Address of the cell by our field.
        titles: What stands above it, by our field.
    """

    number: int
    key: str | None
    body: Mapping[str, Any] = field(repr=False)
    cells: Mapping[str, str]
    faults: tuple[CellFault, ...]
    titles: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class RowFault:
    """One thing that is wrong with a row.

    Attributes:
        code: Of `CELL_SENTENCES`, of a field, or of a refusal.
        pointer: Of the field, as a request of the API would have it; empty where it is about no field.
        cell: Where it stands; empty where no column becomes that field.
        column: What stands above it; empty as `cell`.
        expected: What would have been right, in short.
    """

    code: str
    pointer: str = ""
    cell: str = ""
    column: str = ""
    expected: str | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of one row.

    Attributes:
        number: Of the row in the file.
        key: What the sheet calls it.
        code: Of the refusal; None where the row was accepted.
        referral_id: Of the referral that it is; None where it was refused, or only rehearsed.
        referral_number: As `referral_id`.
        warnings: Codes of what the receipt warns of.
        faults: What the refusal is about, cell by cell.
        facts: Of the refusal.
    """

    number: int
    key: str
    code: str | None = None
    referral_id: UUID | None = None
    referral_number: str | None = None
    warnings: tuple[str, ...] = ()
    faults: tuple[RowFault, ...] = ()
    facts: Mapping[str, Any] = field(default_factory=dict)

    @property
    def accepted(self) -> bool:
        """Whether there is a referral for it, or would be one."""
        return self.code is None


@dataclass(frozen=True, slots=True)
class VerdictLine:
    """A verdict as people read it in a file: one text for each column."""

    number: int
    key: str
    result: str
    referral_number: str
    code: str
    cells: str
    sentence: str


class SpreadsheetFiles(Protocol):
    """Reads and writes the files of spreadsheet programs. Nothing in them is evaluated."""

    async def template(self, kind: SheetKind, form: FileForm) -> bytes:
        """An empty sheet with its titles, a star at what is required; a second one of XLSX says how to fill it in."""
        ...

    async def rows(self, kind: SheetKind, raw: bytes, *, rows_max: int) -> tuple[ReadRow, ...]:
        """The rows of a file.

        Refuses with `sheet_malformed`, `sheet_too_large`, `sheet_columns`, `sheet_old_format`, `sheet_unsafe`.
        """
        ...

    async def verdicts(self, lines: Iterable[VerdictLine], form: FileForm) -> bytes:
        """The verdicts as a file, in which no text can become a formula."""
        ...


CELL_SENTENCES: Final[Mapping[str, tuple[str, str]]] = {
    "cell_formula": ("单元格是公式，请改为所要填写的内容。", "The cell is a formula; write what it comes to."),
    "cell_too_long": ("单元格内容过长。", "The cell holds too much."),
    "cell_number_rounded": (
        "数字过长，表格程序已将其舍入，请以文本格式填写。",
        "The number is so long that the spreadsheet program rounded it; write it as text.",
    ),
    "cell_missing": ("必填单元格为空。", "The cell is required and empty."),
    "cell_unknown_code": (
        "单元格的写法不在可用的写法之列。",
        "The list of words for this cell does not have that one.",
    ),
    "cell_unknown_organisation": (
        "没有以此为名称或者登记号的调解组织；名称须与登记的完全一致。",
        "No organisation has that name or id; a name is written exactly as it is registered.",
    ),
    "cell_unreadable": (
        "单元格的写法不能识别，如日期应写作 2026-03-02 或 2026年3月2日。",
        "The cell can not be read; a day, for one, is written 2026-03-02 or 2026年3月2日.",
    ),
    "key_twice": (
        "本文件前面已有一行使用同一编号，只处理前面的一行；请为本行另取编号。",
        "An earlier row of the file has the same key, and only that one is judged: give this row a key of its own.",
    ),
}
"""What a person should do about a cell, in Chinese and English, by the code of what is wrong with it."""


def words_of(known: Sequence[str]) -> str | None:
    """Words of a list as one text; None where there are none."""
    return "、".join(known) or None
