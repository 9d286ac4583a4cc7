"""Measures webhooks: twenty endpoints, one dead and one slow, against a bare loop of the same client."""

import asyncio
import sys
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from statistics import median
from uuid import UUID

import asyncpg
import httpx

from app.adapters.database.nudge import WRITTEN_CHANNEL
from app.adapters.database.roles import connected
from app.adapters.ids import new_id
from app.adapters.secrets import KeyRing, field_context, load_key_ring
from app.bench.load import percentile
from app.bench.measure import cpu_seconds, cpu_seconds_of_family
from app.bench.place import Place, opened
from app.bench.receiver import DEAD, HOST, SLOW
from app.bench.service import free_port
from app.domain.signing import new_secret
from app.supervisor import ChildProcess

ENDPOINTS = 20
HEALTHY = tuple(f"/healthy-{number}" for number in range(ENDPOINTS - 2))
AT_ONCE = 200
"""Of ours, as a worker has them unless told otherwise, and of the bare loop."""

EVENTS_PER_SECOND = 300
"""Events that are made ready for a second of throughput, each for every endpoint: more than can be delivered."""
PACED_PER_SECOND = 8
LATENCY_RUNS = 3
ARRIVAL_SECONDS = 20.0
REFERRALS = 400

_TENANT = "INSERT INTO tenants (id, kind, name, recorded_at) VALUES ($1, 'court', $2, now())"
_ENDPOINT = """
INSERT INTO webhook_endpoints (id, tenant_id, url, state, created_at, changed_at)
VALUES ($1, $2, $3, 'active', now(), now())
"""
_SIGNED_WITH = """
INSERT INTO webhook_secrets (id, endpoint_id, tenant_id, kind, secret_sealed, created_at)
VALUES ($1, $2, $3, 'v1', $4, now())
"""
_EVENTS = """
WITH event AS (
    INSERT INTO events (id, subject_kind, subject_id, version, type, occurred_on, occurred_at, recorded_at, body, actor,
        audience, previous, hash)
    SELECT gen_random_uuid(), 'referral', ($2::uuid[])[1 + n % cardinality($2::uuid[])], $3::integer + n,
        'referral.accepted', current_date, clock_timestamp(), clock_timestamp(),
        jsonb_build_object('action', 'accept', 'padding', repeat('x', 700)), '{"role": "court"}', $4::uuid[], '', ''
    FROM generate_series(1, $1::integer) AS n RETURNING entry
)
INSERT INTO unplaced (entry) SELECT entry FROM event
"""
_REMOVED = "UPDATE webhook_endpoints SET state = 'removed' WHERE state <> 'removed'"
_LEFT_OUT = """
DELETE FROM lanes USING webhook_endpoints AS e
WHERE e.id = lanes.endpoint_id AND e.state = 'removed' AND lanes.lease_token IS NULL
"""
"""As removing does it: what still waits is not looked at in the next run."""
_UNDER_WAY = """
SELECT count(*) FROM lanes JOIN webhook_endpoints AS e ON e.id = lanes.endpoint_id
WHERE lanes.lease_token IS NOT NULL AND right(e.url, length($1)) <> $1
"""


@dataclass(slots=True)
class Ground:
    """A database with a worker, and a receiver; process ids by name. `version`: the last that an event was given."""

    place: Place
    ring: KeyRing
    database: asyncpg.Connection
    receiver: httpx.AsyncClient
    port: int
    processes: dict[str, int]
    version: int = 0

    async def endpoints(self, paths: Sequence[str]) -> list[UUID]:
        """One tenant with one endpoint for each path; their tenants."""
        tenants = [new_id() for _ in paths]
        for tenant_id, path in zip(tenants, paths, strict=True):
            endpoint_id, secret_id = new_id(), new_id()
            place = field_context("webhook_secrets", "secret_sealed", secret_id)
            await self.database.execute(_TENANT, tenant_id, str(tenant_id))
            await self.database.execute(_ENDPOINT, endpoint_id, tenant_id, f"http://{HOST}:{self.port}{path}")
            await self.database.execute(
                _SIGNED_WITH, secret_id, endpoint_id, tenant_id, self.ring.encrypt(new_secret(), place)
            )
        return tenants

    async def happen(self, count: int, referrals: Sequence[UUID], tenants: Sequence[UUID]) -> None:
        """So many events of these referrals, for all these tenants."""
        await self.database.execute(_EVENTS, count, referrals, self.version, tenants)
        await self.database.execute(f"NOTIFY {WRITTEN_CHANNEL}")
        self.version += count

    def cpu_seconds(self) -> dict[str, float]:
        """What each process has used so far."""
        return {
            name: cpu_seconds_of_family(pid) if name == "database" else cpu_seconds(pid)
            for name, pid in self.processes.items()
        }

    async def results(self) -> tuple[int, list[float]]:
        """Deliveries that were taken, and the milliseconds of the healthy ones."""
        told = (await self.receiver.get("/results")).json()
        return sum(told["counts"].values()), told["latencies_ms"]


async def measure(seconds: float, runs: int, *, latency_runs: int = LATENCY_RUNS) -> dict[str, float]:
    """Rate, share of the bare loop, and what a dead endpoint does to the others.

    Args:
        seconds: Length of one run.
        runs: Alternated runs of ours and of the bare loop.
        latency_runs: Alternated runs with and without the dead endpoint.
    """
    async with _ready() as ground:
        mine, bare = [], []
        costs: list[dict[str, float]] = []
        await _throughput(ground, seconds / 2)  # Plans and connections are made once.
        for _ in range(runs):
            rate, cost = await _throughput(ground, seconds)
            mine.append(rate)
            costs.append(cost)
            bare.append(await _bare(ground, seconds))
        beside, alone = [], []
        for _ in range(latency_runs):
            beside.append(await _p95(ground, seconds, (*HEALTHY, SLOW, DEAD)))
            alone.append(await _p95(ground, seconds, (*HEALTHY, SLOW)))
    return {
        "delivery_per_s": median(mine),
        "delivery_bare_per_s": median(bare),
        "delivery_ratio": median(one / other for one, other in zip(mine, bare, strict=True)),
        "delivery_p95_ms": median(beside),
        "delivery_p95_ms_without_dead": median(alone),
        "delivery_p95_ratio": median(beside) / median(alone),
        **{f"delivery_{name}_cpu_ms": median(cost[name] for cost in costs) for name in costs[0]},
    }


@asynccontextmanager
async def _ready() -> AsyncIterator[Ground]:
    async with opened() as place, AsyncExitStack() as children:
        port = free_port()
        receiver = ChildProcess([str(port)], module="app.bench.receiver", log_file=place.folder / "receiver.log")
        await children.enter_async_context(receiver)
        await receiver.wait_until_ready(f"tcp://{HOST}:{port}")
        ring = load_key_ring(environment="development", keys=None, key_file=None, data_dir=place.folder)
        worker = ChildProcess(["worker"], log_file=place.folder / "worker.log", environment=_environment(place))
        await children.enter_async_context(worker)
        database = await children.enter_async_context(connected(place.app_url))
        await database.execute("SET sutiao.principal = 'system'")
        client = httpx.AsyncClient(base_url=f"http://{HOST}:{port}", trust_env=False)
        await children.enter_async_context(client)
        processes = {"worker": worker.pid, "database": place.server_pid, "receiver": receiver.pid}
        yield Ground(place, ring, database, client, port, processes)


def _environment(place: Place) -> dict[str, str]:
    return {
        "DATABASE_URL": place.app_url,
        "SUTIAO_DATA_DIR": str(place.folder),
        "SUTIAO_LOG_LEVEL": "warning",
        "SUTIAO_OUTBOUND_NETWORKS": "127.0.0.0/8",
        "SUTIAO_OUTBOUND_PORTS": "1024-65535",
        "SUTIAO_OUTBOUND_PLAIN_HTTP": "true",
        "SUTIAO_DELIVERY_CONCURRENCY": str(AT_ONCE),
    }


async def _throughput(ground: Ground, seconds: float) -> tuple[float, dict[str, float]]:
    """Deliveries a second that arrive while more wait than can be sent, and milliseconds of CPU for each."""
    tenants = await ground.endpoints((*HEALTHY, SLOW, DEAD))
    await ground.receiver.get("/reset")
    await ground.happen(max(40, round(EVENTS_PER_SECOND * seconds)), [new_id() for _ in range(REFERRALS)], tenants)
    await _first_arrival(ground)
    before, _ = await ground.results()
    used = ground.cpu_seconds()
    started = asyncio.get_running_loop().time()
    await asyncio.sleep(seconds)
    after, _ = await ground.results()
    passed = asyncio.get_running_loop().time() - started
    count = max(1, after - before)
    cost = {name: 1000 * (now - used[name]) / count for name, now in ground.cpu_seconds().items()}
    await _over(ground)
    return (after - before) / passed, cost


async def _over(ground: Ground) -> None:
    """No more for these endpoints. What was taken still arrives, and is none of the next run's."""
    await ground.database.execute(_REMOVED)
    async with asyncio.timeout(ARRIVAL_SECONDS):
        while await ground.database.fetchval(_UNDER_WAY, DEAD):  # noqa: ASYNC110 - a lease tells nobody of its end
            await asyncio.sleep(0.02)
    await ground.database.execute(_LEFT_OUT)


async def _first_arrival(ground: Ground) -> None:
    async with asyncio.timeout(ARRIVAL_SECONDS):
        while not (await ground.results())[0]:  # noqa: ASYNC110 - another process is asked, which tells nobody
            await asyncio.sleep(0.02)


async def _bare(ground: Ground, seconds: float) -> float:
    arguments = [str(ground.port), str(seconds), str(AT_ONCE), *HEALTHY, SLOW]
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "app.bench.bare", *arguments, stdout=asyncio.subprocess.PIPE
    )
    told, _ = await process.communicate()
    return int(told) / seconds


async def _p95(ground: Ground, seconds: float, paths: Sequence[str]) -> float:
    """From the recording of an event to its arrival at a healthy endpoint, while events happen at a steady rate."""
    tenants = await ground.endpoints(paths)
    await ground.receiver.get("/reset")
    referrals = [new_id() for _ in range(REFERRALS)]
    for _ in range(max(2, round(PACED_PER_SECOND * seconds))):
        await ground.happen(1, [referrals.pop() if len(referrals) > 1 else referrals[0]], tenants)
        await asyncio.sleep(1 / PACED_PER_SECOND)
    await _first_arrival(ground)
    await asyncio.sleep(0.5)
    _, latencies = await ground.results()
    await _over(ground)
    return percentile(sorted(latencies), 0.95)
