"""Platforms of courts: dated configuration, kept by the operator. What a platform does is done as its court."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from app.domain.access import ClientId, CourtId, Principal, Scope, TenantId, TenantKind
from app.domain.court_platform import BY_HAND, Platform, PlatformCode
from app.domain.errors import Refusal
from app.domain.platform_mapping import mapping_of
from app.domain.platform_outbox import duty_rules
from app.domain.platform_port import PlatformPorts, Position
from app.domain.ports import Answer, Ports, Transaction
from app.domain.registry import Client, Validity
from app.services.envelope import Envelope, Outcome, checked
from app.services.platform_rounds import with_credentials
from app.services.registry.reading import existing
from app.services.registry.writing import Work, written

ACTS_AS: Final = frozenset({Scope.REFERRALS_READ, Scope.REFERRALS_WRITE, Scope.FEED_READ})
"""What the client of a platform may do; it has no key."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPlatform:
    """A configuration row to be added; with a code that is known it takes the place of the earlier rows.

    Attributes:
        credentials: Secrets by name; None keeps those of the row before.
        duties: How each duty is met; see `duty_rules_of`.
    """

    code: PlatformCode
    court_id: CourtId
    dialect: str
    validity: Validity
    mapping: Mapping[str, Any]
    settings: Mapping[str, Any]
    credentials: Mapping[str, str] | None = field(default=None, repr=False)
    duties: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PlatformSight:
    """A platform as it is on a day, and how far it was served."""

    platform: Platform
    position: Position


async def register(ports: Ports, outside: PlatformPorts, envelope: Envelope, wish: NewPlatform | Refusal) -> Outcome:
    """Add a configuration row; the answer is 201 with its id and code.

    A new platform is told what happens from now on. Refuses with `platform_mapping_invalid`,
    `platform_settings_invalid`, `platform_duties_invalid`, `platform_dialect_unknown`, `platform_of_another_court`,
    `unknown_reference`.
    """

    async def write(work: Work) -> Answer:
        platform = await _made(work, outside, checked(wish))
        await work.tx.platforms.add(platform)
        body = {"id": str(platform.id), "code": platform.code}
        return Answer(status=201, body=body, location=f"/v1/court-platforms/{platform.code}")

    return await written(ports, envelope, Scope.REGISTRY_WRITE, write)


async def _made(work: Work, outside: PlatformPorts, new: NewPlatform) -> Platform:
    if new.dialect not in {*outside.dialects, BY_HAND}:
        dialects = sorted({*outside.dialects, BY_HAND})
        raise Refusal("platform_dialect_unknown", facts={"dialects": dialects}, pointer="/dialect")
    mapping = mapping_of(new.mapping)
    await existing(work.tx.registry.courts, new.court_id, "/court_id")
    earlier = await work.tx.platforms.page(code=new.code, tenant_id=None, after_id=None, limit=1)
    if earlier and earlier[0].court_id != new.court_id:
        raise Refusal("platform_of_another_court", pointer="/court_id")
    kept: Mapping[str, str] = earlier[0].credentials if earlier else {}
    credentials = kept if new.credentials is None else new.credentials
    outside.check(new.dialect, new.settings, credentials, mapping.codes)
    made = Platform(
        id=work.ports.mint(),
        code=new.code,
        court_id=new.court_id,
        client_id=earlier[0].client_id if earlier else await _client(work, new),
        dialect=new.dialect,
        validity=new.validity,
        mapping=new.mapping,
        settings=new.settings,
        recorded_at=work.recorded_at,
        credentials=credentials,
        duties=new.duties,
    )
    duty_rules(made)
    return made


async def _client(work: Work, new: NewPlatform) -> ClientId:
    """The program as which the platform acts; its name says which one it is."""
    client = Client(
        ClientId(work.ports.mint()), TenantId(new.court_id), f"platform {new.code}", ACTS_AS, work.recorded_at
    )
    await work.tx.registry.add_client(client)
    return client.id


async def page(
    ports: Ports, principal: Principal, *, after_id: UUID | None, limit: int, code: PlatformCode | None = None
) -> tuple[Platform, ...]:
    """All rows, newest first: an operator's of every court, a court's its own."""
    own = _own(principal)
    async with ports.unit_of_work(principal.tenant_id) as tx:
        return await tx.platforms.page(code=code, tenant_id=own, after_id=after_id, limit=limit)


async def get(ports: Ports, principal: Principal, code: PlatformCode) -> PlatformSight:
    """The platform as it is today; refuses with `not_found`."""
    own = _own(principal)
    day = (await ports.clock.legal_now()).on
    async with ports.unit_of_work(principal.tenant_id) as tx:
        platform = await tx.platforms.current(code, day, secrets=True)
    if platform is None or own not in {None, platform.court_id}:
        raise Refusal("not_found")
    async with ports.unit_of_work(TenantId(platform.court_id)) as tx:
        return PlatformSight(platform, await tx.platforms.position(code))


async def expiries(ports: Ports, outside: PlatformPorts) -> tuple[datetime, ...]:
    """When the certificates end that are shown to platforms of today; for whoever runs the service."""
    day = (await ports.clock.legal_now()).on
    async with ports.unit_of_work(None) as tx:
        served = await tx.platforms.served(day)
    opened = [await with_credentials(ports, platform, day) for platform in served]
    found = (outside.expires(platform.credentials) for platform in opened)
    return tuple(instant for instant in found if instant is not None)


def _own(principal: Principal) -> TenantId | None:
    """Whose platforms a caller sees: None for all."""
    principal.require(Scope.REGISTRY_READ)
    principal.require_kind(TenantKind.OPERATOR, TenantKind.COURT)
    return None if principal.kind is TenantKind.OPERATOR else principal.tenant_id


async def for_court(ports: Ports, tx: Transaction, principal: Principal, code: PlatformCode) -> Platform:
    """The court's own platform as it is today; refuses with `not_found`, so that no code is told to strangers."""
    day = ports.clock.legal_at(await tx.registry.clock_offset()).on
    platform = await tx.platforms.current(code, day)
    if platform is None or platform.court_id != principal.tenant_id:
        raise Refusal("not_found")
    return platform


def acting_for(platform: Platform) -> Principal:
    """The caller that a platform is: a program of its court."""
    return Principal(platform.client_id, TenantId(platform.court_id), TenantKind.COURT, ACTS_AS)
