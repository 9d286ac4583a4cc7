"""The one PostgreSQL of a test run: started by the first test that needs it, shared by all workers, stopped at the end.

The run's first process makes a folder and tells its workers by an environment variable. It holds a lock on the folder;
a folder whose lock is free was left by a killed run, and is cleared away together with its server.
"""

import asyncio
import fcntl
import json
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from app.adapters.database import migrate
from app.adapters.database.embedded import EmbeddedServer
from app.adapters.database.embedded_place import EmbeddedServerError
from app.adapters.database.roles import APP_ROLE, OWNER_ROLE, make_roles, url_of_database

FOLDER_VARIABLE = "SUTIAO_TEST_FOLDER"
PREFIX = "sutiao-tests-"
TEMPLATE = "sutiao_template"
MEMORY = Path("/dev/shm")  # noqa: S108 - mkdtemp makes the folder
MEMORY_NEEDED_BYTES = 4 * 1024**3


@dataclass(frozen=True, slots=True)
class DatabaseUrls:
    """Addresses of one database of the run, by role."""

    superuser_url: str
    owner_url: str
    app_url: str

    def of(self, database):
        return DatabaseUrls(**{name: url_of_database(url, database) for name, url in asdict(self).items()})


def open_folder(prefix=PREFIX):
    """A new folder that the server's account can reach, which pytest's own are not; in memory where there is room."""
    roomy = MEMORY.is_dir() and shutil.disk_usage(MEMORY).free > MEMORY_NEEDED_BYTES
    base = MEMORY if roomy else Path(tempfile.gettempdir())
    folder = Path(tempfile.mkdtemp(prefix=prefix, dir=base))
    folder.chmod(0o755)
    return folder


def a_folder() -> Path:
    """A new folder for a test; it goes away with that of the run."""
    return Path(tempfile.mkdtemp(dir=os.environ.get(FOLDER_VARIABLE)))


class TestRun:
    """Held by the first process of the run."""

    __test__ = False

    def __init__(self):
        self.folder = open_folder()
        self._lock = (self.folder / "run.lock.draft").open("wb")
        fcntl.flock(self._lock, fcntl.LOCK_EX)
        (self.folder / "run.lock.draft").rename(self.folder / "run.lock")  # Never to be seen unlocked by another run.
        os.environ[FOLDER_VARIABLE] = str(self.folder)
        for folder in self.folder.parent.glob(f"{PREFIX}*"):
            _clear_if_abandoned(folder)

    def close(self):
        os.environ.pop(FOLDER_VARIABLE, None)
        _clear(self.folder)
        self._lock.close()


def migrated_server() -> DatabaseUrls:
    """Addresses of the run's server, which the first caller starts and gives the migrated template."""
    folder = Path(os.environ[FOLDER_VARIABLE])
    with _locked(folder / "start.lock"):
        known = folder / "urls.json"
        if not known.exists():
            urls = _start(folder)
            known.touch(mode=0o600)
            known.write_text(json.dumps(asdict(urls)), encoding="utf-8")
        return DatabaseUrls(**json.loads(known.read_text(encoding="utf-8")))


def _start(folder: Path) -> DatabaseUrls:
    server = EmbeddedServer(folder, durable=False)
    server.start()
    secret = server.passwords
    urls = DatabaseUrls(
        superuser_url=server.superuser_url,
        owner_url=server.url(OWNER_ROLE, secret.owner, TEMPLATE),
        app_url=server.url(APP_ROLE, secret.app, TEMPLATE),
    )

    async def make_template():
        await make_roles(urls.superuser_url, TEMPLATE, secret.owner, secret.app)
        await migrate.upgrade(urls.owner_url)

    try:
        asyncio.run(make_template())
    finally:
        server.release()  # The run outlives this process; its first process stops the server.
    return urls


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    with path.open("ab") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _clear_if_abandoned(folder: Path) -> None:
    with suppress(OSError), (folder / "run.lock").open("rb") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        _clear(folder)


def _clear(folder: Path) -> None:
    if (folder / "postgres").exists():
        with suppress(EmbeddedServerError):
            EmbeddedServer(folder, durable=False).stop_left_over()
    shutil.rmtree(folder, ignore_errors=True)
