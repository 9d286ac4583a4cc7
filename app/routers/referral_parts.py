"""What lies under a referral, to read: its history, periods, parties, what they said and signed, its procedures."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request
from starlette.responses import Response

from app.domain.access import Principal
from app.domain.errors import Refusal
from app.routers import views
from app.routers.contract import ReferralPath, reading
from app.routers.deps import bounded_limit, house_of, principal_of, referral_path
from app.routers.problems import wanted_language
from app.routers.replies import cut, next_page, shown
from app.routers.schemas import parts as s
from app.routers.schemas.performance import PerformancePlan
from app.routers.schemas.procedure import ProcedureList
from app.services import referral_reads
from app.services.history import item_of

LIMIT_DEFAULT = 50
LIMIT_MAX = 200

router = APIRouter(tags=["referrals"])

Caller = Annotated[Principal, Depends(principal_of)]
Limit = Annotated[int, Query(ge=1, le=LIMIT_MAX, description="Most items on the page.")]


@router.get(
    "/v1/referrals/{referral_id}/history",
    **reading(
        "list_history",
        "Read what happened, oldest first",
        s.HistoryList,
        scope="referrals:read",
        paged=True,
        one=True,
    ),
)
async def list_history(
    request: Request,
    principal: Caller,
    referral_id: ReferralPath,
    after: Annotated[int, Query(ge=0, le=2**31 - 1, description="Version behind which to go on.")] = 0,
    limit: Limit = LIMIT_DEFAULT,
) -> Response:
    """Every event of the referral, those before it came to you included."""
    found = referral_path(request, referral_id)
    ports, limit = house_of(request).ports, bounded_limit(request, limit)
    events = await referral_reads.history(ports, principal, found, after_version=after, limit=limit + 1)
    kept, following = cut(events, limit, lambda event: event.version)
    items = [{name: value for name, value in item_of(event).items() if name != "position"} for event in kept]
    return shown(
        s.HistoryList.model_validate({"items": items, "next": following}), headers=next_page(request, following)
    )


@router.get(
    "/v1/referrals/{referral_id}/deadlines",
    **reading(
        "list_deadlines", "Read its legal periods", s.DeadlineList, scope="referrals:read", versioned=True, one=True
    ),
)
async def list_deadlines(request: Request, principal: Caller, referral_id: ReferralPath) -> Response:
    """Running, paused and finished periods with their last days."""
    referral = (await _sight(request, principal, referral_id)).referral
    return shown(views.deadlines(referral.clocks), version=referral.version)


@router.get(
    "/v1/referrals/{referral_id}/parties",
    **reading("list_parties", "Read its parties", s.PartyList, scope="referrals:read", one=True),
)
async def list_parties(
    request: Request,
    principal: Caller,
    referral_id: ReferralPath,
    *,
    reveal: Annotated[bool, Query(description="In the clear; needs scope `parties:reveal` and is recorded.")] = False,
) -> Response:
    """Names and numbers, masked unless revealed."""
    found = referral_path(request, referral_id)
    known = await referral_reads.parties(house_of(request).ports, principal, found, reveal=reveal)
    return shown(s.PartyList(items=tuple(views.party(each) for each in known), revealed=reveal))


@router.get(
    "/v1/referrals/{referral_id}/consents",
    **reading(
        "list_consents",
        "Read the parties' consents",
        s.ConsentList,
        scope="referrals:read",
        versioned=True,
        one=True,
    ),
)
async def list_consents(request: Request, principal: Caller, referral_id: ReferralPath) -> Response:
    """Every word on record; the latest of a kind stands."""
    referral = (await _sight(request, principal, referral_id)).referral
    items = tuple(views.copied(s.ConsentView, consent) for consent in referral.consents)
    return shown(s.ConsentList(items=items), version=referral.version)


@router.get(
    "/v1/referrals/{referral_id}/contacts",
    **reading("list_contacts", "Read who was asked", s.ContactList, scope="referrals:read", versioned=True, one=True),
)
async def list_contacts(request: Request, principal: Caller, referral_id: ReferralPath) -> Response:
    """Which party was asked, when, by what means, and how it answered."""
    referral = (await _sight(request, principal, referral_id)).referral
    items = tuple(views.copied(s.ContactView, contact) for contact in referral.contacts)
    return shown(s.ContactList(items=items), version=referral.version)


@router.get(
    "/v1/referrals/{referral_id}/sessions",
    **reading("list_sessions", "Read its sessions", s.SessionList, scope="referrals:read", versioned=True, one=True),
)
async def list_sessions(request: Request, principal: Caller, referral_id: ReferralPath) -> Response:
    """Sessions by number: scheduled, held, missed or cancelled."""
    referral = (await _sight(request, principal, referral_id)).referral
    items = tuple(views.copied(s.SessionView, session) for session in referral.sessions)
    return shown(s.SessionList(items=items), version=referral.version)


@router.get(
    "/v1/referrals/{referral_id}/assignments",
    **reading(
        "list_assignments", "Read who had it", s.AssignmentList, scope="referrals:read", versioned=True, one=True
    ),
)
async def list_assignments(request: Request, principal: Caller, referral_id: ReferralPath) -> Response:
    """Organisations and mediators in turn, and why one declined or handed back. Reading that is recorded."""
    found = referral_path(request, referral_id)
    referral = await referral_reads.assignments(house_of(request).ports, principal, found)
    turns = tuple(views.copied(s.AssignmentView, turn) for turn in referral.assignments)
    mediators = tuple(views.copied(s.MediatorAssignmentView, turn) for turn in referral.mediators)
    return shown(s.AssignmentList(items=turns, mediators=mediators), version=referral.version)


@router.get(
    "/v1/referrals/{referral_id}/mediators",
    **reading(
        "list_mediators_of_referral",
        "Read its mediators",
        s.MediatorAssignmentList,
        scope="referrals:read",
        versioned=True,
        one=True,
    ),
)
async def list_mediators_of_referral(request: Request, principal: Caller, referral_id: ReferralPath) -> Response:
    """In turn, and why somebody was replaced."""
    referral = (await _sight(request, principal, referral_id)).referral
    items = tuple(views.copied(s.MediatorAssignmentView, turn) for turn in referral.mediators)
    return shown(s.MediatorAssignmentList(items=items), version=referral.version)


@router.get(
    "/v1/referrals/{referral_id}/agreement",
    **reading("get_agreement", "Read its agreement", s.AgreementView, scope="referrals:read", versioned=True, one=True),
)
async def get_agreement(request: Request, principal: Caller, referral_id: ReferralPath) -> Response:
    """Terms, signatures, and who has yet to sign; 404 before a draft. Reading the terms is recorded."""
    found = referral_path(request, referral_id)
    ports = house_of(request).ports
    drafted = await referral_reads.agreement(ports, principal, found)
    if drafted is None:
        raise Refusal("not_found")
    referral = (await referral_reads.get(ports, principal, found)).referral
    return shown(views.agreement(drafted, referral, ports.book().rules_off), version=referral.version)


@router.get(
    "/v1/referrals/{referral_id}/performance",
    **reading(
        "get_performance",
        "Read its performance plan",
        PerformancePlan,
        scope="referrals:read",
        versioned=True,
        one=True,
    ),
)
async def get_performance(request: Request, principal: Caller, referral_id: ReferralPath) -> Response:
    """Instalments with their states, what was recorded of each, and what is left; 404 before a draft."""
    found = referral_path(request, referral_id)
    plan = await referral_reads.performance(house_of(request).ports, principal, found)
    return shown(views.performance(plan), version=plan.referral.version)


@router.get(
    "/v1/referrals/{referral_id}/procedures",
    **reading(
        "list_procedures",
        "Read its procedures",
        ProcedureList,
        scope="referrals:read",
        versioned=True,
        one=True,
        labelled=True,
    ),
)
async def list_procedures(request: Request, principal: Caller, referral_id: ReferralPath) -> Response:
    """What follows mediation: 司法确认, 调解书, 撤诉, 转入审理, 立案, 劳动仲裁."""
    sight = await _sight(request, principal, referral_id)
    language = wanted_language(request)
    items = views.procedures(sight, language)
    return shown(ProcedureList(items=items), version=sight.referral.version, language=language)


async def _sight(request: Request, principal: Principal, referral_id: str) -> referral_reads.Sight:
    return await referral_reads.get(house_of(request).ports, principal, referral_path(request, referral_id))
