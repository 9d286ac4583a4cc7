"""The one HTTP client that leaves the house: httpx's API over aiohttp's connections, behind a guard.

A name is looked up once for each request, every address behind it is checked, and the connection goes to a checked
address with the name kept for TLS and `Host`. aiohttp's own look-up, its cache of names, cookies, redirects and proxies
from the environment are never used, and a kept-alive connection is found again by its address, not by its name.
"""

import asyncio
import base64
import re
import socket
import ssl
from collections import Counter, OrderedDict
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import lru_cache, partial
from pathlib import Path
from time import perf_counter

import aiohttp
import httpx
from aiohttp.abc import AbstractResolver, ResolveResult
from httpx_aiohttp import AiohttpTransport

from app.adapters.client_tls import context_of
from app.adapters.outbound_body import bounded_body
from app.adapters.outbound_failures import FOREIGN, failure_of
from app.domain.addresses import HTTPS_ONLY, PUBLIC_ONLY, Address, Networks, Ports, address_of, refused
from app.domain.outbound import (
    METHODS,
    OutboundAnswer,
    OutboundReason,
    OutboundRequest,
    Rejected,
    TlsTerms,
    Unavailable,
    Unreadable,
)
from app.domain.outbound_url import Target, target_of

BODY_LIMIT_BYTES = 64 * 1024
HEAD_LIMIT_BYTES = 32 * 1024
HEADERS_MAX = 100
PIECE_BYTES = 256 * 1024
HEADER_LINE_BYTES = 8 * 1024
CONNECTIONS_MAX = 512
KEEP_ALIVE_SECONDS = 4.0  # Below the five seconds after which common servers hang up.
ADDRESSES_TRIED_MAX = 4
URLS_KEPT_MAX = 1024
NAMES_KEPT_MAX = 256
TRANSPORTS_MAX = 64  # Terms of TLS under which connections are kept; one for each platform that has its own.
NAME_THREADS = 16  # Of their own, so that a name server that hangs holds up nothing else.

_HEADER_NAME = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]{1,128}")
_HEADER_VALUE = re.compile(r"[\t\x20-\x7e]{0,8000}")
_FRAMING = frozenset({
    "host", "content-length", "transfer-encoding", "connection", "keep-alive", "te", "trailer", "upgrade", "expect",
    "accept-encoding", "proxy-authorization", "proxy-connection",
})  # fmt: skip

_target = lru_cache(URLS_KEPT_MAX)(target_of)
_url = lru_cache(URLS_KEPT_MAX)(httpx.URL)
"""The same few addresses are called over and over, and reading them costs more than anything else here."""

LookUp = Callable[[str, int], Awaitable[Sequence[str]]]
"""All addresses behind a name, for a port. Raises `OSError`."""


@dataclass(frozen=True, slots=True)
class OutboundPolicy:
    """What this deployment allows.

    Attributes:
        networks: Reached besides public addresses, by every call.
        ports: TCP ports that may be spoken to.
        plain_http: Whether `http` is allowed to listed networks.
        proxy: Forward proxy for public addresses, with its credentials; listed networks are reached directly.
        ca_file: Further authorities for TLS, as PEM.
        body_limit_bytes: Most bytes of an answer that are kept, decompressed.
    """

    networks: Networks = PUBLIC_ONLY
    ports: Ports = HTTPS_ONLY
    plain_http: bool = False
    proxy: str | None = field(default=None, repr=False)
    ca_file: Path | None = None
    body_limit_bytes: int = BODY_LIMIT_BYTES


class GuardedClient:
    """Fulfils `Outbound`. Made without reaching for anything; the first request opens what it needs."""

    def __init__(self, policy: OutboundPolicy, *, look_up: LookUp | None = None) -> None:
        self._policy = policy
        self._names = SystemNames()
        self._look_up = look_up or self._names
        self._transports: OrderedDict[tuple[bool, TlsTerms | None], AiohttpTransport] = OrderedDict()
        self._in_flight: Counter[TlsTerms | None] = Counter()

    async def send(self, request: OutboundRequest, *, networks: Networks = PUBLIC_ONLY) -> OutboundAnswer:
        """As `Outbound.send`."""
        started = perf_counter()
        _check(request)
        target = _target(request.url, self._policy.ports, plain_http=self._policy.plain_http)
        try:
            async with asyncio.timeout(request.timeout_seconds):
                addresses = await self._addresses(target, networks, request.connect_seconds)
                left = request.connect_seconds - (perf_counter() - started)
                with self._used(request.tls):
                    response = await self._respond(request, target, addresses, networks, left)
                    return await self._answer(response, started)
        except FOREIGN as error:
            raise failure_of(error) from error

    async def aclose(self) -> None:
        """Close all connections."""
        for transport in self._transports.values():
            await transport.aclose()
        self._transports.clear()
        self._names.close()

    @contextmanager
    def _used(self, terms: TlsTerms | None) -> Iterator[None]:
        """While the block lasts connections under these terms are not closed."""
        self._in_flight[terms] += 1
        try:
            yield
        finally:
            self._in_flight[terms] -= 1
            if not self._in_flight[terms]:
                del self._in_flight[terms]

    async def _addresses(self, target: Target, networks: Networks, seconds: float) -> list[Address]:
        """What the name leads to at this moment, each address checked; one that is refused refuses them all."""
        if target.literal is not None:
            addresses: list[Address | None] = [target.literal]
        else:
            try:
                async with asyncio.timeout(seconds):
                    addresses = [address_of(text) for text in await self._look_up(target.host, target.port)]
            except TimeoutError:
                raise
            except OSError as error:
                raise Unavailable(OutboundReason.NAME_NOT_FOUND) from error
        if not addresses:
            raise Unavailable(OutboundReason.NAME_NOT_FOUND)
        checked = [address for address in addresses if address is not None and self._allowed(address, target, networks)]
        if len(checked) < len(addresses):
            raise Rejected(OutboundReason.ADDRESS_REFUSED)
        return checked

    def _allowed(self, address: Address, target: Target, networks: Networks) -> bool:
        if target.scheme == "http" and not self._listed(address, networks):
            return False
        return refused(address, (self._policy.networks, networks)) is None

    def _listed(self, address: Address, networks: Networks) -> bool:
        return address in self._policy.networks or address in networks

    async def _respond(
        self,
        request: OutboundRequest,
        target: Target,
        addresses: Sequence[Address],
        networks: Networks,
        connect_seconds: float,
    ) -> httpx.Response:
        """Head of the answer from the first address that can be connected to; what is left of the time is shared."""
        tried = addresses[:ADDRESSES_TRIED_MAX]
        seconds = max(connect_seconds, 0.001) / len(tried)
        for address in tried:
            proxied = self._policy.proxy is not None and not self._listed(address, networks)
            try:
                transport = await self._transport(request.tls, proxied=proxied)
                return await transport.handle_async_request(_wire_request(request, target, address, seconds))
            except FOREIGN as error:
                failure = failure_of(error)
                nothing_sent = failure.reason in {OutboundReason.CONNECT_FAILED, OutboundReason.TIMED_OUT}
                if not nothing_sent or address is tried[-1]:
                    raise failure from error
        raise AssertionError

    async def _answer(self, response: httpx.Response, started: float) -> OutboundAnswer:
        try:
            headers = _headers_of(response)
            body, truncated = await bounded_body(
                response.aiter_raw(), headers.get("content-encoding", "").strip().lower(), self._policy.body_limit_bytes
            )
        finally:
            await response.aclose()
        duration_ms = (perf_counter() - started) * 1000
        return OutboundAnswer(response.status_code, headers, body, truncated, duration_ms)

    async def _transport(self, terms: TlsTerms | None, *, proxied: bool) -> AiohttpTransport:
        """The connections under these terms; of too many those that are not in use are closed, the oldest first."""
        place = (proxied, terms)
        if place not in self._transports:
            context = context_of(terms, self._policy.ca_file)
            proxy = _proxy(self._policy.proxy) if proxied and self._policy.proxy is not None else None
            self._transports[place] = AiohttpTransport(
                verify=context, trust_env=False, proxy=proxy, client=partial(_session, context, proxy)
            )
        self._transports.move_to_end(place)
        found = self._transports[place]
        spare = len(self._transports) - TRANSPORTS_MAX
        if spare > 0:
            idle = [other for other in self._transports if other != place and other[1] not in self._in_flight]
            for closing in [self._transports.pop(other) for other in idle[:spare]]:
                await closing.aclose()
        return found


class SystemNames:
    """Looks names up as the machine does, in threads of its own."""

    def __init__(self) -> None:
        self._threads: ThreadPoolExecutor | None = None

    async def __call__(self, host: str, port: int) -> Sequence[str]:
        """All addresses behind a name, each once, in the order in which the machine prefers them."""
        if self._threads is None:
            self._threads = ThreadPoolExecutor(NAME_THREADS, thread_name_prefix="names")
        found = await asyncio.get_running_loop().run_in_executor(
            self._threads, partial(socket.getaddrinfo, host, port, type=socket.SOCK_STREAM)
        )
        return list(dict.fromkeys(str(info[4][0]) for info in found))

    def close(self) -> None:
        """Let the threads go; one that hangs is not waited for."""
        if self._threads is not None:
            self._threads.shutdown(wait=False, cancel_futures=True)
            self._threads = None


class _ProxyOnly(AbstractResolver):
    """The look-up that aiohttp is given: every other host reaches it as an address."""

    def __init__(self, proxy_host: str | None) -> None:
        self._proxy_host = proxy_host
        self._inner = aiohttp.ThreadedResolver()

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        if host != self._proxy_host:
            raise OSError(None, "names are looked up before")
        return await self._inner.resolve(host, port, family)

    async def close(self) -> None:
        await self._inner.close()


def _proxy(text: str) -> httpx.Proxy:
    """The proxy with its credentials as a header that goes to it alone."""
    url = httpx.URL(text)
    if not url.userinfo:
        return httpx.Proxy(url)
    credentials = base64.b64encode(f"{url.username}:{url.password}".encode()).decode()
    return httpx.Proxy(url.copy_with(userinfo=b""), headers={"proxy-authorization": f"Basic {credentials}"})


def _session(context: ssl.SSLContext, proxy: httpx.Proxy | None) -> aiohttp.ClientSession:
    connector = aiohttp.TCPConnector(
        ssl=context,
        use_dns_cache=False,
        resolver=_ProxyOnly(None if proxy is None else proxy.url.host),
        limit=CONNECTIONS_MAX,
        keepalive_timeout=KEEP_ALIVE_SECONDS,
    )
    return aiohttp.ClientSession(
        connector=connector,
        cookie_jar=aiohttp.DummyCookieJar(),
        trust_env=False,
        max_line_size=HEADER_LINE_BYTES,
        max_field_size=HEADER_LINE_BYTES,
        max_headers=HEADERS_MAX,
    )


def _check(request: OutboundRequest) -> None:
    """Refuse what could say something else on the line than it says here."""
    if request.method not in METHODS:
        raise Rejected(OutboundReason.REQUEST_REFUSED)
    for name, value in request.headers.items():
        if not (_sendable(name) and _HEADER_VALUE.fullmatch(value)):
            raise Rejected(OutboundReason.REQUEST_REFUSED)


@lru_cache(NAMES_KEPT_MAX)
def _sendable(name: str) -> bool:
    return _HEADER_NAME.fullmatch(name) is not None and name.lower() not in _FRAMING


def _wire_request(request: OutboundRequest, target: Target, address: Address, connect_seconds: float) -> httpx.Request:
    own = {"host": target.host_header, "accept": "*/*", "accept-encoding": "identity", "user-agent": "sutiao"}
    given = {name.lower(): value for name, value in request.headers.items()}
    content: bytes | AsyncIterator[bytes] = request.body
    if len(request.body) > PIECE_BYTES:
        content, own["content-length"] = _pieces(request.body), str(len(request.body))
    extensions: dict[str, object] = {"timeout": {"connect": connect_seconds}}
    if target.literal is None:
        extensions["sni_hostname"] = target.host
    return httpx.Request(
        request.method, _url(target.at(address)), headers=own | given, content=content, extensions=extensions
    )


async def _pieces(body: bytes) -> AsyncIterator[bytes]:
    for start in range(0, len(body), PIECE_BYTES):
        yield body[start : start + PIECE_BYTES]


def _headers_of(response: httpx.Response) -> Mapping[str, str]:
    headers: dict[str, str] = {}
    size = 0
    for raw_name, raw_value in response.headers.raw:
        name, value = raw_name.decode("latin-1").lower(), raw_value.decode("latin-1")
        size += len(raw_name) + len(raw_value)
        headers[name] = f"{headers[name]}, {value}" if name in headers else value
    if size > HEAD_LIMIT_BYTES:
        raise Unreadable(OutboundReason.TOO_LARGE)
    return headers
