"""The folder of a test run, which its first process makes and clears away at the end.

It tells its workers by an environment variable. It holds a lock on the folder; a folder whose lock is free was left by
a killed run, and is cleared away together with its server. What stops a server is loaded when there is one: tests of
the domain have none.
"""

import fcntl
import os
import shutil
import tempfile
from contextlib import suppress
from importlib import import_module
from pathlib import Path

FOLDER_VARIABLE = "SUTIAO_TEST_FOLDER"
PREFIX = "sutiao-tests-"
TEMPLATE = "sutiao_template"
"""The migrated database on the server of the run."""

MEMORY = Path("/dev/shm")  # noqa: S108 - mkdtemp makes the folder
MEMORY_NEEDED_BYTES = 4 * 1024**3


def open_folder(prefix=PREFIX):
    """A new folder that the server's account can reach, which pytest's own are not; in memory where there is room."""
    roomy = MEMORY.is_dir() and shutil.disk_usage(MEMORY).free > MEMORY_NEEDED_BYTES
    base = MEMORY if roomy else Path(tempfile.gettempdir())
    folder = Path(tempfile.mkdtemp(prefix=prefix, dir=base))
    folder.chmod(0o755)
    return folder


def a_folder() -> Path:
    """A new folder for a test; it goes away with that of the run."""
    return Path(tempfile.mkdtemp(dir=os.environ.get(FOLDER_VARIABLE)))


class TestRun:
    """Held by the first process of the run."""

    __test__ = False

    def __init__(self):
        self.folder = open_folder()
        self._lock = (self.folder / "run.lock.draft").open("wb")
        fcntl.flock(self._lock, fcntl.LOCK_EX)
        (self.folder / "run.lock.draft").rename(self.folder / "run.lock")  # Never to be seen unlocked by another run.
        os.environ[FOLDER_VARIABLE] = str(self.folder)
        for folder in self.folder.parent.glob(f"{PREFIX}*"):
            _clear_if_abandoned(folder)

    def close(self):
        os.environ.pop(FOLDER_VARIABLE, None)
        _clear(self.folder)
        self._lock.close()


def _clear_if_abandoned(folder: Path) -> None:
    with suppress(OSError), (folder / "run.lock").open("rb") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        _clear(folder)


def _clear(folder: Path) -> None:
    if (folder / "postgres").exists():
        import_module("tests.database_server").stop_left_over(folder)
    shutil.rmtree(folder, ignore_errors=True)
