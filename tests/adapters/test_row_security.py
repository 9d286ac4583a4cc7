"""The database itself keeps tenants apart, whatever the code above it asks for."""

import asyncpg
import pytest

from app.adapters.database.engine import make_engine
from app.adapters.database.lending import begin_of, session_of
from app.adapters.database.roles import connected
from app.adapters.database.tables import CASE_TABLES
from app.domain.access import TenantKind
from tests.factories import a_principal, a_world, ports_on, with_effective_agreement

STREAM = ("events", "feed_entries")
ALL_TABLES = (*(table.name for table in CASE_TABLES), *STREAM)
FILLED = frozenset(
    {
        *("disputes", "referrals", "case_numbers", "parties", "consents", "assignments", "mediator_assignments"),
        *("contacts", "clocks", "agreements", "agreement_terms", "signatures", *STREAM),
    }
)
"""Tables of which the course below fills rows; `test_row_security_catalogue.py` looks at every one."""


@pytest.fixture(scope="module")
async def engine(module_database_urls):
    """One database for all: nothing here succeeds in changing it."""
    engine = make_engine(module_database_urls.app_url, 4)
    yield engine
    await engine.dispose()


@pytest.fixture(scope="module")
async def two(engine):
    """Two worlds, each with a referral that has rows in most tables."""
    ports = ports_on(engine)
    worlds = [await a_world(ports), await a_world(ports)]
    for world in worlds:
        await with_effective_agreement(ports, world)
    async with ports.unit_of_work(None) as tx:
        for position, world in enumerate(worlds, start=1):
            statement = "INSERT INTO feed_entries (tenant_id, position, entry) VALUES ($1, 1, $2)"
            await tx.session.run(statement, world.court_id, position)
    return worlds


async def seen(engine, begin, table):
    async with session_of(engine, begin) as session:
        return await session.value(f"SELECT count(*) FROM {table}")


@pytest.mark.parametrize("table", ALL_TABLES)
async def test_a_tenant_sees_its_own_rows_and_no_others(engine, two, table):
    """What the two courts see together is what the system sees; a stranger sees nothing."""
    system = await seen(engine, begin_of(None), table)
    first, second = [await seen(engine, begin_of(world.court_id), table) for world in two]
    stranger = await seen(engine, begin_of(a_principal(TenantKind.COURT).tenant_id), table)

    assert first + second == system
    assert first == second
    assert stranger == 0
    assert first > 0 or table not in FILLED


@pytest.mark.parametrize("table", ALL_TABLES)
@pytest.mark.parametrize("begin", ["BEGIN", "BEGIN; SET LOCAL sutiao.tenant = ''"])
async def test_without_a_tenant_nothing_is_seen(engine, two, table, begin):
    assert await seen(engine, begin, table) == 0


@pytest.mark.parametrize("table", ["referrals", "parties", "clocks", "consents"])
async def test_rows_of_another_tenant_can_not_be_changed(engine, two, table):
    mine, other = two
    async with session_of(engine, begin_of(mine.court_id)) as session:
        touched = await session.rows(
            f"UPDATE {table} SET viewers = viewers WHERE $1 = ANY (viewers) RETURNING id", other.court_id
        )

    assert touched == []


async def test_lists_of_what_a_tenant_sees_are_its_own_and_nobody_writes_them(engine, two):
    """Triggers keep them as the system; a tenant can neither read those of others nor put itself on one."""
    mine, _other = two
    async with session_of(engine, begin_of(mine.court_id)) as session:
        seen = await session.rows("SELECT DISTINCT viewer_id FROM referral_viewers")
        assert [row[0] for row in seen] == [mine.court_id]

    statement = "INSERT INTO referral_viewers VALUES ($1, gen_random_uuid(), 'accepted', NULL)"
    with pytest.raises(asyncpg.InsufficientPrivilegeError):
        async with session_of(engine, begin_of(mine.court_id)) as session:
            await session.run(statement, mine.court_id)


async def test_what_the_database_does_as_the_system_ends_with_its_function(engine, two):
    """After a trigger or a function a tenant is the tenant again, in the same transaction too."""
    mine, other = two
    async with session_of(engine, begin_of(mine.court_id)) as session:
        await session.run("UPDATE referrals SET state = 'mediating'")
        dispute_id = await session.value("SELECT dispute_id FROM referrals")
        await session.run(
            "SELECT sutiao_follow_dispute($1), sutiao_shared_parties($2, '{}', '{}', '{}', '{}')", dispute_id, None
        )
        assert await session.value("SELECT current_setting('sutiao.principal', true)") == ""
        assert await session.rows("SELECT id FROM referrals WHERE $1 = ANY (viewers)", other.court_id) == []
        await session.driver.execute("ROLLBACK; BEGIN")


async def test_a_row_can_not_be_given_away(engine, two):
    mine, other = two

    with pytest.raises(asyncpg.InsufficientPrivilegeError):
        async with session_of(engine, begin_of(mine.court_id)) as session:
            await session.run("UPDATE clocks SET viewers = ARRAY[$1::uuid]", other.court_id)


async def test_a_row_can_not_be_put_in_front_of_another_tenant_only(engine, two):
    mine, other = two

    with pytest.raises(asyncpg.InsufficientPrivilegeError):  # noqa: PT012 - the block is what is tested
        async with session_of(engine, begin_of(mine.court_id)) as session:
            statement = "INSERT INTO disputes (id, viewers, recorded_at) VALUES ($1, ARRAY[$2::uuid], now())"
            await session.run(statement, a_principal(TenantKind.COURT).tenant_id, other.court_id)


async def test_an_event_can_not_be_written_for_others_only(engine, two):
    mine, other = two
    statement = """
    INSERT INTO events (id, subject_kind, subject_id, version, type, occurred_on, occurred_at, recorded_at, body, actor,
        audience, previous, hash)
    VALUES (gen_random_uuid(), 'referral', gen_random_uuid(), 1, 'x', current_date, now(), now(), '{}', '{}',
        ARRAY[$1::uuid], '', '')
    """

    with pytest.raises(asyncpg.InsufficientPrivilegeError):
        async with session_of(engine, begin_of(mine.court_id)) as session:
            await session.run(statement, other.court_id)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE events SET type = 'x'",
        "DELETE FROM events",
        "TRUNCATE events",
        "DELETE FROM referrals",
        "UPDATE access_audit SET what = 'x'",
        "DELETE FROM access_audit",
        "UPDATE feed_entries SET position = 1",
        "ALTER TABLE events DISABLE ROW LEVEL SECURITY",
        "SET LOCAL row_security = off; SELECT * FROM referrals",
        "SET ROLE sutiao_owner",
    ],
)
@pytest.mark.parametrize("system", [True, False])
async def test_the_applications_role_can_not_do_it_even_as_the_system(engine, two, statement, system):
    begin = begin_of(None if system else two[0].court_id)

    with pytest.raises(asyncpg.InsufficientPrivilegeError):
        async with session_of(engine, begin) as session:
            await session.driver.execute(statement)


async def test_not_even_a_superuser_changes_an_event_without_first_switching_the_guard_off(module_database_urls, two):
    async with connected(module_database_urls.superuser_url) as superuser:
        for statement in ("UPDATE events SET type = 'x'", "DELETE FROM events", "TRUNCATE events"):
            with pytest.raises(asyncpg.InsufficientPrivilegeError):
                await superuser.execute(statement)


async def test_the_owner_is_under_row_security_too(module_database_urls, two):
    async with connected(module_database_urls.owner_url) as owner:
        for table in ALL_TABLES:
            assert await owner.fetchval(f"SELECT count(*) FROM {table}") == 0


async def test_a_setting_made_in_a_query_part_that_nobody_reads_is_never_made(engine, two):
    """Why the tenant travels with BEGIN: such a part is skipped, and the rest of the statement sees nothing."""
    async with session_of(engine) as session:
        trap = "WITH said AS (SELECT set_config('sutiao.tenant', $1, true)) SELECT count(*) FROM referrals"
        assert await session.value(trap, str(two[0].court_id)) == 0
        assert not await session.value("SELECT current_setting('sutiao.tenant', true)")
