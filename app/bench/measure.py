"""Plays loads, each by a generator process of its own, and takes medians over alternated runs."""

import json
import os
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import asdict, dataclass, field
from itertools import count
from pathlib import Path
from statistics import median

import orjson

from app.bench.load import Order, Result
from app.supervisor import ChildProcess

WARM_SECONDS_MAX = 0.5
TOP_UP_SECONDS = 120.0
TOP_UP_CLIENTS = 8
MOST_PER_SECOND = 2_500
"""Bodies that are made ready for a second of creates."""

TICKS = os.sysconf("SC_CLK_TCK")
PROC = Path("/proc")
PARENT, USER, SYSTEM, REAPED_USER, REAPED_SYSTEM = 1, 11, 12, 13, 14
"""Fields of `/proc/<pid>/stat` after the name of the program."""


class LoadFailedError(Exception):
    """A request was refused, or a generator failed; the message says which and how."""


@dataclass(frozen=True, slots=True)
class Generator:
    """Where generators leave their files."""

    folder: Path
    numbers: "count[int]" = field(default_factory=count)

    async def play(self, order: Order) -> Result:
        """Play one order.

        Raises:
            LoadFailedError: an answer was not 2xx, or the generator ended badly.
        """
        number = next(self.numbers)
        order_file, result_file = (self.folder / f"load-{number}.{kind}.json" for kind in ("order", "result"))
        order_file.write_bytes(orjson.dumps(asdict(order)))
        log_file = self.folder / f"load-{number}.log"
        child = ChildProcess([str(order_file), str(result_file)], module="app.bench.load", log_file=log_file)
        async with child:
            status = await child.wait()
        if status != 0:
            raise LoadFailedError(f"the load generator ended with status {status}:\n{log_file.read_text()[-2000:]}")
        result = Result(**json.loads(result_file.read_bytes()))
        if result.refused:
            raise LoadFailedError(f"{order.method} {order.paths[0]} was refused: {result.refused}\n{result.sample}")
        return result


@dataclass(slots=True)
class Side:
    """One server under load, and the referrals made on it that nobody has moved yet.

    Attributes:
        name: Enters the idempotency keys.
        port: Port on the loopback interface.
        create_path: Path of a create.
        transition_path: Path of a transition, with `{id}`.
        bodies: Gives JSON bodies of creates: how many were used before, how many are wanted.
        transition_body: JSON body of a transition.
        create_headers: Headers of a create.
        transition_headers: Headers of a transition.
        stock: Ids of referrals that wait for their transition.
        used: How many bodies were sent.
    """

    name: str
    port: int
    create_path: str
    transition_path: str
    bodies: Callable[[int, int], list[str]]
    transition_body: str
    create_headers: dict[str, str] = field(default_factory=dict)
    transition_headers: dict[str, str] = field(default_factory=dict)
    stock: list[str] = field(default_factory=list)
    used: int = 0
    calls: "count[int]" = field(default_factory=count)

    async def create(self, generator: Generator, clients: int, seconds: float, *, most: int | None = None) -> Result:
        """Load the server with creates, each with parties of its own.

        Raises:
            LoadFailedError: the server was faster than bodies were made for it.
        """
        wanted = most or int(MOST_PER_SECOND * (seconds + warm_seconds(seconds)))
        order = Order(
            port=self.port,
            method="POST",
            paths=[self.create_path],
            headers=self.create_headers,
            bodies=self.bodies(self.used, wanted),
            key_prefix=f"{self.name}-c{next(self.calls)}",
            clients=clients,
            seconds=seconds,
            warm_seconds=warm_seconds(seconds),
            most=most,
            collect_ids=True,
        )
        result = await generator.play(order)
        if result.used > wanted:
            raise LoadFailedError(f"{self.name} took {result.used} creates, and {wanted} bodies were made")
        self.used += result.used
        self.stock += result.ids
        return result

    async def stock_up(self, generator: Generator, wanted: int) -> None:
        """Create until so many referrals wait for their transition."""
        if len(self.stock) < wanted:
            await self.create(generator, TOP_UP_CLIENTS, TOP_UP_SECONDS, most=wanted - len(self.stock))

    async def transition(self, generator: Generator, clients: int, seconds: float) -> Result:
        """Load the server with transitions, each on a referral of the stock; ends early where that is used up."""
        taken, self.stock = self.stock, []
        order = Order(
            port=self.port,
            method="POST",
            paths=[self.transition_path.format(id=referral) for referral in taken],
            headers=self.transition_headers,
            bodies=[self.transition_body],
            key_prefix=f"{self.name}-t{next(self.calls)}",
            clients=clients,
            seconds=seconds,
            warm_seconds=warm_seconds(seconds),
            once=True,
        )
        result = await generator.play(order)
        self.stock = taken[result.used :]
        return result


def warm_seconds(seconds: float) -> float:
    """Length of the part before a measured one of that length: connections are made, statements prepared."""
    return min(WARM_SECONDS_MAX, seconds / 2)


async def alternated(runs: int, plays: Sequence[Callable[[], Awaitable[Result]]]) -> list[list[Result]]:
    """The results of each play, one a round; every round plays all of them, one after the other."""
    results: list[list[Result]] = [[] for _ in plays]
    for _ in range(runs):
        for found, play in zip(results, plays, strict=True):
            found.append(await play())
    return results


def rate(results: Sequence[Result]) -> float:
    """Median of answers per second."""
    return median(result.per_second for result in results)


def ratio(ours: Sequence[Result], floor: Sequence[Result]) -> float:
    """Median over the rounds of our rate over the floor's."""
    return median(mine.per_second / least.per_second for mine, least in zip(ours, floor, strict=True))


def latencies(name: str, clients: int, results: Sequence[Result]) -> dict[str, float]:
    """Medians of the percentiles in milliseconds, named `<name>_p50_ms_<clients>` and so on."""
    return {
        f"{name}_{share}_ms_{clients}": median(getattr(result, f"{share}_ms") for result in results)
        for share in ("p50", "p95", "p99")
    }


def cpu_seconds(pid: int) -> float:
    """CPU time of a process so far; 0 on systems without /proc."""
    fields = _fields(pid)
    return (int(fields[USER]) + int(fields[SYSTEM])) / TICKS if fields else 0.0


def cpu_seconds_of_family(pid: int) -> float:
    """CPU time of a process and its children so far, those that have ended included."""
    fields = _fields(pid)
    if not fields:
        return 0.0
    ended = (int(fields[REAPED_USER]) + int(fields[REAPED_SYSTEM])) / TICKS
    pids = [int(path.name) for path in PROC.iterdir() if path.name.isdigit()]
    children = sum(cpu_seconds(child) for child in pids if (_fields(child) or ["", ""])[PARENT] == str(pid))
    return cpu_seconds(pid) + ended + children


def _fields(pid: int) -> list[str]:
    try:
        return (PROC / str(pid) / "stat").read_text().rpartition(")")[2].split()
    except (OSError, ValueError):
        return []
