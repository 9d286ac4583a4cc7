"""Request heads are bounded in bytes, lines and time before anything is known about the caller."""

import asyncio
from contextlib import suppress

import pytest
import uvicorn
from uvicorn.server import ServerState

from app.serving.http_bounds import HEAD_BYTES_MAX, HEAD_LINES_MAX, BoundedProtocol

START = b"GET / HTTP/1.1\r\nHost: x\r\n"
POST = b"POST / HTTP/1.1\r\nHost: x\r\n"
SECONDS = 20


class Impatient(BoundedProtocol):
    head_seconds = 0.2


async def echo(scope, receive, send):
    """Answers with the number of bytes of the body; /early answers before it has read any."""
    size, more = 0, scope["path"] != "/early"
    while more:
        message = await receive()
        size, more = size + len(message.get("body", b"")), message.get("more_body", False)
    body = str(size).encode()
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"%d" % len(body))]})
    await send({"type": "http.response.body", "body": body})


@pytest.fixture
async def connect():
    """Opens connections to a server of the given protocol."""
    servers, writers = [], []

    async def open_one(protocol=BoundedProtocol):
        config = uvicorn.Config(echo, ws="none", log_config=None, access_log=False)
        state = ServerState()
        loop = asyncio.get_running_loop()
        server = await loop.create_server(lambda: protocol(config, state, {}), "127.0.0.1", 0)
        servers.append(server)
        reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname()[:2])
        writers.append(writer)
        return reader, writer

    yield open_one
    for writer in writers:
        writer.close()
        with suppress(ConnectionError):
            await writer.wait_closed()
    for server in servers:
        server.close()


async def said(reader):
    """All that comes until the connection ends."""
    got = b""
    async with asyncio.timeout(SECONDS):
        with suppress(ConnectionResetError):
            while piece := await reader.read(65536):
                got += piece
    return got


async def answered(reader):
    async with asyncio.timeout(SECONDS):
        head = await reader.readuntil(b"\r\n\r\n")
        return head, await reader.readexactly(int(head.lower().partition(b"content-length: ")[2].split()[0]))


async def pour(writer, piece, pieces):
    """Sends until the other side has had enough; gives the number of pieces that left."""
    for n in range(pieces):
        try:
            writer.write(piece)
            await writer.drain()
        except ConnectionError:
            return n
    return pieces


@pytest.mark.parametrize("fill", [b"x" * 1024, b"X-A: b\r\n" * 128], ids=["one header", "many headers"])
async def test_endless_headers_are_refused_and_the_connection_ends(connect, fill):
    _reader, writer = await connect()
    writer.write(START + b"X-Long: ")

    left = await pour(writer, fill, 64 * 1024)

    assert left < 64 * 1024


async def test_a_head_over_the_limit_in_one_piece_is_answered_with_431(connect):
    reader, writer = await connect()

    writer.write(START + b"X-Long: " + b"x" * HEAD_BYTES_MAX + b"\r\n\r\n")

    reply = await said(reader)
    assert reply.startswith(b"HTTP/1.1 431 Request Header Fields Too Large\r\n")
    assert b"connection: close" in reply


@pytest.mark.parametrize(("lines", "status"), [(HEAD_LINES_MAX, b"200"), (HEAD_LINES_MAX + 1, b"431")])
async def test_header_lines_are_counted(connect, lines, status):
    reader, writer = await connect()

    writer.write(START + b"A: b\r\n" * (lines - 1) + b"\r\n")

    head, _body = await answered(reader)
    assert head.split()[1] == status


async def test_a_large_body_in_the_same_piece_is_not_taken_for_headers(connect):
    reader, writer = await connect()
    body = b"x" * (3 * HEAD_BYTES_MAX)

    writer.write(POST + b"Content-Length: %d\r\n\r\n" % len(body) + body)

    assert (await answered(reader))[1] == str(len(body)).encode()


async def test_every_request_of_a_connection_has_the_whole_allowance(connect):
    reader, writer = await connect()

    for _ in range(4):
        writer.write(START + b"X-Long: " + b"x" * (HEAD_BYTES_MAX // 2) + b"\r\n\r\n")
        assert (await answered(reader))[0].startswith(b"HTTP/1.1 200")


async def test_endless_trailers_end_the_connection(connect):
    reader, writer = await connect()
    writer.write(POST + b"Transfer-Encoding: chunked\r\n\r\n1\r\nx\r\n0\r\nX-Long: ")

    left = await pour(writer, b"x" * 1024, 64 * 1024)

    assert left < 64 * 1024
    assert await said(reader) == b""


@pytest.mark.parametrize("start", [b"G", START, b"\r\n", START + b"\r\n" + START], ids=repr)
async def test_a_head_that_is_not_finished_in_time_ends_the_connection(connect, start):
    reader, writer = await connect(Impatient)

    writer.write(start)
    if b"\r\n\r\n" in start:
        await answered(reader)
        writer.write(b"X: y\r\n")

    assert await said(reader) == b""


async def test_a_body_that_goes_on_after_the_answer_ends_the_connection(connect):
    reader, writer = await connect(Impatient)

    writer.write(b"POST /early HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\n")
    await answered(reader)
    writer.write(b"x")

    assert await said(reader) == b""


async def test_a_head_in_pieces_that_is_finished_in_time_is_answered_and_its_deadline_is_gone(connect):
    waiting, seen = asyncio.Event(), []

    class Watched(Impatient):
        def data_received(self, data):
            super().data_received(data)
            seen.append(self._deadline)
            waiting.set()

    reader, writer = await connect(Watched)
    writer.write(POST)
    async with asyncio.timeout(SECONDS):
        await waiting.wait()

    writer.write(b"Content-Length: 1\r\n\r\nx")

    assert (await answered(reader))[1] == b"1"
    assert seen[0].cancelled()
    assert seen[-1] is None
