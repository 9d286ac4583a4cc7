"""How requests go out: key, idempotency, versions, repeats, and refusals as exceptions."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from typing import Any, Generic, Literal, Self, TypeAlias, TypeVar
from urllib.parse import quote
from uuid import uuid4

import httpx

from .errors import ProblemError, ThrottledError, UnavailableError, problem_of

Version: TypeAlias = int | Literal["*"]
"""The version that was read, or `*` to be judged by the state alone."""

Page = TypeVar("Page", bound=Mapping[str, Any])

TIMEOUT_SECONDS = 40.0
"""Longer than the longest wait of the feed."""

REPEATS = 3
WAIT_SECONDS_MAX = 30.0


class Pages(Generic[Page]):
    """The pages of a list; `async for page in pages`."""

    def __init__(self, page: Callable[[str | None], Awaitable[Page]]) -> None:
        self._page = page

    async def __aiter__(self) -> AsyncIterator[Page]:
        """Each page once, until one names no next."""
        after: str | None = None
        while True:
            page = await self._page(after)
            yield page
            if page["next"] is None:
                return
            after = str(page["next"])


class Transport:
    """One key at one address. Close it, or use it as a context manager.

    Args:
        url: Address of the service.
        key: API key of a client.
        language: `zh` or `en`, for texts in answers.
        repeats: How often a request is sent again after 429, 503 or no answer; writes keep their idempotency key.
        http: A client of httpx to use, for settings of your own; it is closed with this one.
    """

    def __init__(
        self,
        url: str,
        *,
        key: str,
        language: str = "zh",
        repeats: int = REPEATS,
        http: httpx.AsyncClient | None = None,
    ) -> None:
        self._url = url.rstrip("/")
        self._headers = {"Authorization": f"Bearer {key}", "Accept-Language": language}
        self._repeats = repeats
        self._http = http or httpx.AsyncClient(timeout=TIMEOUT_SECONDS)

    async def __aenter__(self) -> Self:
        """Open for the length of the block."""
        return self

    async def __aexit__(self, *_: object) -> None:
        """Close."""
        await self.close()

    async def close(self) -> None:
        """Close all connections."""
        await self._http.aclose()

    @staticmethod
    def quoted(part: str) -> str:
        """A part of a path."""
        return quote(part, safe="")

    async def call(self, method: str, path: str, **parts: Any) -> Any:
        """Send a request and read JSON; see `raw`."""
        return json.loads(await self.raw(method, path, **parts))

    async def raw(
        self,
        method: str,
        path: str,
        *,
        params: Mapping[str, object] | None = None,
        headers: Mapping[str, object] | None = None,
        body: object = None,
        content: bytes | None = None,
        content_type: str = "application/json",
        if_match: Version | None = None,
        keyed: bool = False,
        idempotency_key: str | None = None,
        dry_run: bool = False,
    ) -> bytes:
        """Send a request, again where that is safe and may help.

        Raises:
            ProblemError: the service said no; its subclasses say how.
            httpx.TransportError: no answer, after all repeats.
        """
        query = {name: _texts(value) for name, value in (params or {}).items() if value is not None}
        if dry_run:
            query["dry_run"] = "true"
        sent = {**self._headers, **{name: _text(value) for name, value in (headers or {}).items() if value is not None}}
        if keyed and not dry_run:
            sent["Idempotency-Key"] = idempotency_key or uuid4().hex
        if if_match is not None:
            sent["If-Match"] = "*" if if_match == "*" else f'"{if_match}"'
        if body is not None:
            content = json.dumps(body, ensure_ascii=False).encode()
        if content is not None:
            sent["Content-Type"] = content_type
        request = self._http.build_request(method, self._url + path, params=query, headers=sent, content=content)
        return await self._sent(request)

    async def _sent(self, request: httpx.Request) -> bytes:
        for attempt in range(self._repeats + 1):
            try:
                reply = await self._http.send(request)
            except httpx.TransportError:
                if attempt == self._repeats:
                    raise
                await asyncio.sleep(_pause(attempt, None))
                continue
            if reply.is_success:
                return reply.content
            problem = problem_of(reply)
            if attempt == self._repeats or not _passing(problem):
                raise problem
            await asyncio.sleep(_pause(attempt, problem.retry_after))
        raise AssertionError  # The last attempt returns or raises.


def _passing(problem: ProblemError) -> bool:
    return isinstance(problem, ThrottledError | UnavailableError)


def _pause(attempt: int, told: float | None) -> float:
    """Seconds before the next attempt: what the service told, or longer each time."""
    return min(WAIT_SECONDS_MAX, told if told is not None else 0.2 * 2.0**attempt)


def _texts(value: object) -> str | list[str]:
    """A parameter as it is sent; what may be repeated as often as there are values."""
    return [_text(one) for one in value] if isinstance(value, (list, tuple)) else _text(value)


def _text(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)
