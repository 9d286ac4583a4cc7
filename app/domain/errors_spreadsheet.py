"""Refusals of spreadsheets as a whole, and of one row: code, Chinese, English. `errors.py` makes them one catalogue."""

from typing import Final

from app.domain.errors_lifecycle import Rows

WRONG: Final[Rows] = (
    (
        "sheet_malformed",
        "该文件不是可读的 CSV 或 XLSX 表格。",
        "The file is no CSV or XLSX that can be read.",
    ),
    (
        "sheet_columns",
        "表头不符：必填列缺失或列名重复，见 facts；请使用模板的列名。",
        "The titles do not fit: a required one is missing or one stands twice, see facts; use those of the template.",
    ),
    (
        "sheet_old_format",
        "不支持 .xls 旧格式，请另存为 .xlsx 或 CSV。",
        "The old format .xls is not read; save it as .xlsx or CSV.",
    ),
    (
        "sheet_unsafe",
        "文件含宏、外部链接、嵌入对象、实体或可疑路径，未作读取。",
        "The file holds macros, links, embedded objects, entities or suspicious paths; it was not read.",
    ),
    (
        "sheet_row_invalid",
        "该行有单元格需要改正，见 errors。",
        "Cells of this row have to be put right; errors says which.",
    ),
)
"""Well-formed as a request, and wrong as a file."""

TOO_LARGE: Final[Rows] = (
    (
        "sheet_too_large",
        "表格超出允许的行数、列数或解压后大小，上限见 facts；请分成几个文件。",
        "The sheet has more rows, columns or unpacked bytes than are taken, see facts; split it.",
    ),
)

BY_FAMILY: Final = (("invalid", WRONG), ("too_large", TOO_LARGE))
