"""`sutiao listen` and `sutiao conformance`: for those who write the receiving side; neither needs a database."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from app.commands.outcome import fail, refused
from app.commands.pinned_keys import pinned

if TYPE_CHECKING:
    from app.domain.signing import Check

conformance = typer.Typer(no_args_is_help=True, help="Try the other side of the line.")

FAILED = 1
LOOPBACK = "127.0.0.1"

Secrets = Annotated[
    list[str] | None, typer.Option("--secret", help="Secret of the endpoint, whsec_…; repeat for more.")
]


def listen(
    *,
    port: Annotated[int, typer.Option(help="Port on loopback; 0 for any that is free.")] = 9000,
    secret: Secrets = None,
    keys: Annotated[
        str | None,
        typer.Option(
            help="Published keys that are pinned, for v1a, v1sm and rfc9421: address of the service, or file."
        ),
    ] = None,
    url: Annotated[
        str | None,
        typer.Option(help="Address at which the service knows you, for rfc9421; that of the request otherwise."),
    ] = None,
    keep: Annotated[Path | None, typer.Option(help="File that gets a line of JSON for each delivery.")] = None,
    status: Annotated[int, typer.Option(min=200, max=599, help="Answer to a good delivery.")] = 204,
    fail_every: Annotated[int, typer.Option(min=0, help="Each so-many-th good delivery is answered 503.")] = 0,
    replay: Annotated[Path | None, typer.Option(help="Send the deliveries of such a file again, and end.")] = None,
    to: Annotated[str | None, typer.Option(help="Where --replay sends them.")] = None,
) -> None:
    """Receive webhooks on loopback, check each signature, print one line each. Or send kept ones again.

    Sending again ends with 1 where one got no answer, with 2 where nobody is there.
    """
    if replay is not None:
        _replay(replay, to, secret)
        return
    if to is not None:
        raise fail("--to goes with --replay.")
    from app.adapters.clock import SystemClock
    from app.domain.signing import new_secret
    from app.kit.listening import Listener, server_of

    if not secret and keys is None:
        secret = [new_secret()]
        typer.echo(f"secret: {secret[0]}")
    listener = Listener(
        _check(secret or (), keys),
        SystemClock(),
        typer.echo,
        status=status,
        fail_every=fail_every,
        keep=keep,
        has_keys=keys is not None,
        url=url,
    )
    try:
        server = server_of(listener, LOOPBACK, port)
    except OSError as error:
        raise fail(f"Port {port} can not be listened on: {error.strerror}.") from error
    typer.echo(f"listening on http://{LOOPBACK}:{server.server_port}/ until Ctrl-C")
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        typer.echo("")
    finally:
        server.server_close()


def _check(secrets: Sequence[str], keys: str | None) -> "Check":
    from app.adapters.signatures import check_of
    from app.domain.errors import Refusal

    try:
        return check_of(secrets, () if keys is None else pinned(keys))
    except Refusal as refusal:
        raise refused(refusal) from refusal


def _replay(path: Path, to: str | None, secrets: Sequence[str] | None) -> None:
    import httpx

    from app.adapters.clock import SystemClock
    from app.domain.errors import Refusal
    from app.kit.conformance import NobodyThereError, sender
    from app.kit.deliveries import Maker
    from app.kit.listening import NothingKeptError, again, kept_in

    if to is None:
        raise fail("--replay needs --to, the address that gets them.")
    maker, unanswered = Maker(secrets[0], SystemClock()) if secrets else None, 0
    with httpx.Client(trust_env=False) as http:
        send = sender(http, to)
        try:
            deliveries = list(kept_in(path))
            for delivery in deliveries:
                answered = send(again(delivery, maker))
                unanswered += answered is None
                said = "no answer" if answered is None else str(answered.status)
                typer.echo(f"{said}  {delivery.headers.get('webhook-id', '-')}")
        except (NothingKeptError, NobodyThereError) as error:
            raise fail(str(error)) from error
        except Refusal as refusal:
            raise refused(refusal) from refusal
    if unanswered:
        raise fail(f"{unanswered} of {len(deliveries)} got no answer.", code=FAILED)


@conformance.command("centre")
def centre(
    *,
    url: Annotated[str, typer.Option(help="Address of the receiver that is tried.")],
    secret: Annotated[str, typer.Option(help="The secret that the receiver holds, whsec_…")],
    only: Annotated[list[str] | None, typer.Option(help="Name of a case; repeat for more. All otherwise.")] = None,
) -> None:
    """Send good, repeated, late, tampered and made-up deliveries to a receiver.

    Ends with 1 where it takes one amiss, with 2 where nobody is there.
    """
    import httpx

    from app.adapters.clock import SystemClock
    from app.domain.errors import Refusal
    from app.domain.signing import secret_of
    from app.kit.conformance import CASES, NobodyThereError, run, sender
    from app.kit.deliveries import Maker

    unknown = sorted(set(only or ()) - {case.name for case in CASES})
    if unknown:
        raise fail(f"There is no case {', '.join(unknown)}; the cases are {', '.join(case.name for case in CASES)}.")
    try:
        secret_of(secret)
    except Refusal as refusal:
        raise refused(refusal) from refusal
    failed = 0
    with httpx.Client(trust_env=False) as http:
        chosen = [case for case in CASES if not only or case.name in only]
        try:
            for verdict in run(Maker(secret, SystemClock()), sender(http, url), chosen):
                failed += not verdict.passed
                typer.echo(verdict.line)
        except NobodyThereError as error:
            raise fail(str(error)) from error
    typer.echo(f"{len(chosen) - failed} of {len(chosen)} passed")
    raise typer.Exit(code=FAILED if failed else 0)
