"""Plays the cases: registers, starts both sides, moves the legal clock from date to date until all is over, reports."""

import asyncio
import shutil
import tempfile
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import httpx
from rich.console import Console
from rich.markup import escape

from app.adapters.database.embedded import EmbeddedServer
from app.demo.board import Board
from app.demo.cases import CaseFile, load_cases
from app.demo.clockwork import is_over, is_quiet, next_day, together, troubles
from app.demo.doors import counted_again, played_again
from app.demo.platforms import DoorResult, Platforms, door_lines, platforms, ports_of
from app.demo.platforms import deployment as with_platforms
from app.demo.registry import Registrar
from app.demo.report import PLAIN_WIDTH, counted, print_again, print_report, summary
from app.demo.result import CaseResult, result_of
from app.demo.stage import Sandboxes, Service, command, ended_by_sigterm, free_port, sandboxes, service
from app.demo.told import Comparison, Told, deployment, parted, told_by_webhook, told_lines
from app.sandbox.api import Api, ApiError
from app.supervisor import ChildFailedError, ChildProcess

POLL_SECONDS = 0.02
STALL_SECONDS = 90.0
"""Longer than a message to a platform waits that was tried twice in vain."""
FOLDER_MODE = 0o755
TAIL_CHARACTERS = 2000

Disturbance = Callable[[Service, Sandboxes, int], Awaitable[None]]
"""Called after each move of the legal clock with the number of moves so far; tests kill and restart processes here."""


class DemoFailedError(Exception):
    """The demonstration cannot go on; the message says where it stands."""


async def run_demo(
    console: Console,
    data_dir: Path | None = None,
    *,
    cases: Sequence[CaseFile] | None = None,
    disturbance: Disturbance | None = None,
) -> int:
    """Play constructed and published cases between separate processes, print what came of them, verify.

    Args:
        console: Where to print.
        data_dir: Folder to work in; its database is made anew. A temporary one otherwise.
        cases: What to play; all case files otherwise.
        disturbance: See `Disturbance`.

    Returns:
        Exit status: 0 only if every case ended as published or as its file foresees, by whichever door it came,
        whoever is told by webhook received what its feed has, no platform differs, and `verify` is clean.
    """
    if not console.is_terminal and console.width < PLAIN_WIDTH:
        console.width = PLAIN_WIDTH
    try:
        with ended_by_sigterm():
            async with _folder(data_dir) as folder:
                return await _play(console, folder, cases or load_cases(), disturbance)
    except (DemoFailedError, ChildFailedError, ApiError) as error:
        console.print(f"[red]{escape(str(error))}[/]", highlight=False)
        return 1


@asynccontextmanager
async def _folder(data_dir: Path | None) -> AsyncIterator[Path]:
    """A folder whose database is empty; a temporary one is removed at the end."""
    if data_dir is not None:
        await asyncio.to_thread(_empty, data_dir)
        yield data_dir
        return
    folder = await asyncio.to_thread(_temporary)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _temporary() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="sutiao-demo-"))
    folder.chmod(FOLDER_MODE)  # The database may run under another account, which has to reach its own folder.
    return folder


def _empty(data_dir: Path) -> None:
    """Remove the database of an earlier demonstration; refuses if its owner is alive."""
    server = EmbeddedServer(data_dir)
    server.stop_left_over()
    shutil.rmtree(server.place.cluster, ignore_errors=True)
    for name in ("sandbox", "gate"):
        shutil.rmtree(data_dir / name, ignore_errors=True)


async def _play(console: Console, folder: Path, cases: Sequence[CaseFile], disturbance: Disturbance | None) -> int:
    began = time.monotonic()
    console.print("启动数据库、接口、工作进程 …")
    again, port = played_again(cases), free_port()
    ports = ports_of(again)
    settings = {**deployment(port, *ports.values()), **with_platforms(ports)}
    async with service(folder, deployment=settings) as running, AsyncExitStack() as stack:
        registrar = await _register(running, [*cases, *again])
        (zh, en), (more_zh, more_en) = counted(cases), counted_again(cases)
        took = f"就绪 {time.monotonic() - began:.1f} 秒"
        console.print(f"{took}；{zh}{more_zh}，开始。\n{en}{more_en}.", highlight=False, soft_wrap=True)
        joined, ways = await stack.enter_async_context(platforms(running, registrar, again, ports))
        both, told = await _sides(stack, running, registrar, [*cases, *again], ways, port)
        both = replace(both, platforms=joined.children)
        with Board(console, cases, again) as board:
            entries = await _Drive(running, both, told, joined, board, disturbance).to_the_end()
        results = await _results(running, registrar, cases, entries)
        repeated = await _results(running, registrar, again, entries)
        found = None if told is None else await told.compare()
        doors = await joined.compare()
        print_report(console, results)
        print_again(console, results, repeated)
        status, text = await command(["verify"], folder, running.environment)
    console.print(f"[bold]verify[/] {'一致' if status == 0 else '不一致'}\n{escape(text.strip())}", highlight=False)
    for result in (*results, *repeated):
        if result.faults:
            console.print(f"[red]{result.case.case_id} {escape('; '.join(result.faults))}[/]", highlight=False)
    lines = () if told is None or found is None else told_lines(told, found)
    for line in (*lines, *door_lines(doors, joined.down_seconds), *summary(results, time.monotonic() - began)):
        console.print(line, highlight=False, soft_wrap=True)
    return exit_status([*results, *repeated], verify_status=status, found=found, doors=doors)


async def _sides(
    stack: AsyncExitStack,
    running: Service,
    registrar: Registrar,
    cases: Sequence[CaseFile],
    ways: Mapping[str, Mapping[str, Any]],
    port: int,
) -> tuple[Sandboxes, Told | None]:
    """Courts and organisations as processes; courts with a platform of their own work in it."""
    readers, member = parted(registrar.members("centre", cases))
    told = None if member is None else await stack.enter_async_context(told_by_webhook(running, member, port))
    courts = [
        {**court, "platform": ways[court["name"]]} if court["name"] in ways else court
        for court in registrar.members("court", cases)
    ]
    return await stack.enter_async_context(sandboxes(running, {"court": courts, "centre": readers})), told


def exit_status(
    results: Sequence[CaseResult],
    *,
    verify_status: int,
    found: Comparison | None = None,
    doors: Sequence[DoorResult] = (),
) -> int:
    """0 only if every played case ended as it should, `verify` found nothing, no webhook differs, no door does."""
    right = verify_status == 0 and (found is None or found.equal) and all(door.clean for door in doors)
    return 0 if results and right and not any(result.faults for result in results) else 1


async def _register(running: Service, cases: Sequence[CaseFile]) -> Registrar:
    """Set the clock to the day on which the earliest case begins, then enter everybody."""
    await _move_to(running, min(case.begins_on for case in cases))
    registrar = Registrar(running.operator)
    await registrar.enter_seed()
    for case in cases:
        await registrar.enter(case)
    return registrar


async def _move_to(running: Service, day: date) -> None:
    body = {"today": day.isoformat()}
    reply = await running.operator.write("PUT", "/v1/development/legal-clock", body, key=f"clock.{day.isoformat()}")
    if not reply.ok:
        raise DemoFailedError(f"the legal clock did not move to {day}: {reply.status} {reply.code}")


@dataclass(slots=True)
class _Drive:
    """Moves the clock whenever all is quiet."""

    running: Service
    both: Sandboxes
    told: Told | None
    joined: Platforms
    board: Board
    disturbance: Disturbance | None
    moved_to: date = date.min

    async def to_the_end(self) -> list[dict[str, Any]]:
        """Until all is over; what both sides last said of each case."""
        moves, patience = 0, _Patience()
        children = (self.both.court, self.both.centre, *(() if self.told is None else (self.told.child,)))
        children = (*children, *self.both.platforms.values())
        async with httpx.AsyncClient(trust_env=False) as client:
            while True:
                court, centre = await self._look(client)
                patience.check(children, court, centre)
                today = max(self.moved_to, date.fromisoformat(court.get("today") or date.min.isoformat()))
                self.board.show(today, court, centre)
                if not court or not centre or not is_quiet(today, court, centre):
                    await asyncio.sleep(POLL_SECONDS)
                    continue
                if is_over(court, centre):
                    return [*court["cases"], *centre["cases"]]
                await self._step(today, court, centre)
                moves += 1
                if self.disturbance is not None:
                    await self.disturbance(self.running, self.both, moves)

    async def _look(self, client: httpx.AsyncClient) -> tuple[dict[str, Any], dict[str, Any]]:
        """Status of the court and of the organisations, however many processes they have."""
        court, centre = await _status(client, self.both.court_url), await _status(client, self.both.centre_url)
        if self.told is None:
            return court, centre
        own = await _status(client, self.told.status_url)
        self.board.count(own.get("received", 0))
        return court, together(centre, own)

    async def _step(self, today: date, court: dict[str, Any], centre: dict[str, Any]) -> None:
        """Move the clock to the next day for which anybody waits; once while somebody is away that is to be told."""
        day = next_day(today, court, centre)
        if day is None:
            raise DemoFailedError(f"nobody waits for anything, yet not all is over: {_open(court, centre)}")
        self.moved_to = day
        if self.told is not None and self.told.rests(court, centre, day):
            async with self.told.away(self.board):
                await _move_to(self.running, day)
        elif self.joined.rests(court, day):
            async with self.joined.away(self.board):
                await _move_to(self.running, day)
        else:
            await _move_to(self.running, day)


async def _status(client: httpx.AsyncClient, url: str) -> dict[str, Any]:
    """A side's status page; empty while the side is away."""
    try:
        answer = await client.get(url)
    except httpx.TransportError:
        return {}
    return dict(answer.json())


class _Patience:
    """Fails when a side ended, a step is refused, or nothing moves for too long."""

    def __init__(self) -> None:
        self._last: object = None
        self._since = time.monotonic()

    def check(self, children: Sequence[ChildProcess], court: dict[str, Any], centre: dict[str, Any]) -> None:
        for child in children:
            if child.exit_status is not None:
                raise DemoFailedError(f"{child.name} ended with status {child.exit_status}:\n{_tail(child.log_file)}")
        now = (court, centre)
        if now != self._last:
            self._last, self._since = now, time.monotonic()
            return
        refused = troubles(court, centre) if court and centre else []
        if refused and court["idle"] and centre["idle"]:
            raise DemoFailedError("; ".join(refused))
        if time.monotonic() - self._since > STALL_SECONDS:
            raise DemoFailedError(f"nothing moves: {_open(court, centre)}")


def _tail(log_file: Path) -> str:
    return log_file.read_text(encoding="utf-8", errors="replace")[-TAIL_CHARACTERS:]


def _open(court: dict[str, Any], centre: dict[str, Any]) -> str:
    entries = [entry for side in (court, centre) for entry in side.get("cases", ()) if not entry["done"]]
    return ", ".join(f"{entry['reference']} {entry['state']} at {entry['member']}" for entry in entries)


async def _results(
    running: Service, registrar: Registrar, cases: Sequence[CaseFile], entries: Sequence[dict[str, Any]]
) -> list[CaseResult]:
    ids = {entry["reference"]: entry["referral_id"] for entry in entries if entry["referral_id"] is not None}
    stops = {entry["reference"]: entry["stopped"] for entry in entries if entry["stopped"] is not None}
    results = []
    for case in cases:
        api = Api(running.base_url, registrar.keys[case.opener])
        try:
            found = [ids.get(reference) for reference in case.references]
            results.append(await result_of(case, found, api, stops.get(case.case_id)))
        finally:
            await api.close()
    return results
