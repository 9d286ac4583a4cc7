"""Texts of the statements about webhook endpoints, and domain values from their rows. Each compares the tenant, $1."""

from datetime import datetime
from typing import Any, Final
from uuid import UUID

import orjson

from app.adapters.database.json_values import bytes_of, id_of, instant_of
from app.adapters.database.wanted import SUBJECT
from app.adapters.secrets import field_context
from app.domain.access import TenantId
from app.domain.breaker import BreakerState
from app.domain.delivery import Ordering, OrderOver
from app.domain.delivery_port import EndpointState, Payload
from app.domain.delivery_status import Heard
from app.domain.ports import Sealer
from app.domain.signing import SignatureKind
from app.domain.webhook_port import Delivery, Health
from app.domain.webhooks import Endpoint, EndpointId, Errand, ErrandKind, Secret, SecretId

_ENDPOINT: Final = """
    SELECT e.id, e.tenant_id, e.url, e.description, e.state, e.state_reason, e.payload, e.types, e.court_ids,
        e.organisation_ids, e.headers_sealed, e.rate_per_second, e.timeout_seconds, e.schedule_seconds, e.ordering,
        e.order_over, e.park_after_hours, e.signing, e.from_position, e.filters_from, e.breaker, e.errand, e.errand_id,
        e.errand_due_at, e.errand_until, e.challenged_at, e.version, e.created_at, e.changed_at, (
            SELECT coalesce(json_agg(json_build_object(
                'id', s.id, 'kind', s.kind, 'created_at', s.created_at, 'ends_at', s.ends_at
            ) ORDER BY s.id), '[]') FROM webhook_secrets AS s WHERE s.endpoint_id = e.id AND s.tenant_id = $1
        ) AS secrets
    FROM webhook_endpoints AS e WHERE e.tenant_id = $1
"""
PAGE: Final = f"""
SELECT row_to_json(x)::text FROM ({_ENDPOINT}
    AND ($2::uuid IS NULL OR e.id = $2) AND ($3::uuid IS NULL OR e.id > $3) ORDER BY e.id LIMIT $4
) AS x
"""
"""$2 one id or null, $3 id to go on behind or null, $4 most rows."""

LOCK: Final = "SELECT id FROM webhook_endpoints WHERE tenant_id = $1 AND id = $2 FOR UPDATE"
HOLD_TENANT: Final = "SELECT pg_advisory_xact_lock(hashtextextended('webhook endpoints ' || $1::uuid::text, 0))"
COUNT: Final = """
SELECT count(*) FILTER (WHERE state <> 'removed') AS kept, count(*) FILTER (WHERE created_at > $2) AS made
FROM webhook_endpoints WHERE tenant_id = $1
"""
HEAD: Final = "SELECT coalesce(max(position), 0) FROM feed_heads WHERE tenant_id = $1"
ADD: Final = """
INSERT INTO webhook_endpoints (tenant_id, id, url, description, state, state_reason, payload, types, court_ids,
    organisation_ids, headers_sealed, rate_per_second, timeout_seconds, schedule_seconds, ordering, park_after_hours,
    signing, order_over, from_position, errand, errand_id, errand_due_at, errand_until, version, created_at, changed_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24,
    $25, $26)
"""
SAVE: Final = """
UPDATE webhook_endpoints AS e SET url = $3, description = $4, state = $5, state_reason = $6, payload = $7, types = $8,
    court_ids = $9, organisation_ids = $10, headers_sealed = $11, rate_per_second = $12, timeout_seconds = $13,
    schedule_seconds = $14, ordering = $15, park_after_hours = $16, signing = $17, order_over = $18,
    filters_from = $19, errand = $20,
    errand_attempt = CASE WHEN e.errand_id IS NOT DISTINCT FROM $21 THEN e.errand_attempt ELSE 0 END, errand_id = $21,
    errand_due_at = CASE WHEN e.errand_id IS NOT DISTINCT FROM $21 THEN e.errand_due_at ELSE $22 END,
    errand_until = $23, version = $24, changed_at = $25
WHERE e.tenant_id = $1 AND e.id = $2
"""
ADD_ONE: Final = """
INSERT INTO webhook_secrets (tenant_id, endpoint_id, id, kind, secret_sealed, created_at, ends_at)
VALUES ($1, $2, $3, $4, $5, $6, $7)
"""
END_SECRETS: Final = """
UPDATE webhook_secrets SET ends_at = least(coalesce(ends_at, $3), $3)
WHERE tenant_id = $1 AND endpoint_id = $2 AND ($4::uuid IS NULL OR id = $4)
"""
CLOSE_BREAKER: Final = """
UPDATE webhook_endpoints SET breaker = 'closed', breaker_until = NULL, breaker_trips = 0, ramp_limit = NULL,
    window_started_at = NULL, window_success = 0, window_failure = 0, failing_since = NULL
WHERE tenant_id = $1 AND id = $2
"""
_DELIVERIES: Final = f"""
SELECT d.position, v.id AS event_id, v.type, v.subject_kind, v.subject_id, v.version, v.body, d.state, d.reason,
    d.attempt_count, d.first_due_at, d.settled_at, l.next_due_at
FROM deliveries AS d JOIN events AS v ON v.entry = d.entry
LEFT JOIN lanes AS l ON l.endpoint_id = d.endpoint_id AND l.subject_id = d.subject_id
    AND l.head_position = d.position AND d.state = 'waiting'
WHERE d.tenant_id = $1 AND d.endpoint_id = $2 AND d.position > $3 AND ($4::text IS NULL OR v.type = $4)
    AND ($5::uuid IS NULL OR d.subject_id = $5 OR d.subject_id = d.endpoint_id AND {SUBJECT} = $5)
    AND ($6::timestamptz IS NULL OR v.recorded_at >= $6){{narrowed}}
ORDER BY d.position LIMIT $7
"""
DELIVERIES: Final[dict[str | None, str]] = {
    None: _DELIVERIES.format(narrowed=""),
    **{
        state: _DELIVERIES.format(narrowed=f" AND d.state = '{state}'")
        for state in ("waiting", "delivered", "parked", "skipped")
    },
}
"""By state, so that the database finds the few that wait or are parked by their own indexes."""

_ATTEMPT: Final = """
SELECT a.id, a.tenant_id, a.endpoint_id, a.subject_id, a.step, a.message_id, a.kind, a.position, a.number, a.started_at,
    a.duration_ms, a.outcome, a.reason, a.status, a.request_headers::text AS request_headers, a.body_sha256,
    a.answer_headers::text AS answer_headers, a.answer_sha256, a.answer, a.previous, a.hash
FROM delivery_attempts AS a WHERE a.tenant_id = $1 AND a.endpoint_id = $2
"""
ATTEMPTS: Final = f"{_ATTEMPT} AND a.position = $3 AND a.number > $4 ORDER BY a.number LIMIT $5"
ERRANDS: Final = f"{_ATTEMPT} AND a.subject_id = $2 AND a.position IS NULL AND a.step > $3 ORDER BY a.step LIMIT $4"
CHAIN: Final = f"{_ATTEMPT} AND a.subject_id = $3 AND a.step > $4 ORDER BY a.step LIMIT $5"
_HEALTH: Final = """
SELECT e.id, e.tenant_id, e.state, e.state_reason, e.breaker, e.breaker_until, e.failing_since, e.last_success_at,
    w.waiting_count, w.oldest_waiting_at, p.parked_count
FROM webhook_endpoints AS e
CROSS JOIN LATERAL (
    SELECT count(*) AS waiting_count, min(d.first_due_at) AS oldest_waiting_at
    FROM deliveries AS d WHERE d.endpoint_id = e.id AND d.state = 'waiting'
) AS w
CROSS JOIN LATERAL (
    SELECT count(*) AS parked_count FROM deliveries AS d WHERE d.endpoint_id = e.id AND d.state = 'parked'
) AS p
"""
HEALTH: Final = f"{_HEALTH} WHERE e.tenant_id = $1 AND e.id = $2"
HEALTH_OF_ALL: Final = (
    f"{_HEALTH} WHERE e.state <> 'removed' AND ($1::uuid IS NULL OR e.id > $1) ORDER BY e.id LIMIT $2"
)
"""For the system: $1 id to go on behind or null, $2 most rows."""

HEARD: Final = f"""
SELECT e.tenant_id, sum(w.waiting_count)::bigint AS waiting_count, sum(w.tried_count)::bigint AS tried_count,
    sum(p.parked_count)::bigint AS parked_count, sum(t.delivered_count)::bigint AS delivered_count
FROM webhook_endpoints AS e
CROSS JOIN LATERAL (
    SELECT count(*) AS waiting_count, count(*) FILTER (WHERE d.attempt_count > 0) AS tried_count FROM (
        SELECT d.attempt_count FROM deliveries AS d
        WHERE d.endpoint_id = e.id AND d.subject_id = $1 AND d.state = 'waiting'
        UNION ALL
        SELECT d.attempt_count FROM deliveries AS d JOIN events AS v ON v.entry = d.entry
        WHERE d.endpoint_id = e.id AND d.subject_id = e.id AND d.state = 'waiting' AND {SUBJECT} = $1
    ) AS d
) AS w
CROSS JOIN LATERAL (
    SELECT count(*) AS parked_count FROM deliveries AS d JOIN events AS v ON v.entry = d.entry
    WHERE d.endpoint_id = e.id AND d.state = 'parked'
        AND (d.subject_id = $1 OR d.subject_id = e.id AND {SUBJECT} = $1)
) AS p
CROSS JOIN LATERAL (
    SELECT count(*) AS delivered_count
    FROM delivery_attempts AS a WHERE a.endpoint_id = e.id AND a.subject_id = $1 AND a.outcome = 'delivered'
) AS t
WHERE e.tenant_id = ANY ($2::uuid[]) AND e.state <> 'removed' GROUP BY e.tenant_id
"""
"""For the system: $1 referral, $2 tenants."""


def endpoint_of(text: str, sealer: Sealer) -> Endpoint:
    """An endpoint from a row of `PAGE`."""
    row = orjson.loads(text)
    endpoint_id = EndpointId(UUID(row["id"]))
    return Endpoint(
        id=endpoint_id,
        tenant_id=TenantId(UUID(row["tenant_id"])),
        url=row["url"],
        description=row["description"],
        state=EndpointState(row["state"]),
        state_reason=row["state_reason"],
        payload=Payload(row["payload"]),
        types=tuple(row["types"]),
        court_ids=tuple(map(UUID, row["court_ids"])),
        organisation_ids=tuple(map(UUID, row["organisation_ids"])),
        headers=headers_of(row["headers_sealed"], sealer, endpoint_id),
        rate_per_second=row["rate_per_second"],
        timeout_seconds=row["timeout_seconds"],
        schedule_seconds=None if row["schedule_seconds"] is None else tuple(row["schedule_seconds"]),
        ordering=Ordering(row["ordering"]),
        order_over=OrderOver(row["order_over"]),
        park_after_hours=row["park_after_hours"],
        signing=tuple(map(SignatureKind, row["signing"])),
        from_position=row["from_position"],
        breaker=BreakerState(row["breaker"]),
        version=row["version"],
        created_at=instant_of(row["created_at"]),
        changed_at=instant_of(row["changed_at"]),
        filters_from=row["filters_from"],
        errand=_errand(row),
        challenged_at=_instant(row["challenged_at"]),
        secrets=tuple(map(_secret, row["secrets"])),
    )


def _errand(row: Any) -> Errand | None:
    if row["errand"] is None:
        return None
    due_at, until = instant_of(row["errand_due_at"]), _instant(row["errand_until"])
    return Errand(ErrandKind(row["errand"]), UUID(row["errand_id"]), due_at, until or due_at)


def _secret(row: Any) -> Secret:
    return Secret(SecretId(UUID(row["id"])), row["kind"], instant_of(row["created_at"]), _instant(row["ends_at"]))


def _instant(text: str | None) -> datetime | None:
    return None if text is None else instant_of(text)


def headers_of(sealed: str | None, sealer: Sealer, endpoint_id: UUID) -> dict[str, str]:
    """Custom headers from the hexadecimal form of their column."""
    if sealed is None:
        return {}
    found: dict[str, str] = orjson.loads(sealer.decrypt(bytes_of(sealed), headers_place(endpoint_id)))
    return found


def headers_place(endpoint_id: UUID) -> bytes:
    """Where sealed headers stand."""
    return field_context("webhook_endpoints", "headers_sealed", endpoint_id)


def secret_place(secret_id: UUID) -> bytes:
    """Where a sealed secret stands."""
    return field_context("webhook_secrets", "secret_sealed", secret_id)


def delivery_of(row: Any) -> Delivery:
    """A delivery from a row of `DELIVERIES`."""
    named = {"referral_id": str(row["subject_id"]), "referral_version": row["version"]}
    about = named if row["subject_kind"] == "referral" else row["body"]
    return Delivery(
        position=row["position"],
        event_id=UUID(int=row["event_id"].int),
        type=row["type"],
        referral_id=id_of(about["referral_id"]),
        referral_version=about["referral_version"],
        state=row["state"],
        reason=row["reason"],
        attempt_count=row["attempt_count"],
        first_due_at=row["first_due_at"],
        settled_at=row["settled_at"],
        next_due_at=row["next_due_at"],
    )


def health_of(row: Any) -> Health:
    """How an endpoint does, from a row of `HEALTH` or `HEALTH_OF_ALL`."""
    return Health(
        endpoint_id=EndpointId(UUID(int=row["id"].int)),
        tenant_id=TenantId(UUID(int=row["tenant_id"].int)),
        state=row["state"],
        state_reason=row["state_reason"],
        breaker=row["breaker"],
        breaker_until=row["breaker_until"],
        waiting_count=row["waiting_count"],
        oldest_waiting_at=row["oldest_waiting_at"],
        parked_count=row["parked_count"],
        failing_since=row["failing_since"],
        last_success_at=row["last_success_at"],
    )


def heard_of(row: Any) -> Heard:
    """What a tenant heard, from a row of `HEARD`."""
    return Heard(
        tenant_id=UUID(int=row["tenant_id"].int),
        waiting_count=row["waiting_count"],
        tried_count=row["tried_count"],
        delivered_count=row["delivered_count"],
        parked_count=row["parked_count"],
    )
