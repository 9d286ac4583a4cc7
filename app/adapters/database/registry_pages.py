"""Texts of the statements that read the registry page by page. Built once; nothing from outside ever enters a text.

$1 one id or null, $2 id to go on behind or null, $3 most rows; then what the statement says of itself.
"""

from app.adapters.database import registry_rows as r

_VALID = "($4::date IS NULL OR (c.valid_from <= $4 AND (c.valid_to IS NULL OR c.valid_to >= $4)))"


def _page(select: str, *conditions: str) -> str:
    narrowed = "".join(f" AND {condition}" for condition in conditions)
    return (
        f"SELECT row_to_json(x)::text FROM ({select} WHERE ($1::uuid IS NULL OR c.id = $1) "
        f"AND ($2::uuid IS NULL OR c.id > $2){narrowed} ORDER BY c.id LIMIT $3) AS x"
    )


def _of(column: str, number: int) -> str:
    return f"(${number}::uuid IS NULL OR c.{column} = ${number})"


CLIENTS = _page(r.CLIENT)
COURTS = _page(r.COURT, _VALID)
REFERRING_BODIES = _page(r.REFERRING_BODY, _VALID)
"""$4 a day on which they are valid or null."""

ORGANISATIONS = _page(
    r.shown_organisation("$5::date"),
    _VALID,
    "($6::uuid IS NULL OR c.id IN ("
    f"SELECT k.id FROM organisations AS k WHERE {r.children_of('$6::uuid', '$5::date')}))",
)
"""$4 as above, $5 the day on which parents and children are looked at, $6 a parent or null."""

MEDIATORS = _page(r.MEDIATOR, _VALID, _of("organisation_id", 5))
"""$4 as above, $5 an organisation or null."""

CHANNELS = _page(r.CHANNEL, _VALID, _of("court_id", 5), _of("organisation_id", 6))
"""$4 as above, $5 a court or null, $6 an organisation or null."""

ROSTERS = _page(
    r.ROSTER_ENTRY,
    _VALID,
    _of("court_id", 5),
    "($6::uuid IS NULL OR c.organisation_id = $6 "
    "OR c.mediator_id IN (SELECT m.id FROM mediators AS m WHERE m.organisation_id = $6))",
    _of("mediator_id", 7),
)
"""$4 as above, $5 a court or null, $6 an organisation or null, $7 a mediator or null."""

CHANGES = """
SELECT row_to_json(x)::text FROM (
    SELECT g.id, g.change, g.valid_from, g.details, g.client_id, g.recorded_at FROM registry_changes AS g
    WHERE g.noun = $1 AND g.record_id = $2 AND ($3::uuid IS NULL OR g.id > $3) ORDER BY g.id LIMIT $4
) AS x
"""
"""$1 kind of record, $2 the record, $3 id to go on behind or null, $4 most rows."""

TENANT = "SELECT kind, name FROM tenants WHERE id = $1"
HOLD = "SELECT pg_advisory_xact_lock(7310001)"
"""One writer of the registry at a time: writes are rare, and many look at more than one row before they write."""

OVERLAPPING = """
SELECT id FROM channels WHERE court_id = $1 AND organisation_id = $2 AND ($5::uuid IS NULL OR id <> $5)
    AND valid_from <= COALESCE($4::date, 'infinity') AND COALESCE(valid_to, 'infinity') >= $3
ORDER BY id LIMIT 1
"""
"""$1 court, $2 organisation, $3 first day, $4 last day or null, $5 a channel that does not count or null."""


def name_owner(table: str) -> str:
    """Who has or had the name $2 among the records of the table; $1 is their kind."""
    return f"""
SELECT id FROM {table} WHERE name = $2 UNION ALL
SELECT record_id FROM registry_changes WHERE change = 'rename' AND noun = $1 AND details ->> 'name' = $2 LIMIT 1
"""
