"""Bounds on request heads, which are read before any key, route or body is known.

The HTTP parser gathers header bytes for as long as they come. This protocol counts what comes without leading to
anything, and gives up on a head that is too large or too slow.
"""

from asyncio import TimerHandle
from typing import ClassVar, Final

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from app.routers.trace import ABORT_KEY

HEAD_BYTES_MAX: Final = 64 * 1024
"""Most bytes of request line and headers; as many again may come as trailers of a chunked body."""

HEAD_LINES_MAX: Final = 100
"""Most header lines."""

_TEXT: Final = b"The request headers are too large."
_TOO_LARGE: Final = (
    b"HTTP/1.1 431 Request Header Fields Too Large\r\ncontent-type: text/plain; charset=utf-8\r\n"
    b"content-length: " + str(len(_TEXT)).encode() + b"\r\nconnection: close\r\n\r\n" + _TEXT
)


class _HeadTooLargeError(Exception):
    """Stops the parser in the middle of its work."""


class BoundedProtocol(HttpToolsProtocol):
    """HTTP/1.1 with bounded request heads: 431 and the end of the connection above the bounds, the end when too slow.

    A head that comes in one piece costs a comparison; a timer is set only for one that comes in several.
    """

    head_seconds: ClassVar[float] = 15.0
    """Longest time from the first byte of a head to its last."""

    _unused_bytes = 0
    """Received since the last head, piece of a body or end of a message."""

    _in_body = False
    _too_large = False
    _deadline: TimerHandle | None = None

    def data_received(self, data: bytes) -> None:
        """Feed the parser, then look at what it could not yet use."""
        self._unused_bytes += len(data)
        super().data_received(data)
        if self.transport.is_closing():
            return
        if self._unused_bytes > HEAD_BYTES_MAX:
            self._refuse()
        elif self._deadline is None and self._dawdling():
            self._deadline = self.loop.call_later(self.head_seconds, self._too_slow)

    def on_headers_complete(self) -> None:
        """Judge the whole head before anything is started for it."""
        if len(self.headers) > HEAD_LINES_MAX or (
            self._unused_bytes > HEAD_BYTES_MAX and self._head_bytes() > HEAD_BYTES_MAX
        ):
            self._too_large = True
            raise _HeadTooLargeError
        self._unused_bytes = 0
        self._in_body = True
        self._in_time()
        self.scope[ABORT_KEY] = self.transport.abort  # type: ignore[typeddict-unknown-key]
        super().on_headers_complete()

    def on_body(self, body: bytes) -> None:
        """A piece of a body is bounded by whoever reads it."""
        self._unused_bytes = 0
        super().on_body(body)

    def on_message_complete(self) -> None:
        """What comes next is another head."""
        self._unused_bytes = 0
        self._in_body = False
        self._in_time()
        super().on_message_complete()

    def connection_lost(self, exc: Exception | None) -> None:
        """Nobody is waited for any more."""
        self._in_time()
        super().connection_lost(exc)

    def send_400_response(self, msg: str) -> None:
        """Answer what the parser stopped at, be it broken or too large."""
        if self._too_large:
            self._refuse()
        else:
            super().send_400_response(msg)

    def _head_bytes(self) -> int:
        return len(self.url) + sum(len(name) + len(value) + 4 for name, value in self.headers)

    def _dawdling(self) -> bool:
        """Whether a head is unfinished, or a body goes on that nobody reads."""
        if self._in_body:
            return not self._answering()
        return self._unused_bytes > 0

    def _answering(self) -> bool:
        return self.cycle is not None and not self.cycle.response_complete

    def _refuse(self) -> None:
        if not self._answering():
            self.transport.write(_TOO_LARGE)
        self.transport.close()

    def _too_slow(self) -> None:
        self._deadline = None
        if self._answering():  # An answer to an earlier request is on its way; the head behind it can wait.
            self._deadline = self.loop.call_later(self.head_seconds, self._too_slow)
        else:
            self.transport.close()

    def _in_time(self) -> None:
        if self._deadline is not None:
            self._deadline.cancel()
            self._deadline = None
