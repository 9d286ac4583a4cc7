"""The loop that delivers webhooks: takes work as long as there is room, sends beside each other, settles in batches.

Nothing here decides: what is taken, what an answer means and what is written stands in `app/services/delivery`.
"""

import asyncio
from collections import Counter, deque
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Generic, Self, TypeVar
from uuid import UUID

from app.adapters.clock import SystemClock
from app.log import failure_line, job_line
from app.services.delivery.claiming import Task, claim, in_time, release
from app.services.delivery.post import Post
from app.services.delivery.sending import Done, deliver
from app.services.delivery.settling import Settled, settle

TAKEN_FOR_EACH = 4
"""Deliveries that are taken for each request that may be under way: one is sent, one waits, one is settled, and one is
still to be claimed, so that no sender is idle while the database is asked."""
SETTLED_AT_ONCE = 100
SETTLED_AFTER_SECONDS = 0.01
SETTLERS = 3
"""Transactions that settle beside each other: while one waits for the disk, the next is under way."""
RETRY_SECONDS = (0.1, 0.2, 0.4, 0.8, 1.6, 3.2)

Thing = TypeVar("Thing")

_monotonic_seconds = SystemClock().monotonic_seconds


class _Line(Generic[Thing]):
    """What waits for whoever has time, first come first served: a queue without end, at a third of the usual price.

    One of those who wait is woken for each thing; who finds nothing, because somebody else was quicker, waits anew.
    They are cancelled all together, at the end of everything.
    """

    __slots__ = ("_idle", "_things")

    def __init__(self) -> None:
        self._things: deque[Thing] = deque()
        self._idle: deque[asyncio.Future[None]] = deque()

    def __len__(self) -> int:
        """Things that wait."""
        return len(self._things)

    def put(self, thing: Thing) -> None:
        """Add one and wake somebody."""
        self._things.append(thing)
        while self._idle:
            called = self._idle.popleft()
            if not called.done():
                called.set_result(None)
                return

    async def take(self) -> Thing:
        """The first thing, as soon as there is one."""
        while not self._things:
            called = asyncio.get_running_loop().create_future()
            self._idle.append(called)
            await called
        return self._things.popleft()

    def taken(self, most: int) -> list[Thing]:
        """What waits at this moment, at most so many."""
        return [self._things.popleft() for _ in range(min(most, len(self._things)))]


class Deliverer:
    """Deliveries of one worker.

    Args:
        post: The outside.
        at_once: Most requests that are under way in this process. Three times as many again may wait for their
            turn or to be settled, so that neither the database nor the receivers wait for the other.
        freed: Called when there is room again, or the next head of a lane is due.
        settled: Told what was written; for those who count.
    """

    def __init__(
        self,
        post: Post,
        *,
        at_once: int,
        freed: Callable[[], None],
        settled: Callable[[Settled], None] = lambda _settled: None,
    ) -> None:
        self._post = post
        self._at_once = at_once
        self._freed = freed
        self._settled = settled
        self._waiting: _Line[Task] = _Line()
        self._unsent: set[Task] = set()
        self._done: _Line[Done] = _Line()
        self._unsettled = 0
        self._gathering = asyncio.Lock()
        self._behind: UUID | None = None
        self._ended = asyncio.Event()
        self._running: list[asyncio.Task[None]] = []

    async def __aenter__(self) -> Self:
        """Begin to send and to settle."""
        senders = [asyncio.create_task(self._send_all(), name="sending") for _ in range(self._at_once)]
        settlers = [asyncio.create_task(self._settle_all(), name="settling") for _ in range(SETTLERS)]
        self._running = [*senders, *settlers]
        return self

    async def __aexit__(self, *_error: object) -> None:
        """Give back what was not sent; what was sent is settled before, if the database lets it."""
        for running in self._running:
            running.cancel()
        unsent = tuple(task.key for task in self._unsent)
        await asyncio.gather(*self._running, return_exceptions=True)
        try:
            await release(self._post, unsent)
        except Exception as error:  # noqa: BLE001 - the leases end by themselves
            failure_line("leases not given back", error, job="deliveries")

    @property
    def under_way(self) -> int:
        """Deliveries that were taken and are not settled yet."""
        return len(self._unsent) + self._unsettled

    async def take(self) -> tuple[int, bool]:
        """Take what there is room for, to be sent in turn; how many, and whether to look again at once.

        As long as enough waits for its turn nothing more is taken, so that one claim brings much.
        """
        room = TAKEN_FOR_EACH * self._at_once - self.under_way
        if room <= 0 or len(self._waiting) >= self._at_once:
            return 0, False
        claimed = await claim(self._post, room=room, after_id=self._behind, without=self._full())
        self._behind = claimed.behind
        for task in claimed.tasks:
            self._unsent.add(task)
            self._waiting.put(task)
        return len(claimed.tasks), claimed.more or claimed.behind is not None

    def _full(self) -> frozenset[UUID]:
        """Endpoints all of whose places are taken here: one that hangs is not asked about at every claim."""
        counts = Counter(task.target.id for task in self._unsent)
        return frozenset(each for each, count in counts.items() if count >= self._post.bounds.endpoint_at_once)

    async def drain(self, seconds: float) -> None:
        """Wait so long for what is under way to be settled."""
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                while self.under_way:
                    self._ended.clear()
                    await self._ended.wait()

    async def _send_all(self) -> None:
        """One of those who send: one delivery after the other."""
        while True:
            task = await self._waiting.take()
            await self._deliver(task)
            self._unsent.discard(task)
            self._ended.set()

    async def _deliver(self, task: Task) -> None:
        try:
            if not in_time(self._post, task):
                await release(self._post, (task.key,))
                self._freed()
                return
            done = await deliver(self._post, task)
        except Exception as error:  # noqa: BLE001 - logged; the lease ends and the delivery is tried again
            failure_line("delivery failed", error, job="deliveries", endpoint_id=str(task.target.id))
            return
        self._unsettled += 1
        self._done.put(done)

    async def _settle_all(self) -> None:
        while True:
            async with self._gathering:
                batch = await self._batch()
            try:
                await self._settle(batch)
            finally:
                self._unsettled -= len(batch)
                self._ended.set()
            self._freed()

    async def _batch(self) -> list[Done]:
        """What ends within a moment of the first; one settler gathers at a time, so that batches are whole."""
        batch = [await self._done.take()]
        if len(self._done) < SETTLED_AT_ONCE - 1:
            await asyncio.sleep(SETTLED_AFTER_SECONDS)
        return batch + self._done.taken(SETTLED_AT_ONCE - 1)

    async def _settle(self, batch: Sequence[Done]) -> None:
        """Write them, again and again for as long as the leases may hold; then they are sent once more."""
        for attempt, pause in enumerate(RETRY_SECONDS, start=1):
            started = _monotonic_seconds()
            try:
                settled = await settle(self._post, batch)
            except Exception as error:  # noqa: BLE001 - logged, and tried again; then the leases end
                failure_line("settling failed", error, job="deliveries", attempt=attempt)
                await asyncio.sleep(pause)
                continue
            self._settled(settled)
            _tell(settled, _monotonic_seconds() - started)
            return


def _tell(settled: Settled, seconds: float) -> None:
    """One line where somebody may have to look; what went well is in the receipts."""
    if not (settled.lost or settled.parked or settled.disabled):
        return
    counts = {"done_count": settled.count, "lost_count": settled.lost, "parked_count": settled.parked}
    job_line(
        "deliveries",
        outcome="endpoint_disabled" if settled.disabled else "done",
        duration_ms=seconds * 1000,
        **{name: count for name, count in counts.items() if count},
    )
