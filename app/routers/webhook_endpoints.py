"""Webhook endpoints over HTTP: make, read, move, rotate secrets, replay; decided in `app.domain.webhooks`."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Annotated, Any, Final

from fastapi import APIRouter, Depends, Path, Query, Request
from pydantic import BaseModel, ValidationError
from starlette.responses import Response

from app.domain import outbound_url, webhook_rules
from app.domain.access import Principal
from app.domain.addresses import Ports
from app.domain.errors import Refusal
from app.domain.outbound import Rejected
from app.domain.webhooks import Endpoint, Secret, allowed
from app.routers.contract import reading, writing
from app.routers.deps import bounded_limit, house_of, path_id, principal_of, write_of
from app.routers.faults import faults_of
from app.routers.problems import FieldRefusal
from app.routers.registry_reads import cursor
from app.routers.replies import cut, next_page, shown, told
from app.routers.requests import context_of, errors_of, read
from app.routers.schemas import webhooks as s
from app.services import webhooks

LIMIT_DEFAULT: Final = 50
LIMIT_MAX: Final = 200
SCOPE: Final = "webhooks:manage"
PATH: Final = "/v1/webhook-endpoints"

router = APIRouter(tags=["webhooks"])

Caller = Annotated[Principal, Depends(principal_of)]
EndpointPath = Annotated[str, Path(description="Id of the endpoint.", json_schema_extra={"format": "uuid"})]
After = Annotated[str | None, Query(description="`next` of the page before.", max_length=36)]
Limit = Annotated[int, Query(ge=1, le=LIMIT_MAX, description="Most items on the page.")]

Wishes = Mapping[type[BaseModel], Callable[[Any], webhooks.Wish]]


def _fields(request: Request, body: BaseModel, given: set[str] | None = None) -> webhooks.Goes:
    """What is set, checked as far as single fields cannot tell; refuses with a code of its own."""
    names = webhooks.SETTABLE if given is None else webhooks.SETTABLE & given
    fields = {name: getattr(body, name) for name in names}
    if "url" in fields:
        _require_url(request, fields["url"])
    if "headers" in fields:
        fields["headers"] = webhook_rules.checked_headers(fields["headers"])
    if "description" in fields:
        fields["description"] = fields["description"] or ""
    return fields


def _require_url(request: Request, url: str) -> None:
    """Refuse with `webhook_url_invalid` what the outbound client would never call; it judges addresses itself."""
    settings = house_of(request).settings
    try:
        outbound_url.target_of(url, Ports.parse(settings.outbound_ports), plain_http=settings.outbound_plain_http)
    except Rejected:
        raise Refusal("webhook_url_invalid", pointer="/url") from None


def _wish(request: Request, body: Any) -> webhooks.Wish | Refusal:
    """What is asked for, or what is wrong with it."""
    try:
        asked: Any = s.EndpointTransition.model_validate(body, context=context_of(request)).root
    except ValidationError as error:
        return FieldRefusal("body_invalid", faults_of(errors_of(error), tags=ENDPOINT_ACTIONS, of=s.EndpointTransition))
    try:
        if isinstance(asked, s.ChangeEndpoint):
            return webhooks.Change(_fields(request, asked, asked.model_fields_set))
    except Refusal as refusal:
        return refusal
    return _WISHES[type(asked)](asked)


_WISHES: Final[Wishes] = {
    s.ChallengeEndpoint: lambda _: webhooks.Challenge(),
    s.TestEndpoint: lambda _: webhooks.Test(),
    s.PauseEndpoint: lambda _: webhooks.Pause(),
    s.ResumeEndpoint: lambda b: webhooks.Resume(b.backlog, b.from_position, b.since),
    s.EnableEndpoint: lambda b: webhooks.Enable(b.backlog, b.from_position, b.since),
    s.RemoveEndpoint: lambda _: webhooks.Remove(),
}
ENDPOINT_ACTIONS: Final = frozenset({"change", "challenge", "test", "pause", "resume", "enable", "remove"})
"""What a transition can ask for; secrets and replays have addresses of their own."""


@router.post(
    PATH,
    **writing(
        "create_webhook_endpoint",
        "Make a webhook endpoint",
        body=s.EndpointRequest,
        made=s.SecretIssued,
        rehearsed=s.EndpointRehearsal,
        scope=SCOPE,
        refusals=(409,),
    ),
)
async def create_webhook_endpoint(request: Request) -> Response:
    """It is sent a challenge, and delivers once that was answered.

    `secret` is in this answer and nowhere else: a repeat with the same key has null. What happens from now on waits.
    """
    write = await write_of(request)
    return _with_secret(await webhooks.create(house_of(request).ports, write.envelope, _new(request, write.body)))


def _new(request: Request, body: Any) -> webhooks.NewEndpoint | Refusal:
    asked = read(s.EndpointRequest, request, body)
    if isinstance(asked, Refusal):
        return asked
    try:
        return webhooks.NewEndpoint(_fields(request, asked))
    except Refusal as refusal:
        return refusal


def _with_secret(new: webhooks.Issued) -> Response:
    """The answer to a new secret; its text joins it here, because what is kept has none."""
    answer = new.outcome.answer
    if "secret_id" not in answer.body:
        return told(new.outcome)
    with_secret = replace(answer, body={**answer.body, "secret": new.secret_text})
    return told(replace(new.outcome, answer=with_secret))


@router.get(PATH, **reading("list_webhook_endpoints", "List your endpoints", s.EndpointList, scope=SCOPE, paged=True))
async def list_webhook_endpoints(
    request: Request, principal: Caller, after: After = None, limit: Limit = LIMIT_DEFAULT
) -> Response:
    """Oldest first, removed ones too. Secrets and values of custom headers are nowhere."""
    ports, limit = house_of(request).ports, bounded_limit(request, limit)
    rows = await webhooks.page(ports, principal, after_id=cursor(after), limit=limit + 1)
    kept, following = cut(rows, limit)
    now = ports.clock.system_now()
    page = s.EndpointList(items=tuple(view(row, now) for row in kept), next=following)
    return shown(page, headers=next_page(request, following))


@router.get(
    f"{PATH}/{{endpoint_id}}",
    **reading("get_webhook_endpoint", "Read one endpoint", s.EndpointView, scope=SCOPE, one=True, versioned=True),
)
async def get_webhook_endpoint(request: Request, principal: Caller, endpoint_id: EndpointPath) -> Response:
    """Its settings, its state, the state of its secrets, and what you may do with it."""
    ports = house_of(request).ports
    endpoint = await webhooks.one(ports, principal, path_id(endpoint_id))
    return shown(view(endpoint, ports.clock.system_now()), version=endpoint.version)


@router.post(
    f"{PATH}/{{endpoint_id}}/transitions",
    **writing(
        "take_webhook_transition",
        "Take one action on an endpoint",
        body=s.EndpointTransition,
        done=s.EndpointTaken,
        rehearsed=s.EndpointRehearsal,
        scope=SCOPE,
        refusals=(404, 409),
        versioned=True,
    ),
)
async def take_webhook_transition(request: Request, endpoint_id: EndpointPath) -> Response:
    """Change it, send its challenge or a test, pause it, let it go on, remove it; `action` says which."""
    write = await write_of(request)
    found = path_id(endpoint_id)
    return told(await webhooks.take(house_of(request).ports, write.envelope, found, _wish(request, write.body)))


@router.post(
    f"{PATH}/{{endpoint_id}}/secrets",
    **writing(
        "rotate_webhook_secret",
        "Make a second secret",
        body=s.SecretRequest,
        made=s.SecretIssued,
        rehearsed=s.EndpointRehearsal,
        scope=SCOPE,
        refusals=(404, 409),
        versioned=True,
    ),
)
async def rotate_webhook_secret(request: Request, endpoint_id: EndpointPath) -> Response:
    """Both sign until the time of the old one is over, so that a receiver can change over without a gap.

    `secret` is in this answer and nowhere else.
    """
    write = await write_of(request)
    found, body = path_id(endpoint_id), read(s.SecretRequest, request, write.body)
    wish = body if isinstance(body, Refusal) else webhooks.Rotation(body.overlap_hours)
    return _with_secret(await webhooks.rotate(house_of(request).ports, write.envelope, found, wish))


@router.post(
    f"{PATH}/{{endpoint_id}}/secrets/{{secret_id}}/end",
    **writing(
        "end_webhook_secret",
        "End an old secret now",
        body=s.EndSecretRequest,
        done=s.SecretEnded,
        rehearsed=s.EndpointRehearsal,
        scope=SCOPE,
        refusals=(404, 409),
        versioned=True,
    ),
)
async def end_webhook_secret(
    request: Request,
    endpoint_id: EndpointPath,
    secret_id: Annotated[str, Path(description="Id of the secret.", json_schema_extra={"format": "uuid"})],
) -> Response:
    """It signs no more. The only one that lives cannot be ended: rotate first."""
    write = await write_of(request)
    found, secret = path_id(endpoint_id), path_id(secret_id)
    body = read(s.EndSecretRequest, request, write.body)
    wish = body if isinstance(body, Refusal) else None
    return told(await webhooks.end_secret(house_of(request).ports, write.envelope, found, secret, wish))


@router.post(
    f"{PATH}/{{endpoint_id}}/replays",
    **writing(
        "replay_webhook_deliveries",
        "Deliver again",
        body=s.ReplayRequest,
        done=s.Replayed,
        rehearsed=s.EndpointRehearsal,
        scope=SCOPE,
        refusals=(404, 409),
    ),
)
async def replay_webhook_deliveries(request: Request, endpoint_id: EndpointPath) -> Response:
    """One event, those between two positions or two instants, or only what did not arrive; oldest first.

    An event keeps its id, so that its receiver knows it again. At most 1,000 at a time: go on at `next_position`.
    """
    write = await write_of(request)
    found, body = path_id(endpoint_id), read(s.ReplayRequest, request, write.body)
    wish = body if isinstance(body, Refusal) else _replay(body)
    return told(await webhooks.replay(house_of(request).ports, write.envelope, found, wish))


def _replay(body: s.ReplayRequest) -> webhooks.ReplayWish:
    return webhooks.ReplayWish(body.from_position, body.to_position, body.since, body.until, body.only_missing)


def view(endpoint: Endpoint, now: datetime) -> s.EndpointView:
    """An endpoint as it is shown."""
    errand = endpoint.errand
    same = s.EndpointView.model_fields.keys() - {"header_names", "errand", "secrets", "allowed_actions", "description"}
    return s.EndpointView(
        **{name: getattr(endpoint, name) for name in same},
        description=endpoint.description or None,
        header_names=tuple(sorted(endpoint.headers)),
        errand=None if errand is None else s.ErrandView(kind=errand.kind, id=errand.id, until=errand.until),
        secrets=tuple(_secret(secret, now) for secret in endpoint.secrets),
        allowed_actions=allowed(endpoint.state),
    )


def _secret(secret: Secret, now: datetime) -> s.SecretView:
    return s.SecretView(
        id=secret.id,
        kind=secret.kind,
        live=secret.lives(now),
        created_at=secret.created_at,
        ends_at=secret.ends_at,
    )
