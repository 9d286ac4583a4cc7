"""Registering over HTTP: courts, organisations, mediators, channels, clients, their keys … Only operators write."""

from collections.abc import Callable
from typing import Annotated, Any, TypeVar

from fastapi import APIRouter, Path, Request
from pydantic import BaseModel
from starlette.responses import Response

from app.domain.access import ClientId, CourtId, OrganisationId, Scope, TenantId
from app.domain.errors import Refusal
from app.domain.identifiers import IdentityDocument
from app.domain.referral import MediatorId
from app.domain.registry import Validity
from app.routers.contract import RecordPath, writing
from app.routers.deps import Write, house_of, key_id_path, path_id, write_of
from app.routers.replies import issued, told
from app.routers.requests import read
from app.routers.schemas import registry as s
from app.routers.schemas.lead_times import leads_of
from app.services import registry

router = APIRouter(tags=["registry"])

M = TypeVar("M", bound=BaseModel)
W = TypeVar("W")


def _registering(name: str, summary: str, body: type[BaseModel], scope: Scope, *refusals: int) -> dict[str, Any]:
    made = s.KeyIssued if scope is Scope.CLIENTS_WRITE else s.Registered
    return writing(
        name, summary, body=body, made=made, rehearsed=s.RegistryRehearsal, scope=scope.value, refusals=refusals
    )


def _wish(request: Request, write: Write, model: type[M], make: Callable[[M], W]) -> W | Refusal:
    body = read(model, request, write.body)
    return body if isinstance(body, Refusal) else make(body)


def _validity(dated: s.Dated) -> Validity:
    return Validity(dated.valid_from, dated.valid_to)


@router.post(
    "/v1/courts", **_registering("register_court", "Register a court", s.CourtRequest, Scope.REGISTRY_WRITE, 409)
)
async def register_court(request: Request) -> Response:
    """A court with the tracks that it uses. It becomes a tenant."""
    write = await write_of(request)
    wish = _wish(request, write, s.CourtRequest, _court)
    return told(await registry.register_court(house_of(request).ports, write.envelope, wish))


def _court(body: s.CourtRequest) -> registry.NewCourt:
    return registry.NewCourt(
        name=body.name,
        level=body.level,
        validity=_validity(body),
        tracks=tuple(registry.NewTrack(used.track, _validity(used)) for used in body.tracks),
        court_code=body.court_code,
        region_code=body.region_code,
        late_acceptance=body.late_acceptance,
        duplicate_policy=body.duplicate_policy,
        confirmation_after_entrustment=body.confirmation_after_entrustment,
        term_on_reassignment=body.term_on_reassignment,
        fee_notice_days=body.fee_notice_days,
        lead_times=leads_of(body.lead_times),
        suspension_pauses_term=body.suspension_pauses_term,
        acceptance_on_dispatch=body.acceptance_on_dispatch,
        full_organisation=body.full_organisation,
        statement_before_filing=body.statement_before_filing,
    )


@router.post(
    "/v1/referring-bodies",
    **_registering(
        "register_referring_body", "Register a referring body", s.ReferringBodyRequest, Scope.REGISTRY_WRITE
    ),
)
async def register_referring_body(request: Request) -> Response:
    """A body that sends disputes to organisations without being a court. It becomes a tenant."""
    write = await write_of(request)
    wish = _wish(request, write, s.ReferringBodyRequest, _referring_body)
    return told(await registry.register_referring_body(house_of(request).ports, write.envelope, wish))


def _referring_body(body: s.ReferringBodyRequest) -> registry.NewReferringBody:
    return registry.NewReferringBody(name=body.name, kind=body.kind, validity=_validity(body), region=body.region)


@router.post(
    "/v1/organisations",
    **_registering("register_organisation", "Register an organisation", s.OrganisationRequest, Scope.REGISTRY_WRITE),
)
async def register_organisation(request: Request) -> Response:
    """A mediation organisation, under its parent if it has one. It becomes a tenant."""
    write = await write_of(request)
    wish = _wish(request, write, s.OrganisationRequest, _organisation)
    return told(await registry.register_organisation(house_of(request).ports, write.envelope, wish))


def _organisation(body: s.OrganisationRequest) -> registry.NewOrganisation:
    return registry.NewOrganisation(
        name=body.name,
        kind=body.kind,
        validity=_validity(body),
        parent_id=None if body.parent_id is None else OrganisationId(body.parent_id),
        region=body.region,
        charges=body.charges,
    )


@router.post(
    "/v1/mediators",
    **_registering("register_mediator", "Enter a mediator", s.MediatorRequest, Scope.REGISTRY_WRITE),
)
async def register_mediator(request: Request) -> Response:
    """A mediator of an organisation's public roster."""
    write = await write_of(request)
    wish = _wish(request, write, s.MediatorRequest, _mediator)
    return told(await registry.register_mediator(house_of(request).ports, write.envelope, wish))


def _mediator(body: s.MediatorRequest) -> registry.NewMediator:
    return registry.NewMediator(
        organisation_id=OrganisationId(body.organisation_id),
        name=body.name,
        validity=_validity(body),
        certificate_number=body.certificate_number,
        document=document_of(body.id_type, body.id_number),
    )


def document_of(id_type: str | None, id_number: str | None) -> IdentityDocument | None:
    """A document that was given; the type alone says nothing."""
    return None if id_type is None or id_number is None else IdentityDocument(id_type, id_number)


@router.post(
    "/v1/rosters",
    **_registering(
        "register_roster_entry", "List in the roster of a court", s.RosterEntryRequest, Scope.REGISTRY_WRITE
    ),
)
async def register_roster_entry(request: Request) -> Response:
    """An entry 名册条目: a court lists an organisation or a mediator."""
    write = await write_of(request)
    wish = _wish(request, write, s.RosterEntryRequest, _roster_entry)
    return told(await registry.register_roster_entry(house_of(request).ports, write.envelope, wish))


def _roster_entry(body: s.RosterEntryRequest) -> registry.NewRosterEntry:
    return registry.NewRosterEntry(
        court_id=CourtId(body.court_id),
        validity=_validity(body),
        organisation_id=None if body.organisation_id is None else OrganisationId(body.organisation_id),
        mediator_id=None if body.mediator_id is None else MediatorId(body.mediator_id),
        status=body.status,
        certificate_number=body.certificate_number,
        training_hours=body.training_hours,
        trained=body.trained,
    )


@router.post(
    "/v1/channels",
    **_registering("register_channel", "Open a channel", s.ChannelRequest, Scope.REGISTRY_WRITE, 409),
)
async def register_channel(request: Request) -> Response:
    """From when on a court may send disputes to an organisation, and which."""
    write = await write_of(request)
    wish = _wish(request, write, s.ChannelRequest, _channel)
    return told(await registry.register_channel(house_of(request).ports, write.envelope, wish))


def _channel(body: s.ChannelRequest) -> registry.NewChannel:
    return registry.NewChannel(
        court_id=CourtId(body.court_id),
        organisation_id=OrganisationId(body.organisation_id),
        mode=body.mode,
        form=body.form,
        strict=body.strict,
        validity=_validity(body),
        cause_roots=body.cause_roots,
        scope_text=body.scope_text,
        for_courts_below=body.for_courts_below,
    )


@router.post(
    "/v1/clients", **_registering("register_client", "Register a client", s.ClientRequest, Scope.CLIENTS_WRITE)
)
async def register_client(request: Request) -> Response:
    """A program of a tenant. Its first key is in this answer and nowhere else: a repeat has `key` null."""
    write = await write_of(request)
    wish = _wish(request, write, s.ClientRequest, _client)
    return issued(await registry.register_client(house_of(request).ports, write.envelope, wish))


def _client(body: s.ClientRequest) -> registry.NewClient:
    return registry.NewClient(
        tenant_id=TenantId(body.tenant_id),
        name=body.name,
        scopes=frozenset(body.scopes),
        expires_at=body.expires_at,
    )


@router.post(
    "/v1/clients/{record_id}/keys",
    **_registering("issue_key", "Issue a second key", s.KeyRequest, Scope.CLIENTS_WRITE, 404, 409),
)
async def issue_key(request: Request, record_id: RecordPath) -> Response:
    """One more key, so that the old one can be revoked without a gap. At most two live at a time."""
    write = await write_of(request)
    client_id = ClientId(path_id(record_id))
    body = read(s.KeyRequest, request, write.body)
    wish = body if isinstance(body, Refusal) else body.expires_at
    return issued(await registry.issue_key(house_of(request).ports, write.envelope, client_id, wish))


@router.post(
    "/v1/clients/{record_id}/keys/{key_id}/revoke",
    **writing(
        "revoke_key",
        "Revoke a key",
        body=s.RevocationRequest,
        done=s.KeyRevoked,
        rehearsed=s.RegistryRehearsal,
        scope=Scope.CLIENTS_WRITE.value,
        refusals=(404,),
    ),
)
async def revoke_key(
    request: Request, record_id: RecordPath, key_id: Annotated[str, Path(description="Id of the key.")]
) -> Response:
    """Closed for good, everywhere within five seconds."""
    write = await write_of(request)
    client_id, public_id = ClientId(path_id(record_id)), key_id_path(key_id)
    body = read(s.RevocationRequest, request, write.body)
    if isinstance(body, Refusal):
        raise body
    return told(await registry.revoke_key(house_of(request).ports, write.envelope, client_id, public_id))
