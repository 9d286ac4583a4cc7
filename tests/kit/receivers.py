"""Receivers to try: the example of the documents as a process, and one that takes whatever comes."""

import asyncio
import subprocess
import sys
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from typer.testing import CliRunner

from app.cli import app

EXAMPLE = Path(__file__).parents[2] / "docs" / "examples" / "receiver.py"


@contextmanager
def example(secret, file):
    """The address of the example of the documents, started as a person starts it."""
    child = subprocess.Popen(
        [sys.executable, str(EXAMPLE), secret, "0", str(file)],
        stdout=subprocess.PIPE,
        text=True,
        stderr=subprocess.STDOUT,
    )
    try:
        yield child.stdout.readline().split()[-1]
    finally:
        child.kill()
        child.communicate()


@contextmanager
def serving(server):
    """The address of a server of the standard library that runs in a thread."""
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


class Sloppy(BaseHTTPRequestHandler):
    """Looks at nothing and says yes."""

    def do_POST(self):
        self.rfile.read(int(self.headers["content-length"]))
        self.send_response(200)
        self.end_headers()

    def log_message(self, *_):
        pass


class HangingUp(Sloppy):
    """Listens, and says nothing."""

    def do_POST(self):
        self.close_connection = True


def hanging_up():
    return serving(ThreadingHTTPServer(("127.0.0.1", 0), HangingUp))


def sloppy():
    return serving(ThreadingHTTPServer(("127.0.0.1", 0), Sloppy))


async def typed(*words):
    """Exit status and lines of a command, run in a thread of its own."""
    result = await asyncio.to_thread(CliRunner().invoke, app, [str(word) for word in words])
    return result.exit_code, result.output.splitlines()
