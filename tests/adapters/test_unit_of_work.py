"""Transactions: what ends how, and what a use case gets to know of it."""

import asyncio
from uuid import uuid4

import asyncpg
import pytest
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.pool import AsyncAdaptedQueuePool

from app.adapters.database.engine import sqlalchemy_url
from app.adapters.database.lending import begin_of, meaning_of, session_of
from app.adapters.database.roles import connected
from app.domain.errors import Refusal
from app.domain.ports import NameTaken
from tests.factories import NOW, ports_on

PID = "SELECT pg_backend_pid()"
SETTINGS = "SELECT current_setting('sutiao.tenant', true), current_setting('sutiao.principal', true)"


async def operators(engine):
    async with session_of(engine) as session:
        return await session.value("SELECT count(*) FROM tenants WHERE kind = 'operator'")


async def test_what_was_written_stays_when_the_block_ends(engine):
    async with ports_on(engine).unit_of_work(None) as tx:
        await tx.registry.add_operator(uuid4(), "o", NOW)

    assert await operators(engine) == 1


async def test_nothing_stays_when_the_block_raises(engine):
    with pytest.raises(Refusal) as refused:  # noqa: PT012 - the block is what is tested
        async with ports_on(engine).unit_of_work(None) as tx:
            await tx.registry.add_operator(uuid4(), "o", NOW)
            raise Refusal("not_found")

    assert refused.value.code == "not_found"
    assert await operators(engine) == 0


async def test_a_cancelled_request_leaves_nothing_behind_and_the_pool_goes_on(engine):
    """All four connections are cancelled, half of them in the middle of a statement, half of them between two."""
    ports, written = ports_on(engine), asyncio.Semaphore(0)

    async def request(wait):
        async with ports.unit_of_work(None) as tx:
            await wait(tx)

    async def in_a_statement(tx):
        written.release()
        await tx.session.value("SELECT pg_sleep(60)")

    async def between_statements(tx):
        await tx.session.run("UPDATE legal_clock SET offset_seconds = 7 WHERE offset_seconds = 0")
        written.release()
        await asyncio.Event().wait()

    tasks = [asyncio.create_task(request(wait)) for wait in (in_a_statement, in_a_statement, between_statements)]
    for _ in tasks:
        await written.acquire()
    for task in tasks:
        task.cancel()
    ends = await asyncio.gather(*tasks, return_exceptions=True)

    assert all(isinstance(end, asyncio.CancelledError) for end in ends)
    async with asyncio.timeout(5):
        offsets = await asyncio.gather(*(offset(engine) for _ in range(8)))
    assert offsets == [0] * 8


async def offset(engine):
    async with ports_on(engine).unit_of_work(None) as tx:
        return await tx.registry.clock_offset()


async def test_the_tenant_ends_with_its_transaction(engine):
    """The next transaction on the same connection starts without any."""
    tenant = uuid4()
    async with session_of(engine, begin_of(tenant)) as session:
        first = (await session.value(PID), tuple((await session.rows(SETTINGS))[0]))
    async with session_of(engine) as session:
        second = (await session.value(PID), tuple((await session.rows(SETTINGS))[0]))

    assert first[0] == second[0]
    assert first[1] == (str(tenant), None)
    assert not any(second[1])


async def test_a_failed_statement_that_somebody_swallowed_can_not_be_committed(engine):
    with pytest.raises(RuntimeError):  # noqa: PT012 - the block is what is tested
        async with session_of(engine) as session:
            with pytest.raises(asyncpg.DivisionByZeroError):
                await session.value("SELECT 1 / 0")

    assert await offset(engine) == 0


async def test_a_transaction_that_can_not_begin_leaves_its_connection_usable(engine):
    with pytest.raises(asyncpg.DivisionByZeroError):
        async with session_of(engine, "BEGIN; SELECT 1 / 0"):
            pass

    assert [await offset(engine) for _ in range(5)] == [0] * 5


async def test_a_name_taken_is_told_as_such(engine):
    ports = ports_on(engine)
    async with ports.unit_of_work(None) as tx:
        await tx.registry.add_operator(uuid4(), "o", NOW)

    with pytest.raises(NameTaken):
        async with ports.unit_of_work(None) as tx:
            await tx.registry.add_operator(uuid4(), "p", NOW)


async def test_a_connection_lost_in_the_middle_is_told_as_database_unavailable(engine, database_urls):
    ports = ports_on(engine)

    with pytest.raises(Refusal) as refused:  # noqa: PT012 - the block is what is tested
        async with ports.unit_of_work(None) as tx:
            await terminate(database_urls, await tx.session.value(PID))
            await tx.registry.clock_offset()

    assert refused.value.code == "database_unavailable"
    assert await offset(engine) == 0


async def test_a_connection_lost_while_idle_is_replaced_without_a_word(engine, database_urls):
    async with session_of(engine) as session:
        pid = await session.value(PID)
    await terminate(database_urls, pid)

    assert await offset(engine) == 0


async def terminate(urls, pid):
    """End a connection and wait until it is gone."""
    async with connected(urls.superuser_url) as superuser:
        await superuser.execute("SELECT pg_terminate_backend($1, 5000)", pid)


async def test_no_connection_left_is_told_as_too_busy(database_urls):
    engine = create_async_engine(
        sqlalchemy_url(database_urls.app_url),
        isolation_level="AUTOCOMMIT",
        poolclass=AsyncAdaptedQueuePool,
        pool_size=1,
        max_overflow=0,
        pool_timeout=0.05,
    )
    async with session_of(engine):
        with pytest.raises(Refusal) as refused:
            async with session_of(engine):
                pass
    await engine.dispose()

    assert refused.value.code == "too_busy"


async def test_no_server_is_told_as_database_unavailable(unused_tcp_port):
    engine = create_async_engine(f"postgresql+asyncpg://nobody@127.0.0.1:{unused_tcp_port}/nothing")

    with pytest.raises(Refusal) as refused:
        async with session_of(engine):
            pass
    await engine.dispose()

    assert refused.value.code == "database_unavailable"


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (asyncpg.DeadlockDetectedError(""), "too_busy"),
        (asyncpg.QueryCanceledError(""), "too_busy"),
        (asyncpg.TooManyConnectionsError(""), "database_unavailable"),
        (asyncpg.AdminShutdownError(""), "database_unavailable"),
        (ConnectionResetError(), "database_unavailable"),
    ],
)
def test_failures_that_pass_are_told_as_such(error, code):
    assert meaning_of(error).code == code


def test_faults_of_ours_stay_what_they_are():
    """A wrong argument, a broken constraint, a wrong statement: none of them is an outage."""
    faults = [
        asyncpg.exceptions._base.DataError("wrong argument"),
        asyncpg.CheckViolationError(""),
        asyncpg.UniqueViolationError(""),
        asyncpg.UndefinedColumnError(""),
        ValueError(),
    ]

    assert [meaning_of(fault) for fault in faults] == faults
