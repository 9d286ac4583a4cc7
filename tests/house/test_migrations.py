"""The migrations: one line of them, up and down, one runner at a time, and a schema equal to the committed one."""

import asyncio
import shutil
from datetime import date
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy.exc import DBAPIError

from app.adapters.database import migrate
from app.adapters.database.catalogue import describe
from app.adapters.database.roles import APP_ROLE, connected, drop_database, make_roles, url_of_database

ROOT = Path(__file__).parents[2]
SCHEMA = ROOT / "migrations" / "schema.txt"


@pytest.fixture
async def empty(database_server):
    """A database with its roles and before any migration."""
    name = f"test_{uuid4().hex}"
    urls = database_server.of(name)
    owner, app = (url.rpartition("@")[0].rpartition(":")[2] for url in (urls.owner_url, urls.app_url))
    await make_roles(database_server.superuser_url, name, owner, app)
    yield urls
    async with connected(database_server.superuser_url) as superuser:
        await drop_database(superuser, name)


@pytest.fixture
def scripts(tmp_path):
    """A line of two small migrations, of which the first counts how often it ran."""
    for name in ("env.py", "script.py.mako"):
        shutil.copy(ROOT / "migrations" / name, tmp_path)
    (tmp_path / "versions").mkdir()
    write(tmp_path, "0001", None, "op.execute('CREATE TABLE one (id int)')", "op.execute('DROP TABLE one')")
    write(tmp_path, "0002", "0001", "op.execute('CREATE TABLE two (id int)')", "op.execute('DROP TABLE two')")
    return tmp_path


def write(folder, number, parent, up, down="pass"):
    text = (
        f"from alembic import op\nrevision = {number!r}\ndown_revision = {parent!r}\n"
        f"def upgrade() -> None:\n    {up}\ndef downgrade() -> None:\n    {down}\n"
    )
    (folder / "versions" / f"{number}_step.py").write_text(text, encoding="utf-8")


def test_the_migrations_are_one_line_and_numbered_without_gaps():
    found = migrate.revisions()

    assert migrate.heads() == found[-1:]
    assert found == [f"{number:04}" for number in range(1, len(found) + 1)]
    assert len(found) > 0


async def test_the_schema_is_the_committed_one(database_urls):
    actual = await describe(database_urls.owner_url)

    assert actual == SCHEMA.read_text(encoding="utf-8"), "the schema has changed: run `make generate`"


async def test_every_migration_goes_down_and_up_again_to_the_same_schema(empty):
    """Up one by one, down one by one, each to what was there before it, and up again at once."""
    seen = [await describe(empty.owner_url)]
    for _ in migrate.revisions():
        await migrate.upgrade(empty.owner_url, "+1")
        seen.append(await describe(empty.owner_url))

    for step in reversed(range(len(seen) - 1)):
        await migrate.downgrade(empty.owner_url, "-1")
        assert await describe(empty.owner_url) == seen[step], f"the way down of step {step + 1} leaves something"
    assert await migrate.current(empty.owner_url) is None
    await migrate.upgrade(empty.owner_url)

    assert await describe(empty.owner_url) == seen[-1], "the second time up differs"


OLD_ROWS = """
INSERT INTO tenants (id, kind, name, recorded_at)
VALUES ('{court}', 'court', 'c', now()), ('{centre}', 'organisation', 'o', now());
INSERT INTO courts (id, name, level, valid_from, recorded_at) VALUES ('{court}', 'c', 'basic', '2012-01-01', now());
INSERT INTO organisations (id, name, kind, valid_from, recorded_at)
VALUES ('{centre}', 'o', 'people', '2012-01-01', now());
INSERT INTO disputes VALUES ('{referral}', ARRAY['{court}', '{centre}']::uuid[], now());
INSERT INTO referrals (id, dispute_id, viewers, kind, track, court_id, holder_id, on_court_platform, cause_code, state,
    version, chain, opened_on, last_fact_on, last_act_on, recorded_at)
VALUES ('{referral}', '{referral}', ARRAY['{court}', '{centre}']::uuid[], 'pre_filing', 'pre_filing_2022', '{court}',
    '{centre}', true, '88', 'accepted', 3, decode(repeat('00', 32), 'hex'), '2026-01-05', '2026-01-05', '2026-01-05',
    now());
INSERT INTO parties (id, referral_id, viewers, position, role, kind, represented_count, name_sealed, name_hash)
VALUES ('{referral}', '{referral}', ARRAY['{court}', '{centre}']::uuid[], 1, 'applicant', 'natural_person', 1, 'x',
    'y');
INSERT INTO procedures (id, referral_id, viewers, machine, state, opened_on, applicant_ids)
VALUES ('{referral}', '{referral}', ARRAY['{court}', '{centre}']::uuid[], 'case_registration', 'handed_over',
    '2026-01-05', '{{}}');
"""


async def test_what_an_older_release_wrote_is_still_there_and_listed(empty):
    """Rows of the first release, then every later migration; no column of theirs changes, and lists know them."""
    ids = {"court": str(uuid4()), "centre": str(uuid4()), "referral": str(uuid4())}
    await migrate.upgrade(empty.owner_url, "0004")
    superuser_url = url_of_database(empty.superuser_url, empty.owner_url.rpartition("/")[2])
    tables = ("referrals", "parties", "procedures", "disputes")
    async with connected(superuser_url) as superuser:
        await superuser.execute(OLD_ROWS.format(**ids))
        before = {table: dict(await superuser.fetchrow(f"SELECT * FROM {table}")) for table in tables}

    await migrate.upgrade(empty.owner_url)

    async with connected(superuser_url) as superuser:
        after = {table: dict(await superuser.fetchrow(f"SELECT * FROM {table}")) for table in tables}
        listed = await superuser.fetch("SELECT viewer_id::text, state, cause_code FROM referral_viewers")
    assert {table: {name: after[table][name] for name in row} for table, row in before.items()} == before
    assert {name: after["referrals"][name] for name in ("priority", "preservation", "sensitivities")} == {
        "priority": "normal",
        "preservation": False,
        "sensitivities": [],
    }
    assert sorted(map(tuple, listed)) == sorted((ids[who], "accepted", "88") for who in ("court", "centre"))


STARTED = """
INSERT INTO events (id, subject_kind, subject_id, version, type, occurred_on, occurred_at, recorded_at, body, actor,
    audience, previous, hash)
SELECT gen_random_uuid(), 'referral', '{referral}', version, type, day, now(), now(), '{{}}', '{{}}',
    ARRAY['{court}']::uuid[], '', decode(repeat('00', 32), 'hex')
FROM (VALUES {events}) AS x (version, type, day);
UPDATE referrals SET state = '{state}' WHERE id = '{referral}';
"""


@pytest.mark.parametrize(
    ("state", "events", "filled"),
    [
        ("mediating", ["(1, 'referral.accepted', '2026-01-05')", "(2, 'mediation.started', '2026-01-06')"], True),
        ("term_expired", ["(1, 'referral.accepted', '2026-01-05')", "(2, 'mediation.started', '2026-01-06')"], True),
        ("mediating", ["(1, 'mediation.started', '2026-01-06')", "(2, 'referral.accepted', '2026-01-07')"], False),
        ("accepted", ["(1, 'mediation.started', '2026-01-06')"], False),
        ("mediating", ["(1, 'referral.accepted', '2026-01-05')"], False),
    ],
)
async def test_the_day_on_which_mediation_started_is_that_of_the_turn_under_way(empty, state, events, filled):
    ids = {"court": str(uuid4()), "centre": str(uuid4()), "referral": str(uuid4())}
    await migrate.upgrade(empty.owner_url, "0009")
    superuser_url = url_of_database(empty.superuser_url, empty.owner_url.rpartition("/")[2])
    typed = [event.replace("', '2026", "', date '2026") for event in events]
    async with connected(superuser_url) as superuser:
        await superuser.execute(OLD_ROWS.format(**ids))
        await superuser.execute(STARTED.format(**ids, state=state, events=", ".join(typed)))

    await migrate.upgrade(empty.owner_url, "0010")

    async with connected(superuser_url) as superuser:
        found = await superuser.fetchval("SELECT mediation_started_on FROM referrals")
    assert found == (date(2026, 1, 6) if filled else None)


async def test_runners_at_the_same_time_run_each_migration_once(empty, scripts):
    await asyncio.gather(*[migrate.upgrade(empty.owner_url, scripts=scripts) for _ in range(4)])

    assert await migrate.current(empty.owner_url) == "0002"


async def test_a_migration_that_fails_is_undone_and_those_before_it_stay(empty, scripts):
    write(scripts, "0003", "0002", "op.execute('CREATE TABLE three (id int)'); op.execute('SELECT * FROM nowhere')")

    with pytest.raises(DBAPIError):
        await migrate.upgrade(empty.owner_url, scripts=scripts)

    assert await migrate.current(empty.owner_url) == "0002"
    async with connected(empty.owner_url) as connection:
        assert await connection.fetchval("SELECT to_regclass('three')") is None
    write(scripts, "0003", "0002", "op.execute('CREATE TABLE three (id int)')")
    await migrate.upgrade(empty.owner_url, scripts=scripts)
    assert await migrate.current(empty.owner_url) == "0003"


async def test_a_migration_gives_up_on_a_lock_instead_of_stopping_the_service(empty, scripts, monkeypatch):
    monkeypatch.setattr(migrate, "LOCK_TIMEOUT", "50ms")
    await migrate.upgrade(empty.owner_url, "0001", scripts=scripts)
    write(scripts, "0002", "0001", "op.execute('ALTER TABLE one ADD COLUMN name text')")

    async with connected(empty.owner_url) as reader:
        await reader.execute("BEGIN; LOCK TABLE one IN ACCESS SHARE MODE")
        with pytest.raises(DBAPIError, match="lock timeout"):
            await migrate.upgrade(empty.owner_url, scripts=scripts)

    assert await migrate.current(empty.owner_url) == "0001"


@pytest.mark.parametrize(
    "change",
    [
        "ALTER TABLE t DROP CONSTRAINT t_a_check, ADD CONSTRAINT t_a_check CHECK (a > 2)",
        "ALTER TABLE t ALTER a SET DEFAULT 5",
        "ALTER TABLE t ALTER a DROP NOT NULL",
        "ALTER TABLE t ALTER b TYPE varchar(9)",
        "DROP INDEX partly; CREATE INDEX partly ON t (a) WHERE a > 7",
        "DROP TRIGGER watch ON t",
        "ALTER TABLE t DISABLE TRIGGER watch",
        "CREATE OR REPLACE FUNCTION watch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'",
        "ALTER FUNCTION watch() SECURITY DEFINER",
        "GRANT EXECUTE ON FUNCTION watch() TO PUBLIC",
        "ALTER POLICY own ON t USING (a = 4)",
        "ALTER TABLE t NO FORCE ROW LEVEL SECURITY",
        f"REVOKE UPDATE ON t FROM {APP_ROLE}",
        f"GRANT UPDATE (b) ON t TO {APP_ROLE}",
        "GRANT SELECT ON t TO PUBLIC",
        "ALTER SEQUENCE t_id_seq INCREMENT 2",
        "ALTER TABLE t ALTER id SET GENERATED BY DEFAULT",
        "ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO PUBLIC",
        "ALTER TABLE t RENAME b TO c",
        "ALTER TYPE mood ADD VALUE 'new'",
        "CREATE VIEW v AS SELECT 1 AS one",
        "CREATE SCHEMA other",
    ],
)
async def test_the_description_sees_what_alembic_does_not(empty, change):
    async with connected(empty.owner_url) as owner:
        await owner.execute(
            "CREATE TABLE t (id int GENERATED ALWAYS AS IDENTITY, a int NOT NULL DEFAULT 1 CHECK (a > 1), b text);"
            "CREATE INDEX partly ON t (a) WHERE a > 3;"
            "CREATE FUNCTION watch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';"
            "REVOKE ALL ON FUNCTION watch() FROM PUBLIC;"
            "CREATE TRIGGER watch BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION watch();"
            "ALTER TABLE t ENABLE ROW LEVEL SECURITY; ALTER TABLE t FORCE ROW LEVEL SECURITY;"
            "CREATE POLICY own ON t USING (a = 3); CREATE TYPE mood AS ENUM ('old');"
            f"GRANT SELECT, INSERT, UPDATE ON t TO {APP_ROLE}"
        )
        before = await describe(empty.owner_url)

        await owner.execute(change)

    assert await describe(empty.owner_url) != before


async def test_the_description_does_not_depend_on_who_asks(database_urls):
    assert await describe(database_urls.app_url) == await describe(database_urls.owner_url)
