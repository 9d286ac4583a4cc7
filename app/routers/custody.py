"""The custody chain of a referral, and the record of what data of its parties went where, to read."""

from typing import Annotated

from fastapi import APIRouter, Depends, Request
from starlette.responses import Response

from app.domain.access import Principal
from app.routers import views
from app.routers.contract import ReferralPath, reading
from app.routers.deps import house_of, principal_of, referral_path
from app.routers.replies import shown
from app.routers.schemas import custody as s
from app.routers.schemas import dossier as d
from app.services import custody, dossier_reads

router = APIRouter(tags=["referrals"])

Caller = Annotated[Principal, Depends(principal_of)]


@router.get(
    "/v1/referrals/{referral_id}/custody",
    **reading(
        "get_custody",
        "Read who had it by whose act, and who was named",
        s.CustodyView,
        scope="referrals:read",
        versioned=True,
        one=True,
    ),
)
async def get_custody(request: Request, principal: Caller, referral_id: ReferralPath) -> Response:
    """The chain through a head office's tree, with the days left to accept."""
    found = referral_path(request, referral_id)
    chain, version = await custody.chain(house_of(request).ports, principal, found)
    view = views.copied(
        s.CustodyView,
        chain,
        named_organisation_id=chain.named_id,
        mediating_organisation_id=chain.mediating_id,
        acceptance=None if chain.window is None else views.copied(s.AcceptanceWindow, chain.window),
        links=tuple(views.copied(s.CustodyLink, link) for link in chain.links),
    )
    return shown(view, version=version)


@router.get(
    "/v1/referrals/{referral_id}/sharings",
    **reading(
        "list_sharings",
        "Read what data of its parties went where",
        d.SharingList,
        scope="referrals:read",
        versioned=True,
        one=True,
    ),
)
async def list_sharings(request: Request, principal: Caller, referral_id: ReferralPath) -> Response:
    """Every pass down or up a head office's tree, and every ground on which somebody above may read."""
    found = referral_path(request, referral_id)
    known = await dossier_reads.lists(house_of(request).ports, principal, found, ["sharings"])
    return shown(d.SharingList(items=views.of_dossier("sharings", known.dossier)), version=known.version)
