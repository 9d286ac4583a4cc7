"""Platforms of courts over HTTP: their configuration, and the door for their messages."""

from typing import Annotated, Any, Final
from uuid import NAMESPACE_URL, uuid5

from fastapi import APIRouter, Depends, Path, Query, Request
from starlette.responses import Response

from app.domain.access import CourtId, Principal
from app.domain.court_platform import Platform, PlatformCode
from app.domain.errors import Refusal
from app.domain.platform_inbox import InboxMessage, InboxState
from app.domain.platform_port import PlatformPorts
from app.domain.registry import Validity
from app.routers import views
from app.routers.body import BODY_SECONDS_MAX, read_raw
from app.routers.contract import OWN, RecordPath, reading, writing
from app.routers.deps import bounded_limit, house_of, path_id, principal_of, write_of
from app.routers.replies import cut, next_page, shown, told
from app.routers.requests import read
from app.routers.schemas import platforms as s
from app.routers.selections import cursor_of
from app.services import platform_inbox, platforms

LIMIT_DEFAULT: Final = 50
LIMIT_MAX: Final = 200
CODE_CHARS_MAX: Final = 63

router = APIRouter(tags=["platforms"])

Caller = Annotated[Principal, Depends(principal_of)]
After = Annotated[str | None, Query(description="`next` of the page before.", max_length=36)]
Limit = Annotated[int, Query(ge=1, le=LIMIT_MAX, description="Most items on the page.")]
PlatformPath = Annotated[str, Path(description="Code of the platform.")]
State = Annotated[InboxState | None, Query(description="Only messages in this state.")]


def receiving(name: str, summary: str, answer: type[s.MessageReceived]) -> dict[str, Any]:
    """Arguments of a route that takes whatever bytes a platform sends, under the platform's own signature."""
    return {
        "operation_id": name,
        "summary": summary,
        "status_code": 202,
        "response_model": answer,
        "openapi_extra": {
            "requestBody": {
                "required": True,
                "description": "The message as the platform writes it, of any media type.",
                "content": {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}},
            },
            OWN: {"open": True, "refusals": [400, 401, 413, 422, 429, 500, 503]},
        },
    }


@router.post(
    "/v1/court-platforms",
    **writing(
        "register_platform",
        "Add a configuration row of a court's platform",
        body=s.PlatformRequest,
        made=s.PlatformMade,
        rehearsed=s.PlatformRehearsal,
        scope="registry:write",
        refusals=(),
    ),
)
async def register_platform(request: Request) -> Response:
    """Dialect, mapping, settings and secrets, from a day on. Nothing is changed: a new row takes the place."""
    write, house = await write_of(request), house_of(request)
    body = read(s.PlatformRequest, request, write.body)
    wish = body if isinstance(body, Refusal) else wish_of(body)
    return told(await platforms.register(house.ports, house.platforms, write.envelope, wish))


def wish_of(body: s.PlatformRequest) -> platforms.NewPlatform:
    """The row that is to be added."""
    return platforms.NewPlatform(
        code=PlatformCode(body.code),
        court_id=CourtId(body.court_id),
        dialect=body.dialect,
        validity=Validity(body.valid_from, body.valid_to),
        mapping=body.mapping,
        settings=body.settings,
        credentials=body.credentials,
        duties=body.duties,
    )


@router.get(
    "/v1/court-platforms",
    **reading("list_platforms", "List configuration rows", s.PlatformList, scope="registry:read", paged=True),
)
async def list_platforms(
    request: Request, principal: Caller, after: After = None, limit: Limit = LIMIT_DEFAULT
) -> Response:
    """An operator sees those of every court, a court its own."""
    limit = bounded_limit(request, limit)
    rows = await platforms.page(house_of(request).ports, principal, after_id=cursor_of(after), limit=limit + 1)
    kept, following = cut(rows, limit)
    outside = house_of(request).platforms
    page = s.PlatformList(items=tuple(_brief(s.PlatformBrief, outside, row) for row in kept), next=following)
    return shown(page, headers=next_page(request, following))


@router.get(
    "/v1/court-platforms/{platform}",
    **reading("get_platform", "Read a platform as it is today", s.PlatformView, scope="registry:read", one=True),
)
async def get_platform(request: Request, principal: Caller, platform: PlatformPath) -> Response:
    """The row that holds today, and what was refused at the door."""
    found = await platforms.get(house_of(request).ports, principal, code_of(platform))
    position = found.position
    view = _brief(
        s.PlatformView,
        house_of(request).platforms,
        found.platform,
        feed_position=position.feed_position,
        forged_count=position.forged_count,
        stale_count=position.stale_count,
        replayed_count=position.replayed_count,
        feed_unread_count=position.unread_count,
        feed_removed_count=position.removed_count,
    )
    return shown(view)


def _brief(model: type[s.PlatformBrief], outside: PlatformPorts, platform: Platform, **more: Any) -> s.PlatformBrief:
    told = {
        "valid_from": platform.validity.valid_from,
        "valid_to": platform.validity.valid_to,
        "credential_names": tuple(sorted(platform.credentials)),
        "client_certificate_expires_at": outside.expires(platform.credentials),
    }
    return views.copied(model, platform, **told, **more)


def code_of(text: str) -> PlatformCode:
    """The code in a path; what can be none is simply not there."""
    if len(text) > CODE_CHARS_MAX or not text.isascii() or "\x00" in text:
        raise Refusal("not_found")
    return PlatformCode(text)


@router.post(
    "/v1/court-platforms/{platform}/messages",
    **receiving("receive_platform_message", "Take a message of a court's platform", s.MessageReceived),
)
async def receive_platform_message(request: Request, platform: PlatformPath) -> Response:
    """The bytes are kept as they are and acted on later; the answer says under which id.

    The platform signs as its configuration says; no key of ours is needed. The same message again is answered as the
    first; the same id with other content is 422.
    """
    house = house_of(request)
    _admit(request, platform)
    raw = await read_raw(request, limit_bytes=house.settings.body_limit_bytes, limit_seconds=BODY_SECONDS_MAX)
    try:
        code = code_of(platform)
    except Refusal:
        raise Refusal("platform_signature_invalid") from None
    kept = await platform_inbox.receive(house.ports, house.platforms, code, raw, request.headers)
    received = s.MessageReceived(id=kept.id, known=kept.known)
    return Response(received.model_dump_json(), 202, media_type="application/json")


def _admit(request: Request, platform: str) -> None:
    """Count what one address sends for one platform, signed or not; refuses with `too_many_requests`.

    An address that forges takes no place from the platform's own, nor from another's or from clients with keys.
    """
    sender = "" if request.client is None else request.client.host
    _, wait_seconds = house_of(request).senders.take(uuid5(NAMESPACE_URL, f"{sender}/{platform[:CODE_CHARS_MAX]}"))
    if wait_seconds:
        raise Refusal("too_many_requests", facts={"retry_after_seconds": wait_seconds})


@router.get(
    "/v1/court-platforms/{platform}/messages",
    **reading(
        "list_platform_messages",
        "List what came from a platform",
        s.InboxMessageList,
        scope="referrals:read",
        one=True,
        paged=True,
    ),
)
async def list_platform_messages(
    request: Request,
    principal: Caller,
    platform: PlatformPath,
    state: State = None,
    after: After = None,
    limit: Limit = LIMIT_DEFAULT,
) -> Response:
    """For the court whose platform it is: what became of each message; contents are not shown."""
    limit = bounded_limit(request, limit)
    rows = await platform_inbox.page(
        house_of(request).ports,
        principal,
        code_of(platform),
        state=state,
        after_id=cursor_of(after),
        limit=limit + 1,
    )
    kept, following = cut(rows, limit)
    page = s.InboxMessageList(items=tuple(_message(row) for row in kept), next=following)
    return shown(page, headers=next_page(request, following))


def _message(message: InboxMessage) -> s.InboxMessageView:
    flags = tuple(views.copied(s.FlagView, flag) for flag in message.flags)
    return views.copied(s.InboxMessageView, message, flags=flags)


@router.post(
    "/v1/court-platforms/{platform}/messages/{record_id}/replay",
    **writing(
        "replay_platform_message",
        "Let a parked message be tried again",
        body=s.ReplayMessageRequest,
        done=s.MessageReplayed,
        rehearsed=s.MessageReplayRehearsal,
        scope="referrals:write",
        refusals=(404, 409),
    ),
)
async def replay_platform_message(request: Request, platform: PlatformPath, record_id: RecordPath) -> Response:
    """After the mapping, or what the message asks for, was put right."""
    write = await write_of(request)
    body = read(s.ReplayMessageRequest, request, write.body)
    if isinstance(body, Refusal):
        raise body
    ports = house_of(request).ports
    return told(await platform_inbox.replay(ports, write.envelope, code_of(platform), path_id(record_id)))
