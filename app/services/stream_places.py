"""Readers that stay: how many may, and how they share what they read. Everything is in the memory of one process."""

import asyncio
from collections import Counter
from collections.abc import Callable, Coroutine, Hashable, Iterator
from contextlib import contextmanager, suppress
from typing import Any, Final
from uuid import UUID

from app.domain.errors import Refusal

LIMIT: Final = 2_000
TENANT_LIMIT: Final = 50
RETRY_SECONDS: Final = 5


class StreamPlaces:
    """Places for open streams, bounded for the process and for each tenant.

    Args:
        limit: Most streams of one process.
        tenant_limit: Most of them of one tenant, so that nobody takes all places.
    """

    def __init__(self, *, limit: int = LIMIT, tenant_limit: int = TENANT_LIMIT) -> None:
        self._limit = limit
        self._tenant_limit = tenant_limit
        self._taken: Counter[UUID] = Counter()

    @property
    def count(self) -> int:
        """Open streams."""
        return self._taken.total()

    @contextmanager
    def taken(self, tenant_id: UUID) -> Iterator[None]:
        """Hold a place for the length of the block; refuses with `too_many_streams` where none is left."""
        if self.count >= self._limit or self._taken[tenant_id] >= self._tenant_limit:
            raise Refusal("too_many_streams", facts={"retry_after_seconds": RETRY_SECONDS})
        self._taken[tenant_id] += 1
        try:
            yield
        finally:
            self._leave(tenant_id)

    def _leave(self, tenant_id: UUID) -> None:
        self._taken[tenant_id] -= 1
        if not self._taken[tenant_id]:
            del self._taken[tenant_id]


class Sharing:
    """Runs what several ask for at the same time once, and gives all of them what came of it."""

    def __init__(self) -> None:
        self._running: dict[Hashable, asyncio.Task[Any]] = {}

    async def run(self, key: Hashable, work: Callable[[], Coroutine[Any, Any, Any]]) -> Any:
        """The result of the work under this key; who is cancelled leaves the work to the others.

        Args:
            key: Names the work, and stands for everything that its result depends on.
            work: Begins it.
        """
        task = self._running.get(key)
        if task is None:
            task = self._running[key] = asyncio.create_task(work())
            task.add_done_callback(lambda done: self._ended(key, done))
        return await asyncio.shield(task)

    def _ended(self, key: Hashable, task: asyncio.Task[Any]) -> None:
        self._running.pop(key, None)
        with suppress(asyncio.CancelledError):
            task.exception()  # Somebody was told, or nobody is left to be told.
