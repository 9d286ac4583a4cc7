"""Row security of every table of cases that there is, found from the catalogue: a new table needs no word here."""

from uuid import uuid4

import asyncpg
import pytest

from app.adapters.database.engine import make_engine
from app.adapters.database.lending import begin_of, session_of
from app.adapters.database.roles import connected, quoted
from app.adapters.database.tables import CASE_TABLES

MINE, OTHER = uuid4(), uuid4()
WITH_COLUMN = """
SELECT c.relname::text AS name, c.relrowsecurity AS enabled, c.relforcerowsecurity AS forced FROM pg_class AS c
JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attname = $1 AND NOT a.attisdropped
WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') ORDER BY c.relname
"""
POLICIES = """
SELECT p.polcmd::text AS command, p.polpermissive AS permissive, pg_get_expr(p.polqual, p.polrelid) AS using,
    pg_get_expr(p.polwithcheck, p.polrelid) AS checking, p.polroles = '{0}' AS for_all
FROM pg_policy AS p WHERE p.polrelid = to_regclass($1)
"""
COLUMNS = """
SELECT a.attname::text AS name, format_type(a.atttypid, NULL) AS type FROM pg_attribute AS a
WHERE a.attrelid = to_regclass($1) AND a.attnum > 0 AND NOT a.attisdropped AND a.attidentity = ''
    AND a.attgenerated = '' ORDER BY a.attnum
"""
UNTIE = """
SELECT format('ALTER TABLE %s DROP CONSTRAINT %I CASCADE', conrelid::regclass, conname) FROM pg_constraint
WHERE connamespace = 'public'::regnamespace AND contype IN ('c', 'f') AND conrelid = to_regclass($1)
"""
VALUE_OF = {
    "uuid": "gen_random_uuid()",
    "text": "gen_random_uuid()::text",
    "bytea": "uuid_send(gen_random_uuid())",
    "date": "current_date",
    "timestamp with time zone": "now()",
    "boolean": "false",
    "jsonb": "'{}'",
}
"""A value for a column of each type; lists are empty and numbers random."""


@pytest.fixture(scope="module")
async def filled(module_database_urls):
    """Two rows in every table with `viewers`, one of each tenant; checks and references are off in this database."""
    async with connected(module_database_urls.superuser_url) as superuser:
        names = [row["name"] for row in await superuser.fetch(WITH_COLUMN, "viewers")]
        for name in names:
            for (untie,) in await superuser.fetch(UNTIE, name):
                await superuser.execute(untie)
            columns = await superuser.fetch(COLUMNS, name)
            for tenant_id in (MINE, OTHER):
                values = ", ".join(value_of(column) for column in columns)
                listed = ", ".join(quoted(column["name"]) for column in columns)
                await superuser.execute(f"INSERT INTO {quoted(name)} ({listed}) VALUES ({values})", tenant_id)
    engine = make_engine(module_database_urls.app_url, 2)
    yield engine, names
    await engine.dispose()


def value_of(column):
    if column["name"] == "viewers":
        return "ARRAY[$1::uuid]"
    kind = column["type"]
    return "'{}'" if kind.endswith("[]") else VALUE_OF.get(kind, "floor(random() * 30000)")


async def count(engine, begin, table):
    async with session_of(engine, begin) as session:
        return await session.value(f"SELECT count(*) FROM {quoted(table)}")


async def test_every_table_with_viewers_is_a_table_of_cases(filled):
    """The lists in the code follow the database, not the other way round."""
    _, names = filled

    assert set(names) == {table.name for table in CASE_TABLES}
    assert len(names) >= 14


async def test_each_tenant_sees_its_row_of_every_table_and_nobody_without_a_tenant_sees_any(filled):
    engine, names = filled
    stranger = begin_of(uuid4())
    eyes = [begin_of(MINE), begin_of(OTHER), begin_of(None), stranger, "BEGIN", "BEGIN; SET LOCAL sutiao.tenant = ''"]

    seen = {name: [await count(engine, begin, name) for begin in eyes] for name in names}

    assert {name: counts for name, counts in seen.items() if counts != [1, 1, 2, 0, 0, 0]} == {}


async def test_no_row_of_any_table_can_be_taken_or_given_away(filled):
    engine, names = filled
    for name in names:
        async with session_of(engine, begin_of(MINE)) as session:
            statement = f"UPDATE {quoted(name)} SET viewers = viewers WHERE $1 = ANY (viewers) RETURNING 1"
            assert await session.rows(statement, OTHER) == [], name
        with pytest.raises(asyncpg.InsufficientPrivilegeError):
            async with session_of(engine, begin_of(MINE)) as session:
                await session.run(f"UPDATE {quoted(name)} SET viewers = ARRAY[$1::uuid]", OTHER)


@pytest.mark.parametrize(
    ("column", "expression"),
    [
        ("viewers", "((sutiao_tenant() = ANY (viewers)) OR sutiao_is_system())"),
        ("tenant_id", "((sutiao_tenant() = tenant_id) OR sutiao_is_system())"),
        ("viewer_id", "((sutiao_tenant() = viewer_id) OR sutiao_is_system())"),
    ],
    ids=["viewers", "tenant_id", "viewer_id"],
)
async def test_every_policy_compares_its_own_row_and_binds_the_owner_too(module_database_urls, column, expression):
    """One policy for everything, for every role. Registry tables with a tenant's id are open on purpose."""
    async with connected(module_database_urls.superuser_url) as superuser:
        tables = [
            row for row in await superuser.fetch(WITH_COLUMN, column) if row["name"] not in {"clients", "feed_heads"}
        ]
        for table in tables:
            policies = await superuser.fetch(POLICIES, table["name"])
            assert (table["enabled"], table["forced"], len(policies)) == (True, True, 1), table["name"]
            policy = policies[0]
            assert (policy["command"], policy["permissive"], policy["for_all"]) == ("*", True, True), table["name"]
            assert policy["using"] == expression, table["name"]
            assert policy["checking"] in {expression, "sutiao_is_system()"}, table["name"]

    assert tables


async def test_the_record_of_readings_is_closed_to_other_tenants(filled):
    engine, _ = filled
    put = """
    INSERT INTO access_audit (id, tenant_id, client_id, referral_id, what, recorded_at)
    VALUES (gen_random_uuid(), $1, gen_random_uuid(), gen_random_uuid(), 'parties', now())
    """
    for tenant_id in (MINE, OTHER):
        async with session_of(engine, begin_of(tenant_id)) as session:
            await session.run(put, tenant_id)

    with pytest.raises(asyncpg.InsufficientPrivilegeError):
        async with session_of(engine, begin_of(MINE)) as session:
            await session.run(put, OTHER)
    eyes = [begin_of(MINE), begin_of(OTHER), begin_of(None), "BEGIN"]
    assert [await count(engine, begin, "access_audit") for begin in eyes] == [1, 1, 2, 0]
