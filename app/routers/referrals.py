"""Referrals over HTTP: open, list, read, move. Thin: every decision is made behind `app.services`."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request
from starlette.responses import Response

from app.domain.access import Principal
from app.domain.causes import CauseTree
from app.domain.errors import Refusal
from app.routers import expansion, intakes, views, wishes
from app.routers.contract import ReferralPath, reading, writing
from app.routers.deps import House, bounded_limit, house_of, principal_of, referral_path, write_of
from app.routers.faults import FieldFault
from app.routers.problems import FieldRefusal, wanted_language
from app.routers.replies import cut, next_page, shown, told
from app.routers.requests import opening_of, transition_of
from app.routers.schemas import opening as o
from app.routers.schemas import receipt as r
from app.routers.schemas import referral as s
from app.routers.schemas.common import CAUSE_LIST, list_address
from app.routers.schemas.transitions import ReferralTransition
from app.routers.selections import Expand, Selected, cursor_of, expansions_of
from app.routers.trace import trace_of
from app.services import past, referral_reads, referrals

LIMIT_DEFAULT = 50
LIMIT_MAX = 200
VERSION_MAX = 2**31 - 1

router = APIRouter(tags=["referrals"])

Caller = Annotated[Principal, Depends(principal_of)]
Limit = Annotated[int, Query(ge=1, le=LIMIT_MAX, description="Most items on the page.")]


@router.post(
    "/v1/referrals",
    **writing(
        "open_referral",
        "Open a referral: hand it over, ask the parties first, or take an application in",
        body=o.Opening,
        made=r.Receipt,
        rehearsed=r.Rehearsal,
        scope="referrals:write",
        refusals=(409,),
    ),
)
async def open_referral(request: Request) -> Response:
    """A dispute is handed to an organisation, its parties are asked first, or they apply themselves.

    委派, 委托, 移送, 征询意见, 自主受理. The answer is a receipt; party data are read at its `parties`. It names
    referrals that you see and that may be about the same dispute.
    """
    write = await write_of(request)
    house = house_of(request)
    outcome = await referrals.open_referral(house.ports, write.envelope, _intake(request, house, write.body))
    trace_of(request.scope).referral_id = outcome.answer.body.get("id")
    return told(outcome)


def _intake(request: Request, house: House, body: object) -> referrals.Intake | Refusal:
    asked = opening_of(request, body)
    return asked if isinstance(asked, Refusal) else known_intake(asked, house.ports.book().causes)


def known_intake(
    asked: o.DelegateRequest | o.ConsultRequest | o.SubmitRequest, causes: CauseTree
) -> referrals.Intake | Refusal:
    """The referral that is asked for, refused where its cause is not in the list of causes of today."""
    if asked.cause is not None and asked.cause.version != causes.version:
        return FieldRefusal("body_invalid", [FieldFault("/cause/version", "unknown_code", causes.version)])
    if asked.cause is not None and asked.cause.code not in causes.causes:
        return FieldRefusal("body_invalid", [FieldFault("/cause/code", "unknown_code", list_address(CAUSE_LIST))])
    return intakes.intake_of(asked)


@router.get(
    "/v1/referrals",
    **reading("list_referrals", "List your referrals", s.ReferralList, scope="referrals:read", paged=True),
)
async def list_referrals(
    request: Request,
    principal: Caller,
    selection: Selected,
    after: Annotated[str | None, Query(description="`next` of the page before.", max_length=36)] = None,
    limit: Limit = LIMIT_DEFAULT,
) -> Response:
    """Newest first unless sorted otherwise. For looking things up: to keep in step, read the feed instead."""
    house, limit = house_of(request), bounded_limit(request, limit)
    rows = await referral_reads.page(
        house.ports, principal, after_id=cursor_of(after), limit=limit + 1, selection=selection
    )
    kept, following = cut(rows, limit, lambda row: row.referral.id)
    page = s.ReferralList(items=tuple(views.brief(row) for row in kept), next=following)
    return shown(page, headers=next_page(request, following))


@router.get(
    "/v1/referrals/{referral_id}",
    **reading(
        "get_referral",
        "Read one referral",
        s.ReferralView,
        scope="referrals:read",
        versioned=True,
        one=True,
        labelled=True,
    ),
)
async def get_referral(
    request: Request,
    principal: Caller,
    referral_id: ReferralPath,
    expand: Expand = None,
    version: Annotated[
        int | None, Query(ge=1, le=VERSION_MAX, description="Tell in `as_of` the states after this version, too.")
    ] = None,
) -> Response:
    """State, deadlines, parties without names, what you may do next and what stands in the way of the rest.

    `expand` adds parts that have addresses of their own, with personal data masked. A version that the referral has not
    reached is 422 `version_not_reached`.
    """
    ports, found = house_of(request).ports, referral_path(request, referral_id)
    wanted, language = expansions_of(expand), wanted_language(request)
    sight = await referral_reads.get(ports, principal, found)
    earlier = None if version is None else await past.at_version(ports, principal, found, version)
    advice = await referral_reads.advice(ports, principal, sight) if version is None else None
    expanded = await expansion.expanded(ports, principal, sight, wanted, language) if wanted else None
    view = views.referral(sight, language, advice, expanded=expanded, past=earlier)
    return shown(view, version=view.version, language=language)


@router.post(
    "/v1/referrals/{referral_id}/transitions",
    **writing(
        "take_transition",
        "Take one action on a referral",
        body=ReferralTransition,
        done=r.Receipt,
        rehearsed=r.Rehearsal,
        scope="referrals:write",
        refusals=(404, 409),
        versioned=True,
    ),
)
async def take_transition(request: Request, referral_id: ReferralPath) -> Response:
    """One endpoint for every action of mediation and agreement, and for opening procedures; `action` says which.

    With `If-Match: *` the action is judged by the state alone.
    """
    write = await write_of(request)
    found = referral_path(request, referral_id)
    body = transition_of(request, write.body)
    wish = body if isinstance(body, Refusal) else wishes.wish_of(body)
    return told(await referrals.transition(house_of(request).ports, write.envelope, found, wish))
