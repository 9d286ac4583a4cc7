"""Settling attempts, many in one transaction: receipts, what becomes of each head, what was seen of each endpoint.

What was sent under a lease that somebody else has meanwhile is not written: the receiver drops the repetition.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from app.domain.breaker import Tally, dead, judged, unchanged
from app.domain.delivery import (
    Delivered,
    DeliveryState,
    GiveUp,
    Gone,
    RetryAt,
    Throttled,
    Tried,
    Verdict,
)
from app.domain.delivery_port import Head, Held, Judged, Settlement, Standing
from app.domain.ports import Transaction
from app.domain.receipts import Receipt, sealed
from app.services.delivery.parking import tell_parked
from app.services.delivery.post import Post
from app.services.delivery.sending import Done

FAILING_TOO_LONG = "failing_too_long"


@dataclass(frozen=True, slots=True)
class Settled:
    """What was written. `lost`: attempts whose lease was over. `disabled`: endpoints that were switched off."""

    count: int
    lost: int
    parked: int
    disabled: tuple[UUID, ...]


async def settle(post: Post, done: Sequence[Done]) -> Settled:
    """Write what came of attempts, at most one of each lane."""
    now = post.ports.clock.system_now()
    async with post.ports.unit_of_work(None) as tx:
        holding = await tx.deliveries.hold([d.task.key for d in done])
        held = {(each.endpoint_id, each.subject_id): each for each in holding.lanes}
        mine = [each for each in done if each.lane in held]
        by_endpoint = _by_endpoint(mine)
        standings = await tx.deliveries.hold_endpoints(_stirred(holding.standings, by_endpoint, now))
        verdicts = [_judged(post, standing, by_endpoint[standing.endpoint_id], now) for standing in standings]
        ends = held | await _other_ends(tx, mine)
        receipts = [_receipt(each, ends[each.chain]) for each in mine]
        if mine:
            await tx.deliveries.settle([_settlement(each) for each in mine], receipts, verdicts, now)
        parked = [each for each in mine if isinstance(each.verdict, GiveUp)]
        await _tell(post, tx, parked, standings)
    if parked:
        post.ports.nudge()
    disabled = tuple(each.endpoint_id for each in verdicts if each.disabled is not None)
    return Settled(len(mine), len(done) - len(mine), len(parked), disabled)


def _by_endpoint(done: Iterable[Done]) -> Mapping[UUID, Sequence[Verdict]]:
    seen: dict[UUID, list[Verdict]] = {}
    for each in done:
        seen.setdefault(each.task.head.endpoint_id, []).append(each.verdict)
    return seen


def _stirred(standings: Iterable[Standing], seen: Mapping[UUID, Sequence[Verdict]], now: datetime) -> frozenset[UUID]:
    """The endpoints of which something has to be written. Of a healthy one nothing has, and nobody waits for it."""
    parted = {endpoint_id for endpoint_id, verdicts in seen.items() if any(map(_parts, verdicts))}
    return frozenset(
        each.endpoint_id
        for each in standings
        if each.endpoint_id in parted or not unchanged(each.breaker, tally_of(seen[each.endpoint_id]), now)
    )


def _parts(verdict: Verdict) -> bool:
    return isinstance(verdict, (GiveUp, Gone))


async def _tell(post: Post, tx: Transaction, parked: Sequence[Done], standings: Iterable[Standing]) -> None:
    for standing in standings:
        of_endpoint = [each for each in parked if each.task.head.endpoint_id == standing.endpoint_id]
        if of_endpoint:
            await tell_parked(post, tx, standing, of_endpoint)


async def _other_ends(tx: Transaction, mine: Sequence[Done]) -> dict[tuple[UUID, UUID], Held]:
    """Where the chains end that are not those of their lanes; each is written under the lease of its lane alone."""
    chains = [each.chain for each in mine if each.chain != each.lane]
    found = await tx.deliveries.chain_ends(chains) if chains else ()
    return {(each.endpoint_id, each.subject_id): each for each in found}


def _receipt(done: Done, held: Held) -> Receipt:
    return sealed(done.attempt, held.step + 1, held.hash)


def _judged(post: Post, standing: Standing, seen: Sequence[Verdict], now: datetime) -> Judged:
    bound = post.bounds.endpoint_at_once
    breaker = judged(standing.breaker, tally_of(seen), now, bound=bound, chance=post.chance())
    gone = next((each.reason for each in seen if isinstance(each, Gone)), None)
    over = FAILING_TOO_LONG if dead(breaker, now, post.bounds.dead_after) else None
    return Judged(standing.endpoint_id, breaker, gone or over)


def tally_of(verdicts: Iterable[Verdict]) -> Tally:
    """What verdicts say about the receiver: a message that it does not want is an answer like any other."""
    success = failure = 0
    until: datetime | None = None
    for each in verdicts:
        if isinstance(each, Throttled):
            until = each.until if until is None else max(until, each.until)
        elif isinstance(each, Gone) or (isinstance(each, RetryAt) and each.counts):
            failure += 1
        elif isinstance(each, Delivered) or (isinstance(each, GiveUp) and each.reason == "receiver_aborted"):
            success += 1
        elif isinstance(each, GiveUp):
            failure += 1
    return Tally(success, failure, until)


def _settlement(done: Done) -> Settlement:
    head, verdict = done.task.head, done.verdict
    state, next_due_at = _next_of(verdict, done.ended_at)
    return Settlement(
        endpoint_id=head.endpoint_id,
        subject_id=head.subject_id,
        position=head.event.position,
        state=state,
        next_due_at=next_due_at,
        tried=_tried(head, done),
        counted=head.attempt_number,
        reason=verdict.reason if isinstance(verdict, GiveUp) else None,
        settled_at=None if state is DeliveryState.WAITING else done.ended_at,
    )


def _next_of(verdict: Verdict, ended_at: datetime) -> tuple[DeliveryState, datetime | None]:
    if isinstance(verdict, Delivered):
        return DeliveryState.DELIVERED, None
    if isinstance(verdict, GiveUp):
        return DeliveryState.PARKED, None
    return DeliveryState.WAITING, ended_at if isinstance(verdict, Gone) else verdict.at


def _tried(head: Head, done: Done) -> Tried:
    """Faults of ours use up no attempt."""
    if isinstance(done.verdict, RetryAt) and not done.verdict.counts:
        return head.tried
    return Tried(head.tried.count + 1, head.tried.since or done.attempt.started_at)
