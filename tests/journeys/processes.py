"""API and worker as processes of their own on a test's database, and the callers of a small world registered there."""

from collections.abc import Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from uuid import uuid4

import httpx

from app.adapters.database.roles import connected
from app.demo.stage import HOST, command, first_key, free_port
from app.supervisor import ChildProcess
from tests.api.callers import TODAY, done
from tests.database_server import DatabaseUrls

ANSWER_SECONDS = 20.0
SCOPES = ["referrals:read", "referrals:write", "feed:read"]
DATED = {"valid_from": "2010-01-01"}


@dataclass(frozen=True)
class Caller:
    """One key at one address; `on` is the same key at another one."""

    http: httpx.AsyncClient
    url: str
    key: str
    tenant_id: str = ""
    client_id: str = ""

    def on(self, url):
        return replace(self, url=url)

    def with_key(self, key):
        return replace(self, key=key)

    async def get(self, path, **params):
        return await self.http.get(self.url + path, headers=self._headers(), params=params)

    async def write(self, path, body, *, key=None, version=None, timeout=ANSWER_SECONDS):
        """A write under a fresh key unless one is given."""
        headers = {**self._headers(), "Idempotency-Key": key or uuid4().hex}
        if version is not None:
            headers["If-Match"] = f'"{version}"'
        return await self.http.post(self.url + path, json=body, headers=headers, timeout=timeout)

    async def items(self, path):
        """All items of a paged list or of the feed, from the beginning."""
        found, params = [], {"limit": 200}
        while True:
            page = await done(self.get(path, **params))
            found += page["items"]
            if not page.get("has_more", page["next"] is not None):
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
    """The processes on one database. `urls` and `apis` belong together; the worker is not started yet."""

    databases: DatabaseUrls
    folder: Path
    environment: dict[str, str]
    urls: Sequence[str]
    apis: Sequence[ChildProcess]
    worker: ChildProcess
    operator: Caller

    async def start_api(self, number=0):
        await self.apis[number].start()
        await self.apis[number].wait_until_ready(f"{self.urls[number]}/readyz")

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
        return Caller(self.operator.http, self.operator.url, made["key"], tenant_id, made["id"])


@asynccontextmanager
async def installed(databases, folder, *, api_count=1):
    """A migrated database set up by `sutiao bootstrap`, with API processes that answer; all end with the block."""
    environment = {
        "DATABASE_URL": databases.app_url,
        "SUTIAO_ENVIRONMENT": "development",
        "SUTIAO_DATA_DIR": str(folder),
        "SUTIAO_LEGAL_CLOCK_START": TODAY,
        "SUTIAO_LOG_LEVEL": "warning",
    }
    operator_key = await first_key(folder, environment)
    ports = [free_port() for _ in range(api_count)]
    urls = [f"http://{HOST}:{port}" for port in ports]
    apis = [
        child(folder, environment, f"api-{port}", "serve", "--host", HOST, "--port", str(port)) for port in ports
    ]
    worker = child(folder, environment, "worker", "worker")
    limits = httpx.Limits(max_connections=None, max_keepalive_connections=None)
    async with AsyncExitStack() as opened:
        http = httpx.AsyncClient(timeout=ANSWER_SECONDS, limits=limits, trust_env=False)
        await opened.enter_async_context(http)
        for api in apis:
            await opened.enter_async_context(api)
        for api, url in zip(apis, urls, strict=True):
            await api.wait_until_ready(f"{url}/readyz")
        operator = Caller(http, urls[0], operator_key)
        yield Installation(databases, folder, environment, urls, apis, worker, operator)


def child(folder, environment, name, *arguments):
    return ChildProcess(list(arguments), log_file=folder / "logs" / f"{name}.log", environment=environment)
