"""The service under load, as in production: its own process, its own role, a line of log for each request, a worker."""

import asyncio
import os
import socket
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from functools import partial

import httpx
import orjson
from pydantic import SecretStr

from app.adapters.ids import new_id
from app.adapters.secrets import new_key_ring_text
from app.bench.bodies import TRANSITION, VARIANTS, create_bodies
from app.bench.measure import Side
from app.bench.place import Place
from app.bench.writes import Plan, plan_of
from app.bootstrap import first_key
from app.settings import PREFIX, Settings
from app.supervisor import ChildProcess

HOST = "127.0.0.1"
STEP_SECONDS = 10.0
QUIET_READS = 5
QUIET_SECONDS = 0.1
TRANSITION_PATH = "/v1/referrals/{id}/transitions"
VALID_FROM = "2024-01-01"
UNLIMITED = 1_000_000
"""Requests per second and at once: the limit is counted as in production, and never reached."""

STREAMS_MAX = 2_000
"""Open streams of one tenant: they are all the court's."""

SCOPES = ["referrals:read", "referrals:write", "feed:read"]

COURT = {
    "name": "Court of the bench",
    "level": "basic",
    "valid_from": VALID_FROM,
    "tracks": [{"track": "pre_filing_2022", "valid_from": VALID_FROM}],
}
ORGANISATION = {"name": "Centre of the bench", "kind": "industry", "valid_from": VALID_FROM}
CHANNEL = {"mode": "point_to_point", "form": "online", "valid_from": VALID_FROM}
MEDIATOR = {"name": "Mediator of the bench", "valid_from": VALID_FROM}


class PreparationFailedError(Exception):
    """The API refused a step of the preparation; the message names the path and shows the answer."""


@dataclass(frozen=True, slots=True)
class Registered:
    """What the registry was given: a court, an organisation, a channel between them, and a key for each of the two."""

    organisation_id: str
    court_key: str = field(repr=False)
    organisation_key: str = field(repr=False)


class Configuration:
    """Settings of the service on a place: production, so that the legal clock is the real one."""

    def __init__(self, place: Place) -> None:
        self._place = place
        self._keys = new_key_ring_text()

    def environment(self) -> dict[str, str]:
        """For child processes; everything not named here has its default."""
        inherited = {name: "" for name in os.environ if name.startswith(PREFIX)}
        return {
            **inherited,
            "DATABASE_URL": self._place.app_url,
            f"{PREFIX}OWNER_DATABASE_URL": self._place.owner_url,
            f"{PREFIX}ENVIRONMENT": "production",
            f"{PREFIX}KEYS": self._keys,
            f"{PREFIX}ASYMMETRIC_SIGNING": "false",
            f"{PREFIX}DATA_DIR": str(self._place.folder / "var"),
            f"{PREFIX}LOG_JSON": "true",
            f"{PREFIX}RATE_LIMIT_PER_SECOND": str(UNLIMITED),
            f"{PREFIX}RATE_LIMIT_BURST": str(UNLIMITED),
            f"{PREFIX}FEED_STREAMS_PER_TENANT_MAX": str(STREAMS_MAX),
        }

    def settings(self) -> Settings:
        """The same for this process."""
        return Settings(
            environment="production",
            database_url=SecretStr(self._place.app_url),
            owner_database_url=SecretStr(self._place.owner_url),
            keys=SecretStr(self._keys),
            asymmetric_signing=False,
            data_dir=self._place.folder / "var",
            log_json=True,
        )


@asynccontextmanager
async def served(place: Place, configuration: Configuration, port: int) -> AsyncIterator[ChildProcess]:
    """The API on a port; its log goes to a file."""
    environment = configuration.environment()
    arguments = ["serve", "--host", HOST, "--port", str(port)]
    async with ChildProcess(arguments, log_file=place.folder / "serve.log", environment=environment) as child:
        await child.wait_until_ready(f"http://{HOST}:{port}/readyz")
        yield child


@asynccontextmanager
async def working(place: Place, configuration: Configuration) -> AsyncIterator[ChildProcess]:
    """The worker."""
    environment = configuration.environment()
    async with ChildProcess(["worker"], log_file=place.folder / "worker.log", environment=environment) as child:
        yield child


class Caller:
    """Calls the API with one key, outside the measured loads."""

    def __init__(self, client: httpx.AsyncClient, key: str) -> None:
        self._client = client
        self._headers = {"Authorization": f"Bearer {key}"}

    async def made(self, path: str, body: Mapping[str, object], *, field_name: str = "id", version: int = 0) -> str:
        """Make something; one field of the answer, its id unless said otherwise.

        Args:
            path: Path of the endpoint.
            body: What to send.
            field_name: Field of the answer.
            version: Version that is to be moved on; 0 where nothing is.

        Raises:
            PreparationFailedError: the answer was not 2xx.
        """
        headers = {**self._headers, "Idempotency-Key": f"prepare-{new_id()}"}
        if version:
            headers["If-Match"] = f'"{version}"'
        answer = await self._client.post(path, json=body, headers=headers)
        return _field_of(answer, field_name)

    async def read(self, path: str, field_name: str) -> tuple[str, bool]:
        """Read something: one field of the answer, and whether there is more. Raises as `made`."""
        answer = await self._client.get(path, headers=self._headers)
        return _field_of(answer, field_name), bool(answer.json().get("has_more"))


def _field_of(answer: httpx.Response, name: str) -> str:
    if not answer.is_success:
        raise PreparationFailedError(f"{answer.request.method} {answer.request.url.path}: {answer.text}")
    return str(answer.json()[name])


def _api(port: int) -> httpx.AsyncClient:
    return httpx.AsyncClient(base_url=f"http://{HOST}:{port}", timeout=STEP_SECONDS, trust_env=False)


async def register(configuration: Configuration, port: int) -> Registered:
    """Give the registry what a referral needs, as an operator would."""
    operator_key = await first_key(configuration.settings())
    if operator_key is None:
        raise PreparationFailedError("the first operator key was already given")
    async with _api(port) as api:
        operator = Caller(api, operator_key)
        court = await operator.made("/v1/courts", COURT)
        organisation = await operator.made("/v1/organisations", ORGANISATION)
        await operator.made("/v1/channels", {**CHANNEL, "court_id": court, "organisation_id": organisation})
        await operator.made("/v1/mediators", {**MEDIATOR, "organisation_id": organisation})
        keys = [
            await operator.made(
                "/v1/clients", {"tenant_id": tenant, "name": "bench", "scopes": SCOPES}, field_name="key"
            )
            for tenant in (court, organisation)
        ]
    return Registered(organisation, court_key=keys[0], organisation_key=keys[1])


async def sample_writes(place: Place, registered: Registered, port: int) -> Plan:
    """The rows of one real create and of one real acceptance of it, counted in the database."""
    start = await place.snapshot()
    async with _api(port) as client:
        body = orjson.loads(create_bodies(registered.organisation_id, VARIANTS - 1, 1)[0])
        referral = await Caller(client, registered.court_key).made("/v1/referrals", body)
        created = await place.snapshot()
        mover = Caller(client, registered.organisation_key)
        await mover.made(TRANSITION_PATH.format(id=referral), orjson.loads(TRANSITION), version=1)
        return plan_of(start, created, await place.snapshot())


def our_side(registered: Registered, port: int) -> Side:
    """The service as a side: the court creates, the organisation accepts."""
    return Side(
        name="ours",
        port=port,
        create_path="/v1/referrals",
        transition_path=TRANSITION_PATH,
        bodies=partial(create_bodies, registered.organisation_id),
        transition_body=TRANSITION,
        create_headers={"Authorization": f"Bearer {registered.court_key}"},
        transition_headers={"Authorization": f"Bearer {registered.organisation_key}", "If-Match": '"1"'},
    )


async def head_cursor(registered: Registered, port: int) -> str:
    """The court's cursor after everything that its feed will ever say, once the worker has caught up."""
    async with _api(port) as client:
        caller = Caller(client, registered.court_key)
        cursor, more = await caller.read("/v1/events?limit=500", "next")
        quiet = 0
        while quiet < QUIET_READS:
            before = cursor
            cursor, more = await caller.read(f"/v1/events?limit=500&after={before}", "next")
            quiet = quiet + 1 if cursor == before and not more else 0
            if quiet:
                await asyncio.sleep(QUIET_SECONDS)
        return cursor


def free_port() -> int:
    """A port of the loopback interface that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])
