"""What goes to platforms of courts, and what has to stand there, over HTTP."""

from typing import Annotated, Final

from fastapi import APIRouter, Depends, Query, Request
from starlette.responses import Response

from app.domain.access import Principal
from app.domain.errors import Refusal
from app.domain.platform_outbox import EntryState, OutboxMessage, OutboxState
from app.routers import views
from app.routers.contract import RecordPath, ReferralPath, reading, writing
from app.routers.deps import bounded_limit, house_of, path_id, principal_of, referral_path, write_of
from app.routers.platforms import LIMIT_DEFAULT, LIMIT_MAX, PlatformPath, code_of
from app.routers.replies import cut, next_page, shown, told
from app.routers.requests import read
from app.routers.schemas import platform_outbox as s
from app.routers.selections import cursor_of
from app.services import platform_entries, platform_outbox

router = APIRouter(tags=["platforms"])

Caller = Annotated[Principal, Depends(principal_of)]
After = Annotated[str | None, Query(description="`next` of the page before.", max_length=36)]
Limit = Annotated[int, Query(ge=1, le=LIMIT_MAX, description="Most items on the page.")]

_OF_MESSAGE: Final = ("referral_id", "kind", "reference", "body")


@router.get(
    "/v1/court-platforms/{platform}/outbox",
    **reading(
        "list_outbox",
        "List what goes to a platform",
        s.OutboxMessageList,
        scope="referrals:read",
        one=True,
        paged=True,
    ),
)
async def list_outbox(
    request: Request,
    principal: Caller,
    platform: PlatformPath,
    state: Annotated[OutboxState | None, Query(description="Only messages in this state.")] = None,
    after: After = None,
    limit: Limit = LIMIT_DEFAULT,
) -> Response:
    """For the court whose platform it is: results, agreements, applications, hand-overs, and how far each came."""
    limit = bounded_limit(request, limit)
    rows = await platform_outbox.page(
        house_of(request).ports,
        principal,
        code_of(platform),
        state=state,
        after_id=cursor_of(after),
        limit=limit + 1,
    )
    kept, following = cut(rows, limit)
    page = s.OutboxMessageList(items=tuple(_message(row) for row in kept), next=following)
    return shown(page, headers=next_page(request, following))


def _message(row: OutboxMessage) -> s.OutboxMessageView:
    said = {name: getattr(row.message, name) for name in _OF_MESSAGE}
    return views.copied(s.OutboxMessageView, row, **said, next_attempt_at=row.next_at)


@router.post(
    "/v1/court-platforms/{platform}/outbox/{record_id}/retry",
    **writing(
        "retry_outbox_message",
        "Let a parked message be sent again",
        body=s.RetryMessageRequest,
        done=s.MessageRetried,
        rehearsed=s.MessageRetryRehearsal,
        scope="referrals:write",
        refusals=(404, 409),
    ),
)
async def retry_outbox_message(request: Request, platform: PlatformPath, record_id: RecordPath) -> Response:
    """It is first looked up whether it had arrived."""
    write = await write_of(request)
    body = read(s.RetryMessageRequest, request, write.body)
    if isinstance(body, Refusal):
        raise body
    ports = house_of(request).ports
    return told(await platform_outbox.retry(ports, write.envelope, code_of(platform), path_id(record_id)))


@router.get(
    "/v1/referrals/{referral_id}/platform-entries",
    **reading(
        "list_referral_platform_entries",
        "Read what has to stand on the court's platform",
        s.ReferralPlatformEntries,
        scope="referrals:read",
        one=True,
    ),
)
async def list_referral_platform_entries(request: Request, principal: Caller, referral_id: ReferralPath) -> Response:
    """Acceptance, result, agreement, confirmation application: by interface or by hand, due, entered, verified."""
    found = referral_path(request, referral_id)
    rows = await platform_entries.of_referral(house_of(request).ports, principal, found)
    return shown(s.ReferralPlatformEntries(items=tuple(views.copied(s.PlatformEntryView, row) for row in rows)))


@router.post(
    "/v1/referrals/{referral_id}/platform-entries",
    **writing(
        "enter_by_hand",
        "Record that somebody entered a duty by hand",
        body=s.EnterByHandRequest,
        done=s.EntryRecorded,
        rehearsed=s.EntryRehearsal,
        scope="referrals:write",
        refusals=(404, 409),
    ),
)
async def enter_by_hand(request: Request, referral_id: ReferralPath) -> Response:
    """Who, when, and the platform's number; open to the court and to the holder, since either side may retype."""
    write = await write_of(request)
    found = referral_path(request, referral_id)
    body = read(s.EnterByHandRequest, request, write.body)
    wish = (
        body
        if isinstance(body, Refusal)
        else platform_entries.EntryByHand(body.entry_id, body.platform_number, body.entered_on)
    )
    return told(await platform_entries.enter_by_hand(house_of(request).ports, write.envelope, found, wish))


@router.get(
    "/v1/platform-entries",
    **reading(
        "list_platform_entries",
        "List what has to stand on platforms of courts",
        s.PlatformEntryList,
        scope="referrals:read",
        paged=True,
    ),
)
async def list_platform_entries(
    request: Request,
    principal: Caller,
    *,
    state: Annotated[EntryState | None, Query(description="Only duties in this state.")] = None,
    overdue: Annotated[bool, Query(description="Only those that are due and whose last day is over.")] = False,
    after: After = None,
    limit: Limit = LIMIT_DEFAULT,
) -> Response:
    """Of all referrals that you see, newest first."""
    limit = bounded_limit(request, limit)
    rows = await platform_entries.page(
        house_of(request).ports,
        principal,
        state=state,
        overdue=overdue,
        after_id=cursor_of(after),
        limit=limit + 1,
    )
    kept, following = cut(rows, limit)
    items = tuple(views.copied(s.PlatformEntryView, row) for row in kept)
    return shown(s.PlatformEntryList(items=items, next=following), headers=next_page(request, following))
