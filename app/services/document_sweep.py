"""Contents of documents that no document has, and contents that an older key sealed. For whoever runs the service."""

from datetime import timedelta
from typing import Final
from uuid import UUID

from app.domain.ports import Ports

YOUNG: Final = timedelta(hours=1)
"""A content younger than that may belong to a document that is just being recorded."""

BATCH: Final = 1000
"""Most ids that are asked about at once."""


async def orphans(ports: Ports) -> tuple[UUID, ...]:
    """Ids of contents that no document has, in order; a crash between content and record leaves one."""
    put = await ports.documents.ids()
    oldest = ports.clock.system_now() - YOUNG
    ids = sorted(document_id for document_id, put_at in put.items() if put_at < oldest)
    known: set[UUID] = set()
    async with ports.unit_of_work(None) as tx:
        for first in range(0, len(ids), BATCH):
            known |= await tx.evidence.documents_among(ids[first : first + BATCH])
    return tuple(document_id for document_id in ids if document_id not in known)


async def swept(ports: Ports) -> tuple[UUID, ...]:
    """Remove the orphans; their ids."""
    found = await orphans(ports)
    for document_id in found:
        await ports.documents.remove(document_id)
    return found


async def resealed(ports: Ports) -> int:
    """Encrypt every content with the current key; how many an older one had sealed."""
    count = 0
    for document_id in sorted(await ports.documents.ids()):
        count += await ports.documents.reseal(document_id)
    return count
