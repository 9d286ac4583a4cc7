"""Carries out what `sutiao platform` asks of messages for a platform of a court, and prints it."""

from typing import Any, Final
from uuid import UUID

import typer

from app.commands.outcome import fail
from app.commands.printing import dump, print_table
from app.commands.registry_work import act, flat
from app.domain.access import Principal
from app.domain.court_platform import PlatformCode
from app.domain.platform_outbox import OutboxMessage, OutboxState
from app.domain.ports import Ports
from app.services import platform_catch_up, platform_outbox

COLUMNS: Final = ("id", "kind", "referral_id", "state", "attempts", "last_failure", "next_attempt_at", "reason")


def show_outbox(code: str, *, state: str | None, after: UUID | None, limit: int, as_json: bool) -> None:
    """Print how far messages for a platform came; what they tell is nowhere."""
    if state is not None and state not in set(OutboxState):
        raise fail(f"There is no state {state!r}; there are {', '.join(OutboxState)}.")
    wanted = None if state is None else OutboxState(state)

    async def action(ports: Ports, principal: Principal) -> tuple[OutboxMessage, ...]:
        return await platform_outbox.waiting(
            ports, principal, PlatformCode(code), state=wanted, after_id=after, limit=limit
        )

    rows = [_shown(row) for row in act(action)]
    if as_json:
        dump(rows)
        return
    print_table(COLUMNS, rows)
    if len(rows) == limit:
        typer.echo(f"more: --after {rows[-1]['id']}", err=True)


def _shown(row: OutboxMessage) -> dict[str, Any]:
    told = {"kind": row.message.kind, "referral_id": row.message.referral_id, "next_attempt_at": row.next_at}
    known = flat(row)
    names = ("delivered_at", "processed_at", "platform_number", "recorded_at")
    return {name: told.get(name, known.get(name)) for name in (*COLUMNS, *names)}


def catch_up(code: str, *, as_json: bool) -> None:
    """Make up for what a platform was not told, and say how much was looked at."""

    async def action(ports: Ports, principal: Principal) -> platform_catch_up.CaughtUp:
        return await platform_catch_up.catch_up(ports, principal, PlatformCode(code))

    found = flat(act(action))
    if as_json:
        dump(found)
        return
    for name, value in found.items():
        typer.echo(f"{name}: {value}")
