"""Packages over HTTP: the manifest as JSON, the whole as a zip that streams."""

import io
import zipfile
from collections.abc import AsyncIterator
from typing import Annotated, Final

from fastapi import APIRouter, Depends, Query, Request
from starlette.responses import Response, StreamingResponse

from app.domain.access import Principal
from app.domain.content import SUFFIXES
from app.domain.handover import Purpose
from app.domain.ports import Ports
from app.routers.contract import ReferralPath, reading
from app.routers.deps import house_of, principal_of, referral_path
from app.routers.documents import NO_SNIFFING, content_path, downloading
from app.routers.replies import shown
from app.routers.schemas import handover as s
from app.routers.uploads import disposition
from app.services import handover
from app.services.handover import Handover

router = APIRouter(tags=["documents"])

Caller = Annotated[Principal, Depends(principal_of)]
For = Annotated[Purpose, Query(description="What the package is for; code of list `handover_purpose`.")]

ZIP: Final = "application/zip"
EARLIEST: Final = (1980, 1, 1, 0, 0, 0)
"""Times of files in the zip: always the same, so that equal packages have equal bytes."""


@router.get(
    "/v1/referrals/{referral_id}/handover",
    **reading(
        "get_handover",
        "Read what may be handed over to a court",
        s.HandoverView,
        scope="referrals:read",
        versioned=True,
        one=True,
    ),
)
async def get_handover(request: Request, principal: Caller, referral_id: ReferralPath, purpose: For) -> Response:
    """Which documents go for a purpose, what is missing, how much stays behind and why.

    Notes, offers and separate talks enter no package.
    """
    found = referral_path(request, referral_id)
    made = await handover.assembled(house_of(request).ports, principal, found, purpose)
    return shown(manifest_of(made), version=made.referral.version)


@router.get(
    "/v1/referrals/{referral_id}/handover/content",
    **downloading(
        "get_handover_content", "Read a package with its documents", ZIP, scope="parties:reveal", refusals=(404, 413)
    ),
)
async def get_handover_content(
    request: Request, principal: Caller, referral_id: ReferralPath, purpose: For
) -> Response:
    """A zip of the manifest and the documents that it names. The reading is recorded."""
    house, found = house_of(request), referral_path(request, referral_id)
    limit_bytes = house.settings.package_limit_bytes
    made = await handover.sent(house.ports, principal, found, purpose, limit_bytes=limit_bytes)
    headers = {"Content-Disposition": disposition(f"{made.number}-{purpose.value}.zip"), **NO_SNIFFING}
    return StreamingResponse(_zipped(house.ports, made), 200, headers, ZIP)


class _Sink(io.RawIOBase):
    """What was written since it was last taken; a zip is written to it and streams from it."""

    def __init__(self) -> None:
        super().__init__()
        self._parts: list[bytes] = []

    def writable(self) -> bool:
        """It is written to and never read."""
        return True

    def write(self, part: object) -> int:
        """Keep a part."""
        taken = bytes(part)  # type: ignore[call-overload] # whatever has bytes, as every file takes it
        self._parts.append(taken)
        return len(taken)

    def take(self) -> bytes:
        """All parts, once."""
        taken = b"".join(self._parts)
        self._parts.clear()
        return taken


async def _zipped(ports: Ports, made: Handover) -> AsyncIterator[bytes]:
    """The zip, one document in memory at a time; where a content is lost it ends early and no reader takes it."""
    sink = _Sink()
    with zipfile.ZipFile(sink, "w", zipfile.ZIP_STORED) as packed:
        packed.writestr(zipfile.ZipInfo("manifest.json", EARLIEST), manifest_of(made).model_dump_json(indent=2))
        number = 0
        async for document, content in handover.contents(ports, made):
            number += 1
            name = f"{number:03}-{document.document_class}.{SUFFIXES[document.media_type]}"
            packed.writestr(zipfile.ZipInfo(name, EARLIEST), content)
            yield sink.take()
    yield sink.take()


def manifest_of(made: Handover) -> s.HandoverView:
    """The package as it is shown."""
    return s.HandoverView(
        purpose=made.package.purpose,
        facts=_facts(made),
        documents=tuple(
            s.PackagedDocumentView(
                id=each.document.id,
                document_class=each.document.document_class,
                media_type=each.document.media_type,
                size_bytes=each.document.size_bytes,
                sha256=each.document.sha256,
                content=content_path(made.referral.id, each.document),
                source=each.source,
            )
            for each in made.package.passing
        ),
        missing=tuple(s.MissingView(code=each.code, source=each.source) for each in made.package.missing),
        kept_back=tuple(
            s.KeptDocumentsView(document_class=document_class, reason=reason, count=count)
            for (document_class, reason), count in sorted(made.kept.items())
        ),
        complete=not made.package.missing,
    )


def _facts(made: Handover) -> s.HandoverFactsView:
    referral = made.referral
    agreement, addresses = referral.agreement, referral.dossier.service_addresses
    return s.HandoverFactsView(
        number=made.number,
        kind=referral.kind,
        track=referral.track,
        cause_code=referral.cause_code,
        state=referral.state,
        outcome=referral.outcome,
        end_reason=referral.end_reason,
        closure=referral.closure,
        opened_on=referral.opened_on,
        mediation_started_on=referral.mediation_started_on,
        reported_on=referral.reported_on,
        agreement_state=None if agreement is None else agreement.state,
        agreement_effective_on=None if agreement is None else agreement.effective_on,
        party_ids_with_service_address=tuple(dict.fromkeys(address.party_id for address in addresses)),
    )
