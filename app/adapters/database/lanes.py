"""Work that waits for delivery: which endpoints have some, and the heads of their lanes under a lease.

Taking work looks at lanes only, and at no more rows than it takes: what is delivered, what is due later, and what
waits behind a head costs nothing, whatever its number.
"""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

import orjson

from app.adapters.database.json_values import dumped
from app.adapters.database.session import Session
from app.adapters.secrets import field_context
from app.domain.access import TenantId
from app.domain.breaker import Breaker, BreakerState
from app.domain.delivery import SCHEDULE_SECONDS, Ordering, Policy, Tried
from app.domain.delivery_port import Claimed, EndpointState, Head, LaneKey, Payload, Ready, Secret, Target, Wanted
from app.domain.feed import FeedEvent
from app.domain.ports import Sealer

FIRST_ID = "'00000000-0000-0000-0000-000000000000'::uuid"

BREAKER_COLUMNS = """
e.breaker, e.breaker_until, e.breaker_trips, e.ramp_limit, e.window_started_at, e.window_success, e.window_failure,
e.failing_since, e.last_success_at
"""
_TARGET_COLUMNS = f"""
e.id, e.tenant_id, e.url, e.state, e.payload, e.timeout_seconds, e.schedule_seconds, e.ordering, e.park_after_hours,
e.headers_sealed, e.signing, e.rate_per_second, e.rate_tokens, e.rate_at, {BREAKER_COLUMNS},
(SELECT COALESCE(max(epoch), 0) FROM feed_epochs) AS epoch,
ARRAY(
    SELECT ROW(s.id, s.kind, s.secret_sealed) FROM webhook_secrets AS s
    WHERE s.endpoint_id = e.id AND (s.ends_at IS NULL OR s.ends_at > {{now}}) ORDER BY s.id DESC
) AS secrets
"""


def target_columns(now: str) -> str:
    """What `target_of` reads of `webhook_endpoints AS e`, live secrets included. `now`: the parameter that holds it."""
    return _TARGET_COLUMNS.format(now=now)


CLAIMING = "SET LOCAL enable_bitmapscan = off; SET LOCAL enable_sort = off; SET LOCAL synchronous_commit = off"
"""A table that was small when the plan was made would be read whole for every step. A lease that the database forgets
when it is cut off means that something is sent twice, as after every loss of a lease; so nobody waits for the disk."""

CLAIM_LOCK = 7_310_004
"""First number of the advisory locks of claims; the second is made of the endpoint."""

_STEP = """
SELECT endpoint_id, next_due_at FROM lanes
WHERE lease_token IS NULL AND endpoint_id > {behind} ORDER BY endpoint_id, next_due_at LIMIT 1
"""
_BEHIND_GIVEN = f"COALESCE($1::uuid, {FIRST_ID})"
WAITING = f"""
WITH RECURSIVE waiting AS (
    (SELECT s.endpoint_id, s.next_due_at, 1 AS number FROM ({_STEP.format(behind=_BEHIND_GIVEN)}) AS s)
    UNION ALL
    SELECT s.endpoint_id, s.next_due_at, w.number + 1
    FROM waiting AS w CROSS JOIN LATERAL ({_STEP.format(behind="w.endpoint_id")}) AS s WHERE w.number < $2
)
SELECT endpoint_id, next_due_at,
    CASE WHEN next_due_at <= $3 THEN pg_try_advisory_xact_lock({CLAIM_LOCK}, hashtext(endpoint_id::text)) END AS mine
FROM waiting
"""
"""Endpoints with waiting work, by id, each with the instant of its first: a jump from one to the next in the index.

Of several workers one at a time claims of an endpoint, so that its bounds are kept; the lock is apart from that of the
row, which those who settle hold.
"""

TARGETS = f"""
SELECT {target_columns("$2")} FROM webhook_endpoints AS e
WHERE e.id = ANY ($1::uuid[]) AND e.state = 'active' AND (e.breaker_until IS NULL OR e.breaker_until <= $2)
ORDER BY e.id
"""
"""A statement of its own behind the lock: it sees what the claim before has written."""

TAKE = """
WITH wanted AS (
    SELECT * FROM unnest($1::uuid[], $2::integer[], $3::integer[], $4::timestamptz[])
        AS w (endpoint_id, at_once, most, lease_until)
), picked AS (
    SELECT lane.endpoint_id, lane.subject_id, w.lease_until FROM wanted AS w CROSS JOIN LATERAL (
        SELECT l.endpoint_id, l.subject_id FROM lanes AS l
        WHERE l.endpoint_id = w.endpoint_id AND l.lease_token IS NULL AND l.next_due_at <= $6
        ORDER BY l.next_due_at
        LIMIT LEAST(w.most, GREATEST(0, w.at_once - (
            SELECT count(*) FROM lanes AS under_way
            WHERE under_way.endpoint_id = w.endpoint_id AND under_way.lease_token IS NOT NULL
        )))
        FOR UPDATE SKIP LOCKED
    ) AS lane
), leased AS (
    UPDATE lanes AS l SET lease_token = $5, lease_until = picked.lease_until
    FROM picked WHERE l.endpoint_id = picked.endpoint_id AND l.subject_id = picked.subject_id
    RETURNING l.endpoint_id, l.subject_id, l.head_position, l.attempt, l.tried_since, l.lease_until
)
SELECT leased.endpoint_id, leased.subject_id AS lane_subject_id, leased.attempt, leased.tried_since, leased.lease_until,
    d.attempt_count, d.position, v.id, v.subject_kind, v.subject_id, v.version, v.type, v.occurred_on, v.occurred_at,
    v.recorded_at, v.body::text AS body, v.actor::text AS actor
FROM leased
JOIN deliveries AS d ON d.endpoint_id = leased.endpoint_id AND d.position = leased.head_position
JOIN events AS v ON v.entry = d.entry
"""

NOTE = """
WITH held AS (
    SELECT e.id FROM webhook_endpoints AS e WHERE e.id IN (
        SELECT n.id FROM jsonb_populate_recordset(NULL::webhook_endpoints, $1::jsonb) AS n
    ) ORDER BY e.id FOR NO KEY UPDATE OF e
)
UPDATE webhook_endpoints AS e SET breaker = CASE WHEN e.breaker = 'open' THEN n.breaker ELSE e.breaker END,
    breaker_until = CASE WHEN e.breaker = 'open' THEN n.breaker_until ELSE e.breaker_until END,
    ramp_limit = CASE WHEN e.breaker = 'open' THEN n.ramp_limit ELSE e.ramp_limit END,
    rate_tokens = n.rate_tokens, rate_at = n.rate_at
FROM jsonb_populate_recordset(NULL::webhook_endpoints, $1::jsonb) AS n JOIN held ON held.id = n.id WHERE e.id = n.id
"""
"""Locked by id, as those who settle lock them: what one claim takes comes in no order."""

FREE_EXPIRED = """
UPDATE lanes AS l SET lease_token = NULL, lease_until = NULL FROM (
    SELECT endpoint_id, subject_id FROM lanes WHERE lease_token IS NOT NULL AND lease_until <= $1
    LIMIT $2 FOR UPDATE SKIP LOCKED
) AS x WHERE l.endpoint_id = x.endpoint_id AND l.subject_id = x.subject_id
RETURNING 1
"""

RELEASE = """
UPDATE lanes AS l SET lease_token = NULL, lease_until = NULL
FROM unnest($1::uuid[], $2::uuid[], $3::uuid[]) AS k (endpoint_id, subject_id, token)
WHERE l.endpoint_id = k.endpoint_id AND l.subject_id = k.subject_id AND l.lease_token = k.token
"""


TARGETS_KEPT_MAX = 512
"""Endpoints as they were read last, with their secrets; a claim comes many times a second."""


class KeptTargets:
    """Endpoints as they were read last by one pool's transactions; a row that changed in anything is read anew."""

    __slots__ = ("_known",)

    def __init__(self) -> None:
        self._known: dict[UUID, tuple[Any, Target]] = {}

    def __len__(self) -> int:
        """How many are kept."""
        return len(self._known)

    def of(self, row: Any, sealer: Sealer) -> Target:
        """As `target_of`, and mostly the same object as the last time."""
        known = self._known.get(row["id"])
        if known is not None and known[0] == row:
            return known[1]
        if len(self._known) >= TARGETS_KEPT_MAX:
            self._known.clear()
        target = target_of(row, sealer)
        self._known[row["id"]] = (row, target)
        return target


class LaneRows:
    """The table `lanes`, with endpoints as those who send need them."""

    __slots__ = ("_kept", "_sealer", "_session")

    def __init__(self, session: Session, sealer: Sealer, kept: KeptTargets) -> None:
        self._session = session
        self._sealer = sealer
        self._kept = kept

    async def ready(self, now: datetime, *, after_id: UUID | None, limit: int, without: Collection[UUID] = ()) -> Ready:
        """Endpoints that have due work and may be sent to; nobody else claims of them until the transaction ends."""
        await self._session.driver.execute(CLAIMING)
        waiting = await self._session.rows(WAITING, after_id, limit, now)
        due = [row["endpoint_id"] for row in waiting if row["mine"] and row["endpoint_id"] not in without]
        later = [row["next_due_at"] for row in waiting if row["next_due_at"] > now]
        last_id = UUID(int=waiting[-1]["endpoint_id"].int) if len(waiting) == limit else None
        return Ready(await self._targets(due, now), last_id, min(later, default=None))

    async def _targets(self, ids: Sequence[UUID], now: datetime) -> tuple[Target, ...]:
        if not ids:
            return ()
        return tuple(self._kept.of(row, self._sealer) for row in await self._session.rows(TARGETS, ids, now))

    async def take(self, wanted: Sequence[Wanted], token: UUID, now: datetime) -> tuple[Head, ...]:
        """Lease the due heads of these endpoints, the longest due first."""
        columns = (
            [each.endpoint_id for each in wanted],
            [each.at_once for each in wanted],
            [each.most for each in wanted],
            [each.lease_until for each in wanted],
        )
        return tuple(_head(row, token) for row in await self._session.rows(TAKE, *columns, token, now))

    async def note(self, claimed: Sequence[Claimed]) -> None:
        """Write breaker and rate of endpoints that something was taken from."""
        rows = [
            {
                "id": each.endpoint_id,
                "breaker": each.breaker.state.value,
                "breaker_until": each.breaker.until,
                "ramp_limit": each.breaker.ramp_limit,
                "rate_tokens": each.rate_tokens,
                "rate_at": each.rate_at,
            }
            for each in claimed
        ]
        await self._session.run(NOTE, dumped(rows))

    async def free_expired(self, now: datetime, *, limit: int) -> int:
        """Let others take what was leased for too long; how many."""
        return len(await self._session.rows(FREE_EXPIRED, now, limit))

    async def release(self, keys: Collection[LaneKey]) -> None:
        """Give leases back untried."""
        await self._session.run(RELEASE, *key_columns(keys))


def key_columns(keys: Collection[LaneKey]) -> tuple[list[UUID], list[UUID], list[UUID]]:
    """Lanes under a lease as the columns of `unnest`."""
    return [k.endpoint_id for k in keys], [k.subject_id for k in keys], [k.token for k in keys]


def breaker_of(row: Any) -> Breaker:
    """The breaker of a row of `BREAKER_COLUMNS`."""
    return Breaker(
        BreakerState(row["breaker"]),
        row["breaker_until"],
        row["breaker_trips"],
        row["ramp_limit"],
        row["window_started_at"],
        row["window_success"],
        row["window_failure"],
        row["failing_since"],
        row["last_success_at"],
    )


def breaker_row(breaker: Breaker) -> dict[str, Any]:
    """The columns of a breaker."""
    return {
        "breaker": breaker.state.value,
        "breaker_until": breaker.until,
        "breaker_trips": breaker.trips,
        "ramp_limit": breaker.ramp_limit,
        "window_started_at": breaker.window_started_at,
        "window_success": breaker.window_success,
        "window_failure": breaker.window_failure,
        "failing_since": breaker.failing_since,
        "last_success_at": breaker.last_success_at,
    }


def target_of(row: Any, sealer: Sealer) -> Target:
    """The endpoint of a row of `target_columns`."""
    headers: Mapping[str, str] = {}
    if row["headers_sealed"] is not None:
        context = field_context("webhook_endpoints", "headers_sealed", row["id"])
        headers = orjson.loads(sealer.decrypt(row["headers_sealed"], context))
    return Target(
        id=UUID(int=row["id"].int),
        tenant_id=TenantId(UUID(int=row["tenant_id"].int)),
        url=row["url"],
        state=EndpointState(row["state"]),
        payload=Payload(row["payload"]),
        timeout_seconds=row["timeout_seconds"],
        policy=Policy(
            tuple(row["schedule_seconds"] or SCHEDULE_SECONDS), Ordering(row["ordering"]), row["park_after_hours"]
        ),
        headers=headers,
        signing=tuple(row["signing"]),
        secrets=tuple(_secret(sealer, *each) for each in row["secrets"]),
        breaker=breaker_of(row),
        epoch=row["epoch"],
        rate_per_second=row["rate_per_second"],
        rate_tokens=row["rate_tokens"],
        rate_at=row["rate_at"],
    )


def _secret(sealer: Sealer, secret_id: UUID, kind: str, sealed: bytes) -> Secret:
    return Secret(kind, sealer.decrypt(sealed, field_context("webhook_secrets", "secret_sealed", secret_id)))


def _head(row: Any, token: UUID) -> Head:
    """Ids stay those of the driver, which print and compare faster than those of the standard library."""
    event = FeedEvent(
        position=row["position"],
        id=row["id"],
        subject_kind=row["subject_kind"],
        subject_id=row["subject_id"],
        version=row["version"],
        type=row["type"],
        occurred_on=row["occurred_on"],
        occurred_at=row["occurred_at"],
        recorded_at=row["recorded_at"],
        body=orjson.loads(row["body"]),
        actor=orjson.loads(row["actor"]),
    )
    return Head(
        endpoint_id=row["endpoint_id"],
        subject_id=row["lane_subject_id"],
        token=token,
        event=event,
        tried=Tried(row["attempt"], row["tried_since"]),
        attempt_number=row["attempt_count"] + 1,
        lease_until=row["lease_until"],
    )
