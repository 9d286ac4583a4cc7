"""The document store as a local folder: one encrypted file for each document, named by its id and nothing else.

A file is written under another name, flushed and renamed, so that it is there whole or not at all. Names are made from
ids only, so nothing outside the folder can be reached.
"""

import asyncio
import os
import secrets
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Final, TypeVar
from uuid import UUID

from app.adapters.secrets import KeyRing, UnknownKeyError, UnreadableTextError, field_context
from app.domain.errors import Refusal

FILE_MODE: Final = 0o600
FOLDER_MODE: Final = 0o700
SUFFIX: Final = ".sealed"
DRAFT_SUFFIX: Final = ".draft"

T = TypeVar("T")


class DocumentFiles:
    """Contents of documents in one folder, which is made when something is first put.

    Args:
        folder: The folder; two hexadecimal digits of the id are the folder below.
        ring: Encrypts each content for its id.
    """

    __slots__ = ("_folder", "_ring")

    def __init__(self, folder: Path, ring: KeyRing) -> None:
        self._folder = folder
        self._ring = ring

    async def put(self, document_id: UUID, content: bytes) -> None:
        """Keep a content, whole or not at all."""
        await _on_disk(lambda: self._write(document_id, content))

    async def content(self, document_id: UUID) -> bytes:
        """The content; refuses with `document_content_missing`."""
        return await _on_disk(lambda: self._read(document_id))

    async def remove(self, document_id: UUID) -> None:
        """Forget a content."""
        await _on_disk(lambda: self._path(document_id).unlink(missing_ok=True))

    async def ids(self) -> Mapping[UUID, datetime]:
        """All contents with their times."""
        return await _on_disk(self._list)

    async def reseal(self, document_id: UUID) -> bool:
        """Encrypt a content with the current key; whether that was needed."""
        return await _on_disk(lambda: self._reseal(document_id))

    def _path(self, document_id: UUID) -> Path:
        name = UUID(int=document_id.int).hex
        return self._folder / name[-2:] / f"{name}{SUFFIX}"

    def _write(self, document_id: UUID, content: bytes) -> None:
        path = self._path(document_id)
        path.parent.mkdir(parents=True, exist_ok=True, mode=FOLDER_MODE)
        draft = path.with_name(f"{path.stem}.{secrets.token_hex(8)}{DRAFT_SUFFIX}")
        descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, FILE_MODE)
        try:
            with os.fdopen(descriptor, "wb") as file:
                file.write(self._ring.encrypt_bytes(content, _context(document_id)))
                file.flush()
                os.fsync(file.fileno())
            draft.replace(path)
            _flush_folder(path.parent)
        finally:
            draft.unlink(missing_ok=True)

    def _read(self, document_id: UUID) -> bytes:
        try:
            sealed = self._path(document_id).read_bytes()
        except FileNotFoundError:
            raise Refusal("document_content_missing") from None
        try:
            return self._ring.decrypt_bytes(sealed, _context(document_id))
        except UnreadableTextError:
            raise Refusal("document_content_missing") from None
        except UnknownKeyError:
            raise Refusal("key_ring_cannot_read") from None

    def _list(self) -> dict[UUID, datetime]:
        found: dict[UUID, datetime] = {}
        for path in self._folder.glob(f"??/*{SUFFIX}"):
            with suppress(ValueError, FileNotFoundError):
                found[UUID(hex=path.stem)] = datetime.fromtimestamp(path.stat().st_mtime, UTC)
        return found

    def _reseal(self, document_id: UUID) -> bool:
        with self._path(document_id).open("rb") as file:
            head = file.read(2 + 255)
        if not self._ring.needs_rotation(head):
            return False
        self._write(document_id, self._read(document_id))
        return True


def _context(document_id: UUID) -> bytes:
    return field_context("documents", "content", document_id)


def _flush_folder(folder: Path) -> None:
    """Let the new name outlive a crash of the machine."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


async def _on_disk(work: Callable[[], T]) -> T:
    """Do something slow in a thread; refuses with `document_store_unavailable` where the disk does."""
    try:
        return await asyncio.to_thread(work)
    except OSError:
        raise Refusal("document_store_unavailable") from None
