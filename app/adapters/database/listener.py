"""One connection, outside the pool, that listens to a channel for as long as the process lives.

A notification is a hint and may be lost; what must not be lost is looked up by the check, which runs after each new
connection and at a steady interval, and so also finds a connection that has died silently.
"""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress

import asyncpg

from app.adapters.database.engine import driver_url
from app.log import failure_line

CONNECT_SECONDS = 5.0
COMMAND_SECONDS = 5.0
CLOSE_SECONDS = 1.0
BACKOFF_SECONDS = (0.1, 0.2, 0.4, 0.8, 1.6, 2.0)

Check = Callable[[asyncpg.Connection], Awaitable[None]]


class Listener:
    """Listens until it is stopped, and connects again, with growing pauses, whenever the connection is lost.

    Args:
        url: Address of the application's role.
        channel: Name of the channel.
        heard: Called with the payload of each notification, in the order of their commits; must not block.
        check: Called after each connecting, after each `check_now`, and otherwise every `check_seconds`.
        check_seconds: The steady interval, in seconds.
    """

    def __init__(
        self, url: str, channel: str, *, heard: Callable[[str], None], check: Check, check_seconds: float
    ) -> None:
        self._url = driver_url(url)
        self._channel = channel
        self._heard = heard
        self._check = check
        self._check_seconds = check_seconds
        self._asked = asyncio.Event()
        self._failure_count = 0
        self._task: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Begin, in the background; needs a running event loop."""
        self._task = asyncio.create_task(self._run(), name=f"listen {self._channel}")

    async def stop(self) -> None:
        """End and close the connection; harmless if it was never started."""
        if self._task is None:
            return
        self._task.cancel()
        with suppress(asyncio.CancelledError):
            await self._task
        self._task = None

    def check_now(self) -> None:
        """Ask for a check without waiting for the interval."""
        self._asked.set()

    async def _run(self) -> None:
        while True:
            try:
                await self._listen()
            except Exception as error:  # noqa: BLE001 - logged, and tried again; nobody else could do either
                failure_line("listening failed", error, job=self._channel, attempt=self._failure_count + 1)
            await asyncio.sleep(BACKOFF_SECONDS[min(self._failure_count, len(BACKOFF_SECONDS) - 1)])
            self._failure_count += 1

    async def _listen(self) -> None:
        connection = await asyncpg.connect(
            self._url,
            timeout=CONNECT_SECONDS,
            command_timeout=COMMAND_SECONDS,
            server_settings={"application_name": f"sutiao {self._channel}"},
        )
        try:
            connection.add_termination_listener(self._connection_ended)
            await connection.add_listener(self._channel, self._notified)
            while True:
                self._asked.clear()
                await self._check(connection)
                self._failure_count = 0
                with suppress(TimeoutError):
                    await asyncio.wait_for(self._asked.wait(), self._check_seconds)
        finally:
            await _close(connection)

    def _notified(self, _connection: object, _pid: int, _channel: str, payload: object) -> None:
        self._heard(str(payload))

    def _connection_ended(self, _connection: object) -> None:
        self._asked.set()


async def _close(connection: asyncpg.Connection) -> None:
    try:
        await connection.close(timeout=CLOSE_SECONDS)
    except (OSError, asyncpg.PostgresError, asyncpg.InterfaceError):
        connection.terminate()
