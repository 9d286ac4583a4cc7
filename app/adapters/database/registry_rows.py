"""Registry records from JSON of the database, and the selects that give that JSON.

A record comes as it was registered, with its amendments; `app.domain.registry.as_of` makes of both what it is on a day.
"""

from collections.abc import Callable, Mapping
from datetime import date
from functools import lru_cache
from typing import Any, Final, TypeVar
from uuid import UUID

import orjson

from app.adapters.database.rows import bytes_of, day_of, id_of, instant_of
from app.domain import lead_times
from app.domain.access import (
    ClientId,
    CourtId,
    OrganisationId,
    Principal,
    ReferringBodyId,
    Scope,
    TenantId,
    TenantKind,
)
from app.domain.lifecycle.states import Body, Track
from app.domain.referral import MediatorId
from app.domain.registry import (
    AMENDING,
    Amendment,
    Change,
    ChangeKind,
    Channel,
    Client,
    ClientKey,
    Court,
    CourtTrack,
    Mediator,
    Organisation,
    ReferringBody,
    RosterEntry,
    StoredKey,
    Validity,
)

T = TypeVar("T")
Json = Mapping[str, Any]
RECORDS_MAX: Final = 4096
"""Records of one type that a process remembers."""

_AMENDING = ", ".join(f"'{kind.value}'" for kind in sorted(AMENDING))
AMENDMENTS = f"""
(SELECT json_agg(g ORDER BY g.valid_from, g.id) FROM (
    SELECT id, valid_from, details FROM registry_changes WHERE record_id = c.id AND change IN ({_AMENDING})
) AS g) AS amendments
"""
COURT = f"""
SELECT c.id, c.name, c.level, c.court_code, c.region_code, c.late_acceptance, c.duplicate_policy,
    c.confirmation_after_entrustment, c.term_on_reassignment, c.fee_notice_days, c.lead_times,
    c.suspension_pauses_term, c.acceptance_on_dispatch, c.full_organisation, c.statement_before_filing,
    c.valid_from, c.valid_to,
    (SELECT json_agg(t ORDER BY t.valid_from, t.id) FROM court_tracks AS t WHERE t.court_id = c.id) AS tracks,
    {AMENDMENTS}
FROM courts AS c
"""
REFERRING_BODY = f"""
SELECT c.id, c.name, c.kind, c.region, c.valid_from, c.valid_to, {AMENDMENTS} FROM referring_bodies AS c
"""
_OF_ORGANISATION = (
    "c.id, c.name, c.kind, c.parent_id, c.ancestor_ids, c.region, c.charges, c.capacity, c.valid_from, c.valid_to"
)
ORGANISATION = f"SELECT {_OF_ORGANISATION}, {AMENDMENTS} FROM organisations AS c"
MEDIATOR = f"""
SELECT c.id, c.organisation_id, c.name, c.certificate_number, c.id_type, encode(c.id_number_hash, 'hex') AS identity,
    c.valid_from, c.valid_to, {AMENDMENTS}
FROM mediators AS c
"""
ROSTER_ENTRY = f"""
SELECT c.id, c.court_id, c.organisation_id, c.mediator_id, c.certificate_number, c.status, c.training_hours, c.trained,
    c.valid_from, c.valid_to, {AMENDMENTS}
FROM roster_entries AS c
"""
CHANNEL = f"""
SELECT c.id, c.court_id, c.organisation_id, c.mode, c.form, c.strict, c.cause_roots, c.scope_text, c.court_scope,
    c.valid_from, c.valid_to, {AMENDMENTS}
FROM channels AS c
"""
CLIENT = """
SELECT c.id, c.tenant_id, c.name, c.scopes, c.recorded_at, c.disabled_at,
    (SELECT json_agg(k ORDER BY k.recorded_at, k.id) FROM (
        SELECT id, recorded_at, expires_at, revoked_at FROM client_keys WHERE client_id = c.id
    ) AS k) AS keys
FROM clients AS c
"""
STORED_KEY = """
SELECT row_to_json(x)::text FROM (
    SELECT k.id, k.recorded_at, k.expires_at, k.revoked_at, k.secret_hash, k.client_id, c.tenant_id, c.scopes, t.kind,
        c.disabled_at IS NOT NULL AS client_disabled
    FROM client_keys AS k JOIN clients AS c ON c.id = k.client_id JOIN tenants AS t ON t.id = c.tenant_id
    WHERE k.id = $1
) AS x
"""
OPERATOR = f"""
SELECT row_to_json(x)::text FROM (
    {CLIENT} JOIN tenants AS t ON t.id = c.tenant_id WHERE t.kind = '{TenantKind.OPERATOR.value}' ORDER BY c.id LIMIT 1
) AS x
"""


def parent_on(alias: str, day: str) -> str:
    """The parent of an organisation on a day: of its last move until then, or as registered."""
    return f"""
(SELECT m.parent FROM (
    SELECT (g.details ->> 'parent_id')::uuid AS parent, g.valid_from AS day, g.id FROM registry_changes AS g
    WHERE g.record_id = {alias}.id AND g.change = 'move' AND g.valid_from <= {day}
    UNION ALL SELECT {alias}.parent_id, '-infinity'::date, '00000000-0000-0000-0000-000000000000'::uuid
) AS m ORDER BY m.day DESC, m.id DESC LIMIT 1)
"""


def children_of(parent: str, day: str) -> str:
    """Organisations `k` that stand right under one on the day; the first condition is what the indexes serve."""
    return f"""
(k.parent_id = {parent} OR k.id IN (
    SELECT g.record_id FROM registry_changes AS g
    WHERE g.change = 'move' AND g.details ->> 'parent_id' = ({parent})::text
)) AND {parent_on("k", day)} = {parent}
"""


def shown_organisation(day: str) -> str:
    """An organisation with those that are valid right below it on the day."""
    return f"""
SELECT {_OF_ORGANISATION}, {AMENDMENTS}, (
    SELECT json_agg(k.id ORDER BY k.id) FROM organisations AS k
    WHERE {children_of("c.id", day)} AND k.valid_from <= {day} AND (k.valid_to IS NULL OR k.valid_to >= {day})
) AS child_ids
FROM organisations AS c
"""


FAMILY = f"""
WITH RECURSIVE edges AS (
    SELECT id AS child, parent_id AS parent FROM organisations WHERE parent_id IS NOT NULL
    UNION SELECT record_id, (details ->> 'parent_id')::uuid FROM registry_changes
    WHERE change = 'move' AND details ->> 'parent_id' IS NOT NULL
), below (id) AS (
    SELECT $1::uuid UNION SELECT e.child FROM edges AS e JOIN below AS b ON e.parent = b.id
), above (id) AS (
    (SELECT id FROM below UNION SELECT $2::uuid) UNION SELECT e.parent FROM edges AS e JOIN above AS a ON e.child = a.id
)
SELECT row_to_json(x)::text FROM ({ORGANISATION} WHERE c.id IN (SELECT id FROM above)) AS x
"""
"""$1 an organisation or null, $2 its parent to be or null."""


def remembered(build: Callable[[Any], T]) -> Callable[[str], T]:
    """A reader of a record's JSON text. Records are values, so the same text is the same record and is read once."""

    @lru_cache(maxsize=RECORDS_MAX)
    def read(text: str) -> T:
        return build(orjson.loads(text))

    return read


def validity_of(row: Json) -> Validity:
    """First and last day of a record."""
    return Validity(date.fromisoformat(row["valid_from"]), day_of(row["valid_to"]))


def _ids(texts: list[str]) -> tuple[UUID, ...]:
    return tuple(map(UUID, texts))


_READ: Final[Mapping[str, Callable[[Any], Any]]] = {
    "parent_id": id_of,
    "ancestor_ids": _ids,
    "cause_roots": tuple,
    "lead_times": lead_times.read,
}
"""How a value of an amendment is read; all others are as they are."""


def _amendments(row: Json) -> tuple[Amendment, ...]:
    return tuple(
        Amendment(
            date.fromisoformat(entry["valid_from"]),
            {name: _READ[name](value) if name in _READ else value for name, value in entry["details"].items()},
        )
        for entry in row["amendments"] or ()
    )


def change_of(row: Json) -> Change:
    """One line of a history, details as they are stored."""
    return Change(
        id=UUID(row["id"]),
        kind=ChangeKind(row["change"]),
        valid_from=date.fromisoformat(row["valid_from"]),
        details=row["details"],
        client_id=ClientId(UUID(row["client_id"])),
        recorded_at=instant_of(row["recorded_at"]),
    )


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
        duplicate_policy=row["duplicate_policy"],
        confirmation_after_entrustment=row["confirmation_after_entrustment"],
        term_on_reassignment=row["term_on_reassignment"],
        fee_notice_days=row["fee_notice_days"],
        lead_times=lead_times.read(row["lead_times"]),
        suspension_pauses_term=row["suspension_pauses_term"],
        acceptance_on_dispatch=row["acceptance_on_dispatch"],
        full_organisation=row["full_organisation"],
        statement_before_filing=row["statement_before_filing"],
        tracks=tuple(CourtTrack(UUID(t["id"]), Track(t["track"]), validity_of(t)) for t in row["tracks"] or ()),
        amendments=_amendments(row),
    )


def referring_body_of(row: Json) -> ReferringBody:
    """A referring body."""
    return ReferringBody(
        id=ReferringBodyId(UUID(row["id"])),
        name=row["name"],
        kind=row["kind"],
        validity=validity_of(row),
        region=row["region"],
        amendments=_amendments(row),
    )


def organisation_of(row: Json) -> Organisation:
    """An organisation; with those below it where the row has them."""
    parent = id_of(row["parent_id"])
    return Organisation(
        id=OrganisationId(UUID(row["id"])),
        name=row["name"],
        kind=Body(row["kind"]),
        validity=validity_of(row),
        parent_id=None if parent is None else OrganisationId(parent),
        ancestor_ids=tuple(map(OrganisationId, _ids(row["ancestor_ids"]))),
        region=row["region"],
        amendments=_amendments(row),
        child_ids=tuple(map(OrganisationId, _ids(row.get("child_ids") or []))),
        charges=row["charges"],
        capacity=row["capacity"],
    )


def mediator_of(row: Json) -> Mediator:
    """A mediator."""
    return Mediator(
        id=MediatorId(UUID(row["id"])),
        organisation_id=OrganisationId(UUID(row["organisation_id"])),
        name=row["name"],
        validity=validity_of(row),
        certificate_number=row["certificate_number"],
        id_type=row["id_type"],
        identity=row["identity"],
        amendments=_amendments(row),
    )


def roster_entry_of(row: Json) -> RosterEntry:
    """A roster entry."""
    organisation, mediator = id_of(row["organisation_id"]), id_of(row["mediator_id"])
    return RosterEntry(
        id=UUID(row["id"]),
        court_id=CourtId(UUID(row["court_id"])),
        status=row["status"],
        validity=validity_of(row),
        organisation_id=None if organisation is None else OrganisationId(organisation),
        mediator_id=None if mediator is None else MediatorId(mediator),
        certificate_number=row["certificate_number"],
        training_hours=row["training_hours"],
        trained=row["trained"],
        amendments=_amendments(row),
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
        court_scope=row["court_scope"],
        amendments=_amendments(row),
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
    disabled = row["disabled_at"]
    return Client(
        id=ClientId(UUID(row["id"])),
        tenant_id=TenantId(UUID(row["tenant_id"])),
        name=row["name"],
        scopes=frozenset(map(Scope, row["scopes"])),
        recorded_at=instant_of(row["recorded_at"]),
        keys=tuple(map(_key, row["keys"] or ())),
        disabled_at=None if disabled is None else instant_of(disabled),
    )


def stored_key_of(row: Json) -> StoredKey:
    """A key with its hash and whom it stands for."""
    principal = Principal(
        client_id=ClientId(UUID(row["client_id"])),
        tenant_id=TenantId(UUID(row["tenant_id"])),
        kind=TenantKind(row["kind"]),
        scopes=frozenset(map(Scope, row["scopes"])),
    )
    return StoredKey(_key(row), bytes_of(row["secret_hash"]), principal, row["client_disabled"])


def _channels_of(rows: list[Json]) -> tuple[Channel, ...]:
    return tuple(map(channel_of, rows))


def _courts_of(rows: list[Json]) -> tuple[Court, ...]:
    return tuple(map(court_of, rows))


def _mediators_of(rows: list[Json]) -> tuple[Mediator, ...]:
    return tuple(map(mediator_of, rows))


def _roster_entries_of(rows: list[Json]) -> tuple[RosterEntry, ...]:
    return tuple(map(roster_entry_of, rows))


court_from = remembered(court_of)
organisation_from = remembered(organisation_of)
mediator_from = remembered(mediator_of)
referring_body_from = remembered(referring_body_of)
channels_from = remembered(_channels_of)
mediators_from = remembered(_mediators_of)
roster_entries_from = remembered(_roster_entries_of)
courts_from = remembered(_courts_of)
