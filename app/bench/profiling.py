"""Where the time goes: the whole application in this process, without a web server, under the profiler.

The profiler makes calls of Python dearer than they are; the order of the lines matters, not their sum. Time of the
driver's own functions is mostly waiting for the database.
"""

import cProfile
import io
import pstats
from collections.abc import AsyncIterator, MutableMapping
from contextlib import asynccontextmanager
from itertools import count
from typing import Any

import orjson
from starlette.types import ASGIApp

from app import log
from app.bench.bodies import TRANSITION, create_bodies
from app.bench.service import TRANSITION_PATH, Registered
from app.main import create_app
from app.settings import Settings

WARM = 100
TIMES = 500
LINES = 25


async def profile_of(settings: Settings, registered: Registered) -> str:
    """Tables of the 25 functions in which creates, transitions and idle feed answers spend most of their own time."""
    log.configure(settings.log_level, json=True, stream=io.BytesIO())
    async with _running(settings) as app:
        caller = _Caller(app)
        bodies = [body.encode() for body in create_bodies(registered.organisation_id, 0, WARM + TIMES)]
        creates = [("POST", "/v1/referrals", registered.court_key, body) for body in bodies]
        answers, created = await caller.profiled("create", creates)
        ids = [orjson.loads(answer)["id"] for answer in answers]
        accepts = [
            ("POST", TRANSITION_PATH.format(id=referral), registered.organisation_key, TRANSITION.encode())
            for referral in ids
        ]
        _, moved = await caller.profiled("transition", accepts)
        cursor = await _after_last_event(caller, registered.court_key)
        _, idle = await caller.profiled("idle feed", [("GET", cursor, registered.court_key, b"")] * (WARM + TIMES))
    return f"{created}\n{moved}\n{idle}"


@asynccontextmanager
async def _running(settings: Settings) -> AsyncIterator[ASGIApp]:
    app = create_app(settings)
    async with app.router.lifespan_context(app):
        yield app


async def _after_last_event(caller: "_Caller", key: str) -> str:
    """The address that asks for what is new; without a worker nothing is ever placed, so the first answer will do."""
    page = orjson.loads(await caller.call("GET", "/v1/events", key, b""))
    return f"/v1/events?after={page['next']}"


class _Caller:
    """Hands requests to the application as the server does."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._numbers = count()

    async def profiled(self, name: str, requests: list[tuple[str, str, str, bytes]]) -> tuple[list[bytes], str]:
        """The answers to all requests, and the table of those after the first hundred."""
        answers = [await self.call(*request) for request in requests[:WARM]]
        profiler = cProfile.Profile()
        profiler.enable()
        answers += [await self.call(*request) for request in requests[WARM:]]
        profiler.disable()
        text = io.StringIO()
        pstats.Stats(profiler, stream=text).strip_dirs().sort_stats("tottime").print_stats(LINES)
        return answers, f"{name}: {len(requests) - WARM} requests, one after the other\n{text.getvalue().lstrip()}"

    async def call(self, method: str, target: str, key: str, body: bytes) -> bytes:
        """One request; the body of its answer.

        Raises:
            RuntimeError: the answer was not 2xx.
        """
        messages: list[MutableMapping[str, Any]] = []

        async def receive() -> dict[str, Any]:
            return {"type": "http.request", "body": body, "more_body": False}

        async def send(message: MutableMapping[str, Any]) -> None:
            messages.append(message)

        await self._app(self._scope(method, target, key, body), receive, send)
        content = b"".join(message.get("body", b"") for message in messages)
        if messages[0]["status"] // 100 != 2:
            raise RuntimeError(f"{method} {target} was answered with {messages[0]['status']}: {content!r}")
        return content

    def _scope(self, method: str, target: str, key: str, body: bytes) -> dict[str, Any]:
        path, _, query = target.partition("?")
        headers = {
            "host": "127.0.0.1",
            "authorization": f"Bearer {key}",
            "idempotency-key": f"profile-{next(self._numbers)}",
            "if-match": '"1"',
            "content-type": "application/json",
            "content-length": str(len(body)),
        }
        return {
            "type": "http",
            "asgi": {"version": "3.0", "spec_version": "2.3"},
            "http_version": "1.1",
            "method": method,
            "scheme": "http",
            "path": path,
            "raw_path": path.encode(),
            "root_path": "",
            "query_string": query.encode(),
            "headers": [(name.encode(), value.encode()) for name, value in headers.items()],
            "client": ("127.0.0.1", 50000),
            "server": ("127.0.0.1", 80),
        }
