"""Receivers that misbehave, on one port: by path, each so many times, and then well."""

import asyncio
import contextlib
import json
import struct
from collections import Counter, defaultdict
from contextlib import asynccontextmanager
from socket import SO_LINGER, SOL_SOCKET

BAD_TIMES = 2
HANG_SECONDS = 30
INWARDS = "http://169.254.169.254/latest/meta-data/"


class Receivers:
    """Takes deliveries at `/<manner>`; remembers every one that it answered well, in order.

    Attributes:
        taken: By manner, the bodies of the deliveries that were taken with a 2xx, in order.
        refused: By manner, how many were not.
        bad_times: How many each manner refuses before it answers well.
    """

    def __init__(self):
        self.taken = defaultdict(list)
        self.refused = Counter()
        self.bad_times = BAD_TIMES
        self.port = 0
        self.changed = asyncio.Event()

    def url(self, manner):
        return f"http://127.0.0.1:{self.port}/{manner}"

    @asynccontextmanager
    async def listening(self):
        server = await asyncio.start_server(self._serve, "127.0.0.1", 0)
        self.port = server.sockets[0].getsockname()[1]
        try:
            yield self
        finally:
            server.close()

    async def _serve(self, reader, writer):
        with contextlib.suppress(OSError, asyncio.IncompleteReadError, asyncio.CancelledError):
            while (request := await _read(reader)) is not None:
                manner, body = request
                if not await self._answer(manner, body, writer):
                    break
        with contextlib.suppress(OSError):
            writer.close()

    async def _answer(self, manner, body, writer):
        """Answer one request; whether the connection stays."""
        bad = getattr(self, f"_{manner}", None)
        if bad is not None and (manner == "gone" or self.refused[manner] < self.bad_times):
            self.refused[manner] += 1
            await bad(body, writer)
            await writer.drain()
            return False
        self._take(manner, body)
        writer.write(b"HTTP/1.1 204 No Content\r\n\r\n")
        await writer.drain()
        return True

    def _take(self, manner, body):
        self.taken[manner].append(body)
        self.changed.set()

    async def _hang(self, _body, _writer):
        await asyncio.sleep(HANG_SECONDS)

    async def _reset(self, _body, writer):
        writer.get_extra_info("socket").setsockopt(SOL_SOCKET, SO_LINGER, struct.pack("ii", 1, 0))
        writer.transport.abort()

    _ordered = _reset

    async def _drip(self, _body, writer):
        for piece in b"HTTP/1.1 200 OK\r\n\r\n":
            writer.write(bytes([piece]))
            await writer.drain()
            await asyncio.sleep(1)

    async def _drop(self, body, writer):
        """It took it, and says so, and the connection breaks in the middle of the answer: it will come again."""
        self._take("drop", body)
        writer.write(b"HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\nhalf")

    async def _redirect(self, _body, writer):
        writer.write(f"HTTP/1.1 307 Temporary Redirect\r\nlocation: {INWARDS}\r\ncontent-length: 0\r\n\r\n".encode())

    async def _gone(self, _body, writer):
        writer.write(b"HTTP/1.1 410 Gone\r\ncontent-length: 0\r\n\r\n")

    async def _throttle(self, _body, writer):
        writer.write(b"HTTP/1.1 429 Too Many Requests\r\nretry-after: 1\r\ncontent-length: 0\r\n\r\n")


async def _read(reader):
    """(manner, body) of one request; None where the other side hung up."""
    head = b""
    while not head.endswith(b"\r\n\r\n"):
        line = await reader.readline()
        if not line:
            return None
        head += line
    first, *lines = head.decode("latin-1").split("\r\n")
    headers = dict(line.lower().split(": ", 1) for line in lines if ": " in line)
    body = await reader.readexactly(int(headers.get("content-length", 0)))
    return first.split()[1].strip("/"), json.loads(body)
