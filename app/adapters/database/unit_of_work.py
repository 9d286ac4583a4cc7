"""Opens transactions: BEGIN and the tenant in one round trip, commit at the end of the block, else rollback.

Failures of the database become refusals here and nowhere else, so that a use case meets only its own kinds of error.
"""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager, suppress
from typing import Any
from uuid import UUID

import asyncpg
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from app.adapters.database.audit import AuditRows
from app.adapters.database.evidence import EvidenceRows
from app.adapters.database.idempotency import IdempotencyRows
from app.adapters.database.reference_rows import ReferenceRows
from app.adapters.database.referrals import ReferralRows
from app.adapters.database.registry import RegistryRows
from app.adapters.database.series import SeriesRows
from app.adapters.database.session import Session
from app.adapters.secrets import UnknownKeyError, UnreadableTextError
from app.domain.access import TenantId
from app.domain.errors import Refusal
from app.domain.ports import KeyTaken, NameTaken, Sealer, Transaction

BEGIN_SYSTEM = "BEGIN; SET LOCAL sutiao.principal = 'system'"
AS_SYSTEM = "SET LOCAL sutiao.principal = 'system'"
ONE_MOMENT = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY"
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


class DatabaseTransaction:
    """One open transaction and its repositories."""

    __slots__ = ("_session", "audit", "evidence", "idempotency", "reference", "referrals", "registry", "series")

    def __init__(self, session: Session, sealer: Sealer) -> None:
        self._session = session
        self.referrals = ReferralRows(session, sealer)
        self.registry = RegistryRows(session)
        self.series = SeriesRows(session, sealer)
        self.reference = ReferenceRows(session)
        self.idempotency = IdempotencyRows(session)
        self.evidence = EvidenceRows(session)
        self.audit = AuditRows(session, sealer)

    async def as_system(self) -> None:
        """Go on with the eyes of the system, until the transaction ends."""
        await self._session.driver.execute(AS_SYSTEM)

    async def in_one_moment(self) -> None:
        """Let every read of this transaction see the same moment, and forbid writes."""
        await self._session.driver.execute(ONE_MOMENT)


class DatabaseUnitOfWork:
    """Opens transactions on the pool of one engine, whose connections are in autocommit."""

    __slots__ = ("_engine", "_sealer")

    def __init__(self, engine: AsyncEngine, sealer: Sealer) -> None:
        self._engine = engine
        self._sealer = sealer

    def __call__(self, tenant_id: TenantId | None) -> AbstractAsyncContextManager[Transaction]:
        """A transaction with the eyes of one tenant, or of the system for None."""
        return self._transaction(begin_of(tenant_id))

    @asynccontextmanager
    async def _transaction(self, begin: str) -> AsyncIterator[Transaction]:
        async with session_of(self._engine, begin) as session:
            yield DatabaseTransaction(session, self._sealer)


@asynccontextmanager
async def session_of(engine: AsyncEngine, begin: str = "BEGIN") -> AsyncIterator[Session]:
    """One transaction on a connection of the pool.

    Raises:
        Refusal: `database_unavailable`, `too_busy`.
        KeyTaken, NameTaken: a unique constraint that is an answer.
    """
    try:
        connection = await engine.connect()
        try:
            driver = await _begin(connection, begin)
            try:
                yield Session(connection, driver)
                await _commit(driver)
            except BaseException as error:
                await _abandon(connection, driver, error)
                raise
        except BaseException:
            await asyncio.shield(connection.close())
            raise
        await connection.close()  # After COMMIT nothing is left to be sent, so nothing can be interrupted here.
    except Exception as error:
        meaning = meaning_of(error)
        if meaning is error:
            raise
        raise meaning from error


def begin_of(tenant_id: UUID | None) -> str:
    """The text that opens a transaction. The id is written as a UUID prints itself, so nothing else can be in it."""
    return BEGIN_SYSTEM if tenant_id is None else f"BEGIN; SET LOCAL sutiao.tenant = '{UUID(int=tenant_id.int)}'"


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
    if isinstance(error, Exception) and not driver.is_closed():
        with suppress(*_GONE):
            if driver.is_in_transaction():
                await driver.execute("ROLLBACK")
            return
    driver.terminate()
    await asyncio.shield(connection.invalidate())
