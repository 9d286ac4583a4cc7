"""Who is asking: tenants, their clients, scopes.

A tenant is a court, an organisation, a referring body that is no court, or the operator of the deployment. A client
is a program of one tenant. The tenant gives the actor of a transition; whom it acts for is recorded beside it and never
widens what it may do.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import NewType
from uuid import UUID

from app.domain.errors import Refusal

TenantId = NewType("TenantId", UUID)
ClientId = NewType("ClientId", UUID)
CourtId = NewType("CourtId", UUID)
OrganisationId = NewType("OrganisationId", UUID)
ReferringBodyId = NewType("ReferringBodyId", UUID)


class TenantKind(StrEnum):
    """Kinds of tenant; the values are stored and appear in the contract."""

    COURT = "court"
    ORGANISATION = "organisation"
    REFERRING_BODY = "referring_body"
    OPERATOR = "operator"


class ActorRole(StrEnum):
    """Who may cause a transition. Time is an actor like any other."""

    COURT = "court"
    ORGANISATION = "organisation"
    REFERRING_BODY = "referring_body"
    CLOCK = "clock"


class Scope(StrEnum):
    """What a client may do; a key carries a set of them."""

    REFERRALS_READ = "referrals:read"
    REFERRALS_WRITE = "referrals:write"
    PARTIES_REVEAL = "parties:reveal"
    FEED_READ = "feed:read"
    REGISTRY_READ = "registry:read"
    REGISTRY_WRITE = "registry:write"
    CLIENTS_WRITE = "clients:write"
    AUDIT_READ = "audit:read"
    CLOCK_WRITE = "development:clock"
    WEBHOOKS_MANAGE = "webhooks:manage"
    WEBHOOKS_HEALTH = "webhooks:health"


_OF_CASES = frozenset(
    {
        Scope.REFERRALS_READ,
        Scope.REFERRALS_WRITE,
        Scope.PARTIES_REVEAL,
        Scope.FEED_READ,
        Scope.REGISTRY_READ,
        Scope.AUDIT_READ,
        Scope.WEBHOOKS_MANAGE,
    }
)

SCOPES_OF: dict[TenantKind, frozenset[Scope]] = {
    TenantKind.COURT: _OF_CASES,
    TenantKind.ORGANISATION: _OF_CASES,
    TenantKind.REFERRING_BODY: _OF_CASES,
    TenantKind.OPERATOR: frozenset(
        {
            Scope.REGISTRY_READ,
            Scope.REGISTRY_WRITE,
            Scope.CLIENTS_WRITE,
            Scope.CLOCK_WRITE,
            Scope.FEED_READ,
            Scope.AUDIT_READ,
            Scope.WEBHOOKS_HEALTH,
        }
    ),
}
"""The widest set of scopes that a tenant of each kind can hand to a client. An operator sees no referral."""


@dataclass(frozen=True, slots=True)
class Principal:
    """A verified caller.

    Attributes:
        client_id: The program that called.
        tenant_id: Whose program it is; row-level security compares this.
        kind: Kind of the tenant.
        scopes: What this key may do.
    """

    client_id: ClientId
    tenant_id: TenantId
    kind: TenantKind
    scopes: frozenset[Scope]

    def require(self, scope: Scope) -> None:
        """Refuse with `scope_missing` unless the key carries the scope."""
        if scope not in self.scopes:
            raise Refusal("scope_missing", facts={"scope": scope.value})

    def require_kind(self, *kinds: TenantKind) -> None:
        """Refuse with `not_your_role` unless the tenant is one of the kinds."""
        if self.kind not in kinds:
            raise Refusal("not_your_role", facts={"allowed": [kind.value for kind in kinds]})

    @property
    def actor_role(self) -> ActorRole | None:
        """The actor of a transition that this caller can be; an operator can be none."""
        return _ACTOR_OF.get(self.kind)


_ACTOR_OF: dict[TenantKind, ActorRole] = {
    TenantKind.COURT: ActorRole.COURT,
    TenantKind.ORGANISATION: ActorRole.ORGANISATION,
    TenantKind.REFERRING_BODY: ActorRole.REFERRING_BODY,
}


def allowed_scopes(kind: TenantKind, wanted: Iterable[Scope]) -> frozenset[Scope]:
    """The wanted scopes, refused with `scope_not_grantable` where the kind of tenant can never hold one."""
    scopes = frozenset(wanted)
    beyond = sorted(scope.value for scope in scopes - SCOPES_OF[kind])
    if beyond:
        raise Refusal("scope_not_grantable", facts={"scopes": beyond}, pointer="/scopes")
    return scopes
