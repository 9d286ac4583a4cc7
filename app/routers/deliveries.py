"""Deliveries over HTTP: what is on its way to an endpoint, what was tried, how endpoints do."""

from collections.abc import Callable, Mapping
from typing import Annotated, Final

from fastapi import APIRouter, Path, Query, Request
from starlette.responses import Response

from app.domain import signing
from app.domain.delivery import DeliveryState
from app.domain.errors import Refusal
from app.domain.receipts import Receipt
from app.domain.referral import ReferralId
from app.domain.webhook_port import Delivery, Health, Wanted
from app.routers.contract import reading, writing
from app.routers.deps import bounded_limit, house_of, path_id, write_of
from app.routers.registry_reads import cursor
from app.routers.replies import cut, next_page, shown, told
from app.routers.requests import read
from app.routers.schemas import deliveries as s
from app.routers.schemas import webhooks as w
from app.routers.schemas.common import Id, When
from app.routers.webhook_endpoints import LIMIT_DEFAULT, PATH, SCOPE, After, Caller, EndpointPath, Limit
from app.services import webhooks

router = APIRouter(tags=["webhooks"])

DIGITS_MAX: Final = len(str(w.POSITION_MAX))
PositionPath = Annotated[
    str, Path(description="Position in your feed.", json_schema_extra={"pattern": "^[1-9][0-9]*$"})
]


@router.get(
    f"{PATH}/{{endpoint_id}}/deliveries",
    **reading("list_webhook_deliveries", "List deliveries", s.DeliveryList, scope=SCOPE, one=True, paged=True),
)
async def list_webhook_deliveries(
    request: Request,
    principal: Caller,
    endpoint_id: EndpointPath,
    after: After = None,
    limit: Limit = LIMIT_DEFAULT,
    state: Annotated[DeliveryState | None, Query(description="Only those in this state, such as `parked`.")] = None,
    type: Annotated[str | None, Query(description="Only this type of event.", max_length=80)] = None,  # noqa: A002 - its name in the contract
    referral_id: Annotated[Id | None, Query(description="Only events of this referral.")] = None,
    since: Annotated[When | None, Query(description="Only events recorded then or later.")] = None,
) -> Response:
    """By position in your feed. There is one for each event that the endpoint's filters choose."""
    ports, limit = house_of(request).ports, bounded_limit(request, limit)
    wanted = Wanted(
        limit=limit + 1,
        after=_behind(after),
        state=None if state is None else state.value,
        type=type if type is None or type.isprintable() else "",
        referral_id=referral_id,
        since=since,
    )
    rows = await webhooks.deliveries(ports, principal, path_id(endpoint_id), wanted)
    kept, following = cut(rows, limit, lambda row: row.position)
    page = s.DeliveryList(items=tuple(map(_delivery, kept)), next=following)
    return shown(page, headers=next_page(request, following))


@router.get(
    f"{PATH}/{{endpoint_id}}/deliveries/{{position}}/attempts",
    **reading(
        "list_webhook_attempts", "List the attempts of a delivery", s.AttemptList, scope=SCOPE, one=True, paged=True
    ),
)
async def list_webhook_attempts(
    request: Request,
    principal: Caller,
    endpoint_id: EndpointPath,
    position: PositionPath,
    after: After = None,
    limit: Limit = LIMIT_DEFAULT,
) -> Response:
    """Oldest first: what was sent when, how long it took, and what came back."""
    ports, limit = house_of(request).ports, bounded_limit(request, limit)
    found, place = path_id(endpoint_id), _position(position)
    rows = await webhooks.attempts(ports, principal, found, place, after=_behind(after), limit=limit + 1)
    return _attempts(request, rows, limit, lambda row: row.attempt.number)


@router.post(
    f"{PATH}/{{endpoint_id}}/deliveries/{{position}}/park",
    **writing(
        "park_webhook_delivery",
        "Give up a delivery that waits",
        body=w.ParkRequest,
        done=w.Parked,
        rehearsed=w.EndpointRehearsal,
        scope=SCOPE,
        refusals=(404, 409),
    ),
)
async def park_webhook_delivery(request: Request, endpoint_id: EndpointPath, position: PositionPath) -> Response:
    """The next event of its referral goes. It stays listed as `parked`, and can be replayed."""
    write = await write_of(request)
    found, place = path_id(endpoint_id), _position(position)
    body = read(w.ParkRequest, request, write.body)
    wish = body if isinstance(body, Refusal) else None
    return told(await webhooks.park(house_of(request).ports, write.envelope, found, place, wish))


@router.get(
    f"{PATH}/{{endpoint_id}}/errands",
    **reading("list_webhook_errands", "List challenges and tests", s.AttemptList, scope=SCOPE, one=True, paged=True),
)
async def list_webhook_errands(
    request: Request, principal: Caller, endpoint_id: EndpointPath, after: After = None, limit: Limit = LIMIT_DEFAULT
) -> Response:
    """The attempts at challenges and tests, oldest first."""
    ports, limit = house_of(request).ports, bounded_limit(request, limit)
    rows = await webhooks.errands(ports, principal, path_id(endpoint_id), after=_behind(after), limit=limit + 1)
    return _attempts(request, rows, limit, lambda row: row.step)


@router.get(
    f"{PATH}/{{endpoint_id}}/receipts",
    **reading("export_webhook_receipts", "Export receipts", s.DeliveryReceiptExport, scope=SCOPE, one=True, paged=True),
)
async def export_webhook_receipts(
    request: Request,
    principal: Caller,
    endpoint_id: EndpointPath,
    referral_id: Annotated[Id, Query(description="The referral whose events were sent.")],
    after: After = None,
) -> Response:
    """Every attempt at the events of one referral as a hash chain, signed with a key of the service.

    Keep it as it is: `sutiao verify-receipt FILE` recomputes the chain and checks the signature with pinned keys.
    """
    ports = house_of(request).ports
    exported = await webhooks.receipts(
        ports, principal, path_id(endpoint_id), ReferralId(referral_id), after=_behind(after)
    )
    following = None if exported.next_step is None else str(exported.next_step)
    signature = None if exported.signature is None else _signature(exported.signature)
    answer = {"document": exported.document, "signature": signature, "next": following}
    return shown(s.DeliveryReceiptExport.model_validate(answer), headers=next_page(request, following))


@router.get(
    f"{PATH}/{{endpoint_id}}/health",
    **reading("get_webhook_health", "Read how an endpoint does", s.EndpointHealthView, scope=SCOPE, one=True),
)
async def get_webhook_health(request: Request, principal: Caller, endpoint_id: EndpointPath) -> Response:
    """Breaker, what waits and since when, and when a delivery last went well."""
    ports = house_of(request).ports
    return shown(_health(await webhooks.health(ports, principal, path_id(endpoint_id))))


@router.get(
    "/v1/webhook-health",
    **reading(
        "list_webhook_health", "Read how all endpoints do", s.EndpointHealthList, scope="webhooks:health", paged=True
    ),
)
async def list_webhook_health(
    request: Request, principal: Caller, after: After = None, limit: Limit = LIMIT_DEFAULT
) -> Response:
    """For the operator: the endpoints of all tenants that are not removed, without their addresses."""
    ports, limit = house_of(request).ports, bounded_limit(request, limit)
    rows = await webhooks.health_of_all(ports, principal, after_id=cursor(after), limit=limit + 1)
    kept, following = cut(rows, limit, lambda row: row.endpoint_id)
    page = s.EndpointHealthList(items=tuple(map(_health, kept)), next=following)
    return shown(page, headers=next_page(request, following))


def _signature(headers: Mapping[str, str]) -> dict[str, str]:
    names = {
        "id": signing.ID_HEADER,
        "timestamp": signing.TIMESTAMP_HEADER,
        "signature": signing.SIGNATURE_HEADER,
        "key_id": signing.KEY_ID_HEADER,
    }
    return {name: headers[header] for name, header in names.items()}


def _behind(after: str | None) -> int:
    """The number behind which a page starts; refuses with `cursor_invalid`."""
    if after is None:
        return 0
    if not (after.isascii() and after.isdigit() and len(after) <= DIGITS_MAX):
        raise Refusal("cursor_invalid", pointer="/after")
    return int(after)


def _position(text: str) -> int:
    """A position from a path; what is none is simply not there."""
    if not (text.isascii() and text.isdigit() and len(text) <= DIGITS_MAX and int(text) > 0):
        raise Refusal("not_found")
    return int(text)


def _attempts(request: Request, rows: tuple[Receipt, ...], limit: int, key: Callable[[Receipt], int]) -> Response:
    kept, following = cut(rows, limit, key)
    page = s.AttemptList(items=tuple(map(_attempt, kept)), next=following)
    return shown(page, headers=next_page(request, following))


def _delivery(row: Delivery) -> s.DeliveryView:
    return s.DeliveryView(**{name: getattr(row, name) for name in s.DeliveryView.model_fields})


def _health(row: Health) -> s.EndpointHealthView:
    return s.EndpointHealthView(**{name: getattr(row, name) for name in s.EndpointHealthView.model_fields})


def _attempt(row: Receipt) -> s.AttemptView:
    attempt = row.attempt
    plain = s.AttemptView.model_fields.keys() - {"answer", "answer_sha256", "hash"}
    return s.AttemptView(
        **{name: getattr(attempt, name) for name in plain},
        answer=None if attempt.answer is None else attempt.answer.decode("utf-8", "replace"),
        answer_sha256=row.answer_sha256,
        hash=row.hash.hex(),
    )
