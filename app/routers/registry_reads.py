"""Reading the registry over HTTP: for each kind of record a page by id, and one record."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Any, Final, TypeVar

from fastapi import APIRouter, Depends, Query, Request
from pydantic import BaseModel
from starlette.responses import Response

from app.domain.access import Principal
from app.domain.errors import Refusal
from app.domain.registry import Channel, Client, Court, Mediator, Organisation, Validity
from app.routers.contract import RecordPath, reading
from app.routers.deps import bounded_limit, house_of, path_id, principal_of
from app.routers.replies import next_page, shown
from app.routers.schemas import registry as s
from app.services import registry

LIMIT_DEFAULT: Final = 50
LIMIT_MAX: Final = 200

M = TypeVar("M", bound=BaseModel)
Caller = Annotated[Principal, Depends(principal_of)]
After = Annotated[str | None, Query(description="`next` of the page before.", max_length=36)]
Limit = Annotated[int, Query(ge=1, le=LIMIT_MAX, description="Most items on the page.")]

router = APIRouter(tags=["registry"])


@dataclass(frozen=True, slots=True)
class Noun:
    """One kind of record.

    Attributes:
        one: Its name, singular; the address has the plural.
        many: Its name, plural.
        reader: How the use case reads it.
        show: Makes its view.
        view: The view.
        page: The view of a page.
    """

    one: str
    many: str
    reader: registry.Reader[Any]
    show: Callable[[Any], BaseModel]
    view: type[BaseModel]
    page: type[BaseModel]


def _same(model: type[M], record: object, validity: Validity, **more: Any) -> M:
    dates = {"valid_from": validity.valid_from, "valid_to": validity.valid_to}
    given = {**dates, **more}
    return model.model_validate(
        {**{name: getattr(record, name) for name in model.model_fields if name not in given}, **given}
    )


def _court(court: Court) -> s.CourtView:
    tracks = tuple(_same(s.TrackView, used, used.validity) for used in court.tracks)
    return _same(s.CourtView, court, court.validity, tracks=tracks)


def _organisation(organisation: Organisation) -> s.OrganisationView:
    return _same(s.OrganisationView, organisation, organisation.validity)


def _mediator(mediator: Mediator) -> s.MediatorView:
    return _same(s.MediatorView, mediator, mediator.validity)


def _channel(channel: Channel) -> s.ChannelView:
    return _same(s.ChannelView, channel, channel.validity)


def _client(client: Client) -> s.ClientView:
    return s.ClientView(
        id=client.id,
        tenant_id=client.tenant_id,
        name=client.name,
        scopes=tuple(sorted(client.scopes)),
        recorded_at=client.recorded_at,
        keys=tuple(
            s.KeyView(id=key.id, recorded_at=key.recorded_at, expires_at=key.expires_at, revoked_at=key.revoked_at)
            for key in client.keys
        ),
    )


NOUNS: Final = (
    Noun("court", "courts", registry.COURTS, _court, s.CourtView, s.CourtList),
    Noun(
        "organisation",
        "organisations",
        registry.ORGANISATIONS,
        _organisation,
        s.OrganisationView,
        s.OrganisationList,
    ),
    Noun("mediator", "mediators", registry.MEDIATORS, _mediator, s.MediatorView, s.MediatorList),
    Noun("channel", "channels", registry.CHANNELS, _channel, s.ChannelView, s.ChannelList),
    Noun("client", "clients", registry.CLIENTS, _client, s.ClientView, s.ClientList),
)


def _offer(noun: Noun) -> None:
    """Add the two routes of one kind of record."""
    scope = noun.reader.scope.value

    @router.get(
        f"/v1/{noun.many}",
        **reading(f"list_{noun.many}", f"List {noun.many}, oldest first", noun.page, scope=scope, paged=True),
    )
    async def list_records(
        request: Request, principal: Caller, after: After = None, limit: Limit = LIMIT_DEFAULT
    ) -> Response:
        ports, limit = house_of(request).ports, bounded_limit(request, limit)
        rows = await registry.page(ports, principal, noun.reader, after_id=_cursor(after), limit=limit + 1)
        following = str(rows[limit - 1].id) if len(rows) > limit else None
        page = noun.page.model_validate({"items": [noun.show(row) for row in rows[:limit]], "next": following})
        return shown(page, headers=next_page(request, following))

    @router.get(
        f"/v1/{noun.many}/{{record_id}}",
        **reading(f"get_{noun.one}", f"Read one {noun.one}", noun.view, scope=scope, one=True),
    )
    async def get_record(request: Request, principal: Caller, record_id: RecordPath) -> Response:
        record = await registry.one(house_of(request).ports, principal, noun.reader, path_id(record_id))
        return shown(noun.show(record))


def _cursor(after: str | None) -> Any:
    if after is None:
        return None
    try:
        return path_id(after)
    except Refusal:
        raise Refusal("cursor_invalid", pointer="/after") from None


for _noun in NOUNS:
    _offer(_noun)
