"""The floor: the least that a Python service could do for the same rows. A fresh id for each new row, and the driver.

Run as `python -m app.bench.floor PLAN PORT`, with the address of its database in SUTIAO_BENCH_FLOOR_URL. It checks
nothing, knows no tenants and goes around row security. Its rows are those of `writes.py`, in tables of the same shape.
"""

import os
import sys
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from uuid import UUID

import asyncpg
import orjson
import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from app.adapters.ids import new_id
from app.bench.writes import Plan, Source, Value, Write

POOL_SIZE = 16
URL_VARIABLE = "SUTIAO_BENCH_FLOOR_URL"
HOST = "127.0.0.1"
KEY_HEADER = "idempotency-key"

Ids = list[UUID]
Argument = Callable[[Ids, str, object], object]
"""Gives the value of a parameter from the request's ids, its key, and the entry of its event."""


class Statement:
    """One prepared statement and where its parameters come from."""

    __slots__ = ("arguments", "returns_entry", "text")

    def __init__(self, text: str, arguments: Sequence[Argument], *, returns_entry: bool = False) -> None:
        self.text = text
        self.arguments = tuple(arguments)
        self.returns_entry = returns_entry


class _Parameters:
    """Collects the parameters of one statement while its text is written."""

    def __init__(self, samples: dict[Value, object]) -> None:
        self._samples = samples
        self.arguments: list[Argument] = []

    def add(self, value: Value) -> str:
        """The placeholder of a value."""
        self.arguments.append(_argument(value, self._samples))
        return f"${len(self.arguments)}"


def _argument(value: Value, samples: dict[Value, object]) -> Argument:
    match value.source:
        case Source.ID:
            number = int(value.text or 0)
            return lambda ids, _key, _entry: ids[number]
        case Source.KEY:
            return lambda _ids, key, _entry: key
        case Source.ENTRY:
            return lambda _ids, _key, entry: entry
        case Source.SAMPLE:
            sample = samples[value]
            return lambda _ids, _key, _entry: sample


def one_by_one(writes: Sequence[Write], samples: dict[Value, object]) -> list[Statement]:
    """One statement a row; the event's gives back its entry for the row that announces it."""
    statements = []
    for write in writes:
        parameters = _Parameters(samples)
        is_event = write.table == "events"
        text = _text_of(write, parameters) + (" RETURNING entry" if is_event else "")
        statements.append(Statement(text, parameters.arguments, returns_entry=is_event))
    return statements


def all_in_one(writes: Sequence[Write], samples: dict[Value, object]) -> Statement:
    """The same rows in one statement."""
    parameters = _Parameters(samples)
    parts = []
    for number, write in enumerate(writes):
        if any(value.source is Source.ENTRY for value in write.values):
            text = f"INSERT INTO {write.table} ({write.values[0].column}) SELECT entry FROM event"
        else:
            text = _text_of(write, parameters)
        name = "event" if write.table == "events" else f"row_{number}"
        parts.append(f"{name} AS ({text}{' RETURNING entry' if write.table == 'events' else ''})")
    return Statement(f"WITH {', '.join(parts)} SELECT 1", parameters.arguments)


def _text_of(write: Write, parameters: _Parameters) -> str:
    if not write.where:
        columns = ", ".join(value.column for value in write.values)
        return f"INSERT INTO {write.table} ({columns}) VALUES ({', '.join(map(parameters.add, write.values))})"
    changes = ", ".join(f"{value.column} = {parameters.add(value)}" for value in write.values)
    found = " AND ".join(f"{value.column} = {parameters.add(value)}" for value in write.where)
    return f"UPDATE {write.table} SET {changes} WHERE {found}"


async def samples_of(pool: "asyncpg.Pool[asyncpg.Record]", writes: Sequence[Write]) -> dict[Value, object]:
    """The service's own values as the driver wants them."""
    wanted = {value for write in writes for value in (*write.values, *write.where) if value.source is Source.SAMPLE}
    return {value: await pool.fetchval(f"SELECT $1::text::{value.type}", value.text) for value in wanted}


class Floor:
    """Two ways to write the rows of a create and of a transition, and the referrals made so far."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.pool: asyncpg.Pool[asyncpg.Record]
        self.known: dict[str, Ids] = {}
        self.statements: dict[str, list[Statement]] = {}

    @asynccontextmanager
    async def running(self, _app: object = None) -> AsyncIterator[None]:
        """Connected, with its statements ready."""
        url = os.environ[URL_VARIABLE]
        async with asyncpg.create_pool(url, min_size=POOL_SIZE, max_size=POOL_SIZE, reset=_keep) as pool:
            self.pool = pool
            samples = await samples_of(pool, [*self.plan.create, *self.plan.transition])
            for name, writes in (("create", self.plan.create), ("transition", self.plan.transition)):
                self.statements[name] = one_by_one(writes, samples)
                self.statements[f"{name}_cte"] = [all_in_one(writes, samples)]
            yield

    async def create(self, request: Request) -> Response:
        """Write the rows of a create, one by one."""
        return await self._create(request, self._write_one_by_one, "create")

    async def create_cte(self, request: Request) -> Response:
        """Write them in one statement."""
        return await self._create(request, self._write_at_once, "create_cte")

    async def transition(self, request: Request) -> Response:
        """Write the rows of a transition, one by one."""
        return await self._transition(request, self._write_one_by_one, "transition")

    async def transition_cte(self, request: Request) -> Response:
        """Write them in one statement."""
        return await self._transition(request, self._write_at_once, "transition_cte")

    async def _create(self, request: Request, write: Callable[..., Awaitable[None]], name: str) -> Response:
        orjson.loads(await request.body())
        ids = [new_id() for _ in range(self.plan.create_ids)]
        await write(name, ids, request.headers[KEY_HEADER])
        referral = str(ids[0])
        self.known[referral] = ids
        return _json({"id": referral, "version": 1}, 201)

    async def _transition(self, request: Request, write: Callable[..., Awaitable[None]], name: str) -> Response:
        orjson.loads(await request.body())
        referral = request.path_params["id"]
        ids = self.known.pop(referral)
        ids = [*ids, *(new_id() for _ in range(self.plan.all_ids - len(ids)))]
        await write(name, ids, request.headers[KEY_HEADER])
        return _json({"id": referral, "version": 2}, 200)

    async def _write_one_by_one(self, name: str, ids: Ids, key: str) -> None:
        entry: object = None
        async with self.pool.acquire() as connection:
            await connection.execute("BEGIN")
            for statement in self.statements[name]:
                found = await connection.fetchval(
                    statement.text, *[give(ids, key, entry) for give in statement.arguments]
                )
                entry = found if statement.returns_entry else entry
            await connection.execute("COMMIT")

    async def _write_at_once(self, name: str, ids: Ids, key: str) -> None:
        (statement,) = self.statements[name]
        async with self.pool.acquire() as connection:
            await connection.execute("BEGIN")
            await connection.fetchval(statement.text, *[give(ids, key, None) for give in statement.arguments])
            await connection.execute("COMMIT")

    def app(self) -> Starlette:
        """The floor as an application; the paths are those of `measure.py`."""
        routes = [
            Route("/create", self.create, methods=["POST"]),
            Route("/create-cte", self.create_cte, methods=["POST"]),
            Route("/transition/{id}", self.transition, methods=["POST"]),
            Route("/transition-cte/{id}", self.transition_cte, methods=["POST"]),
        ]
        return Starlette(routes=routes, lifespan=self.running)


async def _keep(_connection: object) -> None:
    """Leave a connection as it is; the pool's own way would ask the server to reset it, which costs a round trip."""


def _json(answer: dict[str, object], status: int) -> Response:
    return Response(orjson.dumps(answer), status, media_type="application/json")


def serve(app: object, port: int) -> None:
    """Serve an application as the service itself is served."""
    uvicorn.run(app, host=HOST, port=port, loop="uvloop", http="httptools", log_level="warning", access_log=False)  # type: ignore[arg-type]


if __name__ == "__main__":
    plan_file, wanted_port = sys.argv[1:]
    serve(Floor(Plan.from_json(Path(plan_file).read_bytes())).app(), int(wanted_port))
