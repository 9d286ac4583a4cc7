"""What Alembic runs: on the connection it was handed, or, from its own command line, on one to the owner's address."""

import asyncio
import os
from collections.abc import Iterable

from alembic import context
from alembic.operations import MigrationScript
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, NullPool
from sqlalchemy.ext.asyncio import create_async_engine

from app.adapters.database.engine import sqlalchemy_url
from app.adapters.database.tables import metadata

OWNER_URL_VARIABLE = "SUTIAO_OWNER_DATABASE_URL"


def number_revision(
    _context: MigrationContext,
    _revision: str | Iterable[str | None] | Iterable[str],
    directives: list[MigrationScript],
) -> None:
    """Give a new migration the number after the newest one."""
    newest = ScriptDirectory.from_config(context.config).get_current_head()
    for script in directives:
        script.rev_id = f"{int(newest or 0) + 1:04}"


def run(connection: Connection) -> None:
    """Run in one transaction for each migration: what went through stays."""
    context.configure(
        connection=connection,
        target_metadata=metadata,
        transaction_per_migration=True,
        compare_type=True,
        compare_server_default=True,
        process_revision_directives=number_revision,
    )
    with context.begin_transaction():
        context.run_migrations()


async def run_on_own_connection() -> None:
    """Connect as the owner; for the command line only."""
    engine = create_async_engine(sqlalchemy_url(os.environ[OWNER_URL_VARIABLE]), poolclass=NullPool)
    async with engine.connect() as connection:
        await connection.run_sync(run)
    await engine.dispose()


handed = context.config.attributes.get("connection")
if context.is_offline_mode():
    raise SystemExit("migrations need a connection: they look at the database they change")
if handed is None:
    asyncio.run(run_on_own_connection())
else:
    run(handed)
