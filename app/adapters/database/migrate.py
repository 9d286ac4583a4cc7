"""Runs the migrations, one runner at a time, with bounds on waiting for locks and on each statement."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, NullPool, text
from sqlalchemy.ext.asyncio import AsyncConnection, create_async_engine

from app.adapters.database.engine import sqlalchemy_url

RUNNER_LOCK = 7_310_002
RUNNER_WAIT_SECONDS = 120
RUNNER_POLL_SECONDS = 0.1
LOCK_TIMEOUT = "5s"
STATEMENT_TIMEOUT = "120s"
PROJECT_SCRIPTS = Path(__file__).parents[3] / "migrations"


async def upgrade(owner_url: str, revision: str = "head", *, scripts: Path | None = None) -> None:
    """Bring the database up to a revision; a second runner waits and then finds nothing to do.

    Args:
        owner_url: Address of the owner's role.
        revision: `head`, a revision, or a relative step such as `+1`.
        scripts: Folder of the migrations; absent: the project's.

    Raises:
        TimeoutError: another runner was at work for two minutes.
        sqlalchemy.exc.DBAPIError: a lock or a statement took too long, or a statement failed; that migration is undone.
    """
    await _run(owner_url, revision, command.upgrade, scripts)


async def downgrade(owner_url: str, revision: str, *, scripts: Path | None = None) -> None:
    """Take the database down to a revision; `base` is the empty schema. Arguments and errors as `upgrade`."""
    await _run(owner_url, revision, command.downgrade, scripts)


async def current(owner_url: str) -> str | None:
    """The revision that the database is at; none if it was never migrated."""
    async with _connected(owner_url) as connection:
        return await connection.run_sync(lambda plain: MigrationContext.configure(plain).get_current_revision())


def revisions(*, scripts: Path | None = None) -> list[str]:
    """All revisions, oldest first. Several heads make the list ambiguous: see `heads`."""
    found = ScriptDirectory.from_config(alembic_config(scripts=scripts)).walk_revisions()
    return [script.revision for script in found][::-1]


def heads(*, scripts: Path | None = None) -> list[str]:
    """The newest revisions; more than one means that two migrations have the same parent."""
    return list(ScriptDirectory.from_config(alembic_config(scripts=scripts)).get_heads())


def alembic_config(*, scripts: Path | None = None, connection: Connection | None = None) -> Config:
    """Configuration for Alembic's commands, without a file.

    Args:
        scripts: Folder of the migrations; absent: beside the package, otherwise in the working folder.
        connection: Handed to `migrations/env.py`, which then opens none.
    """
    folder = scripts or (PROJECT_SCRIPTS if PROJECT_SCRIPTS.exists() else Path.cwd() / "migrations")
    config = Config()
    config.set_main_option("script_location", str(folder).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config


async def _run(url: str, revision: str, step: Callable[[Config, str], None], scripts: Path | None) -> None:
    async with _connected(url) as connection:
        await _become_only_runner(connection)
        await connection.run_sync(lambda plain: step(alembic_config(scripts=scripts, connection=plain), revision))


async def _become_only_runner(connection: AsyncConnection) -> None:
    """The lock belongs to the connection, so that a killed runner leaves none behind.

    It is asked for again and again: a statement that waited for it would hold a snapshot, for which the other runner's
    `CREATE INDEX CONCURRENTLY` would wait in turn.
    """
    async with asyncio.timeout(RUNNER_WAIT_SECONDS):
        while not await _try_lock(connection):  # noqa: ASYNC110 - the other runner is another process
            await asyncio.sleep(RUNNER_POLL_SECONDS)
    await connection.execute(text(f"SET lock_timeout = '{LOCK_TIMEOUT}'"))
    await connection.execute(text(f"SET statement_timeout = '{STATEMENT_TIMEOUT}'"))
    await connection.commit()


async def _try_lock(connection: AsyncConnection) -> bool:
    taken = await connection.scalar(text(f"SELECT pg_try_advisory_lock({RUNNER_LOCK})"))
    await connection.commit()
    return bool(taken)


@asynccontextmanager
async def _connected(url: str) -> AsyncIterator[AsyncConnection]:
    engine = create_async_engine(
        sqlalchemy_url(url),
        poolclass=NullPool,
        hide_parameters=True,
        connect_args={"timeout": 10, "server_settings": {"application_name": "sutiao migrate", "timezone": "UTC"}},
    )
    try:
        async with engine.connect() as connection:
            yield connection
    finally:
        await engine.dispose()
