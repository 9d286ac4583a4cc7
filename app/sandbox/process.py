"""One sandbox process: its members at work, the legal date, and a status page on loopback."""

import asyncio
from contextlib import AsyncExitStack
from datetime import date
from pathlib import Path
from typing import Any, Generic, TypeVar

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from app.sandbox.api import Api
from app.sandbox.casefile import FilePart
from app.sandbox.configs import read_config, usable
from app.sandbox.member import Case, Member, Role
from app.sandbox.platform_door import door_of
from app.sandbox.receiver import DELIVERIES, DeliveryLog, Receiver
from app.sandbox.steps import Done, Wait
from app.sandbox.store import Store

HOST = "127.0.0.1"
CLOCK_SECONDS = 0.05

P = TypeVar("P", bound=FilePart)


class Sandbox(Generic[P]):
    """All members of one process and the day it is."""

    def __init__(self, role_name: str, members: list[Member[P]], clock: Api) -> None:
        self.today: date | None = None
        self._role_name = role_name
        self._members = members
        self._clock = clock

    async def keep_time(self) -> None:
        """Ask for the legal date for ever, and wake everybody on a new day."""
        while True:
            answer = await self._clock.get("/v1/development/legal-clock")
            today = date.fromisoformat(answer["today"])
            if today != self.today:
                self.today = today
                for member in self._members:
                    member.today = today
                    member.wake.set()
            await asyncio.sleep(CLOCK_SECONDS)

    def status(self) -> dict[str, Any]:
        """What the status page says; no personal data.

        `idle`: everything known here was decided today. `next_date`: the earliest legal date that anything here waits
        for, or null. `cases`: one entry for each case of each member.
        """
        cases = [_entry(member, case) for member in self._members for case in member.cases.values()]
        dates = [entry["waits_until"] for entry in cases if entry["waits_until"] is not None]
        return {
            "role": self._role_name,
            "today": None if self.today is None else self.today.isoformat(),
            "idle": self.today is not None
            and all(m.quiet and m.decided_on == self.today and not m.wake.is_set() for m in self._members),
            "next_date": min(dates, default=None),
            "cursor": {member.name: member.cursor for member in self._members},
            "cases": cases,
        }


def _entry(member: Member[P], case: Case[P]) -> dict[str, Any]:
    view, decision = case.view, case.decision
    until = decision.until if isinstance(decision, Wait) else None
    return {
        "reference": case.part.reference,
        "member": member.name,
        "referral_id": case.referral_id,
        "version": case.version,
        "state": None if view is None else view.state,
        "held": view is not None and view.holder is not None,
        "sees": not case.gone,
        "open_procedures": 0 if view is None else view.open_procedures,
        "stages": [] if view is None else list(view.stages),
        "due": {} if view is None else {rule: day.isoformat() for rule, day in view.due.items()},
        "waits_until": None if until is None else until.isoformat(),
        "done": isinstance(decision, Done),
        "stopped": case.stopped,
        "trouble": case.trouble,
    }


def run(role: Role[P], config_path: Path, port: int) -> None:
    """Run until ended by a signal.

    Args:
        role: Court or centre.
        config_path: JSON: `base_url`; `state_folder`; `members`, each with `name`, `key` and `parts`, and
            `platform` for a court that works in its own: see `door_of`. The first member's key asks for the legal date.
            `receiver`, if the first member is to be told by webhook in place of
            reading its feed: further fields of its endpoint.
        port: Port of the status page.
    """
    config = read_config(config_path, "base_url", "state_folder", "members")
    with usable(config_path):
        members = [_read(role, entry) for entry in config["members"]]
        Path(config["state_folder"]).mkdir(parents=True, exist_ok=True)
    asyncio.run(_run(role, {**config, "members": members}, port))


def _read(role: Role[P], entry: dict[str, Any]) -> dict[str, Any]:
    """A member with its parts read."""
    return {
        **entry,
        "name": str(entry["name"]),
        "key": str(entry["key"]),
        "parts": [*map(role.part_of, entry["parts"])],
    }


async def _run(role: Role[P], config: dict[str, Any], port: int) -> None:
    async with AsyncExitStack() as stack:
        store = Store(Path(config["state_folder"]))
        stack.callback(store.close)
        members = []
        for entry in config["members"]:
            api = Api(config["base_url"], entry["key"])
            stack.push_async_callback(api.close)
            door = door_of(entry["platform"], api) if "platform" in entry else None
            members.append(Member(role, entry["name"], api, entry["parts"], store, door))
        clock = Api(config["base_url"], config["members"][0]["key"])
        stack.push_async_callback(clock.close)
        receiver = None
        if "receiver" in config:
            log = DeliveryLog(Path(config["state_folder"]))
            stack.callback(log.close)
            receiver = Receiver(members[0], clock, log, f"http://{HOST}:{port}{DELIVERIES}", config["receiver"])
        await _serve(Sandbox(role.name, members, clock), members, port, receiver)


async def _serve(sandbox: Sandbox[P], members: list[Member[P]], port: int, receiver: Receiver | None) -> None:
    async def status(_request: Request) -> JSONResponse:
        return JSONResponse({**sandbox.status(), **({} if receiver is None else {"received": receiver.count()})})

    page = Starlette(routes=[Route("/status", status), *(() if receiver is None else receiver.routes)])
    server = uvicorn.Server(uvicorn.Config(page, host=HOST, port=port, log_level="warning", lifespan="off"))
    readers = members if receiver is None else members[1:]
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(sandbox.keep_time())]
        tasks += [group.create_task(member.work()) for member in members]
        tasks += [group.create_task(member.listen()) for member in readers]
        tasks += [] if receiver is None else [group.create_task(receiver.open())]
        await server.serve()
        for task in tasks:
            task.cancel()
