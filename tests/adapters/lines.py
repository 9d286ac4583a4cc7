"""Servers on loopback that speak HTTP by hand, well or badly, for tests of the outbound client."""

import asyncio
import datetime as dt
import ssl
from contextlib import asynccontextmanager
from ipaddress import ip_address

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

TURNS = 3
OK = b"HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok"


class Server:
    """Where it listens, and what it was told: one (head, body) for each request."""

    def __init__(self, port):
        self.port = port
        self.heard = []
        self.connections = 0

    def url(self, host="127.0.0.1", *, scheme="http", path="/hook"):
        return f"{scheme}://{host}:{self.port}{path}"


async def request_of(reader):
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
    length = next((line.split(":")[1] for line in head.splitlines() if line.lower().startswith("content-length:")), "0")
    return head, await reader.readexactly(int(length))


@asynccontextmanager
async def listening(handle, *, host="127.0.0.1", port=0, **more):
    """The port on which `handle(reader, writer)` talks; at the end every talk is broken off and every line closed."""
    talks = set()

    async def talk(reader, writer):
        talks.add(asyncio.current_task())
        try:
            await handle(reader, writer)
        except (asyncio.IncompleteReadError, ConnectionError, asyncio.CancelledError):
            pass
        finally:
            writer.transport.abort()

    server = await asyncio.start_server(talk, host, port, **more)
    try:
        yield server.sockets[0].getsockname()[1]
    finally:
        server.close()
        for _ in range(TURNS):  # Whoever was let in at the last moment begins to talk one turn later.
            for task in talks:
                task.cancel()
            await asyncio.gather(*talks, return_exceptions=True)
            await asyncio.sleep(0)


@asynccontextmanager
async def served(talk, *, host="127.0.0.1", port=0, tls=None):
    """A server that reads each request and lets `talk(writer)` answer; bytes in place of a function are the answer."""
    server = Server(port)

    async def handle(reader, writer):
        server.connections += 1
        while True:
            server.heard.append(await request_of(reader))
            if isinstance(talk, bytes):
                writer.write(talk)
                await writer.drain()
            else:
                await talk(writer)

    async with listening(handle, host=host, port=port, ssl=tls) as server.port:
        yield server


def authority(folder, name, *, hosts=()):
    """A key and a certificate that vouches for itself and for hosts; its file, and the context of a server with it."""
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    now = dt.datetime.now(dt.UTC)
    names = [x509.IPAddress(ip_address(host)) if host[0].isdigit() else x509.DNSName(host) for host in hosts]
    certificate = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - dt.timedelta(days=1))
        .not_valid_after(now + dt.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName(names), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    certificate_file, key_file = folder / f"{name}.pem", folder / f"{name}.key"
    certificate_file.write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
    key_file.write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate_file, key_file)
    return certificate_file, context
