"""The one owner of the embedded database and of the processes that a command starts.

Children are told the database's address; they never start one. Only what was started here is ended here.
"""

import asyncio
import os
import socket
import sys
from collections.abc import AsyncIterator, Coroutine, Mapping, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Any, Self
from urllib.parse import urlsplit

from app.adapters.database import migrate
from app.adapters.database.embedded import DATABASE, EmbeddedServer, InUseError
from app.adapters.database.roles import make_roles

CLI = "app.cli"
READY_SECONDS = 20.0
STOP_SECONDS = 10.0
POLL_SECONDS = 0.05
LOG_TAIL_BYTES = 2000
STATUS_LINE_BYTES = 1024


class PortInUseError(Exception):
    """Something listens already where a child is to listen; the message names the port and the setting."""


class ChildFailedError(Exception):
    """A child ended, or gave no answer in time; the message names it and its log."""


@dataclass(frozen=True, slots=True)
class DatabaseUrls:
    """Addresses of a database that is ready for use; the owner's is absent if the caller gave none."""

    app_url: str = field(repr=False)
    owner_url: str | None = field(repr=False)

    def environment(self) -> dict[str, str]:
        """What a child needs to be told."""
        told = {"DATABASE_URL": self.app_url}
        return told if self.owner_url is None else {**told, "SUTIAO_OWNER_DATABASE_URL": self.owner_url}


@asynccontextmanager
async def supervised_database(
    data_dir: Path,
    database_url: str | None = None,
    owner_database_url: str | None = None,
    *,
    shared: bool = False,
) -> AsyncIterator[DatabaseUrls]:
    """A database for the length of a command.

    Given an address, it is passed through and nothing is changed. Without one, an embedded server is started, with its
    roles, its database and all migrations, and stopped at the end.

    Args:
        data_dir: Folder of the embedded server.
        database_url: Address of the application's role, if there is a database already.
        owner_database_url: Address of the owner's role there.
        shared: Where another process runs the embedded server, use that one and leave it as it is.

    Raises:
        InUseError: another process owns the embedded server, which is not to be shared.
        EmbeddedServerError: the embedded server could not be started, or is not up in the process that owns it.
    """
    if database_url is not None:
        yield DatabaseUrls(database_url, owner_database_url)
        return
    server = EmbeddedServer(data_dir)
    try:
        if await _is_ours(server, shared=shared):
            await make_roles(server.superuser_url, DATABASE, server.passwords.owner, server.passwords.app)
            await migrate.upgrade(server.owner_url)
        yield DatabaseUrls(server.app_url, server.owner_url)
    finally:
        await asyncio.to_thread(server.stop)


async def _is_ours(server: EmbeddedServer, *, shared: bool) -> bool:
    """Start the server, or go to the one that another process runs."""
    try:
        await _to_the_end(asyncio.to_thread(server.start))
    except InUseError:
        if not shared:
            raise
        server.attach()
        return False
    return True


async def _to_the_end(start: Coroutine[Any, Any, None]) -> None:
    """Finish a start even when ended on the way: only what has started can be stopped."""
    starting = asyncio.ensure_future(start)
    try:
        await asyncio.shield(starting)
    except asyncio.CancelledError:
        await asyncio.wait([starting])
        raise


class ChildProcess:
    """One `python -m app.cli …` of its own, in its own session, writing to a log file.

    Args:
        arguments: After `python -m app.cli`.
        log_file: Standard output and standard error, appended.
        environment: Added to ours.
        module: Run in place of `app.cli`.
    """

    def __init__(
        self,
        arguments: Sequence[str],
        *,
        log_file: Path,
        environment: Mapping[str, str] | None = None,
        module: str = CLI,
    ) -> None:
        self.name = " ".join(arguments)
        self.log_file = log_file
        self._arguments = (module, *arguments)
        self._environment = dict(environment or {})
        self._process: asyncio.subprocess.Process | None = None

    @property
    def pid(self) -> int:
        """Process id; known once started."""
        return self._started().pid

    @property
    def exit_status(self) -> int | None:
        """Exit status, negative for a signal; none while it runs."""
        return self._started().returncode

    async def start(self) -> None:
        """Start it; a child that has ended may be started again."""
        if self._process is not None and self._process.returncode is None:
            raise ChildFailedError(f"{self.name} is already running")
        self.log_file.parent.mkdir(parents=True, exist_ok=True)
        with self.log_file.open("ab") as log:
            self._process = await asyncio.create_subprocess_exec(
                sys.executable,
                "-m",
                *self._arguments,
                stdin=asyncio.subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                env={**os.environ, **self._environment},
                start_new_session=True,  # Ctrl-C reaches the supervisor alone, which ends its children in order.
            )

    async def wait_until_ready(self, url: str, *, timeout_seconds: float = READY_SECONDS) -> None:
        """Wait until an address answers: `http://…` with a 2xx, `tcp://host:port` by accepting.

        What answers there is the child only if nothing did before it was started: see `require_free_port`.

        Raises:
            ChildFailedError: the child ended, whoever answers, or the time is over.
        """
        with suppress(TimeoutError):
            async with asyncio.timeout(timeout_seconds):
                while self.exit_status is None:
                    if await answers(url) and await self._lives():
                        return
                    await asyncio.sleep(POLL_SECONDS)
        reason = "gave no answer in time" if self.exit_status is None else f"ended with status {self.exit_status}"
        raise ChildFailedError(f"{self.name} {reason}; see {self.log_file}:\n{self._log_tail()}")

    async def wait(self) -> int:
        """Wait until it ends by itself; its exit status."""
        return await self._started().wait()

    async def stop(self, *, timeout_seconds: float = STOP_SECONDS) -> int:
        """Ask it to end, and end it if it has not after the time; its exit status."""
        process = self._started()
        with suppress(ProcessLookupError):
            process.terminate()
        try:
            async with asyncio.timeout(timeout_seconds):
                return await process.wait()
        except TimeoutError:
            return await self.kill()

    async def kill(self) -> int:
        """End it at once, as a power failure would; its exit status."""
        process = self._started()
        with suppress(ProcessLookupError):
            process.kill()
        return await process.wait()

    async def __aenter__(self) -> Self:
        """Start it."""
        await self.start()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Stop it."""
        await self.stop()

    def _started(self) -> asyncio.subprocess.Process:
        if self._process is None:
            raise ChildFailedError(f"{self.name} has not been started")
        return self._process

    async def _lives(self) -> bool:
        """Whether it lives after the loop has heard of what ended meanwhile."""
        await asyncio.sleep(0)
        return self.exit_status is None

    def _log_tail(self) -> str:
        return self.log_file.read_bytes()[-LOG_TAIL_BYTES:].decode(errors="replace")


def require_free_port(host: str, port: int) -> None:
    """Refuse a port at which a child could not listen, before anything is said to whoever does.

    Raises:
        PortInUseError: something listens there, or it may not be used.
    """
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # As the child will: what was closed is no bar.
        try:
            probe.bind((host, port))
        except OSError as error:
            raise PortInUseError(
                f"端口 {port} 不能使用（{error.strerror}），请以 SUTIAO_PORT 另设一个。"
                f"Port {port} cannot be used ({error.strerror}): end what listens there, or set SUTIAO_PORT to another."
            ) from error


async def answers(url: str) -> bool:
    """Whether an address answers now: `http://…` with a 2xx status, `tcp://host:port` by accepting a connection."""
    parts = urlsplit(url)
    try:
        reader, writer = await asyncio.open_connection(parts.hostname, parts.port)
    except OSError:
        return False
    try:
        return parts.scheme == "tcp" or await _status_is_good(reader, writer, parts.netloc, parts.path or "/")
    except (OSError, ValueError):
        return False
    finally:
        writer.close()
        with suppress(OSError):
            await writer.wait_closed()


async def _status_is_good(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, host: str, path: str) -> bool:
    writer.write(f"GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n".encode())
    await writer.drain()
    words = (await reader.readline())[:STATUS_LINE_BYTES].split()
    return len(words) > 1 and words[1].startswith(b"2")
