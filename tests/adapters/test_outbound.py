"""The outbound client against real servers: the guard at the moment of connecting, and servers that misbehave."""

import asyncio
import gzip
import socket
import time
import zlib
from contextlib import asynccontextmanager

import pytest

from app.adapters.outbound import GuardedClient, OutboundPolicy
from app.domain.addresses import PUBLIC_ONLY, Networks, Ports
from app.domain.outbound import OutboundRequest, Rejected, Unavailable, Unreadable
from tests.adapters.lines import OK, authority, listening, request_of, served

LOOPBACK = Networks.parse("127.0.0.1/32")
ANY_PORT = Ports.parse("1-65535")
QUICK = {"timeout_seconds": 0.3, "connect_seconds": 0.2}


class Names:
    """A name server that gives its answers one after the other, the last one for ever."""

    def __init__(self, *answers):
        self.answers = list(answers)
        self.asked = []

    async def __call__(self, host, port):
        self.asked.append((host, port))
        answer = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        if isinstance(answer, Exception):
            raise answer
        return answer


@asynccontextmanager
async def client(*answers, networks=LOOPBACK, **policy):
    names = Names(*(answers or (["127.0.0.1"],)))
    policy = {"ports": ANY_PORT, "plain_http": True, "networks": networks, **policy}
    guarded = GuardedClient(OutboundPolicy(**policy), look_up=names)
    try:
        yield guarded, names
    finally:
        await guarded.aclose()


def post(url, body=b"{}", **more):
    return OutboundRequest("POST", url, {"content-type": "application/json", "webhook-id": "evt_1"}, body, **more)


async def failure_of(work):
    with pytest.raises((Rejected, Unavailable, Unreadable)) as caught:
        await work
    return type(caught.value), caught.value.reason


async def test_a_request_arrives_as_it_was_asked_for_with_the_name_in_host_and_nothing_of_its_own():
    async with served(OK) as server, client() as (guarded, names):
        answer = await guarded.send(post(server.url("court.example", path="/a%20b?c=%E8%B0%83"), "调解".encode()))

        head, body = server.heard[0]
        lines = head.split("\r\n")
        assert lines[0] == "POST /a%20b?c=%E8%B0%83 HTTP/1.1"
        assert sorted(line.lower() for line in lines[1:] if line) == [
            "accept-encoding: identity",
            "accept: */*",
            "content-length: 6",
            "content-type: application/json",
            f"host: court.example:{server.port}",
            "user-agent: sutiao",
            "webhook-id: evt_1",
        ]
        assert body == "调解".encode()
        assert (answer.status, answer.body, answer.truncated) == (200, b"ok", False)
        assert answer.headers == {"content-length": "2"}
        assert answer.duration_ms > 0
        assert names.asked == [("court.example", server.port)]


async def test_a_name_is_looked_up_once_and_the_connection_goes_where_the_check_looked():
    """Rebinding: the second answer of the name server leads to another machine, and nobody asks for it."""
    async with (
        served(OK) as allowed,
        served(OK, host="127.0.0.2", port=allowed.port) as inner,
        client(["127.0.0.1"], ["127.0.0.2"]) as (guarded, names),
    ):
        await guarded.send(post(allowed.url("rebind.example")))
        first = (len(names.asked), len(allowed.heard), inner.connections)
        second = await failure_of(guarded.send(post(allowed.url("rebind.example"))))

        assert first == (1, 1, 0)
        assert second == (Rejected, "address_refused")
        assert inner.connections == 0


async def test_one_refused_address_refuses_the_name():
    async with (
        served(OK) as server,
        client(["127.0.0.1", "127.0.0.2"], ["127.0.0.1", "no address"], []) as (guarded, _),
    ):
        failures = [await failure_of(guarded.send(post(server.url("many.example")))) for _ in range(3)]

        assert failures == [
            (Rejected, "address_refused"),
            (Rejected, "address_refused"),
            (Unavailable, "name_not_found"),
        ]
        assert server.connections == 0


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "127.0.0.2", "169.254.169.254", "[::1]", "[::ffff:127.0.0.1]", "localhost", "10.0.0.1"]
)
async def test_literals_and_names_of_this_machine_are_refused_where_nothing_is_listed(host):
    async with served(OK) as server:
        guarded = GuardedClient(OutboundPolicy(ports=ANY_PORT))

        assert await failure_of(guarded.send(post(server.url(host, scheme="https")))) == (Rejected, "address_refused")
        assert server.connections == 0
        await guarded.aclose()


@pytest.mark.parametrize(
    "url", ["http://user@127.0.0.1/", "http://127.1/", "http://127.0.0.1:0/", "http://0x7f000001/"]
)
async def test_what_is_no_plain_url_reaches_nobody(url):
    async with client() as (guarded, names):
        assert await failure_of(guarded.send(post(url))) == (Rejected, "url_refused")
        assert names.asked == []


async def test_a_call_opens_networks_for_itself_only_even_on_a_connection_that_is_kept():
    async with served(OK) as server, client(networks=PUBLIC_ONLY) as (guarded, _):
        answers = [(await guarded.send(post(server.url("court.example")), networks=LOOPBACK)).status for _ in range(2)]
        without = await failure_of(guarded.send(post(server.url("court.example"))))

        assert answers == [200, 200]
        assert without == (Rejected, "address_refused")
        assert (server.connections, len(server.heard)) == (1, 2)


async def test_plain_http_is_for_listed_networks_and_only_where_it_is_allowed():
    async with client(["93.184.216.34"]) as (guarded, _):
        assert await failure_of(guarded.send(post("http://public.example/"))) == (Rejected, "address_refused")
    async with client(plain_http=False) as (guarded, _):
        assert await failure_of(guarded.send(post("http://court.example/"))) == (Rejected, "url_refused")


@pytest.mark.parametrize(
    ("method", "headers"),
    [
        ("post", {}),
        ("CONNECT", {}),
        ("TRACE", {}),
        ("POST", {"Host": "inner.example"}),
        ("POST", {"Transfer-Encoding": "chunked"}),
        ("POST", {"x": "a\r\nhost: inner.example"}),
        ("POST", {"x\r\ny": "a"}),
        ("POST", {"x": "调解"}),
        ("POST", {"Proxy-Authorization": "Basic eA=="}),
    ],
)
async def test_a_request_that_could_say_something_else_on_the_line_is_not_sent(method, headers):
    async with served(OK) as server, client() as (guarded, _):
        request = OutboundRequest(method, server.url(), headers, b"")

        assert await failure_of(guarded.send(request)) == (Rejected, "request_refused")
        assert server.connections == 0


async def test_a_redirect_is_an_answer_and_is_not_followed():
    async with served(OK) as inner:
        redirect = f"HTTP/1.1 307 X\r\nlocation: {inner.url()}\r\ncontent-length: 0\r\n\r\n".encode()
        async with served(redirect) as server, client() as (guarded, _):
            answer = await guarded.send(post(server.url()))

        assert (answer.status, answer.headers["location"]) == (307, inner.url())
        assert inner.connections == 0


async def test_cookies_are_not_kept():
    async with served(OK.replace(b"\r\n\r\n", b"\r\nset-cookie: a=1\r\nset-cookie: b=2\r\n\r\n")) as server:
        async with client() as (guarded, _):
            answer = await guarded.send(post(server.url()))
            await guarded.send(post(server.url()))

        assert answer.headers["set-cookie"] == "a=1, b=2"
        assert "cookie" not in server.heard[1][0].lower()


async def test_proxies_of_the_environment_are_not_used(monkeypatch):
    async with served(OK) as proxy, served(OK) as server, client() as (guarded, _):
        for name in ("http_proxy", "HTTP_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"):
            monkeypatch.setenv(name, proxy.url())
        answer = await guarded.send(post(server.url()))

        assert (answer.status, proxy.connections, server.connections) == (200, 0, 1)


async def never(_writer):
    await asyncio.Event().wait()


async def resets(writer):
    writer.transport.abort()
    raise ConnectionError


async def drops_after_2xx(writer):
    writer.write(b"HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nhalf")
    await writer.drain()
    raise ConnectionError


async def drips(writer):
    writer.write(b"HTTP/1.1 200 OK\r\ncontent-length: 1000000\r\n\r\n")
    for _ in range(10_000):
        writer.write(b".")
        await writer.drain()
        await asyncio.sleep(0.01)


async def drips_headers(writer):
    writer.write(b"HTTP/1.1 200 OK\r\n")
    for number in range(10_000):
        writer.write(f"x{number}: y\r\n".encode())
        await writer.drain()
        await asyncio.sleep(0.01)


@pytest.mark.parametrize(
    ("talk", "expected"),
    [
        (never, (Unavailable, "timed_out")),
        (drips, (Unavailable, "timed_out")),
        (resets, (Unavailable, "reset")),
        (drops_after_2xx, (Unavailable, "reset")),
        (b"SSH-2.0-OpenSSH_9.2\r\n\r\n", (Unreadable, "not_http")),
        (b"HTTP/1.1 200 OK\r\nx: " + b"y" * 20_000 + b"\r\n\r\n", (Unreadable, "too_large")),
        (b"HTTP/1.1 200 OK\r\n" + b"".join(b"x%d: y\r\n" % n for n in range(500)) + b"\r\n", (Unreadable, "not_http")),
        (
            b"HTTP/1.1 200 OK\r\n" + b"".join(b"x%d: %s\r\n" % (n, b"y" * 6000) for n in range(9)) + b"\r\n",
            (Unreadable, "too_large"),
        ),
        (b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n", (Unreadable, "not_http")),
    ],
    ids=["hangs", "drips", "resets", "drops", "protocol", "long header", "many headers", "large head", "broken chunk"],
)  # fmt: skip
async def test_a_server_that_misbehaves_is_a_failure_with_a_reason_and_within_the_time(talk, expected):
    async with served(talk) as server, client() as (guarded, _):
        started = time.perf_counter()

        assert await failure_of(guarded.send(post(server.url(), **QUICK))) == expected
        assert time.perf_counter() - started < 2


async def test_headers_that_drip_end_at_the_total_time():
    async with served(drips_headers) as server, client() as (guarded, _):
        assert (await failure_of(guarded.send(post(server.url(), **QUICK))))[1] in {"timed_out", "not_http"}


async def test_a_receiver_that_does_not_read_a_large_body_ends_at_the_total_time():
    async def deaf(_reader, _writer):
        await asyncio.Event().wait()

    async with listening(deaf, limit=1024) as port, client() as (guarded, _):
        request = post(f"http://127.0.0.1:{port}/", b"x" * 20_000_000, **QUICK)

        assert await failure_of(guarded.send(request)) == (Unavailable, "timed_out")


async def test_a_large_body_arrives_whole():
    body = bytes(range(256)) * 8192
    async with served(OK) as server, client() as (guarded, _):
        answer = await guarded.send(post(server.url(), body))

        assert (answer.status, server.heard[0][1] == body) == (200, True)


async def test_nobody_listening_is_a_failure_to_connect():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    async with client() as (guarded, _):
        assert await failure_of(guarded.send(post(f"http://127.0.0.1:{port}/"))) == (Unavailable, "connect_failed")


async def test_the_next_address_of_a_name_is_tried_where_the_first_does_not_answer():
    async with served(OK) as server:
        async with client(["::1", "127.0.0.1"], networks=Networks.parse("::1/128,127.0.0.1/32")) as (guarded, _):
            answer = await guarded.send(post(server.url("two.example")))

        assert (answer.status, server.connections) == (200, 1)


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (socket.gaierror(socket.EAI_NONAME, "x"), (Unavailable, "name_not_found")),
        (OSError("the name server hung up"), (Unavailable, "name_not_found")),
        (TimeoutError(), (Unavailable, "timed_out")),
    ],
)
async def test_a_name_that_leads_nowhere_may_lead_somewhere_later(answer, expected):
    async with client(answer) as (guarded, _):
        assert await failure_of(guarded.send(post("http://gone.example/"))) == expected


async def test_a_name_server_that_hangs_ends_at_the_time_for_connecting():
    async def hangs(_host, _port):
        await asyncio.Event().wait()

    guarded = GuardedClient(OutboundPolicy(ports=ANY_PORT), look_up=hangs)
    request = post("https://slow.example/", timeout_seconds=30, connect_seconds=0.1)

    assert await failure_of(guarded.send(request)) == (Unavailable, "timed_out")


def packed(body, coding, **more):
    head = f"HTTP/1.1 200 OK\r\ncontent-encoding: {coding}\r\ncontent-length: {len(body)}\r\n\r\n"
    return head.encode() + body


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (packed(gzip.compress(b"small"), "gzip"), (b"small", False)),
        (packed(zlib.compress(b"small"), "deflate"), (b"small", False)),
        (packed(b"small", "identity"), (b"small", False)),
        (packed(gzip.compress(b"\0" * 200_000_000, 1), "gzip"), (b"\0" * 1024, True)),
        (packed(gzip.compress(b"half") [:-6], "gzip"), (b"half", True)),
        (packed(b"no gzip at all", "gzip"), (b"", True)),
        (packed(gzip.compress(b"one") * 2, "gzip"), (b"one", True)),
        (packed(gzip.compress(gzip.compress(b"twice")), "gzip, gzip"), (b"", True)),
        (packed(b"\x0b\x02\x80small\x03", "br"), (b"", True)),
        (packed(b"", "gzip"), (b"", False)),
        (OK.replace(b"2\r\n\r\nok", b"5000\r\n\r\n" + b"y" * 5000), (b"y" * 1024, True)),
        (OK.replace(b"2\r\n\r\nok", b"1024\r\n\r\n" + b"y" * 1024), (b"y" * 1024, False)),
    ],
    ids=["gzip", "deflate", "plain", "bomb", "cut", "none", "two", "twice", "unknown", "empty", "too long", "just so"],
)  # fmt: skip
async def test_a_body_is_read_up_to_its_bound_however_it_is_packed(answer, expected):
    async with served(answer) as server, client(body_limit_bytes=1024) as (guarded, _):
        found = await guarded.send(post(server.url()))

        assert (found.status, found.body, found.truncated) == (200, *expected)


async def endless(writer):
    writer.write(b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n")
    while True:
        writer.write(b"1000\r\n" + b"y" * 4096 + b"\r\n")
        await writer.drain()


async def test_a_body_without_end_is_left_at_its_bound_with_its_status():
    async with served(endless) as server, client(body_limit_bytes=10_000) as (guarded, _):
        answer = await guarded.send(post(server.url()))

        assert (answer.status, len(answer.body), answer.truncated) == (200, 10_000, True)


async def test_tls_is_for_the_name_and_not_for_the_address(tmp_path):
    ca_file, context = authority(tmp_path, "ca", hosts=["court.example"])
    async with served(OK, tls=context) as server:
        async with client(ca_file=ca_file, plain_http=False) as (guarded, _):
            answer = await guarded.send(post(server.url("court.example", scheme="https")))
            other = await failure_of(guarded.send(post(server.url("other.example", scheme="https"))))
            address = await failure_of(guarded.send(post(server.url(scheme="https"))))
        async with client() as (guarded, _):
            stranger = await failure_of(guarded.send(post(server.url("court.example", scheme="https"))))

    assert answer.status == 200
    assert [other, address, stranger] == [(Unavailable, "tls_failed")] * 3
    assert len(server.heard) == 1


async def test_a_server_without_tls_is_a_failure_of_tls():
    async def plain(_reader, writer):
        writer.write(b"220 smtp ready\r\n")
        await writer.drain()
        await asyncio.Event().wait()

    async with listening(plain) as port, client() as (guarded, _):
        assert await failure_of(guarded.send(post(f"https://127.0.0.1:{port}/"))) == (Unavailable, "tls_failed")


@asynccontextmanager
async def proxy(status, target_port=None):
    """A forward proxy that answers CONNECT with a status and, for 200, passes bytes on to a port of this machine."""
    asked = []

    async def pump(reader, writer):
        while chunk := await reader.read(65536):
            writer.write(chunk)
            await writer.drain()

    async def handle(reader, writer):
        head, _ = await request_of(reader)
        asked.append(head.split("\r\n"))
        writer.write(f"HTTP/1.1 {status} X\r\n\r\n".encode())
        await writer.drain()
        if status == 200:
            there_reader, there = await asyncio.open_connection("127.0.0.1", target_port)
            try:
                await asyncio.gather(pump(reader, there), pump(there_reader, writer))
            finally:
                there.transport.abort()

    async with listening(handle) as port:
        yield f"http://user:pass@127.0.0.1:{port}", asked


async def test_a_forward_proxy_is_asked_for_the_checked_address_and_tls_is_for_the_name(tmp_path):
    ca_file, context = authority(tmp_path, "ca", hosts=["public.example"])
    async with served(OK, tls=context) as server, proxy(200, server.port) as (url, asked):
        async with client(["93.184.216.34"], ca_file=ca_file, proxy=url) as (guarded, _):
            answer = await guarded.send(post("https://public.example/"))
        async with client(["10.0.0.1"], ca_file=ca_file, proxy=url) as (guarded, _):
            inner = await failure_of(guarded.send(post("https://public.example/")))

    assert answer.status == 200
    assert inner == (Rejected, "address_refused")
    assert asked[0][0] == "CONNECT 93.184.216.34:443 HTTP/1.1"
    assert {"proxy-authorization: basic dxnlcjpwyxnz", "host: public.example"} <= {line.lower() for line in asked[0]}
    assert "authorization" not in server.heard[0][0].lower()
    assert len(asked) == 1


async def test_listed_networks_are_called_past_the_proxy():
    async with served(OK) as server, proxy(502) as (url, asked), client(proxy=url) as (guarded, _):
        answer = await guarded.send(post(server.url()))

        assert (answer.status, asked) == (200, [])


@pytest.mark.parametrize("status", [403, 407, 502, 503])
async def test_a_fault_of_the_proxy_is_not_put_on_the_server_behind_it(status):
    async with proxy(status) as (url, _), client(["93.184.216.34"], proxy=url) as (guarded, _):
        with pytest.raises(Unavailable) as failure:
            await guarded.send(post("https://public.example/"))

        assert (failure.value.reason, failure.value.ours) == ("proxy_failed", True)


async def test_a_proxy_that_is_not_there_is_a_fault_of_the_proxy():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    async with client(["93.184.216.34"], proxy=f"http://localhost:{port}") as (guarded, _):
        assert await failure_of(guarded.send(post("https://public.example/"))) == (Unavailable, "proxy_failed")


async def test_a_failure_says_nothing_of_what_was_asked_or_of_the_other_side():
    async with client(["127.0.0.2"]) as (guarded, _):
        with pytest.raises(Rejected) as failure:
            await guarded.send(post("http://party-name.example/secret"))

        assert (str(failure.value), failure.value.args) == ("address_refused", ("address_refused",))


async def test_closing_twice_and_without_use_does_nothing():
    guarded = GuardedClient(OutboundPolicy())

    await guarded.aclose()
    await guarded.aclose()
