"""A member that is told by webhook: makes its endpoint, answers the challenge, checks, keeps and hands on what comes.

A delivery is kept before it is answered, and dropped by its id when it comes again. What was missed while the process
was away comes by itself: the service waits for a 2xx.
"""

import asyncio
import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from standardwebhooks import Webhook, WebhookVerificationError
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from app.sandbox.api import Api, ApiError
from app.sandbox.member import Member

DELIVERIES = "/deliveries"
RECEIVED = "/received"
ENDPOINTS = "/v1/webhook-endpoints"
BODY_BYTES_MAX = 1024 * 1024
SECRET_SECONDS = 5.0
"""How long a delivery may wait for the answer that brings the secret: the challenge can be quicker than it."""

_TABLES = (
    "CREATE TABLE IF NOT EXISTS endpoint (id TEXT PRIMARY KEY, secret TEXT NOT NULL)",
    """CREATE TABLE IF NOT EXISTS received (number INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE,
    position INTEGER NOT NULL, referral TEXT, version INTEGER)""",
)
_KEEP = "INSERT INTO received (id, position, referral, version) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING"


class DeliveryLog:
    """What was received, in the order in which it came, and the secret that proves it. One SQLite file."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / "received.sqlite3"
        path.touch(mode=0o600)  # It holds the secret.
        self._connection = sqlite3.connect(path, isolation_level=None)
        self._connection.execute("PRAGMA journal_mode = WAL")
        self._connection.execute("PRAGMA synchronous = NORMAL")
        for statement in _TABLES:
            self._connection.execute(statement)

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def endpoint(self) -> tuple[str, str] | None:
        """Id and secret of the endpoint; None before it is made."""
        rows = self._rows("SELECT id, secret FROM endpoint")
        return None if not rows else (str(rows[0][0]), str(rows[0][1]))

    def made(self, endpoint_id: str, secret: str) -> None:
        """The endpoint is there."""
        self._connection.execute("INSERT INTO endpoint VALUES (?, ?)", (endpoint_id, secret))

    def keep(self, event: Mapping[str, Any]) -> bool:
        """Keep an event; False where it is there already."""
        row = (event["id"], event["position"], event.get("referral_id"), event.get("referral_version"))
        return self._connection.execute(_KEEP, row).rowcount == 1

    def count(self) -> int:
        """How many events were received."""
        return int(self._rows("SELECT count(*) FROM received")[0][0])

    def received(self) -> list[dict[str, Any]]:
        """Id, position, referral and version of each event, in the order in which they came."""
        names = ("id", "position", "referral_id", "referral_version")
        rows = self._rows("SELECT id, position, referral, version FROM received ORDER BY number")
        return [dict(zip(names, row, strict=True)) for row in rows]

    def _rows(self, query: str) -> list[Any]:
        with closing(self._connection.execute(query)) as rows:
            return rows.fetchall()


class Receiver:
    """The receiver of one member.

    Args:
        member: Is told of what comes, in place of reading its feed.
        api: The API as this member.
        log: What is kept.
        url: Address of `DELIVERIES` of this process.
        settings: Further fields of the endpoint.
    """

    def __init__(self, member: Member[Any], api: Api, log: DeliveryLog, url: str, settings: Mapping[str, Any]) -> None:
        self.repeated = 0
        self.refused = 0
        self._member = member
        self._api = api
        self._log = log
        self._url = url
        self._settings = settings
        self._known = asyncio.Event()

    @property
    def routes(self) -> Sequence[Route]:
        """Where deliveries come in, and a page that lists them."""
        return (
            Route(DELIVERIES, self._take, methods=["POST"]),
            Route(RECEIVED, self._list),
        )

    def count(self) -> int:
        """How many events were received."""
        return self._log.count()

    async def open(self) -> None:
        """Make the endpoint, once; after a restart it is there.

        Raises:
            ApiError: the service does not make it.
        """
        if self._log.endpoint() is None:
            body = {"url": self._url, **self._settings}
            reply = await self._api.write("POST", ENDPOINTS, body, key="receiver")
            if not reply.ok:
                raise ApiError(f"POST {ENDPOINTS}: {reply.status} {reply.code}")
            self._log.made(reply.body["id"], reply.body["secret"])
        self._known.set()

    async def _take(self, request: Request) -> Response:
        """401 to what is not ours, 204 once it is kept, and the challenge back to whoever knows the secret."""
        body = await request.body()
        event = await self._verified(body, request.headers) if len(body) <= BODY_BYTES_MAX else None
        if event is None:
            self.refused += 1
            return Response(status_code=401)
        if event["type"] == "webhook.challenge":
            return JSONResponse({"challenge": event["challenge"]})
        if event["type"] != "webhook.test":
            self._keep(event)
        return Response(status_code=204)

    async def _verified(self, body: bytes, headers: Mapping[str, str]) -> dict[str, Any] | None:
        try:
            async with asyncio.timeout(SECRET_SECONDS):
                await self._known.wait()
        except TimeoutError:
            return None
        endpoint = self._log.endpoint()
        if endpoint is None:
            return None
        try:
            return dict(Webhook(endpoint[1]).verify(body, dict(headers)))
        except WebhookVerificationError:
            return None

    def _keep(self, event: Mapping[str, Any]) -> None:
        """The member knows of it before it is kept, so that a crash in between only makes it come again."""
        if event.get("referral_id") is not None:
            named = {str(event["referral_id"]): int(event["referral_version"])}
            self._member.heard(str(event["cursor"]), named)
        if not self._log.keep(event):
            self.repeated += 1

    async def _list(self, _request: Request) -> JSONResponse:
        endpoint = self._log.endpoint()
        said = {
            "endpoint_id": None if endpoint is None else endpoint[0],
            "items": self._log.received(),
            "repeated": self.repeated,
            "refused": self.refused,
        }
        return JSONResponse(said)
