"""Clients of tenants and their keys. A change of a client holds at once, not from a legal date on."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from app.domain.access import ClientId, Principal, Scope, TenantId, TenantKind, allowed_scopes
from app.domain.errors import Refusal
from app.domain.ports import Answer, NameTaken, NewKey, Ports, Transaction
from app.domain.registry import ChangeKind, Client, Noun
from app.domain.time import legal_date
from app.domain.values import replace
from app.services.envelope import Envelope, Outcome, checked
from app.services.registry.reading import existing
from app.services.registry.writing import Work, created, written

LIVE_KEYS_MAX: Final = 2
"""Keys of one client that may live at a time: the old one and the new one while it is being rotated."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewClient:
    """A client of a tenant to be registered; its first key comes with it."""

    tenant_id: TenantId
    name: str
    scopes: frozenset[Scope]
    expires_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class SetScopes:
    """What all keys of the client may do from now on."""

    scopes: frozenset[Scope]


@dataclass(frozen=True, slots=True)
class Disable:
    """No key of the client opens the door until it is enabled again."""


@dataclass(frozen=True, slots=True)
class Enable:
    """Its living keys open the door again."""


@dataclass(frozen=True, slots=True)
class Issued:
    """An answer with the secret of a new key, which is None in a replayed or dry answer: it was shown once."""

    outcome: Outcome
    secret_text: str | None


async def register_client(ports: Ports, envelope: Envelope, wish: NewClient | Refusal) -> Issued:
    """Register a client of a tenant and issue its first key."""
    key = ports.new_key()

    async def write(work: Work) -> Answer:
        new = checked(wish)
        scopes = await _granted(work.tx, new.tenant_id, new.scopes)
        client = Client(ClientId(ports.mint()), new.tenant_id, new.name, scopes, work.recorded_at)
        await _add_client(work.tx, client, key, new.expires_at)
        return created(Noun.CLIENTS, client.id, key_id=key.public_id)

    return _issued(await written(ports, envelope, Scope.CLIENTS_WRITE, write), envelope, key)


async def issue_key(ports: Ports, envelope: Envelope, client_id: ClientId, wish: datetime | Refusal | None) -> Issued:
    """Issue a further key of a client; `wish` is when it expires, None for never. At most two live at a time."""
    key = ports.new_key()

    async def write(work: Work) -> Answer:
        client = await existing(work.tx.registry.clients, client_id)
        expires_at = checked(wish)
        if client.disabled_at is not None:
            raise Refusal("client_disabled")
        if sum(known.lives(work.recorded_at) for known in client.keys) >= LIVE_KEYS_MAX:
            raise Refusal("too_many_keys", facts={"live_keys_max": LIVE_KEYS_MAX})
        await work.tx.registry.add_key(client_id, key.public_id, key.secret_text, work.recorded_at, expires_at)
        return created(Noun.CLIENTS, client_id, key_id=key.public_id)

    return _issued(await written(ports, envelope, Scope.CLIENTS_WRITE, write), envelope, key)


async def revoke_key(ports: Ports, envelope: Envelope, client_id: ClientId, public_id: str) -> Outcome:
    """Close a key for good; once closed it stays closed, and closing it again changes nothing."""

    async def write(work: Work) -> Answer:
        if not await work.tx.registry.revoke_key(client_id, public_id, work.recorded_at):
            raise Refusal("not_found")
        return Answer(status=200, body={"id": str(client_id), "key_id": public_id})

    return await written(ports, envelope, Scope.CLIENTS_WRITE, write)


async def change_client(work: Work, client: Client, wish: SetScopes | Disable | Enable) -> UUID:
    """Scopes, or whether the client is let in; known to every process within seconds."""
    if isinstance(wish, SetScopes):
        scopes = await _granted(work.tx, client.tenant_id, wish.scopes)
        listed = sorted(scope.value for scope in scopes)
        return await store_client(work, replace(client, scopes=scopes), ChangeKind.SET_SCOPES, {"scopes": listed})
    if isinstance(wish, Disable):
        since = client.disabled_at or work.recorded_at
        return await store_client(work, replace(client, disabled_at=since), ChangeKind.DISABLE, {})
    return await store_client(work, replace(client, disabled_at=None), ChangeKind.ENABLE, {})


async def _granted(tx: Transaction, tenant_id: TenantId, scopes: frozenset[Scope]) -> frozenset[Scope]:
    """The scopes, refused unless the tenant is there and its kind can hold them."""
    tenant = await tx.registry.tenant(tenant_id)
    if tenant is None:
        raise Refusal("unknown_reference", pointer="/tenant_id")
    return allowed_scopes(tenant.kind, scopes)


async def store_client(work: Work, client: Client, kind: ChangeKind, details: dict[str, Any]) -> UUID:
    """Write a changed client and the line of its history."""
    await work.tx.registry.set_client(client)
    return await work.note(Noun.CLIENTS, client.id, kind, legal_date(work.recorded_at), details)


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


_OPERATOR_SCOPES: Final = (
    Scope.REGISTRY_READ,
    Scope.REGISTRY_WRITE,
    Scope.CLIENTS_WRITE,
    Scope.CLOCK_WRITE,
    Scope.FEED_READ,
    Scope.AUDIT_READ,
    Scope.WEBHOOKS_HEALTH,
)


async def operator(ports: Ports) -> Principal:
    """The operator's first client as a caller, for commands on the machine that holds the database's address.

    Refuses with `operator_missing` before the operator was made.
    """
    async with ports.unit_of_work(None) as tx:
        client = await tx.registry.operator()
    if client is None:
        raise Refusal("operator_missing")
    return Principal(client.id, client.tenant_id, TenantKind.OPERATOR, client.scopes)


async def _add_client(tx: Transaction, client: Client, key: NewKey, expires_at: datetime | None) -> None:
    await tx.registry.add_client(client)
    await tx.registry.add_key(client.id, key.public_id, key.secret_text, client.recorded_at, expires_at)


def _issued(outcome: Outcome, envelope: Envelope, key: NewKey) -> Issued:
    """The secret goes with the answer of the attempt that wrote it, and with no other."""
    fresh = not outcome.replayed and not envelope.dry_run
    return Issued(outcome, key.secret_text if fresh else None)
