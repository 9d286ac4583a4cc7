"""Named consumers over HTTP: a place in the feed that the service keeps, and batches under a lease."""

import re
from collections.abc import Mapping
from typing import Annotated, Any, Final

import orjson
from fastapi import APIRouter, Depends, Path, Request
from starlette.responses import Response

from app.domain.access import Principal, TenantId
from app.domain.consumers import NAME
from app.domain.errors import Refusal
from app.domain.feed import FeedFilter
from app.routers.contract import reading, writing
from app.routers.deps import caller_of, dry_run_of, fingerprint_of, house_of, idempotency_key_of, principal_of, write_of
from app.routers.faults import CONSUMER_FORM, FieldFault
from app.routers.problems import FieldRefusal
from app.routers.replies import JSON, told
from app.routers.requests import read
from app.routers.schemas import consumers as s
from app.services import consumers
from app.services.consumers import CommitWish, LeaseWish, NewConsumer, Place
from app.services.envelope import Envelope
from app.services.history import FeedPorts
from app.settings import Settings

router = APIRouter(tags=["events"])

Caller = Annotated[Principal, Depends(principal_of)]
NamePath = Annotated[
    str, Path(description="Name of the consumer, yours to choose.", json_schema_extra={"pattern": f"^{NAME}$"})
]
_NAME: Final = re.compile(NAME, re.ASCII)
_NO_NAME: Final = ""
"""What no consumer is called."""


def _doing(name: str, summary: str, *, body: Any, done: Any, refusals: tuple[int, ...]) -> dict[str, Any]:
    return writing(
        name, summary, body=body, done=done, rehearsed=s.ConsumerRehearsal, scope="feed:read", refusals=refusals
    )


@router.get(
    "/v1/consumers",
    **reading("list_consumers", "List your consumers", s.ConsumerList, scope="feed:read"),
)
async def list_consumers(request: Request, principal: Caller) -> Response:
    """All of them by name, with how far each is behind."""
    house = house_of(request)
    found = await consumers.listed(house.ports, principal, limit=house.settings.consumers_per_tenant_max)
    return _answer({"items": [consumers.shown(_feed(request), each) for each in found]})


@router.get(
    "/v1/consumers/{name}",
    **reading("get_consumer", "Read one consumer", s.ConsumerView, scope="feed:read", one=True),
)
async def get_consumer(request: Request, principal: Caller, name: NamePath) -> Response:
    """Where it stands, what it is given, and whether a lease runs."""
    found = await consumers.get(house_of(request).ports, principal, _name(name))
    return _answer(consumers.shown(_feed(request), found))


@router.put(
    "/v1/consumers/{name}",
    **_doing(
        "put_consumer", "Make or change a consumer", body=s.ConsumerRequest, done=s.ConsumerView, refusals=(404, 409)
    ),
)
async def put_consumer(request: Request, name: NamePath) -> Response:
    """A consumer that is there keeps its place; with another filter it loses its lease."""
    write = await write_of(request)
    body = read(s.ConsumerRequest, request, write.body)
    wish = body if isinstance(body, Refusal) else NewConsumer(_filter(body), _place(body.start))
    if _NAME.fullmatch(name) is None:  # Whoever makes one is told what is wrong; one that is only named is not there.
        name, wish = _NO_NAME, FieldRefusal("parameter_invalid", [FieldFault("/name", "malformed", CONSUMER_FORM)])
    house = house_of(request)
    most = house.settings.consumers_per_tenant_max
    feed = _feed(request)
    return told(await consumers.put(house.ports, feed, write.envelope, name, wish, consumers_max=most))


@router.delete(
    "/v1/consumers/{name}",
    **_doing("remove_consumer", "Remove a consumer", body=None, done=s.ConsumerRemoved, refusals=(404,)),
)
async def remove_consumer(request: Request, name: NamePath) -> Response:
    """Its place is forgotten; the feed keeps all it has."""
    envelope = Envelope(
        principal=await principal_of(request),
        key=idempotency_key_of(request),
        fingerprint=fingerprint_of(request, None),
        dry_run=dry_run_of(request),
    )
    return told(await consumers.remove(house_of(request).ports, envelope, _name(name)))


@router.post(
    "/v1/consumers/{name}/lease",
    **_doing(
        "lease_batch",
        "Take the next batch under a lease",
        body=s.LeaseRequest,
        done=s.LeaseView,
        refusals=(404, 409, 410),
    ),
)
async def lease_batch(request: Request, name: NamePath) -> Response:
    """Until the lease ends nobody else gets a batch of this consumer; what is not committed by then is given again."""
    write = await write_of(request)
    body = read(s.LeaseRequest, request, write.body)
    house, feed = house_of(request), _feed(request)
    wish: LeaseWish | Refusal = body if isinstance(body, Refusal) else _lease(body, house.settings)
    batch = await consumers.lease(
        house.ports, feed, write.envelope, _name(name), wish, again=lambda: caller_of(request)
    )
    if write.envelope.dry_run:
        return told(batch.outcome)
    kept = {key: value for key, value in batch.outcome.answer.body.items() if key != "reading"}
    return _answer({**kept, "items": batch.items}, {"Idempotency-Replayed": "true"} if batch.outcome.replayed else None)


@router.post(
    "/v1/consumers/{name}/commit",
    **_doing("commit_batch", "Commit what is done", body=s.CommitRequest, done=s.ConsumerView, refusals=(404, 409)),
)
async def commit_batch(request: Request, name: NamePath) -> Response:
    """Moves the consumer to a cursor of the leased batch; at its end the lease is over."""
    write = await write_of(request)
    body = read(s.CommitRequest, request, write.body)
    wish = body if isinstance(body, Refusal) else CommitWish(body.token, body.cursor)
    return told(await consumers.commit(house_of(request).ports, _feed(request), write.envelope, _name(name), wish))


@router.post(
    "/v1/consumers/{name}/seek",
    **_doing(
        "seek_consumer",
        "Set a consumer to another place",
        body=s.PlaceRequest,
        done=s.ConsumerView,
        refusals=(404, 409),
    ),
)
async def seek_consumer(request: Request, name: NamePath) -> Response:
    """Forward or back. Whoever holds a lease has lost it."""
    write = await write_of(request)
    body = read(s.PlaceRequest, request, write.body)
    wish = body if isinstance(body, Refusal) else _place(body)
    return told(await consumers.seek(house_of(request).ports, _feed(request), write.envelope, _name(name), wish))


def _answer(body: Mapping[str, Any], headers: Mapping[str, str] | None = None) -> Response:
    """A body in the form in which answers to writes are kept, so that a reading and a receipt have the same bytes."""
    return Response(orjson.dumps(body, option=orjson.OPT_SORT_KEYS), 200, headers, JSON)


def _filter(body: s.ConsumerRequest) -> FeedFilter:
    court_id, organisation_id = (None if x is None else TenantId(x) for x in (body.court_id, body.organisation_id))
    return FeedFilter(tuple(dict.fromkeys(body.types)), court_id, organisation_id)


def _lease(body: s.LeaseRequest, settings: Settings) -> LeaseWish:
    wait_seconds = min(body.wait_seconds, settings.feed_wait_seconds_max)
    return LeaseWish(min(body.limit, settings.feed_limit_max), body.lease_seconds, wait_seconds)


def _place(body: s.PlaceRequest) -> Place:
    return Place(body.to, body.cursor, body.since)


def _name(text: str) -> str:
    """The name in a path; what is none is simply not there."""
    if _NAME.fullmatch(text) is None:
        raise Refusal("not_found")
    return text


def _feed(request: Request) -> FeedPorts:
    feed: FeedPorts = request.app.state.feed
    return feed
