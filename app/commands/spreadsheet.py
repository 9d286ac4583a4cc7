"""`sutiao spreadsheet`: batches for courts without a system, and lists that platforms export."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from app.commands.outcome import fail

if TYPE_CHECKING:
    from app.adapters.courts.spreadsheet.columns import Columns
    from app.domain.spreadsheet import FileForm, ReadRow

app = typer.Typer(no_args_is_help=True, help="Spreadsheets 表格: template, import with a verdict for each row, lists.")

STANDARD = Path(__file__).parents[1] / "data" / "spreadsheets" / "delegation.json"
COLUMNS_BYTES_MAX = 1024 * 1024

ColumnsFile = Annotated[Path, typer.Option("--columns", help="JSON of the columns; the standard ones if left out.")]


@app.command("template")
def template(
    file: Annotated[Path, typer.Argument(help="File to write: .xlsx or .csv.")], columns: ColumnsFile = STANDARD
) -> None:
    """Write an empty sheet with the titles; a star marks what is required."""
    from app.adapters.courts.spreadsheet.files import template as made

    file.write_bytes(made(_columns(columns), _form_of(file)))


@app.command("import")
def import_rows(
    file: Annotated[Path, typer.Argument(help="CSV or XLSX.")],
    platform: Annotated[str, typer.Option(help="Code of the platform of the court that refers.")],
    verdicts: Annotated[Path, typer.Option(help="File for the verdicts: .csv or .xlsx.")],
    columns: ColumnsFile = STANDARD,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Check everything, do nothing.")] = False,
) -> None:
    """Open a referral for each row. The same file again opens nothing twice."""
    from app.adapters.courts.spreadsheet.files import verdicts_of
    from app.commands.registry_work import act
    from app.domain.court_platform import PlatformCode
    from app.routers.platform_wishes import interpreter
    from app.routers.spreadsheets import lines_of
    from app.services.spreadsheets import take

    form = _form_of(verdicts)
    rows = _rows(file, _columns(columns))
    done = act(
        lambda ports, caller: take(ports, caller, PlatformCode(platform), rows, interpreter(ports), dry_run=dry_run),
    )
    verdicts.write_bytes(verdicts_of(lines_of(done), form))
    taken = sum(each.accepted for each in done)
    typer.echo(f"rows: {len(done)}\naccepted: {taken}\nrefused: {len(done) - taken}")


@app.command("held")
def held_by_them(
    file: Annotated[Path, typer.Argument(help="CSV or XLSX that the platform exported.")],
    columns: Annotated[Path, typer.Option(help="JSON of its columns: reference, state, amount, duties.<name>.")],
) -> None:
    """Print what a platform's own list says it holds, one JSON object a line."""
    import orjson

    from app.adapters.courts.spreadsheet.columns import held
    from app.domain.spreadsheet import words_of

    rows = _rows(file, _columns(columns))
    for each in held(rows):
        told = {"reference": each.reference, "state": each.state, "amount": each.amount, "duties": sorted(each.duties)}
        typer.echo(orjson.dumps(told).decode())
    for row in rows:
        for fault in row.faults:
            known = f" ({words})" if (words := words_of(fault.known)) else ""
            typer.echo(f"{fault.at}: {fault.code}{known}", err=True)


def _form_of(path: Path) -> "FileForm":
    """The form that the name of a file to be written asks for."""
    from app.domain.spreadsheet import FileForm

    try:
        return FileForm(path.suffix.lower().removeprefix("."))
    except ValueError:
        raise fail(f"Name a file that ends in .csv or .xlsx: {path} does not.") from None


def _columns(path: Path) -> "Columns":
    import json

    from app.adapters.courts.spreadsheet.columns import columns_of

    try:
        return columns_of(json.loads(_read(path, COLUMNS_BYTES_MAX)))
    except ValueError as error:
        raise fail(f"{path} is not of the documented form: {error}.") from None


def _rows(path: Path, columns: "Columns") -> "list[ReadRow]":
    from app.adapters.courts.spreadsheet.sheets import BYTES_MAX, ROWS_MAX
    from app.adapters.courts.spreadsheet.workbooks import read
    from app.domain.errors import Refusal

    try:
        return list(read(_read(path, BYTES_MAX), columns, ROWS_MAX))
    except Refusal as refusal:
        facts = "".join(f" {name}: {fact}" for name, fact in refusal.facts.items() if fact)
        raise fail(f"{path} can not be used: {refusal.code}. {refusal.sentence.en}{facts}") from None


def _read(path: Path, most: int) -> Any:
    try:
        if path.stat().st_size > most:
            raise fail(f"{path} is too large.")
        return path.read_bytes()
    except OSError as error:
        raise fail(f"{path} can not be read.") from error
