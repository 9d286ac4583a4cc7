"""The one way to a pool of database connections.

Connections are in autocommit: the unit of work sends BEGIN itself, together with the tenant, in one round trip through
the driver's connection. Whatever it leaves open is rolled back before the connection goes back to the pool.
"""

from typing import Any

import orjson
from sqlalchemy import event
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.pool import ConnectionPoolEntry, PoolResetState

from app.adapters.database.pool import KeepingPool

POOL_WAIT_SECONDS = 10
CONNECT_SECONDS = 10
STATEMENT_TIMEOUT_MS = 30_000
IDLE_TRANSACTION_TIMEOUT_MS = 30_000
DRIVER_PREFIX = "postgresql+asyncpg://"
ALLOWED_PREFIXES = (DRIVER_PREFIX, "postgresql://", "postgres://")


def make_engine(url: str, pool_size: int, *, application_name: str = "sutiao") -> AsyncEngine:
    """An engine whose pool holds at most `pool_size` connections and lets nobody wait longer than ten seconds.

    Args:
        url: Address of the application's role, as SQLAlchemy or PostgreSQL writes it.
        pool_size: Upper bound; connections are opened when needed.
        application_name: Shown by the server beside each connection.

    Raises:
        ValueError: the address is not one of PostgreSQL. The message does not repeat it.
    """
    engine = create_async_engine(
        sqlalchemy_url(url),
        isolation_level="AUTOCOMMIT",
        poolclass=KeepingPool,
        pool_size=pool_size,
        max_overflow=0,
        pool_timeout=POOL_WAIT_SECONDS,
        pool_pre_ping=False,
        pool_use_lifo=True,
        pool_reset_on_return=None,  # The listener below does it, and only where something was left open.
        hide_parameters=True,
        json_serializer=_to_json,
        json_deserializer=orjson.loads,
        connect_args={"timeout": CONNECT_SECONDS, "server_settings": _server_settings(application_name)},
    )
    event.listen(engine.sync_engine, "reset", _leave_no_transaction)
    return engine


def sqlalchemy_url(url: str) -> str:
    """The address with the driver that we use, whichever of the usual spellings it came in."""
    return DRIVER_PREFIX + _rest(url)


def driver_url(url: str) -> str:
    """The address as the driver itself, and PostgreSQL's own programs, read it."""
    return "postgresql://" + _rest(url)


def _rest(url: str) -> str:
    for prefix in ALLOWED_PREFIXES:
        if url.startswith(prefix):
            return url.removeprefix(prefix)
    raise ValueError("the database address must start with postgresql://")


def _server_settings(application_name: str) -> dict[str, str]:
    return {
        "application_name": application_name,
        "timezone": "UTC",
        "jit": "off",
        "plan_cache_mode": "force_generic_plan",
        "enable_seqscan": "off",
        "statement_timeout": str(STATEMENT_TIMEOUT_MS),
        "idle_in_transaction_session_timeout": str(IDLE_TRANSACTION_TIMEOUT_MS),
    }


def _to_json(value: Any) -> str:
    return orjson.dumps(value).decode()


def _leave_no_transaction(connection: DBAPIConnection, _entry: ConnectionPoolEntry, state: PoolResetState) -> None:
    """Roll back what SQLAlchemy does not know of, because BEGIN went past it."""
    if state.terminate_only or not state.asyncio_safe:
        return
    driver: Any = connection.driver_connection
    if not driver.is_closed() and driver.is_in_transaction():
        connection.cursor().execute("ROLLBACK")
