"""The edge: request id, headers that every answer has, one log line a request, and the net under everything."""

import time
from typing import Final

import structlog
from starlette.requests import ClientDisconnect, Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.domain.errors import Refusal
from app.log import failure_line, request_line
from app.routers import problems
from app.routers.trace import SCOPE_KEY, Trace

REQUEST_ID_HEADER: Final = b"x-request-id"
NO_STORE: Final = (b"cache-control", b"no-store")
CLIENT_GONE: Final = 499
"""Logged, never sent: the caller hung up before the answer."""


class Edge:
    """Outermost middleware, plain ASGI.

    Args:
        app: What answers.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request and write its line."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        trace = Trace()
        scope[SCOPE_KEY] = trace
        structlog.contextvars.bind_contextvars(request_id=trace.request_id)
        started = time.perf_counter()
        outgoing = _Outgoing(send, trace, private=scope["path"].startswith("/v1/"))
        try:
            await self._app(scope, receive, outgoing)
        except ClientDisconnect:
            outgoing.status = CLIENT_GONE
        except Exception as error:  # noqa: BLE001 - the net: nothing below may end without an answer and a line
            failure_line("request_failed", error)
            await _answer_failure(scope, receive, outgoing)
        finally:
            structlog.contextvars.unbind_contextvars("request_id")
            self._log(scope, trace, outgoing.status, (time.perf_counter() - started) * 1000)

    @staticmethod
    def _log(scope: Scope, trace: Trace, status: int, duration_ms: float) -> None:
        route = scope.get("route")
        with structlog.contextvars.bound_contextvars(request_id=trace.request_id):
            request_line(
                method=scope["method"],
                route=getattr(route, "path", "unknown"),
                status=status,
                duration_ms=duration_ms,
                principal_id=trace.client_id,
                referral_id=trace.referral_id,
                code=trace.code,
            )


class _Outgoing:
    """Sends on, adds the headers, remembers the status."""

    __slots__ = ("_private", "_send", "_trace", "started", "status")

    def __init__(self, send: Send, trace: Trace, *, private: bool) -> None:
        self._send = send
        self._trace = trace
        self._private = private
        self.started = False
        self.status = CLIENT_GONE

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.started = True
            self.status = message["status"]
            headers = [*message["headers"], (REQUEST_ID_HEADER, self._trace.request_id.encode())]
            message["headers"] = [*headers, NO_STORE] if self._private else headers
        await self._send(message)


async def _answer_failure(scope: Scope, receive: Receive, outgoing: _Outgoing) -> None:
    if outgoing.started:
        outgoing.status = problems.status_of("internal_error")
        return
    response = problems.answer(Request(scope), Refusal("internal_error"))
    await response(scope, receive, outgoing)
