"""The folders of one exchange of files: all state is here, so that a crash at any point goes on.

What lies there and what it means its owner knows. A file is whole from the moment on at which it has its name.
"""

import fcntl
import hashlib
import os
import stat
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from app.adapters.foreign_json import NotJsonError, dumped, loaded

RECORDS: Final = "records"


class ExchangeFolder:
    """The folders of one exchange; made if missing.

    Args:
        root: Where everything lies.
        names: Of the folders; those with `records` keep what became of each record.
        sync: Brings an open file to the disk.
    """

    def __init__(self, root: Path, names: Sequence[str], sync: Callable[[int], None]) -> None:
        self._root = root
        self._sync = sync
        for name in names:
            (root / name).mkdir(parents=True, exist_ok=True)

    def __truediv__(self, name: str) -> Path:
        """A folder of it, or a file beside them."""
        return self._root / name

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Let one process work here at a time."""
        with (self._root / "lock").open("ab") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield

    def write(self, path: Path, raw: bytes) -> None:
        """Write a file under a name that nobody looks at, then at once under its own."""
        part = path.with_name(f".{path.name}.part")
        with part.open("wb") as file:
            file.write(raw)
            file.flush()
            self._sync(file.fileno())
        part.replace(path)

    def files(self, folder: str, fits: Callable[[str], object], *, bytes_max: int, files_max: int) -> list[Path]:
        """Files of a folder in the order of their names.

        Links, folders, names that do not fit and what is too large are not looked at.
        """
        found = []
        with os.scandir(self._root / folder) as entries:
            for entry in entries:
                details = entry.stat(follow_symlinks=False)
                if fits(entry.name) and stat.S_ISREG(details.st_mode) and details.st_size <= bytes_max:
                    found.append(Path(entry.path))
        return sorted(found)[:files_max]

    def status(self, record_id: str) -> dict[str, Any] | None:
        """What became of a record; None where nothing is known of it."""
        try:
            found: dict[str, Any] = loaded((self._root / RECORDS / record_name(record_id)).read_bytes())
        except (FileNotFoundError, NotJsonError):
            return None
        return found

    def set_status(self, record_id: str, status: Mapping[str, Any]) -> None:
        """Write what became of a record."""
        self.write(self._root / RECORDS / record_name(record_id), dumped(dict(status)))


def record_name(record_id: str) -> str:
    """The name of a record's file: whatever its id holds, no path can come of it."""
    return hashlib.sha256(record_id.encode()).hexdigest()
