"""What a form is made of, before anybody knows as which kind of file it is written: a title and blocks of text."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

_NOT_IN_XML: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Heading:
    """A line that opens a part."""

    text: str


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph."""

    text: str


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: a head and rows of as many cells."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


Block = Heading | Line | Grid


@dataclass(frozen=True, slots=True)
class Sheet:
    """One form, filled in."""

    title: str
    blocks: tuple[Block, ...]


def writable(text: str) -> str:
    """A text without what no XML can hold, of which workbooks and documents are made."""
    return _NOT_IN_XML.sub("", text)


def plain_text(sheet: Sheet) -> str:
    """All that a sheet says, line by line."""
    return "\n".join([sheet.title, *(text for block in sheet.blocks for text in _texts(block))])


def _texts(block: Block) -> Iterable[str]:
    if isinstance(block, Grid):
        return [" ".join(row) for row in (block.head, *block.rows)]
    return [block.text]
