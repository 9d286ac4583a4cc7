"""The organisation that is told by webhook: its process, its outage in the middle, and what it received in the end.

Its log is compared with the feed of its tenant, as anybody can who has both: the same events, each once, in order for
each referral.
"""

import asyncio
import time
from collections import defaultdict
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import httpx

from app.demo.board import Board
from app.demo.stage import HOST, Service, sandbox_process
from app.sandbox.api import Api
from app.supervisor import ChildProcess

POLL_SECONDS = 0.05
MISSED_SECONDS = 4.0
OUTAGE_SECONDS = 1.0
CATCH_UP_SECONDS = 60.0
OUTAGES_MAX = 2
FEED_LIMIT = 200
RECEIVER = {"schedule_seconds": [0, 1, 1], "timeout_seconds": 2, "description": "演示：模拟调解组织的接收地址"}
"""Fields of the endpoint. Its schedule is short because an outage here lasts for seconds."""


def deployment(*ports: int) -> dict[str, str]:
    """Settings of a deployment that calls some ports of this machine by plain http; for a demonstration only."""
    return {
        "SUTIAO_OUTBOUND_NETWORKS": "127.0.0.0/8",
        "SUTIAO_OUTBOUND_PLAIN_HTTP": "true",
        "SUTIAO_OUTBOUND_PORTS": ",".join(map(str, ports)),
    }


def parted(members: Sequence[Mapping[str, Any]]) -> tuple[list[Mapping[str, Any]], Mapping[str, Any] | None]:
    """Who reads its feed, and the organisation with the most files, which is told; None where there is but one."""
    if len(members) < 2:  # noqa: PLR2004 - one is for the feed, one for webhooks
        return list(members), None
    chosen = max(members, key=lambda member: len(member["parts"]))
    return [member for member in members if member is not chosen], chosen


@dataclass(frozen=True, slots=True)
class Outage:
    """While its process was away. `attempts`: in vain; `caught_up`: seconds from its start to the last event."""

    seconds: float
    missed: int
    attempts: int
    caught_up: float


@dataclass(frozen=True, slots=True)
class Comparison:
    """What was received beside the feed.

    Attributes:
        received: Events in the log of the receiver.
        in_feed: Events of the feed.
        differing: Ids that one has and the other has not, or not at the same position or version.
        disordered: Referrals whose events came in another order.
    """

    received: int
    in_feed: int
    differing: tuple[str, ...]
    disordered: tuple[str, ...]

    @property
    def equal(self) -> bool:
        """Whether nothing is missing, added or out of order; where nothing happened at all nothing is shown."""
        return self.received > 0 and not self.differing and not self.disordered


def compared(received: Sequence[Mapping[str, Any]], feed: Sequence[Mapping[str, Any]]) -> Comparison:
    """Compare a log, in the order in which it was written, with a feed."""
    ours, theirs = [_told(event) for event in received], [_told(event) for event in feed]
    order: dict[str, list[int]] = defaultdict(list)
    for event in received:
        order[str(event["referral_id"])].append(event["position"])
    twice = {row[0] for row in ours if ours.count(row) > 1}
    return Comparison(
        received=len(ours),
        in_feed=len(theirs),
        differing=tuple(sorted({row[0] for row in set(ours) ^ set(theirs)} | twice)),
        disordered=tuple(sorted(referral for referral, found in order.items() if found != sorted(found))),
    )


def _told(event: Mapping[str, Any]) -> tuple[str, int, str | None, int | None]:
    return event["id"], event["position"], event["referral_id"], event["referral_version"]


@dataclass(slots=True)
class Told:
    """The organisation and its process."""

    name: str
    child: ChildProcess
    base_url: str
    api: Api
    endpoint_id: str = ""
    from_position: int = 0
    outage: Outage | None = None
    _outages: int = field(default=0)

    @property
    def status_url(self) -> str:
        """Its status page."""
        return f"{self.base_url}/status"

    def rests(self, court: Mapping[str, Any], own: Mapping[str, Any], day: date | None) -> bool:
        """Whether its process is to be stopped before that day: half is done, and a court acts on what is its own."""
        if day is None or self.outage is not None or self._outages >= OUTAGES_MAX:
            return False
        entries = [entry for entry in own["cases"] if entry["member"] == self.name]
        over = sum(entry["done"] for entry in entries)
        references = {entry["reference"] for entry in entries}
        acts = any(e["waits_until"] == day.isoformat() and e["reference"] in references for e in court["cases"])
        return acts and over * 2 >= len(entries) - 1

    @asynccontextmanager
    async def away(self, board: Board) -> AsyncIterator[None]:
        """Stopped for the length of the block and until something waits for it; then started, until nothing does."""
        self._outages += 1
        began = time.monotonic()
        await self.child.stop()
        yield
        missed, attempts = await self._missed(began)
        if missed:
            board.tell(f"webhook：{self.name} 已停止，{missed} 条事件待投递，{attempts} 次投递未达")
        await self.child.start()
        await self.child.wait_until_ready(self.status_url)
        back = time.monotonic()
        await self._until_nothing_waits()
        if missed:
            self.outage = Outage(back - began, missed, attempts, time.monotonic() - back)
            board.tell(f"webhook：{self.name} 停 {back - began:.1f} 秒后恢复，{self.outage.caught_up:.1f} 秒补齐")

    async def _missed(self, began: float) -> tuple[int, int]:
        """How many events wait, and how often they were tried, once the outage has lasted; nothing after a while."""
        while True:
            waiting = await self.api.items(f"/v1/webhook-endpoints/{self.endpoint_id}/deliveries", state="waiting")
            attempts = sum(row["attempt_count"] for row in waiting)
            passed = time.monotonic() - began
            if (attempts and passed >= OUTAGE_SECONDS) or passed >= MISSED_SECONDS:
                return (len(waiting), attempts) if attempts else (0, 0)
            await asyncio.sleep(POLL_SECONDS)

    async def _until_nothing_waits(self) -> None:
        """Give up silently after a while: the comparison at the end says what is missing."""
        until = time.monotonic() + CATCH_UP_SECONDS
        while time.monotonic() < until:
            health = await self.api.get(f"/v1/webhook-endpoints/{self.endpoint_id}/health")
            if health["waiting_count"] == 0:
                return
            if health["breaker"] == "open":
                await self._resume()
            await asyncio.sleep(POLL_SECONDS)

    async def _resume(self) -> None:
        """What an owner does whose receiver is back: the breaker that its absence opened is closed at once."""
        path = f"/v1/webhook-endpoints/{self.endpoint_id}"
        for action in ("pause", "resume"):
            version = (await self.api.get(path))["version"]
            key = f"{action}.{self.endpoint_id}.{version}"
            await self.api.write("POST", f"{path}/transitions", {"action": action}, key=key, version=version)

    async def compare(self) -> Comparison:
        """Compare once nothing waits any more."""
        await self._until_nothing_waits()
        async with httpx.AsyncClient(trust_env=False) as client:
            received = (await client.get(f"{self.base_url}/received")).json()["items"]
        return compared(received, [event async for event in self._feed()])

    async def _feed(self) -> AsyncIterator[Mapping[str, Any]]:
        after, more = None, True
        while more:
            page = await self.api.get("/v1/events", after=after, limit=FEED_LIMIT)
            for event in page["items"]:
                if event["position"] > self.from_position:
                    yield event
            after, more = page["next"], page["has_more"]


@asynccontextmanager
async def told_by_webhook(service: Service, member: Mapping[str, Any], port: int) -> AsyncIterator[Told]:
    """A process of the organisation whose endpoint has passed its challenge, for the length of the block.

    Args:
        service: Whose API it uses; its deployment lets it call the port.
        member: Name, key, parts.
        port: Where its process listens.
    """
    api = Api(service.base_url, member["key"])
    try:
        async with sandbox_process(service, "centre", [member], name="told", port=port, receiver=RECEIVER) as (
            child,
            url,
        ):
            told = Told(str(member["name"]), child, f"http://{HOST}:{port}", api)
            await child.wait_until_ready(url)
            async with asyncio.timeout(CATCH_UP_SECONDS):
                await _until_active(told)
            yield told
    finally:
        await api.close()


async def _until_active(told: Told) -> None:
    """Until its challenge was answered."""
    while True:
        for endpoint in await told.api.items("/v1/webhook-endpoints"):
            if endpoint["state"] == "active":
                told.endpoint_id, told.from_position = endpoint["id"], endpoint["from_position"]
                return
        await asyncio.sleep(POLL_SECONDS)


def told_lines(told: Told, found: Comparison) -> tuple[str, str]:
    """What came of it, in Chinese and in English."""
    zh = f"webhook：{told.name} 收到 {found.received} 条，其事件流 {found.in_feed} 条，"
    en = f"webhook: {found.received} received, {found.in_feed} in the feed of the same tenant, "
    zh += "逐条一致，每件移交内有序" if found.equal else _differences(found)
    en += "equal, in order for each referral" if found.equal else _differences(found)
    gap = told.outage
    if gap is None:
        return f"{zh}；未中断。", f"{en}; no outage."
    zh += f"；中断 {gap.seconds:.1f} 秒，{gap.missed} 条事件、{gap.attempts} 次投递未达"
    en += f"; stopped for {gap.seconds:.1f} s, {gap.missed} missed in {gap.attempts} attempts"
    return f"{zh}，启动后 {gap.caught_up:.1f} 秒补齐。", f"{en}, caught up {gap.caught_up:.1f} s after its start."


def _differences(found: Comparison) -> str:
    return f"≠ {', '.join((*found.differing, *found.disordered)) or '0'}"
