"""One transaction on a connection of the pool: BEGIN and whose eyes look in one round trip, COMMIT at the end.

Failures of the database become refusals here and nowhere else, so that a use case meets only its own kinds of error.
"""

import asyncio
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager, suppress
from types import TracebackType
from typing import Any
from uuid import UUID

import asyncpg
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine
from sqlalchemy.pool import Pool

from app.adapters.database.pool import KeepingPool
from app.adapters.database.session import Session
from app.adapters.secrets import UnknownKeyError, UnreadableTextError
from app.domain.errors import Refusal
from app.domain.ports import KeyTaken, NameTaken

BEGIN_SYSTEM = "BEGIN; SET LOCAL sutiao.principal = 'system'"
COMMITTED = "COMMIT"

_TYPED: dict[str, Callable[[], Exception]] = {
    "pk_idempotency_keys": KeyTaken,
    "uq_courts_name": NameTaken,
    "uq_organisations_name": NameTaken,
    "uq_tenants_one_operator": NameTaken,
}
"""Unique constraints whose violation is an answer; every other violation is a fault of ours."""

_GONE = (
    asyncpg.PostgresConnectionError,
    asyncpg.OperatorInterventionError,
    asyncpg.InvalidAuthorizationSpecificationError,
    asyncpg.InterfaceError,
    asyncpg.InternalClientError,
    asyncpg.InsufficientResourcesError,
    asyncpg.PostgresSystemError,
    asyncpg.ReadOnlySQLTransactionError,
    OSError,
    TimeoutError,
)
_BUSY = (asyncpg.TransactionRollbackError, asyncpg.LockNotAvailableError, asyncpg.QueryCanceledError)


def session_of(engine: AsyncEngine, begin: str = "BEGIN") -> AbstractAsyncContextManager[Session]:
    """One transaction, opened with this text."""
    return SessionBlock(engine, begin)


def begin_of(tenant_id: UUID | None) -> str:
    """The text that opens a transaction. The id is written as a UUID prints itself, so nothing else can be in it."""
    return BEGIN_SYSTEM if tenant_id is None else f"BEGIN; SET LOCAL sutiao.tenant = '{UUID(int=tenant_id.int)}'"


class SessionBlock(AbstractAsyncContextManager[Session]):
    """One transaction on a connection of the pool: commits when the block ends, rolls back when it raises.

    A class and not a generator, and a connection lent without a switch of greenlets where one lies idle: both are on
    the way of every request.

    Raises:
        Refusal: `database_unavailable`, `too_busy`.
        KeyTaken, NameTaken: a unique constraint that is an answer.
    """

    __slots__ = ("_begin", "_connection", "_driver", "_engine", "_pool")

    _connection: AsyncConnection
    _driver: Any
    _pool: Pool

    def __init__(self, engine: AsyncEngine, begin: str) -> None:
        self._engine = engine
        self._begin = begin

    async def __aenter__(self) -> Session:
        with _MEANT:
            self._pool = self._engine.sync_engine.pool  # The engine gets another one when it is disposed of.
            self._connection = await _lent(self._engine, self._pool)
            try:
                self._driver = await _begin(self._connection, self._begin)
            except BaseException:
                await asyncio.shield(self._connection.close())
                raise
        return Session(self._connection, self._driver)

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with _MEANT:
            if error is None:
                await self._commit()
            else:
                await self._undo(error)
        _MEANT.__exit__(kind, error, trace)

    async def _commit(self) -> None:
        try:
            await _commit(self._driver)
        except BaseException as error:
            await self._undo(error)
            raise
        await _given_back(self._pool, self._connection)

    async def _undo(self, error: BaseException) -> None:
        try:
            await _abandon(self._connection, self._driver, error)
        finally:
            await asyncio.shield(self._connection.close())


def meaning_of(error: Exception) -> Exception:
    """What a failure means to a use case; the same error where it means nothing special."""
    if isinstance(error, PoolTimeoutError):
        return Refusal("too_busy")
    if isinstance(error, (UnknownKeyError, UnreadableTextError)):
        return Refusal("key_ring_cannot_read")
    cause: BaseException = error
    if isinstance(error, DBAPIError):
        cause = error.driver_exception or error
    if isinstance(cause, asyncpg.UniqueViolationError):
        typed = _TYPED.get(cause.constraint_name or "")
        return error if typed is None else typed()
    if isinstance(cause, _BUSY):
        return Refusal("too_busy")
    gone = isinstance(cause, _GONE) and not isinstance(cause, ValueError)  # The driver's word for a wrong argument.
    return Refusal("database_unavailable") if gone else error


class _Meant:
    """A block whose failures are raised as what they mean."""

    def __enter__(self) -> None:
        """Nothing is prepared."""

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if isinstance(error, Exception):
            meaning = meaning_of(error)
            if meaning is not error:
                raise meaning from error


_MEANT = _Meant()


async def _lent(engine: AsyncEngine, pool: Pool) -> AsyncConnection:
    """A connection that was kept, else one of the pool."""
    kept = pool.lend() if isinstance(pool, KeepingPool) else None
    return await engine.connect() if kept is None else kept


async def _given_back(pool: Pool, connection: AsyncConnection) -> None:
    """After COMMIT nothing is left to be sent, so nothing can be interrupted here."""
    within = connection.sync_connection
    untouched = within is not None and not within.in_transaction()  # Else Core was at work on it.
    if not (untouched and isinstance(pool, KeepingPool) and pool.keep(connection)):
        await asyncio.shield(connection.close())


async def _begin(connection: AsyncConnection, begin: str) -> Any:
    """Open the transaction; a pooled connection that died while it lay idle is replaced once."""
    lent = None if connection.sync_connection is None else connection.sync_connection.connection
    driver: Any = None if lent is None else lent.driver_connection
    if driver is None or driver.is_closed():
        await connection.invalidate()
        driver = (await connection.get_raw_connection()).driver_connection
    try:
        await driver.execute(begin)
    except BaseException as error:
        await _abandon(connection, driver, error)
        raise
    return driver


async def _commit(driver: Any) -> None:
    """Commit; PostgreSQL answers ROLLBACK where a statement failed before and somebody swallowed it."""
    if await driver.execute("COMMIT") != COMMITTED:
        raise RuntimeError("a failed transaction can not be committed")


async def _abandon(connection: AsyncConnection, driver: Any, error: BaseException) -> None:
    """Roll back. Where the request was cancelled in the middle of a statement the connection is thrown away instead."""
    try:
        if isinstance(error, Exception) and not driver.is_closed():
            with suppress(*_GONE):
                if driver.is_in_transaction():
                    await driver.execute("ROLLBACK")
                return
    except BaseException:  # Cancelled, nobody knows whether PostgreSQL has heard of it.
        await _thrown_away(connection, driver)
        raise
    await _thrown_away(connection, driver)


async def _thrown_away(connection: AsyncConnection, driver: Any) -> None:
    driver.terminate()
    await asyncio.shield(connection.invalidate())
