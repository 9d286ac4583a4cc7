"""`sutiao webhook`: endpoints and their deliveries, for those who look after them; over the API, with their own key."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any, Final
from uuid import UUID

import typer

from app.commands.anywhere import Anywhere, Language, of_locale

if TYPE_CHECKING:
    from app.commands.webhook_calls import Calls

app = typer.Typer(
    cls=Anywhere,
    no_args_is_help=True,
    help="Webhook endpoints over the API: look, pause, resume, test, replay. "
    "--api, --key and --lang stand before the command or behind it.",
)

LIMIT_MAX: Final = 200

ENDPOINTS: Final = ("id", "state", "state_reason", "url", "order_over", "ordering", "breaker")
DELIVERIES: Final = ("position", "type", "referral_id", "state", "reason", "attempt_count", "next_due_at")
ATTEMPTS: Final = ("kind", "position", "number", "started_at", "duration_ms", "status", "outcome", "reason")
HEALTH: Final = (
    "endpoint_id",
    "state",
    "state_reason",
    "breaker",
    "waiting_count",
    "oldest_waiting_at",
    "parked_count",
)


class Backlog(StrEnum):
    """What becomes of what waited."""

    RESUME = "resume"
    SKIP = "skip"
    REPLAY = "replay"


class DeliveryState(StrEnum):
    """Where a delivery stands."""

    WAITING = "waiting"
    DELIVERED = "delivered"
    PARKED = "parked"
    SKIPPED = "skipped"


EndpointId = Annotated[UUID, typer.Argument(help="Id of the endpoint.", metavar="ENDPOINT")]
Position = Annotated[int, typer.Argument(min=1, help="Position in your feed.")]
After = Annotated[str | None, typer.Option("--after", help="Where the page before said to go on.")]
Limit = Annotated[int, typer.Option("--limit", min=1, max=LIMIT_MAX, help="Most lines.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]
FromPosition = Annotated[int | None, typer.Option("--from-position", min=1, help="First position in your feed.")]
Since = Annotated[str | None, typer.Option("--since", help="Only events recorded then or later: 2026-03-02T00:00:00Z.")]
Until = Annotated[str | None, typer.Option("--until", help="Only events recorded then or earlier.")]
Referral = Annotated[UUID | None, typer.Option("--referral", help="Only events of this referral.")]
EventType = Annotated[str | None, typer.Option("--type", help="Only this type of event.")]
BacklogOption = Annotated[Backlog, typer.Option("--backlog", help="What becomes of what waited.")]


@dataclass(frozen=True, slots=True)
class _Service:
    address: str
    key: str | None
    language: Language


@app.callback()
def service(
    context: typer.Context,
    address: Annotated[
        str, typer.Option("--api", envvar="SUTIAO_API", help="Address of the service.")
    ] = "http://127.0.0.1:8000",
    key: Annotated[
        str | None, typer.Option("--key", envvar="SUTIAO_API_KEY", help="Key with the scope webhooks:manage.")
    ] = None,
    language: Annotated[
        Language | None, typer.Option("--lang", help="Language of what the service says; that of the locale otherwise.")
    ] = None,
) -> None:
    """Take where to ask, with which key and in which language."""
    context.obj = _Service(address, key, language or of_locale(os.environ))


@app.command("list")
def list_endpoints(context: typer.Context, after: After = None, limit: Limit = 50, as_json: AsJson = False) -> None:
    """List your endpoints, oldest first, removed ones too."""
    _page(context, "", ENDPOINTS, as_json=as_json, after=after, limit=limit)


@app.command("show")
def show(context: typer.Context, endpoint: EndpointId, as_json: AsJson = False) -> None:
    """Show one endpoint: its settings, its state, the state of its secrets, what may be done with it."""
    from app.commands.webhook_calls import PATH

    _told(_calls(context).get(f"{PATH}/{endpoint}"), as_json=as_json)


@app.command("health")
def health(
    context: typer.Context,
    endpoint: Annotated[UUID | None, typer.Argument(help="Id of the endpoint; an operator leaves it out.")] = None,
    after: After = None,
    limit: Limit = 50,
    as_json: AsJson = False,
) -> None:
    """Show how an endpoint does; without one, how those of all tenants do, with an operator's key."""
    from app.commands.webhook_calls import HEALTH as OF_ALL
    from app.commands.webhook_calls import PATH

    if endpoint is None:
        _print_page(_calls(context).get(OF_ALL, after=after, limit=limit), HEALTH, as_json=as_json)
    else:
        _told(_calls(context).get(f"{PATH}/{endpoint}/health"), as_json=as_json)


@app.command("pause")
def pause(context: typer.Context, endpoint: EndpointId, as_json: AsJson = False) -> None:
    """Deliver nothing more for now; events wait."""
    _act(context, endpoint, "pause", as_json=as_json)


@app.command("resume")
def resume(
    context: typer.Context,
    endpoint: EndpointId,
    backlog: BacklogOption = Backlog.RESUME,
    from_position: FromPosition = None,
    since: Since = None,
    as_json: AsJson = False,
) -> None:
    """Let an endpoint deliver again, whether you paused it or the service stopped it."""
    from app.commands.webhook_calls import PATH

    stopped = _calls(context).get(f"{PATH}/{endpoint}")["state"] == "disabled"
    wish = {"backlog": backlog.value, "from_position": from_position, "since": since}
    _act(context, endpoint, "enable" if stopped else "resume", as_json=as_json, **wish)


@app.command("test")
def send_test(context: typer.Context, endpoint: EndpointId, as_json: AsJson = False) -> None:
    """Have an event of no meaning sent; `attempts ENDPOINT` says what came back."""
    _act(context, endpoint, "test", as_json=as_json)


@app.command("deliveries")
def deliveries(
    context: typer.Context,
    endpoint: EndpointId,
    state: Annotated[DeliveryState | None, typer.Option("--state", help="Only those in this state.")] = None,
    event_type: EventType = None,
    referral: Referral = None,
    since: Since = None,
    after: After = None,
    limit: Limit = 50,
    as_json: AsJson = False,
) -> None:
    """List the deliveries of an endpoint by position."""
    narrowed = {"state": None if state is None else state.value, "type": event_type, "referral_id": referral}
    at = f"/{endpoint}/deliveries"
    _page(context, at, DELIVERIES, as_json=as_json, after=after, limit=limit, since=since, **narrowed)


@app.command("parked")
def parked(
    context: typer.Context, endpoint: EndpointId, after: After = None, limit: Limit = 50, as_json: AsJson = False
) -> None:
    """List what was given up and waits for a person: `replay --only-missing` delivers it again."""
    at = f"/{endpoint}/deliveries"
    _page(context, at, DELIVERIES, as_json=as_json, after=after, limit=limit, state=DeliveryState.PARKED.value)


@app.command("attempts")
def attempts(
    context: typer.Context,
    endpoint: EndpointId,
    position: Annotated[
        int | None, typer.Argument(min=1, help="Of a delivery; challenges and tests otherwise.")
    ] = None,
    after: After = None,
    limit: Limit = 50,
    as_json: AsJson = False,
) -> None:
    """List the attempts at a delivery, or at challenges and tests, oldest first."""
    at = "errands" if position is None else f"deliveries/{position}/attempts"
    _page(context, f"/{endpoint}/{at}", ATTEMPTS, as_json=as_json, after=after, limit=limit)


@app.command("park")
def park(context: typer.Context, endpoint: EndpointId, position: Position, as_json: AsJson = False) -> None:
    """Give up a delivery that holds others up, so that the next one goes."""
    _post(context, f"/{endpoint}/deliveries/{position}/park", {}, as_json=as_json)


@app.command("replay")
def replay(
    context: typer.Context,
    endpoint: EndpointId,
    from_position: FromPosition = None,
    to_position: Annotated[int | None, typer.Option("--to-position", min=1, help="Last position.")] = None,
    since: Since = None,
    until: Until = None,
    only_missing: Annotated[bool, typer.Option("--only-missing", help="Only what did not arrive.")] = False,
    as_json: AsJson = False,
) -> None:
    """Deliver again: by positions, by times, or only what did not arrive; oldest first, 1,000 at a time."""
    wish = {"from_position": from_position, "to_position": to_position, "since": since, "until": until}
    said = _post(context, f"/{endpoint}/replays", {**wish, "only_missing": only_missing}, as_json=as_json)
    if said.get("next_position") is not None:
        typer.echo(f"more: --from-position {said['next_position']}", err=True)


def _calls(context: typer.Context) -> "Calls":
    from app.commands.webhook_calls import Calls

    asked: _Service = context.obj
    return Calls(asked.address, asked.key or "", asked.language)


def _page(context: typer.Context, at: str, columns: tuple[str, ...], *, as_json: bool, **wanted: Any) -> None:
    from app.commands.webhook_calls import PATH

    _print_page(_calls(context).get(f"{PATH}{at}", **wanted), columns, as_json=as_json)


def _print_page(said: Mapping[str, Any], columns: tuple[str, ...], *, as_json: bool) -> None:
    from app.commands.printing import dump, print_table

    if as_json:
        dump(said["items"])
    else:
        print_table(columns, said["items"])
    if said["next"] is not None:
        typer.echo(f"more: --after {said['next']}", err=True)


def _act(context: typer.Context, endpoint: UUID, action: str, *, as_json: bool, **more: Any) -> None:
    _post(context, f"/{endpoint}/transitions", {"action": action, **more}, as_json=as_json, versioned=True)


def _post(
    context: typer.Context, at: str, body: Mapping[str, Any], *, as_json: bool, versioned: bool = False
) -> Mapping[str, Any]:
    from app.commands.webhook_calls import PATH

    said: Mapping[str, Any] = _calls(context).post(f"{PATH}{at}", body, versioned=versioned)
    _told(said, as_json=as_json)
    return said


def _told(said: Mapping[str, Any], *, as_json: bool) -> None:
    from app.commands.printing import cell, dump

    if as_json:
        dump(said)
        return
    for name, value in said.items():
        typer.echo(f"{name}: {cell(value)}")
