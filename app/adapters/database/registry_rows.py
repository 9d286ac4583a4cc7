"""Registry records from JSON of the database, and the selects that give that JSON."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from app.adapters.database.rows import bytes_of, day_of, id_of, instant_of
from app.domain.access import ClientId, CourtId, OrganisationId, Principal, Scope, TenantId, TenantKind
from app.domain.lifecycle.states import Body, Track
from app.domain.referral import MediatorId
from app.domain.registry import (
    Channel,
    Client,
    ClientKey,
    Court,
    CourtTrack,
    Mediator,
    Organisation,
    StoredKey,
    Validity,
)

Json = Mapping[str, Any]

COURT = """
SELECT c.id, c.name, c.level, c.court_code, c.region_code, c.late_acceptance, c.valid_from, c.valid_to,
    (SELECT json_agg(t ORDER BY t.valid_from, t.id) FROM court_tracks AS t WHERE t.court_id = c.id) AS tracks
FROM courts AS c
"""
ORGANISATION = """
SELECT c.id, c.name, c.kind, c.parent_id, c.ancestor_ids, c.region, c.valid_from, c.valid_to FROM organisations AS c
"""
MEDIATOR = """
SELECT c.id, c.organisation_id, c.name, c.certificate_number, c.valid_from, c.valid_to FROM mediators AS c
"""
CHANNEL = """
SELECT c.id, c.court_id, c.organisation_id, c.mode, c.form, c.strict, c.cause_roots, c.scope_text, c.valid_from,
    c.valid_to
FROM channels AS c
"""
CLIENT = """
SELECT c.id, c.tenant_id, c.name, c.scopes, c.recorded_at,
    (SELECT json_agg(k ORDER BY k.recorded_at, k.id) FROM (
        SELECT id, recorded_at, expires_at, revoked_at FROM client_keys WHERE client_id = c.id
    ) AS k) AS keys
FROM clients AS c
"""
STORED_KEY = """
SELECT row_to_json(x)::text FROM (
    SELECT k.id, k.recorded_at, k.expires_at, k.revoked_at, k.secret_hash, k.client_id, c.tenant_id, c.scopes, t.kind
    FROM client_keys AS k JOIN clients AS c ON c.id = k.client_id JOIN tenants AS t ON t.id = c.tenant_id
    WHERE k.id = $1
) AS x
"""


def page_of(select: str) -> str:
    """The select as a statement for one row by id ($1) or a page behind an id ($2) of at most $3 rows."""
    return (
        f"SELECT row_to_json(x)::text FROM ({select} WHERE ($1::uuid IS NULL OR c.id = $1) "
        "AND ($2::uuid IS NULL OR c.id > $2) ORDER BY c.id LIMIT $3) AS x"
    )


def validity_of(row: Json) -> Validity:
    """First and last day of a record."""
    return Validity(date.fromisoformat(row["valid_from"]), day_of(row["valid_to"]))


def court_of(row: Json) -> Court:
    """A court with its tracks."""
    return Court(
        id=CourtId(UUID(row["id"])),
        name=row["name"],
        level=row["level"],
        validity=validity_of(row),
        court_code=row["court_code"],
        region_code=row["region_code"],
        late_acceptance=row["late_acceptance"],
        tracks=tuple(CourtTrack(UUID(t["id"]), Track(t["track"]), validity_of(t)) for t in row["tracks"] or ()),
    )


def organisation_of(row: Json) -> Organisation:
    """An organisation."""
    parent = id_of(row["parent_id"])
    return Organisation(
        id=OrganisationId(UUID(row["id"])),
        name=row["name"],
        kind=Body(row["kind"]),
        validity=validity_of(row),
        parent_id=None if parent is None else OrganisationId(parent),
        ancestor_ids=tuple(OrganisationId(UUID(x)) for x in row["ancestor_ids"]),
        region=row["region"],
    )


def mediator_of(row: Json) -> Mediator:
    """A mediator."""
    return Mediator(
        id=MediatorId(UUID(row["id"])),
        organisation_id=OrganisationId(UUID(row["organisation_id"])),
        name=row["name"],
        validity=validity_of(row),
        certificate_number=row["certificate_number"],
    )


def channel_of(row: Json) -> Channel:
    """A channel."""
    return Channel(
        id=UUID(row["id"]),
        court_id=CourtId(UUID(row["court_id"])),
        organisation_id=OrganisationId(UUID(row["organisation_id"])),
        mode=row["mode"],
        form=row["form"],
        strict=row["strict"],
        validity=validity_of(row),
        cause_roots=tuple(row["cause_roots"]),
        scope_text=row["scope_text"],
    )


def _key(row: Json) -> ClientKey:
    expires, revoked = row["expires_at"], row["revoked_at"]
    return ClientKey(
        id=row["id"],
        recorded_at=instant_of(row["recorded_at"]),
        expires_at=None if expires is None else instant_of(expires),
        revoked_at=None if revoked is None else instant_of(revoked),
    )


def client_of(row: Json) -> Client:
    """A client with its keys."""
    return Client(
        id=ClientId(UUID(row["id"])),
        tenant_id=TenantId(UUID(row["tenant_id"])),
        name=row["name"],
        scopes=frozenset(map(Scope, row["scopes"])),
        recorded_at=instant_of(row["recorded_at"]),
        keys=tuple(map(_key, row["keys"] or ())),
    )


def stored_key_of(row: Json) -> StoredKey:
    """A key with its hash and whom it stands for."""
    principal = Principal(
        client_id=ClientId(UUID(row["client_id"])),
        tenant_id=TenantId(UUID(row["tenant_id"])),
        kind=TenantKind(row["kind"]),
        scopes=frozenset(map(Scope, row["scopes"])),
    )
    return StoredKey(_key(row), bytes_of(row["secret_hash"]), principal)
