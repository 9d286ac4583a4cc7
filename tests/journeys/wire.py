"""A caller's end of HTTP/1.1 on the loopback interface, cheap enough that a load is a load of the service.

It tells everything that goes wrong on the way as one error, and can hang up before the answer has come.
"""

import asyncio
import json
from dataclasses import dataclass
from urllib.parse import urlencode

HOST = "127.0.0.1"
ANSWER_SECONDS = 20.0


class BrokenError(Exception):
    """No answer: nobody listens, the connection ended first, or the time was over. What was done is not known."""


@dataclass(frozen=True)
class Reply:
    """A complete answer; names of headers in lower case."""

    status_code: int
    headers: dict[str, str]
    content: bytes

    @property
    def text(self):
        return self.content.decode()

    def json(self):
        return json.loads(self.content)


class Wire:
    """Connections to one port, kept open and used again; as many at once as there are requests."""

    def __init__(self, port):
        self.port = port
        self.url = f"http://{HOST}:{port}"
        self._idle = []

    async def send(self, method, path, *, headers, params=None, body=None, seconds=ANSWER_SECONDS):
        query = f"?{urlencode(params)}" if params else ""
        content = b"" if body is None else json.dumps(body).encode()
        sent = {"Host": f"{HOST}:{self.port}", "Content-Length": len(content), **headers}
        lines = [f"{method} {path}{query} HTTP/1.1", *(f"{name}: {value}" for name, value in sent.items())]
        try:
            async with asyncio.timeout(seconds):
                return await self._exchange("\r\n".join([*lines, "\r\n"]).encode() + content)
        except (OSError, EOFError) as error:  # TimeoutError is an OSError, an incomplete read an EOFError.
            raise BrokenError(f"{method} {path}: {type(error).__name__}") from error

    async def _exchange(self, request):
        reader, writer = await self._connection()
        try:
            writer.write(request)
            head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
            first, *lines = head.rstrip().split("\r\n")
            headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
            content = await reader.readexactly(int(headers.get("content-length", 0)))
        except BaseException:
            writer.close()
            raise
        self._idle.append((reader, writer))
        return Reply(int(first.split()[1]), headers, content)

    async def _connection(self):
        while self._idle:
            reader, writer = self._idle.pop()
            if not reader.at_eof():
                return reader, writer
            writer.close()
        return await asyncio.open_connection(HOST, self.port)

    async def close(self):
        while self._idle:
            self._idle.pop()[1].close()
