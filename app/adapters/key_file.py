"""A file with keys that only its owner may read, made at most once.

Knows files, not keys: what stands inside is the business of `secrets.py`.
"""

import os
import secrets
import stat
from collections.abc import Callable
from pathlib import Path

FILE_MODE = 0o600


class KeyFileError(Exception):
    """The file can not be read, or everybody could; the message never quotes its contents."""


def make_once(path: Path, text_of: Callable[[], str]) -> None:
    """Write the file unless it is there; of several processes at once exactly one wins and all read its file.

    The text goes to a draft first, which is then linked to the name, so nobody can read half a file.

    Args:
        path: The file; its folder is made if missing.
        text_of: Gives the text; called only if the file is missing.
    """
    if path.exists():
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.{secrets.token_hex(8)}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, FILE_MODE)
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.write(text_of())
            file.flush()
            os.fsync(file.fileno())
        _link(draft, path)
    finally:
        draft.unlink()


def read_private(path: Path) -> bytes:
    """The contents of a file that is closed to everybody but its owner and group.

    Raises:
        KeyFileError: it is missing, unreadable, or open to everybody.
    """
    try:
        mode = path.stat().st_mode
        contents = path.read_bytes()
    except OSError as error:
        raise KeyFileError(f"the key file can not be read: {error.strerror}") from None
    if mode & stat.S_IRWXO:
        raise KeyFileError("the key file is open to everybody; only its owner should read it (mode 600)")
    return contents


def _link(draft: Path, path: Path) -> None:
    try:
        path.hardlink_to(draft)
    except FileExistsError:
        return  # Another process was first; its file is the file.
