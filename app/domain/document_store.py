"""Where contents of documents lie, as a Protocol; adapters fulfil it."""

from collections.abc import Mapping
from datetime import datetime
from typing import Protocol
from uuid import UUID

from app.domain.errors import Refusal


class DocumentStore(Protocol):
    """Contents of documents by the ids of the documents; encrypted where they lie.

    Every method refuses with `document_store_unavailable` where the store does not answer.
    """

    async def put(self, document_id: UUID, content: bytes) -> None:
        """Keep a content, whole or not at all."""
        ...

    async def content(self, document_id: UUID) -> bytes:
        """The content; refuses with `document_content_missing` where it is not there or was changed."""
        ...

    async def remove(self, document_id: UUID) -> None:
        """Forget a content that no document has; nothing happens where there is none."""
        ...

    async def ids(self) -> Mapping[UUID, datetime]:
        """All contents that are kept, with the time of the system clock at which each was put."""
        ...

    async def reseal(self, document_id: UUID) -> bool:
        """Encrypt a content with the current key; whether it had been sealed with an older one."""
        ...


class NoDocuments:
    """The store of a program that has none, such as the worker of deadlines: it never answers."""

    async def put(self, _document_id: UUID, _content: bytes) -> None:
        """Refuses with `document_store_unavailable`."""
        raise Refusal("document_store_unavailable")

    async def content(self, _document_id: UUID) -> bytes:
        """Refuses with `document_store_unavailable`."""
        raise Refusal("document_store_unavailable")

    async def remove(self, _document_id: UUID) -> None:
        """Refuses with `document_store_unavailable`."""
        raise Refusal("document_store_unavailable")

    async def ids(self) -> Mapping[UUID, datetime]:
        """Refuses with `document_store_unavailable`."""
        raise Refusal("document_store_unavailable")

    async def reseal(self, _document_id: UUID) -> bool:
        """Refuses with `document_store_unavailable`."""
        raise Refusal("document_store_unavailable")
