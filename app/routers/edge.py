"""The edge: request id, headers that every answer has, one log line a request, and the net under everything."""

import time
from collections.abc import Awaitable, Callable, Mapping
from types import MappingProxyType
from typing import Final

from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.domain.errors import Refusal
from app.log import failure_line, request_line
from app.routers import problems
from app.routers.limits import Headers
from app.routers.tally import Tally
from app.routers.trace import SCOPE_KEY, Trace, trace_of

REQUEST_ID_HEADER: Final = b"x-request-id"
NO_STORE: Final = (b"cache-control", b"no-store")
CLIENT_GONE: Final = 499
"""Logged, never sent: the caller hung up before the answer."""


Answer = Callable[[Request], Awaitable[Response]]


class Edge:
    """Outermost middleware, plain ASGI.

    Args:
        app: What answers.
        shortcuts: Functions that answer by method and path, past everything that lies between here and the routes.
        notices: Headers by method and template of the address, for operations that are on their way out.
        tally: Where requests are counted.
    """

    def __init__(
        self,
        app: ASGIApp,
        shortcuts: Mapping[tuple[str, str], Answer] = MappingProxyType({}),
        notices: Mapping[tuple[str, str], Headers] = MappingProxyType({}),
        tally: Tally | None = None,
    ) -> None:
        self._app = app
        self._shortcuts = shortcuts
        self._notices = notices
        self._tally = Tally() if tally is None else tally

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request and write its line."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        trace = Trace()
        scope[SCOPE_KEY] = trace
        started = time.perf_counter()
        outgoing = _Outgoing(send, scope, trace, self._notices)
        try:
            await self._answer(scope, receive, outgoing)
        except ClientDisconnect:
            outgoing.status = CLIENT_GONE
        except Exception as error:  # noqa: BLE001 - the net: nothing below may end without an answer and a line
            failure_line("request_failed", error, request_id=trace.request_id)
            await _answer_failure(scope, receive, outgoing)
        finally:
            seconds, route = time.perf_counter() - started, _route(scope, trace)
            self._tally.add(scope["method"], route, outgoing.status, seconds)
            _log(scope, trace, route, outgoing.status, seconds * 1000)

    async def _answer(self, scope: Scope, receive: Receive, send: Send) -> None:
        shortcut = self._shortcuts.get((scope["method"], scope["path"]))
        if shortcut is None:
            await self._app(scope, receive, send)
            return
        trace_of(scope).route = scope["path"]
        request = Request(scope, receive)
        try:
            response = await shortcut(request)
        except Refusal as refusal:
            response = problems.answer(request, refusal)
        await response(scope, receive, send)


def _log(scope: Scope, trace: Trace, route: str, status: int, duration_ms: float) -> None:
    request_line(
        method=scope["method"],
        route=route,
        status=status,
        duration_ms=duration_ms,
        request_id=trace.request_id,
        principal_id=trace.client_id,
        referral_id=None if trace.referral_id is None else str(trace.referral_id),
        code=trace.code,
    )


def _route(scope: Scope, trace: Trace) -> str:
    """Template of the address."""
    return trace.route or str(getattr(scope.get("route"), "path", "unknown"))


class _Outgoing:
    """Sends on, adds the headers, remembers the status."""

    __slots__ = ("_notices", "_scope", "_send", "_trace", "started", "status")

    def __init__(self, send: Send, scope: Scope, trace: Trace, notices: Mapping[tuple[str, str], Headers]) -> None:
        self._send = send
        self._scope = scope
        self._trace = trace
        self._notices = notices
        self.started = False
        self.status = CLIENT_GONE

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.started = True
            self.status = message["status"]
            trace, scope = self._trace, self._scope
            headers = [*message["headers"], (REQUEST_ID_HEADER, trace.request_id.encode()), *trace.headers]
            if scope["path"].startswith("/v1/"):
                headers.append(NO_STORE)
            if self._notices:
                headers += self._notices.get((scope["method"], _route(scope, trace)), ())
            message["headers"] = headers
        await self._send(message)


async def _answer_failure(scope: Scope, receive: Receive, outgoing: _Outgoing) -> None:
    if outgoing.started:
        outgoing.status = problems.status_of("internal_error")
        return
    response = problems.answer(Request(scope), Refusal("internal_error"))
    await response(scope, receive, outgoing)
