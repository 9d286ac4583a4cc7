"""The service under load, as in production: its own process, its own role, a line of log for each request, a worker."""

import os
import socket
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from itertools import count

import httpx
from pydantic import SecretStr

from app.adapters.secrets import new_key_ring_text
from app.bench.bodies import TRANSITION, create_bodies
from app.bench.measure import Side
from app.bench.place import Place
from app.bootstrap import first_key
from app.settings import PREFIX, Settings
from app.supervisor import ChildProcess

HOST = "127.0.0.1"
STEP_SECONDS = 10.0


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
            f"{PREFIX}DATA_DIR": str(self._place.folder / "var"),
            f"{PREFIX}LOG_JSON": "true",
        }

    def settings(self) -> Settings:
        """The same for this process."""
        return Settings(
            environment="production",
            database_url=SecretStr(self._place.app_url),
            owner_database_url=SecretStr(self._place.owner_url),
            keys=SecretStr(self._keys),
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
        self._numbers = count()

    async def post(self, path: str, body: Mapping[str, object], *, version: int | None = None) -> str:
        """Make something; the text of the answer.

        Raises:
            PreparationFailedError: the answer was not 2xx.
        """
        headers = {**self._headers, "Idempotency-Key": f"prepare-{id(self)}-{next(self._numbers)}"}
        if version is not None:
            headers["If-Match"] = f'"{version}"'
        answer = await self._client.post(path, json=body, headers=headers)
        return _text_of(answer)

    async def get(self, path: str) -> str:
        """Read something; the text of the answer. Raises as `post`."""
        return _text_of(await self._client.get(path, headers=self._headers))


def _text_of(answer: httpx.Response) -> str:
    if not answer.is_success:
        raise PreparationFailedError(f"{answer.request.method} {answer.request.url.path}: {answer.text}")
    return answer.text


async def register(configuration: Configuration, port: int) -> Registered:
    """Give the registry what a referral needs, as an operator would."""
    operator_key = await first_key(configuration.settings())
    if operator_key is None:
        raise PreparationFailedError("the first operator key was already given")
    async with _api(port) as client:
        operator = Caller(client, operator_key)
        court = await operator.made("/v1/courts", COURT)
        organisation = await operator.made("/v1/organisations", ORGANISATION)
        await operator.made("/v1/channels", {**CHANNEL, "court_id": court, "organisation_id": organisation})
        await operator.made("/v1/mediators", {**MEDIATOR, "organisation_id": organisation})
        keys = [
            await operator.key_of({"tenant_id": tenant, "name": "bench", "scopes": SCOPES})
            for tenant in (court, organisation)
        ]
    return Registered(organisation, *keys)


async def sample_writes(place: Place, registered: Registered, port: int) -> Plan:
    """The rows of one real create and of one real acceptance of it, counted in the database."""
    start = await place.snapshot()
    async with _api(port) as client:
        body = orjson.loads(create_bodies(registered.organisation_id)[0])
        referral = await Caller(client, registered.court_key).made("/v1/referrals", body)
        created = await place.snapshot()
        mover = Caller(client, registered.organisation_key)
        await mover.post(TRANSITION_PATH.format(id=referral), orjson.loads(TRANSITION), version=1)
        return plan_of(start, created, await place.snapshot())
