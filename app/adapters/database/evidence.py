"""Reads for the check of a whole database, for the system only.

Each query of a fault gives the subjects for which an invariant does not hold; a clean database gives no row.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from uuid import UUID

import orjson

from app.adapters.database.delivery_evidence import DELIVERY_FAULTS, FIRST_ID, RECEIPTS_OF, receipt_of
from app.adapters.database.referral_reads import BATCH
from app.adapters.database.rows import EVENT_COLUMNS, event_of_row, record_of
from app.adapters.database.session import Session
from app.adapters.database.tables import CASE_TABLES
from app.domain.documents import CONFIDENTIAL
from app.domain.events import Event
from app.domain.ports import Fault, Record
from app.domain.receipts import Receipt
from app.domain.referral import LEFT_THE_COURT, ReferralId

EVENTS_OF = f"""
SELECT {EVENT_COLUMNS} FROM events
WHERE subject_id = ANY ($1::uuid[]) AND subject_kind = 'referral' ORDER BY subject_id, version
"""

_OF_REFERRAL = tuple(table.name for table in CASE_TABLES if "referral_id" in table.columns)

_SEEN_BY = {
    "documents": "x.viewers IS DISTINCT FROM CASE WHEN x.private_to IS NULL THEN f.viewers ELSE ARRAY[x.private_to] END"
}
"""What is wrong with the viewers of a row, where it is not that they differ from the referral's."""

_ISOLATION = tuple(
    (
        0,
        "viewers_differ_below",
        f"""
        SELECT x.id::text FROM {table} AS x JOIN referrals AS f ON f.id = x.referral_id
        WHERE {_SEEN_BY.get(table, "x.viewers IS DISTINCT FROM f.viewers")}
        """,
    )
    for table in _OF_REFERRAL
)

_LEFT = ", ".join(f"'{state}'" for state in sorted(LEFT_THE_COURT))

_CONFIDENTIAL = ", ".join(f"'{name}'" for name in sorted(CONFIDENTIAL))

_FAULTS: tuple[tuple[int, str, str], ...] = (
    (
        0,
        "viewers_are_not_the_audience",
        f"""
        SELECT f.id::text FROM referrals AS f CROSS JOIN LATERAL (
            SELECT array_agg(DISTINCT v ORDER BY v) AS seen FROM (
                SELECT unnest(ARRAY[f.court_id, f.referring_body_id, f.holder_id]) AS v
                UNION ALL SELECT unnest(f.holder_ancestor_ids) WHERE f.holder_id IS NOT NULL
                UNION ALL SELECT p.court_id FROM procedures AS p
                WHERE p.referral_id = f.id AND p.state NOT IN ({_LEFT})
            ) AS a WHERE v IS NOT NULL
        ) AS audience
        WHERE audience.seen IS DISTINCT FROM (SELECT array_agg(v ORDER BY v) FROM unnest(f.viewers) AS v)
        """,
    ),
    (
        0,
        "list_differs_from_viewers",
        """
        SELECT COALESCE(l.referral_id, f.id)::text FROM referral_viewers AS l FULL JOIN (
            SELECT id, unnest(viewers) AS viewer_id, state, cause_code FROM referrals
        ) AS f ON f.id = l.referral_id AND f.viewer_id = l.viewer_id
        WHERE (l.state, l.cause_code) IS DISTINCT FROM (f.state, f.cause_code)
        """,
    ),
    (
        0,
        "dispute_viewers_differ",
        """
        SELECT d.id::text FROM disputes AS d WHERE NOT EXISTS (
            SELECT FROM (
                SELECT array_agg(DISTINCT v) AS seen FROM referrals AS f CROSS JOIN LATERAL unnest(f.viewers) AS v
                WHERE f.dispute_id = d.id
            ) AS x WHERE x.seen @> d.viewers AND d.viewers @> x.seen
        )
        """,
    ),
    (
        0,
        "series_viewers_differ",
        """
        SELECT s.id::text FROM series AS s WHERE NOT EXISTS (
            SELECT FROM (
                SELECT array_agg(DISTINCT v) || s.owner_id AS seen
                FROM referrals AS f CROSS JOIN LATERAL unnest(f.viewers) AS v WHERE f.series_id = s.id
            ) AS x WHERE x.seen @> s.viewers AND s.viewers @> x.seen
        )
        """,
    ),
    *_ISOLATION,
    (
        1,
        "event_without_referral",
        """
        SELECT DISTINCT e.subject_id::text FROM events AS e
        WHERE e.subject_kind = 'referral' AND NOT EXISTS (SELECT FROM referrals AS f WHERE f.id = e.subject_id)
        """,
    ),
    (
        1,
        "warning_without_clock",
        """
        SELECT DISTINCT e.subject_id::text FROM events AS e
        WHERE e.subject_kind = 'deadline' AND NOT EXISTS (SELECT FROM clocks AS c WHERE c.id = e.subject_id)
        """,
    ),
    (
        2,
        "warning_gap",
        """
        SELECT subject_id::text FROM events WHERE subject_kind = 'deadline'
        GROUP BY subject_id HAVING min(version) <> 1 OR max(version) <> count(*)
        """,
    ),
    (
        2,
        "event_incomplete",
        """
        SELECT id::text FROM events WHERE subject_kind = 'referral'
            AND NOT (actor ? 'role' AND body ? 'on_behalf_of' AND jsonb_array_length(body -> 'sources') > 0)
        """,
    ),
    (
        3,
        "positions_not_dense",
        """
        SELECT tenant_id::text FROM feed_entries LEFT JOIN feed_floors AS l USING (tenant_id)
        GROUP BY tenant_id, l.position
        HAVING min(feed_entries.position) <> COALESCE(l.position, 0) + 1
            OR max(feed_entries.position) <> count(*) + COALESCE(l.position, 0)
        """,
    ),
    (
        3,
        "head_differs",
        """
        SELECT tenant_id::text FROM feed_heads AS h FULL JOIN (
            SELECT tenant_id, max(position) AS position FROM (
                SELECT tenant_id, position FROM feed_entries UNION ALL SELECT tenant_id, position FROM feed_floors
            ) AS known GROUP BY tenant_id
        ) AS f USING (tenant_id)
        WHERE COALESCE(h.position, 0) <> COALESCE(f.position, 0)
        """,
    ),
    (
        3,
        "event_missing_in_feed",
        """
        SELECT e.id::text FROM events AS e
        CROSS JOIN LATERAL (SELECT DISTINCT unnest(e.audience) AS tenant_id) AS a
        WHERE NOT EXISTS (SELECT FROM unplaced AS u WHERE u.entry = e.entry)
            AND NOT EXISTS (SELECT FROM feed_entries AS f WHERE f.entry = e.entry AND f.tenant_id = a.tenant_id)
            AND NOT EXISTS (SELECT FROM feed_floors AS l WHERE l.tenant_id = a.tenant_id)
        """,
    ),
    (
        3,
        "removed_without_floor",
        """
        SELECT l.tenant_id::text FROM feed_floors AS l JOIN (
            SELECT a.tenant_id, count(*) FILTER (WHERE f.entry IS NULL) AS removed FROM events AS e
            CROSS JOIN LATERAL (SELECT DISTINCT unnest(e.audience) AS tenant_id) AS a
            LEFT JOIN feed_entries AS f ON f.entry = e.entry AND f.tenant_id = a.tenant_id
            WHERE NOT EXISTS (SELECT FROM unplaced AS u WHERE u.entry = e.entry)
            GROUP BY a.tenant_id
        ) AS counted USING (tenant_id) WHERE counted.removed <> l.position
        """,
    ),
    (
        3,
        "consumer_beyond_feed",
        """
        SELECT c.tenant_id::text FROM consumers AS c LEFT JOIN feed_heads AS h USING (tenant_id)
        WHERE greatest(c.position, c.lease_position) > COALESCE(h.position, 0)
        """,
    ),
    (
        3,
        "event_twice_in_feed",
        "SELECT entry::text FROM feed_entries GROUP BY tenant_id, entry HAVING count(*) > 1",
    ),
    (
        3,
        "event_placed_and_waiting",
        """
        SELECT u.entry::text FROM unplaced AS u
        WHERE EXISTS (SELECT FROM feed_entries AS f WHERE f.entry = u.entry)
        """,
    ),
    (
        3,
        "feed_of_another",
        """
        SELECT f.entry::text FROM feed_entries AS f LEFT JOIN events AS e USING (entry)
        WHERE e.entry IS NULL OR NOT f.tenant_id = ANY (e.audience)
        """,
    ),
    (
        3,
        "feed_out_of_version_order",
        """
        SELECT DISTINCT subject_id::text FROM (
            SELECT e.subject_id, e.version, lag(e.version) OVER (
                PARTITION BY f.tenant_id, e.subject_id ORDER BY f.position
            ) AS earlier
            FROM feed_entries AS f JOIN events AS e USING (entry)
        ) AS x WHERE earlier > version
        """,
    ),
    *DELIVERY_FAULTS,
    (
        5,
        "answer_without_effect",
        """
        SELECT k.answer ->> 'id' FROM idempotency_keys AS k
        WHERE k.version IS NOT NULL AND NOT EXISTS (
            SELECT FROM events AS e WHERE e.subject_id = (k.answer ->> 'id')::uuid AND e.version = k.version
                AND e.actor ->> 'client_id' = k.client_id::text
        ) AND NOT EXISTS (
            SELECT FROM webhook_endpoints AS w WHERE w.id = (k.answer ->> 'id')::uuid AND w.version >= k.version
        )
        """,
    ),
    (
        5,
        "effect_of_two_keys",
        """
        SELECT answer ->> 'id' FROM idempotency_keys WHERE version IS NOT NULL
        GROUP BY answer ->> 'id', version HAVING count(*) > 1
        """,
    ),
    (
        5,
        "message_with_two_effects",
        """
        SELECT m.id::text FROM platform_inbox AS m JOIN idempotency_keys AS k ON k.key = 'inbox:' || m.id
        GROUP BY m.id, m.referral_id
        HAVING count(*) > 1 OR bool_or(m.referral_id::text <> k.answer ->> 'id')
        """,
    ),
    (
        5,
        "effect_without_message",
        """
        SELECT k.key FROM idempotency_keys AS k
        WHERE k.key LIKE 'inbox:%' AND k.client_id IN (SELECT client_id FROM court_platforms)
            AND NOT EXISTS (SELECT FROM platform_inbox AS m WHERE k.key = 'inbox:' || m.id)
        """,
    ),
    (
        6,
        "open_clock_of_closed_region",
        """
        SELECT c.id::text FROM clocks AS c JOIN referrals AS f ON f.id = c.referral_id
        WHERE c.region = 'mediation' AND c.state IN ('running', 'paused') AND f.state IN ('closed', 'returned')
        """,
    ),
    (
        6,
        "clock_twice",
        """
        SELECT referral_id::text FROM clocks WHERE state IN ('running', 'paused')
        GROUP BY referral_id, rule, term_id HAVING count(*) > 1
        """,
    ),
    (
        6,
        "paused_clock_with_due_date",
        "SELECT id::text FROM clocks WHERE (state = 'paused') <> (due_on IS NULL)",
    ),
    (
        9,
        "mediator_against_conflict",
        """
        SELECT a.id::text FROM mediator_assignments AS a JOIN conflicts AS c USING (referral_id, mediator_id)
        WHERE a.ended_on IS NULL AND c.decision IN ('recused', 'barred') AND c.entered_in_error_on IS NULL
        """,
    ),
    (
        8,
        "confidential_document_shared",
        f"""
        SELECT id::text FROM documents WHERE document_class IN ({_CONFIDENTIAL})
            AND (put_by <> 'organisation' OR viewers IS DISTINCT FROM ARRAY[put_by_id])
        """,
    ),
)
"""(invariant, code, query that gives the subjects)."""

DOCUMENTS_AMONG = "SELECT id FROM documents WHERE id = ANY ($1::uuid[])"

COUNTS = """
SELECT (SELECT count(*) FROM referrals) AS referrals, (SELECT count(*) FROM events) AS events,
    (SELECT count(*) FROM unplaced) AS unplaced, (SELECT count(*) FROM feed_entries) AS feed_entries,
    (SELECT count(*) FROM feed_heads) AS feeds, (SELECT count(*) FROM idempotency_keys) AS idempotency_keys,
    (SELECT count(*) FROM clocks) AS clocks, (SELECT count(*) FROM disputes) AS disputes,
    (SELECT count(*) FROM series) AS series, (SELECT count(*) FROM deliveries) AS deliveries,
    (SELECT count(*) FROM lanes) AS lanes, (SELECT count(*) FROM delivery_attempts) AS delivery_attempts
"""


class EvidenceRows:
    """What a check needs to see of everything."""

    __slots__ = ("_session",)

    def __init__(self, session: Session) -> None:
        self._session = session

    async def referrals(self, *, after_id: ReferralId | None, limit: int) -> tuple[Record, ...]:
        """Referrals by id, with clocks, agreement and procedures."""
        rows = await self._session.rows(BATCH, after_id, limit)
        return tuple(record_of(orjson.loads(row[0])) for row in rows)

    async def events_of(self, referral_ids: Sequence[ReferralId]) -> Mapping[ReferralId, tuple[Event, ...]]:
        """Events by referral, in version order; a referral without events has no entry."""
        found: defaultdict[ReferralId, list[Event]] = defaultdict(list)
        for row in await self._session.rows(EVENTS_OF, list(referral_ids)):
            found[ReferralId(UUID(int=row["subject_id"].int))].append(event_of_row(row))
        return {referral_id: tuple(events) for referral_id, events in found.items()}

    async def faults(self, *, limit: int) -> tuple[Fault, ...]:
        """What the database itself can say about feeds, idempotency keys, clocks and viewers."""
        faults: list[Fault] = []
        for invariant, code, query in _FAULTS:
            rows = await self._session.rows(f"{query} LIMIT {int(limit)}")
            faults.extend(Fault(invariant, row[0], code) for row in rows)
        return tuple(faults)

    async def receipts(self, *, behind: tuple[UUID, UUID, int] | None, limit: int) -> tuple[Receipt, ...]:
        """Receipts of deliveries in the order of their chains."""
        rows = await self._session.rows(RECEIPTS_OF, *(behind or (FIRST_ID, FIRST_ID, 0)), limit)
        return tuple(receipt_of(row) for row in rows)

    async def documents_among(self, ids: Sequence[UUID]) -> frozenset[UUID]:
        """Which of these ids are those of documents."""
        rows = await self._session.rows(DOCUMENTS_AMONG, list(ids))
        return frozenset(UUID(int=row["id"].int) for row in rows)

    async def counts(self) -> Mapping[str, int]:
        """Rows of the main tables."""
        row = (await self._session.rows(COUNTS))[0]
        return dict(row.items())
