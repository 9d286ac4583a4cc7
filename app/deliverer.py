"""The loop that delivers webhooks: takes work as long as there is room, sends beside each other, settles in batches.

Nothing here decides: what is taken, what an answer means and what is written stands in `app/services/delivery`.
"""

import asyncio
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Self
from uuid import UUID

from app.adapters.clock import SystemClock
from app.log import failure_line, job_line
from app.services.delivery.claiming import Task, claim, in_time, release
from app.services.delivery.post import Post
from app.services.delivery.sending import Done, deliver
from app.services.delivery.settling import Settled, settle

SETTLED_AT_ONCE = 50
SETTLED_AFTER_SECONDS = 0.01
SETTLERS = 3
"""Transactions that settle beside each other: while one waits for the disk, the next is under way."""
RETRY_SECONDS = (0.1, 0.2, 0.4, 0.8, 1.6, 3.2)

_monotonic_seconds = SystemClock().monotonic_seconds


class Deliverer:
    """Deliveries of one worker.

    Args:
        post: The outside.
        at_once: Most requests that are under way in this process. As many deliveries again may wait for their turn or
            to be settled, so that neither the database nor the receivers wait for the other.
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
        self._taken_max = 2 * at_once
        self._sending = asyncio.Semaphore(at_once)
        self._freed = freed
        self._settled = settled
        self._done: asyncio.Queue[Done] = asyncio.Queue()
        self._tasks: dict[asyncio.Task[None], Task] = {}
        self._unsettled = 0
        self._behind: UUID | None = None
        self._ended = asyncio.Event()
        self._settling: list[asyncio.Task[None]] = []

    async def __aenter__(self) -> Self:
        """Begin to settle."""
        self._settling = [asyncio.create_task(self._settle_all(), name="settling") for _ in range(SETTLERS)]
        return self

    async def __aexit__(self, *_error: object) -> None:
        """Give back what was not sent; what was sent is settled before, if the database lets it."""
        for task in self._tasks:
            task.cancel()
        unsent = tuple(task.key for task in self._tasks.values())
        await asyncio.gather(*self._tasks, return_exceptions=True)
        for settling in self._settling:
            settling.cancel()
        await asyncio.gather(*self._settling, return_exceptions=True)
        try:
            await release(self._post, unsent)
        except Exception as error:  # noqa: BLE001 - the leases end by themselves
            failure_line("leases not given back", error, job="deliveries")

    @property
    def under_way(self) -> int:
        """Deliveries that were taken and are not settled yet."""
        return len(self._tasks) + self._unsettled

    async def take(self) -> tuple[int, bool]:
        """Take what there is room for, and begin to send it; how many, and whether to look again at once."""
        room = self._taken_max - self.under_way
        if room <= 0:
            return 0, False
        claimed = await claim(self._post, room=room, after_id=self._behind, without=self._full())
        self._behind = claimed.behind
        for task in claimed.tasks:
            running = asyncio.create_task(self._deliver(task))
            self._tasks[running] = task
            running.add_done_callback(self._end)
        return len(claimed.tasks), claimed.more or claimed.behind is not None

    def _full(self) -> frozenset[UUID]:
        """Endpoints all of whose places are taken here: one that hangs is not asked about at every claim."""
        counts = Counter(task.target.id for task in self._tasks.values())
        return frozenset(each for each, count in counts.items() if count >= self._post.bounds.endpoint_at_once)

    def _end(self, running: asyncio.Task[None]) -> None:
        self._tasks.pop(running, None)
        self._ended.set()

    async def drain(self, seconds: float) -> None:
        """Wait so long for what is under way to be settled."""
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                while self.under_way:
                    self._ended.clear()
                    await self._ended.wait()

    async def _deliver(self, task: Task) -> None:
        try:
            async with self._sending:
                if not in_time(self._post, task):
                    await release(self._post, (task.key,))
                    self._freed()
                    return
                done = await deliver(self._post, task)
        except Exception as error:  # noqa: BLE001 - logged; the lease ends and the delivery is tried again
            failure_line("delivery failed", error, job="deliveries", endpoint_id=str(task.target.id))
            return
        self._unsettled += 1
        self._done.put_nowait(done)

    async def _settle_all(self) -> None:
        while True:
            batch = await self._batch()
            try:
                await self._settle(batch)
            finally:
                self._unsettled -= len(batch)
                self._ended.set()
            self._freed()

    async def _batch(self) -> list[Done]:
        batch = [await self._done.get()]
        loop = asyncio.get_running_loop()
        deadline = loop.time() + SETTLED_AFTER_SECONDS
        while len(batch) < SETTLED_AT_ONCE:
            try:
                async with asyncio.timeout_at(deadline):
                    batch.append(await self._done.get())
            except TimeoutError:
                break
        return batch

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
