"""`sutiao platform`: configuration of platforms of courts, from reviewed files."""

from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from app.commands.options import After, AsJson, DryRun, Limit
from app.commands.outcome import fail

if TYPE_CHECKING:
    from pydantic import ValidationError

app = typer.Typer(no_args_is_help=True, help="Platforms of courts: which adapter speaks to them, and how.")

gate = typer.Typer(no_args_is_help=True, help="Exchange of files with platforms behind a one-way gate 网闸.")

FILE_BYTES_MAX = 4 * 1024 * 1024


@app.command("add")
def add(
    file: Annotated[Path, typer.Argument(help="JSON of the row, as POST /v1/court-platforms takes it.")],
    as_json: AsJson = False,
    dry_run: DryRun = False,
) -> None:
    """Add a configuration row; with a code that is known it takes the place of the earlier rows."""
    from pydantic import ValidationError

    from app.commands import registry_work
    from app.commands.outcome import settings
    from app.domain.outbound import NoOutbound
    from app.domain.platform_port import NoFeed
    from app.routers.platforms import wish_of
    from app.routers.schemas.platforms import PlatformRequest
    from app.services import platforms
    from app.wiring import platforms_of

    try:
        if file.stat().st_size > FILE_BYTES_MAX:
            raise fail("The file is larger than any configuration.")
        body = PlatformRequest.model_validate_json(file.read_bytes())
    except OSError as error:
        raise fail(f"{file} can not be read.") from error
    except ValidationError as error:
        raise fail(_misread(file, error)) from None
    outside = platforms_of(settings(), NoOutbound(), NoFeed())
    registry_work.write(
        lambda ports, envelope: platforms.register(ports, outside, envelope, wish_of(body)),
        as_json=as_json,
        dry_run=dry_run,
    )


def _misread(file: Path, error: "ValidationError") -> str:
    """What is wrong with a file: the places first, then a line for each."""
    from app.routers.faults import faults_of
    from app.routers.problems import field_sentence_of
    from app.routers.requests import errors_of

    faults = {each.pointer.strip("/").replace("/", ".") or "the file": each for each in faults_of(errors_of(error))}
    lines = [
        f"  {place}: {field_sentence_of(fault, 'zh')} {field_sentence_of(fault, 'en')}"
        for place, fault in sorted(faults.items())
    ]
    return "\n".join([f"{file} is not of the documented form: {', '.join(sorted(faults))}.", *lines, *_hints(faults)])


def _hints(places: Collection[str]) -> list[str]:
    empty = 'A platform of dialect by_hand has an empty one: "mapping": {}.'
    return [f"  {empty} See docs/adapters.md."] if "mapping" in places else []


@app.command("list")
def list_rows(after: After = None, limit: Limit = 50, as_json: AsJson = False) -> None:
    """List configuration rows, newest first; secrets are nowhere."""
    from app.commands import registry_work

    registry_work.show_platforms(after=after, limit=limit, as_json=as_json)


@app.command("show")
def show(code: Annotated[str, typer.Argument(help="Code of the platform.")], as_json: AsJson = False) -> None:
    """Show a platform as it is today: what was refused at its door, and when the certificate that we show it ends."""
    from app.commands import registry_work

    registry_work.show_platform(code, as_json=as_json)


@app.command("outbox")
def outbox(
    code: Annotated[str, typer.Argument(help="Code of the platform.")],
    state: Annotated[str | None, typer.Option(help="Only these: waiting, delivered, processed, parked.")] = None,
    after: After = None,
    limit: Limit = 50,
    as_json: AsJson = False,
) -> None:
    """List what goes to a platform, newest first: how often it was tried, why it waits, and when it is tried next."""
    from app.commands import platform_work

    platform_work.show_outbox(code, state=state, after=after, limit=limit, as_json=as_json)


@app.command("catch-up")
def catch_up(code: Annotated[str, typer.Argument(help="Code of the platform.")], as_json: AsJson = False) -> None:
    """Make up for what a platform was not told before its court's feed was cut off (`feed_cut`)."""
    from app.commands import platform_work

    platform_work.catch_up(code, as_json=as_json)


@gate.command("run")
def run_gate(
    seconds: Annotated[float, typer.Option(min=0, help="Pause between two rounds; 0 for one round only.")] = 0,
) -> None:
    """Put out what waits and take in what came, for every platform; what a worker does, for a host of its own.

    What is refused of one platform ends a command for one round alone, and only once everything had its turn.
    """
    import asyncio

    from app.bootstrap import require_database
    from app.commands.outcome import once, sentence_of, settings
    from app.domain.errors import Refusal
    from app.jobs.platforms import fetch, tell
    from app.wiring import wired

    known = settings()
    require_database(known)

    async def rounds() -> None:
        async with wired(known, application_name="sutiao gate") as parts:
            while True:
                refused = list[Refusal]()
                for name, work in (("outbox", tell), ("pull", fetch)):
                    try:
                        count, reasons = await work(parts.ports, parts.platforms, known.platform_batch)
                    except Refusal as refusal:
                        refused.append(refusal)
                        typer.echo(f"{name}: {sentence_of(refusal)}", err=True)
                        continue
                    typer.echo(f"{name}: {count}{''.join(f' {reason}' for reason in reasons)}")
                if not seconds:
                    if refused:
                        raise refused[0]
                    return
                await asyncio.sleep(seconds)

    once(rounds())
