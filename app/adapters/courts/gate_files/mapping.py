"""What is inside a batch: one line for each record, with its id and hash; and what an acknowledgement says of each."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from app.adapters.foreign_json import NotJsonError, dumped, loaded
from app.domain.court_platform import Flag, Unmapped

TAKEN: Final = "taken"
BAD: Final = "bad"
ID_CHARS_MAX: Final = 200


@dataclass(frozen=True, slots=True)
class Record:
    """One record of a batch. A bad one keeps what could be read of it, and an id by its place where it has none."""

    id: str
    body: bytes = field(repr=False)
    bad: bool = False


def written(records: Iterable[tuple[str, bytes]]) -> bytes:
    """Records as the content of a batch."""
    return b"\n".join(
        dumped({"id": name, "sha256": hashlib.sha256(body).hexdigest(), "body": body.decode()})
        for name, body in records
    )


def records_of(batch: str, content: bytes, count: int) -> tuple[Record, ...]:
    """The records of a batch; one that can not be read is marked bad and stops nothing.

    Where the manifest counts more than there are, the missing ones are bad records too, so that nobody overlooks them.
    """
    found = [_record(batch, n, line) for n, line in enumerate(content.split(b"\n"))] if content else []
    missing = range(len(found), min(count, len(found) + 10_000))
    return (*found, *(Record(f"{batch}#{n}", b"", bad=True) for n in missing))


def _record(batch: str, place: int, line: bytes) -> Record:
    try:
        value = loaded(line)
    except NotJsonError:
        return Record(f"{batch}#{place}", line, bad=True)
    name, body, digest = (value.get(key) if isinstance(value, dict) else None for key in ("id", "body", "sha256"))
    named = isinstance(name, str) and 0 < len(name) <= ID_CHARS_MAX and name.isprintable()
    raw = body.encode() if isinstance(body, str) else line
    fits = isinstance(body, str) and hashlib.sha256(raw).hexdigest() == digest
    return Record(str(name) if named else f"{batch}#{place}", raw, bad=not (named and fits))


def verdicts_of(records: Iterable[Record]) -> bytes:
    """The content of an acknowledgement."""
    return dumped({"records": {record.id: BAD if record.bad else TAKEN for record in records}})


def read_verdicts(content: bytes) -> Mapping[str, str]:
    """What the other side says of each record; nothing where that can not be read."""
    try:
        found: Any = loaded(content)
    except NotJsonError:
        return {}
    records = found.get("records") if isinstance(found, dict) else None
    return {str(name): str(said)[:60] for name, said in records.items()} if isinstance(records, dict) else {}


def document_of(raw: bytes) -> Any:
    """The document of a record; raises `Unreadable` for what is none."""
    try:
        return loaded(raw)
    except NotJsonError:
        raise Unmapped(Flag("", "not_a_document")) from None
