"""Streams on real connections: they end whole when the server ends, and who takes nothing is cut off."""

import asyncio
import socket
from contextlib import asynccontextmanager, suppress

import pytest
import uvicorn

from app.serving.http_bounds import BoundedProtocol
from app.serving.http_server import Server
from tests.api.feeds import Feeds, feed_app

ENOUGH_SECONDS = 10
SOON_SECONDS = 3
REQUEST = b"GET /v1/events HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer court\r\nAccept: text/event-stream\r\n%s\r\n"


@pytest.fixture
def feeds():
    return Feeds()


@asynccontextmanager
async def serving(feeds, **settings):
    """The routes of the feed on a port of the system's choice."""

    def release():
        feeds.stopped = True
        feeds.come(0)

    app = feed_app(feeds, **settings)
    config = uvicorn.Config(
        app, port=0, lifespan="off", http=BoundedProtocol, ws="none", log_config=None, timeout_graceful_shutdown=5
    )
    server = Server(config, release)
    running = asyncio.create_task(server._serve())
    async with asyncio.timeout(ENOUGH_SECONDS):
        while not server.started:  # noqa: ASYNC110 - uvicorn tells nobody
            await asyncio.sleep(0.01)
    yield app, server.servers[0].sockets[0].getsockname()[1], server
    server.should_exit = True
    await asyncio.wait_for(running, ENOUGH_SECONDS)


async def opened(port, headers=b"", **options):
    reader, writer = await asyncio.open_connection("127.0.0.1", port, **options)
    writer.write(REQUEST % headers)
    return reader, writer


async def test_a_server_that_ends_ends_its_streams_whole_and_at_once(feeds):
    feeds.add()
    async with serving(feeds) as (_, port, server):
        reader, writer = await opened(port)
        await asyncio.wait_for(reader.readuntil(b"data: "), ENOUGH_SECONDS)

        server.should_exit = True
        rest = await asyncio.wait_for(reader.read(), SOON_SECONDS)

        assert rest.endswith(b"\r\n0\r\n\r\n")
        writer.close()


async def test_a_reader_that_takes_nothing_is_cut_off_and_goes_on_behind_its_last_event(feeds):
    feeds.add(200, body={"filler": "x" * 50_000})
    async with serving(feeds, feed_write_seconds=0.2, feed_limit_max=500) as (app, port, _):
        narrow = socket.socket()
        narrow.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4_096)
        narrow.setblocking(False)
        await asyncio.get_running_loop().sock_connect(narrow, ("127.0.0.1", port))
        reader, writer = await opened_on(narrow)
        await asyncio.wait_for(reader.readuntil(b"\nid: "), ENOUGH_SECONDS)
        last = (await asyncio.wait_for(reader.readuntil(b"\n"), ENOUGH_SECONDS)).strip()

        async with asyncio.timeout(ENOUGH_SECONDS):
            while app.state.feed.places.count:  # noqa: ASYNC110 - what is waited for tells nobody
                await asyncio.sleep(0.02)
        with suppress(ConnectionError):
            while await asyncio.wait_for(reader.read(1_000_000), ENOUGH_SECONDS):
                pass
        again, other = await opened(port, b"Last-Event-ID: %s\r\n" % last)

        assert await asyncio.wait_for(again.readuntil(b'"position":2,'), ENOUGH_SECONDS)
        for one in (writer, other):
            one.close()


async def opened_on(connected):
    reader, writer = await asyncio.open_connection(sock=connected, limit=2**14)
    writer.write(REQUEST % b"")
    return reader, writer
