"""`sutiao spreadsheet`: batches for courts without a system, and lists that platforms export."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from app.commands.outcome import fail

if TYPE_CHECKING:
    from app.adapters.courts.spreadsheet.columns import Columns
    from app.domain.spreadsheet import ReadRow

app = typer.Typer(no_args_is_help=True, help="Spreadsheets 表格: template, import with a verdict for each row, lists.")

STANDARD = Path(__file__).parents[1] / "data" / "spreadsheets" / "delegation.json"
COLUMNS_BYTES_MAX = 1024 * 1024

ColumnsFile = Annotated[Path, typer.Option("--columns", help="JSON of the columns; the standard ones if left out.")]


@app.command("template")
def template(
    file: Annotated[Path, typer.Argument(help="XLSX file to write.")], columns: ColumnsFile = STANDARD
) -> None:
    """Write an empty sheet with the titles; a star marks what is required."""
    from app.adapters.courts.spreadsheet.files import template as made

    if file.suffix.lower() != ".xlsx":
        raise fail("The template is a workbook: name a file that ends in .xlsx.")
    file.write_bytes(made(_columns(columns)))


@app.command("import")
def import_rows(
    file: Annotated[Path, typer.Argument(help="CSV or XLSX.")],
    platform: Annotated[str, typer.Option(help="Code of the platform of the court that refers.")],
    verdicts: Annotated[Path, typer.Option(help="File for the verdicts: .csv or .xlsx.")],
    columns: ColumnsFile = STANDARD,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Check everything, do nothing.")] = False,
) -> None:
    """Open a referral for each row. The same file again opens nothing twice."""
    from app.adapters.courts.spreadsheet.files import verdicts_csv, verdicts_xlsx
    from app.commands.registry_work import act
    from app.domain.court_platform import PlatformCode
    from app.routers.platform_wishes import interpreter
    from app.services.spreadsheets import take

    write = {".csv": verdicts_csv, ".xlsx": verdicts_xlsx}.get(verdicts.suffix.lower())
    if write is None:
        raise fail("The file for verdicts ends in .csv or .xlsx.")
    rows = _rows(file, _columns(columns))
    done = act(
        lambda ports, caller: take(ports, caller, PlatformCode(platform), rows, interpreter(ports), dry_run=dry_run),
    )
    verdicts.write_bytes(write(done))
    taken = sum(each.referral_number is not None for each in done)
    typer.echo(f"rows: {len(done)}\naccepted: {taken}\nrefused: {len(done) - taken}")


@app.command("held")
def held_by_them(
    file: Annotated[Path, typer.Argument(help="CSV or XLSX that the platform exported.")],
    columns: Annotated[Path, typer.Option(help="JSON of its columns: reference, state, amount, duties.<name>.")],
) -> None:
    """Print what a platform's own list says it holds, one JSON object a line."""
    import orjson

    from app.adapters.courts.spreadsheet.columns import held

    rows = _rows(file, _columns(columns))
    for each in held(rows):
        told = {"reference": each.reference, "state": each.state, "amount": each.amount, "duties": sorted(each.duties)}
        typer.echo(orjson.dumps(told).decode())
    for row in rows:
        for fault in row.faults:
            typer.echo(f"{fault.at}: {fault.code}", err=True)


def _columns(path: Path) -> "Columns":
    import json

    from app.adapters.courts.spreadsheet.columns import columns_of

    try:
        return columns_of(json.loads(_read(path, COLUMNS_BYTES_MAX)))
    except ValueError as error:
        raise fail(f"{path} is not of the documented form: {error}.") from None


def _rows(path: Path, columns: "Columns") -> "list[ReadRow]":
    from app.adapters.courts.spreadsheet.columns import read_rows
    from app.adapters.courts.spreadsheet.sheets import BYTES_MAX, SheetError, rows_of

    try:
        return list(read_rows(rows_of(_read(path, BYTES_MAX)), columns))
    except SheetError as error:
        raise fail(f"{path} can not be used: {error.reason}.") from None


def _read(path: Path, most: int) -> Any:
    try:
        if path.stat().st_size > most:
            raise fail(f"{path} is too large.")
        return path.read_bytes()
    except OSError as error:
        raise fail(f"{path} can not be read.") from error
