"""The public API as one caller sees it: one key, reads and writes, patience while the service is away."""

import asyncio
import ssl
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import httpx

PATIENCE_SECONDS = 60.0
PAUSE_SECONDS = 0.1
TIMEOUT_SECONDS = 15.0
PAGES_MAX = 50
NOT_THERE = 404
NOT_SHARED = "party_data_not_shared"
AWAY = frozenset({429, 502, 503, 504})


@cache
def _trust() -> ssl.SSLContext:
    """One for all callers of a process: reading the certificates takes longer than a request."""
    return ssl.create_default_context()


class ApiError(Exception):
    """An answer that the caller cannot act on; the message has status and problem code, never a body."""


@dataclass(frozen=True, slots=True)
class Reply:
    """Status and JSON body of an answer."""

    status: int
    body: Any

    @property
    def ok(self) -> bool:
        """Whether it is a 2xx."""
        return 200 <= self.status < 300

    @property
    def code(self) -> str:
        """Stable code of a problem, empty for anything else."""
        return str(self.body.get("code", "")) if isinstance(self.body, dict) else ""


class Api:
    """One caller.

    Args:
        base_url: Address of the service.
        key: Bearer key.
        transport: Instead of the network.
    """

    def __init__(self, base_url: str, key: str, transport: httpx.AsyncBaseTransport | None = None) -> None:
        self._client = httpx.AsyncClient(
            base_url=base_url,
            transport=transport,
            verify=_trust(),
            headers={"Authorization": f"Bearer {key}"},
            timeout=TIMEOUT_SECONDS,
            trust_env=False,
        )

    async def close(self) -> None:
        """Close the connections."""
        await self._client.aclose()

    async def get(self, path: str, *, wait_seconds: float = 0, **query: Any) -> Any:
        """Body of a GET.

        Args:
            path: With leading slash.
            wait_seconds: How long the service itself may hold the answer back.
            query: Query parameters; None is left out.

        Raises:
            ApiError: any answer but 2xx.
        """
        reply = await self.look(path, wait_seconds=wait_seconds, **query)
        if not reply.ok:
            raise ApiError(f"GET {path}: {reply.status} {reply.code}")
        return reply.body

    async def look(self, path: str, *, wait_seconds: float = 0, **query: Any) -> Reply:
        """The answer of a GET, whatever its status; arguments as for `get`."""
        parameters = {name: value for name, value in query.items() if value is not None}
        return await self._send("GET", path, params=parameters, timeout=TIMEOUT_SECONDS + wait_seconds)

    async def items(self, path: str, **query: Any) -> list[Any]:
        """All items of a keyset-paged list.

        Raises:
            ApiError: any answer but 2xx, or more than `PAGES_MAX` pages.
        """
        found = await self.items_or_none(path, **query)
        if found is None:
            raise ApiError(f"GET {path}: 404 not_found")
        return found

    async def items_or_none(self, path: str, **query: Any) -> list[Any] | None:
        """As `items`, but None where the list is not there, or not ours to see or to read."""
        found: list[Any] = []
        parameters = dict(query)
        for _ in range(PAGES_MAX):
            reply = await self.look(path, **parameters)
            if reply.status == NOT_THERE or reply.code == NOT_SHARED:
                return None
            if not reply.ok:
                raise ApiError(f"GET {path}: {reply.status} {reply.code}")
            found += reply.body["items"]
            parameters["after"] = reply.body.get("next")
            if parameters["after"] is None:
                return found
        raise ApiError(f"GET {path}: more than {PAGES_MAX} pages")

    async def write(
        self, method: str, path: str, body: Mapping[str, Any], *, key: str, version: int | None = None
    ) -> Reply:
        """A write with its Idempotency-Key, and If-Match where a version is given; safe to repeat."""
        headers = {"Idempotency-Key": key}
        if version is not None:
            headers["If-Match"] = f'"{version}"'
        return await self._send(method, path, json=dict(body), headers=headers)

    async def _send(self, method: str, path: str, **options: Any) -> Reply:
        """Try again while nobody answers; what is sent here may be repeated."""
        clock = asyncio.get_running_loop().time
        until = clock() + PATIENCE_SECONDS
        while True:
            try:
                answer = await self._client.request(method, path, **options)
            except httpx.TransportError as error:
                if not isinstance(error, httpx.ConnectError):
                    until = clock() + PATIENCE_SECONDS  # Somebody was there; a long poll may have been cut off.
                if clock() > until:
                    raise ApiError(f"{method} {path}: no answer ({type(error).__name__})") from None
            else:
                if answer.status_code not in AWAY or clock() > until:
                    return Reply(answer.status_code, answer.json() if answer.content else None)
            await asyncio.sleep(PAUSE_SECONDS)
