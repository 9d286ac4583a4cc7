"""The feed as an iterator: by pages, by a stream that stays open, or by the batches of a named consumer."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

import httpx

from .errors import ThrottledError, UnavailableError, problem_of
from .transport import Transport

if TYPE_CHECKING:
    from . import models as m

SILENCE_SECONDS_MAX = 60.0
"""A stream gives a sign of life more often than that; after such a silence it is opened anew."""

REOPEN_SECONDS = 2.0


@dataclass(frozen=True, slots=True)
class FeedPage:
    """Events, and the cursor behind them: store both together, and nothing is lost or done twice."""

    items: list[m.EventItem]
    next: str


class Feed(Transport):
    """Reads the feed from a cursor on, page after page, for as long as it is asked to."""

    async def events(
        self, *, after: str | None = None, limit: int = 100, wait: float = 0.0, types: Sequence[str] = ()
    ) -> AsyncIterator[m.EventItem]:
        """Single events, for looking through the feed; who has to lose none keeps the cursor of each page of `feed`.

        Args:
            after: Cursor behind which to begin; None for the beginning of the feed.
            limit: Most events that one request fetches.
            wait: As for `feed`: with 0 the iterator ends where the feed ends, otherwise never.
            types: As for `feed`.
        """
        async for page in self.feed(after=after, limit=limit, wait=wait, types=types):
            for event in page.items:
                yield event

    async def feed(
        self, *, after: str | None = None, limit: int = 100, wait: float = 0.0, types: Sequence[str] = ()
    ) -> AsyncIterator[FeedPage]:
        """Pages with at least one event.

        Args:
            after: Cursor that was kept; None for the beginning of the feed.
            limit: Most events of a page.
            wait: Seconds to wait for the next event; with 0 the iterator ends where the feed ends, otherwise never.
            types: Types of event, such as `referral.accepted` or `referral.*`; empty for all.
        """
        while True:
            params = {"after": after, "limit": limit, "wait": wait or None, "type": list(types) or None}
            page = cast("m.EventPage", await self.call("GET", "/v1/events", params=params))
            after = page["next"]
            if page["items"]:
                yield FeedPage(page["items"], after)
            elif not wait and not page["has_more"]:
                return

    async def stream(self, *, after: str | None = None, types: Sequence[str] = ()) -> AsyncIterator[FeedPage]:
        """Single events as they come, each with the cursor behind it, over a connection that stays open; never ends.

        A stream that ends or breaks is opened anew behind the last event.

        Args:
            after: Cursor that was kept; None for the beginning of the feed.
            types: As for `feed`.

        Raises:
            ProblemError: the service said no, before the stream or within it, and will go on saying so.
        """
        while True:
            try:
                async for name, data, cursor in self._frames(after, types):
                    after = cursor
                    if name is not None:
                        yield FeedPage([cast("m.EventItem", data)], cursor)
                pause = REOPEN_SECONDS
            except httpx.TransportError:
                pause = REOPEN_SECONDS
            except (ThrottledError, UnavailableError) as problem:
                pause = problem.retry_after or REOPEN_SECONDS
            await asyncio.sleep(pause)

    async def _frames(self, after: str | None, types: Sequence[str]) -> AsyncIterator[tuple[str | None, Any, str]]:
        """(type, event, cursor) of each block of one stream; without a type only the cursor moved."""
        headers = {**self._headers, "Accept": "text/event-stream"}
        if after is not None:
            headers["Last-Event-ID"] = after
        timeout = httpx.Timeout(SILENCE_SECONDS_MAX)
        url, params = f"{self._url}/v1/events", {"type": list(types)} if types else None
        async with self._http.stream("GET", url, headers=headers, params=params, timeout=timeout) as reply:
            if not reply.is_success:
                await reply.aread()
                raise problem_of(reply)
            fields: dict[str, str] = {}
            async for line in reply.aiter_lines():
                if line:
                    name, _, value = line.partition(": ")
                    fields[name] = value
                    continue
                if fields.get("event") == "problem":
                    raise problem_of(_reply_of(reply, fields["data"]))
                if "id" in fields:
                    yield fields.get("event"), json.loads(fields.get("data", "null")), fields["id"]
                fields = {}

    async def batches(
        self, consumer: str, *, limit: int = 100, lease_seconds: int = 30, wait: int = 0
    ) -> AsyncIterator[m.LeaseView]:
        """Batches of a named consumer, each committed when the next one is asked for.

        Whoever leaves the loop in the middle of a batch has not committed it, and it is given again once its lease ends.

        Args:
            consumer: Its name; see `put_consumer`.
            limit: Most events of a batch.
            lease_seconds: For how long nobody else is given the batch; do its work within.
            wait: Seconds to wait for the next event; with 0 the iterator ends where there is nothing, otherwise never.

        Raises:
            RefusedError: `lease_held`, `lease_lost`.
        """
        path = f"/v1/consumers/{self.quoted(consumer)}"
        wanted = {"limit": limit, "lease_seconds": lease_seconds, "wait_seconds": wait}
        while True:
            batch = cast("m.LeaseView", await self.call("POST", f"{path}/lease", body=wanted, keyed=True))
            if batch["items"]:
                yield batch
                done = {"token": batch["token"], "cursor": batch["next"]}
                await self.call("POST", f"{path}/commit", body=done, keyed=True)
            elif not wait and not batch["has_more"]:
                return


def _reply_of(reply: httpx.Response, problem: str) -> httpx.Response:
    """A problem within a stream as the answer that it would have been."""
    status = int(json.loads(problem)["status"])
    return httpx.Response(status, content=problem.encode(), headers=reply.headers, request=reply.request)
