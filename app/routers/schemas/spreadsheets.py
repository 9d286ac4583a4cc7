"""Spreadsheets 表格批量: what became of each row of one."""

from enum import StrEnum
from typing import Literal

from pydantic import Field

from app.routers.schemas.common import Id, View
from app.routers.schemas.problem import Problem
from app.routers.schemas.receipt import Warnings

ROW_NUMBER = Field(description="Of the row in the file, from 1; the titles are row 1 where nothing stands above them.")
KEY = Field(description="What the sheet calls the row; empty where it calls it nothing.")


class RowOutcome(StrEnum):
    """What became of a row."""

    ACCEPTED = "accepted"
    REFUSED = "refused"


class RowCell(View):
    """A cell that `errors` of the problem is about."""

    pointer: str = Field(description="As in `errors`.")
    column: str = Field(description="The title above it.")
    cell: str = Field(description="Where it stands, such as `C7`.")


class SheetRow(View):
    """What became of one row: a referral, or the refusal."""

    row: int = ROW_NUMBER
    key: str = KEY
    outcome: RowOutcome
    referral_id: Id | None
    number: str | None = Field(description="Of the referral.")
    warnings: Warnings
    problem: Problem | None = Field(description="As if the row had been a request of its own.")
    cells: tuple[RowCell, ...]


class SheetReceipt(View):
    """One verdict for each row, in the order of the file. Each took effect, or was refused, on its own."""

    row_count: int
    accepted_count: int
    refused_count: int
    rows: tuple[SheetRow, ...]


class SheetRehearsal(SheetReceipt):
    """What the file with `dry_run=true` would have come to; no row has a referral."""

    dry_run: Literal[True]
