"""All servers of a bench, started in order: service and worker, the floor on a copy of its database, a bare hello."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass

from app.bench.bodies import TRANSITION
from app.bench.floor import URL_VARIABLE
from app.bench.measure import Generator, Side
from app.bench.place import Place, opened
from app.bench.service import (
    HOST,
    Configuration,
    Registered,
    free_port,
    head_cursor,
    our_side,
    register,
    sample_writes,
    served,
    working,
)
from app.bench.writes import Plan
from app.supervisor import ChildProcess


@dataclass(frozen=True, slots=True)
class Ground:
    """All servers of a bench, up and ready.

    Attributes:
        ours: The service.
        floor: One statement a row.
        cte: One statement for all rows.
        hello_port: Port of the bare application.
        feed_path: Asks for what is new, and nothing is.
        processes: Process ids of service, worker and PostgreSQL server, by name.
        plan: The rows of a create and of a transition.
    """

    generator: Generator
    ours: Side
    floor: Side
    cte: Side
    hello_port: int
    feed_path: Callable[[], Awaitable[str]]
    processes: dict[str, int]
    plan: Plan


@asynccontextmanager
async def ready() -> AsyncIterator[Ground]:
    """Prepare with the API alone, copy its database for the floor, then start everything."""
    async with opened() as place, AsyncExitStack() as children:
        configuration = Configuration(place)
        port = free_port()
        async with served(place, configuration, port):
            registered = await register(configuration, port)
            plan = await sample_writes(place, registered, port)
        floor_url = await place.clone_for_floor()
        service = await children.enter_async_context(served(place, configuration, port))
        worker = await children.enter_async_context(working(place, configuration))
        floor_port = await _start_floor(children, place, plan, floor_url)
        ours = our_side(registered, port)
        yield Ground(
            generator=Generator(place.folder),
            ours=ours,
            floor=_floor_side("floor", floor_port, ours, suffix=""),
            cte=_floor_side("cte", floor_port, ours, suffix="-cte"),
            hello_port=await _start_hello(children, place),
            feed_path=lambda: _idle_feed(registered, port),
            processes={"service": service.pid, "worker": worker.pid, "database": place.server_pid},
            plan=plan,
        )


async def _start_floor(children: AsyncExitStack, place: Place, plan: Plan, url: str) -> int:
    port = free_port()
    plan_file = place.folder / "plan.json"
    plan_file.write_bytes(plan.to_json())
    child = ChildProcess(
        [str(plan_file), str(port)],
        module="app.bench.floor",
        log_file=place.folder / "floor.log",
        environment={URL_VARIABLE: url},
    )
    await children.enter_async_context(child)
    await child.wait_until_ready(f"tcp://{HOST}:{port}")
    return port


async def _start_hello(children: AsyncExitStack, place: Place) -> int:
    port = free_port()
    child = ChildProcess([str(port)], module="app.bench.hello", log_file=place.folder / "hello.log")
    await children.enter_async_context(child)
    await child.wait_until_ready(f"http://{HOST}:{port}/hello")
    return port


def _floor_side(name: str, port: int, ours: Side, *, suffix: str) -> Side:
    """The same requests, to the floor; it does not know whom it has seen, so they may come again."""
    return Side(
        name=name,
        port=port,
        create_path=f"/create{suffix}",
        transition_path=f"/transition{suffix}/{{id}}",
        bodies=lambda _used, wanted: ours.bodies(0, wanted),
        transition_body=TRANSITION,
        create_headers=ours.create_headers,
        transition_headers=ours.transition_headers,
    )


async def _idle_feed(registered: Registered, port: int) -> str:
    return f"/v1/events?after={await head_cursor(registered, port)}"
