"""Writes and reads of the registry: courts, organisations, mediators, channels, clients and their keys.

Only an operator writes. Every write is one transaction under one idempotency key; an API key's secret is in the first
answer and nowhere else, not even in the answer that is kept.
"""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Generic, TypeVar
from uuid import UUID

from app.domain.access import ClientId, CourtId, OrganisationId, Principal, Scope, TenantId, TenantKind, allowed_scopes
from app.domain.calendar import Calendar
from app.domain.causes import Cause
from app.domain.codes import Code, checked_code
from app.domain.errors import Refusal
from app.domain.lifecycle.states import Body, Track
from app.domain.ports import Answer, NameTaken, NewKey, Ports, Registry, Transaction
from app.domain.referral import MediatorId
from app.domain.registry import Channel, Client, Court, CourtTrack, Mediator, Organisation, Validity
from app.services.envelope import Envelope, Outcome, checked, settled

LIVE_KEYS_MAX = 2
"""Keys of one client that may live at a time: the old one and the new one while it is being rotated."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class NewTrack:
    """A track that a court uses for a time."""

    track: Track
    validity: Validity


@dataclass(frozen=True, slots=True, kw_only=True)
class NewCourt:
    """A court to be registered."""

    name: str
    level: str
    validity: Validity
    tracks: tuple[NewTrack, ...]
    court_code: str | None = None
    region_code: str | None = None
    late_acceptance: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class NewOrganisation:
    """An organisation to be registered, under its parent if it has one."""

    name: str
    kind: Body
    validity: Validity
    parent_id: OrganisationId | None = None
    region: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NewMediator:
    """A mediator to be entered in the roster of an organisation."""

    organisation_id: OrganisationId
    name: str
    validity: Validity
    certificate_number: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NewChannel:
    """A channel to be opened."""

    court_id: CourtId
    organisation_id: OrganisationId
    mode: str
    form: str
    strict: bool
    validity: Validity
    cause_roots: tuple[str, ...] = ()
    scope_text: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NewClient:
    """A client of a tenant to be registered; its first key comes with it."""

    tenant_id: TenantId
    name: str
    scopes: frozenset[Scope]
    expires_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Issued:
    """An answer with the secret of a new key, which is None in a replayed or dry answer: it was shown once."""

    outcome: Outcome
    secret_text: str | None


@dataclass(frozen=True, slots=True)
class Reader(Generic[T]):
    """How one kind of record is read, and the scope that it takes."""

    scope: Scope
    read: Callable[[Registry], Callable[..., Awaitable[tuple[T, ...]]]]


COURTS: Reader[Court] = Reader(Scope.REGISTRY_READ, lambda registry: registry.courts)
ORGANISATIONS: Reader[Organisation] = Reader(Scope.REGISTRY_READ, lambda registry: registry.organisations)
MEDIATORS: Reader[Mediator] = Reader(Scope.REGISTRY_READ, lambda registry: registry.mediators)
CHANNELS: Reader[Channel] = Reader(Scope.REGISTRY_READ, lambda registry: registry.channels)
CLIENTS: Reader[Client] = Reader(Scope.CLIENTS_WRITE, lambda registry: registry.clients)


async def page(
    ports: Ports, principal: Principal, reader: Reader[T], *, after_id: UUID | None, limit: int
) -> tuple[T, ...]:
    """A page of records by id; the first page for `after_id` None."""
    principal.require(reader.scope)
    async with ports.unit_of_work(principal.tenant_id) as tx:
        return await reader.read(tx.registry)(after_id=after_id, limit=limit)


async def one(ports: Ports, principal: Principal, reader: Reader[T], record_id: UUID) -> T:
    """One record; refuses with `not_found`."""
    principal.require(reader.scope)
    async with ports.unit_of_work(principal.tenant_id) as tx:
        return await _existing(reader.read(tx.registry), record_id)


async def _existing(read: Callable[..., Awaitable[tuple[T, ...]]], record_id: UUID, pointer: str | None = None) -> T:
    """The record of that id; refused with `not_found`, or with `unknown_reference` where a field names it."""
    records = await read(only=record_id)
    if not records:
        raise Refusal("not_found" if pointer is None else "unknown_reference", pointer=pointer)
    return records[0]


async def register_court(ports: Ports, envelope: Envelope, wish: NewCourt | Refusal) -> Outcome:
    """Register a court and the tracks that it uses."""

    async def write(tx: Transaction, recorded_at: datetime) -> Answer:
        new = checked(wish)
        checked_code("court_level", new.level, "/level")
        court = Court(
            id=CourtId(ports.mint()),
            name=new.name,
            level=new.level,
            validity=new.validity.checked(),
            court_code=new.court_code,
            region_code=new.region_code,
            late_acceptance=new.late_acceptance,
            tracks=tuple(
                CourtTrack(ports.mint(), used.track, used.validity.checked(f"/tracks/{n}/valid_to"))
                for n, used in enumerate(new.tracks)
            ),
        )
        await tx.registry.add_court(court, recorded_at)
        return _created("courts", court.id)

    return await _written(ports, envelope, Scope.REGISTRY_WRITE, write)


async def register_organisation(ports: Ports, envelope: Envelope, wish: NewOrganisation | Refusal) -> Outcome:
    """Register an organisation; who stands above its parent stands above it too."""

    async def write(tx: Transaction, recorded_at: datetime) -> Answer:
        new = checked(wish)
        ancestors: tuple[OrganisationId, ...] = ()
        if new.parent_id is not None:
            parent = await _existing(tx.registry.organisations, new.parent_id, "/parent_id")
            ancestors = (parent.id, *parent.ancestor_ids)
        organisation = Organisation(
            id=OrganisationId(ports.mint()),
            name=new.name,
            kind=new.kind,
            validity=new.validity.checked(),
            parent_id=new.parent_id,
            ancestor_ids=ancestors,
            region=new.region,
        )
        await tx.registry.add_organisation(organisation, recorded_at)
        return _created("organisations", organisation.id)

    return await _written(ports, envelope, Scope.REGISTRY_WRITE, write)


async def register_mediator(ports: Ports, envelope: Envelope, wish: NewMediator | Refusal) -> Outcome:
    """Enter a mediator in the roster of an organisation."""

    async def write(tx: Transaction, recorded_at: datetime) -> Answer:
        new = checked(wish)
        await _existing(tx.registry.organisations, new.organisation_id, "/organisation_id")
        mediator = Mediator(
            id=MediatorId(ports.mint()),
            organisation_id=new.organisation_id,
            name=new.name,
            validity=new.validity.checked(),
            certificate_number=new.certificate_number,
        )
        await tx.registry.add_mediator(mediator, recorded_at)
        return _created("mediators", mediator.id)

    return await _written(ports, envelope, Scope.REGISTRY_WRITE, write)


async def register_channel(ports: Ports, envelope: Envelope, wish: NewChannel | Refusal) -> Outcome:
    """Open a channel between a court and an organisation."""

    async def write(tx: Transaction, recorded_at: datetime) -> Answer:
        new = checked(wish)
        _check_channel(ports, new)
        await _existing(tx.registry.courts, new.court_id, "/court_id")
        await _existing(tx.registry.organisations, new.organisation_id, "/organisation_id")
        channel = Channel(
            id=ports.mint(),
            court_id=new.court_id,
            organisation_id=new.organisation_id,
            mode=new.mode,
            form=new.form,
            strict=new.strict,
            validity=new.validity.checked(),
            cause_roots=new.cause_roots,
            scope_text=new.scope_text,
        )
        await tx.registry.add_channel(channel, recorded_at)
        return _created("channels", channel.id)

    return await _written(ports, envelope, Scope.REGISTRY_WRITE, write)


def _check_channel(ports: Ports, new: NewChannel) -> None:
    checked_code("channel_mode", new.mode, "/mode")
    checked_code("channel_form", new.form, "/form")
    known = ports.book().causes.causes
    for n, root in enumerate(new.cause_roots):
        if root not in known:
            raise Refusal("unknown_code", facts={"list": "causes"}, pointer=f"/cause_roots/{n}")


async def register_client(ports: Ports, envelope: Envelope, wish: NewClient | Refusal) -> Issued:
    """Register a client of a tenant and issue its first key."""
    key = ports.new_key()

    async def write(tx: Transaction, recorded_at: datetime) -> Answer:
        new = checked(wish)
        tenant = await tx.registry.tenant(new.tenant_id)
        if tenant is None:
            raise Refusal("unknown_reference", pointer="/tenant_id")
        scopes = allowed_scopes(tenant.kind, new.scopes)
        client = Client(ClientId(ports.mint()), tenant.id, new.name, scopes, recorded_at)
        await _add_client(tx, client, key, new.expires_at)
        return _created("clients", client.id, key_id=key.public_id)

    return _issued(await _written(ports, envelope, Scope.CLIENTS_WRITE, write), envelope, key)


async def issue_key(ports: Ports, envelope: Envelope, client_id: ClientId, wish: datetime | Refusal | None) -> Issued:
    """Issue a further key of a client; `wish` is when it expires, None for never. At most two live at a time."""
    key = ports.new_key()

    async def write(tx: Transaction, recorded_at: datetime) -> Answer:
        await tx.registry.hold_client(client_id)
        client = await _existing(tx.registry.clients, client_id)
        expires_at = checked(wish)
        if sum(known.lives(recorded_at) for known in client.keys) >= LIVE_KEYS_MAX:
            raise Refusal("too_many_keys", facts={"live_keys_max": LIVE_KEYS_MAX})
        await tx.registry.add_key(client_id, key.public_id, key.secret_text, recorded_at, expires_at)
        return _created("clients", client_id, key_id=key.public_id)

    return _issued(await _written(ports, envelope, Scope.CLIENTS_WRITE, write), envelope, key)


async def revoke_key(ports: Ports, envelope: Envelope, client_id: ClientId, public_id: str) -> Outcome:
    """Close a key for good; once closed it stays closed, and closing it again changes nothing."""

    async def write(tx: Transaction, recorded_at: datetime) -> Answer:
        if not await tx.registry.revoke_key(client_id, public_id, recorded_at):
            raise Refusal("not_found")
        return Answer(status=200, body={"id": str(client_id), "key_id": public_id})

    return await _written(ports, envelope, Scope.CLIENTS_WRITE, write)


async def bootstrap(ports: Ports, name: str) -> tuple[Client, str]:
    """Make the operator, its client and its first key; refuses with `bootstrap_done` ever after.

    Returns:
        The client, and the secret text of the key.
    """
    key = ports.new_key()
    recorded_at = ports.clock.recorded_at()
    tenant_id = TenantId(ports.mint())
    scopes = allowed_scopes(TenantKind.OPERATOR, _OPERATOR_SCOPES)
    client = Client(ClientId(ports.mint()), tenant_id, name, scopes, recorded_at)
    try:
        async with ports.unit_of_work(None) as tx:
            await tx.registry.add_operator(tenant_id, name, recorded_at)
            await _add_client(tx, client, key, None)
    except NameTaken:
        raise Refusal("bootstrap_done") from None
    return client, key.secret_text


_OPERATOR_SCOPES = (
    Scope.REGISTRY_READ,
    Scope.REGISTRY_WRITE,
    Scope.CLIENTS_WRITE,
    Scope.CLOCK_WRITE,
    Scope.FEED_READ,
)


async def load_reference(
    ports: Ports, *, code_lists: Mapping[str, Sequence[Code]], causes: Sequence[Cause], calendar: Calendar
) -> None:
    """Write code lists, causes and calendar; safe to repeat."""
    async with ports.unit_of_work(None) as tx:
        await tx.registry.load_code_lists(code_lists)
        await tx.registry.load_causes(causes)
        await tx.registry.load_calendar(calendar)


async def load_calendar(ports: Ports, calendar: Calendar) -> None:
    """Write a calendar; safe to repeat."""
    async with ports.unit_of_work(None) as tx:
        await tx.registry.load_calendar(calendar)


async def read_calendar(ports: Ports) -> Calendar:
    """The calendar as loaded."""
    async with ports.unit_of_work(None) as tx:
        return await tx.registry.calendar()


async def _add_client(tx: Transaction, client: Client, key: NewKey, expires_at: datetime | None) -> None:
    await tx.registry.add_client(client)
    await tx.registry.add_key(client.id, key.public_id, key.secret_text, client.recorded_at, expires_at)


def _created(noun: str, record_id: UUID, **more: str) -> Answer:
    body: dict[str, Any] = {"id": str(record_id), **more}
    return Answer(status=201, body=body, location=f"/v1/{noun}/{record_id}")


def _issued(outcome: Outcome, envelope: Envelope, key: NewKey) -> Issued:
    """The secret goes with the answer of the attempt that wrote it, and with no other."""
    written = not outcome.replayed and not envelope.dry_run
    return Issued(outcome, key.secret_text if written else None)


class _Rehearsed(Exception):
    """Ends the transaction of a dry run, so that nothing of it stays."""


async def _written(
    ports: Ports, envelope: Envelope, scope: Scope, write: Callable[[Transaction, datetime], Awaitable[Answer]]
) -> Outcome:
    """One write of the registry under one key: allowed, not yet answered, carried out, answer kept."""
    principal = envelope.principal
    principal.require(scope)

    async def attempt() -> Outcome:
        async with ports.unit_of_work(principal.tenant_id) as tx:
            replayed = await _answered(tx, envelope)
            if replayed is not None:
                return replayed
            recorded_at = ports.clock.recorded_at()
            answer = await write(tx, recorded_at)
            if envelope.dry_run:
                raise _Rehearsed
            await tx.idempotency.keep(envelope.keep(answer, recorded_at))
            return Outcome(answer)

    try:
        return await settled(attempt)
    except _Rehearsed:
        return Outcome(Answer(status=200, body={"dry_run": True}))
    except NameTaken:
        # The name may have been taken by this very request, sent twice at once.
        async with ports.unit_of_work(principal.tenant_id) as tx:
            replayed = await _answered(tx, envelope)
        if replayed is not None:
            return replayed
        raise Refusal("name_taken", pointer="/name") from None


async def _answered(tx: Transaction, envelope: Envelope) -> Outcome | None:
    """The earlier answer to this request, if there is one."""
    kept = None
    if envelope.key is not None and not envelope.dry_run:
        kept = await tx.idempotency.look_up(envelope.principal.client_id, envelope.key)
    return envelope.replay(kept)
