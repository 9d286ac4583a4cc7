"""Transactions of the stream: BEGIN and whose eyes look travel together, so no statement can run without them.

The engine is in autocommit and SQLAlchemy does not know of these transactions. What an error leaves open is rolled back
when the connection goes back to the pool.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine


@asynccontextmanager
async def as_system(engine: AsyncEngine) -> AsyncIterator[AsyncConnection]:
    """One READ COMMITTED transaction of the system principal, committed at the end."""
    async with _begun(engine, "BEGIN; SET LOCAL sutiao.principal = 'system'") as connection:
        yield connection


@asynccontextmanager
async def as_tenant(engine: AsyncEngine, tenant_id: UUID) -> AsyncIterator[AsyncConnection]:
    """One read-only transaction with the eyes of one tenant."""
    async with _begun(engine, f"BEGIN READ ONLY; SET LOCAL sutiao.tenant = '{tenant_id}'") as connection:
        yield connection


@asynccontextmanager
async def _begun(engine: AsyncEngine, opening: str) -> AsyncIterator[AsyncConnection]:
    async with engine.connect() as connection:
        driver = await _live_driver(connection)
        try:
            await driver.execute(opening)
            yield connection
            await driver.execute("COMMIT")
        except BaseException as error:
            if driver.is_closed() or not isinstance(error, Exception):
                driver.terminate()
                await asyncio.shield(connection.invalidate())
            raise


async def _live_driver(connection: AsyncConnection) -> Any:
    """The driver's connection; one that died while it lay in the pool is replaced."""
    driver: Any = (await connection.get_raw_connection()).driver_connection
    if driver.is_closed():
        await connection.invalidate()
        driver = (await connection.get_raw_connection()).driver_connection
    return driver
