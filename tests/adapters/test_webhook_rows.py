"""Webhooks under row security: endpoints, secrets, deliveries and receipts of a tenant are nobody else's."""

from uuid import uuid4

import asyncpg
import pytest

from app.adapters.database.engine import make_engine
from app.adapters.database.lending import begin_of, session_of
from app.adapters.database.roles import connected
from app.adapters.ids import new_id

MINE, OTHER = uuid4(), uuid4()
TABLES = ("webhook_endpoints", "webhook_secrets", "deliveries", "lanes", "delivery_attempts")
TENANT = "INSERT INTO tenants (id, kind, name, recorded_at) VALUES ($1, 'court', $2, now())"
ENDPOINT = """
INSERT INTO webhook_endpoints (id, tenant_id, url, created_at, changed_at) VALUES ($1, $2, 'https://a', now(), now())
"""
ATTEMPT = """
INSERT INTO delivery_attempts (id, tenant_id, endpoint_id, subject_id, step, message_id, kind, position, number,
    started_at, duration_ms, outcome, request_headers, body_sha256, answer_headers, answer_sha256, previous, hash)
VALUES ($1, $2, $1, $1, 1, $1, 'event', 1, 1, now(), 1, 'delivered', '{}', '', '{}', '', '', '')
"""
FILL = (
    ENDPOINT,
    """
    INSERT INTO webhook_secrets (id, endpoint_id, tenant_id, kind, secret_sealed, created_at)
    VALUES ($1, $1, $2, 'v1', '', now())
    """,
    """
    INSERT INTO deliveries (endpoint_id, position, tenant_id, entry, subject_id, first_due_at)
    VALUES ($1, 1, $2, 1, $1, now())
    """,
    "INSERT INTO lanes (endpoint_id, subject_id, tenant_id, head_position, next_due_at) VALUES ($1, $1, $2, 1, now())",
    ATTEMPT,
)


@pytest.fixture(scope="module")
async def engine(module_database_urls):
    """One row of every table for each of two tenants."""
    async with connected(module_database_urls.superuser_url) as superuser:
        for tenant_id in (MINE, OTHER):
            await superuser.execute(TENANT, tenant_id, str(tenant_id))
            endpoint_id = new_id()
            for statement in FILL:
                await superuser.execute(statement, endpoint_id, tenant_id)
    engine = make_engine(module_database_urls.app_url, 2)
    yield engine
    await engine.dispose()


async def count(engine, begin, table):
    async with session_of(engine, begin) as session:
        return await session.value(f"SELECT count(*) FROM {table}")


async def test_each_tenant_sees_its_own_and_whoever_is_nobody_sees_nothing(engine):
    eyes = [begin_of(MINE), begin_of(OTHER), begin_of(None), begin_of(uuid4()), "BEGIN"]

    seen = {table: [await count(engine, begin, table) for begin in eyes] for table in TABLES}

    assert {table: counts for table, counts in seen.items() if counts != [1, 1, 2, 0, 0]} == {}


async def test_nobody_changes_takes_or_gives_away_a_row_of_another_tenant(engine):
    for table in TABLES[:4]:
        async with session_of(engine, begin_of(MINE)) as session:
            changed = await session.rows(
                f"UPDATE {table} SET tenant_id = tenant_id WHERE tenant_id = $1 RETURNING 1", OTHER
            )
            assert changed == [], table
        with pytest.raises(asyncpg.InsufficientPrivilegeError):
            async with session_of(engine, begin_of(MINE)) as session:
                await session.run(f"UPDATE {table} SET tenant_id = $1", OTHER)
    with pytest.raises(asyncpg.InsufficientPrivilegeError):
        async with session_of(engine, begin_of(MINE)) as session:
            await session.run(ENDPOINT, new_id(), OTHER)


async def test_a_tenant_writes_no_receipt_and_changes_none(engine):
    """Only the service says what was sent; nobody takes a receipt back, whoever asks."""
    with pytest.raises(asyncpg.InsufficientPrivilegeError):
        async with session_of(engine, begin_of(MINE)) as session:
            await session.run(ATTEMPT, new_id(), MINE)
    for statement in ("UPDATE delivery_attempts SET status = 200", "DELETE FROM delivery_attempts"):
        with pytest.raises(asyncpg.InsufficientPrivilegeError):
            async with session_of(engine, begin_of(None)) as session:
                await session.run(statement)


async def test_no_endpoint_and_no_secret_can_be_deleted(engine):
    for table in ("webhook_endpoints", "webhook_secrets", "deliveries"):
        with pytest.raises(asyncpg.InsufficientPrivilegeError):
            async with session_of(engine, begin_of(None)) as session:
                await session.run(f"DELETE FROM {table}")
