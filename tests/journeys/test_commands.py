"""Commands beside a running service, and without one: each finds its database or says in a sentence why not."""

import asyncio
import os
import shutil
import signal
import socket
import sys
from contextlib import asynccontextmanager

import pytest

from app.adapters.database.roles import connected
from app.demo.stage import free_port
from app.supervisor import supervised_database
from tests.run_folder import open_folder

ENDS_SECONDS = 60
HEARS_SIGINT = (
    sys.executable,
    "-c",
    "import os, signal, sys; signal.signal(signal.SIGINT, signal.SIG_DFL); os.execv(sys.argv[1], sys.argv[1:])",
)
"""Whatever the shell of the test run did: one that runs in the background hands SIGINT on as ignored."""
STAGE = """
import asyncio
from app.demo.stage import ended_by_sigterm
async def main():
    with ended_by_sigterm():
        try:
            print("up", flush=True)
            await asyncio.Event().wait()
        finally:
            print("ending", flush=True)
            await asyncio.to_thread(input)
            print("ended in order", flush=True)
from app.cli import _supervise
raise SystemExit(_supervise(main()))
"""


@pytest.fixture
def data_dir():
    folder = open_folder("sutiao-commands-")
    yield folder / "var"
    shutil.rmtree(folder)


@pytest.fixture
def environment(data_dir):
    kept = {name: value for name, value in os.environ.items() if name != "DATABASE_URL" and "SUTIAO_" not in name}
    chosen = {name: value for name, value in os.environ.items() if name == "SUTIAO_POSTGRES_BIN"}
    return {**kept, **chosen, "SUTIAO_DATA_DIR": str(data_dir)}


@asynccontextmanager
async def process(*arguments, **options):
    pipe = asyncio.subprocess.PIPE
    child = await asyncio.create_subprocess_exec(*arguments, stdin=pipe, stdout=pipe, stderr=pipe, **options)
    try:
        async with asyncio.timeout(ENDS_SECONDS):
            yield child
    finally:
        if child.returncode is None:
            child.kill()
            await child.communicate()


async def sutiao(environment, *arguments):
    """Exit status and lines of both outputs of one command."""
    async with process(sys.executable, "-m", "app.cli", *arguments, env=environment) as child:
        out, err = await child.communicate()
    return child.returncode, out.decode().splitlines(), err.decode().splitlines()


async def test_verify_looks_at_the_database_that_another_process_runs_and_leaves_it_up(data_dir, environment):
    async with supervised_database(data_dir) as urls:
        status, out, err = await sutiao(environment, "verify")

        async with connected(urls.app_url) as connection:
            assert await connection.fetchval("SELECT 1") == 1

    assert (status, err) == (0, [])
    assert out[0] == f"database: embedded, in {data_dir}"
    assert out[-2:] == ["there is no referral in this database", "clean"]


async def test_bootstrap_migrate_and_reference_work_beside_the_owner_and_a_second_run_is_one_sentence(
    data_dir, environment
):
    loads = (["reference", "load"], ["calendar", "load"])
    days = data_dir.parent / "days.csv"
    days.write_text("date,kind,name\n2027-01-01,holiday,元旦\n", encoding="utf-8")
    year = ["calendar", "load", str(days), "--year", "2027"]
    async with supervised_database(data_dir):
        beside = [await sutiao(environment, *words) for words in (["bootstrap"], ["migrate"])]
        loaded = [await sutiao(environment, *words) for words in loads]
        added = [
            await sutiao(environment, *year, "--notice", "https://example.org/2027"),
            await sutiao(environment, *year),
        ]
        second = await sutiao({**environment, "SUTIAO_PORT": str(free_port())}, "run")

    assert [(status, len(out), err) for status, out, err in beside] == [(0, 1, [])] * 2
    for status, out, err in loaded:
        assert (status, len(out), err) == (0, 6, [])
        assert all(line.endswith(": 0 added, 0 changed, 0 ended") for line in out), "bootstrap has loaded everything"
    lines = ["calendar_years: 1 added, 0 changed, 0 ended", "calendar_days: 1 added, 0 changed, 0 ended"]
    assert added[0] == (0, lines, [])
    assert (added[1][0], added[1][2]) == (2, ["Say --year and --notice with the file."])
    status, out, err = second
    assert (status, out, len(err)) == (2, [], 1)
    assert "another process uses the embedded database" in err[0]


async def test_settings_that_are_wrong_are_named_a_line_each_before_anything_starts(data_dir, environment):
    wrong = {"SUTIAO_PORT": "abc", "SUTIAO_LEGAL_CLOCK_START": "2026/3/2"}

    for words in (["run"], ["serve"], ["registry", "court", "list"]):
        status, out, err = await sutiao({**environment, **wrong}, *words)

        assert (status, out) == (2, [])
        assert [line.partition(":")[0] for line in err] == list(wrong)
    assert not data_dir.exists()


@pytest.mark.parametrize(
    ("words", "said", "where"),
    [
        (["registry", "court", "list", "--on", "20160701"], "'--on'", "registry court list"),
        (["registry", "show", "123"], "'kind'", "registry show"),
        (["registry", "court", "show", "123"], "'record_id'", "registry court show"),
        (["registry", "court", "add"], "'--name'", "registry court add"),
        (["registry", "court", "list", "--no-such"], "--no-such", "registry court list"),
        (["no-such"], "'no-such'", ""),
    ],
)
async def test_what_is_typed_wrongly_is_one_sentence_that_names_it_and_the_help(environment, words, said, where):
    status, out, err = await sutiao(environment, *words)

    assert (status, out, len(err)) == (2, [], 1)
    assert said in err[0]
    assert err[0].endswith(f". See `{f'sutiao {where}'.strip()} --help`.")


async def test_help_is_shown_as_ever(environment):
    asked = await sutiao(environment, "registry", "--help")
    without = await sutiao(environment, "registry")

    assert (asked[0], without[0]) == (0, 2)
    assert any("referring-body" in line for line in asked[1])
    assert any("referring-body" in line for line in [*without[1], *without[2]])


async def test_ctrl_c_is_the_ordinary_end_of_run_and_says_where_the_data_stay(data_dir, environment):
    chosen = {**environment, "SUTIAO_PORT": str(free_port())}
    async with process(*HEARS_SIGINT, sys.executable, "-m", "app.cli", "run", env=chosen) as child:
        while (line := (await child.stdout.readline()).decode()) and "Ctrl-C" not in line:
            pass
        child.send_signal(signal.SIGINT)
        out, err = await child.communicate()

    assert (child.returncode, err) == (0, b"")
    assert out.decode().splitlines()[-1].startswith("已停止")
    assert str(data_dir) in out.decode()


async def test_run_says_nothing_to_what_listens_at_its_port_and_starts_nothing(data_dir, environment):
    heard = []
    listener = await asyncio.start_server(lambda *ends: heard.append(ends), "127.0.0.1", 0)
    async with listener:
        port = listener.sockets[0].getsockname()[1]
        status, out, err = await sutiao({**environment, "SUTIAO_PORT": str(port)}, "run")

    assert (status, out, len(err)) == (2, [], 1)
    assert f"Port {port} " in err[0]
    assert "SUTIAO_PORT" in err[0]
    assert heard == []
    assert not data_dir.exists()


async def test_verify_makes_no_database_in_order_to_praise_it(data_dir, environment):
    status, _, err = await sutiao(environment, "verify")

    assert (status, len(err)) == (2, 1)
    assert "DATABASE_URL" in err[0]
    assert not data_dir.exists()


@pytest.mark.parametrize(
    "words", [("registry", "court", "list"), ("reencrypt", "--dry-run"), ("feed", "new-epoch")], ids=" ".join
)
async def test_a_command_that_reads_names_the_folder_where_no_database_is_and_makes_none(data_dir, environment, words):
    status, out, err = await sutiao(environment, *words)

    assert (status, out, len(err)) == (2, [], 1)
    assert str(data_dir) in err[0]
    assert "SUTIAO_DATA_DIR" in err[0]
    assert not data_dir.exists()


async def test_verify_names_the_database_without_its_password_and_could_not_is_not_broken(environment, unused_port):
    url = f"postgresql+asyncpg://sutiao_app:hidden-word@127.0.0.1:{unused_port}/cases"

    status, out, err = await sutiao({**environment, "DATABASE_URL": url}, "verify")

    assert (status, len(err)) == (2, 1)
    assert out == [f"database: 127.0.0.1:{unused_port}/cases"]
    assert "hidden-word" not in str(err)


@pytest.fixture
def unused_port():
    """Port of a socket that is bound and does not listen."""
    with socket.socket() as holder:
        holder.bind(("127.0.0.1", 0))
        yield holder.getsockname()[1]


@pytest.mark.parametrize("ignored", ["", "INT"], ids=["in the foreground", "in the background of a script"])
async def test_sigterm_ends_in_order_and_a_second_one_does_not_disturb(ignored):
    """A shell without job control starts what stands before `&` with SIGINT ignored."""
    trap = f'trap "" {ignored}; ' if ignored else ""
    async with process("sh", "-c", f'{trap}exec "$@"', "sh", sys.executable, "-c", STAGE) as child:
        assert await child.stdout.readline() == b"up\n"
        child.terminate()
        assert await child.stdout.readline() == b"ending\n"
        child.terminate()
        out, err = await child.communicate(b"go on\n")

    assert (child.returncode, out, err) == (143, b"ended in order\n", b"")
