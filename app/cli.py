"""`sutiao`: everything that a person types. Thin: each command reads settings, calls one thing, prints what came of it.

Imports stand inside the commands, so that `sutiao due-date` does not load a web server.
"""

import asyncio
import gc
import os
from collections.abc import Coroutine, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.console import Console
from typer.exceptions import TyperException

from app.commands import (
    calendar_years,
    documents,
    feed,
    kit,
    platforms,
    receipts,
    registry,
    sandbox,
    signing_keys,
    spreadsheet,
    webhooks,
)
from app.commands.outcome import COULD_NOT
from app.commands.outcome import fail as _fail
from app.commands.outcome import once as _once
from app.commands.outcome import refused as _refused
from app.commands.outcome import run as _run
from app.commands.outcome import settings as _settings

if TYPE_CHECKING:
    from app.domain.calendar import Calendar
    from app.domain.deadlines import Due
    from app.settings import Settings

app = typer.Typer(
    no_args_is_help=True, add_completion=False, help="诉调对接: courts and mediation organisations hand disputes over."
)
reference = typer.Typer(no_args_is_help=True, help="Code lists, causes, codes of courts and regions, the calendar.")
app.add_typer(sandbox.app, name="sandbox")
app.add_typer(calendar_years.app, name="calendar")
app.add_typer(reference, name="reference")
app.add_typer(registry.app, name="registry")
app.add_typer(documents.app, name="documents")
app.add_typer(feed.app, name="feed")
app.add_typer(kit.conformance, name="conformance")
app.add_typer(signing_keys.app, name="signing-keys")
app.command()(kit.listen)
app.add_typer(platforms.app, name="platform")
app.command("verify-receipt")(receipts.verify_receipt)
app.add_typer(platforms.gate, name="gate")
app.add_typer(spreadsheet.app, name="spreadsheet")
app.add_typer(webhooks.app, name="webhook")

YOUNG_OBJECTS = 50_000
"""So many new objects a worker lets be before they are looked at; some 30 MiB at most."""

ROOT = Path(__file__).resolve().parent.parent
CONTRACT = ROOT / "openapi" / "openapi.json"
LIFECYCLE = ROOT / "docs" / "lifecycle.md"
RACES = ROOT / "docs" / "races.md"
SOURCES = ROOT / "docs" / "legal-sources.md"
CODE_LISTS = ROOT / "docs" / "code-lists.md"
REAL_CASES = ROOT / "docs" / "real-cases.md"
CATALOGUE = ROOT / "migrations" / "schema.txt"

BROKEN = 1
ENDED_BY_SIGTERM = 143
"""Exit statuses: an invariant does not hold; as a shell reports signal 15."""


def main() -> None:
    """Entry point of the console script; a command that is typed wrongly ends with one sentence."""
    try:
        status = app(prog_name="sutiao", standalone_mode=False)
    except TyperException as error:
        raise SystemExit(_mistyped(error)) from error
    raise SystemExit(status)


def _mistyped(error: TyperException) -> int:
    """Exit status of a command that is typed wrongly; a group without a command has shown its help already."""
    sentence = error.format_message().replace("Value error, ", "").replace("%Y-%m-%d", "YYYY-MM-DD").rstrip(".")
    if sentence:
        path = getattr(getattr(error, "ctx", None), "command_path", "sutiao")
        _fail(f"{sentence}. See `{path} --help`.")
    return COULD_NOT


def _supervise(work: Coroutine[Any, Any, int]) -> int:
    """Run something that keeps processes up; its exit status."""
    from app.adapters.database.embedded_place import EmbeddedServerError
    from app.supervisor import PortInUseError

    try:
        return asyncio.run(work)
    except asyncio.CancelledError:
        return ENDED_BY_SIGTERM
    except (EmbeddedServerError, PortInUseError) as error:
        raise _fail(str(error)) from error


@app.command()
def serve(
    host: Annotated[str | None, typer.Option(help="Address to listen on; the setting otherwise.")] = None,
    port: Annotated[int | None, typer.Option(help="Port to listen on; the setting otherwise.")] = None,
) -> None:
    """Answer the HTTP API."""
    with _uncollected():
        from app import log
        from app.main import create_app
        from app.rotation import require_keys
        from app.serving.http_server import serve as answer

        settings = _settings()
        if settings.database_url is None:
            raise _fail("DATABASE_URL is not set. `sutiao run` starts an embedded database together with the service.")
        _once(require_keys(settings))
        log.configure(settings.log_level, json=settings.log_json)
        application = create_app(settings)
    answer(application, host=host or settings.bind_host, port=port or settings.port)


@app.command()
def worker() -> None:
    """Place events in feeds and let time act."""
    with _uncollected():
        from app import log
        from app.worker import run_worker

        settings = _settings()
        if settings.database_url is None:
            raise _fail("DATABASE_URL is not set. `sutiao run` starts an embedded database together with the worker.")
        log.configure(settings.log_level, json=settings.log_json)
    gc.set_threshold(YOUNG_OBJECTS)  # Hundreds of deliveries are under way at once; each was looked at again and again.
    _run(run_worker(settings))


@contextmanager
def _uncollected() -> Iterator[None]:
    """What is made at the start lives to the end; the garbage collector need not look at it, now or later."""
    gc.disable()
    try:
        yield
        gc.freeze()
    finally:
        gc.enable()


@app.command()
def migrate() -> None:
    """Bring the database to the newest shape. Needs SUTIAO_OWNER_DATABASE_URL, or starts the embedded database."""
    from app.adapters.database import migrate as runner
    from app.supervisor import supervised_database

    async def work(settings: "Settings") -> str | None:
        async with supervised_database(*_database_of(settings), shared=True) as urls:
            if urls.owner_url is None:
                raise _fail("SUTIAO_OWNER_DATABASE_URL is not set: migrations run as the owner.")
            await runner.upgrade(urls.owner_url)
            return await runner.current(urls.owner_url)

    typer.echo(f"at revision {_once(work(_settings()))}")


def _database_of(settings: "Settings") -> tuple[Path, str | None, str | None]:
    app_url = None if settings.database_url is None else settings.database_url.get_secret_value()
    owner_url = None if settings.owner_database_url is None else settings.owner_database_url.get_secret_value()
    return settings.data_dir, app_url, owner_url


@app.command()
def bootstrap(
    roles: Annotated[
        bool,
        typer.Option("--roles", help="First make the two roles and the database; reads SUTIAO_SUPERUSER_DATABASE_URL."),
    ] = False,
) -> None:
    """Load code lists and the calendar, and print the first operator key, once."""
    from app.bootstrap import first_key, make_roles_from

    settings = _settings()
    if roles:
        superuser_url = os.environ.get("SUTIAO_SUPERUSER_DATABASE_URL")
        if superuser_url is None:
            raise _fail("SUTIAO_SUPERUSER_DATABASE_URL is not set: only a superuser makes roles.")
        _once(make_roles_from(superuser_url, settings))
        typer.echo("roles and database are ready; run `sutiao migrate`, then `sutiao bootstrap`")
        return
    key = _once(first_key(settings))
    if key is None:
        raise _fail("The first operator key was already given; it cannot be shown again.")
    typer.echo(key)


@app.command()
def verify() -> None:
    """Run the invariants as queries over the database. Exit 1 if one does not hold, 2 if they could not be run."""
    from app.bootstrap import place_of, report_lines, verification

    settings = _settings()
    typer.echo(f"database: {place_of(settings)}")
    report = _once(verification(settings))
    for line in report_lines(report):
        typer.echo(line)
    raise typer.Exit(code=0 if report.clean else BROKEN)


@app.command()
def reencrypt(
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only count fields by column and key.")] = False,
    hashes: Annotated[
        bool, typer.Option("--hashes", help="Compute keyed hashes anew too, after a change of the hash key.")
    ] = False,
    window: Annotated[int, typer.Option(min=1, max=10_000, help="Most rows that are locked at a time.")] = 500,
) -> None:
    """Seal every field with the current key of the ring, beside a running service. Exit 1 if some could not be."""
    from app.rotation import Progress, reencrypted, report_lines

    outcome = _once(
        reencrypted(_settings(), dry_run=dry_run, hashes=hashes, window_rows=window, told=Progress(typer.echo))
    )
    for line in report_lines(outcome):
        typer.echo(line)
    raise typer.Exit(code=0 if outcome.complete or dry_run else BROKEN)


@app.command()
def demo(
    data_dir: Annotated[Path | None, typer.Option(help="Folder to work in; a temporary one otherwise.")] = None,
    only: Annotated[list[str] | None, typer.Option(help="Id of a case; repeat for more. All otherwise.")] = None,
) -> None:
    """Play constructed and published cases end to end between separate processes, then verify."""
    from app.demo import run_demo
    from app.demo.cases import CaseFileError, load_cases

    try:
        cases = load_cases(only or None)
    except CaseFileError as error:
        raise _fail(str(error)) from error
    raise typer.Exit(code=_supervise(run_demo(Console(), data_dir, cases=cases)))


@app.command()
def run() -> None:
    """Keep database, service, worker and sandbox up until Ctrl-C, which is its ordinary end: exit status 0."""
    from app.demo import run_forever

    settings = _settings()
    try:
        status = _supervise(run_forever(Console(), settings))
    except KeyboardInterrupt:
        typer.echo(f"\n已停止，数据保留在 {settings.data_dir.absolute()}。Stopped; the data stay in that folder.")
        status = 0
    raise typer.Exit(code=status)


@app.command("due-date")
def due_date(
    rule: Annotated[str, typer.Argument(help="Id of the period, such as T05.")],
    start: Annotated[datetime, typer.Argument(formats=["%Y-%m-%d"], help="Day of the starting event.")],
) -> None:
    """Print raw end, legal end and source of a period, as the service computes them."""
    from app.adapters.reference_data import load_calendar
    from app.domain.deadlines import due
    from app.domain.errors import Refusal
    from app.domain.periods import RULES
    from app.domain.sources import SOURCES

    rule, calendar = rule.upper(), load_calendar()
    if rule not in RULES:
        raise _fail(f"没有期间 {rule}。There is no such period; the ids are {', '.join(RULES)}.")
    try:
        end = due(rule, start.date(), calendar)
    except Refusal as refusal:
        raise _refused(refusal) from refusal
    row = RULES[rule]
    typer.echo(f"{rule} {row.name_zh} {row.name_en}")
    typer.echo(f"start     {_day(start.date())}")
    typer.echo(f"raw end   {_day(end.raw_end_on)}")
    typer.echo(f"legal end {_last_day(end, calendar)}")
    for source in row.sources:
        found = SOURCES[source]
        typer.echo(f"source    {source} {found.instrument_zh} {found.article} ({found.mark})")


def _last_day(end: "Due", calendar: "Calendar") -> str:
    """The legal end with what made it: a make-up workday, a move off rest days, a notice that is not loaded."""
    from app.domain.calendar import DayKind

    said = _day(end.due_on)
    if calendar.kinds.get(end.due_on) is DayKind.MAKEUP_WORKDAY:
        said += "，调休上班日"
    if end.due_on != end.raw_end_on:
        said += "，休息日顺延"
    if not end.provisional:
        return said
    to_come = not calendar.knows(end.due_on) and end.due_on.year >= min(calendar.years)
    return f"{said}  provisional: no holiday notice for that time {'yet' if to_come else 'is loaded'}"


def _day(day: date) -> str:
    return f"{day.isoformat()} {['周一', '周二', '周三', '周四', '周五', '周六', '周日'][day.weekday()]}"


@reference.command("load")
def reference_load() -> None:
    """Load code lists, causes, codes of courts and regions, and the calendar; may be run again; nothing is deleted."""
    from app.bootstrap import load_reference_data

    for line in _once(load_reference_data(_settings())):
        typer.echo(line)


@app.command()
def generate() -> None:
    """Write the contract, its clients, the pages that follow tables, and migrations/schema.txt anew."""
    from app.contract.generated import generated
    from app.demo import cases_page
    from app.domain import code_page, legal_page
    from app.domain.lifecycle import diagram, races
    from app.main import contract, contract_text
    from app.schema import schema_text

    CONTRACT.write_text(contract_text(), encoding="utf-8")
    following = {ROOT / name: text for name, text in generated(contract(), ROOT).items()}
    for path, text in following.items():
        path.write_text(text, encoding="utf-8")
    LIFECYCLE.write_text(diagram.page(), encoding="utf-8")
    RACES.write_text(races.page(), encoding="utf-8")
    SOURCES.write_text(legal_page.page(), encoding="utf-8")
    CODE_LISTS.write_text(code_page.page(), encoding="utf-8")
    REAL_CASES.write_text(cases_page.page(), encoding="utf-8")
    CATALOGUE.write_text(_once(schema_text(_settings().data_dir)), encoding="utf-8")
    for path in (CONTRACT, *following, LIFECYCLE, RACES, SOURCES, CODE_LISTS, REAL_CASES, CATALOGUE):
        typer.echo(f"wrote {path.relative_to(ROOT)}")


@app.command("contract-diff")
def contract_diff(
    old: Annotated[Path, typer.Argument(help="OpenAPI document, as it was released.")],
    new: Annotated[Path, typer.Argument(help="OpenAPI document that is to follow it.")],
) -> None:
    """List what changed between two contracts. Exit 1 if something breaks those who rely on the old one."""
    import json

    from app.contract.compat import compare, report

    try:
        changes = compare(*(json.loads(path.read_text(encoding="utf-8")) for path in (old, new)))
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise _fail(f"No contract can be read there ({type(error).__name__}): {old}, {new}") from error
    for line in report(changes):
        typer.echo(line)
    raise typer.Exit(code=BROKEN if any(change.breaking for change in changes) else 0)


@app.command()
def bench(
    seconds: Annotated[float, typer.Option(help="Length of one run.")] = 5.0,
    runs: Annotated[int, typer.Option(help="Alternated runs of each side.")] = 5,
    quick: Annotated[bool, typer.Option("--quick", help="One short run of each, to try the bench itself.")] = False,
    profile: Annotated[bool, typer.Option("--profile", help="Print where the time of each request goes.")] = False,
    growth: Annotated[
        bool, typer.Option("--growth", help="Also lists and feeds on few and on many referrals.")
    ] = False,
) -> None:
    """Measure the service against a floor in the same run and write var/bench.json."""
    from app.bench.run import run_bench

    raise typer.Exit(code=run_bench(seconds=seconds, runs=runs, quick=quick, profile=profile, with_growth=growth))


if __name__ == "__main__":
    main()
