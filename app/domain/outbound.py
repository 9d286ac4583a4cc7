"""Speaking to other people's servers: one request, one answer, and the three ways in which it fails.

Adapters fulfil `Outbound`. What a status means is judged by who asked; every status is an answer here, redirects too.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

from app.domain.addresses import PUBLIC_ONLY, Networks

__all__ = [
    "PUBLIC_ONLY",
    "Networks",
    "NoOutbound",
    "Outbound",
    "OutboundAnswer",
    "OutboundReason",
    "OutboundRequest",
    "OutsideFailure",
    "Rejected",
    "TlsTerms",
    "Unavailable",
    "Unreadable",
]

METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})


class OutboundReason(StrEnum):
    """Why nothing usable came back. Stable; stored with attempts and shown to who owns the endpoint."""

    ADDRESS_REFUSED = "address_refused"
    URL_REFUSED = "url_refused"
    REQUEST_REFUSED = "request_refused"
    NAME_NOT_FOUND = "name_not_found"
    CONNECT_FAILED = "connect_failed"
    TLS_FAILED = "tls_failed"
    TIMED_OUT = "timed_out"
    RESET = "reset"
    PROXY_FAILED = "proxy_failed"
    SWITCHED_OFF = "switched_off"
    TOO_LARGE = "too_large"
    NOT_HTTP = "not_http"


class OutsideFailure(Exception):
    """Something outside did not do what was asked.

    Args:
        reason: Stable code; for requests over HTTP one of `OutboundReason`. No address, name or text of the other side.
    """

    def __init__(self, reason: str) -> None:
        super().__init__(str(reason))
        self.reason = str(reason)

    @property
    def ours(self) -> bool:
        """Whether the fault lies on our side of the line, so that it says nothing about the other server."""
        return self.reason in {OutboundReason.PROXY_FAILED, OutboundReason.SWITCHED_OFF}


class Unavailable(OutsideFailure):
    """Not now; the same may go well later."""


class Rejected(OutsideFailure):
    """Never, as long as nobody changes what is asked."""


class Unreadable(OutsideFailure):
    """An answer came that nobody can use; a person has to look."""


@dataclass(frozen=True, slots=True)
class TlsTerms:
    """Who we are to one server over TLS, and by whom it may be vouched for; all as PEM.

    Attributes:
        certificate: Ours, those that vouch for it behind; None where we show none.
        private_key: Of the certificate, not encrypted.
        authorities: The only ones that are trusted; None for those of the deployment.
    """

    certificate: str | None = field(default=None, repr=False)
    private_key: str | None = field(default=None, repr=False)
    authorities: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class OutboundRequest:
    """What is to be sent.

    Attributes:
        method: In capitals.
        url: Absolute; `https`, or `http` where the deployment allows it for listed networks. What need not be written
            with percent signs goes out without them.
        headers: Names and values; those that frame the message (`host`, `content-length` …) are not the caller's.
        body: The bytes, sent as they are.
        timeout_seconds: For everything, from the look-up of the name to the last byte of the answer.
        connect_seconds: For the look-up, the connection and TLS.
        tls: Terms of this server; None for those of the deployment. No other request uses the connection.
    """

    method: str
    url: str
    headers: Mapping[str, str] = field(repr=False)
    body: bytes = field(repr=False)
    timeout_seconds: float = 15.0
    connect_seconds: float = 5.0
    tls: TlsTerms | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class OutboundAnswer:
    """What came back, whatever the status.

    Attributes:
        status: HTTP status.
        headers: Names in small letters; of repeated ones the values joined with `, `.
        body: The first bytes of the body, decompressed.
        truncated: Whether there was more, or an end of it that could not be decompressed.
        duration_ms: From the look-up of the name to the last byte that was read.
    """

    status: int
    headers: Mapping[str, str] = field(repr=False)
    body: bytes = field(repr=False)
    truncated: bool
    duration_ms: float


class Outbound(Protocol):
    """The one door to servers that are not ours."""

    async def send(self, request: OutboundRequest, *, networks: Networks = PUBLIC_ONLY) -> OutboundAnswer:
        """Send once; nothing is tried again here and no redirect is followed.

        Args:
            request: What to send.
            networks: What this call may reach besides public addresses and the networks of the deployment.

        Raises:
            Unavailable: no connection, no name, no TLS, no answer in time, or an answer that broke off.
            Rejected: the URL, a header or an address behind the name is not allowed.
            Unreadable: what came back is no HTTP, or its head is larger than anybody needs.
        """
        ...


class NoOutbound:
    """The door of a program that has none."""

    async def send(self, request: OutboundRequest, *, networks: Networks = PUBLIC_ONLY) -> OutboundAnswer:
        """Raises `Unavailable` with `switched_off`."""
        _ = request, networks
        raise Unavailable(OutboundReason.SWITCHED_OFF)
