"""Connections that are kept between two transactions: lent again first, and in nobody's way."""

import asyncio

import pytest
from sqlalchemy import text

from app.adapters.database.engine import make_engine
from app.adapters.database.lending import session_of
from app.adapters.database.roles import connected

PID = "SELECT pg_backend_pid()"


@pytest.fixture
async def narrow(database_urls):
    """An engine with a single connection."""
    engine = make_engine(database_urls.app_url, 1)
    yield engine
    await engine.dispose()


async def pid_of(engine):
    async with session_of(engine) as session:
        return await session.value(PID)


async def core_pid_of(engine):
    async with engine.connect() as connection:
        return await connection.scalar(text(PID))


def figures(engine):
    pool = engine.sync_engine.pool
    return {"in_use": pool.checkedout(), "idle": pool.checkedin()}


async def test_the_connection_of_a_transaction_is_that_of_the_next(engine):
    first = await pid_of(engine)

    assert await pid_of(engine) == first
    assert figures(engine) == {"in_use": 0, "idle": 1}


async def test_a_kept_connection_goes_to_whoever_comes_through_the_pools_own_door(narrow):
    kept = await pid_of(narrow)

    assert await core_pid_of(narrow) == kept
    assert await pid_of(narrow) == kept


async def test_whoever_waits_at_the_pools_own_door_gets_what_a_transaction_gives_back(narrow):
    async with session_of(narrow) as session:
        mine = await session.value(PID)
        waiting = asyncio.create_task(core_pid_of(narrow))
        for _ in range(20):
            await asyncio.sleep(0)
        assert narrow.sync_engine.pool._waiting
        assert figures(narrow) == {"in_use": 1, "idle": 0}

    assert await asyncio.wait_for(waiting, 5) == mine
    assert figures(narrow) == {"in_use": 0, "idle": 1}


async def test_a_transaction_in_which_core_was_at_work_goes_back_through_the_pool(narrow):
    async with session_of(narrow) as session:
        mine = (await session.core_rows(text(PID)))[0][0]

    assert narrow.sync_engine.pool.lend() is None
    assert await pid_of(narrow) == mine


async def test_a_kept_connection_that_died_is_replaced(narrow, database_urls):
    dead = await pid_of(narrow)
    async with connected(database_urls.superuser_url) as superuser:
        await superuser.execute("SELECT pg_terminate_backend($1, 5000)", dead)

    assert await pid_of(narrow) != dead


async def test_disposing_of_the_engine_closes_what_was_kept(database_urls):
    engine = make_engine(database_urls.app_url, 2)
    pid = await pid_of(engine)

    await engine.dispose()

    async with connected(database_urls.superuser_url) as superuser:
        for _ in range(500):
            if not await superuser.fetchval("SELECT count(*) FROM pg_stat_activity WHERE pid = $1", pid):
                break
        else:
            pytest.fail("the connection is still there")


async def test_a_connection_in_use_while_the_engine_is_disposed_of_is_closed_afterwards(database_urls):
    engine = make_engine(database_urls.app_url, 1)
    async with session_of(engine) as session:
        mine = await session.value(PID)
        await engine.dispose()

    assert figures(engine) == {"in_use": 0, "idle": 0}
    await engine.dispose()
    async with connected(database_urls.owner_url) as owner:
        assert await owner.fetchval("SELECT count(*) FROM pg_stat_activity WHERE pid = $1", mine) == 0


async def test_a_rollback_that_is_cancelled_leaves_no_connection_behind(narrow, monkeypatch):
    """Cancelled before PostgreSQL heard of it, the transaction is still open on the connection."""

    async def cancelled(*_statement):
        raise asyncio.CancelledError

    block = session_of(narrow)
    session = await block.__aenter__()
    mine, driver = await session.value(PID), session.driver
    monkeypatch.setattr(type(driver), "execute", cancelled)
    with pytest.raises(asyncio.CancelledError):
        await block.__aexit__(ValueError, ValueError(), None)
    monkeypatch.undo()

    assert driver.is_closed()
    assert await pid_of(narrow) != mine
