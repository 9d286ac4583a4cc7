"""Disputes over HTTP: everything that one quarrel came to, as far as the caller sees it."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request
from starlette.responses import Response

from app.domain.access import Principal
from app.routers import views
from app.routers.contract import DisputePath, reading
from app.routers.deps import bounded_limit, house_of, path_id, principal_of
from app.routers.replies import cut, next_page, shown
from app.routers.schemas import series as s
from app.routers.selections import cursor_of
from app.services import disputes

LIMIT_DEFAULT = 50
LIMIT_MAX = 200

router = APIRouter(tags=["referrals"])


@router.get(
    "/v1/disputes/{dispute_id}",
    **reading("get_dispute", "Read one dispute", s.DisputeView, scope="referrals:read", one=True, paged=True),
)
async def get_dispute(
    request: Request,
    principal: Annotated[Principal, Depends(principal_of)],
    dispute_id: DisputePath,
    after: Annotated[str | None, Query(description="`next` of the page before.", max_length=36)] = None,
    limit: Annotated[int, Query(ge=1, le=LIMIT_MAX, description="Most referrals on the page.")] = LIMIT_DEFAULT,
) -> Response:
    """The referrals of one dispute, oldest first; those that others alone see are not there."""
    limit = bounded_limit(request, limit)
    found = await disputes.get(
        house_of(request).ports, principal, path_id(dispute_id), after_id=cursor_of(after), limit=limit + 1
    )
    rows = found.referrals
    kept, following = cut(rows, limit, lambda row: row.referral.id)
    view = s.DisputeView(
        id=found.id,
        referrals=tuple(views.brief(row) for row in kept),
        next=following,
        links={"self": f"/v1/disputes/{found.id}"},
    )
    return shown(view, headers=next_page(request, following))
