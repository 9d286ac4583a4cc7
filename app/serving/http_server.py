"""The HTTP server: uvicorn, which first lets all go that wait for something and then ends."""

import resource
import socket
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import Final

import uvicorn
from fastapi import FastAPI

from app.serving.http_bounds import BoundedProtocol

STARTUP_FAILED: Final = 3
"""Exit status, as uvicorn itself has it."""

KEEP_ALIVE_SECONDS: Final = 75
FILES_MAX: Final = 65_536
GRACE_SECONDS: Final = 5
"""How long requests in progress may take once the server is told to end."""


class Server(uvicorn.Server):
    """Answers long polls and ends streams at once when it is told to end; without that they would be waited for.

    Args:
        config: Of uvicorn.
        release: Lets all go that wait.
    """

    def __init__(self, config: uvicorn.Config, release: Callable[[], None]) -> None:
        super().__init__(config)
        self._release = release

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Let all go, then end as uvicorn does."""
        self._release()
        await super().shutdown(sockets)


def serve(application: FastAPI, *, host: str, port: int) -> None:
    """Answer until a signal comes; ends the process with a status of its own where it could not start."""
    config = uvicorn.Config(
        application,
        host=host,
        port=port,
        log_config=None,
        access_log=False,
        loop="uvloop",
        http=BoundedProtocol,
        ws="none",
        timeout_graceful_shutdown=GRACE_SECONDS,
        timeout_keep_alive=KEEP_ALIVE_SECONDS,
    )

    def release() -> None:
        application.state.release()  # Only there once the application has started.

    _allow_connections()
    server = Server(config, release)
    with suppress(KeyboardInterrupt):
        server.run()
    if not server.started:
        sys.exit(STARTUP_FAILED)


def _allow_connections() -> None:
    """Take as many open files as the system lets us: each stream is one, and the usual limit is 1,024."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = FILES_MAX if hard == resource.RLIM_INFINITY else min(hard, FILES_MAX)
    if soft != resource.RLIM_INFINITY and soft < wanted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
