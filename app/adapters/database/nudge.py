"""Tells the sequencers, after a commit, that there is something to place.

Business transactions never notify, because that would make their commits queue. The nudge travels on a connection of
its own, many commits in one; a lost nudge costs no more than the sequencer's polling interval.
"""

import asyncio
from contextlib import suppress

import asyncpg

from app.adapters.database.engine import driver_url
from app.log import failure_line

WRITTEN_CHANNEL = "sutiao_written"
CONNECT_SECONDS = 2.0
COMMAND_SECONDS = 2.0
CLOSE_SECONDS = 1.0
PAUSE_AFTER_FAILURE_SECONDS = 1.0


class Nudge:
    """Sends at most one notification per interval, however often it is asked.

    Args:
        url: Address of the application's role.
        interval_ms: Least distance of two notifications, in milliseconds.
    """

    def __init__(self, url: str, *, interval_ms: int = 20) -> None:
        self._url = driver_url(url)
        self._interval_seconds = interval_ms / 1000
        self._asked = asyncio.Event()
        self._connection: asyncpg.Connection | None = None
        self._task: asyncio.Task[None] | None = None
        self.sent_count = 0
        self.failure_count = 0

    def __call__(self) -> None:
        """Ask for a nudge; returns at once and never fails."""
        self._asked.set()

    def start(self) -> None:
        """Begin, in the background; needs a running event loop."""
        self._task = asyncio.create_task(self._run(), name="nudge")

    async def stop(self) -> None:
        """End and close the connection; harmless if it was never started."""
        if self._task is not None:
            self._task.cancel()
            with suppress(asyncio.CancelledError):
                await self._task
            self._task = None
        await self._disconnect()

    async def _run(self) -> None:
        while True:
            await self._asked.wait()
            self._asked.clear()
            try:
                await self._send()
                await asyncio.sleep(self._interval_seconds)
            except Exception as error:  # noqa: BLE001 - the sequencer polls; counted and logged here
                self.failure_count += 1
                failure_line("nudging the sequencer failed", error, job="nudge", attempt=self.failure_count)
                await self._disconnect()
                await asyncio.sleep(PAUSE_AFTER_FAILURE_SECONDS)

    async def _send(self) -> None:
        if self._connection is None or self._connection.is_closed():
            self._connection = await asyncpg.connect(
                self._url,
                timeout=CONNECT_SECONDS,
                command_timeout=COMMAND_SECONDS,
                server_settings={"application_name": "sutiao nudge"},
            )
        await self._connection.execute(f"NOTIFY {WRITTEN_CHANNEL}")
        self.sent_count += 1

    async def _disconnect(self) -> None:
        connection, self._connection = self._connection, None
        if connection is None:
            return
        try:
            await connection.close(timeout=CLOSE_SECONDS)
        except (OSError, asyncpg.PostgresError, asyncpg.InterfaceError):
            connection.terminate()
