"""A port on the loopback interface that answers `GET /metrics` and nothing else, for whoever may enter the machine."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from typing import Final

from app.log import failure_line

HOST: Final = "127.0.0.1"
HEAD_BYTES_MAX: Final = 8_192
SECONDS_MAX: Final = 5.0

_NOT_THERE: Final = b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
_FAILED: Final = b"HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"


@asynccontextmanager
async def metrics_served(
    port: int | None, told: Callable[[], Awaitable[bytes]], media_type: str
) -> AsyncIterator[None]:
    """Answer on the port for the length of the block; on none where there is no port.

    Raises:
        OSError: the port is in use.
    """
    if port is None:
        yield
        return

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(OSError, TimeoutError, asyncio.IncompleteReadError, asyncio.LimitOverrunError):
            async with asyncio.timeout(SECONDS_MAX):
                writer.write(await _answer(reader, told, media_type))
                await writer.drain()
        writer.close()

    server = await asyncio.start_server(answer, HOST, port, limit=HEAD_BYTES_MAX)
    try:
        yield
    finally:
        server.close()
        await server.wait_closed()


async def _answer(reader: asyncio.StreamReader, told: Callable[[], Awaitable[bytes]], media_type: str) -> bytes:
    head = await reader.readuntil(b"\r\n\r\n")
    if not head.startswith(b"GET /metrics "):
        return _NOT_THERE
    try:
        body = await told()
    except Exception as error:  # noqa: BLE001 - whoever asks is told that it failed; the process goes on
        failure_line("metrics not told", error)
        return _FAILED
    fields = f"Content-Type: {media_type}\r\nContent-Length: {len(body)}\r\nConnection: close\r\n\r\n"
    return b"HTTP/1.1 200 OK\r\n" + fields.encode() + body
