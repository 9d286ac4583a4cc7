"""The supervisor: a database ready for use, children that are waited for, and nothing left behind."""

import shutil
import socket

import asyncpg
import pytest

from app.adapters.database import migrate
from app.adapters.database.embedded_place import EmbeddedServerError
from app.adapters.database.engine import driver_url
from app.adapters.database.roles import APP_ROLE, OWNER_ROLE, connected
from app.supervisor import (
    ChildFailedError,
    ChildProcess,
    PortInUseError,
    answers,
    require_free_port,
    supervised_database,
)
from tests.run_folder import open_folder

STUBBORN = """
import signal, socket, sys
signal.signal(signal.SIGTERM, signal.SIG_IGN)
listener = socket.create_server(("127.0.0.1", int(sys.argv[1])))
while True:
    signal.pause()
"""


@pytest.fixture
def data_dir():
    folder = open_folder("sutiao-supervisor-")
    yield folder / "var"
    shutil.rmtree(folder)


@pytest.fixture
def port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def web_child(port, folder):
    return ChildProcess(
        [str(port), "--bind", "127.0.0.1", "--directory", str(folder)],
        module="http.server",
        log_file=folder / "web.log",
    )


async def test_without_an_address_a_migrated_database_is_there_for_both_roles_and_gone_afterwards(data_dir):
    async with supervised_database(data_dir) as urls:
        async with connected(urls.app_url) as app, connected(urls.owner_url) as owner:
            roles = [await app.fetchval("SELECT current_user"), await owner.fetchval("SELECT current_user")]
        revision = await migrate.current(urls.owner_url)

    assert roles == [APP_ROLE, OWNER_ROLE]
    assert [revision] == migrate.heads()
    assert urls.environment() == {"DATABASE_URL": urls.app_url, "SUTIAO_OWNER_DATABASE_URL": urls.owner_url}
    assert "@" not in repr(urls)
    with pytest.raises(ConnectionRefusedError):
        await asyncpg.connect(driver_url(urls.app_url))


async def test_a_second_command_on_the_same_folder_is_refused_and_the_first_goes_on(data_dir):
    async with supervised_database(data_dir) as urls:
        with pytest.raises(EmbeddedServerError, match="another process uses"):
            async with supervised_database(data_dir):
                pass

        async with connected(urls.app_url) as connection:
            assert await connection.fetchval("SELECT 1") == 1


async def test_a_given_address_is_passed_through_and_nothing_is_made(data_dir):
    async with supervised_database(data_dir, "postgresql://app@db/sutiao", None) as urls:
        told = urls.environment()

    assert told == {"DATABASE_URL": "postgresql://app@db/sutiao"}
    assert not data_dir.exists()


async def test_a_child_is_waited_for_and_stops_when_asked(tmp_path, port):
    async with web_child(port, tmp_path) as child:
        await child.wait_until_ready(f"http://127.0.0.1:{port}/")
        up = [await answers(f"tcp://127.0.0.1:{port}"), await answers(f"http://127.0.0.1:{port}/nowhere")]

    assert up == [True, False]
    assert child.exit_status is not None
    assert not await answers(f"tcp://127.0.0.1:{port}")


async def test_a_child_that_ends_early_is_told_with_its_last_words(tmp_path, port):
    child = ChildProcess(["--no-such-option"], module="http.server", log_file=tmp_path / "log")
    await child.start()

    with pytest.raises(ChildFailedError, match=r"ended with status 2(.|\n)*no-such-option"):
        await child.wait_until_ready(f"tcp://127.0.0.1:{port}")


async def test_a_child_that_has_ended_is_not_ready_whoever_answers_in_its_place(tmp_path, port):
    async with web_child(port, tmp_path) as other:
        await other.wait_until_ready(f"http://127.0.0.1:{port}/")
        child = web_child(port, tmp_path)
        await child.start()
        await child.wait()

        with pytest.raises(ChildFailedError, match="ended with status 1"):
            await child.wait_until_ready(f"http://127.0.0.1:{port}/")


async def test_a_port_at_which_something_listens_is_refused_by_name_and_a_closed_one_is_not(tmp_path, port):
    async with web_child(port, tmp_path) as other:
        await other.wait_until_ready(f"http://127.0.0.1:{port}/")

        with pytest.raises(PortInUseError, match=f"Port {port} .*SUTIAO_PORT"):
            require_free_port("127.0.0.1", port)

    require_free_port("127.0.0.1", port)


async def test_a_child_that_gives_no_answer_in_time_is_told_and_can_still_be_ended(tmp_path, port):
    async with web_child(port, tmp_path) as child:
        with pytest.raises(ChildFailedError, match="no answer in time"):
            await child.wait_until_ready(f"http://127.0.0.1:{port}/nowhere", timeout_seconds=0.3)

    assert child.exit_status is not None


async def test_a_child_that_does_not_listen_is_ended_after_the_time(tmp_path, port):
    (tmp_path / "stubborn.py").write_text(STUBBORN)
    child = ChildProcess(
        [str(port)], module="stubborn", log_file=tmp_path / "log", environment={"PYTHONPATH": str(tmp_path)}
    )
    await child.start()
    await child.wait_until_ready(f"tcp://127.0.0.1:{port}")

    status = await child.stop(timeout_seconds=0.1)

    assert status == -9


async def test_a_child_can_be_killed_and_started_again(tmp_path, port):
    child = web_child(port, tmp_path)
    await child.start()
    await child.wait_until_ready(f"tcp://127.0.0.1:{port}")
    first = child.pid

    killed = await child.kill()
    await child.start()
    await child.wait_until_ready(f"tcp://127.0.0.1:{port}")

    assert killed == -9
    assert child.pid != first
    await child.stop()
