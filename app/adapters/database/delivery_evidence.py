"""Queries of the check of a whole database about deliveries: each gives the subjects for which something is wrong."""

from typing import Any
from uuid import UUID

import orjson

from app.domain.delivery import Outcome
from app.domain.receipts import Attempt, AttemptKind, Receipt

FIRST_ID = UUID(int=0)

DELIVERY_FAULTS: tuple[tuple[int, str, str], ...] = (
    (
        4,
        "delivered_without_receipt",
        """
        SELECT d.endpoint_id::text FROM deliveries AS d WHERE d.state = 'delivered' AND NOT EXISTS (
            SELECT FROM delivery_attempts AS a
            WHERE a.endpoint_id = d.endpoint_id AND a.position = d.position AND a.outcome = 'delivered'
                AND a.status BETWEEN 200 AND 299
        )
        """,
    ),
    (
        4,
        "receipt_without_delivery",
        """
        SELECT a.id::text FROM delivery_attempts AS a WHERE a.kind = 'event' AND NOT EXISTS (
            SELECT FROM deliveries AS d WHERE d.endpoint_id = a.endpoint_id AND d.position = a.position
                AND d.subject_id IN (a.subject_id, a.endpoint_id) AND d.attempt_count >= a.number
        )
        """,
    ),
    (
        4,
        "delivery_overtook",
        """
        WITH first AS (
            SELECT DISTINCT ON (endpoint_id, subject_id, position) endpoint_id, subject_id, position, step, started_at
            FROM delivery_attempts WHERE kind = 'event' AND outcome = 'delivered'
            ORDER BY endpoint_id, subject_id, position, step
        )
        SELECT DISTINCT late.endpoint_id::text FROM first AS late JOIN first AS early
            ON early.endpoint_id = late.endpoint_id AND early.subject_id = late.subject_id
            AND early.position > late.position AND early.step < late.step
        JOIN deliveries AS d ON d.endpoint_id = late.endpoint_id AND d.position = late.position
        WHERE d.reason IS NULL AND d.first_due_at < early.started_at
        """,
    ),
    # What is in one order over all referrals is in several chains, so that instants are compared; those of several
    # workers are taken to be a second apart at most.
    (
        4,
        "delivery_overtook_in_endpoint",
        """
        WITH first AS (
            SELECT a.endpoint_id, a.position, min(a.started_at) AS started_at
            FROM delivery_attempts AS a JOIN webhook_endpoints AS e ON e.id = a.endpoint_id
            WHERE e.order_over = 'endpoint' AND a.kind = 'event' AND a.outcome = 'delivered'
                AND a.position > GREATEST(e.from_position, e.ordered_from)
            GROUP BY a.endpoint_id, a.position
        ), seen AS (
            SELECT endpoint_id, position, max(position) OVER (
                PARTITION BY endpoint_id ORDER BY started_at
                RANGE BETWEEN UNBOUNDED PRECEDING AND interval '1 second' PRECEDING
            ) AS last_before FROM first
        )
        SELECT DISTINCT s.endpoint_id::text FROM seen AS s
        JOIN deliveries AS d ON d.endpoint_id = s.endpoint_id AND d.position = s.position
        WHERE s.last_before > s.position AND d.reason IS NULL
        """,
    ),
    (
        4,
        "lane_of_another_order",
        """
        SELECT e.id::text FROM webhook_endpoints AS e JOIN lanes AS l ON l.endpoint_id = e.id
        WHERE (l.subject_id = e.id) <> (e.order_over = 'endpoint')
        """,
    ),
    (
        4,
        "delivery_of_another_event",
        """
        SELECT d.endpoint_id::text FROM deliveries AS d
        LEFT JOIN feed_entries AS f ON f.tenant_id = d.tenant_id AND f.position = d.position
        WHERE f.entry IS DISTINCT FROM d.entry
        """,
    ),
    # The filters stand here a second time on purpose: they are what the sequencer is held against.
    (
        4,
        "event_without_delivery",
        """
        SELECT e.id::text FROM webhook_endpoints AS e JOIN feed_entries AS f
            ON f.tenant_id = e.tenant_id AND f.position > GREATEST(e.from_position, e.filters_from)
        JOIN events AS v ON v.entry = f.entry
        WHERE e.state IN ('active', 'paused', 'disabled') AND e.filters_from IS NOT NULL AND v.subject_id <> e.id
            AND (e.types = '{}' OR v.type = ANY (e.types) OR split_part(v.type, '.', 1) || '.*' = ANY (e.types))
            AND (e.court_ids = '{}' OR e.court_ids && v.audience)
            AND (e.organisation_ids = '{}' OR e.organisation_ids && v.audience)
            AND NOT EXISTS (
                SELECT FROM deliveries AS d WHERE d.endpoint_id = e.id AND d.position = f.position
            )
        """,
    ),
    (
        4,
        "lane_differs",
        """
        SELECT COALESCE(l.endpoint_id, w.endpoint_id)::text FROM lanes AS l FULL JOIN (
            SELECT endpoint_id, subject_id, min(position) AS head_position FROM deliveries
            WHERE state = 'waiting' GROUP BY endpoint_id, subject_id
        ) AS w ON w.endpoint_id = l.endpoint_id AND w.subject_id = l.subject_id
        WHERE l.head_position IS DISTINCT FROM w.head_position AND l.lease_token IS NULL
        """,
    ),
    (
        4,
        "receipt_gap",
        """
        SELECT endpoint_id::text FROM delivery_attempts GROUP BY endpoint_id, subject_id
        HAVING min(step) <> 1 OR max(step) <> count(*)
        """,
    ),
    (
        4,
        "receipt_previous_differs",
        """
        SELECT id::text FROM (
            SELECT id, previous, lag(hash) OVER (PARTITION BY endpoint_id, subject_id ORDER BY step) AS earlier
            FROM delivery_attempts
        ) AS x WHERE previous <> COALESCE(earlier, '')
        """,
    ),
    (
        4,
        "answer_differs",
        """
        SELECT id::text FROM delivery_attempts
        WHERE answer IS NOT NULL AND encode(sha256(answer), 'hex') <> answer_sha256
        """,
    ),
)
"""(invariant, code, query that gives the subjects)."""

RECEIPTS_OF = """
SELECT a.id, a.tenant_id, a.endpoint_id, a.subject_id, a.step, a.message_id, a.kind, a.position, a.number, a.started_at,
    a.duration_ms, a.outcome, a.reason, a.status, a.request_headers::text AS request_headers, a.body_sha256,
    a.answer_headers::text AS answer_headers, a.answer_sha256, a.answer, a.previous, a.hash
FROM delivery_attempts AS a
WHERE (a.endpoint_id, a.subject_id, a.step) > ($1::uuid, $2::uuid, $3)
ORDER BY a.endpoint_id, a.subject_id, a.step LIMIT $4
"""
"""A batch of receipts in the order of their chains."""


def receipt_of(row: Any) -> Receipt:
    """A receipt from a row of `RECEIPTS_OF`."""
    attempt = Attempt(
        id=UUID(int=row["id"].int),
        tenant_id=UUID(int=row["tenant_id"].int),
        endpoint_id=UUID(int=row["endpoint_id"].int),
        subject_id=UUID(int=row["subject_id"].int),
        message_id=UUID(int=row["message_id"].int),
        kind=AttemptKind(row["kind"]),
        position=row["position"],
        number=row["number"],
        started_at=row["started_at"],
        duration_ms=row["duration_ms"],
        outcome=Outcome(row["outcome"]),
        reason=row["reason"],
        status=row["status"],
        request_headers=orjson.loads(row["request_headers"]),
        body_sha256=row["body_sha256"],
        answer_headers=orjson.loads(row["answer_headers"]),
        answer=row["answer"],
    )
    return Receipt(attempt, row["step"], row["answer_sha256"], row["previous"], row["hash"])
