"""How commands print what they read: a table for people, lines for a pipe, JSON for programs. Nothing is cut off."""

import sys
from collections.abc import Mapping, Sequence
from typing import Any, Final

import orjson
import typer
from rich.console import Console
from rich.table import Table

LINE_CELLS_MAX: Final = 10_000
"""Wider than any line: a name has two hundred characters, a table eight columns."""


def dump(value: Any) -> None:
    """A value as JSON, for programs."""
    typer.echo(orjson.dumps(value, default=str, option=orjson.OPT_INDENT_2).decode())


def print_table(columns: Sequence[str], rows: Sequence[Mapping[str, Any]]) -> None:
    """Rows under a head of column names, whole: aligned on a terminal, separated by tabs for a program."""
    lines = [[cell(row[column]) for column in columns] for row in rows]
    if not sys.stdout.isatty():
        for line in (columns, *lines):
            typer.echo("\t".join(line))
        return
    table = Table(*columns, box=None, pad_edge=False)
    for line in lines:
        table.add_row(*line)
    wide().print(table, markup=False)


def wide() -> Console:
    """A console that cuts nothing off: a line that is too long goes on in the next one of the terminal."""
    return Console(soft_wrap=True, width=LINE_CELLS_MAX)


def cell(value: Any) -> str:
    """A value as one cell."""
    if value is None:
        return "-"
    if isinstance(value, list):
        return ", ".join(map(cell, value)) or "-"
    if isinstance(value, dict):
        if {"track", "valid_from"} <= value.keys():
            return f"{value['track']} {value['valid_from']}…{value['valid_to'] or ''}"
        if "revoked_at" in value:
            return f"{value['id']} {_state(value)}"
        return ", ".join(f"{name}={cell(item)}" for name, item in value.items()) or "-"
    return str(value)


def _state(key: Mapping[str, Any]) -> str:
    if key["revoked_at"] is not None:
        return "revoked"
    return "live" if key["expires_at"] is None else f"expires {key['expires_at'].isoformat(timespec='seconds')}"
