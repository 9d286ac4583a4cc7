"""The two database roles: an owner for the migrations, and the application's, which can not go around row security.

Passwords travel as verifiers only, so that neither a log of statements nor an error can show one.
"""

import base64
import hashlib
import hmac
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from urllib.parse import urlsplit, urlunsplit

import asyncpg

from app.adapters.database.engine import driver_url

OWNER_ROLE = "sutiao_owner"
APP_ROLE = "sutiao_app"
NO_POWERS = "NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS"
VERIFIER_ROUNDS = 4096
SALT_BYTES = 16
SETUP_LOCK = 7_310_001
MAINTENANCE_DATABASE = "postgres"
CONNECT_SECONDS = 10


async def make_roles(superuser_url: str, database: str, owner_password: str, app_password: str) -> None:
    """Make both roles and the owner's database, or bring what is there into this form; safe to repeat and to race.

    Args:
        superuser_url: Address of a role that may make roles and databases; the database in it does not matter.
        database: Name of the database to make.
        owner_password: Becomes the owner's password.
        app_password: Becomes the application's password.
    """
    # Such a lock is seen inside one database only and ends with the connection, so all callers meet in the same one.
    async with connected(url_of_database(superuser_url, MAINTENANCE_DATABASE)) as connection:
        await connection.execute("SELECT pg_advisory_lock($1)", SETUP_LOCK)
        await _make_role(connection, OWNER_ROLE, owner_password)
        await _make_role(connection, APP_ROLE, app_password)
        await make_database(connection, database)
        async with connected(url_of_database(superuser_url, database)) as inside:
            await inside.execute(f"ALTER SCHEMA public OWNER TO {OWNER_ROLE}")
            await inside.execute("REVOKE ALL ON SCHEMA public FROM PUBLIC")
            await inside.execute(f"GRANT USAGE ON SCHEMA public TO {APP_ROLE}")


async def make_database(connection: asyncpg.Connection, database: str, *, template: str | None = None) -> None:
    """Make a database of the owner if it is not there; only the two roles may connect.

    Args:
        connection: Of a superuser, outside a transaction.
        database: Name of the database.
        template: Database to copy; nobody may be connected to it.
    """
    name = quoted(database)
    if not await connection.fetchval("SELECT true FROM pg_database WHERE datname = $1", database):
        copied = f" TEMPLATE {quoted(template)}" if template else " TEMPLATE template0 ENCODING 'UTF8'"
        await connection.execute(f"CREATE DATABASE {name} OWNER {OWNER_ROLE}{copied}")
    await connection.execute(f"ALTER DATABASE {name} OWNER TO {OWNER_ROLE}")
    await connection.execute(f"REVOKE ALL ON DATABASE {name} FROM PUBLIC")
    await connection.execute(f"GRANT CONNECT ON DATABASE {name} TO {APP_ROLE}")


async def drop_database(connection: asyncpg.Connection, database: str) -> None:
    """Drop a database and end the connections to it; nothing happens if it is not there."""
    await connection.execute(f"DROP DATABASE IF EXISTS {quoted(database)} WITH (FORCE)")


@asynccontextmanager
async def connected(url: str) -> AsyncIterator[asyncpg.Connection]:
    """One connection outside any pool, closed at the end."""
    connection = await asyncpg.connect(driver_url(url), timeout=CONNECT_SECONDS)
    try:
        yield connection
    finally:
        await connection.close(timeout=CONNECT_SECONDS)


def url_of_database(url: str, database: str) -> str:
    """The same address with another database."""
    return urlunsplit(urlsplit(url)._replace(path=f"/{database}"))


def quoted(identifier: str) -> str:
    """An SQL identifier in quotes."""
    doubled = identifier.replace('"', '""')
    return f'"{doubled}"'


def password_verifier(password: str, salt: bytes) -> str:
    """What PostgreSQL stores for a password under SCRAM-SHA-256 (RFC 5803); it accepts this in place of the password.

    Args:
        password: Printable ASCII; other texts would need the normal form of RFC 4013.
        salt: Random bytes, 16 of them in PostgreSQL's own verifiers.

    Raises:
        ValueError: the password is not printable ASCII.
    """
    if not (password.isascii() and password.isprintable() and password):
        raise ValueError("a database password must be printable ASCII")
    salted = hashlib.pbkdf2_hmac("sha256", password.encode(), salt, VERIFIER_ROUNDS)
    stored_key = hashlib.sha256(hmac.digest(salted, b"Client Key", "sha256")).digest()
    server_key = hmac.digest(salted, b"Server Key", "sha256")
    parts = [base64.b64encode(part).decode() for part in (salt, stored_key, server_key)]
    return f"SCRAM-SHA-256${VERIFIER_ROUNDS}:{parts[0]}${parts[1]}:{parts[2]}"


async def _make_role(connection: asyncpg.Connection, role: str, password: str) -> None:
    if not await connection.fetchval("SELECT true FROM pg_roles WHERE rolname = $1", role):
        await connection.execute(f"CREATE ROLE {role} NOLOGIN")
    verifier = password_verifier(password, os.urandom(SALT_BYTES))
    await connection.execute(f"ALTER ROLE {role} LOGIN {NO_POWERS} NOINHERIT PASSWORD '{verifier}'")
