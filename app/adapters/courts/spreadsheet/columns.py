"""Columns 列: which title of a sheet is which field of ours, and how what people type there is read."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from app.adapters.courts.spreadsheet.sheets import Cell, Row, SheetError
from app.domain.court_platform import Holding
from app.domain.platform_forms import FORMS, Unfit
from app.domain.spreadsheet import KNOWN_WORDS_MAX, CellFault, ReadRow

KEY: Final = "key"
COLUMNS_MAX: Final = 200
FORMS_OF_CELLS: Final = ("text", "integer", "amount", "date", "flag")
HOW_TO_TYPE: Final[Mapping[str, str]] = {
    "text": "文字",
    "integer": "整数",
    "amount": "人民币金额，如 12000.00 或者 12,000元",
    "date": "日期，如 2026-03-02 或者 2026年3月2日",
    "flag": "是、否",
}

_TITLE_MARKS: Final = re.compile(r"[\s*＊]+")
_MONEY: Final = re.compile(
    r"(?:人民币)?\s*¥?\s*"
    r"([+-]?\d{1,3}(?:[, ]\d{3})+(?:\.\d+)?|[+-]?\d{1,4}(?:,\d{4})+(?:\.\d+)?|[^,¥元\s]+)\s*元?"
)
"""A number with signs of money around it; commas only where they part groups of three digits, or of four."""
_DAY: Final = re.compile(
    r"([〇零○一二三四五六七八九]{4})年([一二三四五六七八九]|十[一二]?)月([一二三四五六七八九]|[一二三]?十[一二三四五六七八九]?)日"
)
_DIGITS: Final = {**{sign: n for n, sign in enumerate("〇一二三四五六七八九")}, "零": 0, "○": 0}


@dataclass(frozen=True, slots=True)
class Column:
    """One column.

    Attributes:
        title: What stands above it.
        to: Our field, such as `parties.0.name`; `key` is what makes the row the same row when it comes again.
        form: How it is written: `text`, `integer`, `amount`, `date`, `flag`.
        codes: Their words against our codes; None takes the value as it is.
        note: What a person has to know in order to fill it in; empty where the rest says it.
    """

    title: str
    to: str
    form: str
    codes: Mapping[str, str] | None
    required: bool
    note: str = ""

    @property
    def how(self) -> str:
        """How a person fills it in, in Chinese: the words of its list, its note, or its form."""
        return self.note or ("、".join(self.codes) if self.codes else HOW_TO_TYPE[self.form])


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a sheet, and what stands in every row of it without being written there."""

    columns: tuple[Column, ...]
    constants: Mapping[str, Any]

    @property
    def titles(self) -> Mapping[str, str]:
        """Titles by our field."""
        return {column.to: column.title for column in self.columns}


def columns_of(document: Any) -> Columns:
    """The columns that a JSON document describes.

    Raises:
        ValueError: with the place, where it is not of the documented form.
    """
    if not isinstance(document, Mapping) or set(document) - {"columns", "constants", "codes"}:
        raise ValueError("/")
    lists, rows = document.get("codes", {}), document.get("columns")
    if not isinstance(rows, list) or not 0 < len(rows) <= COLUMNS_MAX:
        raise ValueError("/columns")
    made = tuple(_column(row, lists, f"/columns/{n}") for n, row in enumerate(rows))
    if len({column.title for column in made}) != len(made) or len({column.to for column in made}) != len(made):
        raise ValueError("/columns")
    return Columns(made, dict(document.get("constants", {})))


def _column(row: Any, lists: Mapping[str, Any], at: str) -> Column:
    known = {"title", "to", "as", "codes", "required", "note"}
    if (
        not isinstance(row, Mapping)
        or set(row) - known
        or not all(isinstance(row.get(n), str) for n in ("title", "to"))
    ):
        raise ValueError(at)
    form, codes = row.get("as", "text"), row.get("codes")
    if form not in FORMS_OF_CELLS or (codes is not None and not isinstance(lists.get(codes), Mapping)):
        raise ValueError(f"{at}/as")
    return Column(
        _titled(row["title"]),
        row["to"],
        form,
        None if codes is None else lists[codes],
        row.get("required") is True,
        str(row.get("note", "")),
    )


def read_rows(rows: Iterable[Row], columns: Columns) -> Iterator[ReadRow]:
    """Every row below the titles; a bad one stops none of the others.

    Raises:
        SheetError: `sheet_columns`: a title is missing, double, or none that is known.
    """
    places: dict[int, Column] | None = None
    for row in rows:
        if places is None:
            places = _places(row, columns)
        else:
            yield _read(row, places, columns)


def _places(titles: Row, columns: Columns) -> dict[int, Column]:
    by_title = {column.title: column for column in columns.columns}
    found = {n: _titled(cell.value) for n, cell in enumerate(titles) if cell.value is not None}
    double = sorted(title for title in by_title if list(found.values()).count(title) > 1)
    missing = [column.title for column in columns.columns if column.required and column.title not in found.values()]
    if missing or len(set(found.values())) != len(found) or any(cell.fault for cell in titles):
        raise SheetError("sheet_columns", {"missing": missing[:KNOWN_WORDS_MAX], "double": double[:KNOWN_WORDS_MAX]})
    return {n: by_title[title] for n, title in found.items() if title in by_title}


def _read(row: Row, places: Mapping[int, Column], columns: Columns) -> ReadRow:
    values: dict[str, Any] = {}
    faults, cells = list[CellFault](), dict[str, str]()
    number = int(re.sub(r"\D", "", row[0].at))
    for place, column in places.items():
        cell = row[place] if place < len(row) else Cell(f"?{number}", None)
        cells[column.to] = cell.at
        try:
            value = _value(cell, column)
        except Unfit as unfit:
            faults.append(_fault(cell, str(unfit) or "cell_unreadable", column))
            continue
        if value is not None:
            values[column.to] = value
    key = values.pop(KEY, None)
    filled = {name.rpartition(".")[0] for name in values}
    for name, value in columns.constants.items():
        group = name.rpartition(".")[0]
        if not re.search(r"\d", group) or group in filled:
            values.setdefault(name, value)
    return ReadRow(number, key, _nested(values), cells, tuple(faults), columns.titles)


def _fault(cell: Cell, code: str, column: Column) -> CellFault:
    """A fault; of a word that is in no list, with the words that are."""
    words = tuple(column.codes or ()) if code == "cell_unknown_code" else ()
    shown = words[:KNOWN_WORDS_MAX]
    return CellFault(cell.at, code, column.to, (*shown, "…") if len(words) > len(shown) else shown)


def _value(cell: Cell, column: Column) -> Any:
    """Raises `Unfit` with the code of what is wrong."""
    if cell.fault is not None:
        raise Unfit(cell.fault)
    if cell.value is None:
        if column.required:
            raise Unfit("cell_missing")
        return None
    if column.codes is not None:
        if cell.value not in column.codes:
            raise Unfit("cell_unknown_code")
        return column.codes[cell.value]
    return FORMS[column.form](_typed(cell.value, column.form))


def _typed(text: str, form: str) -> str:
    """What people type, as a program would write it: full-width digits, Chinese days, signs of money.

    Raises `Unfit` for digits above or below the line and in circles, which would become others beside them.
    """
    if form == "text":
        return text
    if any(unicodedata.category(sign) == "No" for sign in text):
        raise Unfit
    narrow = (
        unicodedata.normalize("NFKC", text).replace("O", "〇")
        if form == "date"
        else unicodedata.normalize("NFKC", text)
    )
    if form in {"amount", "integer"}:
        told = _MONEY.fullmatch(narrow)
        return narrow if told is None else re.sub("[, ]", "", told[1])
    found = _DAY.fullmatch(narrow) if form == "date" else None
    if found is None:
        return narrow.replace(" ", "") if form == "date" else narrow
    year = "".join(str(_DIGITS[sign]) for sign in found[1])
    return f"{year}-{_below_hundred(found[2]):02}-{_below_hundred(found[3]):02}"


def _below_hundred(text: str) -> int:
    tens, ten, ones = text.partition("十")
    if not ten:
        return _DIGITS[text]
    return 10 * (_DIGITS[tens] if tens else 1) + (_DIGITS[ones] if ones else 0)


def _nested(values: Mapping[str, Any]) -> dict[str, Any]:
    """Fields such as `parties.0.name` as objects and arrays; numbers that are left out close up."""
    nested: dict[str, Any] = {}
    for name, value in values.items():
        *way, last = name.split(".")
        node = nested
        for step in way:
            node = node.setdefault(step, {})
        node[last] = value
    closed = _arrays(nested)
    return dict(closed)


def _arrays(node: Any) -> Any:
    if not isinstance(node, dict):
        return node
    inner = {name: _arrays(value) for name, value in node.items()}
    if inner and all(name.isdigit() for name in inner):
        return [inner[name] for name in sorted(inner, key=int)]
    return inner


def _titled(text: str) -> str:
    return _TITLE_MARKS.sub("", text)


def held(rows: Iterable[ReadRow]) -> Iterator[Holding]:
    """What a list that a platform exported says it holds.

    Fields are `reference`, `state`, `procedure`, `amount`, and `duties.<name>`, of which a column that stands there
    tells for every row whether it is there.
    Rows that can not be read are left out; the caller shows their faults.
    """
    for row in rows:
        reference = row.body.get("reference")
        if row.faults or not isinstance(reference, str):
            continue
        duties = row.body.get("duties", {})
        told = frozenset(name for name, value in duties.items() if value not in (None, "", False))
        columns = frozenset(name.partition(".")[2] for name in row.cells if name.startswith("duties."))
        yield Holding(
            reference,
            row.body.get("state"),
            row.body.get("amount"),
            told,
            told_duties=columns,
            procedure=row.body.get("procedure"),
        )
