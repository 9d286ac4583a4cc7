"""From what the HTTP library raises to the three failures of the domain.

The tree, as it is walked from the top:

LineTooLong, below whatever                        too_large        longer headers than anybody needs
ClientProxyConnectionError, ClientHttpProxyError   proxy_failed     the endpoint is not to blame
ClientSSLError                                     tls_failed
TimeoutError                                       timed_out        only connecting has a time of its own here
ClientConnectorError                               connect_failed
ClientResponseError                                not_http
InvalidURL, ValueError                             request_refused
ClientError, OSError                               reset            broken off before the end
"""

import ssl
from collections.abc import Iterator

import aiohttp
import httpx
from aiohttp.http_exceptions import LineTooLong

from app.domain.outbound import OutboundReason, OutsideFailure, Rejected, Unavailable, Unreadable

FOREIGN = (httpx.HTTPError, httpx.InvalidURL, aiohttp.ClientError, OSError, ValueError)
"""What may come out of the library; `TimeoutError` is an `OSError`."""

CAUSES_MAX = 8

_TREE: tuple[tuple[tuple[type[BaseException], ...], type[OutsideFailure], OutboundReason], ...] = (
    (
        (aiohttp.ClientProxyConnectionError, aiohttp.ClientHttpProxyError),
        Unavailable,
        OutboundReason.PROXY_FAILED,
    ),
    ((aiohttp.ClientSSLError, ssl.SSLError), Unavailable, OutboundReason.TLS_FAILED),
    ((TimeoutError,), Unavailable, OutboundReason.TIMED_OUT),
    ((aiohttp.ClientConnectorError,), Unavailable, OutboundReason.CONNECT_FAILED),
    ((aiohttp.ClientResponseError,), Unreadable, OutboundReason.NOT_HTTP),
    ((aiohttp.InvalidURL, httpx.InvalidURL), Rejected, OutboundReason.REQUEST_REFUSED),
    ((aiohttp.ClientError, httpx.HTTPError, OSError), Unavailable, OutboundReason.RESET),
    ((ValueError,), Rejected, OutboundReason.REQUEST_REFUSED),
)


def failure_of(error: BaseException) -> OutsideFailure:
    """The failure that stands for a foreign error; the transport wraps what it maps, so the cause is looked at."""
    inner = error.__cause__ if isinstance(error, httpx.HTTPError) and error.__cause__ else error
    if any(isinstance(cause, LineTooLong) for cause in _causes(inner)):
        return Unreadable(OutboundReason.TOO_LARGE)
    for kinds, failure, reason in _TREE:
        if isinstance(inner, kinds):
            return failure(reason)
    raise AssertionError(type(inner).__name__)


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    for _ in range(CAUSES_MAX):
        if error is None:
            return
        yield error
        error = error.__cause__
