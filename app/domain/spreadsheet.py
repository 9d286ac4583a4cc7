"""Rows of spreadsheets 表格批量: what was read of each, and what became of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final


@dataclass(frozen=True, slots=True)
class CellFault:
    """What is wrong with a cell: where it stands, the stable code, and the field it was to become."""

    at: str
    code: str
    to: str


@dataclass(frozen=True, slots=True)
class ReadRow:
    """One row in our words, or what is wrong with it.

    Attributes:
        number: Of the row in the file, from 1.
        cells: Address of the cell by our field.
    """

    number: int
    key: str | None
    body: Mapping[str, Any]
    cells: Mapping[str, str]
    faults: tuple[CellFault, ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of one row.

    Attributes:
        number: Of the row in the file.
        key: What the sheet calls it.
        referral_number: Of the referral that it is; None where it was refused.
        code: Of the refusal, with the cell and a sentence.
    """

    number: int
    key: str
    referral_number: str | None = None
    code: str = ""
    cell: str = ""
    sentence: str = ""


SENTENCES: Final[Mapping[str, str]] = {
    "cell_formula": "单元格是公式，请改为所要填写的内容。",
    "cell_too_long": "单元格内容过长。",
    "cell_number_rounded": "数字过长，表格程序已将其舍入，请以文本格式填写。",
    "cell_missing": "必填单元格为空。",
    "cell_unknown_code": "单元格的写法不在代码表内。",
    "cell_unreadable": "单元格的写法不能识别，如日期应写作 2026-03-02 或 2026年3月2日。",
    "key_twice": "同一文件中编号重复，只收第一行。",
}
"""What a person should do about a cell, by the code of what is wrong with it."""
