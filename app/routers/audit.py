"""Who read personal data, of which referral, what, and when."""

from typing import Annotated, Final
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Request
from starlette.responses import Response

from app.domain.access import Principal
from app.domain.audit import Access
from app.domain.errors import Refusal
from app.routers.contract import reading
from app.routers.deps import bounded_limit, house_of, path_id, principal_of
from app.routers.replies import cut, next_page, shown
from app.routers.schemas import audit as s
from app.services import audit

LIMIT_DEFAULT: Final = 50
LIMIT_MAX: Final = 200

router = APIRouter(tags=["audit"])


@router.get(
    "/v1/audit",
    **reading("list_accesses", "Read who read personal data", s.AccessList, scope="audit:read", paged=True),
)
async def list_accesses(
    request: Request,
    principal: Annotated[Principal, Depends(principal_of)],
    after: Annotated[str | None, Query(description="`next` of the page before.", max_length=36)] = None,
    limit: Annotated[int, Query(ge=1, le=LIMIT_MAX, description="Most items on the page.")] = LIMIT_DEFAULT,
) -> Response:
    """The readings of your own programs, newest first; an operator reads those of all tenants, without the referrals.

    Every answer that shows names, numbers or sealed words in the clear makes one record for each referral.
    """
    ports, limit = house_of(request).ports, bounded_limit(request, limit)
    rows = await audit.page(ports, principal, after_id=_cursor(after), limit=limit + 1)
    kept, following = cut(rows, limit)
    page = s.AccessList(items=tuple(map(_view, kept)), next=following)
    return shown(page, headers=next_page(request, following))


def _view(access: Access) -> s.AccessView:
    return s.AccessView(
        id=access.id,
        tenant_id=access.tenant_id,
        client_id=access.client_id,
        referral_id=access.referral_id,
        referral_mark=access.mark,
        what=access.what,
        recorded_at=access.recorded_at,
    )


def _cursor(after: str | None) -> UUID | None:
    if after is None:
        return None
    try:
        return path_id(after)
    except Refusal:
        raise Refusal("cursor_invalid", pointer="/after") from None
