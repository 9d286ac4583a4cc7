"""The courts' platforms of the demonstration: their processes, the outage of one, and what reconciliation finds."""

import asyncio
import json
import time
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import httpx

from app.demo.board import Board
from app.demo.cases import CaseFile
from app.demo.doors import DOORS, Door
from app.demo.platform_rows import mapping_of, process_config, secrets_of, settings_of
from app.demo.registry import REGISTERED_FROM, Registrar
from app.demo.stage import HOST, Service, free_port
from app.sandbox.api import Api
from app.supervisor import ChildProcess

RESTS = "rest"
"""The platform that is stopped for some time."""
ROUND_SECONDS = 0.1
PULL_SECONDS = 0.2
POLL_SECONDS = 0.05
OUTAGE_SECONDS = 1.0
MISSED_SECONDS = 4.0
CATCH_UP_SECONDS = 90.0
OUTAGES_MAX = 3


@dataclass(frozen=True, slots=True)
class DoorResult:
    """What went through one door.

    Attributes:
        entered: Referrals that the court opened in its platform.
        messages: Messages of the platform that took effect.
        set_aside: Messages of the platform that did not.
        left: Messages to the platform that it has, and has acted on.
        waiting: Messages to the platform that do not have both receipts.
        missed: Of those that left, how many waited while the platform was down.
        differences: Of the reconciliation.
    """

    door: Door
    entered: int
    messages: int
    set_aside: int
    left: int
    waiting: int
    missed: int
    differences: int

    @property
    def clean(self) -> bool:
        """Whether something went through, all of it, and both sides hold the same."""
        lost = self.set_aside or self.waiting or self.differences
        return bool(self.entered and self.left) and not lost


@dataclass(slots=True)
class PlatformAt:
    """One platform and its process.

    Attributes:
        address: Where it answers to its own people, and to us but for the one behind a gate.
        api: The API as its court.
        result_days: Days on which mediation of its cases ends, so that it is told.
        down_seconds: How long it was stopped; None where it was not.
        missed: Messages that were to go to it meanwhile.
    """

    door: Door
    child: ChildProcess
    address: str
    api: Api
    result_days: frozenset[date] = frozenset()
    down_seconds: float | None = None
    missed: int = 0

    async def ready(self) -> None:
        """Until it answers."""
        await self.child.wait_until_ready(f"{self.address}/status")

    async def outbox(self) -> list[dict[str, Any]]:
        """What goes to it."""
        return await self.api.items(f"/v1/court-platforms/{self.door.code}/outbox")

    async def _put_out_list(self) -> None:
        """What a platform behind a gate does by itself at the end of a day: it can not be asked what it holds."""
        if self.door.dialect == "gate_files":
            day = (await self.api.get("/v1/development/legal-clock"))["today"]
            async with httpx.AsyncClient(trust_env=False) as client:
                (await client.post(f"{self.address}/list", json={"day": day})).raise_for_status()

    async def compare(self) -> DoorResult:
        """Once everything has both receipts, or after a while: what came, what left, what differs."""
        until = time.monotonic() + CATCH_UP_SECONDS
        while True:
            told = await self.outbox()
            waiting = [row for row in told if row["state"] != "processed"]
            if not waiting or time.monotonic() > until:
                break
            await asyncio.sleep(POLL_SECONDS)
        await self._put_out_list()
        heard = await self.api.items(f"/v1/court-platforms/{self.door.code}/messages")
        body = {"platform": self.door.code}
        reply = await self.api.write("POST", "/v1/reconciliations", body, key=f"compare.{self.door.code}")
        return DoorResult(
            door=self.door,
            entered=len(await self.api.items("/v1/referrals")),
            messages=sum(row["state"] == "done" for row in heard),
            set_aside=sum(row["state"] != "done" for row in heard),
            left=len(told) - len(waiting),
            waiting=len(waiting),
            missed=self.missed,
            differences=reply.body["difference_count"] if reply.ok else -1,
        )


@dataclass(slots=True)
class Platforms:
    """All of them."""

    at: Mapping[str, PlatformAt] = field(default_factory=dict)
    _outages: int = field(default=0)

    @property
    def children(self) -> dict[str, ChildProcess]:
        """Their processes, by name of the door."""
        return {name: platform.child for name, platform in self.at.items()}

    @property
    def down_seconds(self) -> float | None:
        """How long one was stopped; None where none was."""
        return next((each.down_seconds for each in self.at.values() if each.down_seconds is not None), None)

    def rests(self, court: Mapping[str, Any], day: date | None) -> bool:
        """Whether one is to be stopped before that day: all its cases are under way, and one comes to its result."""
        resting = self.at.get(RESTS)
        if day is None or resting is None or resting.down_seconds is not None or self._outages >= OUTAGES_MAX:
            return False
        own = [entry for entry in court["cases"] if entry["member"] == resting.door.court]
        return day in resting.result_days and all(entry["referral_id"] is not None for entry in own)

    @asynccontextmanager
    async def away(self, board: Board) -> AsyncIterator[None]:
        """One is stopped for the length of the block and until something waits for it; then it is started again."""
        self._outages += 1
        resting, began, stopped_at = self.at[RESTS], time.monotonic(), datetime.now(UTC)
        await resting.child.stop()
        yield
        missed = await self._tried_in_vain(resting, began)
        if missed:
            board.tell(f"平台 {RESTS} 已停止，报文待送")
        await resting.child.start()
        await resting.ready()
        if missed:
            resting.down_seconds = time.monotonic() - began
            rows = await resting.outbox()
            resting.missed = sum(datetime.fromisoformat(row["recorded_at"]) >= stopped_at for row in rows)
            board.tell(f"平台 {RESTS} 停 {resting.down_seconds:.1f} 秒后恢复，其间 {resting.missed} 条报文待送")

    async def _tried_in_vain(self, resting: PlatformAt, began: float) -> bool:
        """Whether a message was tried in vain, once the outage has lasted; given up after a while."""
        while (passed := time.monotonic() - began) < MISSED_SECONDS:
            tried = [row for row in await resting.outbox() if row["state"] == "waiting" and row["attempts"]]
            if tried and passed >= OUTAGE_SECONDS:
                return True
            await asyncio.sleep(POLL_SECONDS)
        return False

    async def compare(self) -> tuple[DoorResult, ...]:
        """What went through each door."""
        return tuple(await asyncio.gather(*(platform.compare() for platform in self.at.values())))


def ports_of(cases: Sequence[CaseFile]) -> dict[str, int]:
    """Ports for the platforms through which these cases go, by name of the door."""
    courts = {case.opener for case in cases}
    return {door.dialect: free_port() for door in DOORS if door.court in courts}


def deployment(ports: Mapping[str, int]) -> dict[str, str]:
    """Settings of a deployment that looks for platforms often; for a demonstration only."""
    if not ports:
        return {}
    return {
        "SUTIAO_PLATFORM_POLL_SECONDS": str(ROUND_SECONDS),
        "SUTIAO_PLATFORM_PULL_SECONDS": str(PULL_SECONDS),
    }


@asynccontextmanager
async def platforms(
    service: Service, registrar: Registrar, cases: Sequence[CaseFile], ports: Mapping[str, int]
) -> AsyncIterator[tuple[Platforms, dict[str, dict[str, Any]]]]:
    """The platforms as processes and as rows, for the length of the block; and by court how it works in its own.

    Args:
        service: Whose platforms they are.
        registrar: Has entered the courts made up for them.
        cases: What goes through them.
        ports: By name of the door.
    """
    async with AsyncExitStack() as stack:
        at: dict[str, PlatformAt] = {}
        ways: dict[str, dict[str, Any]] = {}
        for door in DOORS:
            if door.dialect not in ports:
                continue
            api = Api(service.base_url, registrar.keys[door.court])
            stack.push_async_callback(api.close)
            address = f"http://{HOST}:{ports[door.dialect]}"
            config = await _registered(service, registrar, door, cases, address)
            child = await stack.enter_async_context(_process(service, door, config, ports[door.dialect]))
            at[door.dialect] = PlatformAt(door, child, address, api, _result_days(cases, door))
            ways[door.court] = {"code": door.code, "address": address, "pushes": door.dialect == "rest"}
        for platform in at.values():
            await platform.ready()
        yield Platforms(at), ways


async def _registered(
    service: Service, registrar: Registrar, door: Door, cases: Sequence[CaseFile], address: str
) -> dict[str, Any]:
    """Add the platform's row; the configuration of its process."""
    ours, theirs = secrets_of(door)
    own = [case for case in cases if case.opener == door.court]
    await registrar.add_platform(
        {
            "code": door.code,
            "court_id": registrar.courts[door.court],
            "dialect": door.dialect,
            "valid_from": REGISTERED_FROM.isoformat(),
            "mapping": mapping_of(own, registrar.organisations),
            "settings": settings_of(door, address),
            "credentials": ours,
        }
    )
    folder = service.data_dir / "sandbox" / door.code
    folder.mkdir(parents=True, exist_ok=True)
    return process_config(door, folder, service.data_dir / "gate", service.base_url, theirs)


def _result_days(cases: Sequence[CaseFile], door: Door) -> frozenset[date]:
    centres = (centre for case in cases if case.opener == door.court for centre in case.centres)
    return frozenset(centre.result.on for centre in centres if centre.result is not None)


def _process(service: Service, door: Door, config: Mapping[str, Any], port: int) -> ChildProcess:
    path = Path(config["state"]).with_name("config.json")
    path.touch(mode=0o600)  # It holds keys.
    path.write_text(json.dumps(config, ensure_ascii=False), encoding="utf-8")
    arguments = ["sandbox", door.command, "--config", str(path), "--port", str(port)]
    return ChildProcess(arguments, log_file=service.data_dir / "logs" / f"{door.code}.log")


def door_lines(results: Sequence[DoorResult], down_seconds: float | None) -> tuple[str, ...]:
    """What went through each door, in Chinese and in English."""
    lines = []
    for found in results:
        door = found.door
        zh = f"入口 {door.dialect}（{door.court}）：进 {found.entered} 件、{found.messages} 条报文，"
        zh += f"出 {found.left} 条，均有送达、处理两次回执" if not found.waiting else f"≠ {found.waiting} 条无回执"
        en = f"door {door.dialect}: {found.entered} referrals in {found.messages} messages came in, "
        en += f"{found.left} left with both receipts" if not found.waiting else f"≠ {found.waiting} without a receipt"
        if found.missed and down_seconds is not None:
            zh += f"；平台停 {down_seconds:.1f} 秒，其间 {found.missed} 条待送"
            en += f"; down for {down_seconds:.1f} s, {found.missed} waiting meanwhile"
        if found.set_aside:
            zh, en = f"{zh}；≠ {found.set_aside} 条搁置", f"{en}; ≠ {found.set_aside} set aside"
        lines += [f"{zh}；对账差异 {found.differences}。", f"{en}; differences {found.differences}."]
    return tuple(lines)
