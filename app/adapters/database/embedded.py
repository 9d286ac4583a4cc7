"""The embedded PostgreSQL: a real server on a local folder, for development, the demonstration and the tests.

One process owns it at a time. It listens on the loopback interface only, its passwords are random and kept in its
folder, and its log never repeats a statement or a row, because those may hold data of parties.
"""

import fcntl
import json
import os
import secrets
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import IO, Self

from app.adapters.database.embedded_place import Account, EmbeddedServerError, Place, prepare_place
from app.adapters.database.roles import APP_ROLE, OWNER_ROLE

HOST = "127.0.0.1"
DATABASE = "sutiao"
SUPERUSER = "postgres"
MAX_CONNECTIONS = 200
START_ATTEMPTS = 3
WAIT_SECONDS = 30
LOG_TAIL_CHARACTERS = 2000
NOTE_PID, NOTE_PORT, NOTE_STATUS = 0, 3, 7
"""Lines of `postmaster.pid` by their numbers in PostgreSQL's `pidfile.h`, from nought."""

SETTINGS = {
    "listen_addresses": HOST,
    "unix_socket_directories": "",
    "max_connections": str(MAX_CONNECTIONS),
    "timezone": "UTC",
    "log_timezone": "UTC",
    "log_min_error_statement": "panic",
    "log_error_verbosity": "terse",
}
NOT_DURABLE = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}


@dataclass(frozen=True, slots=True)
class Passwords:
    """Passwords of the superuser, the owner and the application; never shown."""

    superuser: str = field(repr=False)
    owner: str = field(repr=False)
    app: str = field(repr=False)


class InUseError(EmbeddedServerError):
    """Another process owns the embedded server of the folder."""


def has_cluster(data_dir: Path) -> bool:
    """Whether an embedded database was ever made in a data folder."""
    return (data_dir / "postgres" / "cluster").exists()


class EmbeddedServer:
    """A PostgreSQL server on a folder, owned by this process from `start` to `stop`.

    Args:
        data_dir: The server lives in its sub-folder `postgres` (see `prepare_place` for root).
        binaries: Folder of the PostgreSQL programs; absent: found by `find_binaries`.
        durable: False gives up durability for speed. Only for data that may be lost.

    Raises:
        EmbeddedServerError: no place or no programs for a server.
    """

    def __init__(self, data_dir: Path, *, binaries: Path | None = None, durable: bool = True) -> None:
        self.place: Place = prepare_place(data_dir, binaries=binaries)
        self._durable = durable
        self._port: int | None = None
        self._lock: IO[bytes] | None = None

    def start(self) -> None:
        """Start and wait until connections are accepted; a server left over from a killed owner is stopped first.

        A restart of the same object keeps its port, so that clients find the server again.

        Raises:
            InUseError: another process owns the folder.
            EmbeddedServerError: the server did not start.
        """
        self._take_ownership()
        try:
            self._stop_left_over()
            self._ensure_cluster()
            self._start_on_free_port()
        except BaseException:
            self._give_up_ownership()
            raise

    def attach(self) -> None:
        """Use the server that another process runs on the folder; `stop` leaves it alone.

        Raises:
            EmbeddedServerError: none accepts connections there now.
        """
        note = self._note()
        if len(note) <= NOTE_STATUS or note[NOTE_STATUS].strip() != "ready":
            raise EmbeddedServerError(f"the embedded database in {self.place.folder} is not up: try again in a moment")
        if not _serves(int(note[NOTE_PID]), self.place.cluster):
            raise EmbeddedServerError(f"the embedded database in {self.place.folder} was ended: end its owner, too")
        self._port = int(note[NOTE_PORT])

    def stop(self, *, immediate: bool = False) -> None:
        """Stop the server; open connections are ended and their transactions rolled back.

        Args:
            immediate: Without a checkpoint, as if the power had failed; the next start recovers from the log.
        """
        if self._lock is None:
            return
        try:
            self._pg_ctl("stop", "-m", "immediate" if immediate else "fast")
        finally:
            self._give_up_ownership()

    def release(self) -> None:
        """Leave the server running without an owner; whoever owns the folder next stops it first."""
        self._give_up_ownership()

    def stop_left_over(self) -> None:
        """Stop a server that a killed owner left on the folder, if there is one.

        Raises:
            EmbeddedServerError: its owner is alive.
        """
        self._take_ownership()
        try:
            self._stop_left_over()
        finally:
            self._give_up_ownership()

    def __enter__(self) -> Self:
        """Start the server."""
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Stop the server."""
        self.stop()

    @property
    def port(self) -> int:
        """TCP port on the loopback interface; known once started."""
        if self._port is None:
            raise EmbeddedServerError("the embedded server has not been started")
        return self._port

    @property
    def passwords(self) -> Passwords:
        """The passwords, made once together with the folder."""
        return Passwords(**json.loads(self.place.passwords.read_bytes()))

    @property
    def superuser_url(self) -> str:
        """Address for making roles and databases."""
        return self.url(SUPERUSER, self.passwords.superuser, "postgres")

    @property
    def owner_url(self) -> str:
        """Address of the role that owns the tables."""
        return self.url(OWNER_ROLE, self.passwords.owner, DATABASE)

    @property
    def app_url(self) -> str:
        """Address of the application's role."""
        return self.url(APP_ROLE, self.passwords.app, DATABASE)

    def url(self, role: str, password: str, database: str) -> str:
        """SQLAlchemy address of a role in a database of this server."""
        return f"postgresql+asyncpg://{role}:{password}@{HOST}:{self.port}/{database}"

    def _take_ownership(self) -> None:
        """Lock the folder; the kernel frees the lock even if this process is killed."""
        if self._lock is not None:
            raise EmbeddedServerError("the embedded server is already started")
        lock = self.place.lock.open("ab")
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            lock.close()
            raise InUseError(
                f"another process uses the embedded database in {self.place.folder}: "
                "end that process (such as `sutiao run`), or name another folder in SUTIAO_DATA_DIR"
            ) from None
        self._lock = lock

    def _give_up_ownership(self) -> None:
        if self._lock is not None:
            self._lock.close()
            self._lock = None

    def _stop_left_over(self) -> None:
        try:
            pid = int("".join(self._note()[: NOTE_PID + 1]))
        except ValueError:
            return
        if _serves(pid, self.place.cluster):
            self._pg_ctl("stop", "-m", "fast")
        else:  # The number may by now be that of any other process.
            (self.place.cluster / "postmaster.pid").unlink(missing_ok=True)

    def _note(self) -> list[str]:
        """Lines of what a running server writes of itself; none where it wrote nothing."""
        try:
            return (self.place.cluster / "postmaster.pid").read_text().splitlines()
        except FileNotFoundError:
            return []

    def _ensure_cluster(self) -> None:
        """Make the cluster once, under a draft name, so that a killed attempt leaves nothing that looks finished."""
        if self.place.cluster.exists():
            return
        draft = self.place.folder / "cluster.draft"
        shutil.rmtree(draft, ignore_errors=True)
        passwords = {name: secrets.token_urlsafe(24) for name in ("superuser", "owner", "app")}
        self.place.passwords.unlink(missing_ok=True)
        _write_private(self.place.passwords, json.dumps(passwords), None)
        first = self.place.folder / "first-password"
        first.unlink(missing_ok=True)
        _write_private(first, passwords["superuser"], self.place.account)
        try:
            self._run("initdb", *_initdb_arguments(draft, first, durable=self._durable))
        finally:
            first.unlink()
        draft.rename(self.place.cluster)

    def _start_on_free_port(self) -> None:
        """A free port can be taken by somebody else before the server has it; then another one is tried."""
        for attempt in range(1, START_ATTEMPTS + 1):
            port = self._port if self._port is not None and attempt < START_ATTEMPTS else _free_port()
            try:
                self._start_on(port)
            except EmbeddedServerError:
                if attempt == START_ATTEMPTS:
                    raise
            else:
                self._port = port
                return

    def _start_on(self, port: int) -> None:
        self.place.log.unlink(missing_ok=True)
        settings = {**SETTINGS, **({} if self._durable else NOT_DURABLE), "port": str(port)}
        options = " ".join(f"-c {name}={value}" for name, value in settings.items())
        try:
            self._pg_ctl("start", "-l", str(self.place.log), "-o", options)
        except EmbeddedServerError as error:
            raise EmbeddedServerError(f"{error}\n{self._log_tail()}") from None

    def _log_tail(self) -> str:
        with suppress(FileNotFoundError):
            return self.place.log.read_text(errors="replace")[-LOG_TAIL_CHARACTERS:]
        return "the server wrote no log"

    def _pg_ctl(self, action: str, *arguments: str) -> None:
        self._run("pg_ctl", action, "-w", "-t", str(WAIT_SECONDS), "-D", str(self.place.cluster), *arguments)

    def _run(self, program: str, *arguments: str) -> None:
        """Run a program of PostgreSQL as its account, in an environment without any `PG…` variable."""
        command = [str(self.place.binaries / program), *arguments]
        with tempfile.TemporaryFile() as output:
            status = _call(command, self.place, output)
            output.seek(0)
            said = output.read().decode(errors="replace").strip()
        if status != 0:
            raise EmbeddedServerError(f"{program} failed with status {status}: {said}")


def _call(command: Sequence[str], place: Place, output: IO[bytes]) -> int:
    """Output goes to a file: a pipe would be kept open by the server and never end."""
    account = place.account
    identity = {} if account is None else {"user": account.user_id, "group": account.group_id, "extra_groups": []}
    done = subprocess.run(  # noqa: S603 - the program is one of PostgreSQL's, the arguments are ours
        command,
        check=False,
        stdin=subprocess.DEVNULL,
        stdout=output,
        stderr=subprocess.STDOUT,
        cwd=place.folder,
        env={"PATH": os.environ.get("PATH", os.defpath), "LC_ALL": "C"},
        timeout=2 * WAIT_SECONDS,
        **identity,  # type: ignore[call-overload]  # absent where we are not root
    )
    return int(done.returncode)


def _initdb_arguments(folder: Path, password: Path, *, durable: bool) -> Iterator[str]:
    """The locale is C on every system, so that texts sort alike everywhere."""
    yield from ("-D", str(folder), "-U", SUPERUSER, f"--pwfile={password}", "--auth=scram-sha-256")
    yield from ("--encoding=UTF8", "--locale=C")
    if not durable:
        yield "--no-sync"


def _write_private(path: Path, text: str, account: Account | None) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w") as file:
        file.write(text)
        if account is not None:
            os.fchown(file.fileno(), account.user_id, account.group_id)


def _serves(pid: int, cluster: Path) -> bool:
    """Whether a process is a PostgreSQL server on this cluster, judged by its command line."""
    words = _command_line(pid)
    return bool(words) and Path(words[0]).name == "postgres" and str(cluster) in words


def _command_line(pid: int) -> list[str]:
    if Path("/proc/self/cmdline").exists():
        with suppress(OSError):
            return Path(f"/proc/{pid}/cmdline").read_text(errors="replace").split("\0")
        return []
    listing = subprocess.run(  # noqa: S603 - a number is the only argument that varies
        ["/bin/ps", "-ww", "-o", "command=", "-p", str(pid)], check=False, capture_output=True, text=True
    )
    return listing.stdout.split()


def _free_port() -> int:
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])
