"""`sutiao sandbox`: simulated courts, centres and platforms as processes of their own."""

from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(
    no_args_is_help=True,
    help="A simulated court, mediation centre or court platform that knows the public interfaces only.",
)

Port = Annotated[int, typer.Option(help="Port on loopback, for whoever plays with it.")]
Config = Annotated[Path, typer.Option(help="JSON file: address of the API, keys, case files.")]


def _run(work: Callable[[Path, int], None], config: Path, port: int) -> None:
    """Run a process until it is ended; a configuration that can not be used is a sentence."""
    from app.commands.outcome import fail
    from app.sandbox.configs import ConfigError

    try:
        work(config, port)
    except ConfigError as error:
        raise fail(str(error)) from None


@app.command("court")
def court(
    config: Config,
    port: Annotated[int, typer.Option(help="Port of the status page on loopback.")],
) -> None:
    """Run a simulated court."""
    from app.sandbox import court as role

    _run(role.run, config, port)


@app.command("centre")
def centre(
    config: Config,
    port: Annotated[int, typer.Option(help="Port of the status page on loopback.")],
) -> None:
    """Run a simulated mediation centre."""
    from app.sandbox import centre as role

    _run(role.run, config, port)


@app.command("platform")
def platform(
    config: Annotated[Path, typer.Option(help="JSON file: app_id, secret, target.")],
    port: Annotated[int, typer.Option(help="Port on loopback.")],
) -> None:
    """Run a simulated court platform that speaks JSON over HTTP, with faults to be switched."""
    from app.sandbox import platform_http

    _run(platform_http.run, config, port)


@app.command("soap")
def soap(
    config: Annotated[Path, typer.Option(help="JSON file: app_id, secret, target.")],
    port: Annotated[int, typer.Option(help="Port on loopback.")],
) -> None:
    """Run a simulated court platform that speaks SOAP, with faults to be switched."""
    from app.sandbox import platform_soap

    _run(platform_soap.run, config, port)


@app.command("gate")
def gate(
    config: Annotated[Path, typer.Option(help="JSON file: folder, names, keys, records, faults.")],
    port: Port,
) -> None:
    """Run a simulated court platform behind a one-way gate, with faults to be switched."""
    from app.sandbox import platform_gate_office

    _run(platform_gate_office.run, config, port)


@app.command("sheets")
def sheets(
    config: Annotated[Path, typer.Option(help="JSON file: folder, titles, form, faults; api and key; target, secret.")],
    port: Port,
) -> None:
    """Run a simulated court whose people exchange sheets, with faults to be switched."""
    from app.sandbox import platform_sheets_http

    _run(platform_sheets_http.run, config, port)
