"""Every sealed field comes under the current key, whatever happens on the way; nothing else of the database changes."""

from dataclasses import dataclass, replace

import pytest

from app.adapters.database.engine import make_engine
from app.adapters.database.lending import BEGIN_SYSTEM, session_of
from app.adapters.database.reencryption import DatabaseVault
from app.adapters.database.roles import APP_ROLE, connected, quoted
from app.adapters.database.unit_of_work import DatabaseUnitOfWork
from app.adapters.secrets import KeyRing, field_context, key_id_of
from app.domain.errors import Refusal
from app.domain.lifecycle.states import MediationState
from app.domain.rotation import KeptTable
from app.domain.sealed import HASHED, SEALED
from app.services import referral_reads
from app.services.reencryption import reencrypt
from tests.factories import APPLICANT, RING, a_world, brought_to, opened, ports_on, with_effective_agreement

OLD_ID = RING.current_key_id
NEW_RING = KeyRing("k9", {**RING.keys, "k9": b"9" * 32}, RING.hash_key)
ONLY_NEW = KeyRing("k9", {"k9": b"9" * 32}, RING.hash_key)
NEW_HASH_RING = KeyRing(OLD_ID, RING.keys, b"x" * 32)
PARTIES = KeptTable("parties", ("name_sealed", "id_number_sealed", "phone_sealed", "address_sealed"))


@dataclass
class Sealed:
    """A database with sealed fields in every table that the use cases fill."""

    engine: object
    urls: object
    ports: object
    world: object
    referral_ids: list

    def vault(self, ring=NEW_RING):
        return DatabaseVault(self.engine, ring)

    def ports_with(self, ring):
        return replace(self.ports, unit_of_work=DatabaseUnitOfWork(self.engine, ring))

    async def names(self, ring):
        """Names of all parties in the clear, as their court reads them with a ring."""
        ports = self.ports_with(ring)
        views = [
            await referral_reads.parties(ports, self.world.court, referral_id, reveal=True)
            for referral_id in self.referral_ids
        ]
        return [view.details.name for each in views for view in each]


@pytest.fixture
async def sealed(engine, database_urls):
    ports = ports_on(engine)
    world = await a_world(ports)
    referral_ids = [
        await with_effective_agreement(ports, world),
        await brought_to(ports, world, MediationState.UNASSIGNED),
        await brought_to(ports, world, MediationState.RETURNED),
        *[await opened(ports, world) for _ in range(5)],
    ]
    return Sealed(engine, database_urls, ports, world, referral_ids)


async def everything(urls, *, but=()):
    """All rows of all tables as text, with sealed and hashed columns and chosen tables left out."""
    found = {}
    async with connected(urls.superuser_url) as connection:
        tables = await connection.fetch("SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1")
        for (table,) in tables:
            kept = await connection.fetch(
                "SELECT attname FROM pg_attribute WHERE attrelid = to_regclass($1) AND attnum > 0 AND NOT attisdropped "
                r"AND attname NOT LIKE '%\_sealed' AND attname NOT LIKE '%\_hash' ORDER BY attnum",
                table,
            )
            if table not in but:
                columns = ", ".join(quoted(row["attname"]) for row in kept)
                rows = await connection.fetch(f"SELECT ROW({columns})::text AS row FROM {quoted(table)}")
                found[table] = sorted(row["row"] for row in rows)
    return found


async def words(sealed, ring):
    """Every sealed field in the clear, by its place."""
    found = {}
    async with session_of(sealed.engine, BEGIN_SYSTEM) as session:
        for table in await sealed.vault().sealed_tables():
            for column in table.columns:
                rows = await session.rows(f"SELECT id, {column} FROM {table.name} WHERE {column} IS NOT NULL")
                for row in rows:
                    context = field_context(table.name, column, row["id"])
                    found[table.name, column, row["id"]] = ring.decrypt(row[column], context)
    return found


async def hashes(sealed):
    async with session_of(sealed.engine, BEGIN_SYSTEM) as session:
        return {
            (field.table, field.column): {
                row["id"]: row["hash"]
                for row in await session.rows(f"SELECT id, {field.column} AS hash FROM {field.table}")
            }
            for field in HASHED
        }


async def test_all_fields_come_under_the_new_key_with_equal_values_and_nothing_else_changes(sealed):
    """No version, no event, no feed entry, no record of readings: a re-encryption is no fact of any case."""
    before, values, hashed = await everything(sealed.urls), await words(sealed, RING), await hashes(sealed)

    outcome = await reencrypt(sealed.vault(), window_rows=3)

    assert (outcome.complete, outcome.removable, outcome.unreadable, outcome.held) == (True, (OLD_ID,), 0, 0)
    assert {use.key_id for use in outcome.before} == {OLD_ID}
    assert {use.key_id for use in outcome.after} == {"k9"}
    assert [(u.table, u.column, u.count) for u in outcome.before] == [
        (u.table, u.column, u.count) for u in outcome.after
    ]
    assert await words(sealed, ONLY_NEW) == values
    assert await hashes(sealed) == hashed
    assert await everything(sealed.urls) == before
    assert {(table, column) for table, column, _ in values} >= {
        *((field.table, field.column) for field in SEALED if field.table in {"parties", "agreement_terms"}),
        ("assignments", "explanation_sealed"),
        ("referrals", "advice_sealed"),
        ("contacts", "statement_sealed"),
    }


async def test_a_second_run_finds_nothing_to_do(sealed):
    await reencrypt(sealed.vault())

    again = await reencrypt(sealed.vault())

    assert (again.rewritten, again.complete, again.before) == (0, True, again.after)


async def test_a_dry_run_counts_and_writes_nothing(sealed):
    before = await words(sealed, RING)

    outcome = await reencrypt(sealed.vault(), dry_run=True)

    assert (outcome.rewritten, outcome.complete, outcome.removable) == (0, False, ())
    assert await words(sealed, RING) == before
    assert sum(use.count for use in outcome.after) == len(before)


async def test_a_run_that_was_stopped_in_the_middle_is_simply_started_again(sealed):
    """Stopped inside the third window, whose transaction is then undone as a killed process's would be."""
    values, windows = await words(sealed, RING), []

    class Stopped(Exception):
        pass

    def told(table, seen, rewritten):
        windows.append((table, seen, rewritten))
        if len(windows) == 3:
            raise Stopped

    with pytest.raises(Stopped):
        await reencrypt(sealed.vault(), window_rows=2, told=told)
    half = {use.key_id for use in await sealed.vault().uses()}

    outcome = await reencrypt(sealed.vault(), window_rows=2)

    assert half == {OLD_ID, "k9"}
    assert outcome.complete
    assert await words(sealed, ONLY_NEW) == values


async def test_old_rows_stay_readable_and_new_rows_are_written_with_the_new_key(sealed):
    ports = sealed.ports_with(NEW_RING)
    before = await sealed.names(RING)

    await opened(ports, sealed.world)

    assert await sealed.names(NEW_RING) == before
    assert {use.key_id for use in await sealed.vault().uses() if use.column == "name_sealed"} == {OLD_ID, "k9"}


async def test_rows_that_somebody_else_holds_are_left_for_another_pass_and_nobody_waits(sealed):
    """The holder waits for nobody and nobody for it: the run ends, says what is left, and a later one does the rest."""
    async with session_of(sealed.engine, BEGIN_SYSTEM) as holder:
        await holder.run("SELECT FROM parties WHERE role = 'applicant' FOR UPDATE")
        held = await reencrypt(sealed.vault())
    after = await reencrypt(sealed.vault())

    assert (held.complete, held.held, held.removable) == (False, len(sealed.referral_ids), ())
    assert (after.complete, after.rewritten) == (True, len(sealed.referral_ids))


async def test_what_a_service_writes_meanwhile_is_never_overwritten(sealed):
    """A write between two windows stands: its row is read under the lock, not before."""
    engine = sealed.engine

    async def meanwhile():
        async with session_of(engine, BEGIN_SYSTEM) as session:
            rows = await session.rows("SELECT id FROM parties ORDER BY id DESC LIMIT 1")
            new = RING.encrypt("李小红", field_context("parties", "name_sealed", rows[0]["id"]))
            await session.run("UPDATE parties SET name_sealed = $1 WHERE id = $2", new, rows[0]["id"])

    vault = sealed.vault()
    step = await vault.reseal(PARTIES, after_id=None, limit=3)
    await meanwhile()
    while step.last_id is not None:
        step = await vault.reseal(PARTIES, after_id=step.last_id, limit=3)

    assert (await sealed.names(NEW_RING))[-1] == "李小红"


async def test_a_ring_without_the_old_key_changes_nothing_and_says_how_much_it_cannot_read(sealed):
    values = await words(sealed, RING)

    outcome = await reencrypt(sealed.vault(ONLY_NEW))

    assert (outcome.complete, outcome.rewritten, outcome.unreadable) == (False, 0, len(values))
    assert await words(sealed, RING) == values


async def test_a_damaged_field_is_counted_and_the_others_of_its_row_are_written(sealed):
    async with session_of(sealed.engine, BEGIN_SYSTEM) as session:
        await session.run("UPDATE parties SET phone_sealed = '\\x00' WHERE phone_sealed IS NOT NULL AND position = 1")
    count = len(sealed.referral_ids)

    outcome = await reencrypt(sealed.vault())

    assert (outcome.complete, outcome.unreadable) == (False, count)
    assert [(u.key_id, u.count) for u in outcome.after if u.column == "phone_sealed"] == [("?", count), ("k9", count)]
    assert {u.key_id for u in outcome.after if u.column == "name_sealed"} == {"k9"}


async def test_hashes_computed_anew_with_the_same_hash_key_are_the_same(sealed):
    """So the table of hashed fields says how the service computes them."""
    before = await hashes(sealed)

    outcome = await reencrypt(sealed.vault(), hashes=True)

    assert outcome.complete
    assert await hashes(sealed) == before


async def test_after_a_change_of_the_hash_key_equal_numbers_are_found_again(sealed):
    await reencrypt(DatabaseVault(sealed.engine, NEW_HASH_RING), hashes=True, window_rows=3)

    found = await hashes(sealed)

    wanted = NEW_HASH_RING.keyed_hash(f"{APPLICANT.id_type}:{APPLICANT.id_number}", "party.identity")
    numbers = list(found["parties", "id_number_hash"].values())
    assert numbers.count(wanted) == len(sealed.referral_ids)
    assert await sealed.names(RING) == await sealed.names(NEW_HASH_RING)


async def test_hashes_of_unreadable_values_and_of_held_rows_stay_and_are_told(sealed):
    before = await hashes(sealed)
    unread = await DatabaseVault(sealed.engine, ONLY_NEW).rehash(
        KeptTable("parties", tuple(before_column for _, before_column in before)), after_id=None, limit=500
    )

    assert unread.rewritten == 0
    assert unread.unreadable > 0
    assert await hashes(sealed) == before


async def test_every_sealed_column_of_the_database_may_be_written_by_the_application(database_urls):
    """A table that refuses updates could never be brought under a new key."""
    engine = make_engine(database_urls.app_url, 1)
    tables = await DatabaseVault(engine, RING).sealed_tables()
    async with session_of(engine, BEGIN_SYSTEM) as session:
        for table in tables:
            for column in table.columns:
                may = "SELECT has_column_privilege($1, $2, $3, 'UPDATE')"
                assert await session.value(may, APP_ROLE, table.name, column), (table.name, column)
    await engine.dispose()

    assert {(t.name, column) for t in tables for column in t.columns} == {(f.table, f.column) for f in SEALED}


@pytest.mark.parametrize(
    "ring",
    [ONLY_NEW, KeyRing(OLD_ID, {OLD_ID: b"w" * 32}, RING.hash_key)],
    ids=["the key is missing", "another key of the same id"],
)
async def test_a_wrong_ring_is_refused_in_words_and_loses_nothing(sealed, ring):
    with pytest.raises(Refusal, match="key_ring_cannot_read"):
        await sealed.names(ring)

    assert (await sealed.names(RING))[0] == APPLICANT.name


async def test_a_field_says_which_key_sealed_it(sealed):
    async with session_of(sealed.engine, BEGIN_SYSTEM) as session:
        sealed_name = await session.value("SELECT name_sealed FROM parties LIMIT 1")

    assert key_id_of(sealed_name) == OLD_ID
    assert key_id_of(b"") == ""
