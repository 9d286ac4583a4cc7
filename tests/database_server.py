"""The one PostgreSQL of a test run: started by the first test that needs it, shared by all workers, stopped at the end.

It lives in the folder of the run.
"""

import asyncio
import fcntl
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from app.adapters.database import migrate
from app.adapters.database.embedded import EmbeddedServer
from app.adapters.database.embedded_place import EmbeddedServerError
from app.adapters.database.roles import APP_ROLE, OWNER_ROLE, make_roles, url_of_database
from tests.run_folder import FOLDER_VARIABLE, TEMPLATE


@dataclass(frozen=True, slots=True)
class DatabaseUrls:
    """Addresses of one database of the run, by role."""

    superuser_url: str
    owner_url: str
    app_url: str

    def of(self, database):
        return DatabaseUrls(**{name: url_of_database(url, database) for name, url in asdict(self).items()})


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


def stop_left_over(folder: Path) -> None:
    """Stop the server of a run that is over, if it runs."""
    with suppress(EmbeddedServerError):
        EmbeddedServer(folder, durable=False).stop_left_over()
