"""A receiver of webhooks for measuring: answers at once, slowly, or never, by path, and says when what arrived.

Run as `python -m app.bench.receiver PORT`. `/slow` waits, `/dead` never answers, every other path answers at once.
`GET /results` gives counts by path and the time from the event's recording to its arrival; `GET /reset` forgets them.
"""

import asyncio
import re
import sys
from collections import Counter
from datetime import UTC, datetime
from typing import cast

import orjson
import uvloop

HOST = "127.0.0.1"
SLOW_SECONDS = 0.2
DEAD, SLOW = "/dead", "/slow"

_LENGTH = re.compile(rb"content-length: *([0-9]+)", re.IGNORECASE)
_RECORDED = re.compile(rb'"recorded_at":"([^"]+)"')
_DONE = b"HTTP/1.1 204 No Content\r\n\r\n"


class Results:
    """What arrived since the last reset."""

    def __init__(self) -> None:
        self.reset()

    def reset(self) -> None:
        """Forget everything."""
        self.counts: Counter[str] = Counter()
        self.latencies_ms: list[float] = []

    def take(self, path: str, body: bytes) -> None:
        """Count one delivery."""
        self.counts[path] += 1
        recorded = _RECORDED.search(body)
        if recorded is not None and path not in {DEAD, SLOW}:
            passed = datetime.now(UTC) - datetime.fromisoformat(recorded[1].decode())
            self.latencies_ms.append(passed.total_seconds() * 1000)

    def told(self) -> bytes:
        """The answer to `GET /results`."""
        body = orjson.dumps({"counts": self.counts, "latencies_ms": self.latencies_ms})
        return b"HTTP/1.1 200 OK\r\ncontent-length: %d\r\n\r\n%s" % (len(body), body)


class Connection(asyncio.Protocol):
    """One connection, as little as HTTP needs."""

    def __init__(self, results: Results) -> None:
        self._results = results
        self._received = b""
        self._transport: asyncio.Transport

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Keep the way back."""
        self._transport = cast("asyncio.Transport", transport)

    def data_received(self, data: bytes) -> None:
        """Answer every request that is complete."""
        self._received += data
        while (end := self._received.find(b"\r\n\r\n")) >= 0:
            head = self._received[:end]
            length = _LENGTH.search(head)
            whole = end + 4 + (0 if length is None else int(length[1]))
            if len(self._received) < whole:
                return
            body, self._received = self._received[end + 4 : whole], self._received[whole:]
            self._answer(head.split(b" ", 2)[1].decode(), body)

    def _answer(self, path: str, body: bytes) -> None:
        if path == "/results":
            self._transport.write(self._results.told())
        elif path == "/reset":
            self._results.reset()
            self._transport.write(_DONE)
        elif path == SLOW:
            asyncio.get_running_loop().call_later(SLOW_SECONDS, self._take, path, body)
        elif path != DEAD:
            self._take(path, body)

    def _take(self, path: str, body: bytes) -> None:
        self._results.take(path, body)
        self._transport.write(_DONE)


async def serve(port: int) -> None:
    """Receive until the process ends."""
    results = Results()
    server = await asyncio.get_running_loop().create_server(lambda: Connection(results), HOST, port)
    await server.serve_forever()


if __name__ == "__main__":
    uvloop.run(serve(int(sys.argv[1])))
