"""The databases of a bench: a durable server in a folder of its own, a database for the service, one for the floor."""

import asyncio
import shutil
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

from app.adapters.database import migrate
from app.adapters.database.embedded import DATABASE, EmbeddedServer
from app.adapters.database.engine import driver_url
from app.adapters.database.roles import connected, make_database, make_roles, url_of_database
from app.bench.writes import Snapshot, snapshot

FLOOR_DATABASE = "sutiao_floor"
TRAVERSABLE = 0o755


@dataclass(frozen=True, slots=True)
class Place:
    """A server with a migrated database.

    Attributes:
        folder: For files of the bench; removed at its end.
        server_pid: Process id of the PostgreSQL server.
        app_url: Address of the application's role.
        owner_url: Address of the owner's role.
        superuser_url: Address that goes around row security.
    """

    folder: Path
    server_pid: int
    app_url: str = field(repr=False)
    owner_url: str = field(repr=False)
    superuser_url: str = field(repr=False)

    async def snapshot(self) -> Snapshot:
        """All rows of the service's database."""
        async with connected(url_of_database(self.superuser_url, DATABASE)) as superuser:
            return await snapshot(superuser)

    async def clone_for_floor(self) -> str:
        """Copy the service's database, to which nobody may be connected; the address of the copy for the driver."""
        async with connected(self.superuser_url) as superuser:
            await make_database(superuser, FLOOR_DATABASE, template=DATABASE)
        return driver_url(url_of_database(self.superuser_url, FLOOR_DATABASE))


@asynccontextmanager
async def opened() -> AsyncIterator[Place]:
    """A server with fsync and synchronous commits, as in production, stopped and removed at the end.

    Raises:
        EmbeddedServerError: the server could not be started.
    """
    folder = await asyncio.to_thread(_new_folder)
    try:
        server = EmbeddedServer(folder / "data", durable=True)
        await asyncio.to_thread(server.start)
        try:
            await make_roles(server.superuser_url, DATABASE, server.passwords.owner, server.passwords.app)
            await migrate.upgrade(server.owner_url)
            pid = int((server.place.cluster / "postmaster.pid").read_text().partition("\n")[0])
            yield Place(folder, pid, server.app_url, server.owner_url, server.superuser_url)
        finally:
            await asyncio.to_thread(server.stop)
    finally:
        await asyncio.to_thread(shutil.rmtree, folder, ignore_errors=True)


def _new_folder() -> Path:
    """Open to all for passing through: the server's account is not root, even where we are."""
    folder = Path(tempfile.mkdtemp(prefix="sutiao-bench-"))
    folder.chmod(TRAVERSABLE)
    return folder
