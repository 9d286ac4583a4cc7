"""Where the time of a create goes: the whole application in this process, without HTTP, under the profiler.

The profiler makes calls of Python dearer than they are; the order of the lines matters, not their sum.
"""

import cProfile
import io
import pstats
from collections.abc import MutableMapping
from itertools import count
from typing import Any

from starlette.types import ASGIApp

from app import log
from app.bench.bodies import create_bodies
from app.bench.service import Registered
from app.main import create_app
from app.settings import Settings

WARM = 100
CREATES = 500
LINES = 25


async def profile_of(settings: Settings, registered: Registered) -> str:
    """The table of the 25 functions in which a create spends most of its own time."""
    log.configure(settings.log_level, json=True, stream=io.BytesIO())
    app = create_app(settings)
    bodies = [body.encode() for body in create_bodies(registered.organisation_id)]
    numbers = count()
    async with app.router.lifespan_context(app):
        await _create(app, registered, bodies, numbers, WARM)
        profiler = cProfile.Profile()
        profiler.enable()
        await _create(app, registered, bodies, numbers, CREATES)
        profiler.disable()
    text = io.StringIO()
    pstats.Stats(profiler, stream=text).strip_dirs().sort_stats("tottime").print_stats(LINES)
    return f"{CREATES} creates, one after the other\n{text.getvalue()}"


async def _create(app: ASGIApp, who: Registered, bodies: list[bytes], numbers: "count[int]", times: int) -> None:
    for number in (next(numbers) for _ in range(times)):
        status = await _post(app, who.court_key, f"profile-{number}", bodies[number % len(bodies)])
        if status != 201:
            raise RuntimeError(f"a create was answered with {status}")


async def _post(app: ASGIApp, key: str, idempotency_key: str, body: bytes) -> int:
    """One request as the server hands it to the application; its status."""
    headers = {
        "host": "127.0.0.1",
        "authorization": f"Bearer {key}",
        "idempotency-key": idempotency_key,
        "content-type": "application/json",
        "content-length": str(len(body)),
    }
    scope: dict[str, Any] = {
        "type": "http",
        "asgi": {"version": "3.0", "spec_version": "2.3"},
        "http_version": "1.1",
        "method": "POST",
        "scheme": "http",
        "path": "/v1/referrals",
        "raw_path": b"/v1/referrals",
        "root_path": "",
        "query_string": b"",
        "headers": [(name.encode(), value.encode()) for name, value in headers.items()],
        "client": ("127.0.0.1", 50000),
        "server": ("127.0.0.1", 80),
    }
    statuses: list[int] = []

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": body, "more_body": False}

    async def send(message: MutableMapping[str, Any]) -> None:
        if message["type"] == "http.response.start":
            statuses.append(message["status"])

    await app(scope, receive, send)
    return statuses[0]
