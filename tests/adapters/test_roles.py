"""What the application's role can not do, and what the pool does not leave behind."""

import asyncio
import base64
import hashlib
import hmac

import asyncpg
import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

from app.adapters.database.engine import driver_url, make_engine, sqlalchemy_url
from app.adapters.database.roles import APP_ROLE, OWNER_ROLE, connected, make_roles, password_verifier, url_of_database

DENIED = (asyncpg.InsufficientPrivilegeError,)


@pytest.fixture
async def app(database_urls):
    """The application's role beside a table with row security that it was granted."""
    async with connected(database_urls.owner_url) as owner:
        await owner.execute("CREATE TABLE secrets (tenant int NOT NULL)")
        await owner.execute("ALTER TABLE secrets ENABLE ROW LEVEL SECURITY")
        await owner.execute("ALTER TABLE secrets FORCE ROW LEVEL SECURITY")
        await owner.execute("CREATE POLICY own ON secrets USING (tenant = current_setting('sutiao.t', true)::int)")
        await owner.execute(f"GRANT SELECT, INSERT ON secrets TO {APP_ROLE}")
    async with connected(database_urls.app_url) as connection:
        yield connection


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TABLE mine (id int)",
        "CREATE TEMPORARY TABLE mine (id int)",
        "CREATE SCHEMA mine",
        "CREATE FUNCTION mine() RETURNS int LANGUAGE sql AS 'SELECT 1'",
        "CREATE DATABASE mine",
        "CREATE ROLE mine",
        "DROP EXTENSION plpgsql",
        "DROP TABLE secrets",
        "ALTER TABLE secrets DISABLE ROW LEVEL SECURITY",
        "ALTER TABLE secrets NO FORCE ROW LEVEL SECURITY",
        "DROP POLICY own ON secrets",
        "TRUNCATE secrets",
        "DELETE FROM secrets",
        f"SET ROLE {OWNER_ROLE}",
        "SET SESSION AUTHORIZATION postgres",
        f"ALTER ROLE {APP_ROLE} BYPASSRLS",
        f"ALTER ROLE {APP_ROLE} SUPERUSER",
        f"GRANT {OWNER_ROLE} TO {APP_ROLE}",
        "SET session_replication_role = replica",
        "SELECT pg_read_file('postgresql.conf')",
        "COPY secrets TO PROGRAM 'true'",
        "SELECT * FROM pg_authid",
        "UPDATE alembic_version SET version_num = 'x'",
    ],
)
async def test_the_application_can_not_leave_its_bounds(app, statement):
    with pytest.raises(DENIED):
        await app.execute(statement)


async def test_row_security_holds_for_the_application_even_when_it_asks_to_switch_it_off(app):
    with pytest.raises(DENIED):
        await app.execute("INSERT INTO secrets VALUES (1)")
    await app.execute("SET row_security = off")

    with pytest.raises(DENIED):
        await app.fetch("SELECT * FROM secrets")


@pytest.mark.parametrize("role", [APP_ROLE, OWNER_ROLE])
async def test_neither_role_has_a_power_over_the_server(app, role):
    row = await app.fetchrow(
        "SELECT rolcanlogin, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication, rolinherit,"
        " EXISTS (SELECT FROM pg_auth_members WHERE member = r.oid) AS member FROM pg_roles r WHERE rolname = $1",
        role,
    )

    assert tuple(row) == (True, *[False] * 7)


async def test_the_application_owns_nothing(app):
    owned = await app.fetchval(
        "SELECT count(*) FROM pg_shdepend d JOIN pg_roles r ON r.oid = d.refobjid"
        " JOIN pg_database b ON b.oid = d.dbid"
        " WHERE r.rolname = $1 AND d.deptype = 'o' AND b.datname = current_database()",
        APP_ROLE,
    )

    assert owned == 0


async def test_others_may_not_connect_to_the_database(database_urls, app):
    grants = await app.fetchval("SELECT datacl::text FROM pg_database WHERE datname = current_database()")

    assert APP_ROLE in grants
    assert "{=" not in grants
    assert ",=" not in grants


async def test_making_the_roles_again_and_at_once_changes_only_the_passwords(database_server, database_urls):
    """Ten at a time, as when several hosts are set up together; the known passwords are then put back."""
    owner, app = (url.rpartition("@")[0].rpartition(":")[2] for url in (database_urls.owner_url, database_urls.app_url))
    database = database_urls.app_url.rpartition("/")[2]

    await asyncio.gather(*[make_roles(database_urls.superuser_url, database, owner, app) for _ in range(10)])

    async with connected(database_urls.app_url) as connection:
        assert await connection.fetchval("SELECT current_user") == APP_ROLE


def test_a_password_travels_as_the_verifier_of_the_standard():
    """The example exchange of RFC 7677: the verifier must check its client proof and give its server signature."""
    nonces = "r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0"
    said = f"n=user,r=rOprNGfwEbeRWgbNEkqO,{nonces},s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096,c=biws,{nonces}".encode()
    proof = base64.b64decode("dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=")

    verifier = password_verifier("pencil", base64.b64decode("W22ZaJ0SNY7soEsUEjb6gQ=="))

    head, _, keys = verifier.rpartition("$")
    stored_key, server_key = (base64.b64decode(key) for key in keys.split(":"))
    client_key = bytes(a ^ b for a, b in zip(proof, hmac.digest(stored_key, said, "sha256"), strict=True))
    assert head == "SCRAM-SHA-256$4096:W22ZaJ0SNY7soEsUEjb6gQ=="
    assert hashlib.sha256(client_key).digest() == stored_key
    assert base64.b64encode(hmac.digest(server_key, said, "sha256")) == b"6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4="


@pytest.mark.parametrize("password", ["", "密码", "line\nbreak"])
def test_a_password_that_clients_could_read_differently_is_refused(password):
    with pytest.raises(ValueError, match="printable ASCII") as refusal:
        password_verifier(password, b"0" * 16)

    assert password == "" or password not in str(refusal.value)


async def test_a_transaction_that_was_left_open_is_rolled_back_before_the_next_user(engine, database_urls):
    async with connected(database_urls.owner_url) as owner:
        await owner.execute(f"CREATE TABLE notes (id int); GRANT SELECT, INSERT ON notes TO {APP_ROLE}")
    async with engine.connect() as connection:
        driver = (await connection.get_raw_connection()).driver_connection
        await driver.execute("BEGIN; SELECT set_config('sutiao.tenant', 'a', true); INSERT INTO notes VALUES (1)")
        first = await connection.scalar(text("SELECT pg_backend_pid()"))

    async with engine.connect() as connection:
        again = await connection.scalar(text("SELECT pg_backend_pid()"))
        count = await connection.scalar(text("SELECT count(*) FROM notes"))
        tenant = await connection.scalar(text("SELECT current_setting('sutiao.tenant', true)"))

    assert (again, count, tenant) == (first, 0, "")


async def test_a_transaction_that_failed_and_was_left_open_does_not_spoil_the_connection(engine):
    async with engine.connect() as connection:
        driver = (await connection.get_raw_connection()).driver_connection
        await driver.execute("BEGIN")
        with pytest.raises(asyncpg.UndefinedTableError):
            await driver.execute("SELECT * FROM nowhere")

    async with engine.connect() as connection:
        assert await connection.scalar(text("SELECT 1")) == 1


async def test_a_statement_without_begin_is_committed_by_itself(engine, database_urls):
    async with connected(database_urls.owner_url) as owner:
        await owner.execute(f"CREATE TABLE notes (id int); GRANT SELECT, INSERT ON notes TO {APP_ROLE}")
    async with engine.connect() as connection:
        await connection.execute(text("INSERT INTO notes VALUES (1)"))

    async with connected(database_urls.app_url) as other:
        assert await other.fetchval("SELECT count(*) FROM notes") == 1


async def test_the_pool_is_bounded_and_says_so_in_time(database_urls, monkeypatch):
    monkeypatch.setattr("app.adapters.database.engine.POOL_WAIT_SECONDS", 0.05)
    engine = make_engine(database_urls.app_url, 1)

    async with engine.connect() as connection:
        await connection.scalar(text("SELECT 1"))
        with pytest.raises(PoolTimeoutError):
            await engine.connect()

    await engine.dispose()


async def test_connections_carry_their_limits_and_their_name(engine):
    async with engine.connect() as connection:
        shown = [
            await connection.scalar(text(f"SHOW {name}"))
            for name in ("statement_timeout", "idle_in_transaction_session_timeout", "application_name", "timezone")
        ]

    assert shown == ["30s", "30s", "sutiao", "UTC"]


async def test_json_comes_back_as_values_and_errors_hide_what_was_sent(engine):
    async with engine.connect() as connection:
        driver = (await connection.get_raw_connection()).driver_connection
        value = await driver.fetchval("""SELECT '{"甲": [1, 2.5, null]}'::jsonb""")
        with pytest.raises(DBAPIError) as failure:
            await connection.execute(text("SELECT 1 / (CASE :name WHEN '张三' THEN 0 END)"), {"name": "张三"})

    assert value == {"甲": [1, 2.5, None]}
    assert "张三" not in str(failure.value).replace("WHEN '张三'", "")


def test_an_address_may_come_in_the_usual_spellings_and_a_wrong_one_is_not_repeated():
    for prefix in ("postgresql+asyncpg://", "postgresql://", "postgres://"):
        assert sqlalchemy_url(f"{prefix}a:b@h:1/d") == "postgresql+asyncpg://a:b@h:1/d"
        assert driver_url(f"{prefix}a:b@h:1/d") == "postgresql://a:b@h:1/d"
    assert (
        url_of_database("postgresql+asyncpg://a:b@h:1/d?ssl=require", "e")
        == "postgresql+asyncpg://a:b@h:1/e?ssl=require"
    )
    with pytest.raises(ValueError, match="must start with") as refusal:
        sqlalchemy_url("mysql://root:hunter2@db/x")
    assert "hunter2" not in str(refusal.value)
