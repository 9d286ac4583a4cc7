"""`sutiao calendar`: holidays and make-up workdays, for whoever runs the service."""

from pathlib import Path
from typing import Annotated
from urllib.parse import urlsplit

import typer

from app.commands.outcome import fail, once, settings

app = typer.Typer(no_args_is_help=True, help="Holidays and make-up workdays.")


@app.callback()
def _group() -> None:
    """Holidays and make-up workdays."""


@app.command("load")
def load(
    days: Annotated[
        Path | None, typer.Argument(help="A CSV file (date, kind, name) with the days of one more year.")
    ] = None,
    year: Annotated[int | None, typer.Option("--year", help="The year of that file.")] = None,
    notice: Annotated[str | None, typer.Option("--notice", help="Address of the State Council's notice.")] = None,
) -> None:
    """Load the project's holidays and notices, with all other reference data, or the days of one more year.

    May be run again. The worker then computes provisional last days anew.
    """
    from app.adapters.calendar_file import read_year
    from app.bootstrap import load_reference_data, load_year

    if days is None:
        loaded = once(load_reference_data(settings()))
    elif year is None or not notice:
        raise fail("Say --year and --notice with the file.")
    elif not _is_address(notice):
        raise fail(f"--notice: {notice} is no address; give the page of the notice, as https://www.gov.cn/…")
    else:
        try:
            found = read_year(days, year, notice)
        except (OSError, ValueError) as error:
            raise fail(f"{days}: {error}") from error
        loaded = once(load_year(settings(), found))
    for line in loaded:
        typer.echo(line)


def _is_address(text: str) -> bool:
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.hostname) and not any(map(str.isspace, text))
