"""Referrals over HTTP: open, list, read, move. Thin: every decision is made behind `app.services`."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request
from starlette.responses import Response

from app.domain.access import Principal
from app.domain.errors import Refusal
from app.domain.lifecycle.states import MediationState, Stage
from app.domain.referral import ReferralId
from app.routers import views, wishes
from app.routers.contract import ReferralPath, reading, writing
from app.routers.deps import House, bounded_limit, house_of, path_id, principal_of, referral_path, write_of
from app.routers.faults import FieldFault
from app.routers.problems import FieldRefusal, language_of
from app.routers.replies import next_page, shown, told
from app.routers.requests import opening_of, transition_of
from app.routers.schemas import referral as s
from app.routers.schemas.common import CAUSE_LIST, list_address
from app.routers.schemas.transition import ReferralTransition
from app.routers.trace import trace_of
from app.services import referral_reads, referrals

LIMIT_DEFAULT = 50
LIMIT_MAX = 200

router = APIRouter(tags=["referrals"])

Caller = Annotated[Principal, Depends(principal_of)]
Limit = Annotated[int, Query(ge=1, le=LIMIT_MAX, description="Most items on the page.")]


@router.post(
    "/v1/referrals",
    **writing(
        "open_referral",
        "Open a referral: delegate it, or ask the parties first",
        body=s.Opening,
        made=s.Receipt,
        rehearsed=s.Rehearsal,
        scope="referrals:write",
        refusals=(409,),
    ),
)
async def open_referral(request: Request) -> Response:
    """A court hands a dispute to an organisation 委派, or takes it in and asks the parties first 征询意见.

    The answer is a receipt; party data are read at the referral's `parties`.
    """
    write = await write_of(request)
    house = house_of(request)
    outcome = await referrals.open_referral(house.ports, write.envelope, _intake(request, house, write.body))
    trace_of(request.scope).referral_id = outcome.answer.body.get("id")
    return told(outcome)


def _intake(request: Request, house: House, body: object) -> referrals.Intake | Refusal:
    asked = opening_of(request, body)
    if isinstance(asked, Refusal):
        return asked
    causes = house.ports.book().causes
    if asked.cause is not None and asked.cause.version != causes.version:
        return FieldRefusal("body_invalid", [FieldFault("/cause/version", "unknown_code", causes.version)])
    if asked.cause is not None and asked.cause.code not in causes.causes:
        return FieldRefusal("body_invalid", [FieldFault("/cause/code", "unknown_code", list_address(CAUSE_LIST))])
    try:
        return wishes.intake_of(asked)
    except Refusal as refusal:
        return refusal


@router.get(
    "/v1/referrals",
    **reading(
        "list_referrals", "List your referrals, newest first", s.ReferralList, scope="referrals:read", paged=True
    ),
)
async def list_referrals(
    request: Request,
    principal: Caller,
    after: Annotated[str | None, Query(description="`next` of the page before.", max_length=36)] = None,
    limit: Limit = LIMIT_DEFAULT,
    state: MediationState | None = None,
    stage: Stage | None = None,
) -> Response:
    """For looking things up. To keep in step with what happens, read the feed instead."""
    house, limit = house_of(request), bounded_limit(request, limit)
    rows = await referral_reads.page(
        house.ports, principal, after_id=_cursor(after), limit=limit + 1, state=state, stage=stage
    )
    following = str(rows[limit - 1].referral.id) if len(rows) > limit else None
    page = s.ReferralList(items=tuple(views.brief(row) for row in rows[:limit]), next=following)
    return shown(page, headers=next_page(request, following))


def _cursor(after: str | None) -> ReferralId | None:
    if after is None:
        return None
    try:
        return ReferralId(path_id(after))
    except Refusal:
        raise Refusal("cursor_invalid", pointer="/after") from None


@router.get(
    "/v1/referrals/{referral_id}",
    **reading("get_referral", "Read one referral", s.ReferralView, scope="referrals:read", versioned=True, one=True),
)
async def get_referral(request: Request, principal: Caller, referral_id: ReferralPath) -> Response:
    """State, deadlines, parties without names, what you may do next and what stands in the way of the rest."""
    ports = house_of(request).ports
    sight = await referral_reads.get(ports, principal, referral_path(request, referral_id))
    advice = await referral_reads.advice(ports, principal, sight)
    view = views.referral(sight, language_of(request.headers.get("accept-language", "")), advice)
    return shown(view, version=view.version)


@router.post(
    "/v1/referrals/{referral_id}/transitions",
    **writing(
        "take_transition",
        "Take one action on a referral",
        body=ReferralTransition,
        done=s.Receipt,
        rehearsed=s.Rehearsal,
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
