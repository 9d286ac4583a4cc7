"""The folders of one exchange, and what happens in a round: all state is here, so a crash at any point goes on.

in/        files that the gate brought            out/      files that the gate is to take
pending/   records that wait for a batch          sent/     batches until they are acknowledged
records/   what became of each record of ours     taken/    batches and lists that were kept
refused/   what was forged or changed             lock      one process at a time
"""

import hashlib
import os
import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any, Final

from app.adapters.courts.gate_files.container import (
    FILE_BYTES_MAX,
    FileKind,
    ForgedError,
    GateFile,
    GateKeys,
    IncompleteError,
    opened,
    sealed,
)
from app.adapters.courts.gate_files.mapping import Record, read_verdicts, records_of, verdicts_of, written
from app.adapters.exchange_folder import ExchangeFolder, record_name
from app.adapters.foreign_json import dumped, loaded

FOLDERS: Final = ("in", "out", "pending", "sent", "records", "taken", "refused")
FILES_MAX: Final = 5_000
"""Most files of one folder that are looked at in one round."""

_NAME: Final = re.compile(r"(batch|ack|resend|held)-(\d{10})\.gate")
_ANSWERS: Final = (FileKind.ACK.value, FileKind.RESEND.value)


class Gate:
    """One exchange with one other side.

    Args:
        folder: Where everything lies; made if missing.
        keys: Of both sides.
        records_max: Most records of a batch.
        resend_after_seconds: After so long without acknowledgement a batch is put out again.
        sync: Brings an open file to the disk.
    """

    def __init__(
        self,
        folder: Path,
        keys: GateKeys,
        *,
        records_max: int,
        resend_after_seconds: int,
        sync: Callable[[int], None] = os.fsync,
    ) -> None:
        self._folder = ExchangeFolder(folder, FOLDERS, sync)
        self._keys = keys
        self._records_max = records_max
        self._resend_after_seconds = resend_after_seconds

    # Ours to them

    def put(self, record_id: str, body: bytes, *, anew: bool = False) -> None:
        """Keep a record for the next batch; one that is known already is kept once.

        Args:
            record_id: Under which the other side keeps it once.
            body: What it says.
            anew: Put it out once more where it was acknowledged; one that is still on its way is left.
        """
        with self._folder.locked():
            known = self._folder.status(record_id)
            if known is None or (anew and known["verdict"] is not None):
                name = record_name(record_id)
                self._folder.write(self._folder / "pending" / name, dumped({"id": record_id, "body": body.decode()}))
                self._folder.set_status(record_id, {"id": record_id, "sequence": None, "verdict": None})

    def status(self, record_id: str) -> Mapping[str, Any] | None:
        """Sequence and verdict of a record; None where it was never put."""
        with self._folder.locked():
            return self._folder.status(record_id)

    def exchange(self, now: datetime) -> None:
        """Read what came of acknowledgements and requests, put out what waits, and again what nobody acknowledged."""
        with self._folder.locked():
            self._read_answers(now)
            while self._flush(now):
                pass
            for path in self._listed("sent"):
                if now.timestamp() - path.stat().st_mtime > self._resend_after_seconds:
                    self._put_out(path, now)

    def _flush(self, now: datetime) -> bool:
        waiting = self._listed("pending")[: self._records_max]
        if not waiting:
            return False
        rows = [loaded(path.read_bytes()) for path in waiting]
        sequence = self._last_sent() + 1
        content = written((row["id"], row["body"].encode()) for row in rows)
        name = f"{self._keys.us}-{sequence}"
        raw = sealed(self._keys, FileKind.BATCH, sequence, content, now=now, batch=name, count=len(rows))
        kept = self._folder / "sent" / _name(FileKind.BATCH, sequence)
        self._folder.write(kept, raw)
        self._folder.write(self._folder / "sequence", str(sequence).encode())
        for row in rows:
            self._folder.set_status(row["id"], {"id": row["id"], "sequence": sequence, "verdict": None})
        for path in waiting:
            path.unlink()
        self._put_out(kept, now)
        return True

    def _last_sent(self) -> int:
        """The highest number that was ever given: of the counter, and of what lies there should it be lost."""
        kept = self._folder / "sequence"
        counted = int(kept.read_bytes() or b"0") if kept.exists() else 0
        return max([counted, *(_sequence(path) for path in self._listed("sent"))])

    def _put_out(self, path: Path, now: datetime) -> None:
        self._folder.write(self._folder / "out" / path.name, path.read_bytes())
        os.utime(path, (now.timestamp(), now.timestamp()))

    def _read_answers(self, now: datetime) -> None:
        for path in self._listed("in"):
            found = self._opened(path) if path.name.startswith(_ANSWERS) else None
            if found is None:
                continue
            sent = self._folder / "sent" / _name(FileKind.BATCH, found.sequence)
            if found.kind is FileKind.RESEND and sent.exists():
                self._put_out(sent, now)
            if found.kind is FileKind.ACK:
                self._acknowledged(found)
                sent.unlink(missing_ok=True)
            path.unlink()

    def _acknowledged(self, found: GateFile) -> None:
        for record_id, verdict in read_verdicts(found.content).items():
            status = self._folder.status(record_id)
            if status is not None and status["sequence"] == found.sequence:
                self._folder.set_status(record_id, {**status, "verdict": verdict})

    # Theirs to us

    def receive(self, behind: int, now: datetime) -> tuple[int, tuple[Record, ...]] | None:
        """The batch behind a number, which stays where it is until it is acknowledged by the next call.

        Everything up to `behind` is acknowledged, also what comes again. A batch that is missing while a later one is
        there is asked for. None where the next one has not come.
        """
        with self._folder.locked():
            later = False
            for path in self._listed("in"):
                if path.name.startswith(FileKind.BATCH.value):
                    later |= self._filed(path, behind, now)
            found = self._next(behind)
            if found is not None:
                return found.sequence, records_of(found.batch, found.content, found.count)
            if later:
                self._ask_again(behind + 1, now)
            return None

    def _filed(self, path: Path, behind: int, now: datetime) -> bool:
        """Acknowledge a batch that was kept; whether it is a later one, or one that has not arrived as a whole."""
        found = self._opened(path)
        if found is None:
            return path.exists()
        if found.sequence > behind:
            return found.sequence > behind + 1
        records = records_of(found.batch, found.content, found.count)
        ack = sealed(self._keys, FileKind.ACK, found.sequence, verdicts_of(records), now=now)
        self._folder.write(self._folder / "out" / _name(FileKind.ACK, found.sequence), ack)
        path.replace(self._folder / "taken" / path.name)
        return False

    def _next(self, behind: int) -> GateFile | None:
        """The next batch as it came, or as it was taken before a database was set back."""
        for folder in ("in", "taken"):
            path = self._folder / folder / _name(FileKind.BATCH, behind + 1)
            found = self._opened(path) if path.exists() else None
            if found is not None and found.sequence == behind + 1:
                return found
        return None

    def _ask_again(self, sequence: int, now: datetime) -> None:
        """One request lies there at a time; it is written anew when the gate has taken it."""
        path = self._folder / "out" / _name(FileKind.RESEND, sequence)
        if not path.exists():
            self._folder.write(path, sealed(self._keys, FileKind.RESEND, sequence, b"", now=now))

    def held(self, day: date) -> bytes | None:
        """The content of the list that the other side put out of a day; None where it has not come."""
        name = _name(FileKind.HELD, int(f"{day:%Y%m%d}"))
        with self._folder.locked():
            for folder in ("in", "taken"):
                path = self._folder / folder / name
                found = self._opened(path) if path.exists() else None
                if found is not None:
                    path.replace(self._folder / "taken" / name)
                    return found.content
        return None

    # Files

    def _opened(self, path: Path) -> GateFile | None:
        """A file of the other side; None for what is not complete, and for what is refused and put aside."""
        raw = path.read_bytes()
        try:
            found: GateFile | None = opened(self._keys, raw)
        except IncompleteError:
            return None
        except ForgedError:
            found = None
        if found is not None and path.name == _name(found.kind, found.sequence):
            return found
        path.replace(self._folder / "refused" / f"{hashlib.sha256(raw).hexdigest()[:16]}-{path.name}")
        return None

    def _listed(self, folder: str) -> list[Path]:
        fits = bool if folder == "pending" else _NAME.fullmatch
        return self._folder.files(folder, fits, bytes_max=FILE_BYTES_MAX, files_max=FILES_MAX)


def _name(kind: FileKind, sequence: int) -> str:
    return f"{kind.value}-{sequence:010d}.gate"


def _sequence(path: Path) -> int:
    found = _NAME.fullmatch(path.name)
    return 0 if found is None else int(found[2])
