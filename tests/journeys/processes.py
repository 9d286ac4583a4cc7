"""API and worker as processes of their own on a test's database, and the callers of a small world registered there."""

from collections.abc import Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from uuid import uuid4

from app.adapters.database.roles import connected
from app.demo.stage import command, first_key, free_port
from app.supervisor import ChildProcess
from tests.api.callers import TODAY, done
from tests.database_server import DatabaseUrls
from tests.journeys.wire import ANSWER_SECONDS, HOST, BrokenError, Wire

PAGE = 200
READY_SECONDS = 60.0
SCOPES = ["referrals:read", "referrals:write", "feed:read"]
DATED = {"valid_from": "2010-01-01"}


@dataclass(frozen=True)
class Caller:
    """One key at one process."""

    wire: Wire
    key: str = field(repr=False)
    tenant_id: str = ""
    client_id: str = ""

    def on(self, wire):
        """The same key at another process."""
        return replace(self, wire=wire)

    async def get(self, path, **params):
        return await self.wire.send("GET", path, headers=self._headers(), params=params)

    async def write(self, path, body, *, key=None, version=None, seconds=ANSWER_SECONDS):
        """A write under a fresh key unless one is given."""
        headers = {"Idempotency-Key": key or uuid4().hex, "Content-Type": "application/json"}
        if version is not None:
            headers["If-Match"] = f'"{version}"'
        sent = {"headers": headers | self._headers(), "body": body, "seconds": seconds}
        try:
            return await self.wire.send("POST", path, **sent)
        except BrokenError:  # A connection that lay idle may be closed as it is used; the key makes a repeat safe.
            return await self.wire.send("POST", path, **sent)

    async def items(self, path):
        """All items of a paged list or of the feed, from the beginning."""
        found, params = [], {"limit": PAGE}
        while True:
            page = await done(self.get(path, **params))
            found += page["items"]
            if not page.get("has_more", page.get("next") is not None):
                return found
            params["after"] = page["next"]

    def _headers(self):
        return {"Authorization": f"Bearer {self.key}"}


@dataclass(frozen=True)
class World:
    """A court and an organisation with an open channel; both as callers."""

    court: Caller
    centre: Caller
    mediator_id: str


@dataclass(frozen=True)
class Installation:
    """The processes on one database. `wires` lead to `apis`; the worker runs if it was asked for."""

    databases: DatabaseUrls = field(repr=False)
    folder: Path
    environment: dict[str, str] = field(repr=False)
    wires: Sequence[Wire]
    apis: Sequence[ChildProcess]
    worker: ChildProcess
    operator: Caller

    async def verify(self):
        """Exit status of `sutiao verify`, and what it printed."""
        return await command(["verify"], self.folder, self.environment)

    async def rows(self, query, *arguments):
        """What really is there, past row security."""
        async with connected(self.databases.superuser_url) as superuser:
            return await superuser.fetch(query, *arguments)

    async def world(self):
        """A court and an organisation that nobody else knows, registered through the API."""
        tracks = [{"track": "pre_filing_2022", **DATED}]
        court_id = await self._made("courts", name=f"法院 {uuid4().hex}", level="basic", tracks=tracks)
        centre_id = await self._made("organisations", name=f"调解中心 {uuid4().hex}", kind="chamber")
        mediator_id = await self._made("mediators", name="赵调解", organisation_id=centre_id)
        ends = {"court_id": court_id, "organisation_id": centre_id}
        await self._made("channels", **ends, mode="point_to_point", form="online")
        return World(await self._client(court_id), await self._client(centre_id), mediator_id)

    async def _made(self, noun, **body):
        return (await done(self.operator.write(f"/v1/{noun}", {**DATED, **body}), 201))["id"]

    async def _client(self, tenant_id):
        body = {"tenant_id": tenant_id, "name": "client", "scopes": SCOPES}
        made = await done(self.operator.write("/v1/clients", body), 201)
        return Caller(self.operator.wire, made["key"], tenant_id, made["id"])


@asynccontextmanager
async def installed(databases, folder, *, api_count=1, with_worker=False, more=None):
    """A migrated database set up by `sutiao bootstrap`, with API processes that answer; all end with the block.

    `more`: further variables of their environment.
    """
    environment = {
        "DATABASE_URL": databases.app_url,
        "SUTIAO_ENVIRONMENT": "development",
        "SUTIAO_DATA_DIR": str(folder),
        "SUTIAO_LEGAL_CLOCK_START": TODAY,
        "SUTIAO_LOG_LEVEL": "warning",
        **(more or {}),
    }
    operator_key = await first_key(folder, environment)
    wires = [Wire(free_port()) for _ in range(api_count)]
    apis = [_child(folder, environment, "serve", "--host", HOST, "--port", str(wire.port)) for wire in wires]
    worker = _child(folder, environment, "worker")
    operator = Caller(wires[0], operator_key)
    async with AsyncExitStack() as opened:
        for wire in wires:
            opened.push_async_callback(wire.close)
        for child in [*apis, worker] if with_worker else apis:
            await opened.enter_async_context(child)
        for wire, api in zip(wires, apis, strict=True):
            await api.wait_until_ready(f"{wire.url}/readyz", timeout_seconds=READY_SECONDS)
        yield Installation(databases, folder, environment, wires, apis, worker, operator)


def _child(folder, environment, *arguments):
    log_file = folder / "logs" / f"{arguments[0]}-{arguments[-1]}.log"
    return ChildProcess(list(arguments), log_file=log_file, environment=environment)
