"""Documents of a referral over HTTP: put one, list them, read one."""

from typing import Annotated, Any, Final

from fastapi import APIRouter, Depends, Path, Query, Request
from starlette.responses import Response

from app.domain.access import Principal
from app.domain.content import KINDS, SUFFIXES
from app.domain.documents import Document
from app.domain.referral import ReferralId
from app.routers import views
from app.routers.contract import OWN, ReferralPath, reading
from app.routers.deps import house_of, path_id, principal_of, referral_path
from app.routers.replies import shown, told
from app.routers.schemas import documents as s
from app.routers.schemas import receipt as r
from app.routers.uploads import digest_header, disposition, upload_of, uploading
from app.services import documents

router = APIRouter(tags=["documents"])

Caller = Annotated[Principal, Depends(principal_of)]
Reveal = Annotated[bool, Query(description="In the clear; needs scope `parties:reveal` and is recorded.")]
DocumentPath = Annotated[str, Path(description="Id of the document.", json_schema_extra={"format": "uuid"})]

NO_SNIFFING: Final = {"X-Content-Type-Options": "nosniff"}


def downloading(name: str, summary: str, *kinds: str, scope: str, refusals: tuple[int, ...] = (404,)) -> dict[str, Any]:
    """Arguments of a route that gives bytes."""
    content = {kind: {"schema": {"type": "string", "format": "binary"}} for kind in kinds}
    return {
        "operation_id": name,
        "summary": summary,
        "response_class": Response,
        "response_model": None,
        "responses": {200: {"description": "The file.", "content": content}},
        "openapi_extra": {OWN: {"scope": scope, "refusals": list(refusals)}},
    }


@router.post(
    "/v1/referrals/{referral_id}/documents",
    **uploading(
        "put_document",
        "Put a document under a referral",
        done=r.Receipt,
        rehearsed=r.Rehearsal,
        scope="referrals:write",
        refusals=(404, 409),
        versioned=True,
    ),
)
async def put_document(request: Request, referral_id: ReferralPath) -> Response:
    """The file is the body; parameters and headers say what it is. It is checked against its own bytes.

    Notes, offers and records of separate talks are seen by nobody but the organisation that puts them.
    """
    upload = await upload_of(request)
    found = referral_path(request, referral_id)
    return told(await documents.add(house_of(request).ports, upload.envelope, found, upload.given))


@router.get(
    "/v1/referrals/{referral_id}/documents",
    **reading(
        "list_documents", "Read what documents it has", s.DocumentList, scope="referrals:read", versioned=True, one=True
    ),
)
async def list_documents(
    request: Request, principal: Caller, referral_id: ReferralPath, *, reveal: Reveal = False
) -> Response:
    """Those that you may see, the withdrawn ones included."""
    found = referral_path(request, referral_id)
    known = await documents.listed(house_of(request).ports, principal, found, reveal=reveal)
    items = tuple(view_of(found, each) for each in known.documents)
    return shown(s.DocumentList(items=items, revealed=known.revealed), version=known.version)


@router.get(
    "/v1/referrals/{referral_id}/documents/{document_id}/content",
    **downloading("get_document_content", "Read a document", *KINDS, scope="parties:reveal"),
)
async def get_document_content(
    request: Request, principal: Caller, referral_id: ReferralPath, document_id: DocumentPath
) -> Response:
    """The file as it was put; its media type is that of the answer. The reading is recorded."""
    found, wanted = referral_path(request, referral_id), path_id(document_id)
    read = await documents.read(house_of(request).ports, principal, found, wanted)
    known = read.document
    name = known.name or f"{known.id}.{SUFFIXES[known.media_type]}"
    headers = {
        "Content-Disposition": disposition(name),
        "Content-Digest": digest_header(known.sha256),
        **NO_SNIFFING,
    }
    return Response(read.content, 200, headers, known.media_type)


def content_path(referral_id: ReferralId, document: Document) -> str:
    """Address of a content."""
    return f"/v1/referrals/{referral_id}/documents/{document.id}/content"


def view_of(referral_id: ReferralId, document: Document) -> s.DocumentView:
    """One document as it is listed."""
    private = document.private_to is not None
    return views.copied(s.DocumentView, document, private=private, content=content_path(referral_id, document))
