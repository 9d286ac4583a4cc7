"""The dossier of a referral, to read: what people recorded around it. Personal data are masked unless revealed."""

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query, Request
from starlette.responses import Response

from app.domain.access import Principal
from app.routers import views
from app.routers.contract import ReferralPath, reading
from app.routers.deps import house_of, principal_of, referral_path
from app.routers.replies import shown
from app.routers.schemas import dossier as s
from app.services import dossier_reads

router = APIRouter(tags=["referrals"])

Caller = Annotated[Principal, Depends(principal_of)]
Reveal = Annotated[bool, Query(description="In the clear; needs scope `parties:reveal` and is recorded.")]


def _part(name: str, summary: str, shows: type[Any]) -> dict[str, Any]:
    return reading(name, summary, shows, scope="referrals:read", versioned=True, one=True)


@router.get(
    "/v1/referrals/{referral_id}/particulars",
    **_part("get_particulars", "Read its clerk, judge, facts and reasons", s.ParticularsView),
)
async def get_particulars(
    request: Request, principal: Caller, referral_id: ReferralPath, *, reveal: Reveal = False
) -> Response:
    """What tells of people; the other particulars stand on the referral itself."""
    found = referral_path(request, referral_id)
    known = await dossier_reads.particulars(house_of(request).ports, principal, found, reveal=reveal)
    view = views.copied(s.ParticularsView, known.particulars, revealed=known.revealed)
    return shown(view, version=known.version)


@router.get(
    "/v1/referrals/{referral_id}/case-numbers",
    **_part("list_case_numbers", "Read the numbers of the case", s.CaseNumberList),
)
async def list_case_numbers(request: Request, principal: Caller, referral_id: ReferralPath) -> Response:
    """As given and as compared."""
    return await _plain(request, principal, referral_id, s.CaseNumberList, "case_numbers")


@router.get(
    "/v1/referrals/{referral_id}/representatives",
    **_part("list_representatives", "Read who acts for its parties", s.RepresentativeList),
)
async def list_representatives(
    request: Request, principal: Caller, referral_id: ReferralPath, *, reveal: Reveal = False
) -> Response:
    """Those who no longer act included."""
    return await _covered(request, principal, referral_id, s.RepresentativeList, "representatives", reveal=reveal)


@router.get(
    "/v1/referrals/{referral_id}/claims",
    **_part("list_claims", "Read the parties' claims", s.ClaimList),
)
async def list_claims(
    request: Request, principal: Caller, referral_id: ReferralPath, *, reveal: Reveal = False
) -> Response:
    """Each with what became of it."""
    return await _covered(request, principal, referral_id, s.ClaimList, "claims", reveal=reveal)


@router.get(
    "/v1/referrals/{referral_id}/service-addresses",
    **_part("list_service_addresses", "Read the confirmed addresses for service", s.ServiceAddressList),
)
async def list_service_addresses(
    request: Request, principal: Caller, referral_id: ReferralPath, *, reveal: Reveal = False
) -> Response:
    """送达地址确认书: the latest of a party and kind stands."""
    return await _covered(request, principal, referral_id, s.ServiceAddressList, "service_addresses", reveal=reveal)


@router.get(
    "/v1/referrals/{referral_id}/materials",
    **_part("list_materials", "Read what was asked for and handed in", s.MaterialList),
)
async def list_materials(
    request: Request, principal: Caller, referral_id: ReferralPath, *, reveal: Reveal = False
) -> Response:
    """Requested, supplied, received; of a file its hash, never the file."""
    return await _covered(request, principal, referral_id, s.MaterialList, "materials", reveal=reveal)


@router.get(
    "/v1/referrals/{referral_id}/notices",
    **_part("list_notices", "Read the notices to its parties", s.NoticeList),
)
async def list_notices(request: Request, principal: Caller, referral_id: ReferralPath) -> Response:
    """Each with what became of it."""
    return await _plain(request, principal, referral_id, s.NoticeList, "notices")


@router.get(
    "/v1/referrals/{referral_id}/messages",
    **_part("list_messages", "Read what its tenants wrote to each other", s.MessageList),
)
async def list_messages(
    request: Request, principal: Caller, referral_id: ReferralPath, *, reveal: Reveal = False
) -> Response:
    """Between court, organisation and referring body."""
    return await _covered(request, principal, referral_id, s.MessageList, "messages", reveal=reveal)


@router.get(
    "/v1/referrals/{referral_id}/urgings",
    **_part("list_urgings", "Read its urgings and their answers", s.UrgingList),
)
async def list_urgings(
    request: Request, principal: Caller, referral_id: ReferralPath, *, reveal: Reveal = False
) -> Response:
    """催办, each with its last day for an answer."""
    return await _covered(request, principal, referral_id, s.UrgingList, "urgings", reveal=reveal)


@router.get(
    "/v1/referrals/{referral_id}/conflicts",
    **_part("list_conflicts", "Read checks for and disclosures of conflicts of interest", s.ConflictList),
)
async def list_conflicts(request: Request, principal: Caller, referral_id: ReferralPath) -> Response:
    """What was checked, disclosed, decided and waived; other roles in the case."""
    return await _plain(request, principal, referral_id, s.ConflictList, "conflicts")


async def _plain(request: Request, principal: Principal, referral_id: str, shows: type[Any], name: str) -> Response:
    """A list that names nobody."""
    found = referral_path(request, referral_id)
    known = await dossier_reads.lists(house_of(request).ports, principal, found, (name,))
    return shown(shows(items=views.of_dossier(name, known.dossier)), version=known.version)


async def _covered(
    request: Request, principal: Principal, referral_id: str, shows: type[Any], name: str, *, reveal: bool
) -> Response:
    """A list with personal data, masked unless revealed."""
    found = referral_path(request, referral_id)
    known = await dossier_reads.lists(house_of(request).ports, principal, found, (name,), reveal=reveal)
    view = shows(items=views.of_dossier(name, known.dossier), revealed=known.revealed)
    return shown(view, version=known.version)
