"""Composition root of the keys: is the ring the right one, and bring everything under its current key."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from sqlalchemy.ext.asyncio import AsyncEngine

from app.adapters.database.engine import make_engine
from app.adapters.database.key_checks import require_ring
from app.adapters.database.reencryption import DatabaseVault
from app.bootstrap import require_database
from app.domain.errors import Refusal
from app.services.reencryption import Outcome, Told, reencrypt
from app.settings import Settings
from app.supervisor import supervised_database
from app.wiring import key_ring_of, signer_of

CONNECTIONS = 2
PROGRESS_ROWS = 5_000


class Progress:
    """Says every few thousand rows of a table how far a long command has come."""

    def __init__(self, say: Callable[[str], None]) -> None:
        self._say = say
        self._seen: dict[str, int] = {}

    def __call__(self, table: str, seen: int, _rewritten: int) -> None:
        """One more window of rows of a table."""
        before = self._seen.get(table, 0)
        self._seen[table] = before + seen
        if before // PROGRESS_ROWS < self._seen[table] // PROGRESS_ROWS:
            self._say(f"{table}: {self._seen[table]} rows seen")


async def require_keys(settings: Settings) -> None:
    """Refuse a ring that the database was not written with; a database that is away is asked later, by `/readyz`.

    Raises:
        KeyRingCannotReadError: it names the keys that are missing or wrong.
        SecretsError: the ring or the signing keys are not there, or are not what they should be.
    """
    ring = key_ring_of(settings)
    signer_of(settings)
    if settings.database_url is None:
        return
    engine = make_engine(settings.database_url.get_secret_value(), 1, application_name="sutiao keys")
    try:
        await require_ring(engine, ring)
    except Refusal as refusal:
        if refusal.code != "database_unavailable":
            raise
    finally:
        await engine.dispose()


async def reencrypted(settings: Settings, *, dry_run: bool, hashes: bool, window_rows: int, told: Told) -> Outcome:
    """Bring every sealed field of the settings' database under the current key of their ring.

    Raises:
        NotConfiguredError: there is no database.
    """
    require_database(settings)
    async with _engine_of(settings) as engine:
        vault = DatabaseVault(engine, key_ring_of(settings))
        return await reencrypt(vault, dry_run=dry_run, hashes=hashes, window_rows=window_rows, told=told)


def report_lines(outcome: Outcome) -> list[str]:
    """What a person wants to know: fields by column and key, then what may be done now."""
    lines = [f"{use.table}.{use.column}: {use.count} under {use.key_id}" for use in outcome.after]
    if outcome.dry_run:
        return [*lines, "nothing was written (--dry-run)"]
    lines.append(f"rows written anew: {outcome.rewritten}")
    if outcome.unreadable:
        lines.append(f"fields that no key of the ring reads: {outcome.unreadable}; they are as they were")
    if outcome.held:
        lines.append(f"rows that others held: {outcome.held}; run the command again")
    if outcome.complete and outcome.removable:
        lines.append(f"no field is sealed with {', '.join(outcome.removable)} any more: remove it from the ring")
    return [*lines, "complete" if outcome.complete else "not complete: keep every key in the ring"]


@asynccontextmanager
async def _engine_of(settings: Settings) -> AsyncIterator[AsyncEngine]:
    app_url = None if settings.database_url is None else settings.database_url.get_secret_value()
    async with supervised_database(settings.data_dir, app_url, shared=True) as urls:
        engine = make_engine(urls.app_url, CONNECTIONS, application_name="sutiao reencrypt")
        try:
            yield engine
        finally:
            await engine.dispose()
