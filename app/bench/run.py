"""`sutiao bench`: the service against the least that could do the same, in one run, on one machine.

Everything runs on the loopback interface, in a folder of its own, for a bounded time; only what was started is ended.
"""

import asyncio
from collections.abc import Awaitable
from dataclasses import dataclass
from pathlib import Path

import uvloop
from rich.console import Console

from app.adapters.database.embedded_place import EmbeddedServerError
from app.bench import deliveries, growth, measure, profiling, report
from app.bench.ground import Ground, ready
from app.bench.load import Order, Result
from app.bench.measure import LoadFailedError, Side
from app.bench.open_streams import EVENTS, QUICK_EVENTS, QUICK_STREAMS, STREAMS, measure_streams
from app.bench.place import opened
from app.bench.service import Configuration, PreparationFailedError, free_port, register, served
from app.bench.writes import rows_by_table
from app.supervisor import ChildFailedError

CLIENTS = 4
OTHER_CLIENTS = (1, 32)
QUICK_SECONDS = 0.2
RESULT_FILE = Path("var") / "bench.json"
FASTER_THAN_CREATES = 3.0
"""Transitions are expected to be at most so many times as fast as creates: so many referrals are held ready."""


@dataclass(frozen=True, slots=True)
class Pace:
    """How long and how often."""

    seconds: float
    runs: int


def run_bench(
    *,
    seconds: float = 5.0,
    runs: int = 5,
    quick: bool = False,
    profile: bool = False,
    with_growth: bool = False,
    result_file: Path = RESULT_FILE,
    console: Console | None = None,
) -> int:
    """Measure, print, write the file; or, with `profile`, print where the time of requests goes.

    Args:
        seconds: Length of one run.
        runs: Alternated runs of each side.
        quick: One short run of each; for trying the bench itself.
        profile: Print where the time of a request goes instead of measuring.
        with_growth: Also measure lists and feeds on few and on many referrals; this takes minutes.
        result_file: Where the numbers go, as one flat object.
        console: Where to print.

    Returns:
        Exit status: 0 also where a bar is missed, 1 if something failed to run.
    """
    console = console or Console()
    pace = Pace(QUICK_SECONDS, 1) if quick else Pace(seconds, runs)
    try:
        if profile:
            uvloop.run(_profile(console))
            return 0
        numbers = asyncio.run(_measure(console, pace))
        console.print(f"delivering to {deliveries.ENDPOINTS} endpoints, one of them dead and one slow")
        latency_runs = 1 if quick else deliveries.LATENCY_RUNS
        numbers |= asyncio.run(deliveries.measure(pace.seconds, pace.runs, latency_runs=latency_runs))
        if with_growth:
            numbers |= asyncio.run(_growth(console))
    except (ChildFailedError, EmbeddedServerError, LoadFailedError, PreparationFailedError, OSError) as error:
        console.print(f"the bench failed: {error}", style="red", markup=False)
        return 1
    report.write(numbers, result_file)
    report.show(console, numbers)
    console.print(f"wrote {result_file}", highlight=False)
    return 0


async def _profile(console: Console) -> None:
    async with opened() as place:
        configuration = Configuration(place)
        port = free_port()
        async with served(place, configuration, port):
            registered = await register(configuration, port)
        table = await profiling.profile_of(configuration.settings(), registered)
        console.print(table, markup=False, highlight=False, soft_wrap=True)


async def _measure(console: Console, pace: Pace) -> dict[str, float]:
    console.print("starting a durable PostgreSQL, the service, its worker and the floor")
    async with ready() as ground:
        numbers = {
            "create_rows": float(len(ground.plan.create)),
            "transition_rows": float(len(ground.plan.transition)),
        }
        for name, writes in (("create", ground.plan.create), ("transition", ground.plan.transition)):
            listed = ", ".join(f"{table} {count}" for table, count in rows_by_table(writes).items())
            console.print(f"a {name} writes {len(writes)} rows: {listed}", highlight=False)
        console.print(f"measuring: {pace.runs} alternated runs of {pace.seconds:g} s each", highlight=False)
        numbers |= await _creates(ground, pace)
        numbers |= await _transitions(ground, pace, numbers)
        numbers |= await _feed(ground, pace)
        console.print("opening event streams")
        quick = pace.seconds <= QUICK_SECONDS
        streams, events = (QUICK_STREAMS, QUICK_EVENTS) if quick else (STREAMS, EVENTS)
        numbers |= await measure_streams(ground, streams=streams, events=events)
        return numbers


class _Cost:
    """CPU time of our processes over several plays, per request."""

    def __init__(self, ground: Ground) -> None:
        self._processes = ground.processes
        self._used = dict.fromkeys(self._processes, 0.0)
        self._requests = 0

    async def of(self, play: Awaitable[Result]) -> Result:
        """The result of a play, whose cost is added."""
        before = self._now()
        result = await play
        for name, seconds in self._now().items():
            self._used[name] += seconds - before[name]
        self._requests += result.used
        return result

    def numbers(self, name: str) -> dict[str, float]:
        """Milliseconds of CPU for one request, by process."""
        requests = max(1, self._requests)
        return {f"{name}_{process}_cpu_ms": 1000 * used / requests for process, used in self._used.items()}

    def _now(self) -> dict[str, float]:
        return {
            name: measure.cpu_seconds_of_family(pid) if name == "database" else measure.cpu_seconds(pid)
            for name, pid in self._processes.items()
        }


async def _creates(ground: Ground, pace: Pace) -> dict[str, float]:
    generator, ours = ground.generator, ground.ours
    cost = _Cost(ground)
    mine, floor, cte = await measure.alternated(
        pace.runs,
        [
            lambda: cost.of(ours.create(generator, CLIENTS, pace.seconds)),
            lambda: ground.floor.create(generator, CLIENTS, pace.seconds),
            lambda: ground.cte.create(generator, CLIENTS, pace.seconds),
        ],
    )
    numbers = _compared("create", mine, floor, cte) | cost.numbers("create")
    for clients in OTHER_CLIENTS:
        numbers |= _at("create", clients, [await ours.create(generator, clients, pace.seconds)])
    return numbers


async def _transitions(ground: Ground, pace: Pace, known: dict[str, float]) -> dict[str, float]:
    generator, ours = ground.generator, ground.ours
    cost = _Cost(ground)

    async def play(side: Side, rate: str, clients: int = CLIENTS, cost: _Cost | None = None) -> Result:
        wanted = FASTER_THAN_CREATES * known[rate] * (pace.seconds + measure.warm_seconds(pace.seconds))
        await side.stock_up(generator, int(wanted))
        moved = side.transition(generator, clients, pace.seconds)
        return await (moved if cost is None else cost.of(moved))

    mine, floor, cte = await measure.alternated(
        pace.runs,
        [
            lambda: play(ours, "create_per_s", cost=cost),
            lambda: play(ground.floor, "create_floor_per_s"),
            lambda: play(ground.cte, "create_cte_floor_per_s"),
        ],
    )
    numbers = _compared("transition", mine, floor, cte) | cost.numbers("transition")
    for clients in OTHER_CLIENTS:
        numbers |= _at("transition", clients, [await play(ours, "create_per_s", clients)])
    return numbers


async def _feed(ground: Ground, pace: Pace) -> dict[str, float]:
    path = await ground.feed_path()
    headers, warm = ground.ours.create_headers, measure.warm_seconds(pace.seconds)
    ours = Order(ground.ours.port, "GET", [path], headers, clients=CLIENTS, seconds=pace.seconds, warm_seconds=warm)
    hello = Order(
        ground.hello_port, "GET", ["/hello"], headers, clients=CLIENTS, seconds=pace.seconds, warm_seconds=warm
    )
    cost = _Cost(ground)
    play = ground.generator.play
    mine, bare = await measure.alternated(pace.runs, [lambda: cost.of(play(ours)), lambda: play(hello)])
    return {
        "feed_idle_ratio": measure.ratio(mine, bare),
        "feed_idle_per_s": measure.rate(mine),
        "hello_per_s": measure.rate(bare),
        "feed_idle_generator_cpu_share": max(result.cpu_share for result in mine),
        **measure.latencies("feed_idle", CLIENTS, mine),
        **cost.numbers("feed_idle"),
    }


async def _growth(console: Console) -> dict[str, float]:
    async with opened() as place:
        console.print(f"lists and feeds on {growth.SMALL:,} and on {growth.LARGE:,} referrals …")
        found = await growth.measure(place)
    report.show_growth(console, found.numbers, found.plans)
    return dict(found.numbers)


def _compared(name: str, mine: list[Result], floor: list[Result], cte: list[Result]) -> dict[str, float]:
    return {
        f"{name}_ratio": measure.ratio(mine, floor),
        f"{name}_cte_ratio": measure.ratio(mine, cte),
        f"{name}_per_s": measure.rate(mine),
        f"{name}_floor_per_s": measure.rate(floor),
        f"{name}_cte_floor_per_s": measure.rate(cte),
        f"{name}_generator_cpu_share": max(result.cpu_share for result in [*mine, *floor, *cte]),
        **_at(name, CLIENTS, mine),
    }


def _at(name: str, clients: int, results: list[Result]) -> dict[str, float]:
    return {f"{name}_per_s_{clients}": measure.rate(results), **measure.latencies(name, clients, results)}
