"""`sutiao feed`: what whoever runs the service does with feeds."""

from typing import Annotated

import typer

from app.commands.outcome import once, settings

REASON_CHARS_MAX = 200

app = typer.Typer(no_args_is_help=True, help="Feeds of events.")


@app.callback()
def _group() -> None:
    """Keep the command's name, though it is the only one."""


@app.command("new-epoch")
def new_epoch(
    reason: Annotated[str, typer.Option(help="Why, for whoever reads it later.")] = "restored from a backup",
) -> None:
    """Begin a new epoch of all feeds, after the database was restored from a backup.

    Every cursor that readers hold is then refused with `feed_epoch_changed`, and they come back by `since`.
    """
    from app.bootstrap import new_feed_epoch

    epoch = once(new_feed_epoch(settings(), reason[:REASON_CHARS_MAX]))
    typer.echo(f"feed epoch {epoch}")
