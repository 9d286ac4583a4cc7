"""Procedures over HTTP: what follows mediation, each a small machine of its own under a referral."""

from typing import Annotated

from fastapi import APIRouter, Depends, Request
from starlette.responses import Response

from app.domain.access import Principal
from app.domain.errors import Refusal
from app.domain.referral import ProcedureId
from app.routers import procedure_wishes, views
from app.routers.contract import ProcedurePath, reading, writing
from app.routers.deps import house_of, path_id, principal_of, write_of
from app.routers.problems import wanted_language
from app.routers.replies import shown, told
from app.routers.requests import procedure_transition_of
from app.routers.schemas import receipt as r
from app.routers.schemas.procedure import ProcedureView
from app.routers.schemas.transitions import ProcedureTransition
from app.routers.trace import trace_of
from app.services import referral_reads, referrals

router = APIRouter(tags=["procedures"])


@router.get(
    "/v1/procedures/{procedure_id}",
    **reading(
        "get_procedure",
        "Read one procedure",
        ProcedureView,
        scope="referrals:read",
        versioned=True,
        one=True,
        labelled=True,
    ),
)
async def get_procedure(
    request: Request, principal: Annotated[Principal, Depends(principal_of)], procedure_id: ProcedurePath
) -> Response:
    """Its state and what you may do next. Its version is the referral's."""
    found = ProcedureId(path_id(procedure_id))
    sight = await referral_reads.get_by_procedure(house_of(request).ports, principal, found)
    trace_of(request.scope).referral_id = sight.referral.id
    procedure = sight.referral.procedure(found)
    if procedure is None:  # pragma: no cover - the referral was found by it
        raise Refusal("not_found")
    language = wanted_language(request)
    view = views.procedure(sight, procedure, language)
    return shown(view, version=view.version, language=language)


@router.post(
    "/v1/procedures/{procedure_id}/transitions",
    **writing(
        "take_procedure_transition",
        "Take one action on a procedure",
        body=ProcedureTransition,
        done=r.Receipt,
        rehearsed=r.Rehearsal,
        scope="referrals:write",
        refusals=(404, 409),
        versioned=True,
    ),
)
async def take_procedure_transition(request: Request, procedure_id: ProcedurePath) -> Response:
    """One endpoint for every action of every kind of procedure; `action` says which."""
    write = await write_of(request)
    found = ProcedureId(path_id(procedure_id))
    body = procedure_transition_of(request, write.body)
    wish = body if isinstance(body, Refusal) else procedure_wishes.procedure_wish_of(body, found)
    outcome = await referrals.procedure_transition(house_of(request).ports, write.envelope, found, wish)
    trace_of(request.scope).referral_id = outcome.answer.body.get("id")
    return told(outcome)
