"""`sutiao signing-keys`: the service's own signing keys, for whoever runs it; needs no database."""

import sys
from datetime import timedelta
from pathlib import Path
from typing import Annotated

import typer

from app.commands.outcome import fail

app = typer.Typer(no_args_is_help=True, help="Keys with which the service signs webhooks (v1a, v1sm).")

Kind = Annotated[bool, typer.Option("--sm2", help="An SM2 key (v1sm) instead of an Ed25519 key (v1a).")]


@app.command()
def new(*, sm2: Kind = False) -> None:
    """Print a file with one fresh key, for SUTIAO_SIGNING_KEY_FILE or SUTIAO_SIGNING_KEYS."""
    from app.adapters.clock import SystemClock
    from app.adapters.signing_keys import new_signing_key, signing_keys_text

    typer.echo(signing_keys_text([new_signing_key(SystemClock().now(), _pair(sm2=sm2))]))


@app.command()
def rotate(
    file: Annotated[Path, typer.Argument(help="File with the present keys; - for standard input.")],
    *,
    sm2: Kind = False,
    lead_hours: Annotated[float, typer.Option(min=0, max=8760, help="Published so long before it signs.")] = 24,
    overlap_hours: Annotated[float, typer.Option(min=0, max=8760, help="Both sign so long.")] = 24,
) -> None:
    """Print the keys with a fresh one: published now, signing after the lead, and the older ending an overlap later."""
    from app.adapters.clock import SystemClock
    from app.adapters.key_file import KeyFileError, read_private
    from app.adapters.secrets import SecretsError
    from app.adapters.signing_keys import new_signing_key, parse_signing_keys, rotated, signing_keys_text

    now = SystemClock().now()
    fresh = new_signing_key(now + timedelta(hours=lead_hours), _pair(sm2=sm2))
    try:
        keys = parse_signing_keys(sys.stdin.read() if str(file) == "-" else read_private(file))
    except (KeyFileError, SecretsError) as error:
        raise fail(f"{error}.") from error
    typer.echo(signing_keys_text(rotated(keys, fresh, now=now, overlap=timedelta(hours=overlap_hours))))


def _pair(*, sm2: bool) -> tuple[bytes, bytes] | None:
    from app.adapters.signatures import new_sm2_pair, sm2_available

    if sm2 and not sm2_available():
        raise fail("SM2 needs the optional requirements of requirements/sm.txt (signature_kind_unavailable).")
    return new_sm2_pair() if sm2 else None
