"""Reading the registry over HTTP: for each kind of record a page by id, and one record, as they are on a legal date."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated, Any, Final, TypeVar
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Request
from pydantic import BaseModel
from starlette.responses import Response

from app.domain.access import Principal
from app.domain.errors import Refusal
from app.domain.lead_times import told
from app.domain.registry import Client, ClientKey, Court, Validity
from app.routers.contract import RecordPath, reading
from app.routers.deps import bounded_limit, house_of, path_id, principal_of
from app.routers.replies import cut, next_page, shown
from app.routers.schemas import registry as s
from app.routers.schemas.common import Id, LegalDate
from app.routers.schemas.lead_times import LeadTimeView
from app.services import registry

LIMIT_DEFAULT: Final = 50
LIMIT_MAX: Final = 200

M = TypeVar("M", bound=BaseModel)
Caller = Annotated[Principal, Depends(principal_of)]
After = Annotated[str | None, Query(description="`next` of the page before.", max_length=36)]
Limit = Annotated[int, Query(ge=1, le=LIMIT_MAX, description="Most items on the page.")]
ValidOn = Annotated[
    LegalDate | None, Query(description="Only what is valid on the day, as it then is; else all, as it is today.")
]
On = Annotated[LegalDate | None, Query(description="As it is on the day; today, if not given.")]
OfCourt = Annotated[Id | None, Query(description="Only of this court.")]
OfOrganisation = Annotated[Id | None, Query(description="Only of this organisation.")]

router = APIRouter(tags=["registry"])


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of record.

    Attributes:
        one: Its name, singular, as operations have it.
        many: Its name, plural.
        reader: How the use case reads it.
        show: Makes its view, given the time by the system clock.
        view: The view.
        page: The view of a page.
    """

    one: str
    many: str
    reader: registry.Reader[Any]
    show: Callable[[Any, datetime], BaseModel]
    view: type[BaseModel]
    page: type[BaseModel]

    @property
    def path(self) -> str:
        """The address of the list."""
        return self.reader.noun.path

    def listed(self) -> dict[str, Any]:
        """Arguments of the route of the list."""
        summary = f"List {self.many.replace('_', ' ')}, oldest first"
        return reading(f"list_{self.many}", summary, self.page, scope=self.reader.scope.value, paged=True)


def _same(model: type[M], record: object, validity: Validity, **more: Any) -> M:
    dates = {"valid_from": validity.valid_from, "valid_to": validity.valid_to}
    given = {**dates, **more}
    return model.model_validate(
        {**{name: getattr(record, name) for name in model.model_fields if name not in given}, **given}
    )


def _dated(view: type[BaseModel]) -> Callable[[Any, datetime], BaseModel]:
    return lambda record, _now: _same(view, record, record.validity)


def _court(court: Court, _now: datetime) -> s.CourtView:
    tracks = tuple(_same(s.TrackView, used, used.validity) for used in court.tracks)
    leads = tuple(map(LeadTimeView.model_validate, told(court.lead_times)))
    return _same(s.CourtView, court, court.validity, tracks=tracks, lead_times=leads)


def _key(key: ClientKey, client: Client, now: datetime) -> s.KeyView:
    return s.KeyView(
        id=key.id,
        live=client.disabled_at is None and key.lives(now),
        recorded_at=key.recorded_at,
        expires_at=key.expires_at,
        revoked_at=key.revoked_at,
    )


def _client(client: Client, now: datetime) -> s.ClientView:
    return s.ClientView(
        id=client.id,
        tenant_id=client.tenant_id,
        name=client.name,
        scopes=tuple(sorted(client.scopes)),
        recorded_at=client.recorded_at,
        disabled_at=client.disabled_at,
        keys=tuple(_key(key, client, now) for key in client.keys),
    )


COURTS: Final = Kind("court", "courts", registry.COURTS, _court, s.CourtView, s.CourtList)
REFERRING_BODIES: Final = Kind(
    "referring_body",
    "referring_bodies",
    registry.REFERRING_BODIES,
    _dated(s.ReferringBodyView),
    s.ReferringBodyView,
    s.ReferringBodyList,
)
ORGANISATIONS: Final = Kind(
    "organisation",
    "organisations",
    registry.ORGANISATIONS,
    _dated(s.OrganisationView),
    s.OrganisationView,
    s.OrganisationList,
)
MEDIATORS: Final = Kind(
    "mediator", "mediators", registry.MEDIATORS, _dated(s.MediatorView), s.MediatorView, s.MediatorList
)
ROSTERS: Final = Kind(
    "roster_entry", "roster_entries", registry.ROSTERS, _dated(s.RosterEntryView), s.RosterEntryView, s.RosterList
)
CHANNELS: Final = Kind("channel", "channels", registry.CHANNELS, _dated(s.ChannelView), s.ChannelView, s.ChannelList)
CLIENTS: Final = Kind("client", "clients", registry.CLIENTS, _client, s.ClientView, s.ClientList)


@router.get(COURTS.path, **COURTS.listed())
async def list_courts(
    request: Request, principal: Caller, after: After = None, limit: Limit = LIMIT_DEFAULT, on: ValidOn = None
) -> Response:
    """Every court that is or was registered."""
    return await _page(request, principal, COURTS, after=after, limit=limit, on=on)


@router.get(REFERRING_BODIES.path, **REFERRING_BODIES.listed())
async def list_referring_bodies(
    request: Request, principal: Caller, after: After = None, limit: Limit = LIMIT_DEFAULT, on: ValidOn = None
) -> Response:
    """Every referring body that is or was registered."""
    return await _page(request, principal, REFERRING_BODIES, after=after, limit=limit, on=on)


@router.get(ORGANISATIONS.path, **ORGANISATIONS.listed())
async def list_organisations(
    request: Request,
    principal: Caller,
    after: After = None,
    limit: Limit = LIMIT_DEFAULT,
    on: ValidOn = None,
    parent_id: Annotated[Id | None, Query(description="Only those that stand right below this one on the day.")] = None,
) -> Response:
    """Every organisation that is or was registered."""
    filters = registry.Filters(parent_id=parent_id)
    return await _page(request, principal, ORGANISATIONS, after=after, limit=limit, on=on, filters=filters)


@router.get(MEDIATORS.path, **MEDIATORS.listed())
async def list_mediators(
    request: Request,
    principal: Caller,
    after: After = None,
    limit: Limit = LIMIT_DEFAULT,
    on: ValidOn = None,
    organisation_id: OfOrganisation = None,
) -> Response:
    """Every mediator that is or was entered."""
    filters = registry.Filters(organisation_id=organisation_id)
    return await _page(request, principal, MEDIATORS, after=after, limit=limit, on=on, filters=filters)


@router.get(ROSTERS.path, **ROSTERS.listed())
async def list_roster_entries(
    request: Request,
    principal: Caller,
    after: After = None,
    limit: Limit = LIMIT_DEFAULT,
    on: ValidOn = None,
    court_id: OfCourt = None,
    organisation_id: Annotated[Id | None, Query(description="Only of this organisation and its mediators.")] = None,
    mediator_id: Annotated[Id | None, Query(description="Only of this mediator.")] = None,
) -> Response:
    """Every entry that a court made; on a day those that are valid then, whatever their status."""
    filters = registry.Filters(court_id=court_id, organisation_id=organisation_id, mediator_id=mediator_id)
    return await _page(request, principal, ROSTERS, after=after, limit=limit, on=on, filters=filters)


@router.get(CHANNELS.path, **CHANNELS.listed())
async def list_channels(
    request: Request,
    principal: Caller,
    after: After = None,
    limit: Limit = LIMIT_DEFAULT,
    on: ValidOn = None,
    court_id: OfCourt = None,
    organisation_id: OfOrganisation = None,
) -> Response:
    """Every channel that is or was open."""
    filters = registry.Filters(court_id=court_id, organisation_id=organisation_id)
    return await _page(request, principal, CHANNELS, after=after, limit=limit, on=on, filters=filters)


@router.get(CLIENTS.path, **CLIENTS.listed())
async def list_clients(
    request: Request, principal: Caller, after: After = None, limit: Limit = LIMIT_DEFAULT
) -> Response:
    """Every client with the state of its keys; secrets are nowhere."""
    return await _page(request, principal, CLIENTS, after=after, limit=limit)


async def _page(
    request: Request,
    principal: Principal,
    kind: Kind,
    *,
    after: str | None,
    limit: int,
    on: date | None = None,
    filters: registry.Filters | None = None,
) -> Response:
    ports, limit = house_of(request).ports, bounded_limit(request, limit)
    rows = await registry.page(
        ports, principal, kind.reader, after_id=cursor(after), limit=limit + 1, on=on, filters=filters
    )
    kept, following = cut(rows, limit)
    now = ports.clock.system_now()
    page = kind.page.model_validate({"items": [kind.show(row, now) for row in kept], "next": following})
    return shown(page, headers=next_page(request, following))


def cursor(after: str | None) -> UUID | None:
    """The id behind which a page starts; refuses with `cursor_invalid`."""
    if after is None:
        return None
    try:
        return path_id(after)
    except Refusal:
        raise Refusal("cursor_invalid", pointer="/after") from None


def _offer(kind: Kind) -> None:
    """Add the route of one record that has days."""

    @router.get(f"{kind.path}/{{record_id}}", **_single(kind))
    async def get_record(request: Request, principal: Caller, record_id: RecordPath, on: On = None) -> Response:
        ports = house_of(request).ports
        record = await registry.one(ports, principal, kind.reader, path_id(record_id), on=on)
        return shown(kind.show(record, ports.clock.system_now()))


def _single(kind: Kind) -> dict[str, Any]:
    said = kind.one.replace("_", " ")
    return reading(f"get_{kind.one}", f"Read one {said}", kind.view, scope=kind.reader.scope.value, one=True)


for _kind in (COURTS, REFERRING_BODIES, ORGANISATIONS, MEDIATORS, ROSTERS, CHANNELS):
    _offer(_kind)


@router.get(f"{CLIENTS.path}/{{record_id}}", **_single(CLIENTS))
async def get_client(request: Request, principal: Caller, record_id: RecordPath) -> Response:
    """A client with the state of its keys; secrets are nowhere."""
    ports = house_of(request).ports
    record = await registry.one(ports, principal, registry.CLIENTS, path_id(record_id))
    return shown(_client(record, ports.clock.system_now()))
